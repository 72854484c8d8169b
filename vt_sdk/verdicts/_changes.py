"""What has changed between two reports of one object."""

import json
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any, Final, Generic, TypeAlias, TypeVar

from vt_sdk.core.arguments import fitting
from vt_sdk.core.identifiers import shown
from vt_sdk.core.model import json_path
from vt_sdk.core.objects import Descriptor, VTObject, put_back
from vt_sdk.errors import InvalidInputError
from vt_sdk.verdicts._values import Evidence

__all__ = ["Change", "ListChange", "ReportDiff", "Scalar", "compare"]

T = TypeVar("T")

Scalar: TypeAlias = str | int | float | bool | datetime
"""A value without parts."""

# How much of a change is shown on one line.
_MOST_MEMBERS: Final = 10
_MOST_CHARS: Final = 200


@dataclass(frozen=True, slots=True)
class Change(Generic[T]):
    """A value that is another one now.

    Attributes:
        name: whose: an engine, a counter, or an attribute by its path, such as
            `total_votes.harmless`.
        before: what it was; None where there was none.
        after: what it is; None where there is none any more.
    """

    name: str
    before: T | None
    after: T | None

    def __str__(self) -> str:
        return _on_one_line(f"{self.name}: {_shown(self.before)} → {_shown(self.after)}")


@dataclass(frozen=True, slots=True)
class ListChange:
    """What has come to a list and what has gone; false where the members are the same.

    Attributes:
        name: the attribute, by its path, or the relationship.
        added: the members that are new, in their order: texts as they are, others as JSON, objects
            of a relationship by their id.
        removed: the members that are gone.
    """

    name: str
    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.added or self.removed)

    def __str__(self) -> str:
        members = [f"+{member}" for member in self.added]
        members += [f"-{member}" for member in self.removed]
        shown = [_on_one_line(member) for member in members[:_MOST_MEMBERS]]
        more = len(members) - len(shown)
        return f"{self.name}: {', '.join(shown)}{f' and {more:,} more' if more else ''}"


@dataclass(frozen=True, slots=True)
class ReportDiff:
    """What has changed between two reports of one object; false where nothing has.

    Attributes:
        type: the type of the object.
        id: its id.
        engines: the engines that say something else, with what they said as evidence. Versions and
            updates of engines do not count.
        statistics: the counters of verdicts.
        names: the names of a file.
        tags: the tags.
        relations: the objects of the relationships that came with both reports.
        lists: all other lists.
        attributes: all other values, dates among them.
    """

    type: str
    id: str
    engines: tuple[Change[Evidence], ...] = ()
    statistics: tuple[Change[int], ...] = ()
    names: ListChange = ListChange("names")
    tags: ListChange = ListChange("tags")
    relations: tuple[ListChange, ...] = ()
    lists: tuple[ListChange, ...] = ()
    attributes: tuple[Change[Scalar], ...] = ()

    @property
    def changes(self) -> Sequence[Change[Any] | ListChange]:
        """All that has changed, in the order of the attributes."""
        lists = [each for each in (self.names, self.tags, *self.relations, *self.lists) if each]
        return [*self.engines, *self.statistics, *lists, *self.attributes]

    def __bool__(self) -> bool:
        return bool(self.changes)

    def __str__(self) -> str:
        lines = map(str, self.changes)
        return "\n  ".join(
            [f"{self.type} {self.id}", *(lines if self else ["nothing has changed"])]
        )

    def to_dict(self) -> dict[str, Any]:
        """Return the changes as JSON values: names as they are, dates in ISO 8601."""
        changed = asdict(self)
        for change in changed["attributes"]:
            for side in ("before", "after"):
                if isinstance(change[side], datetime):
                    change[side] = change[side].isoformat()
        return changed


