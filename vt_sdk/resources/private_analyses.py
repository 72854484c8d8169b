"""Analyses of private scanning: what a private submission leads to."""

from collections.abc import Callable
from typing import TypeAlias, Unpack

from vt_sdk import models
from vt_sdk.api import VirusTotalAPI
from vt_sdk.core.flow import Flow
from vt_sdk.core.objects import AnalysisDescriptor
from vt_sdk.core.operation import TimeoutOption
from vt_sdk.core.readers import read_object
from vt_sdk.core.waiting import DEFAULT_DEADLINE
from vt_sdk.operations.private_analyses import GET_PRIVATE_ANALYSIS, PrivateAnalysisOperations
from vt_sdk.resources._waiting import waiting

__all__ = ["PrivateAnalysisProgress", "VirusTotalAPIPrivateAnalyses", "waiting_for"]

# Called with each state of the analysis that was seen.
PrivateAnalysisProgress: TypeAlias = Callable[["models.PrivateAnalysis"], object]


def waiting_for(
    analysis: AnalysisDescriptor | models.PrivateAnalysis | str,
    deadline: float,
    on_progress: PrivateAnalysisProgress | None,
) -> "Flow[models.PrivateAnalysis]":
    """Give the flow that polls a private analysis until it is completed."""
    read = read_object(models.PrivateAnalysis)
    return waiting(GET_PRIVATE_ANALYSIS, read, analysis, deadline, on_progress)


class VirusTotalAPIPrivateAnalyses(PrivateAnalysisOperations, VirusTotalAPI):
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
        to 20 seconds. An answer that the quota is spent lengthens the interval and never ends the
        wait. The time in which a person can work in a sandbox counts.

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
        return self._call(waiting_for(analysis, deadline, on_progress), **options)
