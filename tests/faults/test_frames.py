"""What a raised error drags along: trackers and loggers print the variables of all its frames."""

import asyncio
import contextlib
import traceback
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import FrameType
from typing import Any

import aiohttp
import pytest

from tests.faults.support import (
    BUSY,
    CALLS,
    ONCE,
    REPORT,
    RESET,
    STALL,
    UPLOAD,
    answered,
    assert_no_leak,
    chain,
    raw,
)
from tests.loops import KINDS, Kind, Loop, client_for, session_for
from tests.support import KEY, SHA256, Answer, Server, error_answer, json_answer
from vt_sdk import AsyncVirusTotal, VirusTotal, VirusTotalAPIError

TESTS = str(Path(__file__).parents[1])
PASSWORD = "pr0xy" + "p4ss" * 5


# What is sent may be in their objects.
LIBRARIES = ("requests", "urllib3", "http", "aiohttp", "multidict", "yarl")


def frames(error: BaseException) -> Iterator[FrameType]:
    """Yield the frames of an error and of all that hangs on it, those of the tests left out."""
    for each in chain(error):
        for frame, _ in traceback.walk_tb(each.__traceback__):
            if not frame.f_code.co_filename.startswith(TESTS):
                yield frame


def told(value: object, depth: int = 3) -> Iterator[str]:
    """Return what a value shows to those who look into it, some levels deep."""
    with contextlib.suppress(AttributeError):  # of a client whose constructor has refused
        yield repr(value)
        yield str(value)
    if depth == 0 or isinstance(value, (VirusTotal, AsyncVirusTotal, Server)):
        return
    inner: list[object] = []
    if isinstance(value, Mapping):
        inner = [*value.keys(), *value.values()]
    elif isinstance(value, (list, tuple, set)):
        inner = list(value)
    elif type(value).__module__.partition(".")[0] in LIBRARIES:
        slots = (name for kind in type(value).__mro__ for name in vars(kind).get("__slots__", ()))
        inner = [getattr(value, name, None) for name in slots]
        inner += vars(value).values() if hasattr(value, "__dict__") else []
    for each in inner:
        yield from told(each, depth - 1)


def assert_bare(error: BaseException, *secrets: str) -> None:
    for frame in frames(error):
        for name, value in frame.f_locals.items():
            for text in told(value):
                assert all(secret not in text for secret in secrets), (frame, name)


HEAD = b"HTTP/1.1 200 OK\r\n"
ECHO = KEY.encode()
ANSWERS: dict[str, Answer] = {
    "reset": RESET,
    "busy": BUSY,
    "timeout": STALL,
    "cut": Answer(200, b"x" * 99, send=5),
    "a page": Answer(200, b"<html>", {"Content-Type": "text/html"}),
    "not gzip": Answer(200, b"x", {"Content-Encoding": "gzip"}),
    "not HTTP": raw(b"220 mail.example ESMTP\r\n"),
    "redirect to nowhere": Answer(302, headers={"Location": "file:///"}),
    # Those that repeat the key.
    "message": error_answer(400, "BadRequestError", f"wrong key {KEY}"),
    "code": error_answer(400, KEY),
    "error page": Answer(502, b"<p>" + ECHO, {"Content-Type": f"text/html; x={KEY}"}),
    "page": Answer(200, b"<p>" + ECHO, {"Content-Type": f"text/html; x={KEY}"}),
    "JSON of another form": answered(b'{"data": ["%s"]}' % ECHO),
    "JSON with a bad end": answered(b'{"data": {"id": "%s"' % ECHO),
    "bytes that are no text": answered(b'{"data": {"id": "%s\xff"}}' % ECHO),
    "location": Answer(302, headers={"Location": f"/api/v3/{KEY}"}),
    "unusable location": Answer(302, headers={"Location": f"odd://{KEY}"}),
    "status line": raw(b"HTTP/1.1 %s OK\r\n\r\n" % ECHO),
    "reason": raw(b"HTTP/1.1 500 %s\r\n\r\n" % ECHO),
    "version": raw(b"%s 200 OK\r\n\r\n" % ECHO),
    "chunk size": raw(HEAD + b"Transfer-Encoding: chunked\r\n\r\n%s\r\nx" % ECHO),
    "length": raw(HEAD + b"Content-Length: 5\r\nContent-Length: %s\r\n\r\nx" % ECHO),
    "header": raw(HEAD + b"X-Key: %s\r\nContent-Length: 99\r\n\r\n{" % ECHO),
    "coding": Answer(200, b"x", {"Content-Encoding": KEY}),
}


