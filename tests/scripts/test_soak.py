"""The soak: a small one as a user runs it, and whether it notices what it is there to notice."""

import pytest

from tests.scripts.support import ROOT, run
from tests.support import run_python


@pytest.mark.slow
@pytest.mark.parametrize(
    "mode", [("--threads", "16"), ("--async", "--tasks", "50", "--cancelled", "0.05")]
)
def test_nothing_is_lost_and_nothing_written_twice(mode: tuple[str, ...]) -> None:
    done = run("soak.py", *mode, "--calls", "1000", "--faults", "0.05", "--seed", "7")
    assert done.returncode == 0, done.stdout + done.stderr
    lines = done.stdout.splitlines()
    assert lines[-1] == (
        "lost: 0, doubled writes: 0, wrong results: 0, foreign errors: 0,"
        " writes denied but made: 0, writes never asked for: 0"
    )
    assert any(line.startswith("1,000 calls, ") for line in lines)
    # Faults of every kind came, so that the numbers above mean something.
    played = next(line for line in lines if line.startswith("played: "))
    assert played.count(": ") == 1 + 7
    assert ("calls were cancelled" in done.stdout) == ("--async" in mode)


# Ten calls, of which number 3 is a comment and number 9 a vote.
JUDGE = """
import sys
from collections import Counter
sys.path.insert(0, sys.argv[1])
import soak
done, refused, doubt = soak.DONE, soak.REFUSED, soak.IN_DOUBT
def judge(comment, vote, comments, votes, others=()):
    made = soak.Soak(soak.VirusTotal("k"), 10, "seed")
    made.ended[:] = bytes([done] * 3 + [comment] + [done] * 5 + [vote])
    written = Counter({made.text(3): comments, made.file_id(9): votes})
    print(soak._judge(made, +written + Counter(others)))
judge(done, done, 1, 1)
judge(done, done, 0, 2)
judge(refused, doubt, 1, 0)
judge(doubt, doubt, 1, 2, ["foreign"])
judge(soak.NOTHING, soak.RAW, 0, 0)
"""


@pytest.mark.slow
def test_it_tells_lost_from_doubled() -> None:
    said = run_python(JUDGE, str(ROOT / "scripts")).splitlines()
    names = ["lost", "doubled writes", "wrong results", "foreign errors"]
    names += ["writes denied but made", "writes never asked for"]
    expected = [(0, 0, 0, 0, 0, 0), (1, 1, 0, 0, 0, 0), (0, 0, 0, 0, 1, 0)]
    expected += [(0, 1, 0, 0, 0, 1), (1, 0, 0, 1, 0, 0)]
    lines = [line for line in said if line.startswith("lost")]
    assert lines == [
        ", ".join(f"{name}: {number}" for name, number in zip(names, numbers, strict=True))
        for numbers in expected
    ]
    assert [line for line in said if line in ("0", "1")] == ["0", "1", "1", "1", "1"]
