"""Show what jobs do on a cluster of Dask: the quota they use, their throughput, and their deaths.

    python3 scripts/bulk.py quota [--per-minute N]     four processes, one limit in Redis, 20 ms
    python3 scripts/bulk.py throughput [--number N]    1, 2, 4 workers and bare batches, 20 ms
    python3 scripts/bulk.py killed [--number N] [--no-cache]
                                                       a worker, then the whole job, by SIGKILL

The service is one of this machine, which counts what it is asked. `quota` and `killed` end with
status 1 where less than 99 % of the allowed requests went in three minutes, one was refused, a row
is missing or comes twice, or something was asked twice that was not under way at a kill.
"""

from _environment import ROOT, enter

if __name__ == "__main__":
    enter()

import argparse
import hashlib
import json
import os
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.context import ForkServerProcess
from pathlib import Path
from typing import Any
from urllib.request import ProxyHandler, build_opener

from _bench import child, load

from vt_sdk import RateLimit, VirusTotal
from vt_sdk.bulk import DaskEngine, Job

# The cluster and the Redis server are those of the tests.
sys.path.insert(0, str(ROOT))
from tests.jobs.cluster import PROCESSES, Cluster, dask_cluster
from tests.ratelimit.sharing import redis_server

KEY = {"VT_API_KEY": "k3y" + "0123456789abcdef" * 3}

# Half a second more than the minute of the service: so much may one request be slower than another.
_MARGIN_S = 0.5
# A call that was under way when its process was killed began so shortly before.
_UNDER_WAY_S = 1.0


class Service:
    """The service that is asked, in a process of its own."""

    def __init__(self, port: str) -> None:
        self.base_url = f"http://127.0.0.1:{port}/api/v3"
        self._control = f"http://127.0.0.1:{port}/control"

    def told(self) -> dict[str, Any]:
        """Return what it counts."""
        with build_opener(ProxyHandler({})).open(self._control, timeout=60) as answer:
            told: dict[str, Any] = json.load(answer)
            return told


@contextmanager
def service(latency: float, per_minute: int = 0) -> Iterator[Service]:
    """Run the service."""
    with child("_bulk_server.py", latency, per_minute) as server:
        yield Service(server.line())


def addresses(number: int, begin: int = 0) -> Iterator[str]:
    """Yield addresses, each another one."""
    for n in range(begin, begin + number):
        yield f"{11 + (n >> 16)}.{n >> 8 & 255}.{n & 255}.1"


def memory(process: ForkServerProcess) -> str:
    """Return the most memory that a process had in MB."""
    status = Path(f"/proc/{process.pid}/status").read_text("ascii")
    kilobytes = next(line for line in status.splitlines() if line.startswith("VmHWM"))
    return f"{int(kilobytes.split()[1]) / 1024:.0f}"


# --- the quota -----------------------------------------------------------------------------------


def quota(per_minute: int) -> int:
    """Use the quota of three minutes with four processes."""
    number = 3 * per_minute + per_minute // 10
    with (
        tempfile.TemporaryDirectory() as folder,
        redis_server() as redis,
        service(0.02, per_minute) as asked,
        dask_cluster(4, **KEY) as cluster,
    ):
        limit = RateLimit(per_minute=per_minute, margin_s=_MARGIN_S, store=redis.url)
        job = Job(base_url=asked.base_url, rate_limit=limit)
        wait_for(cluster, 4)
        engine = DaskEngine(cluster.address, batch_size=10)
        summary = job.run(addresses(number), folder, engine=engine)
        told = asked.told()
    share = told["within"] / (3 * per_minute)
    print(f"{summary}; {load()}")
    print(
        f"four processes, {per_minute} a minute allowed: {told['within']:,} requests in three"
        f" minutes, {share:.2%} of the allowed; refused: {told['refused']}; asked twice:"
        f" {len(told['again'])}"
    )
    return int(share < 0.99 or told["refused"] or told["again"] or summary.done != number)


# --- throughput ----------------------------------------------------------------------------------


def throughput(number: int) -> int:
    """Print how many indicators a second are looked up: bare, by a job here, on the cluster."""
    print(f"{number:,} look-ups of 20 ms, 8 at once in each batch; {load()}")
    with tempfile.TemporaryDirectory() as folder, service(0.02) as asked:
        os.environ |= KEY
        bare, local = [], []
        for turn in range(3):
            began = time.monotonic()
            with VirusTotal(base_url=asked.base_url) as vt:
                assert sum(not item.error for item in vt.lookup_many(addresses(number))) == number
            bare.append(time.monotonic() - began)
            job = Job(base_url=asked.base_url)
            local.append(job.run(addresses(number), f"{folder}/local{turn}").seconds)
        fastest, with_job = min(bare), min(local)
        print(f"bare batch {number / fastest:8.0f}/s")
        print(f"local job  {number / with_job:8.0f}/s, {with_job / fastest - 1:+.1%} of time")
        for workers in (1, 2, 4):
            with dask_cluster(workers, **KEY) as cluster:
                wait_for(cluster, workers)
                job, engine = Job(base_url=asked.base_url), DaskEngine(cluster.address)
                job.run(addresses(400, 10_000_000), f"{folder}/warm{workers}", engine=engine)
                seconds = job.run(addresses(number), f"{folder}/{workers}", engine=engine).seconds
                print(f"Dask, {workers}    {number / seconds:8.0f}/s; {load()}")
    return 0


# --- kills ---------------------------------------------------------------------------------------


