"""Feeds for event loops; all that a feed decides is in `feed_batches`.

The loop downloads. A worker thread makes objects a portion at a time, and the loop gives them out
one by one, which is when they are counted: so nothing is lost that was made and not given.
"""

import asyncio
import contextvars
import time
import weakref
from collections import deque
from collections.abc import AsyncIterator, Callable, Coroutine, Generator, Mapping
from contextlib import ExitStack, suppress
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Any, Final, Generic, NamedTuple, Self, TypeVar, Unpack

from vt_sdk.bulk.feed_batches import (
    FeedAccount,
    FeedBatch,
    FeedBatches,
    FeedOptions,
    Moved,
    Position,
    Wanted,
)
from vt_sdk.bulk.lines import Made, Maker
from vt_sdk.core.flow import Done, Flow, advance
from vt_sdk.core.objects import VTObject
from vt_sdk.core.operation import Operation, QueryValue
from vt_sdk.drivers.background import Switch, SwitchedOffError
from vt_sdk.errors import InvalidInputError, VirusTotalAPIError

if TYPE_CHECKING:
    from vt_sdk.aio.api import AsyncVirusTotalAPI

__all__ = ["AsyncFeed"]

T = TypeVar("T")
M = TypeVar("M", bound=VTObject)

# A turn of a worker thread costs as much as an object of some kilobytes.
_PORTION: Final = 64
# Who makes objects keeps others from the interpreter for moments at a time.
_PORTION_S: Final = 0.01
# Else others get the interpreter after 5 ms only.
_TURN_S: Final = 0.001


class _Portion(NamedTuple, Generic[M]):
    """What is made in one turn of a worker thread.

    Attributes:
        made: of each line, and where another batch begins.
        then: why it is no more: a batch is wanted, it is the end, or an error; None if it is
            enough.
    """

    made: list[Made[M] | Moved]
    then: Wanted | Done[None] | BaseException | None


def _portion(
    steps: Generator[bytes | Moved | Wanted, FeedBatch | None, None],
    answer: object,
    maker: Maker[M],
) -> _Portion[M]:
    made: list[Made[M] | Moved] = []
    now = time.monotonic()
    end, turn = now + _PORTION_S, now + _TURN_S
    try:
        while len(made) < _PORTION and now < end:
            step = advance(steps, answer)
            answer = None
            if isinstance(step, (Wanted, Done)):
                return _Portion(made, step)
            made.append(maker.made(step) if isinstance(step, bytes) else step)
            if (now := time.monotonic()) > turn:
                time.sleep(0)
                turn = now + _TURN_S
    except BaseException as error:
        return _Portion(made, error)
    return _Portion(made, None)


class _Reading(Generic[M]):
    """What goes on for a feed in one loop; it never knows the feed."""

    def __init__(
        self,
        batches: FeedBatches,
        maker: Maker[M],
        call: Callable[[Flow[FeedBatch]], Coroutine[Any, Any, FeedBatch]],
        position: Position,
    ) -> None:
        self.loop = asyncio.get_running_loop()
        self.switch = Switch(0)
        self._batches, self._maker, self._call = batches, maker, call
        self._downloads: dict[datetime, asyncio.Task[FeedBatch]] = {}
        self._held = ExitStack()
        self._steps = batches.read(position, self.switch, self._held, self._fetch_ahead)
        self._wanted: Wanted | None = None
        self._work: asyncio.Future[_Portion[M]] | None = None

    async def portion(self) -> _Portion[M]:
        """Return the next portion; who is cancelled meanwhile may ask for it again."""
        if self._work is None:
            answer = None if self._wanted is None else await self._batch(self._wanted)
            self._wanted = None
            self._work = _in_thread(_portion, self._steps, answer, self._maker)
        await asyncio.wait([self._work])
        portion, self._work = self._work.result(), None
        if isinstance(portion.then, Wanted):
            self._wanted = portion.then
        return portion

    async def _batch(self, wanted: Wanted) -> FeedBatch | VirusTotalAPIError:
        download = self._download(wanted)
        await asyncio.wait([download])
        if self._downloads.pop(wanted.minute, None) is None or download.cancelled():
            raise SwitchedOffError
        try:
            return download.result()
        except VirusTotalAPIError as error:
            return error

    def _fetch_ahead(self, minute: datetime) -> None:
        # Called in a worker thread.
        with suppress(RuntimeError):  # the loop is closed
            self.loop.call_soon_threadsafe(self._begin, Wanted(minute, 1))

    def _begin(self, wanted: Wanted) -> None:
        if not self.switch.is_off:
            self._download(wanted)

    def _download(self, wanted: Wanted) -> asyncio.Task[FeedBatch]:
        """Return the download of a batch, begun if it was not."""
        if wanted.minute not in self._downloads:
            flow = self._batches.fetching(wanted, self.switch)
            self._downloads[wanted.minute] = self.loop.create_task(self._call(flow))
        return self._downloads[wanted.minute]

    def end(self) -> set[asyncio.Future[Any]]:
        """End all of it, and return what is still about to end."""
        self.switch.turn_off()
        ending = set[asyncio.Future[Any]]()
        if self._work is None or self._work.done():
            self._close()
        else:
            self._work.add_done_callback(self._close)
            ending.add(self._work)
        while self._downloads:
            download = self._downloads.popitem()[1]
            if download.done():
                _close(download)
            else:
                download.add_done_callback(_close)
                download.cancel()
                ending.add(download)
        return ending

    def _close(self, *_: object) -> None:
        self._steps.close()
        self._held.close()

    def let_go(self) -> None:
        """End all of it from any thread: a feed may be collected anywhere."""
        self.switch.turn_off()
        with suppress(RuntimeError):  # the loop is closed
            if self.loop.is_running():
                self.loop.call_soon_threadsafe(self.end)
            else:
                self.end()


