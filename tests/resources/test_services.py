"""The services with forms of their own, ASM and DTM: pages, errors, what users do with them."""

import json
import pickle
from typing import Any

import pytest

from tests.loops import Loop, client_of
from tests.support import JSON_HEADERS, SHA256, Answer, Server
from vt_sdk import (
    AlreadyExistsError,
    APIError,
    AuthenticationRequiredError,
    BadRequestError,
    ClientError,
    ForbiddenError,
    InvalidInputError,
    InvalidResponseError,
    NotFoundError,
    RetryPolicy,
    VirusTotalAPIError,
)
from vt_sdk.emulator import Emulator


def taken(items: Any, count: int) -> list[str]:
    return [next(items).id for _ in range(count)]


LISTS = {
    "alerts": lambda vt, **given: vt.gti_dtm.get_alerts(size=10, **given),
    "issues": lambda vt, **given: vt.gti_asm.search_issues("scoped:true", page_size=25, **given),
}


@pytest.mark.parametrize("name", LISTS)
def test_a_list_goes_on_to_its_end(emulator: Emulator, loop: Loop | None, name: str) -> None:
    with client_of(emulator, loop, premium=True) as vt:
        page = LISTS[name](vt)
        ids = [item.id for item in page.iter_all()]
        assert len(ids) == len(set(ids)) > 2 * len(page)
        assert [item.id for item in page.iter_all(max_items=len(page) + 1)] == ids[: len(page) + 1]
        following = page.next_page()
        assert [item.id for item in following] == ids[len(page) : 2 * len(page)]
        again = pickle.loads(pickle.dumps(following))
        assert (again, again.cursor) == (following, following.cursor)
        assert not page.issues
        assert not page.unknown_fields()


@pytest.mark.parametrize("count", [0, 3, 10, 13, 24])
def test_alerts_are_resumed_exactly(emulator: Emulator, loop: Loop | None, count: int) -> None:
    resumed(emulator, loop, "alerts", count)


@pytest.mark.parametrize("count", [0, 3, 25, 31, 60])
def test_issues_are_resumed_exactly(emulator: Emulator, loop: Loop | None, count: int) -> None:
    resumed(emulator, loop, "issues", count)


def resumed(emulator: Emulator, loop: Loop | None, name: str, count: int) -> None:
    with client_of(emulator, loop, premium=True) as vt:
        every = [item.id for item in LISTS[name](vt).iter_all()]
        items = LISTS[name](vt).iter_all()
        first = taken(items, count)
        cursor = items.cursor
        assert (cursor is None) == (count == len(every))
        rest = [item.id for item in LISTS[name](vt, cursor=cursor).iter_all()] if cursor else []
        assert first + rest == every


def answer(document: Any, status: int = 200, **headers: str) -> Answer:
    return Answer(status, json.dumps(document).encode(), {**JSON_HEADERS, **headers})


def test_the_address_of_a_page_is_used_as_it_is(server: Server) -> None:
    # Where it leads to is the word of the service: the key goes where it always goes.
    query = "page=b%2Bc%3D&life=10m&status=new&status=read"
    address = f"https://elsewhere.example/v4/dtm/alerts?{query}"
    links = f'<https://elsewhere.example/x>; rel="first", <{address}>; rel=next'
    server.play(answer({"alerts": [{"id": "a"}]}, Link=links), answer({"alerts": [{"id": "b"}]}))
    vt = server.client()
    items = vt.gti_dtm.get_alerts(size=1, status=["new"]).iter_all()
    assert next(items).id == "a"
    cursor = items.cursor
    assert next(items).id == "b"
    assert server.last.target == f"/api/v3/dtm/alerts?{query}"
    server.play(answer({"alerts": [{"id": "b"}]}))
    assert vt.gti_dtm.get_alerts(cursor, size=1, status=["new"]).cursor is None
    assert server.last.target == f"/api/v3/dtm/alerts?{query}"


def test_a_search_goes_on_with_the_same_body(server: Server) -> None:
    link = '</api/v3/dtm/docs/search?page=2>; rel="next"'
    server.play(answer({"docs": [{"__id": "a"}]}, Link=link), answer({"docs": [{"__id": "b"}]}))
    page = server.client().gti_dtm.search_documents("body:x", size=1, doc_type=["paste"])
    assert [document.id for document in page.iter_all()] == ["a", "b"]
    first, second = server.requests
    assert second.body == first.body == b'{"query": "body:x"}'
    assert second.headers["content-type"] == first.headers["content-type"]
    assert second.query == "page=2"
    server.play(answer({"docs": []}))
    server.client().gti_dtm.search_documents("body:x", page.cursor, size=1)
    assert server.last.query == "page=2"


