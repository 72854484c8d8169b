"""Batches of a feed from disk, and how threads go through the objects of any."""

import errno
import os
import threading
import weakref
from abc import abstractmethod
from collections.abc import Callable, Generator, Iterator
from contextlib import ExitStack
from itertools import islice
from typing import Any, BinaryIO, Final, Self, TypeVar

from vt_sdk.bulk.bzip2 import DamagedError, Readable
from vt_sdk.bulk.lines import (
    MAX_BATCH_BYTES,
    Account,
    BrokenLine,
    stored_lines,
    text_of,
)
from vt_sdk.core.arguments import checked
from vt_sdk.core.objects import VTObject
from vt_sdk.drivers.background import Switch, SwitchedOffError
from vt_sdk.errors import FileReadError, InvalidResponseError
from vt_sdk.files import mapped_errors

__all__ = ["Objects", "Replay", "read_batch"]

M = TypeVar("M", bound=VTObject)

# How long `close` waits for a thread that is taking an object.
_CLOSE_S: Final = 1.0


class Objects(Account[M], Iterator[M]):
    """Gives the objects of lines to threads."""

    def __init__(
        self, model: type[M], max_bytes: int, on_broken: Callable[[BrokenLine], object] | None
    ) -> None:
        super().__init__(model, max_bytes, on_broken)
        self._lines: Generator[bytes, None, None] | None = None
        # Not a plain one: `on_broken` may ask for the next object.
        self._lock = threading.RLock()
        _all_objects.add(self)
        self._switch = Switch(2)  # two downloads may wait
        self._held = ExitStack()
        self._held.callback(self._switch.turn_off)
        self._let_go = weakref.finalize(self, self._held.close)

    @abstractmethod
    def _read(self) -> Generator[bytes, None, None]:
        """Return the lines that are not done yet."""

    @abstractmethod
    def _fail(self) -> None:
        """Make sure that no line is lost by an error."""

    def _begin_item(self) -> None:
        """Take note that this thread is about to work on an object."""

    def _end_item(self) -> None:
        """Take note that this thread has done its object."""

    def _keep(self, *, at_once: bool) -> None:
        """Write down how far it is."""

    def _start_anew(self) -> None:
        """Leave behind what only the parent of a fork has: threads, and where its files stand."""
        self._lines = None
        self._lock = threading.RLock()

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> M:
        with self._lock:
            self._end_item()
            self._keep(at_once=False)
            while not self._switch.is_off:
                try:
                    self._lines = self._lines or self._read()
                    made = self._maker.made(next(self._lines))
                    self._advance()
                except (StopIteration, SwitchedOffError):
                    break
                except BaseException:
                    self._fail()
                    raise
                item = self._found(made)
                if item is not None:
                    self._begin_item()
                    return item
            self.close()
            raise StopIteration

    def _drop(self) -> None:
        """Forget the lines that were not taken."""
        dropped, self._lines = self._lines, None
        if dropped is not None:
            dropped.close()

    def close(self) -> None:
        """End the threads; nothing more is given."""
        self._switch.turn_off()
        # A thread that is taking an object looks at the switch, and then closes itself.
        if self._lock.acquire(timeout=_CLOSE_S):
            try:
                self._drop()
                self._let_go()
                self._keep(at_once=True)
            finally:
                self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, error: type[BaseException] | None, *_: object) -> None:
        if error is None:
            self._end_item()
        self.close()


_all_objects: "weakref.WeakSet[Objects[Any]]" = weakref.WeakSet()


def _after_fork() -> None:
    for objects in list(_all_objects):
        objects._start_anew()


# Windows knows no forks, and Python has no such function there.
getattr(os, "register_at_fork", dict)(after_in_child=_after_fork)


class Replay(Objects[M]):
    """The objects of a batch on disk, an iterator. An error ends it, `close` too.

    `read_batch` makes them.
    """

    def __init__(
        self,
        source: str | os.PathLike[str] | BinaryIO,
        model: type[M],
        *,
        skip: int,
        max_bytes: int,
        on_broken: Callable[[BrokenLine], object] | None,
    ) -> None:
        checked("skip", skip, {"type": "integer", "minimum": 0})
        super().__init__(model, max_bytes, on_broken)
        self._done = skip
        self._path: str | os.PathLike[str] | None = None
        self._source: BinaryIO | None = None
        # What was passed over may have held objects.
        self._has_objects = skip > 0
        if isinstance(source, (str, os.PathLike)):
            self._path = source
            self._source = self._opened()
        else:
            self._source = source

    def __repr__(self) -> str:
        return f"<Replay of {self._maker.model.__name__} at {self._done}>"

    @property
    def done(self) -> int:
        """How many lines are done; with `skip=` of that many one goes on behind them."""
        return self._done

    def _opened(self) -> BinaryIO:
        with mapped_errors():
            if self._path is None:
                raise FileReadError(
                    "where a file object stands is up to the parent process: give a path",
                    errno.EBADF,
                )
            # Without a buffer, which has a lock: if a thread reads during a fork, it stays shut in
            # the child, and to close the file waits for it.
            return self._held.enter_context(open(self._path, "rb", buffering=0))

    def _start_anew(self) -> None:
        super()._start_anew()
        self._source = None

    def _unpack(self, source: Readable) -> Iterator[bytes]:
        return text_of(source, self._max_bytes, self._switch)

    def _read(self) -> Generator[bytes, None, None]:
        if self._source is None:
            self._source = self._opened()
        try:
            with mapped_errors():
                yield from islice(stored_lines(self._source, self._unpack), self._done, None)
        except DamagedError as error:
            raise InvalidResponseError(f"the file cannot be unpacked: {error}") from error
        if self._broken and not self._has_objects:
            last = self._broken[-1].error
            raise InvalidResponseError(f"no line of the file is an object: {last}") from last

    def _check(self, item: M) -> None:
        self._has_objects = True

    def _advance(self) -> None:
        self._done += 1

    def _place(self) -> str:
        return str(self._done - 1)

    def _fail(self) -> None:
        self.close()


def read_batch(
    source: str | os.PathLike[str] | BinaryIO,
    model: type[M],
    *,
    skip: int = 0,
    max_bytes: int = MAX_BATCH_BYTES,
    on_broken: Callable[[BrokenLine], object] | None = None,
) -> Replay[M]:
    """Read a batch that was saved before: `vt.feeds.download_batch`, `download_hourly_files`, ….

    Args:
        source: The path of a batch of a minute (`.bz2`), of an archive of an hour (`.tar.bz2`) or
            of either unpacked; or such a file opened in binary mode, which stays open.
        model: The class of its objects, such as `vt_sdk.models.File`.
        skip: How many lines to pass over.
        max_bytes: The most bytes to unpack, 4 GB if not given.
        on_broken: Called with each line of which no object can be made, a `BrokenLine`.

    Returns:
        The `Replay`, an iterator of objects. Use it as a context manager, or go to its end.

    Raises:
        FileReadError: The file cannot be read; also when iterated.
        InvalidInputError: An argument is wrong.
        InvalidResponseError: When iterated: the file is damaged; all that is before comes first. Or
            it ends, and no line of it was an object of the model.
    """
    return Replay(source, model, skip=skip, max_bytes=max_bytes, on_broken=on_broken)
