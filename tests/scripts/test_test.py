"""All checks in one command: one that passed is not run again until what it reads has changed."""

from pathlib import Path

import pytest

from tests.support import ROOT, run_python

RUN = """
import sys
from pathlib import Path

import pytest
sys.path.insert(0, sys.argv[1])
import test
test.ROOT = Path(sys.argv[2])
test.PASSED = test.ROOT / "passed"
test.ROOT.joinpath("read").mkdir(exist_ok=True)
command = "open('runs', 'a').write('.'); assert 'wrong' not in open('read/me').read()"
check = test.Check("a check", [sys.executable, "-c", command], reads=["read"])
for content in sys.argv[3:]:
    test.ROOT.joinpath("read", "me").write_text(content)
    print(test.run(check, aside=True), len(test.ROOT.joinpath("runs").read_text()))
"""


@pytest.mark.slow
def test_a_check_that_passed_is_run_again_when_what_it_reads_has_changed(tmp_path: Path) -> None:
    contents = ("right", "right", "too", "wrong", "wrong", "too", "too")
    said = run_python(RUN, str(ROOT / "scripts"), str(tmp_path), *contents)
    assert [line for line in said.splitlines() if line.startswith(("True", "False"))] == [
        "True 1",
        "True 1",
        "True 2",
        "False 3",
        "False 4",
        "True 4",
        "True 4",
    ]
