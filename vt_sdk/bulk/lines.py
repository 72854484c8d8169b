"""What every batch of a feed goes through, in any thread: text to lines to objects.

No line ends a batch: one of which no object can be made is told about and counted. An `Account` is
kept where objects are given, since only what was given is done.
"""

import logging
import os
import tarfile
from abc import ABC, abstractmethod
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain
from typing import IO, Final, Generic, TypeAlias, TypeVar, cast

from vt_sdk import models as models  # which tells the core its classes
from vt_sdk.bulk.bzip2 import HEADER, DamagedError, Readable, unpacked
from vt_sdk.core.arguments import check_hook, checked
from vt_sdk.core.decode import parse
from vt_sdk.core.objects import VTObject
from vt_sdk.drivers.background import Switch, SwitchedOffError
from vt_sdk.drivers.instrumentation import log
from vt_sdk.errors import InvalidResponseError, VirusTotalAPIError

__all__ = [
    "MAX_BATCH_BYTES",
    "MAX_LINE_BYTES",
    "Account",
    "BrokenLine",
    "Made",
    "Maker",
    "lines",
    "stored_lines",
    "text_of",
    "unpacked_lines",
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
# More threads only wait for the one that makes the objects.
_MAX_UNPACKING: Final = 4
# What the header of an archive has at its place, by the standard and by GNU; no JSON has a zero.
_TAR: Final = (b"ustar\x0000", b"ustar  \x00")
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

    def rest(self) -> Iterator[bytes]:
        """Return the pieces that are left."""
        left, self._left = self._left, b""
        return chain([left], self._pieces)


def _chunks(source: Readable) -> Iterator[bytes]:
    return iter(lambda: source.read(_CHUNK), b"")


def _text(source: Readable, unpack: _Unpack) -> Iterator[bytes]:
    """Return the text of a file that may be packed."""
    given = _Pieces(_chunks(source))
    return unpack(given) if HEADER.match(given.peek(4)) else _chunks(given)


def stored_lines(source: Readable, unpack: _Unpack) -> Generator[bytes, None, None]:
    """Return the lines of a batch, or of each batch in an archive.

    Args:
        source: the file.
        unpack: gives the text of what is packed.

    Raises:
        DamagedError: after all that comes before the damage.
    """
    return unpacked_lines(_text(source, unpack), unpack)


def unpacked_lines(text: Iterator[bytes], unpack: _Unpack) -> Generator[bytes, None, None]:
    """Return the lines of a text, or of each file where it is an archive.

    Args:
        text: the pieces of the text.
        unpack: gives the text of what is packed in an archive.

    Raises:
        DamagedError: after all that comes before the damage.
    """
    content = _Pieces(text)
    if content.peek(512)[257:265] not in _TAR:
        yield from lines(content.rest())
        return
    try:
        with tarfile.open(fileobj=cast("IO[bytes]", content), mode="r|") as archive:
            for member in archive:
                if (file := archive.extractfile(member)) is not None:
                    yield from lines(_text(file, unpack))
        for _ in content.rest():  # its checksums are looked at
            pass
    except tarfile.TarError as error:
        raise DamagedError(str(error)) from error


def text_of(source: Readable, max_bytes: int, switch: Switch) -> Generator[bytes, None, None]:
    """Unpack a batch, as long as somebody wants it.

    Raises:
        DamagedError: after all that comes before the damage.
        InvalidResponseError: it is more than `max_bytes`.
        SwitchedOffError: nobody wants it any more.
    """
    for piece in unpacked(source, max_bytes, min(_MAX_UNPACKING, _processors())):
        if switch.is_off:
            raise SwitchedOffError
        yield piece


def _processors() -> int:
    # Those of this process, not of the machine: two blocks unpacked by turns on one processor throw
    # each other out of its cache, and take more than twice as long as one after the other.
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1


# --- objects -------------------------------------------------------------------------------------

# What a line is made to; None if it is empty. Who gives a broken one knows its place.
Made: TypeAlias = M | BrokenLine | None


class Maker(Generic[M]):
    """Makes objects of lines."""

    def __init__(self, model: type[M]) -> None:
        self.model = model

    def made(self, line: bytes) -> Made[M]:
        """Make the object of a line."""
        made = self._object(line)
        if not isinstance(made, VirusTotalAPIError):
            return made
        size = line.size if isinstance(line, _LongLine) else len(line)
        return BrokenLine("", line[:_KEPT_BYTES], size, made)

    def _object(self, line: bytes) -> M | VirusTotalAPIError | None:
        if isinstance(line, _LongLine):
            return InvalidResponseError(f"the line has more than {MAX_LINE_BYTES} bytes")
        if not line.strip():
            return None
        try:
            item = parse(line, self.model)
        except InvalidResponseError as error:
            error.raw = b""  # the bytes are kept once, beside it
            return error
        except VirusTotalAPIError as error:
            return error
        if hasattr(item, "id") or any(issue.path == ("id",) for issue in item.issues):
            return item
        return InvalidResponseError("the line is no object of the API: it has no id")


class Account(ABC, Generic[M]):
    """What was given of a feed or a batch, and of which lines there is no object."""

    def __init__(
        self, model: type[M], max_bytes: int, on_broken: Callable[[BrokenLine], object] | None
    ) -> None:
        checked("max_bytes", max_bytes, {"type": "integer", "minimum": 1})
        check_hook("on_broken", on_broken)
        self._maker = Maker(model)
        self._max_bytes = max_bytes
        self._on_broken = on_broken
        self._broken: deque[BrokenLine] = deque(maxlen=_KEPT_BROKEN)
        self._broken_count = 0

    @property
    def broken(self) -> tuple[BrokenLine, ...]:
        """The lines of which no object could be made, the last hundred of them."""
        return tuple(self._broken)

    @property
    def broken_count(self) -> int:
        """How many lines there were of which no object could be made."""
        return self._broken_count

    @abstractmethod
    def _advance(self) -> None:
        """Count a line as done."""

    @abstractmethod
    def _place(self) -> str:
        """Return where the line stands that was done last."""

    def _check(self, item: M) -> None:
        """Look at an object before it is given."""

    def _found(self, made: Made[M]) -> M | None:
        """Return the object of the line that was done last, if it has one."""
        if isinstance(made, BrokenLine):
            self._tell(replace(made, place=self._place()))
            return None
        if made is not None:
            self._check(made)
        return made

    def _tell(self, broken: BrokenLine) -> None:
        self._broken.append(broken)
        self._broken_count += 1
        text = "a line of %d bytes is broken, at %s"
        log(logging.WARNING, text, broken.size, broken.place)
        if self._on_broken is not None:
            self._on_broken(broken)
