"""What policies say of objects, and why; policies as values and as text."""

import json
import pickle
from dataclasses import FrozenInstanceError, fields, replace
from datetime import datetime, timedelta
from typing import Any, get_args, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.verdicts.support import ANALYSED, CATEGORIES, COUNTERS, attributes, made, results
from vt_sdk import InvalidInputError, models, parse
from vt_sdk.verdicts import Evidence, Level, Policy, Reason, ReasonKind, Verdict

DEFAULT, STRICT, LENIENT = Policy.default(), Policy.strict(), Policy.lenient()
NOW = ANALYSED + timedelta(days=1)


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
    assert reasons[ReasonKind.GTI_ASSESSMENT, odd].evidence == (
        Evidence("GTI", "suspicious", "Odd."),
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
    both = {"gti_assessment": {"verdict": {"value": verdict}}, "threat_verdict": "VERDICT_UNKNOWN"}
    assert DEFAULT.judge(made(kind, both)).level == level
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


# --- what holds for all objects and policies -----------------------------------------------------

ENGINES = [f"Engine{n}" for n in range(8)]
SAID = st.dictionaries(st.sampled_from(ENGINES), st.sampled_from(CATEGORIES))
OTHERS = st.fixed_dictionaries(
    {},
    optional={
        "sandbox_verdicts": st.dictionaries(
            st.sampled_from(["Box", "Case"]),
            st.sampled_from(COUNTERS).map(lambda category: {"category": category}),
        ),
        "sigma_analysis_stats": st.fixed_dictionaries(
            {level: st.integers(0, 3) for level in ("critical", "high", "low")}
        ),
        "crowdsourced_yara_results": st.lists(st.just({"rule_name": "is_packed"}), max_size=2),
        "threat_verdict": st.sampled_from(
            ["VERDICT_MALICIOUS", "VERDICT_SUSPICIOUS", "VERDICT_UNDETECTED", "VERDICT_UNKNOWN"]
        ),
    },
)
WEIGHTS = st.floats(0, 10)
NAMES = st.frozensets(st.sampled_from(ENGINES), max_size=3)


@st.composite
def policies(draw: st.DrawFn) -> Policy:
    low, high = sorted(draw(st.tuples(st.floats(0.01, 10), st.floats(0.01, 10))))
    trusted = draw(NAMES)
    return Policy(
        malicious_from=high,
        suspicious_from=low,
        suspicious_share=draw(st.floats(0, 1)),
        sandbox_weight=draw(WEIGHTS),
        sigma_weight=draw(WEIGHTS),
        yara_weight=draw(WEIGHTS),
        gti_weight=draw(WEIGHTS),
        trusted_engines=trusted,
        ignored_engines=draw(NAMES) - trusted,
        max_age_days=draw(st.none() | st.floats(0, 2)),
        unanalysed=draw(st.sampled_from([Level.UNKNOWN, Level.SUSPICIOUS, Level.MALICIOUS])),
    )


def judged(policy: Policy, said: dict[str, str], others: dict[str, Any]) -> Verdict:
    return policy.judge(made("file", attributes(results(**said), **others)), now=NOW)


@pytest.mark.slow
@given(policies(), SAID, OTHERS, st.sampled_from(ENGINES))
def test_a_detection_more_never_makes_a_verdict_milder(
    policy: Policy, said: dict[str, str], others: dict[str, Any], engine: str
) -> None:
    without = {name: category for name, category in said.items() if name != engine}
    suspected = without | {engine: "suspicious"}
    levels = [judged(policy, each, others).level for each in (without, suspected)]
    levels.append(judged(policy, without | {engine: "malicious"}, others).level)
    if said.get(engine) not in COUNTERS[:2]:
        levels.insert(0, judged(policy, said, others).level)
    assert levels[-3:] == sorted(levels[-3:])
    assert levels[0] <= levels[-2]


@pytest.mark.slow
@given(policies(), SAID, OTHERS, st.sampled_from(["critical", "high"]))
def test_evidence_more_never_makes_a_verdict_milder(
    policy: Policy, said: dict[str, str], others: dict[str, Any], level: str
) -> None:
    before = judged(policy, said, others).level
    sandboxes = others.get("sandbox_verdicts", {})
    sigma = others.get("sigma_analysis_stats", {})
    yara = others.get("crowdsourced_yara_results", [])
    for more in (
        {"sandbox_verdicts": {**sandboxes, "Crate": {"category": "suspicious"}}},
        {"sandbox_verdicts": {**sandboxes, "Box": {"category": "malicious"}}},
        {"sigma_analysis_stats": {**sigma, level: sigma.get(level, 0) + 1}},
        {"crowdsourced_yara_results": [*yara, {"rule_name": "is_bad"}]},
        {"threat_verdict": "VERDICT_MALICIOUS"},
    ):
        assert judged(policy, said, {**others, **more}).level >= before


@pytest.mark.slow
@given(SAID, OTHERS, st.integers(0, 60))
def test_stricter_is_never_milder(said: dict[str, str], others: dict[str, Any], days: int) -> None:
    found = made("file", attributes(results(**said), **others))
    now = ANALYSED + timedelta(days=days)
    strict, default, lenient = (
        policy.judge(found, now=now).level for policy in (STRICT, DEFAULT, LENIENT)
    )
    assert strict >= default >= lenient


@pytest.mark.slow
@given(policies(), SAID, OTHERS, st.randoms(use_true_random=False))
def test_the_order_of_an_answer_makes_no_difference(
    policy: Policy, said: dict[str, str], others: dict[str, Any], random: Any
) -> None:
    shuffled = list(said)
    random.shuffle(shuffled)
    reordered = {engine: said[engine] for engine in shuffled}
    assert judged(policy, reordered, others) == judged(policy, said, others)


@pytest.mark.slow
@given(policies(), SAID, OTHERS)
def test_ignoring_an_engine_flags_nothing(
    policy: Policy, said: dict[str, str], others: dict[str, Any]
) -> None:
    policy = replace(policy, trusted_engines=frozenset(), unanalysed=Level.UNKNOWN)
    for engine in said:
        less = replace(policy, ignored_engines=policy.ignored_engines | {engine})
        before, after = judged(policy, said, others).level, judged(less, said, others).level
        assert after <= before or (before, after) == (Level.CLEAN, Level.UNKNOWN)


@pytest.mark.slow
@given(policies(), SAID, OTHERS)
def test_trusting_an_engine_makes_nothing_milder(
    policy: Policy, said: dict[str, str], others: dict[str, Any]
) -> None:
    policy = replace(policy, ignored_engines=frozenset())
    for engine, category in said.items():
        more = replace(policy, trusted_engines=policy.trusted_engines | {engine})
        after = judged(more, said, others).level
        assert after >= judged(policy, said, others).level
        if category in ("malicious", "suspicious"):
            assert after >= category


@pytest.mark.slow
@given(policies(), SAID, OTHERS)
def test_nothing_is_clean_without_an_analysis(
    policy: Policy, said: dict[str, str], others: dict[str, Any]
) -> None:
    heard = {each for name, each in said.items() if name not in policy.ignored_engines}
    verdict = judged(policy, said, others)
    if verdict.level is Level.CLEAN:
        assert heard & {"undetected", "harmless"}
    if made("file", attributes(results(**said))).is_known:
        return
    assert verdict.level is not Level.CLEAN


NUMBERS = st.integers(-3, 3) | st.just(10**400) | st.none()
COUNTS = st.dictionaries(st.sampled_from([*COUNTERS, "critical", "high"]), NUMBERS)
WORDS = st.sampled_from([*CATEGORIES, "critical", "VERDICT_MALICIOUS", "completed", "queued"])
DAMAGED = st.recursive(
    NUMBERS | WORDS | COUNTS,
    lambda inner: (
        st.lists(inner, max_size=2)
        | st.dictionaries(st.sampled_from(["category", "verdict", "value", "rule_level"]), inner)
    ),
    max_leaves=6,
)
READ = {
    **dict.fromkeys(("last_analysis_stats", "stats", "sigma_analysis_stats"), COUNTS | DAMAGED),
    **dict.fromkeys(("last_analysis_results", "results", "sandbox_verdicts"), SAID | DAMAGED),
    **dict.fromkeys(("sigma_analysis_results", "crowdsourced_yara_results"), DAMAGED),
    **dict.fromkeys(("gti_assessment", "threat_verdict", "status"), WORDS | DAMAGED),
    **dict.fromkeys(("last_analysis_date", "date"), NUMBERS | DAMAGED),
}
KINDS = ["file", "url", "domain", "ip_address", "analysis", "private_file", "private_url"]


@pytest.mark.slow
@given(policies(), st.sampled_from(KINDS), st.fixed_dictionaries({}, optional=READ))
def test_whatever_came_is_judged(policy: Policy, kind: str, came: dict[str, Any]) -> None:
    assert policy.judge(made(kind, came), now=NOW).level in Level


@pytest.mark.parametrize("count", [-(10**400), -1, 10**400])
def test_a_damaged_counter_is_judged(count: int) -> None:
    stats = {**dict.fromkeys(COUNTERS, 0), "malicious": count}
    found = made("file", {"last_analysis_stats": stats, "sigma_analysis_stats": {"high": count}})
    assert DEFAULT.judge(found).level == ("malicious" if count > 0 else "unknown")


# --- policies ------------------------------------------------------------------------------------


@pytest.mark.slow
@given(policies())
def test_a_policy_is_a_value(policy: Policy) -> None:
    assert Policy.from_toml(policy.to_toml()) == policy
    assert pickle.loads(pickle.dumps(policy)) == policy
    assert hash(replace(policy)) == hash(policy)


@pytest.mark.slow
@given(st.frozensets(st.text(min_size=1), min_size=1))
def test_names_of_any_letters_are_written_as_they_are(names: frozenset[str]) -> None:
    try:
        policy = Policy(ignored_engines=names)
    except InvalidInputError:  # a lone surrogate is no text that anybody can send or store
        assert any(0xD800 <= ord(letter) <= 0xDFFF for name in names for letter in name)
        return
    assert Policy.from_toml(policy.to_toml()) == policy


def test_a_policy_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        DEFAULT.malicious_from = 1.0  # type: ignore[misc]


def test_what_a_text_leaves_out_is_as_in_the_default() -> None:
    assert Policy.from_toml("") == DEFAULT
    text = """
    # One engine blocks nothing.
    suspicious_from = 2
    max_age_days = 90
    ignored_engines = ["Noisy"]
    unanalysed = "suspicious"
    """
    assert Policy.from_toml(text) == Policy(
        suspicious_from=2.0,
        max_age_days=90.0,
        ignored_engines=frozenset({"Noisy"}),
        unanalysed=Level.SUSPICIOUS,
    )


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("malicious = 3", r"no 'malicious'; the keys are malicious_from, suspicious_from,"),
        (
            "malicious_from = 1\nsuspicious_from = 2",
            "suspicious_from: 2 is more than malicious_from",
        ),
        ("suspicious_from = 0", "suspicious_from: expected more than 0, got 0"),
        ("malicious_from = true", "malicious_from: expected a number from 0 to 1000, got True"),
        ("gti_weight = -1", "gti_weight: expected a number"),
        ("gti_weight = nan", "gti_weight: expected a number"),
        ("gti_weight = inf", "gti_weight: expected a number"),
        ("suspicious_share = 1.5", "suspicious_share: expected a number from 0 to 1"),
        ("max_age_days = '30'", "max_age_days: expected a number"),
        ("trusted_engines = 'One'", "trusted_engines: expected a list"),
        ("trusted_engines = [1]", r"trusted_engines\[0\]: expected a non-empty text"),
        ("trusted_engines = ['']", r"trusted_engines\[0\]: expected a non-empty text"),
        ("trusted_engines = ['One']\nignored_engines = ['ONE']", "both have one"),
        ("unanalysed = 'clean'", "unanalysed: expected one of unknown, suspicious, malicious"),
        ("unanalysed = ['unknown']", "unanalysed: expected one of"),
        ("policy.toml", "not TOML"),
        ("a = 1\na = 2", "not TOML"),
        ("a = " + "[" * 100_000, "not TOML"),
    ],
)
def test_a_text_that_is_no_policy(text: str, problem: str) -> None:
    with pytest.raises(InvalidInputError, match=problem):
        Policy.from_toml(text)


