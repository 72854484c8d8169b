"""What the tests over whole documents share: how much of a document has a typed place."""

import functools
import json
import os
from collections import defaultdict
from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any, get_args

from tests.support import ROOT, file_document, leaves
from vt_sdk import APIError, Page, VTModel, VTObject, models, parse

__all__ = [
    "ANSWERS",
    "OWN",
    "REAL_FOLDER",
    "TYPES",
    "dates_in",
    "file_of",
    "loaded",
    "objects_of",
    "read",
    "typed_leaves",
    "whole",
]

OWN = ROOT / "schemas" / "samples"
# Answers of the real service, which are not part of the project; there may be none.
REAL_FOLDER = Path(os.environ.get("VT_SDK_SAMPLES") or ROOT.parent / "shared" / "samples")
TYPES = sorted(path.stem for path in (ROOT / "schemas" / "objects").glob("*.json"))
# What comes back by itself without being an object; the folder is called like the schema.
ANSWERS = sorted(path.name for path in OWN.iterdir() if path.name not in TYPES)


def read(path: Path) -> tuple[VTObject | Page[VTObject], Any]:
    """Parse a document; give what came of it and the document as plain JSON."""
    raw = path.read_bytes()
    parsed = parse(raw)
    assert isinstance(parsed, (VTObject, Page)), path
    return parsed, json.loads(raw)


@functools.cache
def _objects() -> Mapping[str, list[VTObject]]:
    found: dict[str, list[VTObject]] = defaultdict(list)
    for path in sorted(path for folder in (OWN, REAL_FOLDER) for path in folder.rglob("*.json")):
        with suppress(APIError):
            parsed = parse(path.read_bytes())
            for item in parsed if isinstance(parsed, Page) else [parsed]:
                if isinstance(item, VTObject) and hasattr(item, "type"):
                    found[item.type].append(item)
    return found


def file_of(**attributes: Any) -> models.File:
    """Return a file with the attributes of a complete report, and these."""
    return parse({"data": file_document(**attributes)}, models.File)


def loaded(
    kind: str, key: str, relationships: dict[str, Any] | None = None, **attributes: Any
) -> Any:
    """Return an object of any type, with what was loaded along with it."""
    related = {name: {"data": data} for name, data in (relationships or {}).items()}
    return parse(
        {"data": {"type": kind, "id": key, "attributes": attributes, "relationships": related}}
    )


def objects_of(name: str) -> list[VTObject]:
    """Return the objects of a type in all samples, of the project and of the real service."""
    return _objects()[name]


def whole(parsed: VTObject | Page[VTObject], document: dict[str, Any]) -> Any:
    """Return the part of a document that `to_dict` must give back."""
    return document["data"] if isinstance(parsed, VTObject) and "data" in document else document


def _is_open(annotation: Any) -> bool:
    return annotation is Any or any(map(_is_open, get_args(annotation)))


def typed_leaves(value: Any, raw: Any, is_open: bool = False) -> tuple[int, int]:
    """Count the scalars of a document that stand in a declared field that is not Any, and all."""
    if isinstance(value, VTModel) and isinstance(raw, dict):
        fields = {field.alias or name: name for name, field in type(value).model_fields.items()}
        members = dict(value)
        pairs = []
        for key, item in raw.items():
            name = fields.get(key)
            if name is None or name not in members:
                pairs.append((0, sum(1 for _ in leaves(item))))
            else:
                annotation = type(value).model_fields[name].annotation
                pairs.append(typed_leaves(members[name], item, _is_open(annotation)))
    elif isinstance(value, dict) and isinstance(raw, dict):
        pairs = [typed_leaves(value.get(key), item, is_open) for key, item in raw.items()]
    elif isinstance(value, list) and isinstance(raw, list) and len(value) == len(raw):
        pairs = [typed_leaves(one, item, is_open) for one, item in zip(value, raw, strict=True)]
    else:
        count = sum(1 for _ in leaves(raw))
        scalar = not isinstance(raw, (dict, list))
        fits = raw is None or (value is not None and not isinstance(value, (dict, list)))
        return (count if scalar and fits and not is_open else 0), count
    return sum(typed for typed, _ in pairs), sum(count for _, count in pairs)


def dates_in(value: Any) -> list[datetime]:
    """Return all dates in an object, however deep."""
    if isinstance(value, datetime):
        return [value]
    if isinstance(value, VTModel):
        value = dict(value)
    if isinstance(value, dict):
        return [date for item in value.values() for date in dates_in(item)]
    if isinstance(value, list):
        return [date for item in value for date in dates_in(item)]
    return []
