"""The operations of the group `users`.

Do not edit: `python3 scripts/generate.py` made it from `vt_sdk/operations/users.py`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal, Unpack, overload

from vt_sdk import models
from vt_sdk.aio.api import AsyncVirusTotalAPI
from vt_sdk.core.async_paging import AsyncPage
from vt_sdk.core.async_readers import read_descriptors, read_related
from vt_sdk.core.objects import Descriptor, VTObject
from vt_sdk.core.operation import CallOptions, RelationshipName, relationship_name
from vt_sdk.core.policy import fetch
from vt_sdk.core.readers import read_either, read_nothing, read_object
from vt_sdk.operations.users import (
    DELETE_USER,
    GET_CURRENT_USER,
    GET_USER,
    GET_USER_RELATIONSHIP,
    GET_USER_RELATIONSHIP_DESCRIPTORS,
    UPDATE_USER,
    PrivilegeDict,
    QuotaDict,
    _SlashDescriptorNone,
    _SlashGroupNone,
    _SlashPageCollection,
    _SlashPageComment,
    _SlashPageDescriptor,
    _SlashPageFile,
    _SlashPageGraph,
    _SlashPageGroup,
    _SlashPageHuntingNotification,
    _SlashPageHuntingRuleset,
    _SlashPageRetrohuntJob,
    _SlashPageVote,
)

__all__ = ["AsyncVirusTotalAPIUsers"]


class AsyncVirusTotalAPIUsers(AsyncVirusTotalAPI):
    """Users: accounts, their settings and what belongs to them."""

    async def get_me(self, **options: Unpack[CallOptions]) -> models.User | models.ServiceAccount:
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
        return await self._call(
            fetch(GET_CURRENT_USER.request(), read_either(models.User, models.ServiceAccount)),
            options,
        )

    async def get(
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
        return await self._call(
            fetch(
                GET_USER.request(user_id, query={"relationships": relationships}),
                read_object(models.User),
            ),
            options,
        )

    async def update(
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
        return await self._call(
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

    async def delete(self, user_id: str, password: str, **options: Unpack[CallOptions]) -> None:
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
        return await self._call(
            fetch(
                DELETE_USER.request(user_id, headers={"x-user-password": password}), read_nothing
            ),
            options,
        )

    @overload
    async def get_relationship(
        self,
        user_id: str,
        relationship: Literal["collections"] | _SlashPageCollection,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[models.Collection]: ...
    @overload
    async def get_relationship(
        self,
        user_id: str,
        relationship: Literal["comments", "mentions"] | _SlashPageComment,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[models.Comment]: ...
    @overload
    async def get_relationship(
        self,
        user_id: str,
        relationship: Literal["hunting_notification_files"] | _SlashPageFile,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[models.File]: ...
    @overload
    async def get_relationship(
        self,
        user_id: str,
        relationship: Literal["graphs"] | _SlashPageGraph,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[models.Graph]: ...
    @overload
    async def get_relationship(
        self,
        user_id: str,
        relationship: Literal["groups"] | _SlashPageGroup,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[models.Group]: ...
    @overload
    async def get_relationship(
        self,
        user_id: str,
        relationship: Literal["hunting_notifications"] | _SlashPageHuntingNotification,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[models.HuntingNotification]: ...
    @overload
    async def get_relationship(
        self,
        user_id: str,
        relationship: Literal["hunting_rulesets"] | _SlashPageHuntingRuleset,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[models.HuntingRuleset]: ...
    @overload
    async def get_relationship(
        self,
        user_id: str,
        relationship: Literal["retrohunt_jobs"] | _SlashPageRetrohuntJob,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[models.RetrohuntJob]: ...
    @overload
    async def get_relationship(
        self,
        user_id: str,
        relationship: Literal["votes"] | _SlashPageVote,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[models.Vote]: ...
    @overload
    async def get_relationship(
        self,
        user_id: str,
        relationship: Literal["api_quota_group", "intelligence_quota_group", "monitor_quota_group"]
        | _SlashGroupNone,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> models.Group | None: ...
    @overload
    async def get_relationship(
        self,
        user_id: str,
        relationship: RelationshipName,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[VTObject] | VTObject | None: ...
    async def get_relationship(
        self,
        user_id: str,
        relationship: str,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[VTObject] | VTObject | None:
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
            A `AsyncPage` of objects, one object, or None, as the relationship says.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        A public key will do.
        https://docs.virustotal.com/reference/users-relationships
        """
        return await self._call(
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
    async def get_relationship_descriptors(
        self,
        user_id: str,
        relationship: Literal["api_quota_group", "intelligence_quota_group", "monitor_quota_group"]
        | _SlashDescriptorNone,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Descriptor | None: ...
    @overload
    async def get_relationship_descriptors(
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
    ) -> AsyncPage[Descriptor]: ...
    @overload
    async def get_relationship_descriptors(
        self,
        user_id: str,
        relationship: RelationshipName,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[Descriptor] | Descriptor | None: ...
    async def get_relationship_descriptors(
        self,
        user_id: str,
        relationship: str,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[Descriptor] | Descriptor | None:
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
            A `AsyncPage` of descriptors, one descriptor, or None, as the relationship says.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        A public key will do.
        https://docs.virustotal.com/reference/get-users-relationships-ids
        """
        return await self._call(
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
