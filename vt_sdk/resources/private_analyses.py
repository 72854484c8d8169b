"""Analyses of private scanning: what a private submission leads to."""

from collections.abc import Callable
from typing import TypeAlias, TypeVar, Unpack

from vt_sdk import models
from vt_sdk.core.exchange import Reader
from vt_sdk.core.objects import AnalysisDescriptor
from vt_sdk.core.operation import TimeoutOption
from vt_sdk.core.readers import read_object
from vt_sdk.core.request import Request
from vt_sdk.core.waiting import DEFAULT_DEADLINE
from vt_sdk.operations.private_analyses import GET_PRIVATE_ANALYSIS, PrivateAnalysesOperations
from vt_sdk.resources._waiting import Submission, waiting

__all__ = ["PrivateAnalysisProgress", "VirusTotalAPIPrivateAnalyses", "analysing"]

T = TypeVar("T")

# Called with each state of the analysis that was seen.
PrivateAnalysisProgress: TypeAlias = Callable[["models.PrivateAnalysis"], object]


def analysing(
    result: Callable[[models.PrivateAnalysis], Request],
    read_result: Reader[T],
    deadline: float,
    on_progress: PrivateAnalysisProgress | None,
) -> Submission[models.PrivateAnalysis, T]:
    """Make what follows a private submission: waiting for its analysis, then getting the report."""
    read = read_object(models.PrivateAnalysis)
    return Submission(GET_PRIVATE_ANALYSIS, read, result, read_result, deadline, on_progress)


class VirusTotalAPIPrivateAnalyses(PrivateAnalysesOperations):
    """Analyses of private scanning: what a private submission leads to."""

    def wait(
        self,
        analysis: AnalysisDescriptor | models.PrivateAnalysis | str,
        *,
        deadline: float = DEFAULT_DEADLINE,
        on_progress: PrivateAnalysisProgress | None = None,
        **options: Unpack[TimeoutOption],
    ) -> models.PrivateAnalysis:
        """Wait until a private analysis is completed.

        `GET /private/analyses/{analysis_id}`, first after 2 seconds, then at growing intervals up
        to 20 seconds. Answers that may pass (404 right after a submission, 429, 5xx) and lost
        connections do not end it. The time in which a person can work in a sandbox counts.

        Args:
            analysis: what a private submission returned, or its id.
            deadline: seconds to wait at most, 15 minutes if not given.
            on_progress: called with each state that was seen.
            options: `timeout` of each request, see `CallOptions`.

        Returns:
            The completed `PrivateAnalysis`.

        Raises:
            InvalidInputError: an argument does not have its shape.
            WaitTimeoutError: the analysis was not completed before the deadline.
            AnalysisFailedError: the analysis ended without a result.
            APIError: the service answered with an error, among others NotFoundError.
            TransportError: no answer came.

        Needs a premium key.
        https://docs.virustotal.com/reference/private-analysis
        """
        read = read_object(models.PrivateAnalysis)
        flow = waiting(GET_PRIVATE_ANALYSIS, read, analysis, deadline, on_progress)
        return self._call(flow, **options)
