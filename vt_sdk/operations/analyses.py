"""The operations of the group `analyses`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/openapi.yaml`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Literal, Unpack, overload

from vt_sdk import models
from vt_sdk.api import VirusTotalAPI
from vt_sdk.core.objects import AnalysisDescriptor, Descriptor, VTObject
from vt_sdk.core.operation import (
    CallOptions,
    Operation,
    PolledOperation,
    RelationshipName,
    TimeoutOption,
    relationship_name,
)
from vt_sdk.core.paging import Page
from vt_sdk.core.policy import fetch
from vt_sdk.core.readers import (
    read_descriptors,
    read_object,
    read_related,
)
from vt_sdk.core.waiting import Wait
from vt_sdk.drivers.waiting import waiting

GET_ANALYSIS = PolledOperation(
    "get_analysis",
    "GET",
    "/analyses/{}",
    (("object_id", "opaque"),),
    repeatable=True,
    arguments={"relationships": {"type": "array", "items": {"type": "string"}}},
    wait=Wait(
        what="analysis", done="completed", failed=(), first=2, factor=1.6, longest=20, deadline=900
    ),
)
GET_ANALYSIS_RELATIONSHIP = Operation(
    "get_analysis_relationship",
    "GET",
    "/analyses/{}/{}",
    (("object_id", "opaque"), ("relationship", "opaque")),
    repeatable=True,
    arguments={
        "limit": {"type": "integer", "minimum": 1, "maximum": 40},
        "cursor": {"type": "string"},
    },
)
GET_ANALYSIS_RELATIONSHIP_DESCRIPTORS = Operation(
    "get_analysis_relationship_descriptors",
    "GET",
    "/analyses/{}/relationships/{}",
    (("object_id", "opaque"), ("relationship", "opaque")),
    repeatable=True,
    arguments={
        "limit": {"type": "integer", "minimum": 1, "maximum": 40},
        "cursor": {"type": "string"},
    },
)
GET_SUBMISSION = Operation(
    "get_submission",
    "GET",
    "/submissions/{}",
    (("submission_id", "opaque"),),
    repeatable=True,
    arguments={"relationships": {"type": "array", "items": {"type": "string"}}},
)
GET_OPERATION = PolledOperation(
    "get_operation",
    "GET",
    "/operations/{}",
    (("operation_id", "opaque"),),
    repeatable=True,
    wait=Wait(
        what="operation",
        done="finished",
        failed=("aborted",),
        first=2,
        factor=1.6,
        longest=20,
        deadline=900,
    ),
)

# The seed writes a slash before the name of a relationship. Editors complete what is listed in the
# type of an argument, but not what bounds a type variable in it: each name once.
# pyright: reportInvalidTypeVarUse=false
if TYPE_CHECKING:
    # The same; that of `typing` takes jedi so many steps that it tells no type of a result.
    from typing_extensions import TypeVar
else:
    from typing import TypeVar

_SlashFileURLNone = TypeVar("_SlashFileURLNone", bound=Literal["/item"])
_SlashDescriptorNone = TypeVar("_SlashDescriptorNone", bound=Literal["/item"])


class VirusTotalAPIAnalyses(VirusTotalAPI):
    """Analyses: their state, and waiting until they are completed."""

    def get_report(
        self,
        object_id: str,
        *,
        relationships: Sequence[models.AnalysisRelationship | RelationshipName] | None = None,
        **options: Unpack[CallOptions],
    ) -> models.Analysis:
        """Get an analysis.

        `GET /analyses/{object_id}`

        Its status is queued (no results), in-progress (some results) or completed. The file or
        URL that it is about stands in meta.file_info or meta.url_info.

        Args:
            object_id: The id of the analysis, as the answer to a submission gives it.
            relationships: Names of relationships whose descriptors shall come with the object;
                none if absent.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The `Analysis`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError.
            TransportError: no answer came.

        A public key will do.
        https://docs.virustotal.com/reference/analysis
        """
        return self._call(
            fetch(
                GET_ANALYSIS.request(object_id, query={"relationships": relationships}),
                read_object(models.Analysis),
            ),
            options,
        )

    @overload
    def get_relationship(
        self,
        object_id: str,
        relationship: Literal["item"] | _SlashFileURLNone,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> models.File | models.URL | None: ...
    @overload
    def get_relationship(
        self,
        object_id: str,
        relationship: RelationshipName,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[VTObject] | VTObject | None: ...
    def get_relationship(
        self,
        object_id: str,
        relationship: str,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[VTObject] | VTObject | None:
        """Get the objects that are related to an analysis.

        `GET /analyses/{object_id}/{relationship}`

        A relationship to many answers with a page of objects, one to a single object with that
        object or null. An entry of a page may be an error in place of an object. A page holds
        10 items unless limit says otherwise, and at most 40. Some relationships need a premium
        key.

        Args:
            object_id: The id of the analysis, as the answer to a submission gives it.
            relationship: The name of a relationship of the object type analysis, one path
                segment without a slash.
            limit: How many items a page holds, 1 to 40.
            cursor: Where to go on, the cursor of the page before; absent for the first page.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            A `Page` of objects, one object, or None, as the relationship says.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        A public key will do.
        https://docs.virustotal.com/reference/analyses-get-objects
        """
        return self._call(
            fetch(
                GET_ANALYSIS_RELATIONSHIP.request(
                    object_id,
                    relationship_name(relationship),
                    query={"limit": limit, "cursor": cursor},
                ),
                read_related,
            ),
            options,
        )

    @overload
    def get_relationship_descriptors(
        self,
        object_id: str,
        relationship: Literal["item"] | _SlashDescriptorNone,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Descriptor | None: ...
    @overload
    def get_relationship_descriptors(
        self,
        object_id: str,
        relationship: RelationshipName,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[Descriptor] | Descriptor | None: ...
    def get_relationship_descriptors(
        self,
        object_id: str,
        relationship: str,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[Descriptor] | Descriptor | None:
        """Get the types and ids of the objects that are related to an analysis.

        `GET /analyses/{object_id}/relationships/{relationship}`

        Like the objects themselves, but each is only named by type and id, with context
        attributes where the relationship has some; this is cheaper for the service. A page
        holds 10 items unless limit says otherwise, and at most 40.

        Args:
            object_id: The id of the analysis, as the answer to a submission gives it.
            relationship: The name of a relationship of the object type analysis, one path
                segment without a slash.
            limit: How many items a page holds, 1 to 40.
            cursor: Where to go on, the cursor of the page before; absent for the first page.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            A `Page` of descriptors, one descriptor, or None, as the relationship says.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        A public key will do.
        https://docs.virustotal.com/reference/analyses-get-descriptors
        """
        return self._call(
            fetch(
                GET_ANALYSIS_RELATIONSHIP_DESCRIPTORS.request(
                    object_id,
                    relationship_name(relationship),
                    query={"limit": limit, "cursor": cursor},
                ),
                read_descriptors,
            ),
            options,
        )

    def get_submission(
        self,
        submission_id: str,
        *,
        relationships: Sequence[models.SubmissionRelationship | RelationshipName] | None = None,
        **options: Unpack[CallOptions],
    ) -> models.Submission:
        """Get a submission of a file or URL.

        `GET /submissions/{submission_id}`

        The answer says when the object was sent in and, for premium keys, whence and by which
        road.

        Args:
            submission_id: The id of the submission: a letter for the kind of object, its
                SHA-256 and the time.
            relationships: Names of relationships whose descriptors shall come with the object;
                none if absent.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The `Submission`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError.
            TransportError: no answer came.

        A public key will do.
        https://docs.virustotal.com/reference/get-submission
        """
        return self._call(
            fetch(
                GET_SUBMISSION.request(submission_id, query={"relationships": relationships}),
                read_object(models.Submission),
            ),
            options,
        )

    def get_operation(self, operation_id: str, **options: Unpack[CallOptions]) -> models.Operation:
        """Get the state of a task that the service works on after it has answered.

        `GET /operations/{operation_id}`

        Its status is running, finished or aborted. Calls that delete many objects at once
        answer with such an operation.

        Args:
            operation_id: The id of the operation, as the call that started it gives it.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The `Operation`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError.
            TransportError: no answer came.

        A public key will do.
        https://docs.virustotal.com/reference/get-operations-id
        """
        return self._call(
            fetch(GET_OPERATION.request(operation_id), read_object(models.Operation)), options
        )

    def wait(
        self,
        analysis: AnalysisDescriptor | models.Analysis | str,
        *,
        deadline: float = GET_ANALYSIS.wait.deadline,
        on_progress: Callable[[models.Analysis], object] | None = None,
        **options: Unpack[TimeoutOption],
    ) -> models.Analysis:
        """Wait until an analysis is completed.

        `GET /analyses/{object_id}`, first after 2 seconds, then at growing intervals up to 20
        seconds. Answers that may pass (404 right after a submission, 429, 5xx) and lost
        connections do not end it.

        Args:
            analysis: what a submission returned, or its id.
            deadline: seconds to wait at most, 15 minutes if not given.
            on_progress: called with each state that was seen.
            options: `timeout` of each request, see `CallOptions`.

        Returns:
            The completed `Analysis`.

        Raises:
            InvalidInputError: an argument does not have its shape.
            WaitTimeoutError: it was not completed before the deadline; `analysis_id` names it.
            AnalysisFailedError: it ended without a result.
            APIError: the service answered with an error, among others NotFoundError.
            TransportError: no answer came.

        A public key will do.
        https://docs.virustotal.com/reference/analysis
        """
        read = read_object(models.Analysis)
        flow = waiting(GET_ANALYSIS, read, analysis, deadline, on_progress)
        return self._call(flow, options)
