"""The models of `ASMCollectionRun`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/common/asm_collection_run.json`.
"""

from vt_sdk.core.objects import Received


class ASMCollectionRun(Received):
    """A scan of a collection."""

    completed_at: str | None = None
    """When it ended, in ISO 8601 (UTC); null as long as it runs."""
    started_at: str | None = None
    """When it began, in ISO 8601 (UTC)."""
    status: str | None = None
    """How far it is, such as `running` or `completed`."""
    uuid: str | None = None
    """Id of the scan."""
