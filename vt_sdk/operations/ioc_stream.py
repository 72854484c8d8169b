"""The operations of the group `ioc_stream`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/openapi.yaml`.
"""

from __future__ import annotations

from typing import Literal, Unpack

from vt_sdk import models
from vt_sdk.api import VirusTotalAPI
from vt_sdk.core.operation import (
    CallOptions,
    Operation,
)
from vt_sdk.core.paging import Page
from vt_sdk.core.policy import fetch
from vt_sdk.core.readers import (
    read_mixed_page,
    read_nothing,
    read_object,
)

LIST_IOC_STREAM = Operation(
    "list_ioc_stream",
    "GET",
    "/ioc_stream",
    repeatable=True,
    premium=True,
    arguments={
        "filter": {"type": "string"},
        "order": {"enum": ("date+", "date-")},
        "descriptors_only": {"type": "boolean"},
        "limit": {"type": "integer", "minimum": 1, "maximum": 40},
        "cursor": {"type": "string"},
    },
)
DELETE_IOC_STREAM_NOTIFICATIONS = Operation(
    "delete_ioc_stream_notifications",
    "DELETE",
    "/ioc_stream",
    premium=True,
    arguments={"filter": {"type": "string", "minLength": 1}},
)
GET_IOC_STREAM_NOTIFICATION = Operation(
    "get_ioc_stream_notification",
    "GET",
    "/ioc_stream_notifications/{}",
    (("notification_id", "opaque"),),
    repeatable=True,
    premium=True,
)
DELETE_IOC_STREAM_NOTIFICATION = Operation(
    "delete_ioc_stream_notification",
    "DELETE",
    "/ioc_stream_notifications/{}",
    (("notification_id", "opaque"),),
    repeatable=True,
    premium=True,
)


class VirusTotalAPIIoCStream(VirusTotalAPI):
    """The IoC stream: what hunting rules and followed collections bring."""

    def get_page(
        self,
        limit: int = 10,
        cursor: str | None = None,
        *,
        filter: str | None = None,
        order: Literal["date+", "date-"] | None = None,
        descriptors_only: bool | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[models.File | models.URL | models.Domain | models.IPAddress]:
        """List what hunting rules matched and followed collections took in, newest first.

        `GET /ioc_stream`

        The objects themselves come back; their context attributes hold the notification: its
        id, date, origin, sources and tags, and what the hunting rule matched. A page holds 10
        items unless limit says otherwise, and at most 40.

        Args:
            limit: How many items a page holds, 1 to 40.
            cursor: Where to go on, the cursor of the page before; absent for the first page.
            filter: Narrows the list: terms such as date:2023-02-07+ (since then; with - before
                it; a time as in 2023-02-07T10:00:00+ will do as well), origin:hunting (or
                subscriptions), entity_type:file (or url, domain, ip_address), entity_id:id,
                source_type:hunting_ruleset (or retrohunt_job, collection, threat_profile),
                source_id:id, source_name:name and notification_tag:name, joined by blanks.
            order: The order by date of the notification: date+ for ascending, date- for
                descending, which is that of the list if absent.
            descriptors_only: Whether objects come with type, id and context attributes only;
                this is faster. Default: False.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            A `Page` of `File`, `URL`, `Domain` and `IPAddress` objects, 40 at most.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others BadRequestError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        https://docs.virustotal.com/reference/get-objects-from-the-ioc-stream
        """
        return self._call(
            fetch(
                LIST_IOC_STREAM.request(
                    query={
                        "filter": filter,
                        "order": order,
                        "descriptors_only": descriptors_only,
                        "limit": limit,
                        "cursor": cursor,
                    }
                ),
                read_mixed_page,
            ),
            options,
        )

    def delete_notifications(
        self, *, filter: str | None = None, **options: Unpack[CallOptions]
    ) -> None:
        """Delete the notifications that fit a filter, or all of them.

        `DELETE /ioc_stream`

        Without a filter all notifications of the user are deleted. The service works on after
        it has answered, and refuses a second call with TooManyRequestsError until it is done.

        Args:
            filter: Which notifications to delete, all if absent: terms such as date:2023-02-07+
                (since then; with - before it; a time as in 2023-02-07T10:00:00+ will do as
                well), origin:hunting (or subscriptions), entity_type:file (or url, domain,
                ip_address), entity_id:id, source_type:hunting_ruleset (or retrohunt_job,
                collection, threat_profile), source_id:id, source_name:name and
                notification_tag:name, joined by blanks.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others BadRequestError,
                ForbiddenError, TooManyRequestsError.
            TransportError: no answer came; `may_have_arrived` says whether the request may have.

        Needs a premium key.
        https://docs.virustotal.com/reference/delete-notifications-from-the-ioc-stream
        """
        return self._call(
            fetch(DELETE_IOC_STREAM_NOTIFICATIONS.request(query={"filter": filter}), read_nothing),
            options,
        )

    def get_notification(
        self, notification_id: str, **options: Unpack[CallOptions]
    ) -> models.IoCStreamNotification:
        """Get a notification of the IoC stream.

        `GET /ioc_stream_notifications/{notification_id}`

        The answer names the object, what made the notification, and what the hunting rule
        matched.

        Args:
            notification_id: The id of the notification, the context attribute notification_id
                of the objects in the stream.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The `IoCStreamNotification`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        https://docs.virustotal.com/reference/get-an-ioc-stream-notification
        """
        return self._call(
            fetch(
                GET_IOC_STREAM_NOTIFICATION.request(notification_id),
                read_object(models.IoCStreamNotification),
            ),
            options,
        )

    def delete_notification(self, notification_id: str, **options: Unpack[CallOptions]) -> None:
        """Delete a notification of the IoC stream.

        `DELETE /ioc_stream_notifications/{notification_id}`

        Args:
            notification_id: The id of the notification, the context attribute notification_id
                of the objects in the stream.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        https://docs.virustotal.com/reference/delete-an-ioc-stream-notification
        """
        return self._call(
            fetch(DELETE_IOC_STREAM_NOTIFICATION.request(notification_id), read_nothing), options
        )
