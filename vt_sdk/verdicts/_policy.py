"""How an object is judged: the policy, and what speaks for and against an object.

Everything counts in points; one point is what one engine is worth that calls the object malicious.
Points only add up, so that more that speaks against an object never makes its verdict milder.
Nothing takes points away: an object is clean if too few were found in an analysis, and never
without one.
"""

import json
import math
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import Any, Final, Self, TypeAlias, Union

from vt_sdk import models
from vt_sdk.core.analysis import Assessed, Assessment, Scanned
from vt_sdk.core.arguments import Facts, checked, fitting
from vt_sdk.core.identifiers import shown
from vt_sdk.core.model import VTModel
from vt_sdk.errors import InvalidInputError
from vt_sdk.verdicts._values import Evidence, Level, Reason, ReasonKind, Verdict

__all__ = ["Judged", "Policy"]

# By their names, since each of these modules is loaded on first use.
Judged: TypeAlias = Union[
    "models.File",
    "models.URL",
    "models.Domain",
    "models.IPAddress",
    "models.Analysis",
    "models.PrivateFile",
    "models.PrivateURL",
]
"""What a policy judges."""

# Points are compared as people write them: 0.7 + 0.1 is 0.8.
_CLOSE: Final = 1e-9
# A damaged counter may be a number that no float can hold.
_MOST_ENGINES: Final = 1_000_000

_POINTS: Final = {"type": "number", "minimum": 0, "maximum": 1_000}
_ENGINES: Final = {"type": "array", "items": {"type": "string", "minLength": 1}}
_FACTS: Final[Mapping[str, Facts]] = {
    "malicious_from": _POINTS,
    "suspicious_from": _POINTS,
    "suspicious_share": {"type": "number", "minimum": 0, "maximum": 1},
    "sandbox_weight": _POINTS,
    "sigma_weight": _POINTS,
    "yara_weight": _POINTS,
    "gti_weight": _POINTS,
    "trusted_engines": _ENGINES,
    "ignored_engines": _ENGINES,
    "max_age_days": {"type": "number", "minimum": 0, "maximum": 36_500},
    "unanalysed": {"enum": [level.value for level in Level if level is not Level.CLEAN]},
}

