"""The models of `DTMMonitor`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/common/dtm_monitor.json`.
"""

from typing import Literal, Optional, Union

from vt_sdk.core.model import VTModel
from vt_sdk.core.objects import Received


class DTMCondition(VTModel):
    """What a document has to say, or conditions that are joined."""

    labels: dict[str, str]
    """What people note about it."""
    match: list[Union[str, "DTMCondition"]]
    """Values, or conditions that are joined."""
    operator: Optional[
        Literal[
            "all",
            "any",
            "must_contain",
            "must_end_with",
            "must_equal",
            "must_not_contain",
            "must_not_end_with",
            "must_not_equal",
            "must_not_start_with",
            "must_start_with",
        ]
        | str
    ] = None
    """How the values are compared, or the conditions joined."""
    topic: Optional[str] = None
    """What is compared, such as `doc_type`."""


class DTMMonitor(Received):
    """A monitor of Digital Threat Monitoring: what a document has to say for an alert."""

    created_at: str | None = None
    """When it was made, in ISO 8601 (UTC)."""
    created_by_user_email: str | None = None
    """Address of the user who made it."""
    created_by_user_id: str | None = None
    """Id of the user who made it."""
    description: str | None = None
    """What it is for."""
    doc_condition: DTMCondition | None = None
    """What a document has to say."""
    email_notify_enabled: bool | None = None
    """Whether alerts are mailed."""
    email_notify_immediate: bool | None = None
    """Whether they are mailed at once, and not once a day."""
    enabled: bool | None = None
    """Whether it looks at documents."""
    id: str
    """Id of the monitor."""
    name: str | None = None
    """What it is called."""
    updated_at: str | None = None
    """When it was last changed, in ISO 8601 (UTC)."""
    version: int | None = None
    """How often it has been changed."""


DTMCondition.model_rebuild()
