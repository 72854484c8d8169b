"""The models of `WidgetURL`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/common/widget_url.json`.
"""

from vt_sdk.core.model import VTModel
from vt_sdk.core.objects import Received


class WidgetDetectionRatio(VTModel):
    """How many products detect an object, and of how many."""

    detections: int | None = None
    """Number of products that detect the object."""
    total: int | None = None
    """Number of products that looked at it."""


class WidgetURL(Received):
    """Address of a page that shows a report inside another product, valid for three days and without a key."""

    detection_ratio: WidgetDetectionRatio | None = None
    """How many products detect the object; absent for pages of Google Threat Intelligence."""
    found: bool | None = None
    """Whether the service knows the object; pages of Google Threat Intelligence."""
    url: str | None = None
    """Address of the page; its last part is the token."""
