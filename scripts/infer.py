"""Show what captured responses hold that the schemas lack, and write it into them.

    python3 scripts/infer.py SAMPLE…            list it: where, types seen, how often, an example
    python3 scripts/infer.py --write SAMPLE…    also propose it in `schemas/`, for review

A sample is a response or a bare object as JSON, or a drift report: what `vt-sdk drift --json`
prints and `vt_sdk.drift(…).to_json()` gives. A report has no values, so it can come from somebody
who must not hand out responses; both lead to the same schemas. Examples go to the terminal only: a
schema gets name, type and whether null was seen, and is marked as observed. The exit status is 1 if
something was found and not written.

What stands around the data of all answers has its classes in `vt_sdk/core/envelope.py`, written by
hand: a field that is proposed for one of these schemas goes there too.
"""

from _environment import enter

if __name__ == "__main__":
    enter()

import argparse
import json
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

from _generate_models import BASES
from _schemas import SCHEMAS, Json, load_schema, map_refs

from vt_sdk._drift.observation import KINDS, Observation, kind_of, parse_path

_SCALARS = ("string", "number", "integer", "boolean", "null")

# What a date can be, in seconds; later ones are often milliseconds.
_DATES = range(-62_135_596_800, 253_402_300_800)


@dataclass
class Illustrated(Observation):
    """What was seen at one place and inside it, with examples.

    Attributes:
        examples: a value of each kind, where values were at hand.
        no_dates: integers among them that cannot be a Unix time, as far as that is known.
    """

    examples: dict[str, object] = field(default_factory=dict)
    no_dates: int = 0

    def add(self, value: object) -> None:
        super().add(value)
        self.examples.setdefault(kind_of(value), value)
        self.no_dates += kind_of(value) == "integer" and value not in _DATES

    def merge(self, other: Observation) -> None:
        super().merge(other)
        if isinstance(other, Illustrated):
            self.examples = {**other.examples, **self.examples}
            self.no_dates += other.no_dates

    def only(self, kinds: set[str]) -> "Illustrated":
        """Return what is known of values of some kinds, without what is inside."""
        found = Illustrated(examples={k: v for k, v in self.examples.items() if k in kinds})
        for kind in sorted(kinds):
            found.note([kind], self.kinds[kind])
        return found


@dataclass(frozen=True)
class Place:
    """A record of a schema file: where a field belongs."""

    file: Path
    record: str  # the name of a definition, empty for the file's own schema


@dataclass(frozen=True)
class Spot:
    """A field of a record, or what its lists and maps hold."""

    place: Place
    name: str
    inner: tuple[str, ...] = ()  # "[]" for the items of a list, ".*" for the values of a map

    @property
    def order(self) -> tuple[str, str]:
        """What to sort by: the file, then the field."""
        return str(self.place.file), str(self)

    def __str__(self) -> str:
        return f"{self.place.record or 'top'}.{self.name}{''.join(self.inner)}"

    def within(self, step: str) -> "Spot":
        return Spot(self.place, self.name, (*self.inner, step))