def _close(download: "asyncio.Future[FeedBatch]") -> None:
    if not download.cancelled() and download.exception() is None:
        download.result().file.close()


def _in_thread(do: Callable[..., T], *args: Any) -> "asyncio.Future[T]":
    # Not `asyncio.to_thread`: it goes on, and is waited for again, when who waits is cancelled.
    run = partial(contextvars.copy_context().run, do, *args)
    return asyncio.get_running_loop().run_in_executor(None, run)


class AsyncFeed(FeedAccount[M], AsyncIterator[M]):
    """The objects of a feed, batch after batch, for `async for`.

    It has no end, unless one was given, and waits where the next batch is not there yet. What goes
    on beside it ends with the last object before `end`, with `aclose`, and when nobody holds the
    feed any more. An error does not end it: the next object that is asked for is the one at the
    cursor. A task that is cancelled while it waits loses no object, and in another loop the feed
    goes on at its cursor. `on_broken` is called on the loop, when it is the turn of that line.

    `vt.feeds` makes them, `iter_files`, `iter_urls`, …, and `vt.collections.iter_ioc_deltas`.
    """

    def __init__(
        self,
        group: "AsyncVirusTotalAPI",
        operation: Operation,
        model: type[M],
        start: datetime | None = None,
        query: Mapping[str, QueryValue] | None = None,
        **options: Unpack[FeedOptions],
    ) -> None:
        super().__init__(group, operation, model, start, query=query, **options)
        self._call = partial(group._call, bounds=self._bounds)
        self._reading: _Reading[M] | None = None
        self._made = deque[Made[M] | Moved]()
        # What comes after them.
        self._then: Wanted | Done[None] | BaseException | None = None
        self._writing: asyncio.Future[None] | None = None
        self._is_asked = self._is_closed = False

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> M:
        if self._is_asked:
            raise InvalidInputError("a feed gives its objects to one task at a time")
        self._is_asked = True
        try:
            return await self._next()
        finally:
            self._is_asked = False

    async def _next(self) -> M:
        self._end_item()
        if self._reading is not None and self._reading.loop is not asyncio.get_running_loop():
            self._drop()
        if self._checkpoint is not None:
            await self._keep(at_once=False)
        while not self._is_closed:
            if self._made:
                item = self._taken(self._made.popleft())
                if item is not None:
                    self._begin_item()
                    return item
            elif isinstance(self._then, Done):
                break
            elif isinstance(self._then, BaseException):
                error = self._then
                self._drop()
                raise error
            else:
                await self._read_on()
        await self.aclose()
        raise StopAsyncIteration

    def _taken(self, made: Made[M] | Moved) -> M | None:
        if isinstance(made, Moved):
            self._move(made)
            return None
        self._advance()
        return self._found(made)

    async def _read_on(self) -> None:
        """Have more objects made."""
        reading = self._reading
        if reading is None:
            reading = _Reading(self._batches, self._maker, self._call, self._position)
            self._reading = reading
            self._let_go = weakref.finalize(self, reading.let_go)
        try:
            made, self._then = await reading.portion()
        except asyncio.CancelledError:
            raise
        except SwitchedOffError:
            self._drop()
        except BaseException:
            self._drop()
            raise
        else:
            self._made.extend(made)

    def _drop(self) -> None:
        """Forget what was not given; it is had again from the cursor on."""
        self._made.clear()
        self._then = None
        if self._reading is not None:
            self._reading = None
            self._let_go()

    async def _keep(self, *, at_once: bool) -> None:
        await self._written()  # what a task that was cancelled has begun
        place = self._place_due(at_once=at_once)
        if place is not None:
            self._writing = _in_thread(self._write, place)
            # Else it is logged as never looked at.
            self._writing.add_done_callback(asyncio.Future.exception)
            await self._written()

    async def _written(self) -> None:
        writing = self._writing
        if writing is not None and writing.get_loop() is asyncio.get_running_loop():
            await asyncio.wait([writing])
            self._writing = None
            writing.result()

    async def aclose(self) -> None:
        """End what goes on; nothing more is given."""
        self._is_closed = True
        reading = self._reading
        is_here = reading is not None and reading.loop is asyncio.get_running_loop()
        if reading is not None and is_here and (ending := reading.end()):
            await asyncio.wait(ending)
        self._drop()
        await self._keep(at_once=True)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, error: type[BaseException] | None, *_: object) -> None:
        if error is None:
            self._end_item()
        await self.aclose()
