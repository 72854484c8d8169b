"""Waiting for what goes on after the answer: analyses, packing, searches, deletions.

One flow polls with growing intervals until a deadline. What ends a wait, and in which intervals to
look, is said by the operation that is polled, as `x-vt-wait` of the document has it.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final, Protocol, TypeAlias, TypeVar

from vt_sdk import models
from vt_sdk.core.error_bodies import error_from, retry_after
from vt_sdk.core.exchange import Reader, exchange
from vt_sdk.core.flow import Flow
from vt_sdk.core.request import Request
from vt_sdk.errors import AnalysisFailedError, TransportError, WaitTimeoutError

__all__ = [
    "DEFAULT_DEADLINE",
    "AnalysisProgress",
    "Job",
    "Wait",
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


J = TypeVar("J", bound=Job)

# Called with each state of the analysis that was seen.
AnalysisProgress: TypeAlias = Callable[["models.Analysis"], object]

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


def wait_for(
    request: Request,
    wait: Wait,
    read: Reader[J],
    *,
    clock: Callable[[], float],
    deadline: float | None = None,
    on_progress: Callable[[J], object] | None = None,
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

    Raises:
        WaitTimeoutError: it was not done before the deadline.
        AnalysisFailedError: it ended without a result.
    """
    deadline = wait.deadline if deadline is None else deadline
    interval, elapsed = wait.first, 0.0
    started = clock()
    last: J | None = None
    while elapsed < deadline:
        delay = min(interval, deadline - elapsed)
        look = replace(request, delay=delay, until=started + deadline + _LAST_LOOK)
        try:
            response = yield from exchange(look)
        except TransportError as error:
            if error.received_at - started < deadline:
                raise
            raise _too_late(wait, deadline, last) from error
        elapsed = response.received_at - started
        interval = min(interval * wait.factor, wait.longest)
        if response.status == 429:
            interval = max(interval, retry_after(response) or wait.longest)
            continue
        if response.status != 200:
            raise error_from(response)
        last = read(response, request)
        if on_progress is not None:
            on_progress(last)
        status = last.attributes.status
        if status == wait.done:
            return last
        if status in _FAILED or status in wait.failed:
            raise AnalysisFailedError(f"the {wait.what} {last.id} ended as {status!r}", last)
    raise _too_late(wait, deadline, last)


def _too_late(wait: Wait, deadline: float, last: object) -> WaitTimeoutError:
    return WaitTimeoutError(f"the {wait.what} was not {wait.done} within {deadline:g} s", last)
