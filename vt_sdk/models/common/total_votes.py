"""The models of `TotalVotes`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/common/total_votes.json`.
"""

from vt_sdk.core.model import VTModel


class TotalVotes(VTModel):
    """How the community voted on an object, without weights."""

    harmless: int | None = None
    """Number of votes for harmless."""
    malicious: int | None = None
    """Number of votes for malicious."""