def test_what_is_no_text_is_no_policy() -> None:
    wrong: Any = b"malicious_from = 1"
    with pytest.raises(InvalidInputError, match="a policy: expected a text in TOML"):
        Policy.from_toml(wrong)


@pytest.mark.parametrize("field", fields(Policy), ids=lambda field: field.name)
def test_no_part_of_a_policy_is_none_but_the_age(field: Any) -> None:
    if field.name != "max_age_days":
        wrong: Any = {field.name: None}
        with pytest.raises(InvalidInputError, match=f"{field.name}: expected"):
            replace(DEFAULT, **wrong)


@pytest.mark.parametrize(
    "wrong", [None, {}, "malicious", models.Comment, parse('{"id": "x", "type": "comment"}')]
)
def test_other_objects_are_refused(wrong: Any) -> None:
    with pytest.raises(InvalidInputError, match=r"cannot judge \w+: expected File, URL"):
        DEFAULT.judge(wrong)


def test_levels_are_ordered() -> None:
    assert sorted(Level) == [Level.CLEAN, Level.UNKNOWN, Level.SUSPICIOUS, Level.MALICIOUS]
    assert Level.UNKNOWN > "clean"
    assert Level.UNKNOWN >= Level.UNKNOWN
    assert max("suspicious", Level.MALICIOUS, "clean") == "malicious"
    assert Level.CLEAN <= "clean"
    with pytest.raises(ValueError, match="not a valid Level"):
        assert Level.CLEAN < "bad"


def test_a_verdict_is_json_as_well() -> None:
    verdict = DEFAULT.judge(report("malicious", "harmless"))
    assert json.loads(json.dumps(verdict.to_dict())) == {
        "level": "suspicious",
        "reasons": [
            {
                "kind": "engine",
                "level": "malicious",
                "weight": 1.0,
                "count": 1,
                "evidence": [
                    {"source": "Engine0", "category": "malicious", "detail": "Engine0.says"}
                ],
            }
        ],
        "as_of": "2026-03-01T12:00:00+00:00",
    }
    assert pickle.loads(pickle.dumps(verdict)) == verdict
    assert DEFAULT.judge(report()).to_dict()["reasons"][0]["kind"] == "not_analysed"


def test_hints_resolve() -> None:
    hints = get_type_hints(Policy.judge)
    assert models.File in get_args(hints["object"])
    assert hints["return"] is Verdict