@dataclass
class Findings:
    """What the schemas lack.

    Attributes:
        unknown: fields that no record knows.
        unfit: values whose type does not fit, and keys that look like data in a record.
        strange: what came with a type that no schema describes, by type and path.
    """

    unknown: dict[Spot, Illustrated] = field(default_factory=dict)
    unfit: dict[Spot, Illustrated] = field(default_factory=dict)
    strange: dict[tuple[str, str], Illustrated] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.unknown or self.unfit or self.strange)


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

    def add(self, place: Place, name: str, seen: Illustrated) -> None:
        """Propose a field."""
        record = self.record(place)
        record["properties"][name] = self._proposal(place, name, seen)
        record["properties"] = dict(sorted(record["properties"].items()))
        self._changed.add(place.file)

    def widen(self, spot: Spot, seen: Illustrated) -> bool:
        """Let a scalar take further scalar types; False where only a person can decide."""
        properties: Json = self.record(spot.place)["properties"]
        known = None if spot.place.file.stem in BASES else properties.get(spot.name)
        for step in spot.inner:
            known = (known or {}).get("items" if step == "[]" else "additionalProperties")
        known = known if isinstance(known, dict) else {}
        kinds = known.get("type", [])
        kinds = {kinds} if isinstance(kinds, str) else {*kinds}
        wanted = kinds | seen.forms
        if not kinds or wanted == kinds or not wanted <= set(_SCALARS):
            return False
        if "format" in known and seen.forms != {"null"}:
            # Only the integers among them are dates.
            date = {"type": _in_order(kinds), "format": known.pop("format")}
            del known["type"]
            known["anyOf"] = [date, {"type": _in_order(seen.forms)}]
        else:
            known["type"] = _in_order(wanted)
        self._changed.add(spot.place.file)
        return True

    def write(self) -> list[Path]:
        """Write the files that were changed and give their paths."""
        for path in self._changed:
            text = json.dumps(self._files[path], indent=2, ensure_ascii=False)
            path.write_text(text + "\n", "utf-8")
        return sorted(self._changed)

    def _proposal(self, place: Place, name: str, seen: Illustrated) -> Json:
        proposal: Json = {"description": f"Seen in answers; not documented: {name}."}
        proposal |= self._type(place, name, seen)
        return {**proposal, "x-vt-evidence": "observed, captured answers"}

    def _type(self, place: Place, name: str, seen: Illustrated) -> Json:
        """Return the schema of a value: one form, or a choice of all that were seen."""
        forms: list[Json] = []
        inside = seen.forms & {"object", "array"}
        scalars = seen.forms - inside
        if scalars - {"null"} or not inside:
            forms.append(self._scalar(name, scalars))
        if "array" in inside:
            items = seen.items or Illustrated()
            forms.append({"type": "array", "items": self._type(place, _singular(name), items)})
        if "object" in inside:
            named, rest = seen.fields()
            if named:
                forms.append({"$ref": f"#/$defs/{self._define(place, name, named)}"})
            else:
                values = self._type(place, name, rest or Illustrated())
                forms.append({"type": "object", "additionalProperties": values})
        if scalars == {"null"} and inside:
            forms.append({"type": "null"})
        return forms[0] if len(forms) == 1 else {"anyOf": forms}

    @staticmethod
    def _scalar(name: str, kinds: set[str]) -> Json:
        if not kinds - {"null"}:
            return {"type": ["string", "null"]}
        found: Json = {"type": _in_order(kinds)}
        if found["type"] == "integer" and re.search(r"(^|_)date$", name):
            found["format"] = "unix-time"
        return found

    def _define(self, place: Place, name: str, members: dict[str, Illustrated]) -> str:
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
        for member, observation in sorted(members.items()):
            self.add(inner, member, observation)
        return stem


def _in_order(kinds: set[str]) -> str | list[str]:
    """Write scalar kinds as the `type` of a schema; an integer is a number."""
    ordered = [kind for kind in _SCALARS if kind in kinds]
    if "number" in ordered and "integer" in ordered:
        ordered.remove("integer")
    return ordered if len(ordered) > 1 else ordered[0]


def _singular(name: str) -> str:
    return name.removesuffix("s")


# A schema, and the record in which it stands.
_Choice: TypeAlias = tuple[Json, Place]


