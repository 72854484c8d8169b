"""What is refused: keys, paths, bodies; and answers that the document does not allow."""

import copy
import functools
import json
import logging
import socket
from pathlib import Path
from typing import Any

import pytest
import requests

from vt_sdk.emulator import Emulator
from vt_sdk.emulator.document import Document
from vt_sdk.emulator.handlers import HANDLERS
from vt_sdk.emulator.messages import Answer

from .support import EICAR, Api, vote


def test_key_is_needed_and_must_be_known(api: Api) -> None:
    path = f"/files/{EICAR}"
    assert api.error(401, "GET", path, key=None) == "AuthenticationRequiredError"
    assert api.error(401, "GET", path, key="wrong") == "WrongCredentialsError"


def test_unknown_paths_and_methods_have_error_bodies(api: Api) -> None:
    assert api.error(404, "GET", "/nothing/here") == "NotFoundError"
    assert api.error(404, "GET", "/files//votes") == "NotFoundError"
    assert api.error(404, "GET", f"{api.emulator.url}/index.html") == "NotFoundError"
    response = api.call("PATCH", f"/files/{EICAR}")
    assert response.status_code == 405
    assert response.headers["allow"] == "GET"
    assert response.json()["error"]["code"] == "BadRequestError"
    assert api.error(405, "GET", f"{api.emulator.url}/upload/x") == "BadRequestError"


def test_encoded_slash_stays_inside_its_segment(api: Api) -> None:
    error = api.expect(404, "GET", "/files/a%2Fcomments")["error"]
    assert error["message"] == 'File "a/comments" not found'


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({"data": vote("good")["data"]}, "InvalidArgumentError"),
        (
            {"data": {"type": "comment", "attributes": {"verdict": "harmless"}}},
            "InvalidArgumentError",
        ),
        ({"data": {"type": "vote"}}, "InvalidArgumentError"),
        ([], "InvalidArgumentError"),
        ("{", "BadRequestError"),
        ("[" * 100_000, "BadRequestError"),
        ("\xff", "BadRequestError"),
    ],
)
def test_body_must_be_what_the_document_says(api: Api, body: Any, code: str) -> None:
    text = body if isinstance(body, str) else json.dumps(body)
    headers = {"content-type": "application/json"}
    sent = text.encode("latin-1")
    path = f"/files/{EICAR}/votes"
    assert api.error(400, "POST", path, data=sent, headers=headers) == code


def test_content_type_must_be_what_the_document_says(api: Api) -> None:
    assert api.error(400, "POST", f"/files/{EICAR}/votes", data=b"{}") == "BadRequestError"
    assert api.error(400, "POST", "/urls", json={"url": "http://a.example"}) == "BadRequestError"
    assert api.error(400, "POST", "/urls", data={"other": "x"}) == "InvalidArgumentError"


def test_text_of_any_kind_comes_back(api: Api) -> None:
    for text in ("\ud800", "\U0001f600", "a\0b"):
        body = json.dumps({"data": {"type": "comment", "attributes": {"text": text}}})
        response = api.call(
            "POST",
            "/domains/example.net/comments",
            data=body,
            headers={"content-type": "application/json"},
        )
        # Half a surrogate pair is no text that a database of UTF-8 could keep.
        assert response.status_code == (400 if text == "\ud800" else 200)
        if response.status_code == 200:
            assert response.json()["data"]["attributes"]["text"] == text


@pytest.mark.parametrize("answer", [{"data": {}}, {"data": 1}, {}, None])
def test_answer_that_breaks_the_document_is_a_loud_fault(
    api: Api, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, answer: Any
) -> None:
    monkeypatch.setitem(HANDLERS, "get_file", lambda backend, call: Answer(answer))
    with caplog.at_level(logging.ERROR):
        error = api.expect(500, "GET", f"/files/{EICAR}")["error"]
    assert error["code"] == "EmulatorError"
    assert "get_file breaks the document" in error["message"]
    assert "get_file" in caplog.text


def test_relationship_that_breaks_the_schema_of_its_objects_is_a_fault(
    api: Api, monkeypatch: pytest.MonkeyPatch
) -> None:
    wrong = Answer({"data": [{"type": "file", "id": "x", "attributes": {"size": "big"}}]})
    monkeypatch.setitem(HANDLERS, "get_domain_relationship", lambda backend, call: wrong)
    api.expect(500, "GET", "/domains/example.com/communicating_files")


