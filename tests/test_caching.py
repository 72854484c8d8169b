"""The caching session: what is kept and for how long, what never is, and that no key is in it."""

import contextlib
import gzip
import io
import json
import pickle
import signal
import sqlite3
import stat
import sys
import threading
import time
import tracemalloc
import zlib
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
import requests
import requests_cache

from tests.interpreters import run_loaded
from tests.ratelimit.sharing import Running, free_port, redis_server
from tests.support import (
    JSON_HEADERS,
    KEY,
    NO_WAIT,
    OBJECTS,
    SHA256,
    Answer,
    Recorded,
    Server,
    error_answer,
    file_document,
    json_answer,
    run_python,
)
from vt_sdk import (
    InvalidInputError,
    InvalidResponseError,
    RateLimit,
    RetryPolicy,
    StoreError,
    VirusTotal,
    VirusTotalAPIError,
    caching,
)
from vt_sdk.caching import VirusTotalCachedSession, cached_session
from vt_sdk.emulator import Emulator
from vt_sdk.errors import NotCachedError

ONCE = RetryPolicy(attempts=1)
# Outdated as soon as it is there.
NO_TIME = 1e-6

Sessions = Callable[..., VirusTotalCachedSession]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "cache.sqlite"


@pytest.fixture(scope="module")
def redis() -> Iterator[Running]:
    with redis_server() as running:
        yield running


@pytest.fixture
def place(request: pytest.FixtureRequest, file: Path) -> str | Path:
    """Return where sessions keep their entries: a file, unless a test is told otherwise."""
    kind = getattr(request, "param", "file")
    if kind == "redis":
        running: Running = request.getfixturevalue("redis")
        running.client.flushall()
        return running.url
    return ":memory:" if kind == "memory" else file


# Over each store that sessions share, and over those too that they do not.
shared = pytest.mark.parametrize("place", ["file", "redis"], indirect=True)
everywhere = pytest.mark.parametrize("place", ["file", "memory", "redis"], indirect=True)


@pytest.fixture
def sessions(place: str | Path) -> Iterator[Sessions]:
    """Make sessions, over one store unless told otherwise, and close them at the end."""
    made: list[VirusTotalCachedSession] = []

    def make(path: str | Path = place, **options: Any) -> VirusTotalCachedSession:
        made.append(cached_session(path, **options))
        return made[-1]

    yield make
    for session in made:
        session.close()  # type: ignore[no-untyped-call]  # of requests-cache


def report(**attributes: Any) -> Answer:
    return json_answer(file_document(**{"last_analysis_date": 1_700_000_000, **attributes}))


def bytes_of(file: Path) -> bytes:
    """Return all bytes of a cache, those that are still in its journal too."""
    return b"".join(path.read_bytes() for path in sorted(file.parent.glob(file.name + "*")))


def _any_answer(recorded: Recorded) -> Answer:
    """Answer each look-up with something of its form."""
    kind, _, rest = recorded.path.removeprefix("/api/v3/").partition("/")
    if "/" in rest or not rest:
        return json_answer([])
    attributes = {"last_analysis_date": 1, "status": "completed"}
    name = {"analyses": "analysis", "ip_addresses": "ip_address"}.get(kind, kind.removesuffix("s"))
    return json_answer({"type": name, "id": rest, "attributes": attributes})


# --- hits ----------------------------------------------------------------------------------------


@everywhere
def test_the_second_look_up_is_not_sent(server: Server, sessions: Sessions) -> None:
    body = gzip.compress(report(names=["ü", "\ud800"], size=2**60).body)
    more = {"Content-Encoding": "gzip", "Vary": "Accept-Encoding", "X-More": "ü"}
    server.play(Answer(200, body, {**JSON_HEADERS, **more}))
    client = server.client(session=sessions())
    first, second = client.files.get_report(SHA256), client.files.get_report(SHA256)
    assert len(server.requests) == 1
    assert type(second) is type(first)
    assert second.to_dict() == first.to_dict()
    assert second.to_json() == first.to_json()
    assert first.response is not None
    assert second.response is not None
    assert second.response.status == first.response.status == 200
    left, right = dict(first.response.headers), dict(second.response.headers)
    assert {name: left[name] for name in left.keys() - {"vary"}} == {
        name: right[name] for name in right.keys() - {"vary"}
    }


@pytest.mark.slow
def test_a_file_outlives_session_and_process(
    server: Server, sessions: Sessions, file: Path
) -> None:
    server.play(report())
    server.client(session=sessions()).files.get_report(SHA256)
    code = """
import sys
from vt_sdk import VirusTotal
from vt_sdk.caching import cached_session
vt = VirusTotal(sys.argv[4], base_url=sys.argv[1], session=cached_session(sys.argv[2]))
print(vt.files.get_report(sys.argv[3]).attributes.size)
"""
    assert run_loaded(code, server.base_url, str(file), SHA256, KEY) == "68\n"
    assert len(server.requests) == 1


