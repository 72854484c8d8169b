"""Feeds for event loops: what `bulk.feeds` does in threads, with requests that the loop sends.

A thread makes the next object, as one would without a loop: unpacking and parsing would hold the
loop up. What it wants from the service it has the loop send.
"""

import asyncio
import threading
from collections.abc import AsyncIterator
from concurrent.futures import Future
from datetime import datetime
from typing import TYPE_CHECKING, Any, Generic, Self, TypeVar, Unpack

from vt_sdk.bulk.feeds import Feed, FeedOptions
from vt_sdk.bulk.replay import BrokenLine
from vt_sdk.core.flow import Flow
from vt_sdk.core.objects import VTObject
from vt_sdk.core.operation import Operation
from vt_sdk.core.policy import Bounds
from vt_sdk.errors import InvalidInputError

if TYPE_CHECKING:
    from vt_sdk.aio.api import AsyncVirusTotalAPI
    from vt_sdk.core.settings import Settings
    from vt_sdk.drivers.sync import Sleeping

__all__ = ["AsyncFeed"]

T = TypeVar("T")
M = TypeVar("M", bound=VTObject)

_END = object()


class _OnLoop:
    """A group for threads, whose calls the loop makes."""

    def __init__(self, group: "AsyncVirusTotalAPI") -> None:
        self._group = group
        self._lock = threading.Lock()
        self._calls = set[Future[Any]]()
        self.loop: asyncio.AbstractEventLoop | None = None

    @property
    def settings(self) -> "Settings":
        return self._group.settings

    def _call_within(self, bounds: Bounds, flow: Flow[T], sleep: "Sleeping") -> T:
        assert self.loop is not None
        call = self._group._call_within(bounds, flow)
        try:
            future = asyncio.run_coroutine_threadsafe(call, self.loop)
        except RuntimeError:  # the loop is closed
            call.close()
            raise
        with self._lock:
            self._calls.add(future)
        try:
            return future.result()
        finally:
            with self._lock:
                self._calls.discard(future)

    def _look_for_drift(self, operation: str, result: object) -> None:
        self._group._look_for_drift(operation, result)

    def cancel(self) -> None:
        """Cancel all calls."""
        with self._lock:
            calls = tuple(self._calls)
        for call in calls:
            call.cancel()


class AsyncFeed(AsyncIterator[M], Generic[M]):
    """The objects of a feed, batch after batch, for `async for`.

    It has no end, unless one was given, and waits where the next batch is not there yet. The
    threads end with the last object before `end`, with `aclose`, and when nobody holds the feed any
    more. An error does not end it: the next object that is asked for is the one at the cursor. A
    task that is cancelled while it waits loses no object. `on_broken` is called in the thread that
    makes objects.

    `vt.feeds` makes them: `iter_files`, `iter_urls`, ….
    """

    def __init__(
        self,
        group: "AsyncVirusTotalAPI",
        operation: Operation,
        model: type[M],
        start: datetime | None = None,
        **options: Unpack[FeedOptions],
    ) -> None:
        self._on_loop = _OnLoop(group)
        self._feed: Feed[M] = Feed(self._on_loop, operation, model, start, **options)
        self._feed._taker = lambda: 0  # the one task, whatever thread makes its objects
        self._next: asyncio.Future[Any] | None = None
        self._is_asked = False

    def __repr__(self) -> str:
        return f"<Async{repr(self._feed)[1:]}"

    @property
    def cursor(self) -> str:
        """Where the feed goes on: a feed with this cursor begins behind the last object given.

        The minute of a batch and the number of its lines that are done: `202601021530-17`.
        """
        return self._feed.cursor

    @property
    def gaps(self) -> tuple[datetime, ...]:
        """The minutes that have no batch and were passed over."""
        return self._feed.gaps

    @property
    def broken(self) -> tuple[BrokenLine, ...]:
        """The lines of which no object could be made, the last hundred of them."""
        return self._feed.broken

    @property
    def broken_count(self) -> int:
        """How many lines there were of which no object could be made."""
        return self._feed.broken_count

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> M:
        if self._is_asked:
            raise InvalidInputError("a feed gives its objects to one task at a time")
        self._is_asked = True
        try:
            loop = asyncio.get_running_loop()
            if self._next is None or self._on_loop.loop is not loop:
                self._on_loop.loop = loop
                self._next = asyncio.ensure_future(asyncio.to_thread(next, self._feed, _END))
            # The object that a cancelled task has waited for is that of the next one.
            found: Any = await asyncio.shield(self._next)
            self._next = None
        except asyncio.CancelledError:
            raise
        except BaseException:
            self._next = None
            raise
        finally:
            self._is_asked = False
        if found is _END:
            raise StopAsyncIteration
        item: M = found
        return item

    async def aclose(self) -> None:
        """End the threads; nothing more is given."""
        self._on_loop.cancel()
        await asyncio.to_thread(self._feed.close)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, error: type[BaseException] | None, *_: object) -> None:
        self._on_loop.cancel()
        await asyncio.to_thread(self._feed.__exit__, error)
