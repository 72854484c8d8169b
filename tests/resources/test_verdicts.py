"""From a submission to its verdict: what is outlived, what is not lost, what is no verdict."""

import hashlib
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.support import JSON_HEADERS, Answer, Server, error_answer, json_answer
from vt_sdk import (
    AnalysisFailedError,
    ForbiddenError,
    LookupOnlyError,
    NotFoundError,
    RateLimitError,
    Request,
    Response,
    Settings,
    VirusTotal,
    VirusTotalAPIError,
    WaitTimeoutError,
    models,
)
from vt_sdk.emulator import Emulator
from vt_sdk.operations import analyses
from vt_sdk.operations.analyses import GET_ANALYSIS
from vt_sdk.operations.private_analyses import GET_PRIVATE_ANALYSIS
from vt_sdk.resources import _scanning

CONTENT = b"a file that nobody has analysed before\n"
SHA256 = hashlib.sha256(CONTENT).hexdigest()
URL = "http://www.example.org/not/analysed/yet"

# What each way to a verdict does, and the kind of the object at its end.
WAYS: dict[str, tuple[str, Callable[[VirusTotal], object]]] = {
    "files": ("file", lambda vt: vt.files.scan_and_wait(CONTENT, deadline=5)),
    "urls": ("url", lambda vt: vt.urls.scan_and_wait(URL, deadline=5)),
    "private_files": (
        "private_file",
        lambda vt: vt.private_files.scan_and_wait(CONTENT, deadline=5),
    ),
    "private_urls": ("private_url", lambda vt: vt.private_urls.scan_and_wait(URL, deadline=5)),
}


@pytest.fixture(autouse=True)
def _without_long_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    for module, name, operation in (
        (analyses, "GET_ANALYSIS", GET_ANALYSIS),
        (_scanning, "GET_ANALYSIS", GET_ANALYSIS),
        (_scanning, "GET_PRIVATE_ANALYSIS", GET_PRIVATE_ANALYSIS),
    ):
        quick = replace(operation.wait, first=0.01, longest=0.02)
        monkeypatch.setattr(module, name, replace(operation, wait=quick))


def state(status: str | None) -> Answer:
    attributes = {} if status is None else {"status": status}
    return json_answer({"type": "analysis", "id": "a-1", "attributes": attributes})


SUBMITTED = json_answer({"type": "analysis", "id": "a-1"})
GONE = error_answer(404, "NotFoundError")
BUSY = error_answer(503, "TransientError")


def report(kind: str, identifier: str = "x", **attributes: Any) -> Answer:
    return json_answer({"type": kind, "id": identifier, "attributes": attributes})


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(
    "hindrances",
    [
        [GONE],
        [GONE] * 4,
        [Answer(500, b"<html>")],
        [BUSY] * 9,  # three attempts at each look
        [Answer(reset=True)] * 3,
        [state(None)],
        [Answer(200, b'{"data": {', JSON_HEADERS)],
        [error_answer(429, "QuotaExceededError", retry_after="0")] * 3,
    ],
)
def test_a_wait_outlives_what_may_pass(server: Server, way: str, hindrances: list[Answer]) -> None:
    kind, scan = WAYS[way]
    server.play(SUBMITTED, *hindrances, state("queued"), *hindrances, state("completed"))
    server.play(report(kind))
    found = scan(server.client())
    assert isinstance(found, models.object_class(kind) or ())


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(
    "hindrances", [[GONE], [GONE, GONE], [BUSY] * 3, [Answer(500, b"oops")], [Answer(reset=True)]]
)
def test_a_report_may_come_late(server: Server, way: str, hindrances: list[Answer]) -> None:
    kind, scan = WAYS[way]
    server.play(SUBMITTED, state("completed"), *hindrances, report(kind))
    assert isinstance(scan(server.client()), models.object_class(kind) or ())


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(
    ("answers", "kind"),
    [
        ([error_answer(403, "ForbiddenError")], ForbiddenError),
        ([state("failed")], AnalysisFailedError),
        ([state("completed"), error_answer(403, "ForbiddenError")], ForbiddenError),
    ],
)
def test_errors_after_the_submission_name_the_analysis(
    server: Server, way: str, answers: list[Answer], kind: type[VirusTotalAPIError]
) -> None:
    server.play(SUBMITTED, *answers)
    with pytest.raises(kind) as caught:
        WAYS[way][1](server.client())
    assert caught.value.analysis_id == "a-1"


def test_a_mistyped_analysis_is_named_by_no_error(server: Server) -> None:
    with pytest.raises(NotFoundError) as caught:
        server.client().analyses.wait("nonsense", deadline=5)
    assert len(server.requests) == 3
    assert caught.value.analysis_id is None


def test_errors_before_the_submission_name_none(server: Server) -> None:
    server.play(error_answer(403, "ForbiddenError"))
    with pytest.raises(ForbiddenError) as caught:
        server.client().files.scan_and_wait(CONTENT)
    assert caught.value.analysis_id is None


def test_a_file_is_never_called_unknown_after_its_upload(server: Server) -> None:
    server.play(SUBMITTED, state("completed"))
    with pytest.raises(WaitTimeoutError) as caught:
        server.client().files.scan_and_wait(CONTENT, deadline=0.1)
    assert caught.value.analysis_id == "a-1"
    assert caught.value.last.attributes.status == "completed"
    assert "its result could not be had" in caught.value.message


