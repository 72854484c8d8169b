"""The driver of threads: each effect is carried out where the call was made."""

import threading
import time
from collections.abc import Callable
from inspect import iscoroutinefunction
from typing import TYPE_CHECKING, Final, TypeAlias, TypeVar

from vt_sdk.core.build_lock import build_lock
from vt_sdk.core.deadline import within
from vt_sdk.core.flow import Work
from vt_sdk.core.policy import Sleep, Steps
from vt_sdk.drivers.connection import Connection
from vt_sdk.errors import VirusTotalAPIError
from vt_sdk.status import VTStatus
from vt_sdk.transports import Transport

if TYPE_CHECKING:
    from vt_sdk.transports import Session

__all__ = ["LastCall", "Sleeping", "SyncConnection", "run", "sleep"]

T = TypeVar("T")

Sleeping: TypeAlias = Callable[[float], object]

sleep: Final[Sleeping] = time.sleep


def run(steps: Steps[T], transport: Transport, sleep: Sleeping = sleep) -> T:
    """Carry out what a call needs, to its end, and return its result."""
    answer: object = None
    try:
        while True:
            if isinstance(answer, VirusTotalAPIError):
                effect = steps.throw(answer)
            else:
                effect = steps.send(answer)
            try:
                if isinstance(effect, Work):
                    answer = effect.do()
                elif isinstance(effect, Sleep):
                    answer = sleep(effect.seconds)
                elif effect.request.until is None:
                    answer = transport.send(*effect)
                else:
                    with within(effect.request.until):
                        answer = transport.send(*effect)
            except VirusTotalAPIError as error:
                answer = error
            except StopIteration as error:  # it would be taken for the end, in silence
                raise RuntimeError("the transport or a limiter raised StopIteration") from error
    except StopIteration as stop:
        result: T = stop.value
        return result
    finally:
        steps.close()


class SyncConnection(Connection[Transport]):
    """A connection over requests, unless the caller says otherwise."""

    _TRANSPORT = ("send", "close")
    _SESSION = "requests"

    def _takes(self, session: object) -> bool:
        return not iscoroutinefunction(getattr(session, "close", None))

    def _make(self, session: "Session | None") -> Transport:
        with build_lock:  # a fork meanwhile would leave the child half a module
            from vt_sdk.transports.requests_transport import RequestsTransport, SessionTransport
        return RequestsTransport() if session is None else SessionTransport(session)


class LastCall(threading.local):
    """What the last call of each thread through a group left behind."""

    http_error: VTStatus | None = None
    result: object = None

    @property
    def of_caller(self) -> "LastCall":
        """What belongs to the thread that asks, to be written to."""
        return self
