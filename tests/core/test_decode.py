"""From bytes to objects and back: good data, bad values at every place, broken documents."""

import copy
import gc
import json
import math
import pickle
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any, Self

import pytest
from pydantic import TypeAdapter, model_validator

from tests.support import SHA256, Server, envelope, file_document, json_answer, leaves, same_json
from vt_sdk import (
    AlreadyExistsError,
    AnalysisDescriptor,
    APIError,
    ClientError,
    Descriptor,
    ErrorCode,
    InvalidInputError,
    InvalidResponseError,
    MissingFieldError,
    NotFoundError,
    Page,
    QuotaExceededError,
    ServerError,
    UnknownFieldError,
    UnknownObject,
    VTObject,
    models,
    parse,
    parse_page,
)
from vt_sdk.core.decode import enveloped_object
from vt_sdk.core.objects import Received
from vt_sdk.core.readers import read_nothing
from vt_sdk.core.repair import load

URL_DOCUMENT = {
    "id": "a" * 64,
    "type": "url",
    "attributes": {
        "url": "http://example.com/",
        "last_analysis_stats": {
            "malicious": 1,
            "suspicious": 2,
            "undetected": 3,
            "harmless": 4,
            "timeout": 0,
        },
        "last_analysis_results": {
            "One": {"category": "malicious", "engine_name": "One", "result": "x", "method": "y"},
            "Two": {"category": "harmless", "engine_name": "Two", "result": None, "method": "y"},
            "Three": {"category": "suspicious", "engine_name": "Three"},
        },
    },
}


def a_file(**attributes: Any) -> models.File:
    return parse(envelope(file_document(**attributes)), models.File)


def changed(document: dict[str, Any], path: tuple[str | int, ...], value: Any) -> dict[str, Any]:
    """Return a copy of a document with another value at a path."""
    document = copy.deepcopy(document)
    place: Any = document
    for part in path[:-1]:
        place = place[part]
    place[path[-1]] = value
    return document


# --- good data -----------------------------------------------------------------------------------


def test_a_report_is_typed() -> None:
    document = file_document(tags=["a", "b"], type_tag="text", reputation=-3)
    file = parse(envelope(document), models.File)
    assert type(file) is models.File
    assert (file.id, file.type) == (SHA256, "file")
    assert file.links.self == document["links"]["self"]
    assert file.attributes.names == ["eicar.com"]
    assert file.attributes.tags == ["a", "b"]
    assert file.attributes.reputation == -3
    assert file.issues == ()
    assert file.unknown_fields() == []
    assert file.error is None
    assert file.response is None
    assert same_json(file.to_dict(), document)


@pytest.mark.parametrize(
    "form",
    [
        lambda d: envelope(d),
        lambda d: envelope(d).decode(),
        lambda d: {"data": d},
        lambda d: json.dumps(d).encode(),
        lambda d: json.dumps(d),
        lambda d: bytearray(json.dumps(d).encode()),
        lambda d: d,
        lambda d: json.dumps(d, indent=3).encode() + b"\n",
    ],
    ids=[
        "bytes",
        "text",
        "mapping",
        "bare bytes",
        "bare text",
        "bytearray",
        "bare mapping",
        "feed line",
    ],
)
@pytest.mark.parametrize("model", [models.File, None])
@pytest.mark.parametrize("size", [68, "68"], ids=["good", "to repair"])
def test_every_form_of_a_document(
    form: Callable[[dict[str, Any]], Any], model: type[models.File] | None, size: object
) -> None:
    document = file_document(size=size)
    given = form(document)
    before = copy.deepcopy(given)
    file = parse(given) if model is None else parse(given, model)
    assert type(file) is models.File
    assert same_json(file.to_dict(), document)
    assert len(file.issues) == (size == "68")
    assert given == before  # a caller's mapping is left as it is


@pytest.mark.parametrize("no_document", [Path("report.json"), None, 5, BytesIO(b"{}"), [{}]])
def test_what_is_no_document_is_refused(no_document: Any) -> None:
    with pytest.raises(InvalidInputError, match="document: expected JSON as bytes or text"):
        parse(no_document)
    with pytest.raises(InvalidInputError, match="document: expected JSON as bytes or text"):
        parse(no_document, models.File)
    with pytest.raises(InvalidInputError, match="document: expected JSON as bytes or text"):
        parse_page(no_document, models.File)


def test_what_stands_beside_the_data_is_kept() -> None:
    document = {"data": file_document(), "meta": {"count": 3, "file_info": {"sha256": "x"}, "z": 1}}
    for file in (
        parse(json.dumps(document).encode(), models.File),
        parse(document),
        parse(document, models.File),
    ):
        assert isinstance(file, models.File)
        assert file.meta.count == 3
        assert file.meta.file_info is not None
        assert file.meta.file_info.sha256 == "x"
        assert same_json(file.meta.to_dict(), document["meta"])


def test_meta_that_is_no_object_does_no_harm() -> None:
    file = parse({"data": file_document(), "meta": 5}, models.File)
    assert file.meta.count is None


def test_empty_containers_are_not_written_back() -> None:
    file = parse({"id": "x", "type": "file"}, models.File)
    assert file.attributes.names == []
    assert file.attributes.last_analysis_results == {}
    assert file.relationships.by_name() == {}
    assert file.context_attributes.to_dict() == {}
    assert file.meta.cursor is None
    with pytest.raises(TypeError, match="assign one"):
        file.attributes.names.append("added by the caller")
    assert file.to_dict() == {"id": "x", "type": "file"}


def test_empty_containers_belong_to_one_object() -> None:
    one, other = (parse({"id": i, "type": "file", "attributes": {}}, models.File) for i in "ab")
    one.attributes.tags += ["mine"]
    assert one.attributes.tags == ["mine"]
    assert other.attributes.tags == []


def test_absent_is_told_from_null() -> None:
    assert a_file(last_analysis_date=None).to_dict()["attributes"]["last_analysis_date"] is None
    assert "last_analysis_date" not in a_file().to_dict()["attributes"]
    assert a_file().attributes.last_analysis_date is None


