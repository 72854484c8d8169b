"""The operations of the group `threat_actors`.

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
    read_page,
    read_related,
)

LIST_THREAT_ACTORS = Operation(
    "list_threat_actors",
    "GET",
    "/threat_actors",
    repeatable=True,
    premium=True,
    arguments={
        "filter": {"type": "string"},
        "order": {
            "enum": (
                "first_seen_date",
                "first_seen_date+",
                "first_seen_date-",
                "last_modification_date",
                "last_modification_date+",
                "last_modification_date-",
                "last_seen_date",
                "last_seen_date+",
                "last_seen_date-",
                "related_entities_count",
                "related_entities_count+",
                "related_entities_count-",
            )
        },
        "limit": {"type": "integer", "minimum": 1, "maximum": 40},
        "cursor": {"type": "string"},
    },
)
GET_THREAT_ACTOR = Operation(
    "get_threat_actor",
    "GET",
    "/threat_actors/{}",
    (("threat_actor_id", "opaque"),),
    repeatable=True,
    premium=True,
    arguments={"relationships": {"type": "array", "items": {"type": "string"}}},
)
GET_THREAT_ACTOR_RELATIONSHIP = Operation(
    "get_threat_actor_relationship",
    "GET",
    "/threat_actors/{}/{}",
    (("threat_actor_id", "opaque"), ("relationship", "opaque")),
    repeatable=True,
    premium=True,
    arguments={
        "limit": {"type": "integer", "minimum": 1, "maximum": 40},
        "cursor": {"type": "string"},
    },
)
GET_THREAT_ACTOR_RELATIONSHIP_DESCRIPTORS = Operation(
    "get_threat_actor_relationship_descriptors",
    "GET",
    "/threat_actors/{}/relationships/{}",
    (("threat_actor_id", "opaque"), ("relationship", "opaque")),
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

_SlashPageAttackTechnique = TypeVar(
    "_SlashPageAttackTechnique", bound=Literal["/attack_techniques"]
)
_SlashPageCollection = TypeVar("_SlashPageCollection", bound=Literal["/collections"])
_SlashPageComment = TypeVar("_SlashPageComment", bound=Literal["/comments"])
_SlashPageDomain = TypeVar("_SlashPageDomain", bound=Literal["/domains"])
_SlashPageFile = TypeVar("_SlashPageFile", bound=Literal["/files"])
_SlashPageIPAddress = TypeVar("_SlashPageIPAddress", bound=Literal["/ip_addresses"])
_SlashPageReference = TypeVar("_SlashPageReference", bound=Literal["/references"])
_SlashPageThreatActor = TypeVar("_SlashPageThreatActor", bound=Literal["/related_threat_actors"])
_SlashPageURL = TypeVar("_SlashPageURL", bound=Literal["/urls"])
_SlashPageDescriptor = TypeVar(
    "_SlashPageDescriptor",
    bound=Literal[
        "/attack_techniques",
        "/collections",
        "/comments",
        "/domains",
        "/files",
        "/ip_addresses",
        "/references",
        "/related_threat_actors",
        "/urls",
    ],
)


class VirusTotalAPIThreatActors(VirusTotalAPI):
    """Threat actors as they were described before collections took their place."""

    def get_page(
        self,
        limit: int = 10,
        cursor: str | None = None,
        *,
        filter: str | None = None,
        order: Literal[
            "first_seen_date",
            "first_seen_date+",
            "first_seen_date-",
            "last_modification_date",
            "last_modification_date+",
            "last_modification_date-",
            "last_seen_date",
            "last_seen_date+",
            "last_seen_date-",
            "related_entities_count",
            "related_entities_count+",
            "related_entities_count-",
        ]
        | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[models.ThreatActor]:
        """List threat actors.

        `GET /threat_actors`

        Collections of the type threat-actor have taken their place. A page holds 10 items
        unless limit says otherwise, and at most 40.

        Args:
            limit: How many items a page holds, 1 to 40.
            cursor: Where to go on, the cursor of the page before; absent for the first page.
            filter: Narrows the list: terms of the form field:value, joined by AND, OR and NOT.
            order: The key to sort by. A key is followed by + for ascending or - for descending;
                alone it means ascending.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            A `Page` of `ThreatActor` objects, 40 at most.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others ForbiddenError,
                InvalidArgumentError.
            TransportError: no answer came.

        Needs a premium key.
        """
        return self._call(
            fetch(
                LIST_THREAT_ACTORS.request(
                    query={"filter": filter, "order": order, "limit": limit, "cursor": cursor}
                ),
                read_page(models.ThreatActor),
            ),
            options,
        )

    def get(
        self,
        threat_actor_id: str,
        *,
        relationships: Sequence[models.ThreatActorRelationship | RelationshipName] | None = None,
        **options: Unpack[CallOptions],
    ) -> models.ThreatActor:
        """Get a threat actor.

        `GET /threat_actors/{threat_actor_id}`

        Collections of the type threat-actor have taken their place.

        Args:
            threat_actor_id: The id of the threat actor.
            relationships: Names of relationships whose descriptors shall come with the object;
                none if absent.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The `ThreatActor`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        """
        return self._call(
            fetch(
                GET_THREAT_ACTOR.request(threat_actor_id, query={"relationships": relationships}),
                read_object(models.ThreatActor),
            ),
            options,
        )

    @overload
    def get_relationship(
        self,
        threat_actor_id: str,
        relationship: Literal["attack_techniques"] | _SlashPageAttackTechnique,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[models.AttackTechnique]: ...
    @overload
    def get_relationship(
        self,
        threat_actor_id: str,
        relationship: Literal["collections"] | _SlashPageCollection,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[models.Collection]: ...
    @overload
    def get_relationship(
        self,
        threat_actor_id: str,
        relationship: Literal["comments"] | _SlashPageComment,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[models.Comment]: ...
    @overload
    def get_relationship(
        self,
        threat_actor_id: str,
        relationship: Literal["domains"] | _SlashPageDomain,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[models.Domain]: ...
    @overload
    def get_relationship(
        self,
        threat_actor_id: str,
        relationship: Literal["files"] | _SlashPageFile,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[models.File]: ...
    @overload
    def get_relationship(
        self,
        threat_actor_id: str,
        relationship: Literal["ip_addresses"] | _SlashPageIPAddress,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[models.IPAddress]: ...
    @overload
    def get_relationship(
        self,
        threat_actor_id: str,
        relationship: Literal["references"] | _SlashPageReference,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[models.Reference]: ...
    @overload
    def get_relationship(
        self,
        threat_actor_id: str,
        relationship: Literal["related_threat_actors"] | _SlashPageThreatActor,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[models.ThreatActor]: ...
    @overload
    def get_relationship(
        self,
        threat_actor_id: str,
        relationship: Literal["urls"] | _SlashPageURL,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[models.URL]: ...
    @overload
    def get_relationship(
        self,
        threat_actor_id: str,
        relationship: RelationshipName,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[VTObject] | VTObject | None: ...
    def get_relationship(
        self,
        threat_actor_id: str,
        relationship: str,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[VTObject] | VTObject | None:
        """Get the objects that are related to a threat actor.

        `GET /threat_actors/{threat_actor_id}/{relationship}`

        A relationship to many answers with a page of objects, one to a single object with that
        object or null. An entry of a page may be an error in place of an object. A page holds
        10 items unless limit says otherwise, and at most 40.

        Args:
            threat_actor_id: The id of the threat actor.
            relationship: The name of a relationship of the object type threat_actor, one path
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
                GET_THREAT_ACTOR_RELATIONSHIP.request(
                    threat_actor_id,
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
        threat_actor_id: str,
        relationship: Literal[
            "attack_techniques",
            "collections",
            "comments",
            "domains",
            "files",
            "ip_addresses",
            "references",
            "related_threat_actors",
            "urls",
        ]
        | _SlashPageDescriptor,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[Descriptor]: ...
    @overload
    def get_relationship_descriptors(
        self,
        threat_actor_id: str,
        relationship: RelationshipName,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[Descriptor] | Descriptor | None: ...
    def get_relationship_descriptors(
        self,
        threat_actor_id: str,
        relationship: str,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[Descriptor] | Descriptor | None:
        """Get the types and ids of the objects that are related to a threat actor.

        `GET /threat_actors/{threat_actor_id}/relationships/{relationship}`

        Like the objects themselves, but each is only named by type and id, with context
        attributes where the relationship has some; this is cheaper for the service. A page
        holds 10 items unless limit says otherwise, and at most 40.

        Args:
            threat_actor_id: The id of the threat actor.
            relationship: The name of a relationship of the object type threat_actor, one path
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
                GET_THREAT_ACTOR_RELATIONSHIP_DESCRIPTORS.request(
                    threat_actor_id,
                    relationship_name(relationship),
                    query={"limit": limit, "cursor": cursor},
                ),
                read_descriptors,
            ),
            options,
        )
