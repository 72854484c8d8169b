"""One client in many threads, across a fork, inside a running event loop, closed and never closed.

The server counts connections and requests.
"""

import asyncio
import contextlib
import gc
import os
import signal
import threading
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.faults.support import BUSY, MADE, REPORT, RESET
from tests.interpreters import run_loaded
from tests.support import SHA256, Answer, Recorded, Server, file_document, json_answer
from vt_sdk import NotFoundError, VirusTotal, VirusTotalAPIError
from vt_sdk.events import ResponseReceived

THREADS = 64
IDS = [f"{number:064x}" for number in range(THREADS * 4)]


def echo(recorded: Recorded) -> Answer:
    return json_answer({**file_document(), "id": recorded.path[-64:]})


def in_threads(call: Callable[[str], str]) -> list[str]:
    with ThreadPoolExecutor(THREADS) as pool:
        return list(pool.map(call, IDS))


@pytest.mark.slow
def test_64_threads_get_their_own_answers(server: Server) -> None:
    barrier = threading.Barrier(THREADS)

    def together(recorded: Recorded) -> Answer:
        barrier.wait(10)
        return echo(recorded)

    server.default = together
    client = server.client()
    assert in_threads(lambda file_id: client.files.get_report(file_id).id) == IDS
    assert server.connections == THREADS
    assert client.usage["get_file"].requests == len(IDS)


@pytest.mark.slow
def test_64_threads_and_faults(server: Server) -> None:
    """Each id is refused in a way of its own and asked for again; none is lost or mixed up."""
    asked: Counter[str] = Counter()
    lock = threading.Lock()
    faults = [BUSY, RESET, Answer(200, b"x" * 99, send=5), Answer(502, b"<html>")]

    def moody(recorded: Recorded) -> Answer:
        with lock:
            asked[recorded.path] += 1
            first = asked[recorded.path] == 1
        number = int(recorded.path[-64:], 16)
        return faults[number % len(faults)] if first and number % 3 == 0 else echo(recorded)

    server.default = moody
    client = server.client()
    assert in_threads(lambda file_id: client.files.get_report(file_id).id) == IDS
    faulty = sum(1 for number in range(len(IDS)) if number % 3 == 0)
    usage = client.usage["get_file"]
    assert (usage.requests, usage.retries, usage.failures) == (len(IDS) + faulty, faulty, faulty)
    assert sum(asked.values()) == len(server.requests) == usage.requests


@pytest.mark.slow
def test_writes_of_64_threads_are_not_doubled(server: Server) -> None:
    lock = threading.Lock()
    made: Counter[str] = Counter()

    def moody(recorded: Recorded) -> Answer:
        text = recorded.json()["data"]["attributes"]["text"]
        with lock:
            made[text] += 1
        return RESET if int(text, 16) % 5 == 0 else MADE

    server.default = moody
    client = server.client()

    def comment(text: str) -> str:
        try:
            return client.files.put_comments(SHA256, text).id
        except VirusTotalAPIError as error:
            return type(error).__name__

    outcomes = Counter(in_threads(comment))
    lost = sum(1 for number in range(len(IDS)) if number % 5 == 0)
    assert outcomes == {"made": len(IDS) - lost, "APIConnectionError": lost}
    assert made == Counter(IDS)  # each once, also where the answer was lost


def test_one_call_after_the_other_takes_one_connection(server: Server) -> None:
    def moody(recorded: Recorded) -> Answer:
        found = int(recorded.path[-64:], 16) % 2
        return echo(recorded) if found else Answer(404, b'{"error": {"code": "NotFoundError"}}')

    server.default = moody
    client = server.client()
    for file_id in IDS[:50]:
        with contextlib.suppress(NotFoundError):
            client.files.get_report(file_id)
    assert len(server.requests) == 50
    assert server.connections == 1


@pytest.mark.slow
def test_a_hook_is_called_in_the_thread_of_the_call(server: Server) -> None:
    seen: set[str] = set()
    server.default = echo

    def hook(event: object) -> None:
        if isinstance(event, ResponseReceived):
            seen.add(str(threading.get_ident()))

    client = server.client(on_event=hook)

    def caller(file_id: str) -> str:
        client.files.get_report(file_id)
        return str(threading.get_ident())

    assert set(in_threads(caller)) == seen


