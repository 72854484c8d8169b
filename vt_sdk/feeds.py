"""Feeds: batches of what the service analysed, given object by object as they are unpacked.

A thread downloads a batch to a temporary file, then cuts it into its blocks, which a few more
unpack at once: bzip2 is far slower than all else and lets other threads run. The thread that
iterates makes the objects. While it does, the next batch is downloaded. No thread knows the
`Feed`, so one that nobody holds any more is collected and its threads end.
"""

import contextvars
import logging
import os
import re
import tarfile
import tempfile
import threading
import time
import weakref
from abc import abstractmethod
from bz2 import BZ2Decompressor
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import AbstractContextManager, closing, nullcontext
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import count
from queue import Empty, SimpleQueue
from typing import IO, BinaryIO, Final, Generic, Literal, Protocol, Self, TypeAlias, TypeVar, cast

from pydantic import ValidationError

from vt_sdk.api import VirusTotalAPI, _limits
from vt_sdk.batch import _Switch, _SwitchedOffError
from vt_sdk.core.decode import parse
from vt_sdk.core.exchange import fetch
from vt_sdk.core.flow import Flow
from vt_sdk.core.objects import VTObject
from vt_sdk.core.operation import CallOptions, Operation, utc_text
from vt_sdk.core.request import Request, Response
from vt_sdk.core.retry import RetryPolicy
from vt_sdk.errors import (
    InvalidInputError,
    InvalidResponseError,
    NotAvailableYetError,
    NotFoundError,
    VirusTotalAPIError,
)
from vt_sdk.files import _mapped_errors

__all__ = [
    "MAX_BATCH_BYTES",
    "MAX_GAPS",
    "MAX_LINE_BYTES",
    "WAIT_S",
    "BrokenLine",
    "Feed",
    "FeedGapError",
    "FeedKind",
    "Replay",
    "read_batch",
]

M = TypeVar("M", bound=VTObject)

FeedKind: TypeAlias = Literal["files", "urls", "domains", "ip_addresses", "file_behaviours"]

MAX_BATCH_BYTES: Final = 4 << 30
"""What a batch may have unpacked if nothing else is said."""
MAX_LINE_BYTES: Final = 32 << 20
"""What an object may have as JSON: five times the largest one ever seen."""

_MINUTE: Final = timedelta(minutes=1)
# Batches are there after an hour, as documented; this is when they are sure to be.
_LAG: Final = timedelta(minutes=70)
# How often a batch that is not there yet is asked for, as documented.
WAIT_S: Final = 60.0
MAX_GAPS: Final = 5

# What is kept of lines that cannot be read, of each and how many.
_KEPT_BYTES: Final = 1 << 20
_KEPT_BROKEN: Final = 100
# What an error keeps of a batch.
_SHOWN_BYTES: Final = 1 << 16
# As many minutes as the service keeps.
_KEPT_GAPS: Final = 7 * 24 * 60

# Batches of this size are not worth a file.
_IN_MEMORY: Final = 1 << 20
_CHUNK: Final = 1 << 18
# Each takes 5 MB, and more of them only wait for the thread that makes the objects.
_WORKERS: Final = min(4, os.cpu_count() or 1)
# How many pieces of a quarter of a megabyte are cut into lines ahead of the one that is read.
_AHEAD: Final = 4
# Of how many such pieces lines were taken before the next batch is downloaded.
_TAKEN_BEFORE_NEXT: Final = 4

# How long `close` waits for threads, and how long a look at them takes: a bare wait cannot be
# interrupted on every system.
_JOIN_S: Final = 1.0
_LOOK_S: Final = 0.5

_CURSOR: Final = re.compile(r"([0-9]{12})(?:-([0-9]{1,18}))?")
_CURSOR_FORM: Final = "%Y%m%d%H%M"

_log: Final = logging.getLogger("vt_sdk")


class FeedGapError(VirusTotalAPIError):
    """More batches in a row are missing than a fault-free service leaves out.

    The cursor of the feed stands at the first of them; going on asks for them again. To pass over
    them, start a new feed behind the last one.

    Attributes:
        minutes: the minutes of the missing batches.
        reason: the error for the last of them.
    """

    def __init__(
        self, message: str, *, minutes: tuple[datetime, ...], reason: VirusTotalAPIError
    ) -> None:
        super().__init__(message)
        self.minutes = minutes
        self.reason = reason


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


