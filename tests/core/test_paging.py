"""Pages: a sequence of their items, and the way to the next one."""

import copy
import pickle
import weakref
from collections.abc import Sequence
from itertools import islice
from typing import Any
from urllib.parse import parse_qs

import pytest

from tests.support import (
    SHA256,
    Answer,
    Recorded,
    Server,
    error_answer,
    json_answer,
    same_json,
)
from vt_sdk import (
    Descriptor,
    InvalidInputError,
    InvalidResponseError,
    NoClientError,
    NotFoundError,
    Page,
    QuotaExceededError,
    Request,
    TransientError,
    VTObject,
    models,
    parse,
    parse_page,
)
from vt_sdk.core.paging import next_request


def comment(name: str) -> dict[str, Any]:
    return {"type": "comment", "id": name, "attributes": {"text": name}}


def listing(names: str, cursor: str | None = None) -> dict[str, Any]:
    document: dict[str, Any] = {"data": [comment(name) for name in names]}
    if cursor is not None:
        document["meta"] = {"cursor": cursor}
    return document


def page_of(names: str, **beside: Any) -> Page[models.Comment]:
    return parse_page({**listing(names), **beside}, models.Comment)


def play(server: Server, *pages: dict[str, Any]) -> None:
    for page in pages:
        server.play(json_answer(**page))


# --- a sequence ----------------------------------------------------------------------------------


def test_a_page_is_a_sequence() -> None:
    page = page_of("abcd")
    assert isinstance(page, Sequence)
    assert len(page) == 4
    assert [item.id for item in page] == list("abcd")
    assert [item.id for item in page.data] == list("abcd")
    assert page[0].id == "a"
    assert page[-1].id == "d"
    assert [item.id for item in page[1:3]] == ["b", "c"]
    assert [item.id for item in reversed(page)] == list("dcba")
    assert page[2] in page
    assert page.index(page[2]) == 2
    assert page.count(page[2]) == 1
    assert bool(page)
    assert not page_of("")
    with pytest.raises(IndexError):
        _ = page[4]
    with pytest.raises(TypeError):
        hash(page)


def test_pages_are_compared_by_value() -> None:
    assert page_of("ab") == page_of("ab")
    assert page_of("ab") != page_of("ba")
    assert page_of("ab") != page_of("ab", meta={"count": 2})
    other: object = ["ab"]
    assert page_of("ab") != other


def test_the_representation_is_short() -> None:
    assert repr(page_of("ab")) == "<Page of 2 items>"
    assert repr(page_of("ab", meta={"cursor": "c"})) == "<Page of 2 items, more to come>"


@pytest.mark.parametrize("cursor", [None, ""])
def test_the_last_page(cursor: str | None) -> None:
    page = page_of("a", meta={"cursor": cursor})
    assert page.cursor is None
    assert page.next_page() is None
    assert [item.id for item in page.iter_all()] == ["a"]


def test_what_stands_beside_the_items() -> None:
    beside = {
        "meta": {"count": 200, "cursor": "c", "total_hits": 5, "new": {"a": 1.0}},
        "links": {"self": "s", "next": "n", "odd": None},
        "new": [1, 2.0, None],
    }
    page = page_of("ab", **beside)
    assert page.meta.count == 200
    assert page.meta.total_hits == 5
    assert page.meta.model_extra == {"new": {"a": 1.0}}
    assert page.links.next == "n"
    assert same_json(page.to_dict(), {**listing("ab"), **beside})


def test_a_page_without_anything_beside() -> None:
    page = page_of("")
    assert page.meta.count is None
    assert page.links.self is None
    assert page.response is None
    assert page.to_dict() == {"data": []}


@pytest.mark.parametrize("beside", [{"meta": 5}, {"meta": None, "links": "x"}, {"links": []}])
def test_odd_things_beside_come_back(beside: dict[str, Any]) -> None:
    page = page_of("a", **beside)
    assert page.cursor is None
    assert page.next_page() is None
    assert same_json(page.to_dict(), {**listing("a"), **beside})


