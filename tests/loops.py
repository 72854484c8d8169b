"""The asynchronous client, used as the synchronous one is, so that one test can be about both.

What is asynchronous runs on a loop in a thread of its own. Each thread that calls has a context, so
that what is said about the calling task is said about the calling thread.
"""

import asyncio
import contextvars
import functools
import inspect
import threading
from collections.abc import Coroutine, Iterator
from contextlib import contextmanager
from typing import Any, Literal, Self, TypeAlias, TypeVar, cast
from weakref import WeakValueDictionary

import aiohttp
import requests

from vt_sdk import AsyncBatch, AsyncFeed, AsyncPage, AsyncVirusTotal, Page, VirusTotal
from vt_sdk.aio.api import AsyncConfigured
from vt_sdk.emulator import Emulator

__all__ = ["KINDS", "Kind", "Loop", "as_sync", "client_for", "client_of", "session_for"]

T = TypeVar("T")

Kind: TypeAlias = Literal["threads", "loop"]
KINDS: tuple[Kind, ...] = ("threads", "loop")


class Loop:
    """An event loop on a thread of its own."""

    def __init__(self) -> None:
        self._loop = asyncio.new_event_loop()
        self._complaints: list[object] = []
        self._loop.set_exception_handler(lambda _, context: self._complaints.append(context))
        self._contexts = threading.local()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()

    def run(self, work: Coroutine[Any, Any, T]) -> T:
        """Return what a coroutine returns, or raise what it raises."""
        context = vars(self._contexts).setdefault("context", contextvars.copy_context())

        async def in_context() -> T:
            return await asyncio.get_running_loop().create_task(work, context=context)

        return asyncio.run_coroutine_threadsafe(in_context(), self._loop).result()

    def __reduce__(self) -> Any:
        # The copy of a client runs on the same one.
        _running[id(self)] = self
        return _found, (id(self),)

    def close(self) -> None:
        """End as `asyncio.run` does; nothing may be left running, and nothing may have been lost.

        Raises:
            AssertionError: tasks are left, or the loop has heard of errors that nobody took.
        """
        left = asyncio.all_tasks(self._loop)
        self.run(self._loop.shutdown_asyncgens())
        self.run(self._loop.shutdown_default_executor())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)
        self._loop.close()
        assert not left, left
        assert not self._complaints, self._complaints


_running: WeakValueDictionary[int, Loop] = WeakValueDictionary()


def _found(number: int) -> Loop:
    return _running[number]


class _Page(Page[Any]):
    """A page whose next one is that of its asynchronous counterpart."""

    __slots__ = ("_counterpart", "_loop")
    _counterpart: AsyncPage[Any]
    _loop: Loop

    def next_page(self) -> Any:
        return _wrapped(self._loop.run(self._counterpart.next_page()), self._loop)

    def iter_all(self, max_items: int | None = None) -> Any:
        return _Items(self._counterpart.iter_all(max_items), self._loop)


class _Items(Iterator[Any]):
    """An asynchronous iterator, used as a plain one."""

    def __init__(self, items: Any, loop: Loop) -> None:
        self._items, self._loop = items, loop

    def __next__(self) -> Any:
        try:
            return self._loop.run(self._next())
        except EOFError:
            raise StopIteration from None

    async def _next(self) -> Any:
        try:
            return await anext(self._items)
        except StopAsyncIteration:
            raise EOFError from None  # which a coroutine may raise

    def __getattr__(self, name: str) -> Any:
        return _member(self._items, name, self._loop)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: Any) -> None:
        self._loop.run(self._items.__aexit__(*error))

    def close(self) -> None:
        self._loop.run(self._items.aclose())


class _Client:
    """A client or a group of one."""

    def __init__(self, inner: Any, loop: Loop) -> None:
        vars(self).update(_inner=inner, _loop=loop)

    def __getattr__(self, name: str) -> Any:
        return _member(self._inner, name, self._loop)

    def __setattr__(self, name: str, value: object) -> None:
        setattr(self._inner, name, value)

    def __repr__(self) -> str:
        return repr(self._inner)

    def __reduce__(self) -> Any:
        return _Client, (self._inner, self._loop)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        self._loop.run(self._inner.aclose())


def _member(owner: Any, name: str, loop: Loop) -> Any:
    found = getattr(owner, name)
    if not callable(found) or inspect.isclass(found):
        return _wrapped(found, loop)

    @functools.wraps(found)
    def call(*args: Any, **kwargs: Any) -> Any:
        async def called() -> Any:
            result = found(*args, **kwargs)
            return await result if inspect.isawaitable(result) else result

        return _wrapped(loop.run(called()), loop)

    return call


def _wrapped(value: Any, loop: Loop) -> Any:
    if isinstance(value, AsyncConfigured):
        return _Client(value, loop)
    if isinstance(value, AsyncPage):
        page = _Page.over(value)
        page._counterpart, page._loop = value, loop
        return page
    if isinstance(value, (AsyncBatch, AsyncFeed)):
        return _Items(value, loop)
    return value


def as_sync(client: AsyncVirusTotal, loop: Loop) -> VirusTotal:
    """Return an asynchronous client as one for threads."""
    return cast("VirusTotal", _Client(client, loop))


def client_for(loop: Loop | None, key: Any = None, **options: Any) -> VirusTotal:
    """Make a client, the asynchronous one where there is a loop."""
    if loop is None:
        return VirusTotal(key, **options)
    return as_sync(AsyncVirusTotal(key, **options), loop)


@contextmanager
def session_for(loop: Loop | None, **options: Any) -> Iterator[Any]:
    """Make a session that such a client can be given, with what aiohttp's is told if it is one."""
    if loop is None:
        with requests.Session() as session:
            yield session
        return

    async def made() -> aiohttp.ClientSession:
        return aiohttp.ClientSession(**options)

    opened = loop.run(made())
    try:
        yield opened
    finally:
        loop.run(opened.close())


def client_of(emulator: Emulator, loop: Loop | None, *, premium: bool = False) -> VirusTotal:
    """Return a client of the emulator, the asynchronous one where there is a loop."""
    if loop is None:
        return emulator.client(premium=premium)
    return as_sync(emulator.async_client(premium=premium), loop)