def test_a_missing_field_raises_on_reading_only() -> None:
    file = parse({"id": SHA256, "type": "file", "attributes": {}}, models.File)
    with pytest.raises(MissingFieldError, match=r"FileAttributes came without 'sha256'") as caught:
        _ = file.attributes.sha256
    assert isinstance(caught.value, AttributeError)
    assert not hasattr(file.attributes, "sha256")
    assert not hasattr(file, "no_such_name")
    assert getattr(file.attributes, "size", None) is None
    assert file.to_dict()["attributes"] == {}
    assert "sha256" not in repr(file.attributes)


def test_an_attribute_that_no_class_has_is_a_plain_error() -> None:
    with pytest.raises(AttributeError) as caught:
        _ = a_file().attributes.no_such_name  # type: ignore[attr-defined]  # what is tested
    assert not isinstance(caught.value, MissingFieldError)


def test_an_absent_id_is_missing_too() -> None:
    file = parse({"type": "file"}, models.File)
    with pytest.raises(MissingFieldError):
        _ = file.id
    assert repr(file) == "<File without id>"
    assert str(file) == repr(file)


@pytest.mark.parametrize("seconds", [0, 1, 1_600_000_000, -1, -86_400 * 365 * 100, 253_402_300_799])
def test_dates_are_aware_and_come_back_as_numbers(seconds: int) -> None:
    file = a_file(last_analysis_date=seconds)
    moment = file.attributes.last_analysis_date
    assert moment is not None
    assert moment.tzinfo is not None
    assert moment.utcoffset() == timedelta(0)
    assert moment == datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds)
    assert file.issues == ()
    assert same_json(file.to_dict()["attributes"]["last_analysis_date"], seconds)


def test_nested_objects_are_typed() -> None:
    url = parse(URL_DOCUMENT, models.URL)
    assert url.stats.malicious == 1
    assert url.attributes.last_analysis_results["One"].category == "malicious"
    assert url.attributes.last_analysis_results["Two"].result is None
    assert same_json(url.to_dict(), URL_DOCUMENT)


@pytest.mark.parametrize("data", [{"type": "x"}, [{"type": "x"}, {}], {}, [], None])
def test_related_objects_without_all_that_they_should_have(data: object) -> None:
    document = {"id": "x", "type": "file", "relationships": {"a": {"data": data}}}
    file = parse(document, models.File)
    assert file.issues == ()
    assert same_json(file.to_dict(), document)  # and without a warning, which would be an error


def test_json_text() -> None:
    file = a_file(names=["ü\ud800"], extra={"ß": 1})
    assert file.to_json().isascii()
    assert json.loads(file.to_json()) == file.to_dict()
    assert "\n" not in file.to_json()
    assert file.to_json(indent=4) == json.dumps(file.to_dict(), indent=4)


# --- which class ---------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["file", "url", "domain", "ip_address", "analysis", "comment"])
def test_the_type_names_the_class(name: str) -> None:
    item = parse({"data": {"id": "x", "type": name}})
    assert isinstance(item, VTObject)
    assert type(item) is models.object_class(name)


@pytest.mark.parametrize("data", [{"type": "whale", "id": "x"}, {"id": "x"}, {}, {"type": 5}])
def test_an_unknown_or_missing_type(data: dict[str, Any]) -> None:
    document = {**data, "attributes": {"a": {"b": [1, 2.0, None, "x", True]}}, "more": [1]}
    item = parse({"data": document})
    assert type(item) is UnknownObject
    assert item.attributes == document["attributes"]
    assert same_json(item.to_dict(), document)


@pytest.mark.parametrize(
    "name", ["__class__", "File", "object_class", "VTModel", "models", "", "analysis\n"]
)
def test_a_type_cannot_name_what_is_no_object(name: str) -> None:
    assert type(parse({"data": {"type": name, "id": "x"}})) is UnknownObject


def test_the_model_wins_over_the_type() -> None:
    assert type(parse({"type": "file", "id": "x"}, UnknownObject)) is UnknownObject
    assert type(parse({"type": "file", "id": "x"}, Descriptor)) is Descriptor
    analysis = parse({"data": {"type": "analysis", "id": "x"}}, AnalysisDescriptor)
    assert analysis.to_dict() == {"type": "analysis", "id": "x"}


@pytest.mark.parametrize("value", ["text", 5, 5.0, True, None])
def test_scalar_data(value: object) -> None:
    assert same_json(parse(envelope(value)), value)
    assert same_json(parse({"data": value}), value)


# --- values that do not fit ----------------------------------------------------------------------

