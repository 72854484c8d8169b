"""What users do with objects of their own: made, changed, shared, run, found and deleted."""

import base64
import hashlib
import io
import zipfile
from typing import Any

import pytest

from vt_sdk.emulator import Emulator

from .support import EICAR, Api

RULES = 'rule wanted : demo { strings: $a = "needle in it" condition: $a }'
NEEDLE = b"a file with a needle in it"


@pytest.fixture
def premium(api: Api) -> "Caller":
    return Caller(api, api.emulator.premium_key)


class Caller:
    """The same client with another key, and bodies put into their envelope."""

    def __init__(self, api: Api, key: str) -> None:
        self.api = api
        self.key = key

    def ask(self, method: str, path: str, status: int = 200, **options: Any) -> Any:
        return self.api.expect(status, method, path, key=self.key, **options)

    def get(self, path: str) -> Any:
        return self.ask("GET", path)

    def make(self, path: str, kind: str, **attributes: Any) -> Any:
        body = {"data": {"type": kind, "attributes": attributes}}
        return self.ask("POST", path, json=body)["data"]

    def change(self, path: str, kind: str, **attributes: Any) -> Any:
        body = {"data": {"type": kind, "attributes": attributes}}
        return self.ask("PATCH", path, json=body)["data"]

    def upload(self, content: bytes, path: str = "/files", **fields: str) -> str:
        files = {"file": ("a.txt", content)}
        self.ask("POST", path, files=files, data=fields)
        return hashlib.sha256(content).hexdigest()

    def download(self, path: str) -> bytes:
        response = self.api.call("GET", path, key=self.key)
        assert response.status_code == 302, response.text
        return self.api.call("GET", response.headers["location"], key=None).content


@pytest.mark.parametrize(
    ("path", "kind", "made", "changed"),
    [
        ("/collections", "collection", {"name": "Mine"}, {"name": "Ours", "tags": ["a"]}),
        ("/graphs", "graph", {"graph_data": {"description": "x"}}, {"private": True}),
        (
            "/intelligence/hunting_rulesets",
            "hunting_ruleset",
            {"name": "x", "rules": RULES},
            {"enabled": True},
        ),
        (
            "/saved_searches",
            "saved_search",
            {"name": "x", "search_query": "type:peexe"},
            {"private": True},
        ),
        ("/references", "reference", {"url": "http://example.com/"}, {"author": "me"}),
        ("/threat_profiles", "threat_profile", {"name": "x"}, {"name": "y"}),
    ],
)
def test_object_is_made_changed_and_deleted(
    premium: Caller, path: str, kind: str, made: dict[str, Any], changed: dict[str, Any]
) -> None:
    new = premium.make(path, kind, **made)
    own = f"{path}/{new['id']}"
    assert new["links"]["self"] == f"{premium.api.emulator.base_url}{own}"
    assert premium.get(own)["data"] == new
    assert new["attributes"].items() >= made.items()
    after = premium.change(own, kind, **changed)
    assert after["attributes"].items() >= {**made, **changed}.items()
    assert premium.get(own)["data"] == after
    if kind != "reference":
        assert premium.get(path)["data"][0]["id"] == new["id"]
    premium.ask("DELETE", own)
    premium.ask("GET", own, status=404)
    premium.ask("DELETE", own, status=404)