def compare(old: VTObject, new: VTObject) -> ReportDiff:
    """Return what has changed between two reports of one object.

    The order of lists makes no difference, and what is null is as what did not come. Relationships
    count where they came with both reports, by the first page of each.

    Args:
        old: the earlier report, such as a file, URL, domain or IP address.
        new: the later one.

    Raises:
        InvalidInputError: they are of different objects, or one is an error in place of an object.
    """
    for name, each in (("old", old), ("new", new)):
        fitting(name, each, isinstance(each, VTObject), "an object of the service")
        if each.error is not None:
            raise InvalidInputError(f"{name}: an error in place of {each.type} {each.id}")
    if (old.type, old.id) != (new.type, new.id):
        one, other = shown(f"{old.type} {old.id}"), shown(f"{new.type} {new.id}")
        raise InvalidInputError(f"cannot compare different objects: {one} and {other}")
    before, after = _Parts(old), _Parts(new)
    lists = (before.lists.keys() | after.lists.keys()) - {"names", "tags"}
    in_both = before.relations.keys() & after.relations.keys()
    return ReportDiff(
        old.type,
        old.id,
        engines=_changes(before.engines, after.engines),
        statistics=_changes(before.statistics, after.statistics),
        names=_list_change("names", before.lists, after.lists),
        tags=_list_change("tags", before.lists, after.lists),
        relations=_list_changes(in_both, before.relations, after.relations),
        lists=_list_changes(lists, before.lists, after.lists),
        attributes=_changes(before.values, after.values),
    )


class _Parts:
    """What a report says, in the parts in which it is compared."""

    def __init__(self, report: VTObject) -> None:
        report._complete()._ensure_built()
        # In Python's own way, which has dates; and with what did not fit the model.
        dumped = report.model_dump(by_alias=True, exclude_unset=True, warnings=False)
        attributes = _taken(put_back(dumped, report._origin.issues), "attributes")
        prefix = "" if report.type == "analysis" else "last_analysis_"
        self.engines: dict[str, Evidence] = {}
        for name, result in _taken(attributes, f"{prefix}results").items():
            said = result if isinstance(result, dict) else {}
            self.engines[name] = Evidence(name, said.get("category"), said.get("result"))
        self.statistics: dict[str, int] = dict(_leaves(_taken(attributes, f"{prefix}stats")))
        self.values: dict[str, Scalar] = {}
        self.lists: dict[str, list[str]] = {}
        for path, leaf in _leaves(attributes):
            if isinstance(leaf, list):
                self.lists[path] = [_member(each) for each in leaf]
            else:
                self.values[path] = leaf
        self.relations = {
            name: [getattr(each, "id", "without id") for each in _several(relationship.data)]
            for name, relationship in report.relationships.by_name().items()
        }


def _taken(document: dict[str, Any], name: str) -> dict[str, Any]:
    """Take a map out of a document; what is damaged, and no map, stays there."""
    if not isinstance(document.get(name), dict):
        return {}
    taken: dict[str, Any] = document.pop(name)
    return taken


def _leaves(value: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """Yield path and value of all lists and scalars in maps."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _leaves(inner, json_path(path, key))
    elif value is not None:
        yield path, value


def _member(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, sort_keys=True, default=str)


def _several(data: Descriptor | list[Descriptor] | None) -> list[Descriptor]:
    if isinstance(data, list):
        return data
    return [] if data is None else [data]


def _changes(before: Mapping[str, T], after: Mapping[str, T]) -> tuple[Change[T], ...]:
    return tuple(
        Change(name, before.get(name), after.get(name))
        for name in sorted(before.keys() | after.keys())
        if before.get(name) != after.get(name)
    )


def _list_change(
    name: str, before: Mapping[str, list[str]], after: Mapping[str, list[str]]
) -> ListChange:
    # Each member once, in the order of the list.
    old, new = dict.fromkeys(before.get(name, ())), dict.fromkeys(after.get(name, ()))
    return ListChange(
        name,
        tuple(member for member in new if member not in old),
        tuple(member for member in old if member not in new),
    )


def _list_changes(
    names: Set[str], before: Mapping[str, list[str]], after: Mapping[str, list[str]]
) -> tuple[ListChange, ...]:
    changes = [_list_change(name, before, after) for name in sorted(names)]
    return tuple(filter(None, changes))


def _shown(value: object) -> str:
    match value:
        case None:
            return "none"
        case Evidence(_, category, detail):
            return f"{category} ({detail})" if detail else str(category)
        case datetime():
            return f"{value:%Y-%m-%d %H:%M:%S} UTC"
    return str(value)


def _on_one_line(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _MOST_CHARS else f"{text[:_MOST_CHARS]}…"
