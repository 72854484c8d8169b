"""The services with forms of their own, asked by a client that knows nothing of the SDK."""

from typing import Any

import pytest

from vt_sdk.emulator import Emulator
from vt_sdk.emulator.records import Records

from .support import Api


def alerts(api: Api, **params: Any) -> Any:
    return api.get("/dtm/alerts", key=api.emulator.premium_key, params=params)["alerts"]


def next_page(api: Api, method: str = "GET", path: str = "/dtm/alerts", **options: Any) -> str:
    response = api.call(method, path, key=api.emulator.premium_key, **options)
    address, relation = response.headers["link"].split("; ")
    assert relation == 'rel="next"'
    return address.strip("<>")


def test_the_address_of_a_page_says_all() -> None:
    now = [1_800_000_000.0]
    with Emulator(clock=lambda: now[0]) as emulator:
        api = Api(emulator)
        key = emulator.premium_key
        address = next_page(api, params={"size": 3, "severity": "low", "life": "90s"})
        now[0] += 90
        found = api.get(address, key=key)["alerts"]
        assert len(found) == 3
        assert {alert["severity"] for alert in found} == {"low"}
        assert api.error(400, "GET", f"{address}&severity=low", key=key) == "BadRequestError"
        assert api.error(400, "GET", f"{address}&refs=false", key=key) == "BadRequestError"
        now[0] += 1
        assert api.error(400, "GET", address, key=key) == "BadRequestError"
        api.close()


def test_a_page_of_a_search_needs_its_body(api: Api) -> None:
    key, path, body = api.emulator.premium_key, "/dtm/docs/search", {"query": "example"}
    address = next_page(api, "POST", path, json=body, params={"size": 1})
    assert len(api.expect(200, "POST", address, key=key, json=body)["docs"]) == 1
    other = api.error(400, "POST", address, key=key, json={"query": "other"})
    assert other == api.error(400, "POST", address, key=key) == "BadRequestError"


@pytest.mark.parametrize("token", ["x", "AAAA", "e30", "\u00e4"])
def test_tokens_of_nobody_are_refused(api: Api, token: str) -> None:
    key = api.emulator.premium_key
    for path, name in (("/dtm/alerts", "page"), ("/asm/search/issues/x", "page_token")):
        assert api.error(400, "GET", path, key=key, params={name: token}) == "BadRequestError"


def test_a_token_is_of_its_search(api: Api) -> None:
    key = api.emulator.premium_key
    first = api.get("/asm/search/issues/scoped:true", key=key, params={"page_size": 10})["result"]
    assert (first["more"], first["total_pages"], first["page"]) == (True, 6, 0)
    params = {"page_size": 10, "page_token": first["next_page_token"]}
    second = api.get("/asm/search/issues/scoped:true", key=key, params=params)["result"]
    assert second["page"] == 1
    refused = api.error(400, "GET", "/asm/search/issues/scoped:false", key=key, params=params)
    assert refused == "BadRequestError"


def test_a_search_gives_no_more_than_ten_thousand(api: Api) -> None:
    backend = api.emulator._backend
    assert backend is not None
    store = backend.store
    with store.transaction():
        for number in range(10_001):
            Records("ASMTechnology", "uid").put(store, {"uid": f"u{number}", "name": "Many"})
    params = {"page_size": 1000, "page": 9}
    key = api.emulator.premium_key
    last = api.get("/asm/search/technologies/many", key=key, params=params)["result"]
    assert (last["total_hits"], last["total_pages"], len(last["hits"])) == (10_000, 10, 1000)
    assert (last["more"], last["next_page_token"]) == (False, None)


@pytest.mark.parametrize(
    ("params", "count"),
    [
        ({"severity": ["low", "high"]}, 16),
        ({"status": "read"}, 0),
        ({"since": "2026-01-01T10:00:00Z", "until": "2026-01-01T12:00:00+01:00"}, 2),
        ({"mscore_gte": 100}, 0),
        ({"has_analysis": "true"}, 0),
        ({"search": "no such text"}, 0),
        ({"match_value": "nobody"}, 0),
        ({"monitor_id": "nobody"}, 0),
    ],
)
def test_alerts_are_chosen(api: Api, params: dict[str, Any], count: int) -> None:
    assert len(alerts(api, size=25, **params)) == count


def test_alerts_are_shown_as_asked_for(api: Api) -> None:
    newest, oldest = alerts(api, size=25), alerts(api, size=25, order="asc")
    assert [alert["id"] for alert in newest] == [alert["id"] for alert in reversed(oldest)]
    assert any("doc" in alert for alert in newest)
    bare = alerts(api, size=25, refs="false")
    assert not any(alert.keys() & {"doc", "labels", "topics", "monitor_name"} for alert in bare)
    cut = alerts(api, size=25, truncate=2)
    assert {len(a["doc"]["body"]) for a in cut if "body" in a.get("doc", {})} == {2}


def test_a_form_takes_ten_attachments(api: Api) -> None:
    path, key = "/dtm/alerts/alert0001/attachments", api.emulator.premium_key
    ten = [("files", (f"{number}.txt", b"x")) for number in range(10)]
    api.expect(200, "POST", path, key=key, files=ten)
    eleven = [*ten, ("files", ("more.txt", b"x"))]
    assert api.error(400, "POST", path, key=key, files=eleven) == "InvalidArgumentError"
    other = [("other", ("more.txt", b"x"))]
    assert api.error(400, "POST", path, key=key, files=other) == "InvalidArgumentError"
