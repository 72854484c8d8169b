"""What can be configured is checked where it is given, by name, before anything is sent."""

import copy
import math
import pickle
import traceback
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
import requests

from tests.interpreters import run_loaded
from tests.support import KEY, SHA256, Server, error_answer, file_document, json_answer
from vt_sdk import (
    APIError,
    InvalidInputError,
    LookupOnlyError,
    MissingAPIKeyError,
    RateLimitError,
    Request,
    Response,
    RetryPolicy,
    VirusTotal,
    VirusTotalAPIFiles,
    Window,
)
from vt_sdk.core.settings import Settings

REPORT = json_answer(file_document())
OTHER_KEY = "0ther" + "f" * 59
PASSWORD = "correct-horse"
ENDLESS: list[Any] = [math.inf, -math.inf, math.nan, 10**12, 10**400]
NO_NUMBERS: list[Any] = [True, "5", b"5", [5], {}, object()]
BAD_SECONDS = [*ENDLESS, *NO_NUMBERS, 0, -1]


class Wire:
    """A transport that is not there."""

    def send(self, request: Request, settings: Settings) -> Response:
        raise AssertionError(request)

    def close(self) -> None:
        pass


# --- arguments of the constructor ----------------------------------------------------------------

BAD: list[tuple[str, Any]] = [
    *(("timeout", value) for value in BAD_SECONDS if value != [5]),
    *(("timeout", (5, value)) for value in BAD_SECONDS),
    ("timeout", (5, 5, 5)),
    ("timeout", [5, 5]),
    ("proxies", "http://proxy.example"),
    ("proxies", ["http://proxy.example"]),
    ("proxies", {"https://": "http://proxy.example"}),
    ("proxies", {5: "http://proxy.example"}),
    ("proxies", {"https": 5}),
    ("proxies", {"https": "http://"}),
    ("proxies", {"https": "http://proxy.example:port"}),
    ("proxies", {"https": "http://proxy.example:99999"}),
    ("proxies", {"https": "ftp://proxy.example"}),
    ("proxies", {"https": "http://proxy example"}),
    *(
        ("base_url", value)
        for value in (
            "",
            "/",
            "example.com",
            "ftp://example.com",
            "http://",
            "http://[::1",
            "http://a:b",
            "https://example.com/a b",
            "https://example.com/a\n",
            "https://example.com/\ud800",
            "https://example.com\\@other.example",
            "https://example.com/?x=1",
            "https://example.com/#x",
            5,
            b"https://example.com",
        )
    ),
    ("verify", "no/such/file.pem"),
    ("verify", ""),
    ("verify", "a\0b"),
    ("verify", None),
    ("verify", 1),
    ("cert", "no/such/file.pem"),
    ("cert", (__file__, "no/such/file.pem")),
    ("cert", (__file__,)),
    ("cert", [__file__, __file__]),
    ("cert", True),
    ("retry", 3),
    ("retry", None),
    ("retry", RetryPolicy),
    ("rate_limit", 4),
    ("rate_limit", object()),
    ("rate_limit", "private"),
    ("session", object()),
    ("session", "https://example.com"),
    ("transport", object()),
    ("transport", Wire),
    *(
        (name, value)
        for name in ("user_agent", "tool")
        for value in (5, b"x", "a—1", "a\nb", "\x7f")
    ),
    *((name, value) for name in ("strict", "lookup_only") for value in (None, 1, "no")),
    *((name, value) for name in ("on_drift", "on_event") for value in (5, "x", [print])),
]


@pytest.mark.parametrize(("name", "value"), BAD)
def test_what_cannot_be_is_refused_by_name(name: str, value: Any) -> None:
    for kind in (VirusTotal, VirusTotalAPIFiles):
        with pytest.raises(InvalidInputError, match=name):
            kind(KEY, **{name: value})


WRITTEN = {"timeout", "proxies", "base_url"}


