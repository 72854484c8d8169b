"""The operations of the group `threat_profiles`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/openapi.yaml`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal, TypedDict, Unpack, overload

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

LIST_THREAT_PROFILES = Operation(
    "list_threat_profiles",
    "GET",
    "/threat_profiles",
    repeatable=True,
    premium=True,
    arguments={
        "filter": {"type": "string"},
        "limit": {"type": "integer", "minimum": 1, "maximum": 40},
        "cursor": {"type": "string"},
    },
)
CREATE_THREAT_PROFILE = Operation(
    "create_threat_profile",
    "POST",
    "/threat_profiles",
    premium=True,
    arguments={
        "name": {"type": "string", "minLength": 1},
        "interests": {
            "type": "object",
            "properties": {
                "INTEREST_TYPE_TARGETED_INDUSTRY": {"type": "array", "items": {"type": "string"}},
                "INTEREST_TYPE_TARGETED_REGION": {"type": "array", "items": {"type": "string"}},
                "INTEREST_TYPE_SOURCE_REGION": {"type": "array", "items": {"type": "string"}},
                "INTEREST_TYPE_MALWARE_ROLE": {"type": "array", "items": {"type": "string"}},
                "INTEREST_TYPE_ACTOR_MOTIVATION": {"type": "array", "items": {"type": "string"}},
            },
        },
        "recommendation_config": {
            "type": "object",
            "properties": {
                "max_recs_per_type": {"type": "integer", "minimum": 1, "maximum": 20},
                "min_categories_matched": {"type": "integer", "minimum": 1, "maximum": 5},
                "max_days_since_last_seen": {"type": "integer", "minimum": 1, "maximum": 365},
            },
        },
    },
    required=("name",),
)
GET_THREAT_PROFILE = Operation(
    "get_threat_profile",
    "GET",
    "/threat_profiles/{}",
    (("threat_profile_id", "opaque"),),
    repeatable=True,
    premium=True,
    arguments={"relationships": {"type": "array", "items": {"type": "string"}}},
)
UPDATE_THREAT_PROFILE = Operation(
    "update_threat_profile",
    "PATCH",
    "/threat_profiles/{}",
    (("threat_profile_id", "opaque"),),
    repeatable=True,
    premium=True,
    arguments={
        "name": {"type": "string", "minLength": 1},
        "interests": {
            "type": "object",
            "properties": {
                "INTEREST_TYPE_TARGETED_INDUSTRY": {"type": "array", "items": {"type": "string"}},
                "INTEREST_TYPE_TARGETED_REGION": {"type": "array", "items": {"type": "string"}},
                "INTEREST_TYPE_SOURCE_REGION": {"type": "array", "items": {"type": "string"}},
                "INTEREST_TYPE_MALWARE_ROLE": {"type": "array", "items": {"type": "string"}},
                "INTEREST_TYPE_ACTOR_MOTIVATION": {"type": "array", "items": {"type": "string"}},
            },
        },
        "recommendation_config": {
            "type": "object",
            "properties": {
                "max_recs_per_type": {"type": "integer", "minimum": 1, "maximum": 20},
                "min_categories_matched": {"type": "integer", "minimum": 1, "maximum": 5},
                "max_days_since_last_seen": {"type": "integer", "minimum": 1, "maximum": 365},
            },
        },
    },
)
DELETE_THREAT_PROFILE = Operation(
    "delete_threat_profile",
    "DELETE",
    "/threat_profiles/{}",
    (("threat_profile_id", "opaque"),),
    repeatable=True,
    premium=True,
)
GET_THREAT_PROFILE_RELATIONSHIP = Operation(
    "get_threat_profile_relationship",
    "GET",
    "/threat_profiles/{}/{}",
    (("threat_profile_id", "opaque"), ("relationship", "opaque")),
    repeatable=True,
    premium=True,
    arguments={
        "limit": {"type": "integer", "minimum": 1, "maximum": 40},
        "cursor": {"type": "string"},
    },
)
GET_THREAT_PROFILE_RELATIONSHIP_DESCRIPTORS = Operation(
    "get_threat_profile_relationship_descriptors",
    "GET",
    "/threat_profiles/{}/relationships/{}",
    (("threat_profile_id", "opaque"), ("relationship", "opaque")),
    repeatable=True,
    premium=True,
    arguments={
        "limit": {"type": "integer", "minimum": 1, "maximum": 40},
        "cursor": {"type": "string"},
    },
)
SHARE_THREAT_PROFILE = Operation(
    "share_threat_profile",
    "POST",
    "/threat_profiles/{}/relationships/{}",
    (("threat_profile_id", "opaque"), ("relationship", "opaque")),
    repeatable=True,
    premium=True,
    arguments={
        "user": {
            "type": "array",
            "items": {"type": "string", "minLength": 1},
            "x-vt-argument": "users",
        },
        "group": {
            "type": "array",
            "items": {"type": "string", "minLength": 1},
            "x-vt-argument": "groups",
        },
        "relationship": {"enum": ("viewers", "editors")},
    },
)
REVOKE_THREAT_PROFILE = Operation(
    "revoke_threat_profile",
    "DELETE",
    "/threat_profiles/{}/relationships/{}",
    (("threat_profile_id", "opaque"), ("relationship", "opaque")),
    repeatable=True,
    premium=True,
    arguments={
        "user": {
            "type": "array",
            "items": {"type": "string", "minLength": 1},
            "x-vt-argument": "users",
        },
        "group": {
            "type": "array",
            "items": {"type": "string", "minLength": 1},
            "x-vt-argument": "groups",
        },
        "relationship": {"enum": ("viewers", "editors")},
    },
)
ADD_THREAT_PROFILE_RECOMMENDATIONS = Operation(
    "add_threat_profile_recommendations",
    "POST",
    "/threat_profiles/{}/recommendations",
    (("threat_profile_id", "opaque"),),
    repeatable=True,
    premium=True,
    arguments={
        "collection": {
            "type": "array",
            "items": {"type": "string", "minLength": 1},
            "x-vt-argument": "collections",
        }
    },
    required=("collection",),
)
REMOVE_THREAT_PROFILE_RECOMMENDATIONS = Operation(
    "remove_threat_profile_recommendations",
    "DELETE",
    "/threat_profiles/{}/recommendations",
    (("threat_profile_id", "opaque"),),
    repeatable=True,
    premium=True,
    arguments={
        "collection": {
            "type": "array",
            "items": {"type": "string", "minLength": 1},
            "x-vt-argument": "collections",
        }
    },
    required=("collection",),
)
LIST_THREAT_PROFILE_TIMELINE_ASSOCIATIONS = Operation(
    "list_threat_profile_timeline_associations",
    "GET",
    "/threat_profiles/{}/timeline/associations",
    (("threat_profile_id", "opaque"),),
    repeatable=True,
    premium=True,
    arguments={
        "limit": {"type": "integer", "minimum": 1, "maximum": 40},
        "cursor": {"type": "string"},
    },
)


class ThreatProfileInterestsDict(TypedDict, total=False):
    """What recommended collections have to be about, by kind of interest."""

    INTEREST_TYPE_TARGETED_INDUSTRY: Sequence[str]
    """Industries under attack."""

    INTEREST_TYPE_TARGETED_REGION: Sequence[str]
    """Countries and regions under attack."""

    INTEREST_TYPE_SOURCE_REGION: Sequence[str]
    """Countries and regions that threats come from."""

    INTEREST_TYPE_MALWARE_ROLE: Sequence[str]
    """What malware is used as."""

    INTEREST_TYPE_ACTOR_MOTIVATION: Sequence[str]
    """Motivations of threat actors."""


class ThreatProfileConfigDict(TypedDict, total=False):
    """How many and which collections are recommended."""

    max_recs_per_type: int
    """How many collections of each type are recommended at most, 1 to 20; 10 if absent."""

    min_categories_matched: int
    """How many kinds of interest a collection has to meet at least, 1 to 5; 1 if absent."""

    max_days_since_last_seen: int
    """For how many days a threat may have been quiet, 1 to 365; 180 if absent."""


# The seed writes a slash before the name of a relationship. Editors complete what is listed in the
# type of an argument, but not what bounds a type variable in it: each name once.
# pyright: reportInvalidTypeVarUse=false
if TYPE_CHECKING:
    # The same; that of `typing` takes jedi so many steps that it tells no type of a result.
    from typing_extensions import TypeVar
else:
    from typing import TypeVar

_SlashPageCollection = TypeVar("_SlashPageCollection", bound=Literal["/recommendations"])
_SlashPageUserGroup = TypeVar("_SlashPageUserGroup", bound=Literal["/editors", "/viewers"])
_SlashPageDescriptor = TypeVar(
    "_SlashPageDescriptor", bound=Literal["/editors", "/recommendations", "/viewers"]
)


class VirusTotalAPIThreatProfiles(VirusTotalAPI):
    """Threat profiles: what an organisation cares about, and what is recommended to it."""

    def get_page(
        self,
        limit: int = 10,
        cursor: str | None = None,
        *,
        filter: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[models.ThreatProfile]:
        """List the threat profiles that the caller can see.

        `GET /threat_profiles`

        A page holds 10 items unless limit says otherwise, and at most 40.

        Args:
            limit: How many items a page holds, 1 to 40.
            cursor: Where to go on, the cursor of the page before; absent for the first page.
            filter: Narrows the list: terms of the form field:value, joined by AND, OR and NOT.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            A `Page` of `ThreatProfile` objects, 40 at most.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others ForbiddenError,
                InvalidArgumentError.
            TransportError: no answer came.

        Needs a premium key.
        https://gtidocs.virustotal.com/reference/list-threat-profiles
        """
        return self._call(
            fetch(
                LIST_THREAT_PROFILES.request(
                    query={"filter": filter, "limit": limit, "cursor": cursor}
                ),
                read_page(models.ThreatProfile),
            ),
            options,
        )

    def create(
        self,
        name: str,
        *,
        interests: ThreatProfileInterestsDict | None = None,
        recommendation_config: ThreatProfileConfigDict | None = None,
        **options: Unpack[CallOptions],
    ) -> models.ThreatProfile:
        """Create a threat profile.

        `POST /threat_profiles`

        The service recommends collections that meet the interests of the profile.

        Args:
            name: The name of the profile.
            interests: What recommended collections have to be about, by kind of interest.
            recommendation_config: How many and which collections are recommended.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The `ThreatProfile`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others ForbiddenError,
                InvalidArgumentError.
            TransportError: no answer came; `may_have_arrived` says whether the request may have.

        Needs a premium key.
        https://gtidocs.virustotal.com/reference/create-threat-profile
        """
        return self._call(
            fetch(
                CREATE_THREAT_PROFILE.request(
                    data={
                        "type": "threat_profile",
                        "attributes": CREATE_THREAT_PROFILE.given(
                            {
                                "name": name,
                                "interests": interests,
                                "recommendation_config": recommendation_config,
                            }
                        ),
                    }
                ),
                read_object(models.ThreatProfile),
            ),
            options,
        )

    def get(
        self,
        threat_profile_id: str,
        *,
        relationships: Sequence[models.ThreatProfileRelationship | RelationshipName] | None = None,
        **options: Unpack[CallOptions],
    ) -> models.ThreatProfile:
        """Get a threat profile.

        `GET /threat_profiles/{threat_profile_id}`

        The answer holds the interests of the profile and what may be recommended; recommended
        collections come by relationship.

        Args:
            threat_profile_id: The id of the threat profile.
            relationships: Names of relationships whose descriptors shall come with the object;
                none if absent.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The `ThreatProfile`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        https://gtidocs.virustotal.com/reference/get-threat-profile
        """
        return self._call(
            fetch(
                GET_THREAT_PROFILE.request(
                    threat_profile_id, query={"relationships": relationships}
                ),
                read_object(models.ThreatProfile),
            ),
            options,
        )

    def update(
        self,
        threat_profile_id: str,
        *,
        name: str | None = None,
        interests: ThreatProfileInterestsDict | None = None,
        recommendation_config: ThreatProfileConfigDict | None = None,
        **options: Unpack[CallOptions],
    ) -> models.ThreatProfile:
        """Change a threat profile.

        `PATCH /threat_profiles/{threat_profile_id}`

        What is absent stays as it is; what is given replaces the whole attribute.

        Args:
            threat_profile_id: The id of the threat profile.
            name: The name of the profile.
            interests: What recommended collections have to be about, by kind of interest.
            recommendation_config: How many and which collections are recommended.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The `ThreatProfile`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError, InvalidArgumentError.
            TransportError: no answer came.

        Needs a premium key.
        https://gtidocs.virustotal.com/reference/update-threat-profile
        """
        return self._call(
            fetch(
                UPDATE_THREAT_PROFILE.request(
                    threat_profile_id,
                    data={
                        "type": "threat_profile",
                        "attributes": UPDATE_THREAT_PROFILE.given(
                            {
                                "name": name,
                                "interests": interests,
                                "recommendation_config": recommendation_config,
                            },
                            least=1,
                        ),
                    },
                ),
                read_object(models.ThreatProfile),
            ),
            options,
        )

    def delete(self, threat_profile_id: str, **options: Unpack[CallOptions]) -> None:
        """Delete a threat profile.

        `DELETE /threat_profiles/{threat_profile_id}`

        The collections that were recommended for it stay.

        Args:
            threat_profile_id: The id of the threat profile.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        https://gtidocs.virustotal.com/reference/delete-threat-profile
        """
        return self._call(
            fetch(DELETE_THREAT_PROFILE.request(threat_profile_id), read_nothing), options
        )

    @overload
    def get_relationship(
        self,
        threat_profile_id: str,
        relationship: Literal["recommendations"] | _SlashPageCollection,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[models.Collection]: ...
    @overload
    def get_relationship(
        self,
        threat_profile_id: str,
        relationship: Literal["editors", "viewers"] | _SlashPageUserGroup,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[models.User | models.Group]: ...
    @overload
    def get_relationship(
        self,
        threat_profile_id: str,
        relationship: RelationshipName,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[VTObject] | VTObject | None: ...
    def get_relationship(
        self,
        threat_profile_id: str,
        relationship: str,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[VTObject] | VTObject | None:
        """Get the objects that are related to a threat profile.

        `GET /threat_profiles/{threat_profile_id}/{relationship}`

        A relationship to many answers with a page of objects, one to a single object with that
        object or null. An entry of a page may be an error in place of an object. A page holds
        10 items unless limit says otherwise, and at most 40.

        Args:
            threat_profile_id: The id of the threat profile.
            relationship: The name of a relationship of the object type threat_profile, one path
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
        https://gtidocs.virustotal.com/reference/get-threat-profile-relationships
        """
        return self._call(
            fetch(
                GET_THREAT_PROFILE_RELATIONSHIP.request(
                    threat_profile_id,
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
        threat_profile_id: str,
        relationship: Literal["editors", "recommendations", "viewers"] | _SlashPageDescriptor,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[Descriptor]: ...
    @overload
    def get_relationship_descriptors(
        self,
        threat_profile_id: str,
        relationship: RelationshipName,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[Descriptor] | Descriptor | None: ...
    def get_relationship_descriptors(
        self,
        threat_profile_id: str,
        relationship: str,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[Descriptor] | Descriptor | None:
        """Get the types and ids of the objects that are related to a threat profile.

        `GET /threat_profiles/{threat_profile_id}/relationships/{relationship}`

        Like the objects themselves, but each is only named by type and id, with context
        attributes where the relationship has some; this is cheaper for the service. A page
        holds 10 items unless limit says otherwise, and at most 40.

        Args:
            threat_profile_id: The id of the threat profile.
            relationship: The name of a relationship of the object type threat_profile, one path
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
        https://gtidocs.virustotal.com/reference/get-threat-profile-related-descriptors
        """
        return self._call(
            fetch(
                GET_THREAT_PROFILE_RELATIONSHIP_DESCRIPTORS.request(
                    threat_profile_id,
                    relationship_name(relationship),
                    query={"limit": limit, "cursor": cursor},
                ),
                read_descriptors,
            ),
            options,
        )

    def share(
        self,
        threat_profile_id: str,
        relationship: Literal["viewers", "editors"],
        *,
        users: Sequence[str] = (),
        groups: Sequence[str] = (),
        **options: Unpack[CallOptions],
    ) -> None:
        """Let users and groups see or change a threat profile.

        `POST /threat_profiles/{threat_profile_id}/relationships/{relationship}`

        It takes up to five minutes to have effect.

        Args:
            threat_profile_id: The id of the threat profile.
            relationship: The kind of access.
            users: The users, by id.
            groups: The groups, by id.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        https://gtidocs.virustotal.com/reference/add-threat-profile-relationships
        """
        return self._call(
            fetch(
                SHARE_THREAT_PROFILE.request(
                    threat_profile_id,
                    relationship,
                    data=SHARE_THREAT_PROFILE.descriptors({"user": users, "group": groups}),
                ),
                read_nothing,
            ),
            options,
        )

    def revoke(
        self,
        threat_profile_id: str,
        relationship: Literal["viewers", "editors"],
        *,
        users: Sequence[str] = (),
        groups: Sequence[str] = (),
        **options: Unpack[CallOptions],
    ) -> None:
        """Take from users and groups the right to see or change a threat profile.

        `DELETE /threat_profiles/{threat_profile_id}/relationships/{relationship}`

        It takes up to five minutes to have effect.

        Args:
            threat_profile_id: The id of the threat profile.
            relationship: The kind of access.
            users: The users, by id.
            groups: The groups, by id.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        https://gtidocs.virustotal.com/reference/delete-threat-profile-relationships
        """
        return self._call(
            fetch(
                REVOKE_THREAT_PROFILE.request(
                    threat_profile_id,
                    relationship,
                    data=REVOKE_THREAT_PROFILE.descriptors({"user": users, "group": groups}),
                ),
                read_nothing,
            ),
            options,
        )

    def add_recommendations(
        self, threat_profile_id: str, collections: Sequence[str], **options: Unpack[CallOptions]
    ) -> None:
        """Add collections to those that are recommended for a threat profile.

        `POST /threat_profiles/{threat_profile_id}/recommendations`

        Args:
            threat_profile_id: The id of the threat profile.
            collections: The collections, by id.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        https://gtidocs.virustotal.com/reference/add-threat-profile-recommendations
        """
        return self._call(
            fetch(
                ADD_THREAT_PROFILE_RECOMMENDATIONS.request(
                    threat_profile_id,
                    data=ADD_THREAT_PROFILE_RECOMMENDATIONS.descriptors(
                        {"collection": collections}
                    ),
                ),
                read_nothing,
            ),
            options,
        )

    def remove_recommendations(
        self, threat_profile_id: str, collections: Sequence[str], **options: Unpack[CallOptions]
    ) -> None:
        """Take collections out of those that are recommended for a threat profile.

        `DELETE /threat_profiles/{threat_profile_id}/recommendations`

        Args:
            threat_profile_id: The id of the threat profile.
            collections: The collections, by id.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        https://gtidocs.virustotal.com/reference/delete-threat-profile-recommendations
        """
        return self._call(
            fetch(
                REMOVE_THREAT_PROFILE_RECOMMENDATIONS.request(
                    threat_profile_id,
                    data=REMOVE_THREAT_PROFILE_RECOMMENDATIONS.descriptors(
                        {"collection": collections}
                    ),
                ),
                read_nothing,
            ),
            options,
        )

    def get_timeline_associations(
        self,
        threat_profile_id: str,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[models.ThreatProfileAssociation]:
        """List what ties collections to a threat profile, in the course of time.

        `GET /threat_profiles/{threat_profile_id}/timeline/associations`

        Each entry says which collection came up, how, and when it was first and last seen. A
        page holds 10 items unless limit says otherwise, and at most 40.

        Args:
            threat_profile_id: The id of the threat profile.
            limit: How many items a page holds, 1 to 40.
            cursor: Where to go on, the cursor of the page before; absent for the first page.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            A `Page` of `ThreatProfileAssociation` objects, 40 at most.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        https://gtidocs.virustotal.com/reference/get-threat-profile-timeline-associations
        """
        return self._call(
            fetch(
                LIST_THREAT_PROFILE_TIMELINE_ASSOCIATIONS.request(
                    threat_profile_id, query={"limit": limit, "cursor": cursor}
                ),
                read_page(models.ThreatProfileAssociation),
            ),
            options,
        )