@pytest.mark.parametrize("own_session", [True, False])
@pytest.mark.parametrize("name", ANSWERS)
def test_no_frame_of_a_failure_holds_the_key(
    either: Server,
    loop: Loop | None,
    name: str,
    own_session: bool,
    caplog: pytest.LogCaptureFixture,
) -> None:
    either.default = ANSWERS[name]
    events: list[object] = []
    with session_for(loop) as session:
        client = either.client(
            session=session if own_session else None,
            retry=ONCE,
            timeout=(5, 0.2),
            on_event=events.append,
        )
        with pytest.raises(VirusTotalAPIError) as caught:
            client.files.get_report(SHA256)
        assert_bare(caught.value, KEY)
        assert_no_leak(client, None, caught.value, events, caplog.records)


@pytest.mark.parametrize("call", ["comment", "upload", "download", "in memory", "pages"])
@pytest.mark.parametrize("name", ["reset", "message", "page", "status line"])
def test_no_frame_of_another_call_holds_the_key(either: Server, call: str, name: str) -> None:
    either.default = ANSWERS[name]
    client = either.client(retry=ONCE, timeout=(5, 0.5))
    try:
        CALLS[call](client)
    except VirusTotalAPIError as error:
        assert_bare(error, KEY)
    else:
        assert (call, name) in (("download", "page"), ("in memory", "page"))


@pytest.mark.parametrize(
    "options",
    [
        {"base_url": "https://127.0.0.1:1/api/v3"},
        {"base_url": "https://nowhere.invalid/api/v3"},
        {"base_url": "http://service.example/api/v3"},
        {"base_url": "odd"},
        {"verify": "/no/such/file.pem"},
        {"cert": "/no/such/file.pem"},
        {"tool": "\u2014"},
        {"user_agent": "a\nb"},
        {"retry": 3},
        {"timeout": "soon"},
        {"timeout": (5, 0.001)},
        {"proxies": {"http": "http://127.0.0.1:1", "https": "http://127.0.0.1:1"}},
    ],
    ids=lambda options: "".join(options),
)
def test_no_frame_of_a_refusal_holds_the_key(
    either: Server, loop: Loop | None, options: dict[str, Any]
) -> None:
    either.default = STALL
    options = {"base_url": either.base_url, "retry": ONCE, **options}
    with pytest.raises(VirusTotalAPIError) as caught, client_for(loop, KEY, **options) as client:
        client.files.get_report(SHA256)
    assert_bare(caught.value, KEY)


@pytest.mark.parametrize("by", ["argument", "environment", "session"])
@pytest.mark.parametrize(
    "form",
    [
        "http://user:{}@127.0.0.1:1",
        "http://user:{}@127.0.0.1:port",
        "http://user:{}@127.0.0.1:99999999",
        "http://user:{}@[::1",
        "user:{}@127.0.0.1:1",
        "https://user:{}@127.0.0.1:1",
        "odd://user:{}@127.0.0.1:1",
        "socks5://user:{}@127.0.0.1:1",
    ],
)
@pytest.mark.parametrize("scheme", ["http", "https"])
def test_no_frame_holds_the_password_of_a_proxy(
    loop: Loop | None, monkeypatch: pytest.MonkeyPatch, form: str, by: str, scheme: str
) -> None:
    proxies = {scheme: form.format(PASSWORD)}
    if by == "environment":
        monkeypatch.setenv(f"{scheme}_proxy", proxies[scheme])
    of_session = proxies[scheme] if by == "session" else None
    with session_for(loop, proxy=of_session) as session:
        if of_session and loop is None:
            session.proxies.update(proxies)
        with (
            pytest.raises(VirusTotalAPIError) as caught,
            client_for(
                loop,
                KEY,
                base_url=f"{scheme}://service.localhost/api/v3",
                proxies=proxies if by == "argument" else None,
                session=session if by == "session" else None,
                retry=ONCE,
                timeout=2,
            ) as client,
        ):
            client.files.get_report(SHA256)
        assert_bare(caught.value, KEY, PASSWORD)
        for each in chain(caught.value):
            assert PASSWORD not in f"{each!r}{each}{each.args}{vars(each)}"


