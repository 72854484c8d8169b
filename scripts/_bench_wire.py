"""The wire: the SDK beside other clients and bare HTTP libraries, against a server on loopback.

Every client runs in a process of its own and does the same jobs. Answers are compressed, for who
takes that. The best peer is the fastest of the other VirusTotal clients in the same run; libraries
without a client around them, and a bare socket, are shown beside.
"""

import hashlib
import json
import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from statistics import median
from typing import Any
from urllib.request import ProxyHandler, build_opener

from _bench import ROUNDS, Row, child, load
from _bench_clients import PARALLEL
from _environment import ensure_peers

OWN = "vt_sdk"
OWN_ASYNC = "vt_sdk async"
VT_PY = ("vt-py", "vt-py async")
PEERS = (*VT_PY, "vtapi3", "virustotal-python")
BESIDE = ("requests", "urllib3", "aiohttp", "raw socket")
CHECKED = "requests + SHA-256"

JOBS = ("reports", "parallel", "comments", "hits")
SIZES = (1_000_000, 33_000_000, 300_000_000)
# Whatever else runs on the machine can only slow things down: a round takes the quickest try.
TRIES = {"reports": 3, "parallel": 3, "comments": 3}
LATENCY = 0.02

# What each client took, by measure, for each round.
Taken = dict[str, list[dict[str, float]]]


def _control(url: str, query: str = "") -> dict[str, Any]:
    opener = build_opener(ProxyHandler({}))
    with opener.open(f"{url}/control{query}", timeout=10) as answer:
        counts: dict[str, Any] = json.load(answer)
    return counts


def measure(job: str, url: str, folder: Path, names: Sequence[str]) -> Taken:
    """Let each client do a job, in turn, for all rounds and one before them."""
    taken: Taken = {name: [] for name in names}
    latency = LATENCY if job == "parallel" else 0
    peers = ensure_peers()
    with ExitStack() as stack:
        children = {
            name: stack.enter_context(
                child(
                    "_bench_clients.py",
                    name,
                    job,
                    url,
                    folder,
                    python=sys.executable if name in (OWN, OWN_ASYNC) else peers,
                    serves=False,
                )
            )
            for name in names
        }
        for number in range(ROUNDS + 1):
            results = {}
            for name in names:
                tries = []
                for _ in range(TRIES.get(job, 1)):
                    _control(url, f"?latency={latency}")
                    tries.append(json.loads(children[name].ask()))
                    tries[-1]["connections"] = _control(url)["connections"]
                seen = {measure: min(tried[measure] for tried in tries) for measure in tries[0]}
                results[name] = seen.pop("result")
                if number:  # in the first round modules are loaded and connections made
                    taken[name].append(seen)
            results.pop("raw socket", None)
            if len(set(results.values())) > 1:
                raise RuntimeError(f"the clients do not agree in {job}: {results}")
    return taken


def _best(taken: Taken, measure: str, names: tuple[str, ...] = PEERS) -> str:
    return min(names, key=lambda name: median(seen[measure] for seen in taken[name]))


def figures(taken: Taken, name: str, measure: str) -> list[float]:
    """Return what a client took in each round."""
    return [seen[measure] for seen in taken[name]]


def over(taken: Taken, measure: str, other: str, own: str = OWN) -> list[float]:
    """Return what a client of ours took in each round over what another one took."""
    pairs = zip(taken[own], taken[other], strict=True)
    return [ours[measure] / theirs[measure] for ours, theirs in pairs]


def _against_best(what: str, taken: Taken, must: float, aim: float, measure: str = "wall") -> Row:
    other = _best(taken, measure)
    return Row(f"{what} / {other}'s", over(taken, measure, other), must, aim)


def table(job: str, taken: Taken) -> Iterator[str]:
    """Return the absolute figures of all clients, medians."""
    yield f"  {job:18} {'wall ms':>9} {'CPU ms':>9} {'RSS MB':>7} {'conn.':>5}  {load()}"
    for name in taken:
        wall, cpu, rss, connections = (
            median(figures(taken, name, m)) for m in ("wall", "cpu", "rss", "connections")
        )
        yield (f"  {name:18} {wall * 1000:9.1f} {cpu * 1000:9.1f} {rss:7.0f} {connections:5.0f}")


def _rows(job: str, taken: Taken) -> Iterator[Row]:
    vt_py = _best(taken, "wall", VT_PY)
    if job == "reports":
        yield _against_best("120 reports of 90 KB, one after another", taken, 0.80, 0.65)
    elif job == "parallel":
        yield _against_best(f"{PARALLEL} reports, 32 at once, latency 20 ms", taken, 0.85, 0.70)
        connections = figures(taken, OWN, "connections")
        yield Row(f"{PARALLEL} reports, 32 at once: connections", connections, 32, decimals=0)
    elif job == "comments":
        yield _against_best("iterate 4,000 comments, 40 a page", taken, 0.75, 0.55)
        yield Row(f"iterate 4,000 comments / {vt_py}'s", over(taken, "wall", vt_py), 0.30)
    else:
        yield _against_best("iterate 3,000 mixed hits, 300 a page", taken, 0.90, 0.75)
        yield Row(f"iterate 3,000 mixed hits / {vt_py}'s", over(taken, "wall", vt_py), 0.15)


def _moving(job: str, size: int, taken: Taken) -> Iterator[Row]:
    what = f"{job} of {size // 1_000_000} MB"
    if job == "upload":
        yield _against_best(what, taken, 1.05, 0.9)
        yield _against_best(f"{what}, CPU", taken, 1.0, 0.9, "cpu")
    else:  # which is checked against its SHA-256; the peers check nothing
        for measured in ("wall", "cpu"):
            yield Row(f"{what} / {CHECKED}, {measured}", over(taken, measured, CHECKED), 1.05, 0.95)
    yield Row(f"{what}: peak memory, MB", [max(figures(taken, OWN, "rss"))], 45, 40, decimals=0)


@contextmanager
def served(size: int) -> Iterator[tuple[str, Path]]:
    """Serve what is measured; yield the address, and a folder that holds a file of some bytes."""
    memory = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
    block, digest = os.urandom(1_000_000), hashlib.sha256()
    with tempfile.TemporaryDirectory(dir=memory) as name:
        folder = Path(name)
        with (folder / "content").open("wb") as stream:
            for _ in range(size // len(block)):
                stream.write(block)
                digest.update(block)
        (folder / "sha256").write_text(digest.hexdigest())
        with child("_bench_server.py", folder / "content", serves=True) as server:
            yield f"http://127.0.0.1:{server.line()}", folder


def bench_wire(jobs: tuple[str, ...] = JOBS, sizes: tuple[int, ...] = SIZES) -> Iterator[Row | str]:
    """Measure jobs over the wire: wall time, CPU time, peak memory and connections."""
    names = (OWN, *PEERS, *BESIDE)
    with served(sizes[0]) as (url, folder):
        for job in jobs:
            # Of several connections at once a bare socket would need threads of its own.
            taken = measure(job, url, folder, names[:-1] if job == "parallel" else names)
            yield from table(job, taken)
            yield from _rows(job, taken)
    for size in sizes:
        with served(size) as (url, folder):
            for job in ("upload", "download"):
                taken = measure(job, url, folder, names + ((CHECKED,) if job == "download" else ()))
                yield from table(f"{job} {size // 1_000_000} MB", taken)
                yield from _moving(job, size, taken)
