"""Verdicts: what a policy says of an object, and why.

A policy is a value: how much each kind of evidence counts, and from how much on an object is
suspicious or malicious. Everything counts in points; one point is what one engine is worth that
calls the object malicious. Points only add up, so that more that speaks against an object never
makes its verdict milder. Nothing takes points away: an object is clean if too few were found in an
analysis, and never without one.

`Policy.judge` computes and does nothing else. Most of a report is left unread where the policy
gives no weight to it.
"""

import json
import math
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, fields
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from functools import lru_cache
from typing import Any, Final, Self, TypeAlias

from vt_sdk import models
from vt_sdk.core.analysis import Scanned
from vt_sdk.core.arguments import Facts, checked, fitting
from vt_sdk.core.identifiers import shown
from vt_sdk.core.model import VTModel
from vt_sdk.errors import InvalidInputError

__all__ = ["Evidence", "Judged", "Level", "Policy", "Reason", "ReasonKind", "Verdict"]

Judged: TypeAlias = (
    "models.File | models.URL | models.Domain | models.IPAddress | models.Analysis"
    " | models.PrivateFile | models.PrivateURL"
)
"""What a policy judges."""

# Points are compared as people write them: 0.7 + 0.1 is 0.8.
_DIGITS: Final = 9
# How much evidence is named where a reason is shown on one line.
_MOST_NAMED: Final = 3


class Level(StrEnum):
    """How bad an object is.

    Levels are ordered by how careful one has to be with the object: clean < unknown < suspicious <
    malicious. What nobody has looked at is worse than what was found clean.
    """

    CLEAN = "clean"
    UNKNOWN = "unknown"
    SUSPICIOUS = "suspicious"
    MALICIOUS = "malicious"

    @property
    def severity(self) -> int:
        """The place in the order, 0 for clean to 3 for malicious."""
        return tuple(Level).index(self)

    def __lt__(self, other: str) -> bool:
        return self.severity < Level(other).severity

    def __le__(self, other: str) -> bool:
        return self.severity <= Level(other).severity

    def __gt__(self, other: str) -> bool:
        return self.severity > Level(other).severity

    def __ge__(self, other: str) -> bool:
        return self.severity >= Level(other).severity


class ReasonKind(StrEnum):
    """What a reason rests on."""

    TRUSTED_ENGINE = "trusted_engine"
    """Engines of which one is enough."""
    ENGINE = "engine"
    """The other engines."""
    SANDBOX = "sandbox"
    """Sandboxes in which a file ran."""
    SIGMA_RULE = "sigma_rule"
    """Sigma rules that match what a file did."""
    YARA_RULE = "yara_rule"
    """YARA rules of the community that match a file."""
    GTI_ASSESSMENT = "gti_assessment"
    """What Google Threat Intelligence says."""
    STALE = "stale"
    """The analysis is too old for an object to be clean."""
    NOT_ANALYSED = "not_analysed"
    """There is no complete analysis in which something was said of the object."""
    ERROR = "error"
    """An error stands in the place of the object."""


# One of a kind, and several.
_WORDS: Final = {
    ReasonKind.TRUSTED_ENGINE: ("trusted engine", "trusted engines"),
    ReasonKind.ENGINE: ("engine", "engines"),
    ReasonKind.SANDBOX: ("sandbox", "sandboxes"),
    ReasonKind.SIGMA_RULE: ("Sigma rule", "Sigma rules"),
    ReasonKind.YARA_RULE: ("YARA rule", "YARA rules"),
    ReasonKind.GTI_ASSESSMENT: ("GTI assessment", "GTI assessments"),
}


@dataclass(frozen=True, slots=True)
class Evidence:
    """One piece of what a reason rests on.

    Attributes:
        source: who or what says it: an engine, a sandbox, the title of a rule, `GTI`.
        category: the verdict, or the level of a rule, in the service's words.
        detail: what more there is: the name of the malware by an engine or a sandbox, the id of a
            Sigma rule, the ruleset of a YARA rule, the assessment in one sentence, the text of the
            error.
    """

    source: str
    category: str | None = None
    detail: str | None = None


