"""The models of `MonitorAnalysis`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/objects/monitor_analysis.json`.
"""

# What is meant to be read may have a more exact type in a derived class.
# pyright: reportIncompatibleVariableOverride=false

from vt_sdk.core.fields import UnixTime
from vt_sdk.core.model import VTModel
from vt_sdk.core.objects import VTObject

from .common.engine_result import EngineResult


class MonitorAnalysisAttributes(VTModel):
    """What security products said about a file."""

    analysis_results: dict[str, EngineResult]
    """What each product said, by its name."""
    date: UnixTime | None = None
    """When the file was analysed, as an aware datetime in UTC."""
    detections_count: int | None = None
    """Number of products that detected the file."""
    sha256: str | None = None
    """SHA-256 of the file, hexadecimal."""
    tags: list[str]
    """What has come of the analysis, such as `detected` or `new-detections`."""


class MonitorAnalysisContext(VTModel):
    """What a listing says about a monitor analysis; no listing is known to say anything."""


class MonitorAnalysis(VTObject):
    """One analysis of a file in VirusTotal Monitor. Its id is the SHA-256 of the file, `-` and the time in Unix seconds."""

    attributes: MonitorAnalysisAttributes
    """What the service knows about the object; absent from descriptors and errors."""
    context_attributes: MonitorAnalysisContext
    """Facts that belong to the listing, not to the object; absent when the object was asked for by its id."""
