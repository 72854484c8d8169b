"""The models of `HuntingNotification`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/objects/hunting_notification.json`.
"""

# What is meant to be read may have a more exact type in a derived class.
# pyright: reportIncompatibleVariableOverride=false

from vt_sdk.core.fields import UnixTime
from vt_sdk.core.model import VTModel
from vt_sdk.core.objects import VTObject
from vt_sdk.models._deferred import HuntingNotificationRelationships


class HuntingNotificationAttributes(VTModel):
    """What matched and where."""

    date: UnixTime | None = None
    """When the rule matched, as an aware datetime in UTC."""
    match_in_subfile: bool | None = None
    """Whether a file inside the file matched."""
    rule_name: str | None = None
    """Name of the rule that matched."""
    rule_tags: list[str]
    """Tags of the rule."""
    snippet: str | None = None
    """Hexadecimal dump of the matched bytes, the match itself between `*begin_highlight*` and `*end_highlight*`."""
    source_country: str | None = None
    """Country of the submitter, two letters; absent or null if not told."""
    source_key: str | None = None
    """Pseudonym of the submitter; absent or null if not told."""
    tags: list[str]
    """Tags of the notification: the SHA-256 of the file, the names of ruleset and rule."""


class HuntingNotificationContext(VTModel):
    """What a listing says about a notification; no listing is known to say anything."""


class HuntingNotification(VTObject):
    """A match of a Livehunt rule on a file. Outdated: the IoC stream has taken its place."""

    attributes: HuntingNotificationAttributes
    """What the service knows about the object; absent from descriptors and errors."""
    context_attributes: HuntingNotificationContext
    """Facts that belong to the listing, not to the object; absent when the object was asked for by its id."""
    relationships: HuntingNotificationRelationships
    """What was asked for along with the object by `relationships=`."""
