"""The operations of the group `attack_techniques`.

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
    read_object,
    read_related,
)

GET_ATTACK_TECHNIQUE = Operation(
    "get_attack_technique",
    "GET",
    "/attack_techniques/{}",
    (("attack_technique_id", "opaque"),),
    repeatable=True,
    arguments={"relationships": {"type": "array", "items": {"type": "string"}}},
)
GET_ATTACK_TECHNIQUE_RELATIONSHIP = Operation(
    "get_attack_technique_relationship",
    "GET",
    "/attack_techniques/{}/{}",
    (("attack_technique_id", "opaque"), ("relationship", "opaque")),
    repeatable=True,
    premium_relationships=("threat_actors",),
    arguments={
        "limit": {"type": "integer", "minimum": 1, "maximum": 40},
        "cursor": {"type": "string"},
    },
)
GET_ATTACK_TECHNIQUE_RELATIONSHIP_DESCRIPTORS = Operation(
    "get_attack_technique_relationship_descriptors",
    "GET",
    "/attack_techniques/{}/relationships/{}",
    (("attack_technique_id", "opaque"), ("relationship", "opaque")),
    repeatable=True,
    premium_relationships=("threat_actors",),
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

_SlashPageAttackTactic = TypeVar("_SlashPageAttackTactic", bound=Literal["/attack_tactics"])
_SlashPageAttackTechnique = TypeVar("_SlashPageAttackTechnique", bound=Literal["/subtechniques"])
_SlashPageThreatActor = TypeVar("_SlashPageThreatActor", bound=Literal["/threat_actors"])
_SlashAttackTechniqueNone = TypeVar(
    "_SlashAttackTechniqueNone", bound=Literal["/parent_technique", "/revoking_technique"]
)
_SlashDescriptorNone = TypeVar(
    "_SlashDescriptorNone", bound=Literal["/parent_technique", "/revoking_technique"]
)
_SlashPageDescriptor = TypeVar(
    "_SlashPageDescriptor", bound=Literal["/attack_tactics", "/subtechniques", "/threat_actors"]
)


class VirusTotalAPIAttackTechniques(VirusTotalAPI):
    """Techniques of MITRE ATT&CK."""

    def get(
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
        return self._call(
            fetch(
                GET_ATTACK_TECHNIQUE.request(
                    attack_technique_id, query={"relationships": relationships}
                ),
                read_object(models.AttackTechnique),
            ),
            options,
        )

    @overload
    def get_relationship(
        self,
        attack_technique_id: str,
        relationship: Literal["attack_tactics"] | _SlashPageAttackTactic,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[models.AttackTactic]: ...
    @overload
    def get_relationship(
        self,
        attack_technique_id: str,
        relationship: Literal["subtechniques"] | _SlashPageAttackTechnique,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[models.AttackTechnique]: ...
    @overload
    def get_relationship(
        self,
        attack_technique_id: str,
        relationship: Literal["threat_actors"] | _SlashPageThreatActor,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[models.ThreatActor]: ...
    @overload
    def get_relationship(
        self,
        attack_technique_id: str,
        relationship: Literal["parent_technique", "revoking_technique"] | _SlashAttackTechniqueNone,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> models.AttackTechnique | None: ...
    @overload
    def get_relationship(
        self,
        attack_technique_id: str,
        relationship: RelationshipName,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[VTObject] | VTObject | None: ...
    def get_relationship(
        self,
        attack_technique_id: str,
        relationship: str,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[VTObject] | VTObject | None:
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
            A `Page` of objects, one object, or None, as the relationship says.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        A public key will do.
        https://docs.virustotal.com/reference/get-attack-techniques-relationship
        """
        return self._call(
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
    def get_relationship_descriptors(
        self,
        attack_technique_id: str,
        relationship: Literal["parent_technique", "revoking_technique"] | _SlashDescriptorNone,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Descriptor | None: ...
    @overload
    def get_relationship_descriptors(
        self,
        attack_technique_id: str,
        relationship: Literal["attack_tactics", "subtechniques", "threat_actors"]
        | _SlashPageDescriptor,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[Descriptor]: ...
    @overload
    def get_relationship_descriptors(
        self,
        attack_technique_id: str,
        relationship: RelationshipName,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[Descriptor] | Descriptor | None: ...
    def get_relationship_descriptors(
        self,
        attack_technique_id: str,
        relationship: str,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[Descriptor] | Descriptor | None:
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
            A `Page` of descriptors, one descriptor, or None, as the relationship says.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        A public key will do.
        https://docs.virustotal.com/reference/get-attack-techniques-relationship-descriptor
        """
        return self._call(
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
