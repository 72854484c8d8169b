"""The transport over real sockets: what goes out, what comes back, and what goes wrong between."""

import contextlib
import errno
import gzip
import inspect
import json
import os
import pickle
import signal
import socket
import threading
import time
import traceback
import zlib
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
import requests
from requests.adapters import HTTPAdapter

from tests.support import (
    JSON_HEADERS,
    KEY,
    SHA256,
    Answer,
    Recorded,
    Server,
    envelope,
    error_answer,
    file_document,
    json_answer,
)
from vt_sdk import (
    DEFAULT_TIMEOUT,
    APIConnectionError,
    APIError,
    APITimeoutError,
    DeadlineExceededError,
    InvalidInputError,
    InvalidResponseError,
    NotFoundError,
    Request,
    Response,
    RetryPolicy,
    ServerError,
    TooManyRequestsError,
    TransientError,
    TransportError,
    VirusTotal,
    VirusTotalAPI,
    VirusTotalAPIError,
    VirusTotalAPIFiles,
    VTObject,
    WaitTimeoutError,
    __version__,
)
from vt_sdk.core.settings import Settings

ONCE = RetryPolicy(attempts=1)


def a_report(**options: Any) -> Answer:
    return Answer(200, envelope(file_document()), {**JSON_HEADERS, **options})


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


# --- what goes out -------------------------------------------------------------------------------


def test_a_request_on_the_wire(server: Server) -> None:
    server.play(a_report())
    server.client().files.get_report(SHA256)
    sent = server.last
    assert (sent.method, sent.target) == ("GET", f"/api/v3/files/{SHA256}")
    assert sent.headers["x-apikey"] == KEY
    assert sent.headers["user-agent"] == f"vt_sdk/{__version__} gzip"
    assert "gzip" in sent.headers["accept-encoding"]
    assert sent.body == b""
    assert "cookie" not in sent.headers
    assert "authorization" not in sent.headers


def test_names_of_the_caller_on_the_wire(server: Server) -> None:
    server.play(a_report())
    server.client(user_agent="my-app/2", tool="my-tool").files.get_report(SHA256)
    assert server.last.headers["user-agent"] == f"my-app/2 vt_sdk/{__version__} gzip"
    assert server.last.headers["x-tool"] == "my-tool"


def test_the_query_is_encoded(server: Server) -> None:
    server.play(json_answer([]))
    server.client().comments.get_page(limit=5, cursor="a b&c=d/ü", filter="tag:a+b")
    assert server.last.query == "filter=tag%3Aa%2Bb&limit=5&cursor=a%20b%26c%3Dd%2F%C3%BC"


def test_a_json_body(server: Server) -> None:
    comment = {"type": "comment", "id": "c", "attributes": {"text": "ü\n"}}
    server.play(json_answer(comment))
    server.client().files.put_comments(SHA256, "ü\n😀")
    assert server.last.method == "POST"
    assert server.last.headers["content-type"] == "application/json"
    assert server.last.json() == {"data": {"type": "comment", "attributes": {"text": "ü\n😀"}}}


