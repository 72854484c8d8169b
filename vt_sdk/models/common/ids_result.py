"""The models of `IDSResult`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/common/ids_result.json`.
"""

from typing import Literal

from vt_sdk.core.model import VTModel

from .ids_context import IDSContext


class IDSResult(VTModel):
    """A rule of an intrusion detection system that matched the network traffic of a file."""

    alert_context: list[IDSContext]
    """The connections that raised the alert."""
    alert_severity: Literal["high", "info", "low", "medium"] | str | None = None
    """Severity of the alert."""
    rule_category: str | None = None
    """Category of the rule."""
    rule_id: str | None = None
    """Id of the rule, as `generator:signature`."""
    rule_msg: str | None = None
    """Message of the rule."""
    rule_raw: str | None = None
    """Text of the rule."""
    rule_references: list[str]
    """Addresses that explain the rule."""
    rule_source: str | None = None
    """Ruleset that the rule belongs to."""
    rule_url: str | None = None
    """Home page of the ruleset."""
