"""The base class and its settings: keys, shared settings, the last answer, subclasses, pickles."""

import copy
import pickle
import pprint
import threading
from collections.abc import Callable, Sequence
from typing import Any

import pytest

from tests.support import (
    JSON_HEADERS,
    KEY,
    NO_WAIT,
    SHA256,
    Answer,
    Server,
    envelope,
    error_answer,
    file_document,
    json_answer,
)
from vt_sdk import (
    APIConnectionError,
    Drift,
    InvalidInputError,
    InvalidResponseError,
    MissingAPIKeyError,
    NotFoundError,
    Page,
    RateLimitError,
    Request,
    Response,
    RetryPolicy,
    UnknownFieldError,
    VirusTotal,
    VirusTotalAPI,
    VirusTotalAPIAnalyses,
    VirusTotalAPIComments,
    VirusTotalAPIDomains,
    VirusTotalAPIError,
    VirusTotalAPIFiles,
    VirusTotalAPIIPAddresses,
    VirusTotalAPIUrls,
    VTStatus,
    Window,
    models,
)
from vt_sdk.core.flow import Flow
from vt_sdk.core.settings import Headers

GROUPS: list[type[VirusTotalAPI]] = [
    VirusTotalAPIFiles,
    VirusTotalAPIUrls,
    VirusTotalAPIDomains,
    VirusTotalAPIIPAddresses,
    VirusTotalAPIAnalyses,
    VirusTotalAPIComments,
]
OTHER_KEY = "0ther" + "f" * 59


def group(server: Server, key: str | None = KEY, **options: Any) -> VirusTotalAPIFiles:
    options.setdefault("retry", NO_WAIT)
    return VirusTotalAPIFiles(key, base_url=server.base_url, **options)


def a_report(**attributes: Any) -> Answer:
    return json_answer(file_document(**attributes))


# --- the key -------------------------------------------------------------------------------------


def test_the_key_of_the_argument(server: Server, environment_key: str) -> None:
    server.default = a_report()
    with group(server) as files:
        files.get_report(SHA256)
    assert server.last.headers["x-apikey"] == KEY
    assert files.headers["x-apikey"] == KEY


def test_the_key_of_the_environment(server: Server, environment_key: str) -> None:
    server.default = a_report()
    with group(server, None) as files:
        files.get_report(SHA256)
    assert server.last.headers["x-apikey"] == environment_key
    with VirusTotal(base_url=server.base_url) as client:
        client.files.get_report(SHA256)
    assert server.last.headers["x-apikey"] == environment_key