@shared
def test_entries_are_told_apart(server: Server, other_server: Server, sessions: Sessions) -> None:
    server.default = other_server.default = report()
    for options in ({"tool": "mine"}, {"key": "b" * 64}, {}) * 2:
        server.client(session=sessions(), **options).files.get_report(SHA256)
    assert len(server.requests) == 3
    for _ in range(2):
        server.client(session=sessions(namespace="premium")).files.get_report(SHA256)
        other_server.client(session=sessions()).files.get_report(SHA256)
    assert (len(server.requests), len(other_server.requests)) == (4, 1)


@shared
def test_pages_are_told_apart(server: Server, sessions: Sessions) -> None:
    first = json_answer([{"type": "comment", "id": "c1"}], meta={"cursor": "next"})
    server.play(first, json_answer([{"type": "comment", "id": "c2"}]))
    client = server.client(session=sessions())
    for _ in range(2):
        page = client.files.get_comments(SHA256, limit=1)
        assert [comment.id for comment in page.iter_all()] == ["c1", "c2"]
    assert len(server.requests) == 2


# --- kinds and times -----------------------------------------------------------------------------

_URL_ID = "aHR0cDovL2EuZXhhbXBsZS8"
PATHS = {
    "files": [f"/files/{SHA256}", f"/files/{'A' * 32}?relationships=comments"],
    "urls": [f"/urls/{_URL_ID}"],
    "domains": ["/domains/example.com", "/domains/example.com?x=/files/upload_url"],
    "ip_addresses": ["/ip_addresses/192.0.2.1"],
    "analyses": ["/analyses/YTpi"],
    "comments": [f"/files/{SHA256}/comments?limit=1", "/comments/d-1", "/comments?filter=tag:a"],
    "votes": [f"/urls/{_URL_ID}/relationships/votes"],
    "relationships": [
        "/ip_addresses/192.0.2.1/resolutions",
        "/domains/example.com/relationships/urls?limit=1",
        f"/urls/{_URL_ID}/downloaded_files",
        "/analyses/YTpi/item",
    ],
    "search": ["/search?query=a%20b", "/intelligence/search?query=/files/upload_url"],
}


@shared
@pytest.mark.parametrize("kind", PATHS)
def test_each_kind_has_a_time_of_its_own(server: Server, sessions: Sessions, kind: str) -> None:
    server.default = lambda recorded: json_answer({"type": "anything", "id": "1"})

    def ask(sent: int, **ttl: float | None) -> None:
        before = len(server.requests)
        session = sessions(ttl=ttl)
        for path in PATHS[kind]:
            session.get(f"{server.url}/files/gateway/v3{path}", headers={"x-apikey": KEY})
        assert len(server.requests) - before == sent * len(PATHS[kind])

    ask(1)
    ask(0)
    ask(0, **dict.fromkeys(PATHS.keys() - {kind}, None))
    ask(1, **{kind: None})
    sessions().cache.responses.clear()
    ask(1, **{kind: NO_TIME})
    ask(1)
    ask(0)


@pytest.mark.parametrize(
    "path",
    [
        "/files/upload_url",
        f"/files/{SHA256}/download",
        f"/files/{SHA256}/download_url",
        "/file_behaviours/a_b/pcap",
        f"/users/{KEY}/overall_quotas",
        f"/domains/{KEY}",
        "/users/me?x=/domains/example.com",
    ],
)
def test_what_is_in_no_kind_or_names_the_key_is_not_kept(
    server: Server, sessions: Sessions, file: Path, path: str
) -> None:
    server.default = json_answer({"type": "anything", "id": "1"})
    session = sessions()
    for _ in range(2):
        session.get(server.base_url + path, headers={"X-Apikey": KEY})
    assert len(server.requests) == 2
    assert KEY.encode() not in bytes_of(file)


@pytest.mark.parametrize(
    "ttl",
    [
        {"file": 1},
        {"files": -1},
        {"files": 0},
        {"files": float("nan")},
        {"files": "x"},
        {"files": True},
        {"files": 10**400},
        {5: 1},
        5,
        [("files", 1)],
    ],
)
def test_unusable_times(sessions: Sessions, file: Path, ttl: Any) -> None:
    with pytest.raises(InvalidInputError, match="ttl"):
        sessions(ttl=ttl)
    assert not file.exists()


# --- what is never kept --------------------------------------------------------------------------


