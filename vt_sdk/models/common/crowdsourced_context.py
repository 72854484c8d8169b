"""The models of `CrowdsourcedContext`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/common/crowdsourced_context.json`.
"""

from typing import Literal

from vt_sdk.core.fields import UnixTime
from vt_sdk.core.model import VTModel


class CrowdsourcedContext(VTModel):
    """What a contributor of the service knows about an indicator."""

    detail: str | None = None
    """Text of the note, under the shorter key."""
    details: str | None = None
    """Text of the note."""
    severity: Literal["high", "info", "low", "medium"] | str | None = None
    """How grave the contributor finds it."""
    source: str | None = None
    """The contributor."""
    timestamp: UnixTime | None = None
    """When the note was made, as an aware datetime in UTC."""
    title: str | None = None
    """Title of the note."""
