"""Quotas of keys: calls in a minute, calls in a day. Off unless a key has numbers.

What users have called is counted all the same, by day and operation, since they may ask for it.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from vt_sdk.emulator.messages import JSONObject, Problem
from vt_sdk.status import ErrorCode

__all__ = ["GROUP", "UNLIMITED", "Quota", "QuotaMeter"]

GROUP = "emulator-group"
"""The id of the group to which all premium users belong."""

UNLIMITED = 1_000_000_000
"""What an answer gives as allowed where a key has no numbers."""

_MINUTE, _HOUR = 60, 3600
_KEPT = timedelta(days=60)


@dataclass(frozen=True, slots=True)
class Quota:
    """How many calls a key has in a minute and in a day; None means any number."""

    per_minute: int | None = None
    per_day: int | None = None


class QuotaMeter:
    """Counts calls by user in windows that begin with the minute, the hour and the day (UTC)."""

    def __init__(self) -> None:
        self._used: dict[str, Counter[tuple[int, int]]] = defaultdict(Counter)
        self._days: dict[str, dict[date, Counter[str]]] = defaultdict(dict)

    def clear(self) -> None:
        """Forget what was used."""
        self._used.clear()
        self._days.clear()

    def count(self, user: str, quota: Quota, now: float, operation: str) -> None:
        """Count one call, or refuse it; a refused call costs nothing."""
        used, days, today = self._used[user], self._days[user], _day(now)
        minute, hour = (_MINUTE, int(now // _MINUTE)), (_HOUR, int(now // _HOUR))
        calls = days.get(today, Counter[str]())
        for spent, allowed in ((used[minute], quota.per_minute), (calls.total(), quota.per_day)):
            if allowed is not None and spent >= allowed:
                raise Problem(ErrorCode.QUOTA_EXCEEDED_ERROR, "Quota exceeded")
        for window in [window for window in used if window not in (minute, hour)]:
            del used[window]
        for day in [day for day in days if today - day > _KEPT]:
            del days[day]
        used.update((minute, hour))
        days.setdefault(today, calls)[operation] += 1

    def overall(self, user: str, quota: Quota, now: float) -> JSONObject:
        """Return what a user may and has used, as answers show it."""
        today = _day(now)
        by_day = {day: calls.total() for day, calls in self._days[user].items()}
        # A quota for the minute is shown as one for the hour.
        hourly = None if quota.per_minute is None else quota.per_minute * (_HOUR // _MINUTE)
        month = sum(n for day, n in by_day.items() if day.replace(day=1) == today.replace(day=1))
        return {
            f"api_requests_{span}": {
                "user": {"allowed": UNLIMITED if allowed is None else allowed, "used": used}
            }
            for span, allowed, used in (
                ("hourly", hourly, self._used[user][_HOUR, int(now // _HOUR)]),
                ("daily", quota.per_day, by_day.get(today, 0)),
                ("monthly", None, month),
            )
        }

    def usage(self, users: Iterable[str], first: date, last: date) -> JSONObject:
        """Return what some users have called from one day to another, as answers show it."""
        daily: dict[str, Counter[str]] = defaultdict(Counter)
        for user in users:
            for day, calls in self._days[user].items():
                if first <= day <= last:
                    daily[day.isoformat()] += calls
        total = sum(daily.values(), Counter[str]())
        return {
            "daily": {day: dict(calls) for day, calls in sorted(daily.items())},
            "total": dict(total),
        }


def _day(now: float) -> date:
    return datetime.fromtimestamp(now, UTC).date()