BAD_VALUES = [
    pytest.param(("attributes", "size"), True, id="true for a number"),
    pytest.param(("attributes", "size"), "12", id="text for a number"),
    pytest.param(("attributes", "size"), 5.0, id="5.0 for an integer"),
    pytest.param(("attributes", "size"), None, id="null for what is never null"),
    pytest.param(("attributes", "md5"), 5, id="number for a text"),
    pytest.param(("attributes", "md5"), ["x"], id="list for a text"),
    pytest.param(("attributes", "last_analysis_date"), 5.0, id="5.0 for a date"),
    pytest.param(("attributes", "last_analysis_date"), "2020-01-01", id="text for a date"),
    pytest.param(("attributes", "last_analysis_date"), True, id="true for a date"),
    pytest.param(("attributes", "last_analysis_date"), 10**30, id="a date beyond the calendar"),
    pytest.param(("attributes", "names"), "one", id="text for a list"),
    pytest.param(("attributes", "names"), {"a": 1}, id="object for a list"),
    pytest.param(("attributes", "names", 1), 5, id="an item of a list"),
    pytest.param(("attributes", "last_analysis_results"), [], id="list for a map"),
    pytest.param(("attributes", "last_analysis_results", "Two"), None, id="null in a map"),
    pytest.param(("attributes", "last_analysis_results", "Two"), "x", id="text in a map"),
    pytest.param(("attributes", "last_analysis_results", "Two", "method"), 1, id="in a map entry"),
    pytest.param(("attributes", "last_analysis_stats"), 5, id="number for an object"),
    pytest.param(("attributes", "last_analysis_stats", "malicious"), "1", id="in an object"),
    pytest.param(("attributes",), "x", id="attributes are no object"),
    pytest.param(("attributes",), None, id="attributes are null"),
    pytest.param(("attributes",), [1], id="attributes are a list"),
    pytest.param(("context_attributes",), 1, id="context attributes are a number"),
    pytest.param(("relationships",), [], id="relationships are a list"),
    pytest.param(("relationships", "item"), 5, id="a relationship is a number"),
    pytest.param(("relationships", "item", "data"), [{"id": "x"}, 5], id="a related item"),
    pytest.param(("links",), "x", id="links are a text"),
    pytest.param(("links", "self"), 5, id="a link is a number"),
    pytest.param(("id",), 5, id="the id is a number"),
    pytest.param(("id",), None, id="the id is null"),
    pytest.param(("type",), ["file"], id="the type is a list"),
    pytest.param(("error",), "x", id="the error is a text"),
    pytest.param(
        ("attributes", "pe_info"),
        {"sections": [{"name": "a", "entropy": "x", "md5": 4}, {"entropy": 1}]},
        id="deep in a list of objects",
    ),
    pytest.param(
        ("attributes", "pe_info"), {"sections": [1, {"entropy": 1.5}, None]}, id="several items"
    ),
]

FULL_DOCUMENT: dict[str, Any] = {
    **file_document(
        names=["a", "b", "c"],
        last_analysis_date=1_600_000_000,
        last_analysis_stats={"malicious": 1, "suspicious": 0},
        last_analysis_results={
            "One": {"category": "malicious", "method": "x"},
            "Two": {"category": "harmless", "method": "x"},
        },
        unknown={"deep": [1, 2.0]},
    ),
    "context_attributes": {"notification_id": "1"},
    "relationships": {"item": {"data": {"id": "x", "type": "file"}}},
}


@pytest.mark.parametrize("model", [models.File, None])
@pytest.mark.parametrize(("path", "value"), BAD_VALUES)
def test_a_bad_value_costs_that_value_only(
    path: tuple[str | int, ...], value: Any, model: type[models.File] | None
) -> None:
    document = changed(FULL_DOCUMENT, path, value)
    raw = envelope(document)
    file = parse(raw) if model is None else parse(raw, model)
    if path == ("type",) and model is None:
        assert type(file) is UnknownObject
    else:
        assert type(file) is models.File
    assert file.issues
    for issue in file.issues:
        assert issue.path[: len(path)] == path or path[: len(issue.path)] == issue.path
        assert issue.message
    assert same_json(file.to_dict(), document)
    assert same_json(json.loads(file.to_json()), json.loads(raw)["data"])
    if path[0] != "attributes":
        assert file.attributes
        assert same_json(file.to_dict()["attributes"], document["attributes"])


def test_issues_say_where_why_and_what() -> None:
    document = changed(FULL_DOCUMENT, ("attributes", "names"), ["a", 1, "b", None, ["c"], "d"])
    document["attributes"]["size"] = "12"
    document["attributes"]["last_analysis_results"]["One"] = None
    file = parse(document, models.File)
    assert file.attributes.names == ["a", "b", "d"]
    assert list(file.attributes.last_analysis_results) == ["Two"]
    found = {issue.path: issue.value for issue in file.issues}
    assert found == {
        ("attributes", "names", 1): 1,
        ("attributes", "names", 3): None,
        ("attributes", "names", 4): ["c"],
        ("attributes", "size"): "12",
        ("attributes", "last_analysis_results", "One"): None,
    }
    assert {issue.message for issue in file.issues} >= {"Input should be a valid string"}
    assert same_json(file.to_dict(), document)


def test_a_field_that_did_not_fit_reads_as_absent() -> None:
    file = a_file(size="12", last_analysis_date="x", names=5)
    with pytest.raises(MissingFieldError):
        _ = file.attributes.size
    assert file.attributes.last_analysis_date is None
    assert file.attributes.names == []
    assert len(file.issues) == 3


def test_many_bad_values_at_once() -> None:
    names = [str(i) if i % 3 else i for i in range(300)]
    results = {f"E{i}": {"category": "x"} if i % 2 else i for i in range(100)}
    file = a_file(names=names, last_analysis_results=results)
    assert len(file.attributes.names) == 200
    assert len(file.attributes.last_analysis_results) == 50
    assert len(file.issues) == 150
    attributes = file.to_dict()["attributes"]
    assert same_json(attributes["names"], names)
    assert attributes["last_analysis_results"] == results


def test_repair_of_a_value_behind_a_removed_one() -> None:
    # The sections after a removed one keep their own bad values, found in the same round.
    sections: list[Any] = [5, {"name": 1}, 6, {"name": "x", "entropy": []}, 7]
    document = file_document(pe_info={"sections": sections, "imphash": 4})
    file = parse(document, models.File)
    assert file.attributes.pe_info is not None
    assert len(file.attributes.pe_info.sections) == 2
    assert file.attributes.pe_info.sections[1].name == "x"
    assert same_json(file.to_dict(), document)


def test_to_dict_can_be_asked_twice() -> None:
    file = a_file(names=["a", 1, "b"])
    assert file.to_dict() == file.to_dict()
    assert file.to_dict()["attributes"]["names"] == ["a", 1, "b"]


def test_a_bad_meta_is_no_part_of_the_object() -> None:
    document = {"data": file_document(), "meta": {"count": "3", "cursor": 5}}
    file = parse(document, models.File)
    assert {issue.path for issue in file.issues} == {("meta", "count"), ("meta", "cursor")}
    assert file.meta.count is None
    assert file.to_dict() == document["data"]


