"""The models of `DTMAlertStats`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/common/dtm_alert_stats.json`.
"""

from vt_sdk.core.model import VTModel
from vt_sdk.core.objects import Received


class DTMTagStat(VTModel):
    """A tag of alerts."""

    count: int | None = None
    """Number of alerts that have it."""
    tag: str | None = None
    """The tag."""


class DTMAlertStats(Received):
    """What the alerts of an organisation have in common."""

    tag: list[DTMTagStat]
    """The tags that alerts have."""
