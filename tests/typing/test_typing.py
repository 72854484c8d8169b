"""Type checkers see the public types exactly, and refuse programs that are wrong.

Both checkers run once, as child processes, over both files: `public_surface.py` must give no
error, `wrong_programs.py` one on each marked line and on no other.
"""

import json
import subprocess
import sys
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from typing import TypeAlias

import pytest

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
RIGHT = HERE / "public_surface.py"
WRONG = HERE / "wrong_programs.py"
SECONDS = 300

# Messages by file name and line.
Findings: TypeAlias = Mapping[str, Mapping[int, list[str]]]


def run(*command: str | Path) -> str:
    done = subprocess.run(
        [sys.executable, "-m", *command],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
    )
    # 1 says that there are errors, as there must be; any other code that the checker did not work.
    assert done.returncode == 1, done.stdout + done.stderr
    return done.stdout


def collected(found: list[tuple[str, int, str]]) -> Findings:
    findings: dict[str, dict[int, list[str]]] = {
        path.name: defaultdict(list) for path in (RIGHT, WRONG)
    }
    for path, line, message in found:
        findings[Path(path).name][line].append(message)
    return findings


def by_mypy() -> Findings:
    lines = run("mypy", "--output", "json", RIGHT, WRONG).splitlines()
    entries = [json.loads(line) for line in lines]
    return collected(
        [(e["file"], e["line"], e["message"]) for e in entries if e["severity"] == "error"]
    )


def by_pyright(folder: Path) -> Findings:
    # A configuration of its own, since the project's leaves the wrong programs out.
    environment = Path(sys.prefix)
    settings = {
        "include": [str(RIGHT), str(WRONG)],
        "extraPaths": [str(ROOT)],
        "typeCheckingMode": "standard",
        "pythonVersion": "3.11",
        "venvPath": str(environment.parent),
        "venv": environment.name,
    }
    project = folder / "pyrightconfig.json"
    project.write_text(json.dumps(settings))
    report = json.loads(run("basedpyright", "--outputjson", "--project", project))
    assert report["summary"]["filesAnalyzed"] == 2
    return collected(
        [
            (entry["file"], entry["range"]["start"]["line"] + 1, entry["message"])
            for entry in report["generalDiagnostics"]
            if entry["severity"] == "error"
        ]
    )


@pytest.fixture(scope="module", params=["mypy", "pyright"])
def findings(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Findings:
    """Give what one checker says about both files."""
    return by_mypy() if request.param == "mypy" else by_pyright(tmp_path_factory.mktemp("pyright"))


def test_public_types_are_exact(findings: Findings) -> None:
    assert not findings[RIGHT.name]


def test_wrong_programs_are_refused(findings: Findings) -> None:
    lines = WRONG.read_text("utf-8").splitlines()
    marked = {number for number, line in enumerate(lines, 1) if "# wrong: " in line}
    assert len(marked) > 40
    refused = set(findings[WRONG.name])
    assert {lines[number - 1].strip() for number in marked - refused} == set()
    assert {number: findings[WRONG.name][number] for number in refused - marked} == {}
