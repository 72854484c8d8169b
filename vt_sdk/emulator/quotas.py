"""Quotas of keys: calls in a minute, calls in a day. Off unless a key has numbers."""

from collections import Counter
from dataclasses import dataclass

from vt_sdk.emulator.exchange import Problem
from vt_sdk.status import ErrorCode

__all__ = ["Quota", "QuotaMeter"]


@dataclass(frozen=True, slots=True)
class Quota:
    """How many calls a key has in a minute and in a day; None means any number."""

    per_minute: int | None = None
    per_day: int | None = None


class QuotaMeter:
    """Counts calls by user in windows that begin with the minute and with the day (UTC)."""

    def __init__(self) -> None:
        self._used: Counter[tuple[str, str, int]] = Counter()

    def clear(self) -> None:
        """Forget what was used."""
        self._used.clear()

    def count(self, user: str, quota: Quota, now: float) -> None:
        """Count one call, or refuse it; a refused call costs nothing."""
        windows = [
            ((user, "minute", int(now // 60)), quota.per_minute),
            ((user, "day", int(now // 86_400)), quota.per_day),
        ]
        for window, allowed in windows:
            if allowed is not None and self._used[window] >= allowed:
                raise Problem(ErrorCode.QUOTA_EXCEEDED_ERROR, "Quota exceeded")
        current = {window for window, _ in windows}
        for window in [used for used in self._used if used[0] == user and used not in current]:
            del self._used[window]
        self._used.update(current)
