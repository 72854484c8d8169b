"""The operations of the group `comments`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/openapi.yaml`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal, Unpack, overload

from vt_sdk import models
from vt_sdk.api import VirusTotalAPI
from vt_sdk.core.objects import Descriptor, VTObject
from vt_sdk.core.operation import (
    CallOptions,
    Operation,
    RelationshipName,
    relationship_name,
)
from vt_sdk.core.paging import Page
from vt_sdk.core.policy import fetch
from vt_sdk.core.readers import (
    read_descriptors,
    read_nothing,
    read_object,
    read_page,
    read_related,
)

LIST_COMMENTS = Operation(
    "list_comments",
    "GET",
    "/comments",
    repeatable=True,
    arguments={
        "filter": {"type": "string"},
        "limit": {"type": "integer", "minimum": 1, "maximum": 40},
        "cursor": {"type": "string"},
    },
)
GET_COMMENT = Operation(
    "get_comment",
    "GET",
    "/comments/{}",
    (("comment_id", "opaque"),),
    repeatable=True,
    arguments={"relationships": {"type": "array", "items": {"type": "string"}}},
)
DELETE_COMMENT = Operation(
    "delete_comment", "DELETE", "/comments/{}", (("comment_id", "opaque"),), repeatable=True
)
VOTE_COMMENT = Operation(
    "vote_comment",
    "POST",
    "/comments/{}/vote",
    (("comment_id", "opaque"),),
    arguments={"data": {"enum": ("positive", "negative", "abuse"), "x-vt-argument": "verdict"}},
    required=("data",),
)
GET_COMMENT_RELATIONSHIP = Operation(
    "get_comment_relationship",
    "GET",
    "/comments/{}/{}",
    (("comment_id", "opaque"), ("relationship", "opaque")),
    repeatable=True,
    arguments={
        "limit": {"type": "integer", "minimum": 1, "maximum": 40},
        "cursor": {"type": "string"},
    },
)
GET_COMMENT_RELATIONSHIP_DESCRIPTORS = Operation(
    "get_comment_relationship_descriptors",
    "GET",
    "/comments/{}/relationships/{}",
    (("comment_id", "opaque"), ("relationship", "opaque")),
    repeatable=True,
    arguments={
        "limit": {"type": "integer", "minimum": 1, "maximum": 40},
        "cursor": {"type": "string"},
    },
)

# The seed writes a slash before the name of a relationship. Editors complete what is listed in the
# type of an argument, but not what bounds a type variable in it: each name once.
# pyright: reportInvalidTypeVarUse=false
if TYPE_CHECKING:
    # The same; that of `typing` takes jedi so many steps that it tells no type of a result.
    from typing_extensions import TypeVar
else:
    from typing import TypeVar

_SlashFileURLDomainIPAddressGraphCollectionNone = TypeVar(
    "_SlashFileURLDomainIPAddressGraphCollectionNone", bound=Literal["/item"]
)
_SlashUserNone = TypeVar("_SlashUserNone", bound=Literal["/author"])
_SlashDescriptorNone = TypeVar("_SlashDescriptorNone", bound=Literal["/author", "/item"])


class VirusTotalAPIComments(VirusTotalAPI):
    """Comments: the latest ones, one by its id, deleting, voting on them."""

    def get_page(
        self,
        limit: int = 10,
        cursor: str | None = None,
        *,
        filter: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[models.Comment]:
        """List the newest comments of all users.

        `GET /comments`

        A filter narrows the list to comments with a tag. A page holds 10 items unless limit
        says otherwise, and at most 40.

        Args:
            limit: How many items a page holds, 1 to 40.
            cursor: Where to go on, the cursor of the page before; absent for the first page.
            filter: Narrows the list; the documented form is tag:name.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            A `Page` of `Comment` objects, 40 at most.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others InvalidArgumentError.
            TransportError: no answer came.

        A public key will do.
        https://docs.virustotal.com/reference/get-comments
        """
        return self._call(
            fetch(
                LIST_COMMENTS.request(query={"filter": filter, "limit": limit, "cursor": cursor}),
                read_page(models.Comment),
            ),
            options,
        )

    def get(
        self,
        comment_id: str,
        *,
        relationships: Sequence[models.CommentRelationship | RelationshipName] | None = None,
        **options: Unpack[CallOptions],
    ) -> models.Comment:
        """Get a comment.

        `GET /comments/{comment_id}`

        The answer holds the text as written, its HTML form, its tags and the votes on it.

        Args:
            comment_id: The id of the comment, such as f-SHA256-1a2b3c4d.
            relationships: Names of relationships whose descriptors shall come with the object;
                none if absent.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The `Comment`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError.
            TransportError: no answer came.

        A public key will do.
        https://docs.virustotal.com/reference/get-comment
        """
        return self._call(
            fetch(
                GET_COMMENT.request(comment_id, query={"relationships": relationships}),
                read_object(models.Comment),
            ),
            options,
        )

    def delete(self, comment_id: str, **options: Unpack[CallOptions]) -> None:
        """Delete a comment.

        `DELETE /comments/{comment_id}`

        Only the author may do so.

        Args:
            comment_id: The id of the comment, such as f-SHA256-1a2b3c4d.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        A public key will do.
        https://docs.virustotal.com/reference/comment-id-delete
        """
        return self._call(fetch(DELETE_COMMENT.request(comment_id), read_nothing), options)

    def add_vote(
        self,
        comment_id: str,
        verdict: Literal["positive", "negative", "abuse"],
        **options: Unpack[CallOptions],
    ) -> models.CommentVotes:
        """Vote on a comment.

        `POST /comments/{comment_id}/vote`

        The answer holds the counters of the comment after the vote.

        Args:
            comment_id: The id of the comment, such as f-SHA256-1a2b3c4d.
            verdict: What the caller thinks of the comment; abuse reports it to the moderators.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The `CommentVotes`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError.
            TransportError: no answer came; `may_have_arrived` says whether the request may have.

        A public key will do.
        https://docs.virustotal.com/reference/vote-comment
        """
        return self._call(
            fetch(
                VOTE_COMMENT.request(comment_id, data=VOTE_COMMENT.checked("data", verdict)),
                read_object(models.CommentVotes),
            ),
            options,
        )

    @overload
    def get_relationship(
        self,
        comment_id: str,
        relationship: Literal["item"] | _SlashFileURLDomainIPAddressGraphCollectionNone,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> (
        models.File
        | models.URL
        | models.Domain
        | models.IPAddress
        | models.Graph
        | models.Collection
        | None
    ): ...
    @overload
    def get_relationship(
        self,
        comment_id: str,
        relationship: Literal["author"] | _SlashUserNone,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> models.User | None: ...
    @overload
    def get_relationship(
        self,
        comment_id: str,
        relationship: RelationshipName,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[VTObject] | VTObject | None: ...
    def get_relationship(
        self,
        comment_id: str,
        relationship: str,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[VTObject] | VTObject | None:
        """Get the objects that are related to a comment.

        `GET /comments/{comment_id}/{relationship}`

        A relationship to many answers with a page of objects, one to a single object with that
        object or null. An entry of a page may be an error in place of an object. A page holds
        10 items unless limit says otherwise, and at most 40. Some relationships need a premium
        key.

        Args:
            comment_id: The id of the comment, such as f-SHA256-1a2b3c4d.
            relationship: The name of a relationship of the object type comment, one path
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
        https://docs.virustotal.com/reference/comments-relationships
        """
        return self._call(
            fetch(
                GET_COMMENT_RELATIONSHIP.request(
                    comment_id,
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
        comment_id: str,
        relationship: Literal["author", "item"] | _SlashDescriptorNone,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Descriptor | None: ...
    @overload
    def get_relationship_descriptors(
        self,
        comment_id: str,
        relationship: RelationshipName,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[Descriptor] | Descriptor | None: ...
    def get_relationship_descriptors(
        self,
        comment_id: str,
        relationship: str,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[Descriptor] | Descriptor | None:
        """Get the types and ids of the objects that are related to a comment.

        `GET /comments/{comment_id}/relationships/{relationship}`

        Like the objects themselves, but each is only named by type and id, with context
        attributes where the relationship has some; this is cheaper for the service. A page
        holds 10 items unless limit says otherwise, and at most 40.

        Args:
            comment_id: The id of the comment, such as f-SHA256-1a2b3c4d.
            relationship: The name of a relationship of the object type comment, one path
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
        https://docs.virustotal.com/reference/comments-relationships-ids
        """
        return self._call(
            fetch(
                GET_COMMENT_RELATIONSHIP_DESCRIPTORS.request(
                    comment_id,
                    relationship_name(relationship),
                    query={"limit": limit, "cursor": cursor},
                ),
                read_descriptors,
            ),
            options,
        )