def hits(*names: str, **beside: Any) -> Answer:
    found = [{"uid": name} for name in names]
    return answer({"success": True, "message": "Done", "result": {"hits": found, **beside}})


def test_a_search_without_a_token_goes_on_by_number(server: Server) -> None:
    server.play(
        hits("a", page=3, total_pages=5),
        hits("b", page=4, total_pages=6, more=True, next_page_token="t"),
        hits("c", page=5, total_pages=6, more=False, next_page_token=None),
    )
    page = server.client().gti_asm.search_issues("x", page=3, page_size=1, project_id="7")
    items = page.iter_all()
    assert [next(items).uid, next(items).uid] == ["a", "b"]
    assert [item.uid for item in items] == ["c"]
    queries = [sorted(request.query.split("&")) for request in server.requests]
    size = "page_size=1"
    assert queries == [["page=3", size], ["page=4", size], [size, "page_token=t"]]
    assert {request.headers["project-id"] for request in server.requests} == {"7"}
    assert page.to_dict()["result"] == {"hits": [{"uid": "a"}], "page": 3, "total_pages": 5}
    assert page.meta.total_pages == 5


def test_what_does_not_fit_is_told_where_it_stands(server: Server) -> None:
    document = {"success": True, "result": {"hits": [{"uid": 5, "new": 1}, 7]}}
    server.play(answer(document))
    page = server.client().gti_asm.search_issues("x")
    assert {issue.path for issue in page.issues} == {
        ("result", "hits", 0, "uid"),
        ("result", "hits", 1),
    }
    assert page.unknown_fields() == ["result.hits[0].new"]
    assert page.to_dict() == document


@pytest.mark.parametrize(
    ("status", "document", "kind", "message"),
    [
        (404, {"success": False, "message": "no issue", "result": None}, NotFoundError, "no issue"),
        (403, {"message": "no licence"}, ForbiddenError, "no licence"),
        (401, {"error": "no key"}, AuthenticationRequiredError, "no key"),
        (409, {"detail": "there"}, AlreadyExistsError, "there"),
        (400, {"message": 5}, BadRequestError, "HTTP 400"),
        (422, {"message": "bad"}, ClientError, "bad"),
        (200, {"success": False, "message": "bad project", "result": None}, ClientError, "bad p"),
        (404, {"error": {"code": "NotFoundError", "message": "gone"}}, NotFoundError, "gone"),
        (404, ["gone"], InvalidResponseError, "not an error of the API"),
        (200, {"success": True}, InvalidResponseError, "no result.hits"),
        (200, {"result": {"hits": {}}}, InvalidResponseError, "not a list"),
    ],
)
def test_errors_are_of_the_one_tree(
    server: Server, status: int, document: Any, kind: type[VirusTotalAPIError], message: str
) -> None:
    server.play(answer(document, status))
    vt = server.client()
    with pytest.raises(kind, match=message) as caught:
        vt.gti_asm.search_issues("x")
    assert type(caught.value) is kind
    assert vt.gti_asm.get_last_http_error() == status


def test_the_same_body_is_no_error_of_virustotal(server: Server) -> None:
    # A gateway says so, and nobody may take a file for unknown to the service.
    server.play(answer({"message": "Not Found"}, 404))
    with pytest.raises(InvalidResponseError):
        server.client().files.get_report(SHA256)


@pytest.mark.parametrize("status", [429, 500, 501, 520])
def test_errors_that_may_pass_are_repeated(server: Server, status: int) -> None:
    refused = answer({"message": "later"}, status)
    server.play(refused, answer({"alerts": []}))
    retry = RetryPolicy(base_s=0)
    assert len(server.client(retry=retry).gti_dtm.get_alerts()) == 0
    assert len(server.requests) == 2
    server.play(refused)
    with pytest.raises(APIError):
        server.client(retry=RetryPolicy(statuses=frozenset())).gti_dtm.get_alerts()
    assert len(server.requests) == 3


def test_sizes_are_refused_before_anything_is_sent(server: Server) -> None:
    vt = server.client()
    for size in (0, 26, "10"):
        with pytest.raises(InvalidInputError, match="size: expected a whole number from 1 to 25"):
            vt.gti_dtm.get_alerts(size=size)  # type: ignore[arg-type]
        with pytest.raises(InvalidInputError, match="from 1 to 25"):
            vt.gti_dtm.search_documents("x", size=size)  # type: ignore[arg-type]
    with pytest.raises(InvalidInputError, match="page_size: expected a whole number from 1 to 10"):
        vt.gti_asm.search_issues("x", page_size=1001)
    with pytest.raises(InvalidInputError, match="cursor: damaged"):
        vt.gti_asm.search_issues("x", cursor="vt-sdk:skip=1&other=2")
    assert server.requests == []