_JUDGED: Final = (
    "File, URL, Domain, IPAddress, Analysis, PrivateFile or PrivateURL; an AnalysisDescriptor has"
    " to be waited for"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """How an object is judged.

    Points are added up: 1 for each engine that calls the object malicious, and what the weights say
    for everything else. A weight of 0 leaves a kind of evidence out.

    Without arguments it is the policy of `default`.

    Attributes:
        malicious_from: the points from which an object is malicious, above 0, at most 1,000.
        suspicious_from: the points from which it is suspicious, not more than `malicious_from`.
        suspicious_share: the part, 0 to 1, of what "malicious" counts that "suspicious" does: of
            engines, sandboxes and the GTI assessment; also that of a Sigma rule of level high.
        sandbox_weight: the points of each sandbox that calls the file malicious.
        sigma_weight: the points of Sigma rules of level critical, once, however many match. Lower
            levels than high count nothing.
        yara_weight: the points of YARA rules of the community, once, however many match. Many of
            them describe what a file is, and not that it is bad.
        gti_weight: the points of a GTI assessment.
        trusted_engines: engines of which one is enough: what any of them says, malicious or
            suspicious, is the least that the object is. That one finds nothing outweighs no other.
        ignored_engines: engines that count nothing: neither what they flag, nor as an analysis.
        max_age_days: the age of the analysis, in days, after which clean is no verdict any more, so
            that the object is as one that was not analysed; None for any. What was flagged stays
            flagged.
        unanalysed: the least level of an object that the service does not know or has not analysed;
            never clean.

    Names of engines are those of the service; upper and lower case make no difference.

    Raises:
        InvalidInputError: one of them cannot be, or two contradict each other.
    """

    malicious_from: float = 3.0
    suspicious_from: float = 1.0
    suspicious_share: float = 0.5
    sandbox_weight: float = 1.0
    sigma_weight: float = 1.0
    yara_weight: float = 0.25
    gti_weight: float = 3.0
    trusted_engines: frozenset[str] = frozenset()
    ignored_engines: frozenset[str] = frozenset()
    max_age_days: float | None = None
    unanalysed: Level = Level.UNKNOWN

    def __post_init__(self) -> None:
        for name, facts in _FACTS.items():
            if (value := getattr(self, name)) is not None or name != "max_age_days":
                object.__setattr__(self, name, _made(checked(name, value, facts)))
        fitting("suspicious_from", self.suspicious_from, self.suspicious_from > 0, "more than 0")
        if self.suspicious_from > self.malicious_from:
            raise InvalidInputError(
                f"suspicious_from: {self.suspicious_from:g} is more than malicious_from,"
                f" {self.malicious_from:g}"
            )
        if both := _folded(self.trusted_engines) & _folded(self.ignored_engines):
            raise InvalidInputError(
                f"trusted_engines, ignored_engines: both have {', '.join(sorted(both))}"
            )

    @classmethod
    def default(cls) -> Self:
        """Return the policy for most uses: one engine alone makes an object suspicious, no more.

        Malicious from 3 points: three engines, or a GTI assessment that says so. Suspicious from 1.
        """
        return cls()

    @classmethod
    def strict(cls) -> Self:
        """Return the policy for gates, where what is missed costs more than a false alarm.

        Malicious from 1 point: one engine or sandbox. Suspicious from 0.5: anything but a YARA rule
        alone. Clean only for 30 days after the analysis.
        """
        return cls(malicious_from=1.0, suspicious_from=0.5, max_age_days=30.0)

    @classmethod
    def lenient(cls) -> Self:
        """Return the policy for alarms, where each false one costs somebody's time.

        Malicious from 10 points, suspicious from 3; Sigma and YARA rules do not count.
        """
        return cls(malicious_from=10.0, suspicious_from=3.0, sigma_weight=0.0, yara_weight=0.0)

    # --- as text ---------------------------------------------------------------------------------

    @classmethod
    def from_toml(cls, text: str) -> Self:
        """Return the policy that a text in TOML describes, as `to_toml` writes it.

        Args:
            text: the text, not the path of a file: `Policy.from_toml(path.read_text("utf-8"))`. The
                keys are the attributes; what is left out is as in `default`.

        Raises:
            InvalidInputError: it is not TOML, has an unknown key, or a value that cannot be.
        """
        fitting("a policy", text, isinstance(text, str), "a text in TOML")
        try:
            found = tomllib.loads(text)
        except (ValueError, RecursionError) as error:
            raise InvalidInputError(f"a policy is not TOML: {error}") from error
        known = [field.name for field in fields(cls)]
        if unknown := sorted(found.keys() - set(known)):
            raise InvalidInputError(
                f"a policy has no {shown(', '.join(unknown))}; the keys are {', '.join(known)}"
            )
        return cls(**found)

    def to_toml(self) -> str:
        """Return the policy as text in TOML, all of it, in a fixed order."""
        values = {field.name: getattr(self, field.name) for field in fields(self)}
        lines = [f"{k} = {_toml(v)}\n" for k, v in values.items() if v is not None]
        return "".join(lines)

    # --- judging ---------------------------------------------------------------------------------

    def judge(self, object: Judged, *, now: datetime | None = None) -> Verdict:  # noqa: A002  # the word for it
        """Return the verdict on an object.

        Whatever an object lacks, such as what needs a licence, adds no points. Points from
        sandboxes, rules and the GTI assessment count where engines have said nothing as well; but
        clean is only what was analysed: files, URLs, domains, IP addresses and analyses by at least
        one engine that found nothing, private files and URLs, which engines do not scan, by a
        sandbox or the GTI assessment.

        Args:
            object: a file, URL, domain, IP address, analysis, private file or private URL.
            now: the moment from which `max_age_days` counts back, with a time zone; the present
                one by default.

        Raises:
            InvalidInputError: the object is of another kind, or `now` has no time zone.
        """
        if now is not None:
            checked("now", now, {"format": "unix-time"})
        if not isinstance(object, (Scanned, models.PrivateFile, models.PrivateURL)):
            raise InvalidInputError(f"cannot judge {type(object).__name__}: expected {_JUDGED}")
        if object.error is not None:
            failed = Evidence(object.error.code or "error", None, object.error.message)
            error = Reason(ReasonKind.ERROR, Level.UNKNOWN, 0.0, 1, (failed,))
            return Verdict(self.unanalysed, (error,), None)
        said = sorted(_reasons(self, object), key=lambda reason: -reason.weight)
        reasons = [reason for reason in said if reason.level is not Level.CLEAN]
        clean = [reason for reason in said if reason.level is Level.CLEAN]
        points = math.fsum(reason.weight for reason in reasons) + _CLOSE
        level = Level.CLEAN
        if points >= self.malicious_from:
            level = Level.MALICIOUS
        elif points >= self.suspicious_from:
            level = Level.SUSPICIOUS
        as_of = _as_of(object)
        missing: ReasonKind | None = None
        by_engines = isinstance(object, Scanned)
        if not any(reason.kind is ReasonKind.ENGINE or not by_engines for reason in clean):
            missing = ReasonKind.NOT_ANALYSED
        elif self._is_stale(as_of, now):
            missing = ReasonKind.STALE
        if missing and level < self.unanalysed:
            level = self.unanalysed
            reasons.append(Reason(missing, Level.UNKNOWN))
        elif level is Level.CLEAN:
            reasons += clean
        return Verdict(level, tuple(reasons), as_of)

    def _is_stale(self, as_of: datetime | None, now: datetime | None) -> bool:
        if self.max_age_days is None:
            return False
        present = datetime.now(UTC) if now is None else now
        return as_of is None or present - as_of > timedelta(days=self.max_age_days)


# --- what speaks for a level ---------------------------------------------------------------------

# What the service calls the categories of engines and sandboxes, and the levels of Sigma rules.
_LEVELS: Final[Mapping[str | None, Level]] = {
    "malicious": Level.MALICIOUS,
    "suspicious": Level.SUSPICIOUS,
    "harmless": Level.CLEAN,
    "undetected": Level.CLEAN,
    "critical": Level.MALICIOUS,
    "high": Level.SUSPICIOUS,
}
_ASSESSED: Final[Mapping[str | None, Level]] = {
    "malicious": Level.MALICIOUS,
    "suspicious": Level.SUSPICIOUS,
    "undetected": Level.CLEAN,
    "benign": Level.CLEAN,
}


def _reasons(policy: Policy, report: Judged) -> Iterator[Reason]:
    """Yield all that is said of an object, for and against it."""
    attributes = report.attributes
    if isinstance(report, Scanned):
        yield from _engines(policy, report)
    if policy.sandbox_weight:
        yield from _sandboxes(policy, _part(attributes, "sandbox_verdicts", {}))
    if policy.sigma_weight:
        yield from _sigma_rules(policy, attributes)
    if policy.yara_weight:
        yield from _yara_rules(policy, _part(attributes, "crowdsourced_yara_results", []))
    if policy.gti_weight and isinstance(report, Assessed):
        yield from _gti_assessment(policy, report.assessment)


def _share(policy: Policy, level: Level) -> float:
    """Return what a level counts of the weight of what it comes from."""
    match level:
        case Level.MALICIOUS:
            return 1.0
        case Level.SUSPICIOUS:
            return policy.suspicious_share
    return 0.0


def _engines(policy: Policy, report: Scanned) -> Iterator[Reason]:
    counted: Counter[Level] = Counter()
    for category, count in report._verdicts.items():
        counted[_LEVELS[category]] += count
    trusted, ignored = _folded(policy.trusted_engines), _folded(policy.ignored_engines)
    flagged: defaultdict[tuple[ReasonKind, Level], list[Evidence]] = defaultdict(list)
    # Results are most of a report; where nothing was flagged the counters say it all.
    is_flagged = counted[Level.MALICIOUS] or counted[Level.SUSPICIOUS]
    for name, result in report._results.items() if is_flagged or ignored else ():
        if (level := _LEVELS.get(result.category)) is None:
            continue
        folded = name.casefold()
        if folded in ignored:
            counted[level] -= 1
        elif level is not Level.CLEAN:
            is_trusted = folded in trusted
            kind = ReasonKind.TRUSTED_ENGINE if is_trusted else ReasonKind.ENGINE
            flagged[kind, level].append(Evidence(name, result.category, result.result))
            counted[level] -= is_trusted
    for level, enough in (
        (Level.MALICIOUS, policy.malicious_from),
        (Level.SUSPICIOUS, policy.suspicious_from),
    ):
        weight = _share(policy, level)
        if evidence := flagged[ReasonKind.TRUSTED_ENGINE, level]:
            # Never less than if it were not trusted.
            points = len(evidence) * max(weight, enough)
            yield _reason(ReasonKind.TRUSTED_ENGINE, level, points, evidence)
        # Counters may be damaged, and so may results.
        evidence = flagged[ReasonKind.ENGINE, level]
        if (count := max(counted[level], len(evidence))) > 0:
            points = min(count, _MOST_ENGINES) * weight
            yield _reason(ReasonKind.ENGINE, level, points, evidence, count)
    if counted[Level.CLEAN] > 0 and report._is_complete:
        yield _reason(ReasonKind.ENGINE, Level.CLEAN, 0.0, [], counted[Level.CLEAN])


def _sandboxes(policy: Policy, verdicts: "Mapping[str, models.SandboxVerdict]") -> Iterator[Reason]:
    found: dict[Level, list[Evidence]] = {}
    for name, verdict in verdicts.items():
        category = getattr(verdict, "category", None)
        if level := _LEVELS.get(category):
            malware = ", ".join(getattr(verdict, "malware_names", ())) or None
            found.setdefault(level, []).append(Evidence(name, category, malware))
    for level, evidence in found.items():
        weight = len(evidence) * policy.sandbox_weight * _share(policy, level)
        yield _reason(ReasonKind.SANDBOX, level, weight, evidence)


def _sigma_rules(policy: Policy, attributes: VTModel) -> Iterator[Reason]:
    stats = _part(attributes, "sigma_analysis_stats", None)
    for name in ("critical", "high"):
        level = _LEVELS[name]
        if (count := getattr(stats, name, None) or 0) <= 0:
            continue
        evidence = [
            Evidence(rule.rule_title or rule.rule_id or "unnamed", name, rule.rule_id)
            for rule in _part(attributes, "sigma_analysis_results", [])
            if rule.rule_level == name
        ]
        weight = policy.sigma_weight * _share(policy, level)
        yield _reason(ReasonKind.SIGMA_RULE, level, weight, evidence, count)


def _yara_rules(
    policy: Policy, rules: "Iterable[models.CrowdsourcedYaraResult]"
) -> Iterator[Reason]:
    evidence = [Evidence(rule.rule_name or "unnamed", None, rule.ruleset_name) for rule in rules]
    if evidence:
        yield _reason(ReasonKind.YARA_RULE, Level.SUSPICIOUS, policy.yara_weight, evidence)


def _gti_assessment(policy: Policy, assessment: Assessment | None) -> Iterator[Reason]:
    verdict = assessment.verdict if assessment else None
    if assessment and (level := _ASSESSED.get(verdict)):
        weight = policy.gti_weight * _share(policy, level)
        evidence = Evidence("GTI", verdict, assessment.description)
        yield _reason(ReasonKind.GTI_ASSESSMENT, level, weight, [evidence])


def _reason(
    kind: ReasonKind, level: Level, weight: float, evidence: list[Evidence], count: int = 0
) -> Reason:
    """Return a reason, its evidence in an order that does not depend on that of the answer."""
    ordered = sorted(evidence, key=lambda each: (each.source, each.detail or ""))
    return Reason(kind, level, weight, count or len(evidence), tuple(ordered))


def _as_of(report: Judged) -> datetime | None:
    name = "date" if isinstance(report, models.Analysis) else "last_analysis_date"
    found: datetime | None = getattr(report.attributes, name, None)
    return found


def _part(attributes: VTModel, name: str, default: Any) -> Any:
    """Return an attribute of an object, the default where its class has none of that name."""
    return getattr(attributes, name, default) if name in type(attributes).model_fields else default


@lru_cache(maxsize=64)
def _folded(names: frozenset[str]) -> frozenset[str]:
    return frozenset(name.casefold() for name in names)


def _made(value: Any) -> float | Level | frozenset[str]:
    if isinstance(value, list):
        return frozenset(value)
    return Level(value) if isinstance(value, str) else float(value)


def _toml(value: float | str | frozenset[str]) -> str:
    if isinstance(value, frozenset):
        return f"[{', '.join(map(_toml, sorted(value)))}]"
    if isinstance(value, str):
        # The escapes of JSON are those of TOML, which has one more.
        return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
    return repr(value)
