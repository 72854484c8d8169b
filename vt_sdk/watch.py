"""Tells what happens during a call: to the application's hook, to the log, to the books.

The log is `logging.getLogger("vt_sdk")`, one line for each attempt: `DEBUG`, or `WARNING` where the
service was not able to answer. The numbers of the line are attributes of the record too. Neither
holds the API key, an address or a body.
"""

import logging
import os
import threading
import weakref
from collections.abc import Mapping
from typing import Final, Literal
from urllib.parse import urlsplit

from vt_sdk.core.request import Request, Response
from vt_sdk.core.settings import Settings
from vt_sdk.errors import TransportError
from vt_sdk.events import (
    Event,
    RequestFailed,
    RequestSent,
    ResponseReceived,
    RetryPlanned,
    Usage,
    Waiting,
)
from vt_sdk.status import VTStatus

__all__ = ["Books", "Watch"]

_log: Final = logging.getLogger("vt_sdk")
# Else Python prints warnings of programs that have no logging.
_log.addHandler(logging.NullHandler())


class Books:
    """What each operation has cost since the client was made; one of it serves all threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._costs: dict[str, Usage] = {}
        _all_books.add(self)

    # They start anew where the client is unpickled.
    def __reduce__(self) -> tuple[type["Books"], tuple[()]]:
        return Books, ()

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
            past = self._costs.get(request.operation) or Usage()
            self._costs[request.operation] = Usage(
                past.requests + 1,
                past.retries + (request.attempt > 1),
                past.failures + failed,
                past.sent_bytes + _size(request),
                past.received_bytes + received,
                past.waited_s + waited,
            )

    def snapshot(self) -> Mapping[str, Usage]:
        """Give what has been entered so far, by operation."""
        with self._lock:
            return dict(self._costs)


_all_books: Final = weakref.WeakSet[Books]()


def _after_fork() -> None:
    # A thread that is not in the child may hold a lock for ever.
    for books in _all_books:
        books._lock = threading.Lock()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_after_fork)


def _size(request: Request) -> int:
    return 0 if request.body is None else len(request.body)


class Watch:
    """Tells what happens during one call.

    Attributes:
        operation: the operation of the last request.
        status: the status of its answer, None where none came.
    """

    def __init__(self, settings: Settings, books: Books) -> None:
        self.operation = ""
        self.status: VTStatus | None = None
        self._on_event = settings.on_event
        self._books = books
        self._failure: TransportError | None = None
        self._waited = 0.0

    def waits(self, request: Request, reason: Literal["retry", "rate_limit", "poll"]) -> None:
        """Tell that a request waits before it goes, for as long as its `delay` says."""
        self._waited += request.delay
        if self._on_event is None:
            return
        name, seconds = request.operation, request.delay
        if reason != "retry":
            self._on_event(Waiting(name, reason, seconds))
        elif because := self._failure or self.status:
            self._on_event(RetryPlanned(name, because, request.attempt, seconds))

    def sends(self, request: Request) -> None:
        """Tell that a request goes out."""
        self.operation, self.status, self._failure = request.operation, None, None
        if self._on_event is not None:
            path = request.url
            if not path.startswith("/"):
                # The path and the query of a one-off address let anyone in.
                parts = urlsplit(path)
                path = f"{parts.scheme}://{parts.hostname}"
            event: Event = RequestSent(
                request.operation, request.method, path, request.attempt, _size(request)
            )
            self._on_event(event)

    def received(self, request: Request, response: Response) -> None:
        """Tell that an answer is there."""
        self.status = status = VTStatus(response.status)
        seconds = response.received_at - response.sent_at
        outcome, cached = str(int(status)), response.from_cache
        if cached:
            outcome += " from the cache"
        else:
            failed = not 200 <= status <= 399
            self._books.add(request, failed=failed, received=response.size, waited=self._waited)
        level = logging.WARNING if status == 429 or status >= 500 else logging.DEBUG
        self._line(level, request, outcome, seconds, response.size)
        if self._on_event is not None:
            name, attempt = request.operation, request.attempt
            self._on_event(ResponseReceived(name, status, attempt, seconds, response.size, cached))

    def failed(self, request: Request, error: TransportError) -> None:
        """Tell that no answer came."""
        self._failure = error
        seconds = error.received_at - error.sent_at
        self._books.add(request, failed=True, waited=self._waited)
        self._line(logging.WARNING, request, error.message, seconds, 0)
        if self._on_event is not None:
            self._on_event(RequestFailed(request.operation, error, request.attempt, seconds))

    def _line(
        self, level: int, request: Request, outcome: str, seconds: float, received: int
    ) -> None:
        waited, self._waited = self._waited, 0.0
        if not _log.isEnabledFor(level):
            return
        values = {
            "operation": request.operation,
            "outcome": outcome,
            "attempt": request.attempt,
            "waited_s": waited,
            "seconds": seconds,
            "sent_bytes": _size(request),
            "received_bytes": received,
        }
        _log.log(
            level,
            "%(operation)s, attempt %(attempt)d: %(outcome)s after %(seconds).3f s"
            " (waited %(waited_s).3f s, sent %(sent_bytes)d bytes, got %(received_bytes)d)",
            values,
            extra=values,
        )
