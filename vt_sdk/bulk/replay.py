"""Batches of a feed from disk, and what every batch goes through: text to lines to objects.

No line ends a batch: one of which no object can be made is told about and counted. A batch may be
packed or not, alone or in the archive of an hour.
"""

import errno
import logging
import os
import tarfile
import threading
import weakref
from abc import abstractmethod
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import islice
from typing import IO, Any, BinaryIO, Final, Generic, Self, TypeAlias, TypeVar, cast

from pydantic import ValidationError

from vt_sdk import models as models  # which tells the core its classes
from vt_sdk._bzip2 import HEADER, DamagedError, Readable, unpacked
from vt_sdk._instrumentation import log
from vt_sdk.bulk.batch import Switch, SwitchedOffError
from vt_sdk.core.arguments import checked
from vt_sdk.core.decode import check_type, parse
from vt_sdk.core.objects import VTObject
from vt_sdk.errors import FileReadError, InvalidResponseError, VirusTotalAPIError
from vt_sdk.files import mapped_errors

__all__ = [
    "MAX_BATCH_BYTES",
    "MAX_LINE_BYTES",
    "BrokenLine",
    "Objects",
    "Replay",
    "lines",
    "read_batch",
]

M = TypeVar("M", bound=VTObject)

MAX_BATCH_BYTES: Final = 4 << 30
"""What a batch may have unpacked if nothing else is said."""
MAX_LINE_BYTES: Final = 32 << 20
"""What an object may have as JSON: five times the largest one ever seen."""

# What is kept of lines that cannot be read, of each and how many.
_KEPT_BYTES: Final = 1 << 20
_KEPT_BROKEN: Final = 100

_CHUNK: Final = 1 << 18
# More of them only wait for the thread that makes the objects.
_UNPACKING: Final = min(4, os.cpu_count() or 1)
# How long `close` waits for a thread that is taking an object.
_CLOSE_S: Final = 1.0

# Gives the text of what is packed.
_Unpack: TypeAlias = Callable[[Readable], Iterator[bytes]]


@dataclass(frozen=True, slots=True)
class BrokenLine:
    """A line of a batch of which no object can be made.

    Attributes:
        place: where it stands: the cursor of a feed that begins with it, or in a batch on disk the
            number of lines before it.
        raw: its bytes; of a very long one the first megabyte.
        size: how many bytes it has.
        error: why it cannot be read.
    """

    place: str
    raw: bytes
    size: int
    error: VirusTotalAPIError


# --- lines ---------------------------------------------------------------------------------------


class _LongLine(bytes):
    """How a line beyond all bounds begins; `size` is how many bytes it has."""

    size: int


def lines(pieces: Iterable[bytes]) -> Generator[bytes, None, None]:
    """Cut text into its lines."""
    begun, size = bytearray(), 0
    for piece in pieces:
        first, *rest = piece.split(b"\n")
        begun += first
        size += len(first)
        if size > MAX_LINE_BYTES:
            del begun[_KEPT_BYTES:]
        if rest:
            yield _line(begun, size)
            last = rest.pop()
            yield from rest
            begun, size = bytearray(last), len(last)
    if size:
        yield _line(begun, size)


def _line(begun: bytearray, size: int) -> bytes:
    if size <= MAX_LINE_BYTES:
        return bytes(begun)
    line = _LongLine(begun)
    line.size = size
    return line


