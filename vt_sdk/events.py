"""What happens on the way over the wire, as values for an application's own eyes.

A client that is given `on_event=` calls it with each of these, in the thread of the call. None of
them holds the API key, the body or the full address. What answers hold that the models do not know
is not among them, since they would have to be read to the end: `on_drift=` asks for that.
"""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from vt_sdk.errors import VirusTotalAPIError
from vt_sdk.status import VTStatus

__all__ = [
    "Event",
    "RequestFailed",
    "RequestSent",
    "ResponseReceived",
    "RetryPlanned",
    "Usage",
    "Waiting",
]


@dataclass(frozen=True, slots=True)
class RequestSent:
    """A request goes out.

    Attributes:
        operation: the operation that was called, such as `get_file`.
        method: the HTTP method.
        path: the path below `base_url`; for an address of another origin, that origin only.
        attempt: 1 for the first time, 2 for its first repetition.
        size: the bytes of the body.
    """

    operation: str
    method: str
    path: str
    attempt: int
    size: int


@dataclass(frozen=True, slots=True)
class ResponseReceived:
    """An answer is there, whatever its status.

    Attributes:
        operation: the operation that was called.
        status: the HTTP status.
        attempt: which attempt got it.
        seconds: how long it took from sending to the last byte.
        size: the bytes of the decoded body.
        from_cache: whether nothing was sent, since a caching session had it.
    """

    operation: str
    status: VTStatus
    attempt: int
    seconds: float
    size: int
    from_cache: bool = False


@dataclass(frozen=True, slots=True)
class RequestFailed:
    """No answer came, or one that cannot be read.

    Attributes:
        operation: the operation that was called.
        error: why: a `TransportError`, an `InvalidResponseError` for what cannot be unpacked or is
            too large, a `FileReadError` for a file that gave out while it was sent or written.
        attempt: which attempt failed.
        seconds: how long it took.
    """

    operation: str
    error: VirusTotalAPIError
    attempt: int
    seconds: float


@dataclass(frozen=True, slots=True)
class RetryPlanned:
    """A request will be sent again.

    Attributes:
        operation: the operation that was called.
        because: the status that was answered, or the error in place of an answer.
        attempt: the attempt that comes next.
        seconds: how long it waits before.
    """

    operation: str
    because: VTStatus | VirusTotalAPIError
    attempt: int
    seconds: float


@dataclass(frozen=True, slots=True)
class Waiting:
    """A request waits before it goes.

    Attributes:
        operation: the operation that was called.
        reason: `rate_limit` for a place in the quota, `poll` for what is not there yet, such
            as a finished analysis or the next batch of a feed.
        seconds: how long.
    """

    operation: str
    reason: Literal["rate_limit", "poll"]
    seconds: float


Event: TypeAlias = RequestSent | ResponseReceived | RequestFailed | RetryPlanned | Waiting
"""Anything that `on_event=` is called with."""


@dataclass(frozen=True, slots=True)
class Usage:
    """What one operation has cost since the client was made.

    Attributes:
        requests: how many requests went out; each counts against the quota. What a redirect leads
            to is not one more.
        retries: how many of them were repetitions.
        failures: how many got no answer, or one that is an error.
        sent_bytes: the bytes of the bodies that went out.
        received_bytes: the bytes of the decoded answers.
        waited_s: seconds spent waiting: for places, repetitions, analyses and other jobs, batches.
    """

    requests: int = 0
    retries: int = 0
    failures: int = 0
    sent_bytes: int = 0
    received_bytes: int = 0
    waited_s: float = 0.0
