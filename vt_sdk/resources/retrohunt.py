"""Retrohunt: YARA rules that run on stored files."""

from collections.abc import Callable
from typing import Unpack

from vt_sdk import models
from vt_sdk.core.operation import TimeoutOption
from vt_sdk.core.readers import read_object
from vt_sdk.operations.retrohunt import GET_RETROHUNT_JOB, RetrohuntOperations
from vt_sdk.resources._waiting import waiting

__all__ = ["VirusTotalAPIRetrohunt"]


class VirusTotalAPIRetrohunt(RetrohuntOperations):
    """Retrohunt: YARA rules that run on stored files."""

    def wait(
        self,
        job: models.RetrohuntJob | str,
        *,
        deadline: float = GET_RETROHUNT_JOB.wait.deadline,
        on_progress: Callable[[models.RetrohuntJob], object] | None = None,
        **options: Unpack[TimeoutOption],
    ) -> models.RetrohuntJob:
        """Wait until a Retrohunt job is finished.

        `GET /intelligence/retrohunt_jobs/{job_id}`, first after 2 seconds, then at growing
        intervals up to a minute. Answers that may pass (404 right after a submission, 429, 5xx) and
        lost connections do not end it. `get_matching_files` gives what was found, while the job
        runs too.

        Args:
            job: what `create` returned, or its id.
            deadline: seconds to wait at most, 6 hours if not given.
            on_progress: called with each state that was seen.
            options: `timeout` of each request, see `CallOptions`.

        Returns:
            The finished `RetrohuntJob`.

        Raises:
            InvalidInputError: an argument does not have its shape.
            WaitTimeoutError: the job was not finished before the deadline.
            AnalysisFailedError: the job was aborted.
            APIError: the service answered with an error, among others NotFoundError.
            TransportError: no answer came.

        Needs a premium key.
        https://docs.virustotal.com/reference/get-retrohunt-job
        """
        read = read_object(models.RetrohuntJob)
        flow = waiting(GET_RETROHUNT_JOB, read, job, deadline, on_progress)
        return self._call(flow, **options)
