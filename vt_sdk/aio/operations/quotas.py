"""The operations of the group `quotas`.

Do not edit: `python3 scripts/generate.py` made it from `vt_sdk/operations/quotas.py`.
"""

from __future__ import annotations

from datetime import date
from typing import Unpack

from vt_sdk import models
from vt_sdk.aio.api import AsyncVirusTotalAPI
from vt_sdk.core.operation import CallOptions
from vt_sdk.core.policy import fetch
from vt_sdk.core.readers import read_object
from vt_sdk.operations.quotas import (
    GET_GROUP_API_USAGE,
    GET_USER_API_USAGE,
    GET_USER_OVERALL_QUOTAS,
)

__all__ = ["AsyncQuotasOperations"]


class AsyncQuotasOperations(AsyncVirusTotalAPI):
    """Quotas: what is left, what users may use and have used, and what for."""

    async def get_overall(
        self, user_id: str, **options: Unpack[CallOptions]
    ) -> models.OverallQuotas:
        """Get what a user may use and has used, beside the user's group.

        `GET /users/{user_id}/overall_quotas`

        The names of the quotas depend on the licence; those of the API are api_requests_hourly,
        api_requests_daily and api_requests_monthly. A user sees the own quotas only.

        Args:
            user_id: The name of the user. The service takes the user's API key as well, which
                has no place in an address.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The `OverallQuotas`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        A public key will do.
        https://docs.virustotal.com/reference/get-user-overall-quotas
        """
        return await self._call(
            fetch(GET_USER_OVERALL_QUOTAS.request(user_id), read_object(models.OverallQuotas)),
            options,
        )

    async def get_user_usage(
        self,
        user_id: str,
        *,
        start_date: date | None = None,
        end_date: date | None = None,
        **options: Unpack[CallOptions],
    ) -> models.APIUsage:
        """Get how often a user has called the API, by day and endpoint.

        `GET /users/{user_id}/api_usage`

        The last 30 days unless dates say otherwise. A span has 30 days at most, and the service
        keeps 60. A user sees the own calls only.

        Args:
            user_id: The name of the user. The service takes the user's API key as well, which
                has no place in an address.
            start_date: The first day; 30 days before the last one if absent.
            end_date: The last day; today if absent.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The `APIUsage`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        A public key will do.
        https://docs.virustotal.com/reference/user-api-usage
        """
        return await self._call(
            fetch(
                GET_USER_API_USAGE.request(
                    user_id, query={"start_date": start_date, "end_date": end_date}
                ),
                read_object(models.APIUsage),
            ),
            options,
        )

    async def get_group_usage(
        self,
        group_id: str,
        *,
        start_date: date | None = None,
        end_date: date | None = None,
        **options: Unpack[CallOptions],
    ) -> models.APIUsage:
        """Get how often a group has called the API, by day and endpoint.

        `GET /groups/{group_id}/api_usage`

        The last 30 days unless dates say otherwise. A span has 30 days at most, and the service
        keeps 60. Only administrators of the group may ask.

        Args:
            group_id: The id of the group.
            start_date: The first day; 30 days before the last one if absent.
            end_date: The last day; today if absent.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The `APIUsage`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        https://docs.virustotal.com/reference/group-api-usage
        """
        return await self._call(
            fetch(
                GET_GROUP_API_USAGE.request(
                    group_id, query={"start_date": start_date, "end_date": end_date}
                ),
                read_object(models.APIUsage),
            ),
            options,
        )
