"""What the operations on files, URLs, domains, addresses, analyses and comments do."""

import base64
import hashlib
from collections.abc import Callable
from typing import Any
from urllib.parse import quote

import pytest
import requests

import vt_sdk.emulator
from vt_sdk import NotFoundError

from .support import COLLECTIONS, COMMENT, EICAR, URL, Api, vote


def analysis_id(api: Api) -> str:
    return str(api.post(f"/files/{EICAR}/analyse")["data"]["id"])


def own_comment(api: Api) -> str:
    return str(api.post(f"/files/{EICAR}/comments", json=COMMENT)["data"]["id"])


Ask = Callable[[Api], requests.Response]


def simple(method: str, path: str, **options: Any) -> Ask:
    return lambda api: api.call(method, path, **options)


def premium(method: str, path: str) -> Ask:
    return lambda api: api.call(method, path, key=api.emulator.premium_key)


def of_analysis(tail: str) -> Ask:
    return lambda api: api.call("GET", f"/analyses/{analysis_id(api)}{tail}")


def of_comment(method: str, tail: str, **options: Any) -> Ask:
    return lambda api: api.call(method, f"/comments/{own_comment(api)}{tail}", **options)


ASKS: dict[str, Ask] = {
    "get_file_upload_url": simple("GET", "/files/upload_url"),
    "upload_file": simple("POST", "/files", files={"file": ("a.txt", b"text")}),
    "download_file": premium("GET", f"/files/{EICAR}/download"),
    "get_file_download_url": premium("GET", f"/files/{EICAR}/download_url"),
    "list_file_behaviours": simple("GET", f"/files/{EICAR}/behaviours"),
    "get_file_behaviour_pcap": premium(
        "GET", f"/file_behaviours/{quote(f'{EICAR}_Glass Box')}/pcap"
    ),
    "scan_url": simple("POST", "/urls", data={"url": "http://example.org/new"}),
    "get_analysis": of_analysis(""),
    "get_analysis_relationship": of_analysis("/item"),
    "get_analysis_relationship_descriptors": of_analysis("/relationships/item"),
    "list_comments": simple("GET", "/comments"),
    "get_comment": of_comment("GET", ""),
    "delete_comment": of_comment("DELETE", ""),
    "vote_comment": of_comment("POST", "/vote", json={"data": "positive"}),
    "get_comment_relationship": of_comment("GET", "/author"),
    "get_comment_relationship_descriptors": of_comment("GET", "/relationships/item"),
    "get_user_overall_quotas": simple("GET", "/users/emulator-public/overall_quotas"),
    "get_user_api_usage": simple("GET", "/users/emulator-public/api_usage"),
    "get_group_api_usage": premium("GET", "/groups/emulator-group/api_usage"),
}
for kind, (collection, object_id) in COLLECTIONS.items():
    path = f"{collection}/{object_id}"
    ASKS |= {
        f"get_{kind}": simple("GET", path),
        f"rescan_{kind}": simple("POST", f"{path}/analyse"),
        f"list_{kind}_comments": simple("GET", f"{path}/comments"),
        f"add_{kind}_comment": simple("POST", f"{path}/comments", json=COMMENT),
        f"list_{kind}_votes": simple("GET", f"{path}/votes"),
        f"add_{kind}_vote": simple("POST", f"{path}/votes", json=vote("malicious")),
        f"get_{kind}_relationship": simple("GET", f"{path}/votes"),
        f"get_{kind}_relationship_descriptors": simple("GET", f"{path}/relationships/votes"),
    }


@pytest.mark.parametrize("operation", sorted(ASKS))
def test_operation_answers_as_the_document_says(api: Api, operation: str) -> None:
    response = ASKS[operation](api)
    expected = 302 if operation == "download_file" else 200
    assert response.status_code == expected, response.text
    assert response.headers["x-vt-emulator"]


@pytest.mark.parametrize("kind", sorted(COLLECTIONS))
def test_report_holds_what_is_always_there(api: Api, kind: str) -> None:
    collection, object_id = COLLECTIONS[kind]
    shown = api.get(f"{collection}/{object_id}")["data"]
    assert shown["type"] == kind
    assert shown["links"]["self"] == f"{api.emulator.base_url}{collection}/{shown['id']}"
    attributes = shown["attributes"]
    counted = sum(attributes["last_analysis_stats"].values())
    assert counted == len(attributes["last_analysis_results"]) == 70
    assert {"reputation", "total_votes"} <= set(attributes)


