"""The models of `ActivityLogEntry`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/objects/activity_log_entry.json`.
"""

# What is meant to be read may have a more exact type in a derived class.
# pyright: reportIncompatibleVariableOverride=false

from vt_sdk.core.fields import UnixTime
from vt_sdk.core.model import VTModel
from vt_sdk.core.objects import VTObject


class ActivityLogInfo(VTModel):
    """Details of an entry of the log."""

    user: str | None = None
    """Id of the user who did it."""


class ActivityLogEntryContext(VTModel):
    """What a listing says about a log entry; no listing is known to say anything."""


class ActivityLogEntryAttributes(VTModel):
    """What was done, when and by whom."""

    action: str | None = None
    """What was done."""
    date: UnixTime | None = None
    """When it was done, as an aware datetime in UTC."""
    info: ActivityLogInfo | None = None
    """Details of what was done."""
    ip: str | None = None
    """IP address from which it was done."""


class ActivityLogEntry(VTObject):
    """Something that a member of a group did, as its log keeps it. Its id is opaque."""

    attributes: ActivityLogEntryAttributes
    """What the service knows about the object; absent from descriptors and errors."""
    context_attributes: ActivityLogEntryContext
    """Facts that belong to the listing, not to the object; absent when the object was asked for by its id."""
