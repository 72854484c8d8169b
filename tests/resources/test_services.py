"""The services with forms of their own, ASM and DTM: pages, errors, what users do with them."""

import json
import pickle
from collections.abc import Callable
from email.parser import BytesParser
from pathlib import Path
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
    VirusTotal,
    VirusTotalAPIError,
)
from vt_sdk.emulator import Emulator
from vt_sdk.query import Condition


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


def test_an_address_that_leads_nowhere_is_no_end(server: Server) -> None:
    link = '</api/v3/dtm/alerts?cursor=a>; rel="next"'
    server.play(answer({"alerts": [{"id": "a"}]}, Link=link))
    page = server.client().gti_dtm.get_alerts()
    assert page.cursor is None
    assert page.links.next == "/api/v3/dtm/alerts?cursor=a"
    with pytest.raises(InvalidResponseError, match="nothing that leads to it: '/api/v3/dtm"):
        page.next_page()


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
    sizes: tuple[Any, ...] = (0, 26, "10")
    for size in sizes:
        with pytest.raises(InvalidInputError, match="size: expected a whole number from 1 to 25"):
            vt.gti_dtm.get_alerts(size=size)
        with pytest.raises(InvalidInputError, match="from 1 to 25"):
            vt.gti_dtm.search_documents("x", size=size)
    with pytest.raises(InvalidInputError, match="page_size: expected a whole number from 1 to 10"):
        vt.gti_asm.search_issues("x", page_size=1001)
    with pytest.raises(InvalidInputError, match="cursor: damaged"):
        vt.gti_asm.search_issues("x", cursor="vt-sdk:skip=1&other=2")
    assert server.requests == []


# --- what users do -------------------------------------------------------------------------------


