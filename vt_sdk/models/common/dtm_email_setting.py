"""The models of `DTMEmailSetting`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/common/dtm_email_setting.json`.
"""

from vt_sdk.core.objects import Received


class DTMEmailSetting(Received):
    """An address that alerts are mailed to."""

    created_at: str | None = None
    """When it was added, in ISO 8601 (UTC)."""
    email: str | None = None
    """The address."""
    id: str
    """Id of the address."""
    updated_at: str | None = None
    """When it was last changed, in ISO 8601 (UTC)."""
    verified: bool | None = None
    """Whether its owner has confirmed it."""
