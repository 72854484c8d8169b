"""Waiting for an analysis: intervals, deadline, states, answers that are no result."""

import itertools
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

import pytest

from tests.support import Server, envelope, error_answer, json_answer
from vt_sdk import (
    AnalysisDescriptor,
    AnalysisFailedError,
    APIConnectionError,
    APITimeoutError,
    ForbiddenError,
    InvalidArgumentError,
    InvalidInputError,
    InvalidResponseError,
    LookupOnlyError,
    NotCachedError,
    NotFoundError,
    QuotaExceededError,
    RateLimitError,
    Request,
    Response,
    VirusTotalAPIError,
    WaitTimeoutError,
    WrongCredentialsError,
    models,
    parse,
)
from vt_sdk.core.flow import Done, Flow, advance
from vt_sdk.core.readers import read_object
from vt_sdk.core.waiting import Wait, wait_for
from vt_sdk.emulator import Emulator
from vt_sdk.events import Waiting
from vt_sdk.operations.analyses import GET_ANALYSIS

ASK = Request("GET", "/analyses/a", repeatable=True, operation="get_analysis")


def analysis(status: Any) -> bytes:
    return envelope({"type": "analysis", "id": "a", "attributes": {"status": status}})


def error(code: str) -> bytes:
    return error_answer(429, code).body


Outcome = bytes | tuple[int, bytes, dict[str, str]] | VirusTotalAPIError


def wait(
    outcomes: Iterable[Outcome], took: float = 0.0, until: Wait = GET_ANALYSIS.wait, **options: Any
) -> tuple[Any, list[float], float]:
    """Run a wait against a list of answers; give its end, the delays and the time that passed."""
    now, delays = 1000.0, []
    flow: Flow[models.Analysis] = wait_for(
        ASK, until, read_object(models.Analysis), clock=lambda: now, **options
    )
    answer: Response | VirusTotalAPIError | None = None
    remaining = iter(outcomes)
    try:
        while isinstance(step := advance(flow, answer), Request):
            assert step.url == ASK.url
            delays.append(round(step.delay, 3))
            now += step.delay
            outcome = next(remaining)
            if isinstance(outcome, VirusTotalAPIError):
                answer = outcome
                continue
            status, body, headers = outcome if isinstance(outcome, tuple) else (200, outcome, {})
            answer = Response(status, headers, body, "GET", ASK.url, now, now + took)
            now += took
    except Exception as raised:  # the end of the wait is what is tested
        return raised, delays, now - 1000
    assert isinstance(step, Done)
    return step.value, delays, now - 1000


def forever(body: bytes) -> Iterable[bytes]:
    while True:
        yield body


def test_the_intervals() -> None:
    found, delays, _ = wait([analysis("queued")] * 8 + [analysis("completed")])
    assert isinstance(found, models.Analysis)
    assert found.attributes.status == "completed"
    assert delays == [2.0, 3.2, 5.12, 8.192, 13.107, 20.0, 20.0, 20.0, 20.0]


def test_the_deadline() -> None:
    found, delays, passed = wait(forever(analysis("in-progress")))
    assert isinstance(found, WaitTimeoutError)
    assert "900 s" in found.message
    assert passed == pytest.approx(900)
    assert isinstance(found.last, models.Analysis)
    assert found.last.attributes.status == "in-progress"
    assert sum(delays) == pytest.approx(900)


def test_the_time_of_the_requests_counts() -> None:
    found, delays, passed = wait(forever(analysis("queued")), took=10.0, deadline=30)
    assert isinstance(found, WaitTimeoutError)
    assert delays == [2.0, 3.2, 4.8]
    assert passed == pytest.approx(40)


@pytest.mark.parametrize("deadline", [0, -1])
def test_no_time_at_all(deadline: float) -> None:
    found, delays, _ = wait([], deadline=deadline)
    assert isinstance(found, WaitTimeoutError)
    assert found.last is None
    assert delays == []


def test_a_short_deadline_still_asks_once() -> None:
    found, delays, _ = wait([analysis("completed")], deadline=0.5)
    assert isinstance(found, models.Analysis)
    assert delays == [0.5]


def test_progress_is_told() -> None:
    seen: list[models.Analysis] = []
    states = ["queued", "in-progress", "something-new", "completed"]
    found, _, _ = wait(map(analysis, states), on_progress=seen.append)
    assert [state.attributes.status for state in seen] == states
    assert seen[-1] is found


@pytest.mark.parametrize("state", ["aborted", "error", "failed", "timeout"])
def test_an_analysis_that_failed(state: str) -> None:
    found, _, _ = wait([analysis("queued"), analysis(state)])
    assert isinstance(found, AnalysisFailedError)
    assert state in found.message
    assert found.last.attributes.status == state


