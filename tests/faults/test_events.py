"""What an application gets to see of faults: events in their order, log lines, numbers."""

import asyncio
import io
import logging
import sys
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

from tests.faults.support import (
    BUSY,
    MADE,
    MANY,
    QUOTA,
    REPORT,
    RESET,
    Books,
    after,
    listing,
    pending,
)
from tests.support import KEY, SHA256, Answer, Server, error_answer, file_document, json_answer
from vt_sdk import (
    APIConnectionError,
    AsyncVirusTotal,
    Drift,
    InvalidResponseError,
    NotFoundError,
    QuotaExceededError,
    RetryPolicy,
    StubTransport,
    TransientError,
    VirusTotal,
    Window,
    json_response,
    models,
)
from vt_sdk.events import (
    RequestFailed,
    RequestSent,
    ResponseReceived,
    RetryPlanned,
    Usage,
    Waiting,
)

PATH = f"/files/{SHA256}"


@pytest.fixture
def server(either: Server) -> Server:
    """Serve both clients."""
    return either


def short(event: Any) -> tuple[Any, ...]:
    """Return an event without what differs from run to run."""
    match event:
        case RequestSent():
            return "sent", event.operation, event.method, event.path, event.attempt, event.size
        case ResponseReceived():
            assert event.seconds >= 0
            return "received", event.operation, int(event.status), event.attempt, event.size
        case RequestFailed():
            assert event.seconds >= 0
            return "failed", event.operation, type(event.error), event.attempt
        case RetryPlanned():
            because = event.because
            return (
                "retry",
                event.operation,
                type(because) if isinstance(because, Exception) else int(because),
                event.attempt,
                event.seconds,
            )
        case Waiting():
            return "waiting", event.operation, event.reason, event.seconds
    raise AssertionError(event)


def watched(server: Server, **options: Any) -> tuple[VirusTotal, list[Any]]:
    events: list[Any] = []
    return server.client(on_event=lambda event: events.append(short(event)), **options), events


def sent(attempt: int = 1) -> tuple[Any, ...]:
    return "sent", "get_file", "GET", PATH, attempt, 0


def got(answer: Answer, attempt: int = 1) -> tuple[Any, ...]:
    return "received", "get_file", answer.status, attempt, len(answer.body)


# Full jitter: each wait is its share of 1, 2, 4 … seconds.
HUNDREDTH = RetryPolicy(random=lambda: 0.01)


def test_a_plain_call(server: Server) -> None:
    server.play(REPORT)
    client, events = watched(server)
    client.files.get_report(SHA256)
    assert events == [sent(), got(REPORT)]
    assert client.usage == {"get_file": Usage(1, 0, 0, 0, len(REPORT.body), 0.0)}


def test_a_hook_takes_little_work() -> None:
    """What is made for it is small, whatever comes; counted in calls, of C and of Python."""

    def work(**options: Any) -> int:
        stub = StubTransport(lambda request: json_response(file_document(names=["x"] * 1000)))
        client = VirusTotal(KEY, transport=stub, **options)
        client.files.get_report(SHA256)
        done: Counter[str] = Counter()
        before = sys.getprofile()
        sys.setprofile(lambda frame, event, _: done.update([event]))
        try:
            client.files.get_report(SHA256)
        finally:
            sys.setprofile(before)
        return done["call"] + done["c_call"]

    assert work(on_event=lambda event: None) < 1.25 * work()


def test_twice_unavailable(server: Server) -> None:
    server.play(BUSY, BUSY, REPORT)
    client, events = watched(server, retry=HUNDREDTH)
    client.files.get_report(SHA256)
    assert events == [
        sent(),
        got(BUSY),
        ("retry", "get_file", 503, 2, 0.01),
        sent(2),
        got(BUSY, 2),
        ("retry", "get_file", 503, 3, 0.02),
        sent(3),
        got(REPORT, 3),
    ]
    used = client.usage["get_file"]
    assert (used.requests, used.retries, used.failures) == (3, 2, 2)
    assert used.received_bytes == len(REPORT.body) + 2 * len(BUSY.body)
    assert used.waited_s == pytest.approx(0.03)


