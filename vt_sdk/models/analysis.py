"""The models of `Analysis`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/objects/analysis.json`.
"""

# What is meant to be read may have a more exact type in a derived class.
# pyright: reportIncompatibleVariableOverride=false

from typing import Literal

from vt_sdk.core.analysis import AnalysisBase
from vt_sdk.core.fields import UnixTime
from vt_sdk.core.model import VTModel
from vt_sdk.models._deferred import AnalysisRelationships

from .common.analysis_stats import AnalysisStats
from .common.engine_result import EngineResult


class AnalysisContext(VTModel):
    """What a listing says about an analysis; no listing is known to say anything."""


class AnalysisAttributes(VTModel):
    """State and results of an analysis."""

    date: UnixTime
    """When the analysis began, as an aware datetime in UTC."""
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
    context_attributes: AnalysisContext
    """Facts that belong to the listing, not to the object; absent when the object was asked for by its id."""
    relationships: AnalysisRelationships
    """What was asked for along with the object by `relationships=`."""
