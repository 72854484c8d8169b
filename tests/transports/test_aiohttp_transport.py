"""What only an event loop asks of its transport: cancelling, loops that end, sessions, silence."""

import asyncio
import gc
import hashlib
import io
import re
import textwrap
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, ClassVar

import aiohttp
import pytest

from tests.faults.support import REPORT, RESET, STALL, bomb, endless
from tests.faults.test_frames import PASSWORD, assert_bare
from tests.interpreters import run_loaded
from tests.support import (
    KEY,
    SHA256,
    TLS,
    Answer,
    Recorded,
    Server,
    json_answer,
    run_python,
    tls_context,
    until,
)
from vt_sdk import (
    APIConnectionError,
    APITimeoutError,
    AsyncBaseTransport,
    AsyncStubTransport,
    AsyncVirusTotal,
    InvalidInputError,
    InvalidResponseError,
    Request,
    Response,
    Settings,
    TransportError,
    json_response,
)
from vt_sdk.core.settings import Headers
from vt_sdk.files import FileForm, UploadFile, receiving
from vt_sdk.transports import aiohttp_transport
from vt_sdk.transports.aiohttp_transport import AiohttpTransport, SessionTransport

LOOK_UP = Request("GET", f"/files/{SHA256}", operation="get_file")


def settings(server: Server, **options: Any) -> Settings:
    options.setdefault("timeout", (5, 10))
    return Settings(base_url=server.base_url, headers=Headers({"x-apikey": KEY}), **options)


def ask(server: Server, request: Request = LOOK_UP, **options: Any) -> Response:
    async def work() -> Response:
        return await AiohttpTransport().send(request, settings(server, **options))

    return asyncio.run(work())


# --- cancelling ----------------------------------------------------------------------------------


class Slow(io.BytesIO):
    """A file that takes its time, and knows who works on it."""

    def __init__(self, content: bytes = b"") -> None:
        super().__init__(content)
        self.at_work = False

    def read(self, size: int | None = -1, /) -> bytes:
        if size:
            self._take_time()
        return super().read(size)

    def write(self, data: Any, /) -> int:
        if data:
            self._take_time()
        return super().write(data)

    def _take_time(self) -> None:
        self.at_work = True
        time.sleep(0.05)
        self.at_work = False


def upload(stream: io.BytesIO, told: Callable[[int, int], object] | None = None) -> Request:
    with UploadFile(stream, "x") as file:  # a stream of the caller's stays open
        body = FileForm(file, None, told)
    return Request("POST", "/files", body=body, operation="post_files", submits=True)


BIG = b"x" * 30_000_000
OK = b"HTTP/1.1 200 OK\r\n"
MOMENTS: dict[str, tuple[Answer, bool, bool]] = {
    "before the headers": (STALL, False, False),
    "within the headers": (endless(OK, b"X: y\r\n", 0.02), False, False),
    "within the body": (endless(OK + b"\r\n", b" ", 0.02), False, False),
    "within chunks": (
        endless(OK + b"Transfer-Encoding: chunked\r\n\r\n", b"1\r\n \r\n", 0.02),
        False,
        False,
    ),
    "within a content": (endless(OK + b"\r\n", b"x" * 100_000, 0.005), False, True),
    "after an upload": (STALL, True, False),
    "within an upload": (STALL, True, False),
}


