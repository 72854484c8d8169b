"""What the asynchronous client is given that only the other one takes, and where it cannot run."""

import asyncio
import functools
import io
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import aiohttp
import pytest
import requests

from tests.drivers.test_aio import Transport, in_a_loop
from tests.faults.support import REPORT
from tests.support import KEY, SHA256, Server, run_python
from vt_sdk import AsyncVirusTotal, InvalidInputError, UnknownFieldError, VirusTotal, models
from vt_sdk.bulk.replay import read_batch
from vt_sdk.core.request import Response


async def hook(*_: object) -> None:
    """Be what nobody would await."""


class Callee:
    async def __call__(self, _: object) -> None: ...

    async def method(self, _: object) -> None: ...


HOOKS: list[Any] = [hook, functools.partial(hook, 1), Callee(), Callee().method]


@pytest.mark.parametrize("wrong", HOOKS)
@pytest.mark.parametrize("name", ["on_event", "on_drift", "api_key"])
@pytest.mark.parametrize("client", [VirusTotal, AsyncVirusTotal])
def test_hooks_are_plain_functions(client: Callable[..., object], name: str, wrong: Any) -> None:
    options = {"api_key": KEY} | {name: wrong}
    with pytest.raises(InvalidInputError, match=rf"^{name}: .*plain functions"):
        client(**options)


CALLS: dict[str, Callable[[Any, Any], Any]] = {
    "upload": lambda vt, wrong: vt.files.upload(b"x", name="x", on_progress=wrong),
    "upload to the private corpus": lambda vt, wrong: vt.private_files.upload(
        b"x", name="x", on_progress=wrong
    ),
    "scan": lambda vt, wrong: vt.files.scan_and_wait(b"x", name="x", on_progress=wrong),
    "get or scan": lambda vt, wrong: vt.urls.get_or_scan("http://example.com/", on_progress=wrong),
    "wait": lambda vt, wrong: vt.analyses.wait("a", on_progress=wrong),
    "ZIP": lambda vt, wrong: vt.zip_files.create_and_wait([SHA256], on_progress=wrong),
    "download of a ZIP": lambda vt, wrong: vt.zip_files.create_and_download(
        [SHA256], io.BytesIO(), on_progress=wrong
    ),
    "feed": lambda vt, wrong: vt.feeds.iter_files(on_broken=wrong),
}


@pytest.mark.parametrize("call", CALLS)
def test_hooks_of_calls_are_plain_functions(either: Server, call: str) -> None:
    with pytest.raises(InvalidInputError, match=r"^on_(progress|broken): .*plain functions"):
        CALLS[call](either.client(), hook)
    assert either.requests == []


def test_so_are_those_of_batches_on_disk() -> None:
    with pytest.raises(InvalidInputError, match=r"^on_broken: "):
        read_batch(io.BytesIO(), models.File, on_broken=hook)


def test_sessions_of_the_other_client_are_refused() -> None:
    async def main() -> None:
        async with aiohttp.ClientSession() as session:
            with pytest.raises(InvalidInputError, match=r"^session: .*requests"):
                VirusTotal(KEY, session=session)  # type: ignore[arg-type]  # on purpose
            AsyncVirusTotal(KEY, session=session)

    in_a_loop(main())
    with requests.Session() as session, pytest.raises(InvalidInputError, match=r"^session: .*aioh"):
        AsyncVirusTotal(KEY, session=session)  # type: ignore[arg-type]  # on purpose
    with pytest.raises(InvalidInputError, match=r"^transport: .*close"):
        VirusTotal(KEY, transport=Transport())  # type: ignore[arg-type]  # on purpose


def test_a_session_is_of_one_loop_and_open(server: Server) -> None:
    server.default = REPORT

    async def made() -> aiohttp.ClientSession:
        return aiohttp.ClientSession()

    async def ask(vt: AsyncVirusTotal) -> object:
        return await vt.files.get_report(SHA256)

    with asyncio.Runner() as runner:
        session = runner.run(made())
        vt = AsyncVirusTotal(KEY, base_url=server.base_url, session=session)
        assert runner.run(ask(vt))
        with pytest.raises(InvalidInputError, match="event loop that it was made in"):
            asyncio.run(ask(vt))
        assert runner.run(ask(vt))
        runner.run(session.close())
        with pytest.raises(InvalidInputError, match="closed"):
            runner.run(ask(vt))
    assert len(server.requests) == 2


@pytest.mark.slow
def test_a_missing_extra_is_said_by_the_constructor() -> None:
    code = """
import sys
sys.modules["aiohttp"] = None
import vt_sdk
class Transport:
    async def send(self, request, settings): ...
    async def aclose(self): ...
vt_sdk.AsyncVirusTotal("k", transport=Transport())
for make in (vt_sdk.AsyncVirusTotal, vt_sdk.AsyncVirusTotalAPIFiles):
    try:
        make("k")
    except ImportError as error:
        print(error.name, '".[async]"' in str(error))
"""
    assert run_python(code) == "aiohttp True\n" * 2


def test_another_kind_of_loop_is_named() -> None:
    """As the loop of trio is, in which nothing of asyncio runs."""
    call = AsyncVirusTotal(KEY, transport=Transport()).files.get_report(SHA256)
    with pytest.raises(InvalidInputError, match="asyncio"):
        call.send(None)


def test_a_closed_loop_is_no_end_of_a_client(server: Server) -> None:
    server.default = REPORT
    vt = AsyncVirusTotal(KEY, base_url=server.base_url)
    loop = asyncio.new_event_loop()
    loop.run_until_complete(vt.files.get_report(SHA256))
    loop.close()
    call = vt.files.get_report(SHA256)
    with pytest.raises(RuntimeError, match="Event loop is closed"):
        loop.run_until_complete(call)
    assert asyncio.run(_awaited(call)).id == SHA256


async def _awaited(call: Any) -> Any:
    return await call


def test_strictness_drift_and_looking_up_only() -> None:
    unknown = b'{"data": {"type": "file", "id": "x", "attributes": {"brand_new": 1}}}'
    told: list[Any] = []

    async def main() -> None:
        transport = Transport(lambda: Response(200, {}, unknown))
        vt = AsyncVirusTotal(KEY, transport=transport, on_drift=told.append)
        await vt.files.get_report(SHA256)
        assert [(drift.operation, drift.unknown_fields) for drift in told] == [
            ("get_file", ("attributes.brand_new",))
        ]
        vt.settings.strict = True
        with pytest.raises(UnknownFieldError):
            await vt.files.get_report(SHA256)
        vt.settings.lookup_only = True
        with pytest.raises(InvalidInputError, match=r"only looks things up"):
            await vt.files.upload(b"x", name="x")
        assert len(transport.sent) == 2
        assert vt.usage["get_file"].requests == 2

    in_a_loop(main())


def test_a_feed_needs_a_moment_with_a_zone() -> None:
    vt = AsyncVirusTotal(KEY, transport=Transport())
    with pytest.raises(InvalidInputError, match=r"^start"):
        vt.feeds.iter_files(datetime(2026, 1, 2))
    assert vt.feeds.iter_files(datetime(2026, 1, 2, tzinfo=UTC)).cursor == "202601020000-0"