@pytest.mark.parametrize(("name", "value"), [case for case in BAD if case[0] in WRITTEN])
def test_what_cannot_be_is_refused_when_it_is_written(name: str, value: Any) -> None:
    client = VirusTotal(KEY)
    before = getattr(client, name)
    for holder in (client, client.files, client.settings):
        with pytest.raises(InvalidInputError, match=name):
            setattr(holder, name, value)
    assert getattr(client, name) == before


GOOD: list[tuple[str, Any]] = [
    *(("timeout", value) for value in (None, 1, 0.5, 2_000_000, (1, 2), (0.5, None), (None, 3))),
    *(
        ("proxies", value)
        for value in (
            None,
            {},
            {"https": "http://proxy.example:3128"},
            {"http": "proxy.example:3128", "ftp": "http://u:p@proxy.example"},
            {"all": "socks5h://127.0.0.1:9050"},
            {"https://www.virustotal.com": "http://[::1]:1"},
            {"https": "", "http": None},
        )
    ),
    ("base_url", "http://127.0.0.1:8000"),
    ("base_url", "https://gate.example/vt/v3"),
    ("retry", RetryPolicy(attempts=1200, base_s=0, cap_s=0, ceiling_s=0, deadline_s=1)),
    ("user_agent", "caf\xe9/1 (x)"),
    ("tool", ""),
    ("tool", None),
]


@pytest.mark.parametrize(("name", "value"), GOOD)
def test_what_can_be_is_taken(name: str, value: Any) -> None:
    assert getattr(VirusTotal(KEY, **{name: value}).settings, name) == value


def test_paths_of_certificates(tmp_path: Path) -> None:
    path = tmp_path / "a.pem"
    path.touch()
    made = VirusTotal(KEY, verify=path, cert=(path, str(path))).settings
    assert (made.verify, made.cert) == (str(path), (str(path), str(path)))
    assert VirusTotal(KEY, verify=str(tmp_path), cert=path).settings.cert == str(path)
    assert VirusTotal(KEY, verify=False).settings.verify is False


def test_a_session_and_a_transport_exclude_each_other() -> None:
    with pytest.raises(InvalidInputError, match="session, transport"):
        VirusTotal(KEY, session=requests.Session(), transport=Wire())


@pytest.mark.parametrize(
    ("name", "value"),
    [
        *(("attempts", value) for value in (0, -1, 1.5, "3", True, None, math.inf)),
        *(
            (name, value)
            for name in ("base_s", "cap_s", "ceiling_s", "deadline_s")
            for value in [*ENDLESS, *NO_NUMBERS, -1]
        ),
        ("deadline_s", 0),
        *(("statuses", value) for value in ([429], {"429"}, {True}, 429, None)),
        ("connection_loss", 1),
        ("random", 0.5),
    ],
)
def test_a_policy_that_cannot_be(name: str, value: Any) -> None:
    with pytest.raises(InvalidInputError, match=name):
        RetryPolicy(**{name: value})


def test_very_many_attempts() -> None:
    policy = RetryPolicy(attempts=10**6, random=lambda: 1.0)
    assert [policy.backoff(n) for n in (1, 2, 5, 6, 1100, 10**6)] == [1, 2, 16, 20, 20, 20]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        *((name, "x") for name in ("", "a b", "a:b", "a\nb", "naïve", "naïve—", 5, b"x")),
        *(("X-Own", value) for value in (5, None, b"x", "a\r\nb", "\0", "—", " x", "\ud800")),
        *(("x-apikey", value) for value in ("", "with space", "\xe9" * 64, 5, None)),
    ],
)
def test_a_header_that_cannot_be_sent(name: Any, value: Any) -> None:
    client = VirusTotal(KEY)
    writers: list[Callable[[], object]] = [
        lambda: client.headers.__setitem__(name, value),
        lambda: client.headers.update({name: value}),
        lambda: setattr(client, "headers", {name: value}),
    ]
    if name != "x-apikey":  # which is there
        writers.append(lambda: client.files.headers.setdefault(name, value))
    for write in writers:
        with pytest.raises(InvalidInputError):
            write()
    assert client.headers == {"x-apikey": KEY}


