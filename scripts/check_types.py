"""Check all types once by each type checker: the project is clean, wrong programs are refused.

    python3 scripts/check_types.py [mypy] [pyright]

Each checker runs once over the package, the scripts and the tests, over a program with every
relationship of every object type, and over `tests/typing/wrong_programs.py`, in which it must find
an error on each marked line and on no other. What is wrong is printed, a line each.
"""

from _environment import ROOT, enter

if __name__ == "__main__":
    enter()

import argparse
import inspect
import json
import re
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Final, TypeAlias

from _schemas import Json, load_operations, object_schemas, operations

from vt_sdk import VirusTotal

CHECKED: Final = ("vt_sdk", "scripts", "tests")
WRONG: Final = ROOT / "tests" / "typing" / "wrong_programs.py"
MARK: Final = "# wrong: "

SECONDS: Final = 600

# Messages by file and line.
Findings: TypeAlias = Mapping[tuple[Path, int], str]


def _target(relationship: Json) -> str:
    """Return the type of what an object type is related to."""
    known = object_schemas()
    # What no schema describes may be any object.
    if not known.keys() >= set(relationship["target"]):
        return "VTObject"
    return " | ".join(f"models.{known[name]['title']}" for name in relationship["target"])


def _relationships() -> Iterator[tuple[str, str]]:
    """Yield a call for every relationship of every object type, and the type of its result."""
    for path, _, operation in operations(load_operations()):
        if "x-vt-relationships-of" not in operation:
            continue
        names = re.findall(r"{(\w+)}", path)
        (group,) = operation["tags"]
        method = f"vt.{group}.{operation['x-vt-method']}"
        ids = "".join(f"{name}=x, " for name in names if name != "relationship")
        plain = "Descriptor" if operation.get("x-vt-descriptors") else None
        schema = object_schemas()[operation["x-vt-relationships-of"]]
        for name, relationship in schema["x-vt-relationships"].items():
            item = plain or _target(relationship)
            result = f"Page[{item}]" if relationship["cardinality"] == "many" else f"{item} | None"
            yield f'{method}({ids}relationship="{name}")', result
            yield f'{method}({ids}relationship="/{name}", limit=1, cursor=x)', result
        item = plain or "VTObject"
        unknown = f'{method}({ids}relationship=RelationshipName("x"))'
        yield unknown, f"Page[{item}] | {item} | None"


def _methods() -> Iterator[tuple[str, str]]:
    """Yield a call of every method that has one type of result, and that type."""
    for path, _, operation in operations(load_operations()):
        (group,) = operation["tags"]
        if "relationship}" in path or operation["x-vt-method"].startswith("iter_"):
            continue
        method = getattr(getattr(VirusTotal(), group), operation["x-vt-method"])
        result = inspect.get_annotations(method)["return"]
        text = result if isinstance(result, str) else inspect.formatannotation(result)
        text = re.sub(r"vt_sdk\.(models\.)?[\w.]*?(\w+)(?=$|[\[\], ])", r"\1\2", text)
        yield f"vt.{group}.{operation['x-vt-method']}(*y, **y)", text


def write_related(folder: Path) -> Path:
    """Write the program with every relationship, and for event loops with every method."""
    paged = re.compile(r"\bPage\b")
    lines = [
        "from typing import Any, assert_type",
        "from vt_sdk import AsyncPage, AsyncVirusTotal, Descriptor, Page, RelationshipName",
        "from vt_sdk import AnalysisDescriptor, Download, VirusTotal, VTObject, models",
        "def related(vt: VirusTotal, x: str) -> None:",
        *(f"    assert_type({call}, {result})" for call, result in _relationships()),
        "async def related_on_a_loop(vt: AsyncVirusTotal, x: str, y: Any) -> None:",
        *(
            f"    assert_type(await {call}, {paged.sub('AsyncPage', result)})"
            for call, result in (*_relationships(), *_methods())
        ),
    ]
    path = folder / "related.py"
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


def _run(*command: str | Path) -> str:
    """Run a checker; return what it found, which includes the wrong programs."""
    done = subprocess.run(
        [sys.executable, "-m", *command],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
    )
    # 1 says that there are errors, as there must be; any other code that the checker did not work.
    if done.returncode != 1:
        sys.exit(f"{command[0]} ended with {done.returncode}:\n{done.stdout}{done.stderr}")
    return done.stdout


def by_mypy(folder: Path) -> Findings:
    """Run mypy over everything."""
    said = _run("mypy", "--output", "json", *CHECKED, WRONG, write_related(folder))
    entries = [json.loads(line) for line in said.splitlines() if line.startswith("{")]
    return {
        (ROOT / entry["file"], entry["line"]): entry["message"]
        for entry in entries
        if entry["severity"] == "error"
    }


def by_pyright(folder: Path) -> Findings:
    """Run pyright, as basedpyright packs it, over everything."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["basedpyright"]
    wrong = str(WRONG.relative_to(ROOT))
    if wrong not in settings["exclude"]:
        sys.exit(f"{wrong} is not where the settings of pyright leave it out")
    project = folder / "pyrightconfig.json"
    settings |= {
        "include": [*(str(ROOT / name) for name in CHECKED), str(write_related(folder))],
        "exclude": [str(ROOT / name) for name in settings["exclude"] if name != wrong],
        "extraPaths": [str(ROOT), str(ROOT / "scripts")],
        "venvPath": str(Path(sys.prefix).parent),
        "venv": Path(sys.prefix).name,
    }
    project.write_text(json.dumps(settings), "utf-8")
    report = json.loads(_run("basedpyright", "--outputjson", "--project", project))
    if report["summary"]["filesAnalyzed"] < sum(1 for _ in (ROOT / "vt_sdk").rglob("*.py")):
        sys.exit("pyright has not seen the whole package")
    return {
        (Path(entry["file"]), entry["range"]["start"]["line"] + 1): entry["message"]
        for entry in report["generalDiagnostics"]
        if entry["severity"] == "error"
    }


def mistakes(findings: Findings, wrong: Path = WRONG) -> Iterator[str]:
    """Yield what a checker found where nothing is wrong, and what it missed where something is."""
    lines = wrong.read_text("utf-8").splitlines()
    marked = {(wrong, number) for number, line in enumerate(lines, 1) if MARK in line}
    if not marked:
        yield f"{wrong}: no line is marked"
    for place, message in sorted(findings.items()):
        if place not in marked:
            yield f"{place[0]}:{place[1]}: {message}"
    for _, number in sorted(marked - findings.keys()):
        yield f"{wrong}:{number}: nothing was found: {lines[number - 1].strip()}"


CHECKERS: Final[Mapping[str, Callable[[Path], Findings]]] = {"mypy": by_mypy, "pyright": by_pyright}


def main() -> int:
    parser = argparse.ArgumentParser(description="Check all types once by each type checker.")
    parser.add_argument("checkers", nargs="*", metavar="CHECKER", help="mypy, pyright; or both")
    names = parser.parse_args().checkers or list(CHECKERS)
    if unknown := sorted(set(names) - CHECKERS.keys()):
        parser.error(f"no type checker: {', '.join(unknown)}")
    found = 0
    for name in names:
        with tempfile.TemporaryDirectory() as folder:
            for mistake in mistakes(CHECKERS[name](Path(folder).resolve())):
                found += 1
                print(f"{name}: {mistake}")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
