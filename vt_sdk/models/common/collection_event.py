"""The models of `CollectionEvent`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/common/collection_event.json`.
"""

from typing import Literal

from vt_sdk.core.fields import UnixTime
from vt_sdk.core.model import VTModel
from vt_sdk.core.objects import Received


class CollectionEventRelated(VTModel):
    """A collection that an event is about."""

    id: str | None = None
    """Id of the collection."""
    name: str | None = None
    """Name of the collection."""
    type: str | None = None
    """Kind of collection, such as `malware-family`."""


class CollectionEvent(Received):
    """An event in the history of a collection: of a campaign or a threat actor."""

    description: str | None = None
    """What happened."""
    detail: str | None = None
    """Further words on it."""
    event_at: UnixTime | None = None
    """When it happened, as an aware datetime in UTC."""
    event_category: (
        Literal[
            "Campaign Created",
            "Event",
            "First Observed",
            "Host Command",
            "Malicious Executable",
            "Phishing Email",
            "Technique Observed",
            "X509",
        ]
        | str
        | None
    ) = None
    """Kind of event, by which listings group them."""
    event_type: (
        Literal["created", "first_observed", "key_event", "technique_observed"] | str | None
    ) = None
    """What the event is in the history."""
    mandiant_techniques: list[str]
    """Techniques that were seen, as Mandiant names them."""
    name: str | None = None
    """Title of the event."""
    related_collections: list[CollectionEventRelated]
    """Collections that the event is about."""
