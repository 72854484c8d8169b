"""What objects say beyond their attributes."""

from typing import Any

import pytest

from tests.support import SHA256
from vt_sdk import Assessment, MissingFieldError, models, parse

STATS = {"malicious": 3, "suspicious": 1, "harmless": 2, "undetected": 2, "timeout": 9}
RESULTS = {
    "A": {"category": "malicious"},
    "B": {"category": "suspicious"},
    "C": {"category": "harmless"},
    "D": {"category": "brand-new"},
    "E": {},
}
REPORT = {"last_analysis_stats": STATS, "last_analysis_results": RESULTS}

Scanned = models.File | models.URL | models.Domain | models.IPAddress | models.Analysis


def scanned(kind: str, identifier: str = "x") -> Scanned:
    attributes = {"stats": STATS, "results": RESULTS} if kind == "analysis" else REPORT
    item = parse({"type": kind, "id": identifier, "attributes": attributes})
    assert isinstance(item, Scanned)
    return item


KINDS = ["file", "url", "domain", "ip_address", "analysis"]


@pytest.mark.parametrize("kind", KINDS)
def test_what_the_engines_say(kind: str) -> None:
    item = scanned(kind)
    assert item.stats.malicious == 3
    assert item.is_known
    assert set(item.detections) == {"malicious", "suspicious"}
    assert list(item.detections["malicious"]) == ["A"]
    assert list(item.detections["suspicious"]) == ["B"]
    assert item.detection_ratio == 0.5


@pytest.mark.parametrize("kind", KINDS)
def test_an_object_without_results(kind: str) -> None:
    item = parse({"type": kind, "id": "x"})
    assert isinstance(item, Scanned)
    assert not item.is_known
    assert item.state == "not_analysed"
    assert item.detections == {"malicious": {}, "suspicious": {}}
    assert item.detection_ratio is None
    assert item.stats.to_dict() == {}
    with pytest.raises(MissingFieldError):
        _ = item.stats.malicious


ZEROS = dict.fromkeys(STATS, 0)
HARMLESS = {"A": {"category": "harmless"}}


@pytest.mark.parametrize(
    ("stats", "results", "state", "ratio"),
    [
        (STATS, RESULTS, "flagged", 0.5),
        (ZEROS | {"malicious": 1}, {}, "flagged", 1.0),
        (ZEROS | {"suspicious": 1, "harmless": 3}, {}, "flagged", 0.25),
        (None, {"A": {"category": "suspicious"}}, "flagged", 1.0),
        # Where the counters do not tell, the results do.
        (ZEROS, {"A": {"category": "malicious"}}, "flagged", 1.0),
        ({"malicious": 1}, {}, "flagged", 1.0),
        ({"malicious": 1}, HARMLESS, "flagged", 0.5),
        (ZEROS | {"harmless": 60, "undetected": 9}, {}, "clean", 0.0),
        (ZEROS | {"undetected": 9}, None, "clean", 0.0),
        (None, HARMLESS, "clean", 0.0),
        # No verdict is not a verdict of zero.
        (ZEROS, {}, "not_analysed", None),
        (ZEROS | {"timeout": 9, "type-unsupported": 60}, {}, "not_analysed", None),
        (ZEROS, {"A": {"category": "timeout"}, "B": {}}, "not_analysed", None),
        (ZEROS, {"A": {"category": "brand-new"}}, "not_analysed", None),
        # A damaged counter might have been the one that flags.
        (ZEROS | {"malicious": "3", "harmless": 60}, {}, "not_analysed", None),
        ({"harmless": 60}, {}, "not_analysed", None),
        ({"harmless": 60}, HARMLESS, "clean", 0.0),
    ],
)
@pytest.mark.parametrize("kind", KINDS)
def test_the_state_of_an_object(
    kind: str, stats: object, results: object, state: str, ratio: float | None
) -> None:
    prefix = "" if kind == "analysis" else "last_analysis_"
    told = {f"{prefix}stats": stats, f"{prefix}results": results, "status": "completed"}
    attributes = {name: value for name, value in told.items() if value is not None}
    item = parse({"type": kind, "id": "x", "attributes": attributes})
    assert isinstance(item, Scanned)
    assert (item.state, item.detection_ratio) == (state, ratio)
    assert item.is_known == (state in ("flagged", "clean"))


