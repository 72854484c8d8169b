"""The models of `AlertingNotification`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/objects/alerting_notification.json`.
"""

# What is meant to be read may have a more exact type in a derived class.
# pyright: reportIncompatibleVariableOverride=false

from typing import Literal

from vt_sdk.core.fields import AnyScalar
from vt_sdk.core.model import VTModel
from vt_sdk.core.objects import VTObject


class AlertingNotificationContext(VTModel):
    """What a listing says about what was noticed; no listing is known to say anything."""


class AlertingNotificationAttributes(VTModel):
    """What was noticed."""

    created: str | None = None
    """When it was noticed, as the service writes it."""
    detection_category: str | None = None
    """Kind of event, one of 14."""
    event_message_json: dict[
        str,
        AnyScalar
        | list[AnyScalar | dict[str, AnyScalar | list[AnyScalar | None] | None] | None]
        | dict[str, AnyScalar | list[AnyScalar | None] | None]
        | None,
    ]
    """What has happened; what it holds depends on the kind of event."""
    event_severity: Literal["high", "info", "low", "medium"] | str | None = None
    """How grave it is."""
    is_read: bool | None = None
    """Whether somebody has read it."""
    use_case_category: str | None = None
    """What it is watched for, one of 4."""


class AlertingNotification(VTObject):
    """Something that VT Alerts noticed about what it watches. Its id is opaque."""

    attributes: AlertingNotificationAttributes
    """What the service knows about the object; absent from descriptors and errors."""
    context_attributes: AlertingNotificationContext
    """Facts that belong to the listing, not to the object; absent when the object was asked for by its id."""
