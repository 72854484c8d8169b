"""Objects are made in two steps, and nobody can tell."""

import copy
import json
import pickle
import random
import subprocess
import sys
import threading
import warnings
from collections.abc import Callable
from typing import Any

import pytest
from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError
from pydantic_core import SchemaValidator

from tests.samples.support import OWN
from tests.support import same_json
from vt_sdk import MissingFieldError, VTModel, models, parse
from vt_sdk.core.registry import object_types
from vt_sdk.core.views import small_schema

ATTRIBUTES = {
    "md5": "0" * 32,
    "names": ["one", "two"],
    "size": 5,
    "last_analysis_stats": {"malicious": 1, "harmless": 2},
    "last_analysis_results": {"A": {"category": "malicious", "result": "x"}, "B": 5},
    "pe_info": {"sections": [{"name": ".text"}, {"name": 5}]},
    "exiftool": {"FileType": "EXE"},
    "tags": "no list",
    "nsrl_info": {"products": ["x"]},
    "from_tomorrow": {"a": [1, 2.5, None]},
}
DOCUMENT = {"data": {"type": "file", "id": "ab", "attributes": ATTRIBUTES, "new": 1}}
RAW = json.dumps(DOCUMENT).encode()


def begun() -> models.File:
    return parse(RAW, models.File)


def complete() -> models.File:
    file = begun()
    assert file.issues  # looks at all of it
    return file


def made(model: VTModel) -> set[str]:
    """Return the names of what is there without being made for it."""
    return set(vars(model))


def test_the_first_pass_makes_what_is_small() -> None:
    file = begun()
    there = made(file.attributes)
    names = file.attributes.names
    assert {"md5", "names", "size", "last_analysis_stats"} <= there
    assert not there & {"last_analysis_results", "pe_info", "exiftool", "tags", "from_tomorrow"}
    assert file.attributes.exiftool == {"FileType": "EXE"}
    assert {"last_analysis_results", "pe_info"} <= made(file.attributes)
    assert file.attributes.pe_info is not None
    assert file.attributes.pe_info.sections[0].name == ".text"
    assert file.attributes.pe_info is file.attributes.pe_info
    assert file.attributes.names is names


def test_what_does_not_fit_is_an_issue_whenever_it_is_asked_for() -> None:
    read_before = begun()
    assert read_before.attributes.tags == []
    assert read_before.attributes.last_analysis_results.keys() == {"A"}
    for file in (begun(), read_before):
        assert {issue.path for issue in file.issues} == {
            ("attributes", "tags"),
            ("attributes", "last_analysis_results", "B"),
            ("attributes", "pe_info", "sections", 1, "name"),
        }
        assert file.unknown_fields() == ["new", "attributes.from_tomorrow"]
        assert same_json(file.to_dict(), DOCUMENT["data"])
        assert same_json(file.to_dict(), DOCUMENT["data"])


@pytest.mark.parametrize("key", ["exiftool", "exiftoo\\u006c", "\\u0065xiftool"])
def test_what_came_is_found_however_its_key_is_written(key: str) -> None:
    raw = '{"type":"file","id":"ab","attributes":{"KEY":{"FileType":"EXE"}}}'.replace("KEY", key)
    assert parse(raw, models.File).attributes.exiftool == {"FileType": "EXE"}


def test_what_does_not_fit_has_nothing_else_made() -> None:
    file = parse({"data": {"type": "file", "id": "ab", "attributes": {**ATTRIBUTES, "size": "5"}}})
    assert isinstance(file, models.File)
    assert not made(file.attributes) & {"size", "exiftool"}
    with pytest.raises(MissingFieldError):
        _ = file.attributes.size
    assert file.attributes.exiftool == {"FileType": "EXE"}
    assert ("attributes", "size") in {issue.path for issue in file.issues}


def test_what_is_unknown_is_read_before_anything_else() -> None:
    file = begun()
    assert file.new == 1  # type: ignore[attr-defined]  # from tomorrow
    assert file.issues == complete().issues


class Case(BaseModel):
    """A model of a user's."""

    file: models.File


class Again(BaseModel):
    """A model that looks into what it is given."""

    model_config = ConfigDict(revalidate_instances="always")

    file: models.File


