"""The operations of the group `groups`.

Do not edit: `python3 scripts/generate.py` made it from `vt_sdk/operations/groups.py`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal, Unpack, overload

from vt_sdk import models
from vt_sdk.aio.api import AsyncVirusTotalAPI
from vt_sdk.core.async_paging import AsyncPage
from vt_sdk.core.async_readers import read_descriptors, read_page, read_related
from vt_sdk.core.objects import Descriptor, VTObject
from vt_sdk.core.operation import CallOptions, RelationshipName, relationship_name
from vt_sdk.core.policy import fetch
from vt_sdk.core.readers import read_nothing, read_object, read_truth
from vt_sdk.operations.groups import (
    ADD_GROUP_ADMINISTRATORS,
    ADD_GROUP_USERS,
    CHECK_GROUP_ADMINISTRATOR,
    CHECK_GROUP_USER,
    GET_GROUP,
    GET_GROUP_RELATIONSHIP,
    GET_GROUP_RELATIONSHIP_DESCRIPTORS,
    LIST_GROUP_ADMINISTRATORS,
    LIST_GROUP_USERS,
    REMOVE_GROUP_ADMINISTRATOR,
    REMOVE_GROUP_USER,
    UPDATE_GROUP,
    PrivilegeDict,
    QuotaDict,
    _SlashPageDescriptor,
    _SlashPageGraph,
    _SlashPageServiceAccount,
    _SlashPageUser,
)

__all__ = ["AsyncVirusTotalAPIGroups"]


class AsyncVirusTotalAPIGroups(AsyncVirusTotalAPI):
    """Groups of users, their members and administrators."""

    async def get(
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
        return await self._call(
            fetch(
                GET_GROUP.request(group_id, query={"relationships": relationships}),
                read_object(models.Group),
            ),
            options,
        )

    async def update(
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
        return await self._call(
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
    async def get_relationship(
        self,
        group_id: str,
        relationship: Literal["graphs"] | _SlashPageGraph,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[models.Graph]: ...
    @overload
    async def get_relationship(
        self,
        group_id: str,
        relationship: Literal["service_accounts"] | _SlashPageServiceAccount,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[models.ServiceAccount]: ...
    @overload
    async def get_relationship(
        self,
        group_id: str,
        relationship: Literal["administrators", "users"] | _SlashPageUser,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[models.User]: ...
    @overload
    async def get_relationship(
        self,
        group_id: str,
        relationship: RelationshipName,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[VTObject] | VTObject | None: ...
    async def get_relationship(
        self,
        group_id: str,
        relationship: str,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[VTObject] | VTObject | None:
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
            A `AsyncPage` of objects, one object, or None, as the relationship says.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        https://docs.virustotal.com/reference/groups-relationships
        """
        return await self._call(
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
    async def get_relationship_descriptors(
        self,
        group_id: str,
        relationship: Literal["administrators", "graphs", "service_accounts", "users"]
        | _SlashPageDescriptor,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[Descriptor]: ...
    @overload
    async def get_relationship_descriptors(
        self,
        group_id: str,
        relationship: RelationshipName,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[Descriptor] | Descriptor | None: ...
    async def get_relationship_descriptors(
        self,
        group_id: str,
        relationship: str,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[Descriptor] | Descriptor | None:
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
            A `AsyncPage` of descriptors, one descriptor, or None, as the relationship says.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        https://docs.virustotal.com/reference/groups-relationships-ids
        """
        return await self._call(
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

    async def get_administrators(
        self,
        group_id: str,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[models.User]:
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
            A `AsyncPage` of `User` objects, 40 at most.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        https://docs.virustotal.com/reference/get-group-administrators
        """
        return await self._call(
            fetch(
                LIST_GROUP_ADMINISTRATORS.request(
                    group_id, query={"limit": limit, "cursor": cursor}
                ),
                read_page(models.User),
            ),
            options,
        )

    async def add_administrators(
        self, group_id: str, emails: Sequence[str], **options: Unpack[CallOptions]
    ) -> AsyncPage[models.User]:
        """Make users administrators of a group.

        `POST /groups/{group_id}/relationships/administrators`

        Users are named by their e-mail addresses; for a user name the service answers with an
        error. Only administrators of the group may do so.

        Args:
            group_id: The id of the group.
            emails: The emails, by id. The e-mail address of the user.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            A `AsyncPage` of `User` objects.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError, InvalidArgumentError, BadRequestError.
            TransportError: no answer came.

        Needs a premium key.
        https://docs.virustotal.com/reference/post-group-administrators
        """
        return await self._call(
            fetch(
                ADD_GROUP_ADMINISTRATORS.request(
                    group_id, data=ADD_GROUP_ADMINISTRATORS.descriptors({"user": emails})
                ),
                read_page(models.User),
            ),
            options,
        )

    async def check_administrator(
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
        return await self._call(
            fetch(CHECK_GROUP_ADMINISTRATOR.request(group_id, user_id), read_truth), options
        )

    async def remove_administrator(
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
        return await self._call(
            fetch(REMOVE_GROUP_ADMINISTRATOR.request(group_id, user_id), read_nothing), options
        )

    async def get_users(
        self,
        group_id: str,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[models.User]:
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
            A `AsyncPage` of `User` objects, 40 at most.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        https://docs.virustotal.com/reference/get-group-users
        """
        return await self._call(
            fetch(
                LIST_GROUP_USERS.request(group_id, query={"limit": limit, "cursor": cursor}),
                read_page(models.User),
            ),
            options,
        )

    async def add_users(
        self, group_id: str, emails: Sequence[str], **options: Unpack[CallOptions]
    ) -> AsyncPage[models.User]:
        """Add users to a group.

        `POST /groups/{group_id}/relationships/users`

        Users are named by their e-mail addresses; for a user name the service answers with an
        error. Only administrators of the group may do so.

        Args:
            group_id: The id of the group.
            emails: The emails, by id. The e-mail address of the user.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            A `AsyncPage` of `User` objects.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError, InvalidArgumentError, BadRequestError.
            TransportError: no answer came.

        Needs a premium key.
        https://docs.virustotal.com/reference/update-group-users
        """
        return await self._call(
            fetch(
                ADD_GROUP_USERS.request(
                    group_id, data=ADD_GROUP_USERS.descriptors({"user": emails})
                ),
                read_page(models.User),
            ),
            options,
        )

    async def check_user(self, group_id: str, user_id: str, **options: Unpack[CallOptions]) -> bool:
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
        return await self._call(
            fetch(CHECK_GROUP_USER.request(group_id, user_id), read_truth), options
        )

    async def remove_user(
        self, group_id: str, user_id: str, **options: Unpack[CallOptions]
    ) -> None:
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
        return await self._call(
            fetch(REMOVE_GROUP_USER.request(group_id, user_id), read_nothing), options
        )
