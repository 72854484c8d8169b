"""The models of `ThreatProfileAssociation`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/objects/timeline_event.json`.
"""

# What is meant to be read may have a more exact type in a derived class.
# pyright: reportIncompatibleVariableOverride=false

from vt_sdk.core.fields import UnixTime
from vt_sdk.core.model import VTModel
from vt_sdk.core.objects import VTObject


class ThreatProfileAssociationAttributes(VTModel):
    """An event that ties a collection to a threat profile."""

    event_entity: str | None = None
    """What the event is about."""
    event_type: str | None = None
    """Kind of event."""
    first_seen: UnixTime | None = None
    """When the tie was first seen, as an aware datetime in UTC."""
    last_seen: UnixTime | None = None
    """When the tie was last seen, as an aware datetime in UTC."""
    link: str | None = None
    """Where to read more."""
    name: str | None = None
    """Name of the event."""


class ThreatProfileAssociatedCollection(VTModel):
    """The collection that an event ties to a threat profile."""

    collection_type: str | None = None
    """Kind of collection, such as `report`."""
    id: str | None = None
    """Id of the collection."""
    name: str | None = None
    """Name of the collection."""
    origin: str | None = None
    """Where the collection comes from, such as `Partner`."""


class ThreatProfileAssociationContext(VTModel):
    """What a listing says about such an event."""

    collection: ThreatProfileAssociatedCollection | None = None
    """The collection."""


class ThreatProfileAssociation(VTObject):
    """An event that ties a collection to a threat profile at some time."""

    attributes: ThreatProfileAssociationAttributes
    """What the service knows about the object; absent from descriptors and errors."""
    context_attributes: ThreatProfileAssociationContext
    """Facts that belong to the listing: the collection."""
