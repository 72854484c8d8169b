"""Waiting for what goes on after the answer: analyses, packing, searches, deletions.

One flow polls with growing intervals until a deadline. What ends a wait, and in which intervals to
look, is said by the operation that is polled, as `x-vt-wait` of the document has it.

What is waited for has been paid for, so a wait outlives what may pass, within its deadline, and the
errors that end it name the job.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Final, Protocol, TypeVar

from vt_sdk.core.flow import Flow, Reader
from vt_sdk.core.policy import fetch
from vt_sdk.core.request import Request
from vt_sdk.errors import (
    AnalysisFailedError,
    APIError,
    InvalidResponseError,
    NotAvailableYetError,
    NotFoundError,
    RateLimitError,
    TransportError,
    VirusTotalAPIError,
    WaitTimeoutError,
)

__all__ = [
    "DEFAULT_DEADLINE",
    "Job",
    "Wait",
    "fetch_finished",
    "naming",
    "wait_for",
]


class _State(Protocol):
    @property
    def status(self) -> str | None: ...


class Job(Protocol):
    """Something that the service works on, of which it says how far it is."""

    @property
    def id(self) -> str:
        """The identifier."""
        ...

    @property
    def attributes(self) -> _State:
        """What holds the `status`."""
        ...


T = TypeVar("T")
J = TypeVar("J", bound=Job)

DEFAULT_DEADLINE: Final = 900.0

# The last look starts at the deadline at the latest and has so many seconds to be answered.
_LAST_LOOK: Final = 10.0


@dataclass(frozen=True, slots=True)
class Wait:
    """What ends a wait, and how often to look meanwhile.

    Each look costs quota, so the interval grows from `first` by `factor` up to `longest`.

    Attributes:
        what: what is waited for, in words.
        done: the status of success.
        failed: the documented statuses of failure.
        first: seconds until the first look.
        factor: by how much the interval grows.
        longest: the longest interval in seconds.
        deadline: seconds that the wait takes at most unless the caller says otherwise.
    """

    what: str
    done: str
    failed: tuple[str, ...]
    first: float
    factor: float
    longest: float
    deadline: float


# Not documented for all of them, but after none of these would a result come (assumed). Any other
# state is waited out, since the vocabulary is open.
_FAILED: Final = frozenset({"aborted", "error", "failed", "timeout"})


# A job that the service has named is there, whatever a part of the service knows of it by now; a
# text may be mistyped, and so many answers in a row that it is unknown are believed.
_BELIEVED: Final = 3


@contextmanager
def naming(job_id: str) -> Iterator[None]:
    """Put the job that goes on at the service into each error that leaves."""
    try:
        yield
    except NotFoundError:
        raise  # nothing goes on: of what the service has named, a wait does not end so
    except VirusTotalAPIError as error:
        error.analysis_id = error.analysis_id or job_id
        raise


def wait_for(
    request: Request,
    wait: Wait,
    read: Reader[J],
    *,
    clock: Callable[[], float],
    deadline: float | None = None,
    on_progress: Callable[[J], object] | None = None,
    is_certain: bool = False,
    first: float | None = None,
) -> Flow[J]:
    """Poll something until it is done.

    Args:
        request: asks how far it is.
        wait: what ends the wait.
        read: reads the answer.
        clock: the clock of `Response.sent_at`.
        deadline: seconds that the wait takes at most, the first interval included; None for those
            of the wait.
        on_progress: called with each state that was seen.
        is_certain: whether the service itself has named it, so that it must be there.
        first: seconds until the first look, as the service says, None for those of the wait.

    Raises:
        WaitTimeoutError: it was not done before the deadline.
        AnalysisFailedError: it ended without a result.
        VirusTotalAPIError: what cannot pass.
    """
    deadline = wait.deadline if deadline is None else deadline
    last: J | None = None

    def is_done(state: J) -> bool:
        nonlocal last
        last = state
        if on_progress is not None:
            on_progress(state)
        status = getattr(state.attributes, "status", None)  # absent from a damaged state
        if status in _FAILED or status in wait.failed:
            raise AnalysisFailedError(f"the {wait.what} {state.id} ended as {status!r}", state)
        return status == wait.done

    def too_late() -> WaitTimeoutError:
        return WaitTimeoutError(f"the {wait.what} was not {wait.done} within {deadline:g} s", last)

    end = clock() + deadline
    first = wait.first if first is None else min(first, wait.longest)
    return _poll(request, wait, read, is_done, too_late, clock, end, first, is_certain)


def fetch_finished(
    request: Request,
    wait: Wait,
    read: Reader[T],
    *,
    clock: Callable[[], float],
    end: float,
    last: object,
) -> Flow[T]:
    """Get what has been waited for, which parts of the service may not know for a moment.

    Args:
        request: asks for it.
        wait: what ended the wait.
        read: reads the answer.
        clock: the clock of `Response.sent_at`.
        end: when to give up, of that clock; it is asked for once in any case.
        last: the last state of the job.

    Raises:
        WaitTimeoutError: it could not be had in time.
        VirusTotalAPIError: what cannot pass.
    """

    def too_late() -> WaitTimeoutError:
        return WaitTimeoutError(
            f"the {wait.what} is {wait.done}, but its result could not be had in time", last
        )

    return _poll(request, wait, read, lambda _: True, too_late, clock, end, 0.0, True)


def _poll(
    request: Request,
    wait: Wait,
    read: Reader[T],
    is_done: Callable[[T], bool],
    too_late: Callable[[], WaitTimeoutError],
    clock: Callable[[], float],
    end: float,
    first: float,
    is_certain: bool,
) -> Flow[T]:
    """Ask until the answer is the one that is waited for; outlive what may pass."""
    interval, absences = first, 0
    failure: VirusTotalAPIError | None = None
    while (left := end - clock()) > 0 or interval == 0:
        until = max(end, clock()) + _LAST_LOOK
        look = replace(request, delay=min(interval, max(left, 0.0)), until=until)
        interval = min(interval * wait.factor or wait.first, wait.longest)
        try:
            state = yield from fetch(look, read)
        except VirusTotalAPIError as error:
            failure, left = error, end - clock()
            status = getattr(error, "status", None)
            absences = absences + 1 if status == 404 else 0
            is_believed = not is_certain and (absences == _BELIEVED or left <= 0)
            if not _may_pass(look, error, left) or (absences and is_believed):
                raise
            asked: float | None = getattr(error, "retry_after", None)
            if asked is None and status == 429:
                asked = wait.longest
            interval = max(interval, asked or 0.0)
        else:
            failure, absences = None, 0
            if is_done(state):
                return state
    raise too_late() from failure


def _may_pass(request: Request, error: VirusTotalAPIError, left: float) -> bool:
    if isinstance(error, TransportError):
        return error.is_retryable
    if isinstance(error, RateLimitError):
        return error.retry_after < left
    if isinstance(error, NotAvailableYetError):
        return True
    status = error.status if isinstance(error, (APIError, InvalidResponseError)) else None
    if status is None:
        return False
    if 200 <= status <= 299:
        # A state that cannot be read may come whole the next time; a content is what it is.
        return request.sink is None
    return status in (404, 408, 429) or status >= 500
