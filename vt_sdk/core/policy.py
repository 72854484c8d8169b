"""The policy of a call: all that is decided between a flow and the wire.

One generator over the flow decides whether a request may leave, whose place of the rate limit it
takes, how long it waits, what is told of it, whether it is sent again, and where it is redirected
to. What it cannot do itself it yields: `Send`, `Sleep` and `Work` are carried out by a driver, with
`await` or without, which decides nothing.

One layer decides for the whole package. Transports repeat nothing and follow no redirect: HTTP
libraries carry a custom key header to any host. They add the key for the configured origin only,
each time.
"""

from collections.abc import Callable, Generator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from typing import Any, Final, Literal, NamedTuple, Protocol, TypeAlias, TypeVar
from urllib.parse import urljoin, urlsplit

from vt_sdk.core.deadline import within
from vt_sdk.core.error_bodies import error_code, error_from, not_the_api, retry_after
from vt_sdk.core.flow import Flow, Reader, Work, do
from vt_sdk.core.quota import RateLimiter, Window, day_is_spent, next_day, seconds_to_next_minute
from vt_sdk.core.request import LONGEST_WAIT_S, Request, Response, Timeout
from vt_sdk.core.retry import RetryPolicy
from vt_sdk.core.settings import KEY_MARK, KeyedAddress, Settings, origin, refuse_key
from vt_sdk.errors import (
    InvalidInputError,
    InvalidResponseError,
    LookupOnlyError,
    QuotaExceededError,
    RateLimitError,
    StoreError,
    TransportError,
    VirusTotalAPIError,
)
from vt_sdk.status import ErrorCode, VTStatus

__all__ = [
    "MAX_REDIRECTS",
    "UNBOUNDED",
    "Bounds",
    "CallContext",
    "Effect",
    "Send",
    "Sleep",
    "Steps",
    "fetch",
    "governed",
    "seconds_before_retry",
]

T = TypeVar("T")


class Send(NamedTuple):
    """Send a request, as settings that hold the key say."""

    request: Request
    settings: Settings


class Sleep(NamedTuple):
    """Wait."""

    seconds: float


Effect: TypeAlias = Send | Sleep | Work
Steps: TypeAlias = Generator[Effect, Any, T]

# What comes of a request.
Outcome: TypeAlias = Response | VirusTotalAPIError

MAX_REDIRECTS: Final = 5

_REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})

# Answers up to this size are read in 3 ms at most, on an event loop as elsewhere: a turn of another
# thread takes some 0.1 ms, and another 5 ms where this one does not give way before. 6 MB take a
# tenth of a second there, in which the loop stands still for some 30 ms: while all of the JSON is
# parsed at one go. The items of a page are made one after the other, with turns in between.
_QUICK: Final = 1 << 18


@dataclass(frozen=True, slots=True)
class Bounds:
    """What one call, and the pages after it, must keep to.

    Attributes:
        timeout: what takes the place of the configured timeout.
        until: when the call must be over, of the clock of the call.
    """

    timeout: Timeout | Literal["configured"] = "configured"
    until: float | None = None

    def on(self, request: Request) -> Request:
        """Return a request that keeps to them."""
        ends = [end for end in (self.until, request.until) if end is not None]
        return replace(request, timeout=self.timeout, until=min(ends, default=None))


UNBOUNDED: Final = Bounds()


class Observer(Protocol):
    """Is told what happens during a call."""

    def waits(self, request: Request, reason: Literal["poll", "rate_limit", "retry"]) -> None:
        """Take note that the `delay` of a request is waited out."""

    def sends(self, request: Request) -> None:
        """Take note that a request is about to go; called where somebody listens to events."""

    def received(self, request: Request, response: Response) -> None:
        """Take note of an answer."""

    def failed(self, request: Request, error: VirusTotalAPIError, seconds: float) -> None:
        """Take note that no answer came, or none that can be read."""