def test_a_lost_connection(server: Server) -> None:
    server.play(RESET, REPORT)
    client, events = watched(server, retry=HUNDREDTH)
    client.files.get_report(SHA256)
    assert events == [
        sent(),
        ("failed", "get_file", APIConnectionError, 1),
        ("retry", "get_file", APIConnectionError, 2, 0.01),
        sent(2),
        got(REPORT, 2),
    ]
    assert client.usage["get_file"].failures == 1


def test_a_retry_after_is_what_is_waited(server: Server) -> None:
    server.play(after(MANY, "1"), REPORT)
    client, events = watched(server)
    client.files.get_report(SHA256)
    assert events[2] == ("retry", "get_file", 429, 2, 1.0)


def test_a_repetition_at_once_is_one_of_the_numbers(server: Server) -> None:
    server.play(BUSY, REPORT)
    client, events = watched(server)
    client.files.get_report(SHA256)
    assert [event[0] for event in events] in (
        ["sent", "received", "sent", "received"],
        ["sent", "received", "retry", "sent", "received"],
    )
    assert client.usage["get_file"].retries == 1


def test_a_place_in_the_quota(server: Server) -> None:
    server.play(BUSY, REPORT)
    client, events = watched(server, rate_limit=Books(wait=0.01), retry=HUNDREDTH)
    client.files.get_report(SHA256)
    place = ("waiting", "get_file", "rate_limit", 0.01)
    again = ("retry", "get_file", 503, 2, 0.01)
    assert events == [place, sent(), got(BUSY), again, place, sent(2), got(REPORT, 2)]
    assert client.usage["get_file"].waited_s == pytest.approx(0.03)


def test_a_minute_that_is_full(server: Server) -> None:
    server.play(QUOTA, REPORT)
    books = Books(Window(4, 4, 60, 0.02), Window(500, 9, 86_400, 0))
    client, events = watched(server, rate_limit=books)
    client.files.get_report(SHA256)
    assert events[2] == ("retry", "get_file", 429, 2, 0.02)
    assert books.taken == 2


def test_an_analysis_that_is_polled(server: Server) -> None:
    done = pending("completed")
    server.play(done)
    client, events = watched(server)
    client.analyses.wait("a", deadline=0.05)
    assert events == [
        ("waiting", "get_analysis", "poll", pytest.approx(0.05, abs=0.04)),
        ("sent", "get_analysis", "GET", "/analyses/a", 1, 0),
        ("received", "get_analysis", 200, 1, len(done.body)),
    ]
    assert client.usage["get_analysis"].waited_s == events[0][3]


def test_a_redirect_to_an_address_that_lets_anyone_in(server: Server, other_server: Server) -> None:
    place = f"{other_server.url}/x?signature=secret"
    server.play(Answer(302, headers={"Location": place}))
    other_server.default = REPORT
    client, events = watched(server)
    client.files.get_report(SHA256)
    assert [event[3] for event in events if event[0] == "sent"] == [PATH, "http://127.0.0.1"]
    assert "secret" not in repr(events)