def test_only_owners_and_editors_change_what_somebody_made(premium: Caller) -> None:
    other = Caller(premium.api, premium.api.emulator.add_key(user="other", premium=True))
    path = f"/graphs/{premium.make('/graphs', 'graph', graph_data={'description': 'x'})['id']}"
    assert other.get(path)["data"]["type"] == "graph"
    change = {"data": {"type": "graph", "attributes": {"private": True}}}
    other.ask("PATCH", path, status=403, json=change)
    other.ask("DELETE", path, status=403)
    own = {"data": [{"type": "user", "id": "other"}]}
    other.ask("POST", f"{path}/relationships/editors", status=403, json=own)
    editors = f"{path}/relationships/editors"
    added = {"data": [{"type": "user", "id": "other"}]}
    assert [user["id"] for user in premium.ask("POST", editors, json=added)["data"]] == ["other"]
    assert premium.get(f"{editors}/other")["data"] is True
    assert [user["id"] for user in premium.get(editors)["data"]] == ["other"]
    other.ask("PATCH", path, json=change)
    premium.ask("DELETE", f"{editors}/other")
    assert premium.get(f"{editors}/other")["data"] is False
    other.ask("PATCH", path, status=403, json=change)
    assert premium.get(f"{path}/owner")["data"]["id"] == "emulator-premium"


def test_items_of_a_collection(premium: Caller) -> None:
    files = {"data": [{"type": "file", "id": EICAR}]}
    body = {
        "data": {
            "type": "collection",
            "attributes": {"name": "Mine"},
            "relationships": {"files": files},
        }
    }
    made = premium.ask("POST", "/collections", json=body)["data"]
    path = f"/collections/{made['id']}"
    assert made["attributes"]["files_count"] == 1
    assert [item["id"] for item in premium.get(f"{path}/files")["data"]] == [EICAR]
    urls = {"data": [{"type": "url", "url": "http://new.example/a"}]}
    premium.ask("POST", f"{path}/urls", json=urls)
    found = premium.get(f"{path}/urls")["data"]
    assert [item["attributes"]["url"] for item in found] == ["http://new.example/a"]
    described = premium.get(f"{path}/relationships/urls")["data"]
    assert described == [{"type": "url", "id": found[0]["id"]}]
    premium.ask("DELETE", f"{path}/urls", json=urls)
    assert premium.get(f"{path}/urls")["data"] == []
    assert premium.get(f"{path}/domains")["data"] == []
    text = {"data": {"type": "comment", "attributes": {"text": "Look at #this"}}}
    comment = premium.ask("POST", f"{path}/comments", json=text)["data"]
    assert comment["id"].startswith(f"c-{made['id']}-")
    assert [item["id"] for item in premium.get(f"{path}/comments")["data"]] == [comment["id"]]
    assert premium.get(f"/comments/{comment['id']}/item")["data"]["id"] == made["id"]


def test_unknown_objects_are_not_found(premium: Caller) -> None:
    for path in ("/collections/unknown", f"/private/files/{'0' * 64}", "/graphs/unknown-one/owner"):
        premium.ask("GET", path, status=404)
    premium.ask("GET", "/collections/known/no_such_relationship", status=404)


def test_lists_of_samples_have_pages(premium: Caller) -> None:
    first = premium.get("/threat_actors?limit=3")
    rest = premium.get(f"/threat_actors?limit=3&cursor={first['meta']['cursor']}")
    ids = [actor["id"] for actor in first["data"] + rest["data"]]
    assert len(set(ids)) == len(ids) == 4
    assert "cursor" not in rest.get("meta", {})
    assert premium.get(f"/threat_actors/{ids[3]}")["data"]["id"] == ids[3]


def test_what_a_request_must_have(premium: Caller) -> None:
    for method, path in (
        ("GET", "/search"),
        ("DELETE", "/intelligence/hunting_rulesets"),
        ("GET", "/feeds/files/20240101"),
        ("GET", "/feeds/files/202413010000"),
        ("GET", "/collections?limit=1000"),
    ):
        premium.ask(method, path, status=400)


def test_confirmed_deletion_of_all_rulesets(premium: Caller) -> None:
    path = "/intelligence/hunting_rulesets"
    premium.make(path, "hunting_ruleset", name="x", rules=RULES)
    wrong = {"x-confirm-delete": "somebody"}
    premium.ask("DELETE", path, status=400, headers=wrong)
    right = {"x-confirm-delete": "emulator-premium"}
    operation = premium.ask("DELETE", path, headers=right)["data"]
    assert premium.get(f"/operations/{operation['id']}")["data"]["attributes"] == {
        "status": "finished"
    }
    assert premium.get(path)["data"] == []


