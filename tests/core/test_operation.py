"""Operations as values: paths, queries, bodies."""

import inspect
from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from typing import Any

import pytest

from tests.resources.arguments import EICAR, arguments
from tests.schemas.test_documents import OPERATIONS, parameters_of
from tests.support import SHA256, Server, json_answer
from vt_sdk import BadRequestError, InvalidInputError, Page, RelationshipName, VirusTotal
from vt_sdk.core.operation import Operation, relationship_name
from vt_sdk.emulator import Emulator

GET = Operation("get_x", "GET", "/x/{}/y/{}", (("a", "opaque"), ("b", "hash")), repeatable=True)
LIST = Operation("list_x", "GET", "/x")
MOMENT = datetime(2026, 1, 2, 5, 4, 5, tzinfo=timezone(timedelta(hours=2)))


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
    with pytest.raises(InvalidInputError, match="limit: expected a whole number from 1 to 40"):
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


KNOWING = Operation(
    "know_x",
    "POST",
    "/x/{}",
    (("kind", "opaque"),),
    arguments={
        "kind": {"enum": ("a", "b")},
        "limit": {"type": "integer", "minimum": 1, "maximum": 40},
        "tags": {"type": "array", "items": {"type": "string"}, "explode": True},
        "names": {"type": "array", "items": {"type": "string"}},
        "since": {"format": "date-time"},
        "x-name": {"type": "string", "minLength": 1, "x-vt-argument": "name"},
        "user": {"type": "array", "items": {"type": "string"}, "x-vt-argument": "users"},
    },
    required=("x-name",),
)


def test_what_is_known_of_arguments_goes_for_all_parts_of_a_request() -> None:
    request = KNOWING.request(
        "b",
        query={"limit": 40, "tags": ["x", "y"], "names": ["x", "y"], "since": MOMENT},
        headers={"x-name": "n"},
    )
    assert request.url == "/x/b"
    assert request.query == (
        ("limit", "40"),
        ("tags", "x"),
        ("tags", "y"),
        ("names", "x,y"),
        ("since", "2026-01-02T03:04:05Z"),
    )
    assert request.headers == (("x-name", "n"),)
    assert "x-name" not in repr(request)
    for query in ({"limit": 41}, {"tags": "x"}, {"since": MOMENT.replace(tzinfo=None)}):
        (name,) = query
        with pytest.raises(InvalidInputError, match=f"{name}: expected"):
            KNOWING.request("b", query=query)
    with pytest.raises(InvalidInputError, match="kind: expected one of a, b"):
        KNOWING.request("c")
    with pytest.raises(InvalidInputError, match="name: expected a non-empty text, got None"):
        KNOWING.request("b", headers={"x-name": None})


def test_arguments_that_are_given() -> None:
    assert KNOWING.given({"limit": 1, "since": None, "other": {}}) == {"limit": 1, "other": {}}
    with pytest.raises(InvalidInputError, match="limit, since: at least 1 of them must be given"):
        KNOWING.given({"limit": None, "since": None}, least=1)


def test_descriptors_of_ids() -> None:
    assert KNOWING.descriptors({"user": ["a", "b"], "group": ()}) == [
        {"type": "user", "id": "a"},
        {"type": "user", "id": "b"},
    ]
    with pytest.raises(InvalidInputError, match="users, group: no ids are given"):
        KNOWING.descriptors({"user": [], "group": ()})
    with pytest.raises(InvalidInputError, match="users: expected a list"):
        KNOWING.descriptors({"user": "one"})


@pytest.mark.parametrize(
    ("query", "sent"),
    [
        ({"after": MOMENT}, (("after", "1767323045"),)),
        ({"day": MOMENT.date()}, (("day", "20260102"),)),
        ({"share": 0.5}, (("share", "0.5"),)),
    ],
)
def test_values_of_which_nothing_is_known(query: Any, sent: tuple[tuple[str, str], ...]) -> None:
    assert LIST.request(query=query).query == sent
    if isinstance(query.get("after"), datetime):
        with pytest.raises(InvalidInputError, match="time zone"):
            LIST.request(query={"after": MOMENT.replace(tzinfo=None)})


def test_a_wrong_number_of_identifiers() -> None:
    with pytest.raises(ValueError, match="zip"):
        GET.request("a")


# --- what goes for every operation ----------------------------------------------------------------


def method_of(client: VirusTotal, name: str) -> Any:
    _, _, operation = OPERATIONS[name]
    return getattr(getattr(client, operation["tags"][0]), operation["x-vt-method"])


def parameters(name: str) -> dict[str, dict[str, Any]]:
    return {p["name"]: p for p in parameters_of(OPERATIONS[name][2])}


PAGED = [name for name in OPERATIONS if "cursor" in parameters(name)]
CONFIRMED = [
    (name, parameter["name"], parameter.get("x-vt-argument", parameter["name"]))
    for name in OPERATIONS
    for parameter in parameters(name).values()
    if parameter["in"] == "header" and parameter.get("required")
]


