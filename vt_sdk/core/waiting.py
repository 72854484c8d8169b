"""Waiting for an analysis: a flow that polls with growing intervals until a deadline."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final, TypeAlias

from vt_sdk import models
from vt_sdk.core.error_bodies import error_from, retry_after
from vt_sdk.core.exchange import Reader, exchange
from vt_sdk.core.flow import Flow
from vt_sdk.core.request import Request
from vt_sdk.errors import AnalysisFailedError, TransportError, WaitTimeoutError

__all__ = ["DEFAULT_DEADLINE", "AnalysisProgress", "Waiting", "wait_for_analysis"]

# Called with each state of the analysis that was seen.
AnalysisProgress: TypeAlias = Callable[["models.Analysis"], object]

DEFAULT_DEADLINE: Final = 900.0

# The last look starts at the deadline at the latest and has so many seconds to be answered.
_LAST_LOOK: Final = 10.0


@dataclass(frozen=True, slots=True)
class Waiting:
    """How an unfinished analysis is polled, in seconds.

    Each poll costs quota, so the interval grows from `first` by `factor` up to `longest`.
    """

    first: float = 2.0
    factor: float = 1.6
    longest: float = 20.0


# Documented are queued, in-progress and completed; these would end a wait without a result
# (assumed). Any other state is waited out, since the vocabulary is open.
_FAILED: Final = frozenset({"aborted", "error", "failed", "timeout"})

_POLICY: Final = Waiting()


def wait_for_analysis(
    request: Request,
    read: "Reader[models.Analysis]",
    *,
    clock: Callable[[], float],
    deadline: float = DEFAULT_DEADLINE,
    on_progress: AnalysisProgress | None = None,
    policy: Waiting = _POLICY,
) -> "Flow[models.Analysis]":
    """Poll an analysis until it is completed.

    Args:
        request: asks for the analysis.
        read: reads the answer.
        clock: the clock of `Response.sent_at`.
        deadline: seconds that the wait takes at most, the first interval included.
        on_progress: called with each state that was seen.
        policy: the intervals.

    Raises:
        WaitTimeoutError: it was not completed before the deadline.
        AnalysisFailedError: it ended without a result.
    """
    interval, elapsed = policy.first, 0.0
    started = clock()
    last: models.Analysis | None = None
    while elapsed < deadline:
        delay = min(interval, deadline - elapsed)
        look = replace(request, delay=delay, until=started + deadline + _LAST_LOOK)
        try:
            response = yield from exchange(look)
        except TransportError as error:
            if error.received_at - started < deadline:
                raise
            raise _too_late(deadline, last) from error
        elapsed = response.received_at - started
        interval = min(interval * policy.factor, policy.longest)
        if response.status == 429:
            interval = max(interval, retry_after(response) or policy.longest)
            continue
        if response.status != 200:
            raise error_from(response)
        last = read(response, request)
        if on_progress is not None:
            on_progress(last)
        status = last.attributes.status
        if status == "completed":
            return last
        if status in _FAILED:
            raise AnalysisFailedError(f"the analysis {last.id} ended as {status!r}", last)
    raise _too_late(deadline, last)


def _too_late(deadline: float, last: "models.Analysis | None") -> WaitTimeoutError:
    return WaitTimeoutError(f"the analysis was not completed within {deadline:g} s", last)