@pytest.mark.parametrize(
    "see",
    [
        lambda file: file.model_dump(),
        lambda file: file.model_dump(exclude_unset=True),
        lambda file: file.model_dump_json(),
        lambda file: file.attributes.model_dump(),
        lambda file: file.attributes.model_dump(exclude_unset=True),
        lambda file: file.attributes.model_dump_json(exclude_none=True),
        lambda file: Case(file=file).model_dump(),
        lambda file: Case(file=file).model_dump(exclude_unset=True),
        lambda file: Case(file=file).model_dump_json(exclude_unset=True),
        lambda file: repr(file.attributes),
        lambda file: dict(file.attributes),
        lambda file: [*file.attributes],
        lambda file: file.attributes.model_fields_set,
        lambda file: file.attributes.model_extra,
        lambda file: file.model_extra,
        lambda file: file.attributes.to_dict(),
        lambda file: pickle.loads(pickle.dumps(file)).to_dict(),
        lambda file: pickle.loads(pickle.dumps(file)).issues,
        lambda file: pickle.loads(pickle.dumps(file.attributes)),
        lambda file: copy.copy(file.attributes),
        lambda file: copy.deepcopy(file),
        lambda file: copy.deepcopy(file).issues,
        lambda file: file.attributes.model_copy(update={"size": 7}),
        lambda file: file.model_copy(deep=True),
        lambda file: file.copy(),
        lambda file: file.attributes.copy(),
        lambda file: file.attributes.copy(update={"size": 7}, deep=True),
        lambda file: file.attributes.copy(exclude={"size"}),
        lambda file: file.attributes.dict(),
        lambda file: file.attributes.json(),
        lambda file: file.attributes.__replace__(size=7),
        lambda file: [*file.attributes.__rich_repr__()],
        lambda file: models.File.model_validate(file),
        lambda file: Case(file=file).copy(deep=True),
        lambda file: Case(file=file).model_copy(deep=True),
        lambda file: Again(file=file),
        lambda file: Again(file=file).model_dump_json(),
        lambda file: file.attributes.from_tomorrow,
        lambda file: set(dir(file.attributes)),
        lambda file: (file == begun(), begun() == file, file.attributes == begun().attributes),
        lambda file: (file.relationships, file.context_attributes, file.links, file.error),
    ],
)
def test_a_begun_object_shows_what_a_complete_one_does(see: Callable[[models.File], Any]) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        assert see(begun()) == see(complete())


def test_a_begun_object_can_be_changed() -> None:
    file = begun()
    file.attributes.size = 7
    del file.attributes.md5
    file.attributes.names.append("three")
    written = file.to_dict()["attributes"]
    assert (written["size"], written["names"]) == (7, ["one", "two", "three"])
    assert "md5" not in written
    assert written["pe_info"] == ATTRIBUTES["pe_info"]


def test_a_deprecated_field_is_made_when_it_is_read() -> None:
    with pytest.warns(DeprecationWarning, match="deprecated"):
        info = begun().attributes.nsrl_info
    assert info is not None
    assert info.products == ["x"]
    document = {"type": "file", "id": "ab", "attributes": {"nsrl_info": 5}}
    file = parse(json.dumps(document), models.File)
    with pytest.warns(DeprecationWarning, match="deprecated"):
        assert file.attributes.nsrl_info is None
    assert [issue.path for issue in file.issues] == [("attributes", "nsrl_info")]
    assert same_json(file.to_dict(), document)
    with pytest.warns(DeprecationWarning, match="deprecated"):
        assert begun().attributes.monitor_info is None


@pytest.mark.parametrize(
    ("attributes", "read"),
    [
        ({"size": None}, "size"),
        ({"last_analysis_stats": None}, "last_analysis_stats"),
        ({"md5": 5}, "md5"),
        ({}, "sha256"),
    ],
)
def test_what_is_promised_and_did_not_come(attributes: dict[str, Any], read: str) -> None:
    document = {"data": {"type": "file", "id": "ab", "attributes": attributes}}
    file = parse(json.dumps(document), models.File)
    with pytest.raises(MissingFieldError):
        getattr(file.attributes, read)
    assert [issue.path for issue in file.issues] == [("attributes", name) for name in attributes]
    assert same_json(file.to_dict(), document["data"])


@pytest.mark.parametrize("attributes", [None, 5, [], "x"])
def test_attributes_that_are_none(attributes: object) -> None:
    document = {"data": {"type": "file", "id": "ab", "attributes": attributes}}
    file = parse(json.dumps(document), models.File)
    assert file.attributes.names == []
    assert [issue.path for issue in file.issues] == [("attributes",)]
    assert same_json(file.to_dict(), document["data"])


def test_any_order_of_reading_gives_the_same() -> None:
    names = sorted(models.File.model_fields["attributes"].annotation.model_fields)  # type: ignore[union-attr]  # a class
    whole = complete()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        expected = {name: getattr(whole.attributes, name, None) for name in names}
        for seed in range(20):
            file = begun()
            random.Random(seed).shuffle(names)
            for name in names:
                assert getattr(file.attributes, name, None) == expected[name], (seed, name)
            assert file == whole
            assert sorted(file.issues, key=repr) == sorted(whole.issues, key=repr)


