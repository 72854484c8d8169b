"""Unpacks the body of an answer as it comes, in constant memory, whatever it was packed to.

HTTP libraries differ in what they take for a whole body and in how much they unpack at once, so
none of them is asked to.
"""

import zlib
from collections.abc import Iterable, Iterator
from typing import Final

__all__ = ["CHUNK", "Decoder"]

CHUNK: Final = 1 << 18
"""How many bytes a compressed body gives at once, at most."""

# What a compressed body may have before anything comes out of it.
_SLACK: Final = 1 << 20

# The header tells gzip from deflate.
_ANY_HEADER: Final = 32 + zlib.MAX_WBITS


class Decoder:
    """Takes a body as it was sent and gives what is in it.

    Args:
        encoding: the `Content-Encoding`, in lower case.

    Raises:
        zlib.error: nobody has asked for this one.
    """

    def __init__(self, encoding: str) -> None:
        self._plain = encoding in ("", "identity")
        if not self._plain and encoding not in ("gzip", "x-gzip", "deflate"):
            raise zlib.error(f"{encoding!r:.50} was not asked for")
        self._may_lack_header = encoding == "deflate"
        self._unpacker = zlib.decompressobj(_ANY_HEADER)
        self._begin = b""  # all that came until something comes out
        self._taken = self._given = 0

    def feed(self, piece: bytes) -> Iterable[bytes]:
        """Return what a piece holds, in chunks of at most `CHUNK` bytes if it is compressed.

        Raises:
            zlib.error: it is damaged, or hardly anything comes out of it.
        """
        return (piece,) if self._plain else self._unpacked(piece)

    def finish(self) -> None:
        """Check that the last piece was the end.

        Raises:
            zlib.error: it was not.
        """
        if self._taken and not self._unpacker.eof:
            raise zlib.error("the compressed body ends too early")

    def _unpacked(self, piece: bytes) -> Iterator[bytes]:
        self._taken += len(piece)
        self._begin = b"" if self._given else self._begin + piece
        more = bool(piece)
        while more:
            if self._unpacker.eof:
                # Zeros may fill it up, and another part may follow.
                piece = piece.lstrip(b"\0")
                if not piece:
                    break
                self._unpacker = zlib.decompressobj(_ANY_HEADER)
            try:
                chunk = self._unpacker.decompress(piece, CHUNK)
            except zlib.error:
                if self._given or not self._may_lack_header:
                    raise
                # Some send deflate without the header that belongs to it.
                self._may_lack_header, piece = False, self._begin
                self._unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
                continue
            self._given += len(chunk)
            if chunk:
                yield chunk
            elif self._taken > 2 * self._given + _SLACK:
                # Such as empty parts without an end, of which nobody else gets to hear.
                raise zlib.error("hardly anything comes out of it")
            unpacker = self._unpacker
            piece = unpacker.unused_data if unpacker.eof else unpacker.unconsumed_tail
            more = bool(piece) or len(chunk) == CHUNK  # a full one may leave more within
