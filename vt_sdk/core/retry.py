"""How often and how patiently requests are sent again, as a value that callers configure."""

import random
from collections.abc import Callable, Set
from dataclasses import dataclass

from vt_sdk.core.arguments import checked, checked_seconds, fitting

__all__ = ["RetryPolicy"]


@dataclass(frozen=True, slots=True)
class RetryPolicy:
    """How often and how patiently a request is repeated.

    Attributes:
        attempts: how many times a request is sent at most, 1 for never again.
        base_s: the longest wait before the second attempt; it doubles with each further one.
        cap_s: the longest wait that is chosen here.
        ceiling_s: the longest `Retry-After` that is honoured; a longer one is left to the caller.
        deadline_s: the seconds from the first attempt within which the last one may start, None
            for any.
        statuses: the answers after which a request may be repeated. With 503 in it, those of Attack
            Surface Management and Digital Threat Monitoring are so from 500 on.
        connection_loss: whether it may be repeated where no answer came.
        random: gives a number from 0 to 1; waits are drawn from the whole range (full jitter).

    Raises:
        InvalidInputError: one of them cannot be.
    """

    attempts: int = 3
    base_s: float = 1.0
    cap_s: float = 20.0
    ceiling_s: float = 60.0
    deadline_s: float | None = None
    statuses: frozenset[int] = frozenset({429, 502, 503, 504})
    connection_loss: bool = True
    random: Callable[[], float] = random.random

    def __post_init__(self) -> None:
        checked("attempts", self.attempts, {"type": "integer", "minimum": 1})
        for name in ("base_s", "cap_s", "ceiling_s"):
            checked_seconds(name, getattr(self, name), or_zero=True)
        if self.deadline_s is not None:
            checked_seconds("deadline_s", self.deadline_s)
        is_set = isinstance(self.statuses, Set) and all(type(s) is int for s in self.statuses)
        fitting("statuses", self.statuses, is_set, "a set of HTTP statuses")
        checked("connection_loss", self.connection_loss, {"type": "boolean"})
        fitting("random", self.random, callable(self.random), "a function")

    def backoff(self, repetition: int) -> float:
        """Return the seconds to wait before a repetition, 1 for the first one."""
        # Beyond 2 ** 64 nothing but the cap counts, and a float would not hold it.
        longest = min(self.cap_s, self.base_s * 2.0 ** min(repetition - 1, 64))
        return longest * self.random()
