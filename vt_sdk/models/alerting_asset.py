"""The models of `AlertingAsset`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/objects/alerting_asset.json`.
"""

# What is meant to be read may have a more exact type in a derived class.
# pyright: reportIncompatibleVariableOverride=false

from typing import Literal

from vt_sdk.core.fields import UnixTime
from vt_sdk.core.model import VTModel
from vt_sdk.core.objects import VTObject


class AlertingFavicon(VTModel):
    """An icon of a brand."""

    dhash: str | None = None
    """Difference hash, equal for icons that look alike."""
    raw_md5: str | None = None
    """MD5 of the icon."""


class AlertingAssetContext(VTModel):
    """What a listing says about what is watched; no listing is known to say anything."""


class AlertingBrand(VTModel):
    """By what a brand is known."""

    domains: list[str]
    """Its domains."""
    favicons: dict[str, AlertingFavicon]
    """Its icons, by their MD5s."""
    names: list[str]
    """Its names."""


class AlertingAssetInfo(VTModel):
    """What else is known of something that is watched."""

    brand: AlertingBrand | None = None
    """By what the brand is known; brands only."""


class AlertingAssetAttributes(VTModel):
    """What is watched."""

    asset_info: AlertingAssetInfo | None = None
    """What else is known of it."""
    asset_type: Literal["brand", "domain", "ip range"] | str | None = None
    """What it is."""
    creation_date: UnixTime | None = None
    """When it was first watched, as an aware datetime in UTC."""
    last_modification_date: UnixTime | None = None
    """When it was last changed, as an aware datetime in UTC."""
    value: str | None = None
    """The domain, the range or the name of the brand."""


class AlertingAsset(VTObject):
    """Something that VT Alerts watches: a domain, a range of IP addresses or a brand. Its id is opaque."""

    attributes: AlertingAssetAttributes
    """What the service knows about the object; absent from descriptors and errors."""
    context_attributes: AlertingAssetContext
    """Facts that belong to the listing, not to the object; absent when the object was asked for by its id."""
