"""bzip2, unpacked on several cores, and nothing given that its checksum does not confirm.

Unpacking takes most of the time that a feed takes: measured over a batch of 20,000 objects (127 MB)
where the official client took 38 s, one thread for it beside the one that makes the objects took
21 s, four took 11 s. The decompressor of the standard library lets other threads run, but works
through one block after the other, and gives the text of a block before it knows whether it is
damaged. So the packed bytes are cut into blocks here, and each is unpacked as a stream of its own,
checksum and all.

A stream is a header of 4 bytes, blocks, and an end with a checksum over the checksums of the
blocks, padded to whole bytes; there may be several. Blocks and ends start at any bit with a mark of
48 bits, which nothing else is likely to have, and a checksum of 32.
"""

import re
from bz2 import BZ2Decompressor
from collections import deque
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from typing import Final, Protocol

from vt_sdk.drivers.background import Task, Workers
from vt_sdk.errors import InvalidResponseError

__all__ = ["HEADER", "DamagedError", "Readable", "unpacked"]

HEADER: Final = re.compile(rb"BZh[1-9]")
_BLOCK: Final = 0x314159265359
_END: Final = 0x177245385090
# A mark and the checksum that follows it.
_MARK_BITS: Final = 80

_CHUNK: Final = 1 << 18
# No block has more packed.
_MAX_BLOCK_BYTES: Final = 2 << 20
# Streams without a block; a few would be strange already.
_MAX_EMPTY: Final = 1000


class DamagedError(Exception):
    """The packed bytes are cut off or not what was packed."""


class Readable(Protocol):
    """What bytes are read from."""

    def read(self, size: int = ..., /) -> bytes:
        """Return the next bytes, at most `size` and none only at the end."""
        ...


