"""Quotas: what is left, usage by day, and a key that is an identifier and is shown nowhere."""

import logging
import pickle
import traceback
from collections.abc import Callable
from dataclasses import FrozenInstanceError
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest
import requests
from requests.adapters import HTTPAdapter
from urllib3.util.retry import Retry

from tests.support import (
    JSON_HEADERS,
    KEY,
    OBJECTS,
    Answer,
    Recorded,
    Server,
    error_answer,
    json_answer,
)
from vt_sdk import (
    APIConnectionError,
    ForbiddenError,
    InvalidInputError,
    InvalidResponseError,
    MissingAPIKeyError,
    NotFoundError,
    QuotaExceededError,
    RelationshipName,
    Remaining,
    RetryPolicy,
    ServerError,
    UnknownFieldError,
    VirusTotal,
    models,
    parse,
)
from vt_sdk.core.settings import KEY_MARK
from vt_sdk.emulator import Emulator
from vt_sdk.resources._remaining import remaining

SHOWN = f"/users/{KEY_MARK}/overall_quotas"
SENT = f"/users/{KEY}/overall_quotas"
QUOTAS = {
    "api_requests_hourly": {"user": {"allowed": 240, "used": 40}},
    "api_requests_daily": {
        "user": {"allowed": 500, "used": 100},
        "group": {"allowed": 1000, "used": 990, "inherited_from": "g"},
    },
    "collections_monthly": {"user": {"allowed": 20, "used": 0}},
}
NOON = datetime(2026, 12, 31, 12, tzinfo=UTC)


def left(quotas: dict[str, Any]) -> Remaining:
    return remaining(parse({"data": quotas}, models.OverallQuotas), NOON)


# --- what is left --------------------------------------------------------------------------------


def test_the_smaller_of_user_and_group() -> None:
    found = left(QUOTAS)
    assert (found.hourly, found.daily, found.monthly) == (200, 10, None)
    assert found.quotas.to_dict() == QUOTAS
    assert found.resets_at == datetime(2027, 1, 1, tzinfo=UTC)
    with pytest.raises(FrozenInstanceError):
        found.daily = 5  # type: ignore[misc]  # that it is refused is the test


@pytest.mark.parametrize(
    ("quota", "expected"),
    [
        ({"user": {"allowed": 5, "used": 9}}, 0),
        ({"user": {"allowed": 5, "used": 2}, "group": {"used": 2}}, 3),
        ({"group": {"allowed": 5, "used": 2}}, 3),
        ({"user": {"allowed": 5}}, None),
        ({"user": {"allowed": "many", "used": 2}}, None),
        ({"user": None}, None),
        ({}, None),
        (None, None),
        (7, None),
    ],
)
def test_what_the_service_does_not_say_is_none(quota: Any, expected: int | None) -> None:
    assert left({"api_requests_monthly": quota}).monthly == expected


def test_the_numbers_of_the_emulator(emulator: Emulator) -> None:
    key = emulator.add_key(user="small", per_minute=4, per_day=500)
    with VirusTotal(key, base_url=emulator.base_url) as vt:
        vt.domains.get_report("example.com")
        before = datetime.now(UTC)
        found = vt.quotas.remaining()
        assert (found.hourly, found.daily, found.monthly) == (238, 498, 10**9 - 2)
        assert found.resets_at - before <= timedelta(days=1)
        assert vt.quotas.get_last_result() is found
        assert vt.quotas.remaining("small").daily == 497
        assert vt.quotas.get_overall("small").quotas["api_requests_daily"].user is not None
        with pytest.raises(QuotaExceededError):
            vt.quotas.remaining()


def test_others_and_the_unknown(emulator: Emulator) -> None:
    with emulator.client() as vt:
        for ask in (vt.quotas.remaining, vt.quotas.get_overall, vt.quotas.get_user_usage):
            with pytest.raises(ForbiddenError):
                ask("emulator-premium")
            with pytest.raises(NotFoundError):
                ask("nobody")
        assert vt.quotas.get_last_result() is None
        with pytest.raises(ForbiddenError):
            vt.quotas.get_group_usage("emulator-group")
    with emulator.client(premium=True) as vt, pytest.raises(NotFoundError):
        vt.quotas.get_group_usage("another")


def test_options_drift_and_strictness(server: Server) -> None:
    server.default = json_answer(
        {"api_requests_daily": {"user": {"allowed": 1, "used": 0, "x": 1}}}
    )
    drifted: list[Any] = []
    assert server.client(on_drift=drifted.append).quotas.remaining(deadline=30).daily == 1
    assert [drift.operation for drift in drifted] == ["get_user_overall_quotas"]
    with pytest.raises(UnknownFieldError):
        server.client(strict=True).quotas.remaining("name", timeout=5)


# --- usage ---------------------------------------------------------------------------------------


