"""The plug-in that runs tests in forks: every result arrives, and so does that one is missing."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support import ROOT

PROGRAM = """
import os, pytest

@pytest.mark.parametrize("number", range(40))
def test_passes(number):
    print(f"in {os.getpid()}")

def test_fails():
    print("what it said")
    assert 1 == 2

@pytest.fixture
def broken():
    yield
    raise ValueError("at its end")

def test_of_a_fixture_that_breaks(broken): ...

def test_dies():
    os._exit(0)
"""


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="there are no forks")
@pytest.mark.parametrize("dies", [False, True])
def test_results_arrive(tmp_path: Path, dies: bool) -> None:
    (tmp_path / "test_program.py").write_text(PROGRAM)
    chosen = [] if dies else ["-k", "not dies"]
    command = [sys.executable, "-m", "pytest", "-q", "-p", "tests.forks", "--forks", "2", "-rA"]
    done = subprocess.run(
        [*command, "-p", "no:cacheprovider", "--rootdir", tmp_path, *chosen, tmp_path],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    said = done.stdout
    assert done.returncode == 1, said + done.stderr
    if dies:
        assert "not run to their end, as a fork has died: " in said
        assert "test_program.py::test_dies" in said
    else:
        assert "1 failed, 41 passed, 1 deselected, 1 error in" in said
        assert "what it said" in said
        assert "ValueError: at its end" in said
        assert len({line for line in said.splitlines() if line.startswith("in ")}) in (1, 2)
