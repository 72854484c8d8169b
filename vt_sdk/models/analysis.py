"""The models of `Analysis`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/objects/analysis.json`.
"""

from typing import Literal

from vt_sdk.core.bases import AnalysisBase
from vt_sdk.core.model import VTModel
from vt_sdk.core.types import Timestamp

from .common.analysis_stats import AnalysisStats
from .common.engine_result import EngineResult


class AnalysisAttributes(VTModel):
    """State and results of an analysis."""

    date: Timestamp
    """When the analysis began, in Unix seconds (UTC)."""
    results: dict[str, EngineResult]
    """Verdicts by name of the product; empty while queued."""
    stats: AnalysisStats
    """Verdicts, counted; zeros while queued."""
    status: Literal["completed", "in-progress", "queued"] | str
    """How far the analysis is."""


class Analysis(AnalysisBase):
    """An analysis of a file or URL, queued, under way or completed. Its id is opaque."""

    attributes: AnalysisAttributes
    """What the service knows about the object; absent from descriptors and errors."""