@pytest.mark.parametrize("by", ["cancel", "timeout"])
@pytest.mark.parametrize("moment", MOMENTS)
def test_a_cancelled_call_leaves_nothing_behind(
    server: Server, tmp_path: Path, moment: str, by: str
) -> None:
    answer, uploads, downloads = MOMENTS[moment]
    slow = Slow(BIG if moment == "within an upload" else b"x" * 300_000)

    async def work() -> None:
        transport = AiohttpTransport()
        server.play(REPORT)
        await transport.send(LOOK_UP, settings(server))
        if moment != "within an upload":  # a request that is not complete has no answer
            server.play(answer)
        server.play(REPORT)
        with receiving(tmp_path / "target") as sink:
            request = upload(slow) if uploads else LOOK_UP
            if downloads:
                request = Request("GET", "/files/x/download", sink=sink, max_bytes=1 << 40)
            call = asyncio.ensure_future(transport.send(request, settings(server)))
            if by == "timeout":
                with pytest.raises(TimeoutError):
                    async with asyncio.timeout(0.2):
                        await call
            else:
                await asyncio.sleep(0.2)
                call.cancel("mine")
                with pytest.raises(asyncio.CancelledError):
                    await call
            assert call.cancelled()
            assert not slow.at_work
        used = server.connections
        found = await transport.send(LOOK_UP, settings(server))
        assert (found.status, server.connections) == (200, used + 1)  # the other one is closed
        assert len(asyncio.all_tasks()) == 1

    server.default = REPORT
    threads = threading.active_count()
    asyncio.run(work())
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("asyncio")]
    # The one that writes is told to end, and nobody waits for it.
    until(lambda: threading.active_count() <= threads + server.connections)


def test_cancelled_while_it_connects() -> None:
    async def work() -> None:
        transport = AiohttpTransport()
        where = Settings(base_url="https://192.0.2.1", headers=Headers({"x-apikey": KEY}))
        call = asyncio.ensure_future(transport.send(LOOK_UP, where))
        await asyncio.sleep(0.05)
        if call.done():  # this machine refuses at once what goes nowhere
            assert isinstance(call.exception(), TransportError)
            return
        call.cancel()
        with pytest.raises(asyncio.CancelledError):
            await call

    asyncio.run(work())


def test_cancelled_while_it_waits_for_a_connection(server: Server) -> None:
    server.default = STALL

    async def work() -> None:
        transport = AiohttpTransport()
        calls = [
            asyncio.ensure_future(transport.send(LOOK_UP, settings(server))) for _ in range(70)
        ]
        while server.connections < 64:
            await asyncio.sleep(0.01)
        await asyncio.sleep(0.05)
        assert server.connections == 64
        for call in calls:
            call.cancel()
        found = await asyncio.gather(*calls, return_exceptions=True)
        assert {type(each) for each in found} == {asyncio.CancelledError}

    asyncio.run(work())