@pytest.mark.parametrize("value", [None, 5, "x-apikey", [("x-apikey", KEY)]])
def test_headers_that_are_no_mapping(value: Any) -> None:
    with pytest.raises(InvalidInputError, match="headers") as caught:
        VirusTotal(KEY).headers = value
    assert KEY not in str(caught.value)


# --- arguments of a call -------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["timeout", "deadline"])
@pytest.mark.parametrize("value", BAD_SECONDS)
def test_bad_seconds_of_a_call(server: Server, name: str, value: Any) -> None:
    vt = server.client()
    calls: list[Callable[..., object]] = [
        lambda **options: vt.files.get_report(SHA256, **options),
        lambda **options: vt.files.get_reports([SHA256], **options),
        lambda **options: vt.request("GET", "/x", **options),
        lambda **options: vt.feeds.iter_files(**options),
    ]
    waits: list[Callable[..., object]] = [
        lambda **options: vt.analyses.wait("a", **options),
        lambda **options: vt.files.scan_and_wait(b"x", **options),
        lambda **options: vt.files.get_or_scan(b"x", **options),
        lambda **options: vt.urls.scan_and_wait("http://example.com/", **options),
        lambda **options: vt.urls.get_or_scan("http://example.com/", **options),
        lambda **options: vt.private_files.scan_and_wait(b"x", **options),
        lambda **options: vt.private_urls.scan_and_wait("http://example.com/", **options),
        lambda **options: vt.private_analyses.wait("a", **options),
        lambda **options: vt.retrohunt.wait("a", **options),
        lambda **options: vt.zip_files.wait("a", **options),
    ]
    for call in calls if name == "deadline" else [*calls, *waits]:
        with pytest.raises(InvalidInputError, match=name):
            call(**{name: value})
    assert server.connections == 0


def test_numbers_of_more_digits_than_are_shown(server: Server) -> None:
    for name in ("timeout", "deadline"):
        with pytest.raises(InvalidInputError, match=name):
            server.client().files.get_report(SHA256, **{name: 10**5000})  # type: ignore[arg-type]
    with pytest.raises(InvalidInputError, match="timeout"):
        VirusTotal(KEY, timeout=10**5000)


@pytest.mark.parametrize("value", [*ENDLESS[:3], *NO_NUMBERS, -1, 1.5])
def test_bad_numbers_of_a_call(server: Server, value: Any) -> None:
    vt = server.client()
    server.play(json_answer([]))
    found = vt.files.get_comments(SHA256)
    calls: list[tuple[str, Callable[[], object]]] = [
        ("max_items", lambda: list(found.iter_all(max_items=value))),
        ("max_workers", lambda: vt.files.get_reports([SHA256], max_workers=value)),
        ("remember", lambda: vt.files.get_reports([SHA256], remember=value)),
        ("max_bytes", lambda: vt.files.download(SHA256, "never", max_bytes=value)),
        ("max_gaps", lambda: vt.feeds.iter_files(max_gaps=value)),
        ("max_bytes", lambda: vt.feeds.iter_files(max_bytes=value)),
    ]
    for name, call in calls:
        with pytest.raises(InvalidInputError, match=name):
            call()
    assert len(server.requests) == 1
    assert not Path("never").exists()


def test_numbers_beyond_what_a_machine_counts(server: Server) -> None:
    vt = server.client()
    server.play(json_answer([file_document()]))
    assert len(list(vt.files.get_relationship(SHA256, "bundled_files").iter_all(10**30))) == 1
    with pytest.raises(InvalidInputError, match="max_workers"):
        vt.files.get_reports([SHA256], max_workers=10**30)
    server.play(REPORT)
    assert len(list(vt.files.get_reports([SHA256], remember=10**30))) == 1
    for value in (*BAD_SECONDS,):
        with pytest.raises(InvalidInputError, match="wait_s"):
            vt.feeds.iter_files(wait_s=value)


LATEST = datetime.max.replace(tzinfo=UTC)
WEST, EAST = timezone(timedelta(hours=-9)), timezone(timedelta(hours=9))