@dataclass(slots=True)
class CallContext:
    """What a call is made with.

    Attributes:
        settings: what is configured; what is written meanwhile takes effect.
        bounds: what it must keep to.
        observer: is told what happens.
        clock: returns seconds that never go back; all times of the call are of it.
        now: returns the time of day.
        is_cached: whether the answer to a request is there without sending it, None for never.
        keyed: the settings with the key of the last request, None before there is one.
        operation: the operation of the last request.
        status: the status of its answer, None where none came.
    """

    settings: Settings
    bounds: Bounds
    observer: Observer
    clock: Callable[[], float]
    now: Callable[[], datetime]
    is_cached: Callable[[Request, Settings], bool] | None = None
    keyed: Settings | None = None
    operation: str = ""
    status: VTStatus | None = None

    def left(self, until: float | None) -> float | None:
        """Return the seconds until a moment, None for any number."""
        return None if until is None else max(0.0, until - self.clock())


def fetch(request: Request, read: Reader[T]) -> Flow[T]:
    """Ask one thing: send a request, raise the error of an answer that is one, read the answer.

    Raises:
        APIError: the service answered with an error.
        InvalidResponseError: the answer is not what the API speaks, or it is a redirect that
            cannot be followed.
    """
    response: Response = yield request
    if not 200 <= response.status <= 299:
        raise error_from(response, request)
    if len(response.body) > _QUICK:
        return (yield from do(partial(read, response, request)))
    return read(response, request)


def governed(flow: Flow[T], call: CallContext) -> Steps[T]:
    """Return what a driver has to do for a flow; the flow sees the last answer to each request."""
    answer: object = None
    try:
        while True:
            if isinstance(answer, VirusTotalAPIError):
                step = flow.throw(answer)
            else:
                step = flow.send(answer)
            try:
                if isinstance(step, Work):
                    answer = yield step
                    continue
                answer = yield from _sent(step, call)
                if isinstance(answer, Response) and answer.status in _REDIRECTS:
                    answer = yield from _followed(step, answer, call)
            except VirusTotalAPIError as error:
                answer = error
    except StopIteration as stop:
        result: T = stop.value
        return result
    except QuotaExceededError as error:
        if day_is_spent((yield from _windows(call, call.bounds.until))):
            error.resets_at = next_day(call.now())
        raise
    finally:
        flow.close()


def _sent(request: Request, call: CallContext) -> Steps[Outcome]:
    """Send a request as often as it takes; return the answer or the error to go on with."""
    policy = call.settings.retry
    if call.bounds is not UNBOUNDED:
        request = call.bounds.on(request)
    until = request.until
    while True:
        if request.delay > 0:
            call.observer.waits(request, "retry" if request.attempt > 1 else "poll")
            left = call.left(call.bounds.until)
            yield Sleep(min(request.delay, LONGEST_WAIT_S if left is None else left))
        settings = _admitted(request, call)
        # A redirect belongs to what has its place already.
        if settings.rate_limit is not None and not request.redirects:
            yield from _take_place(request, call, settings, settings.rate_limit)
        call.operation, call.status = request.operation, None
        if settings.on_event is not None:
            call.observer.sends(request)
        sent_at = call.clock()
        # Times are of this clock, whatever the transport says: deadlines are counted by it.
        answer: Response | TransportError
        try:
            response: Response = yield Send(request, settings)
        except InvalidInputError as error:
            return error  # nothing was sent
        except TransportError as error:
            error.sent_at, error.received_at = sent_at, call.clock()
            error.attempts = request.attempt
            call.observer.failed(request, error, error.received_at - sent_at)
            answer = error
        except VirusTotalAPIError as error:
            if isinstance(error, InvalidResponseError) and error.status:
                call.status = VTStatus(error.status)
            call.observer.failed(request, error, call.clock() - sent_at)
            return error  # what came is no answer
        else:
            call.status = VTStatus(response.status)
            answer = replace(
                response, sent_at=sent_at, received_at=call.clock(), attempts=request.attempt
            )
            call.observer.received(request, answer)
        if policy.deadline_s is not None and request.attempt == 1:
            own = sent_at + policy.deadline_s
            until = own if until is None else min(own, until)
        next_place = None
        if isinstance(answer, Response) and answer.status == 429:
            next_place = seconds_to_next_minute((yield from _windows(call, until)))
        wait = seconds_before_retry(policy, request, answer, next_place)
        if wait is None or (until is not None and answer.received_at + wait >= until):
            return answer
        request = replace(request, delay=wait, attempt=request.attempt + 1)


