"""The models as pydantic models: schemas, dumps, equality, values from Python, empty containers."""

import copy
import functools
import json
import pickle
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
from pydantic import ValidationError
from pydantic.json_schema import JsonSchemaMode, models_json_schema

from tests.support import ROOT, envelope, file_document, same_json
from vt_sdk import MissingFieldError, Page, ResponseInfo, VTModel, VTStatus, models, parse
from vt_sdk.core.decode import decoded_object, enveloped_object
from vt_sdk.core.keyed import Keyed
from vt_sdk.core.objects import Origin, Received, UnknownObject

MODELS: list[type[VTModel]] = [
    cls
    for cls in (getattr(models, name) for name in models.__all__)
    if isinstance(cls, type) and issubclass(cls, VTModel)
]
construct: Any = models
"""As checkers see them, models are made with all their fields; they are meant to come as JSON."""

DIALECT = "https://json-schema.org/draft/2020-12/schema"
MODES: tuple[JsonSchemaMode, ...] = ("validation", "serialization")
WHEN = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)


def own_samples() -> list[tuple[str, Received]]:
    found: list[tuple[str, Received]] = []
    for path in sorted((ROOT / "schemas" / "samples").rglob("*.json")):
        if path.parent.name == "metadata":
            continue  # no object, and one of its members is spelt like one of an object's
        if path.parent.name == "error":
            continue
        result = parse(path.read_bytes())
        items = list(result) if isinstance(result, Page) else [result]
        found += [(_name(path), item) for item in items if isinstance(item, Received)]
    return found


def _name(path: Path) -> str:
    return f"{path.parent.name}/{path.stem}"


SAMPLES = own_samples()


# --- schemas -------------------------------------------------------------------------------------


@functools.cache
def schemas(mode: JsonSchemaMode) -> tuple[Mapping[Any, Any], dict[str, Any]]:
    """Return a reference for each model, and a schema that defines all of them."""
    places, schema = models_json_schema([(cls, mode) for cls in MODELS])
    return places, schema


@pytest.mark.slow
def test_every_model_has_a_schema() -> None:
    assert len(MODELS) > 400
    for mode in MODES:
        places, schema = schemas(mode)
        assert places.keys() == {(cls, mode) for cls in MODELS}
        for definition in schema["$defs"].values():
            jsonschema_rs.meta.validate({"$schema": DIALECT, **definition})
    alone = models.Comment.model_json_schema(mode="serialization")
    jsonschema_rs.meta.validate({"$schema": DIALECT, **alone})
    assert alone["properties"].keys() == models.Comment.model_fields.keys()


@pytest.mark.slow
@pytest.mark.parametrize("mode", MODES)
def test_schemas_describe_the_samples(mode: JsonSchemaMode) -> None:
    places, schema = schemas(mode)
    by_place = jsonschema_rs.validator_map_for({"$schema": DIALECT, **schema})
    unknown = UnknownObject.model_json_schema(mode=mode)
    of_unknown = jsonschema_rs.validator_for({"$schema": DIALECT, **unknown})
    for name, item in SAMPLES:
        is_unknown = type(item) is UnknownObject
        validator: Any = of_unknown if is_unknown else by_place[places[type(item), mode]["$ref"]]
        errors = [error.message for error in validator.iter_errors(item.to_dict())]
        assert not errors or item.issues, (name, errors)


@pytest.mark.slow
def test_what_a_schema_says() -> None:
    schema = models.File.model_json_schema()
    fields = schema["$defs"]["FileAttributes"]["properties"]
    assert {"type": "integer", "description": "Unix seconds, UTC"}.items() <= {
        **fields["last_analysis_date"]["anyOf"][0]
    }.items()
    assert fields["pe_info"]["anyOf"][0] == {"$ref": "#/$defs/PEInfo"}
    assert fields["names"]["default"] == []
    assert fields["last_analysis_results"]["anyOf"][0] == {
        "type": "object",
        "additionalProperties": {"$ref": "#/$defs/EngineResult"},
    }
    assert "confirmed-timeout" in schema["$defs"]["AnalysisStats"]["properties"]
    assert "required" not in schema
    assert "default" not in schema["properties"]["id"]


# --- there and back -------------------------------------------------------------------------------

