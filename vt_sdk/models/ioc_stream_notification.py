"""The models of `IoCStreamNotification`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/objects/ioc_stream_notification.json`.
"""

# What is meant to be read may have a more exact type in a derived class.
# pyright: reportIncompatibleVariableOverride=false

from typing import Literal

from vt_sdk.core.fields import UnixTime
from vt_sdk.core.model import VTModel
from vt_sdk.core.objects import VTObject

from .common.hunting_info import HuntingInfo
from .common.notification_source import NotificationSource


class IoCStreamNotificationContext(VTModel):
    """What a listing says about a notification; no listing is known to say anything."""


class IoCStreamNotificationAttributes(VTModel):
    """What the notification is about and where it comes from."""

    date: UnixTime | None = None
    """When the notification was made, as an aware datetime in UTC."""
    entity_id: str | None = None
    """Id of the object that the notification is about."""
    entity_type: Literal["domain", "file", "ip_address", "url"] | str | None = None
    """Type of the object that the notification is about."""
    hunting_info: HuntingInfo | None = None
    """What the hunting rule matched; absent or null for other origins."""
    notification_date: UnixTime | None = None
    """When the notification was made, under the name that listings of the stream use, as an aware datetime in UTC."""
    origin: Literal["hunting", "subscriptions"] | str | None = None
    """What made the notification."""
    sources: list[NotificationSource]
    """Rulesets, retrohunt jobs, collections or threat actors behind the notification."""
    tags: list[str]
    """Tags of the notification."""


class IoCStreamNotification(VTObject):
    """A notification of the IoC stream: something that matched a hunting rule or joined a collection that the user follows."""

    attributes: IoCStreamNotificationAttributes
    """What the service knows about the object; absent from descriptors and errors."""
    context_attributes: IoCStreamNotificationContext
    """Facts that belong to the listing, not to the object; absent when the object was asked for by its id."""
