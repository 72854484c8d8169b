"""What a verdict is: a level, and the reasons for it with their evidence."""

from dataclasses import asdict, dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, Final

__all__ = ["Evidence", "Level", "Reason", "ReasonKind", "Verdict"]

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
