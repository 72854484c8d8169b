"""When a request is sent again, decided from values alone.

One layer decides for the whole package: transports never repeat anything themselves. A request is
sent again if nothing can have taken effect, or if its operation may be repeated without harm.
"""

import random
from collections.abc import Callable, Set
from dataclasses import dataclass

from vt_sdk.core.arguments import checked, checked_seconds, fitting
from vt_sdk.core.error_bodies import error_code, retry_after
from vt_sdk.core.request import Request, Response
from vt_sdk.errors import TransportError
from vt_sdk.status import ErrorCode

__all__ = ["RetryPolicy", "seconds_before_retry"]


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


def seconds_before_retry(
    policy: RetryPolicy,
    request: Request,
    answer: Response | TransportError,
    next_place: float | None = None,
) -> float | None:
    """Return the seconds to wait before the next attempt, None if there is to be none.

    Args:
        policy: what the caller configured.
        request: what was sent; it knows how often.
        answer: what came of it.
        next_place: the wait until the minute of the quota has room, None unless the client's own
            books say that it is the minute that is spent.
    """
    if request.attempt >= policy.attempts:
        return None
    if isinstance(answer, TransportError):
        allowed = policy.connection_loss and (request.repeatable or not answer.may_have_arrived)
        return policy.backoff(request.attempt) if allowed and answer.is_retryable else None
    if not _may_pass(policy, request, answer.status):
        return None
    wait = retry_after(answer)
    if wait is None and answer.status == 429 and _is_quota(answer):
        # The code does not tell a spent minute from a spent month: only a word of the service or
        # the client's own books count.
        wait = next_place
        if wait is None:
            return None
    if wait is not None and wait > policy.ceiling_s:
        return None
    # Where too many came, nothing took effect.
    if answer.status != 429 and not request.repeatable:
        return None
    return policy.backoff(request.attempt) if wait is None else wait


def _may_pass(policy: RetryPolicy, request: Request, status: int) -> bool:
    if status in policy.statuses:
        return True
    # The services of a form of their own say 500 of what passes: their clients repeat all from it.
    return status >= 500 and 503 in policy.statuses and not request.layout.is_common


def _is_quota(answer: Response) -> bool:
    return error_code(answer) == ErrorCode.QUOTA_EXCEEDED_ERROR
