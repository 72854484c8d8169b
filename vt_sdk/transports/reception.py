"""Takes the body of an answer as it comes, within its size and its time, and unpacks it.

HTTP libraries differ in what they take for a whole body and in how much they unpack at once, so
none of them is asked to. It takes constant memory, whatever it was packed to.
"""

import threading
import time
import zlib
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Final

from vt_sdk.core.request import MAX_ANSWER_BYTES, Request, Response
from vt_sdk.core.settings import KEY_HEADER, spellings_of
from vt_sdk.errors import InvalidResponseError
from vt_sdk.transports.redaction import Redactor

if TYPE_CHECKING:
    from vt_sdk.transports.base import Incoming, Outgoing

__all__ = [
    "ANSWER_READS",
    "CHUNK",
    "PIECE",
    "Decoder",
    "Reception",
    "TooLargeError",
    "bound",
    "pours",
    "received",
]

ANSWER_READS: Final = 10
"""So many times the time for one read is what an answer has until its headers are complete."""

PIECE: Final = 1 << 17
"""Bytes of an answer in memory that are read at once; most answers fit into one of these."""

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

    Attributes:
        came: how many bytes were taken.

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
        self.came = self._given = 0

    def feed(self, piece: bytes) -> Iterator[bytes]:
        """Yield what a piece holds, in chunks of at most `CHUNK` bytes if it is compressed.

        Raises:
            zlib.error: it is damaged, or hardly anything comes out of it.
        """
        self.came += len(piece)
        if self._plain:
            yield piece
            return
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
            elif self.came > 2 * self._given + _SLACK:
                # Such as empty parts without an end, of which nobody else gets to hear.
                raise zlib.error("hardly anything comes out of it")
            unpacker = self._unpacker
            piece = unpacker.unused_data if unpacker.eof else unpacker.unconsumed_tail
            more = bool(piece) or len(chunk) == CHUNK  # a full one may leave more within

    def finish(self) -> None:
        """Check that the last piece was the end.

        Raises:
            zlib.error: it was not.
        """
        if self.came and not (self._plain or self._unpacker.eof):
            raise zlib.error("the compressed body ends too early")


def pours(request: Request, status: int) -> bool:
    """Return whether the body of an answer of this status goes into the sink of the request."""
    return request.sink is not None and 200 <= status <= 299


class TooLargeError(Exception):
    """A body has more bytes than allowed."""


