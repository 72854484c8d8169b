"""The script that kills jobs: a small run, and whether it notices what it is there to notice."""

import importlib
from pathlib import Path

import pytest

from tests.scripts.support import ROOT, run


@pytest.mark.slow
def test_a_killed_job_loses_nothing() -> None:
    done = run("bulk.py", "killed", "--number", "1000")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "rows: 900, of distinct inputs: 900, " in done.stdout
    assert "a worker is killed; peak MB: scheduler " in done.stdout


FOUND = ("found", "found", "invalid")


@pytest.mark.parametrize(
    ("code", "inputs", "again", "statuses", "distinct"),
    [
        (0, "abc", [], FOUND, 2),
        (0, "abc", [99.5], FOUND, 2),
        (1, "abc", [99.5, 50.0], FOUND, 2),
        (1, "aac", [], FOUND, 2),
        (1, "abc", [], ("found", "failed", "invalid"), 2),
        (1, "ab", [], ("found", "invalid"), 2),
        (1, "abc", [], FOUND, 1),
    ],
)
def test_it_tells_what_was_under_way_from_what_was_asked_twice(
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    code: int,
    inputs: str,
    again: list[float],
    statuses: tuple[str, ...],
    distinct: int,
) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    monkeypatch.syspath_prepend(ROOT / "scripts")
    table = pa.table({"input": [*inputs], "status": [*statuses]})
    pq.write_table(table, tmp_path / "part.parquet")
    told = {"requests": 3, "distinct": distinct, "again": again}
    judge = importlib.import_module("bulk").judge
    assert judge(tmp_path, told, 3, 1, [100.0]) == code
