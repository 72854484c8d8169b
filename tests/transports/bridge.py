"""Runs what is asynchronous for tests that are not: each fault is played to both transports."""

import asyncio
import threading
from collections.abc import Coroutine
from typing import Any, TypeVar

from vt_sdk import Request, Response, Settings
from vt_sdk.transports import AsyncTransport

__all__ = ["Loop", "OnALoop"]

T = TypeVar("T")


class Loop:
    """An event loop on a thread of its own, for as many threads as call it."""

    def __init__(self) -> None:
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()

    def run(self, work: Coroutine[Any, Any, T]) -> T:
        """Return what a coroutine returns, or raise what it raises."""
        return asyncio.run_coroutine_threadsafe(work, self._loop).result()

    def close(self) -> None:
        """End as `asyncio.run` does."""
        self.run(self._loop.shutdown_asyncgens())
        self.run(self._loop.shutdown_default_executor())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)
        self._loop.close()


class OnALoop:
    """A transport for threads that sends with one for event loops."""

    def __init__(self, transport: AsyncTransport) -> None:
        self.inner = transport
        self._loop: Loop | None = None

    def send(self, request: Request, settings: Settings) -> Response:
        if self._loop is None:
            self._loop = Loop()
        return self._loop.run(self.inner.send(request, settings))

    def close(self) -> None:
        if self._loop is not None:
            self._loop.run(self.inner.aclose())
            self._loop.close()
            self._loop = None
