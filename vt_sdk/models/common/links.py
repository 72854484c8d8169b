"""The models of `Links`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/common/links.json`.
"""

from vt_sdk.core.model import VTModel


class Links(VTModel):
    """Addresses of an object, a page or a relationship."""

    item: str | None = None
    """Address of the object that an analysis is about; on analyses only."""
    next: str | None = None
    """Address of the next page, with the cursor in it; absent on the last page."""
    related: str | None = None
    """Address that lists the full objects of a relationship; in embedded relationships only."""
    self: str | None = None
    """Address of the object or listing itself; null on a vote that has just been cast."""