def test_usage_of_user_and_group(emulator: Emulator) -> None:
    with emulator.client(premium=True) as vt:
        vt.domains.get_report("example.com")
        usage = vt.quotas.get_user_usage("emulator-premium")
        assert usage.total == {"get_domain": 1, "get_user_api_usage": 1}
        (day,) = usage.daily
        today = date.fromisoformat(day)
        assert usage.daily[day] == usage.total
        past = vt.quotas.get_group_usage(
            "emulator-group",
            start_date=today - timedelta(days=31),
            end_date=today - timedelta(days=1),
        )
        assert (past.daily, past.total) == ({}, {})
        assert vt.quotas.get_group_usage("emulator-group", start_date=today).total["get_domain"]


def test_days_on_the_wire(server: Server) -> None:
    server.default = json_answer({})
    quotas = server.client().quotas
    first = date(2026, 2, 28)
    quotas.get_user_usage("a b", start_date=first, end_date=first + timedelta(days=30))
    assert server.last.target == (
        "/api/v3/users/a%20b/api_usage?start_date=20260228&end_date=20260330"
    )
    # A moment is a day too, the one in UTC if it knows its zone.
    moment = datetime(2026, 3, 1, 0, 30)
    quotas.get_group_usage("g", start_date=moment.replace(tzinfo=timezone(timedelta(hours=1))))
    assert server.last.target == "/api/v3/groups/g/api_usage?start_date=20260228"
    quotas.get_group_usage("g", end_date=moment)
    assert server.last.query == "end_date=20260301"


@pytest.mark.parametrize(
    ("first", "last"),
    [
        (date(2026, 1, 2), date(2026, 1, 1)),
        (date(2026, 1, 1), date(2026, 2, 1)),
        (datetime(2026, 1, 2), date(2026, 1, 1)),
    ],
)
def test_spans_that_are_refused(server: Server, first: date, last: date) -> None:
    with pytest.raises(InvalidInputError, match="start_date"):
        server.client().quotas.get_user_usage("u", start_date=first, end_date=last)
    assert not server.requests


# --- the key as an identifier --------------------------------------------------------------------


def everything(error: BaseException) -> str:
    """Return all that an error and those behind it can show."""
    shown, seen = [*traceback.format_exception(error)], set[int]()
    waiting: list[Any] = [error]
    while waiting:
        current = waiting.pop()
        if not isinstance(current, BaseException) or id(current) in seen:
            continue
        seen.add(id(current))
        shown += [str(current), repr(current), repr(vars(current)), repr(current.args)]
        waiting += [current.__cause__, current.__context__, *current.args, *vars(current).values()]
    return "\n".join(shown)


@pytest.fixture
def log(caplog: pytest.LogCaptureFixture) -> pytest.LogCaptureFixture:
    """Record all that is logged."""
    caplog.set_level(logging.DEBUG)
    return caplog


def test_the_key_is_on_the_wire_and_nowhere_else(
    server: Server, log: pytest.LogCaptureFixture
) -> None:
    server.play(json_answer(QUOTAS))
    events: list[Any] = []
    client = server.client(on_event=events.append)
    found = client.quotas.remaining()
    assert server.paths == [SENT]
    assert server.last.headers["x-apikey"] == KEY
    assert any("urllib3" in record.name and SHOWN in record.getMessage() for record in log.records)
    assert events[0].path == SHOWN
    shown = [log.text, events, client, client.usage, found, found.quotas, found.quotas.response]
    assert KEY not in repr(shown)
    for value in (found.quotas.to_json(), *(repr(vars(record)) for record in log.records)):
        assert KEY not in value
    assert KEY.encode() not in pickle.dumps(client)


def test_the_emulator_keeps_no_key(emulator: Emulator, log: pytest.LogCaptureFixture) -> None:
    with emulator.client() as vt:
        vt.quotas.remaining()
    assert emulator.calls[-1].path == f"/api/v3{SHOWN}"
    assert emulator.api_key not in repr(emulator.calls) + log.text


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        (error_answer(404, "NotFoundError", f"User {KEY} not found"), NotFoundError),
        (Answer(502, f"<h1>/users/{KEY}</h1>".encode()), ServerError),
        (Answer(200, f"<h1>/users/{KEY}</h1>".encode()), InvalidResponseError),
        (Answer(200, b"x" + KEY.encode(), {"Content-Encoding": "gzip"}), InvalidResponseError),
        (Answer(301, b"", {"Location": f"ftp://other.example/{KEY}"}), InvalidResponseError),
        (Answer(200, b"{", {"Content-Length": "9", "X-Echo": KEY}, send=1), APIConnectionError),
        (Answer(reset=True), APIConnectionError),
    ],
    ids=["404", "502", "a page", "not gzip", "bad redirect", "cut", "reset"],
)
def test_no_error_shows_the_key(
    server: Server, log: pytest.LogCaptureFixture, answer: Answer, kind: type[Exception]
) -> None:
    server.default = answer
    with pytest.raises(kind) as caught:
        server.client().quotas.remaining()
    assert server.paths[0] == SENT
    assert KEY not in everything(caught.value)
    assert KEY not in log.text


