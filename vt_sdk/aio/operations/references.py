"""The operations of the group `references`.

Do not edit: `python3 scripts/generate.py` made it from `vt_sdk/operations/references.py`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, Unpack, overload

from vt_sdk import models
from vt_sdk.aio.api import AsyncVirusTotalAPI
from vt_sdk.core.async_paging import AsyncPage
from vt_sdk.core.async_readers import read_descriptors, read_related
from vt_sdk.core.objects import Descriptor, VTObject
from vt_sdk.core.operation import CallOptions, RelationshipName, relationship_name
from vt_sdk.core.policy import fetch
from vt_sdk.core.readers import read_nothing, read_object
from vt_sdk.operations.references import (
    DELETE_REFERENCE,
    GET_REFERENCE,
    GET_REFERENCE_RELATIONSHIP,
    GET_REFERENCE_RELATIONSHIP_DESCRIPTORS,
    _SlashPageCollection,
    _SlashPageDescriptor,
    _SlashPageDomain,
    _SlashPageFile,
    _SlashPageIPAddress,
    _SlashPageThreatActor,
    _SlashPageURL,
)

__all__ = ["AsyncReferencesOperations"]


class AsyncReferencesOperations(AsyncVirusTotalAPI):
    """Published texts about threats."""

    async def get(
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
        return await self._call(
            fetch(
                GET_REFERENCE.request(reference_id, query={"relationships": relationships}),
                read_object(models.Reference),
            ),
            options,
        )

    async def delete(self, reference_id: str, **options: Unpack[CallOptions]) -> None:
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
        return await self._call(
            fetch(DELETE_REFERENCE.request(reference_id), read_nothing), options
        )

    @overload
    async def get_relationship(
        self,
        reference_id: str,
        relationship: Literal["collections"] | _SlashPageCollection,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[models.Collection]: ...
    @overload
    async def get_relationship(
        self,
        reference_id: str,
        relationship: Literal["domains"] | _SlashPageDomain,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[models.Domain]: ...
    @overload
    async def get_relationship(
        self,
        reference_id: str,
        relationship: Literal["files"] | _SlashPageFile,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[models.File]: ...
    @overload
    async def get_relationship(
        self,
        reference_id: str,
        relationship: Literal["ip_addresses"] | _SlashPageIPAddress,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[models.IPAddress]: ...
    @overload
    async def get_relationship(
        self,
        reference_id: str,
        relationship: Literal["threat_actors"] | _SlashPageThreatActor,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[models.ThreatActor]: ...
    @overload
    async def get_relationship(
        self,
        reference_id: str,
        relationship: Literal["urls"] | _SlashPageURL,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[models.URL]: ...
    @overload
    async def get_relationship(
        self,
        reference_id: str,
        relationship: RelationshipName,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[VTObject] | VTObject | None: ...
    async def get_relationship(
        self,
        reference_id: str,
        relationship: str,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[VTObject] | VTObject | None:
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
            A `AsyncPage` of objects, one object, or None, as the relationship says.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        """
        return await self._call(
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
    async def get_relationship_descriptors(
        self,
        reference_id: str,
        relationship: Literal[
            "collections", "domains", "files", "ip_addresses", "threat_actors", "urls"
        ]
        | _SlashPageDescriptor,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[Descriptor]: ...
    @overload
    async def get_relationship_descriptors(
        self,
        reference_id: str,
        relationship: RelationshipName,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[Descriptor] | Descriptor | None: ...
    async def get_relationship_descriptors(
        self,
        reference_id: str,
        relationship: str,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[Descriptor] | Descriptor | None:
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
            A `AsyncPage` of descriptors, one descriptor, or None, as the relationship says.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        """
        return await self._call(
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
