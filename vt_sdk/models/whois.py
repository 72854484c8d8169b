"""The models of `Whois`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/objects/whois.json`.
"""

# What is meant to be read may have a more exact type in a derived class.
# pyright: reportIncompatibleVariableOverride=false

from vt_sdk.core.fields import UnixTime
from vt_sdk.core.model import VTModel
from vt_sdk.core.objects import VTObject


class WhoisAttributes(VTModel):
    """A whois record, in parts."""

    first_seen_date: UnixTime | None = None
    """When the record was first seen, as an aware datetime in UTC."""
    last_updated: UnixTime | None = None
    """When the record was last changed, by its own word, as an aware datetime in UTC."""
    registrant_country: str | None = None
    """Country of the registrant."""
    registrant_name: str | None = None
    """Name of the registrant, possibly replaced by a pseudonym."""
    registrar_name: str | None = None
    """Name of the registrar."""
    whois_map: dict[str, str]
    """Fields of the record by name. Several values of one field are joined by ` | `; the fields on the registrant hold pseudonyms; dates are `YYYY-MM-DDThh:mm:ssZ` in most records."""


class WhoisContext(VTModel):
    """What a listing says about a whois record; no listing is known to say anything."""


class Whois(VTObject):
    """A whois record of a domain or IP address. Its id is opaque."""

    attributes: WhoisAttributes
    """What the service knows about the object; absent from descriptors and errors."""
    context_attributes: WhoisContext
    """Facts that belong to the listing, not to the object; absent when the object was asked for by its id."""