@shared
def test_an_unfinished_analysis_is_not_kept(server: Server, sessions: Sessions) -> None:
    states = ["queued", "in-progress", "something new", "completed"]
    for state in states:
        data = {"type": "analysis", "id": "YTpi", "attributes": {"status": state}}
        server.play(json_answer(data))
    client = server.client(session=sessions())
    seen = [client.analyses.get_report("YTpi").attributes.status for _ in range(6)]
    assert seen == [*states, "completed", "completed"]
    assert len(server.requests) == 4


@pytest.mark.parametrize(
    "answer",
    [
        error_answer(404, "NotFoundError"),
        error_answer(429, "TooManyRequestsError"),
        Answer(200, b"<html>", {"Content-Type": "text/html"}),
        Answer(200, b'{"data": ' + b"[" * 100_000, JSON_HEADERS),
        Answer(200, report().body, JSON_HEADERS, send=40),
        Answer(200, gzip.compress(report().body)[:-60], {"Content-Encoding": "gzip"}),
        json_answer(file_document()),  # submitted, and not analysed yet
    ],
    ids=["404", "429", "web page", "deep", "cut", "cut gzip", "not analysed"],
)
def test_failures_are_not_kept(server: Server, sessions: Sessions, answer: Answer) -> None:
    server.play(answer, report())
    session = sessions()
    client = server.client(session=session, retry=ONCE)
    with contextlib.suppress(VirusTotalAPIError):
        assert client.files.get_report(SHA256).attributes.last_analysis_date is None
    assert len(session.cache.responses) == 0
    assert client.files.get_report(SHA256).attributes.last_analysis_date is not None
    assert len(server.requests) == 2


def test_an_answer_that_cannot_be_decoded(server: Server, sessions: Sessions) -> None:
    server.default = Answer(200, b"no gzip", {**JSON_HEADERS, "Content-Encoding": "gzip"})
    with pytest.raises(InvalidResponseError, match="decompressed"):
        server.client(session=sessions()).files.get_report(SHA256)
    assert len(server.requests) == 1


class _Content(io.RawIOBase):
    """A large file that holds nothing."""

    def __init__(self, size: int) -> None:
        self._size, self._at = size, 0

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = 0, /) -> int:
        self._at = (0, self._at, self._size)[whence] + offset
        return self._at

    def tell(self) -> int:
        return self._at

    def read(self, size: int = -1, /) -> bytes:
        assert 0 <= size < 8_000_000
        given = min(size, self._size - self._at)
        self._at += given
        return bytes(given)


@pytest.mark.slow
def test_an_upload_streams_past_the_cache(emulator: Emulator, sessions: Sessions) -> None:
    session = sessions()
    with VirusTotal(emulator.api_key, base_url=emulator.base_url, session=session) as client:
        client.files.upload(b"warm")
        tracemalloc.start()
        try:
            client.files.upload(_Content(24_000_000))  # type: ignore[arg-type]  # reads and seeks
            _, peak = tracemalloc.get_traced_memory()
        finally:
            tracemalloc.stop()
    assert peak < 12_000_000
    assert len(session.cache.responses) == 0


def test_downloads_stream_past_the_cache(emulator: Emulator, sessions: Sessions) -> None:
    session = sessions()
    with VirusTotal(emulator.premium_key, base_url=emulator.base_url, session=session) as client:
        for _ in range(2):
            target = io.BytesIO()
            client.files.download(SHA256, target)
            assert target.getvalue().startswith(b"X5O!P%")
    assert len(session.cache.responses) == 0
    assert len([call for call in emulator.calls if call.path.endswith("/download")]) == 2


def test_what_a_caller_wants_from_the_wire(server: Server, sessions: Sessions) -> None:
    server.default = report()
    session = sessions()
    client = server.client(session=session)
    client.files.get_report(SHA256)
    client.headers["Cache-Control"] = "no-cache"
    client.files.get_report(SHA256)
    del client.headers["Cache-Control"]
    with session.cache_disabled():
        client.files.get_report(SHA256)
    address = f"{server.base_url}/files/{SHA256}"
    session.get(address, headers={"x-apikey": KEY, "Range": "bytes=0-9"})
    session.get(address)
    assert len(server.requests) == 5
    assert session.get(address, headers={"x-apikey": KEY}).from_cache
    assert len(server.requests) == 5


# --- what makes entries outdated -----------------------------------------------------------------


