"""Behaviour of object classes that no schema can say.

A schema names its base (`x-vt-base`) and the generator attaches it. Everything here is derived from
what came and stands on the object, never on its attributes.
"""

from typing import TYPE_CHECKING, Protocol

from vt_sdk.core.objects import VTObject

if TYPE_CHECKING:
    from vt_sdk.models import AnalysisStats, EngineResult

__all__ = ["AnalysisBase", "DomainBase", "FileBase", "IPAddressBase", "URLBase"]

_GUI = "https://www.virustotal.com/gui"


class _Scanned(VTObject):
    """What engines say about an object, in the fewest words that most callers need."""

    @property
    def stats(self) -> "AnalysisStats":
        """How many engines gave which verdict.

        Raises:
            MissingFieldError: the object came without it.
        """
        raise AttributeError  # pragma: no cover  # both kinds of scanned object say where it is

    @property
    def _results(self) -> "dict[str, EngineResult]":
        raise AttributeError  # pragma: no cover

    @property
    def detections(self) -> "dict[str, dict[str, EngineResult]]":
        """The engines that flagged it: `malicious` and `suspicious`, each by engine name."""
        found: dict[str, dict[str, EngineResult]] = {"malicious": {}, "suspicious": {}}
        for name, result in self._results.items():
            if result.category in found:
                found[result.category][name] = result
        return found

    @property
    def detection_ratio(self) -> float:
        """The share, 0 to 1, of the engines with a verdict that flagged the object."""
        stats = self.stats
        flagged = stats.malicious + stats.suspicious
        verdicts = flagged + stats.harmless + stats.undetected
        return flagged / verdicts if verdicts else 0.0

    @property
    def is_known(self) -> bool:
        """Whether the object has been analysed: at least one engine gave a result."""
        return bool(self._results)


class _ReportAttributes(Protocol):
    last_analysis_stats: "AnalysisStats"
    last_analysis_results: "dict[str, EngineResult]"


class _Report(_Scanned):
    """A file, URL, domain or IP address: its report holds the results of the last analysis."""

    @property
    def _report(self) -> _ReportAttributes:
        found: _ReportAttributes = getattr(self, "attributes")  # noqa: B009  # declared by the generated class
        return found

    @property
    def stats(self) -> "AnalysisStats":
        return self._report.last_analysis_stats

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
    stats: "AnalysisStats"
    results: "dict[str, EngineResult]"


class AnalysisBase(_Scanned):
    """What an analysis says beyond its attributes."""

    @property
    def _analysis(self) -> _AnalysisAttributes:
        found: _AnalysisAttributes = getattr(self, "attributes")  # noqa: B009  # declared by the generated class
        return found

    @property
    def stats(self) -> "AnalysisStats":
        return self._analysis.stats

    @property
    def _results(self) -> "dict[str, EngineResult]":
        return self._analysis.results

    @property
    def permalink(self) -> str:
        """The address of the analysis for people."""
        return f"{_GUI}/{'url' if self.id.startswith('u-') else 'file'}-analysis/{self.id}"