WAYS: dict[str, Callable[[Received], object]] = {
    "python": lambda item: type(item).model_validate(item.model_dump()),
    "what came": lambda item: type(item).model_validate(item.model_dump(exclude_unset=True)),
    "as JSON values": lambda item: type(item).model_validate(item.model_dump(mode="json")),
    "as JSON": lambda item: type(item).model_validate_json(item.model_dump_json()),
    "by to_json": lambda item: parse(item.to_json(), type(item)),
    "by to_dict": lambda item: type(item).model_validate(item.to_dict()),
    "by pickle": lambda item: pickle.loads(pickle.dumps(item)),
    "deep copy": copy.deepcopy,
}


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
def test_there_and_back(way: Callable[[Received], object]) -> None:
    fitting = [(name, item) for name, item in SAMPLES if not item.issues]
    assert len(fitting) > 50
    for name, item in fitting:
        assert way(item) == item, name


# --- equality, representation ---------------------------------------------------------------------


def test_equality_is_by_what_the_object_says() -> None:
    document = file_document(names=["a"], pe_info={"entry_point": 1}, brand_new={"x": 1})
    one, other = parse(document, models.File), parse(document, models.File)
    response = ResponseInfo(VTStatus(200), {"date": "now"})
    assert one == enveloped_object(models.File, envelope(document), response)
    assert one == decoded_object(models.File, copy.deepcopy(document), Origin(response=response))
    assert one == other
    assert one.attributes.last_analysis_results == {}
    assert one == other
    assert one != parse({**document, "brand_new": 5}, models.File)
    assert one != parse({**document, "id": "other"}, models.File)
    assert one != models.PrivateFile.model_validate(document)
    assert one != document
    with pytest.raises(TypeError, match="unhashable"):
        hash(one)


def test_equality_counts_what_did_not_fit() -> None:
    one = parse(file_document(names=[1, "a"]), models.File)
    assert one == parse(one.to_json(), models.File)
    assert one != parse(file_document(names=[2, "a"]), models.File)
    assert one != parse(file_document(names=["a"]), models.File)


def test_pages_of_equal_objects_are_equal() -> None:
    assert parse(envelope([file_document()])) == parse(envelope([file_document()]))


def test_the_representation_is_in_declared_order() -> None:
    stats = models.AnalysisStats.model_validate({"timeout": 1, "harmless": 2, "malicious": 3})
    declared = [name for name in models.AnalysisStats.model_fields if name in repr(stats)]
    assert (
        repr(stats) == f"AnalysisStats({', '.join(f'{n}={getattr(stats, n)}' for n in declared)})"
    )


# --- values from Python ---------------------------------------------------------------------------


def test_a_field_takes_what_it_is_typed_as() -> None:
    attributes = construct.FileAttributes(
        last_analysis_date=WHEN,
        names=["a.exe"],
        last_analysis_results={"One": construct.EngineResult(category="malicious")},
        last_analysis_stats=construct.AnalysisStats(malicious=1),
        pe_info=construct.PEInfo(timestamp=WHEN),
    )
    file = construct.File(id="00", type="file", attributes=attributes)
    assert file.attributes.last_analysis_date == WHEN
    assert file.attributes.last_analysis_results["One"].category == "malicious"
    assert file.to_dict() == {
        "id": "00",
        "type": "file",
        "attributes": {
            "last_analysis_date": 1767323045,
            "names": ["a.exe"],
            "last_analysis_results": {"One": {"category": "malicious"}},
            "last_analysis_stats": {"malicious": 1},
            "pe_info": {"timestamp": 1767323045},
        },
    }
    assert parse(file.to_json(), models.File) == file


def test_dates_from_python() -> None:
    elsewhere = WHEN.astimezone(timezone(timedelta(hours=5)))
    assert construct.FileAttributes(last_analysis_date=elsewhere).last_analysis_date == WHEN
    for wrong in (WHEN.replace(tzinfo=None), "2026-01-02", 5.0, True, WHEN.date()):
        with pytest.raises(ValidationError):
            models.FileAttributes.model_validate({"last_analysis_date": wrong})