class Reception:
    """Takes the body of an answer: into the sink of the request, or else into memory.

    Attributes:
        status: of the answer.
        headers: of the answer, names in lower case.
        pours: whether it goes into the sink.
        end: the time by which it must be complete; None if it may take its time while it moves.
        kept: what came into memory.
        size: the bytes of all that came.
    """

    def __init__(
        self, out: "Outgoing", status: int, headers: Iterable[tuple[str, str]], is_decoded: bool
    ) -> None:
        found: dict[str, str] = {}
        for name, value in headers:
            name = name.lower()
            found[name] = f"{found[name]}, {value}" if name in found else value
        self._out = out
        self.status, self.headers = status, found
        request = out.request
        is_error = not 200 <= status <= 299
        self.pours = pours(request, status)
        # An error is small, whatever was asked for.
        self.max_bytes = min(request.max_bytes, MAX_ANSWER_BYTES) if is_error else request.max_bytes
        self._patience = None if out.read is None else ANSWER_READS * out.read
        self.end: float | None = None
        if not self.pours:
            # The time that a large body took, as long as it moved, is not the answer's.
            if out.until is not None:
                self.end = out.until
            elif self._patience is not None and self.max_bytes <= MAX_ANSWER_BYTES:
                self.end = time.monotonic() + self._patience
        self._encoding = "" if is_decoded else found.get("content-encoding", "").lower()
        self._sink = request.sink if self.pours else None
        self._on_received = request.on_received if self.pours else None
        self.size = self._announced = 0
        length = found.get("content-length", "")
        has_body = out.method != "HEAD" and status not in (204, 304)
        if has_body and not is_decoded and "transfer-encoding" not in found:
            # What is no number of bytes is left to the library.
            self._announced = int(length) if length.isdecimal() and len(length) < 19 else 0
        self.kept: bytes | bytearray = b""

    def begin(self) -> None:
        """Open the sink; what an earlier attempt wrote is forgotten."""
        self._decoder = Decoder(self._encoding)
        self.unpack: Callable[[bytes], Iterable[bytes]] = self._decoder.feed
        if self._sink is not None:
            self._sink.begin()

    def due(self) -> float | None:
        """Return when the next piece must be there, None for any time.

        Raises:
            TimeoutError: the time is over; not every connection watches it.
        """
        if self.end is not None and time.monotonic() > self.end:
            raise TimeoutError("the answer takes too long")
        if self.end is not None or self._patience is None:
            return self.end
        return time.monotonic() + self._patience

    def take(self, chunk: bytes) -> None:
        """Take the next bytes.

        Raises:
            TooLargeError: they are more than allowed.
        """
        self.size += len(chunk)
        if self.size > self.max_bytes:
            raise TooLargeError
        if self._sink is not None:
            self._sink.write(chunk)
        elif not self.kept:
            self.kept = chunk
        else:
            # Not a list: a server that sends a few bytes at a time would fill memory with objects.
            if isinstance(self.kept, bytes):
                self.kept = bytearray(self.kept)
            self.kept += chunk

    def report(self) -> None:
        """Tell the caller how much came, where that is wanted."""
        if self._on_received is not None:
            total = None if self._encoding else self._announced
            self._on_received(self.size, total or None)

    def finish(self) -> None:
        """Check that all of it came.

        Raises:
            ConnectionError: less came than was announced; not every library tells.
            zlib.error: what was packed has no end.
        """
        if self._decoder.came < self._announced:
            raise ConnectionResetError("closed before the body was complete")
        self._decoder.finish()

    def response(self, from_cache: bool) -> Response:
        """Return the answer; what it repeats of the key in its headers is hidden."""
        return Response(
            status=self.status,
            headers=_without_key(self.headers, self._out.headers.get(KEY_HEADER)),
            body=bytes(self.kept),
            method=self._out.method,
            url=self._out.shown_url,
            size=self.size,
            from_cache=from_cache,
        )

    def problem(self, error: Exception) -> InvalidResponseError:
        """Return what is wrong with a body that could not be taken."""
        if isinstance(error, TooLargeError):
            text = f"the answer has more than {self.max_bytes} bytes"
            begin = bytes(self.kept[:PIECE])
        else:
            text, begin = "the answer cannot be decompressed", b""
        return InvalidResponseError(
            text, raw=begin, status=self.status, content_type=self.headers.get("content-type", "")
        )


def _without_key(headers: dict[str, str], key: str | None) -> dict[str, str]:
    """Return the headers of an answer without the key that was sent with the request."""
    together, spellings = "\0".join(headers.values()), spellings_of(key)
    if not any(map(together.__contains__, spellings)):
        return headers
    redactor = Redactor(spellings)
    return {name: redactor.text(value) for name, value in headers.items()}


class _Bound(threading.local):
    """How long the exchange of this thread may take, for connections that look it up.

    Attributes:
        out: what is sent, None outside of an exchange, where connections are left alone.
        end: when what is read now must be there, None for any time.
    """

    out: "Outgoing | None" = None
    end: float | None = None


bound: Final = _Bound()


def received(
    out: "Outgoing", answer: "Incoming", coding_errors: tuple[type[Exception], ...]
) -> Reception:
    """Read the body of an answer in this thread, within its size and its time.

    Args:
        out: what was sent.
        answer: what came of it so far.
        coding_errors: the errors that mean that the body cannot be unpacked.

    Raises:
        InvalidResponseError: it cannot be, or has more bytes than allowed.
    """
    reception = Reception(out, answer.status, answer.headers, answer.is_decoded)
    refusals: tuple[type[Exception], ...] = (*coding_errors, TooLargeError)
    try:
        reception.begin()
        bound.end = reception.due()
        for piece in answer.pieces:
            for chunk in reception.unpack(piece):
                reception.take(chunk)
            if reception.pours:
                reception.report()
            bound.end = reception.due()
        reception.finish()
        return reception
    except refusals as error:
        problem = reception.problem(error)
    raise problem
