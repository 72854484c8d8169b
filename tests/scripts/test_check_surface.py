"""What breaks programs is found, whatever module it moves to, and the changelog is in order."""

import re
from datetime import date
from pathlib import Path

import pytest

from tests.scripts.support import ROOT
from tests.support import run_python
from vt_sdk import __version__

OLD = {
    "__init__": """
from vt_sdk.moving import Moving
from vt_sdk.base import Base, Kept, gone, work
__all__ = ["Base", "Kept", "Moving", "gone", "work"]
""",
    "moving": """
class Moving:
    def method(self, wanted=1, moved=2): ...
    def private(self): ...
""",
    "base": """
class Base(ValueError):
    field = 1
    def _hidden(self): ...
class Kept(Base): ...
def gone(): ...
def work(a, *, mode="x"): ...
""",
}
NEW = {
    "__init__": """
from vt_sdk.moved import Moving
from vt_sdk.base import Base, Kept, work
__all__ = ["Base", "Kept", "Moving", "new", "work"]
def new(): ...
""",
    "moved": """
class _Private:
    def private(self): ...
class Moving(_Private):
    def method(self, moved=2, *, wanted=1, needed): ...
""",
    "base": """
class Base: ...
class Kept(Base): ...
def work(a, *, mode="y"): ...
""",
}
PROGRAM = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from check_surface import Surface, breaks
for one in breaks(*(Surface(Path(folder)) for folder in sys.argv[2:])):
    print(one.path, "|", one.what, "|", *sorted(one.names))
"""


def written(folder: Path, modules: dict[str, str]) -> str:
    package = folder / "vt_sdk"
    package.mkdir(parents=True)
    for name, text in modules.items():
        (package / f"{name}.py").write_text(text)
    return str(folder)


@pytest.mark.slow
def test_what_breaks_programs_is_found(tmp_path: Path) -> None:
    old, new = written(tmp_path / "old", OLD), written(tmp_path / "new", NEW)
    shown = run_python(PROGRAM, str(ROOT / "scripts"), old, new)
    assert shown.splitlines() == [
        "vt_sdk.Base | derives no longer from BaseException, Exception, ValueError | Base",
        "vt_sdk.Base.field | public object was removed | Base field",
        "vt_sdk.Kept | derives no longer from BaseException, Exception, ValueError | Kept",
        "vt_sdk.Moving.method | parameter kind was changed wanted | method wanted",
        "vt_sdk.Moving.method | positional parameter was moved moved | method moved",
        "vt_sdk.Moving.method | parameter was added as required needed | method needed",
        "vt_sdk.gone | is gone | gone",
        "vt_sdk.work | parameter default was changed mode | mode work",
    ]
    assert run_python(PROGRAM, str(ROOT / "scripts"), old, old) == ""


def test_versions_of_the_changelog_are_dated_and_the_newest_is_this_one() -> None:
    text = (ROOT / "CHANGELOG.md").read_text("utf-8")
    headings = re.findall(r"^## (.+)$", text, re.MULTILINE)
    released = headings[headings[0] == "Unreleased" :]
    versions, days = zip(*(heading.split(" - ") for heading in released), strict=True)
    assert versions[0] == __version__
    assert [*days] == sorted(map(str, map(date.fromisoformat, days)), reverse=True)
