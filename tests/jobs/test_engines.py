"""The recipes of `Job.map_batch` for other engines, each on a real local cluster.

Run by `scripts/test.py --lane engines`; Spark needs a Java as well.
"""

import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from tests.jobs.service import asked, job_of, report
from tests.jobs.test_job import addresses
from tests.ratelimit.sharing import redis_server
from tests.support import KEY, ROOT, Server
from vt_sdk import RateLimit, tables
from vt_sdk.bulk import Job

# How long Ray waits for its own processes, for machines that do much else.
RAY_LIMITS = {
    "gcs_server_request_timeout_seconds": "300",
    "raylet_start_wait_time_s": "300",
    "worker_register_timeout_seconds": "300",
    "agent_register_timeout_ms": "300000",
}
TEXTS = [*addresses(60), "unknown.example", "no indicator"]


@pytest.fixture
def job(server: Server, monkeypatch: pytest.MonkeyPatch) -> Iterator[Job]:
    """Return a job of which all processes share a limit, and each finds the key itself."""
    server.default = report
    monkeypatch.setenv("VT_API_KEY", KEY)
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    monkeypatch.setenv("PYSPARK_PYTHON", sys.executable)
    for name, value in RAY_LIMITS.items():
        monkeypatch.setenv(f"RAY_{name}", value)
    with redis_server() as redis, RateLimit(per_minute=1_000, store=redis.url) as limit:
        yield job_of(server, api_key=None, rate_limit=limit, columns=["reputation", "tags"])


def check(rows: list[dict[str, Any]], job: Job, server: Server) -> None:
    assert {row["input"] for row in rows} == set(TEXTS)
    assert len(rows) == len(TEXTS)
    statuses = [row["status"] for row in rows]
    assert [statuses.count(each) for each in ("found", "not_found", "invalid")] == [60, 1, 1]
    first = next(row for row in rows if row["input"] == "10.0.0.0")
    assert (first["reputation"], [*first["tags"]]) == (-8, ["a", "b"])
    assert max(asked(server).values()) == 1
    assert job.rate_limit is not None
    assert job.rate_limit.windows()[0].used == 61


def test_ray(job: Job, server: Server, tmp_path: Path) -> None:
    import pyarrow.parquet as pq

    ray: Any = import_module("ray")  # which no other environment has
    import_module("ray.data")
    (tmp_path / "in.csv").write_text("ioc\n" + "\n".join(TEXTS))
    ray.init(num_cpus=2, include_dashboard=False)
    try:
        ray.data.read_csv(str(tmp_path / "in.csv")).map_batches(
            lambda batch: job.map_batch(batch["ioc"].to_pylist()),
            batch_format="pyarrow",
            batch_size=20,
        ).write_parquet(str(tmp_path / "out"))
    finally:
        ray.shutdown()
    check(pq.read_table(tmp_path / "out").to_pylist(), job, server)


def test_spark(job: Job, server: Server, tmp_path: Path) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    sql: Any = import_module("pyspark.sql")
    types: Any = import_module("pyspark.sql.pandas.types")

    def look_up(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        for batch in batches:
            texts: Any = batch["ioc"].to_pylist()
            yield from job.map_batch(texts).to_batches()

    (tmp_path / "in.csv").write_text("ioc\n" + "\n".join(TEXTS))
    spark = (
        sql.SparkSession.builder.master("local[2]")
        .config("spark.ui.enabled", "false")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.sql.execution.arrow.maxRecordsPerBatch", "20")
        .getOrCreate()
    )
    try:
        frame = spark.read.csv(str(tmp_path / "in.csv"), header=True)
        schema = types.from_arrow_schema(tables.schema(job.schema))
        frame.mapInArrow(look_up, schema).write.parquet(str(tmp_path / "out"))
    finally:
        spark.stop()
    check(pq.read_table(tmp_path / "out").to_pylist(), job, server)