# --- unknown fields ------------------------------------------------------------------------------


def test_unknown_fields_are_listed_with_their_paths() -> None:
    document = file_document(
        new=1,
        **{"two words": 2, "naïve": 3, "a.b": 4},
        pe_info={"sections": [{"name": "a"}, {"newer": 1}]},
        last_analysis_results={"An Engine": {"newest": None, "category": "x"}},
    )
    document["outside"] = {"x": 1}
    document["context_attributes"] = {"also": 1}
    document["relationships"] = {
        "comments": {"data": [{"id": "x", "type": "y", "odd": 1}]},
        "new_ones": {"data": []},
    }
    expected = {
        "outside",
        "attributes.new",
        'attributes["two words"]',
        "attributes.naïve",
        'attributes["a.b"]',
        "attributes.pe_info.sections[1].newer",
        'attributes.last_analysis_results["An Engine"].newest',
        "context_attributes.also",
        "relationships.comments.data[0].odd",
        "relationships.new_ones",
    }
    file = parse(envelope(document), models.File)
    assert set(file.unknown_fields()) == expected
    assert len(file.unknown_fields()) == len(expected)
    assert same_json(file.to_dict(), document)
    with pytest.raises(UnknownFieldError) as caught:
        parse(document, models.File, strict=True)
    assert set(caught.value.paths) == expected
    assert "attributes.new" in caught.value.message
    assert same_json(caught.value.value.to_dict(), document)


def test_unknown_fields_by_their_name_on_the_wire() -> None:
    stats = {"type-unsupported": 1, "odd": 2}
    file = a_file(last_analysis_stats=stats)
    assert file.attributes.last_analysis_stats.type_unsupported == 1
    assert file.unknown_fields() == ["attributes.last_analysis_stats.odd"]
    assert file.to_dict()["attributes"]["last_analysis_stats"] == stats


def test_the_python_name_of_a_field_is_not_its_name_on_the_wire() -> None:
    # Sent under the name of Python, it must go back out under that name.
    stats = {"type_unsupported": 1, "confirmed_timeout": 2}
    file = a_file(last_analysis_stats=stats)
    assert same_json(file.to_dict()["attributes"]["last_analysis_stats"], stats)


def test_strict_takes_what_is_known() -> None:
    document = {"data": [file_document()]}
    assert parse(file_document(), models.File, strict=True).id == SHA256
    assert len(parse_page(document, models.File, strict=True)) == 1
    assert parse({"data": 5}, strict=True) == 5
    assert isinstance(parse(document, strict=True), Page)


def test_strict_lists_ten_paths_and_keeps_all() -> None:
    document = {"data": [file_document(**{f"n{i}": i for i in range(15)})]}
    with pytest.raises(UnknownFieldError) as caught:
        parse_page(document, models.File, strict=True)
    assert len(caught.value.paths) == 15
    assert caught.value.paths[0] == "data[0].attributes.n0"
    assert caught.value.message.count("data[0]") == 10
    assert caught.value.message.endswith("…")


# --- the bounds of the round trip ----------------------------------------------------------------


@pytest.mark.parametrize(
    "value",
    [
        10**4299,
        -(10**4298) - 7,
        2**63,
        2**64 + 1,
        1e308,
        -1e308,
        5e-324,
        0.1,
        1.0,
        -0.0,
        0,
        123456789012345678.0,
        "NaN Infinity -Infinity",
        "\ud800 alone",
        "\u0000\u001f\u007f\u2028",
        "😀",
        {"\ud800": "\udfff"},
        {"": {"": [[], {}, None]}},
        [[1, 1.0, True, "1", None]],
    ],
    ids=lambda value: repr(value)[:20],
)
@pytest.mark.parametrize("model", [models.File, UnknownObject, None])
def test_values_come_back_exactly(value: Any, model: type[VTObject] | None) -> None:
    document = file_document(odd=value)
    raw = json.dumps({"data": document}).encode()
    for given in (raw, raw.decode(), {"data": document}):
        item = parse(given) if model is None else parse(given, model)
        assert isinstance(item, VTObject)
        assert same_json(item.to_dict(), document)
        assert same_json(json.loads(item.to_json()), json.loads(raw)["data"])


@pytest.mark.parametrize("number", [10**4299, -(10**4299)])
def test_big_integers_in_a_declared_field(number: int) -> None:
    file = a_file(size=number, reputation=number)
    assert file.attributes.size == number
    assert file.to_dict()["attributes"]["reputation"] == number


def test_numbers_keep_their_kind() -> None:
    for number in (20, 20.0, 20.5):
        file = a_file(pe_info={"sections": [{"entropy": number}]})
        assert file.issues == ()
        assert file.attributes.pe_info is not None
        assert same_json(file.attributes.pe_info.sections[0].entropy, number)
        assert same_json(file.to_dict()["attributes"]["pe_info"]["sections"][0]["entropy"], number)


def nested(levels: int, kind: str) -> str:
    opening, closing = ("[", "]") if kind == "list" else ('{"a":', "}")
    return opening * levels + "1" + closing * levels


@pytest.mark.parametrize("kind", ["list", "map"])
@pytest.mark.parametrize("model", [models.File, UnknownObject])
def test_a_hundred_levels(kind: str, model: type[VTObject]) -> None:
    text = '{"data": {"type": "file", "id": "x", "attributes": {"odd": ' + nested(100, kind) + "}}}"
    item = parse(text, model)
    assert same_json(item.to_dict(), json.loads(text)["data"])
    assert same_json(json.loads(item.to_json()), json.loads(text)["data"])


@pytest.mark.parametrize("kind", ["list", "map"])
def test_ten_thousand_levels(kind: str) -> None:
    raw = ('{"data": {"type": "file", "id": "x", "odd": ' + nested(10_000, kind) + "}}").encode()
    for model in (models.File, None):
        with pytest.raises(InvalidResponseError) as caught:
            parse(raw) if model is None else parse(raw, model)
        assert caught.value.raw == raw


