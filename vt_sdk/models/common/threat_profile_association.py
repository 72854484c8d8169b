"""The models of `ThreatProfileAssociation`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/common/threat_profile_association.json`.
"""

from vt_sdk.core.objects import Received


class ThreatProfileAssociation(Received):
    """What ties a collection to a threat profile at some time. No page of the public references describes it."""

    event_entity: str | None = None
    """What the event is about."""
    event_type: str | None = None
    """Kind of event."""
    first_seen: int | str | None = None
    """When the tie was first seen; whether in Unix seconds (UTC) or as text is not documented."""
    last_seen: int | str | None = None
    """When the tie was last seen; whether in Unix seconds (UTC) or as text is not documented."""
    link: str | None = None
    """Where to read more."""
    name: str | None = None
    """Name of the collection."""