@dataclass(frozen=True, slots=True)
class _Part:
    """What stands between two marks, the first of them included: a block or an end.

    Attributes:
        header: the header of its stream.
        bits: the bits, as a number.
        size: how many there are.
    """

    header: bytes
    bits: int
    size: int

    @property
    def checksum(self) -> int:
        return (self.bits >> (self.size - _MARK_BITS)) & 0xFFFFFFFF

    @property
    def next_header(self) -> bytes | None:
        """The header that follows an end, empty if it is the last; None if this is no end."""
        tail = self.size - _MARK_BITS
        if self.bits >> (self.size - 48) != _END or tail >= 40:
            return None
        header = (self.bits & 0xFFFFFFFF).to_bytes(4, "big") if tail >= 32 else b""
        return header if tail < 8 or HEADER.fullmatch(header) else None

    def joined(self, other: "_Part") -> "_Part":
        return _Part(self.header, self.bits << other.size | other.bits, self.size + other.size)

    def unpacked(self) -> list[bytes]:
        """Return the text of a block, in pieces: put together it would take twice the memory."""
        stream = (self.bits << 48 | _END) << 32 | self.checksum
        bits = self.size + _MARK_BITS
        padding = -bits % 8
        packed = self.header + (stream << padding).to_bytes((bits + padding) // 8, "big")
        decompressor, pieces = BZ2Decompressor(), []
        try:
            while packed or not (decompressor.eof or decompressor.needs_input):
                pieces.append(decompressor.decompress(packed, _CHUNK))
                packed = b""
        except (OSError, EOFError, ValueError) as error:
            raise DamagedError("a block is damaged") from error
        if not decompressor.eof:
            raise DamagedError("a block is cut off")
        return pieces


# For each mark and each bit of a byte where it may begin the bytes that it fills whole.
_INNER: Final = tuple(
    (mark, shift, (mark << (8 - shift)).to_bytes(7, "big")[1:6])
    for mark in (_BLOCK, _END)
    for shift in range(8)
)


def _bits(data: bytes, start: int, end: int) -> int:
    value = int.from_bytes(data[start // 8 : (end + 7) // 8], "big") >> (-end % 8)
    return value & ((1 << (end - start)) - 1)


def _marks(data: bytes, start: int) -> list[int]:
    """Return the bits where marks begin that are there with their checksum, from a byte on."""
    found = []
    for mark, shift, inner in _INNER:
        place = data.find(inner, start + 1)
        while place >= 0:
            bit = (place - 1) * 8 + shift
            if bit + _MARK_BITS <= len(data) * 8 and _bits(data, bit, bit + 48) == mark:
                found.append(bit)
            place = data.find(inner, place + 1)
    return sorted(found)


def _parts(source: Readable) -> Iterator[_Part]:
    """Cut packed bytes at their marks; the last part is an end."""
    data, looked, begin, header, empty = b"", 0, 0, b"", 0
    while chunk := source.read(_CHUNK):
        data += chunk
        for bit in _marks(data, looked):
            if not header:
                if bit != 32 or not HEADER.match(data):
                    raise DamagedError("not what bzip2 packs")
                header, begin = data[:4], bit
            elif bit - begin >= _MARK_BITS:
                part = _Part(header, _bits(data, begin, bit), bit - begin)
                yield part
                header, begin = part.next_header or header, bit
                empty = 0 if part.next_header is None else empty + 1
                if empty > _MAX_EMPTY:
                    raise DamagedError("not what bzip2 packs")
        # The last bytes may hold a mark whose checksum did not come; what was given is let go.
        looked = max(0, len(data) - _MARK_BITS // 8 - begin // 8)
        data, begin = data[begin // 8 :], begin % 8
        if len(data) > _MAX_BLOCK_BYTES:
            raise DamagedError("not what bzip2 packs")
    if not header:
        raise DamagedError("not what bzip2 packs")
    last = _Part(header, _bits(data, begin, len(data) * 8), len(data) * 8 - begin)
    if last.next_header != b"":
        raise DamagedError("cut off")
    yield last


def _begun(
    workers: Workers, parts: Iterator[_Part], ahead: int
) -> Iterator[tuple[_Part, Task[list[bytes]]]]:
    """Return each part and its unpacking, so many of which are begun ahead."""
    waiting: deque[tuple[_Part, Task[list[bytes]]]] = deque()
    try:
        for part in parts:
            waiting.append((part, workers.submit(part.unpacked)))
            if len(waiting) > ahead:
                yield waiting.popleft()
    except DamagedError:
        # Not kept in a variable: its traceback would hold this frame, and all that stands above.
        yield from waiting
        raise
    yield from waiting


def unpacked(source: Readable, max_bytes: int, threads: int) -> Generator[bytes, None, None]:
    """Unpack bzip2, block by block; only what its checksum confirms comes out.

    Args:
        source: the packed bytes.
        max_bytes: how many may come out.
        threads: how many blocks are unpacked at once, at 5 MB of memory for each.

    Raises:
        DamagedError: after all that comes before the damage.
        InvalidResponseError: it is more than `max_bytes`.
    """
    workers = Workers(threads, "vt-sdk-bzip2")
    total = checksum = 0
    try:
        begun = _begun(workers, _parts(source), threads)
        for part, task in begun:
            if part.next_header is not None:
                if part.checksum != checksum:
                    raise DamagedError("the checksums do not agree")
                checksum = 0
                continue
            try:
                pieces = task.result()
            except DamagedError:
                # Once in a hundred terabytes there is a mark within a block.
                other, _ = next(begun)
                if other.next_header is not None:
                    raise
                pieces = part.joined(other).unpacked()
            del task  # it holds them too
            checksum = (checksum << 1 & 0xFFFFFFFF | checksum >> 31) ^ part.checksum
            total += sum(map(len, pieces))
            if total > max_bytes:
                raise InvalidResponseError(f"the batch has more than {max_bytes} bytes unpacked")
            yield from pieces
            del pieces
    finally:
        workers.close()
