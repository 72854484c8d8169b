"""The key and the passwords of proxies: where they must not go, and what vouches for the service.

Each row of the matrix looks for the key in errors, logs, events and pickles too; that it stays away
from a host that only looks like the service is tested with the transport.
"""

import copy
import logging
import pickle
import ssl
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.faults.support import (
    BUSY,
    CALLS,
    MADE,
    ONCE,
    REPORT,
    RESET,
    STALL,
    assert_no_leak,
    chain,
    listing,
)
from tests.loops import Loop, client_for, session_for
from tests.support import (
    KEY,
    SHA256,
    TLS,
    Answer,
    Server,
    error_answer,
    file_document,
    json_answer,
    tls_context,
)
from vt_sdk import (
    APIConnectionError,
    InvalidInputError,
    InvalidResponseError,
    LookupOnlyError,
    MissingAPIKeyError,
    NotFoundError,
    VirusTotal,
    VirusTotalAPIError,
    VirusTotalAPIFiles,
)
from vt_sdk.emulator import Emulator

PASSWORD = "pr0xy" + "p4ss" * 5


# --- where the key goes --------------------------------------------------------------------------


@pytest.mark.parametrize(
    "base_url",
    [
        "http://192.0.2.1/api/v3",
        "http://www.virustotal.com/api/v3",
        "http://localhost.example/",
        "http://127.0.0.1.example/",
        "http://2130706433/",
        "http://0x7f000001/",
        "http://0.0.0.0/",
        "http://[::]/",
        "http://[2001:db8::1]/",
        "HTTP://192.0.2.1/",
    ],
)
@pytest.mark.parametrize("call", ["report", "comment", "upload"])
def test_plain_http_to_another_machine(loop: Loop | None, base_url: str, call: str) -> None:
    events: list[object] = []
    with client_for(loop, KEY, base_url=base_url, on_event=events.append) as client:
        with pytest.raises(InvalidInputError) as caught:
            CALLS[call](client, timeout=0.5)
        assert_no_leak(client, None, caught.value, events, [])


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "service.localhost", "127.1.2.3"])
def test_plain_http_to_this_machine(either: Server, loop: Loop | None, host: str) -> None:
    port = either.url.rpartition(":")[2]
    proxies = {"http": either.url}  # since names below localhost need not be known here
    either.play(REPORT)
    base_url = f"http://{host}:{port}/api/v3"
    with client_for(loop, KEY, base_url=base_url, proxies=proxies) as client:
        assert client.files.get_report(SHA256).id == SHA256


def test_plain_http_through_another_machine(either: Server) -> None:
    """A proxy would see the key, however near the service is."""
    client = either.client(proxies={"http": "http://192.0.2.1:3128"}, retry=ONCE, timeout=0.5)
    with pytest.raises(InvalidInputError, match="prox"):
        client.files.get_report(SHA256)
    assert either.requests == []


def test_a_redirect_from_tls_to_plain_http(tls_either: Server, server: Server) -> None:
    tls_either.play(Answer(302, headers={"Location": f"{server.base_url}/x"}))
    server.play(REPORT)
    tls_either.client(verify=str(TLS / "authority.pem")).files.get_report(SHA256)
    assert tls_either.last.headers["x-apikey"] == KEY
    assert "x-apikey" not in server.last.headers


def test_an_emulator_does_not_keep_the_key(emulator: Emulator, loop: Loop | None) -> None:
    emulator.add_key(KEY)
    with (
        client_for(loop, KEY, base_url=emulator.base_url) as client,
        pytest.raises(NotFoundError),
    ):
        client.files.get_report("0" * 64)
    assert emulator.calls[-1].has_key
    assert KEY not in repr(emulator.calls)


# --- where the key shows -------------------------------------------------------------------------

SHOW: list[Callable[[Any], object]] = [
    repr,
    str,
    lambda thing: pickle.dumps(thing),
    lambda thing: repr(copy.copy(thing)),
    lambda thing: repr(copy.deepcopy(thing)),
    lambda thing: pickle.dumps(copy.deepcopy(thing)),
]


@pytest.mark.parametrize("show", SHOW)
def test_what_came_does_not_show_the_key(either: Server, show: Callable[[Any], object]) -> None:
    either.play(listing("a", cursor="x"), listing("b"), MADE)
    client = either.client()
    page = client.comments.get_page()
    things: list[Any] = [client, client.settings, client.files, client.headers, client.usage, page]
    things += [page.next_page(), client.files.put_comments(SHA256, "text")]
    for thing in things:
        assert KEY not in str(show(thing))


def test_a_pickled_client_asks_for_the_key_again(either: Server) -> None:
    either.default = REPORT
    client = either.client()
    client.files.get_report(SHA256)
    for twin in (pickle.loads(pickle.dumps(client)), copy.deepcopy(client)):
        with pytest.raises(MissingAPIKeyError):
            twin.files.get_report(SHA256)
        twin.headers["x-apikey"] = KEY
        assert twin.files.get_report(SHA256).id == SHA256
        twin.close()


