"""The models of `ASMCollection`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/common/asm_collection.json`.
"""

from vt_sdk.core.objects import Received


class ASMCollection(Received):
    """A collection of Attack Surface Management: what is scanned together."""

    archived: bool | None = None
    """Whether it is in the archive, and not scanned."""
    auto_refresh_schedule: str | None = None
    """How often it is scanned, such as `daily`."""
    created_at: str | None = None
    """When it was made, in ISO 8601 (UTC)."""
    deleted: bool | None = None
    """Whether it has been deleted."""
    deleted_at: str | None = None
    """When it was deleted, in ISO 8601 (UTC); null while it is not."""
    deleted_by: str | None = None
    """Who deleted it; null while it is not."""
    entity_count: int | None = None
    """Number of entities."""
    id: int | None = None
    """Number of the collection."""
    issues_by_severity: dict[str, int]
    """Number of issues by severity, from `1`, the gravest, to `5`."""
    last_updated: str | None = None
    """When it was last scanned, in ISO 8601 (UTC)."""
    local_icon_path: str | None = None
    """Path of its picture."""
    name: str | None = None
    """Key of the collection, which searches take."""
    new_entity_count: int | None = None
    """Number of new entities."""
    owner_id: int | None = None
    """Number of what owns it."""
    owner_name: str | None = None
    """Name of what owns it."""
    owner_type: str | None = None
    """Kind of what owns it, such as `project`."""
    owner_uuid: str | None = None
    """Id of what owns it."""
    printable_name: str | None = None
    """What it is called."""
    project_id: int | None = None
    """Number of its project."""
    project_name: str | None = None
    """Name of its project."""
    project_uuid: str | None = None
    """Id of its project."""
    refreshing: bool | None = None
    """Whether it is being scanned."""
    role: str | None = None
    """What the caller is in it, such as `admin`."""
    tags: list[str]
    """Tags of the collection."""
    total_entity_count: int | None = None
    """Number of entities in all."""
    type: str | None = None
    """Kind of collection, such as `user_collection`."""
    uuid: str
    """Id of the collection."""
    workflow_name: str | None = None
    """Key of how it is scanned; null where none was chosen."""
    workflow_pretty_name: str | None = None
    """How it is scanned."""
