"""Compare the operations document with somebody else's: what they have and we lack, and vice versa.

    python3 scripts/diff_openapi.py OTHER.yaml [--json]

OTHER is an OpenAPI document as YAML or JSON. Operations are the same if their methods are and their
paths, whatever parameters of a path are called and whether it begins with a prefix such as
`/api/v3`. Of those that both have, the names of what goes into query, headers and forms are
compared, and the values that are listed for any parameter. Behind one that has no equal stand those
of the other document that take one of its segments for a parameter.
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
from typing import Any, TypeAlias

import yaml
from _schemas import Json, load_operations, load_yaml, operations

# Method and path, in which nothing is left of a parameter but braces.
Key: TypeAlias = tuple[str, str]

_PREFIX = re.compile(r"^/(?:api/)?v\d+(?=/)")
_METHODS = ("get", "post", "patch", "put", "delete", "head")


@dataclass
class Operation:
    """What a document says of an operation.

    Attributes:
        sent: the names of what goes into query, headers and forms.
        values: the values that are listed for a parameter, by its name; that of a part of the path
            is its place among them.
    """

    sent: set[str] = field(default_factory=set)
    values: dict[str, set[str]] = field(default_factory=dict)


def read(document: Json) -> dict[Key, Operation]:
    """Return the operations of a document; other spellings of paths of ours are those of ours."""
    spellings = dict(_tolerated(load_operations()))
    found: dict[Key, Operation] = {}
    for path, item in document.get("paths", {}).items():
        for method in _METHODS:
            if method in item:
                key = method.upper(), _normal(path)
                found[spellings.get(key, key)] = _operation(document, path, item, item[method])
    return found


def _tolerated(document: Json) -> Iterator[tuple[Key, Key]]:
    for path, method, operation in operations(document):
        for spelling in operation.get("x-vt-tolerated", ()):
            yield (method, _normal(spelling)), (method, _normal(path))


def _normal(path: str) -> str:
    return re.sub(r"{[^}]*}", "{}", _PREFIX.sub("", path).rstrip("/"))


def _operation(document: Json, path: str, item: Json, described: Json) -> Operation:
    operation = Operation()
    places = re.findall(r"{([^}]*)}", path)
    for given in (*item.get("parameters", ()), *described.get("parameters", ())):
        parameter = _resolved(document, given)
        name = parameter["name"]
        if parameter["in"] == "path":
            name = f"{{{places.index(name) + 1}}}" if name in places else name
        elif parameter["in"] != "body":  # of older versions, as a form is
            operation.sent.add(name)
        if values := _values(document, parameter.get("schema", parameter)):
            operation.values[name] = values
    for kind, content in (
        _resolved(document, described.get("requestBody", {})).get("content", {}).items()
    ):
        if kind != "application/json":
            operation.sent |= (
                _resolved(document, content.get("schema", {})).get("properties", {}).keys()
            )
    return operation


def _values(document: Json, schema: Json, deepest: int = 5) -> set[str]:
    schema = _resolved(document, schema)
    found = {str(value) for value in schema.get("enum", ())}
    inner = [*schema.get("anyOf", ()), *schema.get("oneOf", ()), schema.get("items", {})]
    for choice in inner if deepest else ():  # it may be made of itself
        found |= _values(document, choice, deepest - 1)
    return found


def _resolved(document: Json, value: Json) -> Json:
    """Follow references within the document; those to other files lead nowhere."""
    for _ in range(10):
        reference = value.get("$ref", "")
        if not reference.startswith("#/"):
            break
        found: Any = document
        for part in reference[2:].split("/"):
            found = found.get(part.replace("~1", "/").replace("~0", "~"), {})
        value = found
    return value


def compare(ours: dict[Key, Operation], theirs: dict[Key, Operation]) -> Json:
    """Return what only one of two documents has, under `ours` and `theirs`."""
    shared = sorted(ours.keys() & theirs.keys())
    return {
        "operations": {
            "theirs": [_shown(key, ours) for key in sorted(theirs.keys() - ours.keys())],
            "ours": [_shown(key, theirs) for key in sorted(ours.keys() - theirs.keys())],
        },
        "parameters": [
            {"operation": " ".join(key), **difference}
            for key in shared
            if (difference := _difference(ours[key].sent, theirs[key].sent))
        ],
        "values": [
            {"operation": " ".join(key), "parameter": name, **difference}
            for key in shared
            for name in sorted(ours[key].values.keys() | theirs[key].values.keys())
            if (
                difference := _difference(
                    ours[key].values.get(name, set()), theirs[key].values.get(name, set())
                )
            )
        ],
    }


def _shown(key: Key, others: Iterable[Key]) -> Json:
    """Return an operation, and those of the other document that its path would fit."""
    fitting = sorted(" ".join(other) for other in others if _fits(key, other))
    return {"operation": " ".join(key), **({"fits": fitting} if fitting else {})}


def _fits(key: Key, other: Key) -> bool:
    segments, wanted = key[1].split("/"), other[1].split("/")
    return (
        key[0] == other[0]
        and len(segments) == len(wanted)
        and all(want in (segment, "{}") for segment, want in zip(segments, wanted, strict=True))
    )


def _difference(ours: set[str], theirs: set[str]) -> dict[str, list[str]]:
    if ours == theirs:
        return {}
    return {"theirs": sorted(theirs - ours), "ours": sorted(ours - theirs)}


def report(found: Json) -> Iterator[str]:
    """Write a comparison for people."""
    for side, title in (("theirs", "they have and we lack"), ("ours", "we have and they lack")):
        entries = found["operations"][side]
        yield f"{len(entries)} operations that {title}"
        for entry in entries:
            fits = f"  (perhaps {', '.join(entry['fits'])})" if "fits" in entry else ""
            yield f"  {entry['operation']}{fits}"
    for kind in ("parameters", "values"):
        yield f"{len(found[kind])} differences of {kind}"
        for entry in found[kind]:
            place = " ".join(entry[key] for key in ("operation", "parameter") if key in entry)
            sides = (
                f"{side} {', '.join(entry[side])}" for side in ("theirs", "ours") if entry[side]
            )
            yield f"  {place}: {'; '.join(sides)}"


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Compare the operations document with another.")
    parser.add_argument("other", type=Path, metavar="OTHER", help="an OpenAPI document")
    parser.add_argument("--json", action="store_true", help="print the comparison as JSON")
    options = parser.parse_args(arguments)
    try:
        other = load_yaml(options.other)
        theirs = read(other)
    except (OSError, ValueError, yaml.YAMLError, AttributeError, KeyError, TypeError) as error:
        parser.error(f"{options.other}: no OpenAPI document: {error}")
    found = compare(read(load_operations()), theirs)
    for line in [json.dumps(found, indent=1)] if options.json else report(found):
        print(line)
    return 0


if __name__ == "__main__":
    sys.exit(main())