def indicators(number: int) -> Iterator[str]:
    """Yield mixed indicators: nine of ten are new, one of a hundred is rubbish."""

    def one(n: int) -> str:
        digest = hashlib.sha256(f"{n}".encode()).hexdigest()
        match n % 4:
            case 0:
                return digest
            case 1:
                return f"http://{digest[:10]}.example/{digest[10:20]}"
            case 2:
                return f"{digest[:16]}.example"
        return next(addresses(1, n))

    for n in range(number):
        if n % 100 == 50:
            yield f"rubbish number {n}"
        elif n % 10 == 9:  # once more, and written otherwise
            again = one(n - 7)
            yield again.replace(".", "[.]") if "." in again else again.upper()
        else:
            yield one(n)


def killed(number: int, *, cached: bool) -> int:
    """Kill a worker, then the whole job, then finish it; look at all rows and all questions."""
    with tempfile.TemporaryDirectory() as folder, service(0) as asked:
        source, out = Path(folder, "indicators.csv"), Path(folder, "out")
        with source.open("w", encoding="utf-8") as file:
            file.write("indicator\n")
            file.writelines(f"{text}\n" for text in indicators(number))
        rubbish = sum(n % 100 == 50 for n in range(number))
        distinct = number - sum(n % 10 == 9 for n in range(number))
        cache = str(Path(folder, "cache.sqlite")) if cached else ""
        print(f"{number:,} lines, {distinct:,} distinct, {rubbish:,} of them rubbish; {load()}")
        kills: list[float] = []
        arguments = [str(source), str(out), asked.base_url, cache]

        with dask_cluster(2, **KEY) as cluster:
            driver = drive(cluster, *arguments)
            wait_until(asked, distinct // 4, driver)
            tell(asked, cluster, driver, "a worker is killed")
            kill(cluster.processes[-1])
            kills.append(time.monotonic())
            cluster.add_worker()
            wait_until(asked, distinct // 2, driver)
            tell(asked, cluster, driver, "all is killed")
            kill(driver, *cluster.processes)
            kills.append(time.monotonic())
        with dask_cluster(2, **KEY) as cluster:
            driver = drive(cluster, *arguments)
            wait_until(asked, distinct, driver)
            tell(asked, cluster, driver, "at the end")
            driver.join()
        told = asked.told()
        return int(driver.exitcode != 0) | judge(out, told, distinct, rubbish, kills)


def judge(out: Path, told: dict[str, Any], distinct: int, rubbish: int, kills: list[float]) -> int:
    """Compare the dataset with what the service counted; print it and give the exit status."""
    import pyarrow.dataset as ds

    dataset: Any = ds  # its hints say too little
    table = dataset.dataset(out, format="parquet").to_table(columns=["input", "status"])
    statuses = Counter(table["status"].to_pylist())
    rows, inputs = table.num_rows, len(set(table["input"].to_pylist()))
    under_way = sum(
        any(0 <= kill - first < _UNDER_WAY_S for kill in kills) for first in told["again"]
    )
    print(f"rows: {rows:,}, of distinct inputs: {inputs:,}, by status: {dict(statuses)}")
    print(
        f"asked: {told['requests']:,} times for {told['distinct']:,}; twice: {len(told['again'])},"
        f" of them first within {_UNDER_WAY_S:g} s before a kill: {under_way}"
    )
    found = {"found": distinct - rubbish, "invalid": rubbish}
    is_right = rows == inputs == distinct and statuses == found
    return int(
        not is_right or told["distinct"] != distinct - rubbish or under_way < len(told["again"])
    )


def drive(cluster: Cluster, *arguments: str) -> ForkServerProcess:
    """Run the job in a process of its own."""
    driver = PROCESSES.Process(target=_drive, args=(cluster.address, *arguments))
    driver.start()
    return driver


def _drive(address: str, source: str, out: str, base_url: str, cache: str) -> None:
    os.environ |= KEY
    # The service answers at once: more than two calls under way would only wait for each other.
    job = Job(base_url=base_url, cache=cache or None, max_workers=2)
    print(job.run(source, out, engine=DaskEngine(address)), flush=True)


def kill(*processes: ForkServerProcess) -> None:
    """End processes as a lack of memory ends them."""
    for process in processes:
        process.kill()
    for process in processes:
        process.join(10)


def wait_for(cluster: Cluster, workers: int) -> None:
    """Wait until a cluster has all its workers."""
    import distributed

    made: Any = distributed.Client
    with made(cluster.address, set_as_default=False) as client:
        client.wait_for_workers(workers, timeout=120)


def wait_until(asked: Service, number: int, driver: ForkServerProcess) -> None:
    """Wait until so many indicators were asked for, or the job has ended."""
    while driver.exitcode is None and asked.told()["distinct"] < number:
        time.sleep(0.2)


def tell(asked: Service, cluster: Cluster, driver: ForkServerProcess, what: str) -> None:
    """Print how far it is and the memory of all processes."""
    workers = " ".join(
        memory(process) for process in cluster.processes[1:] if process.exitcode is None
    )
    job = memory(driver) if driver.exitcode is None else "ended"
    print(
        f"{asked.told()['distinct']:,} asked for, {what}; peak MB: scheduler"
        f" {memory(cluster.scheduler)}, workers {workers}, job {job}; {load()}",
        flush=True,
    )


def main() -> int:
    parser = argparse.ArgumentParser(description="Show what jobs do on a cluster of Dask.")
    parser.add_argument("what", choices=("quota", "throughput", "killed"))
    parser.add_argument("--number", type=int, default=0, help="how many indicators")
    parser.add_argument("--per-minute", type=int, default=600, help="what the service allows")
    parser.add_argument("--no-cache", action="store_true", help="without the cache of the job")
    options = parser.parse_args()
    if options.what == "quota":
        return quota(options.per_minute)
    if options.what == "throughput":
        return throughput(options.number or 2_000)
    return killed(options.number or 100_000, cached=not options.no_cache)


if __name__ == "__main__":
    sys.exit(main())
