"""The models of `ASMUser`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/common/asm_user.json`.
"""

from typing import Literal

from vt_sdk.core.objects import Received


class ASMUser(Received):
    """A user of a project or a collection of Attack Surface Management."""

    email: str | None = None
    """Address of the user."""
    first_name: str | None = None
    """First name."""
    id: int
    """Number of the user."""
    last_name: str | None = None
    """Last name."""
    name: str | None = None
    """The name as a whole."""
    project_user_id: int | None = None
    """Number of the user of the project; of a collection only."""
    role: Literal["member", "owner"] | str | None = None
    """What the user may do."""
    uuid: str | None = None
    """Id of the user."""
