"""Drift: what many documents hold that the models do not know."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vt_sdk import (
    DriftReport,
    Finding,
    InvalidInputError,
    InvalidResponseError,
    NotFoundError,
    drift,
)
from vt_sdk._drift.observation import Every, Observation, parse_path

KNOWN = {"type": "file", "id": "00", "attributes": {"names": ["a"]}}


def file_with(**attributes: Any) -> dict[str, Any]:
    return {"type": "file", "id": "00", "attributes": attributes}


def test_what_is_known_is_no_drift() -> None:
    report = drift([KNOWN, {"data": KNOWN}, {"data": [KNOWN, KNOWN]}])
    assert report == DriftReport(3, ())
    assert not report


def test_unknown_fields_are_counted_by_general_path() -> None:
    results = {"A": {"category": "harmless", "mood": 1}, "B": {"mood": "x"}, "C": {}}
    report = drift(
        [
            file_with(last_analysis_results=results, fresh=None),
            json.dumps({"data": file_with(last_analysis_results=results)}).encode(),
            {"data": [file_with(trid=[{"odd": {}}, {"odd": []}])], "meta": {}},
        ]
    )
    assert report.documents == 3
    assert report.findings == (
        Finding(
            "unknown", "file", "attributes.last_analysis_results.*.mood", ("integer", "string"), 4
        ),
        Finding("unknown", "file", "attributes.trid[].odd", ("array", "object"), 2),
        Finding("unknown", "file", "attributes.fresh", ("null",), 1),
    )
    assert report


def test_misfits_are_counted_by_general_path() -> None:
    results = {"A": {"category": 1}, "B": {"category": True}, "C": {"category": "harmless"}}
    bad = file_with(last_analysis_results=results, size="12", names=["a", 5])
    assert drift([bad, KNOWN]).findings == (
        Finding(
            "misfit",
            "file",
            "attributes.last_analysis_results.*.category",
            ("boolean", "integer"),
            2,
        ),
        Finding("misfit", "file", "attributes.names[]", ("integer",), 1),
        Finding("misfit", "file", "attributes.size", ("string",), 1),
    )


def test_keys_that_are_no_names_are_quoted() -> None:
    assert drift([file_with(**{"a b": 1})]).findings[0].path == 'attributes["a b"]'


def test_documents_are_read_one_by_one() -> None:
    def documents() -> Any:
        yield KNOWN
        yield b"no JSON"
        pytest.fail("read on after an error")

    with pytest.raises(InvalidResponseError):
        drift(documents())


@pytest.mark.parametrize("document", [{"data": {}}, '{"data": {}}', b'{"data": {}}'])
def test_one_document_is_not_several(document: Any) -> None:
    with pytest.raises(InvalidInputError, match="documents: expected several documents"):
        drift(document)


def test_an_error_of_the_api_is_raised() -> None:
    with pytest.raises(NotFoundError):
        drift([{"error": {"code": "NotFoundError", "message": "no"}}])


def test_scalars_are_nothing_to_compare() -> None:
    assert drift([{"data": "https://example.com/upload"}]) == DriftReport(1, ())


# --- inside of what is unknown -------------------------------------------------------------------


def places_of(*documents: dict[str, Any]) -> dict[str, tuple[tuple[str, ...], int]]:
    return {f.path: (f.kinds, f.count) for f in drift(documents).findings}


def test_what_is_inside_follows_with_paths_of_its_own() -> None:
    nested = {"width": 4, "tiles": [{"hue": 0.5, "odd key": True}, {"hue": None}]}
    found = drift([file_with(other=1), file_with(other=2, fresh=nested)]).findings
    assert [(f.path, f.kinds, f.count) for f in found] == [
        ("attributes.other", ("integer",), 2),
        ("attributes.fresh", ("object",), 1),
        ("attributes.fresh.tiles", ("array",), 1),
        ("attributes.fresh.tiles[]", ("object",), 2),
        ("attributes.fresh.tiles[].hue", ("null", "number"), 2),
        ('attributes.fresh.tiles[]["odd key"]', ("boolean",), 1),
        ("attributes.fresh.width", ("integer",), 1),
    ]


def test_a_value_that_does_not_fit_is_one_place_whatever_is_inside() -> None:
    assert places_of(file_with(names={"a": {"b": 1}})) == {"attributes.names": (("object",), 1)}


@pytest.mark.parametrize(
    "members",
    [
        {"Engine 1": 1, "Engine 2": "x", "plain": None},
        {f"user_{number}": number for number in range(51)},
        {name: {"verdict": "x", "score": 1} for name in ("Ann", "Bob", "Cid", "Dee", "Eve")},
    ],
)
def test_keys_that_are_data_are_not_told(members: dict[str, Any]) -> None:
    report = drift([file_with(fresh=members)])
    assert report.findings[1].path == "attributes.fresh.*"
    assert report.findings[1].count == len(members)
    text = report.to_json()
    assert not any(key in text for key in members)


def test_names_of_fields_are_told() -> None:
    names = {f"field_{number}": number for number in range(50)}
    few = {name: {"verdict": "x"} for name in ("first", "second", "third", "fourth")}
    unalike = {f"part_{number}": {f"own_{number}": 1} for number in range(5)}
    for members in (names, few, unalike):
        found = places_of(file_with(fresh=members))
        assert {f"attributes.fresh.{name}" for name in members} <= set(found)


def test_maps_of_many_documents_are_one() -> None:
    documents = [file_with(fresh={f"10.0.0.{n}": {"port": n}}) for n in range(200)]
    assert places_of(*documents) == {
        "attributes.fresh": (("object",), 200),
        "attributes.fresh.*": (("object",), 200),
        "attributes.fresh.*.port": (("integer",), 200),
    }


def test_a_known_record_that_became_a_map_does_not_flood_the_report() -> None:
    flood = {f"{number:064x}": number for number in range(51)}
    assert places_of(file_with(**flood, mood=1)) == {
        "attributes.*": (("integer",), 51),
        "attributes.mood": (("integer",), 1),
    }


def test_what_stands_beside_objects_is_looked_at() -> None:
    page = {"data": [KNOWN], "meta": {"pages": 3}, "links": {"self": "x", "first": "y"}}
    found = drift([page, {"data": KNOWN, "meta": {"pages": None}}]).findings
    assert found == (
        Finding("unknown", "", "meta.pages", ("integer", "null"), 2),
        Finding("unknown", "", "links.first", ("string",), 1),
    )


def test_a_new_relationship_is_one_place() -> None:
    embedded = {"inventions": {"data": [{"type": "file", "id": "1"}], "links": {}}}
    assert places_of({**KNOWN, "relationships": embedded}) == {
        "relationships.inventions": (("object",), 1)
    }


def test_keys_of_maps_stay_open_where_other_items_have_none() -> None:
    matches: list[Any] = [{}, {"match_context": [{}, {"values": {"secret": {}}}]}]
    assert places_of(file_with(sigma_analysis_results=matches)) == {
        "attributes.sigma_analysis_results[].match_context[].values.*": (("object",), 1)
    }


def test_the_report_has_no_value() -> None:
    secret = "customer"
    document = file_with(
        fresh=secret, names=[{"a": secret}], nested={"a": [secret], "b c": secret}, size=secret
    )
    text = drift([document]).to_json()
    assert "attributes.fresh" in text
    assert secret not in text


# --- paths ---------------------------------------------------------------------------------------


def test_a_path_is_read() -> None:
    assert parse_path('attributes.a[].*["odd \\"key]"][][].*') == (
        *("attributes", "a", Every.INDEX, Every.KEY),
        *('odd "key]', Every.INDEX, Every.INDEX, Every.KEY),
    )
    assert parse_path("") == ()


@pytest.mark.parametrize(
    "text", [".a", "a..b", "a.", "a[0]", "a[", 'a["x]', 'a["\\q"]', "a b", "a.[]", "1", 'a"b"']
)
def test_what_is_no_path_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"path|delimiter|escape"):
        parse_path(text)


@pytest.mark.slow
@given(st.lists(st.text() | st.sampled_from(Every), min_size=1))
def test_paths_are_read_as_they_were_written(steps: list[str | Every]) -> None:
    seen = Observation()
    seen.at(tuple(steps)).note(["null"])
    ((path, _),) = seen.places()
    assert parse_path(path) == tuple(steps)
