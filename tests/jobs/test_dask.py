"""Jobs on a cluster of Dask: real processes, a real Redis, and what becomes of those that die."""

import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.jobs.cluster import PROCESSES, Cluster, dask_cluster
from tests.jobs.service import asked, job_of, report
from tests.jobs.test_job import TEXTS, addresses, by_input
from tests.ratelimit.sharing import Running, free_port, redis_server
from tests.support import KEY, Answer, Recorded, Server, error_answer
from vt_sdk import RateLimit
from vt_sdk.bulk import DaskEngine, Job
from vt_sdk.errors import EngineError, InvalidInputError, QuotaExceededError, StoreError


@pytest.fixture(scope="module")
def cluster() -> Iterator[Cluster]:
    with dask_cluster(2) as running:
        yield running


@pytest.fixture(scope="module")
def redis() -> Iterator[Running]:
    with redis_server() as running:
        yield running


@pytest.fixture
def service(server: Server) -> Server:
    server.default = report
    return server


@pytest.mark.slow
def test_an_unreachable_scheduler_is_told_about(service: Server, tmp_path: Path) -> None:
    engine = DaskEngine(f"tcp://127.0.0.1:{free_port()}", connect_s=0.2)
    with pytest.raises(EngineError, match="no scheduler at 'tcp://127"):
        job_of(service).run(addresses(3), tmp_path, engine=engine)
    for address in ("nowhere", "host:port", "tcp://", "other://host:1", "127.0.0.1:99999"):
        with pytest.raises(EngineError, match=f"no scheduler at '{address}'"):
            job_of(service).run(addresses(3), tmp_path, engine=DaskEngine(address, connect_s=0.2))
    assert not service.requests
    assert job_of(service).run(addresses(3), tmp_path).done == 3


def test_what_cannot_be_spread_over_processes_is_refused(service: Server, tmp_path: Path) -> None:
    job = job_of(service, rate_limit=RateLimit(per_minute=4))
    with pytest.raises(InvalidInputError, match="a quota of its own"):
        job.run(addresses(3), tmp_path, engine=DaskEngine("tcp://127.0.0.1:1"))
    job = job_of(service, api_key=lambda: KEY)
    with pytest.raises(InvalidInputError, match="cannot be sent"):  # it holds the key
        job.run(addresses(3), tmp_path, engine=DaskEngine("tcp://127.0.0.1:1"))
    with pytest.raises(InvalidInputError, match="batch_size"):
        DaskEngine("tcp://127.0.0.1:1", batch_size=0)


def test_an_unreachable_redis_is_told_about(service: Server, tmp_path: Path) -> None:
    store = f"redis://127.0.0.1:{free_port()}"
    job = job_of(service, rate_limit=RateLimit(per_minute=4, store=store))
    with pytest.raises(StoreError, match="rate limit store"):
        job.run(addresses(3), tmp_path / "out", engine=DaskEngine("tcp://127.0.0.1:1"))
    assert not [*tmp_path.iterdir()]


@pytest.mark.slow
def test_a_cache_that_no_worker_can_reach(
    service: Server, cluster: Cluster, tmp_path: Path
) -> None:
    job = job_of(service, cache=f"redis://:s3cret@127.0.0.1:{free_port()}")
    with pytest.raises(StoreError, match="cache: ") as caught:
        job.run(addresses(3), tmp_path, engine=DaskEngine(cluster.address))
    assert "s3cret" not in str(caught.value) + cluster.log()
    assert not service.requests


