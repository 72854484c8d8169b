"""Operations as values: paths, queries, bodies."""

from typing import Any

import pytest

from tests.support import SHA256, Server, json_answer
from vt_sdk import InvalidInputError, NotFoundError, RelationshipName
from vt_sdk.core.operation import Operation, relationship_name

GET = Operation("get_x", "GET", "/x/{}/y/{}", (("a", "opaque"), ("b", "hash")), repeatable=True)
LIST = Operation("list_x", "GET", "/x")


def test_a_request() -> None:
    request = GET.request("a/b", "A" * 32, query={"limit": 5, "cursor": None, "q": "é"})
    assert (request.method, request.url) == ("GET", f"/x/a%2Fb/y/{'a' * 32}")
    assert request.query == (("limit", "5"), ("q", "é"))
    assert (request.repeatable, request.operation) == (True, "get_x")
    assert (request.body, request.content_type, request.delay) == (None, "", 0.0)


@pytest.mark.parametrize(
    ("value", "pairs"),
    [
        (None, ()),
        (True, (("name", "true"),)),
        (False, (("name", "false"),)),
        (0, (("name", "0"),)),
        (-5, (("name", "-5"),)),
        ("", (("name", ""),)),
        ("a,b", (("name", "a,b"),)),
        (["a", "b"], (("name", "a,b"),)),
        (("a",), (("name", "a"),)),
    ],
)
def test_values_of_a_query(value: Any, pairs: tuple[tuple[str, str], ...]) -> None:
    assert LIST.request(query={"name": value}).query == pairs


@pytest.mark.parametrize("cursor", [None, "", '""'])
def test_no_cursor(cursor: str | None) -> None:
    assert LIST.request(query={"cursor": cursor}).query == ()
    assert LIST.request(query={"other": cursor or ""}).query == (("other", cursor or ""),)


@pytest.mark.parametrize("limit", [0, -1, -10])
def test_a_bad_limit(server: Server, limit: int) -> None:
    with pytest.raises(InvalidInputError, match="limit: must be at least 1"):
        server.client().files.get_comments(SHA256, limit)
    with pytest.raises(InvalidInputError):
        server.client().comments.get_page(limit=limit)
    assert server.connections == 0


def test_the_cursor_of_the_seed_is_not_sent(server: Server) -> None:
    server.default = json_answer([])
    client = server.client()
    client.files.get_comments(SHA256, 5, '""')
    client.files.get_comments(SHA256, 5, "")
    client.files.get_comments(SHA256, 5)
    assert {recorded.query for recorded in server.requests} == {"limit=5"}
    client.files.get_comments(SHA256, 5, "abc")
    assert server.last.query == "limit=5&cursor=abc"


def test_both_spellings_of_a_relationship(server: Server) -> None:
    server.default = json_answer([])
    client = server.client()
    client.files.get_relationship(SHA256, "contacted_domains", 3, "c")
    client.files.get_relationship(SHA256, "/contacted_domains", 3, "c")
    client.files.get_relationship(SHA256, RelationshipName("/contacted_domains"), 3, "c")
    targets = {recorded.target for recorded in server.requests}
    assert targets == {f"/api/v3/files/{SHA256}/contacted_domains?limit=3&cursor=c"}


def test_the_name_of_a_relationship() -> None:
    assert relationship_name("/comments") == "comments"
    assert relationship_name("comments") == "comments"
    with pytest.raises(InvalidInputError, match="relationship"):
        relationship_name(5)  # type: ignore[arg-type]  # what is tested


def test_bodies() -> None:
    data = {"type": "comment", "attributes": {"text": "ü\ud83d\ude00"}}
    with pytest.raises(InvalidInputError):
        LIST.request(data=data)  # surrogates do not travel
    request = LIST.request(data={"a": "ü😀"})
    assert request.body == '{"data": {"a": "ü😀"}}'.encode()
    assert request.content_type == "application/json"
    form = LIST.request(form={"url": "http://a/?b=c&d=ü"})
    assert form.body == b"url=http%3A%2F%2Fa%2F%3Fb%3Dc%26d%3D%C3%BC"
    assert form.content_type == "application/x-www-form-urlencoded"


@pytest.mark.parametrize("value", [float("nan"), float("inf"), {1, 2}, b"bytes", object()])
def test_what_cannot_be_sent(value: object) -> None:
    with pytest.raises(InvalidInputError, match=r"not a value that can be sent"):
        LIST.request(data=value)


def test_an_empty_comment_is_sent_as_it_is(server: Server) -> None:
    with pytest.raises(NotFoundError):
        server.client().files.put_comments(SHA256, "")
    assert server.last.json()["data"]["attributes"] == {"text": ""}


def test_a_wrong_number_of_identifiers() -> None:
    with pytest.raises(ValueError, match="zip"):
        GET.request("a")