def test_an_error_keeps_its_place() -> None:
    error = {"code": "NotFoundError", "message": "gone"}
    document = {
        "data": [
            {"type": "file", "id": "a", "attributes": {"size": 1}},
            {"type": "file", "id": "b", "error": error},
            {"type": "file", "id": "c", "attributes": {"size": 3}},
        ]
    }
    for page in (parse_page(document, models.File), parse(document)):
        assert isinstance(page, Page)
        assert [item.id for item in page] == ["a", "b", "c"]
        failed = page[1]
        assert isinstance(failed, models.File)
        assert failed.error is not None
        assert (failed.error.code, failed.error.message) == ("NotFoundError", "gone")
        assert failed.attributes.names == []
        assert not hasattr(failed.attributes, "size")
        assert page.errors == [failed]
        assert same_json(page.to_dict(), document)
    assert page_of("ab").errors == []


def test_issues_and_unknown_fields_of_a_page() -> None:
    document = {
        "data": [comment("a"), {**comment("b"), "odd": 1}, {"type": "comment", "id": 5}, "x"],
    }
    page = parse_page(document, models.Comment)
    assert page.unknown_fields() == ["data[1].odd"]
    assert {issue.path for issue in page.issues} == {("data", 2, "id"), ("data", 3)}
    assert same_json(page.to_dict(), document)


# --- from page to page ---------------------------------------------------------------------------


def test_next_page(server: Server) -> None:
    play(server, listing("ab", "one"), listing("c", "two"), listing("d"))
    first = server.client().comments.get_page(limit=2, filter="tag:x")
    second = first.next_page()
    assert second is not None
    third = second.next_page()
    assert third is not None
    assert [item.id for item in (*first, *second, *third)] == list("abcd")
    assert third.next_page() is None
    assert [recorded.query for recorded in server.requests] == [
        "filter=tag%3Ax&limit=2",
        "filter=tag%3Ax&limit=2&cursor=one",
        "filter=tag%3Ax&limit=2&cursor=two",
    ]
    assert first.response is not None
    assert first.response.status == 200


def test_iterating_gives_this_page_only(server: Server) -> None:
    play(server, listing("ab", "one"))
    page = server.client().comments.get_page()
    assert [item.id for item in page] == ["a", "b"]
    assert [item.id for item in page] == ["a", "b"]
    assert len(server.requests) == 1


def test_iter_all(server: Server) -> None:
    play(server, listing("ab", "one"), listing("", "two"), listing("cd", "three"), listing("e"))
    page = server.client().comments.get_page()
    assert [item.id for item in page.iter_all()] == list("abcde")
    assert len(server.requests) == 4  # the empty page with a cursor was no end


@pytest.mark.parametrize(
    ("most", "found", "requests"),
    [(0, "", 1), (1, "a", 1), (2, "ab", 1), (3, "abc", 2), (4, "abcd", 2), (99, "abcde", 3)],
)
def test_iter_all_asks_for_no_page_too_many(
    server: Server, most: int, found: str, requests: int
) -> None:
    play(server, listing("ab", "one"), listing("cd", "two"), listing("e"))
    page = server.client().comments.get_page()
    assert [item.id for item in page.iter_all(max_items=most)] == list(found)
    assert len(server.requests) == requests


def test_iter_all_is_lazy(server: Server) -> None:
    play(server, listing("ab", "one"), listing("cd"))
    items = server.client().comments.get_page().iter_all()
    assert [item.id for item in islice(items, 2)] == ["a", "b"]
    assert len(server.requests) == 1
    assert next(items).id == "c"
    assert len(server.requests) == 2


def test_iter_all_lets_go_of_a_page_before_the_next_one(server: Server) -> None:
    play(server, listing("a", "2"), listing("b", "3"), listing("c"))
    found = server.client().comments.get_page().iter_all()
    kept = [weakref.ref(next(found))]
    for item in found:
        assert [old() for old in kept] == [None] * len(kept)
        kept.append(weakref.ref(item))
        del item
    assert len(kept) == 3


@pytest.mark.parametrize("most", [-1, 1.5, True, "3"])
def test_a_number_of_items_that_is_none(server: Server, most: Any) -> None:
    play(server, listing("a", "2"))
    page = server.client().comments.get_page()
    with pytest.raises(InvalidInputError, match="max_items: expected a whole number of at least 0"):
        page.iter_all(max_items=most)
    assert len(server.requests) == 1


