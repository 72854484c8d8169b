"""Run one client in many threads, or tasks, for long, against a server that fails now and then.

    python3 scripts/soak.py [--calls N] [--threads N] [--faults SHARE] [--seed S]
    python3 scripts/soak.py --async [--calls N] [--tasks N] [--faults SHARE] [--cancelled SHARE]

Reads and writes are mixed. The server counts each comment and each vote, so that it shows whether
one was lost or made twice. Ends with status 1 if a call was lost, gave something wrong, wrote
twice, or raised what is no error of the package, or if a write took effect whose error says that
it did not. A write that the service may have got is told as such by its error, and not lost; so is
one that was cancelled.
Memory and open descriptors are printed as it goes; both are to stay flat.
"""

from _environment import enter

if __name__ == "__main__":
    enter()

import argparse
import asyncio
import gc
import hashlib
import itertools
import json
import os
import random
import resource
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any
from urllib.request import ProxyHandler, build_opener

from _bench import child

from vt_sdk import (
    AsyncVirusTotal,
    RetryPolicy,
    TransportError,
    VirusTotal,
    VirusTotalAPIError,
)

KEY = "k3y" + "0123456789abcdef" * 3
LINES = 10

# What each of ten calls does.
_KINDS = (*["report", "page", "report", "comment", "report"], *["report", "page"] * 2, "vote")

# What became of a call.
NOTHING, DONE, WRONG, REFUSED, IN_DOUBT, RAW = range(6)


def _memory() -> float:
    """Return the memory of this process in MB; the highest so far where that is unknown."""
    try:
        pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
        return pages * resource.getpagesize() / 2**20
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _descriptors() -> int:
    return len(os.listdir("/dev/fd")) - 1  # without the one of the listing


class Soak:
    """Calls by number: what each is follows from its number, and so can be checked at the end."""

    def __init__(self, vt: VirusTotal | AsyncVirusTotal, calls: int, seed: str) -> None:
        self.vt = vt
        self.calls = calls
        self.seed = seed
        self.ended = bytearray(calls)
        self.cancelled = 0
        self._took = 0.0  # by the last call, which shows the load
        self.errors: Counter[str] = Counter()
        self._numbers = itertools.count()
        self._lock = threading.Lock()
        self.number = 0

    def kind(self, number: int) -> str:
        return _KINDS[number % len(_KINDS)]

    def file_id(self, number: int) -> str:
        return hashlib.sha256(f"{self.seed} {number}".encode()).hexdigest()

    def text(self, number: int) -> str:
        return f"Comment {number} of {self.seed}"

    def written(self, number: int) -> str:
        """Return the name under which the server counts a write, empty for a read."""
        kind = self.kind(number)
        return {"comment": self.text(number), "vote": self.file_id(number)}.get(kind, "")

    def _asked(self, number: int) -> tuple[Any, Callable[[Any], bool]]:
        """Return the result of a call, or what is to be awaited for it, and what it must be."""
        kind, file_id, text = self.kind(number), self.file_id(number), self.text(number)
        files = self.vt.files
        if kind == "report":
            return files.get_report(file_id), lambda report: bool(report.id == file_id)
        if kind == "page":
            return files.get_comments(
                file_id
            ), lambda page: len(page) == 5 and all(file_id in comment.id for comment in page)
        if kind == "comment":
            return files.put_comments(file_id, text), lambda comment: bool(
                comment.attributes.text == text
            )
        return files.put_votes(file_id, malicious=True), lambda vote: bool(vote.type == "vote")

    def _failed(self, number: int, error: Exception) -> int:
        with self._lock:
            write = "write" if self.written(number) else "read"
            self.errors[f"{type(error).__name__} of a {write}"] += 1
        if not isinstance(error, VirusTotalAPIError):
            return RAW
        in_doubt = isinstance(error, TransportError) and error.may_have_arrived
        return IN_DOUBT if in_doubt else REFUSED

    def _ended(self, number: int, ended: int) -> None:
        self.ended[number] = ended
        self.number = max(self.number, number)

    def work(self) -> None:
        """Make calls until all are made; runs in many threads."""
        while (number := next(self._numbers)) < self.calls:
            try:
                result, is_right = self._asked(number)
                self._ended(number, DONE if is_right(result) else WRONG)
            except Exception as error:
                self._ended(number, self._failed(number, error))

    async def work_on_a_loop(self, tasks: int, cancelled: float) -> None:
        """Make calls until all are made, in tasks; some are cancelled on their way.

        Args:
            tasks: how many.
            cancelled: the share of the calls that is to be, unless they end before.
        """
        async with self.vt, asyncio.TaskGroup() as group:  # type: ignore[union-attr]  # of this kind
            for _ in range(tasks):
                group.create_task(self._work(cancelled))

    async def _work(self, cancelled: float) -> None:
        loop = asyncio.get_running_loop()
        while (number := next(self._numbers)) < self.calls:
            try:
                asked, is_right = self._asked(number)
                call = asyncio.ensure_future(asked)
                chance = random.Random(f"{self.seed} {number}")
                if chance.random() < cancelled:
                    loop.call_later(chance.uniform(0, self._took), call.cancel)
                began = loop.time()
                self._ended(number, DONE if is_right(await call) else WRONG)
                self._took = loop.time() - began
            except asyncio.CancelledError:
                self.cancelled += 1
                self._ended(number, IN_DOUBT)
            except Exception as error:
                self._ended(number, self._failed(number, error))


