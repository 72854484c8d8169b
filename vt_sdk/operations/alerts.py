"""The operations of the group `alerts`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/openapi.yaml`.
"""

from __future__ import annotations

from typing import Unpack

from vt_sdk import models
from vt_sdk.api import VirusTotalAPI
from vt_sdk.core.operation import (
    CallOptions,
    Operation,
)
from vt_sdk.core.paging import Page
from vt_sdk.core.policy import fetch
from vt_sdk.core.readers import (
    read_object,
    read_page,
)

LIST_ALERTING_ASSETS = Operation(
    "list_alerting_assets",
    "GET",
    "/alerts/assets",
    repeatable=True,
    premium=True,
    arguments={
        "limit": {"type": "integer", "minimum": 1, "maximum": 40},
        "cursor": {"type": "string"},
    },
)
GET_ALERTING_ASSET = Operation(
    "get_alerting_asset",
    "GET",
    "/alerts/assets/{}",
    (("asset_id", "opaque"),),
    repeatable=True,
    premium=True,
)
LIST_ALERTING_NOTIFICATIONS = Operation(
    "list_alerting_notifications",
    "GET",
    "/alerts/notifications",
    repeatable=True,
    premium=True,
    arguments={
        "limit": {"type": "integer", "minimum": 1, "maximum": 40},
        "cursor": {"type": "string"},
    },
)
GET_ALERTING_NOTIFICATION = Operation(
    "get_alerting_notification",
    "GET",
    "/alerts/notifications/{}",
    (("notification_id", "opaque"),),
    repeatable=True,
    premium=True,
)


class VirusTotalAPIAlerts(VirusTotalAPI):
    """VT Alerts: what the caller's group has watched, and what was noticed about it."""

    def get_assets(
        self, limit: int = 10, cursor: str | None = None, **options: Unpack[CallOptions]
    ) -> Page[models.AlertingAsset]:
        """List the domains, address ranges and brands that are watched for the caller.

        `GET /alerts/assets`

        A page holds 10 items unless limit says otherwise, and at most 40.

        Args:
            limit: How many items a page holds, 1 to 40.
            cursor: Where to go on, the cursor of the page before; absent for the first page.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            A `Page` of `AlertingAsset` objects, 40 at most.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        https://docs.virustotal.com/reference/alerts-watchlist-assets
        """
        return self._call(
            fetch(
                LIST_ALERTING_ASSETS.request(query={"limit": limit, "cursor": cursor}),
                read_page(models.AlertingAsset),
            ),
            options,
        )

    def get_asset(self, asset_id: str, **options: Unpack[CallOptions]) -> models.AlertingAsset:
        """Get something that is watched for the caller.

        `GET /alerts/assets/{asset_id}`

        The answer says what it is, and of a brand by what it is known.

        Args:
            asset_id: The id of the asset.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The `AlertingAsset`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        https://docs.virustotal.com/reference/alerts-watchlist-assets
        """
        return self._call(
            fetch(GET_ALERTING_ASSET.request(asset_id), read_object(models.AlertingAsset)), options
        )

    def get_notifications(
        self, limit: int = 10, cursor: str | None = None, **options: Unpack[CallOptions]
    ) -> Page[models.AlertingNotification]:
        """List what was noticed about the things that are watched for the caller.

        `GET /alerts/notifications`

        A page holds 10 items unless limit says otherwise, and at most 40.

        Args:
            limit: How many items a page holds, 1 to 40.
            cursor: Where to go on, the cursor of the page before; absent for the first page.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            A `Page` of `AlertingNotification` objects, 40 at most.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        https://docs.virustotal.com/reference/alerts-notifications
        """
        return self._call(
            fetch(
                LIST_ALERTING_NOTIFICATIONS.request(query={"limit": limit, "cursor": cursor}),
                read_page(models.AlertingNotification),
            ),
            options,
        )

    def get_notification(
        self, notification_id: str, **options: Unpack[CallOptions]
    ) -> models.AlertingNotification:
        """Get something that was noticed about a thing that is watched for the caller.

        `GET /alerts/notifications/{notification_id}`

        The answer says how grave it is, of which kind, and what has happened.

        Args:
            notification_id: The id of the notification.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The `AlertingNotification`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        https://docs.virustotal.com/reference/alerts-notifications
        """
        return self._call(
            fetch(
                GET_ALERTING_NOTIFICATION.request(notification_id),
                read_object(models.AlertingNotification),
            ),
            options,
        )
