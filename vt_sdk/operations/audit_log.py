"""The operations of the group `audit_log`.

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
from vt_sdk.core.policy import fetch
from vt_sdk.core.readers import (
    read_object,
)

GET_ACTIVITY_LOG_ENTRY = Operation(
    "get_activity_log_entry",
    "GET",
    "/activity_log_entries/{}",
    (("activity_log_entry_id", "opaque"),),
    repeatable=True,
    premium=True,
)


class VirusTotalAPIAuditLog(VirusTotalAPI):
    """The log of what members of a group did."""

    def get(
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
        return self._call(
            fetch(
                GET_ACTIVITY_LOG_ENTRY.request(activity_log_entry_id),
                read_object(models.ActivityLogEntry),
            ),
            options,
        )
