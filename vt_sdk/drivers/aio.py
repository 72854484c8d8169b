"""The driver of an event loop: requests and waits are awaited, work goes to other threads."""

import asyncio
import inspect
import threading
import weakref
from collections.abc import Awaitable, Callable, Mapping
from contextvars import ContextVar
from types import MappingProxyType, ModuleType
from typing import TYPE_CHECKING, Any, Final, TypeAlias, TypeVar

from vt_sdk.core.build_lock import build_lock
from vt_sdk.core.flow import Work
from vt_sdk.core.policy import Sleep, Steps
from vt_sdk.core.settings import Settings
from vt_sdk.drivers.connection import Connection
from vt_sdk.errors import InvalidInputError, VirusTotalAPIError
from vt_sdk.status import VTStatus
from vt_sdk.transports import AsyncTransport

if TYPE_CHECKING:
    from vt_sdk.transports import ClientSession

__all__ = ["AsyncConnection", "LastCall", "Sleeping", "run", "sleep", "worked"]

T = TypeVar("T")

Sleeping: TypeAlias = Callable[[float], Awaitable[object]]

sleep: Final[Sleeping] = asyncio.sleep


async def run(steps: Steps[T], transport: AsyncTransport, sleep: Sleeping = sleep) -> T:
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
                    answer = await worked(effect)
                elif isinstance(effect, Sleep):
                    answer = await sleep(effect.seconds)
                else:
                    answer = await transport.send(*effect)
            except VirusTotalAPIError as error:
                answer = error
    except StopIteration as stop:
        result: T = stop.value
        return result
    finally:
        steps.close()


async def worked(work: Work) -> Any:
    """Have work done in another thread; what comes of it when nobody waits any more is undone."""
    undo = work.undo
    if undo is None:
        return await asyncio.to_thread(work.do)
    lock, results, is_wanted = threading.Lock(), list[Any](), True

    def do() -> None:
        result = work.do()
        with lock:
            if is_wanted:
                results.append(result)
                return
        undo(result)

    try:
        await asyncio.to_thread(do)
    except asyncio.CancelledError:
        with lock:
            is_wanted = False
        for result in results:
            undo(result)
        raise
    return results[0]


class AsyncConnection(Connection[AsyncTransport]):
    """A connection over aiohttp, unless the caller says otherwise."""

    _TRANSPORT = ("send", "aclose")
    _SESSION = "aiohttp"

    def __init__(
        self, settings: Settings, transport: AsyncTransport | None, session: object
    ) -> None:
        super().__init__(settings, transport, session)
        if transport is None:
            _library()  # what is missing is said at once, and no call is held up by an import

    def _takes(self, session: object) -> bool:
        return inspect.iscoroutinefunction(getattr(session, "close", None))

    def _make(self, session: "ClientSession | None") -> AsyncTransport:
        library = _library()
        made: AsyncTransport = (
            library.AiohttpTransport() if session is None else library.SessionTransport(session)
        )
        return made


def _library() -> ModuleType:
    with build_lock:  # a fork meanwhile would leave the child half a module
        from vt_sdk.transports import aiohttp_transport
    return aiohttp_transport


class _Left:
    """What the last call of one task left behind."""

    __slots__ = ("http_error", "result", "task")

    def __init__(self, task: "asyncio.Task[Any] | None") -> None:
        self.http_error: VTStatus | None = None
        self.result: object = None
        self.task = task and weakref.ref(task)
        if task is not None:
            # Whoever waits for many tasks holds those that have ended, but not what they got.
            task.add_done_callback(self._end)

    def _end(self, _: object) -> None:
        self.result = None


# By group, which must not be held by a task that called it once.
_last: Final[ContextVar[Mapping["weakref.ref[LastCall]", _Left]]] = ContextVar(
    "vt_sdk_last", default=MappingProxyType({})
)


class LastCall:
    """What the last call of each task through a group left behind.

    A task that has made none sees that of the one which began it.
    """

    @property
    def of_caller(self) -> _Left:
        """What belongs to the task that asks, to be written to.

        Raises:
            InvalidInputError: it is no loop of asyncio that asks.
        """
        try:
            task = asyncio.current_task()
        except RuntimeError:
            raise InvalidInputError(
                "asynchronous calls are awaited on a loop of asyncio: asyncio.run(…), or anyio with"
                " its backend asyncio"
            ) from None
        lasts = _last.get()
        own: weakref.ref[LastCall] = weakref.ref(self)
        left = lasts.get(own)
        if left is None or (left.task and left.task()) is not task:
            left = _Left(task)
            alive = {ref: found for ref, found in lasts.items() if ref() is not None}
            _last.set({**alive, own: left})
        return left

    @property
    def http_error(self) -> VTStatus | None:
        """The status of the last answer."""
        left = _last.get().get(weakref.ref(self))
        return None if left is None else left.http_error

    @property
    def result(self) -> object:
        """What was returned."""
        left = _last.get().get(weakref.ref(self))
        return None if left is None else left.result
