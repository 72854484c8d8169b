"""The generator: what it writes, and that `--check` finds every way for a tree to be stale."""

import hashlib
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.scripts.support import ROOT, checkout, run

__all__ = ["checkout"]

MODEL = "vt_sdk/models/vote.py"


def test_the_committed_code_is_fresh() -> None:
    done = run("generate.py", "--check")
    assert (done.returncode, done.stdout.strip()) == (0, "generated code is fresh"), done.stderr


@pytest.mark.parametrize(
    ("spoil", "line"),
    [
        (lambda path: path.unlink(), f"missing  {MODEL}"),
        (lambda path: path.write_text(path.read_text() + "\n"), f"differs  {MODEL}"),
        (lambda path: path.with_name("more.py").write_text(""), "extra    vt_sdk/models/more.py"),
    ],
    ids=["a file gone", "a file edited", "a file too many"],
)
def test_check_finds_a_stale_tree_and_writes_nothing(
    checkout: Path, spoil: Callable[[Path], object], line: str
) -> None:
    spoil(checkout / MODEL)
    before = _contents(checkout / "vt_sdk")
    done = run("generate.py", "--check", root=checkout)
    assert done.returncode == 1
    assert done.stdout.splitlines() == [line]
    assert _contents(checkout / "vt_sdk") == before


def test_a_new_field_reaches_model_document_and_lock(checkout: Path) -> None:
    path = checkout / "schemas" / "objects" / "vote.json"
    schema = json.loads(path.read_text("utf-8"))
    schema["$defs"]["VoteAttributes"]["properties"]["weight"] = {
        "description": "How much the vote counts.",
        "type": "number",
    }
    path.write_text(json.dumps(schema), "utf-8")
    done = run("generate.py", root=checkout)
    assert done.returncode == 0, done.stderr
    assert "differs  vt_sdk/models/vote.py" in done.stdout.splitlines()
    assert "    weight: IntOrFloat | None = None\n" in (checkout / MODEL).read_text("utf-8")
    data = checkout / "vt_sdk" / "_data"
    document = json.loads((data / "openapi.json").read_text("utf-8"))
    attributes = document["components"]["schemas"]["Vote.VoteAttributes"]
    assert attributes["properties"]["weight"]["type"] == "number"
    lock = json.loads((data / "lock.json").read_text("utf-8"))
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    assert lock["inputs"]["schemas/objects/vote.json"] == digest
    assert run("generate.py", "--check", root=checkout).returncode == 0


def test_the_bytes_do_not_depend_on_the_hash_seed(checkout: Path) -> None:
    contents = []
    for seed in ("1", "2"):
        assert run("generate.py", root=checkout, PYTHONHASHSEED=seed).returncode == 0
        contents.append(_contents(checkout / "vt_sdk"))
    assert contents[0] == contents[1]


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