@pytest.mark.parametrize(
    "moment", [datetime.max.replace(tzinfo=WEST), datetime.min.replace(tzinfo=EAST), LATEST]
)
def test_moments_at_the_ends_of_the_calendar(server: Server, moment: datetime) -> None:
    vt = server.client()
    with pytest.raises(InvalidInputError):
        vt.feeds.iter_files(start=moment)
    if moment is not LATEST:
        with pytest.raises(InvalidInputError):
            vt.feeds.iter_files(end=moment)
        with pytest.raises(InvalidInputError):
            vt.request("GET", "/x", query={"start_date": moment, "end_date": moment})
    with pytest.raises(InvalidInputError):
        vt.feeds.iter_files(cursor="999912312359")
    assert server.connections == 0


# --- waits that nobody can wait out --------------------------------------------------------------


@pytest.mark.parametrize("text", ["1000000000000", "9" * 400, "9" * 5000])
def test_a_retry_after_without_an_end(server: Server, text: str) -> None:
    server.default = error_answer(429, "TooManyRequestsError", Retry_After=text)
    with pytest.raises(APIError) as caught:
        server.client(retry=RetryPolicy(ceiling_s=10**8)).files.get_report(SHA256)
    assert caught.value.retry_after is not None
    assert 10**6 < caught.value.retry_after < math.inf
    assert len(server.requests) == 1


@pytest.mark.parametrize("seconds", [1e12, math.inf])
def test_a_limiter_without_an_end(server: Server, seconds: float) -> None:
    class Never:
        def reserve(self, max_wait: float | None = None) -> float:
            return seconds

        def windows(self) -> list[Window]:
            return []

    with pytest.raises(RateLimitError) as caught:
        server.client(rate_limit=Never()).files.get_report(SHA256)
    assert caught.value.retry_after == seconds
    assert server.connections == 0


def test_the_longest_deadline(server: Server) -> None:
    client = server.client(timeout=None, retry=RetryPolicy(attempts=1))
    # The second would be over at once for a socket that counts its milliseconds in 32 bits.
    for deadline in (9e8, (1 << 32) / 1000 + 0.05):
        server.play(replace(REPORT, delay=0.3))
        assert client.files.get_report(SHA256, deadline=deadline).id == SHA256


# --- bodies --------------------------------------------------------------------------------------


def test_a_body_that_is_too_deep(server: Server) -> None:
    deep: Any = {}
    for _ in range(100_000):
        deep = {"a": deep}
    calls: list[Callable[[], object]] = [
        lambda: server.client().request("POST", "/x", data=deep),
        lambda: server.client().request("POST", "/x", document=deep),
        lambda: server.client().graphs.create(graph_data=deep),
    ]
    for call in calls:
        with pytest.raises(InvalidInputError):
            call()
    assert server.connections == 0
    while deep:  # else its end would be too deep as well
        deep = deep.pop("a")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        *(("query", value) for value in ("a=b", 5, [("a", "b")], {5: "x"}, {b"a": "x"})),
        *(
            ("query.a", {"a": value})
            for value in (object(), b"x", [1], {"b": 1}, {"b"}, math.inf, math.nan, 10**400)
        ),
        *(("document", value) for value in ([1], "{}", 5, {5: 1})),
        *(("repeatable", value) for value in ("no", 1)),
    ],
)
def test_parts_of_a_request_that_cannot_be(server: Server, name: str, value: Any) -> None:
    with pytest.raises(InvalidInputError, match=f"^{name}:"):
        server.client().request("POST", "/x", **{name.partition(".")[0]: value})
    assert server.connections == 0


# --- the address ---------------------------------------------------------------------------------