def test_what_answers_hold_is_no_event(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    """To find it out takes most of the time that a report takes, so it is done where asked for."""
    monkeypatch.setattr(models.File, "unknown_fields", None)
    server.default = json_answer(file_document(brand_new=1))
    client, events = watched(server)
    client.files.get_report(SHA256)
    assert events == [sent(), got(server.default)]


def test_pages_and_writes_are_counted(server: Server) -> None:
    server.play(listing("a", cursor="x"), listing("b"), MADE)
    client = server.client()
    list(client.comments.get_page().iter_all())
    client.files.put_comments(SHA256, "text")
    assert client.usage["list_comments"].requests == 2
    assert client.usage["add_file_comment"].sent_bytes == len(server.last.body)


# --- the log -------------------------------------------------------------------------------------


def test_one_line_for_each_attempt(server: Server, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG, "vt_sdk")
    server.play(BUSY, RESET, REPORT)
    server.client(retry=HUNDREDTH).files.get_report(SHA256)
    lines = [record for record in caplog.records if record.name == "vt_sdk"]
    assert [(line.levelno, line.vt_outcome, line.vt_attempt) for line in lines] == [  # type: ignore[attr-defined]  # extra
        (logging.WARNING, "503", 1),
        (logging.WARNING, "Connection error", 2),
        (logging.DEBUG, "200", 3),
    ]
    for line, waited in zip(lines, (0.0, 0.01, 0.02), strict=True):
        assert vars(line)["vt_operation"] == "get_file"
        assert vars(line)["vt_waited_s"] == pytest.approx(waited)
        assert vars(line)["vt_sent_bytes"] == 0
        assert vars(line)["vt_seconds"] >= 0
        assert line.getMessage().startswith("get_file, attempt ")
        assert KEY not in repr(vars(line))
    assert vars(lines[-1])["vt_received_bytes"] == len(REPORT.body)


def test_nothing_is_logged_above_a_warning(
    server: Server, caplog: pytest.LogCaptureFixture
) -> None:
    server.play(error_answer(404, "NotFoundError"), BUSY, BUSY, BUSY)
    client = server.client()
    for kind in (NotFoundError, TransientError):
        with pytest.raises(kind):
            client.files.get_report(SHA256)
    assert {record.levelno for record in caplog.records} == {logging.WARNING}
    assert len(caplog.records) == 3


# --- hooks that raise ----------------------------------------------------------------------------


class Mine(Exception):
    """Of the application's own."""


EVENTS = [RequestSent, ResponseReceived, RequestFailed, RetryPlanned, Waiting]


@pytest.mark.parametrize("error", [Mine, StopIteration, APIConnectionError])
@pytest.mark.parametrize("when", EVENTS)
def test_an_error_of_a_hook_ends_nothing(
    server: Server, when: type, error: type[Exception], caplog: pytest.LogCaptureFixture
) -> None:
    """It is logged with its traceback; neither connection, place nor number is lost."""

    def hook(event: object) -> None:
        if isinstance(event, when):
            raise error

    server.play(RESET, REPORT)
    client = server.client(on_event=hook, retry=HUNDREDTH, rate_limit=Books(wait=0.001))
    assert client.files.get_report(SHA256).id == SHA256
    assert client.usage["get_file"].requests == len(server.requests) == 2
    told = [record for record in caplog.records if record.levelno == logging.ERROR]
    assert told
    for record in told:
        assert record.getMessage() == f"a hook has failed on {when.__name__}"
        assert record.exc_info is not None
        assert record.exc_info[0] is error


def test_an_error_of_a_hook_doubles_nothing(server: Server) -> None:
    def hook(event: object) -> None:
        if isinstance(event, ResponseReceived):
            raise APIConnectionError("the application's own client")

    server.play(MADE, MADE)
    server.client(on_event=hook).files.put_comments(SHA256, "text")
    assert len(server.requests) == 1


def test_an_error_of_the_drift_hook_ends_nothing(
    server: Server, caplog: pytest.LogCaptureFixture
) -> None:
    def hook(drift: Drift) -> None:
        raise Mine

    server.play(json_answer(file_document(brand_new=1)))
    assert server.client(on_drift=hook).files.get_report(SHA256).id == SHA256
    assert [record.getMessage() for record in caplog.records] == ["a hook has failed on Drift"]


def test_an_application_that_ends_itself_in_a_hook(other_server: Server) -> None:
    def hook(event: object) -> None:
        raise SystemExit(3)

    with pytest.raises(SystemExit):
        other_server.client(on_event=hook).files.get_report(SHA256)

    async def on_a_loop() -> None:
        vt = AsyncVirusTotal(KEY, base_url=other_server.base_url, on_event=hook)
        await vt.files.get_report(SHA256)

    with pytest.raises(SystemExit):
        asyncio.run(on_a_loop())


# --- logs of applications ------------------------------------------------------------------------


@pytest.fixture
def records_with_fields() -> Iterator[None]:
    """Have every record carry the fields that an application would give it."""
    before = logging.getLogRecordFactory()

    def make(*arguments: Any, **options: Any) -> logging.LogRecord:
        record = before(*arguments, **options)
        for name in ("operation", "outcome", "attempt", "seconds", "request", "waited_s"):
            setattr(record, name, "mine")
        return record

    logging.setLogRecordFactory(make)
    yield
    logging.setLogRecordFactory(before)


@pytest.mark.usefixtures("records_with_fields")
def test_records_that_carry_fields_of_the_application(
    server: Server, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, "vt_sdk")
    server.play(BUSY, REPORT)
    assert server.client().files.get_report(SHA256).id == SHA256
    assert [vars(record)["operation"] for record in caplog.records] == ["mine"] * 2
    assert [vars(record)["vt_operation"] for record in caplog.records] == ["get_file"] * 2


def test_a_log_that_is_broken_ends_nothing(
    server: Server, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(record: logging.LogRecord) -> bool:
        raise Mine("the filter")

    log = logging.getLogger("vt_sdk")
    monkeypatch.setattr(log, "filters", [broken])
    server.default = BUSY
    with pytest.raises(TransientError):
        server.client().files.get_report(SHA256)
    assert capsys.readouterr().err.count("Mine: the filter") == 3
    monkeypatch.setattr(logging, "raiseExceptions", False)
    with pytest.raises(TransientError):
        server.client().files.get_report(SHA256)
    assert capsys.readouterr().err == ""


def test_events_of_an_error(server: Server) -> None:
    server.play(QUOTA)
    client, events = watched(server)
    with pytest.raises(QuotaExceededError):
        client.files.get_report(SHA256)
    assert events == [sent(), got(QUOTA)]
    assert client.usage["get_file"].failures == 1


# --- answers that cannot be read, and redirects --------------------------------------------------


@pytest.mark.parametrize(
    ("answer", "problem"),
    [
        (Answer(200, b"not gzip", {"Content-Encoding": "gzip"}), "decompressed"),
        (Answer(200, b"x" * 2_000_000), "more than"),
    ],
    ids=["not gzip", "too large"],
)
def test_an_answer_that_is_refused_is_counted_and_told(
    server: Server, answer: Answer, problem: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, "vt_sdk")
    server.play(answer)
    client, events = watched(server)
    with pytest.raises(InvalidResponseError, match=problem) as caught:
        client.files.download_pcap("id", io.BytesIO(), max_bytes=1_000_000)
    assert caught.value.status == 200
    assert events[1:] == [("failed", events[0][1], InvalidResponseError, 1)]
    ((_, used),) = client.usage.items()
    assert (used.requests, used.failures) == (1, 1)
    assert client.files.get_last_http_error() == 200
    assert [vars(record)["vt_outcome"] for record in caplog.records] == [caught.value.message]


def test_a_redirect_is_no_request_of_its_own(server: Server, other_server: Server) -> None:
    away = Answer(302, headers={"Location": f"{other_server.url}/x"})
    near = Answer(307, headers={"Location": "/api/v3/near"})
    server.play(near, away)
    other_server.default = REPORT
    books = Books()
    client, events = watched(server, rate_limit=books)
    client.files.get_report(SHA256)
    assert books.taken == 1
    used = client.usage["get_file"]
    assert (used.requests, used.failures) == (1, 0)
    assert [event[0] for event in events] == ["sent", "received"] * 3
    server.play(near, BUSY, near, REPORT)
    client.files.get_report(SHA256)
    assert client.usage["get_file"].requests == 2
