"""What captured documents hold that the models do not know, summed up over many of them.

A report holds names and kinds, never a value, so it can be handed out where the documents cannot;
`scripts/infer.py` of the project makes schemas of it. Inside an unknown field, keys that look like
data are written `*`; what looks like the name of a field is written as it is.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, astuple, dataclass
from itertools import chain, islice
from typing import Any, Final, Literal, TypeAlias

from vt_sdk._drift.observation import Observation, kind_of, parse_path
from vt_sdk.core.arguments import fitting
from vt_sdk.core.decode import Document, parse
from vt_sdk.core.model import VTModel, json_path, unknown_members
from vt_sdk.core.objects import Received
from vt_sdk.core.paging import Page

__all__ = ["DriftReport", "Finding", "drift"]

_Problem: TypeAlias = Literal["unknown", "misfit"]

# How many places are looked at to tell what is at a place that is gone.
_ENOUGH: Final = 20


@dataclass(frozen=True, slots=True)
class Finding:
    """One place at which documents and models differ.

    Attributes:
        problem: `unknown`, a field that no model knows, or `misfit`, a value that did not fit.
        object_type: the type of the object, such as `file`; empty where it has none, and for
            `meta` and `links`, which stand beside objects.
        path: the JSON path from the object, with `[]` for any index and `*` for any key of a map.
        kinds: the JSON types that were seen there.
        count: how often.
    """

    problem: _Problem
    object_type: str
    path: str
    kinds: tuple[str, ...]
    count: int


@dataclass(frozen=True, slots=True)
class DriftReport:
    """What many documents hold that the models do not know.

    Attributes:
        documents: how many documents were read.
        findings: the places, the most frequent one first, each followed by the places inside it.
    """

    documents: int
    findings: tuple[Finding, ...]

    def __bool__(self) -> bool:
        return bool(self.findings)

    def to_json(self) -> str:
        """Return the report as JSON text, all in ASCII, with each finding on a line of its own."""
        lines = ",\n".join(json.dumps(asdict(finding)) for finding in self.findings)
        return f'{{"documents": {self.documents}, "findings": [\n{lines}\n]}}'


def drift(documents: Iterable[Document]) -> DriftReport:
    """Report, over many captured documents, what the models do not know. Sends nothing.

    Args:
        documents: answers with their envelope, or bare objects, as JSON or as mappings; read one
            by one.

    Returns:
        The `DriftReport`: paths that no model knows, with all that is inside them, and values that
        did not fit, with counts.

    Raises:
        APIError: a document is an error of the API.
        InvalidInputError: it is one document in place of several.
        InvalidResponseError: a document is not JSON, or not of the API.
    """
    is_one = isinstance(documents, str | bytes | bytearray | Mapping)
    fitting("documents", documents, not is_one, "several documents, such as a list")
    seen: dict[tuple[_Problem, str], Observation] = {}
    number = 0
    for document in documents:
        number += 1
        result = parse(document)
        if isinstance(result, (Page, Received)):
            for object_type, problem, path, value in _differences(result):
                place = seen.setdefault((problem, object_type), Observation()).at(parse_path(path))
                if isinstance(value, VTModel):  # a new relationship, whose inside is known
                    place.note(["object"])
                elif problem == "unknown":
                    place.add(value)
                else:
                    place.note([kind_of(value)])
    groups = [
        [
            Finding(*place, inner_path, tuple(sorted(inner.kinds)), inner.count)
            for inner_path, inner in outer.places(path)
        ]
        for place, observation in seen.items()
        for path, outer in observation.outermost()
    ]
    groups.sort(key=lambda group: (-group[0].count, *astuple(group[0])))
    return DriftReport(number, tuple(finding for group in groups for finding in group))


def _differences(result: "Page[Any] | Received") -> Iterator[tuple[str, _Problem, str, Any]]:
    beside: dict[str, VTModel] = {"meta": result.meta}
    if isinstance(result, Page):
        beside["links"] = result.links
    for part, model in beside.items():
        for path, value in unknown_members(model, part, general=True):
            yield "", "unknown", path, value
    for item in result if isinstance(result, Page) else [result]:
        object_type = str(getattr(item, "type", ""))
        for path, value in unknown_members(item, general=True):
            yield object_type, "unknown", path, value
        for issue in item.issues:
            yield object_type, "misfit", _general(item, issue.path), issue.value


def _general(value: object, path: tuple[str | int, ...]) -> str:
    """Write the path of an issue, with the keys of maps left open."""
    written = ""
    # What stands at the place reached, or at others like it: it may have been taken out itself.
    places = [value]
    for part in path:
        inner: Iterable[object]
        lists = [place for place in places if isinstance(place, list)]
        maps = [place for place in places if isinstance(place, dict)]
        if isinstance(part, int):
            written += "[]"
            inner = chain(*(place[part : part + 1] for place in lists), *lists)
        elif maps:
            written += ".*"
            inner = chain((m[part] for m in maps if part in m), *(m.values() for m in maps))
        else:
            written = json_path(written, part)
            inner = (_member(place, part) for place in places if isinstance(place, VTModel))
        places = list(islice((item for item in inner if item is not None), _ENOUGH))
    return written


def _member(value: VTModel, key: str) -> object:
    for name, field in type(value).model_fields.items():
        if (field.alias or name) == key:
            return vars(value._complete()).get(name)
    return None