def test_the_wait_for_a_connection_is_not_the_time_to_connect(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(aiohttp_transport, "_POOL_SIZE", 2)
    server.default = Answer(200, REPORT.body, REPORT.headers, delay=0.15)

    async def work() -> None:
        transport, where = AiohttpTransport(), settings(server, timeout=(0.3, 5))
        found = await asyncio.gather(*(transport.send(LOOK_UP, where) for _ in range(8)))
        assert {each.status for each in found} == {200}

    asyncio.run(work())
    assert server.connections == 2


def test_a_deadline_while_it_waits_for_a_connection(server: Server) -> None:
    server.default = Answer(200, b"late", delay=0.5)

    async def work() -> None:
        transport = AiohttpTransport()
        calls = [
            asyncio.ensure_future(transport.send(LOOK_UP, settings(server))) for _ in range(64)
        ]
        while len(server.requests) < 64:
            await asyncio.sleep(0.01)
        late = Request("GET", "/x", until=time.monotonic() + 0.1)
        with pytest.raises(APITimeoutError) as caught:
            await transport.send(late, settings(server))
        assert not caught.value.may_have_arrived
        await asyncio.gather(*calls)

    asyncio.run(work())
    assert len(server.requests) == 64


# --- connections ---------------------------------------------------------------------------------


def test_nothing_is_sent_a_second_time_by_the_library(server: Server) -> None:
    async def work() -> None:
        transport = AiohttpTransport()
        server.play(REPORT, RESET)
        await transport.send(LOOK_UP, settings(server))
        with pytest.raises(APIConnectionError):
            await transport.send(LOOK_UP, settings(server))

    asyncio.run(work())
    assert [each.connection for each in server.requests] == [1, 1]


def test_each_loop_has_connections_of_its_own(server: Server) -> None:
    server.default = REPORT
    transport = AiohttpTransport()

    async def work() -> None:
        for _ in range(2):
            assert (await transport.send(LOOK_UP, settings(server))).status == 200

    for _ in range(2):
        asyncio.run(work())
    loop = asyncio.new_event_loop()  # and one that nobody shuts down
    loop.run_until_complete(work())
    loop.close()
    asyncio.run(work())
    assert [each.connection for each in server.requests] == [1, 1, 2, 2, 3, 3, 4, 4]
    assert len(transport._homes) == 1


def test_closed_and_used_again(server: Server) -> None:
    server.default = REPORT

    async def work() -> None:
        transport = AiohttpTransport()
        for _ in range(2):
            await transport.send(LOOK_UP, settings(server))
            await transport.aclose()
            await transport.aclose()

    asyncio.run(work())
    assert server.connections == 2


def test_a_transport_that_is_let_go_gives_its_connections_back(server: Server) -> None:
    server.default = REPORT

    async def work() -> None:
        transport = AiohttpTransport()
        await transport.send(LOOK_UP, settings(server))
        del transport
        gc.collect()
        for _ in range(500):
            if not server._open:
                break
            await asyncio.sleep(0.01)
        assert not server._open

    asyncio.run(work())


def test_a_fork_gets_connections_of_its_own(server: Server) -> None:
    server.default = REPORT
    code = """
import asyncio, os, sys
from vt_sdk import Request, Settings
from vt_sdk.core.settings import Headers
from vt_sdk.transports.aiohttp_transport import AiohttpTransport
transport = AiohttpTransport()
where = Settings(base_url=sys.argv[1], headers=Headers({"x-apikey": "k" * 64}))
def ask():
    return transport.send(Request("GET", "/x"), where)
async def parent():
    await ask()
    child = os.fork()
    if child == 0:
        asyncio.run(ask())
        sys.stdout.flush()
        os._exit(0)
    assert os.waitpid(child, 0)[1] == 0
    await ask()
asyncio.run(parent())
"""
    assert run_loaded(code, server.base_url) == ""
    assert [each.connection for each in server.requests] == [1, 2, 1]


# --- silence -------------------------------------------------------------------------------------

SILENT = """
import asyncio, gc, sys
from vt_sdk import Request, Settings
from vt_sdk.core.settings import Headers
from vt_sdk.transports.aiohttp_transport import AiohttpTransport
where = Settings(base_url=sys.argv[1], headers=Headers({"x-apikey": "k" * 64}), verify=sys.argv[2])
transport = AiohttpTransport()
async def work(times=1):
    await asyncio.gather(*(transport.send(Request("GET", "/x"), where) for _ in range(times)))
async def cancelled():
    await work()
    call = asyncio.ensure_future(transport.send(Request("GET", "/slow"), where))
    await asyncio.sleep(0.1)
    call.cancel()
"""
ENDS = {
    "run": "asyncio.run(work(3))",
    "run twice": "asyncio.run(work(3)); asyncio.run(work(3))",
    "let go, then run": "asyncio.run(work()); del transport; gc.collect()",
    "let go while it runs": "async def go():\n    global transport\n    await work(3)\n"
    "    del transport\n    gc.collect()\nasyncio.run(go())",
    "let go when it is about to end": "async def go():\n    await work(3)\n"
    "shut = asyncio.BaseEventLoop.shutdown_asyncgens\nasync def shutdown(self):\n"
    "    global transport\n    del transport\n    gc.collect()\n    await shut(self)\n"
    "asyncio.BaseEventLoop.shutdown_asyncgens = shutdown\nasyncio.run(go())",
    "let go in another thread": "async def go():\n    global transport\n    await work(3)\n"
    "    kept = [transport]\n    del transport\n    await asyncio.to_thread(kept.clear)\n"
    "asyncio.run(go())",
    "a loop that is closed": "loop = asyncio.new_event_loop(); loop.run_until_complete(work(3))\n"
    "loop.close()",
    "a closed loop, let go": "loop = asyncio.new_event_loop(); loop.run_until_complete(work(3))\n"
    "loop.close(); del transport; gc.collect()",
    "let go, then closed": "loop = asyncio.new_event_loop(); loop.run_until_complete(work(3))\n"
    "del transport; gc.collect(); loop.close()",
    "a loop that goes on": "loop = asyncio.new_event_loop(); loop.run_until_complete(work(3))\n"
    "del transport; gc.collect(); loop.run_until_complete(asyncio.sleep(0.05)); loop.close()",
    "two loops": "loop = asyncio.new_event_loop(); loop.run_until_complete(work(3)); loop.close()\n"
    "asyncio.run(work(3))",
    "an error": "async def go():\n    await work(3)\n    raise KeyError\n"
    "try: asyncio.run(go())\nexcept KeyError: pass",
    "cancelled at the end": "asyncio.run(cancelled())",
    "exit in the loop": "async def go():\n    await work(3)\n    sys.exit(0)\nasyncio.run(go())",
}


@pytest.mark.slow
@pytest.mark.parametrize("tls", [False, True], ids=["plain", "TLS"])
@pytest.mark.parametrize("end", ENDS)
def test_a_client_that_is_never_closed_is_silent(
    server: Server, tls_server: Server, end: str, tls: bool
) -> None:
    spoken = tls_server if tls else server

    def answer(recorded: Recorded) -> Answer:
        return STALL if "slow" in recorded.path else REPORT

    spoken.default = answer
    authority = str(TLS / "authority.pem")
    said = run_loaded(SILENT + ENDS[end], spoken.base_url, authority, dev=True).splitlines()
    # That a machine is slow is no fault of anybody.
    assert [line for line in said if not line.startswith("Executing ")] == []


def test_a_missing_extra_is_named() -> None:
    code = """
import sys
sys.modules["aiohttp"] = None
try:
    import vt_sdk.transports.aiohttp_transport
except ImportError as error:
    print(error)
"""
    assert 'pip install ".[async]"' in run_python(code)


@pytest.mark.slow
def test_neither_client_loads_the_other(server: Server) -> None:
    server.default = REPORT
    code = (
        SILENT + "asyncio.run(work()); print('requests' in sys.modules, 'urllib3' in sys.modules)"
    )
    assert run_python(code, server.base_url, str(TLS / "authority.pem")) == "False False\n"
    code = """
import sys
from vt_sdk import VirusTotal
VirusTotal("k" * 64, base_url=sys.argv[1]).files.get_report("a" * 64)
print("aiohttp" in sys.modules)
"""
    assert run_python(code, server.base_url) == "False\n"


# --- bodies --------------------------------------------------------------------------------------


def test_progress_is_told_on_the_loop(server: Server) -> None:
    seen: list[tuple[int, int]] = []

    def told(done: int, _: int) -> None:
        seen.append((done, threading.get_ident()))

    server.default = json_answer({"type": "analysis", "id": "a"})
    request = upload(io.BytesIO(BIG[:3_000_000]), told)
    ask(server, request)
    assert seen[-1][0] == 3_000_000
    assert {thread for _, thread in seen} == {threading.get_ident()}
    assert BIG[:3_000_000] in server.last.body
    assert server.last.headers["content-length"] == str(len(server.last.body))
    assert "transfer-encoding" not in server.last.headers


def test_the_end_of_an_upload_is_not_looked_for(server: Server) -> None:
    """Meanwhile the answer would come, and the connection be closed as one still in use."""

    class Watched(FileForm):
        taken: ClassVar[list[int]] = []

        def take(self, size: int) -> bytes:
            piece = super().take(size)
            self.taken.append(len(piece))
            return piece

    server.default = json_answer({"type": "analysis", "id": "a"})
    request = upload(io.BytesIO(BIG[:3_000_000]))
    assert isinstance(request.body, FileForm)
    request.body.__class__ = Watched
    ask(server, request)
    assert sum(Watched.taken) == len(server.last.body)
    assert 0 not in Watched.taken


def test_what_comes_down_is_written_beside_the_loop(server: Server) -> None:
    class Watched(io.BytesIO):
        threads: ClassVar[set[int]] = set()

        def write(self, data: Any) -> int:
            self.threads.add(threading.get_ident())
            return super().write(data)

    server.default = Answer(200, BIG[:3_000_000])
    target = Watched()

    async def work() -> None:
        async with AsyncVirusTotal(KEY, base_url=server.base_url) as vt:
            await vt.files.download(hashlib.sha256(BIG[:3_000_000]).hexdigest(), target)

    asyncio.run(work())
    assert target.getvalue() == BIG[:3_000_000]
    assert threading.get_ident() not in Watched.threads


class SlowSink(Slow):
    """A sink that counts its pieces, and takes no more of them than one is told."""

    pieces = 0

    def __init__(self, most: int) -> None:
        super().__init__()
        self.most = most

    def begin(self) -> None:
        self.seek(0)

    def write(self, data: Any, /) -> int:
        if self.pieces == self.most:
            raise BufferError("full")
        self.pieces += 1
        return super().write(data)


@pytest.mark.parametrize("end", ["it is cancelled", "the sink is full"])
def test_a_download_that_ends_early_leaves_its_sink_alone(server: Server, end: str) -> None:
    sink = SlowSink(0 if end == "the sink is full" else 1000)

    async def work() -> None:
        request = Request("GET", "/files/x/download", sink=sink, max_bytes=1 << 40)
        call = asyncio.ensure_future(AiohttpTransport().send(request, settings(server)))
        if end == "it is cancelled":
            while not sink.at_work and not call.done():
                await asyncio.sleep(0.001)
            call.cancel()
        with pytest.raises((asyncio.CancelledError, BufferError)):
            async with asyncio.timeout(8):  # what comes has no end before that
                await call
        assert not sink.at_work
        pieces = sink.pieces
        await asyncio.sleep(0.2)
        assert sink.pieces == pieces <= sink.most

    server.default = endless(OK + b"\r\n", b"x" * 100_000, 0.005)
    asyncio.run(work())
    for thread in threading.enumerate():
        if thread.name == "vt-sdk-pour":
            thread.join(5)
            assert not thread.is_alive()


def test_the_loop_goes_on_while_files_are_slow(server: Server) -> None:
    server.default = json_answer({"type": "analysis", "id": "a"})
    turns = 0

    async def work() -> None:
        nonlocal turns
        call = asyncio.ensure_future(
            AiohttpTransport().send(upload(Slow(BIG[:1_000_000])), settings(server))
        )
        while not call.done():
            await asyncio.sleep(0)
            turns += 1

    asyncio.run(work())
    assert turns > 100  # a stalled loop has a handful


# --- sessions of the caller's --------------------------------------------------------------------


def test_a_session_of_the_caller_is_used_and_left_open(server: Server) -> None:
    server.default = REPORT

    async def work() -> None:
        async with aiohttp.ClientSession(headers={"X-Mine": "1"}) as session:
            transport = SessionTransport(session)
            found = await transport.send(LOOK_UP, settings(server))
            assert found.status == 200
            await transport.aclose()
            assert not session.closed

    asyncio.run(work())
    assert server.last.headers["x-mine"] == "1"
    assert server.last.headers["x-apikey"] == KEY


@pytest.mark.parametrize("by", ["session", "environment", "settings"])
def test_no_session_gives_the_key_to_a_proxy(
    server: Server, by: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    foreign = "http://192.0.2.1:3128"
    if by == "environment":
        monkeypatch.setenv("http_proxy", foreign)

    async def work() -> None:
        proxy = foreign if by == "session" else None
        async with aiohttp.ClientSession(proxy=proxy, trust_env=True) as session:
            proxies = {"http": foreign} if by == "settings" else None
            await SessionTransport(session).send(LOOK_UP, settings(server, proxies=proxies))

    with pytest.raises(InvalidInputError, match="prox"):
        asyncio.run(work())
    assert server.connections == 0


def test_a_proxy_of_another_kind(server: Server) -> None:
    with pytest.raises(InvalidInputError, match="only those for HTTP"):
        ask(server, proxies={"http": "socks5://user:secret@127.0.0.1:1"})


def test_a_proxy_gets_its_password(server: Server) -> None:
    server.default = REPORT
    where = settings(
        server, proxies={"http": server.url.replace("http://", f"http://user:{PASSWORD}@")}
    )
    where.base_url = "http://service.localhost/api/v3"
    asyncio.run(AiohttpTransport().send(LOOK_UP, where))
    assert server.last.target == f"http://service.localhost/api/v3/files/{SHA256}"
    assert server.last.headers["proxy-authorization"].startswith("Basic ")


# --- TLS -----------------------------------------------------------------------------------------


def test_who_vouches_for_the_service(tls_server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    tls_server.default = REPORT
    authority = str(TLS / "authority.pem")
    with pytest.raises(APIConnectionError, match="certificate of the other side") as caught:
        ask(tls_server)
    assert (caught.value.may_have_arrived, caught.value.is_retryable) == (False, False)
    assert tls_server.requests == []
    assert ask(tls_server, verify=authority).status == 200
    assert ask(tls_server, verify=False).status == 200
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", authority)
    assert ask(tls_server).status == 200


def test_a_certificate_for_another_name(tls_server: Server) -> None:
    where = settings(tls_server, verify=str(TLS / "authority.pem"))
    where.base_url = where.base_url.replace("127.0.0.1", "localhost")
    with pytest.raises(APIConnectionError):
        asyncio.run(AiohttpTransport().send(LOOK_UP, where))
    assert tls_server.requests == []


def test_a_client_certificate() -> None:
    authority = str(TLS / "authority.pem")
    with Server(tls_context(client_certificate=True)) as choosy:
        choosy.default = REPORT
        with pytest.raises(APIConnectionError):
            ask(choosy, verify=authority)
        assert choosy.requests == []
        assert ask(choosy, verify=authority, cert=str(TLS / "client.pem")).status == 200


@pytest.mark.parametrize("option", ["verify", "cert"])
@pytest.mark.parametrize("junk", [True, False])
def test_certificates_that_are_none(
    tls_server: Server, tmp_path: Path, option: str, junk: bool
) -> None:
    path = tmp_path / "given.pem"
    path.write_text("junk")
    where = settings(tls_server, **{option: str(path)})
    if not junk:
        path.unlink()
    with pytest.raises(APIConnectionError, match="verify, cert") as caught:
        asyncio.run(AiohttpTransport().send(LOOK_UP, where))
    assert (caught.value.may_have_arrived, caught.value.is_retryable) == (False, False)
    assert tls_server.requests == []


# --- transports of one's own ---------------------------------------------------------------------


@pytest.mark.slow
def test_the_example_over_httpx(server: Server) -> None:
    found = re.search(r"```python\n(.*?)```", str(AsyncBaseTransport.__doc__), re.DOTALL)
    assert found
    scope: dict[str, Any] = {}
    exec(textwrap.dedent(found[1]), scope)
    own: Callable[[], AsyncBaseTransport] = scope["HTTPXTransport"]
    server.play(REPORT, RESET, Answer(200, bomb(200, 31), {"Content-Encoding": "gzip"}), REPORT)

    async def work() -> None:
        transport, where = own(), settings(server)
        assert (await transport.send(LOOK_UP, where)).body == REPORT.body
        with pytest.raises(APIConnectionError) as caught:
            await transport.send(LOOK_UP, where)
        assert_bare(caught.value, KEY)
        with pytest.raises(InvalidResponseError, match="more than"):
            await transport.send(LOOK_UP, where)
        sent = upload(io.BytesIO(BIG[:3_000_000]))
        assert (await transport.send(sent, where)).status == 200
        await transport.aclose()

    asyncio.run(work())
    assert BIG[:3_000_000] in server.last.body


def test_a_stub_for_event_loops() -> None:
    async def work() -> None:
        with AsyncStubTransport().queue(json_response({"type": "x"}), KeyError("mine")) as stub:
            assert (await stub.send(LOOK_UP, Settings())).url == LOOK_UP.url
            with pytest.raises(KeyError):
                await stub.send(LOOK_UP, Settings())
            await stub.aclose()
        assert stub.requests == [LOOK_UP] * 2

    asyncio.run(work())