class Comparison:
    """Sums up samples and reports by object type, then walks that along the schemas."""

    def __init__(self, schemas: Schemas) -> None:
        self.schemas = schemas
        self.findings = Findings()
        # By object type; under the empty name what stands beside objects.
        self._seen: dict[str, Illustrated] = {}

    def read(self, document: object) -> None:
        """Take in a response, a bare object or a drift report.

        Raises:
            ValueError: it looks like a report and is none.
        """
        if not isinstance(document, dict):
            return
        # Records of Attack Surface Management have a type as well, and are no objects.
        if "type" in document and "uuid" not in document:
            self._object(document)
        elif "data" in document:
            data = document["data"]
            for item in data if isinstance(data, list) else [data]:
                self._object(item)
            for part in ("meta", "links"):
                if isinstance(document.get(part), dict):
                    self._of("").at((part,)).add(document[part])
        elif "findings" in document:
            self._report(document["findings"])

    def _of(self, object_type: str) -> Illustrated:
        return self._seen.setdefault(object_type, Illustrated())

    def _object(self, item: object) -> None:
        if isinstance(item, dict) and isinstance(item.get("type"), str) and item["type"]:
            self._of(item["type"]).add(item)

    def _report(self, findings: object) -> None:
        if not isinstance(findings, list):
            raise ValueError("not a drift report: its findings are no list")
        try:
            for finding in findings:
                place = self._of(finding["object_type"]).at(parse_path(finding["path"]))
                kinds = finding["kinds"]
                if not kinds or not KINDS.issuperset(kinds):
                    raise ValueError(f"no kinds of JSON values: {kinds}")
                place.note(kinds, int(finding["count"]))
                place.no_dates += finding["problem"] == "misfit" and "integer" in kinds
        except (KeyError, TypeError) as error:
            raise ValueError(f"not a drift report: {error!r}") from error

    def compare(self) -> Findings:
        """Compare all that was taken in with the schemas."""
        for object_type, seen in self._seen.items():
            file = self.schemas.folder / "objects" / f"{object_type}.json"
            if object_type.isidentifier() and file.exists():
                self._compare_relationships(object_type, seen)
                self._compare(seen, [(self.schemas.file(file), Place(file, ""))], None)
                continue
            for part in () if object_type else ("meta", "links"):
                if part in seen.members:
                    self._compare(seen.members.pop(part), [self._common(part)], None)
            for path, inner in seen.outermost():
                self.findings.strange[object_type, path] = inner
        return self.findings

    def _compare_relationships(self, object_type: str, seen: Illustrated) -> None:
        """Compare what was embedded; a new relationship is more than a field, so it is strange."""
        schema = self.schemas.file(self.schemas.folder / "objects" / f"{object_type}.json")
        embedded = seen.members.pop("relationships", Illustrated())
        for name, inner in embedded.members.items():
            if name in schema["x-vt-relationships"]:
                self._compare(inner, [self._common("relationship")], None)
            else:
                self.findings.strange[object_type, f"relationships.{name}"] = inner

    def _common(self, name: str) -> _Choice:
        place = Place(self.schemas.folder / "common" / f"{name}.json", "")
        return self.schemas.record(place), place

    def _compare(self, seen: Illustrated, choices: Iterable[_Choice], spot: Spot | None) -> None:
        """Compare what was seen at a place with the schemas that may describe it."""
        allowed = [form for choice in choices for form in self._forms(*choice)]
        unfit = {kind for kind in seen.forms if not self._fits(seen, kind, allowed)}
        if unfit and spot:
            self._note(self.findings.unfit, spot, seen.only(unfit))
        lists = [(s["items"], p) for s, p in allowed if "items" in s]
        if seen.items is not None and lists:
            self._compare(seen.items, lists, spot and spot.within("[]"))
        records = [(s, p) for s, p in allowed if "properties" in s]
        maps = [
            (s["additionalProperties"], p)
            for s, p in allowed
            if isinstance(s.get("additionalProperties"), dict)
        ]
        if records:
            self._compare_members(seen, records)
        elif maps:
            for inner in (*seen.members.values(), *([seen.values] if seen.values else ())):
                self._compare(inner, maps, spot and spot.within(".*"))

    def _compare_members(self, seen: Illustrated, records: list[_Choice]) -> None:
        _, first = records[0]
        fields = [
            ({**self._inherited(schema, place), **schema["properties"]}, place)
            for schema, place in records
        ]
        new = Illustrated(values=seen.values)
        for key, inner in seen.members.items():
            if known := [
                (known_fields[key], place) for known_fields, place in fields if key in known_fields
            ]:
                self._compare(inner, known, Spot(known[0][1], key))
            else:
                new.members[key] = inner
        named, rest = new.fields()
        # Of several records only a person can say to which one a field belongs, and what stands for
        # any object only a person can change.
        is_certain = len(records) == 1 and first.file.stem not in BASES
        found = self.findings.unknown if is_certain else self.findings.unfit
        for key, inner in named.items():
            self._note(found, Spot(first, key), inner)
        if rest is not None:
            self._note(self.findings.unfit, Spot(first, "*"), rest)

    @staticmethod
    def _note(found: dict[Spot, Illustrated], spot: Spot, seen: Illustrated) -> None:
        found.setdefault(spot, Illustrated()).merge(seen)

    def _forms(self, schema: Json, place: Place) -> Iterator[_Choice]:
        """Return the forms that a schema allows, references followed and choices opened."""
        schema, place = self.schemas.resolve(schema, place)
        if "anyOf" not in schema:
            yield schema, place
        for choice in schema.get("anyOf", ()):
            yield from self._forms(choice, place)

    @staticmethod
    def _fits(seen: Illustrated, kind: str, allowed: list[_Choice]) -> bool:
        kinds: set[str] = set()
        for schema, _ in allowed:
            if "enum" in schema:
                kinds |= {kind_of(value) for value in schema["enum"]}
            elif "type" not in schema:
                return True
            elif not ("format" in schema and kind == "integer" and seen.no_dates):
                kinds |= {schema["type"]} if isinstance(schema["type"], str) else {*schema["type"]}
        return kind in kinds or (kind == "integer" and "number" in kinds)

    def _inherited(self, schema: Json, place: Place) -> Json:
        """Return the properties that stand in schemas which this one includes (`allOf`)."""
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
        for spot, seen in sorted(found.items(), key=lambda entry: entry[0].order):
            where = spot.place.file.relative_to(folder).as_posix()
            yield f"{title:12} {where} {spot}: {_summary(seen)}"
    for (object_type, path), seen in sorted(findings.strange.items()):
        yield f"no schema    {object_type or 'no object type'} {path or 'top'}: {_summary(seen)}"