def test_the_address_of_the_environment(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    server.default = REPORT
    monkeypatch.setenv("VT_BASE_URL", f"{server.base_url}/")
    with VirusTotal(KEY) as client:
        assert repr(client) == f"<VirusTotal {server.base_url}>"
        assert client.files.get_report(SHA256).id == SHA256
    with VirusTotalAPIFiles(KEY) as files:
        assert files.get_report(SHA256).id == SHA256
    assert len(server.requests) == 2
    assert VirusTotal(base_url="https://other.example").base_url == "https://other.example"
    monkeypatch.setenv("VT_BASE_URL", "")
    assert VirusTotal().base_url == "https://www.virustotal.com/api/v3"
    monkeypatch.setenv("VT_BASE_URL", "localhost:8000")
    with pytest.raises(InvalidInputError, match="VT_BASE_URL"):
        VirusTotal()


def test_an_address_with_a_password_is_refused_and_not_shown(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    address = f"https://user:{PASSWORD}@gate.example/api/v3"
    client = VirusTotal(KEY)

    def by_the_environment() -> None:
        monkeypatch.setenv("VT_BASE_URL", address)
        VirusTotal(KEY)

    attempts: list[Callable[[], object]] = [
        lambda: VirusTotal(KEY, base_url=address),
        lambda: VirusTotal(KEY, base_url="https://user@gate.example"),
        lambda: setattr(client, "base_url", address),
        by_the_environment,
    ]
    for attempt in attempts:
        with pytest.raises(InvalidInputError, match="Authorization") as caught:
            attempt()
        assert PASSWORD not in f"{caught.value!r} {vars(caught.value)}"


# --- the key -------------------------------------------------------------------------------------


def test_the_environment_is_read_when_a_key_is_needed(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.default = REPORT
    client = server.client(None)
    with pytest.raises(MissingAPIKeyError):
        client.files.get_report(SHA256)
    for key in (KEY, OTHER_KEY):
        monkeypatch.setenv("VT_API_KEY", key)
        client.files.get_report(SHA256)
        assert server.last.headers["x-apikey"] == key
    assert "x-apikey" not in client.headers
    monkeypatch.setenv("VT_API_KEY", "not a key")
    with pytest.raises(InvalidInputError):
        client.files.get_report(SHA256)
    with pytest.raises(InvalidInputError):
        client.files.get_report(KEY)  # one that may be the key is no identifier either


def test_a_function_gives_the_key(server: Server, environment_key: str) -> None:
    server.play(error_answer(503, "TransientError"), REPORT, REPORT)
    asked: list[str] = []

    def key() -> str:
        asked.append(KEY if len(asked) < 2 else OTHER_KEY)
        return asked[-1]

    client = server.client(key)
    assert asked == []
    client.files.get_report(SHA256)
    client.files.get_report(SHA256)
    assert [request.headers["x-apikey"] for request in server.requests] == asked
    assert asked == [KEY, KEY, OTHER_KEY]
    for shown in (client, client.settings, client.headers, client.files):
        assert KEY not in repr(shown)
        assert OTHER_KEY not in repr(shown)
    with pytest.raises(InvalidInputError, match="identifier"):
        server.client(lambda: SHA256).files.get_report(SHA256)


@pytest.mark.parametrize(
    ("given", "error"),
    [
        ("", MissingAPIKeyError),
        (None, MissingAPIKeyError),
        (5, InvalidInputError),
        ("a b", ValueError),
    ],
)
def test_a_function_that_gives_no_key(server: Server, given: Any, error: type) -> None:
    with pytest.raises(error):
        server.client(lambda: given).files.get_report(SHA256)
    assert server.connections == 0


def test_an_error_of_the_function_is_the_callers(server: Server) -> None:
    def key() -> str:
        raise LookupError("the vault is shut")

    with pytest.raises(LookupError, match="vault"):
        server.client(key).files.get_report(SHA256)


def test_no_frame_of_an_error_holds_the_key() -> None:
    """Trackers of errors send the variables of the frames."""
    with pytest.raises(InvalidInputError, match="timeout") as caught:
        VirusTotal(KEY, timeout=0)
    frames = [frame for frame, _ in traceback.walk_tb(caught.tb)][1:]  # the first one is this
    assert KEY not in repr([v for f in frames for k, v in f.f_locals.items() if k != "self"])


# --- copies --------------------------------------------------------------------------------------


def test_a_pickled_client_reads_the_environment_where_it_arrives(
    server: Server, tmp_path: Path
) -> None:
    server.default = REPORT
    path = tmp_path / "client"
    path.write_bytes(pickle.dumps((server.client(KEY), server.client(KEY).files)))
    assert KEY.encode() not in path.read_bytes()
    code = """
import pickle, sys
client, files = pickle.load(open(sys.argv[1], "rb"))
with client, files:
    print(client.files.get_report(sys.argv[2]).id == files.get_report(sys.argv[2]).id)
"""
    environment = {"VT_API_KEY": OTHER_KEY}
    assert run_loaded(code, str(path), SHA256, env=environment) == "True\n"
    assert [request.headers["x-apikey"] for request in server.requests] == [OTHER_KEY] * 2


def a_key() -> str:
    return OTHER_KEY


def test_a_function_travels_by_its_name(server: Server) -> None:
    server.default = REPORT
    for twin in (
        pickle.loads(pickle.dumps(server.client(a_key))),
        copy.deepcopy(server.client(a_key)),
    ):
        with twin:
            assert twin.files.get_report(SHA256).id == SHA256
        assert server.last.headers["x-apikey"] == OTHER_KEY


@pytest.mark.parametrize("duplicate", [pickle.dumps, copy.deepcopy])
@pytest.mark.parametrize("way", ["session", "transport"])
def test_a_way_of_the_callers_does_not_travel(duplicate: Callable[[Any], Any], way: str) -> None:
    given: Any = requests.Session() if way == "session" else Wire()
    client = VirusTotal(KEY, **{way: given})
    for thing in (client, client.files, VirusTotalAPIFiles(KEY, **{way: given})):
        with pytest.raises(TypeError, match="session or a transport"):
            duplicate(thing)
    for thing in (client, client.files):
        assert copy.copy(thing).transport is thing.transport
        assert copy.copy(thing).headers["x-apikey"] == KEY


# --- look-ups and nothing else -------------------------------------------------------------------

MORE_THAN_A_LOOK: dict[str, Callable[[VirusTotal], object]] = {
    "a comment": lambda vt: vt.files.put_comments(SHA256, "text"),
    "a vote": lambda vt: vt.domains.put_votes("example.com", True),
    "a vote on a comment": lambda vt: vt.comments.add_vote("c", "positive"),
    "a file again": lambda vt: vt.files.analyse(SHA256),
    "a domain again": lambda vt: vt.domains.analyse("example.com"),
    "a deletion": lambda vt: vt.comments.delete("c"),
    "a change": lambda vt: vt.collections.update("c", name="x"),
    "a ZIP file": lambda vt: vt.zip_files.create([SHA256]),
    "an address for uploads": lambda vt: vt.private_files.get_upload_url(),
    "an upload": lambda vt: vt.monitor.create(path="/a/"),
    "a search that is a POST": lambda vt: vt.gti_dtm.search_documents(query="x"),
    "a POST of one's own": lambda vt: vt.request("POST", "/x"),
    "a small post": lambda vt: vt.request("post", "/x"),
    "a PUT": lambda vt: vt.request("PUT", "/x"),
    "a PATCH": lambda vt: vt.request("PATCH", "/x"),
    "a DELETE": lambda vt: vt.request("DELETE", "/x"),
}


@pytest.mark.parametrize("name", MORE_THAN_A_LOOK)
def test_nothing_but_look_ups_leaves(either: Server, name: str) -> None:
    client = either.client(lookup_only=True)
    with pytest.raises(LookupOnlyError):
        MORE_THAN_A_LOOK[name](client)
    assert either.connections == 0
    assert client.usage == {}


def test_look_ups_leave(either: Server) -> None:
    client = either.client(lookup_only=True)
    either.play(json_answer([]), json_answer(1), json_answer(1))
    client.files.get_comments(SHA256)
    client.request("GET", "/x")
    client.request("HEAD", "/x")
    assert [request.method for request in either.requests] == ["GET", "GET", "HEAD"]
