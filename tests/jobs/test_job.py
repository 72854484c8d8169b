"""Jobs as their users run them: local engines, datasets, and what is gone on with."""

import asyncio
import contextlib
import json
import pickle
import resource
import signal
import time
from collections.abc import Callable, Iterator
from multiprocessing.context import ForkServerProcess
from pathlib import Path
from typing import Any, Literal

import pytest

from tests.jobs.cluster import PROCESSES
from tests.jobs.service import asked, job_of, key, report, sha256
from tests.ratelimit.sharing import free_port, redis_server
from tests.support import KEY, Answer, Recorded, Server, error_answer
from tests.test_caching import held
from vt_sdk import RateLimit, RetryPolicy, caching
from vt_sdk.bulk import Job, JobProgress
from vt_sdk.caching import cached_session
from vt_sdk.errors import (
    APIConnectionError,
    FileReadError,
    InvalidInputError,
    MissingAPIKeyError,
    QuotaExceededError,
    RateLimitError,
    StoreError,
    WrongCredentialsError,
)
from vt_sdk.verdicts import Policy

Local = Literal["local", "asyncio"]
ENGINES: list[Local] = ["local", "asyncio"]

TEXTS = [
    "evil.example",
    "hxxp://e[.]example/a",
    "8.8.8.8",
    sha256("file").upper(),
    "unknown.example",
    "new.example",
    "neither this nor that",
    "invoice.zip",
    "EVIL[.]example",
]


def rows(out: Path) -> list[dict[str, Any]]:
    """Return the rows of a dataset, as those read it who know nothing of jobs."""
    import pyarrow.dataset as ds

    found: list[dict[str, Any]] = ds.dataset(out, format="parquet").to_table().to_pylist()
    return found


def by_input(out: Path) -> dict[str, dict[str, Any]]:
    found = rows(out)
    assert len({row["input"] for row in found}) == len(found)
    return {row["input"]: row for row in found}


def addresses(number: int) -> list[str]:
    return [f"10.0.{n // 250}.{n % 250}" for n in range(number)]


@pytest.fixture
def service(server: Server) -> Server:
    server.default = report
    return server


# --- rows ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("engine", ENGINES)
def test_one_row_for_each_distinct_indicator(
    service: Server, engine: Local, tmp_path: Path
) -> None:
    columns = ["id", "reputation", "tags", "last_analysis_stats.malicious"]
    job = job_of(service, columns=columns, policy=Policy.default())
    summary = job.run(iter(TEXTS), tmp_path / "out", engine=engine)
    counts = {"found": 4, "not_found": 1, "not_analysed": 1, "invalid": 2, "failed": 0}
    assert summary.counts == counts
    assert (summary.done, summary.skipped, summary.is_complete) == (8, 1, True)
    found = by_input(tmp_path / "out")
    assert set(found) == set(TEXTS[:-1])
    first = found["evil.example"]
    assert list(first) == [column.name for column in job.schema]
    assert (first["kind"], first["id"], first["status"]) == ("domain", "evil.example", "found")
    assert (first["reputation"], first["tags"], first["verdict"]) == (-12, ["a", "b"], "malicious")
    assert first["error"] is None
    assert abs(first["fetched_at"].timestamp() - time.time()) < 60
    assert found[TEXTS[3]]["id"] == sha256("file")
    assert found["hxxp://e[.]example/a"]["kind"] == "url"
    unknown = found["unknown.example"]
    assert (unknown["status"], unknown["kind"]) == ("not_found", "domain")
    assert (unknown["id"], unknown["verdict"]) == ("unknown.example", None)
    assert "NotFoundError" in unknown["error"]
    assert (found["new.example"]["status"], found["new.example"]["verdict"]) == (
        "not_analysed",
        "unknown",
    )
    assert "AmbiguousIndicatorError" in found["invoice.zip"]["error"]
    assert max(asked(service).values()) == 1


def test_what_all_are_and_what_is_assumed(service: Server, tmp_path: Path) -> None:
    texts = ["invoice.zip", "8.8.8.8"]
    job_of(service, kind="domain").run(texts, tmp_path / "a")
    found = by_input(tmp_path / "a")
    assert found["invoice.zip"]["status"] == "found"
    assert found["8.8.8.8"]["error"] == "InvalidInputError: of the kind ip_address, not domain"
    summary = job_of(service, assume="domain").run(texts, tmp_path / "b")
    assert summary.counts["found"] == 2


