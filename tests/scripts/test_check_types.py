"""The check of types: what it takes for a mistake. That the checkers run is seen by running it."""

from pathlib import Path

import pytest

from tests.support import run_python

from .support import ROOT

WRONG = """\
fine = 1
bad = 1  # wrong: marked, and found
worse = 2  # wrong: marked, and missed
"""

CODE = """
import sys
from pathlib import Path

import pytest
sys.path.insert(0, sys.argv[1])
from check_types import mistakes
path = Path(sys.argv[2])
for mistake in mistakes({(path, 1): "there is nothing here", (path, 2): "found"}, path):
    print(mistake)
"""


@pytest.mark.slow
def test_what_is_found_elsewhere_and_what_is_missed(tmp_path: Path) -> None:
    path = tmp_path / "wrong.py"
    path.write_text(WRONG, "utf-8")
    assert run_python(CODE, str(ROOT / "scripts"), str(path)).splitlines() == [
        f"{path}:1: there is nothing here",
        f"{path}:3: nothing was found: worse = 2  # wrong: marked, and missed",
    ]


@pytest.mark.slow
def test_a_file_without_marks_is_a_mistake(tmp_path: Path) -> None:
    path = tmp_path / "wrong.py"
    path.write_text("fine = 1\n", "utf-8")
    said = run_python(CODE, str(ROOT / "scripts"), str(path)).splitlines()
    assert said[0] == f"{path}: no line is marked"
