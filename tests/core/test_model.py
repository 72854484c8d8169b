"""The base of all models, with classes made for the purpose."""

import collections
import copy
import json
import pickle
from collections.abc import Callable
from typing import Annotated, Any

import pytest
from pydantic import Field, PrivateAttr, ValidationError

from tests.support import same_json
from vt_sdk import MissingFieldError, VTModel, models, parse
from vt_sdk.core.fields import IntOrFloat, UnixTime
from vt_sdk.core.model import Repeated, json_path


class Part(VTModel):
    """A part of an object."""

    size: int
    name: str | None = None


class Whole(VTModel):
    """One field of each kind."""

    always: str
    when: UnixTime
    number: IntOrFloat | None = None
    flag: bool | None = None
    parts: list[Part]
    by_name: dict[str, Part]
    renamed: Annotated[str | None, Field(alias="re-named")] = None
    renamed_list: Annotated[list[str], Field(alias="re-named list")]


class Derived(Whole):
    """A class under another one."""

    more: int


def whole(**values: object) -> Whole:
    Whole._ensure_built()
    return Whole.model_validate(values)


def test_defaults() -> None:
    empty = whole()
    assert (empty.parts, empty.by_name, empty.renamed_list) == ([], {}, [])
    assert (empty.number, empty.flag, empty.renamed) == (None, None, None)
    assert empty.to_dict() == {}
    assert repr(empty) == "Whole()"
    for name in ("always", "when"):
        with pytest.raises(MissingFieldError, match=f"Whole came without '{name}'"):
            getattr(empty, name)


def test_expected_fields_are_inherited() -> None:
    Derived._ensure_built()
    derived = Derived.model_validate({"always": "x"})
    assert derived.always == "x"
    for name in ("when", "more"):
        with pytest.raises(MissingFieldError, match=f"Derived came without '{name}'"):
            getattr(derived, name)


def test_names_on_the_wire() -> None:
    document = {"re-named": "a", "re-named list": ["b"], "by_name": {"x y": {"size": 1, "new": 2}}}
    made = whole(**document)
    assert (made.renamed, made.renamed_list) == ("a", ["b"])
    assert same_json(made.to_dict(), document)
    assert made.unknown_fields() == ['by_name["x y"].new']


@pytest.mark.parametrize("document", [{"renamed": "x"}, {"renamed": 5, "renamed_list": "y"}])
def test_python_names_on_the_wire_are_unknown_fields(document: dict[str, object]) -> None:
    made = whole(**document)
    assert made.renamed is None
    assert same_json(made.to_dict(), document)
    assert made.unknown_fields() == list(document)


def test_both_names_on_the_wire() -> None:
    document = {"re-named": "a", "renamed": "b", "re-named list": ["c"], "renamed_list": ["d"]}
    made = whole(**document)
    assert (made.renamed, made.renamed_list) == ("a", ["c"])
    assert same_json(made.to_dict(), document)


@pytest.mark.parametrize("value", [None, "", "x"])
@pytest.mark.parametrize("items", [[], ["x"]])
def test_both_names_on_the_wire_whatever_the_values(value: object, items: list[str]) -> None:
    for document in (
        {"re-named": value, "renamed": 5, "re-named list": items, "renamed_list": None},
        {"re-named": value, "re-named list": items},
        {"renamed": value, "renamed_list": items},
    ):
        made = whole(**document)
        assert same_json(made.to_dict(), document)
        assert made.renamed == document.get("re-named")
        assert made.renamed_list == document.get("re-named list", [])


@pytest.mark.parametrize("number", [1, 1.0, 1.5, 10**30, 1e300])
def test_numbers_keep_their_kind(number: float) -> None:
    assert same_json(whole(number=number).number, number)
    assert same_json(whole(number=number).to_dict()["number"], number)


def test_the_representation_shows_what_came() -> None:
    assert repr(whole(always="x", flag=None)) in (
        "Whole(always='x', flag=None)",
        "Whole(flag=None, always='x')",
    )


def test_constructing_by_hand() -> None:
    made = Whole.model_construct(always="x")
    assert made.always == "x"
    assert made.parts == []
    assert not hasattr(made, "when")


@pytest.mark.parametrize(
    ("base", "part", "path"),
    [
        ("", "a", "a"),
        ("a", "b", "a.b"),
        ("a", 0, "a[0]"),
        ("a[0]", "b", "a[0].b"),
        ("a", "b c", 'a["b c"]'),
        ("", "b-c", '["b-c"]'),
        ("a", 'quo"te', 'a["quo\\"te"]'),
    ],
)
def test_paths(base: str, part: str | int, path: str) -> None:
    assert json_path(base, part) == path


def test_reserved_names_are_few() -> None:
    ours = {name for name in vars(VTModel) if not name.startswith(("_", "model_"))}
    assert ours == {"to_dict", "to_json", "unknown_fields"}
    assert issubclass(models.File, VTModel)


