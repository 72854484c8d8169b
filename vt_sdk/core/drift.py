"""What captured documents hold that the models do not know, summed up over many of them."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Literal

from vt_sdk.core.decode import Document, parse
from vt_sdk.core.model import VTModel, json_path, unknown_members
from vt_sdk.core.objects import Received
from vt_sdk.core.paging import Page

__all__ = ["DriftReport", "Finding", "drift"]

_KINDS = {
    dict: "object",
    list: "array",
    str: "string",
    bool: "boolean",
    int: "integer",
    float: "number",
    type(None): "null",
}


@dataclass(frozen=True, slots=True)
class Finding:
    """One place at which documents and models differ.

    Attributes:
        problem: `unknown`, a field that no model knows, or `misfit`, a value that did not fit.
        object_type: the type of the object, such as `file`; empty where it has none.
        path: the JSON path from the object, with `[]` for any index and `*` for any key of a map.
        kinds: the JSON types that were seen there.
        count: how often.
    """

    problem: Literal["unknown", "misfit"]
    object_type: str
    path: str
    kinds: tuple[str, ...]
    count: int


@dataclass(frozen=True, slots=True)
class DriftReport:
    """What many documents hold that the models do not know.

    Attributes:
        documents: how many documents were read.
        findings: the places, the most frequent one first.
    """

    documents: int
    findings: tuple[Finding, ...]

    def __bool__(self) -> bool:
        return bool(self.findings)


def drift(documents: Iterable[Document]) -> DriftReport:
    """Report, over many captured documents, what the models do not know. Sends nothing.

    Args:
        documents: answers with their envelope, or bare objects, as JSON or as mappings; read one
            by one.

    Returns:
        The `DriftReport`: paths that no model knows and values that did not fit, with counts.

    Raises:
        APIError: a document is an error of the API.
        InvalidResponseError: a document is not JSON, or not of the API.
    """
    counts: Counter[tuple[Literal["unknown", "misfit"], str, str]] = Counter()
    kinds: dict[tuple[str, str, str], set[str]] = {}
    number = 0
    for document in documents:
        number += 1
        result = parse(document)
        for item in result if isinstance(result, Page) else [result]:
            if not isinstance(item, Received):
                continue
            object_type = str(vars(item).get("type", ""))
            for problem, path, value in _differences(item):
                place = (problem, object_type, path)
                counts[place] += 1
                kinds.setdefault(place, set()).add(_KINDS[type(value)])
    findings = [
        Finding(*place, tuple(sorted(kinds[place])), count)
        for place, count in sorted(counts.items(), key=lambda entry: (-entry[1], entry[0]))
    ]
    return DriftReport(number, tuple(findings))


def _differences(item: Received) -> Iterator[tuple[Literal["unknown", "misfit"], str, Any]]:
    for path, value in unknown_members(item, general=True):
        yield "unknown", path, value
    for issue in item.issues:
        yield "misfit", _general(item, issue.path), issue.value


def _general(value: object, path: tuple[str | int, ...]) -> str:
    """Write the path of an issue, with the keys of maps left open."""
    written = ""
    for part in path:
        if isinstance(part, int):
            written += "[]"
            value = value[0] if isinstance(value, list) and value else None
        elif isinstance(value, dict):
            written += ".*"
            value = next(iter(value.values()), None)
        else:
            written = json_path(written, part)
            value = _member(value, part) if isinstance(value, VTModel) else None
    return written


def _member(value: VTModel, key: str) -> object:
    for name, field in type(value).model_fields.items():
        if (field.alias or name) == key:
            return vars(value).get(name)
    return None