def test_alerts_are_triaged(emulator: Emulator, loop: Loop | None, tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    report.write_text("what we found")
    with client_of(emulator, loop, premium=True) as vt:
        dtm = vt.gti_dtm
        alert = dtm.get_alerts(severity=["high"], size=1, monitor_name=True)[0]
        assert (alert.status, alert.has_analysis) == ("new", False)
        changed = dtm.update_alert(alert.id, status="escalated", tags=["ours"])
        assert (changed.status, changed.tags, changed.severity) == ("escalated", ["ours"], "high")
        assert dtm.update_alert(alert.id, tags=["ours", "more"]).status == "escalated"
        dtm.set_alert_analysis(alert.id, "We know the seller.")
        dtm.add_alert_attachments(alert.id, [report, b"a picture"])
        found = dtm.get_alert(alert.id, refs=False)
        assert (found.analysis, found.has_analysis) == ("We know the seller.", True)
        assert found.doc is None
        assert [a.id for a in dtm.get_alerts(status=["escalated"])] == [alert.id]
        assert [a.id for a in dtm.get_alerts(tags=["more"], has_analysis=True)] == [alert.id]
        assert {tag.tag for tag in dtm.get_alert_stats().tag} >= {"ours", "more"}
        with pytest.raises(NotFoundError):
            dtm.get_alert("unknown-alert")
        with pytest.raises(NotFoundError):
            dtm.update_alert("unknown-alert", status="read")


def test_a_document_and_what_is_found_in_it(emulator: Emulator, loop: Loop | None) -> None:
    with client_of(emulator, loop, premium=True) as vt:
        (document,) = vt.gti_dtm.search_documents("body:access", truncate=7)
        assert (document.type, document.body) == ("message", "We sell")
        whole = vt.gti_dtm.get_document(document.type, document.id)
        assert whole.body == "We sell access to Example Corp."
        topics = vt.gti_dtm.get_document_topics(document.type, document.id)
        assert [topic.value for topic in topics] == ["Example Corp"]
        assert vt.gti_dtm.get_document_labels(document.type, document.id)[0].label == "prose"


def test_monitors_live(emulator: Emulator, loop: Loop | None) -> None:
    wanted = Condition("doc_type", "must_equal", ["paste"]) & ~Condition(
        "domain", "must_contain", ["example.org"], {"editable": "true"}
    )
    with client_of(emulator, loop, premium=True) as vt:
        dtm = vt.gti_dtm
        monitor = dtm.create_monitor("Pastes", wanted, email_notify_enabled=True)
        assert (monitor.name, monitor.enabled, monitor.issues) == ("Pastes", True, ())
        assert monitor.to_dict()["doc_condition"] == {
            "topic": "match_conditions",
            "operator": "all",
            "match": [
                {"topic": "doc_type", "operator": "must_equal", "match": ["paste"]},
                {
                    "topic": "domain",
                    "operator": "must_not_contain",
                    "match": ["example.org"],
                    "labels": {"editable": "true"},
                },
            ],
        }
        assert dtm.update_monitor(monitor.id, enabled=False).doc_condition == monitor.doc_condition
        assert not dtm.get_monitor(monitor.id).enabled
        # What the service shows may be sent again as it is.
        replaced = dtm.replace_monitor(monitor.id, "Other", monitor.to_dict()["doc_condition"])
        assert (replaced.id, replaced.enabled) == (monitor.id, True)
        assert not replaced.email_notify_enabled
        assert monitor.id in [each.id for each in dtm.get_monitors(size=1).iter_all()]
        dtm.delete_monitor(monitor.id)
        with pytest.raises(NotFoundError):
            dtm.get_monitor(monitor.id)
        assert monitor.id not in [each.id for each in dtm.get_monitors().iter_all()]


def test_addresses_and_domains_live(emulator: Emulator, loop: Loop | None) -> None:
    with client_of(emulator, loop, premium=True) as vt:
        dtm = vt.gti_dtm
        setting = dtm.create_email_setting("bob@example.com")
        dtm.reverify_email_setting(setting.id)
        assert dtm.update_email_setting(setting.id, "eve@example.com").verified is False
        assert setting.id in [each.id for each in dtm.get_email_settings().settings]
        dtm.delete_email_setting(setting.id)
        assert setting.id not in [each.id for each in dtm.get_email_settings().settings]
        domain = dtm.add_domain("example.net")
        assert dtm.get_domain(domain.id).txt_record
        dtm.delete_domain(domain.id)
        assert [each.domain for each in dtm.get_domains().domains] == ["example.com"]


def test_issues_are_worked_on(emulator: Emulator, loop: Loop | None) -> None:
    with client_of(emulator, loop, premium=True) as vt:
        asm = vt.gti_asm
        found = asm.search_issues("severity_lte:2 status_new:open", page_size=5)
        assert (len(found), found.meta.total_hits, found.meta.total_pages) == (5, 24, 5)
        uid = found[0].uid
        asm.set_issue_status(uid, "closed_mitigated")
        assert asm.get_issue(uid).to_dict()["summary"]["status_new"] == "closed"
        assert [i.uid for i in asm.search_issues("status_detailed:closed_mitigated")] == [uid]
        assert asm.search_issues("severity_lte:2 status_new:!closed").meta.total_hits == 23
        asm.add_tag("issue", uid, "ours")
        asm.add_tag("issue", uid, "more")
        asm.remove_tag("issue", uid, "more")
        assert asm.get_tags("issue", uid) == ["ours"]
        assert [i.uid for i in asm.search_issues("tag:ours")] == [uid]
        asm.add_note("issue", uid, "Mended.")
        (note,) = asm.get_notes("issue", uid)
        assert (note.note, note.item_uid) == ("Mended.", uid)
        assert note.created_by_user is not None
        assert note.created_by_user.printable_name == "emulator-premium"
        asm.delete_notes("issue", uid)
        assert len(asm.get_notes("issue", uid)) == 0
        assert len(asm.search_issues("severity_lte:2", page=1, page_size=20)) == 4


def test_projects_collections_and_scans(emulator: Emulator, loop: Loop | None) -> None:
    with client_of(emulator, loop, premium=True) as vt:
        asm = vt.gti_asm
        project = asm.create_project("Ours")
        assert project.uuid in [each.uuid for each in asm.get_projects()]
        added = asm.add_project_users(project.uuid, ["bob@example.com"], "member")
        assert added[0].email in [user.email for user in asm.get_project_users(project.uuid)]
        workflow = "external_discovery"
        collection = asm.create_collection(
            "ours", workflow_name=workflow, project_id=str(project.id)
        )
        assert collection.workflow_name == workflow
        asm.add_collection_user(collection.uuid, added[0].id, "owner")
        asm.start_collection_run(collection.uuid)
        assert [run.status for run in asm.get_collection_runs(collection.uuid)] == ["running"]
        asm.archive_collection(collection.uuid)
        assert asm.get_collection(collection.uuid).archived
        asm.unarchive_collection(collection.uuid)
        assert not asm.get_collection(collection.uuid).archived
        assert asm.get_collection_seeds(collection.uuid)[0].name == "example.com"
        asm.delete_collection(collection.uuid)
        asm.delete_project(project.uuid)
        with pytest.raises(NotFoundError):
            asm.get_collection(collection.uuid)
        assert project.uuid not in [each.uuid for each in asm.get_projects()]


def test_entities_and_the_library(emulator: Emulator, loop: Loop | None) -> None:
    with client_of(emulator, loop, premium=True) as vt:
        asm = vt.gti_asm
        entity = asm.search_entities("type:Intrigue::Entity::Uri")[0]
        details = asm.get_entity_details(entity.uid)
        assert details.summary
        assert details.summary.issues
        assert details.summary.issues.current_by_severity == {"5": 2}
        assert details.issues == ()
        asm.delete_entity(entity.uid)
        with pytest.raises(NotFoundError):
            asm.get_entity(entity.uid)
        assert asm.search_technologies("example")[0].name == "Example Server"


def test_the_library_goes_on_by_number(server: Server) -> None:
    page = {"success": True, "result": [{"name": "a"}], "more": True}
    server.play(answer(page), answer(page), answer({**page, "more": False}))
    first = server.client().gti_asm.get_issue_library()
    assert [kind.name for kind in first.iter_all()] == ["a"] * 3
    assert [request.query for request in server.requests] == ["", "page=1", "page=2"]
    assert first.to_dict() == page


# --- bad input -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda vt: vt.gti_asm.add_note("issue", "a", "x" * 8001), "text: .*at most 8000 charac"),
        (lambda vt: vt.gti_asm.add_note("issue", "a", ""), "text: expected a non-empty text"),
        (lambda vt: vt.gti_asm.add_note("alert", "a", "x"), "item_type: expected one of issue, en"),
        (lambda vt: vt.gti_asm.add_tag("issue", "a", ""), "tag: expected a non-empty text"),
        (lambda vt: vt.gti_asm.set_issue_status("a", "open"), "status: .* open_new, .*externally"),
        (lambda vt: vt.gti_dtm.update_alert("a", status="done"), "status: .* new, read, in_prog"),
        (lambda vt: vt.gti_dtm.update_alert("a"), "status, tags: at least 1 of them must be given"),
        (lambda vt: vt.gti_dtm.update_monitor("a"), "at least 1 of them must be given"),
        (lambda vt: vt.gti_dtm.add_alert_attachments("a", []), "files: expected several values"),
        (lambda vt: vt.gti_dtm.add_alert_attachments("a", [b"x"] * 11), "files: .*at most 10"),
        (lambda vt: vt.gti_dtm.add_alert_attachments("a", [b"x", b""]), "no content"),
        (lambda vt: vt.gti_dtm.add_alert_attachments("a", "file"), "files: expected a list"),
        (
            lambda vt: vt.gti_dtm.create_monitor("a", {"topic": "x"}),
            "operator, match must be given",
        ),
        (
            lambda vt: vt.gti_dtm.create_monitor(
                "a", {"topic": "x", "operator": "equals", "match": ["a"]}
            ),
            "doc_condition.operator: expected one of all, any, must_equal",
        ),
    ],
)
def test_what_cannot_be_is_refused_before_anything_is_sent(
    server: Server, call: Callable[[VirusTotal], object], message: str
) -> None:
    with pytest.raises(InvalidInputError, match=message):
        call(server.client())
    assert server.requests == []


def test_attachments_are_one_form(server: Server, tmp_path: Path) -> None:
    path = tmp_path / "a b.txt"
    path.write_bytes(b"first")
    server.play(Answer(200, b""), Answer(503, b""), Answer(200, b""))
    vt = server.client(retry=RetryPolicy(base_s=0))
    vt.gti_dtm.add_alert_attachments("one", [path, b"second"])
    head = f"Content-Type: {server.last.headers['content-type']}\r\n\r\n".encode()
    parts = list(BytesParser().parsebytes(head + server.last.body).walk())[1:]
    assert [part.get_param("name", header="content-disposition") for part in parts] == ["files"] * 2
    assert [part.get_filename() for part in parts] == ["a b.txt", "file"]
    assert [part.get_payload(decode=True) for part in parts] == [b"first", b"second"]
    # Sent twice they may be there twice.
    with pytest.raises(APIError):
        vt.gti_dtm.add_alert_attachments("one", [b"x"])
    assert len(server.requests) == 2