@pytest.mark.parametrize("where", ["value", "key", "both"])
@pytest.mark.parametrize("model", [models.File, None])
def test_lone_surrogates(where: str, model: type[models.File] | None) -> None:
    key = "k\ud800" if where != "value" else "k"
    text = "v\udc00" if where != "key" else "v"
    document = file_document(
        names=[text], last_analysis_results={key: {"category": text, key: [text]}}
    )
    raw = envelope(document)
    for given in (raw, raw.decode(), document):
        file = parse(given) if model is None else parse(given, model)
        assert isinstance(file, models.File)
        assert file.attributes.names == [text]
        assert same_json(file.to_dict(), document)
        assert json.loads(file.to_json()) == document
        assert file.attributes.md5 == "0" * 32  # the rest of the report is typed all the same


def test_a_byte_order_mark() -> None:
    raw = b"\xef\xbb\xbf" + envelope(file_document())
    assert parse(raw, models.File).id == SHA256
    assert isinstance(parse(raw), models.File)
    assert isinstance(parse(raw.decode()), models.File)


def test_of_duplicate_keys_the_last_counts() -> None:
    raw = b'{"data": {"type": "file", "id": "a", "id": "b", "attributes": {"size": 1, "size": 2}}}'
    for file in (parse(raw, models.File), parse(raw)):
        assert isinstance(file, models.File)
        assert (file.id, file.attributes.size) == ("b", 2)
        assert file.to_dict() == json.loads(raw)["data"]


@pytest.mark.parametrize("word", ["NaN", "IsInfinity", "-Infinity", "0a9e1000 b", "c 1e400, d"])
def test_words_of_numbers_inside_a_text_are_fine(word: str) -> None:
    document = file_document(names=[word], **{word: word})
    raw = envelope(document)
    assert enveloped_object(models.File, raw)  # they are no reason to go the long way
    file = parse(raw, models.File)
    assert file.attributes.names == [word]
    assert same_json(file.to_dict(), document)


BROKEN = [
    pytest.param(b"", id="empty"),
    pytest.param(b"   \n", id="blank"),
    pytest.param(b'{"data": {"id": "x", "odd": NaN}}', id="NaN"),
    pytest.param(b'{"data": {"id": "x", "odd": Infinity}}', id="Infinity"),
    pytest.param(b'{"data": {"id": "x", "odd": [-Infinity]}}', id="-Infinity"),
    pytest.param(b'{"data": {"id": "x", "size": NaN, "type": "file"}}', id="NaN in an object"),
    pytest.param(b'{"data": {"id": "x", "odd": 1e400}}', id="1e400"),
    pytest.param(b'{"data": {"id": "x", "odd": {"a": [-1e400]}}}', id="-1e400 deeper"),
    pytest.param(b'{"data": {"id": "x", "odd":\r\n[0,1.25E+0400 ]}}', id="1e400 below"),
    pytest.param(b'{"data": {"id": "x", "attributes": {"size": 1e400}}}', id="1e400, a known key"),
    pytest.param(b'{"data": {"id": "x", "odd": "\xff\xfe"}}', id="not UTF-8"),
    pytest.param(b'{"data": {"id": "\xed\xa0\x80"}}', id="an encoded surrogate"),
    pytest.param(b'{"data": {"id": "x"}} and more', id="trailing bytes"),
    pytest.param(b'{"data": {"id": "x"}}\x00', id="a trailing zero byte"),
    pytest.param(b'{"data": {"id": "x"', id="cut"),
    pytest.param(b'{"data": {"id": "x}}', id="cut in a text"),
    pytest.param(b'{"data": {"id": "x",}}', id="a comma too many"),
    pytest.param(b"{'data': {}}", id="single quotes"),
    pytest.param(b"<html><body>Bad gateway</body></html>", id="a web page"),
    pytest.param(b'{"data": {"odd": %s}}' % (b"9" * 5000), id="an integer of 5,000 digits"),
    pytest.param(b"[1, 2]", id="a list"),
    pytest.param(b'"text"', id="a text"),
    pytest.param(b"null", id="null"),
    pytest.param(b"5", id="a number"),
    pytest.param(b'{"error": "text"}', id="an error that is a text"),
    pytest.param(b'{"error": null}', id="an error that is null"),
]


@pytest.mark.parametrize("raw", BROKEN)
def test_broken_documents_keep_their_bytes(raw: bytes) -> None:
    attempts: list[Callable[[], object]] = [
        lambda: parse(raw),
        lambda: parse(raw, models.File),
        lambda: parse(raw, models.URL),
        lambda: parse(raw, UnknownObject),
        lambda: parse(raw, strict=True),
        lambda: parse_page(raw, models.File),
    ]
    for attempt in attempts:
        with pytest.raises(InvalidResponseError) as caught:
            attempt()
        assert caught.value.raw == raw
        assert caught.value.status is None


def test_a_text_with_a_surrogate_outside_an_escape() -> None:
    # Not JSON that could have come over a wire; refused like bytes that are not UTF-8.
    with pytest.raises(InvalidResponseError):
        parse('{"data": {"id": "\ud800"}}', models.File)


@pytest.mark.parametrize("value", [float("nan"), float("inf"), float("-inf")])
def test_numbers_beyond_json_in_a_mapping(value: float) -> None:
    with pytest.raises(InvalidResponseError):
        parse({"data": file_document(size=value)}, models.File)


@pytest.mark.parametrize("data", [5, "x", None, [], [file_document()], True])
def test_one_object_was_expected(data: object) -> None:
    raw = envelope(data)
    with pytest.raises(InvalidResponseError, match="not one File") as caught:
        parse(raw, models.File)
    assert caught.value.raw == raw


@pytest.mark.parametrize("data", [5, "x", None, file_document()])
def test_a_listing_was_expected(data: object) -> None:
    with pytest.raises(InvalidResponseError, match="listing"):
        parse_page(envelope(data), models.File)
    with pytest.raises(InvalidResponseError, match="listing"):
        parse_page(file_document(), models.File)


