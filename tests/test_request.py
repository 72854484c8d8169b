"""The way out: requests that no operation describes, with the same key, errors and types."""

import json
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest

from tests.support import KEY, SHA256, Answer, Server, envelope, error_answer, file_document
from tests.support import json_answer as answer
from vt_sdk import (
    InvalidInputError,
    InvalidResponseError,
    NotFoundError,
    Page,
    TransientError,
    UnknownObject,
    VirusTotalAPIFiles,
    models,
)
from vt_sdk.core.operation import (
    Operation,
    descriptors,
    given,
    one_of,
    repeated,
    rfc3339,
    utc_text,
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


# --- what operations are made of -----------------------------------------------------------------


def test_arguments_that_were_given() -> None:
    assert given({"a": None, "b": 0, "c": False, "d": ""}) == {"b": 0, "c": False, "d": ""}


def test_words_of_a_vocabulary() -> None:
    assert one_of("order", None, ("a",)) is None
    assert one_of("order", "a", ("a", "b")) == "a"
    with pytest.raises(InvalidInputError, match="order: one of a, b, got 'c'"):
        one_of("order", "c", ("a", "b"))


def test_descriptors_of_ids() -> None:
    assert descriptors({"user": ["a", "b"], "group": ()}) == [
        {"type": "user", "id": "a"},
        {"type": "user", "id": "b"},
    ]
    with pytest.raises(InvalidInputError, match="no ids"):
        descriptors({"user": []})
    with pytest.raises(InvalidInputError, match="several ids"):
        descriptors({"user": "one"})


def test_moments() -> None:
    moment = datetime(2026, 1, 2, 5, 4, 3, tzinfo=timezone(timedelta(hours=2)))
    assert utc_text(moment, "%Y%m%d%H%M") == "202601020304"
    assert rfc3339(moment) == "2026-01-02T03:04:03Z"
    assert rfc3339(None) is None
    with pytest.raises(InvalidInputError, match="time zone"):
        utc_text(datetime(2026, 1, 2), "%Y")


@pytest.mark.parametrize(
    ("query", "sent"),
    [
        ({"a": repeated(["x", "y"])}, (("a", "x"), ("a", "y"))),
        ({"a": ["x", "y"]}, (("a", "x,y"),)),
        ({"a": None, "b": True, "c": 3}, (("b", "true"), ("c", "3"))),
        ({"after": datetime(2026, 1, 2, tzinfo=UTC)}, (("after", "1767312000"),)),
        ({"start_date": date(2026, 1, 2)}, (("start_date", "20260102"),)),
    ],
)
def test_queries(query: dict[str, Any], sent: tuple[tuple[str, str], ...]) -> None:
    assert Operation("x", "GET", "/x").request(query=query).query == sent


def test_limits_and_further_headers() -> None:
    operation = Operation("x", "GET", "/x", max_limit=40)
    assert operation.request(query={"limit": 40}).query == (("limit", "40"),)
    with pytest.raises(InvalidInputError, match="40 items at most"):
        operation.request(query={"limit": 41})
    made = operation.request(headers={"x-a": "1", "x-b": None})
    assert made.headers == (("x-a", "1"),)
    assert "x-a" not in repr(made)
    with pytest.raises(InvalidInputError, match="time zone"):
        operation.request(query={"after": datetime(2026, 1, 2)})