def test_no_error_of_a_session_that_repeats_shows_the_key(
    server: Server, log: pytest.LogCaptureFixture
) -> None:
    server.default = Answer(reset=True)
    with requests.Session() as session:
        session.mount("http://", HTTPAdapter(max_retries=Retry(2)))
        client = server.client(session=session, retry=RetryPolicy(attempts=1))
        with pytest.raises(APIConnectionError) as caught:
            client.quotas.remaining()
    assert server.paths == [SENT] * 3
    assert SHOWN in everything(caught.value)
    assert "Retrying" in log.text
    assert KEY not in everything(caught.value) + log.text


@pytest.mark.parametrize(
    "location",
    ["{other}/x", "{other}/users/" + KEY + "/x", "{other}/" + KEY_MARK + "?k=" + KEY],
)
def test_no_redirect_carries_it_to_another_origin(
    server: Server, other_server: Server, log: pytest.LogCaptureFixture, location: str
) -> None:
    server.play(Answer(302, b"", {"Location": location.replace("{other}", other_server.url)}))
    other_server.default = json_answer(QUOTAS)
    assert server.client().quotas.remaining().hourly == 200
    (recorded,) = other_server.requests
    assert "x-apikey" not in recorded.headers
    assert KEY not in f"{recorded.target}{recorded.headers}{log.text}"


def test_a_redirect_within_the_origin_keeps_it(
    server: Server, log: pytest.LogCaptureFixture
) -> None:
    def answer(recorded: Recorded) -> Answer:
        if recorded.path.endswith("/"):
            return json_answer(QUOTAS)
        return Answer(308, b"", {**JSON_HEADERS, "Location": f"{recorded.path}/"})

    server.default = answer
    assert server.client().quotas.remaining().daily == 10
    assert server.paths == [SENT, f"{SENT}/"]
    assert KEY not in log.text


def test_a_key_with_other_characters(server: Server, log: pytest.LogCaptureFixture) -> None:
    key = "a/b?c#d%e" + KEY
    encoded = "a%2Fb%3Fc%23d%25e" + KEY
    server.default = lambda recorded: error_answer(404, "NotFoundError", f"{recorded.path} {key}")
    with pytest.raises(NotFoundError) as caught:
        server.client(key).quotas.remaining()
    assert server.paths == [f"/users/{encoded}/overall_quotas"]
    assert KEY not in everything(caught.value) + log.text


def test_without_a_key(server: Server) -> None:
    with pytest.raises(MissingAPIKeyError):
        server.client("").quotas.remaining()
    assert not server.requests


# --- the key where it does not belong ------------------------------------------------------------

HEX = "0123456789abcdef" * 4

MISTAKES: dict[str, Callable[[VirusTotal, str], object]] = {
    "user": lambda vt, key: vt.quotas.remaining(key),
    "usage": lambda vt, key: vt.quotas.get_user_usage(key),
    "file": lambda vt, key: vt.files.get_report(key),
    "file, upper case": lambda vt, key: vt.files.get_report(key.upper()),
    "URL": lambda vt, key: vt.urls.get_report(key),
    "domain": lambda vt, key: vt.domains.get_report(key),
    "IP address": lambda vt, key: vt.ip_addresses.get_report(key),
    "comment": lambda vt, key: vt.comments.get(f"f-{key}-1"),
    "filter": lambda vt, key: vt.comments.get_page(filter=f"tag:{key}"),
    "cursor": lambda vt, key: vt.comments.get_page(cursor=key),
    "relationships": lambda vt, key: vt.files.get_report(
        OBJECTS["files"], relationships=[RelationshipName(key)]
    ),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_key_as_an_argument_is_refused(
    server: Server, log: pytest.LogCaptureFixture, mistake: str
) -> None:
    events: list[Any] = []
    client = server.client(HEX, on_event=events.append)
    with pytest.raises(InvalidInputError) as caught:
        MISTAKES[mistake](client, HEX)
    assert not server.requests
    assert not events
    shown = str(caught.value) + repr(caught.value) + log.text
    assert HEX not in shown.lower()


def test_a_short_key_may_be_a_part_of_words(server: Server) -> None:
    server.default = json_answer(QUOTAS)
    client = server.client("com")
    assert client.quotas.remaining().hourly == 200
    assert server.paths == ["/users/com/overall_quotas"]
    client.domains.get_report("example.com")
    assert server.paths[1:] == ["/domains/example.com"]