@shared
def test_writing_drops_what_it_changes(server: Server, sessions: Sessions) -> None:
    server.default = _any_answer
    client = server.client(session=sessions())

    def read() -> list[str]:
        before = len(server.requests)
        for name in ("example.com", "example.com.example"):
            client.domains.get_report(name)
            client.domains.get_comments(name, limit=5)
        return server.paths[before:]

    everything = read()
    assert read() == []
    writes: list[Callable[[], object]] = [
        lambda: client.domains.put_comments("example.com", "text"),
        lambda: client.domains.put_votes("example.com", malicious=True),
        lambda: client.domains.analyse("example.com"),
    ]
    for write in writes:
        with pytest.raises(InvalidResponseError):  # the answer is not what matters here
            write()
        assert read() == everything[:2]
    server.play(error_answer(403, "ForbiddenError"))
    with pytest.raises(VirusTotalAPIError):
        writes[0]()
    assert read() == []


def test_a_scan_gives_its_own_report(emulator: Emulator, sessions: Sessions) -> None:
    content = b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"
    vt = VirusTotal(emulator.api_key, base_url=emulator.base_url, session=sessions(), retry=NO_WAIT)
    with vt:
        old = vt.files.get_report("44d88612fea8a8f36de82e1278abb02f")
        assert vt.files.get_report(SHA256).to_dict() == old.to_dict()
        analysis_id = vt.files.upload(content).id
        assert vt.analyses.get_report(analysis_id).attributes.status == "completed"
        new = vt.files.get_report("44d88612fea8a8f36de82e1278abb02f")
        assert vt.files.get_report(SHA256).to_dict() == new.to_dict()
        assert new.attributes.last_analysis_date != old.attributes.last_analysis_date


# --- air gaps and faults -------------------------------------------------------------------------


@shared
def test_only_cached(server: Server, sessions: Sessions) -> None:
    server.play(Answer(200, report().body, {**JSON_HEADERS, "Vary": "*, Cookie"}))
    wire = server.client(session=sessions()).files.get_report(SHA256)
    client = server.client(session=sessions(only_cached=True))
    assert client.files.get_report(SHA256).to_dict() == wire.to_dict()
    calls: list[Callable[[], object]] = [
        lambda: client.files.get_report("0" * 64),
        lambda: client.files.get_comments(SHA256),
        lambda: client.files.get_upload_url(),
        lambda: client.files.upload(b"content"),
        lambda: client.files.put_comments(SHA256, "text"),
        lambda: client.files.download(SHA256, io.BytesIO()),
    ]
    for call in calls:
        with pytest.raises(NotCachedError, match="Not in the cache") as raised:
            call()
        assert raised.value.attempts == 1  # retrying would not help
        assert not raised.value.may_have_arrived
    assert (len(server.requests), server.connections) == (1, 1)


@shared
def test_only_cached_and_expired(server: Server, sessions: Sessions) -> None:
    server.play(report())
    server.client(session=sessions(ttl={"files": NO_TIME})).files.get_report(SHA256)
    client = server.client(session=sessions(only_cached=True, stale_if_error=True))
    assert client.files.get_report(SHA256).attributes.size == 68
    with pytest.raises(NotCachedError):
        server.client(session=sessions(only_cached=True)).files.get_report(SHA256)
    assert len(server.requests) == 1


@shared
@pytest.mark.parametrize("fault", [Answer(reset=True), error_answer(503, "TransientError")])
def test_stale_if_error(server: Server, sessions: Sessions, fault: Answer) -> None:
    old = {"files": NO_TIME}
    server.play(report())
    server.client(session=sessions(ttl=old)).files.get_report(SHA256)
    server.default = fault
    client = server.client(session=sessions(stale_if_error=True), retry=ONCE)
    assert client.files.get_report(SHA256).attributes.size == 68
    with pytest.raises(VirusTotalAPIError):
        client.files.get_report("0" * 64)
    with pytest.raises(VirusTotalAPIError):
        server.client(session=sessions(), retry=ONCE).files.get_report(SHA256)


def test_retries_go_on(server: Server, sessions: Sessions) -> None:
    server.play(error_answer(503, "TransientError"), Answer(reset=True), report())
    client = server.client(session=sessions())
    for _ in range(2):
        assert client.files.get_report(SHA256).attributes.size == 68
    assert len(server.requests) == 3


def test_files_that_cannot_be_a_cache(
    tmp_path: Path, sessions: Sessions, server: Server, caplog: pytest.LogCaptureFixture
) -> None:
    wrong = tmp_path / "notes.txt"
    wrong.write_bytes(b"not a database, " * 100)
    (tmp_path / "folder.d").mkdir()
    for path in (wrong, tmp_path / "folder.d", tmp_path / "no folder" / "cache.sqlite"):
        with pytest.raises(StoreError):
            sessions(path)
    with pytest.raises(StoreError, match="No such file"):
        sessions(tmp_path / "nothing.sqlite", only_cached=True)
    broken = tmp_path / "broken.sqlite"
    session = sessions(broken)
    session.close()  # type: ignore[no-untyped-call]  # of requests-cache
    broken.write_bytes(b"not a database, " * 100)
    server.default = report()
    assert server.client(session=session).files.get_report(SHA256).attributes.size == 68
    assert "answer was not looked for: cache" in caplog.text
    assert "answer was not kept: cache" in caplog.text


