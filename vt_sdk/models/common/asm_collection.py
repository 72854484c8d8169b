"""The models of `ASMCollection`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/common/asm_collection.json`.
"""

from vt_sdk.core.objects import Received


class ASMCollection(Received):
    """A collection of Attack Surface Management: what is scanned together."""

    archived: bool | None = None
    """Whether it is in the archive, and not scanned."""
    created_at: str | None = None
    """When it was made, in ISO 8601 (UTC)."""
    deleted: bool | None = None
    """Whether it has been deleted."""
    id: int | None = None
    """Number of the collection."""
    name: str | None = None
    """Key of the collection, which searches take."""
    printable_name: str | None = None
    """What it is called."""
    uuid: str
    """Id of the collection."""
    workflow_name: str | None = None
    """Key of how it is scanned."""
    workflow_pretty_name: str | None = None
    """How it is scanned."""
