"""The pages of the documentation: each program prints what stands below it, each name exists."""

import re
from pathlib import Path

import pytest

from tests.docs.support import ROOT
from vt_sdk import VirusTotal
from vt_sdk.emulator import Emulator

PAGES = sorted((ROOT / "docs").rglob("*.md"))
PROGRAM = re.compile(
    r"^```python\n(.*?)^```\n(?:\n```text\n(.*?)^```\n)?", re.MULTILINE | re.DOTALL
)
METHOD = re.compile(r"`vt\.(\w+)\.(\w+)\(")


def programs() -> list[tuple[Path, int, str, str]]:
    """Return the programs of all pages: the page, the line, the text and what it prints."""
    found = []
    for page in PAGES:
        text = page.read_text("utf-8")
        for match in PROGRAM.finditer(text):
            line = text.count("\n", 0, match.start(1)) + 1
            found.append((page, line, match[1], match[2] or ""))
    return found


@pytest.mark.parametrize(
    ("page", "line", "program", "printed"),
    programs(),
    ids=[f"{page.stem}, line {line}" for page, line, _, _ in programs()],
)
def test_programs_print_what_stands_below_them(
    emulator: Emulator,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    page: Path,
    line: int,
    program: str,
    printed: str,
) -> None:
    monkeypatch.setenv("VT_API_KEY", emulator.premium_key)
    monkeypatch.setenv("VT_BASE_URL", emulator.base_url)
    monkeypatch.chdir(tmp_path)
    exec(compile("\n" * (line - 1) + program, page, "exec"), {"__name__": "__main__"})
    assert capsys.readouterr().out == printed


def test_methods_that_are_named_exist() -> None:
    named = {match.groups() for page in PAGES for match in METHOD.finditer(page.read_text("utf-8"))}
    assert len(named) > 10
    vt = VirusTotal("key")
    assert {name for name in named if not hasattr(getattr(vt, name[0], None), name[1])} == set()
