"""The operations of the group `private_analyses`.

Do not edit: `python3 scripts/generate.py` made it from `vt_sdk/operations/private_analyses.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal, Unpack, overload

from vt_sdk import models
from vt_sdk.aio.api import AsyncVirusTotalAPI
from vt_sdk.core.async_paging import AsyncPage
from vt_sdk.core.async_readers import read_descriptors, read_page, read_related
from vt_sdk.core.objects import AnalysisDescriptor, Descriptor, VTObject
from vt_sdk.core.operation import CallOptions, RelationshipName, TimeoutOption, relationship_name
from vt_sdk.core.policy import fetch
from vt_sdk.core.readers import read_object
from vt_sdk.drivers.waiting import waiting
from vt_sdk.operations.private_analyses import (
    GET_PRIVATE_ANALYSIS,
    GET_PRIVATE_ANALYSIS_RELATIONSHIP,
    GET_PRIVATE_ANALYSIS_RELATIONSHIP_DESCRIPTORS,
    LIST_PRIVATE_ANALYSES,
    _SlashDescriptorNone,
    _SlashPrivateFilePrivateURLNone,
    _SlashUserNone,
)

__all__ = ["AsyncVirusTotalAPIPrivateAnalyses"]


class AsyncVirusTotalAPIPrivateAnalyses(AsyncVirusTotalAPI):
    """Analyses of private scanning: what a private submission leads to.

    Needs the licence for private scanning.
    """

    async def get_page(
        self,
        limit: int = 10,
        cursor: str | None = None,
        *,
        order: Literal["date+", "date-"] | str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[models.PrivateAnalysis]:
        """List the private analyses, newest first.

        `GET /private/analyses`

        The analyses of files and URLs of the key's owner, as far as they are still kept. A page
        holds 10 items unless limit says otherwise, and at most 40.

        Args:
            limit: How many items a page holds, 1 to 40.
            cursor: Where to go on, the cursor of the page before; absent for the first page.
            order: How the list is sorted: by date, the oldest first with a plus sign and the
                newest first with a minus sign. Default: date-.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            A `AsyncPage` of `PrivateAnalysis` objects, 40 at most.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others InvalidArgumentError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        https://docs.virustotal.com/reference/list-private-analyses
        """
        return await self._call(
            fetch(
                LIST_PRIVATE_ANALYSES.request(
                    query={"order": order, "limit": limit, "cursor": cursor}
                ),
                read_page(models.PrivateAnalysis),
            ),
            options,
        )

    async def get(
        self,
        analysis_id: str,
        *,
        relationships: Sequence[models.PrivateAnalysisRelationship | RelationshipName]
        | None = None,
        **options: Unpack[CallOptions],
    ) -> models.PrivateAnalysis:
        """Get how far a private analysis is.

        `GET /private/analyses/{analysis_id}`

        The status goes from queued over in-progress to completed; what each sandbox is at is
        there as well. The answer has no verdicts: these are in the report of the file or URL,
        whose hash stands beside the data.

        Args:
            analysis_id: The id of the private analysis, as the answer to a submission gives it.
            relationships: Names of relationships whose descriptors shall come with the object;
                none if absent.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The `PrivateAnalysis`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        https://docs.virustotal.com/reference/private-analysis
        """
        return await self._call(
            fetch(
                GET_PRIVATE_ANALYSIS.request(analysis_id, query={"relationships": relationships}),
                read_object(models.PrivateAnalysis),
            ),
            options,
        )

    @overload
    async def get_relationship(
        self,
        analysis_id: str,
        relationship: Literal["item"] | _SlashPrivateFilePrivateURLNone,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> models.PrivateFile | models.PrivateURL | None: ...
    @overload
    async def get_relationship(
        self,
        analysis_id: str,
        relationship: Literal["submitter"] | _SlashUserNone,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> models.User | None: ...
    @overload
    async def get_relationship(
        self,
        analysis_id: str,
        relationship: RelationshipName,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[VTObject] | VTObject | None: ...
    async def get_relationship(
        self,
        analysis_id: str,
        relationship: str,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[VTObject] | VTObject | None:
        """Get the objects that are related to a private analysis.

        `GET /private/analyses/{analysis_id}/{relationship}`

        A relationship to many answers with a page of objects, one to a single object with that
        object or null. An entry of a page may be an error in place of an object. A page holds
        10 items unless limit says otherwise, and at most 40.

        Args:
            analysis_id: The id of the private analysis, as the answer to a submission gives it.
            relationship: The name of a relationship of the object type private_analysis, one
                path segment without a slash.
            limit: How many items a page holds, 1 to 40.
            cursor: Where to go on, the cursor of the page before; absent for the first page.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            A `AsyncPage` of objects, one object, or None, as the relationship says.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        https://docs.virustotal.com/reference/get-private-analyses-relationship
        """
        return await self._call(
            fetch(
                GET_PRIVATE_ANALYSIS_RELATIONSHIP.request(
                    analysis_id,
                    relationship_name(relationship),
                    query={"limit": limit, "cursor": cursor},
                ),
                read_related,
            ),
            options,
        )

    @overload
    async def get_relationship_descriptors(
        self,
        analysis_id: str,
        relationship: Literal["item", "submitter"] | _SlashDescriptorNone,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Descriptor | None: ...
    @overload
    async def get_relationship_descriptors(
        self,
        analysis_id: str,
        relationship: RelationshipName,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[Descriptor] | Descriptor | None: ...
    async def get_relationship_descriptors(
        self,
        analysis_id: str,
        relationship: str,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[Descriptor] | Descriptor | None:
        """Get the types and ids of the objects that are related to a private analysis.

        `GET /private/analyses/{analysis_id}/relationships/{relationship}`

        Like the objects themselves, but each is only named by type and id, with context
        attributes where the relationship has some; this is cheaper for the service. A page
        holds 10 items unless limit says otherwise, and at most 40.

        Args:
            analysis_id: The id of the private analysis, as the answer to a submission gives it.
            relationship: The name of a relationship of the object type private_analysis, one
                path segment without a slash.
            limit: How many items a page holds, 1 to 40.
            cursor: Where to go on, the cursor of the page before; absent for the first page.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            A `AsyncPage` of descriptors, one descriptor, or None, as the relationship says.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        https://gtidocs.virustotal.com/reference/private-analyses-relationships-descriptor
        """
        return await self._call(
            fetch(
                GET_PRIVATE_ANALYSIS_RELATIONSHIP_DESCRIPTORS.request(
                    analysis_id,
                    relationship_name(relationship),
                    query={"limit": limit, "cursor": cursor},
                ),
                read_descriptors,
            ),
            options,
        )

    async def wait(
        self,
        analysis: AnalysisDescriptor | models.PrivateAnalysis | str,
        *,
        deadline: float = GET_PRIVATE_ANALYSIS.wait.deadline,
        on_progress: Callable[[models.PrivateAnalysis], object] | None = None,
        **options: Unpack[TimeoutOption],
    ) -> models.PrivateAnalysis:
        """Wait until a private analysis is completed.

        `GET /private/analyses/{analysis_id}`, first after 2 seconds, then at growing intervals
        up to 20 seconds. Answers that may pass (404 right after a submission, 429, 5xx) and
        lost connections do not end it. The time in which a person can work in a sandbox counts.

        Args:
            analysis: what a submission returned, or its id.
            deadline: seconds to wait at most, 15 minutes if not given.
            on_progress: called with each state that was seen.
            options: `timeout` of each request, see `CallOptions`.

        Returns:
            The completed `PrivateAnalysis`.

        Raises:
            InvalidInputError: an argument does not have its shape.
            WaitTimeoutError: it was not completed before the deadline; `analysis_id` names it.
            AnalysisFailedError: it ended without a result.
            APIError: the service answered with an error, among others NotFoundError.
            TransportError: no answer came.

        Needs a premium key.
        https://docs.virustotal.com/reference/private-analysis
        """
        read = read_object(models.PrivateAnalysis)
        flow = waiting(GET_PRIVATE_ANALYSIS, read, analysis, deadline, on_progress)
        return await self._call(flow, options)
