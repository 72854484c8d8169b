"""The generator: what it writes, and that `--check` finds every way for a tree to be stale."""

import hashlib
import json
from pathlib import Path

from tests.scripts.support import ROOT, checkout, run

__all__ = ["checkout"]

# No two runs have the same seed: what a set decides would differ from the committed code.


def test_the_committed_code_is_fresh() -> None:
    done = run("generate.py", "--check", PYTHONHASHSEED="1")
    assert (done.returncode, done.stdout.strip()) == (0, "generated code is fresh"), done.stderr


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
        "differs  vt_sdk/_data/lock.json",
        "differs  vt_sdk/_data/openapi.json",
    ]
    before = _contents(package)
    done = run("generate.py", "--check", root=checkout, PYTHONHASHSEED="2")
    assert (done.returncode, done.stdout.splitlines()) == (1, stale), done.stderr
    assert _contents(package) == before  # a check writes nothing

    done = run("generate.py", root=checkout, PYTHONHASHSEED="3")
    assert (done.returncode, done.stdout.splitlines()) == (0, stale), done.stderr
    committed, made = _contents(ROOT / "vt_sdk"), _contents(package)
    assert made.keys() == committed.keys()
    changed = {"models/vote.py", "_data/lock.json", "_data/openapi.json"}
    assert {name for name in made if made[name] != committed[name]} == changed
    assert b"    weight: IntOrFloat | None = None\n" in made["models/vote.py"]
    document = json.loads(made["_data/openapi.json"])
    attributes = document["components"]["schemas"]["Vote.VoteAttributes"]
    assert attributes["properties"]["weight"]["type"] == "number"
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    assert json.loads(made["_data/lock.json"])["inputs"]["schemas/objects/vote.json"] == digest


def test_generated_files_say_so() -> None:
    for folder in ("models", "operations"):
        for path in (ROOT / "vt_sdk" / folder).rglob("*.py"):
            opening = path.read_text("utf-8").split('"""')[1]
            assert "Do not edit: `python3 scripts/generate.py` made it from" in opening, path


def _contents(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
