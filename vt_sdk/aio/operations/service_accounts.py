"""The operations of the group `service_accounts`.

Do not edit: `python3 scripts/generate.py` made it from `vt_sdk/operations/service_accounts.py`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Unpack

from vt_sdk import models
from vt_sdk.aio.api import AsyncVirusTotalAPI
from vt_sdk.core.async_paging import AsyncPage
from vt_sdk.core.async_readers import read_page
from vt_sdk.core.operation import CallOptions, RelationshipName
from vt_sdk.core.policy import fetch
from vt_sdk.core.readers import read_object
from vt_sdk.operations.service_accounts import (
    CREATE_GROUP_SERVICE_ACCOUNTS,
    GET_SERVICE_ACCOUNT,
    LIST_GROUP_SERVICE_ACCOUNTS,
)

__all__ = ["AsyncVirusTotalAPIServiceAccounts"]


class AsyncVirusTotalAPIServiceAccounts(AsyncVirusTotalAPI):
    """Service accounts: accounts of a group for programs instead of people."""

    async def get_page(
        self,
        group_id: str,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[models.ServiceAccount]:
        """List the service accounts of a group.

        `GET /groups/{group_id}/relationships/service_accounts`

        They come as whole objects, not as descriptors. Only members may ask; keys come to
        administrators only. A page holds 10 items unless limit says otherwise, and at most 40.

        Args:
            group_id: The id of the group.
            limit: How many items a page holds, 1 to 40.
            cursor: Where to go on, the cursor of the page before; absent for the first page.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            A `AsyncPage` of `ServiceAccount` objects, 40 at most.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        https://docs.virustotal.com/reference/get-service-accounts-of-a-group
        """
        return await self._call(
            fetch(
                LIST_GROUP_SERVICE_ACCOUNTS.request(
                    group_id, query={"limit": limit, "cursor": cursor}
                ),
                read_page(models.ServiceAccount),
            ),
            options,
        )

    async def create(
        self, group_id: str, names: Sequence[str], **options: Unpack[CallOptions]
    ) -> AsyncPage[models.ServiceAccount]:
        """Create service accounts in a group.

        `POST /groups/{group_id}/relationships/service_accounts`

        A name says what the account is for and is unique in the group. Only administrators of
        the group may do so.

        Args:
            group_id: The id of the group.
            names: The names, by id. The name of the account, unique in the group.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            A `AsyncPage` of `ServiceAccount` objects.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError, InvalidArgumentError, AlreadyExistsError.
            TransportError: no answer came; `may_have_arrived` says whether the request may have.

        Needs a premium key.
        https://docs.virustotal.com/reference/create-a-new-service-account
        """
        return await self._call(
            fetch(
                CREATE_GROUP_SERVICE_ACCOUNTS.request(
                    group_id,
                    data=CREATE_GROUP_SERVICE_ACCOUNTS.descriptors({"service_account": names}),
                ),
                read_page(models.ServiceAccount),
            ),
            options,
        )

    async def get(
        self,
        service_account_id: str,
        *,
        relationships: Sequence[models.ServiceAccountRelationship | RelationshipName] | None = None,
        **options: Unpack[CallOptions],
    ) -> models.ServiceAccount:
        """Get a service account.

        `GET /service_accounts/{service_account_id}`

        Key, quotas and privileges come to administrators of the group only.

        Args:
            service_account_id: The id of the service account: the id of its group and its name
                in the group, joined by an underscore.
            relationships: Names of relationships whose descriptors shall come with the object;
                none if absent.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The `ServiceAccount`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        https://docs.virustotal.com/reference/get-a-service-account-object
        """
        return await self._call(
            fetch(
                GET_SERVICE_ACCOUNT.request(
                    service_account_id, query={"relationships": relationships}
                ),
                read_object(models.ServiceAccount),
            ),
            options,
        )
