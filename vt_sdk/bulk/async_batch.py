"""Many reports from a few tasks; all that a batch decides is that of `bulk.ledger`.

A task knows a call and never the batch, so a batch that nobody holds any more is collected, and its
tasks are cancelled. They begin with the first item that is asked for, in the loop that asks.
"""

import asyncio
import time
import weakref
from collections import deque
from collections.abc import AsyncIterable, AsyncIterator, Callable, Coroutine, Iterable
from contextlib import suppress
from itertools import islice
from typing import TYPE_CHECKING, Any, Self, TypeVar

from vt_sdk.bulk.ledger import Answer, BatchItem, Errors, Ledger, answer_to
from vt_sdk.core.flow import Reader
from vt_sdk.core.operation import CallOptions, bounds_of
from vt_sdk.core.policy import Bounds, fetch
from vt_sdk.core.request import Request
from vt_sdk.drivers.background import SwitchedOffError
from vt_sdk.errors import BatchStoppedError, InvalidInputError

if TYPE_CHECKING:
    from vt_sdk.aio.api import AsyncVirusTotalAPI

__all__ = ["AsyncBatch", "gathered"]

T = TypeVar("T")


class _Calls:
    """The calls of a batch, and what ends them; they know it and never the batch."""

    def __init__(
        self, group: "AsyncVirusTotalAPI", bounds: Bounds, read: Reader[Any], keeps: Errors
    ) -> None:
        self.loop = asyncio.get_running_loop()
        self.running = set[asyncio.Task[Any]]()
        self._group, self._bounds, self._read, self._keeps = group, bounds, read, keeps
        self._is_off = asyncio.Event()

    def begin(self, work: Coroutine[Any, Any, T]) -> asyncio.Task[T]:
        """Begin work of the batch."""
        task = self.loop.create_task(work)
        self.running.add(task)
        return task

    async def answer(self, request: Request) -> Answer[Any]:
        """Ask, and return what came of it."""
        flow = fetch(request, self._read)
        try:
            value = await self._group._call(flow, bounds=self._bounds, sleep=self._sleep)
            return Answer(request.url, value)
        except SwitchedOffError:
            return Answer(request.url)
        except asyncio.CancelledError:
            raise
        except BaseException as error:
            until = self._bounds.until
            is_late = until is not None and time.monotonic() >= until
            answer = answer_to(request, error, is_late, self._keeps)
            if answer.cause is not None:
                self._is_off.set()
            return answer

    async def _sleep(self, seconds: float) -> None:
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._is_off.wait()
            raise SwitchedOffError

    def cancel(self) -> None:
        """Cancel all of it."""
        for task in self.running:
            task.cancel()

    def let_go(self) -> None:
        """Cancel all of it from any thread: a batch may be collected anywhere."""
        with suppress(RuntimeError):  # the loop is closed, and its tasks with it
            self.loop.call_soon_threadsafe(self.cancel)


async def _taken(source: AsyncIterator[str]) -> list[str] | Exception:
    """Return the next id, nothing at the end, or what the ids raise."""
    try:
        return [await anext(source)]
    except StopAsyncIteration:
        return []
    except Exception as error:
        return error


