"""The exit codes: one for each cause, and which one wins."""

from itertools import combinations

import pytest

from tests.support import ROOT, Answer, Recorded, Server, error_answer, json_answer
from vt_sdk.cli.exits import ExitCode

from .support import Command

_STATS = {"malicious": 0, "suspicious": 0, "undetected": 9, "harmless": 60, "timeout": 0}


def _report(name: str, **stats: int) -> Answer:
    attributes = {"last_analysis_stats": {**_STATS, **stats}} if stats else {}
    return json_answer({"type": "domain", "id": name, "attributes": attributes})


# What the service answers to an input, and the exit code that stands for it; from the one that a
# gate must act on first to the one that needs nothing.
OUTCOMES: dict[str, tuple[Answer | None, int]] = {
    "flagged.example": (_report("flagged.example", malicious=1), 10),
    "not a name": (None, 2),
    "refused.example": (error_answer(403, "ForbiddenError"), 5),
    "spent.example": (error_answer(429, "QuotaExceededError"), 6),
    "page.example": (Answer(200, b"<html>", {"Content-Type": "text/html"}), 8),
    "broken.example": (error_answer(400, "BadRequestError"), 7),
    "new.example": (_report("new.example"), 4),
    "unknown.example": (error_answer(404, "NotFoundError"), 3),
    "clean.example": (_report("clean.example", malicious=0), 0),
}


def _play(recorded: Recorded) -> Answer:
    answer, _ = OUTCOMES[recorded.path.rpartition("/")[2]]
    assert answer is not None
    return answer


@pytest.mark.parametrize(("name", "code"), [(name, code) for name, (_, code) in OUTCOMES.items()])
def test_each_cause_has_a_code_of_its_own(
    scripted: Command, server: Server, name: str, code: int
) -> None:
    server.default = _play
    assert scripted("domain", name, "--fail-on", "malicious").code == code


@pytest.mark.parametrize(("first", "second"), list(combinations(OUTCOMES, 2)))
def test_of_two_inputs_the_worse_one_counts(
    scripted: Command, server: Server, first: str, second: str
) -> None:
    server.default = _play
    # After a refused key or a spent quota nothing more is sent, so what comes then may be untold.
    ends_all = second in ("refused.example", "spent.example")
    orders = [(first, second)] if ends_all else [(first, second), (second, first)]
    for order in orders:
        assert scripted("domain", *order, "--fail-on", "malicious").code == OUTCOMES[first][1]


def test_table_is_what_help_shows(vt: Command) -> None:
    lines = vt("--help").out.splitlines()
    table = [f"    {int(code):3}  {code.meaning}" for code in ExitCode]
    start = lines.index(table[0])
    assert lines[start : start + len(table)] == table
    assert ExitCode.FLAGGED is next(iter(ExitCode))
    assert 1 not in set(ExitCode)
    words = " ".join(" ".join(lines[start + len(table) :]).split())
    assert words.startswith(
        "Only --fail-on and --policy make findings count. A gate needs --fail-on suspicious"
    )
    assert "without both, 0 says that all that was asked for is there" in words


def test_findings_count_with_fail_on_alone(scripted: Command, server: Server) -> None:
    server.default = _play
    assert scripted("domain", "flagged.example").code == 0
    (table,) = (
        line for line in scripted("--help").out.splitlines() if line.startswith("      0  ")
    )
    assert "with --fail-on or --policy, nothing was flagged" in table


def test_table_is_what_the_guide_shows() -> None:
    guide = (ROOT / "docs" / "guides" / "command.md").read_text("utf-8")
    assert "\n".join(f"| {int(code)} | {code.meaning} |" for code in ExitCode) in guide
