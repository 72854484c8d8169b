"""The models of `ASMTechnology`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/common/asm_technology.json`.
"""

from vt_sdk.core.objects import Received


class ASMTechnology(Received):
    """A technology that an organisation uses."""

    entity_count: int | None = None
    """Number of entities that use it."""
    name: str | None = None
    """What it is called."""
    uid: str | None = None
    """Id of the technology."""
    vendor: str | None = None
    """Who makes it."""
    version: str | None = None
    """Its version; null where it is not known."""