@pytest.mark.parametrize("kind", KINDS)
def test_an_interrupt_in_the_middle_of_an_answer(server: Server, kind: Kind) -> None:
    """It comes out as it is, without the frames that it came through."""

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    async def upload_on_a_loop() -> None:
        async with AsyncVirusTotal(KEY, base_url=server.base_url) as client:
            await client.files.upload(UPLOAD, name="x", on_progress=interrupted)

    def upload() -> None:
        if kind == "loop":
            asyncio.run(upload_on_a_loop())
        server.client().files.upload(UPLOAD, name="x", on_progress=interrupted)

    server.default = json_answer({"type": "analysis", "id": "a"})
    with pytest.raises(KeyboardInterrupt) as caught:
        upload()
    assert_bare(caught.value, KEY)
    last = traceback.extract_tb(caught.value.__traceback__)[-1]
    assert last.name == "interrupted"  # what is the caller's own is still shown


def test_no_frame_of_a_cancelled_call_holds_the_key(server: Server) -> None:
    server.default = STALL

    async def cancelled(call: str) -> BaseException:
        async with AsyncVirusTotal(KEY, base_url=server.base_url) as client:
            seen = len(server.requests)
            task = asyncio.ensure_future(CALLS[call](client))
            while len(server.requests) == seen:
                await asyncio.sleep(0.001)
            task.cancel()
            with pytest.raises(asyncio.CancelledError) as caught:
                await task
            return caught.value

    for call in ("report", "comment", "upload", "download", "in memory"):
        assert_bare(asyncio.run(cancelled(call)), KEY)


class Mine(Exception):
    """Of the application's own."""


@pytest.mark.parametrize("where", ["progress", "session", "hook of a session"])
def test_an_error_of_the_application_shows_where_it_was_raised(
    either: Server, loop: Loop | None, where: str
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise Mine

    async def fail_on_a_loop(*_: object) -> None:
        fail()

    trace = aiohttp.TraceConfig()
    if where == "session":
        trace.on_request_start.append(fail_on_a_loop)
    elif where == "hook of a session":
        trace.on_request_end.append(fail_on_a_loop)
    either.default = json_answer({"type": "analysis", "id": "a"})
    with session_for(loop, trace_configs=[trace]) as session:
        if loop is None and where == "session":
            session.auth = fail
        elif loop is None and where == "hook of a session":
            session.hooks["response"].append(fail)
        client = either.client(
            session=session if "session" in where else None,
        )
        with pytest.raises(Mine) as caught:
            client.files.upload(UPLOAD, name="x", on_progress=fail if where == "progress" else None)
    assert_bare(caught.value, KEY)
    assert traceback.extract_tb(caught.value.__traceback__)[-1].name == "fail"


def test_an_error_keeps_its_cause(either: Server, loop: Loop | None) -> None:
    either.default = RESET
    with pytest.raises(VirusTotalAPIError) as caught:
        either.client(retry=ONCE).files.get_report(SHA256)
    names = {type(each).__name__ for each in chain(caught.value)}
    of_library = "ProtocolError" if loop is None else "ClientError"
    assert names >= {"APIConnectionError", of_library, "ConnectionResetError"}


def test_a_found_object_is_whole_even_if_it_repeats_the_key(either: Server) -> None:
    """Data is never changed: only what is shown of it is."""
    user = {"type": "user", "id": "me", "attributes": {"apikey": KEY, "first_name": "x"}}
    either.default = json_answer(user)
    found = either.client().users.get("me")
    assert found.attributes.apikey == KEY
    assert found.to_dict() == user
    assert KEY not in repr(found) + str(found) + repr(found.attributes)


def test_a_key_of_another_type_is_not_shown_as_an_issue(either: Server) -> None:
    user = {"type": "user", "id": "me", "attributes": {"apikey": [KEY], "first_name": "x"}}
    either.default = json_answer(user)
    found = either.client().users.get("me")
    (issue,) = found.issues
    assert issue.value == [KEY]
    assert KEY not in repr(issue) + repr(found.issues) + repr(found)
    assert found.to_dict() == user


def test_headers_that_repeat_the_key(either: Server) -> None:
    either.default = Answer(200, REPORT.body, {**REPORT.headers, "X-Echo": f"key={KEY}"})
    found = either.client().files.get_report(SHA256)
    assert found.response is not None
    assert KEY not in str(found.response.headers)


def test_no_frame_of_the_constructor_holds_the_key_of_the_environment(
    loop: Loop | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VT_API_KEY", f"{KEY} with spaces")
    with pytest.raises(VirusTotalAPIError) as caught:
        client_for(loop)
    assert_bare(caught.value, KEY)
    with pytest.raises(VirusTotalAPIError) as caught:
        client_for(loop, f"{KEY} with spaces")
    assert_bare(caught.value, KEY)
