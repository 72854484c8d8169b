"""What the package needs of `schemas/` at run time, as JSON in `vt_sdk/_data`.

The codes of statuses and errors are committed with the package. What the emulator is driven by, the
bundled document and the samples, is made when the package is built or installed: each new field
would be in it a second time. `ensure` makes it in a working tree, before scripts and tests run.
"""

import json
from pathlib import Path

from _environment import ROOT
from _schemas import SCHEMAS, Json, bundle, load_errors, load_operations, load_schema

__all__ = ["ensure", "write_data"]

_DATA = ROOT / "vt_sdk" / "_data"


def ensure() -> None:
    """Make the data of the working tree, unless it is newer than all that it is made from."""
    sources = [SCHEMAS, *SCHEMAS.rglob("*"), Path(__file__), ROOT / "scripts" / "_schemas.py"]
    changed = max(path.stat().st_mtime for path in sources)
    made = [_DATA / name for name in ("openapi.json", "samples.json")]
    if not all(path.exists() and path.stat().st_mtime >= changed for path in made):
        write_data(_DATA)


def write_data(folder: Path) -> None:
    """Write all data into a folder."""
    folder.mkdir(exist_ok=True)
    errors = load_errors()
    tables: Json = {
        "statuses": {str(entry.pop("value")): entry for entry in errors["statuses"]},
        "codes": {entry.pop("code"): entry for entry in errors["codes"]},
    }
    for name, content in (
        ("errors.json", tables),
        ("openapi.json", bundle(load_operations())),
        ("samples.json", _sample_answers()),
    ):
        text = json.dumps(content, indent=1, ensure_ascii=False)
        (folder / name).write_text(text + "\n", "utf-8")


def _sample_answers() -> Json:
    """Return what the emulator answers with: sample objects by type, other answers by title.

    There is one object for each id, the most complete one of a finished piece of work.
    """
    objects: Json = {}
    answers: Json = {}
    for path in sorted(SCHEMAS.glob("samples/*/*.json")):
        kind, document = path.parent.name, load_schema(path)
        if (SCHEMAS / "common" / f"{kind}.json").exists():
            title = load_schema(SCHEMAS / "common" / f"{kind}.json")["title"]
            answers.setdefault(title, []).append(document)
            continue
        data = document.get("data")
        for item in data if isinstance(data, list) else [data]:
            if isinstance(item, dict) and item.get("type") == kind and "attributes" in item:
                found = objects.setdefault(kind, {})
                found[item["id"]] = max(found.get(item["id"], {}), item, key=_completeness)
    return {
        "objects": {kind: list(found.values()) for kind, found in sorted(objects.items())},
        "answers": answers,
    }


def _completeness(item: Json) -> tuple[bool, int]:
    finished = item.get("attributes", {}).get("status") in ("completed", "finished")
    return finished, len(json.dumps(item))
