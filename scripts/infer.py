"""Show what captured responses hold that the schemas lack, and write it into them.

    python3 scripts/infer.py SAMPLE…            list it: where, types seen, how often, an example
    python3 scripts/infer.py --write SAMPLE…    also propose it in `schemas/`, for review

A sample is a response or a bare object as JSON. Examples go to the terminal only: a schema gets
name, type and whether null was seen, marked `x-vt-evidence: observed`. The exit status is 1 if
something was found and not written.
"""

from _environment import enter

if __name__ == "__main__":
    enter()

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from _schemas import SCHEMAS, Json, load_schema, map_refs

_SCALARS = ("string", "number", "integer", "boolean", "null")


def kind_of(value: object) -> str:
    """Give the JSON Schema type of a value."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "boolean"
    names = {int: "integer", float: "number", str: "string", list: "array", dict: "object"}
    return names[type(value)]


@dataclass
class Observation:
    """What was seen at one place, over all samples."""

    kinds: Counter[str] = field(default_factory=Counter)
    members: "dict[str, Observation]" = field(default_factory=dict)
    items: "Observation | None" = None
    example: object = None

    def add(self, value: object) -> None:
        """Note one more value."""
        self.kinds[kind_of(value)] += 1
        if self.example is None:
            self.example = value
        if isinstance(value, dict):
            for key, member in value.items():
                self.members.setdefault(key, Observation()).add(member)
        elif isinstance(value, list):
            self.items = self.items or Observation()
            for item in value:
                self.items.add(item)

    def merge(self, other: "Observation") -> None:
        """Take over what was seen elsewhere."""
        self.kinds += other.kinds
        for key, member in other.members.items():
            self.members.setdefault(key, Observation()).merge(member)
        if other.items:
            self.items = self.items or Observation()
            self.items.merge(other.items)

    @property
    def is_map(self) -> bool:
        """Whether the keys look like data (names, hashes, paths), not like field names."""
        odd = sum(not re.fullmatch(r"[A-Za-z_][A-Za-z0-9_]*", key) for key in self.members)
        return not self.members or odd > len(self.members) / 2


@dataclass(frozen=True)
class Place:
    """A record of a schema file: where a field belongs."""

    file: Path
    record: str  # the name of a definition, empty for the file's own schema


@dataclass
class Findings:
    """What the schemas lack: fields nobody knows, and values whose type does not fit."""

    unknown: dict[tuple[Place, str], Observation] = field(default_factory=dict)
    unfit: dict[tuple[Place, str], Observation] = field(default_factory=dict)


class Schemas:
    """The schema files of a folder, read once, changed in memory, written on request."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._files: dict[Path, Json] = {}
        self._changed: set[Path] = set()

    def file(self, path: Path) -> Json:
        if path not in self._files:
            self._files[path] = load_schema(path)
        return self._files[path]

    def record(self, place: Place) -> Json:
        schema = self.file(place.file)
        found: Json = schema["$defs"][place.record] if place.record else schema
        return found

    def resolve(self, schema: Json, place: Place) -> tuple[Json, Place]:
        """Follow `$ref` to the schema that is meant and the record that it is in."""
        while "$ref" in schema:
            name, _, pointer = schema["$ref"].partition("#")
            file = (place.file.parent / name).resolve() if name else place.file
            place = Place(file, pointer.removeprefix("/$defs/"))
            schema = self.record(place)
        return schema, place

    def add(self, place: Place, name: str, seen: Observation) -> None:
        """Propose a field."""
        record = self.record(place)
        record["properties"][name] = self._proposal(place, name, seen)
        record["properties"] = dict(sorted(record["properties"].items()))
        self._changed.add(place.file)

    def widen(self, place: Place, name: str, seen: Observation) -> bool:
        """Let a scalar field take further scalar types; False where only a person can decide."""
        known = self.record(place)["properties"][name]
        kinds = known.get("type")
        kinds = [kinds] if isinstance(kinds, str) else kinds
        if not kinds or not {*kinds, *seen.kinds} <= set(_SCALARS):
            return False
        wanted = {*kinds, *seen.kinds}
        wanted -= {"integer"} if "number" in wanted else set()
        ordered = [kind for kind in _SCALARS if kind in wanted]
        known["type"] = ordered if len(ordered) > 1 else ordered[0]
        self._changed.add(place.file)
        return True

    def write(self) -> list[Path]:
        """Write the files that were changed and give their paths."""
        for path in self._changed:
            text = json.dumps(self._files[path], indent=2, ensure_ascii=False)
            path.write_text(text + "\n", "utf-8")
        return sorted(self._changed)

    def _proposal(self, place: Place, name: str, seen: Observation) -> Json:
        proposal: Json = {"description": f"Seen in answers; not documented: {name}."}
        proposal |= self._type(place, name, seen)
        return {**proposal, "x-vt-evidence": "observed"}

    def _type(self, place: Place, name: str, seen: Observation) -> Json:
        kinds = {*seen.kinds}
        kinds -= {"integer"} if "number" in kinds else set()
        if not kinds - {"null"}:
            return {"type": ["string", "null"]}
        if kinds <= set(_SCALARS):
            ordered = [kind for kind in _SCALARS if kind in kinds]
            found: Json = {"type": ordered if len(ordered) > 1 else ordered[0]}
            if ordered == ["integer"] and re.search(r"(^|_)date$", name):
                found["format"] = "unix-time"
            return found
        # Of an object and a list the more frequent form is declared.
        kind = max(("object", "array"), key=lambda form: seen.kinds[form])
        if kind == "array":
            items = seen.items or Observation()
            return {"type": "array", "items": self._type(place, _singular(name), items)}
        if seen.is_map:
            values = Observation()
            for member in seen.members.values():
                values.merge(member)
            return {"type": "object", "additionalProperties": self._type(place, name, values)}
        return {"$ref": f"#/$defs/{self._define(place, name, seen)}"}

    def _define(self, place: Place, name: str, seen: Observation) -> str:
        """Add a record for a nested object and give its name, free in its file."""
        owner = place.record or self.file(place.file)["title"]
        stem = owner.removesuffix("Attributes") + "".join(
            part[:1].upper() + part[1:] for part in re.split(r"[^A-Za-z0-9]+", name)
        )
        definitions = self.file(place.file).setdefault("$defs", {})
        while stem in definitions:
            stem += "Part"
        definitions[stem] = {
            "description": f"Seen in answers; not documented: {name}.",
            "type": "object",
            "properties": {},
        }
        inner = Place(place.file, stem)
        for member, observation in sorted(seen.members.items()):
            self.add(inner, member, observation)
        return stem


