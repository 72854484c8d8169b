"""Quotas as the core sees them: what spaces the requests of a client, and how full it is."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final, Protocol

__all__ = [
    "Price",
    "RateLimiter",
    "Window",
    "day_is_spent",
    "next_day",
    "seconds_to_next_minute",
]

_MINUTE: Final = 60.0
_DAY: Final = 86_400.0


@dataclass(frozen=True, slots=True)
class Window:
    """How much of a quota is used.

    Attributes:
        limit: how many requests may go in any span of this length.
        used: how many went, or have their place, in the span that ends now.
        seconds: the length of the span.
        resets_in: seconds until the next request may go, 0 while there is room.
    """

    limit: int
    used: int
    seconds: float
    resets_in: float

    @property
    def is_full(self) -> bool:
        """Whether no further request may go at once."""
        return self.used >= self.limit


@dataclass(frozen=True, slots=True)
class Price:
    """What a number of calls costs in time.

    Attributes:
        calls: how many calls were asked about.
        starts_in: seconds until the first one may go.
        seconds: seconds until the last one may go.
        windows: the state of the limits when the price was made, the shortest window first.
    """

    calls: int
    starts_in: float
    seconds: float
    windows: tuple[Window, ...]

    @property
    def days(self) -> float:
        """The days until the last call may go, 1.5 for 36 hours."""
        return self.seconds / _DAY

    def __str__(self) -> str:
        return f"{self.calls:,} calls: the last one in {timedelta(seconds=round(self.seconds))}"


class RateLimiter(Protocol):
    """What spaces the requests of a client so that they stay within a quota."""

    def reserve(self, max_wait: float | None = None) -> float:
        """Reserve the place of one request and return the seconds to wait until it is due.

        Args:
            max_wait: the longest wait that is of use, None for any.

        Raises:
            RateLimitError: the wait would be longer; no place was taken.
        """
        ...

    def windows(self) -> Sequence[Window]:
        """Return the state of each span that is limited, the shortest one first."""
        ...


def seconds_to_next_minute(windows: Sequence[Window]) -> float | None:
    """Return the wait until the minute has room; None unless the minute alone is full.

    The service has one code for a spent minute and a spent month. Where the client's own books say
    that it can only be the minute, the wait is short enough to be worth it.
    """
    full = [window for window in windows if window.is_full]
    if len(full) != 1 or full[0].seconds > _MINUTE * 1.1:
        return None
    return full[0].resets_in


def day_is_spent(windows: Sequence[Window]) -> bool:
    """Check whether the client's own books show the quota of the day as spent."""
    return any(w.is_full and _DAY * 0.9 <= w.seconds <= _DAY * 1.1 for w in windows)


def next_day(moment: datetime) -> datetime:
    """Return the next 00:00 UTC, when the service starts a day anew."""
    midnight = moment.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    return midnight + timedelta(days=1)
