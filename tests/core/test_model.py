"""The base of all models, with classes made for the purpose."""

from typing import Annotated

import pytest
from pydantic import BaseModel, Field, PrivateAttr

from tests.support import same_json
from vt_sdk import MissingFieldError, VTModel, models, parse
from vt_sdk.core.fields import IntOrFloat, UnixTime
from vt_sdk.core.model import json_path


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
    own = vars(VTModel).keys() - vars(BaseModel).keys()
    ours = {name for name in own if not name.startswith(("_", "model_"))}
    assert ours == {"to_dict", "to_json", "unknown_fields"}
    assert issubclass(models.File, VTModel)


def test_private_attributes_of_a_subclass_are_set() -> None:
    class Noted(models.File):
        _notes: list[str] = PrivateAttr(default_factory=list)

    noted, other = (parse({"type": "file", "id": "00"}, Noted) for _ in range(2))
    noted._notes.append("seen")
    assert (noted._notes, other._notes) == (["seen"], [])
    assert noted.issues == ()


def test_the_key_in_a_users_object_is_not_shown() -> None:
    user = parse({"type": "user", "id": "jane", "attributes": {"apikey": "s3cret"}}, models.User)
    assert user.attributes.apikey == "s3cret"
    assert "s3cret" not in f"{user!r} {user.attributes!r} {user.attributes}"
    assert user.to_dict()["attributes"] == {"apikey": "s3cret"}
