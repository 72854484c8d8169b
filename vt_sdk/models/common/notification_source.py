"""The models of `NotificationSource`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/common/notification_source.json`.
"""

from typing import Literal

from vt_sdk.core.model import VTModel


class NotificationSource(VTModel):
    """What a notification of the IoC stream comes from."""

    id: str | None = None
    """Id of the ruleset, retrohunt job, collection, threat actor or threat profile."""
    label: str | None = None
    """Name of the source for people."""
    type: (
        Literal["collection", "hunting_ruleset", "retrohunt_job", "threat_actor", "threat_profile"]
        | str
        | None
    ) = None
    """Type of the source object."""
