"""The operations of the group `references`.

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
    read_related,
)

CREATE_REFERENCE = Operation(
    "create_reference",
    "POST",
    "/references",
    premium=True,
    arguments={
        "url": {"type": "string", "minLength": 1, "x-vt-shape": "submitted_url"},
        "title": {"type": "string"},
        "author": {"type": "string"},
        "creation_date": {"format": "unix-time"},
    },
    required=("url",),
)
GET_REFERENCE = Operation(
    "get_reference",
    "GET",
    "/references/{}",
    (("reference_id", "opaque"),),
    repeatable=True,
    premium=True,
    arguments={"relationships": {"type": "array", "items": {"type": "string"}}},
)
UPDATE_REFERENCE = Operation(
    "update_reference",
    "PATCH",
    "/references/{}",
    (("reference_id", "opaque"),),
    repeatable=True,
    premium=True,
    arguments={
        "url": {"type": "string", "minLength": 1, "x-vt-shape": "submitted_url"},
        "title": {"type": "string"},
        "author": {"type": "string"},
        "creation_date": {"format": "unix-time"},
    },
)
DELETE_REFERENCE = Operation(
    "delete_reference",
    "DELETE",
    "/references/{}",
    (("reference_id", "opaque"),),
    repeatable=True,
    premium=True,
)
GET_REFERENCE_RELATIONSHIP = Operation(
    "get_reference_relationship",
    "GET",
    "/references/{}/{}",
    (("reference_id", "opaque"), ("relationship", "opaque")),
    repeatable=True,
    premium=True,
    arguments={
        "limit": {"type": "integer", "minimum": 1, "maximum": 40},
        "cursor": {"type": "string"},
    },
)
GET_REFERENCE_RELATIONSHIP_DESCRIPTORS = Operation(
    "get_reference_relationship_descriptors",
    "GET",
    "/references/{}/relationships/{}",
    (("reference_id", "opaque"), ("relationship", "opaque")),
    repeatable=True,
    premium=True,
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

_SlashPageCollection = TypeVar("_SlashPageCollection", bound=Literal["/collections"])
_SlashPageDomain = TypeVar("_SlashPageDomain", bound=Literal["/domains"])
_SlashPageFile = TypeVar("_SlashPageFile", bound=Literal["/files"])
_SlashPageIPAddress = TypeVar("_SlashPageIPAddress", bound=Literal["/ip_addresses"])
_SlashPageThreatActor = TypeVar("_SlashPageThreatActor", bound=Literal["/threat_actors"])
_SlashPageURL = TypeVar("_SlashPageURL", bound=Literal["/urls"])
_SlashPageDescriptor = TypeVar(
    "_SlashPageDescriptor",
    bound=Literal["/collections", "/domains", "/files", "/ip_addresses", "/threat_actors", "/urls"],
)


class ReferencesOperations(VirusTotalAPI):
    """Published texts about threats."""

    def get(
        self,
        reference_id: str,
        *,
        relationships: Sequence[models.ReferenceRelationship | RelationshipName] | None = None,
        **options: Unpack[CallOptions],
    ) -> models.Reference:
        """Get a reference.

        `GET /references/{reference_id}`

        The answer holds title, author and address of the text; what it names comes by
        relationship.

        Args:
            reference_id: The id of the reference, or the address of the text in URL-safe base64
                without padding.
            relationships: Names of relationships whose descriptors shall come with the object;
                none if absent.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The `Reference`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        """
        return self._call(
            fetch(
                GET_REFERENCE.request(reference_id, query={"relationships": relationships}),
                read_object(models.Reference),
            ),
            options,
        )

    def delete(self, reference_id: str, **options: Unpack[CallOptions]) -> None:
        """Delete a reference.

        `DELETE /references/{reference_id}`

        What the text names stays known to the service.

        Args:
            reference_id: The id of the reference, or the address of the text in URL-safe base64
                without padding.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        """
        return self._call(fetch(DELETE_REFERENCE.request(reference_id), read_nothing), options)

    @overload
    def get_relationship(
        self,
        reference_id: str,
        relationship: Literal["collections"] | _SlashPageCollection,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[models.Collection]: ...
    @overload
    def get_relationship(
        self,
        reference_id: str,
        relationship: Literal["domains"] | _SlashPageDomain,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[models.Domain]: ...
    @overload
    def get_relationship(
        self,
        reference_id: str,
        relationship: Literal["files"] | _SlashPageFile,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[models.File]: ...
    @overload
    def get_relationship(
        self,
        reference_id: str,
        relationship: Literal["ip_addresses"] | _SlashPageIPAddress,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[models.IPAddress]: ...
    @overload
    def get_relationship(
        self,
        reference_id: str,
        relationship: Literal["threat_actors"] | _SlashPageThreatActor,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[models.ThreatActor]: ...
    @overload
    def get_relationship(
        self,
        reference_id: str,
        relationship: Literal["urls"] | _SlashPageURL,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[models.URL]: ...
    @overload
    def get_relationship(
        self,
        reference_id: str,
        relationship: RelationshipName,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[VTObject] | VTObject | None: ...
    def get_relationship(
        self,
        reference_id: str,
        relationship: str,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[VTObject] | VTObject | None:
        """Get the objects that are related to a reference.

        `GET /references/{reference_id}/{relationship}`

        A relationship to many answers with a page of objects, one to a single object with that
        object or null. An entry of a page may be an error in place of an object. A page holds
        10 items unless limit says otherwise, and at most 40.

        Args:
            reference_id: The id of the reference, or the address of the text in URL-safe base64
                without padding.
            relationship: The name of a relationship of the object type reference, one path
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

        Needs a premium key.
        """
        return self._call(
            fetch(
                GET_REFERENCE_RELATIONSHIP.request(
                    reference_id,
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
        reference_id: str,
        relationship: Literal[
            "collections", "domains", "files", "ip_addresses", "threat_actors", "urls"
        ]
        | _SlashPageDescriptor,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[Descriptor]: ...
    @overload
    def get_relationship_descriptors(
        self,
        reference_id: str,
        relationship: RelationshipName,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[Descriptor] | Descriptor | None: ...
    def get_relationship_descriptors(
        self,
        reference_id: str,
        relationship: str,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[Descriptor] | Descriptor | None:
        """Get the types and ids of the objects that are related to a reference.

        `GET /references/{reference_id}/relationships/{relationship}`

        Like the objects themselves, but each is only named by type and id, with context
        attributes where the relationship has some; this is cheaper for the service. A page
        holds 10 items unless limit says otherwise, and at most 40.

        Args:
            reference_id: The id of the reference, or the address of the text in URL-safe base64
                without padding.
            relationship: The name of a relationship of the object type reference, one path
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

        Needs a premium key.
        """
        return self._call(
            fetch(
                GET_REFERENCE_RELATIONSHIP_DESCRIPTORS.request(
                    reference_id,
                    relationship_name(relationship),
                    query={"limit": limit, "cursor": cursor},
                ),
                read_descriptors,
            ),
            options,
        )
