"""Type checkers see the public types exactly, and refuse programs that are wrong.

Both checkers run once, as child processes, over all files: `public_surface.py` and a program with
every relationship of every object type must give no error, `wrong_programs.py` one on each marked
line and on no other.
"""

import json
import re
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, TypeAlias

import pytest

from tests.schemas.test_documents import OPERATIONS, SCHEMAS, read

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
RIGHT = HERE / "public_surface.py"
WRONG = HERE / "wrong_programs.py"
RELATED = "related.py"
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


def target_of(relationship: dict[str, Any]) -> str:
    """Give the type of what an object type is related to."""
    classes = []
    for name in relationship["target"]:
        path = SCHEMAS / "objects" / f"{name}.json"
        classes.append(f"models.{read(path)['title']}" if path.exists() else "VTObject")
    # What no schema describes may be any object.
    return "VTObject" if "VTObject" in classes else " | ".join(classes)


def relationships() -> Iterator[tuple[str, str]]:
    """Give a call for every relationship of every object type, and the type of its result."""
    for _, path, operation in OPERATIONS.values():
        if "x-vt-relationships-of" not in operation:
            continue
        names = re.findall(r"{(\w+)}", path)
        (group,) = operation["tags"]
        method = f"vt.{group}.{operation['x-vt-method']}"
        ids = "".join(f"{name}=x, " for name in names if name != "relationship")
        schema = read(SCHEMAS / "objects" / f"{operation['x-vt-relationships-of']}.json")
        for name, relationship in schema["x-vt-relationships"].items():
            item = "Descriptor" if operation.get("x-vt-descriptors") else target_of(relationship)
            result = f"Page[{item}]" if relationship["cardinality"] == "many" else f"{item} | None"
            yield f'{method}({ids}relationship="{name}")', result
            yield f'{method}({ids}relationship="/{name}", limit=1, cursor=x)', result
        item = "Descriptor" if operation.get("x-vt-descriptors") else "VTObject"
        unknown = f'{method}({ids}relationship=RelationshipName("x"))'
        yield unknown, f"Page[{item}] | {item} | None"


def write_related(folder: Path) -> Path:
    """Write the program with every relationship."""
    lines = [
        "from typing import assert_type",
        "from vt_sdk import Descriptor, Page, RelationshipName, VirusTotal, VTObject, models",
        "def related(vt: VirusTotal, x: str) -> None:",
        *(f"    assert_type({call}, {result})" for call, result in relationships()),
    ]
    assert len(lines) > 1000
    path = folder / RELATED
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


def collected(found: list[tuple[str, int, str]]) -> Findings:
    findings: dict[str, dict[int, list[str]]] = {
        name: defaultdict(list) for name in (RIGHT.name, WRONG.name, RELATED)
    }
    for path, line, message in found:
        findings[Path(path).name][line].append(message)
    return findings


def by_mypy(folder: Path) -> Findings:
    lines = run("mypy", "--output", "json", RIGHT, WRONG, write_related(folder)).splitlines()
    entries = [json.loads(line) for line in lines]
    return collected(
        [(e["file"], e["line"], e["message"]) for e in entries if e["severity"] == "error"]
    )


def by_pyright(folder: Path) -> Findings:
    # A configuration of its own, since the project's leaves the wrong programs out.
    environment = Path(sys.prefix)
    settings = {
        "include": [str(RIGHT), str(WRONG), str(write_related(folder))],
        "extraPaths": [str(ROOT)],
        "typeCheckingMode": "standard",
        "pythonVersion": "3.11",
        "venvPath": str(environment.parent),
        "venv": environment.name,
    }
    project = folder / "pyrightconfig.json"
    project.write_text(json.dumps(settings))
    report = json.loads(run("basedpyright", "--outputjson", "--project", project))
    assert report["summary"]["filesAnalyzed"] == 3
    return collected(
        [
            (entry["file"], entry["range"]["start"]["line"] + 1, entry["message"])
            for entry in report["generalDiagnostics"]
            if entry["severity"] == "error"
        ]
    )


@pytest.fixture(scope="module", params=["mypy", "pyright"])
def findings(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Findings:
    """Give what one checker says about all files."""
    folder = tmp_path_factory.mktemp("typing")
    return by_mypy(folder) if request.param == "mypy" else by_pyright(folder)


def test_public_types_are_exact(findings: Findings) -> None:
    assert not findings[RIGHT.name]


def test_every_relationship_has_the_type_of_its_target(findings: Findings) -> None:
    assert not findings[RELATED]


def test_wrong_programs_are_refused(findings: Findings) -> None:
    lines = WRONG.read_text("utf-8").splitlines()
    marked = {number for number, line in enumerate(lines, 1) if "# wrong: " in line}
    assert len(marked) > 40
    refused = set(findings[WRONG.name])
    assert {lines[number - 1].strip() for number in marked - refused} == set()
    assert {number: findings[WRONG.name][number] for number in refused - marked} == {}
