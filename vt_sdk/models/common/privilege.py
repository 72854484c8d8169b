"""The models of `Privilege`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/common/privilege.json`.
"""

from vt_sdk.core.fields import UnixTime
from vt_sdk.core.model import VTModel


class Privilege(VTModel):
    """Something that a user, group or service account may do or not."""

    expiration_date: UnixTime | None = None
    """When the privilege ends, as an aware datetime in UTC; absent where it does not end."""
    granted: bool | None = None
    """Whether the privilege is granted."""
    inherited_from: str | None = None
    """Id of the group that the privilege comes from; absent where it is the holder's own."""
    inherited_via: str | None = None
    """The relation by which the privilege is inherited; absent where it is the holder's own."""
