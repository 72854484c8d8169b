"""The way out: requests that no operation describes, with the same key, errors and types."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from tests.support import (
    JSON_HEADERS,
    KEY,
    SHA256,
    Answer,
    Server,
    envelope,
    error_answer,
    file_document,
)
from tests.support import json_answer as answer
from vt_sdk import (
    InvalidInputError,
    InvalidResponseError,
    NotFoundError,
    Page,
    TransientError,
    UnknownObject,
    VirusTotalAPIFiles,
    VTObject,
    models,
)

LISTING = json.dumps({"data": [file_document()], "meta": {"cursor": "next"}}).encode()


def test_an_object_of_a_class(server: Server) -> None:
    server.play(answer(file_document()))
    file = server.client().request("get", f"/files/{SHA256}/new", model=models.File)
    assert file.id == file_document()["id"]
    assert server.last.target == f"/api/v3/files/{SHA256}/new"
    assert server.last.method == "GET"
    assert server.last.headers["x-apikey"] == KEY


def test_a_page_of_a_class_and_the_next_one(server: Server) -> None:
    server.play(Answer(200, LISTING), Answer(200, LISTING.replace(b'"next"', b"null")))
    page = server.client().request(
        "GET", "/new", model=Page[models.File], query={"limit": 5, "q": "a b"}
    )
    assert [type(item) for item in page] == [models.File]
    assert len(list(page.iter_all())) == 2
    assert server.last.target == "/api/v3/new?limit=5&q=a%20b&cursor=next"


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (file_document(), models.File),
        ({"type": "brand_new", "id": "x"}, UnknownObject),
        ([file_document(), {"type": "brand_new", "id": "x"}], Page),
        ("text", str),
        (5, int),
        (None, type(None)),
    ],
)
def test_without_a_model(server: Server, data: Any, kind: type) -> None:
    server.play(Answer(200, json.dumps({"data": data}).encode()))
    assert type(server.client().request("GET", "/x")) is kind


def test_an_answer_of_its_own_form(server: Server) -> None:
    alert = {"id": "a", "status": "new", "type": 5}
    server.play(*[Answer(200, json.dumps(alert).encode(), JSON_HEADERS)] * 2)
    vt = server.client()
    found = vt.request("GET", "/dtm/alerts/a", model=models.DTMAlert)
    assert (found.status, found.unknown_fields()) == ("new", ["type"])
    assert found.response is not None
    whole = vt.request("GET", "/dtm/alerts/a")
    assert isinstance(whole, VTObject)
    assert whole.to_dict() == alert
    server.play(Answer(404, b'{"success": false, "message": "gone"}', JSON_HEADERS))
    with pytest.raises(NotFoundError, match="gone"):
        vt.request("GET", "/asm/time_series/issues")


def test_an_empty_answer(server: Server) -> None:
    server.play(Answer(204, b""))
    assert server.client().request("DELETE", "/x/y") is None


def test_what_is_sent(server: Server) -> None:
    server.play(Answer(200, envelope(file_document())), Answer(200, envelope(file_document())))
    client = server.client()
    client.request("POST", "/x", data={"type": "y"})
    assert json.loads(server.last.body) == {"data": {"type": "y"}}
    client.request("PATCH", "/x", document={"when": datetime(2026, 1, 2, tzinfo=UTC)})
    assert json.loads(server.last.body) == {"when": 1767312000}


def test_only_what_may_be_repeated_is(server: Server) -> None:
    busy = error_answer(503, "TransientError")
    server.play(busy, answer(file_document()), busy, busy, answer(file_document()))
    client = server.client()
    client.request("GET", "/x")
    with pytest.raises(TransientError):
        client.request("POST", "/x")
    client.request("POST", "/x", repeatable=True)
    assert len(server.requests) == 5


def test_errors_are_typed(server: Server) -> None:
    server.play(error_answer(404, "NotFoundError"), answer(file_document()))
    with VirusTotalAPIFiles(KEY, base_url=server.base_url) as group:
        with pytest.raises(NotFoundError):
            group.request("GET", "/x")
        assert group.get_last_http_error() == group.HTTP_NOT_FOUND_ERROR
        with pytest.raises(InvalidResponseError):
            group.request("GET", "/x", model=Page[models.File])


@pytest.mark.parametrize(
    "path",
    ["", "x", "//x", "/x/../y", "/..", "/.", "/x?y=1", "/x#y", "/x y", "/ü", "https://x/y", "/x/"],
)
def test_paths_that_are_none(server: Server, path: str) -> None:
    with pytest.raises(InvalidInputError, match="path"):
        server.client().request("GET", path)
    assert not server.requests


def test_methods_that_are_none(server: Server) -> None:
    with pytest.raises(InvalidInputError, match="method"):
        server.client().request("CONNECT", "/x")
