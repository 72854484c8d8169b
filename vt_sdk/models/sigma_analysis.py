"""The models of `SigmaAnalysis`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/objects/sigma_analysis.json`.
"""

# What is meant to be read may have a more exact type in a derived class.
# pyright: reportIncompatibleVariableOverride=false

from typing import Literal

from vt_sdk.core.fields import UnixTime
from vt_sdk.core.model import VTModel
from vt_sdk.core.objects import VTObject
from vt_sdk.models._deferred import SigmaAnalysisRelationships

from .common.sigma_stats import SigmaStats


class SigmaAnalysisMatch(VTModel):
    """A Sigma rule that matched."""

    match_context: str | None = None
    """Fields of the event that matched, as text."""
    rule_author: str | None = None
    """Authors of the rule."""
    rule_description: str | None = None
    """What the rule looks for."""
    rule_id: str | None = None
    """Id of the rule, a SHA-256."""
    rule_level: Literal["critical", "high", "low", "medium"] | str | None = None
    """Level of the rule."""
    rule_source: str | None = None
    """Ruleset that the rule belongs to."""
    rule_title: str | None = None
    """Title of the rule."""


class SigmaAnalysisContext(VTModel):
    """What a listing says about a Sigma analysis; no listing is known to say anything."""


class SigmaAnalysisAttributes(VTModel):
    """Matches of Sigma rules."""

    analysis_date: UnixTime | None = None
    """When the logs were searched, as an aware datetime in UTC."""
    last_modification_date: UnixTime | None = None
    """When the analysis last changed, as an aware datetime in UTC."""
    rule_matches: list[SigmaAnalysisMatch]
    """Rules that matched."""
    severity_stats: SigmaStats | None = None
    """Matches by level, counted."""
    source_severity_stats: dict[str, SigmaStats]
    """Matches by level, counted, by ruleset."""


class SigmaAnalysis(VTObject):
    """Sigma rules that matched what a file did in sandboxes. Its id is the SHA-256 of the file. Outdated: files and behaviour reports carry the same facts."""

    attributes: SigmaAnalysisAttributes
    """What the service knows about the object; absent from descriptors and errors."""
    context_attributes: SigmaAnalysisContext
    """Facts that belong to the listing, not to the object; absent when the object was asked for by its id."""
    relationships: SigmaAnalysisRelationships
    """What was asked for along with the object by `relationships=`."""