@pytest.mark.parametrize("own_session", [True, False])
@pytest.mark.parametrize("answer", [BUSY, RESET, STALL, REPORT, error_answer(401, "WrongCred")])
def test_no_log_of_any_library_holds_the_key(
    either: Server,
    loop: Loop | None,
    answer: Answer,
    own_session: bool,
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.DEBUG)
    either.default = answer
    with session_for(loop) as session:
        client = either.client(session=session if own_session else None, timeout=(5, 0.1))
        error: VirusTotalAPIError | None = None
        try:
            client.files.get_report(SHA256)
        except VirusTotalAPIError as caught:
            error = caught
        assert loop or {record.name.partition(".")[0] for record in caplog.records} >= {"urllib3"}
        assert_no_leak(client, None, error, [], caplog.records)


# --- proxies -------------------------------------------------------------------------------------

PROXIES = [
    "http://user:{}@127.0.0.1:1",
    "http://user:{}@nowhere.invalid:80",
    "http://user:{}@[::1",
    "http://user:{}@127.0.0.1:port",
    "http://user:{}@",
    "socks5://user:{}@127.0.0.1:1",
    "odd://user:{}@127.0.0.1:1",
    "user:{}@127.0.0.1:1",
    "https://user:{}@127.0.0.1:1",
    "http://user:{}@127.0.0.1:1\\@x",
    "http://user:{} x@127.0.0.1:1",
]


@pytest.mark.parametrize("by", ["argument", "environment", "session"])
@pytest.mark.parametrize("form", PROXIES)
@pytest.mark.parametrize("scheme", ["http", "https"])
def test_the_password_of_a_proxy_is_not_shown(
    loop: Loop | None,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    form: str,
    by: str,
    scheme: str,
) -> None:
    caplog.set_level(logging.DEBUG)
    proxy = form.format(PASSWORD)
    if by == "environment":
        monkeypatch.setenv(f"{scheme}_proxy", proxy)
    shown: list[object] = []

    def ask() -> None:
        with (
            session_for(loop) as session,
            client_for(  # it refuses those that are none
                loop,
                KEY,
                base_url=f"{scheme}://service.localhost/api/v3",
                proxies={scheme: proxy} if by != "environment" else None,
                session=session if by == "session" else None,
                retry=ONCE,
                timeout=2,
                on_event=shown.append,
            ) as client,
        ):
            shown.extend([client, client.settings, client.files, client.transport])
            client.files.get_report(SHA256)

    with pytest.raises((APIConnectionError, InvalidInputError)) as caught:
        ask()
    for each in chain(caught.value):
        shown += [str(each), each.args, vars(each)]
    shown += [record.getMessage() for record in caplog.records]
    shown += [vars(record) for record in caplog.records]
    assert all(PASSWORD not in repr(thing) for thing in shown)
    assert PASSWORD.encode() not in pickle.dumps(caught.value)


def test_a_proxy_gets_its_password(either: Server, loop: Loop | None) -> None:
    proxy = either.url.replace("http://", f"http://user:{PASSWORD}@")
    either.play(REPORT)
    with client_for(
        loop, KEY, base_url="http://service.localhost/api/v3", proxies={"http": proxy}
    ) as client:
        client.files.get_report(SHA256)
    assert either.last.headers["proxy-authorization"].startswith("Basic ")


# --- TLS -----------------------------------------------------------------------------------------


@pytest.fixture
def choosy_server(loop: Loop | None) -> Iterator[Server]:
    """Run a server that wants a certificate of its client."""
    with Server(tls_context(client_certificate=True), loop=loop) as running:
        yield running


@pytest.mark.parametrize("own_session", [True, False])
@pytest.mark.parametrize("call", ["report", "comment", "upload"])
def test_an_unknown_authority_is_refused(
    tls_either: Server,
    loop: Loop | None,
    own_session: bool,
    call: str,
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.DEBUG)
    with session_for(loop) as session:
        client = tls_either.client(session=session if own_session else None)
        with pytest.raises(APIConnectionError) as caught:
            CALLS[call](client)
        assert not caught.value.may_have_arrived
        assert any(isinstance(each, ssl.SSLCertVerificationError) for each in chain(caught.value))
        assert_no_leak(client, None, caught.value, [], caplog.records)
    assert tls_either.requests == []


@pytest.mark.parametrize("own_session", [True, False])
def test_an_authority_of_ones_own(tls_either: Server, loop: Loop | None, own_session: bool) -> None:
    tls_either.default = REPORT
    with session_for(loop) as session:
        client = tls_either.client(
            verify=str(TLS / "authority.pem"), session=session if own_session else None
        )
        for _ in range(3):
            client.files.get_report(SHA256)
    assert tls_either.connections == 1


