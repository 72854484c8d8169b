"""The models of `CollectionEvent`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/common/collection_event.json`.
"""

from vt_sdk.core.objects import Received


class CollectionEvent(Received):
    """An event in the history of a collection. No page of the public references describes it; further fields are kept."""

    event_category: str | None = None
    """Kind of event, by which listings group them."""