@pytest.mark.parametrize("raw", [b"", b"nonsense", b"[1]", b"NaN", b"\xff"])
def test_load_is_bounded(raw: bytes) -> None:
    if raw == b"[1]":
        assert load(raw) == [1]
        return
    with pytest.raises(InvalidResponseError) as caught:
        load(raw)
    assert caught.value.raw == raw


# --- answers of other forms ----------------------------------------------------------------------

ISSUE = {"id": "1", "name": "open_port", "summary": {"severity": 1}}
HITS = {"hits": [ISSUE, {**ISSUE, "id": "2"}], "total_hits": 5, "next_page_token": "further"}
ALERT = {"id": "a", "title": "Found", "labels": [{"label": "sale"}], "topics": [{"value": "x"}]}


@pytest.mark.parametrize(
    ("document", "model", "names", "cursor"),
    [
        ({"success": True, "message": "", "result": HITS}, models.ASMIssue, ["1", "2"], "further"),
        ({"success": True, "result": [{"id": 7, "name": "own"}]}, models.ASMProject, [7], None),
        ({"alerts": [ALERT, {**ALERT, "id": "b"}]}, models.DTMAlert, ["a", "b"], None),
        ({"data": [ISSUE]}, models.ASMIssue, ["1"], None),
    ],
)
def test_a_listing_that_was_kept(
    document: dict[str, Any], model: type[Received], names: list[str], cursor: str | None
) -> None:
    for kept in (document, json.dumps(document), json.dumps(document).encode()):
        page: Page[Any] = parse_page(kept, model, strict=True)
        assert {type(item) for item in page} == {model}
        assert [item.id for item in page] == names
        assert page.cursor == cursor
        assert same_json(page.to_dict(), document)
        assert TypeAdapter(Page[model]).validate_python(page.to_dict()) == page  # type: ignore[valid-type]  # known at run time
    with pytest.raises(InvalidResponseError, match=f"not one {model.__name__}"):
        parse(document, model)


@pytest.mark.parametrize(
    ("document", "model"),
    [
        ({"success": True, "message": "", "result": ISSUE}, models.ASMIssue),
        (ALERT, models.DTMAlert),
    ],
)
def test_one_of_them_that_was_kept(document: dict[str, Any], model: type[Received]) -> None:
    for kept in (document, json.dumps(document), json.dumps(document).encode()):
        found: Any = parse(kept, model, strict=True)
        assert type(found) is model
        assert same_json(found.to_dict(), document.get("result", document))
    with pytest.raises(InvalidResponseError, match="listing"):
        parse_page(document, model)


def test_a_refusal_that_was_kept() -> None:
    document = {"success": False, "message": "no such project"}
    for attempt in (lambda: parse(document), lambda: parse_page(document, models.ASMIssue)):
        with pytest.raises(ClientError, match="no such project"):
            attempt()


# --- errors in place of data ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("error", "kind", "status"),
    [
        ({"code": "NotFoundError", "message": "gone"}, NotFoundError, 404),
        ({"code": "AlreadyExistsError"}, AlreadyExistsError, 409),
        ({"code": "QuotaExceeded", "message": "spent"}, QuotaExceededError, 429),
        ({"code": "SomethingNewError", "message": "new"}, ClientError, 0),
        ({"message": "no code"}, ClientError, 0),
        ({}, ClientError, 0),
        ({"code": 5, "message": 6}, ClientError, 0),
    ],
)
def test_an_error_raises(error: dict[str, Any], kind: type[APIError], status: int) -> None:
    attempts: list[Callable[[], object]] = [
        lambda: parse({"error": error}),
        lambda: parse(json.dumps({"error": error}), models.File),
        lambda: parse_page(json.dumps({"error": error}).encode(), models.File),
    ]
    for attempt in attempts:
        with pytest.raises(APIError) as caught:
            attempt()
        found = caught.value
        assert type(found) is kind
        assert found.status == status
        assert found.message
        assert found.raw_code == (error.get("code") if isinstance(error.get("code"), str) else "")
        assert found.code == ErrorCode(found.raw_code)
        assert not isinstance(found, ServerError)


def test_an_object_with_an_error_is_an_object() -> None:
    document = {"type": "file", "id": "x", "error": {"code": "NotFoundError", "message": "gone"}}
    file = parse(document)
    assert isinstance(file, models.File)
    assert file.error is not None
    assert file.error.code == "NotFoundError"
    assert file.attributes.names == []
    assert same_json(file.to_dict(), document)


# --- pages ---------------------------------------------------------------------------------------


def test_a_mixed_page() -> None:
    document = {
        "data": [
            file_document(),
            {"type": "url", "id": "u"},
            {"type": "whale", "id": "w"},
            {"id": "nothing"},
        ],
        "meta": {"count": 4, "cursor": "next"},
        "links": {"self": "s", "next": "n"},
        "odd": [1],
    }
    page = parse(document)
    assert isinstance(page, Page)
    assert [type(item) for item in page] == [models.File, models.URL, UnknownObject, UnknownObject]
    assert page.meta.count == 4
    assert page.cursor == "next"
    assert page.links.next == "n"
    assert same_json(page.to_dict(), document)


def test_an_empty_page() -> None:
    for page in (parse({"data": []}), parse_page(b'{"data": []}', models.File)):
        assert isinstance(page, Page)
        assert list(page) == []
        assert page.to_dict() == {"data": []}
        assert page.cursor is None


def test_items_that_are_no_objects_are_issues_of_the_page() -> None:
    document = {"data": [1, file_document(), None, "x", file_document(size="5"), [2]], "a": 1}
    for page in (parse(document), parse_page(document, models.File)):
        assert isinstance(page, Page)
        assert len(page) == 2
        assert {issue.path: issue.value for issue in page.issues} == {
            ("data", 0): 1,
            ("data", 2): None,
            ("data", 3): "x",
            ("data", 5): [2],
            ("data", 1, "attributes", "size"): "5",
        }
        assert same_json(page.to_dict(), document)
        assert same_json(page.to_dict(), document)


