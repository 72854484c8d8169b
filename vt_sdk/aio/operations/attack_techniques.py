"""The operations of the group `attack_techniques`.

Do not edit: `python3 scripts/generate.py` made it from `vt_sdk/operations/attack_techniques.py`.
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
from vt_sdk.core.readers import read_object
from vt_sdk.operations.attack_techniques import (
    GET_ATTACK_TECHNIQUE,
    GET_ATTACK_TECHNIQUE_RELATIONSHIP,
    GET_ATTACK_TECHNIQUE_RELATIONSHIP_DESCRIPTORS,
    _SlashAttackTechniqueNone,
    _SlashDescriptorNone,
    _SlashPageAttackTactic,
    _SlashPageAttackTechnique,
    _SlashPageDescriptor,
    _SlashPageThreatActor,
)

__all__ = ["AsyncVirusTotalAPIAttackTechniques"]


class AsyncVirusTotalAPIAttackTechniques(AsyncVirusTotalAPI):
    """Techniques of MITRE ATT&CK."""

    async def get(
        self,
        attack_technique_id: str,
        *,
        relationships: Sequence[models.AttackTechniqueRelationship | RelationshipName]
        | None = None,
        **options: Unpack[CallOptions],
    ) -> models.AttackTechnique:
        """Get a technique of MITRE ATT&CK.

        `GET /attack_techniques/{attack_technique_id}`

        The answer holds name, description and page of the technique at MITRE, and which one has
        replaced it if it was revoked.

        Args:
            attack_technique_id: The id of the technique at MITRE, such as T1059, or T1059.001
                for a sub-technique.
            relationships: Names of relationships whose descriptors shall come with the object;
                none if absent.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The `AttackTechnique`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError.
            TransportError: no answer came.

        A public key will do.
        https://docs.virustotal.com/reference/get-attack-techniques
        """
        return await self._call(
            fetch(
                GET_ATTACK_TECHNIQUE.request(
                    attack_technique_id, query={"relationships": relationships}
                ),
                read_object(models.AttackTechnique),
            ),
            options,
        )

    @overload
    async def get_relationship(
        self,
        attack_technique_id: str,
        relationship: Literal["attack_tactics"] | _SlashPageAttackTactic,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[models.AttackTactic]: ...
    @overload
    async def get_relationship(
        self,
        attack_technique_id: str,
        relationship: Literal["subtechniques"] | _SlashPageAttackTechnique,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[models.AttackTechnique]: ...
    @overload
    async def get_relationship(
        self,
        attack_technique_id: str,
        relationship: Literal["threat_actors"] | _SlashPageThreatActor,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[models.ThreatActor]: ...
    @overload
    async def get_relationship(
        self,
        attack_technique_id: str,
        relationship: Literal["parent_technique", "revoking_technique"] | _SlashAttackTechniqueNone,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> models.AttackTechnique | None: ...
    @overload
    async def get_relationship(
        self,
        attack_technique_id: str,
        relationship: RelationshipName,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[VTObject] | VTObject | None: ...
    async def get_relationship(
        self,
        attack_technique_id: str,
        relationship: str,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[VTObject] | VTObject | None:
        """Get the objects that are related to a technique.

        `GET /attack_techniques/{attack_technique_id}/{relationship}`

        A relationship to many answers with a page of objects, one to a single object with that
        object or null. An entry of a page may be an error in place of an object. A page holds
        10 items unless limit says otherwise, and at most 40. Some relationships need a premium
        key.

        Args:
            attack_technique_id: The id of the technique at MITRE, such as T1059, or T1059.001
                for a sub-technique.
            relationship: The name of a relationship of the object type attack_technique, one
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

        A public key will do.
        https://docs.virustotal.com/reference/get-attack-techniques-relationship
        """
        return await self._call(
            fetch(
                GET_ATTACK_TECHNIQUE_RELATIONSHIP.request(
                    attack_technique_id,
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
        attack_technique_id: str,
        relationship: Literal["parent_technique", "revoking_technique"] | _SlashDescriptorNone,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Descriptor | None: ...
    @overload
    async def get_relationship_descriptors(
        self,
        attack_technique_id: str,
        relationship: Literal["attack_tactics", "subtechniques", "threat_actors"]
        | _SlashPageDescriptor,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[Descriptor]: ...
    @overload
    async def get_relationship_descriptors(
        self,
        attack_technique_id: str,
        relationship: RelationshipName,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[Descriptor] | Descriptor | None: ...
    async def get_relationship_descriptors(
        self,
        attack_technique_id: str,
        relationship: str,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[Descriptor] | Descriptor | None:
        """Get the types and ids of the objects that are related to a technique.

        `GET /attack_techniques/{attack_technique_id}/relationships/{relationship}`

        Like the objects themselves, but each is only named by type and id, with context
        attributes where the relationship has some; this is cheaper for the service. A page
        holds 10 items unless limit says otherwise, and at most 40.

        Args:
            attack_technique_id: The id of the technique at MITRE, such as T1059, or T1059.001
                for a sub-technique.
            relationship: The name of a relationship of the object type attack_technique, one
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

        A public key will do.
        https://docs.virustotal.com/reference/get-attack-techniques-relationship-descriptor
        """
        return await self._call(
            fetch(
                GET_ATTACK_TECHNIQUE_RELATIONSHIP_DESCRIPTORS.request(
                    attack_technique_id,
                    relationship_name(relationship),
                    query={"limit": limit, "cursor": cursor},
                ),
                read_descriptors,
            ),
            options,
        )