def test_file_is_found_by_each_of_its_hashes(api: Api) -> None:
    report = api.get(f"/files/{EICAR}")["data"]
    attributes = report["attributes"]
    assert attributes["last_analysis_stats"]["malicious"] > 50
    assert attributes["sha1"] == "3395856ce81f2b7382dee72602f798b642f14140"
    for name in ("md5", "sha1", "sha256"):
        found = api.get(f"/files/{attributes[name].upper()}")["data"]
        assert found == report


def test_unknown_objects_are_not_found(api: Api) -> None:
    unknown = "0" * 64
    error = api.expect(404, "GET", f"/files/{unknown}")["error"]
    assert error == {"code": "NotFoundError", "message": f'File "{unknown}" not found'}
    for path in ("/urls/bm90IGEgdXJs", f"/urls/{unknown}", "/analyses/none", "/comments/f-0-0"):
        assert api.error(404, "GET", path) == "NotFoundError"
    path = f"/file_behaviours/{EICAR}_None/pcap"
    assert api.error(404, "GET", path, key=api.emulator.premium_key) == "NotFoundError"


def test_domains_and_addresses_are_known_if_well_formed(api: Api) -> None:
    assert api.get("/domains/never.asked.example.net")["data"]["type"] == "domain"
    assert api.get("/domains/B%C3%BCcher.example")["data"]["id"] == "xn--bcher-kva.example"
    assert api.get("/ip_addresses/2001:0db8:0:0::0001")["data"]["id"] == "2001:db8::1"
    assert api.get("/ip_addresses/192.0.2.200")["data"]["attributes"]["network"] == "192.0.2.0/24"
    for path in ("/domains/none", "/domains/a..example", "/ip_addresses/192.0.2.256"):
        assert api.error(400, "GET", path) == "InvalidArgumentError"
    assert api.get("/domains/never.asked.example.net/comments")["data"] == []


def test_url_is_known_after_its_submission_in_any_spelling(api: Api) -> None:
    spelling = "HTTP://EXAMPLE.com:80/Path?q=1#part"
    submitted = api.post("/urls", data={"url": spelling})["data"]
    assert submitted["type"] == "analysis"
    assert submitted["id"].startswith("u-")
    by_text = base64.urlsafe_b64encode(spelling.encode()).decode().rstrip("=")
    report = api.get(f"/urls/{by_text}")["data"]
    assert report["attributes"]["url"] == "http://example.com/Path?q=1"
    assert api.get(f"/urls/{report['id']}")["data"] == report
    analysis = api.get(f"/analyses/{submitted['id']}")
    assert analysis["meta"] == {
        "url_info": {"id": report["id"], "url": "http://example.com/Path?q=1"}
    }
    location = api.get(f"/urls/{report['id']}/network_location")["data"]
    assert (location["type"], location["id"]) == ("domain", "example.com")


def test_what_is_no_url_is_refused(api: Api) -> None:
    for text in ("http://", "mailto://a@example.com", "http://a b/"):
        assert api.error(400, "POST", "/urls", data={"url": text}) == "InvalidArgumentError"


def test_second_vote_is_refused_and_votes_count(api: Api) -> None:
    before = api.get("/domains/example.org")["data"]["attributes"]
    made = api.post("/domains/example.org/votes", json=vote("malicious"))["data"]
    assert made["attributes"]["value"] == -1
    error = api.expect(409, "POST", "/domains/example.org/votes", json=vote("harmless"))["error"]
    assert error["code"] == "AlreadyExistsError"
    assert error["message"] == ('User "emulator-public" already voted "malicious" for this domain')
    other = api.emulator.premium_key
    api.post("/domains/example.org/votes", json=vote("harmless"), key=other)
    after = api.get("/domains/example.org")["data"]["attributes"]
    assert after["total_votes"] == {"harmless": 1, "malicious": 1}
    assert after["reputation"] == before["reputation"]
    assert after["last_modification_date"] > before["last_modification_date"]
    own = api.get("/domains/example.org/user_votes")["data"]
    assert [item["id"] for item in own] == [made["id"]]


