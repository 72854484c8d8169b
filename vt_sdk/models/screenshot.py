"""The models of `Screenshot`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/objects/screenshot.json`.
"""

# What is meant to be read may have a more exact type in a derived class.
# pyright: reportIncompatibleVariableOverride=false

from vt_sdk.core.fields import UnixTime
from vt_sdk.core.model import VTModel
from vt_sdk.core.objects import VTObject


class ScreenshotAttributes(VTModel):
    """Where a picture comes from and where it can be fetched."""

    date: UnixTime | None = None
    """When the picture was taken, as an aware datetime in UTC."""
    link: str | None = None
    """Where the picture can be fetched, for a short time."""
    sandbox_name: str | None = None
    """Name of the sandbox."""


class ScreenshotContext(VTModel):
    """What a listing says about a screenshot; no listing is known to say anything."""


class Screenshot(VTObject):
    """A picture of the screen of a sandbox while a file ran. Its id is opaque."""

    attributes: ScreenshotAttributes
    """What the service knows about the object; absent from descriptors and errors."""
    context_attributes: ScreenshotContext
    """Facts that belong to the listing, not to the object; absent when the object was asked for by its id."""
