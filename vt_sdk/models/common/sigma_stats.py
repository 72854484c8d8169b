"""The models of `SigmaStats`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/common/sigma_stats.json`.
"""

from vt_sdk.core.model import VTModel


class SigmaStats(VTModel):
    """How many Sigma rules of each level matched."""

    critical: int | None = None
    """Number of matching rules of level critical."""
    high: int | None = None
    """Number of matching rules of level high."""
    low: int | None = None
    """Number of matching rules of level low."""
    medium: int | None = None
    """Number of matching rules of level medium."""