class _Pieces:
    """Pieces of bytes, to be read like a file."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces = pieces
        self._left = b""

    def read(self, size: int = _CHUNK, /) -> bytes:
        self.peek(1)
        found, self._left = self._left[:size], self._left[size:]
        return found

    def peek(self, size: int) -> bytes:
        """Return the next bytes, as many as that if there are, and keep them."""
        while len(self._left) < size and (piece := next(self._pieces, None)) is not None:
            self._left += piece
        return self._left[:size]


def _chunks(source: Readable) -> Iterator[bytes]:
    return iter(lambda: source.read(_CHUNK), b"")


def _text(source: Readable, unpack: _Unpack) -> Iterator[bytes]:
    """Return the text of a file that may be packed."""
    given = _Pieces(_chunks(source))
    return unpack(given) if HEADER.match(given.peek(4)) else _chunks(given)


def _stored_lines(source: Readable, unpack: _Unpack) -> Generator[bytes, None, None]:
    """Return the lines of a batch, or of each batch in an archive.

    Args:
        source: the file.
        unpack: gives the text of what is packed.

    Raises:
        DamagedError: after all that comes before the damage.
    """
    content = _Pieces(_text(source, unpack))
    if content.peek(512)[257:262] != b"ustar":
        yield from lines(_chunks(content))
        return
    try:
        with tarfile.open(fileobj=cast("IO[bytes]", content), mode="r|") as archive:
            for member in archive:
                if (file := archive.extractfile(member)) is not None:
                    yield from lines(_text(file, unpack))
        for _ in _chunks(content):  # its checksums are looked at
            pass
    except tarfile.TarError as error:
        raise DamagedError(str(error)) from error


# --- objects -------------------------------------------------------------------------------------


class Objects(Iterator[M], Generic[M]):
    """Makes objects of lines, and keeps account of those of which none can be made."""

    def __init__(
        self, model: type[M], max_bytes: int, on_broken: Callable[[BrokenLine], object] | None
    ) -> None:
        checked("max_bytes", max_bytes, {"type": "integer", "minimum": 1})
        model._ensure_built()
        self._model = model
        self._validate: Callable[[bytes], M] = model.__pydantic_validator__.validate_json
        self._max_bytes = max_bytes
        self._on_broken = on_broken
        self._broken: deque[BrokenLine] = deque(maxlen=_KEPT_BROKEN)
        self._broken_count = 0
        self._lines: Generator[bytes, None, None] | None = None
        # Not a plain one: `on_broken` may ask for the next object.
        self._lock = threading.RLock()
        _all_objects.add(self)
        self._switch = Switch(2)  # two downloads may wait
        self._held = ExitStack()
        self._held.callback(self._switch.turn_off)
        self._let_go = weakref.finalize(self, self._held.close)

    @property
    def broken(self) -> tuple[BrokenLine, ...]:
        """The lines of which no object could be made, the last hundred of them."""
        return tuple(self._broken)

    @property
    def broken_count(self) -> int:
        """How many lines there were of which no object could be made."""
        return self._broken_count

    @abstractmethod
    def _read(self) -> Generator[bytes, None, None]:
        """Return the lines that are not done yet."""

    @abstractmethod
    def _advance(self) -> None:
        """Count a line as done."""

    @abstractmethod
    def _place(self) -> str:
        """Return where the line stands that was done last."""

    @abstractmethod
    def _fail(self) -> None:
        """Make sure that no line is lost by an error."""

    def _check(self, item: M) -> None:
        """Look at an object before it is given."""

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
                    line = next(self._lines)
                    found = self._made(line)
                    self._advance()
                except (StopIteration, SwitchedOffError):
                    break
                except BaseException:
                    self._fail()
                    raise
                if isinstance(found, VirusTotalAPIError):
                    self._tell(line, found)
                elif found is not None:
                    self._check(found)
                    self._begin_item()
                    return found
            self.close()
            raise StopIteration

    def _made(self, line: bytes) -> M | VirusTotalAPIError | None:
        """Make the object of a line, or the error why there is none; None if the line is empty."""
        if isinstance(line, _LongLine):
            return InvalidResponseError(f"the line has more than {MAX_LINE_BYTES} bytes")
        try:
            item = self._validate(line)
            if "id" in item.__dict__:
                check_type(item, self._model, b"")
                return item
        except ValidationError:
            if not line.strip():
                return None
        except InvalidResponseError as error:
            return error
        try:
            item = parse(line, self._model)
        except InvalidResponseError as error:
            error.raw = b""  # the bytes are kept once, beside it
            return error
        except VirusTotalAPIError as error:
            return error
        if "id" in item.__dict__ or any(issue.path == ("id",) for issue in item.issues):
            return item
        return InvalidResponseError("the line is no object of the API: it has no id")

    def _tell(self, line: bytes, error: VirusTotalAPIError) -> None:
        size = line.size if isinstance(line, _LongLine) else len(line)
        broken = BrokenLine(self._place(), line[:_KEPT_BYTES], size, error)
        self._broken.append(broken)
        self._broken_count += 1
        text = "a line of %d bytes is broken, at %s"
        log(logging.WARNING, text, broken.size, broken.place)
        if self._on_broken is not None:
            self._on_broken(broken)

    def _unpacked(self, source: Readable) -> Iterator[bytes]:
        for piece in unpacked(source, self._max_bytes, _UNPACKING):
            if self._switch.is_off:
                raise SwitchedOffError
            yield piece

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
        return f"<Replay of {self._model.__name__} at {self._done}>"

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

    def _read(self) -> Generator[bytes, None, None]:
        if self._source is None:
            self._source = self._opened()
        try:
            with mapped_errors():
                yield from islice(_stored_lines(self._source, self._unpacked), self._done, None)
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