@pytest.mark.parametrize("code", ["QuotaExceededError", "TooManyRequestsError"])
def test_a_spent_quota_never_ends_the_wait(code: str) -> None:
    busy: Outcome = (429, error(code), {})
    outcomes: list[Outcome] = [busy, busy, analysis("completed")]
    found, delays, _ = wait(outcomes)
    assert isinstance(found, models.Analysis)
    assert delays == [2.0, 20.0, 20.0]


def test_retry_after_lengthens_the_interval() -> None:
    outcomes: list[Outcome] = [
        (429, error("QuotaExceededError"), {"retry-after": "45"}),
        (429, error("QuotaExceededError"), {"retry-after": "1"}),
        analysis("completed"),
    ]
    found, delays, _ = wait(outcomes)
    assert isinstance(found, models.Analysis)
    assert delays == [2.0, 45.0, 20.0]


GONE: Outcome = (404, error_answer(404, "NotFoundError").body, {})
TRANSIENT: Outcome = (503, error_answer(503, "TransientError").body, {})


@pytest.mark.parametrize(
    ("outcomes", "delays"),
    [
        ([GONE], [2.0, 3.2]),
        ([GONE, GONE], [2.0, 3.2, 5.12]),
        ([(500, b"<html>", {})], [2.0, 3.2]),
        ([TRANSIENT] * 3, [2.0, 3.2, 5.12, 8.192]),
        ([(503, error_answer(503, "TransientError").body, {"retry-after": "30"})], [2.0, 30.0]),
        ([(504, b"", {})], [2.0, 3.2]),
        ([(408, b"", {})], [2.0, 3.2]),
        ([(400, error_answer(400, "NotAvailableYet").body, {})], [2.0, 3.2]),
        ([b"<html>"], [2.0, 3.2]),
        ([b'{"data": {"type": "ana'], [2.0, 3.2]),
        ([envelope({"type": "analysis", "id": "a"})], [2.0, 3.2]),
        ([analysis(5)], [2.0, 3.2]),
        ([APIConnectionError()], [2.0, 3.2]),
        ([APITimeoutError(), GONE, TRANSIENT], [2.0, 3.2, 5.12, 8.192]),
        ([RateLimitError("full", 45.0)], [2.0, 45.0]),
    ],
)
@pytest.mark.parametrize("is_certain", [False, True])
def test_what_may_pass_is_outlived(
    outcomes: list[Outcome], delays: list[float], is_certain: bool
) -> None:
    found, waited, _ = wait([*outcomes, analysis("completed")], is_certain=is_certain)
    assert isinstance(found, models.Analysis)
    assert waited == delays


@pytest.mark.parametrize(
    ("outcome", "kind"),
    [
        ((401, error_answer(401, "WrongCredentialsError").body, {}), WrongCredentialsError),
        ((403, error_answer(403, "ForbiddenError").body, {}), ForbiddenError),
        ((400, error_answer(400, "InvalidArgumentError").body, {}), InvalidArgumentError),
        ((302, b"", {"location": "ftp://example.com"}), InvalidResponseError),
        (NotCachedError(), NotCachedError),
        (RateLimitError("full", 5000.0), RateLimitError),
        (LookupOnlyError("no"), LookupOnlyError),
    ],
)
def test_what_cannot_pass_ends_the_wait(outcome: Outcome, kind: type[Exception]) -> None:
    found, delays, _ = wait([analysis("queued"), outcome])
    assert isinstance(found, kind)
    assert delays == [2.0, 3.2]


def test_a_job_that_nobody_knows() -> None:
    # A text may be mistyped; what the service has named must be there.
    found, delays, _ = wait([GONE, TRANSIENT, GONE, GONE, GONE])
    assert isinstance(found, NotFoundError)
    assert len(delays) == 5
    found, _, passed = wait(itertools.repeat(GONE), is_certain=True, deadline=60)
    assert isinstance(found, WaitTimeoutError)
    assert isinstance(found.__cause__, NotFoundError)
    assert passed == pytest.approx(60)


def test_a_wait_that_was_too_long_says_what_went_wrong_last() -> None:
    broken = itertools.repeat(APIConnectionError())
    found, _, _ = wait(itertools.chain([analysis("queued")], broken), deadline=30)
    assert isinstance(found, WaitTimeoutError)
    assert isinstance(found.__cause__, APIConnectionError)
    assert found.last.attributes.status == "queued"


