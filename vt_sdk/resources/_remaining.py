"""What the service leaves of the quotas of a user, in three numbers."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from vt_sdk import models
from vt_sdk.core.quota import next_day

__all__ = ["Remaining", "remaining"]


@dataclass(frozen=True, slots=True)
class Remaining:
    """How many requests the service still takes.

    Each number is the smaller one of what the user and the user's group have left, and None where
    the service does not say.

    Attributes:
        hourly: how many in this hour.
        daily: how many on this day, which ends at `resets_at`.
        monthly: how many in this month.
        quotas: all quotas, those of other things than requests too.
        resets_at: when the day starts anew, at 00:00 UTC.
    """

    hourly: int | None
    daily: int | None
    monthly: int | None
    quotas: models.OverallQuotas = field(repr=False)
    resets_at: datetime


def remaining(quotas: models.OverallQuotas, moment: datetime) -> Remaining:
    """Return what an answer leaves, at the moment that it came."""

    def left(name: str) -> int | None:
        quota = quotas.quotas.get(name)
        found = [
            holder.allowed - holder.used
            for holder in ((quota.user, quota.group) if quota else ())
            if holder and holder.allowed is not None and holder.used is not None
        ]
        return max(0, min(found)) if found else None

    return Remaining(
        hourly=left("api_requests_hourly"),
        daily=left("api_requests_daily"),
        monthly=left("api_requests_monthly"),
        quotas=quotas,
        resets_at=next_day(moment),
    )
