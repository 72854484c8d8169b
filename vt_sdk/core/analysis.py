"""What follows from what engines have said of an object.

The behaviour of object classes that no schema can say is in bases: a schema names its base
(`x-vt-base`) and the generator attaches it. All that is derived from what came stands on the
object, never on its attributes.
"""

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Literal, Protocol, TypeAlias, cast

from vt_sdk.core.model import VTModel
from vt_sdk.core.objects import VTObject

if TYPE_CHECKING:
    from vt_sdk.models.common.analysis_stats import AnalysisStats
    from vt_sdk.models.common.engine_result import EngineResult
    from vt_sdk.models.parts.gti_assessment import GTIAssessment, GTIContributingFactors

__all__ = [
    "AnalysisBase",
    "AnalysisState",
    "Assessed",
    "Assessment",
    "DomainBase",
    "FileBase",
    "IPAddressBase",
    "Scanned",
    "URLBase",
]

_GUI = "https://www.virustotal.com/gui"

AnalysisState: TypeAlias = Literal["flagged", "clean", "not_analysed", "unknown"]
"""What engines have said of an object in all, see `state` of a file, URL, domain, IP address or
analysis."""

_FLAGS: Final = ("malicious", "suspicious")
# All other categories, such as `timeout` and `type-unsupported`, say that there is no verdict.
_VERDICTS: Final = (*_FLAGS, "harmless", "undetected")


def _counters(attributes: object, name: str) -> "AnalysisStats":
    """Return the counters of an object, such as came without any where they did not come."""
    found: AnalysisStats | None = getattr(attributes, name, None)
    if found is None:
        assert isinstance(attributes, VTModel)
        stats: type[AnalysisStats] = cast(Any, type(attributes).model_fields[name].annotation)
        stats._ensure_built()
        found = stats.model_validate({})
    return found


class Scanned(VTObject):
    """What engines say about an object, in the fewest words that most callers need."""

    @property
    def stats(self) -> "AnalysisStats":
        """How many engines gave which verdict.

        Reading a counter that did not come, or came as something else, raises `MissingFieldError`.
        """
        raise AttributeError  # pragma: no cover  # both kinds of scanned object say where it is

    @property
    def _results(self) -> "dict[str, EngineResult]":
        raise AttributeError  # pragma: no cover

    @property
    def _is_complete(self) -> bool:
        """Whether no further verdict is to come."""
        return True

    @property
    def _verdicts(self) -> Counter[str]:
        """How many engines gave which verdict: by the counters, else by the results.

        Counters may be left out, and one that is damaged might have been a flag; results are looked
        through only then, since they are most of a report.
        """
        stats = getattr(self, "stats", None)
        counted = Counter({name: getattr(stats, name, 0) for name in _VERDICTS})
        if counted.total() and all(hasattr(stats, name) for name in _FLAGS):
            return counted
        found = Counter(result.category for result in self._results.values())
        flags = {name: max(found[name], counted[name]) for name in _FLAGS}
        return Counter({name: found[name] for name in _VERDICTS} | flags)

    @property
    def detections(self) -> "dict[str, dict[str, EngineResult]]":
        """The engines that flagged it: `malicious` and `suspicious`, each by engine name."""
        found: dict[str, dict[str, EngineResult]] = {name: {} for name in _FLAGS}
        for name, result in self._results.items():
            if result.category in found:
                found[result.category][name] = result
        return found

    @property
    def detection_ratio(self) -> float | None:
        """The share, 0 to 1, of the engines with a verdict that flagged the object.

        None where no engine has a verdict: nothing was analysed.
        """
        verdicts = self._verdicts
        total = verdicts.total()
        return sum(verdicts[name] for name in _FLAGS) / total if total else None

    @property
    def state(self) -> AnalysisState:
        """What the engines have said of the object in all.

        - `flagged`: at least one calls it malicious or suspicious;
        - `clean`: it was analysed, and none does;
        - `not_analysed`: the service knows it, but has no verdict yet, or none that is complete;
        - `unknown`: an entry with an `error` in place of an object.
        """
        if self.error is not None:
            return "unknown"
        verdicts = self._verdicts
        if any(verdicts[name] for name in _FLAGS):
            return "flagged"
        return "clean" if verdicts.total() and self._is_complete else "not_analysed"

    @property
    def is_known(self) -> bool:
        """Whether the object has been analysed: its state is `flagged` or `clean`."""
        return self.state in ("flagged", "clean")