def test_own_intervals() -> None:
    until = replace(GET_ANALYSIS.wait, first=1.0, factor=2.0, longest=3.0)
    found, delays, _ = wait([analysis("queued")] * 3 + [analysis("completed")], until=until)
    assert isinstance(found, models.Analysis)
    assert delays == [1.0, 2.0, 3.0, 3.0]


@pytest.mark.parametrize("deadline", [float("inf"), float("nan"), 10**400, "30", None])
def test_a_deadline_that_is_none_is_refused_before_anything_is_sent(
    emulator: Emulator, deadline: Any
) -> None:
    with emulator.client() as client:
        calls: list[Callable[[], object]] = [
            lambda: client.analyses.wait("a", deadline=deadline),
            lambda: client.files.scan_and_wait(b"content", deadline=deadline),
            lambda: client.files.get_or_scan(b"content", deadline=deadline),
            lambda: client.urls.scan_and_wait("http://example.com/", deadline=deadline),
            lambda: client.urls.get_or_scan("http://example.com/", deadline=deadline),
            lambda: client.private_urls.scan_and_wait("http://example.com/", deadline=deadline),
            lambda: client.private_files.scan_and_wait(b"content", deadline=deadline),
            lambda: client.zip_files.create_and_wait(["0" * 32], deadline=deadline),
            lambda: client.zip_files.create_and_download(["0" * 32], "x", deadline=deadline),
        ]
        for call in calls:
            with pytest.raises(InvalidInputError, match="deadline"):
                call()
    assert emulator.calls == []


@pytest.mark.parametrize("form", ["descriptor", "analysis", "id"])
def test_wait_takes_all_that_names_an_analysis(emulator: Emulator, form: str) -> None:
    with emulator.client() as client:
        descriptor = client.files.upload(b"content")
        assert isinstance(descriptor, AnalysisDescriptor)
        named: Any = {
            "descriptor": descriptor,
            "analysis": parse({"type": "analysis", "id": descriptor.id}, models.Analysis),
            "id": descriptor.id,
        }[form]
        done = client.analyses.wait(named, deadline=0.1)
    assert done.id == descriptor.id
    assert done.attributes.status == "completed"
    assert json_answer(done.to_dict()).status == 200


def test_a_deadline_against_the_emulator(emulator: Emulator) -> None:
    emulator.analysis_polls = 100
    with emulator.client() as client:
        descriptor = client.files.upload(b"content")
        with pytest.raises(WaitTimeoutError) as caught:
            client.analyses.wait(descriptor, deadline=0.1)
    assert caught.value.last.attributes.status in ("queued", "in-progress")


def test_a_spent_quota_against_the_emulator(emulator: Emulator) -> None:
    with emulator.client() as client:
        descriptor = client.files.upload(b"content")
        # At once, as the emulator asks for, and at the deadline.
        emulator.fail_next(429, "QuotaExceededError", path="/api/v3/analyses", times=2)
        with pytest.raises(WaitTimeoutError):
            client.analyses.wait(descriptor, deadline=0.05)
        emulator.fail_next(429, "QuotaExceededError", path="/api/v3/analyses")
        with pytest.raises(QuotaExceededError):
            client.analyses.get_report(descriptor.id)


@pytest.mark.parametrize(
    ("header", "is_at_once"), [(None, False), ("0", True), ("soon", False), ("-1", False)]
)
def test_submission_may_say_when_to_look_first(
    server: Server, header: str | None, is_at_once: bool
) -> None:
    waits: list[Waiting] = []

    def note(event: object) -> None:
        if isinstance(event, Waiting):
            waits.append(event)

    submitted = json_answer({"type": "analysis", "id": "made"})
    headers = {} if header is None else {"Retry-After": header}
    server.play(replace(submitted, headers={**submitted.headers, **headers}))
    server.default = json_answer(
        {"type": "analysis", "id": "made", "attributes": {"status": "completed"}}
    )
    client = server.client(on_event=note)
    client.analyses.wait(client.files.upload(b"content"), deadline=0.1)
    assert bool(waits) is not is_at_once


@pytest.mark.parametrize(("first", "delay"), [(None, 2.0), (0.0, 0.0), (5.0, 5.0), (1e3, 20.0)])
def test_first_look_is_no_later_than_the_longest_interval(
    first: float | None, delay: float
) -> None:
    flow = wait_for(
        GET_ANALYSIS.request("made"),
        GET_ANALYSIS.wait,
        read_object(models.Analysis),
        clock=lambda: 0.0,
        first=first,
    )
    look = advance(flow, None)
    assert isinstance(look, Request)
    assert look.delay == delay