@pytest.mark.slow
def test_closing_while_others_send(server: Server) -> None:
    server.default = echo
    client = server.client()
    stop = threading.Event()

    def keep_closing() -> None:
        while not stop.wait(0.001):
            client.close()

    thread = threading.Thread(target=keep_closing)
    thread.start()
    try:
        assert in_threads(lambda file_id: client.files.get_report(file_id).id) == IDS
    finally:
        stop.set()
        thread.join()


def in_child(call: Callable[[], bool]) -> int:
    """Fork, call in the child, give its exit code: 0 for true. The child is killed if it hangs."""
    pid = os.fork()
    if pid == 0:  # pragma: no cover  # another process
        code = 3
        try:
            code = 0 if call() else 2
        finally:
            os._exit(code)
    done = threading.Event()

    def kill() -> None:
        if not done.wait(10):
            os.kill(pid, signal.SIGKILL)

    killer = threading.Thread(target=kill)
    killer.start()
    try:
        return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    finally:
        done.set()
        killer.join()


@pytest.mark.slow
def test_parent_and_child_after_a_fork(server: Server) -> None:
    server.default = echo
    client = server.client()
    client.files.get_report(IDS[0])
    for round_ in range(3):
        assert in_child(lambda: client.files.get_report(IDS[1]).id == IDS[1]) == 0
        assert client.files.get_report(IDS[2 + round_]).id == IDS[2 + round_]
    by_connection = [(recorded.connection, recorded.path[-64:]) for recorded in server.requests]
    assert by_connection == [
        (1, IDS[0]),
        *[(2, IDS[1]), (1, IDS[2])],
        *[(3, IDS[1]), (1, IDS[3])],
        *[(4, IDS[1]), (1, IDS[4])],
    ]


def test_a_fork_while_other_threads_are_in_the_middle_of_things(server: Server) -> None:
    """Locks that another thread holds at that moment stay shut in the child for ever."""
    server.default = echo
    client = server.client()
    client.files.get_report(IDS[0])
    connection = client._connection
    with connection.usage._lock:
        code = in_child(lambda: client.files.get_report(IDS[1]).id == IDS[1])
    assert code == 0
    assert client.files.get_report(IDS[2]).id == IDS[2]


def test_a_worker_thread_of_a_running_event_loop(server: Server) -> None:
    server.default = echo
    client = server.client()

    async def work() -> list[str]:
        reports = await asyncio.gather(
            *(asyncio.to_thread(client.files.get_report, file_id) for file_id in IDS[:40])
        )
        return [report.id for report in reports]

    assert asyncio.run(work()) == IDS[:40]


def test_in_the_thread_of_a_running_event_loop(server: Server) -> None:
    """As in a notebook: it blocks the loop, and works."""
    server.default = echo
    client = server.client()

    async def cell() -> str:
        return client.files.get_report(IDS[0]).id

    assert asyncio.run(cell()) == IDS[0]


def test_closed_and_used_again(server: Server) -> None:
    server.default = REPORT
    client = server.client()
    for _ in range(3):
        with client:
            assert client.files.get_report(SHA256).id == SHA256
        client.close()
    assert server.connections == 3


@pytest.mark.slow
@pytest.mark.parametrize("end", ["", "del client; import gc; gc.collect()"])
def test_a_client_that_is_never_closed_is_silent(server: Server, end: str) -> None:
    server.default = REPORT
    code = f"""
import sys
from vt_sdk import VirusTotal
client = VirusTotal("k" * 64, base_url=sys.argv[1])
client.files.get_report("a" * 64)
client.urls, client.domains
{end}
"""
    assert run_loaded(code, server.base_url) == ""


def test_a_client_that_is_let_go_gives_its_connection_back(server: Server) -> None:
    server.default = REPORT
    client = VirusTotal("k" * 64, base_url=server.base_url)
    client.files.get_report(SHA256)
    del client
    gc.collect()
    for _ in range(500):
        if not server._open:
            break
        threading.Event().wait(0.01)
    assert not server._open
