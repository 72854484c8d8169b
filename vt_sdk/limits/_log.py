"""What the stores of a rate limit have in common: a log, and which place in it is the next one."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Protocol

__all__ = ["Limit", "Store", "due_at", "extra", "nth_latest"]


@dataclass(frozen=True, slots=True)
class Limit:
    """How many requests may go within how many milliseconds, the margin among them."""

    count: int
    span_ms: int

    def free_at(self, nth_latest: int) -> int:
        """Give when there is room again; a request counts to the very end of its window."""
        return nth_latest + self.span_ms + 1


def due_at(now: int, limits: Sequence[Limit], latest: Callable[[int], int | None]) -> int:
    """Give the earliest moment for one more request: after the last one, within every window.

    Args:
        now: the moment from which on it may be.
        limits: the windows.
        latest: gives the moment of the n-th latest request, 1 for the last one.
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
    """Give what `due_at` asks, from a log in order."""
    return lambda n: log[-n] if n <= len(log) else None


class Store(Protocol):
    """The log of one quota; all times are milliseconds."""

    def take(self, patience: int | None) -> tuple[int, bool]:
        """Give the wait until the next place and whether it was taken: not beyond `patience`."""
        ...

    def read(self) -> tuple[int, list[int]]:
        """Give the time, and the moments of the latest requests in their order."""
        ...

    def close(self) -> None:
        """Give connections back; the store works on."""
        ...


@contextmanager
def extra(name: str) -> Iterator[None]:
    """Name the extra where an import within fails."""
    try:
        yield
    except ModuleNotFoundError as error:
        raise ImportError(
            f'{error}; this rate limit needs an extra: pip install "vt-sdk[{name}]"'
        ) from error