def _followed(request: Request, first: Response, call: CallContext) -> Steps[Outcome]:
    """Follow the redirects that begin with an answer; return the last one or the error."""
    answer: Outcome = first
    while (
        isinstance(answer, Response)
        and answer.status in _REDIRECTS
        and (location := answer.header("location"))
    ):
        if request.redirects == MAX_REDIRECTS:
            raise not_the_api(f"Redirected more than {MAX_REDIRECTS} times", answer)
        request = _redirected(request, answer, location)
        answer = yield from _sent(request, call)
    if (
        isinstance(answer, Response)
        and answer.status == 401
        and origin(answer.url) != origin(first.url)
    ):
        # What it says is true of the other host, and reads as if the key were missing.
        raise not_the_api("Redirected to another host, which is not given the API key", answer)
    return answer


def _redirected(request: Request, response: Response, location: str) -> Request:
    try:
        target = urljoin(response.url, location)
        parts = urlsplit(target)
        _ = parts.port  # checked when it is read
    except ValueError:
        target, parts = "", urlsplit("")
    # HTTP libraries disagree on which host a backslash leads to.
    if parts.scheme not in ("http", "https") or not parts.hostname or "\\" in parts.netloc:
        raise not_the_api(f"Redirected to an unusable address {location[:200]!r}", response)
    if isinstance(location, KeyedAddress) and not isinstance(request.url, KeyedAddress):
        raise not_the_api("Redirected to an address that holds the API key", response)
    if isinstance(request.url, KeyedAddress) and (
        isinstance(location, KeyedAddress) or KEY_MARK not in location
    ):
        target = KeyedAddress(target)  # a mark in it stands for the key, as it did before
    moved = replace(request, url=target, query=(), delay=0.0, redirects=request.redirects + 1)
    if response.status in (307, 308) or request.method in ("GET", "HEAD"):
        return moved
    if response.status != 303 and request.method != "POST":
        # Asking there would tell nothing of what was to be changed, and look like success.
        raise not_the_api(f"{request.method} was redirected and may not be done", response)
    return replace(moved, method="GET", body=None, content_type="")


def seconds_before_retry(
    policy: RetryPolicy,
    request: Request,
    answer: Response | TransportError,
    next_place: float | None = None,
) -> float | None:
    """Return the seconds to wait before the next attempt, None if there is to be none.

    A request is sent again if nothing can have taken effect, or if its operation may be repeated
    without harm.

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


def _admitted(request: Request, call: CallContext) -> Settings:
    """Return the settings to send a request with, which hold the key.

    Raises:
        InvalidInputError: it must not leave.
    """
    if call.settings.lookup_only and not request.only_looks_up:
        raise LookupOnlyError(f"{request.operation}: this client only looks things up")
    call.keyed = settings = call.settings.with_key()
    refuse_key(request, settings)  # before anybody is told of the address
    return settings


def _take_place(
    request: Request, call: CallContext, settings: Settings, limiter: RateLimiter
) -> Steps[None]:
    """Take the place of a request within the quota, and wait until it is due."""
    if call.is_cached is not None:
        is_cached = partial(call.is_cached, request, settings)
        if (yield _bounded(is_cached, request.until)):
            return
    seconds: float = yield _bounded(
        partial(limiter.reserve, call.left(request.until)), request.until
    )
    if seconds > LONGEST_WAIT_S:
        raise RateLimitError(f"the quota has room in {seconds:g} s", seconds)
    if seconds > 0:
        call.observer.waits(replace(request, delay=seconds), "rate_limit")
        yield Sleep(seconds)


def _windows(call: CallContext, until: float | None) -> Steps[Sequence[Window]]:
    """Look into the client's own books of the quota."""
    limiter = call.settings.rate_limit
    # What came is worth more than the books, which others may hold right now.
    with suppress(StoreError):
        if limiter is not None:
            windows: Sequence[Window] = yield _bounded(limiter.windows, until)
            return windows
    return ()


def _bounded(work: Callable[[], object], until: float | None) -> Work:
    """Return work that waits for nothing beyond a moment."""

    def do() -> object:
        with within(until):
            return work()

    return Work(do)
