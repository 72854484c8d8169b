"""Deadlines beyond the rows of the matrix: what moves is not cut, what waits takes no place."""

import hashlib
import io
import time
from pathlib import Path
from typing import Any

import pytest

from tests.faults.support import MADE, QUEUED, REPORT, STALL, UPLOAD, again, listing
from tests.loops import Loop, client_for
from tests.support import SHA256, Answer, Server, file_document
from vt_sdk import (
    APITimeoutError,
    InvalidInputError,
    RateLimitError,
    TransportError,
)
from vt_sdk.ratelimit import RateLimit

CONTENT = bytes(range(256)) * 12_000


def test_an_upload_that_moves_outlives_its_deadline(loop: Loop | None) -> None:
    with Server(slow=True, loop=loop) as server:
        server.play(QUEUED)
        client = server.client(timeout=(5, 5))
        began = time.monotonic()
        client.files.upload(CONTENT, name="x.bin", deadline=0.2)
        assert time.monotonic() - began > 0.2  # else the server was not slow enough to tell
    assert CONTENT in server.last.body


def test_an_upload_is_not_begun_after_its_deadline(either: Server) -> None:
    client = either.client(on_event=lambda event: time.sleep(0.1))
    with pytest.raises(APITimeoutError) as caught:
        client.files.upload(UPLOAD, name="x.bin", deadline=0.05)
    assert not caught.value.may_have_arrived
    assert caught.value.__notes__ == ["The service does not have the file."]
    assert either.requests == []


def test_an_upload_without_an_answer_ends(either: Server) -> None:
    either.play(STALL)
    with pytest.raises(APITimeoutError) as caught:
        either.client(timeout=(5, 0.3)).files.upload(UPLOAD, name="x.bin", deadline=0.2)
    assert caught.value.may_have_arrived
    assert len(either.requests) == 1  # no second one after the deadline


def test_a_download_that_moves_outlives_its_deadline(either: Server, tmp_path: Path) -> None:
    head = b"HTTP/1.1 200 OK\r\nContent-Length: 3072000\r\n\r\n"
    pieces = [CONTENT[i : i + 100_000] for i in range(0, len(CONTENT), 100_000)]
    either.play(Answer(raw=lambda: [head, *pieces], pause=0.02, close=True))
    digest = hashlib.sha256(CONTENT).hexdigest()
    began = time.monotonic()
    either.client().files.download(digest, tmp_path / "x", deadline=0.3)
    assert time.monotonic() - began > 0.3
    assert (tmp_path / "x").read_bytes() == CONTENT


def test_a_download_that_stalls_ends(either: Server) -> None:
    either.play(Answer(200, b"x", {"Content-Length": "9"}))
    with pytest.raises(APITimeoutError):
        either.client().files.download_pcap("id", io.BytesIO(), deadline=0.3)


def test_a_deadline_is_shared_by_all_pages(either: Server) -> None:
    either.play(listing("a", cursor="x"), *again(listing("b", cursor="y")))
    items = either.client().comments.get_page(deadline=0.2).iter_all()
    assert next(items).id == "a"
    time.sleep(0.25)
    with pytest.raises(APITimeoutError) as caught:
        next(items)
    assert not caught.value.may_have_arrived
    assert len(either.requests) == 1


def test_a_refused_place_is_not_taken(either: Server) -> None:
    either.default = REPORT
    limit = RateLimit(per_minute=1)
    client = either.client(rate_limit=limit)
    client.files.get_report(SHA256)
    for _ in range(3):
        with pytest.raises(RateLimitError) as caught:
            client.files.get_report(SHA256, deadline=1.0)
        assert caught.value.retry_after > 1
    assert [window.used for window in limit.windows()] == [1]
    assert len(either.requests) == 1


def test_a_call_within_its_deadline_is_not_touched_by_it(either: Server) -> None:
    either.play(REPORT, REPORT)
    client = either.client()
    assert client.files.get_report(SHA256, deadline=60).to_dict() == file_document()
    assert client.files.get_report(SHA256).to_dict() == file_document()


@pytest.mark.parametrize("options", [{"timeout": "soon"}, {"deadline": "soon"}, {"deadline": -1}])
def test_limits_that_cannot_be(either: Server, options: Any) -> None:
    with pytest.raises(InvalidInputError):
        either.client().files.get_report(SHA256, **options)
    assert either.requests == []


def test_a_deadline_does_not_outlive_its_call(either: Server) -> None:
    # The bound of an answer is kept by the thread; the next call of it has its own.
    either.play(listing("a"), Answer(200, MADE.body, MADE.headers, delay=0.4))
    client = either.client()
    client.comments.get_page(deadline=0.2)
    assert client.files.put_comments(SHA256, "text").id == "made"


def test_a_connection_is_bounded_by_the_deadline(loop: Loop | None) -> None:
    # An address of a network for documentation: nobody answers, or somebody refuses.
    client = client_for(loop, "k" * 64, base_url="https://192.0.2.1/api/v3", timeout=None)
    with client, pytest.raises(TransportError):
        client.files.get_report(SHA256, deadline=0.5)
