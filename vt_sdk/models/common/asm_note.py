"""The models of `ASMNote`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/common/asm_note.json`.
"""

from vt_sdk.core.objects import Received


class ASMNote(Received):
    """A note about an issue or an entity."""

    created_at: str | None = None
    """When it was made, in ISO 8601 (UTC)."""
    id: int | None = None
    """Number of the note."""
    note_text: str | None = None
    """The note."""
    user: str | None = None
    """Who made it."""