@pytest.mark.parametrize("key", [f"{KEY}\n", f" {KEY}\r\n"])
def test_a_key_may_come_with_its_line_end(
    server: Server, key: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VT_API_KEY", key)
    server.default = a_report()
    written = group(server, "other")
    written.headers["x-apikey"] = key
    for files in (group(server, key), group(server, None), written):
        with files:
            files.get_report(SHA256)
        assert server.last.headers["x-apikey"] == KEY


@pytest.mark.parametrize("key", [None, ""])
def test_without_a_key_the_first_call_raises(server: Server, key: str | None) -> None:
    server.default = a_report()
    files = group(server, key)
    assert "x-apikey" not in files.headers
    with pytest.raises(MissingAPIKeyError, match="VT_API_KEY"):
        files.get_report(SHA256)
    assert server.connections == 0
    files.headers["x-apikey"] = KEY
    assert files.get_report(SHA256).id == SHA256
    files.close()


def test_an_empty_variable_is_no_key(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VT_API_KEY", "")
    with pytest.raises(MissingAPIKeyError):
        group(server, None).get_report(SHA256)


@pytest.mark.parametrize(
    "key",
    [
        "with space " + KEY,
        KEY + "\n" + KEY,
        KEY + "\r\nx-other: 1",
        "tab\t" + KEY,
        "ü" + KEY,
        "\x7f" + KEY,
    ],
)
def test_a_bad_key_is_refused_and_not_shown(
    server: Server, key: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def in_the_environment() -> object:
        monkeypatch.setenv("VT_API_KEY", key)
        return VirusTotalAPIFiles()

    def written_later() -> object:
        files = group(server)
        files.headers["x-apikey"] = key
        return files.get_report(SHA256)

    attempts: list[Callable[[], object]] = [
        lambda: VirusTotalAPIFiles(key),
        lambda: VirusTotal(key),
        in_the_environment,
        written_later,
    ]
    for attempt in attempts:
        with pytest.raises(InvalidInputError) as caught:
            attempt()
        assert not isinstance(caught.value, MissingAPIKeyError)
        assert isinstance(caught.value, ValueError)
        for text in (str(caught.value), repr(caught.value), repr(vars(caught.value))):
            assert KEY not in text
    assert server.connections == 0


@pytest.mark.parametrize("key", [5, b"bytes" + KEY.encode(), ["list"]])
def test_a_key_that_is_no_text(key: Any) -> None:
    with pytest.raises(InvalidInputError):
        VirusTotalAPIFiles(key)


@pytest.mark.parametrize("name", ["x-apikey", "X-Apikey", "X-APIKEY"])
def test_writing_the_header_changes_the_key(server: Server, name: str) -> None:
    server.default = a_report()
    writers: list[Callable[[VirusTotalAPIFiles], object]] = [
        lambda files: files.headers.__setitem__(name, OTHER_KEY),
        lambda files: files.headers.update({name: OTHER_KEY}),
        lambda files: files.headers.update([(name, OTHER_KEY)]),
        lambda files: files.headers.__ior__({name: OTHER_KEY}),
        lambda files: setattr(files, "headers", {name: OTHER_KEY}),
        lambda files: setattr(files, "headers", {"Accept": "*/*", name: OTHER_KEY}),
    ]
    for write in writers:
        with group(server) as files:
            write(files)
            files.get_report(SHA256)
            assert server.last.headers["x-apikey"] == OTHER_KEY
            assert files.headers["x-apikey"] == OTHER_KEY
            assert [key.lower() for key in files.headers].count("x-apikey") == 1
            assert OTHER_KEY not in repr(files.headers)


def test_setdefault_keeps_the_key() -> None:
    headers = Headers({"x-apikey": KEY})
    assert headers.setdefault("x-apikey", OTHER_KEY) == KEY
    assert headers.setdefault("X-Own", "1") == "1"
    assert headers.setdefault("X-Own") == "1"
    assert Headers().setdefault("x-apikey", KEY) == KEY
    assert KEY not in repr(Headers(**{"x-apikey": KEY}))


SHOWN: list[Callable[[Any], object]] = [
    repr,
    str,
    lambda x: f"{x}",
    lambda x: f"{x!r}",
    lambda x: format(x),
    lambda x: "%s" % (x,),  # noqa: UP031  # one more way to show it
    pprint.pformat,
    lambda x: pickle.dumps(x),
    lambda x: pickle.dumps(x, 2),
    lambda x: repr(copy.copy(x)),
    lambda x: repr(copy.deepcopy(x)),
    lambda x: pickle.dumps(copy.deepcopy(x)),
]


@pytest.mark.parametrize("show", SHOWN)
def test_nothing_shows_the_key(server: Server, show: Callable[[Any], object]) -> None:
    server.default = a_report()
    client = server.client()
    client.headers["X-Own"] = "yes"
    client.files.get_report(SHA256)
    client.headers["X-Apikey"] = KEY
    headers = client.headers
    things: list[Any] = [
        headers,
        {"headers": headers},
        [headers],
        dict(headers),
        headers.copy(),
        client,
        client.files,
        client.files._connection.settings,
        VirusTotalAPIFiles(KEY),
        VirusTotalAPI(KEY),
    ]
    for thing in things:
        assert KEY not in str(show(thing))


def test_a_view_of_the_headers_does_not_show_the_key() -> None:
    headers = Headers({"x-apikey": KEY, "Accept": "x"})
    for view in (headers.items(), headers.values(), list(headers.items())):
        assert KEY not in repr(view)
    assert (headers | {"X-Own": "1"})["X-Own"] == "1"
    assert KEY not in repr(headers | {"X-Own": "1"})
    assert KEY not in repr({"X-Own": "1"} | headers)


def test_copies_of_headers_lack_the_key_and_keep_the_rest() -> None:
    headers = Headers({"x-apikey": KEY, "X-Own": "1"})
    for twin in (
        headers.copy(),
        copy.copy(headers),
        copy.deepcopy(headers),
        pickle.loads(pickle.dumps(headers)),
    ):
        assert type(twin) is Headers
        assert twin == {"X-Own": "1"}
        twin["x-apikey"] = OTHER_KEY
        assert OTHER_KEY not in repr(twin)
    assert headers["x-apikey"] == KEY


def test_own_headers_are_sent(server: Server) -> None:
    server.default = a_report()
    with group(server) as files:
        files.headers["X-Own"] = "yes"
        files.headers["User-Agent"] = "mine"
        files.get_report(SHA256)
        assert server.last.headers["x-own"] == "yes"
        assert server.last.headers["user-agent"] == "mine"
        del files.headers["X-Own"]
        files.get_report(SHA256)
        assert "x-own" not in server.last.headers


def test_own_headers_cannot_break_the_request(server: Server) -> None:
    for name, value in (("X-Own", "a\r\nX-Evil: 1"), ("X-Own\r\nX-Evil", "a"), ("X-Own", "a\x00")):
        files = group(server)
        with pytest.raises(InvalidInputError):
            files.headers[name] = value
        assert name not in files.headers
    assert server.connections == 0


@pytest.mark.parametrize("option", ["user_agent", "tool"])
def test_own_names_cannot_break_the_request(server: Server, option: str) -> None:
    with pytest.raises(InvalidInputError, match=option):
        group(server, **{option: "a\r\nX-Evil: 1"})


# --- settings that are written -------------------------------------------------------------------


def test_base_url_takes_effect(server: Server, other_server: Server) -> None:
    server.default = other_server.default = a_report()
    with group(server) as files:
        files.get_report(SHA256)
        files.base_url = f"{other_server.url}/gate/"
        files.get_report(SHA256)
    assert other_server.last.target == f"/gate/files/{SHA256}"
    assert other_server.last.headers["x-apikey"] == KEY
    assert len(server.requests) == 1


def test_timeout_takes_effect(server: Server) -> None:
    server.default = Answer(200, envelope(file_document()), JSON_HEADERS, delay=0.5)
    files = group(server, timeout=None, retry=RetryPolicy(attempts=1))
    assert files.timeout is None
    assert files.get_report(SHA256).id == SHA256
    files.timeout = 0.05
    with pytest.raises(VirusTotalAPIError, match="Timeout"):
        files.get_report(SHA256)
    files.timeout = (5, None)
    assert files.get_report(SHA256).id == SHA256
    files.close()


def test_proxies_take_effect(server: Server) -> None:
    server.default = a_report()
    base_url = "http://service.localhost/api/v3"
    with VirusTotalAPIFiles(KEY, base_url=base_url, retry=RetryPolicy(attempts=1)) as files:
        assert files.proxies is None
        with pytest.raises(APIConnectionError):
            files.get_report(SHA256)
        files.proxies = {"http": server.url}
        assert files.get_report(SHA256).id == SHA256
    assert server.last.target == f"{base_url}/files/{SHA256}"


def test_positional_arguments_of_the_seed(server: Server) -> None:
    files = VirusTotalAPIFiles(KEY, (1, 2), {"http": server.url})
    assert (files.timeout, files.proxies) == ((1, 2), {"http": server.url})
    assert VirusTotalAPI().base_url == "https://www.virustotal.com/api/v3"


# --- the last answer -----------------------------------------------------------------------------


def test_the_last_answer(server: Server) -> None:
    with group(server) as files:
        assert files.get_last_http_error() is None
        assert files.get_last_result() is None
        server.play(a_report())
        report = files.get_report(SHA256)
        assert files.get_last_http_error() == files.HTTP_OK
        assert files.get_last_http_error() is VTStatus.HTTP_OK
        assert files.get_last_result() is report
        server.play(error_answer(404, "NotFoundError"))
        with pytest.raises(NotFoundError):
            files.get_report(SHA256)
        assert files.get_last_http_error() == files.HTTP_NOT_FOUND_ERROR
        assert files.get_last_result() is None
        server.play(a_report(), Answer(200, b"<html>"))
        files.get_report(SHA256)
        with pytest.raises(InvalidResponseError):
            files.get_report(SHA256)
        assert files.get_last_http_error() == 200
        assert files.get_last_result() is None


def test_the_last_answer_is_forgotten_on_entry(server: Server) -> None:
    server.default = a_report()
    with group(server, retry=RetryPolicy(attempts=1)) as files:
        for _ in range(2):
            files.get_report(SHA256)
            assert files.get_last_http_error() == 200
            files.headers.pop("x-apikey")
            with pytest.raises(MissingAPIKeyError):
                files.get_report(SHA256)
            assert files.get_last_http_error() is None
            assert files.get_last_result() is None
            files.headers["x-apikey"] = KEY


def test_no_last_answer_after_a_transport_error(server: Server) -> None:
    server.play(a_report(), error_answer(503, "TransientError"), Answer(reset=True))
    with group(server, retry=RetryPolicy(attempts=2, base_s=0)) as files:
        files.get_report(SHA256)
        with pytest.raises(APIConnectionError):
            files.get_report(SHA256)
        assert files.get_last_http_error() is None


def test_the_last_answer_belongs_to_the_thread(server: Server) -> None:
    server.play(a_report(), error_answer(404, "NotFoundError"))
    seen: list[object] = []

    def elsewhere() -> None:
        seen.append(files.get_last_http_error())
        seen.append(files.get_last_result())
        with pytest.raises(NotFoundError):
            files.get_report(SHA256)
        seen.append(files.get_last_http_error())

    with group(server) as files:
        files.get_report(SHA256)
        thread = threading.Thread(target=elsewhere)
        thread.start()
        thread.join(30)
        assert seen == [None, None, 404]
        assert files.get_last_http_error() == 200
        assert files.get_last_result() is not None


def test_the_last_answer_of_groups_of_one_client(server: Server) -> None:
    server.play(a_report())
    client = server.client()
    client.files.get_report(SHA256)
    assert client.files.get_last_http_error() == 200
    assert client.urls.get_last_http_error() is None
    assert not hasattr(client, "get_last_http_error")


def test_the_properties_behind_can_be_written() -> None:
    files = VirusTotalAPIFiles(KEY)
    files._last_http_error = 404
    assert files.get_last_http_error() is VTStatus.HTTP_NOT_FOUND_ERROR
    files._last_result = b"bytes"
    assert files.get_last_result() == b"bytes"
    files._last_http_error = None
    assert files.get_last_http_error() is None
    assert files.get_version_api() == "version 3"
    files._version_api = "version 4"
    assert files.get_version_api() == "version 4"
    assert VirusTotalAPIFiles(KEY).get_version_api() == "version 3"


def test_status_constants_on_class_and_instance() -> None:
    for holder in (VirusTotalAPI, VirusTotalAPI(KEY), VirusTotalAPIFiles, VirusTotalAPIFiles(KEY)):
        found = {name: getattr(holder, name) for name in dir(holder) if name.startswith("HTTP_")}
        assert found == {member.name: member for member in VTStatus}
        assert all(isinstance(member, VTStatus) for member in found.values())


# --- subclasses and copies -----------------------------------------------------------------------


class Own(VirusTotalAPIFiles):
    """A group as a user extends it."""

    def __init__(self, name: str, **options: Any) -> None:
        super().__init__(KEY, **options)
        self.name = name
        self.calls = 0

    def get_report(self, file_id: str, **options: Any) -> models.File:
        self.calls += 1
        return super().get_report(file_id, **options)


def test_a_subclass_of_the_users(server: Server) -> None:
    server.default = a_report()
    with Own("mine", base_url=server.base_url) as own:
        assert own.get_report(SHA256).id == SHA256
        assert (own.calls, own.name) == (1, "mine")
        assert own.get_last_http_error() == own.HTTP_OK
        assert repr(own) == f"<Own {server.base_url}>"
        twin = pickle.loads(pickle.dumps(own))
    assert (type(twin), twin.name, twin.calls) == (Own, "mine", 1)


@pytest.mark.parametrize("kind", GROUPS)
def test_every_group_stands_alone(kind: type[VirusTotalAPI]) -> None:
    made = kind(KEY, timeout=7)
    assert isinstance(made, VirusTotalAPI)
    assert made.timeout == 7
    assert made.headers["x-apikey"] == KEY
    assert made.get_last_result() is None


@pytest.mark.parametrize(
    "duplicate",
    [lambda x: pickle.loads(pickle.dumps(x)), copy.deepcopy],
    ids=["pickle", "deepcopy"],
)
def test_copies_want_the_key_again(server: Server, duplicate: Callable[[Any], Any]) -> None:
    server.default = a_report()
    with group(server, timeout=9, tool="t") as files:
        files.get_report(SHA256)
        twin = duplicate(files)
        assert type(twin) is VirusTotalAPIFiles
        assert (twin.timeout, twin.base_url) == (9, server.base_url)
        assert twin.get_last_http_error() is None
        with pytest.raises(MissingAPIKeyError):
            twin.get_report(SHA256)
        twin.headers["x-apikey"] = OTHER_KEY
        assert twin.get_report(SHA256).id == SHA256
        assert server.last.headers["x-apikey"] == OTHER_KEY
        assert server.last.headers["x-tool"] == "t"
        assert files.headers["x-apikey"] == KEY
        twin.close()


def test_a_copied_client_shares_among_its_groups(server: Server) -> None:
    server.default = a_report()
    client = server.client()
    client.files.get_report(SHA256)
    twin: VirusTotal = pickle.loads(pickle.dumps(client))
    twin.urls.headers["x-apikey"] = OTHER_KEY
    assert twin.files.get_report(SHA256).id == SHA256
    assert server.last.headers["x-apikey"] == OTHER_KEY
    twin.close()


def test_use_after_close(server: Server) -> None:
    server.default = a_report()
    with group(server) as files:
        files.get_report(SHA256)
    files.close()
    assert files.get_report(SHA256).id == SHA256
    with files as same:
        assert same is files
        assert files.get_report(SHA256).id == SHA256
    VirusTotalAPIFiles(KEY).close()  # before the first call


# --- drift ---------------------------------------------------------------------------------------


def test_drift_is_told(server: Server) -> None:
    told: list[Drift] = []
    with group(server, on_drift=told.append) as files:
        server.play(a_report())
        files.get_report(SHA256)
        assert told == []
        server.play(a_report(new=1, size="12"))
        file = files.get_report(SHA256)
        assert told == [Drift("get_file", ("attributes.new",), file.issues)]
        assert file.issues[0].value == "12"
        server.play(json_answer([file_document(newer=1)]))
        files.get_relationship(SHA256, "bundled_files")
        assert told[1].operation == "get_file_relationship"
        assert told[1].unknown_fields == ("data[0].attributes.newer",)
        server.play(json_answer("https://example.com/upload"))
        files.get_upload_url()
        assert len(told) == 2


def test_a_strict_client(server: Server) -> None:
    told: list[Drift] = []
    with group(server, strict=True, on_drift=told.append) as files:
        server.play(a_report())
        assert files.get_report(SHA256).id == SHA256
        server.play(a_report(new=1))
        with pytest.raises(UnknownFieldError) as caught:
            files.get_report(SHA256)
        assert caught.value.paths == ("attributes.new",)
        assert isinstance(caught.value.value, models.File)
        assert files.get_last_result() is None
        assert files.get_last_http_error() == 200
        assert len(told) == 1
        server.play(json_answer([file_document(new=1)]))
        with pytest.raises(UnknownFieldError):
            files.get_relationship(SHA256, "bundled_files")


def test_a_strict_client_is_strict_on_the_next_page(server: Server) -> None:
    server.play(
        json_answer([file_document()], meta={"cursor": "c"}), json_answer([file_document(new=1)])
    )
    with group(server, strict=True) as files:
        page = files.get_relationship(SHA256, "bundled_files")
        with pytest.raises(UnknownFieldError):
            page.next_page()


def test_the_last_answer_after_the_next_page(server: Server) -> None:
    server.play(json_answer([], meta={"cursor": "c"}), json_answer([file_document()]))
    with group(server) as files:
        page = files.get_relationship(SHA256, "bundled_files")
        following = page.next_page()
        assert isinstance(following, Page)
        assert files.get_last_result() is following


# --- the limiter ---------------------------------------------------------------------------------


class Counting:
    """A limiter that lets everything through and counts."""

    def __init__(self, refuse_after: int = 99) -> None:
        self.reserved = 0
        self.refuse_after = refuse_after

    def reserve(self, max_wait: float | None = None) -> float:
        self.reserved += 1
        if self.reserved > self.refuse_after:
            raise RateLimitError("too long", 60.0)
        return 0.0

    def windows(self) -> Sequence[Window]:
        return ()


def test_every_request_asks_the_limiter(server: Server) -> None:
    limiter = Counting(3)
    server.play(error_answer(503, "TransientError"), a_report(), a_report())
    with group(server, rate_limit=limiter) as files:
        files.get_report(SHA256)
        assert limiter.reserved == 2  # the repeated request counts too
        files.get_report(SHA256)
        with pytest.raises(RateLimitError) as caught:
            files.get_report(SHA256)
        assert caught.value.retry_after == 60.0
    assert len(server.requests) == 3


def test_the_base_class_runs_flows(server: Server) -> None:
    """What a method of one's own over another path needs."""

    def asking() -> Flow[bytes]:
        response: Response = yield Request("GET", "/anything/else", operation="own")
        return response.body

    server.play(Answer(200, b"bytes"))
    with VirusTotalAPI(KEY, base_url=server.base_url) as base:
        assert base._call(asking()) == b"bytes"
        assert base.get_last_result() == b"bytes"
    assert server.last.target == "/api/v3/anything/else"