def _watch(soak: Soak, threads: list[threading.Thread], started: float) -> None:
    """Print how it goes, a few times, until all threads have ended."""
    step = max(1, soak.calls // LINES)
    due = step
    print(f"{'calls':>9} {'seconds':>8} {'memory MB':>10} {'descriptors':>12} {'threads':>8}")
    while True:
        alive = any(thread.is_alive() for thread in threads)
        if soak.number >= due or not alive:
            seconds = time.monotonic() - started
            line = f"{soak.number + 1:9,} {seconds:8.1f} {_memory():10.1f} {_descriptors():12}"
            print(f"{line} {threading.active_count():8}", flush=True)
            due += step
        if not alive:
            return
        time.sleep(0.02)


def _judge(soak: Soak, written: Counter[str]) -> int:
    """Compare what the calls said with what the server has; print it and give the exit status."""
    found: Counter[str] = Counter()
    for number, ended in enumerate(soak.ended):
        name = soak.written(number)
        times = written.pop(name, 0) if name else 0
        found["lost"] += ended == NOTHING or bool(name and ended == DONE and not times)
        found["doubled writes"] += times > 1
        found["wrong results"] += ended == WRONG
        found["foreign errors"] += ended == RAW
        found["writes denied but made"] += ended == REFUSED and times > 0
        found["_done"] += ended == DONE
        found["_doubt"] += bool(name and ended == IN_DOUBT)
        found["_doubt made"] += bool(name and ended == IN_DOUBT and times)
    found["writes never asked for"] = len(written)
    print(f"{soak.calls:,} calls, {found.pop('_done'):,} done")
    doubt, made = found.pop("_doubt"), found.pop("_doubt made")
    if soak.cancelled:
        print(f"{soak.cancelled} calls were cancelled, {soak.cancelled / soak.calls:.1%}")
    print(f"{doubt} writes were reported as in doubt, {made} of them were made")
    for name, number in sorted(soak.errors.items()):
        print(f"  {name}: {number}")
    print(", ".join(f"{name}: {number}" for name, number in found.items()))
    return 1 if any(found.values()) else 0


def main() -> int:
    parser = argparse.ArgumentParser(description="Run one client for long.")
    parser.add_argument("--async", action="store_true", dest="on_a_loop", help="in an event loop")
    parser.add_argument("--calls", type=int, help="200,000 in threads, 50,000 in tasks")
    parser.add_argument("--threads", type=int, default=64)
    parser.add_argument("--tasks", type=int, default=200)
    parser.add_argument(
        "--faults", type=float, default=0.02, help="the share of requests that fail"
    )
    parser.add_argument("--cancelled", type=float, default=0.03, help="the share of calls of tasks")
    parser.add_argument("--seed", default="1")
    options = parser.parse_args()
    calls = options.calls or (50_000 if options.on_a_loop else 200_000)
    with child("_soak_server.py", options.faults, options.seed) as server:
        url = f"http://127.0.0.1:{server.line()}"
        make = AsyncVirusTotal if options.on_a_loop else VirusTotal
        vt = make(
            KEY,
            base_url=f"{url}/api/v3",
            timeout=(10, 30),
            retry=RetryPolicy(base_s=0.05, cap_s=1.0),
        )
        soak = Soak(vt, calls, options.seed)
        if options.on_a_loop:
            run = partial(soak.work_on_a_loop, options.tasks, options.cancelled)
            threads = [threading.Thread(target=lambda: asyncio.run(run()))]
        else:
            threads = [threading.Thread(target=soak.work) for _ in range(options.threads)]
        started = time.monotonic()
        for thread in threads:
            thread.start()
        _watch(soak, threads, started)
        if isinstance(vt, VirusTotal):
            vt.close()
        gc.collect()
        print(f"after closing: {_memory():.1f} MB, {_descriptors()} descriptors")
        with build_opener(ProxyHandler({})).open(f"{url}/written", timeout=60) as answer:
            told: dict[str, Any] = json.load(answer)
        played = {name: number for name, number in sorted(told["played"].items()) if name}
        print("played:", ", ".join(f"{name}: {number}" for name, number in played.items()))
        return _judge(soak, Counter(told["written"]))


if __name__ == "__main__":
    sys.exit(main())
