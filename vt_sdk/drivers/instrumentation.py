"""What is told of a call: to the hook of the application, to the log, to the meter of what it cost.

The log is `logging.getLogger("vt_sdk")`, one line for each attempt: `DEBUG`, or `WARNING` where the
service was not able to answer. The numbers of the line are attributes of the record too, all with
names that begin with `vt_`: `logging` refuses a record whose attributes an application has set
already. Neither holds the API key, an address or a body.

Calls cost quota, so nothing that only looks on ends one: an error of a hook is logged, one of the
log goes where `logging` puts those of its handlers.
"""

import logging
import os
import sys
import threading
import traceback
import weakref
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Literal, TypeVar
from urllib.parse import urlsplit

from vt_sdk.core.request import Request, Response
from vt_sdk.errors import VirusTotalAPIError
from vt_sdk.status import VTStatus

if TYPE_CHECKING:  # most programs have no hook: events are loaded with the first one
    from vt_sdk.events import Event, Usage

__all__ = ["UsageMeter", "Instrumentation", "call_hook", "log"]

T = TypeVar("T")

_log: Final = logging.getLogger("vt_sdk")
# Else Python prints warnings of programs that have no logging.
_log.addHandler(logging.NullHandler())


def log(level: int, text: str, *values: object, **options: Any) -> None:
    """Write a line into the log of the package, as `Logger.log` does."""
    try:
        _log.log(level, text, *values, **options)
    except Exception:  # of a filter or a factory of records; handlers catch theirs
        if logging.raiseExceptions and sys.stderr is not None:
            traceback.print_exc()


def call_hook(hook: Callable[[T], object], what: T) -> None:
    """Call a hook of the application's."""
    try:
        hook(what)
    except Exception:
        log(logging.ERROR, "a hook has failed on %s", type(what).__name__, exc_info=True)


class UsageMeter:
    """What each operation has cost since the client was made; one of it serves all threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        # The values of a `Usage`.
        self._costs: dict[str, list[Any]] = {}
        _all_meters.add(self)

    # They start anew where the client is unpickled.
    def __reduce__(self) -> tuple[type["UsageMeter"], tuple[()]]:
        return UsageMeter, ()

    def add(
        self,
        request: Request,
        *,
        failed: bool = False,
        received: int = 0,
        waited: float = 0.0,
    ) -> None:
        """Enter one attempt."""
        with self._lock:
            costs = self._costs.setdefault(request.operation, [0, 0, 0, 0, 0, 0.0])
            costs[0] += not request.redirects
            costs[1] += request.attempt > 1
            costs[2] += failed
            costs[3] += len(request.body or b"")
            costs[4] += received
            costs[5] += waited

    def snapshot(self) -> "Mapping[str, Usage]":
        """Return what has been entered so far, by operation."""
        from vt_sdk.events import Usage

        with self._lock:
            return {operation: Usage(*costs) for operation, costs in self._costs.items()}


_all_meters: Final = weakref.WeakSet[UsageMeter]()


def _after_fork() -> None:
    # A thread that is not in the child may hold a lock for ever.
    for meter in _all_meters:
        meter._lock = threading.Lock()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_after_fork)


@dataclass(slots=True)
class Instrumentation:
    """Is told what happens during one call, and passes it on.

    Attributes:
        usage: counts what it costs.
        on_event: the hook of the application, None for none.
        waited: seconds of waiting that belong to the next attempt.
        outcome: what came of the last one.
    """

    usage: UsageMeter
    on_event: "Callable[[Event], object] | None"
    waited: float = 0.0
    outcome: VTStatus | VirusTotalAPIError | None = None

    def waits(self, request: Request, reason: Literal["retry", "rate_limit", "poll"]) -> None:
        """Take note that a request waits before it goes, for as long as its `delay` says."""
        self.waited += request.delay
        if self.on_event is None:
            return
        from vt_sdk.events import RetryPlanned, Waiting

        name, seconds = request.operation, request.delay
        if reason != "retry":
            call_hook(self.on_event, Waiting(name, reason, seconds))
        elif self.outcome is not None:
            call_hook(self.on_event, RetryPlanned(name, self.outcome, request.attempt, seconds))

    def sends(self, request: Request) -> None:
        """Take note that a request goes out."""
        if self.on_event is not None:
            from vt_sdk.events import RequestSent

            path = request.url
            if not path.startswith("/"):
                # The path and the query of a one-off address let anyone in.
                parts = urlsplit(path)
                path = f"{parts.scheme}://{parts.hostname}"
            event = RequestSent(
                request.operation, request.method, path, request.attempt, len(request.body or b"")
            )
            call_hook(self.on_event, event)

    def received(self, request: Request, response: Response) -> None:
        """Take note that an answer is there."""
        self.outcome = status = VTStatus(response.status)
        seconds = response.received_at - response.sent_at
        waited, self.waited = self.waited, 0.0
        cached = response.from_cache
        if not cached:
            failed = not 200 <= status <= 399
            self.usage.add(request, failed=failed, received=response.size, waited=waited)
        level = logging.WARNING if status == 429 or status >= 500 else logging.DEBUG
        if _log.isEnabledFor(level):
            outcome = f"{int(status)} from the cache" if cached else str(int(status))
            _log_line(level, request, outcome, waited, seconds, response.size)
        if self.on_event is not None:
            from vt_sdk.events import ResponseReceived

            name, attempt = request.operation, request.attempt
            event = ResponseReceived(name, status, attempt, seconds, response.size, cached)
            call_hook(self.on_event, event)

    def failed(self, request: Request, error: VirusTotalAPIError, seconds: float) -> None:
        """Take note that no answer came, or none that can be read."""
        self.outcome = error
        waited, self.waited = self.waited, 0.0
        self.usage.add(request, failed=True, waited=waited)
        if _log.isEnabledFor(logging.WARNING):
            _log_line(logging.WARNING, request, error.message, waited, seconds, 0)
        if self.on_event is not None:
            from vt_sdk.events import RequestFailed

            event = RequestFailed(request.operation, error, request.attempt, seconds)
            call_hook(self.on_event, event)


def _log_line(
    level: int, request: Request, outcome: str, waited: float, seconds: float, received: int
) -> None:
    values = {
        "vt_operation": request.operation,
        "vt_outcome": outcome,
        "vt_attempt": request.attempt,
        "vt_waited_s": waited,
        "vt_seconds": seconds,
        "vt_sent_bytes": len(request.body or b""),
        "vt_received_bytes": received,
    }
    log(level, _LINE, values, extra=values)


_LINE: Final = (
    "%(vt_operation)s, attempt %(vt_attempt)d: %(vt_outcome)s after %(vt_seconds).3f s"
    " (waited %(vt_waited_s).3f s, sent %(vt_sent_bytes)d bytes, got %(vt_received_bytes)d)"
)
