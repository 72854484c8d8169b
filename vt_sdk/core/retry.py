"""When a request is sent again, decided from values alone.

One layer decides for the whole package: transports never repeat anything themselves. A request is
sent again if nothing can have taken effect, or if its operation may be repeated without harm.
"""

import random
from collections.abc import Callable, Generator
from dataclasses import dataclass, replace
from typing import TypeVar

from vt_sdk.core.error_bodies import error_code, retry_after
from vt_sdk.core.flow import Flow, advance
from vt_sdk.core.request import Request, Response
from vt_sdk.errors import TransportError
from vt_sdk.status import ErrorCode

__all__ = ["RetryPolicy", "seconds_before_retry", "with_retry"]

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class RetryPolicy:
    """How often and how patiently a request is repeated.

    Attributes:
        attempts: how many times a request is sent at most, 1 for never again.
        base_s: the longest wait before the second attempt; it doubles with each further one.
        cap_s: the longest wait that is chosen here.
        ceiling_s: the longest `Retry-After` that is honoured; a longer one is left to the caller.
        random: gives a number from 0 to 1; waits are drawn from the whole range (full jitter).
    """

    attempts: int = 3
    base_s: float = 1.0
    cap_s: float = 20.0
    ceiling_s: float = 60.0
    random: Callable[[], float] = random.random


def seconds_before_retry(
    policy: RetryPolicy, request: Request, answer: Response | TransportError, attempt: int
) -> float | None:
    """Give the seconds to wait before the next attempt, None if there is to be none."""
    if attempt >= policy.attempts:
        return None
    backoff = min(policy.cap_s, policy.base_s * 2 ** (attempt - 1)) * policy.random()
    if isinstance(answer, TransportError):
        return backoff if request.repeatable or not answer.may_have_arrived else None
    if answer.status not in (429, 502, 503, 504):
        return None
    wait = retry_after(answer)
    if wait is not None and wait > policy.ceiling_s:
        return None
    if answer.status == 429:
        # The code does not tell a spent minute from a spent day: only the service's word counts.
        if error_code(answer) == ErrorCode.QUOTA_EXCEEDED_ERROR:
            return wait
        return backoff if wait is None else wait
    if not request.repeatable:
        return None
    return backoff if wait is None else wait


def with_retry(flow: Flow[T], policy: RetryPolicy) -> Flow[T]:
    """Repeat the requests of a flow as the policy says; the flow sees the last answer only."""
    try:
        step = advance(flow, None)
        while isinstance(step, Request):
            step = advance(flow, (yield from _attempt(step, policy)))
        return step.value
    finally:
        flow.close()


def _attempt(
    request: Request, policy: RetryPolicy
) -> Generator[Request, Response, Response | TransportError]:
    attempt = 1
    while True:
        answer: Response | TransportError
        try:
            answer = replace((yield request), attempts=attempt)
        except TransportError as error:
            error.attempts = attempt
            answer = error
        wait = seconds_before_retry(policy, request, answer, attempt)
        if wait is None:
            return answer
        attempt += 1
        request = replace(request, delay=wait)