# --- bzip2, unpacked by several threads ----------------------------------------------------------
# A stream is a header of 4 bytes, blocks, and an end with a checksum over the checksums of the
# blocks, padded to whole bytes. Blocks begin at any bit, with 48 bits that nothing else is likely
# to have. Each is unpacked as a stream of its own, checksum and all.

_BLOCK: Final = 0x314159265359
_END: Final = 0x177245385090
_HEADER: Final = re.compile(rb"BZh[1-9]")
# The magic number and the checksum that follows it, in bits.
_MARK_BITS: Final = 80
# What must be known after the end of a stream to be sure that it is one: the next one's begin.
_LOOK_AHEAD: Final = 22
# No block has more packed.
_MAX_BLOCK_BYTES: Final = 2 << 20
# Streams without a block; a few would be strange already.
_MAX_EMPTY: Final = 1000


class _DamagedError(Exception):
    """The packed bytes are cut off or not what was packed."""


class _Readable(Protocol):
    def read(self, size: int = ..., /) -> bytes: ...


@dataclass(frozen=True, slots=True)
class _Block:
    """A block, or another mark: `size` bits as a number, with the header of its stream."""

    header: bytes
    bits: int
    size: int

    @property
    def checksum(self) -> int:
        return (self.bits >> (self.size - _MARK_BITS)) & 0xFFFFFFFF

    def joined(self, other: "_Block") -> "_Block":
        return _Block(self.header, self.bits << other.size | other.bits, self.size + other.size)

    def unpacked(self) -> list[bytes]:
        stream = (self.bits << 48 | _END) << 32 | self.checksum
        bits = self.size + _MARK_BITS
        padding = -bits % 8
        packed = self.header + (stream << padding).to_bytes((bits + padding) // 8, "big")
        decompressor = BZ2Decompressor()
        pieces = []
        try:
            # Pieces, because a large one would be put together from smaller ones, twice the memory.
            while packed or not (decompressor.eof or decompressor.needs_input):
                pieces.append(decompressor.decompress(packed, _CHUNK))
                packed = b""
        except (OSError, EOFError, ValueError) as error:
            raise _DamagedError("a block is damaged") from error
        if not decompressor.eof:
            raise _DamagedError("a block is cut off")
        return pieces


def _inner_bytes() -> Iterator[tuple[int, int, bytes]]:
    """Give for each mark and each bit of a byte where it may begin the bytes it fills whole."""
    for mark in (_BLOCK, _END):
        for shift in range(8):
            yield mark, shift, (mark << (8 - shift)).to_bytes(7, "big")[1:6]


_INNER: Final = tuple(_inner_bytes())


def _bits(data: bytes, start: int, end: int) -> int:
    value = int.from_bytes(data[start // 8 : (end + 7) // 8], "big") >> (-end % 8)
    return value & ((1 << (end - start)) - 1)


def _marks(data: bytes, start: int) -> list[tuple[int, int]]:
    """Give position and kind of all marks from a byte on that are there with their checksum."""
    found = []
    for mark, shift, inner in _INNER:
        place = data.find(inner, start + 1)
        while place >= 0:
            bit = (place - 1) * 8 + shift
            if bit + _MARK_BITS <= len(data) * 8 and _bits(data, bit, bit + 48) == mark:
                found.append((bit, mark))
            place = data.find(inner, place + 1)
    return sorted(found)


def _is_end(data: bytes, bit: int, *, complete: bool) -> bool:
    """Tell whether a stream ends at a mark: what comes next is another one, or nothing."""
    end = (bit + _MARK_BITS + 7) // 8
    if end == len(data):
        return complete
    if not _HEADER.match(data, end):
        return False
    return int.from_bytes(data[end + 4 : end + 10], "big") in (_BLOCK, _END)


def _blocks(source: _Readable) -> Iterator[_Block | _DamagedError]:
    """Cut packed bytes into blocks and ends of streams; what is wrong with them comes last.

    An end is a block whose mark is `_END`, of 80 bits.
    """
    data, looked, complete = b"", 0, False
    stream: int | None = 0  # the byte where a stream begins whose first mark did not come
    begin: int | None = None  # the bit where a block begins whose end did not come
    header, last, empty = b"", -1, 0
    while not complete:
        chunk = source.read(_CHUNK)
        data, complete = data + chunk, not chunk
        # An end is known only by what follows it.
        known = len(data) if complete else len(data) - _LOOK_AHEAD
        for bit, mark in _marks(data, looked):
            if bit <= last or bit // 8 >= known:
                continue
            if mark == _END and not _is_end(data, bit, complete=complete):
                continue
            if stream is not None:
                if not _HEADER.match(data, stream) or bit != stream * 8 + 32:
                    yield _DamagedError("not what bzip2 packs")
                    return
                header, stream = data[stream : stream + 4], None
                empty = empty + 1 if mark == _END else 0
            last = bit
            if begin is not None:
                yield _Block(header, _bits(data, begin, bit), bit - begin)
                begin = None
            if mark == _BLOCK:
                begin = bit
            else:
                yield _Block(header, _bits(data, bit, bit + _MARK_BITS), _MARK_BITS)
                stream = (bit + _MARK_BITS + 7) // 8
        looked = max(0, known)
        # What was given is let go.
        place = begin // 8 if begin is not None else stream if stream is not None else 0
        place = min(place, looked)
        data, looked, last = data[place:], looked - place, last - place * 8
        begin = None if begin is None else begin - place * 8
        stream = None if stream is None else stream - place
        if len(data) > _MAX_BLOCK_BYTES or empty > _MAX_EMPTY:
            yield _DamagedError("not what bzip2 packs")
            return
    if stream is None or stream != len(data) or not header:
        yield _DamagedError("cut off" if header else "not what bzip2 packs")


def _unpacked(source: _Readable, max_bytes: int) -> Iterator[bytes]:
    """Unpack bzip2, block by block; only what its checksum confirms comes out.

    Raises:
        _DamagedError: after all that comes before the damage.
        InvalidResponseError: it is more than `max_bytes`.
    """
    pool = ThreadPoolExecutor(_WORKERS, thread_name_prefix="vt-sdk-feed")
    waiting: deque[tuple[_Block, Future[list[bytes]] | None]] = deque()
    parts = _blocks(source)
    total = checksum = 0
    end: _DamagedError | None = None
    is_over = False
    try:
        while True:
            while not is_over and len(waiting) <= _WORKERS:
                part = next(parts, None)
                if isinstance(part, _Block):
                    is_end = part.bits >> (part.size - 48) == _END
                    task = None if is_end else pool.submit(part.unpacked)
                    waiting.append((part, task))
                else:
                    end, is_over = part, True
            if not waiting:
                break
            block, task = waiting.popleft()
            if task is None:
                if block.checksum != checksum:
                    raise _DamagedError("the checksums do not agree")
                checksum = 0
                continue
            pieces = _content(block, task, waiting)
            del task  # it holds them too
            checksum = (checksum << 1 & 0xFFFFFFFF | checksum >> 31) ^ block.checksum
            total += sum(map(len, pieces))
            if total > max_bytes:
                raise InvalidResponseError(f"the batch has more than {max_bytes} bytes unpacked")
            yield from pieces
            del pieces
        if end is not None:
            raise end
    finally:
        pool.shutdown(cancel_futures=True)


def _content(
    block: _Block,
    task: "Future[list[bytes]]",
    waiting: "deque[tuple[_Block, Future[list[bytes]] | None]]",
) -> list[bytes]:
    try:
        return task.result()
    except _DamagedError:
        if not waiting or waiting[0][1] is None:
            raise
        # Once in a hundred terabytes a block contains what looks like the begin of another.
        pieces = block.joined(waiting[0][0]).unpacked()
        waiting.popleft()
        return pieces


# --- lines ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _LongLine:
    """A line beyond all bounds: how it begins, and how many bytes it has."""

    begin: bytes
    size: int


_Line: TypeAlias = bytes | _LongLine


class _Begun:
    """A line that has begun and may go on for long."""

    def __init__(self) -> None:
        self._parts: list[bytes] = []
        self._size = 0

    def add(self, part: bytes) -> None:
        self._size += len(part)
        if self._size <= MAX_LINE_BYTES:
            self._parts.append(part)
        elif len(self._parts) != 1 or len(self._parts[0]) != _KEPT_BYTES:
            self._parts = [b"".join([*self._parts, part])[:_KEPT_BYTES]]

    def take(self) -> _Line:
        line, size = b"".join(self._parts), self._size
        self._parts, self._size = [], 0
        return line if size <= MAX_LINE_BYTES else _LongLine(line, size)

    def __bool__(self) -> bool:
        return self._size > 0


def _lines(pieces: Iterable[bytes], skip: int = 0) -> Iterator[list[_Line]]:
    """Cut text into its lines, without the first `skip` of them."""
    begun = _Begun()
    for piece in pieces:
        lines: list[_Line]
        first, *rest = piece.split(b"\n")
        begun.add(first)
        if not rest:
            continue
        last = rest.pop()
        lines = [begun.take(), *rest]
        begun.add(last)
        if skip:
            dropped = min(skip, len(lines))
            del lines[:dropped]
            skip -= dropped
        if lines:
            yield lines
    if begun and not skip:
        yield [begun.take()]


# --- a batch and its thread ----------------------------------------------------------------------

# Gives the lines of one batch: an empty list as soon as they can be made, and then they.
_Source: TypeAlias = Callable[[_Switch], Generator[list[_Line], None, None]]
_Found: TypeAlias = list[_Line] | BaseException | None


class _GoneError(Exception):
    """The thread of a reader is in another process."""


def _read(
    source: _Source, switch: _Switch, room: "SimpleQueue[None]", ready: "SimpleQueue[_Found]"
) -> None:
    with closing(source(switch)) as lines:
        try:
            for found in lines:
                ready.put(found)
                room.get()
                if switch.is_off:
                    return
            ready.put(None)
        except _SwitchedOffError:
            return
        except BaseException as error:
            ready.put(error)


class _Reader:
    """The lines of one batch, made by a thread of their own.

    All that is shared with it are a switch and queues, which a destructor may use as well.
    """

    def __init__(self, source: _Source) -> None:
        self._switch = _Switch(1)
        self._room: SimpleQueue[None] = SimpleQueue()
        self._ready: SimpleQueue[_Found] = SimpleQueue()
        # It sees the context of the consumer, such as the span that it is in.
        run = contextvars.copy_context().run
        self._thread = threading.Thread(
            target=run,
            args=(_read, source, self._switch, self._room, self._ready),
            name="vt-sdk-feed",
            daemon=True,
        )
        self._thread.start()

    def go(self) -> None:
        """Let it make lines; until then it only gets what it makes them of."""
        for _ in range(_AHEAD - 1):
            self._room.put(None)

    def take(self) -> list[_Line] | None:
        """Give the next lines, None at the end or after `stop`; raise what ended it."""
        while True:
            try:
                found = self._ready.get(timeout=_LOOK_S)
            except Empty:
                if not self._thread.is_alive() and self._ready.empty():
                    raise _GoneError from None
                continue
            if isinstance(found, BaseException):
                raise found
            self._room.put(None)
            return found

    def stop(self) -> None:
        self._switch.turn_off()
        self._room.put(None)
        self._ready.put(None)  # wakes a consumer in another thread

    @property
    def is_alive(self) -> bool:
        return self._thread.is_alive()

    def join(self, seconds: float) -> None:
        if self._thread is not threading.current_thread():
            self._thread.join(seconds)


def _stop_all(readers: list[_Reader]) -> None:
    for reader in tuple(readers):
        reader.stop()


def _while_on(switch: _Switch, pieces: Iterator[bytes]) -> Iterator[bytes]:
    for piece in pieces:
        if switch.is_off:
            raise _SwitchedOffError
        yield piece


class _Sink:
    """Takes the packed batch, until nobody wants it any more."""

    def __init__(self, file: IO[bytes], switch: _Switch) -> None:
        self._file = file
        self._switch = switch

    def begin(self) -> None:
        with _mapped_errors():
            self._file.seek(0)
            self._file.truncate()

    def write(self, chunk: bytes, /) -> None:
        if self._switch.is_off:
            raise _SwitchedOffError
        with _mapped_errors():
            self._file.write(chunk)


def _fetching(request: Request, wait_s: float) -> Flow[Response]:
    """Ask for a batch until it is there."""
    while True:
        try:
            return (yield from fetch(request, lambda response, request: response))
        except NotAvailableYetError as error:
            wait = wait_s if error.retry_after is None else max(1.0, error.retry_after)
            request = replace(request, delay=wait, attempt=1)


def _downloaded(
    call: Callable[[Flow[Response], _Switch], Response],
    request: Request,
    policy: RetryPolicy,
    wait_s: float,
    max_bytes: int,
    skip: int,
    switch: _Switch,
) -> Generator[list[_Line], None, None]:
    """Download a batch and give its lines; one that came damaged is downloaded again."""
    done = skip
    for attempt in count(1):
        with tempfile.SpooledTemporaryFile(_IN_MEMORY) as file:
            sending = replace(
                request, sink=_Sink(file, switch), max_bytes=max_bytes, attempt=attempt
            )
            if attempt > 1:
                longest = min(policy.cap_s, policy.base_s * 2 ** (attempt - 2))
                sending = replace(sending, delay=longest * policy.random())
            response = call(_fetching(sending, wait_s), switch)
            yield []
            file.seek(0)
            begin = file.read(_SHOWN_BYTES)
            file.seek(0)
            try:
                for lines in _lines(_while_on(switch, _unpacked(file, max_bytes)), done):
                    done += len(lines)
                    yield lines
                return
            except _DamagedError as error:
                if attempt < policy.attempts and policy.connection_loss:
                    continue
                raise InvalidResponseError(
                    f"the batch cannot be unpacked: {error}; it begins with {begin[:80]!r}",
                    raw=begin,
                    status=response.status,
                    content_type=response.header("content-type"),
                ) from error


# --- batches on disk -----------------------------------------------------------------------------


class _Pieces:
    """Pieces of bytes, to be read like a file."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces = pieces
        self._left = b""

    def read(self, size: int = _CHUNK, /) -> bytes:
        """Give the next bytes, at most `size` and at least one unless it is the end."""
        while not self._left:
            piece = next(self._pieces, None)
            if piece is None:
                return b""
            self._left = piece
        found, self._left = self._left[:size], self._left[size:]
        return found

    def peek(self, size: int) -> bytes:
        """Give the next bytes, as many as that if there are, and keep them."""
        while len(self._left) < size and (piece := next(self._pieces, None)) is not None:
            self._left += piece
        return self._left[:size]


def _chunks(source: _Readable) -> Iterator[bytes]:
    return iter(lambda: source.read(_CHUNK), b"")


def _text(source: _Readable, max_bytes: int) -> Iterator[bytes]:
    """Give the text of a file that may be packed."""
    given = _Pieces(_chunks(source))
    if _HEADER.match(given.peek(4)):
        return _unpacked(given, max_bytes)
    return _chunks(given)


def _contents(source: _Readable, max_bytes: int) -> Iterator[Iterator[bytes]]:
    """Give the text of a batch, or of each batch in an archive."""
    content = _Pieces(_text(source, max_bytes))
    if content.peek(512)[257:262] != b"ustar":
        yield _chunks(content)
        return
    with tarfile.open(fileobj=cast("IO[bytes]", content), mode="r|") as archive:
        for member in archive:
            if (file := archive.extractfile(member)) is not None:
                yield _text(file, max_bytes)
    for _ in _chunks(content):  # its checksums are looked at
        pass


def _from_disk(
    source: AbstractContextManager[BinaryIO], max_bytes: int, skip: int, switch: _Switch
) -> Generator[list[_Line], None, None]:
    try:
        with source as stream, _mapped_errors():
            yield []
            for content in _contents(stream, max_bytes):
                for lines in _lines(_while_on(switch, content)):
                    left = lines[skip:]
                    skip = max(0, skip - len(lines))
                    if left:
                        yield left
    except (_DamagedError, tarfile.TarError) as error:
        raise InvalidResponseError(f"the file cannot be unpacked: {error}") from error


# --- objects -------------------------------------------------------------------------------------


class _Objects(Iterator[M], Generic[M]):
    """Makes objects of lines, and keeps account of those of which none can be made."""

    def __init__(self, model: type[M], on_broken: Callable[[BrokenLine], object] | None) -> None:
        model.ensure_built()
        self._model = model
        self._validate: Callable[[bytes], M] = model.__pydantic_validator__.validate_json
        self._on_broken = on_broken
        self._broken: deque[BrokenLine] = deque(maxlen=_KEPT_BROKEN)
        self._broken_count = 0
        self._lines: Iterator[_Line] = iter(())
        # Not a plain one: `on_broken` may ask for the next object.
        self._lock = threading.RLock()
        self._readers: list[_Reader] = []
        self._stop = weakref.finalize(self, _stop_all, self._readers)

    @property
    def broken(self) -> tuple[BrokenLine, ...]:
        """The lines of which no object could be made, the last hundred of them."""
        return tuple(self._broken)

    @property
    def broken_count(self) -> int:
        """How many lines there were of which no object could be made."""
        return self._broken_count

    @abstractmethod
    def _next_lines(self) -> list[_Line]:
        """Give the next lines, or raise."""

    @abstractmethod
    def _advance(self) -> None:
        """Count a line as done."""

    @abstractmethod
    def _place(self) -> str:
        """Tell where the line stands that was done last."""

    @abstractmethod
    def _fail(self) -> None:
        """Make sure that no line is lost by an error."""

    def _check(self, item: M) -> None:
        """Look at an object before it is given."""

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> M:
        with self._lock:
            while True:
                try:
                    while (line := next(self._lines, None)) is None:
                        self._lines = iter(self._next_lines())
                    found = self._made(line)
                    self._advance()
                except BaseException:
                    self._lines = iter(())
                    self._fail()
                    raise
                if isinstance(found, VirusTotalAPIError):
                    self._tell(line, found)
                elif found is not None:
                    self._check(found)
                    return found

    def _made(self, line: _Line) -> M | VirusTotalAPIError | None:
        """Make the object of a line, or the error why there is none; None if the line is empty."""
        if isinstance(line, _LongLine):
            return InvalidResponseError(f"the line has more than {MAX_LINE_BYTES} bytes")
        try:
            item = self._validate(line)
            if "id" in item.__dict__:
                return item
        except ValidationError:
            if not line.strip():
                return None
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

    def _tell(self, line: _Line, error: VirusTotalAPIError) -> None:
        if isinstance(line, _LongLine):
            broken = BrokenLine(self._place(), line.begin, line.size, error)
        else:
            broken = BrokenLine(self._place(), line[:_KEPT_BYTES], len(line), error)
        self._broken.append(broken)
        self._broken_count += 1
        _log.warning("a line of %d bytes is broken, at %s", broken.size, broken.place)
        if self._on_broken is not None:
            self._on_broken(broken)

    def _opened(self, source: _Source) -> _Reader:
        reader = _Reader(source)
        self._readers[:] = [r for r in self._readers if r.is_alive] + [reader]
        if not self._stop.alive:  # closed by another thread
            reader.stop()
        return reader

    def close(self) -> None:
        """End the threads, and wait a moment for them; nothing more is given."""
        readers = tuple(self._readers)
        self._stop()
        end = time.monotonic() + _JOIN_S
        for reader in readers:
            reader.join(max(0.0, end - time.monotonic()))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


class Feed(_Objects[M]):
    """The objects of a feed, batch after batch: an iterator without an end, unless one was given.

    It waits where the next batch is not there yet. The threads end with the last object before
    `end`, with `close`, and when nobody holds the feed any more. An error does not end it: the next
    object that is asked for is the one at the cursor.
    """

    def __init__(
        self,
        group: VirusTotalAPI,
        operation: Operation,
        model: type[M],
        start: datetime | None,
        *,
        end: datetime | None,
        cursor: str | None,
        max_gaps: int,
        wait_s: float,
        max_bytes: int,
        on_broken: Callable[[BrokenLine], object] | None,
        options: CallOptions,
    ) -> None:
        for name, number, least in (("max_gaps", max_gaps, 0), ("max_bytes", max_bytes, 1)):
            if not isinstance(number, int) or number < least:
                raise InvalidInputError(f"{name}: expected {least} or more, got {number!r:.100}")
        if not isinstance(wait_s, (int, float)) or not wait_s > 0:
            raise InvalidInputError(f"wait_s: expected seconds above 0, got {wait_s!r:.100}")
        if start is not None and cursor is not None:
            raise InvalidInputError("start, cursor: only one of them says where to begin")
        # The batch, and how many of its lines are done.
        self._position: tuple[datetime, int] = (
            (_minute(datetime.now(UTC) - _LAG if start is None else start), 0)
            if cursor is None
            else _position(cursor)
        )
        if end is not None:
            utc_text(end, _CURSOR_FORM)  # refuses what is no moment
        self._last = end
        self._group, self._operation = group, operation
        self._max_gaps = max_gaps
        self._gaps: deque[datetime] = deque(maxlen=_KEPT_GAPS)
        # Those in a row of which nothing shows yet that they are no fault.
        self._missing: list[datetime] = []
        self._reader: _Reader | None = None
        self._reading: datetime = self._position[0]
        self._taken = 0
        self._ahead: tuple[datetime, _Reader] | None = None
        limits = _limits(options)

        def call(flow: Flow[Response], switch: _Switch) -> Response:
            return group._call_within(replace(limits, sleep=switch.sleep), flow)

        def source(minute: datetime, skip: int) -> _Source:
            request = operation.request(utc_text(minute, _CURSOR_FORM))
            policy = group.settings.retry
            return partial(_downloaded, call, request, policy, wait_s, max_bytes, skip)

        self._source = source
        super().__init__(model, on_broken)

    def __repr__(self) -> str:
        return f"<Feed of {self._model.__name__} at {self.cursor}>"

    @property
    def cursor(self) -> str:
        """Where the feed goes on: a feed with this cursor begins behind the last object given.

        The minute of a batch and the number of its lines that are done: `202601021530-17`.
        """
        return _cursor(*self._position)

    @property
    def gaps(self) -> tuple[datetime, ...]:
        """The minutes that have no batch and were passed over."""
        return tuple(self._gaps)

    def _next_lines(self) -> list[_Line]:
        while not self._was_closed():
            if self._reader is None:
                self._reading = self._missing[-1] + _MINUTE if self._missing else self._position[0]
                if self._last is not None and self._reading >= self._last:
                    self._pass_over()
                    self.close()
                    break
                self._reader, self._taken = self._reader_of_batch(), 0
            try:
                lines = self._reader.take()
            except _GoneError:
                self._fail()
                continue
            except (NotFoundError, InvalidResponseError) as error:
                # Either the service does not know the batch, or the storage does not have it.
                if isinstance(error, InvalidResponseError) and error.status != 404:
                    raise
                self._miss(error)
                continue
            if self._was_closed():
                break
            self._pass_over()
            if lines is None:
                self._position = (self._reading + _MINUTE, 0)
                self._reader = None
                continue
            self._taken += 1
            # Not before, so that who wants a few objects does not download two batches.
            if self._taken == _TAKEN_BEFORE_NEXT and self._ahead is None:
                self._look_ahead()
            return lines
        raise StopIteration

    def _was_closed(self) -> bool:
        return not self._stop.alive

    def _reader_of_batch(self) -> _Reader:
        skip = 0 if self._missing else self._position[1]
        ahead, self._ahead = self._ahead, None
        if ahead is not None and ahead[0] == self._reading:
            reader = ahead[1]
        else:
            if ahead is not None:
                ahead[1].stop()
            reader = self._opened(self._source(self._reading, skip))
        reader.go()
        return reader

    def _look_ahead(self) -> None:
        minute = self._reading + _MINUTE
        if self._last is None or minute < self._last:
            self._ahead = (minute, self._opened(self._source(minute, 0)))

    def _miss(self, error: VirusTotalAPIError) -> None:
        """Note that the batch is not there."""
        self._reader = None
        self._missing.append(self._reading)
        if len(self._missing) > self._max_gaps:
            minutes, self._missing = tuple(self._missing), []
            raise FeedGapError(
                f"{len(minutes)} batches in a row are missing, from"
                f" {utc_text(minutes[0], _CURSOR_FORM)} on: {error.message}",
                minutes=minutes,
                reason=error,
            ) from error

    def _pass_over(self) -> None:
        """Leave the missing batches behind: there is one after them, or it is the end."""
        if self._missing:
            for minute in self._missing:
                _log.warning("the feed has no batch of %s", utc_text(minute, _CURSOR_FORM))
            self._gaps.extend(self._missing)
            self._missing = []
            self._position = (self._reading, 0)

    def _advance(self) -> None:
        minute, done = self._position
        self._position = (minute, done + 1)

    def _place(self) -> str:
        minute, done = self._position
        return _cursor(minute, done - 1)

    def _check(self, item: M) -> None:
        settings = self._group.settings
        if settings.on_drift is not None or settings.on_event is not None or settings.strict:
            self._group._look_for_drift(self._operation.name, item)

    def _fail(self) -> None:
        # What was taken out of its lines is lost; they are had again from the cursor on.
        self._reader = self._ahead = None
        self._missing = []
        _stop_all(self._readers)


class Replay(_Objects[M]):
    """The objects of a batch on disk, an iterator. An error ends it, `close` too."""

    def __init__(
        self,
        source: str | os.PathLike[str] | BinaryIO,
        model: type[M],
        *,
        skip: int,
        max_bytes: int,
        on_broken: Callable[[BrokenLine], object] | None,
    ) -> None:
        for name, number, least in (("skip", skip, 0), ("max_bytes", max_bytes, 1)):
            if not isinstance(number, int) or number < least:
                raise InvalidInputError(f"{name}: expected {least} or more, got {number!r:.100}")
        super().__init__(model, on_broken)
        self._done = skip
        opened: AbstractContextManager[BinaryIO]
        if isinstance(source, (str, os.PathLike)):
            with _mapped_errors():
                opened = open(source, "rb")  # noqa: SIM115  # the thread closes it
        else:
            opened = nullcontext(source)
        self._reader = self._opened(partial(_from_disk, opened, max_bytes, skip))
        self._reader.go()

    def __repr__(self) -> str:
        return f"<Replay of {self._model.__name__} at {self._done}>"

    @property
    def done(self) -> int:
        """How many lines are done; with `skip=` of that many one goes on behind them."""
        return self._done

    def _next_lines(self) -> list[_Line]:
        lines = self._reader.take() if self._stop.alive else None
        if lines is None:
            raise StopIteration
        return lines

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
        InvalidResponseError: When iterated: the file is damaged. All that is before comes first.
    """
    return Replay(source, model, skip=skip, max_bytes=max_bytes, on_broken=on_broken)


# --- moments -------------------------------------------------------------------------------------


def _minute(moment: datetime) -> datetime:
    return datetime.strptime(utc_text(moment, _CURSOR_FORM), _CURSOR_FORM).replace(tzinfo=UTC)


def _cursor(minute: datetime, done: int) -> str:
    return f"{utc_text(minute, _CURSOR_FORM)}-{done}"


def _position(cursor: str) -> tuple[datetime, int]:
    matched = _CURSOR.fullmatch(cursor) if isinstance(cursor, str) else None
    try:
        if matched is None:
            raise ValueError
        minute = datetime.strptime(matched[1], _CURSOR_FORM).replace(tzinfo=UTC)
    except ValueError:
        raise InvalidInputError(
            f"cursor: expected YYYYMMDDhhmm-N, as a feed gives it, got {cursor!r:.100}"
        ) from None
    return minute, int(matched[2] or 0)
