"""The models of `SubscriptionPreferences`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/objects/subscription_preferences.json`.
"""

# What is meant to be read may have a more exact type in a derived class.
# pyright: reportIncompatibleVariableOverride=false

from vt_sdk.core.model import VTModel
from vt_sdk.core.objects import VTObject


class SubscriptionPreferencesAttributes(VTModel):
    """How the caller is told about changes."""

    daily_email: bool | None = None
    """Whether a message each day sums up the changes."""
    notification_emails: list[str]
    """Addresses that each change is sent to."""


class SubscriptionPreferencesContext(VTModel):
    """What a listing says about such preferences; no listing is known to say anything."""


class SubscriptionPreferences(VTObject):
    """How the caller is told about changes of a collection. Its id is opaque."""

    attributes: SubscriptionPreferencesAttributes
    """What the service knows about the object; absent from descriptors and errors."""
    context_attributes: SubscriptionPreferencesContext
    """Facts that belong to the listing, not to the object; absent when the object was asked for by its id."""
