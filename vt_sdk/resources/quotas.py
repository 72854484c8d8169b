"""Quotas: what is left, what users may use and have used, and what for."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Unpack

from vt_sdk import models
from vt_sdk.core.operation import CallOptions
from vt_sdk.core.policy import fetch
from vt_sdk.core.readers import read_object
from vt_sdk.operations.quotas import GET_USER_OVERALL_QUOTAS, QuotasOperations
from vt_sdk.resources._by_key import by_key
from vt_sdk.resources._remaining import Remaining, remaining

__all__ = ["VirusTotalAPIQuotas"]


class VirusTotalAPIQuotas(QuotasOperations):
    """Quotas of users and groups."""

    def remaining(self, user_id: str | None = None, **options: Unpack[CallOptions]) -> Remaining:
        """Get how many requests the service still takes, in this hour, on this day, this month.

        `GET /users/{user_id}/overall_quotas`, one request that may count like any other. The
        limit for a minute is not among the numbers.

        Args:
            user_id: the name of the user, the owner of the key if not given. Never the key itself:
                without a name the service finds the user by it, and no address that is shown or
                logged here holds it.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The `Remaining` numbers, with the whole answer.

        Raises:
            InvalidInputError: an argument does not have its shape, or is the key.
            APIError: the service answered with an error, among others ForbiddenError and, where
                nothing is left, QuotaExceededError.
            TransportError: no answer came.

        A public key will do.
        https://docs.virustotal.com/reference/get-user-overall-quotas
        """
        operation = GET_USER_OVERALL_QUOTAS
        request = by_key(operation) if user_id is None else operation.request(user_id)
        quotas = self._call(fetch(request, read_object(models.OverallQuotas)), options)
        self._last_result = left = remaining(quotas, datetime.now(UTC))
        return left
