"""What follows a submission for analysis: waiting for it, then getting the report."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, TypeAlias, TypeVar

from vt_sdk import models
from vt_sdk.core.arguments import checked_seconds
from vt_sdk.core.flow import Flow, Reader
from vt_sdk.core.objects import AnalysisDescriptor
from vt_sdk.core.policy import fetch
from vt_sdk.core.readers import read_object, read_page
from vt_sdk.core.request import Request
from vt_sdk.drivers.waiting import Submission
from vt_sdk.errors import APIError, InvalidResponseError, LookupOnlyError
from vt_sdk.operations.analyses import GET_ANALYSIS
from vt_sdk.operations.private_analyses import GET_PRIVATE_ANALYSIS

__all__ = [
    "AnalysisProgress",
    "PrivateAnalysisProgress",
    "analysing",
    "analysing_privately",
    "looking_first",
]

T = TypeVar("T")
R = TypeVar("R", "models.File", "models.URL")

# Called with each state of the analysis that was seen.
AnalysisProgress: TypeAlias = Callable[["models.Analysis"], object]
PrivateAnalysisProgress: TypeAlias = Callable[["models.PrivateAnalysis"], object]


def analysing(
    result: Callable[[models.Analysis], Request],
    read_result: Reader[T],
    deadline: float,
    on_progress: AnalysisProgress | None,
) -> Submission[models.Analysis, T]:
    """Make what follows a submission for analysis: waiting for it, then getting the report."""
    read = read_object(models.Analysis)
    return Submission(GET_ANALYSIS, read, result, read_result, deadline, on_progress)


def analysing_privately(
    result: Callable[[models.PrivateAnalysis], Request],
    read_result: Reader[T],
    deadline: float,
    on_progress: PrivateAnalysisProgress | None,
) -> Submission[models.PrivateAnalysis, T]:
    """Make what follows a private submission: waiting for its analysis, then getting the report."""
    read = read_object(models.PrivateAnalysis)
    return Submission(GET_PRIVATE_ANALYSIS, read, result, read_result, deadline, on_progress)


# Of addresses that are too long for the service, it cannot say whether it knows the object.
_UNKNOWN: Final = (404, 414)


def looking_first(
    report: Request,
    analyses: Callable[[str], Request],
    submitting: Flow[AnalysisDescriptor],
    submission: Submission[models.Analysis, R],
) -> Flow[R]:
    """Get the report of an object, with verdicts, as cheaply as it can be had.

    What the service does not know is submitted. What it knows and has not analysed is waited for if
    an analysis goes on, and submitted else.

    Args:
        report: asks for the report.
        analyses: makes the request for the analyses of the object by its id.
        submitting: submits it.
        submission: what follows that.

    Raises:
        LookupOnlyError: it would have to be submitted, and the client only looks things up.
    """
    checked_seconds("deadline", submission.deadline, or_zero=True)
    try:
        found = yield from fetch(report, submission.read_result)
    except (APIError, InvalidResponseError) as error:
        if error.status not in _UNKNOWN:
            raise
        return (yield from submission.follow(submitting))
    if found.is_known:
        return found
    if running := (yield from _running(analyses(found.id))):
        return (yield from submission.finish(running))
    try:
        return (yield from submission.follow(submitting))
    except LookupOnlyError as error:
        raise LookupOnlyError(
            f"the {found.type} {found.id} is known to the service, but it has not been analysed;"
            " that would take a submission, and this client only looks things up"
        ) from error


def _running(analyses: Request) -> Flow[models.Analysis | None]:
    """Find the newest analysis that goes on, as far as the service says so."""
    try:
        page = yield from fetch(analyses, read_page(models.Analysis))
    except APIError:
        return None  # free keys may not ask
    for analysis in page:
        if getattr(analysis.attributes, "status", None) in ("queued", "in-progress"):
            return analysis
    return None