def test_the_clients_own_limiter_is_no_end_without_a_name(server: Server) -> None:
    class Full:
        def __init__(self) -> None:
            self.places = 1

        def reserve(self, max_wait: float | None = None) -> float:
            if not self.places:
                raise RateLimitError("the day is spent", 10_000.0)
            self.places -= 1
            return 0.0

        def windows(self) -> tuple[()]:
            return ()

    server.play(SUBMITTED)
    with pytest.raises(RateLimitError) as caught:
        server.client(rate_limit=Full()).files.scan_and_wait(CONTENT, deadline=5)
    assert caught.value.analysis_id == "a-1"


@pytest.mark.parametrize("method", ["create_and_wait", "create_and_download"])
def test_a_zip_file_that_was_paid_for_is_named(server: Server, method: str, tmp_path: Path) -> None:
    created = json_answer({"type": "zip_file", "id": "z-1", "attributes": {"status": "starting"}})
    server.play(created, error_answer(403, "ForbiddenError"))
    target = [tmp_path / "x.zip"] if method == "create_and_download" else []
    create = getattr(server.client().zip_files, method)
    with pytest.raises(ForbiddenError) as caught:
        create(["0" * 32], *target, deadline=0.1)
    assert caught.value.analysis_id == "z-1"


# --- times ---------------------------------------------------------------------------------------


def test_a_transport_need_not_tell_the_time() -> None:
    class Timeless:
        def __init__(self) -> None:
            self.requests: list[Request] = []

        def send(self, request: Request, settings: Settings) -> Response:
            self.requests.append(request)
            return Response(200, {}, b'{"data": {"type": "analysis", "id": "a"}}')

        def close(self) -> None:
            pass

    transport = Timeless()
    began = time.monotonic()
    with pytest.raises(WaitTimeoutError):
        VirusTotal("k", transport=transport).analyses.wait("a", deadline=0.1)
    assert len(transport.requests) > 1
    assert time.monotonic() - began < 30


# --- known, and not analysed ---------------------------------------------------------------------


@pytest.fixture
def queued(emulator: Emulator) -> Emulator:
    """Return an emulator that knows a file and a URL whose analyses go on."""
    emulator.analysis_polls = 3
    with emulator.client() as other:
        other.files.upload(CONTENT)
        other.urls.upload(URL)
    return emulator


def submissions(emulator: Emulator) -> list[str]:
    """Return what was submitted after the fixture's own two."""
    return [call.path for call in emulator.calls if call.method == "POST"][2:]


@pytest.mark.parametrize(("what", "given"), [("files", CONTENT), ("urls", URL)])
@pytest.mark.parametrize("premium", [True, False])
def test_what_is_known_and_not_analysed_is_waited_for(
    queued: Emulator, what: str, given: object, premium: bool
) -> None:
    states: list[models.Analysis] = []
    with queued.client(premium=premium) as client:
        group = getattr(client, what)
        found = group.get_or_scan(given, deadline=20, on_progress=states.append)
    assert found.is_known
    assert states
    # A free key may not ask which analyses go on, so it starts one.
    assert bool(submissions(queued)) is not premium


@pytest.mark.parametrize(("what", "given"), [("files", CONTENT), ("urls", URL)])
def test_a_client_that_only_looks_things_up(queued: Emulator, what: str, given: object) -> None:
    with VirusTotal(queued.premium_key, base_url=queued.base_url, lookup_only=True) as client:
        assert getattr(client, what).get_or_scan(given, deadline=20).is_known
    assert submissions(queued) == []


@pytest.mark.parametrize(("what", "given"), [("files", CONTENT), ("urls", URL)])
def test_a_client_that_only_looks_things_up_says_what_it_would_take(
    queued: Emulator, what: str, given: object
) -> None:
    client = VirusTotal(queued.api_key, base_url=queued.base_url, lookup_only=True)
    with client, pytest.raises(LookupOnlyError, match="known to the service, but it has not been"):
        getattr(client, what).get_or_scan(given, deadline=20)
    assert submissions(queued) == []


@pytest.mark.parametrize("page", [[], [{"type": "analysis", "id": "old"}], None])
def test_an_analysis_is_started_where_none_goes_on(server: Server, page: object) -> None:
    analysed = {"last_analysis_results": {"A": {"category": "harmless"}}}
    server.play(
        report("file", SHA256),
        error_answer(403, "ForbiddenError") if page is None else json_answer(page),
        SUBMITTED,
        state("completed"),
        report("file", SHA256, **analysed),
    )
    found = server.client().files.get_or_scan(CONTENT, deadline=5)
    assert found.state == "clean"
    assert [request.method for request in server.requests] == ["GET", "GET", "POST", "GET", "GET"]
    assert server.paths[1] == f"/files/{SHA256}/analyses"


def test_a_url_that_is_too_long_to_be_asked_for_is_submitted(server: Server) -> None:
    url = "http://example.org/" + "a" * 9000
    analysis = {"type": "analysis", "id": "a-1", "attributes": {"status": "completed"}}
    server.play(
        Answer(414, b"<html>too long</html>"),
        SUBMITTED,
        json_answer(analysis, meta={"url_info": {"id": "f" * 64, "url": url}}),
        report("url", "f" * 64),
    )
    assert server.client().urls.get_or_scan(url, deadline=5).id == "f" * 64
    assert [request.method for request in server.requests] == ["GET", "POST", "GET", "GET"]
