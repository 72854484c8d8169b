"""The models of `SigmaRule`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/objects/sigma_rule.json`.
"""

# What is meant to be read may have a more exact type in a derived class.
# pyright: reportIncompatibleVariableOverride=false

from typing import Literal

from vt_sdk.core.model import VTModel
from vt_sdk.core.objects import VTObject


class SigmaRuleDetection(VTModel):
    """What a Sigma rule matches."""

    condition: str | None = None
    """How the patterns are combined, such as `selection and not filter`."""
    details: dict[str, str]
    """Patterns by name, each as JSON text."""


class SigmaRuleLogSource(VTModel):
    """The logs that a Sigma rule is for."""

    category: str | None = None
    """Kind of event, such as `process_creation`; may be empty."""
    definition: str | None = None
    """What has to be logged for the rule to work; may be empty."""
    product: str | None = None
    """Product that writes the log, such as `windows`; may be empty."""
    service: str | None = None
    """Service that writes the log; may be empty."""


class SigmaRuleContext(VTModel):
    """Facts about a rule that belong to the listing it came in, not to the rule."""

    match: str | None = None
    """Fields of the event that matched, as text; rules of a Sigma analysis."""


class SigmaRuleAttributes(VTModel):
    """A Sigma rule in parts."""

    action: str | None = None
    """Action of the rule, empty in most."""
    author: str | None = None
    """Authors of the rule."""
    description: str | None = None
    """What the rule looks for."""
    detection: SigmaRuleDetection | None = None
    """The patterns and how they are combined."""
    detections: SigmaRuleDetection | None = None
    """The patterns and how they are combined, under the name of the field list."""
    false_positives: list[str]
    """Harmless events that may match as well."""
    fields: list[str]
    """Fields of the event that help to judge a match."""
    level: Literal["critical", "high", "low", "medium"] | str | None = None
    """How grave a match is."""
    log_source: SigmaRuleLogSource | None = None
    """The logs that the rule is for."""
    references: list[str]
    """Addresses with more on what the rule looks for."""
    source: str | None = None
    """Ruleset that the rule belongs to."""
    status: Literal["experimental", "stable"] | str | None = None
    """How well tried the rule is."""
    tags: list[str]
    """Tags of the rule."""
    title: str | None = None
    """Title of the rule."""


class SigmaRule(VTObject):
    """A Sigma rule, which finds suspicious events in logs of a sandbox. Its id is a SHA-256."""

    attributes: SigmaRuleAttributes
    """What the service knows about the object; absent from descriptors and errors."""
    context_attributes: SigmaRuleContext
    """Facts that belong to the listing, not to the object; absent when the object was asked for by its id."""
