"""The models of `Tracker`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/common/tracker.json`.
"""

from vt_sdk.core.fields import UnixTime
from vt_sdk.core.model import VTModel


class Tracker(VTModel):
    """An analytics tracker found in a page."""

    id: str | None = None
    """Account at the tracking service; absent or empty where none was found."""
    timestamp: UnixTime | None = None
    """When the tracker was seen, as an aware datetime in UTC; URLs only."""
    url: str | None = None
    """Address that the tracker is loaded from."""
