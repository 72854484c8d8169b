"""The longest time for which the loop of the asynchronous client does nothing else.

    python scripts/_bench_stall.py JOB URL FOLDER

A watchdog on the loop wants its turn every millisecond, and notes by how much it came late, while
files go up and come down, large pages are decoded and a feed is read. For how long the loop was
ready and had no processor, since others on the machine had them all, is taken off where Linux tells
it. As a script it is the client of one such job.
"""

import asyncio
import gc
import importlib
import json
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from _bench import ROUNDS, Row, child, load
from _bench_clients import KEY
from _bench_feeds import MINUTE, OBJECTS, prepare
from _bench_wire import served

BYTES = 200_000_000
PAGES = 5

_EVERY = 0.001
_MUST_MS, _AIM_MS = 50, 20

JOBS = {
    "upload": "200 MB go up",
    "download": "200 MB come down",
    "pages": f"{PAGES} pages of 6 MB are decoded",
    "feed": f"a feed of {OBJECTS:,} objects is read",
}


class Watchdog:
    """Wants its turn on the loop again and again.

    Attributes:
        longest: by how many seconds it came late, at most, without those of `queued`.
        with_queue: the same with them.
        turns: how often it came.
    """

    def __init__(self) -> None:
        self.longest = self.with_queue = 0.0
        self.turns = 0

    async def watch(self) -> None:
        """Watch until cancelled."""
        while True:
            before, began = queued(), time.perf_counter()
            await asyncio.sleep(_EVERY)
            late = time.perf_counter() - began - _EVERY
            self.with_queue = max(self.with_queue, late)
            self.longest = max(self.longest, late - (queued() - before))
            self.turns += 1


def queued() -> float:
    """Return for how many seconds this thread has waited for a processor so far."""
    try:
        return int(Path("/proc/thread-self/schedstat").read_text().split()[1]) / 1e9
    except FileNotFoundError:
        return 0.0


@asynccontextmanager
async def watched() -> AsyncIterator[Watchdog]:
    """Watch the loop within the block."""
    dog = Watchdog()
    task = asyncio.create_task(dog.watch())
    try:
        await asyncio.sleep(2 * _EVERY)
        yield dog
        await asyncio.sleep(2 * _EVERY)
    finally:
        task.cancel()


# --- the client ----------------------------------------------------------------------------------


async def _upload(vt: Any, folder: Path) -> None:
    await vt.files.upload(folder / "content")


async def _download(vt: Any, folder: Path) -> None:
    target = folder / "target"
    await vt.files.download((folder / "sha256").read_text(), target)
    await asyncio.to_thread(target.unlink)


async def _pages(vt: Any, folder: Path) -> None:
    sha256 = (folder / "sha256").read_text()
    for _ in range(PAGES):
        await vt.files.get_relationship(sha256, "dropped_files", limit=40)


async def _feed(vt: Any, folder: Path) -> None:
    await _objects(vt, OBJECTS)


async def _feed_begins(vt: Any, folder: Path) -> None:
    await _objects(vt, 1)


async def _objects(vt: Any, most: int) -> None:
    count = 0
    async with vt.feeds.iter_files(cursor=MINUTE) as feed:
        async for _ in feed:
            count += 1
            if count == most:
                return


_Work = Callable[[Any, Path], Awaitable[None]]

# The first time, modules are imported and models are built, which happens once: what comes before
# the watchdog, and what it watches.
_WORK: dict[str, tuple[_Work, _Work]] = {
    "upload": (_upload, _upload),
    "download": (_download, _download),
    "pages": (_pages, _pages),
    "feed": (_feed_begins, _feed),
}


async def _measured(job: str, url: str, folder: Path) -> dict[str, float]:
    vt_sdk = importlib.import_module("vt_sdk")
    before, work = _WORK[job]
    async with vt_sdk.AsyncVirusTotal(KEY, base_url=f"{url}/api/v3") as vt:
        await before(vt, folder)
        async with watched() as dog:
            await work(vt, folder)
        began = time.perf_counter()
        gc.collect()
        collection = time.perf_counter() - began
        return {"longest": dog.longest, "queue": dog.with_queue, "collection": collection}


def _client(job: str, url: str, folder: str) -> None:
    for _ in sys.stdin:
        print(json.dumps(asyncio.run(_measured(job, url, Path(folder)))), flush=True)


# --- the measurement -----------------------------------------------------------------------------


def _rounds(job: str, url: str, folder: Path) -> Iterator[Row | str]:
    taken = []
    for _ in range(ROUNDS):
        with child("_bench_stall.py", job, url, folder, serves=False) as process:
            taken.append(json.loads(process.ask()))
    late, queue, collection = ([seen[what] * 1000 for seen in taken] for what in taken[0])
    yield f"  {load()}"
    yield Row(f"longest stall of the loop while {JOBS[job]}, ms", late, _MUST_MS, _AIM_MS, 0)
    yield Row("  with the wait for a processor, ms", queue, decimals=0)
    # It may come at any time, and stops everything.
    yield Row("  a full garbage collection in that process, ms", collection, decimals=0)


def bench_stall() -> Iterator[Row | str]:
    """Measure how late a loop is while the asynchronous client has much to do."""
    with served(BYTES) as (url, folder):
        for job in ("upload", "download", "pages"):
            yield from _rounds(job, url, folder)
    with tempfile.TemporaryDirectory() as name:
        path = Path(name, "batch.bz2")
        prepare(path)
        with child("_bench_feeds.py", "serve", path, serves=True) as server:
            yield from _rounds("feed", f"http://127.0.0.1:{server.line()}", Path(name))


if __name__ == "__main__":
    _client(*sys.argv[1:])
