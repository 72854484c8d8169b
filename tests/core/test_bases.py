"""What objects say beyond their attributes."""

from typing import Any

import pytest

from tests.support import SHA256
from vt_sdk import MissingFieldError, models, parse

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
    assert item.detections == {"malicious": {}, "suspicious": {}}
    for name in ("stats", "detection_ratio"):
        with pytest.raises(MissingFieldError):
            getattr(item, name)
        assert not hasattr(item, name)


def test_no_verdict_at_all() -> None:
    zeros = dict.fromkeys(STATS, 0)
    item = parse({"type": "file", "id": "x", "attributes": {"last_analysis_stats": zeros}})
    assert isinstance(item, models.File)
    assert item.detection_ratio == 0.0


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
    for name in ("detections", "detection_ratio", "permalink", "is_known"):
        assert not hasattr(item.attributes, name)
        assert name not in item.to_dict()
        assert hasattr(item, name)
