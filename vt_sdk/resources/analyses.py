"""Analyses: their state, and waiting until they are completed."""

from typing import Unpack

from vt_sdk import models
from vt_sdk.api import VirusTotalAPI
from vt_sdk.core.flow import Flow
from vt_sdk.core.objects import AnalysisDescriptor
from vt_sdk.core.operation import TimeoutOption
from vt_sdk.core.readers import read_object
from vt_sdk.core.waiting import DEFAULT_DEADLINE, AnalysisProgress
from vt_sdk.operations.analyses import GET_ANALYSIS, AnalysisOperations
from vt_sdk.resources._waiting import waiting

__all__ = ["VirusTotalAPIAnalyses", "waiting_for"]


def waiting_for(
    analysis: AnalysisDescriptor | models.Analysis | str,
    deadline: float,
    on_progress: AnalysisProgress | None,
) -> "Flow[models.Analysis]":
    """Give the flow that polls an analysis until it is completed."""
    return waiting(GET_ANALYSIS, read_object(models.Analysis), analysis, deadline, on_progress)


class VirusTotalAPIAnalyses(AnalysisOperations, VirusTotalAPI):
    """Analyses of files and URLs."""

    def wait(
        self,
        analysis: AnalysisDescriptor | models.Analysis | str,
        *,
        deadline: float = DEFAULT_DEADLINE,
        on_progress: AnalysisProgress | None = None,
        **options: Unpack[TimeoutOption],
    ) -> models.Analysis:
        """Wait until an analysis is completed.

        `GET /analyses/{object_id}`, first after 2 seconds, then at growing intervals up to 20
        seconds. An answer that the quota is spent lengthens the interval and never ends the wait.

        Args:
            analysis: what a submission returned, or its id.
            deadline: seconds to wait at most, 15 minutes if not given.
            on_progress: called with each state that was seen.
            options: `timeout` of each request, see `CallOptions`.

        Returns:
            The completed `Analysis`.

        Raises:
            WaitTimeoutError: the analysis was not completed before the deadline.
            AnalysisFailedError: the analysis ended without a result.
            APIError: the service answered with an error, among others NotFoundError.
            TransportError: no answer came.

        A public key will do.
        https://docs.virustotal.com/reference/analysis
        """
        return self._call(waiting_for(analysis, deadline, on_progress), **options)