@pytest.mark.parametrize(
    ("cursors", "found"),
    [(["same"] * 5, "01"), (["one", "two", "one", "two"], "012"), (["start"], "0")],
)
def test_a_repeated_cursor_is_an_error(server: Server, cursors: list[str], found: str) -> None:
    play(server, *(listing(str(i), cursor) for i, cursor in enumerate(cursors)))
    items = server.client().comments.get_page(cursor="start").iter_all()
    assert [item.id for item in islice(items, len(found))] == list(found)
    for _ in range(2):
        with pytest.raises(InvalidResponseError, match="goes round") as caught:
            next(items)
        assert caught.value.cursor == items.cursor == cursors[len(found) - 1]


def test_pages_that_hold_nothing_do_not_go_on_for_ever(server: Server) -> None:
    play(server, *(listing("", str(number)) for number in range(13)))
    items = server.client().comments.get_page().iter_all()
    with pytest.raises(InvalidResponseError, match="hold nothing") as caught:
        next(items)
    assert caught.value.cursor == items.cursor == "10"


# --- where to go on ------------------------------------------------------------------------------


def pages_by_cursor(recorded: Recorded) -> Answer:
    """Serve `abcde` in pages of `limit`; a cursor is the number of items before it."""
    query = parse_qs(recorded.query)
    begin, limit = int(query.get("cursor", ["0"])[0]), int(query["limit"][0])
    rest = "abcde"[begin + limit :]
    return json_answer(
        **listing("abcde"[begin : begin + limit], str(begin + limit) if rest else None)
    )


@pytest.mark.parametrize("had", range(6))
@pytest.mark.parametrize("limit", [1, 2, 3, 10])
@pytest.mark.parametrize("later_limit", [1, 2, 10])
def test_an_iterator_is_resumed_exactly(
    server: Server, had: int, limit: int, later_limit: int
) -> None:
    server.default = pages_by_cursor
    comments = server.client().comments
    items = comments.get_page(limit=limit).iter_all()
    first = [next(items).id for _ in range(had)]
    cursor = items.cursor
    if had == 5:
        assert cursor is None
        assert list(items) == []
        return
    assert cursor is not None
    resumed = comments.get_page(limit=later_limit, cursor=cursor).iter_all()
    second = next(resumed).id
    # And once more, from there.
    assert (resumed.cursor is None) == (had == 4)
    if resumed.cursor is not None:
        again = comments.get_page(limit=limit, cursor=resumed.cursor).iter_all()
        assert [*first, second, *(item.id for item in again)] == list("abcde")
    assert [*first, second, *(item.id for item in resumed)] == list("abcde")


def test_max_items_can_be_gone_on_from(server: Server) -> None:
    server.default = pages_by_cursor
    comments = server.client().comments
    items = comments.get_page(limit=3).iter_all(max_items=4)
    assert [item.id for item in items] == list("abcd")
    assert items.cursor is not None
    rest = comments.get_page(limit=3, cursor=items.cursor)
    assert [item.id for item in rest] == ["d", "e"]  # the page as the service has it
    assert [item.id for item in rest.iter_all()] == ["e"]


def test_an_error_says_where_to_go_on(server: Server) -> None:
    play(server, listing("ab", "one"))
    server.play(*[error_answer(429, "QuotaExceededError")] * 2)
    play(server, listing("c"))
    comments = server.client().comments
    items = comments.get_page().iter_all()
    assert [item.id for item in islice(items, 2)] == ["a", "b"]
    for _ in range(2):
        with pytest.raises(QuotaExceededError) as caught:
            next(items)
        assert caught.value.cursor == items.cursor == "one"
    assert [item.id for item in items] == ["c"]  # asked again, it tries again
    assert items.cursor is None


def test_errors_of_other_calls_have_no_cursor(server: Server) -> None:
    with pytest.raises(NotFoundError) as caught:
        server.client().comments.get_page()
    assert caught.value.cursor is None