@pytest.mark.parametrize(
    "path", ["", "/", ".", "a\0b", "~nobody-of-this-name/c", b"\0", 5, None, "x" * 5000]
)
def test_paths_that_no_file_has(path: Any) -> None:
    with pytest.raises((InvalidInputError, StoreError)):
        cached_session(path)


@pytest.mark.parametrize("namespace", [5, None])
def test_a_namespace_that_is_no_text(file: Path, namespace: Any) -> None:
    with pytest.raises(InvalidInputError, match="namespace"):
        cached_session(file, namespace=namespace)


@contextlib.contextmanager
def held(file: Path, *, reads_too: bool) -> Iterator[None]:
    """Hold a cache as a process would that hangs in the middle of writing."""
    with contextlib.closing(sqlite3.connect(file, isolation_level=None)) as holder:
        if reads_too:
            holder.execute("PRAGMA locking_mode=EXCLUSIVE")
        holder.execute("BEGIN EXCLUSIVE")
        holder.execute("CREATE TABLE of_another (x)")
        yield
        holder.execute("ROLLBACK")


def test_a_file_that_cannot_be_written_costs_no_answer(
    server: Server, sessions: Sessions, file: Path, caplog: pytest.LogCaptureFixture
) -> None:
    server.default = report()
    session = sessions()
    client = server.client(session=session)
    began = time.monotonic()
    with held(file, reads_too=False):
        assert client.files.get_report(SHA256, deadline=1).attributes.size == 68
        for _ in range(2):
            server.play(json_answer({"type": "comment", "id": "c-1"}))
            assert client.files.put_comments(SHA256, "text", deadline=1).id == "c-1"
    assert time.monotonic() - began < 4
    assert [record.levelname for record in caplog.records] == ["WARNING"] * 3
    assert f"an answer was not kept: cache {file}: database is locked" in caplog.text
    assert caplog.text.count("an outdated answer may be kept") == 2  # it is tried always
    assert KEY not in caplog.text
    assert len(session.cache.responses) == 0
    server.client(session=sessions()).files.get_report(SHA256)
    assert len(session.cache.responses) == 1


def test_a_file_that_cannot_be_read_costs_quota_and_no_answer(
    server: Server, sessions: Sessions, file: Path, caplog: pytest.LogCaptureFixture
) -> None:
    server.default = report()
    session = sessions()
    server.client(session=session).files.get_report(SHA256)
    session.close()  # type: ignore[no-untyped-call]  # of requests-cache
    limit = RateLimit(per_minute=9)
    client = server.client(session=session, rate_limit=limit)
    with held(file, reads_too=True):
        for _ in range(20):  # it is not waited for each time
            assert client.files.get_report(SHA256, deadline=2).attributes.size == 68
            if len(server.requests) == 9:
                break
    assert limit.windows()[0].used == len(server.requests) - 1 == 8
    assert 2 <= len(caplog.records) <= 8
    assert "an answer was not looked for: cache" in caplog.text
    assert server.client(session=sessions()).files.get_report(SHA256).attributes.size == 68
    assert len(server.requests) == 9


def test_a_store_that_is_needed_is_waited_for_until_the_deadline(
    server: Server, sessions: Sessions, file: Path
) -> None:
    server.play(report())
    for options in ({}, {"only_cached": True}):
        session = sessions(**options)
        client = server.client(session=session)
        assert client.files.get_report(SHA256).attributes.size == 68
        session.close()  # type: ignore[no-untyped-call]  # of requests-cache
    began = time.monotonic()
    with held(file, reads_too=True), pytest.raises(StoreError, match="locked"):
        client.files.get_report(SHA256, deadline=0.3)
    assert time.monotonic() - began < 4
    assert client.files.get_report(SHA256, deadline=30).attributes.size == 68