# --- copies --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "duplicate",
    [lambda x: pickle.loads(pickle.dumps(x)), copy.copy, copy.deepcopy],
    ids=["pickle", "copy", "deepcopy"],
)
@pytest.mark.parametrize(
    "document",
    [FULL_DOCUMENT, changed(FULL_DOCUMENT, ("attributes", "names"), ["a", 1])],
    ids=["good", "repaired"],
)
def test_copies_keep_everything(duplicate: Callable[[Any], Any], document: dict[str, Any]) -> None:
    whole = {"data": document, "meta": {"count": 1}}
    file = parse(json.dumps(whole), models.File)
    twin = duplicate(file)
    assert type(twin) is models.File
    assert twin == file
    assert twin is not file
    assert twin.issues == file.issues
    assert twin.meta.count == 1
    assert same_json(twin.to_dict(), document)
    with pytest.raises(MissingFieldError):
        _ = twin.attributes.sha1
    page = parse_page({"data": [document, 5], "meta": {"cursor": "c"}}, models.File)
    page_twin = duplicate(page)
    assert page_twin == page
    assert page_twin.issues == page.issues
    assert page_twin.cursor == "c"
    assert same_json(page_twin.to_dict(), page.to_dict())


def test_objects_differ_by_value() -> None:
    assert a_file(size=1) == a_file(size=1)
    assert a_file(size=1) != a_file(size=2)
    assert a_file(size="1") != a_file(size="2")
    text: object = "text"
    assert a_file() != text


def test_an_answer_that_says_nothing() -> None:
    from vt_sdk import Request, Response

    answer = Response(200, {}, b"whatever")
    read_nothing(answer, Request("DELETE", "/x"))
    assert answer.body == b"whatever"


def test_leaves_are_what_the_sample_tests_count() -> None:
    assert list(leaves({"a": [1, {"b": None}], "c": {}})) == [(("a", 0), 1), (("a", 1, "b"), None)]


def test_a_lone_surrogate_in_a_key_costs_that_entry_only() -> None:
    document = file_document(**{"\ud800": 1, "size": 5})
    document["\udfff"] = [2]
    file = parse(envelope(document), models.File)
    assert file.attributes.size == 5
    assert file.attributes.names == ["eicar.com"]
    assert same_json(file.to_dict(), document)
    assert file.to_json().isascii()


def test_a_mapping_that_holds_the_same_list_twice() -> None:
    shared: list[Any] = ["a", 5, "b", 6]
    document = {"type": "file", "id": "00", "attributes": {"names": shared, "tags": shared}}
    file = parse(document, models.File)
    assert file.attributes.names == file.attributes.tags == ["a", "b"]
    assert len(file.issues) == 4
    assert file.to_dict() == document
    assert shared == ["a", 5, "b", 6]


def test_a_mapping_that_is_too_deep_to_be_repaired() -> None:
    deep: Any = "x"
    for _ in range(50_000):
        deep = [deep]
    with pytest.raises(InvalidResponseError, match="levels"):
        parse({"type": "file", "id": 5, "attributes": {"size": "x"}, "deep": deep}, models.File)


class SwitchesOff(models.Comment):
    """What an application may do while a page is made, in another thread for instance."""

    @model_validator(mode="after")
    def _switch_off(self) -> Self:
        gc.disable()
        gc.set_threshold(0)
        return self


def test_a_page_does_not_switch_on_a_collector_that_was_switched_off() -> None:
    before = gc.get_threshold()
    try:
        assert len(parse_page(envelope([{"type": "comment", "id": "a"}]), SwitchesOff)) == 1
        assert not gc.isenabled()
        assert gc.get_threshold()[0] == 0
    finally:
        gc.set_threshold(*before)
        gc.enable()


def test_a_page_leaves_the_collector_as_it_was() -> None:
    before = gc.get_threshold()
    parse_page(envelope([{"type": "comment", "id": "a"}]), models.Comment)
    with pytest.raises(InvalidResponseError):
        parse_page(b"{", models.Comment)
    assert (gc.isenabled(), gc.get_threshold()) == (True, before)


# --- documents made to cost much ------------------------------------------------------------------

MANY = 20_000


@pytest.mark.slow
@pytest.mark.parametrize(
    ("attributes", "place"),
    [
        ({"names": [1] * MANY}, ["names"]),
        ({"last_analysis_results": {f"E{i}": 5 for i in range(MANY)}}, ["last_analysis_results"]),
        ({"pe_info": {"sections": [{"name": 1}] * MANY}}, ["pe_info"]),
        ({"exiftool": {f"\ud800{i}": [] for i in range(MANY)}}, ["exiftool"]),
        (
            {"crowdsourced_ids_results": [{"alert_context": [1] * MANY}]},
            ["crowdsourced_ids_results"],
        ),
    ],
)
def test_very_many_misfits_are_one(attributes: dict[str, Any], place: list[str]) -> None:
    document = file_document(**attributes, meaningful_name=5, size=68)
    file = parse(json.dumps(document), models.File)
    assert {issue.path for issue in file.issues} == {
        ("attributes", *place),
        ("attributes", "meaningful_name"),
    }
    assert file.attributes.size == 68
    assert same_json(file.to_dict(), document)


@pytest.mark.slow
@pytest.mark.parametrize(
    "value", [[], 5, {}, {"\ud801": []}, {"\ud801": {"\ud802": {"\ud803": {"\ud804": {}}}}}]
)
def test_many_keys_that_no_text_can_hold(value: object) -> None:
    document = file_document(
        exiftool={f"\ud800{i}": value for i in range(5_000)},
        last_analysis_results={f"\ud800{i}": value for i in range(5_000)},
        **{f"\ud800{i}": value for i in range(5_000)},
        size=68,
    )
    file = parse(json.dumps(document), models.File)
    assert file.attributes.size == 68
    assert same_json(file.to_dict(), document)


