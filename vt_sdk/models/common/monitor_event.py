"""The models of `MonitorEvent`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/common/monitor_event.json`.
"""

from typing import Literal

from vt_sdk.core.model import VTModel
from vt_sdk.core.objects import Received


class MonitorEventDetail(VTModel):
    """One thing that an engine says of the file."""

    v: str | None = None
    """Parts joined by colons: the word engine; current or last; clean, malicious, visible, signature, version or update; and for most a value, such as engine:current:malicious:Engine A."""


class MonitorEvent(Received):
    """Something that happened to an item in VirusTotal Monitor."""

    action: Literal["CLEAN", "COMMENT", "DELETE", "DETECTED", "RESOLVED", "UPLOAD"] | str | None = (
        None
    )
    """What happened."""
    creator_id: str | None = None
    """Name of the user who uploaded the file."""
    details: list[MonitorEventDetail]
    """What engines say of the file and have said before."""
    level: int | str | None = None
    """How grave it is, from 0 (least) to 4; the reference shows it as a text."""
    monitor_key: str | None = None
    """Id of the monitored item."""
    owner_id: str | None = None
    """Id of the group that owns the item."""
    plaintext_description: str | None = None
    """Hash, engines and file names in words; absent or empty for some events."""
    source: Literal["ANALYSIS", "FILE", "QUOTA"] | str | None = None
    """What led to the event."""
    subject: str | None = None
    """SHA-256 of the file, where it is about one."""
    timestamp: str | None = None
    """When it happened, as text such as 2019-12-31T23:58:58; the reference names no time zone."""