def test_a_file_that_is_held_when_it_is_opened(
    server: Server, sessions: Sessions, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.default = report()
    monkeypatch.setattr(caching, "_BUSY_S", 0.1)
    session = sessions()
    server.client(session=session).files.get_report(SHA256)
    session.close()  # type: ignore[no-untyped-call]  # of requests-cache
    with held(file, reads_too=True):
        session = sessions()
        with pytest.raises(StoreError, match="locked"):
            sessions(only_cached=True)
    assert server.client(session=session).files.get_report(SHA256).attributes.size == 68
    assert len(server.requests) == 1


# --- Redis ---------------------------------------------------------------------------------------


def test_redis_forgets_by_itself(server: Server, sessions: Sessions, redis: Running) -> None:
    redis.client.flushall()
    server.default = _any_answer
    client = server.client(session=sessions(redis.url))
    client.domains.get_report("example.com")
    client.domains.get_comments("example.com")
    client.search.search("example.com")
    about, found = sorted(redis.client.keys(), key=redis.client.hlen, reverse=True)
    assert (redis.client.hlen(about), redis.client.hlen(found)) == (2, 1)
    # A day after the last of its entries, which here is the report.
    assert 35 * 3600 < redis.client.ttl(about) <= 36 * 3600 + 1  # rounded up
    assert 24 * 3600 < redis.client.ttl(found) <= 24 * 3600 + 601
    assert len(sessions(redis.unix_url).cache.responses) == 3


def test_entries_of_a_foreign_shape_in_redis(
    server: Server, sessions: Sessions, redis: Running
) -> None:
    redis.client.flushall()
    server.default = report()
    session = sessions(redis.url)
    client = server.client(session=session)
    client.files.get_report(SHA256)
    (name,) = redis.client.keys()
    for value in (b"", b"\xff\0", b"null", b"{}"):
        redis.client.hset(name, redis.client.hkeys(name)[0], value)
        client.files.get_report(SHA256)
    assert len(server.requests) == 5
    redis.client.delete(name)
    redis.client.set(name, "of another")
    assert client.files.get_report(SHA256).attributes.size == 68
    assert redis.client.get(name) == b"of another"


def test_a_redis_that_goes_costs_no_answer(
    server: Server, sessions: Sessions, caplog: pytest.LogCaptureFixture
) -> None:
    server.default = report()
    with redis_server() as running:
        running.client.config_set("requirepass", "pass-s3cret")
        url = running.url.replace("://", "://:pass-s3cret@")
        session = sessions(url)
        client = server.client(session=session)
        client.files.get_report(SHA256)
        needs = server.client(session=sessions(url, only_cached=True))
        assert needs.files.get_report(SHA256).attributes.size == 68
    assert client.files.get_report(SHA256).attributes.size == 68
    assert len(server.requests) == 2
    assert "an answer was not looked for: cache: " in caplog.text
    with pytest.raises(StoreError, match="cache: "):
        needs.files.get_report(SHA256)
    assert "s3cret" not in caplog.text + repr(session)


def test_a_silent_redis_is_waited_for_until_the_deadline(
    server: Server, sessions: Sessions
) -> None:
    server.default = report()
    with redis_server() as running:
        client = server.client(session=sessions(running.url))
        running.process.send_signal(signal.SIGSTOP)
        began = time.monotonic()
        try:
            assert client.files.get_report(SHA256, deadline=2).attributes.size == 68
        finally:
            running.process.send_signal(signal.SIGCONT)
        assert time.monotonic() - began < 4


def test_servers_that_cannot_be_a_cache() -> None:
    with pytest.raises(StoreError, match="cache: ") as refused:
        cached_session(f"redis://:pass-s3cret@127.0.0.1:{free_port()}")
    assert "s3cret" not in str(refused.value)
    for address in ("http://host", "redis://:pass-s3cret@host:port"):
        with pytest.raises(InvalidInputError, match="path: ") as wrong:
            cached_session(address)
        assert "s3cret" not in str(wrong.value)


def test_redis_holds_no_key(server: Server, sessions: Sessions, redis: Running) -> None:
    redis.client.flushall()
    server.default = report()
    server.client(session=sessions(redis.url)).files.get_report(SHA256)
    (name,) = redis.client.keys()
    ((field, packed),) = redis.client.hgetall(name).items()
    kept = zlib.decompress(packed)
    assert SHA256.encode() in kept
    assert KEY.encode() not in name + field + kept


def test_redis_needs_its_library(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "redis", None)
    with pytest.raises(ImportError, match=r'this cache .*pip install "\.\[redis\]"'):
        cached_session("redis://example.com")


ODD = [None, True, -1, 2**70, 1e300, "", "odd", [], [1], {}, {"a": 1}, "9999-99-99", "2026-01-01"]


@pytest.mark.slow
def test_entries_of_a_foreign_shape_are_misses(
    server: Server, sessions: Sessions, file: Path
) -> None:
    server.default = report()
    client = server.client(session=sessions())
    wire = client.files.get_report(SHA256)
    with contextlib.closing(sqlite3.connect(file, isolation_level=None)) as other:
        ((text,),) = other.execute("SELECT value FROM responses").fetchall()
        entry = json.loads(text)
        written: list[Any] = ["", "x", b"\xff\0", 5, 1.5, None, "[]", "5", "null", "{}", text[:-9]]
        written += [json.dumps({**entry, name: odd}) for name in entry for odd in ODD]
        written += [json.dumps({k: v for k, v in entry.items() if k != name}) for name in entry]
        written += [json.dumps({**entry, "headers": {"a": odd}}) for odd in ODD]
        misses = 0
        for value in written:
            other.execute("UPDATE responses SET value = ?", (value,))
            before = len(server.requests)
            assert client.files.get_report(SHA256).to_dict() == wire.to_dict()
            if len(server.requests) > before:
                misses += 1
                client.files.get_report(SHA256)
                assert len(server.requests) == before + 1  # the entry was replaced
    assert misses > len(written) / 3


def test_a_file_of_an_older_version(server: Server, sessions: Sessions, file: Path) -> None:
    """Its entries belong to no key, so they are misses."""
    server.default = report()
    client = server.client(session=sessions())
    client.files.get_report(SHA256)
    with contextlib.closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("UPDATE responses SET key = substr(key, 1, 32) || hex(randomblob(16))")
        other.execute("CREATE TABLE redirects (key TEXT PRIMARY KEY, value BLOB, expires INTEGER)")
    client.files.get_report(SHA256)
    assert len(server.requests) == 2


# --- limits, threads -----------------------------------------------------------------------------


@shared
def test_has_fresh(server: Server, sessions: Sessions) -> None:
    def asked(path: str = f"/files/{SHA256}", **headers: str) -> requests.PreparedRequest:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        address = server.base_url + path
        return requests.Request("GET", address, headers={"x-apikey": KEY, **named}).prepare()

    session = sessions()
    assert not session.has_fresh(asked())
    server.default = report()
    server.client(session=session).files.get_report(SHA256)
    assert session.has_fresh(asked())
    assert not session.has_fresh(asked(Cache_Control="no-cache"))
    assert not session.has_fresh(asked(x_tool="other"))
    assert not session.has_fresh(asked("/files/upload_url"))
    assert not sessions(ttl={"files": None}).has_fresh(asked())
    assert sessions(only_cached=True).has_fresh(asked("/files/upload_url"))
    expired = sessions(ttl={"files": NO_TIME})
    expired.cache.responses.clear()
    server.client(session=expired).files.get_report(SHA256)
    assert not expired.has_fresh(asked())
    assert len(server.requests) == 2


@pytest.mark.slow
@everywhere
def test_sixteen_threads(server: Server, sessions: Sessions) -> None:
    server.default = _any_answer
    session = sessions()
    client = server.client(session=session)
    hashes = [f"{number:064x}" for number in range(16)]
    start = threading.Barrier(16)

    def work(number: int) -> None:
        start.wait(10)
        mine = hashes[number:] + hashes[:number]
        assert [client.files.get_report(file_id).id for file_id in mine] == mine
        with pytest.raises(InvalidResponseError):
            client.domains.analyse(f"{number}.example")

    with ThreadPoolExecutor(16) as pool:
        list(pool.map(work, range(16)))
    sent = len(server.requests)
    assert sent < 16 * len(hashes)
    for file_id in hashes:
        client.files.get_report(file_id)
    assert len(server.requests) == sent
    assert len(session.cache.responses) == len(hashes)


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="there are no forks")
@everywhere
def test_parent_and_child_go_on_after_a_fork(server: Server, place: str | Path) -> None:
    server.default = _any_answer
    code = """
import os, sys, threading, warnings
from vt_sdk import VirusTotal
from vt_sdk.caching import cached_session
warnings.simplefilter("ignore", DeprecationWarning)  # of forks beside threads, which are meant
session = cached_session(sys.argv[2])
vt = VirusTotal("key", base_url=sys.argv[1], session=session)
def work(name):
    for number in range(9):
        for _ in range(2):
            assert vt.files.get_report(f"{number:064x}").id == f"{number:064x}"
            assert vt.domains.get_report(f"{name}{number}.example").id == f"{name}{number}.example"
work("first")
thread = threading.Thread(target=work, args=("thread",))
thread.start()
children = []
for number in range(3):
    child = os.fork()
    if child == 0:
        work(f"child{number}-")
        os._exit(0)
    children.append(child)
work("parent")
thread.join()
for child in children:
    assert os.waitpid(child, 0)[1] == 0
session.close()
vt.close()
"""
    run_loaded(code, server.base_url, str(place))
    # No two processes have spoken over one connection.
    families = {name.strip("0123456789") for name in ("first", "thread", "parent")}
    by_connection: dict[int, set[str]] = {}
    for recorded in server.requests:
        name = recorded.path.rpartition("/")[2]
        if "child" in name:
            by_connection.setdefault(recorded.connection, set()).add(name.partition("-")[0])
        elif name.startswith(tuple(families)):
            by_connection.setdefault(recorded.connection, set()).add("parent")
    assert all(len(speakers) == 1 for speakers in by_connection.values())
    assert len(by_connection) >= 4


