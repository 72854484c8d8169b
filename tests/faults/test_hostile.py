"""Hostile answers beyond the rows of the matrix: memory, what comes after, paths, pages."""

import contextlib
import tracemalloc
from collections.abc import Callable
from itertools import islice
from typing import Any

import pytest

from tests.faults.support import ONCE, REPORT, again, bomb, chunked, listing, raw, recorded_cursor
from tests.support import (
    JSON_HEADERS,
    SHA256,
    Answer,
    Server,
    envelope,
    error_answer,
    file_document,
    json_answer,
)
from vt_sdk import (
    APIConnectionError,
    InvalidInputError,
    InvalidResponseError,
    VirusTotal,
    VirusTotalAPIError,
)

# --- memory --------------------------------------------------------------------------------------


def most_memory(call: Callable[[], object]) -> int:
    """Return the most memory that a call takes which ends with an answer that is none."""
    tracemalloc.start()
    try:
        with pytest.raises(InvalidResponseError):
            call()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@pytest.mark.slow
@pytest.mark.parametrize("status", [200, 404])
@pytest.mark.parametrize("own_header", [31, 15, -15], ids=["gzip", "zlib", "deflate"])
def test_the_memory_that_a_bomb_takes(either: Server, own_header: int, status: int) -> None:
    coding = "gzip" if own_header == 31 else "deflate"
    packed = bomb(600, own_header)
    assert len(packed) < 1 << 20
    either.play(Answer(status, packed, {**JSON_HEADERS, "Content-Encoding": coding}))
    client = either.client()
    assert most_memory(lambda: client.files.get_report(SHA256)) < 160 << 20


@pytest.mark.slow
def test_an_error_in_place_of_a_content_is_small(either: Server) -> None:
    either.play(Answer(500, bomb(600, 31), {"Content-Encoding": "gzip"}))
    client = either.client()
    assert most_memory(lambda: client.files.get_download(SHA256)) < 160 << 20


