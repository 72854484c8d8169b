"""A request that goes out and the answer that comes back, as values.

A `Request` never holds the API key. It says whether the key is wanted (`authorized`); the transport
puts the key in just before sending, and only for the origin of the configured `base_url`.
"""

import threading
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final, Literal, Protocol, TypeAlias

from vt_sdk.core.layouts import VIRUSTOTAL, Layout
from vt_sdk.status import VTStatus

__all__ = [
    "LONGEST_TIMEOUT_S",
    "LONGEST_WAIT_S",
    "MAX_ANSWER_BYTES",
    "Body",
    "Request",
    "Response",
    "ResponseInfo",
    "Sink",
    "Timeout",
]

Timeout: TypeAlias = float | tuple[float, float] | tuple[float, None] | None

# Thirty years, or what the locks of this system can take; `time.sleep` takes no hundreds of them.
LONGEST_WAIT_S: Final = min(1e9, threading.TIMEOUT_MAX)
# Sockets count milliseconds in 31 bits: with two bits more they time out at once.
LONGEST_TIMEOUT_S: Final = min(float((1 << 31) // 1000), LONGEST_WAIT_S)

# What an answer that is held in memory may have, decoded: ten times the largest report ever seen.
MAX_ANSWER_BYTES: Final = 64 * 1024 * 1024


class Body(Protocol):
    """A request body that is streamed in constant memory."""

    @property
    def content_type(self) -> str:
        """The media type, with its parameters."""
        ...

    @property
    def is_exhausted(self) -> bool:
        """Whether the last byte has been read, so that the other side may have all of it."""
        ...

    def __len__(self) -> int:
        """Return the exact number of bytes that `read` will give in all."""
        ...

    def __iter__(self) -> Iterator[bytes]:
        """Yield the bytes piece by piece; HTTP libraries know a stream by this method."""
        ...

    def read(self, size: int = -1) -> bytes:
        """Return the next bytes, at most `size`, and report them; empty at the end."""
        ...

    def take(self, size: int, /) -> bytes:
        """Return the next bytes without a report, for who reads in another thread than that."""
        ...

    def report(self) -> None:
        """Report to the caller what was taken."""
        ...

    def rewind(self) -> None:
        """Start anew, for the next attempt."""
        ...


class Sink(Protocol):
    """A place that takes the body of an answer in pieces."""

    def begin(self) -> None:
        """Start anew: forget what an earlier attempt wrote."""
        ...

    def write(self, chunk: bytes, /) -> object:
        """Write the next bytes."""
        ...


@dataclass(frozen=True, slots=True)
class Request:
    """One request.

    Attributes:
        method: the HTTP method.
        url: a path below `base_url` (`/files/…`, percent-encoded) or an absolute URL.
        query: the query as pairs, not yet encoded.
        body: the body, whole or streamed.
        content_type: the media type of a body of bytes.
        sink: where the body of a successful answer goes; without one it stays in memory.
        on_received: told how many bytes went into the sink so far, and of how many, None where the
            service does not say.
        delay: seconds that the driver waits before it sends.
        repeatable: whether sending twice does no harm.
        submits: whether it hands data to the service for analysis.
        premium: what of it a free key is refused, by name; empty if nothing.
        headers: further headers.
        authorized: whether the key goes with it, where it goes to the service.
        operation: the name of the operation, for logs.
        attempt: how many times it has been sent, this time included.
        max_bytes: how many bytes the decoded body of the answer may have.
        timeout: what takes the place of the configured timeout.
        until: when the answer must be there, of the clock of `Response.sent_at`.
        layout: the form of the answer.
        skip: how many items of the page were had before; `iter_all` begins after them.
        redirects: how many redirects led to it; it costs nothing more than what it began with.
    """

    method: str
    url: str
    query: tuple[tuple[str, str], ...] = ()
    body: bytes | Body | None = field(default=None, repr=False)
    content_type: str = ""
    sink: Sink | None = field(default=None, repr=False)
    on_received: Callable[[int, int | None], object] | None = field(default=None, repr=False)
    delay: float = 0.0
    repeatable: bool = False
    submits: bool = False
    premium: str = ""
    headers: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    authorized: bool = True
    operation: str = ""
    attempt: int = 1
    max_bytes: int = MAX_ANSWER_BYTES
    timeout: Timeout | Literal["configured"] = "configured"
    until: float | None = None
    layout: Layout = VIRUSTOTAL
    skip: int = 0
    redirects: int = field(default=0, compare=False)

    @property
    def only_looks_up(self) -> bool:
        """Whether it hands over nothing and changes nothing."""
        return self.method in ("GET", "HEAD") and not self.submits


@dataclass(frozen=True, slots=True)
class Response:
    """One answer.

    Attributes:
        status: the HTTP status.
        headers: the headers, names in lower case.
        body: the decoded body; empty where it went to a sink.
        method: the method of the request.
        url: the absolute URL that answered.
        sent_at: when the request was sent, in seconds of a clock that never goes back; what runs
            the call says so, whatever the transport does.
        received_at: when the answer was complete, of the same clock.
        attempts: how many times the request was sent to get this answer.
        size: the bytes of the decoded body, also where it went to a sink.
        from_cache: whether nothing was sent, since a caching session had it.
    """

    status: int
    headers: Mapping[str, str]
    body: bytes = field(repr=False)
    method: str = ""
    url: str = ""
    sent_at: float = 0.0
    received_at: float = 0.0
    attempts: int = 1
    size: int = 0
    from_cache: bool = False

    def header(self, name: str) -> str:
        """Return a header by its name in lower case, empty if it is absent."""
        return self.headers.get(name, "")


@dataclass(frozen=True, slots=True)
class ResponseInfo:
    """What an object keeps of the answer that brought it: status and headers, not the body."""

    status: VTStatus
    headers: Mapping[str, str]