def _singular(name: str) -> str:
    return name.removesuffix("s")


class Comparison:
    """Walks documents along the schemas and collects what does not fit."""

    def __init__(self, schemas: Schemas) -> None:
        self.schemas = schemas
        self.findings = Findings()

    def document(self, document: object) -> None:
        """Compare a response or a bare object."""
        if not isinstance(document, dict):
            return
        if "type" in document or "data" not in document:
            objects = [document]
        else:
            data = document["data"]
            objects = data if isinstance(data, list) else [data]
            for part in ("meta", "links"):
                place = Place(self.schemas.folder / "common" / f"{part}.json", "")
                if isinstance(document.get(part), dict):
                    self._value(document[part], self.schemas.record(place), place, None)
        for item in objects:
            kind = item.get("type") if isinstance(item, dict) else None
            file = self.schemas.folder / "objects" / f"{kind}.json"
            if isinstance(kind, str) and kind.isidentifier() and file.exists():
                self._value(item, self.schemas.file(file), Place(file, ""), None)

    def _value(
        self, value: Any, schema: Json, place: Place, field_name: tuple[Place, str] | None
    ) -> None:
        schema, place = self.schemas.resolve(schema, place)
        branches = [self.schemas.resolve(s, place) for s in schema.get("anyOf", ())]
        for branch, there in branches or [(schema, place)]:
            if self._fits(value, branch):
                self._inside(value, branch, there, field_name)
                return
        if field_name:
            self.findings.unfit.setdefault(field_name, Observation()).add(value)

    @staticmethod
    def _fits(value: object, schema: Json) -> bool:
        if "enum" in schema:
            return value in schema["enum"]
        kinds = schema.get("type", [])
        kinds = [kinds] if isinstance(kinds, str) else kinds
        kind = kind_of(value)
        return not kinds or kind in kinds or (kind == "integer" and "number" in kinds)

    def _inside(
        self, value: Any, schema: Json, place: Place, field_name: tuple[Place, str] | None
    ) -> None:
        if isinstance(value, list) and "items" in schema:
            for item in value:
                self._value(item, schema["items"], place, field_name)
        elif isinstance(value, dict) and isinstance(schema.get("additionalProperties"), dict):
            for item in value.values():
                self._value(item, schema["additionalProperties"], place, field_name)
        elif isinstance(value, dict) and "properties" in schema:
            known = {**self._inherited(schema, place), **schema["properties"]}
            for key, item in value.items():
                if key in known:
                    self._value(item, known[key], place, (place, key))
                else:
                    self.findings.unknown.setdefault((place, key), Observation()).add(item)

    def _inherited(self, schema: Json, place: Place) -> Json:
        """Give the properties that stand in schemas which this one includes (`allOf`)."""
        found: Json = {}
        for part in schema.get("allOf", ()):
            included, there = self.schemas.resolve(part, place)

            def findable(reference: str, file: Path = there.file) -> str:
                """Write a reference of the included file so that it can be followed from here."""
                name, _, pointer = reference.partition("#")
                return f"{(file.parent / name).resolve() if name else file}#{pointer}"

            found |= map_refs({**included["properties"], "relationships": {}}, findable)
        return found


