"""The operations of the group `attack_tactics`.

Do not edit: `python3 scripts/generate.py` made it from `vt_sdk/operations/attack_tactics.py`.
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
from vt_sdk.operations.attack_tactics import (
    GET_ATTACK_TACTIC,
    GET_ATTACK_TACTIC_RELATIONSHIP,
    GET_ATTACK_TACTIC_RELATIONSHIP_DESCRIPTORS,
    _SlashPageAttackTechnique,
    _SlashPageDescriptor,
)

__all__ = ["AsyncVirusTotalAPIAttackTactics"]


class AsyncVirusTotalAPIAttackTactics(AsyncVirusTotalAPI):
    """Tactics of MITRE ATT&CK."""

    async def get(
        self,
        attack_tactic_id: str,
        *,
        relationships: Sequence[models.AttackTacticRelationship | RelationshipName] | None = None,
        **options: Unpack[CallOptions],
    ) -> models.AttackTactic:
        """Get a tactic of MITRE ATT&CK.

        `GET /attack_tactics/{attack_tactic_id}`

        The answer holds name, description and page of the tactic at MITRE.

        Args:
            attack_tactic_id: The id of the tactic at MITRE, such as TA0001.
            relationships: Names of relationships whose descriptors shall come with the object;
                none if absent.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The `AttackTactic`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError.
            TransportError: no answer came.

        A public key will do.
        https://docs.virustotal.com/reference/get-attack-tactics
        """
        return await self._call(
            fetch(
                GET_ATTACK_TACTIC.request(attack_tactic_id, query={"relationships": relationships}),
                read_object(models.AttackTactic),
            ),
            options,
        )

    @overload
    async def get_relationship(
        self,
        attack_tactic_id: str,
        relationship: Literal["attack_techniques"] | _SlashPageAttackTechnique,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[models.AttackTechnique]: ...
    @overload
    async def get_relationship(
        self,
        attack_tactic_id: str,
        relationship: RelationshipName,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[VTObject] | VTObject | None: ...
    async def get_relationship(
        self,
        attack_tactic_id: str,
        relationship: str,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[VTObject] | VTObject | None:
        """Get the objects that are related to a tactic.

        `GET /attack_tactics/{attack_tactic_id}/{relationship}`

        A relationship to many answers with a page of objects, one to a single object with that
        object or null. An entry of a page may be an error in place of an object. A page holds
        10 items unless limit says otherwise, and at most 40. Some relationships need a premium
        key.

        Args:
            attack_tactic_id: The id of the tactic at MITRE, such as TA0001.
            relationship: The name of a relationship of the object type attack_tactic, one path
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

        A public key will do.
        https://docs.virustotal.com/reference/get-attack-tactics-relationship
        """
        return await self._call(
            fetch(
                GET_ATTACK_TACTIC_RELATIONSHIP.request(
                    attack_tactic_id,
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
        attack_tactic_id: str,
        relationship: Literal["attack_techniques"] | _SlashPageDescriptor,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[Descriptor]: ...
    @overload
    async def get_relationship_descriptors(
        self,
        attack_tactic_id: str,
        relationship: RelationshipName,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[Descriptor] | Descriptor | None: ...
    async def get_relationship_descriptors(
        self,
        attack_tactic_id: str,
        relationship: str,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[Descriptor] | Descriptor | None:
        """Get the types and ids of the objects that are related to a tactic.

        `GET /attack_tactics/{attack_tactic_id}/relationships/{relationship}`

        Like the objects themselves, but each is only named by type and id, with context
        attributes where the relationship has some; this is cheaper for the service. A page
        holds 10 items unless limit says otherwise, and at most 40.

        Args:
            attack_tactic_id: The id of the tactic at MITRE, such as TA0001.
            relationship: The name of a relationship of the object type attack_tactic, one path
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

        A public key will do.
        https://docs.virustotal.com/reference/get-attack-tactics-relationship-descriptor
        """
        return await self._call(
            fetch(
                GET_ATTACK_TACTIC_RELATIONSHIP_DESCRIPTORS.request(
                    attack_tactic_id,
                    relationship_name(relationship),
                    query={"limit": limit, "cursor": cursor},
                ),
                read_descriptors,
            ),
            options,
        )
