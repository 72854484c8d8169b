"""The driver of an event loop: effects, work in threads, cancellation, and the calling task."""

import asyncio
import gc
import threading
import time
import weakref
from collections.abc import Callable, Coroutine
from typing import Any

import pytest

from tests.support import SHA256, envelope, file_document
from vt_sdk import (
    APIConnectionError,
    AsyncVirusTotal,
    NotFoundError,
    RateLimit,
    RateLimitError,
    Request,
    Response,
    RetryPolicy,
)
from vt_sdk.core.flow import Work
from vt_sdk.core.policy import Send, Sleep, Steps
from vt_sdk.core.settings import Settings
from vt_sdk.drivers.aio import run, worked

SEND = Send(Request("GET", "/one"), Settings())
REPORT = Response(200, {}, envelope(file_document()))
MISSING = Response(404, {}, b'{"error": {"code": "NotFoundError", "message": "x"}}')


class Transport:
    """Answers as it is told, after a while."""

    def __init__(self, answer: Callable[[], Response] = lambda: REPORT, delay: float = 0) -> None:
        self.answer, self.delay = answer, delay
        self.sent: list[Request] = []
        self.under_way = self.most = 0

    async def send(self, request: Request, settings: Settings) -> Response:
        self.sent.append(request)
        self.under_way += 1
        self.most = max(self.most, self.under_way)
        try:
            await asyncio.sleep(self.delay)
            return self.answer()
        finally:
            self.under_way -= 1

    async def aclose(self) -> None:
        """Have nothing to close."""


def client(transport: Transport, **options: Any) -> AsyncVirusTotal:
    return AsyncVirusTotal("k" * 64, transport=transport, **options)


def in_a_loop(work: Coroutine[Any, Any, None]) -> None:
    async def bounded() -> None:
        async with asyncio.timeout(20):
            await work

    asyncio.run(bounded(), debug=False)


def lost() -> Response:
    raise APIConnectionError("broken")


def test_effects_are_carried_out_in_turn() -> None:
    log: list[object] = []

    async def sleep(seconds: float) -> None:
        log.append(seconds)

    def steps() -> Steps[tuple[int, int]]:
        yield Sleep(1.5)
        response = yield SEND
        thread = yield Work(threading.get_ident)
        return response.status, thread

    async def main() -> None:
        status, thread = await run(steps(), Transport(), sleep)
        assert status == 200
        assert thread != threading.get_ident()
        assert log == [1.5]

    in_a_loop(main())


@pytest.mark.parametrize("kind", ["send", "work"])
def test_errors_of_the_package_are_thrown_in(kind: str) -> None:
    def steps() -> Steps[str]:
        try:
            yield SEND if kind == "send" else Work(lost)
        except APIConnectionError as error:
            return error.message
        return ""

    async def main() -> None:
        assert await run(steps(), Transport(lost)) == "broken"

    in_a_loop(main())


@pytest.mark.parametrize("effect", [SEND, Sleep(30), Work(lambda: time.sleep(0.1))])
def test_cancelling_closes_what_goes_on(effect: Any) -> None:
    closed: list[bool] = []

    def steps() -> Steps[None]:
        try:
            yield effect
        finally:
            closed.append(True)

    async def main() -> None:
        task = asyncio.create_task(run(steps(), Transport(delay=30)))
        await asyncio.sleep(0.01)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert closed == [True]

    in_a_loop(main())


@pytest.mark.parametrize("is_done", [True, False])
def test_what_nobody_waits_for_any_more_is_undone(is_done: bool) -> None:
    log: list[str] = []
    begun, may_end = threading.Event(), threading.Event()

    def do() -> str:
        begun.set()
        may_end.wait(5)
        return "result"

    async def main() -> None:
        task = asyncio.create_task(worked(Work(do, log.append)))
        await asyncio.to_thread(begun.wait, 5)
        if is_done:
            may_end.set()
            time.sleep(0.05)  # the loop, which would take the result
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        may_end.set()
        await asyncio.to_thread(time.sleep, 0.05)
        assert log == ["result"]

    in_a_loop(main())


def test_the_last_call_is_that_of_the_task() -> None:
    async def main() -> None:
        files = client(Transport()).files
        assert files.get_last_http_error() is None
        report = await files.get_report(SHA256)
        assert files.get_last_http_error() == 200
        assert files.get_last_result() is report

        async def another() -> None:
            assert files.get_last_result() is report  # as it was when the task began
            files.transport.answer = lambda: MISSING  # type: ignore[attr-defined]  # of the test
            with pytest.raises(NotFoundError):
                await files.get_report(SHA256)
            assert files.get_last_http_error() == 404
            assert files.get_last_result() is None

        await asyncio.create_task(another())
        assert files.get_last_http_error() == 200
        assert files.get_last_result() is report

    in_a_loop(main())


def test_a_task_does_not_hold_what_it_called() -> None:
    async def main() -> None:
        vt = client(Transport())
        await vt.files.get_report(SHA256)
        gone = weakref.ref(vt.files)
        del vt
        gc.collect()
        assert gone() is None

    in_a_loop(main())


def test_many_calls_at_once() -> None:
    async def main() -> None:
        transport = Transport(delay=0.05)
        vt = client(transport)
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(vt.files.get_report(SHA256)) for _ in range(64)]
        assert all(task.result().id == SHA256 for task in tasks)
        assert transport.most == 64

    in_a_loop(main())


def test_a_wait_for_the_quota_can_be_cancelled() -> None:
    async def main() -> None:
        vt = client(Transport(), rate_limit=RateLimit(rates=[(1, 1000.0)]))
        await vt.files.get_report(SHA256)
        began = asyncio.get_running_loop().time()
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.05):
                await vt.files.get_report(SHA256)
        assert asyncio.get_running_loop().time() - began < 10
        with pytest.raises(RateLimitError):
            await vt.files.get_report(SHA256, deadline=1.0)

    in_a_loop(main())


def test_a_limiter_that_takes_its_time_holds_up_nobody() -> None:
    class Slow:
        def reserve(self, max_wait: float | None = None) -> float:
            time.sleep(0.2)
            return 0.0

        def windows(self) -> tuple[()]:
            return ()

    async def main() -> None:
        vt = client(Transport(), rate_limit=Slow())
        call = asyncio.create_task(vt.files.get_report(SHA256))
        turns = 0
        while not call.done():
            await asyncio.sleep(0.005)
            turns += 1
        assert turns > 5
        await call

    in_a_loop(main())


def test_attempts_are_repeated_and_waits_awaited() -> None:
    async def main() -> None:
        answers = [Response(503, {}, b""), Response(429, {"retry-after": "0"}, b""), REPORT]
        transport = Transport(lambda: answers.pop(0))
        vt = client(transport, retry=RetryPolicy(base_s=0.01))
        assert (await vt.files.get_report(SHA256)).id == SHA256
        assert [request.attempt for request in transport.sent] == [1, 2, 3]

    in_a_loop(main())


def test_a_task_that_has_ended_holds_no_result() -> None:
    async def main() -> None:
        files = client(Transport()).files

        async def look_up() -> "weakref.ref[object]":
            report = await files.get_report(SHA256)
            assert files.get_last_result() is report
            return weakref.ref(report)

        tasks = [asyncio.create_task(look_up()) for _ in range(3)]
        gone = await asyncio.gather(*tasks)
        await asyncio.sleep(0)
        gc.collect()
        assert [ref() for ref in gone] == [None] * 3

    in_a_loop(main())