@shared
def test_what_changes_an_object_drops_its_entries_of_every_key(
    server: Server, sessions: Sessions, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also those of other sessions and namespaces, and without a look at all the others."""
    server.default = _any_answer
    session = sessions()
    clients = [
        server.client(session=session),
        server.client(session=sessions(namespace="other")),
        server.client("b" * 64, session=session),
    ]
    for client in clients:
        client.domains.get_report("example.com")
        client.domains.get_report("example.org")
    for store in (caching._File, caching._Server):
        monkeypatch.setattr(store, "__iter__", None)
    with pytest.raises(InvalidResponseError):
        clients[0].domains.analyse("example.com")
    before = len(server.requests)
    for client in clients:
        client.domains.get_report("example.com")
        client.domains.get_report("example.org")
    assert server.paths[before:] == ["/domains/example.com"] * 3


def test_expired_entries_can_be_deleted(server: Server, sessions: Sessions, file: Path) -> None:
    server.default = report()
    session = sessions()
    for file_id in (SHA256, "0" * 64):
        server.client(session=session).files.get_report(file_id)
    with contextlib.closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute(
            "UPDATE responses SET expires = 1 WHERE key = (SELECT MAX(key) FROM responses)"
        )
    assert len(session.cache.responses) == 2
    session.cache.delete(expired=True)
    assert len(session.cache.responses) == 1


# --- secrets -------------------------------------------------------------------------------------


def test_the_file_holds_no_secret(server: Server, sessions: Sessions, file: Path) -> None:
    answer = report()
    secret = {"Set-Cookie": "session=cookie-s3cret"}
    server.default = Answer(200, answer.body, {**answer.headers, **secret})
    session = sessions()
    address = server.base_url.replace("://", "://somebody:pass-s3cret@")
    with VirusTotal(KEY, base_url=server.base_url, session=session) as client:
        client.headers["Proxy-Authorization"] = "Basic proxy-s3cret"
        client.files.get_report(SHA256)
        client.domains.get_report(OBJECTS["domains"])
        for name in ("X-APIKEY", "x-ApiKey"):
            session.get(f"{address}/domains/{name}.com", headers={name: KEY})
    assert server.last.headers["x-apikey"] == KEY
    assert len(session.cache.responses) == 4
    kept = bytes_of(file)
    assert b"example.com" in kept
    for word in (KEY, "s3cret", "somebody"):
        assert word.encode() not in kept
        assert word not in repr(session)
    entries = list(session.cache.filter())
    assert [dict(entry.request.headers) for entry in entries] == [{}] * 4
    assert stat.S_IMODE(file.stat().st_mode) & 0o077 == 0 or sys.platform == "win32"


def test_a_client_with_a_cache_does_not_travel(server: Server, sessions: Sessions) -> None:
    """Where it arrives it would ask, and pay, for what the cache has."""
    server.default = report()
    client = server.client(session=sessions())
    client.files.get_report(SHA256)
    with pytest.raises(TypeError, match="session"):
        pickle.dumps(client)


# --- as a session --------------------------------------------------------------------------------


@shared
def test_it_is_a_session_of_requests_cache(server: Server, sessions: Sessions) -> None:
    server.default = report()
    session = sessions()
    assert isinstance(session, requests_cache.CachedSession)
    address, headers = f"{server.base_url}/files/{SHA256}", {"x-apikey": KEY}
    answers = [session.get(address, headers=headers) for _ in range(2)]
    assert [answer.from_cache for answer in answers] == [False, True]
    assert answers[0].content == answers[1].content == report().body
    assert not session.get(address, headers=headers, force_refresh=True).from_cache
    assert len(session.cache.responses) == 1
    asked = requests.Request("GET", address, headers=headers).prepare()
    assert session.cache.contains(request=asked)
    assert not session.cache.contains(url=address)  # with another key, or none
    session.cache.delete(requests=[asked])
    assert not session.cache.contains(request=asked)


def test_a_plain_session_of_requests_cache(server: Server, file: Path) -> None:
    server.default = report()
    with requests_cache.CachedSession(file) as session:
        client = server.client(session=session)
        first, second = client.files.get_report(SHA256), client.files.get_report(SHA256)
    assert len(server.requests) == 1
    assert second.to_dict() == first.to_dict()


@pytest.mark.slow
def test_without_requests_cache() -> None:
    code = """
import sys
sys.modules["requests_cache"] = None
try:
    import vt_sdk.caching
except ImportError as error:
    print(error)
"""
    assert run_python(code).endswith(
        '; caching needs the extra "cache": pip install ".[cache]" in a clone\n'
    )