@pytest.mark.parametrize("wrong", ['"2026-01-02T00:00:00Z"', "5.0", "true", "[]"])
def test_dates_from_json_are_numbers_only(wrong: str) -> None:
    file = parse(
        f'{{"type": "file", "id": "a", "attributes": {{"last_analysis_date": {wrong}}}}}',
        models.File,
    )
    assert file.attributes.last_analysis_date is None
    assert len(file.issues) == 1


# --- lists and maps that did not come -------------------------------------------------------------

CONTAINERS = [
    (cls, name, empty)
    for cls in MODELS
    if not issubclass(cls, Keyed)  # of these the one map is the whole document
    for name, empty in cls._containers.items()
]


def test_null_reads_as_empty_and_is_written_back() -> None:
    assert len(CONTAINERS) > 600
    for cls, name, empty in CONTAINERS:
        wire = cls.model_fields[name].alias or name
        for made in (
            cls.model_validate_json(json.dumps({wire: None})),
            cls.model_validate({wire: None}),
        ):
            assert getattr(made, name) == empty, (cls, name)
            assert same_json(made.to_dict(), {wire: None}), (cls, name)


def test_null_for_a_list_or_a_map_is_no_issue() -> None:
    document = file_document(
        names=None, last_analysis_results=None, pe_info={"sections": None}, exiftool=None
    )
    for file in (parse(json.dumps(document), models.File), parse(document, models.File)):
        assert file.issues == ()
        assert (file.attributes.names, file.attributes.exiftool) == ([], {})
        assert file.detections == {"malicious": {}, "suspicious": {}}
        assert same_json(file.to_dict(), document)
        assert parse(file.to_json(), models.File) == file


def test_the_empty_list_that_did_not_come_cannot_be_changed() -> None:
    attributes = models.FileAttributes.model_validate({"tags": None})
    for change in (
        lambda: attributes.names.append("a"),
        lambda: attributes.tags.extend(["a"]),
        lambda: attributes.names.insert(0, "a"),
        lambda: attributes.exiftool.update(a=1),
        lambda: attributes.exiftool.setdefault("a", 1),
        lambda: attributes.exiftool.__setitem__("a", 1),
        lambda: copy.deepcopy(attributes).names.append("a"),
        lambda: pickle.loads(pickle.dumps(attributes)).names.append("a"),
    ):
        with pytest.raises(TypeError, match="assign one"):
            change()
    assert construct.FileAttributes().names == []


def test_lists_and_maps_that_are_assigned_are_written_back() -> None:
    attributes = construct.FileAttributes()
    attributes.names = ["a"]
    attributes.names.append("b")
    attributes.tags += ["x"]
    attributes.exiftool |= {"y": 1}
    assert attributes.to_dict() == {"names": ["a", "b"], "tags": ["x"], "exiftool": {"y": 1}}
    came = models.FileAttributes.model_validate({"names": []})
    came.names.append("c")
    assert came.to_dict() == {"names": ["c"]}


# --- values of a wrong type -----------------------------------------------------------------------

DERIVED = ("stats", "detections", "detection_ratio", "state", "is_known", "permalink")


@pytest.mark.parametrize(
    "cls", [models.File, models.URL, models.Domain, models.IPAddress, models.Analysis]
)
@pytest.mark.parametrize(
    "wrong", [None, True, 5, 1.5, "x", [], [5], {}, {"a": 5}, {"malicious": "x"}]
)
def test_nothing_derived_raises_for_values_of_a_wrong_type(
    cls: type[models.File], wrong: object
) -> None:
    names = ("last_analysis_stats", "last_analysis_results", "stats", "results", "status", "size")
    for attributes in (dict.fromkeys(names, wrong), wrong):
        document = {"id": "a", "type": "x", "links": wrong, "attributes": attributes}
        item = parse(document, cls)
        assert {name for name in DERIVED if not hasattr(item, name)} == set()
        assert repr(item) == f"<{cls.__name__} a>"
        assert repr(item.attributes)
        assert same_json(item.to_dict(), document)


def test_counters_that_did_not_come_are_not_zero() -> None:
    stats = parse({"id": "a", "type": "file", "attributes": {}}, models.File).stats
    assert stats.to_dict() == {}
    with pytest.raises(MissingFieldError):
        _ = stats.malicious