@pytest.mark.parametrize("engine", ENGINES)
def test_relationships_come_with_the_report(service: Server, engine: Local, tmp_path: Path) -> None:
    job = job_of(service, relationships=["comments", "subdomains"], columns=[])
    assert job.run(["8.8.8.8", "evil.example"], tmp_path, engine=engine).done == 2
    found = by_input(tmp_path)
    assert found["evil.example"]["relationships.comments"] == ["comments 0", "comments 1"]
    assert found["evil.example"]["relationships.subdomains"] == ["subdomains 0", "subdomains 1"]
    # An address has none of these, and is not asked for them.
    assert found["8.8.8.8"]["relationships.subdomains"] is None
    assert len(service.requests) == 2


def test_json_lines_need_no_extra(service: Server, tmp_path: Path) -> None:
    job = job_of(service)
    for _ in range(2):
        job.run(TEXTS, tmp_path, file_format="jsonl")
    (part,) = tmp_path.glob("part-*")
    found = [json.loads(line) for line in part.read_text().splitlines()]
    assert len(found) == 8
    assert found[0].keys() == {column.name for column in job.schema}
    dates = {row["last_analysis_date"] for row in found} - {None}
    assert dates
    assert all(date.startswith("2023-11-14T") for date in dates)


def test_a_batch_is_a_table_whatever_becomes_of_it(service: Server) -> None:
    job = job_of(service, columns=["reputation"])
    table = job.map_batch([*TEXTS, TEXTS[0]])
    assert table.num_rows == 8
    assert table.column_names == [column.name for column in job.schema]
    empty = job.map_batch([])
    assert (empty.num_rows, empty.schema) == (0, table.schema)
    service.default = error_answer(429, "QuotaExceededError")
    spent = job.map_batch(addresses(40)).to_pylist()
    assert {row["status"] for row in spent} == {"failed"}
    assert {row["input"] for row in spent} == set(addresses(40))
    assert "QuotaExceededError" in spent[0]["error"]


def test_one_client_for_all_batches_of_a_process(service: Server) -> None:
    job = job_of(service, max_workers=1)
    for copy in (job, job, pickle.loads(pickle.dumps(job))):
        assert copy.map_batch(["8.8.8.8"]).num_rows == 1
    assert service.connections == 1


