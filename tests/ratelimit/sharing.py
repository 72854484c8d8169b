"""What the tests of limits share: a clock, servers that count or keep, processes that send."""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import pytest

from tests.support import KEY, ROOT, SHA256, Answer, Recorded, Server, file_document, json_answer

__all__ = [
    "RATES",
    "Clock",
    "Running",
    "busiest",
    "counting",
    "free_port",
    "in_processes",
    "redis_server",
    "send_from_processes",
]

# Small enough for a test, and two windows at once.
RATES: Final = ((5, 0.5), (8, 1.0))

_SENDING: Final = """
import sys
from concurrent.futures import ThreadPoolExecutor
from vt_sdk import RetryPolicy, VirusTotal
from vt_sdk.ratelimit import RateLimit

base_url, store, key, sha256, calls = sys.argv[1:]
with RateLimit(rates=RATES, store=store) as limit:
    client = VirusTotal(key, base_url=base_url, rate_limit=limit, retry=RetryPolicy(attempts=1))
    with client, ThreadPoolExecutor(2) as threads:
        def work(_):
            for _ in range(int(calls)):
                client.files.get_report(sha256)
        list(threads.map(work, range(2)))
"""


@dataclass
class Clock:
    """A clock that stands until a test moves it."""

    seconds: float = 1_000_000.0

    def __call__(self) -> float:
        return self.seconds


def busiest(arrivals: Sequence[float], seconds: float) -> int:
    """Return the most requests that any window of this length holds, wherever it starts."""
    return max(sum(start <= t < start + seconds for t in arrivals) for start in arrivals)


@contextmanager
def counting() -> Iterator[tuple[Server, list[float]]]:
    """Run a server that answers with a file, and give the moments at which requests came."""
    arrivals: list[float] = []
    lock = threading.Lock()

    def answer(_: Recorded) -> Answer:
        with lock:
            arrivals.append(time.monotonic())
        return json_answer(file_document())

    with Server() as server:
        server.default = answer
        yield server, arrivals


def in_processes(code: str, count: int, *arguments: str) -> list[str]:
    """Run code in several processes at once; give what they printed."""
    command = [sys.executable, "-W", "error", "-c", code, *arguments]
    running = [
        subprocess.Popen(
            command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        for _ in range(count)
    ]
    try:
        ended = [process.communicate(timeout=60) for process in running]
    finally:
        for process in running:
            process.kill()
            process.wait(10)
    failed = [err for process, (_, err) in zip(running, ended, strict=True) if process.returncode]
    assert not failed, failed
    return [out for out, _ in ended]


def send_from_processes(store: str) -> tuple[int, list[int]]:
    """Send 20 requests from two processes with two threads each, under `RATES`.

    Returns:
        How many came, and for each rate the most that any of its windows held.
    """
    with counting() as (server, arrivals):
        code = _SENDING.replace("RATES", repr(RATES))
        in_processes(code, 2, server.base_url, store, KEY, SHA256, "5")
    return len(arrivals), [busiest(arrivals, seconds) for _, seconds in RATES]


# --- Redis ---------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Running:
    url: str
    unix_url: str
    client: Any
    """What the tests look at the server with; its hints allow for answers of every kind."""
    process: "subprocess.Popen[bytes]"


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return int(taken.getsockname()[1])


def _answers(client: Any, process: "subprocess.Popen[bytes]") -> bool:
    import redis

    for _ in range(500):
        try:
            return bool(client.ping())
        except redis.RedisError:
            if process.poll() is not None:  # somebody else was faster to take the port
                return False
            time.sleep(0.02)
    return False


@contextmanager
def redis_server() -> Iterator[Running]:
    """Run a Redis server of the test's own."""
    if shutil.which("redis-server") is None:
        # Where the environment promises it, leaving the tests out would pass for having run them.
        assert "redis-server" not in os.environ.get("VT_SDK_TESTS_NEED", ""), "no redis-server"
        pytest.skip("redis-server is not installed here")
    import redis

    folder = tempfile.mkdtemp(prefix="vt_sdk-")  # short, as addresses of sockets have to be
    path = Path(folder, "socket")
    try:
        for _ in range(5):
            port = free_port()
            options = f"--port {port} --bind 127.0.0.1 --unixsocket {path} --dir {folder}"
            process = subprocess.Popen(
                ["redis-server", *options.split(), "--save", "", "--appendonly", "no"],
                stdout=subprocess.DEVNULL,
            )
            client = redis.Redis(port=port)
            try:
                if _answers(client, process):
                    yield Running(f"redis://127.0.0.1:{port}", f"unix://{path}", client, process)
                    return
            finally:
                client.close()
                process.terminate()
                process.wait(10)
        raise AssertionError("the Redis server did not start")
    finally:
        shutil.rmtree(folder)
