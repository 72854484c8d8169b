"""One request and its answer, as a pure flow: redirects, errors, the reader."""

import pytest

from vt_sdk import InvalidResponseError, NotFoundError, Request, Response
from vt_sdk.core.exchange import MAX_REDIRECTS, exchange, fetch
from vt_sdk.core.flow import Done, advance
from vt_sdk.core.readers import read_text

HOME = "https://service.example/api/v3/x"
POST = Request("POST", "/x", (("a", "b"),), b"body", "text/plain", delay=3.0, operation="post_x")


def answer(status: int, location: str = "", body: bytes = b"", url: str = HOME) -> Response:
    return Response(status, {"location": location} if location else {}, body, "POST", url)


@pytest.mark.parametrize("status", [301, 302, 303])
def test_a_redirected_post_becomes_a_get(status: int) -> None:
    flow = exchange(POST)
    assert advance(flow, None) is POST
    moved = advance(flow, answer(status, "/other?c=d"))
    assert moved == Request("GET", "https://service.example/other?c=d", operation="post_x")


@pytest.mark.parametrize("status", [307, 308])
def test_a_redirect_that_keeps_the_method(status: int) -> None:
    flow = exchange(POST)
    advance(flow, None)
    moved = advance(flow, answer(status, "y"))
    assert isinstance(moved, Request)
    assert (moved.method, moved.url, moved.query) == (
        "POST",
        "https://service.example/api/v3/y",
        (),
    )
    assert (moved.body, moved.content_type, moved.delay) == (b"body", "text/plain", 0.0)


def test_redirects_are_relative_to_the_last_address() -> None:
    flow = exchange(Request("GET", "/x"))
    advance(flow, None)
    first = advance(flow, answer(302, "https://storage.example/a/b"))
    assert isinstance(first, Request)
    second = advance(flow, answer(302, "c", url=first.url))
    assert isinstance(second, Request)
    assert second.url == "https://storage.example/a/c"
    last = answer(200)
    assert advance(flow, last) == Done(last)


def test_redirects_are_bounded() -> None:
    flow = exchange(Request("GET", "/x"))
    step = advance(flow, None)
    for _ in range(MAX_REDIRECTS):
        assert isinstance(step, Request)
        step = advance(flow, answer(302, "/again"))
    with pytest.raises(InvalidResponseError):
        advance(flow, answer(302, "/again"))


@pytest.mark.parametrize("status", [200, 300, 304, 305, 404, 503])
def test_other_statuses_are_no_redirects(status: int) -> None:
    flow = exchange(Request("GET", "/x"))
    advance(flow, None)
    given = answer(status, "/elsewhere")
    assert advance(flow, given) == Done(given)


def test_fetch_reads_or_raises() -> None:
    flow = fetch(Request("GET", "/x"), read_text)
    advance(flow, None)
    assert advance(flow, answer(200, body=b'{"data": "text"}')) == Done("text")
    flow = fetch(Request("GET", "/x"), read_text)
    advance(flow, None)
    with pytest.raises(NotFoundError):
        advance(flow, answer(404, body=b'{"error": {"code": "NotFoundError"}}'))
    for body in (b'{"data": 5}', b'{"data": null}', b'{"data": {}}', b"text"):
        flow = fetch(Request("GET", "/x"), read_text)
        advance(flow, None)
        with pytest.raises(InvalidResponseError) as caught:
            advance(flow, answer(200, body=body))
        assert caught.value.raw == body