@pytest.mark.slow
def test_a_job_on_two_processes_under_one_limit(
    service: Server, cluster: Cluster, redis: Running, tmp_path: Path
) -> None:
    from distributed import Client

    limit = RateLimit(per_minute=1_000, store=redis.url, name=str(tmp_path))
    job = job_of(service, rate_limit=limit, cache=redis.url)
    engine = DaskEngine(cluster.address, batch_size=25)
    texts = [*TEXTS, *addresses(100)]
    summary = job.run(texts, tmp_path / "out", engine=engine)
    assert (summary.done, summary.skipped) == (108, 1)
    assert summary.counts["found"] == 104
    assert by_input(tmp_path / "out").keys() == {*texts} - {TEXTS[-1]}
    assert max(asked(service).values()) == 1
    assert limit.windows()[0].used == 106
    # One cache, too: another job finds here what was asked there, but for what is unknown.
    before = len(service.requests)
    assert job_of(service, cache=redis.url, columns=["tags"]).run(texts, tmp_path / "b").done == 108
    assert len(service.requests) - before == 1
    limit.close()
    made: Any = Client  # its hints say too little
    with made(cluster.address, set_as_default=False) as client:
        more = job_of(service).run(addresses(120), tmp_path / "out", engine=DaskEngine(client))
        assert (more.done, more.skipped) == (20, 100)
        assert client.status == "running"


@pytest.mark.slow
def test_a_spent_quota_stops_all_batches(service: Server, cluster: Cluster, tmp_path: Path) -> None:
    service.play(*[report] * 30)
    service.default = error_answer(429, "QuotaExceededError", Retry_After="7200")
    engine = DaskEngine(cluster.address, batch_size=20)
    summary = job_of(service).run(addresses(300), tmp_path, engine=engine)
    assert isinstance(summary.stopped, QuotaExceededError)
    assert summary.done == len(by_input(tmp_path)) == 30
    service.default = report
    assert job_of(service).run(addresses(300), tmp_path, engine=engine).done == 270
    assert len(by_input(tmp_path)) == 300


def slowly(recorded: Recorded) -> Answer:
    time.sleep(0.005)
    return report(recorded)


def run(job: Job, out: Path, engine: DaskEngine) -> None:
    job.run(addresses(300), out, engine=engine)


@pytest.mark.slow
def test_a_job_that_is_killed_and_its_cluster_is_not(
    service: Server, cluster: Cluster, tmp_path: Path
) -> None:
    service.default = slowly
    job = job_of(service, max_workers=4)
    engine = DaskEngine(cluster.address, batch_size=20)
    process = PROCESSES.Process(target=run, args=(job, tmp_path, engine))
    process.start()
    while len(service.requests) < 100 and process.is_alive():
        time.sleep(0.005)
    process.kill()
    process.join(10)
    assert 0 < job.run(addresses(300), tmp_path, engine=engine).done < 300
    assert by_input(tmp_path).keys() == set(addresses(300))
    # Two batches for each of the two threads were with the cluster.
    assert len(service.requests) - 300 <= 2 * 2 * 20


@pytest.mark.slow
def test_the_batches_of_a_killed_worker_are_done_again(
    service: Server, cluster: Cluster, tmp_path: Path
) -> None:
    service.default = slowly

    def kill() -> None:
        while len(service.requests) < 150:
            time.sleep(0.005)
        cluster.processes[-1].kill()

    killer = threading.Thread(target=kill)
    killer.start()
    # The cache has what the killed one was answered and had not handed over, but for what it was
    # asking at that moment.
    job = job_of(service, cache=tmp_path / "cache.sqlite", max_workers=4)
    engine = DaskEngine(cluster.address, batch_size=50)
    summary = job.run(addresses(600), tmp_path / "out", engine=engine)
    killer.join()
    assert (summary.done, summary.counts["found"]) == (600, 600)
    assert by_input(tmp_path / "out").keys() == set(addresses(600))
    assert len(service.requests) - 600 <= 4


# The last one, since it ends the cluster.
@pytest.mark.slow
def test_a_scheduler_that_dies_ends_the_run(
    service: Server, cluster: Cluster, tmp_path: Path
) -> None:
    def kill() -> None:
        while len(service.requests) < 50:
            time.sleep(0.005)
        cluster.scheduler.kill()

    killer = threading.Thread(target=kill)
    killer.start()
    engine = DaskEngine(cluster.address, batch_size=50)
    with pytest.raises(EngineError):
        job_of(service).run(addresses(600), tmp_path, engine=engine)
    killer.join()
    done = len(by_input(tmp_path))
    assert job_of(service).run(addresses(600), tmp_path).done == 600 - done