def test_a_place_in_a_page_of_a_job(server: Server) -> None:
    event = {"action": "UPLOAD", "level": "1"}
    second = {"data": [event] * 3, "meta": {"cursor": "c2", "job_id": "j2"}}
    play(server, {"data": [event], "meta": {"cursor": "c1", "job_id": "j1"}}, second)
    monitor = server.client().monitor
    items = monitor.get_events(5).iter_all()
    next(items)
    places = [items.cursor]
    next(items)
    places.append(items.cursor)
    assert len(set(places)) == 2
    for place, left in zip(places, (3, 2), strict=True):
        play(server, second)
        rest = monitor.get_events(5, cursor=place).iter_all(max_items=left)
        assert len(list(rest)) == left
        assert server.last.query == "limit=5&cursor=c1&job_id=j1"
        assert rest.cursor is not None


@pytest.mark.parametrize(
    "cursor", ["vt-sdk:", "vt-sdk:skip=x", "vt-sdk:skip=-1", "vt-sdk:skip=1&limit=9", "vt-sdk:a=b"]
)
def test_a_damaged_place_is_refused(server: Server, cursor: str) -> None:
    with pytest.raises(InvalidInputError, match="cursor: damaged"):
        server.client().comments.get_page(cursor=cursor)
    assert server.requests == []


def test_an_iterator_without_a_client_has_no_place_within_a_page() -> None:
    items = page_of("ab", meta={"cursor": "c"}).iter_all()
    assert [(items.cursor, item.id) for item in islice(items, 2)] == [(None, "a"), ("c", "b")]
    with pytest.raises(NoClientError) as caught:
        next(items)
    assert caught.value.cursor == "c"


# --- odd ways to the next page -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("beside", "sent"),
    [
        ({"meta": {"cursor": 17}}, "17"),
        ({"meta": {"cursor": 0}}, "0"),
        (
            {"links": {"next": "https://www.virustotal.com/api/v3/comments?cursor=a%3D&limit=9"}},
            "a=",
        ),
        ({"meta": {}, "links": {"next": "/comments?limit=9&cursor=b"}}, "b"),
        ({"meta": {"cursor": ["?"]}, "links": {"next": "https://other.example/?cursor=c"}}, "c"),
        ({"meta": {"cursor": "d"}, "links": {"next": "/comments?cursor=no"}}, "d"),
    ],
)
def test_the_next_page_is_found(server: Server, beside: dict[str, Any], sent: str) -> None:
    play(server, {**listing("a"), **beside}, listing("b"))
    page = server.client().comments.get_page()
    assert page.cursor == sent
    assert [item.id for item in page.iter_all()] == ["a", "b"]
    assert parse_qs(server.last.query)["cursor"] == [sent]
    assert server.last.path == "/api/v3/comments"


@pytest.mark.parametrize(
    "beside",
    [
        {"meta": {"cursor": ["?"]}},
        {"meta": {"cursor": True}},
        {"meta": {"cursor": 1.5}},
        {"links": {"next": "https://www.virustotal.com/api/v3/comments?page=2"}},
    ],
)
def test_a_next_page_that_nothing_leads_to_is_an_error(
    server: Server, beside: dict[str, Any]
) -> None:
    play(server, {**listing("a"), **beside})
    page = server.client().comments.get_page()
    items = page.iter_all()
    assert next(items).id == "a"
    for going_on in (page.next_page, items.__next__):
        with pytest.raises(InvalidResponseError, match="nothing that leads to it"):
            going_on()


@pytest.mark.parametrize(
    ("beside", "paths"),
    [
        ({"meta": {"cursor": 5}}, [("meta", "cursor")]),
        ({"meta": 5, "links": []}, [("meta",), ("links",)]),
        ({"meta": None, "links": None}, []),
        ({"meta": {"allowed_orders": ["a", 5], "new": 1}}, [("meta", "allowed_orders", 1)]),
        ({"links": {"next": 7, "self": "s"}}, [("links", "next")]),
    ],
)
def test_what_does_not_fit_beside_the_items_is_an_issue(
    server: Server, beside: dict[str, Any], paths: list[tuple[str | int, ...]]
) -> None:
    document = {**listing("a"), **beside}
    play(server, document)
    live = server.client().comments.get_page()
    for page in (live, parse_page(document, models.Comment), pickle.loads(pickle.dumps(live))):
        assert [issue.path for issue in page.issues] == paths
        assert same_json(page.to_dict(), document)