def report(findings: Findings, folder: Path) -> Iterator[str]:
    """Say what was found, one line each."""
    for title, found in (("unknown", findings.unknown), ("does not fit", findings.unfit)):
        for (place, name), seen in sorted(found.items(), key=lambda item: str(item[0])):
            where = place.file.relative_to(folder).as_posix()
            kinds = ", ".join(f"{kind} ×{count}" for kind, count in seen.kinds.most_common())
            example = json.dumps(seen.example, ensure_ascii=True)
            example = example if len(example) <= 60 else example[:59] + "…"
            yield f"{title:12} {where} {place.record or 'top'}.{name}: {kinds}; such as {example}"


def main() -> int:
    parser = argparse.ArgumentParser(description="Show what the schemas lack.")
    parser.add_argument("samples", nargs="+", type=Path, metavar="SAMPLE")
    parser.add_argument("--write", action="store_true", help="propose it in the schemas")
    parser.add_argument("--schemas", type=Path, default=SCHEMAS, help="the folder of the schemas")
    options = parser.parse_args()
    schemas = Schemas(options.schemas.resolve())
    comparison = Comparison(schemas)
    for path in options.samples:
        comparison.document(json.loads(path.read_text("utf-8")))
    findings = comparison.findings
    for line in report(findings, schemas.folder):
        print(line)
    if not findings.unknown and not findings.unfit:
        print("the schemas know all of it")
        return 0
    if not options.write:
        return 1
    for (place, name), seen in sorted(findings.unknown.items(), key=lambda item: str(item[0])):
        schemas.add(place, name, seen)
    left = [
        f"{place.file.name} {place.record}.{name}"
        for (place, name), seen in findings.unfit.items()
        if not schemas.widen(place, name, seen)
    ]
    for path in schemas.write():
        print(f"wrote {path.relative_to(schemas.folder)}: review it, then run scripts/generate.py")
    for field_name in left:
        print(f"left to you: {field_name}")
    return 1 if left else 0


if __name__ == "__main__":
    sys.exit(main())
