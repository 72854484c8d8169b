"""The models of `ASMProject`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/common/asm_project.json`.
"""

from vt_sdk.core.objects import Received


class ASMProject(Received):
    """A project of Attack Surface Management: what an organisation looks at together."""

    created_at: str | None = None
    """When it was made, in ISO 8601 (UTC)."""
    deleted: bool | None = None
    """Whether it has been deleted."""
    deleted_at: str | None = None
    """When it was deleted, in ISO 8601 (UTC); null while it is not."""
    description: str | None = None
    """What it is for; null where nobody has said."""
    expired_at: str | None = None
    """When it expired, in ISO 8601 (UTC); null while it has not."""
    icon: str | None = None
    """The character that stands for it."""
    id: int
    """Number of the project, which `project_id` takes."""
    name: str | None = None
    """What it is called."""
    organization_name: str | None = None
    """The organisation that it belongs to."""
    organization_uuid: str | None = None
    """Id of that organisation."""
    owner_email: str | None = None
    """E-mail address of the owner."""
    plan_expires_at: str | None = None
    """When what was paid for ends, in ISO 8601 (UTC)."""
    plan_status: str | None = None
    """State of what was paid for, such as `paid`."""
    primary: bool | None = None
    """Whether it is the first one of the organisation."""
    role: str | None = None
    """What the caller is in it, such as `owner`."""
    uuid: str
    """Id of the project."""
