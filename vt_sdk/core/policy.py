"""The policy of a call: all that is decided between a flow and the wire.

One generator over the flow decides whether a request may leave, whose place of the rate limit it
takes, how long it waits, what is told of it, and whether it is sent again. What it cannot do itself
it yields: `Send`, `Sleep` and `Work` are carried out by a driver, with `await` or without, which
decides nothing.
"""

from collections.abc import Callable, Generator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from typing import Any, Final, Literal, NamedTuple, Protocol, TypeAlias, TypeVar

from vt_sdk.core.arguments import checked_seconds, checked_timeout
from vt_sdk.core.deadline import within
from vt_sdk.core.flow import Flow, Work
from vt_sdk.core.operation import CallOptions
from vt_sdk.core.quota import RateLimiter, Window, day_is_spent, next_day, seconds_to_next_minute
from vt_sdk.core.request import LONGEST_WAIT_S, Request, Response, Timeout
from vt_sdk.core.retry import seconds_before_retry
from vt_sdk.core.settings import Settings, refuse_key
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
from vt_sdk.status import VTStatus

__all__ = [
    "UNBOUNDED",
    "Bounds",
    "CallContext",
    "Effect",
    "Send",
    "Sleep",
    "Steps",
    "bounds_of",
    "governed",
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


def bounds_of(options: Mapping[str, object], clock: Callable[[], float]) -> Bounds:
    """Return what the options of a call say that it must keep to, from now on.

    Raises:
        InvalidInputError: the timeout or the deadline is none.
    """
    unknown = options.keys() - CallOptions.__annotations__.keys()
    if unknown:
        raise TypeError(f"unexpected keyword argument {sorted(unknown)[0]!r}")
    timeout: Timeout | Literal["configured"] = "configured"
    if "timeout" in options:
        timeout = checked_timeout("timeout", options["timeout"])
    deadline = options.get("deadline")
    if deadline is None:
        return Bounds(timeout)
    return Bounds(timeout, clock() + checked_seconds("deadline", deadline))


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
                answer = (yield step) if isinstance(step, Work) else (yield from _sent(step, call))
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


def _sent(request: Request, call: CallContext) -> Steps[Response | VirusTotalAPIError]:
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
