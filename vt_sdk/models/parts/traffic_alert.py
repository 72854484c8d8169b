"""The models of `TrafficAlert`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/parts/traffic_alert.json`.
"""

from vt_sdk.core.model import VTModel


class TrafficAlert(VTModel):
    """An IDS rule that matched a network capture."""

    alert: str | None = None
    """Message of the rule."""
    classification: str | None = None
    """Kind of alert."""
    destinations: list[str]
    """Packets that matched: time, protocol and the two ends."""
