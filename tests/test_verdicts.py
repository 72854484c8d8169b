"""What policies say of objects, and why; policies as values and as text."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from vt_sdk import InvalidInputError, parse
from vt_sdk.verdicts import Evidence, Level, Policy, Reason, ReasonKind, Verdict

DEFAULT, STRICT, LENIENT = Policy.default(), Policy.strict(), Policy.lenient()
ANALYSED = datetime(2026, 3, 1, 12, tzinfo=UTC)
NOW = ANALYSED + timedelta(days=1)

COUNTERS = ("malicious", "suspicious", "undetected", "harmless", "timeout")
CATEGORIES = (*COUNTERS, "type-unsupported")


def results(*categories: str, **named: str) -> dict[str, dict[str, str]]:
    """Return the results of engines, by number or by name."""
    engines = {f"Engine{n}": category for n, category in enumerate(categories)} | named
    return {
        name: {"category": category, "engine_name": name, "result": f"{name}.says"}
        for name, category in engines.items()
    }


def attributes(found: dict[str, dict[str, str]], **others: Any) -> dict[str, Any]:
    """Return the attributes of a report, with the counters that go with its results."""
    said = [result["category"] for result in found.values()]
    return {
        "last_analysis_date": int(ANALYSED.timestamp()),
        "last_analysis_results": found,
        "last_analysis_stats": {name: said.count(name) for name in COUNTERS},
        **others,
    }


def made(kind: str, attributes: dict[str, Any]) -> Any:
    return parse(json.dumps({"data": {"id": "x", "type": kind, "attributes": attributes}}))


def report(*categories: str, kind: str = "file", **named: str) -> Any:
    return made(kind, attributes(results(*categories, **named)))


def file_with(**others: Any) -> Any:
    return made("file", attributes(results("undetected"), **others))


# --- levels --------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["file", "url", "domain", "ip_address"])
@pytest.mark.parametrize(
    ("categories", "default", "strict", "lenient"),
    [
        (["undetected", "harmless"], "clean", "clean", "clean"),
        (["malicious", *["undetected"] * 69], "suspicious", "malicious", "clean"),
        (["suspicious", "undetected"], "clean", "suspicious", "clean"),
        (["suspicious"] * 2 + ["harmless"], "suspicious", "malicious", "clean"),
        (["malicious"] * 3 + ["undetected"], "malicious", "malicious", "suspicious"),
        (["malicious"] * 10, "malicious", "malicious", "malicious"),
        (["timeout", "type-unsupported"], "unknown", "unknown", "unknown"),
        # Nobody calls it clean.
        (["suspicious", "timeout"], "unknown", "suspicious", "unknown"),
        ([], "unknown", "unknown", "unknown"),
    ],
)
def test_the_presets(
    kind: str, categories: list[str], default: str, strict: str, lenient: str
) -> None:
    found = report(*categories, kind=kind)
    levels = [policy.judge(found, now=NOW).level for policy in (DEFAULT, STRICT, LENIENT)]
    assert levels == [default, strict, lenient]


def test_a_verdict_says_why() -> None:
    verdict = DEFAULT.judge(report("malicious", "suspicious", "undetected"))
    assert verdict == Verdict(
        Level.SUSPICIOUS,
        (
            Reason(
                ReasonKind.ENGINE,
                Level.MALICIOUS,
                1.0,
                1,
                (Evidence("Engine0", "malicious", "Engine0.says"),),
            ),
            Reason(
                ReasonKind.ENGINE,
                Level.SUSPICIOUS,
                0.5,
                1,
                (Evidence("Engine1", "suspicious", "Engine1.says"),),
            ),
        ),
        ANALYSED,
    )
    assert str(verdict) == (
        "suspicious: 1 engine malicious (Engine0), 1 engine suspicious (Engine1) (as of 2026-03-01)"
    )


def test_what_is_not_from_engines_counts_as_the_weights_say() -> None:
    found = file_with(
        sandbox_verdicts={
            "Box": {"category": "malicious", "malware_names": ["Agent", "Bot"]},
            "Case": {"category": "suspicious"},
            "Crate": {"category": "harmless"},
            "Tin": {"category": None},
        },
        sigma_analysis_stats={"critical": 2, "high": 1, "medium": 9, "low": 9},
        sigma_analysis_results=[
            {"rule_level": "critical", "rule_id": "c1", "rule_title": "First"},
            {"rule_level": "critical", "rule_id": "c2"},
            {"rule_level": "medium", "rule_id": "m"},
        ],
        crowdsourced_yara_results=[
            {"rule_name": "is_packed", "ruleset_name": "packers"},
            {"ruleset_name": "packers"},
        ],
        gti_assessment={"verdict": {"value": "VERDICT_SUSPICIOUS"}, "description": "Odd."},
    )
    reasons = {(r.kind, r.level): r for r in DEFAULT.judge(found).reasons}
    box, tin, rule = ReasonKind.SANDBOX, ReasonKind.SIGMA_RULE, ReasonKind.YARA_RULE
    bad, odd = Level.MALICIOUS, Level.SUSPICIOUS
    assert {key: (r.weight, r.count) for key, r in reasons.items()} == {
        (box, bad): (1.0, 1),
        (box, odd): (0.5, 1),
        (tin, bad): (1.0, 2),
        (tin, odd): (0.5, 1),
        (rule, odd): (0.25, 2),
        (ReasonKind.GTI_ASSESSMENT, odd): (1.5, 1),
    }
    assert reasons[box, bad].evidence == (Evidence("Box", "malicious", "Agent, Bot"),)
    assert reasons[tin, bad].evidence == (
        Evidence("First", "critical", "c1"),
        Evidence("c2", "critical", "c2"),
    )
    assert reasons[rule, odd].evidence == (
        Evidence("is_packed", None, "packers"),
        Evidence("unnamed", None, "packers"),
    )
    assert str(reasons[tin, bad]) == "2 Sigma rules malicious (First, c2)"
    nothing = replace(DEFAULT, sandbox_weight=0, sigma_weight=0, yara_weight=0, gti_weight=0)
    assert [r.kind for r in nothing.judge(found).reasons] == [ReasonKind.ENGINE]


@pytest.mark.parametrize(
    ("verdict", "level"),
    [
        ("VERDICT_MALICIOUS", "malicious"),
        ("VERDICT_SUSPICIOUS", "suspicious"),
        ("VERDICT_UNDETECTED", "clean"),
        ("VERDICT_BENIGN", "clean"),
        ("VERDICT_UNKNOWN", "unknown"),
    ],
)
@pytest.mark.parametrize("kind", ["private_file", "private_url"])
def test_private_objects_are_judged_without_engines(kind: str, verdict: str, level: str) -> None:
    """No engine scans them."""
    assessed = made(kind, {"gti_assessment": {"verdict": {"value": verdict}}})
    assert DEFAULT.judge(assessed).level == level
    assert DEFAULT.judge(made(kind, {"threat_verdict": verdict})).level == level
    assert DEFAULT.judge(made(kind, {})).level is Level.UNKNOWN


def test_an_assessment_alone_makes_nothing_clean_that_engines_scan() -> None:
    def assessed(verdict: str) -> Any:
        return made("domain", {"gti_assessment": {"verdict": {"value": verdict}}})

    assert DEFAULT.judge(assessed("VERDICT_BENIGN")).level is Level.UNKNOWN
    assert DEFAULT.judge(assessed("VERDICT_MALICIOUS")).level is Level.MALICIOUS


@pytest.mark.parametrize(
    ("status", "categories", "level"),
    [
        ("queued", [], "unknown"),
        ("in-progress", ["undetected"], "unknown"),
        ("in-progress", ["suspicious", "undetected"], "unknown"),
        ("in-progress", ["malicious"] * 3, "malicious"),
        ("completed", ["undetected"], "clean"),
        ("completed", [], "unknown"),
    ],
)
def test_an_analysis_is_clean_when_it_is_completed(
    status: str, categories: list[str], level: str
) -> None:
    found = results(*categories)
    stats = {name: categories.count(name) for name in COUNTERS}
    date = int(ANALYSED.timestamp())
    verdict = DEFAULT.judge(
        made("analysis", {"status": status, "results": found, "stats": stats, "date": date})
    )
    assert (verdict.level, verdict.as_of) == (level, ANALYSED)


def test_an_error_in_place_of_an_object_is_unknown() -> None:
    page: Any = parse(
        '{"data": [{"id": "x", "type": "file", "error":'
        ' {"code": "NotFoundError", "message": "not here"}}]}'
    )
    verdict = DEFAULT.judge(page[0])
    error = Evidence("NotFoundError", None, "not here")
    assert verdict.level is Level.UNKNOWN
    assert verdict.reasons == (Reason(ReasonKind.ERROR, Level.UNKNOWN, 0.0, 1, (error,)),)
    assert replace(DEFAULT, unanalysed=Level.SUSPICIOUS).judge(page[0]).level == "suspicious"


def test_counters_are_enough() -> None:
    found = made("file", {"last_analysis_stats": {**dict.fromkeys(COUNTERS, 0), "malicious": 4}})
    verdict = DEFAULT.judge(found)
    assert verdict.reasons == (Reason(ReasonKind.ENGINE, Level.MALICIOUS, 4.0, 4),)
    assert str(verdict) == "malicious: 4 engines malicious"
    assert verdict.as_of is None


def test_points_are_compared_as_people_write_them() -> None:
    policy = Policy(malicious_from=0.8, suspicious_from=0.8, suspicious_share=0.1, yara_weight=0.7)
    found = made(
        "file",
        attributes(results("suspicious"), crowdsourced_yara_results=[{"rule_name": "is_packed"}]),
    )
    assert policy.judge(found).level is Level.MALICIOUS  # 0.1 + 0.7 is less than 0.8 in floats


# --- engines by name -----------------------------------------------------------------------------


def test_one_trusted_engine_is_enough() -> None:
    policy = replace(DEFAULT, trusted_engines=frozenset({"good"}))
    verdict = policy.judge(report(*["undetected"] * 60, Good="malicious"))
    assert verdict.level is Level.MALICIOUS
    assert verdict.reasons[0].kind is ReasonKind.TRUSTED_ENGINE
    assert verdict.reasons[0].weight == 3.0
    assert policy.judge(report("undetected", GOOD="suspicious")).level is Level.SUSPICIOUS
    # It outweighs nothing.
    assert policy.judge(report(*["malicious"] * 3, good="harmless")).level is Level.MALICIOUS


def test_an_ignored_engine_counts_nothing() -> None:
    policy = replace(DEFAULT, ignored_engines=frozenset({"Noisy", "Lonely"}))
    assert policy.judge(report("undetected", NOISY="malicious")).level is Level.CLEAN
    verdict = policy.judge(report(lonely="undetected"))
    assert verdict.level is Level.UNKNOWN
    assert verdict.reasons == (Reason(ReasonKind.NOT_ANALYSED, Level.UNKNOWN),)


# --- age -----------------------------------------------------------------------------------------


def test_what_was_found_clean_long_ago_is_as_if_it_was_not_analysed() -> None:
    policy = replace(DEFAULT, max_age_days=1)
    clean, flagged = report("undetected"), report("malicious")
    assert policy.judge(clean, now=NOW).level is Level.CLEAN
    later = NOW + timedelta(seconds=1)
    verdict = policy.judge(clean, now=later)
    assert (verdict.level, verdict.as_of) == (Level.UNKNOWN, ANALYSED)
    assert str(verdict) == "unknown: stale (as of 2026-03-01)"
    assert policy.judge(flagged, now=later) == policy.judge(flagged, now=NOW)
    suspect = replace(policy, unanalysed=Level.SUSPICIOUS)
    assert suspect.judge(clean, now=later).level is Level.SUSPICIOUS
    # Years have passed since.
    assert policy.judge(made("file", attributes(results("harmless"), last_analysis_date=1))).level
    without_date = attributes(results("harmless"))
    del without_date["last_analysis_date"]
    assert policy.judge(made("file", without_date)).level is Level.UNKNOWN


def test_the_present_moment_has_a_zone() -> None:
    with pytest.raises(InvalidInputError, match=r"now: expected a datetime with a time zone"):
        DEFAULT.judge(report("undetected"), now=datetime(2026, 3, 1))