def test_ruleset_brings_notifications(premium: Caller) -> None:
    path = "/intelligence/hunting_rulesets"
    ruleset = premium.make(path, "hunting_ruleset", name="x", rules=RULES, enabled=True)
    sha256 = premium.upload(NEEDLE)
    premium.upload(b"something else")
    matches = premium.get(f"{path}/{ruleset['id']}/hunting_notification_files")["data"]
    assert [file["id"] for file in matches] == [sha256]
    newest = premium.get("/intelligence/hunting_notifications?limit=1")["data"][0]
    assert newest["attributes"]["rule_name"] == "wanted"
    assert newest["attributes"]["rule_tags"] == ["demo"]
    term = f"filter=source_id:{ruleset['id']}"
    (shown,) = premium.get(f"/ioc_stream?{term}")["data"]
    assert shown["id"] == sha256
    context = shown["context_attributes"]
    assert context["sources"][0]["label"] == "x"
    of_stream = premium.get(f"/ioc_stream_notifications/{context['notification_id']}")["data"]
    assert of_stream["attributes"]["entity_id"] == sha256
    assert premium.get("/ioc_stream?filter=date:2020-01-01- origin:hunting")["data"] == []
    premium.ask("GET", "/ioc_stream?filter=colour:red", status=400)
    premium.ask("DELETE", f"/ioc_stream?{term}")
    assert premium.get(f"/ioc_stream?{term}")["data"] == []
    premium.change(f"{path}/{ruleset['id']}", "hunting_ruleset", enabled=False)
    premium.upload(NEEDLE)
    assert premium.get(f"/ioc_stream?{term}")["data"] == []
    body = {"data": {"type": "user", "id": "other"}}
    owner = f"{path}/{ruleset['id']}/relationships/owner"
    assert premium.ask("POST", owner, json=body)["data"] == body["data"]
    assert premium.get(f"{path}/{ruleset['id']}/owner")["data"]["id"] == "other"
    premium.ask("DELETE", f"{path}/{ruleset['id']}", status=403)


def test_retrohunt_runs_and_finds(premium: Caller) -> None:
    sha256 = premium.upload(NEEDLE)
    premium.api.emulator.analysis_polls = 2
    path = "/intelligence/retrohunt_jobs"
    job = premium.make(path, "retrohunt_job", rules=RULES)
    assert job["attributes"]["status"] == "starting"
    own = f"{path}/{job['id']}"
    states = [premium.get(own)["data"]["attributes"] for _ in range(3)]
    assert [state["status"] for state in states] == ["starting", "running", "finished"]
    assert states[-1]["num_matches"] == 1
    assert states[-1]["progress"] == 100
    assert [file["id"] for file in premium.get(f"{own}/matching_files")["data"]] == [sha256]
    assert premium.get(f"{own}/owner")["data"]["id"] == "emulator-premium"
    other = premium.make(path, "retrohunt_job", rules=RULES)
    premium.ask("POST", f"{path}/{other['id']}/abort")
    aborted = premium.get(f"{path}/{other['id']}")["data"]["attributes"]
    assert aborted["status"] == "aborted"