def test_netrc_is_not_used(server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    netrc = tmp_path / "netrc"
    netrc.write_text("machine 127.0.0.1 login somebody password secret\n")
    netrc.chmod(0o600)
    monkeypatch.setenv("NETRC", str(netrc))
    server.play(a_report(), a_report())
    server.client().files.get_report(SHA256)
    assert "authorization" not in server.last.headers


def test_cookies_are_not_kept(server: Server) -> None:
    server.play(a_report(**{"Set-Cookie": "a=b; Path=/"}), a_report())
    client = server.client()
    client.files.get_report(SHA256)
    client.files.get_report(SHA256)
    assert "cookie" not in server.last.headers


# --- connections ---------------------------------------------------------------------------------


def test_connections_are_used_again(server: Server) -> None:
    server.default = a_report()
    client = server.client()
    for _ in range(5):
        client.files.get_report(SHA256)
    client.urls.close()  # any group closes the shared connections
    client.files.get_report(SHA256)
    assert [recorded.connection for recorded in server.requests] == [1, 1, 1, 1, 1, 2]


def test_connections_are_used_again_after_errors(server: Server) -> None:
    server.play(error_answer(404, "NotFoundError"), Answer(204), a_report())
    client = server.client()
    with pytest.raises(NotFoundError):
        client.files.get_report(SHA256)
    client.comments.delete("c")
    client.files.get_report(SHA256)
    assert server.connections == 1


def test_a_connection_that_the_server_has_closed(server: Server) -> None:
    server.play(Answer(200, envelope(file_document()), JSON_HEADERS, close=True), a_report())
    client = server.client()
    for _ in range(2):
        assert client.files.get_report(SHA256).id == SHA256
    assert server.connections == 2


def test_sixteen_threads_share_a_client(server: Server) -> None:
    def answer(recorded: Recorded) -> Answer:
        barrier.wait(10)  # all sixteen requests are on their way at once
        return json_answer({**file_document(), "id": recorded.path[-64:]})

    barrier = threading.Barrier(16)
    server.default = answer
    client = server.client()
    ids = [f"{i:064x}" for i in range(64)]
    with ThreadPoolExecutor(16) as pool:
        found = list(pool.map(lambda i: client.files.get_report(i).id, ids))
    assert found == ids
    assert server.connections == 16


def test_a_fork_gets_connections_of_its_own(server: Server) -> None:
    server.default = a_report()
    client = server.client()
    client.files.get_report(SHA256)
    pid = os.fork()
    if pid == 0:  # pragma: no cover  # another process
        code = 1
        try:
            code = 0 if client.files.get_report(SHA256).id == SHA256 else 2
        finally:
            os._exit(code)
    assert os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 0
    client.files.get_report(SHA256)
    assert [recorded.connection for recorded in server.requests] == [1, 2, 1]


# --- timeouts and broken connections -------------------------------------------------------------


def test_timeouts_are_finite_by_default() -> None:
    for cls in (VirusTotal, VirusTotalAPI, VirusTotalAPIFiles):
        default = inspect.signature(cls).parameters["timeout"].default
        assert default == DEFAULT_TIMEOUT
        assert cls(KEY).timeout == (5, 60)


@pytest.mark.parametrize("timeout", [0.1, (5, 0.1)])
def test_a_stalling_server(server: Server, timeout: Any) -> None:
    server.play(Answer(200, b"late", delay=30))
    client = server.client(timeout=timeout, retry=ONCE)
    with pytest.raises(APITimeoutError) as caught:
        client.files.get_report(SHA256)
    assert caught.value.err_code == errno.ETIMEDOUT
    assert str(caught.value) == "Timeout error"
    assert caught.value.may_have_arrived
    assert client.files.get_last_http_error() is None


def test_a_server_that_stalls_within_the_body(server: Server) -> None:
    def half(recorded: Recorded) -> Answer:
        return Answer(200, b"x" * 100, {"Content-Length": "200"})  # and waits for another request

    server.play(half)
    with pytest.raises(APITimeoutError):
        server.client(timeout=(5, 0.2), retry=ONCE).files.get_report(SHA256)


def test_a_refused_connection() -> None:
    client = VirusTotal(KEY, base_url=f"http://127.0.0.1:{free_port()}", retry=ONCE)
    with pytest.raises(APIConnectionError) as caught:
        client.files.get_report(SHA256)
    assert caught.value.err_code == errno.ECONNABORTED
    assert str(caught.value) == "Connection error"
    assert not caught.value.may_have_arrived
    assert caught.value.attempts == 1
    client.close()


def test_a_host_that_does_not_exist() -> None:
    client = VirusTotal(KEY, base_url="https://nowhere.invalid/api/v3", retry=ONCE)
    with pytest.raises(APIConnectionError) as caught:
        client.files.put_comments(SHA256, "text")
    assert not caught.value.may_have_arrived
    client.close()


@pytest.mark.parametrize(
    "answer",
    [
        pytest.param(Answer(reset=True), id="reset"),
        pytest.param(Answer(200, envelope(file_document()), JSON_HEADERS, send=20), id="cut"),
        pytest.param(Answer(200, b"x" * 1000, send=0), id="cut before the body"),
        pytest.param(Answer(503, b"x" * 1000, send=10), id="a cut error"),
    ],
)
def test_a_lost_answer(server: Server, answer: Answer) -> None:
    server.play(answer)
    client = server.client(retry=ONCE)
    with pytest.raises(APIConnectionError) as caught:
        client.files.get_report(SHA256)
    assert caught.value.may_have_arrived
    assert client.files.get_last_http_error() is None


def test_a_lost_answer_is_asked_for_again(server: Server) -> None:
    server.play(Answer(reset=True), Answer(200, b"x" * 99, send=7), a_report())
    assert server.client().files.get_report(SHA256).id == SHA256
    assert len(server.requests) == 3


def test_what_is_not_http(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def talk() -> None:
            connection, _ = listener.accept()
            with connection:
                connection.recv(65536)
                connection.sendall(b"220 mail.example ESMTP\r\n")

        thread = threading.Thread(target=talk)
        thread.start()
        url = f"http://127.0.0.1:{listener.getsockname()[1]}"
        with VirusTotal(KEY, base_url=url, retry=ONCE) as client, pytest.raises(TransportError):
            client.files.get_report(SHA256)
        thread.join(10)


def test_https_spoken_to_plain_http(server: Server) -> None:
    url = server.base_url.replace("http://", "https://")
    client = VirusTotal(KEY, base_url=url, retry=ONCE, timeout=5)
    with client, pytest.raises(APIConnectionError):
        client.files.get_report(SHA256)
    assert server.requests == []


# --- what comes back -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("coding", "pack"),
    [("gzip", gzip.compress), ("deflate", zlib.compress), ("GZIP", gzip.compress)],
)
def test_a_compressed_answer(server: Server, coding: str, pack: Callable[[bytes], bytes]) -> None:
    body = pack(envelope(file_document()))
    server.play(Answer(200, body, {**JSON_HEADERS, "Content-Encoding": coding}))
    file = server.client().files.get_report(SHA256)
    assert file.to_dict() == file_document()
    assert file.response is not None
    assert file.response.status == 200
    assert file.response.headers["content-encoding"] == coding


@pytest.mark.parametrize(
    "body",
    [b"not gzip at all", gzip.compress(envelope(file_document()))[:-20] + b"\x00" * 20],
    ids=["not gzip", "damaged"],
)
def test_a_wrongly_compressed_answer(server: Server, body: bytes) -> None:
    server.play(Answer(200, body, {**JSON_HEADERS, "Content-Encoding": "gzip"}))
    with pytest.raises(InvalidResponseError):
        server.client(retry=ONCE).files.get_report(SHA256)


@pytest.mark.parametrize(
    ("answer", "problem"),
    [
        (Answer(200, b"<html>login</html>", {"Content-Type": "text/html"}), "not JSON"),
        (Answer(200, b"", JSON_HEADERS), "not JSON"),
        (Answer(204), "not JSON"),
        (Answer(200, b"{}", JSON_HEADERS), "no data"),
        (Answer(200, b"[]", JSON_HEADERS), "no data"),
        (Answer(200, b'{"data": 5}', JSON_HEADERS), "not an object"),
        (Answer(200, b'{"data": null}', JSON_HEADERS), "not an object"),
        (Answer(404, b"nothing here", {"Content-Type": "text/plain"}), "HTTP 404"),
        (Answer(500, b"", {}), "no content type"),
        (Answer(403, b"<html>", {"Content-Type": "text/html"}), "HTTP 403"),
        (Answer(418, b'{"error": "text"}', JSON_HEADERS), "not an error of the API"),
        (Answer(304), "HTTP 304"),
        (Answer(300, b"[]"), "HTTP 300"),
    ],
)
def test_what_the_api_does_not_speak(server: Server, answer: Answer, problem: str) -> None:
    server.default = answer
    client = server.client()
    with pytest.raises(InvalidResponseError, match=problem) as caught:
        client.files.get_report(SHA256)
    error = caught.value
    assert error.raw == answer.body
    assert error.status == answer.status
    assert error.content_type == answer.headers.get("Content-Type", "")
    assert repr(answer.body[:10])[:-1] in error.message
    assert client.files.get_last_http_error() == answer.status


@pytest.mark.parametrize(
    ("status", "kind", "code", "sent"),
    [
        (502, ServerError, "", 3),
        (503, TransientError, "TransientError", 3),
        (504, DeadlineExceededError, "DeadlineExceededError", 3),
        (429, TooManyRequestsError, "TooManyRequestsError", 3),
    ],
)
@pytest.mark.parametrize("body", [b"<html>Busy</html>", b"", b'{"message": "busy"}', b"[]"])
def test_a_gateway_in_place_of_the_service(
    server: Server, status: int, kind: type[APIError], code: str, sent: int, body: bytes
) -> None:
    server.default = Answer(status, body, {"Content-Type": "text/html"})
    with pytest.raises(APIError, match=f"HTTP {status}, text/html") as caught:
        server.client().files.get_report(SHA256)
    error = caught.value
    assert type(error) is kind
    assert (error.status, error.code, error.raw_code) == (status, code, "")
    assert error.response is not None
    assert error.response.body == body
    assert len(server.requests) == sent == error.attempts


def test_a_gateway_that_recovers(server: Server) -> None:
    server.play(Answer(502, b"<html>"), Answer(504, b""), a_report())
    assert server.client().files.get_report(SHA256).id == SHA256


def test_headers_of_the_answer_are_in_lower_case(server: Server) -> None:
    server.play(a_report(**{"X-Odd-Header": "Yes"}))
    file = server.client().files.get_report(SHA256)
    assert file.response is not None
    assert file.response.headers["x-odd-header"] == "Yes"


def test_a_large_answer(server: Server) -> None:
    document = file_document(names=[f"name {i}" for i in range(50_000)])
    server.play(json_answer(document))
    assert server.client().files.get_report(SHA256).to_dict() == document


# --- redirects -----------------------------------------------------------------------------------


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
@pytest.mark.parametrize("relative", [True, False])
def test_a_redirect_within_the_service(server: Server, status: int, relative: bool) -> None:
    place = f"/api/v3/moved?a=b%20c{'' if status == 303 else '#part'}"
    server.play(
        Answer(status, headers={"Location": place if relative else server.url + place}), a_report()
    )
    client = server.client()
    assert client.files.get_report(SHA256, relationships=["comments"]).id == SHA256
    assert server.last.method == "GET"
    assert server.last.target == "/api/v3/moved?a=b%20c"
    assert server.last.headers["x-apikey"] == KEY
    assert client.files.get_last_http_error() == 200


@pytest.mark.parametrize(
    ("status", "method"), [(301, "GET"), (302, "GET"), (303, "GET"), (307, "POST"), (308, "POST")]
)
def test_a_redirected_post(server: Server, status: int, method: str) -> None:
    server.play(Answer(status, headers={"Location": "/api/v3/moved"}))
    server.play(json_answer({"type": "comment", "id": "c"}))
    server.client().files.put_comments(SHA256, "text")
    assert server.last.method == method
    if method == "POST":
        assert server.last.body == server.requests[0].body
        assert server.last.headers["content-type"] == "application/json"
    else:
        assert server.last.body == b""
        assert "content-type" not in server.last.headers


CHANGES: dict[str, Callable[[VirusTotal], object]] = {
    "DELETE": lambda client: client.comments.delete("c"),
    "PATCH": lambda client: client.request("PATCH", "/graphs/g", data={}),
    "PUT": lambda client: client.request("PUT", "/graphs/g", data={}),
}


@pytest.mark.parametrize("status", [301, 302])
@pytest.mark.parametrize("method", CHANGES)
def test_a_change_that_is_redirected_is_no_success(
    server: Server, method: str, status: int
) -> None:
    server.play(Answer(status, headers={"Location": "/api/v3/moved"}))
    with pytest.raises(InvalidResponseError, match=f"{method} was redirected"):
        CHANGES[method](server.client())
    assert [recorded.method for recorded in server.requests] == [method]


@pytest.mark.parametrize(("status", "then"), [(303, "GET"), (307, None), (308, None)])
@pytest.mark.parametrize("method", CHANGES)
def test_a_change_that_moves_on(server: Server, method: str, status: int, then: str | None) -> None:
    moved = json_answer({"type": "graph", "id": "g"})
    server.play(Answer(status, headers={"Location": "/api/v3/moved"}), moved)
    CHANGES[method](server.client())
    assert [recorded.method for recorded in server.requests] == [method, then or method]
    assert server.last.body == (b"" if then else server.requests[0].body)


def test_another_host_that_wants_the_key(server: Server, other_server: Server) -> None:
    server.play(Answer(302, headers={"Location": f"{other_server.url}/x"}))
    other_server.default = error_answer(401, "AuthenticationRequiredError", "X-Apikey is missing")
    with pytest.raises(InvalidResponseError, match="another host, which is not given") as caught:
        server.client().files.get_report(SHA256)
    assert caught.value.status == 401


@pytest.mark.parametrize("mark", ["{x-apikey}", "%7Bx-apikey%7D"])
@pytest.mark.parametrize("call", [lambda vt: vt.files.get_report(SHA256), VirusTotal.request])
def test_a_mark_in_an_answer_is_a_text(server: Server, mark: str, call: Any) -> None:
    server.play(Answer(302, headers={"Location": f"/api/v3/users/{mark}/x?a={mark}"}), a_report())
    client = server.client()
    if call is VirusTotal.request:
        client.request("GET", "/x")
    else:
        call(client)
    assert KEY not in server.last.target


def test_a_mark_in_an_upload_address_is_a_text(server: Server, tmp_path: Path) -> None:
    with (tmp_path / "large.bin").open("wb") as stream:
        stream.truncate(33_000_000)
    server.play(json_answer(f"{server.base_url}/up/{{x-apikey}}?a={{x-apikey}}"))
    server.play(json_answer({"type": "analysis", "id": "a"}))
    server.client().files.upload(tmp_path / "large.bin")
    assert KEY not in server.last.target
    assert server.last.path.startswith("/api/v3/up/")


def test_a_redirect_that_repeats_the_key_is_not_followed(server: Server) -> None:
    server.play(Answer(302, headers={"Location": f"/api/v3/users/{KEY}"}))
    with pytest.raises(InvalidResponseError, match="holds the API key") as caught:
        server.client().files.get_report(SHA256)
    assert KEY not in str(caught.value)
    assert len(server.requests) == 1


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_foreign_host_gets_neither_key_nor_headers(
    server: Server, other_server: Server, status: int
) -> None:
    server.play(Answer(status, headers={"Location": f"{other_server.url}/elsewhere"}))
    other_server.play(json_answer(file_document()))
    client = server.client(tool="my-tool")
    client.headers["X-Own"] = "for the service"
    client.files.get_report(SHA256)
    first, second = server.last, other_server.last
    assert first.headers["x-apikey"] == KEY
    assert first.headers["x-own"] == "for the service"
    assert first.headers["x-tool"] == "my-tool"
    assert KEY not in str(second)
    assert {"x-apikey", "x-own", "x-tool"}.isdisjoint(second.headers)
    assert "user-agent" in second.headers


def test_the_way_back_from_a_foreign_host_has_the_key(server: Server, other_server: Server) -> None:
    server.play(Answer(302, headers={"Location": f"{other_server.url}/elsewhere"}), a_report())
    other_server.play(Answer(302, headers={"Location": f"{server.base_url}/back"}))
    server.client().files.get_report(SHA256)
    assert server.last.headers["x-apikey"] == KEY
    assert "x-apikey" not in other_server.last.headers


def test_the_same_host_by_another_name_is_foreign(server: Server) -> None:
    server.play(Answer(302, headers={"Location": server.url.replace("127.0.0.1", "localhost")}))
    server.play(a_report())
    server.client().files.get_report(SHA256)
    assert "x-apikey" not in server.last.headers


@pytest.mark.parametrize(
    "form",
    [
        "http://{own}@{foreign}/x",
        "http://{foreign}\\@{own}/x",
        "http://{own}\\@{foreign}/x",
        "http:\\\\{foreign}/x",
        "//{foreign}\\@{own}/x",
        "http://{foreign}#@{own}/x",
        "http://{foreign}?@{own}/x",
        "http://{own}@{own}@{foreign}/x",
        "http://{foreign}%2f@{own}/x",
        "http://{foreign}/@{own}/x",
        "HTTP://{foreign}/x",
        "http://{foreign}\t\\@{own}/",
        "http:/\\{foreign}/x",
        "http:///{foreign}/x",
    ],
)
@pytest.mark.parametrize("own_session", [True, False])
def test_a_foreign_host_may_not_look_like_the_service(
    server: Server, other_server: Server, form: str, own_session: bool
) -> None:
    hosts = {
        "own": server.url.removeprefix("http://"),
        "foreign": other_server.url.removeprefix("http://"),
    }
    server.play(Answer(302, headers={"Location": form.format(**hosts)}))
    with requests.Session() as session, contextlib.suppress(VirusTotalAPIError):
        client = server.client(retry=ONCE, session=session if own_session else None)
        client.files.get_report(SHA256)
    assert server.requests[0].headers["x-apikey"] == KEY
    assert all(KEY not in str(recorded) for recorded in other_server.requests)


def test_a_loop_of_redirects_ends(server: Server) -> None:
    server.default = Answer(302, headers={"Location": "/api/v3/round"})
    with pytest.raises(InvalidResponseError, match="Redirected"):
        server.client().files.get_report(SHA256)
    assert len(server.requests) == 6


@pytest.mark.parametrize(
    "place",
    [
        "file:///etc/passwd",
        "ftp://example.com/",
        "http://127.0.0.1:99999999/",
        "http://[::1",
        "gopher:x",
        "data:,x",
    ],
)
def test_unusable_redirects(server: Server, place: str) -> None:
    server.play(Answer(302, headers={"Location": place}))
    with pytest.raises(InvalidResponseError, match="unusable address"):
        server.client().files.get_report(SHA256)
    assert len(server.requests) == 1


def test_a_redirect_without_a_place(server: Server) -> None:
    server.play(Answer(302, b"nowhere"))
    with pytest.raises(InvalidResponseError) as caught:
        server.client().files.get_report(SHA256)
    assert caught.value.raw == b"nowhere"


@pytest.mark.parametrize("place", ["http://exa mple/", "http://a..b/"])
def test_addresses_that_cannot_be_called(server: Server, place: str) -> None:
    server.play(Answer(302, headers={"Location": place}))
    with pytest.raises((InvalidResponseError, InvalidInputError, APIConnectionError)):
        server.client(retry=ONCE).files.get_report(SHA256)


# --- proxies -------------------------------------------------------------------------------------


def proxied(recorded: Recorded) -> Answer:
    return json_answer(file_document())


def test_a_proxy_of_the_environment(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", server.url)
    server.default = proxied
    with VirusTotal(KEY, base_url="http://service.localhost/api/v3") as client:
        client.files.get_report(SHA256)
    assert server.last.target == f"http://service.localhost/api/v3/files/{SHA256}"
    assert server.last.headers["host"] == "service.localhost"


def test_the_argument_wins_over_the_environment(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{free_port()}")
    server.default = proxied
    base_url = "http://service.localhost/api/v3"
    proxies = {"http": server.url}
    with VirusTotal(KEY, proxies=proxies, base_url=base_url, retry=ONCE) as client:
        client.files.get_report(SHA256)
        assert len(server.requests) == 1
        client.proxies = None
        with pytest.raises(APIConnectionError):
            client.files.get_report(SHA256)


def test_hosts_without_proxy(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{free_port()}")
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    server.default = proxied
    assert server.client().files.get_report(SHA256).id == SHA256
    assert server.last.target.startswith("/api/v3/")


def test_a_proxy_that_is_not_there(server: Server) -> None:
    proxies = {"http": f"http://127.0.0.1:{free_port()}"}
    with pytest.raises(APIConnectionError) as caught:
        server.client(proxies=proxies, retry=ONCE).files.put_comments(SHA256, "text")
    assert not caught.value.may_have_arrived
    assert server.requests == []


# --- sessions and transports of the caller's -----------------------------------------------------


class CountingSession(requests.Session):
    """A session as a caller might write one."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[tuple[str, str, dict[str, Any]]] = []

    def request(self, method: Any, url: Any, *args: Any, **options: Any) -> requests.Response:
        self.seen.append((method, url, options))
        return super().request(method, url, *args, **options)


def test_a_session_of_the_caller_is_used(server: Server, other_server: Server) -> None:
    place = f"{other_server.url}/x"
    server.play(a_report(), Answer(302, headers={"Location": place}), error_answer(404, "NotFound"))
    other_server.play(json_answer(file_document()))
    with CountingSession() as session:
        session.headers["X-Session"] = "kept"
        client = server.client(session=session)
        client.timeout = (3, 7)
        client.files.get_report(SHA256)
        client.files.get_report(SHA256)
        with pytest.raises(NotFoundError):
            client.files.get_report(SHA256)
        assert [url for _, url, _ in session.seen] == [
            f"{server.base_url}/files/{SHA256}",
            f"{server.base_url}/files/{SHA256}",
            place,
            f"{server.base_url}/files/{SHA256}",
        ]
        assert all(not options["allow_redirects"] for _, _, options in session.seen)
        assert all(options["timeout"] == (3, 7) for _, _, options in session.seen)
        client.close()  # the session stays open
        server.play(a_report())
        client.files.get_report(SHA256)
    assert server.last.headers["x-session"] == "kept"
    assert "x-apikey" not in other_server.last.headers
    assert KEY not in str(other_server.last)
    assert "x-apikey" not in {name.lower() for name in session.headers}


def test_a_session_streams_uploads_and_downloads(server: Server, tmp_path: Path) -> None:
    content = os.urandom(700_000)
    server.play(json_answer({"type": "analysis", "id": "a"}), Answer(200, content))
    with requests.Session() as session:
        client = server.client(session=session)
        client.files.upload(content, name="x.bin")
        assert content in server.last.body
        client.files.download_pcap("id", tmp_path / "x.pcap")
    assert (tmp_path / "x.pcap").read_bytes() == content


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        (Answer(reset=True), APIConnectionError),
        (Answer(200, b"x" * 99, send=5), APIConnectionError),
        (Answer(200, b"not gzip", {"Content-Encoding": "gzip"}), InvalidResponseError),
        (Answer(200, b"late", delay=30), APITimeoutError),
    ],
)
def test_errors_of_a_session_are_mapped(
    server: Server, answer: Answer, kind: type[Exception]
) -> None:
    server.play(answer)
    with requests.Session() as session:
        client = server.client(session=session, retry=ONCE, timeout=(5, 0.2))
        with pytest.raises(kind):
            client.files.get_report(SHA256)


class ListTransport:
    """A transport of the caller's that answers from a list."""

    def __init__(self, *answers: Response) -> None:
        self.answers = list(answers)
        self.sent: list[Request] = []
        self.closed = 0

    def send(self, request: Request, settings: Settings) -> Response:
        self.sent.append(request)
        return self.answers.pop(0)

    def close(self) -> None:
        self.closed += 1


def test_a_transport_of_the_caller() -> None:
    transport = ListTransport(
        Response(503, {}, b'{"error": {"code": "TransientError", "message": "x"}}'),
        Response(200, {"x": "y"}, envelope(file_document())),
    )
    policy = RetryPolicy(base_s=0)
    with VirusTotal(KEY, transport=transport, retry=policy) as client:
        file = client.files.get_report(SHA256)
    assert file.id == SHA256
    assert file.response is not None
    assert file.response.headers == {"x": "y"}
    assert [request.url for request in transport.sent] == [f"/files/{SHA256}"] * 2
    assert all(KEY not in repr(request) for request in transport.sent)
    assert transport.closed == 1


# --- the key stays where it belongs --------------------------------------------------------------


@pytest.mark.parametrize("own_session", [True, False])
@pytest.mark.parametrize(
    "answer",
    [
        Answer(reset=True),
        Answer(200, b"x" * 99, send=5),
        Answer(200, b"x", {"Content-Encoding": "gzip"}),
        Answer(200, b"late", delay=30),
        Answer(200, b"<html>", {"Content-Type": "text/html"}),
        error_answer(401, "WrongCredentialsError"),
        error_answer(503, "TransientError"),
        Answer(302, headers={"Location": "file:///"}),
    ],
    ids=["reset", "cut", "gzip", "timeout", "html", "401", "503", "redirect"],
)
def test_no_error_holds_the_key(server: Server, answer: Answer, own_session: bool) -> None:
    server.default = answer
    with requests.Session() as session:
        client = server.client(
            session=session if own_session else None, retry=ONCE, timeout=(5, 0.2)
        )
        with pytest.raises(Exception) as caught:  # noqa: PT011  # the kind is tested elsewhere
            client.files.get_report(SHA256)
    waiting: list[BaseException | None] = [caught.value]
    seen: list[BaseException] = []
    while waiting:
        error = waiting.pop()
        if error is None or error in seen:
            continue
        seen.append(error)
        waiting += [error.__cause__, error.__context__]
        waiting += [x for x in error.args if isinstance(x, BaseException)]
        assert KEY not in repr(error)
        assert KEY not in str(error)
        assert KEY not in repr(vars(error))
        request = getattr(error, "request", None)
        assert request is None or KEY not in str(getattr(request, "headers", ""))
    assert KEY not in "".join(traceback.format_exception(caught.value))
    assert KEY.encode() not in pickle.dumps(caught.value)


def test_an_error_of_the_service_remembers_its_answer(server: Server) -> None:
    server.default = error_answer(503, "TransientError", "busy")
    with pytest.raises(TransientError, match="busy") as caught:
        server.client().files.get_report(SHA256)
    error = caught.value
    assert error.attempts == 3
    assert error.response is not None
    assert error.response.attempts == 3
    assert (error.response.method, error.response.status) == ("GET", 503)
    assert error.response.url == f"{server.base_url}/files/{SHA256}"
    assert json.loads(error.response.body)["error"]["code"] == "TransientError"
    assert 0 < error.response.sent_at <= error.response.received_at
    assert repr(error) == f"<TransientError 503 TransientError GET {error.response.url}>"


def test_programming_errors_are_let_through(server: Server) -> None:
    with pytest.raises((TypeError, ValueError)) as caught:
        server.client(timeout="soon").files.get_report(SHA256)
    assert not isinstance(caught.value, TransportError)


@pytest.mark.parametrize("name", ["REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE"])
def test_certificate_authorities_of_the_environment(
    server: Server, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv(name, "/no/such/file.pem")
    url = server.base_url.replace("http://", "https://")
    with (
        VirusTotal(KEY, base_url=url) as client,
        pytest.raises(APIConnectionError, match=r"/no/such/file\.pem") as caught,
    ):
        client.files.get_report(SHA256)
    assert caught.value.attempts == 1
    assert server.connections == 0


# --- faults that last ----------------------------------------------------------------------------


@pytest.mark.parametrize("session", [True, False])
@pytest.mark.parametrize(
    ("options", "says"),
    [
        ({"proxies": {"https": "http://127.0.0.1:1"}}, "the proxy cannot be reached"),
        ({"verify": "gone.pem"}, r"gone\.pem"),
        ({"cert": "gone.pem"}, r"gone\.pem"),
        ({"verify": "junk.pem"}, "verify, cert"),
    ],
)
def test_a_fault_that_lasts_is_named_and_not_repeated(
    server: Server,
    options: dict[str, Any],
    says: str,
    session: bool,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("gone.pem", "junk.pem"):
        Path(name).write_text("junk")
    url = server.url.replace("http:", "https:")
    with requests.Session() as own:
        client = VirusTotal(KEY, base_url=url, session=own if session else None, **options)
        Path("gone.pem").unlink()
        with client, pytest.raises(APIConnectionError, match=says) as caught:
            client.files.put_comments(SHA256, "text")
    error = caught.value
    assert (error.attempts, error.is_retryable, error.may_have_arrived) == (1, False, False)


def test_a_proxy_that_wants_a_password(server: Server) -> None:
    server.default = lambda recorded: Answer(407)
    server._http.RequestHandlerClass.do_CONNECT = (  # type: ignore[attr-defined]  # as the others
        server._http.RequestHandlerClass.do_GET  # type: ignore[attr-defined]  # as above
    )
    with (
        VirusTotal(KEY, base_url="https://service.localhost", proxies={"https": server.url}) as vt,
        pytest.raises(APIConnectionError, match="wants a user and a password") as caught,
    ):
        vt.files.get_report(SHA256)
    assert (caught.value.attempts, len(server.requests)) == (1, 1)


@pytest.mark.parametrize("timeout", [0, -1, "soon", True, float("inf"), float("nan"), 10**12, ()])
def test_timeouts_that_cannot_be(server: Server, timeout: Any) -> None:
    client = VirusTotal(KEY, base_url=server.base_url)
    with pytest.raises(InvalidInputError, match="timeout"):
        client.files.get_report(SHA256, timeout=timeout)
    assert server.connections == 0


# --- slow lines ----------------------------------------------------------------------------------


@pytest.mark.slow
@pytest.mark.parametrize("own_session", [True, False])
@pytest.mark.parametrize("again", [True, False])
def test_a_large_body_lives_as_long_as_it_moves(own_session: bool, again: bool) -> None:
    """Whatever the time to connect, the deadline, and the timeout of the request before."""
    with Server(slow=True) as slow, requests.Session() as session:
        slow.default = json_answer({"type": "ruleset", "id": "r"})
        client = slow.client(session=session if own_session else None, timeout=(0.2, 5))
        if again:
            client.request("POST", "/first", data={}, timeout=1.0)
        rules = "x" * 12_000_000
        began = time.monotonic()
        client.request("POST", "/rulesets", data={"rules": rules}, deadline=0.3)
        assert time.monotonic() - began > 0.3  # else the server was not slow enough to tell
        assert slow.last.json() == {"data": {"rules": rules}}


def test_a_large_body_is_sent_again_as_it_was(server: Server) -> None:
    server.play(error_answer(503, "TransientError"), json_answer({"type": "x", "id": "r"}))
    rules = "x" * 1_000_000
    server.client().request("POST", "/rulesets", data={"rules": rules}, repeatable=True)
    assert [recorded.json()["data"]["rules"] for recorded in server.requests] == [rules] * 2
    assert server.last.headers["content-type"] == "application/json"


# --- forks ---------------------------------------------------------------------------------------


def test_a_fork_during_the_first_exchange(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    """What another thread has begun to make is not waited for in the child."""
    made, go_on = threading.Event(), threading.Event()
    begin = HTTPAdapter.init_poolmanager

    def held(self: HTTPAdapter, *args: Any, **options: Any) -> None:
        begin(self, *args, **options)
        if threading.current_thread() is thread:
            made.set()
            go_on.wait(30)

    monkeypatch.setattr(HTTPAdapter, "init_poolmanager", held)
    server.default = a_report()
    client = server.client()
    thread = threading.Thread(target=client.files.get_report, args=[SHA256])
    thread.start()
    assert made.wait(10)
    pid = os.fork()
    if pid == 0:  # pragma: no cover  # another process
        code = 1
        try:
            code = 0 if client.files.get_report(SHA256).id == SHA256 else 2
        finally:
            os._exit(code)
    try:
        for _ in range(400):
            done, status = os.waitpid(pid, os.WNOHANG)
            if done:
                break
            time.sleep(0.05)
        else:
            os.kill(pid, signal.SIGKILL)
            os.waitpid(pid, 0)
            raise AssertionError("the child hangs")
        assert os.waitstatus_to_exitcode(status) == 0
    finally:
        go_on.set()
        thread.join(10)


# --- transports of the caller's ------------------------------------------------------------------


def test_the_times_of_an_answer_are_those_of_the_clock() -> None:
    queued = envelope({"type": "analysis", "id": "a", "attributes": {"status": "queued"}})
    for sent_at, received_at in ((0.0, 0.0), (1e12, 1e12)):
        transport = ListTransport(
            *[Response(200, {}, queued, sent_at=sent_at, received_at=received_at)] * 99
        )
        began = time.monotonic()
        with VirusTotal(KEY, transport=transport) as client:
            with pytest.raises(WaitTimeoutError):
                client.analyses.wait("a", deadline=0.1)
            page = client.request("GET", "/analyses/a")
        assert time.monotonic() - began < 20
        assert isinstance(page, VTObject)