def _summary(seen: Illustrated) -> str:
    summary = f"{', '.join(sorted(seen.forms))} ×{seen.count}"
    if not seen.examples:
        return summary
    known = [value for value in seen.examples.values() if value is not None]
    example = json.dumps(known[0] if known else None, ensure_ascii=True)
    return f"{summary}; such as {example if len(example) <= 60 else example[:59] + '…'}"


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Show what the schemas lack.")
    parser.add_argument(
        "samples", nargs="+", type=Path, metavar="SAMPLE", help="a response or a drift report"
    )
    parser.add_argument("--write", action="store_true", help="propose it in the schemas")
    parser.add_argument("--schemas", type=Path, default=SCHEMAS, help="the folder of the schemas")
    options = parser.parse_args(arguments)
    schemas = Schemas(options.schemas.resolve())
    comparison = Comparison(schemas)
    for path in options.samples:
        try:
            comparison.read(json.loads(path.read_text("utf-8")))
        except ValueError as error:
            parser.error(f"{path}: {error}")
    findings = comparison.compare()
    for line in report(findings, schemas.folder):
        print(line)
    if not findings:
        print("the schemas know all of it")
        return 0
    if not options.write:
        return 1
    for spot, seen in sorted(findings.unknown.items(), key=lambda entry: entry[0].order):
        schemas.add(spot.place, spot.name, seen)
    left = [
        f"{spot.place.file.name} {spot}"
        for spot, seen in findings.unfit.items()
        if not schemas.widen(spot, seen)
    ]
    left += [f"no schema of {object_type} {path}" for object_type, path in findings.strange]
    for path in schemas.write():
        print(f"wrote {path.relative_to(schemas.folder)}: review it, then run scripts/generate.py")
    for field_name in left:
        print(f"left to you: {field_name}")
    return 1 if left else 0


if __name__ == "__main__":
    sys.exit(main())
