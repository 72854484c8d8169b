"""Stores that are held, frozen or filled by others: one typed error, within the call's deadline."""

import pickle
import signal
import socket
import sqlite3
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest

from tests.interpreters import run_loaded
from tests.ratelimit.sharing import Clock, Running, free_port, redis_server
from tests.support import SHA256, Server, error_answer, file_document, json_answer
from vt_sdk import InvalidInputError, QuotaExceededError, StoreError
from vt_sdk.ratelimit import RateLimit

# Far below what a store is waited for by itself, far above what a slow machine needs.
SOON_S = 6.0


@contextmanager
def soon() -> Iterator[None]:
    began = time.monotonic()
    yield
    assert time.monotonic() - began < SOON_S


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return tmp_path / "quota.sqlite"


@contextmanager
def held(store: Path) -> Iterator[None]:
    """Hold the file of a limit as a process would that hangs in the middle of writing."""
    with closing(sqlite3.connect(store, isolation_level=None, check_same_thread=False)) as holder:
        holder.execute("BEGIN EXCLUSIVE")
        yield
        holder.execute("ROLLBACK")


# --- held and frozen -----------------------------------------------------------------------------


@pytest.mark.parametrize("is_new", [True, False])
def test_a_held_file_is_waited_for_until_the_deadline(
    store: Path, server: Server, is_new: bool
) -> None:
    server.default = json_answer(file_document())
    with RateLimit(per_minute=5, store=store) as limit:
        if not is_new:
            limit.reserve()
        client = server.client(rate_limit=limit)
        with held(store), soon(), pytest.raises(StoreError, match="locked"):
            client.files.get_report(SHA256, deadline=0.3)
        with held(store), soon(), pytest.raises(StoreError, match="locked"):
            limit.reserve(0.1)
        assert server.requests == []
        client.files.get_report(SHA256, deadline=30)
        assert limit.windows()[0].used == (1 if is_new else 2)


def test_an_answer_outlives_books_that_are_held(store: Path, server: Server) -> None:
    """What the service said counts more than what the client's own books could add."""

    def hold_and_refuse(_: object) -> Any:
        hold.__enter__()
        return error_answer(429, "QuotaExceededError")

    hold = held(store)
    server.play(hold_and_refuse)
    with RateLimit(per_minute=5, store=store) as limit:
        client = server.client(rate_limit=limit)
        with soon(), pytest.raises(QuotaExceededError):
            client.files.get_report(SHA256, deadline=0.5)
        hold.__exit__(None, None, None)


@pytest.mark.skipif(sys.platform == "win32", reason="there are no forks")
def test_who_waits_for_a_file_holds_up_no_fork(store: Path) -> None:
    run_loaded(
        """
import os, sqlite3, sys, threading, time, warnings
from vt_sdk.errors import StoreError
from vt_sdk.ratelimit import RateLimit
warnings.simplefilter("ignore", DeprecationWarning)  # of forks beside threads, which are meant
limit = RateLimit(per_minute=5, store=sys.argv[1])
limit.reserve()
holder = sqlite3.connect(sys.argv[1], isolation_level=None)
holder.execute("BEGIN EXCLUSIVE")
waiting = threading.Thread(target=limit.reserve)
waiting.start()
time.sleep(0.2)
began = time.monotonic()
child = os.fork()
if child == 0:
    os._exit(0)
assert time.monotonic() - began < 5
os.waitpid(child, 0)
holder.execute("ROLLBACK")
holder.close()
waiting.join(20)
assert limit.windows()[0].used == 2
limit.close()
""",
        str(store),
    )


@pytest.fixture(scope="module")
def redis_running() -> Iterator[Running]:
    with redis_server() as running:
        yield running


@contextmanager
def frozen(running: Running) -> Iterator[None]:
    running.process.send_signal(signal.SIGSTOP)
    try:
        yield
    finally:
        running.process.send_signal(signal.SIGCONT)


@pytest.mark.skipif(sys.platform == "win32", reason="nothing freezes a process there")
@pytest.mark.parametrize("address", ["url", "unix_url"])
@pytest.mark.parametrize("is_new", [True, False])
def test_a_frozen_server_is_waited_for_until_the_deadline(
    redis_running: Running, server: Server, address: str, is_new: bool, tmp_path: Path
) -> None:
    server.default = json_answer(file_document())
    url = getattr(redis_running, address)
    with RateLimit(per_minute=5, store=url, name=str(tmp_path)) as limit:
        if not is_new:
            limit.reserve()
        client = server.client(rate_limit=limit)
        with frozen(redis_running), soon(), pytest.raises(StoreError):
            client.files.get_report(SHA256, deadline=0.3)
        with frozen(redis_running), soon(), pytest.raises(StoreError):
            limit.reserve(0.1)
        assert server.requests == []
        client.files.get_report(SHA256, deadline=30)


def test_a_server_may_take_as_long_as_its_address_says(redis_running: Running) -> None:
    with (
        RateLimit(per_minute=5, store=f"{redis_running.url}?socket_timeout=0.2") as limit,
        frozen(redis_running),
        soon(),
        pytest.raises(StoreError),
    ):
        limit.windows()


# --- what others wrote ---------------------------------------------------------------------------


