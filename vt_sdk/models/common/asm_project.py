"""The models of `ASMProject`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/common/asm_project.json`.
"""

from vt_sdk.core.objects import Received


class ASMProject(Received):
    """A project of Attack Surface Management: what an organisation looks at together."""

    created_at: str | None = None
    """When it was made, in ISO 8601 (UTC)."""
    id: int
    """Number of the project, which `project_id` takes."""
    name: str | None = None
    """What it is called."""
    updated_at: str | None = None
    """When it was last changed, in ISO 8601 (UTC)."""
    uuid: str
    """Id of the project."""
