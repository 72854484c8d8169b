"""The models of `PrivateURL`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/objects/private_url.json`.
"""

# What is meant to be read may have a more exact type in a derived class.
# pyright: reportIncompatibleVariableOverride=false

from vt_sdk.core.model import VTModel
from vt_sdk.core.objects import VTObject
from vt_sdk.core.types import UnixTime
from vt_sdk.models._deferred import PrivateURLRelationships

from .url import URLAttributes


class PrivateURLContext(VTModel):
    """What a listing says about a private URL; no listing is known to say anything."""


class PrivateURLAttributes(URLAttributes):
    """What the service found out about a private URL: most attributes of a URL. Nobody votes on it and few services check it, so what a URL always has may be absent; reading that raises `MissingFieldError`."""

    expiration: UnixTime | None = None
    """When the service deletes the report, as an aware datetime in UTC."""


class PrivateURL(VTObject):
    """A URL of private scanning, which only its owner sees. Its id is the SHA-256 of the canonical URL."""

    attributes: PrivateURLAttributes
    """What the service knows about the object; absent from descriptors and errors."""
    context_attributes: PrivateURLContext
    """Facts that belong to the listing, not to the object; absent when the object was asked for by its id."""
    relationships: PrivateURLRelationships
    """What was asked for along with the object by `relationships=`."""