@dataclass(frozen=True, slots=True)
class Reason:
    """Why an object has its level.

    Attributes:
        kind: what it rests on.
        level: what it says of the object by itself.
        weight: the points that it adds; 0 where it adds none.
        count: how many there are, such as engines.
        evidence: each of them; less where the service sent counters only, and none for the engines
            that found nothing.
    """

    kind: ReasonKind
    level: Level
    weight: float = 0.0
    count: int = 0
    evidence: tuple[Evidence, ...] = ()

    def __str__(self) -> str:
        words = _WORDS.get(self.kind)
        if words is None:
            return self.kind.replace("_", " ")
        named = [" ".join(each.source.split()) for each in self.evidence[:_MOST_NAMED]]
        more = ["…"] if named and self.count > len(named) else []
        sources = f" ({', '.join([*named, *more])})" if named else ""
        return f"{self.count} {words[self.count != 1]} {self.level}{sources}"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a policy says of an object.

    Attributes:
        level: malicious, suspicious, clean or unknown.
        reasons: why, the weightiest first.
        as_of: when the object was analysed, in UTC; None where that is not known.
    """

    level: Level
    reasons: tuple[Reason, ...]
    as_of: datetime | None

    def to_dict(self) -> dict[str, Any]:
        """Return the verdict as JSON values: names as they are, the moment in ISO 8601."""
        return {**asdict(self), "as_of": self.as_of.isoformat() if self.as_of else None}

    def __str__(self) -> str:
        day = f" (as of {self.as_of:%Y-%m-%d})" if self.as_of else ""
        return f"{self.level}: {', '.join(map(str, self.reasons))}{day}"


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
        unanalysed: the level of an object that the service does not know or has not analysed; never
            clean.

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
        is_analysed = not isinstance(object, Scanned) or ReasonKind.ENGINE in {
            r.kind for r in clean
        }
        points = round(math.fsum(reason.weight for reason in reasons), _DIGITS)
        as_of = _as_of(object)
        if points >= self.malicious_from:
            level = Level.MALICIOUS
        elif points >= self.suspicious_from:
            level = Level.SUSPICIOUS
        elif not (clean and is_analysed):
            level = self.unanalysed
            reasons.append(Reason(ReasonKind.NOT_ANALYSED, Level.UNKNOWN))
        elif self._is_stale(as_of, now):
            level = self.unanalysed
            reasons.append(Reason(ReasonKind.STALE, Level.UNKNOWN))
        else:
            level = Level.CLEAN
            reasons += clean
        return Verdict(level, tuple(reasons), as_of)

    def _is_stale(self, as_of: datetime | None, now: datetime | None) -> bool:
        if self.max_age_days is None:
            return False
        present = datetime.now(UTC) if now is None else now
        return as_of is None or present - as_of > timedelta(days=self.max_age_days)


# --- what speaks for a level ---------------------------------------------------------------------

# What the service calls the categories of engines and sandboxes, the levels of Sigma rules, and the
# verdicts of the GTI assessment.
_LEVELS: Final[Mapping[str | None, Level]] = {
    "malicious": Level.MALICIOUS,
    "suspicious": Level.SUSPICIOUS,
    "harmless": Level.CLEAN,
    "undetected": Level.CLEAN,
    "critical": Level.MALICIOUS,
    "high": Level.SUSPICIOUS,
    "VERDICT_MALICIOUS": Level.MALICIOUS,
    "VERDICT_SUSPICIOUS": Level.SUSPICIOUS,
    "VERDICT_BENIGN": Level.CLEAN,
    "VERDICT_UNDETECTED": Level.CLEAN,
}


def _reasons(policy: Policy, object: Judged) -> Iterator[Reason]:  # noqa: A002
    """Yield all that is said of an object, for and against it."""
    attributes = object.attributes
    if isinstance(object, Scanned):
        yield from _engines(policy, object)
    if policy.sandbox_weight:
        yield from _sandboxes(policy, _part(attributes, "sandbox_verdicts", {}))
    if policy.sigma_weight:
        yield from _sigma_rules(policy, attributes)
    if policy.yara_weight:
        yield from _yara_rules(policy, _part(attributes, "crowdsourced_yara_results", []))
    if policy.gti_weight:
        yield from _gti_assessment(policy, attributes)


def _points(policy: Policy, level: Level) -> float:
    """Return what a level counts of the weight of what it comes from."""
    match level:
        case Level.MALICIOUS:
            return 1.0
        case Level.SUSPICIOUS:
            return policy.suspicious_share
    return 0.0


def _engines(policy: Policy, report: Scanned) -> Iterator[Reason]:
    counted = Counter[Level]()
    for category, count in report._verdicts.items():
        counted[_LEVELS[category]] += count
    trusted, ignored = _folded(policy.trusted_engines), _folded(policy.ignored_engines)
    others: dict[Level, list[Evidence]] = {level: [] for level in Level}
    enough: dict[Level, list[Evidence]] = {level: [] for level in Level}
    # Results are most of a report; where nothing was flagged the counters say it all.
    is_flagged = counted[Level.MALICIOUS] or counted[Level.SUSPICIOUS]
    for name, result in report._results.items() if is_flagged or ignored else ():
        if (level := _LEVELS.get(result.category)) is None:
            continue
        if name.casefold() in ignored:
            counted[level] -= 1
        elif level is not Level.CLEAN:
            is_trusted = name.casefold() in trusted
            said = enough if is_trusted else others
            said[level].append(Evidence(name, result.category, result.result))
            counted[level] -= is_trusted
    for level in (Level.MALICIOUS, Level.SUSPICIOUS):
        if evidence := enough[level]:
            least = policy.malicious_from if level is Level.MALICIOUS else policy.suspicious_from
            # Never less than if it were not trusted.
            weight = len(evidence) * max(least, _points(policy, level))
            yield Reason(
                ReasonKind.TRUSTED_ENGINE, level, weight, len(evidence), _in_order(evidence)
            )
        # Counters may be damaged, and so may results.
        if (count := max(counted[level], len(others[level]))) > 0:
            weight = count * _points(policy, level)
            yield Reason(ReasonKind.ENGINE, level, weight, count, _in_order(others[level]))
    if counted[Level.CLEAN] > 0 and report._is_complete:
        yield Reason(ReasonKind.ENGINE, Level.CLEAN, 0.0, counted[Level.CLEAN])


def _sandboxes(policy: Policy, verdicts: "Mapping[str, models.SandboxVerdict]") -> Iterator[Reason]:
    found: dict[Level, list[Evidence]] = {}
    for name, verdict in verdicts.items():
        category = getattr(verdict, "category", None)
        if level := _LEVELS.get(category):
            malware = ", ".join(getattr(verdict, "malware_names", ())) or None
            found.setdefault(level, []).append(Evidence(name, category, malware))
    for level, evidence in found.items():
        weight = len(evidence) * policy.sandbox_weight * _points(policy, level)
        yield Reason(ReasonKind.SANDBOX, level, weight, len(evidence), _in_order(evidence))


def _sigma_rules(policy: Policy, attributes: VTModel) -> Iterator[Reason]:
    stats = _part(attributes, "sigma_analysis_stats", None)
    for name in ("critical", "high"):
        level = _LEVELS[name]
        if not (count := getattr(stats, name, None) or 0):
            continue
        evidence = [
            Evidence(rule.rule_title or rule.rule_id or "unnamed", name, rule.rule_id)
            for rule in _part(attributes, "sigma_analysis_results", [])
            if rule.rule_level == name
        ]
        weight = policy.sigma_weight * _points(policy, level)
        yield Reason(ReasonKind.SIGMA_RULE, level, weight, count, _in_order(evidence))


def _yara_rules(
    policy: Policy, rules: "Iterable[models.CrowdsourcedYaraResult]"
) -> Iterator[Reason]:
    evidence = [Evidence(rule.rule_name or "unnamed", None, rule.ruleset_name) for rule in rules]
    if evidence:
        weight, count = policy.yara_weight, len(evidence)
        yield Reason(ReasonKind.YARA_RULE, Level.SUSPICIOUS, weight, count, _in_order(evidence))


def _gti_assessment(policy: Policy, attributes: VTModel) -> Iterator[Reason]:
    assessment = _part(attributes, "gti_assessment", None)
    verdict = getattr(getattr(assessment, "verdict", None), "value", None)
    # Private reports may have the one word only.
    verdict = verdict or _part(attributes, "threat_verdict", None)
    if level := _LEVELS.get(verdict):
        weight = policy.gti_weight * _points(policy, level)
        evidence = Evidence("GTI", verdict, getattr(assessment, "description", None))
        yield Reason(ReasonKind.GTI_ASSESSMENT, level, weight, 1, (evidence,))


def _in_order(evidence: list[Evidence]) -> tuple[Evidence, ...]:
    """Return evidence in an order that does not depend on that of the answer."""
    return tuple(sorted(evidence, key=lambda each: (each.source, each.detail or "")))


def _as_of(object: Judged) -> datetime | None:  # noqa: A002
    name = "date" if isinstance(object, models.Analysis) else "last_analysis_date"
    found: datetime | None = getattr(object.attributes, name, None)
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
