"""The operations of the group `groups`.

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
    read_nothing,
    read_object,
    read_page,
    read_related,
    read_truth,
)

GET_GROUP = Operation(
    "get_group",
    "GET",
    "/groups/{}",
    (("group_id", "opaque"),),
    repeatable=True,
    premium=True,
    arguments={"relationships": {"type": "array", "items": {"type": "string"}}},
)
UPDATE_GROUP = Operation(
    "update_group",
    "PATCH",
    "/groups/{}",
    (("group_id", "opaque"),),
    repeatable=True,
    premium=True,
    arguments={
        "organization": {"type": "string"},
        "organization_legal_name": {"type": "string"},
        "domain_name": {"type": "string"},
        "industry": {"type": "string"},
        "country": {"type": "string"},
        "country_iso": {"type": "string"},
        "contact_emails": {"type": "array", "items": {"type": "string"}},
        "auto_add_users": {"type": "array", "items": {"type": "string"}},
        "preferences": {"type": "object"},
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
GET_GROUP_RELATIONSHIP = Operation(
    "get_group_relationship",
    "GET",
    "/groups/{}/{}",
    (("group_id", "opaque"), ("relationship", "opaque")),
    repeatable=True,
    premium=True,
    arguments={
        "limit": {"type": "integer", "minimum": 1, "maximum": 40},
        "cursor": {"type": "string"},
    },
)
GET_GROUP_RELATIONSHIP_DESCRIPTORS = Operation(
    "get_group_relationship_descriptors",
    "GET",
    "/groups/{}/relationships/{}",
    (("group_id", "opaque"), ("relationship", "opaque")),
    repeatable=True,
    premium=True,
    arguments={
        "limit": {"type": "integer", "minimum": 1, "maximum": 40},
        "cursor": {"type": "string"},
    },
)
LIST_GROUP_ADMINISTRATORS = Operation(
    "list_group_administrators",
    "GET",
    "/groups/{}/relationships/administrators",
    (("group_id", "opaque"),),
    repeatable=True,
    premium=True,
    arguments={
        "limit": {"type": "integer", "minimum": 1, "maximum": 40},
        "cursor": {"type": "string"},
    },
)
ADD_GROUP_ADMINISTRATORS = Operation(
    "add_group_administrators",
    "POST",
    "/groups/{}/relationships/administrators",
    (("group_id", "opaque"),),
    repeatable=True,
    premium=True,
    arguments={
        "user": {
            "type": "array",
            "items": {"type": "string", "minLength": 1},
            "x-vt-argument": "emails",
        }
    },
    required=("user",),
)
CHECK_GROUP_ADMINISTRATOR = Operation(
    "check_group_administrator",
    "GET",
    "/groups/{}/relationships/administrators/{}",
    (("group_id", "opaque"), ("user_id", "opaque")),
    repeatable=True,
    premium=True,
)
REMOVE_GROUP_ADMINISTRATOR = Operation(
    "remove_group_administrator",
    "DELETE",
    "/groups/{}/relationships/administrators/{}",
    (("group_id", "opaque"), ("user_id", "opaque")),
    repeatable=True,
    premium=True,
)
LIST_GROUP_USERS = Operation(
    "list_group_users",
    "GET",
    "/groups/{}/relationships/users",
    (("group_id", "opaque"),),
    repeatable=True,
    premium=True,
    arguments={
        "limit": {"type": "integer", "minimum": 1, "maximum": 40},
        "cursor": {"type": "string"},
    },
)
ADD_GROUP_USERS = Operation(
    "add_group_users",
    "POST",
    "/groups/{}/relationships/users",
    (("group_id", "opaque"),),
    repeatable=True,
    premium=True,
    arguments={
        "user": {
            "type": "array",
            "items": {"type": "string", "minLength": 1},
            "x-vt-argument": "emails",
        }
    },
    required=("user",),
)
CHECK_GROUP_USER = Operation(
    "check_group_user",
    "GET",
    "/groups/{}/relationships/users/{}",
    (("group_id", "opaque"), ("user_id", "opaque")),
    repeatable=True,
    premium=True,
)
REMOVE_GROUP_USER = Operation(
    "remove_group_user",
    "DELETE",
    "/groups/{}/relationships/users/{}",
    (("group_id", "opaque"), ("user_id", "opaque")),
    repeatable=True,
    premium=True,
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

_SlashPageGraph = TypeVar("_SlashPageGraph", bound=Literal["/graphs"])
_SlashPageServiceAccount = TypeVar("_SlashPageServiceAccount", bound=Literal["/service_accounts"])
_SlashPageUser = TypeVar("_SlashPageUser", bound=Literal["/administrators", "/users"])
_SlashPageDescriptor = TypeVar(
    "_SlashPageDescriptor",
    bound=Literal["/administrators", "/graphs", "/service_accounts", "/users"],
)


class VirusTotalAPIGroups(VirusTotalAPI):
    """Groups of users, their members and administrators."""

    def get(
        self,
        group_id: str,
        *,
        relationships: Sequence[models.GroupRelationship | RelationshipName] | None = None,
        **options: Unpack[CallOptions],
    ) -> models.Group:
        """Get a group.

        `GET /groups/{group_id}`

        Members see the group; administrators see more of it.

        Args:
            group_id: The id of the group.
            relationships: Names of relationships whose descriptors shall come with the object;
                none if absent.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The `Group`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        https://docs.virustotal.com/reference/groups
        """
        return self._call(
            fetch(
                GET_GROUP.request(group_id, query={"relationships": relationships}),
                read_object(models.Group),
            ),
            options,
        )

    def update(
        self,
        group_id: str,
        *,
        organization: str | None = None,
        organization_legal_name: str | None = None,
        domain_name: str | None = None,
        industry: str | None = None,
        country: str | None = None,
        country_iso: str | None = None,
        contact_emails: Sequence[str] | None = None,
        auto_add_users: Sequence[str] | None = None,
        preferences: Mapping[str, object] | None = None,
        privileges: Mapping[str, PrivilegeDict] | None = None,
        quotas: Mapping[str, QuotaDict] | None = None,
        **options: Unpack[CallOptions],
    ) -> models.Group:
        """Change a group.

        `PATCH /groups/{group_id}`

        What is absent stays as it is; lists are replaced as a whole. Only administrators of the
        group may do so; which attributes they may change is not documented.

        Args:
            group_id: The id of the group.
            organization: The name of the organisation.
            organization_legal_name: The name of the organisation in contracts.
            domain_name: The domain of the organisation.
            industry: The industry of the organisation.
            country: The name of the country of the organisation.
            country_iso: The country, two letters.
            contact_emails: E-mail addresses of those to turn to.
            auto_add_users: E-mail addresses, or patterns of them, of those who are added
                without being asked for.
            preferences: Settings of the group by name.
            privileges: What the group may do, by name of the privilege; administrators only.
            quotas: What the group may use, by name such as api_requests_daily; administrators
                of the group only.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The `Group`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError, InvalidArgumentError.
            TransportError: no answer came.

        Needs a premium key.
        https://docs.virustotal.com/reference/patch-group
        """
        return self._call(
            fetch(
                UPDATE_GROUP.request(
                    group_id,
                    data={
                        "type": "group",
                        "attributes": UPDATE_GROUP.given(
                            {
                                "organization": organization,
                                "organization_legal_name": organization_legal_name,
                                "domain_name": domain_name,
                                "industry": industry,
                                "country": country,
                                "country_iso": country_iso,
                                "contact_emails": contact_emails,
                                "auto_add_users": auto_add_users,
                                "preferences": preferences,
                                "privileges": privileges,
                                "quotas": quotas,
                            },
                            least=1,
                        ),
                    },
                ),
                read_object(models.Group),
            ),
            options,
        )

    @overload
    def get_relationship(
        self,
        group_id: str,
        relationship: Literal["graphs"] | _SlashPageGraph,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[models.Graph]: ...
    @overload
    def get_relationship(
        self,
        group_id: str,
        relationship: Literal["service_accounts"] | _SlashPageServiceAccount,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[models.ServiceAccount]: ...
    @overload
    def get_relationship(
        self,
        group_id: str,
        relationship: Literal["administrators", "users"] | _SlashPageUser,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[models.User]: ...
    @overload
    def get_relationship(
        self,
        group_id: str,
        relationship: RelationshipName,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[VTObject] | VTObject | None: ...
    def get_relationship(
        self,
        group_id: str,
        relationship: str,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[VTObject] | VTObject | None:
        """Get the objects that are related to a group.

        `GET /groups/{group_id}/{relationship}`

        A relationship to many answers with a page of objects, one to a single object with that
        object or null. An entry of a page may be an error in place of an object. A page holds
        10 items unless limit says otherwise, and at most 40. Only members see them.

        Args:
            group_id: The id of the group.
            relationship: The name of a relationship of the object type group, one path segment
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

        Needs a premium key.
        https://docs.virustotal.com/reference/groups-relationships
        """
        return self._call(
            fetch(
                GET_GROUP_RELATIONSHIP.request(
                    group_id,
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
        group_id: str,
        relationship: Literal["administrators", "graphs", "service_accounts", "users"]
        | _SlashPageDescriptor,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[Descriptor]: ...
    @overload
    def get_relationship_descriptors(
        self,
        group_id: str,
        relationship: RelationshipName,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[Descriptor] | Descriptor | None: ...
    def get_relationship_descriptors(
        self,
        group_id: str,
        relationship: str,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[Descriptor] | Descriptor | None:
        """Get the types and ids of the objects that are related to a group.

        `GET /groups/{group_id}/relationships/{relationship}`

        Like the objects themselves, but each is only named by type and id, with context
        attributes where the relationship has some; this is cheaper for the service. A page
        holds 10 items unless limit says otherwise, and at most 40.

        Args:
            group_id: The id of the group.
            relationship: The name of a relationship of the object type group, one path segment
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

        Needs a premium key.
        https://docs.virustotal.com/reference/groups-relationships-ids
        """
        return self._call(
            fetch(
                GET_GROUP_RELATIONSHIP_DESCRIPTORS.request(
                    group_id,
                    relationship_name(relationship),
                    query={"limit": limit, "cursor": cursor},
                ),
                read_descriptors,
            ),
            options,
        )

    def get_administrators(
        self,
        group_id: str,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[models.User]:
        """List the administrators of a group.

        `GET /groups/{group_id}/relationships/administrators`

        They come as whole objects, not as descriptors. Only members may ask. A page holds 10
        items unless limit says otherwise, and at most 40.

        Args:
            group_id: The id of the group.
            limit: How many items a page holds, 1 to 40.
            cursor: Where to go on, the cursor of the page before; absent for the first page.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            A `Page` of `User` objects, 40 at most.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        https://docs.virustotal.com/reference/get-group-administrators
        """
        return self._call(
            fetch(
                LIST_GROUP_ADMINISTRATORS.request(
                    group_id, query={"limit": limit, "cursor": cursor}
                ),
                read_page(models.User),
            ),
            options,
        )

    def add_administrators(
        self, group_id: str, emails: Sequence[str], **options: Unpack[CallOptions]
    ) -> Page[models.User]:
        """Make users administrators of a group.

        `POST /groups/{group_id}/relationships/administrators`

        Users are named by their e-mail addresses; for a user name the service answers with an
        error. Only administrators of the group may do so.

        Args:
            group_id: The id of the group.
            emails: The emails, by id. The e-mail address of the user.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            A `Page` of `User` objects.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError, InvalidArgumentError, BadRequestError.
            TransportError: no answer came.

        Needs a premium key.
        https://docs.virustotal.com/reference/post-group-administrators
        """
        return self._call(
            fetch(
                ADD_GROUP_ADMINISTRATORS.request(
                    group_id, data=ADD_GROUP_ADMINISTRATORS.descriptors({"user": emails})
                ),
                read_page(models.User),
            ),
            options,
        )

    def check_administrator(
        self, group_id: str, user_id: str, **options: Unpack[CallOptions]
    ) -> bool:
        """Say whether a user administers a group.

        `GET /groups/{group_id}/relationships/administrators/{user_id}`

        Only members of the group may ask.

        Args:
            group_id: The id of the group.
            user_id: The name of the user. The service takes the user's API key as well, which
                has no place in an address.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            Whether it is so.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        https://docs.virustotal.com/reference/check-user-group-administrator
        """
        return self._call(
            fetch(CHECK_GROUP_ADMINISTRATOR.request(group_id, user_id), read_truth), options
        )

    def remove_administrator(
        self, group_id: str, user_id: str, **options: Unpack[CallOptions]
    ) -> None:
        """Take a user from the administrators of a group.

        `DELETE /groups/{group_id}/relationships/administrators/{user_id}`

        The user stays in the group. Only administrators of the group may do so.

        Args:
            group_id: The id of the group.
            user_id: The name of the user. The service takes the user's API key as well, which
                has no place in an address.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        https://docs.virustotal.com/reference/delete-user-group-administrator
        """
        return self._call(
            fetch(REMOVE_GROUP_ADMINISTRATOR.request(group_id, user_id), read_nothing), options
        )

    def get_users(
        self,
        group_id: str,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[models.User]:
        """List the members of a group.

        `GET /groups/{group_id}/relationships/users`

        They come as whole objects, not as descriptors. Only members may ask. A page holds 10
        items unless limit says otherwise, and at most 40.

        Args:
            group_id: The id of the group.
            limit: How many items a page holds, 1 to 40.
            cursor: Where to go on, the cursor of the page before; absent for the first page.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            A `Page` of `User` objects, 40 at most.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        https://docs.virustotal.com/reference/get-group-users
        """
        return self._call(
            fetch(
                LIST_GROUP_USERS.request(group_id, query={"limit": limit, "cursor": cursor}),
                read_page(models.User),
            ),
            options,
        )

    def add_users(
        self, group_id: str, emails: Sequence[str], **options: Unpack[CallOptions]
    ) -> Page[models.User]:
        """Add users to a group.

        `POST /groups/{group_id}/relationships/users`

        Users are named by their e-mail addresses; for a user name the service answers with an
        error. Only administrators of the group may do so.

        Args:
            group_id: The id of the group.
            emails: The emails, by id. The e-mail address of the user.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            A `Page` of `User` objects.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError, InvalidArgumentError, BadRequestError.
            TransportError: no answer came.

        Needs a premium key.
        https://docs.virustotal.com/reference/update-group-users
        """
        return self._call(
            fetch(
                ADD_GROUP_USERS.request(
                    group_id, data=ADD_GROUP_USERS.descriptors({"user": emails})
                ),
                read_page(models.User),
            ),
            options,
        )

    def check_user(self, group_id: str, user_id: str, **options: Unpack[CallOptions]) -> bool:
        """Say whether a user belongs to a group.

        `GET /groups/{group_id}/relationships/users/{user_id}`

        Only members of the group may ask.

        Args:
            group_id: The id of the group.
            user_id: The name of the user. The service takes the user's API key as well, which
                has no place in an address.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            Whether it is so.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        https://docs.virustotal.com/reference/check-user-in-group
        """
        return self._call(fetch(CHECK_GROUP_USER.request(group_id, user_id), read_truth), options)

    def remove_user(self, group_id: str, user_id: str, **options: Unpack[CallOptions]) -> None:
        """Remove a user from a group.

        `DELETE /groups/{group_id}/relationships/users/{user_id}`

        Only administrators of the group may do so.

        Args:
            group_id: The id of the group.
            user_id: The name of the user. The service takes the user's API key as well, which
                has no place in an address.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        https://docs.virustotal.com/reference/delete-user-from-group
        """
        return self._call(
            fetch(REMOVE_GROUP_USER.request(group_id, user_id), read_nothing), options
        )