def test_an_object_of_very_many_members_that_do_not_fit() -> None:
    document = {"data": {"type": "file", "id": "a", **{f"k{i}": math.inf for i in range(MANY)}}}
    with pytest.raises(InvalidResponseError, match="beyond the range"):
        parse(document)


def test_a_page_of_too_many_misfits_is_an_error_that_keeps_the_bytes() -> None:
    raw = f'{{"data":[{",".join("1" * 51_000)}]}}'.encode()
    for read in (parse, lambda raw: parse_page(raw, models.Comment)):
        with pytest.raises(
            InvalidResponseError, match="more than 50000 items are no objects"
        ) as error:
            read(raw)
        assert error.value.raw == raw


def test_a_page_of_many_misfits_keeps_what_fits() -> None:
    items = [{"type": "comment", "id": f"c{i}", "attributes": {"date": "x"}} for i in range(300)]
    page = parse_page(json.dumps({"data": [*items, 5]}), models.Comment)
    assert [comment.id for comment in page] == [item["id"] for item in items]
    assert len(page.issues) == 301
    assert same_json(page.to_dict(), {"data": [*items, 5]})


@pytest.mark.slow
def test_very_many_lists_behind_the_items() -> None:
    lists = ",".join(["[]"] * 1_000_000)  # where each was looked at, this took half a minute
    raw = f'{{"data":[{{"id":"a","type":"comment"}}],"x":[{lists}]}}'
    page = parse_page(raw, models.Comment)
    assert [comment.id for comment in page] == ["a"]
    assert page.to_dict()["x"] == [[]] * 1_000_000


# --- objects of another type ---------------------------------------------------------------------


class Own(models.File):
    """A class of a user's."""


@pytest.mark.parametrize(
    ("kind", "model"),
    [
        ("file", models.File),
        ("file", Own),
        ("file", Descriptor),
        ("file", UnknownObject),
        ("file", VTObject),
        ("a_new_word", models.File),
        (None, models.File),
        (5, models.File),
        ("private_file", models.PrivateFile),
        ("collection", models.Collection),
    ],
    ids=str,
)
def test_an_object_of_the_type_of_its_model(kind: Any, model: type[Received]) -> None:
    data = {"id": "x", "attributes": {}} | ({} if kind is None else {"type": kind})
    for document in ({"data": data}, json.dumps({"data": data}), json.dumps(data).encode()):
        assert type(parse(document, model)) is model
    assert type(parse_page({"data": [data]}, model)[0]) is model


@pytest.mark.parametrize(
    ("kind", "model", "wanted"),
    [
        ("file", models.URL, "url"),
        ("url", models.File, "file"),
        ("url", Own, "file"),
        ("file", models.PrivateFile, "private_file"),
        ("private_file", models.File, "file"),
        ("domain", models.IPAddress, "ip_address"),
    ],
    ids=str,
)
def test_an_object_of_another_type_is_an_error(
    server: Server, kind: str, model: type[Received], wanted: str
) -> None:
    data = {"id": "x", "type": kind, "attributes": {"size": "misfit"}}
    text = rf"of the type {kind}, not {wanted}$"
    for document in ({"data": data}, json.dumps({"data": data}), json.dumps(data).encode()):
        with pytest.raises(InvalidResponseError, match=text):
            parse(document, model)
    page = json.dumps({"data": [data]}).encode()
    with pytest.raises(InvalidResponseError, match=text) as caught:
        parse_page(page, model)
    assert caught.value.raw == page
    server.play(json_answer(data), json_answer([data]))
    with pytest.raises(InvalidResponseError, match=text):
        server.client().request("GET", "/x", model=model)
    with pytest.raises(InvalidResponseError, match=text):
        server.client().request("GET", "/x", model=Page[model])  # type: ignore[valid-type]  # at run time


def test_every_object_type_has_its_class() -> None:
    for name in models.OBJECT_TYPES:
        cls = models.object_class(name)
        assert cls is not None
        assert parse({"data": {"id": "x", "type": name}}, cls).type == name


def test_an_answer_without_a_type_says_which_models_there_are() -> None:
    found = parse({"data": {"some sandbox": {"tactics": []}}})
    with pytest.raises(MissingFieldError, match=r"without 'id'.*model=") as caught:
        assert found.id  # type: ignore[union-attr]  # it may be anything
    listed = str(caught.value).partition("; there are ")[2].split(", ")
    assert {"BehaviourMitreTrees", "BehaviourSummary", "Metadata", "WidgetURL"} <= set(listed)
    assert not {"File", "FileAttributes", "UnknownObject"} & set(listed)
    typed = parse({"data": {"type": "a_new_word"}})
    with pytest.raises(MissingFieldError) as caught:
        assert typed.id  # type: ignore[union-attr]  # it may be anything
    assert "model=" not in str(caught.value)


@pytest.mark.parametrize(
    ("meta", "paths"),
    [
        ({"file_info": {"sha256": "a", "size": "68"}}, [("meta", "file_info", "size")]),
        ({"file_info": 5, "new": 1}, [("meta", "file_info")]),
        (5, [("meta",)]),
        (None, []),
        ({}, []),
    ],
)
@pytest.mark.parametrize("status", ["completed", 5])
def test_what_does_not_fit_beside_an_object_is_an_issue(
    server: Server, meta: object, paths: list[tuple[str | int, ...]], status: object
) -> None:
    data = {"type": "analysis", "id": "a", "attributes": {"status": status}}
    server.play(json_answer(data, meta=meta))
    raw = json.dumps({"data": data, "meta": meta})
    expected = [*([] if status == "completed" else [("attributes", "status")]), *paths]
    for item in (
        server.client().analyses.get_report("a"),
        parse(raw, models.Analysis),
        parse(json.loads(raw), models.Analysis),
    ):
        assert [issue.path for issue in item.issues] == expected
        assert item.to_dict() == data
