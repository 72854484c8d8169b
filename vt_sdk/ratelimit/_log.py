"""What the stores of a rate limit have in common: a log, and which place in it is the next one."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

__all__ = ["Limit", "Store", "astray", "due_at", "nth_latest"]


@dataclass(frozen=True, slots=True)
class Limit:
    """How many requests may go within how many milliseconds, the margin among them."""

    count: int
    span_ms: int

    def free_at(self, nth_latest: int) -> int:
        """Return when there is room again; a request counts to the very end of its window."""
        return nth_latest + self.span_ms + 1


def due_at(now: int, limits: Sequence[Limit], latest: Callable[[int], int | None]) -> int:
    """Return the earliest moment for one more request: after the last one, within every window.

    Args:
        now: the moment from which on it may be.
        limits: the windows.
        latest: returns the moment of the n-th latest request, 1 for the last one.
    """
    due = now
    last = latest(1)
    if last is not None:
        due = max(due, last)
    for limit in limits:
        nth = latest(limit.count)
        if nth is not None:
            due = max(due, limit.free_at(nth))
    return due


def nth_latest(log: Sequence[int]) -> Callable[[int], int | None]:
    """Return what `due_at` asks, from a log in order."""
    return lambda n: log[-n] if n <= len(log) else None


def astray(now: int, ahead: Iterable[int], longest: int) -> tuple[int, int] | None:
    """Find the places ahead that nobody in order took: a clock was ahead, and no longer is.

    A place is at most the longest window behind the one before it, or behind the time at which it
    was taken. Those behind a larger gap are to count as taken at the moment before the gap: no
    sooner than they were, and nobody waits for longer than a window because of them.

    Args:
        now: the time.
        ahead: the moments after it, in order.
        longest: the longest window that any user of the log ever had.

    Returns:
        The first such moment, and the one that stands for it and all after it; None if there is
        none.
    """
    before = now
    for moment in ahead:
        if moment > before + longest + 1:
            return moment, before
        before = moment
    return None


class Store(Protocol):
    """The log of one quota; all times are milliseconds."""

    def take(self, patience: int | None) -> tuple[int, bool]:
        """Return the wait until the next place and whether it was taken: not beyond `patience`."""
        ...

    def read(self) -> tuple[int, list[int]]:
        """Return the time, and the moments of the latest requests in their order."""
        ...

    def close(self) -> None:
        """Close the connections; the store works on."""
        ...
