"""Collections: what goes over the wire to make, change and fill them, and reports as PDF."""

import base64
import hashlib
import io
from pathlib import Path
from typing import Any

import pytest

from tests.resources.support import refused
from tests.support import JSON_HEADERS, KEY, SHA256, Answer, Server, error_answer, json_answer
from vt_sdk import ForbiddenError, InvalidResponseError, TransientError, models

COLLECTION = {"type": "collection", "id": "c", "attributes": {"name": "n"}}
URL = "http://www.example.com/a?b=c"
BASE64 = base64.urlsafe_b64encode(URL.encode()).decode().rstrip("=")
PDF = b"%PDF-1.7\n" + b"a report\n" * 1000


# --- create and update ---------------------------------------------------------------------------


def test_create(server: Server) -> None:
    server.play(json_answer(COLLECTION))
    made = server.client().collections.create(
        "n",
        description="",
        private=False,
        files=[SHA256.upper()],
        urls=[URL, BASE64, SHA256],
        domains=("Example.COM.",),
        ip_addresses=["2001:DB8::1"],
        raw_items="look at 192.0.2.1\nand more",
    )
    assert type(made) is models.Collection
    assert made.attributes.name == "n"
    assert server.last.method == "POST"
    assert server.last.target == "/api/v3/collections"
    assert server.last.headers["x-apikey"] == KEY
    assert server.last.headers["content-type"] == "application/json"
    assert server.last.json() == {
        "data": {
            "type": "collection",
            "attributes": {"name": "n", "description": "", "private": False},
            "relationships": {
                "files": {"data": [{"type": "file", "id": SHA256}]},
                "urls": {
                    "data": [
                        {"type": "url", "url": URL},
                        {"type": "url", "url": URL},
                        {"type": "url", "id": SHA256},
                    ]
                },
                "domains": {"data": [{"type": "domain", "id": "example.com"}]},
                "ip_addresses": {"data": [{"type": "ip_address", "id": "2001:db8::1"}]},
            },
            "raw_items": "look at 192.0.2.1\nand more",
        }
    }


def test_create_with_a_name_alone(server: Server) -> None:
    server.play(json_answer(COLLECTION))
    server.client().collections.create("n")
    assert server.last.json() == {"data": {"type": "collection", "attributes": {"name": "n"}}}


def test_create_is_sent_once(server: Server) -> None:
    server.default = Answer(503, b"", {})
    with pytest.raises(TransientError):
        server.client().collections.create("n")
    assert len(server.requests) == 1


def test_update(server: Server) -> None:
    server.default = json_answer(COLLECTION)
    update = server.client().collections.update
    assert type(update("a/b", tags=[], alt_names=["x"], private=True)) is models.Collection
    assert server.last.method == "PATCH"
    assert server.last.target == "/api/v3/collections/a%2Fb"
    assert server.last.json() == {
        "data": {
            "type": "collection",
            "attributes": {"private": True, "tags": [], "alt_names": ["x"]},
        }
    }
    update("c", domains=["example.com"])
    assert server.last.json() == {
        "data": {
            "type": "collection",
            "relationships": {"domains": {"data": [{"type": "domain", "id": "example.com"}]}},
        }
    }
    update("c", raw_items="192.0.2.1")
    assert server.last.json() == {"data": {"type": "collection", "raw_items": "192.0.2.1"}}


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ({"files": SHA256}, "files: expected a list"),
        ({"files": b"abc"}, "files: expected a list"),
        ({"files": 5}, "files: expected a list"),
        ({"files": ["abc"]}, r"files\[0\]: not an MD5"),
        ({"files": [None]}, r"files\[0\]: expected a non-empty text"),
        ({"urls": ["not a url"]}, r"urls\[0\]: not a URL"),
        ({"urls": [""]}, r"urls\[0\]: expected a non-empty text"),
        ({"domains": ["a b.example"]}, r"domains\[0\]: not a domain name"),
        ({"domains": ["192.0.2.1"]}, r"domains\[0\]: not a domain name"),
        ({"ip_addresses": ["example.com"]}, r"ip_addresses\[0\]: not an IP address"),
        ({"name": ""}, "name: expected a non-empty text"),
        ({"name": 5}, "name: expected"),
        ({"description": b"x"}, "description: expected a text"),
        ({"private": "yes"}, "private: expected True or False"),
        ({"private": 1}, "private: expected True or False"),
        ({"raw_items": ["x"]}, "raw_items: expected"),
        ({"raw_items": ""}, "raw_items: expected"),
    ],
)
def test_bad_arguments(server: Server, arguments: dict[str, Any], words: str) -> None:
    collections: Any = server.client().collections
    with refused(server, words):
        collections.create(**{"name": "n", **arguments})
    with refused(server, words):
        collections.update("c", **arguments)


