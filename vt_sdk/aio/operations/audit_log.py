"""The operations of the group `audit_log`.

Do not edit: `python3 scripts/generate.py` made it from `vt_sdk/operations/audit_log.py`.
"""

from __future__ import annotations

from typing import Unpack

from vt_sdk import models
from vt_sdk.aio.api import AsyncVirusTotalAPI
from vt_sdk.core.operation import CallOptions
from vt_sdk.core.policy import fetch
from vt_sdk.core.readers import read_object
from vt_sdk.operations.audit_log import GET_ACTIVITY_LOG_ENTRY

__all__ = ["AsyncVirusTotalAPIAuditLog"]


class AsyncVirusTotalAPIAuditLog(AsyncVirusTotalAPI):
    """The log of what members of a group did."""

    async def get(
        self, activity_log_entry_id: str, **options: Unpack[CallOptions]
    ) -> models.ActivityLogEntry:
        """Get an entry of the log of what members of a group did.

        `GET /activity_log_entries/{activity_log_entry_id}`

        The documentation describes the object only; the path is that of the address which
        entries carry, and no listing of entries is known.

        Args:
            activity_log_entry_id: The id of the entry.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The `ActivityLogEntry`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        https://docs.virustotal.com/reference/activity-log
        """
        return await self._call(
            fetch(
                GET_ACTIVITY_LOG_ENTRY.request(activity_log_entry_id),
                read_object(models.ActivityLogEntry),
            ),
            options,
        )
