"""Every sample of the project: parsed without a loss, loose and strict, and mutated at random."""

import copy
import json
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.samples.support import OWN, TYPES, dates_in, read, typed_leaves, whole
from tests.support import same_json
from vt_sdk import Page, UnknownObject, VTObject, models, parse

SAMPLES = sorted(path for name in TYPES for path in (OWN / name).glob("*.json"))


def name_of(path: Path) -> str:
    return f"{path.parent.name}/{path.stem}"


def test_every_type_has_samples() -> None:
    assert {"file", "url", "domain", "ip_address"} <= set(TYPES)
    assert all(any((OWN / name).glob("*.json")) for name in TYPES)


@pytest.mark.parametrize("path", SAMPLES, ids=name_of)
def test_a_sample_fits_its_model(path: Path) -> None:
    parsed, document = read(path)
    assert parsed.issues == ()
    assert parsed.unknown_fields() == []
    kind = models.object_class(path.parent.name)
    assert kind is not None
    items = list(parsed) if isinstance(parsed, Page) else [parsed]
    assert items
    for item in items:
        assert isinstance(item, UnknownObject) == (item.type not in TYPES)
    assert any(isinstance(item, kind) or item.type not in TYPES for item in items)
    assert same_json(parsed.to_dict(), whole(parsed, document))
    raw = path.read_bytes()
    strictly = parse(raw, strict=True)
    assert strictly == parsed
    for item in items:
        assert all(date.utcoffset() == timedelta(0) for date in dates_in(item))
    # In one pass, where the type is known.
    if isinstance(parsed, VTObject):
        direct = parse(raw, type(parsed))
        assert direct == parsed
        assert direct.issues == ()
        assert same_json(direct.to_dict(), whole(parsed, document))
        assert same_json(json.loads(direct.to_json()), whole(parsed, document))
    else:
        assert parsed.meta.to_dict() == document.get("meta", {})


def declared_dates(schema: Any) -> int:
    if isinstance(schema, dict):
        own = schema.get("format") == "unix-time"
        return own + sum(declared_dates(item) for item in schema.values())
    return sum(map(declared_dates, schema)) if isinstance(schema, list) else 0


@pytest.mark.parametrize("name", TYPES)
def test_declared_dates_are_dates(name: str) -> None:
    # Every number under a key that the schemas declare as a Unix time has become a date.
    schema = json.loads((OWN.parent / "objects" / f"{name}.json").read_bytes())
    found = [
        date
        for path in (OWN / name).glob("*.json")
        for item in [read(path)[0]]
        for one in (item if isinstance(item, Page) else [item])
        for date in dates_in(one)
    ]
    assert found or not declared_dates(schema)
    assert all(1970 <= date.year < 2100 for date in found)


@pytest.mark.slow
def test_samples_stand_in_typed_fields() -> None:
    typed = count = 0
    for path in SAMPLES:
        parsed, document = read(path)
        pairs = (
            zip(parsed, document["data"], strict=True)
            if isinstance(parsed, Page)
            else [(parsed, whole(parsed, document))]
        )
        for item, raw in pairs:
            found = typed_leaves(item, raw)
            typed, count = typed + found[0], count + found[1]
    assert count > 4000
    assert typed / count > 0.99


# --- mutated at random ---------------------------------------------------------------------------

ODD_VALUES: list[Any] = [
    None,
    True,
    False,
    0,
    -1,
    12,
    1.5,
    5.0,
    10**30,
    "",
    "text",
    "12",
    "\ud800",
    [],
    {},
    [None, 1],
    {"a": [1]},
    {"\udfff": 1},
]
ODD_KEYS = ["", "new", "two words", "type_unsupported", "id", "\ud800", "size", "__class__"]


def places_in(value: Any, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """Return the paths of all members and items."""
    found = [path] if path else []
    if isinstance(value, dict):
        found += [place for key in value for place in places_in(value[key], (*path, key))]
    elif isinstance(value, list):
        found += [place for i, item in enumerate(value) for place in places_in(item, (*path, i))]
    return found


def mutate(document: dict[str, Any], draw: st.DataObject) -> None:
    """Drop, null, retype, rename or add something somewhere."""
    places = places_in(document)
    if not places:
        return
    path = draw.draw(st.sampled_from(places))
    container: Any = document
    for part in path[:-1]:
        container = container[part]
    kind = draw.draw(st.sampled_from(["drop", "set", "rename", "add"]))
    if kind == "drop":
        del container[path[-1]]
    elif kind == "set":
        container[path[-1]] = copy.deepcopy(draw.draw(st.sampled_from(ODD_VALUES)))
    elif isinstance(container, list):
        container.insert(int(path[-1]), copy.deepcopy(draw.draw(st.sampled_from(ODD_VALUES))))
    elif kind == "rename":
        container[draw.draw(st.sampled_from(ODD_KEYS))] = container.pop(path[-1])
    else:
        key = draw.draw(st.sampled_from(ODD_KEYS))
        container[key] = copy.deepcopy(draw.draw(st.sampled_from(ODD_VALUES)))


SMALL = [path for path in SAMPLES if path.stat().st_size < 30_000]


@pytest.mark.slow
@settings(
    max_examples=200,
    derandomize=True,
    database=None,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(path=st.sampled_from(SMALL), count=st.integers(1, 12), draw=st.data())
def test_whatever_the_service_changes_nothing_is_lost(
    path: Path, count: int, draw: st.DataObject
) -> None:
    document = json.loads(path.read_bytes())
    data = document.get("data", document)
    first = data[0] if isinstance(data, list) else data
    for _ in range(count):
        mutate(first, draw)
    kind = models.object_class(path.parent.name)
    assert kind is not None
    raw = json.dumps(first).encode()
    before = copy.deepcopy(first)
    for item in (parse(json.dumps({"data": first}), kind), parse({"data": first}, kind)):
        assert same_json(item.to_dict(), before)
        assert same_json(json.loads(item.to_json()), json.loads(raw))
        assert same_json(item.to_dict(), before)
        assert isinstance(item.unknown_fields(), list)
        assert repr(item)
    page = parse({"data": [first, *([] if isinstance(data, dict) else data[1:])], "meta": {}})
    assert isinstance(page, Page)
    assert same_json(page.to_dict()["data"][0], before)
    assert same_json(first, before)  # the caller's mapping is as it was
