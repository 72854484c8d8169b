"""What JSON values look like, summed up over many of them: kinds and names, never the values.

What `drift` reports and what schemas are inferred from are the same observations, so that a report
says as much about a schema as the documents that it was made of. The paths of places are written
and read here, with `[]` for any index and `*` for any key of a map.
"""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import Enum
from typing import Final, Self, TypeAlias

from vt_sdk.core.model import json_path

__all__ = ["KINDS", "Every", "Path", "Observation", "kind_of", "parse_path"]

_KINDS: Final = {
    dict: "object",
    list: "array",
    str: "string",
    bool: "boolean",
    int: "integer",
    float: "number",
    type(None): "null",
}

KINDS: Final = frozenset(_KINDS.values())
"""The kinds of JSON values; a whole number is an integer."""

# No object of the service is known to have as many fields; more keys than that are data.
_MOST_FIELDS: Final = 50
# From how many objects on that look like each other their keys are taken for data.
_ALIKE: Final = 5

_NAME: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_STEP: Final = re.compile(r'\[\]|\["(?:[^"\\]|\\.)*"\]|\.?(?:\*|[^.["]+)')


class Every(Enum):
    """A step of a path that stands for many."""

    KEY = "*"
    INDEX = "[]"


Path: TypeAlias = tuple[str | Every, ...]


def kind_of(value: object) -> str:
    """Return the kind of a JSON value."""
    return _KINDS[type(value)]


def parse_path(text: str) -> Path:
    """Read a path as `drift` writes it, such as `attributes.names[].*["odd key"]`.

    Raises:
        ValueError: it is none.
    """
    steps: list[str | Every] = []
    position = 0
    while position < len(text):
        found = _STEP.match(text, position)
        if found is None or (found[0][0] == ".") != (position > 0 and found[0][0] != "["):
            raise ValueError(f"not a path: {text!r}")
        step = found[0].removeprefix(".")
        if step in ("*", "[]"):
            steps.append(Every(step))
        elif step.startswith("["):
            steps.append(json.loads(step[1:-1]))
        elif step.isidentifier():
            steps.append(step)
        else:
            raise ValueError(f"not a path: {text!r}")
        position = found.end()
    return tuple(steps)


@dataclass
class Observation:
    """What was seen at one place and inside it.

    Attributes:
        kinds: the kinds of values, and how many of each there were.
        members: what was seen under each key of objects.
        values: what was seen under keys that are not told apart.
        items: what was seen in lists.
    """

    kinds: Counter[str] = field(default_factory=Counter)
    members: dict[str, Self] = field(default_factory=dict)
    values: Self | None = None
    items: Self | None = None

    @property
    def count(self) -> int:
        """How many values were seen."""
        return self.kinds.total()

    @property
    def forms(self) -> set[str]:
        """The kinds, and those that must have been there for what is inside."""
        inside = {"object"} if self.members or self.values is not None else set()
        return {*self.kinds, *inside, *(() if self.items is None else ("array",))}

    def add(self, value: object) -> None:
        """Count a value and all that is in it."""
        self.note([kind_of(value)])
        if isinstance(value, dict):
            for key, member in value.items():
                self._member(key).add(member)
        elif isinstance(value, list):
            items = self._items()
            for item in value:
                items.add(item)

    def note(self, kinds: Iterable[str], count: int = 1) -> None:
        """Count values by their kinds; where these are several, the first stands for the number."""
        for kind in kinds:
            self.kinds[kind] += count
            count = 0

    def merge(self, other: "Observation") -> None:
        """Merge what was seen elsewhere."""
        self.kinds.update(other.kinds)
        for key, member in other.members.items():
            self._member(key).merge(member)
        if other.values is not None:
            self._values().merge(other.values)
        if other.items is not None:
            self._items().merge(other.items)

    def at(self, path: Path) -> Self:
        """Return the place at a path, made if need be."""
        place = self
        for step in path:
            if isinstance(step, str):
                place = place._member(step)
            else:
                place = place._values() if step is Every.KEY else place._items()
        return place

    def fields(self) -> tuple[dict[str, Self], Self | None]:
        """Separate names from data: what is under each name, and what is under all other keys."""
        data = self._data_keys()
        named = {key: member for key, member in self.members.items() if key not in data}
        if not data:
            return named, self.values
        rest = type(self)()
        for member in (self.members[key] for key in data):
            rest.merge(member)
        if self.values is not None:
            rest.merge(self.values)
        return named, rest

    def outermost(self, path: str = "") -> Iterator[tuple[str, Self]]:
        """Yield the first places at which values were seen, with their paths."""
        if self.kinds:
            yield path, self
            return
        for inner_path, inner in self._parts(path):
            yield from inner.outermost(inner_path)

    def places(self, path: str = "") -> Iterator[tuple[str, Self]]:
        """Yield all places at which values were seen, with their paths; outer ones first."""
        if self.kinds:
            yield path, self
        for inner_path, inner in self._parts(path):
            yield from inner.places(inner_path)

    def _parts(self, path: str) -> Iterator[tuple[str, Self]]:
        named, rest = self.fields()
        for key, member in sorted(named.items()):
            yield json_path(path, key), member
        if rest is not None:
            yield f"{path}.*" if path else "*", rest
        if self.items is not None:
            yield f"{path}[]", self.items

    def _data_keys(self) -> set[str]:
        """Return the keys that look like data (names of engines, hashes, paths), not fields."""
        odd = {key for key in self.members if not _NAME.fullmatch(key)}
        if "object" not in self.kinds:  # a known record, of which only what is new stands here
            return odd if len(odd) > _MOST_FIELDS else set()
        is_map = (
            self.values is not None
            or len(odd) > len(self.members) / 2
            or len(self.members) > _MOST_FIELDS
            or self._holds_objects_alike()
        )
        return set(self.members) if is_map else set()

    def _holds_objects_alike(self) -> bool:
        members = self.members.values()
        if len(members) < _ALIKE or any(set(m.kinds) - {"null"} != {"object"} for m in members):
            return False
        return bool(set.intersection(*(set(member.members) for member in members)))

    def _member(self, key: str) -> Self:
        if key not in self.members:
            self.members[key] = type(self)()
        return self.members[key]

    def _values(self) -> Self:
        if self.values is None:
            self.values = type(self)()
        return self.values

    def _items(self) -> Self:
        if self.items is None:
            self.items = type(self)()
        return self.items
