"""The script that kills jobs: a small run, and whether it notices what it is there to notice."""

from pathlib import Path

import pytest

from tests.scripts.support import ROOT, run
from tests.support import run_python


@pytest.mark.slow
def test_a_killed_job_loses_nothing() -> None:
    done = run("bulk.py", "killed", "--number", "1000")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "rows: 900, of distinct inputs: 900, " in done.stdout
    assert "a worker is killed; peak MB: scheduler " in done.stdout


JUDGE = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
import bulk
import pyarrow as pa
import pyarrow.parquet as pq
out = Path(sys.argv[2])
def judge(inputs, again=(), statuses=("found", "found", "invalid"), distinct=2):
    pq.write_table(pa.table({"input": inputs, "status": statuses}), out / "part.parquet")
    told = {"requests": 3, "distinct": distinct, "again": [*again]}
    print(bulk.judge(out, told, 3, 1, [100.0]))
judge(["a", "b", "c"])
judge(["a", "b", "c"], again=[99.5])
judge(["a", "b", "c"], again=[99.5, 50.0])
judge(["a", "a", "c"])
judge(["a", "b", "c"], statuses=["found", "failed", "invalid"])
judge(["a", "b"], statuses=["found", "invalid"])
judge(["a", "b", "c"], distinct=1)
"""


def test_it_tells_what_was_under_way_from_what_was_asked_twice(tmp_path: Path) -> None:
    said = run_python(JUDGE, str(ROOT / "scripts"), str(tmp_path)).splitlines()
    codes = [line for line in said if line in ("0", "1")]
    assert codes == ["0", "0", "1", "1", "1", "1", "1"]
