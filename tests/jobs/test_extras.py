"""What jobs load, and what they say where an extra is missing."""

import json
import sys
from pathlib import Path

import pytest

import vt_sdk.bulk
from tests.jobs.service import job_of, report
from tests.support import Server, run_python
from vt_sdk.bulk import DaskEngine, Job

LOADED = "import json, sys; print(json.dumps(sorted(sys.modules)))"


def loaded_by(code: str) -> set[str]:
    return set(json.loads(run_python(f"{code}\n{LOADED}")))


@pytest.mark.slow
def test_what_is_not_asked_for_is_not_loaded() -> None:
    assert not loaded_by("import vt_sdk.bulk") & {"vt_sdk.jobs", "vt_sdk.client", "pydantic"}
    heavy = {"pyarrow", "distributed", "aiohttp", "redis", "vt_sdk.verdicts", "vt_sdk.caching"}
    assert not loaded_by("from vt_sdk.bulk import Job; Job()") & heavy
    assert {name for name in vt_sdk.bulk.__all__ if hasattr(vt_sdk.bulk, name)} == {
        *vt_sdk.bulk.__all__
    }
    assert not hasattr(vt_sdk.bulk, "Jobs")


def test_a_missing_extra_is_named(
    server: Server, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    server.default = report
    job: Job = job_of(server)
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    with pytest.raises(ImportError, match=r"\.\[tables\]"):
        job.run(["8.8.8.8"], tmp_path / "a")
    with pytest.raises(ImportError, match=r"\.\[tables\]"):
        job.price(tmp_path / "in.parquet")
    assert job.run(["8.8.8.8"], tmp_path / "b", file_format="jsonl").done == 1
    monkeypatch.setitem(sys.modules, "distributed", None)
    engine = DaskEngine("tcp://127.0.0.1:1")
    with pytest.raises(ImportError, match=r"\.\[dask\]"):
        job.run(["8.8.8.8"], tmp_path / "c", file_format="jsonl", engine=engine)