@pytest.mark.parametrize("password", ["", "infected"])
def test_zip_holds_what_was_uploaded(premium: Caller, password: str) -> None:
    premium.api.emulator.analysis_polls = 1
    names = [premium.upload(NEEDLE), premium.upload(b"")]
    data = {"hashes": [*names, "a" * 64], **({"password": password} if password else {})}
    made = premium.ask("POST", "/intelligence/zip_files", json={"data": data})["data"]
    own = f"/intelligence/zip_files/{made['id']}"
    assert made["attributes"]["status"] == "starting"
    error = premium.ask("GET", f"{own}/download", status=400)["error"]
    assert error["code"] == "NotAvailableYet"
    states = [premium.get(own)["data"]["attributes"] for _ in range(2)]
    assert states[-1] == {"status": "finished", "progress": 100, "files_ok": 2, "files_error": 1}
    content = premium.download(f"{own}/download")
    address = premium.get(f"{own}/download_url")["data"]
    assert premium.api.call("GET", address, key=None).status_code == 200
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.namelist() == names
        assert archive.read(names[0], password.encode()) == NEEDLE
        assert archive.read(names[1], password.encode()) == b""
        if password:
            with pytest.raises(RuntimeError):
                archive.read(names[0])


def test_only_hashes_lead_to_contents(premium: Caller) -> None:
    outside = "../../../../../../../../etc/hostname"
    path = "/intelligence/zip_files"
    made = premium.ask("POST", path, json={"data": {"hashes": [outside]}})["data"]
    attributes = premium.get(f"{path}/{made['id']}")["data"]["attributes"]
    assert (attributes["files_ok"], attributes["files_error"]) == (0, 1)
    token = base64.urlsafe_b64encode(outside.encode()).decode()
    premium.ask("GET", f"/feeds/files/{token}/download", status=404)


def test_private_file_is_analysed_and_stays_private(premium: Caller) -> None:
    premium.api.emulator.analysis_polls = 1
    answer = premium.ask(
        "POST",
        "/private/files",
        files={"file": ("a.txt", NEEDLE)},
        data={"retention_period_days": "3", "enable_internet": "true"},
    )["data"]
    assert answer["type"] == "private_analysis"
    own = f"/private/analyses/{answer['id']}"
    states = [premium.get(own) for _ in range(2)]
    assert [state["data"]["attributes"]["status"] for state in states] == ["queued", "completed"]
    sha256 = hashlib.sha256(NEEDLE).hexdigest()
    assert states[-1]["meta"]["file_info"]["sha256"] == sha256
    assert premium.get(f"{own}/item")["data"]["id"] == sha256
    report = premium.get(f"/private/files/{sha256}")["data"]
    assert report["type"] == "private_file"
    assert report["attributes"]["size"] == len(NEEDLE)
    assert premium.get("/private/files")["data"][0]["id"] == sha256
    premium.ask("GET", f"/files/{sha256}", status=404)
    again = premium.ask("POST", f"/private/files/{sha256}/analyse")["data"]
    analyses = premium.get(f"/private/files/{sha256}/analyses")["data"]
    assert {item["id"] for item in analyses} == {answer["id"], again["id"]}
    address = premium.get("/private/files/upload_url")["data"]
    large = premium.api.call("POST", address, key=None, files={"file": ("b", b"other")}).json()
    assert large["data"]["type"] == "private_analysis"
    premium.ask("DELETE", f"/private/files/{sha256}")
    premium.ask("GET", f"/private/files/{sha256}", status=404)


def test_private_form_is_checked(premium: Caller) -> None:
    for field in ({"retention_period_days": "90"}, {"enable_internet": "perhaps"}):
        files = {"file": ("a.txt", NEEDLE)}
        premium.ask("POST", "/private/files", status=400, files=files, data=field)
    made = premium.ask("POST", "/private/urls", data={"url": "http://private.example"})["data"]
    meta = premium.get(f"/private/analyses/{made['id']}")["meta"]
    assert meta["url_info"]["url"] == "http://private.example/"
    premium.ask("POST", "/private/urls", status=400, data={"url": "http://"})


def test_monitor_item_comes_with_a_file_or_without(premium: Caller) -> None:
    files: dict[str, Any] = {"file": ("a.exe", NEEDLE), "path": (None, "/tools/a.exe")}
    made = premium.ask("POST", "/monitor/items", files=files)["data"]
    assert made["attributes"]["path"] == "/tools/a.exe"
    folder = premium.ask("POST", "/monitor/items", files={"path": (None, "/tools/")})["data"]
    assert premium.get(f"/monitor/items/{folder['id']}")["data"]["attributes"]["path"] == "/tools/"


