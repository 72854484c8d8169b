"""Waiting for all that goes on after the answer: what ends it, and what it says on the way."""

import inspect
import json
from dataclasses import asdict
from typing import Any

import pytest

from tests.resources.support import refused
from tests.schemas.test_documents import OPERATIONS, constants
from tests.support import Server, envelope, error_answer, json_answer
from vt_sdk import (
    AnalysisDescriptor,
    AnalysisFailedError,
    NotFoundError,
    Request,
    Response,
    WaitTimeoutError,
    models,
    parse,
)
from vt_sdk.core.flow import Done, Flow, advance
from vt_sdk.core.operation import PolledOperation
from vt_sdk.core.readers import read_object
from vt_sdk.core.waiting import Wait, wait_for

# What each polled operation answers with, and the group and method that wait by it.
KINDS: dict[str, tuple[Any, str, str]] = {
    "get_analysis": (models.Analysis, "analyses", "wait"),
    "get_private_analysis": (models.PrivateAnalysis, "private_analyses", "wait"),
    "get_zip_file": (models.ZIPFile, "zip_files", "wait"),
    "get_private_zip_file": (models.ZIPFile, "private_zip_files", "wait"),
    "get_retrohunt_job": (models.RetrohuntJob, "retrohunt", "wait"),
    "get_operation": (models.Operation, "livehunt", "wait_for_operation"),
}


WAITS: dict[str, Wait] = {
    name: operation.wait
    for name, operation in constants().items()
    if isinstance(operation, PolledOperation)
}


def job(status: str | None) -> bytes:
    return envelope({"type": "t", "id": "j", "attributes": {"status": status} if status else {}})


def outcome(poll: str, *statuses: str | None, **options: Any) -> tuple[Any, list[float]]:
    """Run a wait against states, the last of them for ever; give its end and the delays."""
    ask = Request("GET", "/j", repeatable=True, operation=poll)
    now, delays, remaining = 0.0, [], list(statuses)
    flow: Flow[Any] = wait_for(
        ask, WAITS[poll], read_object(KINDS[poll][0]), clock=lambda: now, **options
    )
    answer: Response | None = None
    try:
        while isinstance(step := advance(flow, answer), Request):
            now += step.delay
            delays.append(round(step.delay, 2))
            status = remaining.pop(0) if len(remaining) > 1 else remaining[0]
            answer = Response(200, {}, job(status), "GET", "/j", now, now)
    except Exception as raised:  # the end of the wait is what is tested
        return raised, delays
    assert isinstance(step, Done)
    return step.value, delays


def test_the_document_says_the_same() -> None:
    described = {n: o["x-vt-wait"] for n, (_, _, o) in OPERATIONS.items() if "x-vt-wait" in o}
    assert described.keys() == WAITS.keys() == KINDS.keys()
    for name, wait in WAITS.items():
        facts = {**asdict(wait), "failed": list(wait.failed), "field": "status"}
        assert described[name] == facts
    # What starts something names what tells how far it is.
    begun = {o["x-vt-waits"] for _, _, o in OPERATIONS.values() if "x-vt-waits" in o}
    assert begun == WAITS.keys()


@pytest.mark.parametrize("poll", WAITS)
def test_the_states(poll: str) -> None:
    wait, (kind, _, _) = WAITS[poll], KINDS[poll]
    seen: list[Any] = []
    found, delays = outcome(poll, "queued", "never heard of", wait.done, on_progress=seen.append)
    assert type(found) is kind
    assert [state.attributes.status for state in seen] == ["queued", "never heard of", wait.done]
    assert delays == [2.0, 3.2, 5.12]
    for status in {*wait.failed, "aborted", "error", "failed", "timeout"}:
        found, _ = outcome(poll, "queued", status)
        assert isinstance(found, AnalysisFailedError)
        assert found.message == f"the {wait.what} j ended as {status!r}"
    found, delays = outcome(poll, "queued", deadline=60)
    assert isinstance(found, WaitTimeoutError)
    assert found.message == f"the {wait.what} was not {wait.done} within 60 s"
    assert sum(delays) == pytest.approx(60)


@pytest.mark.parametrize("poll", WAITS)
def test_a_job_that_does_not_say_how_far_it_is(poll: str) -> None:
    assert type(outcome(poll, None, WAITS[poll].done)[0]) is KINDS[poll][0]


def test_a_search_is_looked_after_less_often() -> None:
    found, delays = outcome("get_retrohunt_job", "running", deadline=6 * 3600)
    assert isinstance(found, WaitTimeoutError)
    assert max(delays) == 60
    assert len(delays) < 400


@pytest.mark.parametrize("poll", KINDS)
def test_the_methods(server: Server, poll: str) -> None:
    kind, group, method = KINDS[poll]
    wait = getattr(getattr(server.client(), group), method)
    assert inspect.signature(wait).parameters["deadline"].default == WAITS[poll].deadline
    done = {"type": "t", "id": "j/1", "attributes": {"status": WAITS[poll].done}}
    server.default = json_answer(done)
    named = [
        "j/1",
        parse({"type": "t", "id": "j/1"}, kind),
        parse({"type": "t", "id": "j/1"}, AnalysisDescriptor),
    ]
    path = OPERATIONS[poll][1].partition("{")[0]
    for job_id in named:
        states: list[Any] = []
        found = wait(job_id, deadline=0.02, on_progress=states.append)
        assert type(found) is kind
        assert states == [found]
        assert server.last.method == "GET"
        assert server.last.target == f"/api/v3{path}j%2F1"
    assert len(server.requests) == len(named)
    server.play(error_answer(404, "NotFoundError"))
    with pytest.raises(NotFoundError):
        wait("j", deadline=0.02)
    for wrong in (None, 5, "", ".."):
        with refused(server):
            wait(wrong)


def test_nothing_is_asked_without_time(server: Server) -> None:
    with pytest.raises(WaitTimeoutError):
        server.client().retrohunt.wait("j", deadline=0)
    assert server.requests == []


def test_deleting_all_rulesets(server: Server) -> None:
    operation = {"type": "operation", "id": "0" * 32, "attributes": {"status": "running"}}
    finished = json.loads(json.dumps(operation))
    finished["attributes"]["status"] = "finished"
    server.play(json_answer(operation), json_answer(finished))
    livehunt = server.client().livehunt
    done = livehunt.wait_for_operation(livehunt.delete_all("somebody"), deadline=0.02)
    assert done.attributes.status == "finished"
    assert [(r.method, r.path) for r in server.requests] == [
        ("DELETE", "/api/v3/intelligence/hunting_rulesets"),
        ("GET", f"/api/v3/operations/{'0' * 32}"),
    ]
    assert server.requests[0].headers["x-confirm-delete"] == "somebody"
