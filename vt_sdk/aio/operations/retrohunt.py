"""The operations of the group `retrohunt`.

Do not edit: `python3 scripts/generate.py` made it from `vt_sdk/operations/retrohunt.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal, Unpack

from vt_sdk import models
from vt_sdk.aio.api import AsyncVirusTotalAPI
from vt_sdk.core.async_paging import AsyncPage
from vt_sdk.core.async_readers import read_page
from vt_sdk.core.operation import CallOptions, RelationshipName, TimeoutOption
from vt_sdk.core.policy import fetch
from vt_sdk.core.readers import read_nothing, read_object
from vt_sdk.drivers.waiting import waiting
from vt_sdk.operations.retrohunt import (
    ABORT_RETROHUNT_JOB,
    CREATE_RETROHUNT_JOB,
    DELETE_RETROHUNT_JOB,
    GET_RETROHUNT_JOB,
    GET_RETROHUNT_JOB_OWNER,
    LIST_RETROHUNT_JOBS,
    LIST_RETROHUNT_MATCHES,
    RetrohuntPeriod,
)

__all__ = ["AsyncVirusTotalAPIRetrohunt"]


class AsyncVirusTotalAPIRetrohunt(AsyncVirusTotalAPI):
    """Retrohunt: YARA rules that run on stored files."""

    async def get_page(
        self,
        limit: int = 10,
        cursor: str | None = None,
        *,
        filter: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[models.RetrohuntJob]:
        """List one's Retrohunt jobs.

        `GET /intelligence/retrohunt_jobs`

        A page holds 10 items unless limit says otherwise, and at most 40.

        Args:
            limit: How many items a page holds, 1 to 40.
            cursor: Where to go on, the cursor of the page before; absent for the first page.
            filter: Narrows the list to jobs of one status: status:starting, status:running,
                status:aborting, status:aborted or status:finished.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            A `AsyncPage` of `RetrohuntJob` objects, 40 at most.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others InvalidArgumentError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        https://docs.virustotal.com/reference/get-retrohunt-jobs
        """
        return await self._call(
            fetch(
                LIST_RETROHUNT_JOBS.request(
                    query={"filter": filter, "limit": limit, "cursor": cursor}
                ),
                read_page(models.RetrohuntJob),
            ),
            options,
        )

    async def create(
        self,
        rules: str,
        *,
        notification_email: str | None = None,
        corpus: Literal["goodware", "main"] | None = None,
        time_range: RetrohuntPeriod | None = None,
        **options: Unpack[CallOptions],
    ) -> models.RetrohuntJob:
        """Search stored files by YARA rules.

        `POST /intelligence/retrohunt_jobs`

        The job goes on after the answer; `vt.retrohunt.get` tells how far it is. A user may
        have 10 jobs at once, a job 300 rules.

        Args:
            rules: Text of the YARA rules, 300 rules at most.
            notification_email: Address that gets an e-mail at the end; none if absent.
            corpus: Files to search: those of the last months (main, if absent), or about a
                million known harmless ones (goodware), which shows false positives.
            time_range: When the files to search were sent in: 90 days back at most, 180 or 365
                with a privilege; all of that time if absent.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The `RetrohuntJob`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others InvalidArgumentError,
                ForbiddenError.
            TransportError: no answer came; `may_have_arrived` says whether the request may have.

        Needs a premium key.
        https://docs.virustotal.com/reference/create-retrohunt-job
        """
        return await self._call(
            fetch(
                CREATE_RETROHUNT_JOB.request(
                    data={
                        "type": "retrohunt_job",
                        "attributes": CREATE_RETROHUNT_JOB.given(
                            {
                                "rules": rules,
                                "notification_email": notification_email,
                                "corpus": corpus,
                                "time_range": time_range,
                            }
                        ),
                    }
                ),
                read_object(models.RetrohuntJob),
            ),
            options,
        )

    async def get(
        self,
        job_id: str,
        *,
        relationships: Sequence[models.RetrohuntJobRelationship | RelationshipName] | None = None,
        **options: Unpack[CallOptions],
    ) -> models.RetrohuntJob:
        """Get a Retrohunt job.

        `GET /intelligence/retrohunt_jobs/{job_id}`

        Its status is starting, running, aborting, aborted or finished; progress is in percent.

        Args:
            job_id: The id of the job, the name of the user, a hyphen and the time in Unix
                seconds.
            relationships: Names of relationships whose descriptors shall come with the object;
                none if absent.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The `RetrohuntJob`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        https://docs.virustotal.com/reference/get-retrohunt-job
        """
        return await self._call(
            fetch(
                GET_RETROHUNT_JOB.request(job_id, query={"relationships": relationships}),
                read_object(models.RetrohuntJob),
            ),
            options,
        )

    async def delete(self, job_id: str, **options: Unpack[CallOptions]) -> None:
        """Delete a Retrohunt job.

        `DELETE /intelligence/retrohunt_jobs/{job_id}`

        Args:
            job_id: The id of the job, the name of the user, a hyphen and the time in Unix
                seconds.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        https://docs.virustotal.com/reference/delete-retrohunt-job
        """
        return await self._call(fetch(DELETE_RETROHUNT_JOB.request(job_id), read_nothing), options)

    async def abort(self, job_id: str, **options: Unpack[CallOptions]) -> None:
        """Stop a Retrohunt job.

        `POST /intelligence/retrohunt_jobs/{job_id}/abort`

        Its status is aborting for a while and then aborted.

        Args:
            job_id: The id of the job, the name of the user, a hyphen and the time in Unix
                seconds.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        https://docs.virustotal.com/reference/abort-retrohunt-job
        """
        return await self._call(fetch(ABORT_RETROHUNT_JOB.request(job_id), read_nothing), options)

    async def get_matching_files(
        self,
        job_id: str,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[models.File]:
        """List the files that a Retrohunt job has found.

        `GET /intelligence/retrohunt_jobs/{job_id}/matching_files`

        The context attributes of each file name the rule that matched and say whether a file
        inside it did. The list grows while the job runs. A page holds 10 items unless limit
        says otherwise, and at most 40.

        Args:
            job_id: The id of the job, the name of the user, a hyphen and the time in Unix
                seconds.
            limit: How many items a page holds, 1 to 40.
            cursor: Where to go on, the cursor of the page before; absent for the first page.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            A `AsyncPage` of `File` objects, 40 at most.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        https://docs.virustotal.com/reference/get-retrohunt-job-relationships
        """
        return await self._call(
            fetch(
                LIST_RETROHUNT_MATCHES.request(job_id, query={"limit": limit, "cursor": cursor}),
                read_page(models.File),
            ),
            options,
        )

    async def get_owner(self, job_id: str, **options: Unpack[CallOptions]) -> models.User:
        """Get the user whose Retrohunt job it is.

        `GET /intelligence/retrohunt_jobs/{job_id}/owner`

        Args:
            job_id: The id of the job, the name of the user, a hyphen and the time in Unix
                seconds.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The `User`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        https://gtidocs.virustotal.com/reference/retrohunt-job-owner
        """
        return await self._call(
            fetch(GET_RETROHUNT_JOB_OWNER.request(job_id), read_object(models.User)), options
        )

    async def wait(
        self,
        job: models.RetrohuntJob | str,
        *,
        deadline: float = GET_RETROHUNT_JOB.wait.deadline,
        on_progress: Callable[[models.RetrohuntJob], object] | None = None,
        **options: Unpack[TimeoutOption],
    ) -> models.RetrohuntJob:
        """Wait until a Retrohunt job is finished.

        `GET /intelligence/retrohunt_jobs/{job_id}`, first after 2 seconds, then at growing
        intervals up to 1 minute. Answers that may pass (404 right after a submission, 429, 5xx)
        and lost connections do not end it. `vt.retrohunt.get_matching_files` gives what was
        found, while the job runs too.

        Args:
            job: what `create` returned, or its id.
            deadline: seconds to wait at most, 6 hours if not given.
            on_progress: called with each state that was seen.
            options: `timeout` of each request, see `CallOptions`.

        Returns:
            The finished `RetrohuntJob`.

        Raises:
            InvalidInputError: an argument does not have its shape.
            WaitTimeoutError: it was not finished before the deadline; `analysis_id` names it.
            AnalysisFailedError: it ended without a result.
            APIError: the service answered with an error, among others NotFoundError.
            TransportError: no answer came.

        Needs a premium key.
        https://docs.virustotal.com/reference/get-retrohunt-job
        """
        read = read_object(models.RetrohuntJob)
        flow = waiting(GET_RETROHUNT_JOB, read, job, deadline, on_progress)
        return await self._call(flow, options)
