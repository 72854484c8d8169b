"""The operations of the group `quotas`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/openapi.yaml`.
"""

from __future__ import annotations

from datetime import date
from typing import Unpack

from vt_sdk import models
from vt_sdk.api import VirusTotalAPI
from vt_sdk.core.operation import (
    CallOptions,
    Operation,
)
from vt_sdk.core.policy import fetch
from vt_sdk.core.readers import (
    read_object,
)

GET_USER_OVERALL_QUOTAS = Operation(
    "get_user_overall_quotas",
    "GET",
    "/users/{}/overall_quotas",
    (("user_id", "opaque"),),
    repeatable=True,
)
GET_USER_API_USAGE = Operation(
    "get_user_api_usage",
    "GET",
    "/users/{}/api_usage",
    (("user_id", "opaque"),),
    repeatable=True,
    arguments={
        "start_date": {"format": "vt-day"},
        "end_date": {"format": "vt-day", "x-vt-span": {"since": "start_date", "days": 30}},
    },
)
GET_GROUP_API_USAGE = Operation(
    "get_group_api_usage",
    "GET",
    "/groups/{}/api_usage",
    (("group_id", "opaque"),),
    repeatable=True,
    premium=True,
    arguments={
        "start_date": {"format": "vt-day"},
        "end_date": {"format": "vt-day", "x-vt-span": {"since": "start_date", "days": 30}},
    },
)


class QuotasOperations(VirusTotalAPI):
    """Quotas: what is left, what users may use and have used, and what for."""

    def get_overall(self, user_id: str, **options: Unpack[CallOptions]) -> models.OverallQuotas:
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
        return self._call(
            fetch(GET_USER_OVERALL_QUOTAS.request(user_id), read_object(models.OverallQuotas)),
            options,
        )

    def get_user_usage(
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
        return self._call(
            fetch(
                GET_USER_API_USAGE.request(
                    user_id, query={"start_date": start_date, "end_date": end_date}
                ),
                read_object(models.APIUsage),
            ),
            options,
        )

    def get_group_usage(
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
        return self._call(
            fetch(
                GET_GROUP_API_USAGE.request(
                    group_id, query={"start_date": start_date, "end_date": end_date}
                ),
                read_object(models.APIUsage),
            ),
            options,
        )