@pytest.mark.parametrize("name", ["REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE"])
def test_an_authority_of_the_environment(
    tls_either: Server, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, str(TLS / "authority.pem"))
    tls_either.play(REPORT)
    assert tls_either.client().files.get_report(SHA256).id == SHA256


def test_a_certificate_for_another_name(tls_either: Server, loop: Loop | None) -> None:
    with (
        client_for(
            loop,
            KEY,
            base_url=tls_either.base_url.replace("127.0.0.1", "localhost"),
            verify=str(TLS / "authority.pem"),
            retry=ONCE,
        ) as client,
        pytest.raises(APIConnectionError),
    ):
        client.files.get_report(SHA256)
    assert tls_either.requests == []


def test_a_bundle_that_is_not_there(tls_either: Server, tmp_path: Path) -> None:
    for path in ("missing", "junk"):
        (tmp_path / "junk").write_text("junk")
        with pytest.raises((APIConnectionError, InvalidInputError)):
            tls_either.client(verify=str(tmp_path / path), retry=ONCE).files.get_report(SHA256)
    assert tls_either.requests == []


@pytest.mark.parametrize("own_session", [True, False])
def test_a_client_certificate(choosy_server: Server, loop: Loop | None, own_session: bool) -> None:
    choosy_server.play(REPORT)
    authority = str(TLS / "authority.pem")
    with session_for(loop) as session:
        own = session if own_session else None
        with pytest.raises(APIConnectionError):
            choosy_server.client(verify=authority, session=own, retry=ONCE).files.get_report(SHA256)
        assert choosy_server.requests == []
        cert = str(TLS / "client.pem")
        client = choosy_server.client(verify=authority, cert=cert, session=own)
        assert client.files.get_report(SHA256).id == SHA256


def test_a_client_certificate_that_is_not_there(choosy_server: Server) -> None:
    with pytest.raises(InvalidInputError, match="cert"):
        choosy_server.client(verify=str(TLS / "authority.pem"), cert="/no/such/file.pem")


# --- lookup_only ---------------------------------------------------------------------------------

SUBMITTING: dict[str, Callable[[VirusTotal], object]] = {
    "files.upload": lambda client: client.files.upload(b"content"),
    "files.get_upload_url": lambda client: client.files.get_upload_url(),
    "files.scan_and_wait": lambda client: client.files.scan_and_wait(b"content"),
    "urls.upload": lambda client: client.urls.upload("http://example.com/"),
    "urls.scan_and_wait": lambda client: client.urls.scan_and_wait("http://example.com/"),
}


@pytest.mark.parametrize("name", SUBMITTING)
def test_a_client_that_only_looks_up_submits_nothing(either: Server, name: str) -> None:
    client = either.client(lookup_only=True)
    with pytest.raises(LookupOnlyError):
        SUBMITTING[name](client)
    assert either.connections == 0
    assert client.usage == {}


def test_a_client_that_only_looks_up_looks_up(either: Server) -> None:
    client = either.client(lookup_only=True)
    analysed = {"last_analysis_results": {"A": {"category": "harmless"}}}
    either.play(json_answer(file_document(**analysed)))
    assert client.files.get_or_scan(b"content").id == SHA256
    either.play(json_answer({"type": "url", "id": "u", "attributes": analysed}))
    assert client.urls.get_or_scan("http://example.com/").id == "u"
    for get_or_scan in (
        lambda: client.files.get_or_scan(b"content"),
        lambda: client.urls.get_or_scan("http://example.com/"),
    ):
        either.play(error_answer(404, "NotFoundError"))
        with pytest.raises(LookupOnlyError):
            get_or_scan()
    assert {recorded.method for recorded in either.requests} == {"GET"}


def test_a_single_group_that_only_looks_up(server: Server) -> None:
    files = VirusTotalAPIFiles(KEY, base_url=server.base_url, lookup_only=True)
    with files, pytest.raises(LookupOnlyError):
        files.upload(b"content")
    assert server.connections == 0


# --- content without TLS -------------------------------------------------------------------------


@pytest.mark.parametrize("group", ["files", "private_files"])
@pytest.mark.parametrize("way", ["upload address", "redirect"])
def test_no_content_goes_on_without_tls(
    tls_either: Server, server: Server, tmp_path: Path, group: str, way: str
) -> None:
    path = tmp_path / "large.bin"
    with path.open("wb") as stream:
        stream.truncate(33_000_000 if way == "upload address" else 1000)
    place = f"{server.base_url}/upload"
    tls_either.play(
        json_answer(place) if way == "upload address" else Answer(307, headers={"Location": place})
    )
    client = tls_either.client(verify=str(TLS / "authority.pem"), retry=ONCE)
    with pytest.raises(InvalidResponseError, match="without TLS"):
        getattr(client, group).upload(path)
    assert server.connections == 0
