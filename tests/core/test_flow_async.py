"""An asynchronous driver of a few lines runs the same flows, waiting included.

It proves the architecture: flows know neither threads nor event loops, so an asynchronous client is
a driver and not a second package.
"""

import asyncio
import time
import urllib.error
import urllib.request
from collections.abc import Awaitable, Callable
from functools import partial
from typing import TypeVar

import pytest

from tests.support import NO_WAIT
from vt_sdk import NotFoundError, Request, Response, TransportError, models
from vt_sdk.core.exchange import fetch
from vt_sdk.core.flow import Flow, advance
from vt_sdk.core.readers import read_object
from vt_sdk.core.retry import with_retry
from vt_sdk.core.settings import Headers, Settings, outgoing
from vt_sdk.emulator import Emulator
from vt_sdk.files import UploadFile
from vt_sdk.operations.files import GET_FILE
from vt_sdk.resources.analyses import analysing
from vt_sdk.resources.files import _report, _uploading

T = TypeVar("T")


async def run_async(
    flow: Flow[T],
    send: Callable[[Request], Awaitable[Response]],
    sleep: Callable[[float], Awaitable[object]] = asyncio.sleep,
) -> T:
    """Run a flow to its end on an event loop."""
    answer: Response | TransportError | None = None
    try:
        while isinstance(step := advance(flow, answer), Request):
            if step.delay > 0:
                await sleep(step.delay)
            try:
                answer = await send(step)
            except TransportError as error:
                answer = error
        return step.value
    finally:
        flow.close()


def send_with_urllib(request: Request, settings: Settings) -> Response:
    """Send one request with the standard library."""
    url, headers = outgoing(request, settings)
    body = request.body
    if body is not None and not isinstance(body, bytes):
        body.rewind()
        headers["Content-Type"] = body.content_type
        body = body.read(-1) + b"".join(body)
    headers["Accept-Encoding"] = "identity"
    sent_at = time.monotonic()
    asked = urllib.request.Request(url, data=body, headers=headers, method=request.method)
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with opener.open(asked, timeout=30) as answer:
            status, received, found = int(answer.status), answer.read(), answer.headers
    except urllib.error.HTTPError as error:
        with error:
            status, received, found = int(error.code), error.read(), error.headers
    lowered = {name.lower(): value for name, value in found.items()}
    return Response(status, lowered, received, request.method, url, sent_at, time.monotonic())


class Line:
    """An asynchronous way to an emulator; delays are noted and not waited out."""

    def __init__(self, emulator: Emulator) -> None:
        self.settings = Settings(
            base_url=emulator.base_url, headers=Headers({"x-apikey": emulator.api_key})
        )
        self.delays: list[float] = []

    async def send(self, request: Request) -> Response:
        return await asyncio.to_thread(send_with_urllib, request, self.settings)

    async def sleep(self, seconds: float) -> None:
        self.delays.append(seconds)

    async def run(self, flow: Flow[T]) -> T:
        return await run_async(with_retry(flow, NO_WAIT), self.send, self.sleep)


def test_scan_and_wait_on_an_event_loop(emulator: Emulator) -> None:
    emulator.analysis_polls = 2
    line = Line(emulator)
    states: list[models.Analysis] = []
    uploaded: list[int] = []
    with UploadFile(b"content of a file", "name.txt") as file:
        uploading = _uploading(file, None, lambda done, of: uploaded.append(done))
        read = read_object(models.File)
        flow = analysing(partial(_report, file), read, 60.0, states.append).follow(uploading)
        report = asyncio.run(line.run(flow))
    assert isinstance(report, models.File)
    assert report.attributes.size == len(b"content of a file")
    assert report.attributes.names == ["name.txt"]
    assert [state.attributes.status for state in states][-1] == "completed"
    assert len(states) == 3
    assert line.delays[:2] == [2.0, 3.2]
    assert uploaded[-1] == len(b"content of a file")
    assert [call.method for call in emulator.calls] == ["POST", "GET", "GET", "GET", "GET"]


def test_many_flows_at_once_on_one_loop(emulator: Emulator) -> None:
    line = Line(emulator)
    emulator.fail_next(503, times=2)
    known = "275a021bbfb6489e54d471899f7db9d1663fc695ec2fe2a2c4538aabf651fd0f"

    async def together() -> list[models.File]:
        flows = [fetch(GET_FILE.request(known), read_object(models.File)) for _ in range(8)]
        return await asyncio.gather(*map(line.run, flows))

    assert [file.id for file in asyncio.run(together())] == [known] * 8
    assert len(emulator.calls) == 10


def test_errors_arrive_on_the_loop(emulator: Emulator) -> None:
    line = Line(emulator)
    with pytest.raises(NotFoundError):
        asyncio.run(line.run(fetch(GET_FILE.request("0" * 64), read_object(models.File))))


def test_a_flow_that_is_given_up_is_closed() -> None:
    closed: list[bool] = []

    def flow() -> Flow[None]:
        try:
            yield Request("GET", "/x")
        finally:
            closed.append(True)

    async def never(request: Request) -> Response:
        await asyncio.sleep(60)
        raise AssertionError

    async def give_up() -> None:
        task = asyncio.create_task(run_async(flow(), never))
        await asyncio.sleep(0)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task

    asyncio.run(give_up())
    assert closed == [True]