def test_the_address_of_where_it_was_made_goes_along(
    service: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A machine without the variable does not ask the real service."""
    monkeypatch.setenv("VT_BASE_URL", service.base_url)
    sent = pickle.dumps(Job(api_key=key))
    monkeypatch.delenv("VT_BASE_URL")
    assert pickle.loads(sent).map_batch(["8.8.8.8"]).to_pylist()[0]["status"] == "found"
    assert len(service.requests) == 1


# --- what is gone on with ------------------------------------------------------------------------


@pytest.mark.parametrize("engine", ENGINES)
def test_a_spent_quota_stops_the_run_and_the_next_one_goes_on(
    service: Server, engine: Local, tmp_path: Path
) -> None:
    spent = error_answer(429, "QuotaExceededError", Retry_After="7200")
    service.play(*[report] * 10)
    service.default = spent
    job = job_of(service, max_workers=2)
    summary = job.run(addresses(30), tmp_path, engine=engine)
    assert isinstance(summary.stopped, QuotaExceededError)
    assert not summary.is_complete
    assert summary.resume_at is not None
    assert 7_100 < summary.resume_at.timestamp() - time.time() <= 7_200
    assert "stopped" in str(summary)
    assert (summary.done, len(rows(tmp_path))) == (10, 10)
    refused = len(service.requests) - 10
    service.default = report
    after = job.run(addresses(30), tmp_path, engine=engine)
    assert (after.done, after.skipped, after.is_complete) == (20, 10, True)
    assert by_input(tmp_path).keys() == set(addresses(30))
    assert len(service.requests) == 30 + refused


def test_the_limit_of_the_job_stops_it_where_the_day_is_over(
    service: Server, tmp_path: Path
) -> None:
    job = job_of(service, rate_limit=RateLimit(per_day=5))
    summary = job.run(addresses(8), tmp_path)
    assert isinstance(summary.stopped, RateLimitError)
    assert summary.resume_at is not None
    assert 86_000 < summary.resume_at.timestamp() - time.time() <= 86_500
    assert (summary.done, len(service.requests)) == (5, 5)


@pytest.mark.parametrize("engine", ENGINES)
def test_waiting_where_it_is_told_to(service: Server, engine: Local, tmp_path: Path) -> None:
    spent = error_answer(429, "QuotaExceededError", Retry_After="1")
    retry = RetryPolicy(ceiling_s=0.5)
    service.play(report, report, spent, spent)
    summary = job_of(service, max_workers=2, retry=retry).run(
        addresses(20), tmp_path, engine=engine, wait=True
    )
    assert (summary.done, summary.is_complete, summary.resume_at) == (20, True, None)
    assert by_input(tmp_path).keys() == set(addresses(20))


def test_failures_are_tried_again_by_the_next_run(service: Server, tmp_path: Path) -> None:
    def half(recorded: Recorded) -> Answer:
        is_even = int(recorded.path.rpartition(".")[2]) % 2 == 0
        return error_answer(503, "TransientError") if is_even else report(recorded)

    service.default = half
    job = job_of(service, retry=RetryPolicy(attempts=1))
    summary = job.run(addresses(20), tmp_path)
    assert (summary.counts["failed"], summary.counts["found"]) == (10, 10)
    assert summary.is_complete
    assert len(by_input(tmp_path)) == 20
    assert "TransientError" in by_input(tmp_path)["10.0.0.2"]["error"]
    service.default = report
    assert job.run(addresses(20), tmp_path).counts["found"] == 10
    found = by_input(tmp_path)
    assert len(found) == 20
    assert {row["status"] for row in found.values()} == {"found"}
    assert len(service.requests) == 30


@pytest.mark.slow
def test_a_service_that_has_gone_ends_the_run(service: Server, tmp_path: Path) -> None:
    service.play(*[report] * 20)
    service.default = Answer(reset=True)
    job = job_of(service, retry=RetryPolicy(attempts=1))
    with pytest.raises(APIConnectionError):
        job.run(addresses(300), tmp_path)
    # 100 failures in a row, and what was under way or done and not looked at yet.
    assert 120 <= len(service.requests) < 150
    service.default = report
    assert job.run(addresses(300), tmp_path).counts["found"] == 280


def test_a_refused_key_ends_the_run(service: Server, tmp_path: Path) -> None:
    service.play(report)
    service.default = error_answer(401, "WrongCredentialsError")
    with pytest.raises(WrongCredentialsError):
        job_of(service, max_workers=1).run(addresses(5), tmp_path)
    assert len(rows(tmp_path)) == 1
    with pytest.raises(MissingAPIKeyError):
        job_of(service, api_key=None).run(addresses(1), tmp_path / "b")


def started(service: Server, out: Path, engine: Local) -> ForkServerProcess:
    run = job_of(service, max_workers=4).run
    process = PROCESSES.Process(target=run, args=(addresses(400), out), kwargs={"engine": engine})
    process.start()
    return process


@pytest.mark.slow
@pytest.mark.parametrize("engine", ENGINES)
def test_a_job_that_is_killed_at_any_moment_loses_nothing(
    service: Server, engine: Local, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    in_doubt = 0
    for kill_at in (60, 200):
        process = started(service, out, engine)
        while len(service.requests) < kill_at and process.exitcode is None:
            time.sleep(0.001)
        process.kill()
        process.join()
        in_doubt += 2 * 4
    process = started(service, out, engine)
    process.join()
    assert process.exitcode == 0
    assert by_input(out).keys() == set(addresses(400))
    # What was under way when it was killed, or answered and not yet taken by the job's thread.
    assert len(service.requests) - 400 <= in_doubt


def test_a_row_that_was_half_written_is_looked_up_again(service: Server, tmp_path: Path) -> None:
    job = job_of(service)
    job.run(addresses(2), tmp_path, file_format="jsonl")
    (part,) = tmp_path.glob("part-*")
    # A run that was killed behind the first row, while it wrote the second one.
    (tmp_path / "_journal.jsonl").write_bytes(part.read_bytes()[:-20])
    part.unlink()
    assert job.price(addresses(3), tmp_path, file_format="jsonl").calls == 2
    assert job.run(addresses(3), tmp_path, file_format="jsonl").done == 2
    (part,) = tmp_path.glob("part-*")
    texts = [json.loads(line)["input"] for line in part.read_text().splitlines()]
    assert sorted(texts) == addresses(3)


def test_a_row_in_a_part_and_in_the_journal_counts_once(service: Server, tmp_path: Path) -> None:
    job = job_of(service)
    job.run(addresses(2), tmp_path, file_format="jsonl")
    (part,) = tmp_path.glob("part-*")
    # A run that was killed between the part and the end of the journal.
    (tmp_path / "_journal.jsonl").write_bytes(part.read_bytes())
    assert job.run(addresses(2), tmp_path, file_format="jsonl").done == 0
    assert [*tmp_path.glob("part-*")] == [part]


# --- datasets ------------------------------------------------------------------------------------


def test_a_source_that_cannot_be_read_leaves_no_dataset(service: Server, tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_text("ioc,name\n192.0.2.1,a\n")
    for source in ("in.csv", "nowhere.txt"):
        with pytest.raises((InvalidInputError, FileReadError)):
            job_of(service).run(tmp_path / source, tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_a_dataset_of_another_job_is_refused(service: Server, tmp_path: Path) -> None:
    job_of(service).run(addresses(1), tmp_path)
    before = {path: path.read_bytes() for path in tmp_path.iterdir()}
    others: list[tuple[Job, dict[str, Any], str]] = [
        (job_of(service, columns=["reputation"]), {}, "columns"),
        (job_of(service, kind="file"), {}, "kind"),
        (job_of(service, policy=Policy.strict()), {}, "policy"),
        (job_of(service), {"file_format": "jsonl"}, "format"),
    ]
    for job, options, what in others:
        with pytest.raises(InvalidInputError, match=f"another job made this dataset.*{what}"):
            job.run(addresses(2), tmp_path, **options)
    manifest = tmp_path / "_job.json"
    manifest.write_text(manifest.read_text().replace('"version": 1', '"version": 9'))
    with pytest.raises(InvalidInputError, match="version: 9, not 1"):
        job_of(service).run(addresses(2), tmp_path)
    manifest.write_bytes(before[manifest])
    assert before == {path: path.read_bytes() for path in tmp_path.iterdir()}
    # How it is looked up does not matter.
    assert job_of(service, max_workers=2, timeout=30).run(addresses(2), tmp_path).done == 1


def test_a_folder_of_something_else_is_refused(service: Server, tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("years of work")
    with pytest.raises(InvalidInputError, match="no dataset of a job"):
        job_of(service).run(addresses(1), tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.txt"]
    with pytest.raises(StoreError):
        job_of(service).run(addresses(1), tmp_path / "thesis.txt")
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "_job.json").write_text("[]")
    with pytest.raises(InvalidInputError, match="not of a job"):
        job_of(service).run(addresses(1), tmp_path / "b")


def test_a_damaged_part_is_told_about(service: Server, tmp_path: Path) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    job_of(service).run(addresses(1), tmp_path)
    (part,) = tmp_path.glob("part-*")
    whole = part.read_bytes()
    part.write_bytes(whole[:-9])
    with pytest.raises(StoreError, match=f"{part.name}: damaged"):
        job_of(service).run(addresses(1), tmp_path)
    for row in ({"x": 1}, {"input": 1, "status": "found"}):
        pq.write_table(pa.Table.from_pylist([row]), part)
        with pytest.raises(StoreError, match=f"{part.name}: damaged: no row of a job"):
            job_of(service).run(addresses(1), tmp_path)
    # What somebody else put beside the parts changes no number.
    part.rename(tmp_path / "part-mine.parquet").write_bytes(whole)
    assert job_of(service).run(addresses(2), tmp_path).done == 1
    assert part.exists()


@pytest.mark.parametrize(
    "line", [b"5", b"{}", b'{"input": 1}', b'{"input": "8.8.8.8"}', b"[" * 9_999, b"\xff", b'{"inp']
)
def test_lines_that_are_no_rows(service: Server, tmp_path: Path, line: bytes) -> None:
    job = job_of(service)
    job.run(addresses(1), tmp_path, file_format="jsonl")
    part = tmp_path / "part-000001.jsonl"
    part.write_bytes(line + b"\n")
    with pytest.raises(StoreError, match=f"{part.name}: damaged"):
        job.run(addresses(2), tmp_path, file_format="jsonl")
    # In the journal they are what a machine that has lost its power may have left.
    part.rename(tmp_path / "_journal.jsonl")
    assert job.run(addresses(2), tmp_path, file_format="jsonl").done == 1


@pytest.mark.slow
@pytest.mark.parametrize("when", ['"2026"', "5", '"soon"'])
def test_a_row_of_the_journal_at_no_time(service: Server, tmp_path: Path, when: str) -> None:
    job = job_of(service, columns=[])
    job.run(addresses(1), tmp_path)
    row = '{"input": "8.8.8.8", "kind": null, "id": null, "status": "found", "error": null, '
    journal = tmp_path / "_journal.jsonl"
    journal.write_text(f'{row}"fetched_at": {when}}}\n')
    assert job.run(["8.8.8.8"], tmp_path).done == 1


def test_two_runs_at_once_are_refused(service: Server, tmp_path: Path) -> None:
    job = job_of(service)

    def texts() -> Iterator[str]:
        yield "8.8.8.8"
        with pytest.raises(StoreError, match="another run writes it"):
            job.run(addresses(1), tmp_path)

    assert job.run(texts(), tmp_path).done == 1


@pytest.mark.slow
def test_a_full_disk_leaves_no_half_part(service: Server, tmp_path: Path) -> None:
    job = job_of(service)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4_000, hard))
    try:
        with pytest.raises(StoreError, match="File too large"):
            job.run(addresses(100), tmp_path)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, handler)
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []
    before = len(rows(tmp_path)) if [*tmp_path.glob("part-*")] else 0
    done = job.run(addresses(100), tmp_path).done
    assert 0 < done <= 100 - before
    assert by_input(tmp_path).keys() == set(addresses(100))


# --- prices, progress, arguments -----------------------------------------------------------------


def test_the_price_of_what_is_missing(service: Server, tmp_path: Path) -> None:
    job = job_of(service, rate_limit=RateLimit(per_day=4))
    price = job.price(TEXTS)
    assert (price.calls, round(price.days, 1)) == (6, 1.0)
    assert not service.requests
    assert not [*tmp_path.iterdir()]
    assert job.price(TEXTS, tmp_path / "out").calls == 6
    job.run(TEXTS[:2], tmp_path / "out")
    before = {path: path.read_bytes() for path in (tmp_path / "out").iterdir()}
    assert job.price(TEXTS, tmp_path / "out").calls == 4
    assert before == {path: path.read_bytes() for path in (tmp_path / "out").iterdir()}
    assert job_of(service).price(TEXTS).seconds == 0


def test_progress_is_told(service: Server, tmp_path: Path) -> None:
    told: list[JobProgress] = []
    job = job_of(service, rate_limit=RateLimit(per_minute=100))
    job.run([*addresses(5), *addresses(5)], tmp_path, on_progress=told.append)
    last = told[-1]
    assert (last.done, last.skipped, last.windows[0].used) == (5, 5, 5)
    assert last.rate > 0


def test_nothing_to_do(service: Server, tmp_path: Path) -> None:
    summary = job_of(service).run([], tmp_path)
    assert (summary.done, summary.is_complete) == (0, True)
    assert [*tmp_path.glob("part-*")] == []


def test_a_loop_that_runs_has_room_for_no_other(service: Server, tmp_path: Path) -> None:
    async def run() -> None:
        with pytest.raises(InvalidInputError, match="a loop is running"):
            job_of(service).run(["8.8.8.8"], tmp_path, engine="asyncio")

    asyncio.run(run())


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"columns": ["reputatoin"]}, "reputation"),
        ({"columns": "reputation"}, "columns"),
        ({"relationships": ["comment"]}, "relationships.*comments"),
        ({"relationships": "comments"}, "relationships"),
        ({"kind": "ip"}, "kind"),
        ({"assume": "host"}, "assume"),
        ({"max_workers": 0}, "max_workers"),
        ({"api_key": KEY}, "api_key"),
        ({"rate_limit": 5}, "rate_limit"),
        ({"cache": 5}, "cache"),
        ({"cache": "http://host"}, "cache"),
    ],
)
def test_a_job_that_cannot_be(options: dict[str, Any], words: str) -> None:
    with pytest.raises(InvalidInputError, match=words) as caught:
        Job(**options)
    assert KEY not in str(caught.value)


@pytest.mark.parametrize(
    "run",
    [
        lambda job, out: job.run(["8.8.8.8"], out, engine="spark"),
        lambda job, out: job.run(["8.8.8.8"], out, file_format="csv"),
        lambda job, out: job.run(["8.8.8.8"], out, on_progress=5),
        lambda job, out: job.run(["8.8.8.8"], out, column="ioc"),
        lambda job, out: job.run(["8.8.8.8"], f"{out}\0"),
    ],
)
def test_a_run_that_cannot_be(
    run: Callable[[Job, Path], object], service: Server, tmp_path: Path
) -> None:
    with pytest.raises(InvalidInputError):
        run(job_of(service), tmp_path / "out")
    assert not service.requests


def test_a_source_that_is_not_there(service: Server, tmp_path: Path) -> None:
    with pytest.raises(FileReadError, match="nowhere"):
        job_of(service).run(tmp_path / "nowhere.csv", tmp_path / "out")


def test_errors_of_the_texts_pass(service: Server, tmp_path: Path) -> None:
    def texts() -> Iterator[str]:
        yield "8.8.8.8"
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        job_of(service).run(texts(), tmp_path)
    assert len(rows(tmp_path)) == 1


@pytest.mark.parametrize("kind", ["file", "redis"])
def test_the_cache_answers_another_job(service: Server, kind: str, tmp_path: Path) -> None:
    with contextlib.ExitStack() as stack:
        cache = str(tmp_path / "cache.sqlite")
        if kind == "redis":
            cache = stack.enter_context(redis_server()).url
        job_of(service, cache=cache).run(addresses(3), tmp_path / "a")
        job_of(service, cache=cache, columns=["tags"]).run(addresses(4), tmp_path / "b")
    assert len(service.requests) == 4
    with pytest.raises(InvalidInputError, match="cache"):
        job_of(service, cache=cache).run(addresses(1), tmp_path / "c", engine="asyncio")


@pytest.mark.slow
def test_a_cache_that_another_process_holds_costs_no_row(
    service: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(caching, "_BUSY_S", 0.1)
    cache = tmp_path / "cache.sqlite"
    cached_session(cache).close()  # type: ignore[no-untyped-call]  # of requests-cache
    job = job_of(service, cache=cache)
    with held(cache, reads_too=True):
        assert job.run(addresses(20), tmp_path / "out").counts["found"] == 20
    assert job.run(addresses(30), tmp_path / "out").counts["found"] == 10
    assert by_input(tmp_path / "out").keys() == set(addresses(30))
    assert len(service.requests) == 30


def test_a_cache_that_is_not_there_ends_the_run(service: Server, tmp_path: Path) -> None:
    address = f"redis://:s3cret@127.0.0.1:{free_port()}"
    job = job_of(service, cache=address)
    with pytest.raises(StoreError, match="cache: ") as caught:
        job.run(addresses(3), tmp_path / "out")
    assert "s3cret" not in str(caught.value) + repr(job)
    assert not service.requests
    job_of(service).run(addresses(3), tmp_path / "out")
    for path in (tmp_path / "out").iterdir():
        assert b"s3cret" not in path.read_bytes()


def test_the_key_is_nowhere(service: Server, tmp_path: Path) -> None:
    job = job_of(service)
    job.run([KEY, "8.8.8.8"], tmp_path)
    assert KEY not in repr(job)
    assert KEY.encode() not in pickle.dumps(job)
    (row,) = (row for row in rows(tmp_path) if row["status"] == "found")
    assert KEY not in str(row)
