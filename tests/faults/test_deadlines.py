"""Deadlines beyond the rows of the matrix: what moves is not cut, what waits takes no place."""

import hashlib
import io
import time
from pathlib import Path
from typing import Any

import pytest

from tests.faults.support import MADE, QUEUED, REPORT, STALL, UPLOAD, again, listing
from tests.support import SHA256, Answer, Server, file_document
from vt_sdk import (
    APITimeoutError,
    InvalidInputError,
    RateLimitError,
    TransportError,
    VirusTotal,
)
from vt_sdk.limits import RateLimit

CONTENT = bytes(range(256)) * 12_000


def test_an_upload_that_moves_outlives_its_deadline() -> None:
    with Server(slow=True) as server:
        server.play(QUEUED)
        client = server.client(timeout=(5, 5))
        began = time.monotonic()
        client.files.upload(CONTENT, name="x.bin", deadline=0.2)
        assert time.monotonic() - began > 0.2  # else the server was not slow enough to tell
    assert CONTENT in server.last.body


def test_an_upload_is_not_begun_after_its_deadline(server: Server) -> None:
    client = server.client(on_event=lambda event: time.sleep(0.1))
    with pytest.raises(APITimeoutError) as caught:
        client.files.upload(UPLOAD, name="x.bin", deadline=0.05)
    assert not caught.value.may_have_arrived
    assert caught.value.__notes__ == ["The service does not have the file."]
    assert server.requests == []


def test_an_upload_without_an_answer_ends(server: Server) -> None:
    server.play(STALL)
    with pytest.raises(APITimeoutError) as caught:
        server.client(timeout=(5, 0.3)).files.upload(UPLOAD, name="x.bin", deadline=0.2)
    assert caught.value.may_have_arrived
    assert len(server.requests) == 1  # no second one after the deadline


def test_a_download_that_moves_outlives_its_deadline(server: Server, tmp_path: Path) -> None:
    head = b"HTTP/1.1 200 OK\r\nContent-Length: 3072000\r\n\r\n"
    pieces = [CONTENT[i : i + 100_000] for i in range(0, len(CONTENT), 100_000)]
    server.play(Answer(raw=lambda: [head, *pieces], pause=0.02, close=True))
    digest = hashlib.sha256(CONTENT).hexdigest()
    began = time.monotonic()
    server.client().files.download(digest, tmp_path / "x", deadline=0.3)
    assert time.monotonic() - began > 0.3
    assert (tmp_path / "x").read_bytes() == CONTENT


def test_a_download_that_stalls_ends(server: Server) -> None:
    server.play(Answer(200, b"x", {"Content-Length": "9"}))
    with pytest.raises(APITimeoutError):
        server.client().files.download_pcap("id", io.BytesIO(), deadline=0.3)


def test_a_deadline_is_shared_by_all_pages(server: Server) -> None:
    server.play(listing("a", cursor="x"), *again(listing("b", cursor="y")))
    items = server.client().comments.get_page(deadline=0.2).iter_all()
    assert next(items).id == "a"
    time.sleep(0.25)
    with pytest.raises(APITimeoutError) as caught:
        next(items)
    assert not caught.value.may_have_arrived
    assert len(server.requests) == 1


def test_a_refused_place_is_not_taken(server: Server) -> None:
    server.default = REPORT
    limit = RateLimit(per_minute=1)
    client = server.client(rate_limit=limit)
    client.files.get_report(SHA256)
    for _ in range(3):
        with pytest.raises(RateLimitError) as caught:
            client.files.get_report(SHA256, deadline=1.0)
        assert caught.value.retry_after > 1
    assert [window.used for window in limit.windows()] == [1]
    assert len(server.requests) == 1


def test_a_call_within_its_deadline_is_not_touched_by_it(server: Server) -> None:
    server.play(REPORT, REPORT)
    client = server.client()
    assert client.files.get_report(SHA256, deadline=60).to_dict() == file_document()
    assert client.files.get_report(SHA256).to_dict() == file_document()


@pytest.mark.parametrize("options", [{"timeout": "soon"}, {"deadline": "soon"}, {"deadline": -1}])
def test_limits_that_cannot_be(server: Server, options: Any) -> None:
    with pytest.raises(InvalidInputError):
        server.client().files.get_report(SHA256, **options)
    assert server.requests == []


def test_a_deadline_does_not_outlive_its_call(server: Server) -> None:
    # The bound of an answer is kept by the thread; the next call of it has its own.
    server.play(listing("a"), Answer(200, MADE.body, MADE.headers, delay=0.4))
    client = server.client()
    client.comments.get_page(deadline=0.2)
    assert client.files.put_comments(SHA256, "text").id == "made"


def test_a_connection_is_bounded_by_the_deadline() -> None:
    # An address of a network for documentation: nobody answers, or somebody refuses.
    client = VirusTotal("k" * 64, base_url="https://192.0.2.1/api/v3", timeout=None)
    with client, pytest.raises(TransportError):
        client.files.get_report(SHA256, deadline=0.5)
