"""The models of `SigmaResult`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/common/sigma_result.json`.
"""

from typing import Literal

from vt_sdk.core.model import VTModel


class SigmaMatch(VTModel):
    """One event that a Sigma rule matched."""

    values: dict[str, str]
    """Fields of the event, by field name; numbers come as text."""


class SigmaResult(VTModel):
    """A Sigma rule that matched what a file did in a sandbox."""

    match_context: list[SigmaMatch]
    """The events that matched."""
    rule_author: str | None = None
    """Author of the rule."""
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