@dataclass(frozen=True, slots=True)
class Assessment:
    """What Google Threat Intelligence makes of an indicator, in one shape for all its types.

    Attributes:
        verdict: the verdict in one word; None where none came.
        severity: how grave the threat is, in one word; None where that did not come.
        score: verdict and severity as one number, 0 (no threat) to 100; None where none came.
        description: the verdict in one sentence, for people.
        contributing_factors: the signals behind the verdict; None where none came.
    """

    verdict: Literal["malicious", "suspicious", "undetected", "benign", "unknown"] | str | None
    severity: Literal["high", "medium", "low", "none", "unknown"] | str | None
    score: int | None
    description: str | None = None
    contributing_factors: "GTIContributingFactors | None" = None


# The gravest comes first; words that are new come after them.
_GRAVEST: Final = ("malicious", "suspicious", "undetected", "benign", "unknown")


class Assessed(VTObject):
    """What Google Threat Intelligence may have assessed."""

    @property
    def assessment(self) -> Assessment | None:
        """What Google Threat Intelligence makes of it; None where the report does not say.

        It comes with a GTI licence to clients that name themselves by `tool`. The verdict may come
        by itself too, as `threat_verdict`; where the two differ, the graver one counts.
        """
        attributes = getattr(self, "attributes")  # noqa: B009  # declared by the generated class
        full: GTIAssessment | None = getattr(attributes, "gti_assessment", None)
        short: str | None = getattr(attributes, "threat_verdict", None)
        if full is None and short is None:
            return None
        verdicts = (_word("VERDICT_", _value(full, "verdict")), _word("VERDICT_", short))
        return Assessment(
            verdict=min(verdicts, key=_gravity),
            severity=_word("SEVERITY_", _value(full, "severity")),
            score=_value(full, "threat_score"),
            description=getattr(full, "description", None),
            contributing_factors=getattr(full, "contributing_factors", None),
        )


def _value(assessment: object, name: str) -> Any:
    return getattr(getattr(assessment, name, None), "value", None)


def _word(prefix: str, value: str | None) -> str | None:
    return None if value is None else value.removeprefix(prefix).lower()


def _gravity(verdict: str | None) -> int:
    if verdict is None:
        return len(_GRAVEST) + 1
    return _GRAVEST.index(verdict) if verdict in _GRAVEST else len(_GRAVEST)


class _ReportAttributes(Protocol):
    last_analysis_stats: "AnalysisStats"
    last_analysis_results: "dict[str, EngineResult]"


class _Report(Scanned, Assessed):
    """A file, URL, domain or IP address: its report holds the results of the last analysis."""

    @property
    def _report(self) -> _ReportAttributes:
        found: _ReportAttributes = getattr(self, "attributes")  # noqa: B009  # declared by the generated class
        return found

    @property
    def stats(self) -> "AnalysisStats":
        return _counters(self._report, "last_analysis_stats")

    @property
    def _results(self) -> "dict[str, EngineResult]":
        return self._report.last_analysis_results


class FileBase(_Report):
    """What a file says beyond its attributes."""

    @property
    def permalink(self) -> str:
        """The address of the report for people."""
        return f"{_GUI}/file/{self.id}"


class URLBase(_Report):
    """What a URL says beyond its attributes."""

    @property
    def permalink(self) -> str:
        """The address of the report for people."""
        return f"{_GUI}/url/{self.id}"


class DomainBase(_Report):
    """What a domain says beyond its attributes."""

    @property
    def permalink(self) -> str:
        """The address of the report for people."""
        return f"{_GUI}/domain/{self.id}"


class IPAddressBase(_Report):
    """What an IP address says beyond its attributes."""

    @property
    def permalink(self) -> str:
        """The address of the report for people."""
        return f"{_GUI}/ip-address/{self.id}"


class _AnalysisAttributes(Protocol):
    status: str
    stats: "AnalysisStats"
    results: "dict[str, EngineResult]"


class AnalysisBase(Scanned):
    """What an analysis says beyond its attributes."""

    @property
    def _analysis(self) -> _AnalysisAttributes:
        found: _AnalysisAttributes = getattr(self, "attributes")  # noqa: B009  # declared by the generated class
        return found

    @property
    def stats(self) -> "AnalysisStats":
        return _counters(self._analysis, "stats")

    @property
    def _results(self) -> "dict[str, EngineResult]":
        return self._analysis.results

    @property
    def _is_complete(self) -> bool:
        return getattr(self._analysis, "status", None) == "completed"

    @property
    def permalink(self) -> str:
        """The address of the analysis for people."""
        return f"{_GUI}/{'url' if self.id.startswith('u-') else 'file'}-analysis/{self.id}"