def test_search_by_identifier(api: Api, premium: Caller) -> None:
    for text, expected in (
        (EICAR.upper(), ("file", EICAR)),
        ("44d88612fea8a8f36de82e1278abb02f", ("file", EICAR)),
        ("EXAMPLE.com", ("domain", "example.com")),
        ("192.0.2.1", ("ip_address", "192.0.2.1")),
    ):
        found = api.get("/search", params={"query": text})["data"]
        assert [(item["type"], item["id"]) for item in found] == [expected]
    found = api.get("/search", params={"query": "http://malware.example/"})["data"]
    assert [item["attributes"]["url"] for item in found] == ["http://malware.example/"]
    assert api.get("/search", params={"query": "http://nobody.example/"})["data"] == []
    tagged = api.get("/search", params={"query": "#eicar"})["data"]
    assert {item["type"] for item in tagged} == {"comment"}


QUERIES = {
    "": 3,
    "entity:file": 3,
    "type:text": 2,
    "p:5+": 1,
    "p:5-": 2,
    "positives:5+ OR name:a.txt": 2,
    "NOT p:5+": 2,
    "-p:5+ name:readme*": 1,
    "size:1KB+": 0,
    "size:1KB-": 3,
    "fs:2024-01-01": 2,
    "fs:2024-01-02+": 1,
    "fs:2023-01-01-": 0,
    "fs:2d+": 1,
    "fs:2d-": 2,
    "fs:0d": 1,
    'name:"eicar.com" AND (p:1+ OR type:peexe)': 1,
    'content:"needle in it"': 1,
    "content:{6e6565646c65}": 1,
    "needle": 0,
    "eicar": 1,
    "entity:domain tld:example": 1,
    "entity:ip country:XX": 0,
    "entity:url hostname:malware.example": 1,
}


@pytest.mark.parametrize("query", QUERIES)
def test_intelligence_search(premium: Caller, query: str) -> None:
    premium.upload(NEEDLE)
    query = query or "entity:file"
    answer = premium.ask("GET", "/intelligence/search", params={"query": query})
    assert len(answer["data"]) == answer["meta"]["total_hits"] == QUERIES[query]


def test_intelligence_search_has_orders_pages_and_descriptors(premium: Caller) -> None:
    premium.upload(NEEDLE)

    def sizes(order: str) -> list[int]:
        params = {"query": "entity:file", "order": order}
        found = premium.ask("GET", "/intelligence/search", params=params)["data"]
        return [item["attributes"]["size"] for item in found]

    assert sizes("size+") == sorted(sizes("size-")) == sizes("size-")[::-1]
    params = {"query": "entity:file", "limit": "2", "descriptors_only": "true"}
    first = premium.ask("GET", "/intelligence/search", params=params)
    assert all("attributes" not in item for item in first["data"])
    params["cursor"] = first["meta"]["cursor"]
    rest = premium.ask("GET", "/intelligence/search", params=params)
    assert len(first["data"] + rest["data"]) == 3


@pytest.mark.parametrize(
    "query", ["colour:red", "(p:1", "p:many", "fs:yesterday", "entity:dog", "p:1 OR", 'name:"x']
)
def test_query_that_is_none_is_refused(premium: Caller, query: str) -> None:
    premium.ask("GET", "/intelligence/search", status=400, params={"query": query})


def test_page_needs_no_key(vt_emulator: Emulator, api: Api) -> None:
    for address in ("/widget/html/token", f"{vt_emulator.url}/ui/widget/html/token"):
        response = api.call("GET", address, key=None)
        assert response.status_code == 200
        assert response.headers["content-type"].startswith("text/html")
    api.expect(401, "GET", f"{vt_emulator.url}/ui/widget/url", key=None)