def test_threads_that_read_at_once_get_the_same() -> None:
    for _ in range(50):
        file = begun()
        start = threading.Barrier(4)
        found: list[tuple[object, ...]] = []

        def read(
            file: models.File = file, start: threading.Barrier = start, found: Any = found
        ) -> None:
            start.wait(5)
            found.append((file.attributes.pe_info, file.attributes.exiftool, file.attributes.names))
            assert len(file.issues) == 3

        threads = [threading.Thread(target=read) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(10)
        assert len(found) == 4
        assert all(
            one is first for each in found for one, first in zip(each, found[0], strict=True)
        )


@pytest.mark.parametrize("indent", [None, 1, 4])
@pytest.mark.parametrize(
    "items",
    [
        [],
        [{"id": "a", "type": "file"}],
        [{"attributes": {"names": ["},", "{"]}, "id": str(n), "type": "file"} for n in range(5)],
        [
            {"id": "a", "type": "file", "new": [{"id": "b"}, {"id": "c"}]},
            {"id": "d", "type": "url"},
        ],
        [{"type": "file", "id": "a"}, {"id": "b", "type": "file"}],
        [{"id": "a", "type": "file"}, 5, {"id": "b", "type": "domain"}],
        [{"id": "a"}, {"id": "b", "type": "from_tomorrow"}],
    ],
)
@pytest.mark.parametrize(
    "beside",
    [{}, {"meta": {"cursor": "c"}, "links": {"self": "x"}}, {"x": {"data": [{"id": "z"}]}}],
)
def test_a_listing_of_any_form(
    items: list[Any], beside: dict[str, Any], indent: int | None
) -> None:
    for document in ({"data": items, **beside}, {**beside, "data": items}):
        page = parse(json.dumps(document, indent=indent))
        whole = parse(document)
        assert page == whole
        assert same_json(page.to_dict(), document)  # type: ignore[union-attr]  # a page
        assert [type(item) for item in page] == [type(item) for item in whole]  # type: ignore[union-attr]  # pages


@pytest.mark.parametrize("number", ["1e999", "-1E+400", "NaN", "-Infinity", "1" + "0" * 400 + ".5"])
def test_numbers_that_json_does_not_have_are_refused_at_once(number: str) -> None:
    after = ('"a"', "0", "-1", "{}", "[]", "true", "false", "null", "NaN", "Infinity")
    lists = [f'"from_tomorrow":[%s{blank},{blank}{n}]' for n in after for blank in ("", "\r\n\t ")]
    for place in (
        '"pe_info":{"x":%s}',
        '"from_tomorrow":[%s]',
        '"size":%s',
        '"size":%s,"a":1',
        *lists,
    ):
        raw = '{"data":{"type":"file","id":"a","attributes":{%s}}}' % (place % number)
        with pytest.raises(Exception, match=r"JSON|range") as caught:
            parse(raw, models.File)
        assert type(caught.value).__name__ == "InvalidResponseError"


@pytest.mark.slow
def test_own_samples_are_the_same_read_in_parts_and_at_once() -> None:
    for path in sorted(OWN.rglob("*.json")):
        raw = path.read_bytes()
        try:
            whole = parse(json.loads(raw))
        except Exception as error:
            with pytest.raises(type(error)):
                parse(raw)
            continue
        assert parse(raw) == whole, path


def outcome(validate: Callable[[Any], Any], value: Any) -> Any:
    try:
        made = validate(value)
    except ValidationError as failure:
        return [(error["loc"], error["msg"]) for error in failure.errors()]
    return made, getattr(made, "model_fields_set", None)


CONFIG: Any = {"strict": True, "val_temporal_unit": "seconds"}
PROBES: tuple[Any, ...] = (
    *(None, True, 0, 2**70, -1, 1.5, "", "5", "a", "high", [], ["a"], ["a", 5], [None], {}),
    {"malicious": 1, "failure": None, "confirmed-timeout": 2, "new": {"a": 1.5}},
    {"malicious": "1", "timeout": None, "new": 1e999},
)


def test_what_is_small_is_made_as_pydantic_makes_it() -> None:
    objects = [getattr(models, name) for name in object_types().values()]
    holders = {*objects, *(part for cls in objects for part in cls._parts)}
    fields = [field for cls in holders for field in cls.__pydantic_fields__.values()]
    small = {repr(f.annotation): f.annotation for f in fields if small_schema(f.annotation)}
    assert len(small) > 50
    for annotation in small.values():
        schema: Any = small_schema(annotation)
        is_model = isinstance(annotation, type) and issubclass(annotation, VTModel)
        config = None if is_model else ConfigDict(strict=True, val_temporal_unit="seconds")
        theirs: TypeAdapter[Any] = TypeAdapter(annotation, config=config)
        ours = SchemaValidator(schema, None if is_model else CONFIG)
        for probe in PROBES:
            seen = outcome(ours.validate_python, probe)
            assert seen == outcome(theirs.validate_python, probe), (annotation, probe)


def test_the_first_report_looks_for_no_plug_ins() -> None:
    code = (
        "import sys; from vt_sdk import models, parse\n"
        "file = parse(sys.argv[1], models.File)\n"
        "assert file.attributes.last_analysis_stats.malicious == 1\n"
        "print('importlib.metadata' in sys.modules, file.attributes.pe_info is not None)\n"
        "print('importlib.metadata' in sys.modules)\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", code, RAW], capture_output=True, text=True, check=True, timeout=60
    )
    assert run.stdout.split() == ["False", "True", "True"]
