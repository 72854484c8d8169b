"""The client of all groups: one key, one set of settings, one pool of connections."""

import inspect
import re
import threading
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from tests.support import KEY, OBJECTS, SHA256, Server, error_answer, file_document, json_answer
from vt_sdk import (
    NotFoundError,
    VirusTotal,
    VirusTotalAPI,
    VirusTotalAPIAnalyses,
    VirusTotalAPIComments,
    VirusTotalAPIDomains,
    VirusTotalAPIFiles,
    VirusTotalAPIIPAddresses,
    VirusTotalAPIQuotas,
    VirusTotalAPIUrls,
)
from vt_sdk.core.settings import Headers

KINDS: dict[str, type[VirusTotalAPI]] = {
    "files": VirusTotalAPIFiles,
    "urls": VirusTotalAPIUrls,
    "domains": VirusTotalAPIDomains,
    "ip_addresses": VirusTotalAPIIPAddresses,
    "analyses": VirusTotalAPIAnalyses,
    "comments": VirusTotalAPIComments,
    "quotas": VirusTotalAPIQuotas,
}


def group(client: VirusTotal, name: str) -> VirusTotalAPI:
    found = getattr(client, name)
    assert isinstance(found, VirusTotalAPI)
    return found


@pytest.mark.parametrize("name", KINDS)
def test_every_group_is_there_and_stays(name: str) -> None:
    client = VirusTotal(KEY)
    assert type(getattr(client, name)) is KINDS[name]
    assert getattr(client, name) is getattr(client, name)
    assert group(client, name).get_last_http_error() is None


def test_the_client_is_no_group() -> None:
    assert not isinstance(VirusTotal(KEY), VirusTotalAPI)
    assert repr(VirusTotal(KEY)) == "<VirusTotal https://www.virustotal.com/api/v3>"


@pytest.mark.parametrize("writer", [*KINDS, ""])
def test_settings_are_shared_whoever_writes_them(server: Server, writer: str) -> None:
    client = VirusTotal("k" * 64, base_url="http://service.invalid")
    writing = group(client, writer) if writer else client
    writing.base_url = server.base_url
    writing.timeout = 5
    writing.proxies = {"https": "http://127.0.0.1:9"}
    writing.headers["X-Own"] = writer
    writing.headers["x-apikey"] = KEY
    for name in KINDS:
        reading = group(client, name)
        assert reading.base_url == client.base_url == server.base_url
        assert reading.timeout == client.timeout == 5
        assert reading.proxies == client.proxies == {"https": "http://127.0.0.1:9"}
        assert reading.headers is client.headers
    server.default = error_answer(404, "NotFoundError")
    for name, identifier in OBJECTS.items():
        with pytest.raises(NotFoundError):
            getattr(client, name).get_report(identifier)
        assert server.last.headers["x-apikey"] == KEY
        assert server.last.headers["x-own"] == writer
    assert server.connections == 1
    client.close()


def test_replacing_the_headers_reaches_all_groups() -> None:
    client = VirusTotal("k" * 64)
    client.files.headers = Headers({"X-APIKEY": KEY})
    assert client.urls.headers["x-apikey"] == KEY
    assert KEY not in repr(client.urls.headers)


def test_clients_are_apart(server: Server) -> None:
    one, other = VirusTotal(KEY), VirusTotal("other" * 12)
    one.base_url = server.base_url
    one.headers["X-Own"] = "1"
    assert other.base_url == "https://www.virustotal.com/api/v3"
    assert "X-Own" not in other.headers
    assert one.files is not other.files


def test_the_context_manager_and_use_afterwards(server: Server) -> None:
    server.default = json_answer(file_document())
    with VirusTotal(KEY, base_url=server.base_url) as client:
        assert client.files.get_report(SHA256).id == SHA256
    assert client.files.get_report(SHA256).id == SHA256
    client.close()
    client.close()
    assert server.connections == 2


def test_closing_what_has_sent_nothing_opens_nothing() -> None:
    client = VirusTotal(KEY)
    client.close()
    assert not client._connection.has_transport


def test_every_group_has_its_own_last_answer(server: Server) -> None:
    client = server.client()
    for name, identifier in OBJECTS.items():
        with pytest.raises(NotFoundError):
            getattr(client, name).get_report(identifier)
        assert group(client, name).get_last_http_error() == 404
    assert client.comments.get_last_http_error() is None


# --- what editors and threads see ----------------------------------------------------------------


def test_each_argument_is_described_where_editors_look() -> None:
    """Some show the text of the class, some that of the constructor; both are the same."""
    described = inspect.getdoc(VirusTotal.__init__) or ""
    _, arguments = described.split("\n\nArgs:\n")
    assert (inspect.getdoc(VirusTotal) or "").endswith(arguments)
    names = re.findall(r"^    (\w+): ", arguments.partition("\nRaises:")[0], re.MULTILINE)
    assert names == list(inspect.signature(VirusTotal).parameters)
    assert inspect.getdoc(VirusTotalAPIFiles.__init__) == described


def test_threads_that_come_at_once_get_the_same_group(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A group remembers the last answer of each thread, so none of it may be lost."""
    server.default = json_answer(file_document())
    both = threading.Barrier(2, timeout=10)
    make = vars(VirusTotalAPI)["_sharing"].__func__

    def at_once(kind: type[VirusTotalAPIFiles], connection: Any) -> VirusTotalAPIFiles:
        made: VirusTotalAPIFiles = make(kind, connection)
        both.wait()
        return made

    monkeypatch.setattr(VirusTotalAPIFiles, "_sharing", classmethod(at_once))
    client = server.client()

    def ask(_: int) -> tuple[VirusTotalAPIFiles, object]:
        files = client.files
        files.get_report(SHA256)
        return files, client.files.get_last_http_error()

    with ThreadPoolExecutor(2) as threads:
        (first, one), (second, other) = threads.map(ask, range(2))
    assert first is second is client.files
    assert one == other == 200