def test_an_error_on_the_way(server: Server) -> None:
    play(server, listing("ab", "one"))
    server.play(error_answer(503, "TransientError"))
    play(server, listing("c", "two"))
    server.play(error_answer(404, "NotFoundError"))
    client = server.client()
    items = client.comments.get_page().iter_all()
    assert [item.id for item in islice(items, 3)] == list("abc")
    with pytest.raises(NotFoundError):
        next(items)
    assert client.comments.get_last_http_error() == 404


def test_next_page_can_be_asked_again_after_an_error(server: Server) -> None:
    play(server, listing("a", "one"))
    server.play(*[error_answer(503, "TransientError")] * 3)
    play(server, listing("b"))
    page = server.client().comments.get_page()
    with pytest.raises(TransientError):
        page.next_page()
    following = page.next_page()
    assert following is not None
    assert following[0].id == "b"


def test_pages_of_related_objects_go_on(server: Server) -> None:
    play(server, {"data": [{"type": "domain", "id": "a.example"}], "meta": {"cursor": "x"}})
    play(server, {"data": [{"type": "domain", "id": "b.example"}]})
    play(server, {"data": [{"type": "file", "id": SHA256}], "meta": {"cursor": "y"}})
    play(server, {"data": [{"type": "file", "id": SHA256}]})
    client = server.client()
    page = client.files.get_relationship(SHA256, "contacted_domains")
    assert [type(item) for item in page.iter_all()] == [models.Domain] * 2
    descriptors = client.domains.get_relationship_descriptors("a.example", "referrer_files")
    found: list[Descriptor] = list(descriptors.iter_all())
    assert [type(item) for item in found] == [Descriptor] * 2
    assert server.last.path.endswith("/relationships/referrer_files")
    assert server.last.query == "limit=10&cursor=y"


def test_the_cursor_is_encoded(server: Server) -> None:
    play(server, listing("a", "a b&limit=1#?/=ü"), listing("b"))
    page = server.client().comments.get_page()
    page.next_page()
    assert server.last.query == "limit=10&cursor=a%20b%26limit%3D1%23%3F%2F%3D%C3%BC"


def test_pages_without_a_client(server: Server) -> None:
    play(server, listing("a", "one"))
    live: Page[models.Comment] = server.client().comments.get_page()
    offline = parse_page(listing("a", "one"), models.Comment)
    stored = pickle.loads(pickle.dumps(live))
    copied = copy.deepcopy(live)
    for page in (offline, stored, copied):
        assert page == live
        assert page.cursor == "one"
        with pytest.raises(NoClientError):
            page.next_page()
        items = page.iter_all()
        assert next(items).id == "a"
        with pytest.raises(NoClientError):
            next(items)
        assert [item.id for item in page.iter_all(max_items=1)] == ["a"]
    assert stored.response == live.response


def test_a_page_that_a_job_has_made(server: Server) -> None:
    event = {"action": "UPLOAD", "level": "1"}
    server.play(
        json_answer([event], meta={"cursor": "c1", "job_id": "j1"}),
        json_answer([event], meta={"cursor": "c2", "job_id": "j2"}),
        json_answer([event]),
    )
    found = list(server.client().monitor.get_events(5, filter="level:1+").iter_all())
    assert [type(item) for item in found] == [models.MonitorEvent] * 3
    assert found[0].action == "UPLOAD"
    first = "filter=level%3A1%2B&limit=5"
    assert [recorded.query for recorded in server.requests] == [
        first,
        f"{first}&cursor=c1&job_id=j1",
        f"{first}&cursor=c2&job_id=j2",
    ]


def test_the_request_for_the_next_page() -> None:
    request = Request("GET", "/x", (("limit", "5"), ("cursor", "old"), ("q", "1")))
    assert next_request(request, "new").query == (("limit", "5"), ("q", "1"), ("cursor", "new"))


def test_items_of_a_mixed_page_are_objects() -> None:
    page = parse({"data": [comment("a"), {"type": "new", "id": "n"}]})
    assert isinstance(page, Page)
    assert all(isinstance(item, VTObject) for item in page)