@pytest.mark.parametrize("entry", ["text", None, 2.0**62, b"\0", 2**62, -(2**62)], ids=repr)
def test_foreign_rows(store: Path, entry: object) -> None:
    clock = Clock()
    with RateLimit(per_minute=1, store=store, clock=clock) as limit:
        limit.reserve()
    with closing(sqlite3.connect(store, isolation_level=None)) as other:
        other.execute("DROP TABLE requests")
        # The column takes anything as it is.
        other.execute("CREATE TABLE requests (name VARCHAR, item_timestamp BLOB)")
        other.executemany("INSERT INTO requests VALUES ('x', ?)", [(entry,)] * 3)
    with RateLimit(per_minute=1, store=store, clock=clock) as limit:
        for ask in (limit.reserve, limit.windows):
            if isinstance(entry, int):
                ask()  # a moment, if an odd one
            else:
                with pytest.raises(StoreError, match="no moment"):
                    ask()


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TABLE requests (url TEXT)",
        "CREATE TABLE requests (item_timestamp INTEGER)",
        "CREATE TABLE requests (item_timestamp INTEGER, name TEXT)",
        "CREATE VIEW requests AS SELECT 1",
    ],
)
def test_a_database_of_another_kind(store: Path, statement: str) -> None:
    with closing(sqlite3.connect(store)) as other:
        other.execute(statement)
    with RateLimit(per_minute=1, store=store) as limit, pytest.raises(StoreError) as caught:
        limit.reserve()
    assert pickle.loads(pickle.dumps(caught.value)).err_code == caught.value.err_code


@pytest.mark.parametrize("score", ["inf", "-5", "1e300", "0"])
def test_foreign_scores(redis_running: Running, score: str, tmp_path: Path) -> None:
    redis_running.client.execute_command("ZADD", str(tmp_path), score, "odd", "inf", "odder")
    with RateLimit(per_minute=4, store=redis_running.url, name=str(tmp_path)) as limit:
        assert limit.reserve() == 0
        assert limit.windows()[0].used <= 4


@pytest.mark.parametrize(
    "answer",
    [
        b"+OK\r\n",
        b"*1\r\n:1\r\n",
        b"*2\r\n$1\r\nx\r\n:1\r\n",
        b"$-1\r\n",
        b"*2\r\n*0\r\n*0\r\n",
        b"HTTP/1.1 400 Bad Request\r\n\r\n",
        b"-ERR no\r\n",
        b"",
        b"*2\r\n:1\r\n",  # and no more
    ],
)
def test_a_server_that_is_no_redis(answer: bytes) -> None:
    with _answering(answer) as url, RateLimit(per_minute=1, store=url) as limit:
        calls: list[Callable[[], object]] = [lambda: limit.reserve(1), limit.windows]
        for call in calls:
            with soon(), pytest.raises(StoreError, match="rate limit store"):
                call()


@contextmanager
def _answering(answer: bytes) -> Iterator[str]:
    """Answer everything with the same bytes, once the connection is there."""
    listening = socket.create_server(("127.0.0.1", 0))
    opened: list[socket.socket] = []

    def serve(connection: socket.socket) -> None:
        with connection, suppress(OSError):
            while data := connection.recv(65_536):
                reply = b"+OK\r\n" * data.count(b"SETINFO") if b"SETINFO" in data else answer
                if not reply:
                    return
                connection.sendall(reply)

    def accept() -> None:
        while True:
            try:
                connection, _ = listening.accept()
            except OSError:
                return
            opened.append(connection)
            threads.append(threading.Thread(target=serve, args=(connection,)))
            threads[-1].start()

    threads = [threading.Thread(target=accept)]
    threads[0].start()
    port = listening.getsockname()[1]
    try:
        yield f"redis://127.0.0.1:{port}?socket_timeout=0.5"
    finally:
        listening.shutdown(socket.SHUT_RDWR)
        listening.close()
        for connection in opened:
            with suppress(OSError):  # its thread may have closed it
                connection.shutdown(socket.SHUT_RDWR)
        for thread in threads:
            thread.join(10)


def test_a_server_that_is_not_there() -> None:
    with (
        RateLimit(per_minute=1, store=f"redis://127.0.0.1:{free_port()}") as limit,
        soon(),
        pytest.raises(StoreError),
    ):
        limit.reserve(1)


# --- arguments -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "wrong",
    [
        {"store": "a\0b"},
        {"store": "/"},
        {"store": b"\0"},
        {"store": 5},
        {"store": "~nobody-of-this-name/quota"},
        {"rates": [(1, 1e300)]},
        {"rates": [(1, True)]},
        {"rates": [(1, "x")]},
        {"rates": [(1,)]},
        {"rates": 5},
        {"per_minute": 10**30},
        {"margin_s": 1e300},
        {"margin_s": "x"},
        {"name": ""},
        {"name": "\ud800"},
        {"name": None},
    ],
    ids=repr,
)
def test_what_cannot_be_is_refused_at_once(wrong: dict[str, Any]) -> None:
    with pytest.raises(InvalidInputError):
        RateLimit(**{"per_day": 1, **wrong})


@pytest.mark.parametrize("wait", ["1", True, float("nan"), -1])
def test_a_wait_that_is_none(wait: Any) -> None:
    with pytest.raises(InvalidInputError, match="max_wait"):
        RateLimit(per_day=1).reserve(wait)


@pytest.mark.parametrize("wait", [10**400, float("inf"), 1e12])
def test_a_wait_beyond_all_bounds(wait: float) -> None:
    limit = RateLimit(per_day=1, clock=Clock())
    limit.reserve()
    assert limit.reserve(wait) == pytest.approx(86_401.001)