def test_comment_has_tags_and_html_and_belongs_to_its_author(api: Api) -> None:
    made = api.post("/urls/" + URL + "/comments", json=COMMENT)["data"]
    assert made["id"].startswith("u-")
    assert made["attributes"]["tags"] == ["test"]
    assert made["attributes"]["html"] == "A #Test<br />&lt;of&gt; a comment"
    newest = api.get("/comments?limit=1")["data"]
    assert newest == api.get("/comments?filter=tag:test&limit=1")["data"] == [made]
    path = f"/comments/{made['id']}"
    assert api.get(f"{path}/author")["data"]["id"] == "emulator-public"
    assert api.get(f"{path}/item")["data"]["type"] == "url"
    other = api.emulator.premium_key
    assert api.error(403, "DELETE", path, key=other) == "ForbiddenError"
    counters = api.post(f"{path}/vote", json={"data": "abuse"}, key=other)["data"]
    assert counters == {"positive": 0, "negative": 0, "abuse": 1}
    assert api.call("DELETE", path).content == b""
    assert api.error(404, "DELETE", path) == "NotFoundError"
    assert api.error(400, "GET", "/comments?filter=author:me") == "InvalidArgumentError"


def test_premium_operations_and_relationships_are_refused_to_a_public_key(api: Api) -> None:
    paths = [
        f"/files/{EICAR}/download",
        f"/files/{EICAR}/download_url",
        f"/files/{EICAR}/analyses",
        f"/files/{EICAR}/relationships/submissions",
        f"/files/{EICAR}?relationships=submissions",
    ]
    for path in paths:
        assert api.error(403, "GET", path) == "ForbiddenError"
    assert api.get(f"/files/{EICAR}/submissions", key=api.emulator.premium_key)["data"] == []


def test_pcap_is_a_capture(api: Api) -> None:
    response = ASKS["get_file_behaviour_pcap"](api)
    assert response.content[:4] == b"\xd4\xc3\xb2\xa1"
    assert response.headers["content-type"] == "application/vnd.tcpdump.pcap"


def test_url_at_an_address_has_no_top_level_domain(api: Api) -> None:
    made = api.post("/urls", data={"url": "http://203.0.113.9:8080/"})["data"]["id"]
    shown = api.get(f"/analyses/{made}/item")["data"]
    assert "tld" not in shown["attributes"]
    assert shown["attributes"]["last_analysis_stats"]["malicious"] > 0
    location = api.get(f"/urls/{shown['id']}/network_location")["data"]
    assert (location["type"], location["id"]) == ("ip_address", "203.0.113.9")


@pytest.mark.parametrize(
    ("listed", "group", "name", "state"),
    [
        ("the EICAR test file", "files", EICAR, "flagged"),
        ("`malware.example`", "domains", "malware.example", "flagged"),
        ("all below it", "domains", "any.malware.example", "flagged"),
        ("its URLs", "urls", "http://malware.example/", "flagged"),
        ("203.0.113.0/24", "ip_addresses", "203.0.113.9", "flagged"),
        ("`suspicious.example`", "domains", "suspicious.example", "flagged"),
        ("`readme.txt`", "files", hashlib.sha256(b"Nothing to see here.\n").hexdigest(), "clean"),
        ("`http://example.com/`", "urls", "http://example.com/", "clean"),
        ("all other domains", "domains", "other.example", "clean"),
        ("addresses are known", "ip_addresses", "192.0.2.200", "clean"),
        ("all other files and URLs unknown", "files", "1" * 64, None),
        ("all other files and URLs unknown", "urls", "http://other.example/", None),
        ("`http://lost.example/`", "urls", "http://lost.example/", None),
    ],
)
def test_reserved_names_are_what_is_listed(
    api: Api, listed: str, group: str, name: str, state: str | None
) -> None:
    assert listed in " ".join((vt_sdk.emulator.__doc__ or "").split())
    with api.emulator.client() as client:
        ask = getattr(client, group).get_report
        if state is None:
            with pytest.raises(NotFoundError):
                ask(name)
        else:
            assert ask(name).state == state
