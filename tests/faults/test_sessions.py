"""A session of the caller's has the bounds that the package's own connections have."""

import gzip
import itertools
import time
import tracemalloc
from collections.abc import Callable, Iterator

import pytest
import requests
import requests_cache

from tests.faults.support import ONCE, REPORT, bomb, endless
from tests.support import JSON_HEADERS, SHA256, Answer, Server, envelope, file_document
from vt_sdk import APITimeoutError, InvalidResponseError
from vt_sdk.caching import cached_session

OK = b"HTTP/1.1 200 OK\r\n"
CHUNKED = OK + b"Transfer-Encoding: chunked\r\n\r\n"

SESSIONS: dict[str, Callable[[], requests.Session]] = {
    "plain": requests.Session,
    "caching": lambda: cached_session(":memory:"),
    "of requests-cache": lambda: requests_cache.CachedSession(backend="memory"),
}

DRIPS = {
    "status line": endless(b"HTTP/1.1 200 ", b"x", 0.02),
    "header": endless(OK + b"X: ", b"x", 0.02),
    "headers": endless(OK, b"X: y\r\n", 0.02),
    "interim answers": endless(b"", b"HTTP/1.1 100 Continue\r\n\r\n", 0.02),
    "chunk size": endless(CHUNKED, b"0", 0.02),
    "chunks": endless(CHUNKED, b"1\r\n \r\n", 0.02),
    "trailer": endless(CHUNKED + b"0\r\n", b"X: y\r\n", 0.02),
    "body": endless(OK + b"\r\n", b" ", 0.02),
    "an error's body": endless(b"HTTP/1.1 500 No\r\n\r\n", b" ", 0.02),
}


@pytest.fixture(params=SESSIONS)
def session(request: pytest.FixtureRequest) -> Iterator[requests.Session]:
    with SESSIONS[request.param]() as made:
        yield made


@pytest.mark.parametrize("drip", DRIPS)
@pytest.mark.parametrize("used", [True, False], ids=["used before", "new"])
def test_a_drip_ends_at_the_deadline(
    server: Server, session: requests.Session, drip: str, used: bool
) -> None:
    if used:
        server.play(REPORT)
        session.get(f"{server.url}/before")
    server.play(DRIPS[drip])
    began = time.monotonic()
    with pytest.raises(APITimeoutError):
        server.client(session=session, retry=ONCE).files.get_report(SHA256, deadline=0.1)
    assert time.monotonic() - began < 10  # of a drip that never ends


def test_a_drip_ends_without_a_deadline(server: Server, session: requests.Session) -> None:
    server.play(DRIPS["header"])
    with pytest.raises(APITimeoutError):
        server.client(session=session, retry=ONCE, timeout=(5, 0.05)).files.get_report(SHA256)


@pytest.mark.slow
def test_a_bomb_is_small(server: Server, session: requests.Session) -> None:
    server.play(Answer(200, bomb(300, 31), {**JSON_HEADERS, "Content-Encoding": "gzip"}))
    client = server.client(session=session, retry=ONCE)
    tracemalloc.start()
    try:
        with pytest.raises(InvalidResponseError, match="more than"):
            client.files.get_report(SHA256)
        assert tracemalloc.get_traced_memory()[1] < 160 << 20
    finally:
        tracemalloc.stop()


def test_gzip_of_nothing_without_an_end(server: Server, session: requests.Session) -> None:
    server.play(endless(OK + b"Content-Encoding: gzip\r\n\r\n", gzip.compress(b"") * 3000))
    with pytest.raises(InvalidResponseError, match="decompressed"):
        server.client(session=session, retry=ONCE).files.get_report(SHA256)


def test_what_is_kept_is_given_again(server: Server, session: requests.Session) -> None:
    document = file_document(last_analysis_date=1_700_000_000)
    packed = gzip.compress(envelope(document))
    server.default = Answer(200, packed, {**JSON_HEADERS, "Content-Encoding": "gzip"})
    client = server.client(session=session)
    for _ in range(3):
        assert client.files.get_report(SHA256).to_dict() == document
    keeps = isinstance(session, requests_cache.CachedSession)
    assert len(server.requests) == (1 if keeps else 3)


def test_the_session_is_the_callers_elsewhere(server: Server, session: requests.Session) -> None:
    """What it does beside the client has no bounds of the package."""
    server.play(REPORT)
    server.client(session=session, timeout=(5, 0.5)).files.get_report(SHA256)
    pieces = itertools.chain([OK + b"Content-Length: 40\r\n\r\n"], itertools.repeat(b"x", 40))
    server.play(Answer(raw=lambda: pieces, pause=0.02, close=True))
    assert session.get(f"{server.url}/slow", timeout=5).content == b"x" * 40


def test_hooks_of_the_session_see_the_answer(server: Server) -> None:
    seen: list[bytes] = []
    with requests.Session() as session:
        session.hooks["response"].append(lambda answer, **_: seen.append(answer.content))
        session.auth = ("user", "password")
        session.headers["X-Mine"] = "1"
        server.play(REPORT)
        client = server.client(session=session)
        assert client.files.get_report(SHA256).id == SHA256
    assert seen == [REPORT.body]
    assert server.last.headers["authorization"].startswith("Basic ")
    assert server.last.headers["x-mine"] == "1"
