"""The models of `ASMSeed`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/common/asm_seed.json`.
"""

from vt_sdk.core.objects import Received


class ASMSeed(Received):
    """What the scans of a collection begin with."""

    id: int | None = None
    """Number of the seed."""
    name: str | None = None
    """The seed, such as a domain."""
    type: str | None = None
    """What kind of entity it is, such as `Intrigue::Entity::Domain`."""
    uuid: str | None = None
    """Id of the seed."""