@pytest.mark.slow
def test_an_answer_in_small_chunks(either: Server) -> None:
    body = b"".join(b"2\r\n  \r\n" for _ in range(100_000)) + b"0\r\n\r\n"
    either.play(REPORT, raw(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", body))
    client = either.client()
    client.files.get_report(SHA256)
    assert most_memory(lambda: client.files.get_report(SHA256)) < 4 << 20


# --- what comes after ----------------------------------------------------------------------------

GOOD = envelope(file_document())
OTHER = envelope({**file_document(), "id": "b" * 64})
HEAD = b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n"


def open_end(*pieces: bytes) -> Answer:
    """Return an answer byte for byte, after which the connection stays open."""
    return Answer(raw=lambda: pieces)


@pytest.mark.parametrize(
    "answer",
    [
        pytest.param(
            open_end(b"HTTP/1.1 103 Early Hints\r\n\r\n", HEAD % len(GOOD) + GOOD), id="103"
        ),
        pytest.param(open_end(HEAD % 5 + GOOD), id="shorter than it is"),
        pytest.param(open_end(HEAD % len(GOOD) + GOOD + HEAD % len(GOOD) + GOOD), id="twice"),
        pytest.param(open_end(b"HTTP/1.1 204 No\r\n\r\n" + GOOD), id="204 with a body"),
        pytest.param(open_end(b"HTTP/1.1 304 No\r\n\r\n" + HEAD % 2 + b"{}"), id="304 and more"),
        pytest.param(open_end(b"HTTP/1.1 101 Switching\r\n\r\n" + HEAD % 2 + b"{}"), id="101"),
        pytest.param(
            open_end(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", chunked(GOOD) * 2),
            id="chunks and more",
        ),
    ],
)
def test_an_odd_answer_is_not_taken_for_the_next_one(either: Server, answer: Answer) -> None:
    for _ in range(5):
        either.play(answer, Answer(200, OTHER, JSON_HEADERS))
    client = either.client(retry=ONCE)
    for _ in range(5):
        with contextlib.suppress(InvalidResponseError, APIConnectionError):
            client.files.get_report(SHA256)
        assert client.files.get_report("b" * 64).id == "b" * 64


# --- paths ---------------------------------------------------------------------------------------

TRICKS = [
    "../users/x",
    "..%2f..%2fusers",
    "%2e%2e/users",
    "a/../../users",
    "a?b=c",
    "a#b",
    "a;b",
    "a b",
    "a%00b",
    "..\\users",
    "//evil.example/x",
    "http://evil.example/",
    "@evil.example",
    "ü\u202e",
    "x" * 20_000,
]
REFUSED = ["", ".", "..", "a\nb", "a\r\nX-Evil: 1", "a\x00b", "\ud800", 5, None, b"bytes"]


@pytest.mark.parametrize("trick", TRICKS, ids=lambda trick: repr(trick)[:30])
def test_an_identifier_is_one_segment(either: Server, trick: str) -> None:
    either.default = json_answer({"type": "comment", "id": "c"})
    either.client().comments.get(trick)
    segments = either.last.target.split("/")
    assert segments[:4] == ["", "api", "v3", "comments"]
    assert len(segments) == 5
    assert set(segments[4]).isdisjoint("/?#\\ @;\n\0")
    assert segments[4].lower() not in (".", "..", "%2e", "%2e%2e")


@pytest.mark.parametrize("trick", REFUSED, ids=repr)
def test_what_is_no_identifier(either: Server, trick: Any) -> None:
    with pytest.raises(InvalidInputError):
        either.client().comments.get(trick)
    assert either.requests == []


# Browsers look up `a;b`, so it is a host; it is one segment all the same.
@pytest.mark.parametrize(
    "trick", [*(t for t in TRICKS if t != "a;b"), *REFUSED], ids=lambda trick: repr(trick)[:30]
)
def test_what_is_no_hash_no_domain_no_address(either: Server, trick: Any) -> None:
    client = either.client()
    for get in (
        client.files.get_report,
        client.domains.get_report,
        client.ip_addresses.get_report,
    ):
        with pytest.raises(InvalidInputError):
            get(trick)
    assert either.requests == []


# --- pages ---------------------------------------------------------------------------------------


def test_ever_new_cursors_are_the_callers_to_end(either: Server) -> None:
    either.default = lambda recorded: listing("a", "b", cursor=recorded_cursor(recorded) + "x")
    items = either.client().comments.get_page().iter_all()
    assert len(list(islice(items, 101))) == 101
    assert len(either.requests) == 51


def test_a_page_with_a_hostile_cursor_stays_at_its_place(either: Server) -> None:
    either.play(listing("a", cursor="&limit=1#/../?x=\r\nX-Evil: 1"), listing("b"))
    list(either.client().comments.get_page().iter_all())
    assert either.last.path == "/api/v3/comments"
    assert either.last.query.count("&") == 1
    assert "x-evil" not in either.last.headers


def test_the_error_keeps_what_came(either: Server) -> None:
    either.play(raw(b"HTTP/1.1 200 OK\r\n\r\n<html>" + b"x" * 5000))
    with pytest.raises(InvalidResponseError) as caught:
        either.client().files.get_report(SHA256)
    assert caught.value.raw == b"<html>" + b"x" * 5000
    assert len(str(caught.value)) < 500


@pytest.mark.parametrize("status", [400, 500])
def test_an_error_of_any_size_has_a_short_text(either: Server, status: int) -> None:
    either.play(*again(error_answer(status, "Odd" * 9999, "No. " * 9999)))
    with pytest.raises(VirusTotalAPIError) as caught:
        either.client().files.get_report(SHA256)
    assert caught.value.message == "No. " * 9999


def test_a_client_works_on_after_all_that(either: Server) -> None:
    client: VirusTotal = either.client()
    for answer in (Answer(reset=True), raw(b"junk"), Answer(200, b"x", {"Content-Encoding": "br"})):
        either.play(*[answer] * 3)
        with pytest.raises(VirusTotalAPIError):
            client.files.get_report(SHA256)
        either._queue.clear()
        either.play(REPORT)
        assert client.files.get_report(SHA256).to_dict() == file_document()
