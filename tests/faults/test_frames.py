"""What a raised error drags along: trackers and loggers print the variables of all its frames."""

import contextlib
import traceback
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
import requests

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
from tests.support import KEY, SHA256, Answer, Server, error_answer, json_answer
from vt_sdk import (
    VirusTotal,
    VirusTotalAPIError,
)

TESTS = str(Path(__file__).parents[1])
PASSWORD = "pr0xy" + "p4ss" * 5


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
    if depth == 0 or isinstance(value, (VirusTotal, Server)):
        return
    inner: list[object] = []
    if isinstance(value, Mapping):
        inner = [*value.keys(), *value.values()]
    elif isinstance(value, (list, tuple, set)):
        inner = list(value)
    elif type(value).__module__.partition(".")[0] in ("requests", "urllib3", "http"):
        inner = list(vars(value).values()) if hasattr(value, "__dict__") else []
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
    server: Server, name: str, own_session: bool, caplog: pytest.LogCaptureFixture
) -> None:
    server.default = ANSWERS[name]
    events: list[object] = []
    with requests.Session() as session:
        client = server.client(
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
def test_no_frame_of_another_call_holds_the_key(server: Server, call: str, name: str) -> None:
    server.default = ANSWERS[name]
    client = server.client(retry=ONCE, timeout=(5, 0.5))
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
def test_no_frame_of_a_refusal_holds_the_key(server: Server, options: dict[str, Any]) -> None:
    server.default = STALL
    options = {"base_url": server.base_url, "retry": ONCE, **options}
    with pytest.raises(VirusTotalAPIError) as caught, VirusTotal(KEY, **options) as client:
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
    monkeypatch: pytest.MonkeyPatch, form: str, by: str, scheme: str
) -> None:
    proxies = {scheme: form.format(PASSWORD)}
    if by == "environment":
        monkeypatch.setenv(f"{scheme}_proxy", proxies[scheme])
    with requests.Session() as session:
        if by == "session":
            session.proxies.update(proxies)
        with (
            pytest.raises(VirusTotalAPIError) as caught,
            VirusTotal(
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


def test_an_interrupt_in_the_middle_of_an_answer(server: Server) -> None:
    """It comes out as it is, without the frames that it came through."""

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    server.default = json_answer({"type": "analysis", "id": "a"})
    client = server.client()
    with pytest.raises(KeyboardInterrupt) as caught:
        client.files.upload(UPLOAD, name="x", on_progress=interrupted)
    assert_bare(caught.value, KEY)
    last = traceback.extract_tb(caught.value.__traceback__)[-1]
    assert last.name == "interrupted"  # what is the caller's own is still shown


class Mine(Exception):
    """Of the application's own."""


@pytest.mark.parametrize("where", ["progress", "session", "hook of a session"])
def test_an_error_of_the_application_shows_where_it_was_raised(server: Server, where: str) -> None:
    def fail(*_: object, **__: object) -> None:
        raise Mine

    server.default = json_answer({"type": "analysis", "id": "a"})
    with requests.Session() as session:
        if where == "session":
            session.auth = fail  # type: ignore[assignment]  # called as one
        elif where == "hook of a session":
            session.hooks["response"].append(fail)
        client = server.client(
            session=session if "session" in where else None,
        )
        with pytest.raises(Mine) as caught:
            client.files.upload(UPLOAD, name="x", on_progress=fail if where == "progress" else None)
    assert_bare(caught.value, KEY)
    assert traceback.extract_tb(caught.value.__traceback__)[-1].name == "fail"


def test_an_error_keeps_its_cause(server: Server) -> None:
    server.default = RESET
    with pytest.raises(VirusTotalAPIError) as caught:
        server.client(retry=ONCE).files.get_report(SHA256)
    names = {type(each).__name__ for each in chain(caught.value)}
    assert names >= {"APIConnectionError", "ConnectionError", "ConnectionResetError"}


def test_a_found_object_is_whole_even_if_it_repeats_the_key(server: Server) -> None:
    """Data is never changed: only what is shown of it is."""
    user = {"type": "user", "id": "me", "attributes": {"apikey": KEY, "first_name": "x"}}
    server.default = json_answer(user)
    found = server.client().users.get("me")
    assert found.attributes.apikey == KEY
    assert found.to_dict() == user
    assert KEY not in repr(found) + str(found) + repr(found.attributes)


def test_a_key_of_another_type_is_not_shown_as_an_issue(server: Server) -> None:
    user = {"type": "user", "id": "me", "attributes": {"apikey": [KEY], "first_name": "x"}}
    server.default = json_answer(user)
    found = server.client().users.get("me")
    (issue,) = found.issues
    assert issue.value == [KEY]
    assert KEY not in repr(issue) + repr(found.issues) + repr(found)
    assert found.to_dict() == user


def test_headers_that_repeat_the_key(server: Server) -> None:
    server.default = Answer(200, REPORT.body, {**REPORT.headers, "X-Echo": f"key={KEY}"})
    found = server.client().files.get_report(SHA256)
    assert found.response is not None
    assert KEY not in str(found.response.headers)


def test_no_frame_of_the_constructor_holds_the_key_of_the_environment(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("VT_API_KEY", f"{KEY} with spaces")
    with pytest.raises(VirusTotalAPIError) as caught:
        VirusTotal()
    assert_bare(caught.value, KEY)
    with pytest.raises(VirusTotalAPIError) as caught:
        VirusTotal(f"{KEY} with spaces")
    assert_bare(caught.value, KEY)
