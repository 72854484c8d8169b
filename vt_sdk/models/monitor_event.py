"""The models of `MonitorEvent`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/objects/monitor_event.json`.
"""

# What is meant to be read may have a more exact type in a derived class.
# pyright: reportIncompatibleVariableOverride=false

from typing import Literal

from vt_sdk.core.model import VTModel
from vt_sdk.core.objects import VTObject
from vt_sdk.core.types import UnixTime


class MonitorEventDetail(VTModel):
    """One detail of an event."""

    v: str | None = None
    """The detail."""


class MonitorEventContext(VTModel):
    """What a listing says about a event; no listing is known to say anything."""


class MonitorEventAttributes(VTModel):
    """What happened, when and to which item."""

    action: Literal["CLEAN", "COMMENT", "DELETE", "DETECTED", "RESOLVED", "UPLOAD"] | str | None = (
        None
    )
    """What happened."""
    creator_id: str | None = None
    """Id of the user who caused it."""
    details: list[MonitorEventDetail]
    """Details of what happened."""
    level: int | str | None = None
    """How grave it is."""
    monitor_key: str | None = None
    """Id of the item."""
    owner_id: str | None = None
    """Id of the owner of the item."""
    plaintext_description: str | None = None
    """What happened, for people."""
    source: Literal["ANALYSIS", "FILE", "QUOTA"] | str | None = None
    """Where it comes from."""
    subject: str | None = None
    """What it happened to."""
    timestamp: UnixTime | None = None
    """When it happened, in Unix seconds (UTC)."""


class MonitorEvent(VTObject):
    """Something that happened to an item in VirusTotal Monitor. Its id is opaque."""

    attributes: MonitorEventAttributes
    """What the service knows about the object; absent from descriptors and errors."""
    context_attributes: MonitorEventContext
    """Facts that belong to the listing, not to the object; absent when the object was asked for by its id."""
