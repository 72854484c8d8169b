"""Drift: what many documents hold that the models do not know."""

import json
from typing import Any

import pytest

from vt_sdk import DriftReport, Finding, InvalidResponseError, NotFoundError, drift

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


def test_an_error_of_the_api_is_raised() -> None:
    with pytest.raises(NotFoundError):
        drift([{"error": {"code": "NotFoundError", "message": "no"}}])


def test_scalars_are_nothing_to_compare() -> None:
    assert drift([{"data": "https://example.com/upload"}]) == DriftReport(1, ())
