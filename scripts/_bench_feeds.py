"""A feed: one batch of 20,000 objects, read by the SDK, by vt-py and with bare libraries.

    python scripts/_bench_feeds.py serve BATCH
    python scripts/_bench_feeds.py CLIENT URL

Every client runs in a process of its own, downloads the batch from a server on loopback, redirect
included, and adds up a verdict of each object. As a script this is that server, or one client.
All have all processors: two thirds of the work is unpacking, which only the SDK does on several.
"""

import asyncio
import bz2
import hashlib
import importlib
import json
import os
import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack
from itertools import islice
from pathlib import Path
from statistics import median
from typing import Any

from _bench import ROUNDS, Row, child, report, sample
from _bench_clients import KEY, VtPy, VtPyAsync, VtSdk, peak_rss
from _environment import ensure_peers

OBJECTS = 20_000
# Fewer than there are, since all would take this program half an hour to unpack again and again.
ENGINES = 24
MINUTE = "202601021530"

OWN = "vt_sdk"
OWN_ASYNC = "vt_sdk async"
VT_PY = ("vt-py", "vt-py async")
BARE = "bz2 + json.loads"


# --- the batch -----------------------------------------------------------------------------------


def _document() -> dict[str, Any]:
    """Return a file as a feed has it."""
    document: dict[str, Any] = json.loads(report(15_000))["data"]
    results = document["attributes"]["last_analysis_results"]
    document["attributes"]["last_analysis_results"] = dict(islice(results.items(), ENGINES))
    feed_line = sample("file/feed_line.json")
    document["context_attributes"] = feed_line.get("data", feed_line)["context_attributes"]
    return document


def _part(numbers: range) -> bytes:
    """Make objects that differ as those of a feed do."""
    document, lines = _document(), []
    attributes = document["attributes"]
    for number in numbers:
        chance = random.Random(number)
        sha256 = hashlib.sha256(b"%d" % number).hexdigest()
        document["id"] = attributes["sha256"] = sha256
        attributes["sha1"], attributes["md5"] = sha256[:40], sha256[32:]
        attributes["names"] = [f"{sha256[:8]}.exe", f"sample {number}"]
        attributes["size"] = chance.randrange(1_000_000)
        attributes["last_analysis_date"] = 1_767_000_000 + number
        attributes["last_analysis_stats"]["malicious"] = number % 60
        for result in attributes["last_analysis_results"].values():
            family = chance.choice(("Win32.Agent", "Generic", "Heuristic", "Trojan.Kryptik"))
            found = f"{family}.{chance.randrange(1 << 24):06x}"
            result["result"] = found if chance.random() < 0.4 else None
            result["engine_update"] = f"202601{chance.randrange(1, 29):02}"
        lines.append(json.dumps(document).encode())
    return b"".join(line + b"\n" for line in lines)


def prepare(path: Path) -> tuple[int, int]:
    """Write the batch as one stream; give its sizes, packed and not."""
    step = OBJECTS // 40
    packer, size = bz2.BZ2Compressor(), 0
    with path.open("wb") as stream, ProcessPoolExecutor() as pool:
        for part in pool.map(_part, [range(n, n + step) for n in range(0, OBJECTS, step)]):
            size += len(part)
            stream.write(packer.compress(part))
        stream.write(packer.flush())
    return path.stat().st_size, size


def _serve(path: str) -> None:
    from _bench_server import Connection, answer, run

    content = Path(path).read_bytes()
    head = answer(b"").replace(b"Content-Length: 0", b"Content-Length: %d" % len(content))

    class Measured(Connection):
        def serve(self, method: str, target: str, body: bytes) -> None:
            if target.endswith(MINUTE):
                port = self.transport.get_extra_info("sockname")[1]
                to = f"Location: http://127.0.0.1:{port}/signed?token=1"
                self.send(answer(b"", "302 Found", to))
            elif target.startswith("/signed"):
                self.send(head)
                self.stream(memoryview(content))
            else:
                error = {"error": {"code": "NotFoundError", "message": "No."}}
                self.send(answer(json.dumps(error).encode(), "404 Not Found"))

    run(Measured)


# --- the clients ---------------------------------------------------------------------------------


def _own(url: str) -> Iterator[int]:
    with VtSdk(url).vt.feeds.iter_files(cursor=MINUTE) as feed:
        for item in islice(feed, OBJECTS):
            yield item.stats.malicious


def _own_async(url: str) -> Iterator[int]:
    vt_sdk = importlib.import_module("vt_sdk")

    async def work() -> int:
        total = count = 0
        vt = vt_sdk.AsyncVirusTotal(KEY, base_url=f"{url}/api/v3")
        async with vt.feeds.iter_files(cursor=MINUTE) as feed:
            async for item in feed:
                total += item.stats.malicious
                count += 1
                if count == 1:
                    _FIRST.append(peak_rss())
                if count == OBJECTS:
                    break
        return total

    yield asyncio.run(work())


def _vt_py(url: str) -> Iterator[int]:
    vt = importlib.import_module("vt")
    for item in islice(VtPy(url).client.feed(vt.FeedType.FILES, cursor=MINUTE), OBJECTS):
        yield item.last_analysis_stats["malicious"]