@pytest.mark.parametrize(("name", "header", "argument"), CONFIRMED)
def test_what_needs_a_confirmation_asks_for_it(
    server: Server, name: str, header: str, argument: str
) -> None:
    assert OPERATIONS[name][0] == "DELETE"
    server.default = json_answer({"type": "operation", "id": "0" * 32})
    client = server.client()
    method = method_of(client, name)
    given = arguments(client, name)
    found = inspect.signature(method).parameters[argument]
    assert found.kind is found.POSITIONAL_OR_KEYWORD
    assert found.default is found.empty
    confirmation = given.pop(argument)
    with pytest.raises(TypeError, match=argument):
        method(**given)
    assert server.connections == 0
    method(**given, **{argument: confirmation})
    assert server.last.headers[header.lower()] == confirmation


def spoilt(value: object) -> object:
    """Return a value of the same form that holds half a character; None where it has no text."""
    if isinstance(value, str):
        return value + "\ud800"
    if isinstance(value, list) and value and isinstance(value[0], str):
        return [spoilt(value[0])]
    return None


@pytest.mark.slow
def test_no_text_of_any_operation_leaves_that_is_none(emulator: Emulator, server: Server) -> None:
    whole, client = emulator.client(), server.client()
    refused = 0
    for name, (_, _, operation) in OPERATIONS.items():
        (tag,) = operation["tags"]
        given = arguments(whole, name, everything=True)
        method = getattr(getattr(client, tag), operation["x-vt-method"])
        for argument in given:
            bad = spoilt(given[argument])
            if bad is None or (argument == "name" and "file_path" in given):
                continue  # the name of a file goes with a mark in its place
            with pytest.raises(InvalidInputError, match=rf"^({argument}|engine)\b"):
                method(**{**given, argument: bad})
            refused += 1
    assert refused > 500
    assert server.connections == 0


BAD = "a\ud800"


@pytest.mark.parametrize(
    ("call", "name"),
    [
        (lambda c: c.request("GET", "/x", query={"q": BAD}), "q"),
        (lambda c: c.request("GET", "/x", query={"q": ["x", BAD]}), r"q\[1\]"),
        (lambda c: c.request("GET", "/x", query={BAD: "x"}), r"query\[0\]"),
        (lambda c: c.request("POST", "/x", data={"k": [BAD]}), "data"),
        (lambda c: c.request("POST", "/x", document={BAD: 1}), "document"),
        (lambda c: c.files.get_reports([BAD]).__next__().result(), "file_id"),
        (lambda c: c.files.upload(b"x", password=BAD), "password"),
        (lambda c: c.urls.get_url_id_base64(BAD), "not text"),
        (lambda c: c.urls.get_url_id_sha256(BAD), "not text"),
        (lambda c: c.urls.get_url_id_base64(None), "expected a text"),
        (lambda c: c.urls.get_url_id_sha256(5), "expected a text"),
    ],
)
def test_no_text_leaves_that_is_none(
    server: Server, call: Callable[[VirusTotal], object], name: str
) -> None:
    with pytest.raises(InvalidInputError, match=rf"^{name}"):
        call(server.client())
    assert server.connections == 0


@pytest.mark.parametrize(
    "options", [{"user_agent": BAD}, {"tool": BAD}, {"user_agent": "app\u20141"}]
)
def test_no_header_leaves_that_is_not_latin(server: Server, options: dict[str, Any]) -> None:
    with pytest.raises(InvalidInputError, match=r"User-Agent|x-tool|user_agent|tool"):
        server.client(**options).files.get_report(SHA256)
    assert server.connections == 0


@pytest.mark.slow
def test_a_body_that_is_too_deep(server: Server) -> None:
    deep: list[Any] = []
    for _ in range(100_000):
        deep = [deep]
    with pytest.raises(InvalidInputError, match=r"^data: "):
        server.client().request("POST", "/x", data=deep)
    assert server.connections == 0


@pytest.mark.slow
def test_a_cursor_of_another_listing_is_the_error_of_the_service(emulator: Emulator) -> None:
    with emulator.client(premium=True) as client:
        for number in range(2):
            client.files.put_comments(EICAR, f"number {number}")
        cursor = client.files.get_comments(EICAR, 1).cursor
        assert cursor is not None
        refused = 0
        for name in PAGED:
            if name == "list_file_comments":
                continue
            given = arguments(client, name)
            before = len(emulator.calls)
            try:
                result = method_of(client, name)(**given, cursor=cursor)
            except BadRequestError:
                refused += len(emulator.calls) - before
            else:
                # One object at most, of which there are no pages.
                assert not isinstance(result, Page)
                assert name.endswith(("_relationship", "_relationship_descriptors"))
        assert refused > 70


def test_every_page_has_a_documented_cap() -> None:
    caps = {name: parameters(name)["limit"]["schema"]["maximum"] for name in PAGED}
    assert {cap for name, cap in caps.items() if name != "intelligence_search"} == {40}
    assert caps["intelligence_search"] == 300


def test_more_than_a_page_holds_is_asked_for_page_by_page(emulator: Emulator) -> None:
    with emulator.client() as client:
        for number in range(45):
            client.files.put_comments(SHA256, f"number {number}")
        before = len(emulator.calls)
        with pytest.raises(InvalidInputError, match="limit: expected a whole number from 1 to 40"):
            client.files.get_comments(SHA256, 45)
        assert len(emulator.calls) == before
        first = client.files.get_comments(SHA256, 40)
        assert len(first) == 40
        assert len(list(first.iter_all(max_items=45))) == 45
        assert len(emulator.calls) == before + 2
