"""The wire from an event loop: the asynchronous client beside vt-py's, bare aiohttp and threads.

The jobs and the server are those of `_bench_wire`. Bare aiohttp decodes with `json.loads`, checks
nothing and hashes nothing: it is the floor of what any client over it can take.
"""

from collections.abc import Iterator

from _bench import Row
from _bench_clients import AT_ONCE, MANY, PARALLEL
from _bench_wire import OWN, OWN_ASYNC, SIZES, Taken, figures, measure, over, served, table

VT_PY = "vt-py async"
BARE = "aiohttp"
CHECKED = "aiohttp + SHA-256"
CLIENTS = (OWN_ASYNC, VT_PY, BARE, OWN)

JOBS = ("reports", "parallel", "many", "comments")

_PEAK_MB = 48


def _over(
    other: str, what: str, taken: Taken, must: float | None = None, aim: float | None = None
) -> Iterator[Row]:
    for measured in ("wall", "cpu"):
        ratios = over(taken, measured, other, OWN_ASYNC)
        yield Row(f"async: {what} / {other}, {measured}", ratios, must, aim)


def _against(what: str, taken: Taken, must: float, aim: float | None = None) -> Iterator[Row]:
    yield from _over(VT_PY, what, taken, must, aim)
    yield from _over(BARE, what, taken)


def _rows(job: str, taken: Taken) -> Iterator[Row]:
    if job == "reports":
        yield from _against("120 reports of 90 KB, one after another", taken, 0.80)
    elif job == "parallel":
        what = f"{PARALLEL} reports, {AT_ONCE} at once, latency 20 ms"
        yield from _against(what, taken, 0.75, 0.6)
        connections = figures(taken, OWN_ASYNC, "connections")
        yield Row(f"async: {what}: connections", connections, AT_ONCE, decimals=0)
    elif job == "many":
        yield from _against(f"{MANY:,} look-ups at once", taken, 0.75)
        connections = figures(taken, OWN_ASYNC, "connections")
        yield Row(f"async: {MANY:,} look-ups at once: connections", connections, 64, decimals=0)
    else:
        yield from _against("iterate 4,000 comments, 40 a page", taken, 0.40)


def _moving(job: str, size: int, taken: Taken) -> Iterator[Row]:
    what = f"{job} of {size // 1_000_000} MB"
    if job == "upload":
        yield from _against(what, taken, 1.1)
    else:  # which is checked against its SHA-256; vt-py and bare aiohttp check nothing
        yield from _over(CHECKED, what, taken, 1.05)
        yield from _over(VT_PY, what, taken)
    yield Row(f"async: {what}: peak memory, MB", [max(figures(taken, OWN_ASYNC, "rss"))], _PEAK_MB)


def bench_async(
    jobs: tuple[str, ...] = JOBS, sizes: tuple[int, ...] = SIZES
) -> Iterator[Row | str]:
    """Measure jobs over the wire from an event loop: wall and CPU time, memory, connections."""
    with served(sizes[0]) as (url, folder):
        for job in jobs:
            names = [name for name in CLIENTS if (job, name) != ("many", OWN)]
            taken = measure(job, url, folder, names)
            yield from table(job, taken)
            yield from _rows(job, taken)
    for size in sizes:
        with served(size) as (url, folder):
            for job in ("upload", "download"):
                names = [*CLIENTS, *([CHECKED] if job == "download" else [])]
                taken = measure(job, url, folder, names)
                yield from table(f"{job} {size // 1_000_000} MB", taken)
                yield from _moving(job, size, taken)
