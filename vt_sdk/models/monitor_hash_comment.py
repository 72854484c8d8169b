"""The models of `MonitorHashComment`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/objects/monitor_hash_comment.json`.
"""

# What is meant to be read may have a more exact type in a derived class.
# pyright: reportIncompatibleVariableOverride=false

from typing import Literal

from vt_sdk.core.fields import UnixTime
from vt_sdk.core.model import VTModel
from vt_sdk.core.objects import VTObject


class MonitorHashCommentAttributes(VTModel):
    """A remark about a detection."""

    comment: str | None = None
    """The remark."""
    date: UnixTime | None = None
    """When the remark was made, as an aware datetime in UTC."""
    detection: Literal["confirmed"] | str | None = None
    """`confirmed` where the maker holds the detection to be right, else null."""
    engine: str | None = None
    """The product."""
    sha256: str | None = None
    """SHA-256 of the file, hexadecimal."""


class MonitorHashCommentContext(VTModel):
    """What a listing says about a remark; no listing is known to say anything."""


class MonitorHashComment(VTObject):
    """What the maker of a security product says about its detection of a file in VirusTotal Monitor. Its id is the SHA-256 of the file, `-` and the product."""

    attributes: MonitorHashCommentAttributes
    """What the service knows about the object; absent from descriptors and errors."""
    context_attributes: MonitorHashCommentContext
    """Facts that belong to the listing, not to the object; absent when the object was asked for by its id."""