def test_status_and_content_type_must_be_in_the_document(
    api: Api, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = [Answer(location="http://a.example"), Answer(content=b"x", media_type="a/b")]
    for answer in answers:
        handle = functools.partial(lambda given, backend, call: given, answer)
        monkeypatch.setitem(HANDLERS, "get_file", handle)
        api.expect(500, "GET", f"/files/{EICAR}")


def test_failing_handler_is_an_answer_too(
    api: Api, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(backend: object, call: object) -> Answer:
        raise ZeroDivisionError

    monkeypatch.setitem(HANDLERS, "get_file", fail)
    error = api.expect(500, "GET", f"/files/{EICAR}")["error"]
    assert error["code"] == "EmulatorError"
    assert "ZeroDivisionError" in error["message"]  # for programs that show no log
    assert "ZeroDivisionError" in caplog.text


def test_handler_without_operation_stops_the_start(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(HANDLERS, "get_nothing", lambda backend, call: Answer())
    with pytest.raises(ValueError, match="get_nothing"), Emulator():
        pass


def test_document_must_be_self_contained(tmp_path: Path) -> None:
    content = copy.deepcopy(dict(Document.load()._content))
    content["paths"]["/files"]["post"]["responses"]["200"] = {"$ref": "elsewhere.json"}
    source = tmp_path / "openapi.json"
    source.write_text(json.dumps(content))
    with pytest.raises(ValueError, match="self-contained"):
        Document.load(source)


def test_answers_are_compressed_for_those_who_say_so_twice(api: Api) -> None:
    agent = {"user-agent": "test (gzip)"}
    for headers, encoding in (
        ({**agent, "accept-encoding": "gzip"}, "gzip"),
        ({**agent, "accept-encoding": "identity"}, None),
        ({"user-agent": "test", "accept-encoding": "gzip"}, None),
    ):
        response = api.call("GET", f"/files/{EICAR}", headers=headers)
        assert response.headers.get("content-encoding") == encoding
        assert response.json()["data"]["id"] == EICAR


def test_quota_of_a_key_runs_out_and_comes_back() -> None:
    now = [1_800_000_000.0]
    with Emulator(clock=lambda: now[0]) as emulator:
        api = Api(emulator)
        key = emulator.add_key(user="small", per_minute=2, per_day=3)
        path = "/domains/example.com"
        assert [api.call("GET", path, key=key).status_code for _ in range(3)] == [200, 200, 429]
        assert api.error(429, "GET", path, key=key) == "QuotaExceededError"
        api.get(path)
        now[0] += 60
        assert [api.call("GET", path, key=key).status_code for _ in range(2)] == [200, 429]
        now[0] += 86_400
        api.get(path, key=key)
        api.close()


def test_key_of_ones_own_may_be_premium(api: Api) -> None:
    key = api.emulator.add_key("my-own-key", user="me", premium=True)
    assert key == "my-own-key"
    api.get(f"/files/{EICAR}/submissions", key=key)
    api.emulator.reset()
    assert api.error(401, "GET", f"/files/{EICAR}", key=key) == "WrongCredentialsError"


def test_nothing_shows_a_key(
    api: Api, caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    with caplog.at_level(logging.DEBUG):
        api.get(f"/files/{EICAR}")
        api.call("GET", f"/files/{EICAR}", key="a-wrong-key")
    written = caplog.text + "".join(capsys.readouterr()) + repr(api.emulator)
    assert api.emulator.api_key not in written
    assert "a-wrong-key" not in written
    assert all("key" not in str(call.path) for call in api.emulator.calls)


def test_answer_without_a_key_is_json_too(api: Api) -> None:
    response = requests.get(f"{api.emulator.base_url}/files/{EICAR}", timeout=30)
    assert response.headers["content-type"] == "application/json"
    assert response.status_code == 401


def test_client_of_old_without_a_host_header_is_served(api: Api) -> None:
    host, port = api.emulator.url.removeprefix("http://").split(":")
    head = f"GET /api/v3/domains/example.com HTTP/1.0\r\nx-apikey: {api.emulator.api_key}\r\n\r\n"
    with socket.create_connection((host, int(port)), timeout=30) as line:
        line.sendall(head.encode())
        answer = b"".join(iter(lambda: line.recv(65_536), b""))
    shown = json.loads(answer.partition(b"\r\n\r\n")[2])["data"]
    assert shown["links"]["self"] == f"{api.emulator.base_url}/domains/example.com"


@pytest.mark.parametrize(
    "query",
    ["comments?limit=", "comments?limit=1&limit=many", "comments?limit=01.0"],
)
def test_argument_of_the_query_must_be_what_the_document_says(api: Api, query: str) -> None:
    assert api.error(400, "GET", f"/files/{EICAR}/{query}") == "BadRequestError"


def test_empty_text_says_as_much_as_none_where_it_is_allowed(api: Api) -> None:
    path = f"/files/{EICAR}/comments"
    assert api.get(f"{path}?cursor=&limit=3")["data"] == api.get(f"{path}?limit=3")["data"]
    assert "relationships" not in api.get(f"/files/{EICAR}?relationships=")["data"]


def test_list_of_the_query_is_read_in_the_way_that_the_document_says(api: Api) -> None:
    key = api.emulator.premium_key
    shown = api.get(f"/files/{EICAR}?relationships=comments,votes")["data"]
    assert set(shown["relationships"]) == {"comments", "votes"}
    api.get("/dtm/alerts?severity=low&severity=high", key=key)
    for severity in ("severity=grave&severity=low", "severity=low,high"):
        assert api.error(400, "GET", f"/dtm/alerts?{severity}", key=key) == "BadRequestError"


@pytest.mark.parametrize(
    ("time", "status"),
    [
        ("2026-01-15T12:00:00Z", 200),
        ("2026-01-15T12:00:00.25+01:00", 200),
        ("2026-13-15T12:00:00Z", 400),
        ("2026-01-15", 400),
        ("", 400),
    ],
)
def test_moment_must_be_one(api: Api, time: str, status: int) -> None:
    key = api.emulator.premium_key
    api.expect(status, "GET", "/dtm/alerts", key=key, params={"since": time})


def test_day_must_be_one(api: Api) -> None:
    bundle = "/monitor_partner/detections_bundle/Engine A"
    for day, status in (("2026-02-28", 302), ("2026-02-30", 400)):
        path = f"{bundle}/{day}/download"
        assert api.call("GET", path, key=api.emulator.premium_key).status_code == status


def test_members_that_the_document_does_not_know_are_passed_over(api: Api) -> None:
    odd = {"creation_date": "soon", "editors": {"data": 1}}
    data = {
        "type": "collection",
        "attributes": {"name": "ours", **odd},
        "relationships": {"owner": [], **odd},
        "odd": 1,
    }
    made = api.post("/collections", json={"data": data, "odd": {}}, key=api.emulator.premium_key)
    assert made["data"]["attributes"]["name"] == "ours"
    assert isinstance(made["data"]["attributes"]["creation_date"], int)


@pytest.mark.parametrize(
    ("kind", "item"),
    [
        ("files", {"type": "file", "id": "no-hash"}),
        ("files", {"type": "file", "url": "http://example.com/"}),
        ("files", {"type": "domain", "id": "example.com"}),
        ("urls", {"type": "url", "url": "no url"}),
        ("domains", {"type": "domain", "id": "no domain"}),
        ("ip_addresses", {"type": "ip_address", "id": "1.2.3"}),
    ],
)
def test_item_of_a_collection_must_be_what_it_says(
    api: Api, kind: str, item: dict[str, str]
) -> None:
    key = api.emulator.premium_key
    data = {"type": "collection", "attributes": {"name": "ours"}}
    made = api.post("/collections", json={"data": data}, key=key)["data"]["id"]
    path = f"/collections/{made}/{kind}"
    assert api.error(400, "POST", path, json={"data": [item]}, key=key) == "InvalidArgumentError"
    assert api.get(path, key=key)["data"] == []


def test_only_users_who_are_there_become_editors(api: Api) -> None:
    key = api.emulator.premium_key
    body = {"data": [{"type": "user", "id": "unknown-somebody"}]}
    path = "/groups/emulator-group/relationships/users"
    assert api.error(404, "POST", path, json=body, key=key) == "NotFoundError"
