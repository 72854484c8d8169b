"""The operations of the group `users`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/openapi.yaml`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Literal, Required, TypedDict, Unpack, overload

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
    read_either,
    read_nothing,
    read_object,
    read_related,
)

GET_CURRENT_USER = Operation("get_current_user", "GET", "/me", repeatable=True)
GET_USER = Operation(
    "get_user",
    "GET",
    "/users/{}",
    (("user_id", "opaque"),),
    repeatable=True,
    arguments={"relationships": {"type": "array", "items": {"type": "string"}}},
)
UPDATE_USER = Operation(
    "update_user",
    "PATCH",
    "/users/{}",
    (("user_id", "opaque"),),
    repeatable=True,
    arguments={
        "first_name": {"type": "string"},
        "last_name": {"type": "string"},
        "profile_phrase": {"type": "string"},
        "privileges": {
            "type": "object",
            "additionalProperties": {
                "type": "object",
                "required": ["granted"],
                "properties": {
                    "granted": {"type": "boolean"},
                    "expiration_date": {"format": "unix-time"},
                },
            },
        },
        "quotas": {
            "type": "object",
            "additionalProperties": {
                "type": "object",
                "required": ["allowed"],
                "properties": {"allowed": {"type": "integer", "minimum": 0}},
            },
        },
    },
)
DELETE_USER = Operation(
    "delete_user",
    "DELETE",
    "/users/{}",
    (("user_id", "opaque"),),
    repeatable=True,
    arguments={"x-user-password": {"type": "string", "minLength": 1, "x-vt-argument": "password"}},
    required=("x-user-password",),
)
GET_USER_RELATIONSHIP = Operation(
    "get_user_relationship",
    "GET",
    "/users/{}/{}",
    (("user_id", "opaque"), ("relationship", "opaque")),
    repeatable=True,
    premium_relationships=(
        "hunting_notification_files",
        "hunting_notifications",
        "hunting_rulesets",
        "retrohunt_jobs",
    ),
    arguments={
        "limit": {"type": "integer", "minimum": 1, "maximum": 40},
        "cursor": {"type": "string"},
    },
)
GET_USER_RELATIONSHIP_DESCRIPTORS = Operation(
    "get_user_relationship_descriptors",
    "GET",
    "/users/{}/relationships/{}",
    (("user_id", "opaque"), ("relationship", "opaque")),
    repeatable=True,
    premium_relationships=(
        "hunting_notification_files",
        "hunting_notifications",
        "hunting_rulesets",
        "retrohunt_jobs",
    ),
    arguments={
        "limit": {"type": "integer", "minimum": 1, "maximum": 40},
        "cursor": {"type": "string"},
    },
)


class PrivilegeDict(TypedDict, total=False):
    """Something that may be done or not."""

    granted: Required[bool]
    """Whether the privilege is granted."""

    expiration_date: datetime
    """When the privilege ends; absent where it does not end. A moment with its time zone."""


class QuotaDict(TypedDict, total=False):
    """How much may be used."""

    allowed: Required[int]
    """How much may be used in the period that the name of the quota tells."""


# The seed writes a slash before the name of a relationship. Editors complete what is listed in the
# type of an argument, but not what bounds a type variable in it: each name once.
# pyright: reportInvalidTypeVarUse=false
if TYPE_CHECKING:
    # The same; that of `typing` takes jedi so many steps that it tells no type of a result.
    from typing_extensions import TypeVar
else:
    from typing import TypeVar

_SlashPageCollection = TypeVar("_SlashPageCollection", bound=Literal["/collections"])
_SlashPageComment = TypeVar("_SlashPageComment", bound=Literal["/comments", "/mentions"])
_SlashPageFile = TypeVar("_SlashPageFile", bound=Literal["/hunting_notification_files"])
_SlashPageGraph = TypeVar("_SlashPageGraph", bound=Literal["/graphs"])
_SlashPageGroup = TypeVar("_SlashPageGroup", bound=Literal["/groups"])
_SlashPageHuntingNotification = TypeVar(
    "_SlashPageHuntingNotification", bound=Literal["/hunting_notifications"]
)
_SlashPageHuntingRuleset = TypeVar("_SlashPageHuntingRuleset", bound=Literal["/hunting_rulesets"])
_SlashPageRetrohuntJob = TypeVar("_SlashPageRetrohuntJob", bound=Literal["/retrohunt_jobs"])
_SlashPageVote = TypeVar("_SlashPageVote", bound=Literal["/votes"])
_SlashGroupNone = TypeVar(
    "_SlashGroupNone",
    bound=Literal["/api_quota_group", "/intelligence_quota_group", "/monitor_quota_group"],
)
_SlashDescriptorNone = TypeVar(
    "_SlashDescriptorNone",
    bound=Literal["/api_quota_group", "/intelligence_quota_group", "/monitor_quota_group"],
)
_SlashPageDescriptor = TypeVar(
    "_SlashPageDescriptor",
    bound=Literal[
        "/collections",
        "/comments",
        "/graphs",
        "/groups",
        "/hunting_notification_files",
        "/hunting_notifications",
        "/hunting_rulesets",
        "/mentions",
        "/retrohunt_jobs",
        "/votes",
    ],
)


class VirusTotalAPIUsers(VirusTotalAPI):
    """Users: accounts, their settings and what belongs to them."""

    def get_me(self, **options: Unpack[CallOptions]) -> models.User | models.ServiceAccount:
        """Get the account that the key belongs to.

        `GET /me`

        Args:
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The `User` or `ServiceAccount`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error.
            TransportError: no answer came.

        A public key will do.
        """
        return self._call(
            fetch(GET_CURRENT_USER.request(), read_either(models.User, models.ServiceAccount)),
            options,
        )

    def get(
        self,
        user_id: str,
        *,
        relationships: Sequence[models.UserRelationship | RelationshipName] | None = None,
        **options: Unpack[CallOptions],
    ) -> models.User:
        """Get a user.

        `GET /users/{user_id}`

        The key, quotas, privileges and the like come to the user alone, and some of them to
        administrators of the user's group.

        Args:
            user_id: The name of the user. The service takes the user's API key as well, which
                has no place in an address.
            relationships: Names of relationships whose descriptors shall come with the object;
                none if absent.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The `User`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError.
            TransportError: no answer came.

        A public key will do.
        https://docs.virustotal.com/reference/user
        """
        return self._call(
            fetch(
                GET_USER.request(user_id, query={"relationships": relationships}),
                read_object(models.User),
            ),
            options,
        )

    def update(
        self,
        user_id: str,
        *,
        first_name: str | None = None,
        last_name: str | None = None,
        profile_phrase: str | None = None,
        privileges: Mapping[str, PrivilegeDict] | None = None,
        quotas: Mapping[str, QuotaDict] | None = None,
        **options: Unpack[CallOptions],
    ) -> models.User:
        """Change a user.

        `PATCH /users/{user_id}`

        What is absent stays as it is. Users change themselves; administrators of the group
        change quotas and privileges.

        Args:
            user_id: The name of the user. The service takes the user's API key as well, which
                has no place in an address.
            first_name: The first name.
            last_name: The last name.
            profile_phrase: What the user says about themselves.
            privileges: What the user may do, by name of the privilege; administrators only.
            quotas: What the user may use, by name such as api_requests_daily; administrators of
                the group only.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The `User`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError, InvalidArgumentError.
            TransportError: no answer came.

        A public key will do.
        https://docs.virustotal.com/reference/patch-user-id
        """
        return self._call(
            fetch(
                UPDATE_USER.request(
                    user_id,
                    data={
                        "type": "user",
                        "attributes": UPDATE_USER.given(
                            {
                                "first_name": first_name,
                                "last_name": last_name,
                                "profile_phrase": profile_phrase,
                                "privileges": privileges,
                                "quotas": quotas,
                            },
                            least=1,
                        ),
                    },
                ),
                read_object(models.User),
            ),
            options,
        )

    def delete(self, user_id: str, password: str, **options: Unpack[CallOptions]) -> None:
        """Delete the own account.

        `DELETE /users/{user_id}`

        The account is gone for good. The password confirms it; for another account the service
        answers ForbiddenError.

        Args:
            user_id: The name of the user. The service takes the user's API key as well, which
                has no place in an address.
            password: The password of the account, as confirmation.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        A public key will do.
        https://docs.virustotal.com/reference/delete-user-id
        """
        return self._call(
            fetch(
                DELETE_USER.request(user_id, headers={"x-user-password": password}), read_nothing
            ),
            options,
        )

    @overload
    def get_relationship(
        self,
        user_id: str,
        relationship: Literal["collections"] | _SlashPageCollection,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[models.Collection]: ...
    @overload
    def get_relationship(
        self,
        user_id: str,
        relationship: Literal["comments", "mentions"] | _SlashPageComment,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[models.Comment]: ...
    @overload
    def get_relationship(
        self,
        user_id: str,
        relationship: Literal["hunting_notification_files"] | _SlashPageFile,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[models.File]: ...
    @overload
    def get_relationship(
        self,
        user_id: str,
        relationship: Literal["graphs"] | _SlashPageGraph,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[models.Graph]: ...
    @overload
    def get_relationship(
        self,
        user_id: str,
        relationship: Literal["groups"] | _SlashPageGroup,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[models.Group]: ...
    @overload
    def get_relationship(
        self,
        user_id: str,
        relationship: Literal["hunting_notifications"] | _SlashPageHuntingNotification,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[models.HuntingNotification]: ...
    @overload
    def get_relationship(
        self,
        user_id: str,
        relationship: Literal["hunting_rulesets"] | _SlashPageHuntingRuleset,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[models.HuntingRuleset]: ...
    @overload
    def get_relationship(
        self,
        user_id: str,
        relationship: Literal["retrohunt_jobs"] | _SlashPageRetrohuntJob,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[models.RetrohuntJob]: ...
    @overload
    def get_relationship(
        self,
        user_id: str,
        relationship: Literal["votes"] | _SlashPageVote,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[models.Vote]: ...
    @overload
    def get_relationship(
        self,
        user_id: str,
        relationship: Literal["api_quota_group", "intelligence_quota_group", "monitor_quota_group"]
        | _SlashGroupNone,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> models.Group | None: ...
    @overload
    def get_relationship(
        self,
        user_id: str,
        relationship: RelationshipName,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[VTObject] | VTObject | None: ...
    def get_relationship(
        self,
        user_id: str,
        relationship: str,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[VTObject] | VTObject | None:
        """Get the objects that are related to a user.

        `GET /users/{user_id}/{relationship}`

        A relationship to many answers with a page of objects, one to a single object with that
        object or null. An entry of a page may be an error in place of an object. A page holds
        10 items unless limit says otherwise, and at most 40. Some relationships need a premium
        key. Some are seen by the user alone.

        Args:
            user_id: The name of the user. The service takes the user's API key as well, which
                has no place in an address.
            relationship: The name of a relationship of the object type user, one path segment
                without a slash.
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
        https://docs.virustotal.com/reference/users-relationships
        """
        return self._call(
            fetch(
                GET_USER_RELATIONSHIP.request(
                    user_id,
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
        user_id: str,
        relationship: Literal["api_quota_group", "intelligence_quota_group", "monitor_quota_group"]
        | _SlashDescriptorNone,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Descriptor | None: ...
    @overload
    def get_relationship_descriptors(
        self,
        user_id: str,
        relationship: Literal[
            "collections",
            "comments",
            "graphs",
            "groups",
            "hunting_notification_files",
            "hunting_notifications",
            "hunting_rulesets",
            "mentions",
            "retrohunt_jobs",
            "votes",
        ]
        | _SlashPageDescriptor,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[Descriptor]: ...
    @overload
    def get_relationship_descriptors(
        self,
        user_id: str,
        relationship: RelationshipName,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[Descriptor] | Descriptor | None: ...
    def get_relationship_descriptors(
        self,
        user_id: str,
        relationship: str,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[Descriptor] | Descriptor | None:
        """Get the types and ids of the objects that are related to a user.

        `GET /users/{user_id}/relationships/{relationship}`

        Like the objects themselves, but each is only named by type and id, with context
        attributes where the relationship has some; this is cheaper for the service. A page
        holds 10 items unless limit says otherwise, and at most 40.

        Args:
            user_id: The name of the user. The service takes the user's API key as well, which
                has no place in an address.
            relationship: The name of a relationship of the object type user, one path segment
                without a slash.
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
        https://docs.virustotal.com/reference/get-users-relationships-ids
        """
        return self._call(
            fetch(
                GET_USER_RELATIONSHIP_DESCRIPTORS.request(
                    user_id,
                    relationship_name(relationship),
                    query={"limit": limit, "cursor": cursor},
                ),
                read_descriptors,
            ),
            options,
        )
