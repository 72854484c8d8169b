"""The models of `ASMNote`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/common/asm_note.json`.
"""

from vt_sdk.core.model import VTModel
from vt_sdk.core.objects import Received


class ASMNoteUser(VTModel):
    """Who made a note."""

    printable_name: str | None = None
    """Name of the user."""


class ASMNote(Received):
    """A note about an issue or an entity."""

    collection: str | None = None
    """Key of the collection that the item belongs to."""
    created_at: str | None = None
    """When it was made, such as `2025-01-02 10:00:00 UTC`; not in ISO 8601."""
    created_by: str | None = None
    """Id of who made it."""
    created_by_user: ASMNoteUser | None = None
    """Who made it."""
    entity_uid: str | None = None
    """Id of the entity that the item is or concerns."""
    id: str | None = None
    """Id of the note, made of what it is about, its maker and its time."""
    item_name: str | None = None
    """Name of the item."""
    item_type: str | None = None
    """Kind of item: `issue` or `entity`."""
    item_uid: str | None = None
    """Id of the item."""
    note: str | None = None
    """The note, in Markdown."""
    note_type: str | None = None
    """Kind of note, such as `issue`."""
    organization_uuid: str | None = None
    """Id of the organisation; may be empty."""
    uid: str | None = None
    """Hash that names the note."""
    updated_at: str | None = None
    """When it was last changed, in ISO 8601 (UTC)."""