def _vt_py_async(url: str) -> Iterator[int]:
    vt, client = importlib.import_module("vt"), VtPyAsync(url)

    async def work() -> tuple[int, float]:
        total = count = 0
        first = 0.0
        async for item in client.client.feed(vt.FeedType.FILES, cursor=MINUTE):
            total += item.last_analysis_stats["malicious"]
            count += 1
            if count == 1:
                first = peak_rss()
            if count == OBJECTS:
                break
        return total, first

    loop = client.loop
    asyncio.set_event_loop(loop)
    total, first = loop.run_until_complete(work())
    _FIRST.append(first)
    yield total


def _content(url: str) -> bytes:
    session = importlib.import_module("requests").Session()
    found: bytes = session.get(
        f"{url}/api/v3/feeds/files/{MINUTE}", headers={"x-apikey": KEY}, timeout=60
    ).content
    return found


def _verdicts(lines: Iterable[bytes]) -> Iterator[int]:
    for line in lines:
        yield json.loads(line)["attributes"]["last_analysis_stats"]["malicious"]


def _bare(url: str) -> Iterator[int]:
    return _verdicts(bz2.decompress(_content(url)).splitlines())


CLIENTS: dict[str, Callable[[str], Iterator[int]]] = {
    OWN: _own,
    OWN_ASYNC: _own_async,
    "vt-py": _vt_py,
    "vt-py async": _vt_py_async,
    BARE: _bare,
}

# The memory after the first object, where the client cannot be asked between two of them.
_FIRST: list[float] = []


def _client(name: str, url: str) -> None:
    for _ in sys.stdin:
        wall, cpu, total, first = time.perf_counter(), time.process_time(), 0, 0.0
        for verdict in CLIENTS[name](url):
            first = first or peak_rss()
            total += verdict
        taken = {
            "result": total,
            "wall": time.perf_counter() - wall,
            "cpu": time.process_time() - cpu,
            "first": _FIRST.pop() if _FIRST else first,
            "rss": peak_rss(),
        }
        print(json.dumps(taken), flush=True)
    os._exit(0)


# --- the measurement -----------------------------------------------------------------------------


def _rounds(url: str) -> dict[str, list[dict[str, float]]]:
    """Let each client read the batch in turn, each time in a process that read none before."""
    taken: dict[str, list[dict[str, float]]] = {name: [] for name in CLIENTS}
    peers = ensure_peers()
    for _ in range(ROUNDS):
        results = {}
        for name in CLIENTS:
            with ExitStack() as stack:
                python = peers if name in VT_PY else sys.executable
                process = stack.enter_context(child("_bench_feeds.py", name, url, python=python))
                seen = json.loads(process.ask())
            results[name] = seen.pop("result")
            taken[name].append(seen)
        if len(set(results.values())) > 1:
            raise RuntimeError(f"the clients do not agree: {results}")
    return taken


def bench_feeds() -> Iterator[Row | str]:
    """Measure a batch of a feed: wall time, CPU time and memory."""
    with tempfile.TemporaryDirectory() as name:
        path = Path(name, "batch.bz2")
        packed, size = prepare(path)
        with child("_bench_feeds.py", "serve", path) as server:
            taken = _rounds(f"http://127.0.0.1:{server.line()}")
    what = f"a batch of {OBJECTS:,} objects"
    yield f"  {what}, {size / 1e6:.0f} MB, packed {packed / 1e6:.0f} MB"
    yield f"  {'':26} {'wall s':>8} {'CPU s':>8} {'RSS MB, first object':>21} {'peak':>6}"
    for client, rounds in taken.items():
        wall, cpu, first, rss = (
            median(seen[measure] for seen in rounds) for measure in ("wall", "cpu", "first", "rss")
        )
        yield f"  {client:26} {wall:8.2f} {cpu:8.2f} {first:21.0f} {rss:6.0f}"

    def over(other: str, own: str = OWN, measure: str = "wall") -> list[float]:
        pairs = zip(taken[own], taken[other], strict=True)
        return [ours[measure] / theirs[measure] for ours, theirs in pairs]

    vt_py = min(VT_PY, key=lambda n: median(seen["wall"] for seen in taken[n]))
    # Four fifths of the bare libraries' time is unpacking, which the processors share.
    must = {1: 1.05, 2: 0.75, 3: 0.55}.get(os.cpu_count() or 1, 0.34)
    yield Row(f"{what} / {BARE}", over(BARE), must, 0.25)
    yield Row(f"{what} / {vt_py}'s", over(vt_py), 0.3, 0.2)
    yield Row(f"{what}, on a loop / {BARE}", over(BARE, OWN_ASYNC), 1.0)
    yield Row(f"{what}, on a loop, CPU / {BARE}", over(BARE, OWN_ASYNC, "cpu"), None)
    above = [seen["rss"] - seen["first"] for seen in taken[OWN]]
    yield Row(f"{what}: peak memory above that after the first, MB", above, 15, decimals=0)


if __name__ == "__main__":
    if sys.argv[1] == "serve":
        _serve(sys.argv[2])
    else:
        _client(*sys.argv[1:])