def test_what_is_needed(server: Server) -> None:
    collections: Any = server.client().collections
    with refused(server, "name"):
        collections.create(None)
    with refused(server, "nothing to change"):
        collections.update("c")
    with refused(server, "nothing to change"):
        collections.update("c", files=[], urls=())
    with refused(server, "collection_id"):
        collections.update("", name="n")
    with refused(server, "tags"):
        collections.update("c", tags="x")
    with refused(server, "alt_names"):
        collections.update("c", alt_names=[""])


# --- items ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(("method", "verb"), [("add_items", "POST"), ("remove_items", "DELETE")])
def test_items_of_one_kind(server: Server, method: str, verb: str) -> None:
    server.default = Answer(200)
    change = getattr(server.client().collections, method)
    cases: list[tuple[str, str, str, dict[str, str]]] = [
        ("files", SHA256.upper(), "file", {"id": SHA256}),
        ("urls", "example.com/x", "url", {"url": "example.com/x"}),
        ("domains", "bücher.example", "domain", {"id": "xn--bcher-kva.example"}),
        ("ip_addresses", "192.0.2.1", "ip_address", {"id": "192.0.2.1"}),
    ]
    for name, value, kind, sent in cases:
        assert change("report--1", **{name: [value, value]}) is None
        assert server.last.method == verb
        assert server.last.target == f"/api/v3/collections/report--1/{name}"
        assert server.last.headers["content-type"] == "application/json"
        assert server.last.json() == {"data": [{"type": kind, **sent}] * 2}
    assert len(server.requests) == len(cases)


@pytest.mark.parametrize("method", ["add_items", "remove_items"])
def test_items_of_several_kinds(server: Server, method: str) -> None:
    server.play(Answer(200), Answer(200), error_answer(403, "ForbiddenError"))
    change = getattr(server.client().collections, method)
    with pytest.raises(ForbiddenError) as caught:
        change("c", ip_addresses=["192.0.2.1"], files=[SHA256], domains=["example.com"], urls=[])
    kinds = ["files", "domains", "ip_addresses"]
    assert server.paths == [f"/collections/c/{kind}" for kind in kinds]
    assert caught.value.__notes__ == ["Failed at the ip_addresses; done before: files, domains."]


@pytest.mark.parametrize("method", ["add_items", "remove_items"])
def test_items_are_checked_before_the_first_is_sent(server: Server, method: str) -> None:
    change = getattr(server.client().collections, method)
    with refused(server, "no items"):
        change("c")
    with refused(server, "ip_addresses"):
        change("c", files=[SHA256], ip_addresses=["x"])
    with refused(server, "collection_id"):
        change("..", files=[SHA256])


# --- reports as PDF ------------------------------------------------------------------------------


def test_a_report_that_comes_at_once(server: Server, tmp_path: Path) -> None:
    server.play(Answer(200, PDF, {"Content-Type": "application/pdf"}))
    found = server.client().collections.download_report("report--1", tmp_path / "r.pdf")
    assert server.last.method == "GET"
    assert server.last.target == "/api/v3/collections/report--1/download_report"
    assert (tmp_path / "r.pdf").read_bytes() == PDF
    assert (found.size, found.sha256) == (len(PDF), hashlib.sha256(PDF).hexdigest())


def test_a_report_by_its_address(server: Server, other_server: Server) -> None:
    server.play(Answer(200, b'  {"data": "%s/r?sig=1"}' % other_server.url.encode(), JSON_HEADERS))
    other_server.play(Answer(200, PDF))
    target = io.BytesIO()
    found = server.client().collections.download_report("report--1", target)
    assert target.getvalue() == PDF
    assert found.size == len(PDF)
    assert other_server.last.target == "/r?sig=1"
    assert "x-apikey" not in other_server.last.headers


@pytest.mark.parametrize(
    "answer",
    [
        json_answer(None),
        json_answer("/somewhere"),
        json_answer("file:///etc/passwd"),
        Answer(200),
        Answer(200, b"  ", JSON_HEADERS),
        Answer(200, b'{"data": "' + b"x" * (1 << 21), JSON_HEADERS),
    ],
)
def test_a_report_that_is_nowhere(server: Server, tmp_path: Path, answer: Answer) -> None:
    server.play(answer)
    with pytest.raises(InvalidResponseError):
        server.client().collections.download_report("report--1", tmp_path / "r.pdf")
    assert list(tmp_path.iterdir()) == []
    assert len(server.requests) == 1


def test_a_report_that_may_not_be_had(server: Server, tmp_path: Path) -> None:
    server.play(error_answer(403, "ForbiddenError"))
    client = server.client()
    with pytest.raises(ForbiddenError):
        client.collections.download_report("report--1", tmp_path / "r.pdf")
    server.play(Answer(200, PDF))
    with pytest.raises(InvalidResponseError, match="more than 10 bytes"):
        client.collections.download_report("report--1", tmp_path / "r.pdf", max_bytes=10)
    assert list(tmp_path.iterdir()) == []
