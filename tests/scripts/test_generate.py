"""The generator: what it writes, and that `--check` finds every way for a tree to be stale."""

import ast
import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.scripts.support import ROOT, checkout

__all__ = ["checkout"]

# One run of the generator: what it made is what a check, writing, and a check after it go by.
_CHECK_THEN_WRITE = """
import hashlib, json, shutil, sys, tempfile
from pathlib import Path
sys.path.insert(0, sys.argv[1])
import generate
package = generate.ROOT / "vt_sdk"
with tempfile.TemporaryDirectory() as folder:
    made = Path(folder, "vt_sdk")
    made.mkdir()
    generate.generate(made)
    generate.generate = lambda target: shutil.copytree(made, target, dirs_exist_ok=True)
    print(generate.main(["--check"]))
    print("=")
    held = {str(path.relative_to(package)): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in package.rglob("*") if path.is_file() and "__pycache__" not in path.parts}
    print(json.dumps(held))
    print("=")
    print(generate.main([]))
    print(generate.main(["--check"]))
"""


@pytest.mark.slow
def test_a_stale_tree_is_found_and_made_fresh(checkout: Path) -> None:
    package = checkout / "vt_sdk"
    with (package / "models" / "comment.py").open("a") as edited:
        edited.write("\n")
    (package / "models" / "domain.py").unlink()
    (package / "operations" / "more.py").touch()
    path = checkout / "schemas" / "objects" / "vote.json"
    schema = json.loads(path.read_text("utf-8"))
    schema["$defs"]["VoteAttributes"]["properties"]["weight"] = {
        "description": "How much the vote counts.",
        "type": "number",
    }
    path.write_text(json.dumps(schema), "utf-8")
    stale = [
        "differs  vt_sdk/models/comment.py",
        "differs  vt_sdk/models/vote.py",
        "missing  vt_sdk/models/domain.py",
        "extra    vt_sdk/operations/more.py",
        "differs  vt_sdk/_data/openapi.json",
    ]
    before = _contents(package)
    done = subprocess.run(
        [sys.executable, "-c", _CHECK_THEN_WRITE, checkout / "scripts"],
        capture_output=True,
        text=True,
        timeout=120,
        # What a set decides would differ from the committed code.
        env={**os.environ, "PYTHONHASHSEED": "3"},
        check=False,
    )
    assert done.returncode == 0, done.stderr
    checked, held, written = done.stdout.split("=\n")
    assert checked.splitlines() == [*stale, "1"]
    assert json.loads(held) == {name: _digest(content) for name, content in before.items()}
    assert written.splitlines() == [*stale, "0", "generated code is fresh", "0"]
    committed, made = _contents(ROOT / "vt_sdk"), _contents(package)
    assert made.keys() == committed.keys()
    changed = {"models/vote.py", "_data/openapi.json"}
    assert {name for name in made if made[name] != committed[name]} == changed
    assert b"    weight: IntOrFloat | None = None\n" in made["models/vote.py"]
    document = json.loads(made["_data/openapi.json"])
    attributes = document["components"]["schemas"]["Vote.VoteAttributes"]
    assert attributes["properties"]["weight"]["type"] == "number"


def test_generated_files_say_so() -> None:
    for folder in ("models", "operations"):
        for path in (ROOT / "vt_sdk" / folder).rglob("*.py"):
            opening = path.read_text("utf-8").split('"""')[1]
            assert "Do not edit: `python3 scripts/generate.py` made it from" in opening, path


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _contents(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


@pytest.mark.slow
def test_data_that_is_older_than_a_schema_is_made_anew(checkout: Path) -> None:
    ensure = "import sys; sys.path.insert(0, sys.argv[1]); import _package_data as d; d.ensure()"
    command = [sys.executable, "-c", ensure, str(checkout / "scripts")]
    data = checkout / "vt_sdk" / "_data"
    subprocess.run(command, check=True, timeout=60)
    made = (data / "openapi.json").stat()
    (data / "samples.json").unlink()
    subprocess.run(command, check=True, timeout=60)
    assert (data / "samples.json").read_bytes() == (
        ROOT / "vt_sdk" / "_data" / "samples.json"
    ).read_bytes()
    os.utime(checkout / "schemas" / "objects" / "vote.json")
    subprocess.run(command, check=True, timeout=60)
    newer = (data / "openapi.json").stat()
    assert newer.st_mtime_ns > made.st_mtime_ns
    subprocess.run(command, check=True, timeout=60)
    assert (data / "openapi.json").stat().st_mtime_ns == newer.st_mtime_ns


def test_what_is_written_by_hand_says_what_data_cannot() -> None:
    for path in (ROOT / "vt_sdk" / "resources").glob("[!_]*.py"):
        classes = [
            n for n in ast.parse(path.read_text("utf-8")).body if isinstance(n, ast.ClassDef)
        ]
        own = [node for node in classes[-1].body if not isinstance(node, ast.Expr)]
        assert own, f"{path.name} holds nothing that is not generated"
