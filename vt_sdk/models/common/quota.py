"""The models of `Quota`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/common/quota.json`.
"""

from vt_sdk.core.model import VTModel


class Quota(VTModel):
    """How much of something may be used and how much has been used."""

    allowed: int | None = None
    """How much may be used in the period that the name of the quota tells."""
    inherited_from: str | None = None
    """Id of the group that the quota comes from; absent where it is the holder's own."""
    used: int | None = None
    """How much of it has been used so far."""