class AsyncBatch(Ledger[T], AsyncIterator[BatchItem[T]]):
    """The reports of many ids, an asynchronous iterator of `BatchItem`s.

    At most `2 * max_workers` ids are ahead of what was given out, in order or not. The tasks end
    with the last item, with `aclose`, and when nobody holds the batch any more.

    Iterating raises what the ids raise; for errors of the package, and once no further report can
    be had, that is a `BatchStoppedError`, which says where to go on. The items of calls that were
    under way come first; in input order as far as none is missing, those behind are `ready` of the
    error. One task at a time asks for items; being cancelled while it waits loses none of them.
    """

    def __init__(
        self,
        group: "AsyncVirusTotalAPI",
        request: Callable[[str], Request],
        read: Reader[T],
        ids: Iterable[str] | AsyncIterable[str],
        *,
        max_workers: int,
        ordered: bool,
        remember: int,
        options: CallOptions,
        keeps: Errors = (),
    ) -> None:
        super().__init__(
            group.settings,
            request,
            bounds_of(options, time.monotonic),
            time.monotonic,
            ids=ids,
            max_workers=max_workers,
            ordered=ordered,
            remember=remember,
            keeps=keeps,
        )
        self._source = aiter(ids) if isinstance(ids, AsyncIterable) else iter(ids)
        self._group, self._read = group, read
        self._waiting = deque[Request]()
        self._calls: _Calls | None = None
        self._taking: asyncio.Task[list[str] | Exception] | None = None
        self._is_closed = self._is_asked = False

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> BatchItem[T]:
        if self._is_asked:
            raise InvalidInputError("a batch gives its items to one task at a time")
        self._is_asked = True
        try:
            return await self._next()
        except asyncio.CancelledError:
            raise  # what goes on may be waited for again
        except BaseException:
            await self.aclose()
            raise
        finally:
            self._is_asked = False

    async def _next(self) -> BatchItem[T]:
        while not self._is_closed:
            calls = self._begun()
            first = self._first()
            # One id for each result keeps the calls going.
            has_taken = self._take_next(calls)
            if first is not None:
                return self._give(first)
            if has_taken:
                continue
            if not calls.running:
                raise self._end_error() or StopAsyncIteration
            done, _ = await asyncio.wait(calls.running, return_when=asyncio.FIRST_COMPLETED)
            calls.running -= done
            for task in done:
                if task is self._taking:
                    self._taking = None
                    self._enter(task.result())
                else:
                    self._receive(task.result())
        raise StopAsyncIteration

    def _begun(self) -> _Calls:
        """Return the calls of the loop that asks, as many under way as there may be."""
        calls = self._calls
        if calls is None or calls.loop is not asyncio.get_running_loop():
            # In another loop all that was not answered is asked for again.
            calls = self._calls = _Calls(self._group, self._bounds, self._read, self._keeps)
            weakref.finalize(self, calls.let_go).atexit = False
            self._taking = None
            self._waiting.clear()
            self._ask_again()
        if self._cause is not None:
            while self._waiting:
                self._receive(Answer(self._waiting.popleft().url))
        busy = len(calls.running) - (self._taking is not None)
        for _ in range(min(self._max_workers - busy, len(self._waiting))):
            calls.begin(calls.answer(self._waiting.popleft()))
        return calls

    def _start(self, request: Request) -> None:
        self._waiting.append(request)

    def _take_next(self, calls: _Calls) -> bool:
        """Take the next id, if nothing is against it; return whether one was there at once."""
        if self._taking is not None or not self._may_take():
            return False
        if isinstance(self._source, AsyncIterator):
            self._taking = calls.begin(_taken(self._source))
            return False
        try:
            return self._enter(list(islice(self._source, 1)))
        except Exception as error:
            return self._enter(error)

    def _enter(self, taken: list[str] | Exception) -> bool:
        """Enter the next id, the end of the ids, or their error, after all that was taken."""
        if isinstance(taken, Exception):
            self._cause = self._cause or taken
        elif not taken:
            self._exhausted = True
        else:
            self._take(taken[0])
        return bool(taken) and not isinstance(taken, Exception)

    async def aclose(self) -> None:
        """Cancel the calls under way; nothing more is given out."""
        self._is_closed = True
        calls, self._calls = self._calls, None
        if calls is not None and calls.loop is asyncio.get_running_loop():
            calls.cancel()
            if calls.running:
                await asyncio.wait(calls.running)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.aclose()


async def gathered(batch: AsyncBatch[T]) -> tuple[list[BatchItem[T]], BatchStoppedError | None]:
    """Return all items of a batch, and what stopped it before its end."""
    items = []
    try:
        async with batch:
            async for item in batch:
                items.append(item)
    except BatchStoppedError as error:
        return items, error
    return items, None
