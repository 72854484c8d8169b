"""Count how each operation, argument, attribute and relationship of `schemas/` is known.

    python3 scripts/evidence.py                 a line for each group of operations and each type
    python3 scripts/evidence.py --list assumed  also each thing known that way, with why or whence

Documented means by a page of the public reference, observed by recorded answers or code that others
have published, assumed by neither. The word `x-vt-evidence` says which; what it marks includes all
inside, and what nothing marks is documented by the page of its operation or its object.
"""

from _environment import enter

if __name__ == "__main__":
    enter()

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from _schemas import load_operations, load_schema, operations, schema_files

KINDS = ("documented", "observed", "assumed")
_BY_ITS_PAGE = "documented, the page of the whole"


class Known(NamedTuple):
    """How one thing is known."""

    part: str
    """The group of the operation, the title of the schema."""
    name: str
    evidence: str
    """A word of `KINDS`, a comma, the source or the reason."""

    @property
    def kind(self) -> str:
        return self.evidence.partition(",")[0]


def known_operations() -> Iterator[Known]:
    """Yield the operations, each followed by its parameters and what its body is made of."""
    for _, _, operation in operations(load_operations()):
        part, name = operation["tags"][0], operation["operationId"]
        evidence = operation.get("x-vt-evidence", _BY_ITS_PAGE)
        yield Known(part, name, evidence)
        for parameter in operation["parameters"]:
            own = parameter.get("x-vt-evidence", evidence)
            yield Known(part, f"{name}.{parameter['name']}", own)
        yield from _inside(operation.get("requestBody", {}), part, name, evidence)


def known_types() -> Iterator[Known]:
    """Yield the attributes and relationships of all types and of their parts."""
    for path in schema_files():
        schema = load_schema(path)
        yield from _inside(schema, schema["title"], schema["title"], _BY_ITS_PAGE)


def _inside(node: object, part: str, owner: str, evidence: str) -> Iterator[Known]:
    if isinstance(node, list):
        for item in node:
            yield from _inside(item, part, owner, evidence)
    if not isinstance(node, dict):
        return
    evidence = node.get("x-vt-evidence", evidence)
    for word, value in node.items():
        if word in ("properties", "x-vt-relationships"):
            for name, inner in value.items():
                yield Known(part, f"{owner}.{name}", inner.get("x-vt-evidence", evidence))
                yield from _inside(inner, part, owner, evidence)
        elif word == "$defs":
            for name, inner in value.items():
                yield from _inside(inner, part, name, evidence)
        else:
            yield from _inside(value, part, owner, evidence)


def _print_table(title: str, things: list[Known]) -> None:
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for thing in things:
        counts[thing.part][thing.kind] += 1
    print(f"{title:<36}" + "".join(f"{kind:>12}" for kind in KINDS))
    for part, found in [*sorted(counts.items()), ("total", Counter(t.kind for t in things))]:
        print(f"{part:<36}" + "".join(f"{found[kind]:>12}" for kind in KINDS))
    print()


def main() -> None:
    """Print the tables, and the list that was asked for."""
    parser = argparse.ArgumentParser(description="Count how each thing of the API is known.")
    parser.add_argument("--list", choices=KINDS, help="what is known that way, one on each line")
    wanted = parser.parse_args().list
    tables = {"operations": [*known_operations()], "types": [*known_types()]}
    for title, things in tables.items():
        _print_table(title, things)
    for thing in (thing for things in tables.values() for thing in things):
        if thing.kind == wanted:
            print(f"{thing.part}: {thing.name}: {thing.evidence.partition(', ')[2]}")


if __name__ == "__main__":
    main()