@pytest.mark.parametrize(
    ("status", "results", "state"),
    [
        ("in-progress", HARMLESS, "not_analysed"),
        ("in-progress", RESULTS, "flagged"),
        ("queued", {}, "not_analysed"),
        (None, HARMLESS, "not_analysed"),
        (5, HARMLESS, "not_analysed"),
        ("completed", HARMLESS, "clean"),
    ],
)
def test_an_analysis_is_clean_when_it_is_complete_only(
    status: object, results: object, state: str
) -> None:
    attributes = {"status": status, "results": results}
    item = parse({"type": "analysis", "id": "x", "attributes": attributes}, models.Analysis)
    assert item.state == state


@pytest.mark.parametrize("kind", KINDS)
def test_an_entry_that_the_service_does_not_know(kind: str) -> None:
    error = {"code": "NotFoundError", "message": "no such object"}
    item = parse({"type": kind, "id": "x", "error": error})
    assert isinstance(item, Scanned)
    assert item.state == "unknown"
    assert not item.is_known
    assert item.detection_ratio is None


@pytest.mark.parametrize(
    ("kind", "identifier", "path"),
    [
        ("file", SHA256, f"file/{SHA256}"),
        ("url", "a" * 64, "url/" + "a" * 64),
        ("domain", "example.com", "domain/example.com"),
        ("ip_address", "192.0.2.1", "ip-address/192.0.2.1"),
        ("analysis", "u-abc-123", "url-analysis/u-abc-123"),
        ("analysis", "NGU0==", "file-analysis/NGU0=="),
    ],
)
def test_permalinks(kind: str, identifier: str, path: str) -> None:
    assert scanned(kind, identifier).permalink == f"https://www.virustotal.com/gui/{path}"


@pytest.mark.parametrize("kind", KINDS)
def test_derived_values_stand_on_the_object_only(kind: str) -> None:
    item: Any = scanned(kind)
    for name in ("detections", "detection_ratio", "permalink", "is_known", "state"):
        assert not hasattr(item.attributes, name)
        assert name not in item.to_dict()
        assert hasattr(item, name)


ASSESSED = ["file", "url", "domain", "ip_address", "private_file", "private_url"]
GTI = {
    "verdict": {"value": "VERDICT_MALICIOUS"},
    "severity": {"value": "SEVERITY_HIGH"},
    "threat_score": {"value": 97},
    "description": "Known to be bad.",
    "contributing_factors": {"gavs_detections": 2, "associated_actor": ["Example"]},
}


def assessed(kind: str, **attributes: Any) -> Any:
    return parse({"type": kind, "id": "x", "attributes": attributes})


@pytest.mark.parametrize("kind", ASSESSED)
def test_an_assessment_has_one_shape(kind: str) -> None:
    assessment = assessed(kind, gti_assessment=GTI).assessment
    assert isinstance(assessment, Assessment)
    assert (assessment.verdict, assessment.severity, assessment.score) == ("malicious", "high", 97)
    assert assessment.description == "Known to be bad."
    factors = assessment.contributing_factors
    assert factors is not None
    assert (factors.gavs_detections, factors.associated_actor) == (2, ["Example"])
    assert assessed(kind).assessment is None
    assert parse({"type": kind, "id": "x"}).assessment is None  # type: ignore[union-attr]  # one of these


@pytest.mark.parametrize(
    ("said", "full", "verdict"),
    [
        ("VERDICT_MALICIOUS", None, "malicious"),
        ("VERDICT_BENIGN", "VERDICT_SUSPICIOUS", "suspicious"),
        ("VERDICT_MALICIOUS", "VERDICT_UNDETECTED", "malicious"),
        ("VERDICT_UNKNOWN", "VERDICT_BENIGN", "benign"),
        ("VERDICT_BRAND_NEW", None, "brand_new"),
        ("VERDICT_BRAND_NEW", "VERDICT_UNKNOWN", "unknown"),
    ],
)
def test_a_verdict_that_comes_by_itself_counts_too(
    said: str, full: str | None, verdict: str
) -> None:
    attributes = {"threat_verdict": said, "gti_assessment": {"verdict": {"value": full}}}
    assert assessed("domain", **attributes).assessment.verdict == verdict
    assert assessed("url", threat_verdict=said).assessment.severity is None


@pytest.mark.parametrize(
    "damaged", [{}, {"verdict": 1, "severity": [], "threat_score": {"value": "many"}}]
)
def test_what_is_damaged_of_an_assessment_is_none(damaged: dict[str, Any]) -> None:
    assessment = assessed("file", gti_assessment=damaged).assessment
    assert (assessment.verdict, assessment.severity, assessment.score) == (None, None, None)
    assert assessment.contributing_factors is None