def test_private_attributes_of_a_subclass_are_set() -> None:
    class Noted(models.File):
        _notes: list[str] = PrivateAttr(default_factory=list)

    noted, other = (parse({"type": "file", "id": "00"}, Noted) for _ in range(2))
    noted._notes.append("seen")
    assert (noted._notes, other._notes) == (["seen"], [])
    assert noted.issues == ()


class Verdict(Repeated):
    """A record of which there are many."""

    category: str | None = None
    result: str | None = None


class Verdicts(VTModel):
    """Many records."""

    by_engine: dict[str, Verdict]


def test_records_of_which_there_are_many_share_what_is_equal() -> None:
    document = {
        "by_engine": {
            "A": {"category": "x", "result": None},
            "B": {"category": "y", "result": None},
            "C": {"category": "z"},
            "D": {"category": "z", "unknown": 1},
            "E": {},
        }
    }
    verdicts = Verdicts.model_validate_json(json.dumps(document))
    a, b, c, d, e = verdicts.by_engine.values()
    assert a.__pydantic_fields_set__ is b.__pydantic_fields_set__
    assert [item.model_fields_set for item in (b, c, d, e)] == [
        {"category", "result"},
        {"category"},
        {"category", "unknown"},
        set(),
    ]
    assert same_json(verdicts.to_dict(), document)
    assert same_json(pickle.loads(pickle.dumps(verdicts)).to_dict(), document)
    assert same_json(copy.deepcopy(verdicts).to_dict(), document)
    assert verdicts.unknown_fields() == ["by_engine.D.unknown"]


def _verdicts(**by_engine: object) -> Verdicts:
    return Verdicts.model_validate_json(json.dumps({"by_engine": by_engine}))


@pytest.mark.parametrize(
    "read",
    [
        lambda records: records["A"],
        lambda records: records.get("A"),
        lambda records: records.pop("A"),
        lambda records: records.setdefault("A", None),
        lambda records: next(iter(records.values())),
        lambda records: dict(records.items())["A"],
        lambda records: dict(records)["A"],
        lambda records: {**records}["A"],
        lambda records: ({} | records)["A"],
        lambda records: (records | {})["A"],
        lambda records: records.copy()["A"],
        lambda records: copy.copy(records)["A"],
        lambda records: records.popitem()[1],
        lambda records: collections.ChainMap(records)["A"],
    ],
)
def test_a_map_of_records_shows_records_only(read: Callable[[Any], Any]) -> None:
    record = read(_verdicts(A={"category": "x", "unknown": 1}).by_engine)
    assert isinstance(record, Verdict)
    assert (record.category, record.result, record.to_dict()) == (
        "x",
        None,
        {"category": "x", "unknown": 1},
    )


def test_maps_of_records_are_compared_as_records() -> None:
    one, other = _verdicts(A={"category": "x"}), _verdicts(A={"category": "x"})
    assert repr(one.by_engine) == "{'A': Verdict(category='x')}"
    assert one.by_engine == other.by_engine  # the other has not been read
    assert one == _verdicts(A={"category": "x"})
    assert {"A": Verdict(category="x")} == _verdicts(A={"category": "x"}).by_engine
    assert one != _verdicts(A={"category": "y"})
    assert one.by_engine["A"] is one.by_engine["A"]


def test_a_map_of_records_can_be_changed() -> None:
    verdicts = _verdicts(A={"category": "x"}, B={})
    verdicts.by_engine["C"] = Verdict(result="z")
    verdicts.by_engine |= _verdicts(D={}).by_engine
    del verdicts.by_engine["B"]
    document = {"by_engine": {"A": {"category": "x"}, "C": {"result": "z"}, "D": {}}}
    assert same_json(verdicts.to_dict(), document)
    assert all(isinstance(record, Verdict) for record in verdicts.by_engine.values())


def test_what_does_not_fit_in_a_map_of_records_is_an_error_at_once() -> None:
    for entry in (None, "x", {"category": 1}, {"unknown": float("nan")}):
        with pytest.raises(ValidationError):
            _verdicts(A=entry)


def test_records_that_share_cannot_be_changed() -> None:
    verdicts = Verdicts.model_validate({"by_engine": {"A": {}, "B": {}}})
    with pytest.raises(ValidationError, match="frozen"):
        verdicts.by_engine["A"].category = "x"
    changed = verdicts.by_engine["A"].model_copy(update={"category": "x"})
    assert (changed.to_dict(), verdicts.by_engine["B"].to_dict()) == ({"category": "x"}, {})


def test_the_key_in_a_users_object_is_not_shown() -> None:
    user = parse({"type": "user", "id": "jane", "attributes": {"apikey": "s3cret"}}, models.User)
    assert user.attributes.apikey == "s3cret"
    assert "s3cret" not in f"{user!r} {user.attributes!r} {user.attributes}"
    assert user.to_dict()["attributes"] == {"apikey": "s3cret"}
