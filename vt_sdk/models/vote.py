"""The models of `Vote`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/objects/vote.json`.
"""

# What is meant to be read may have a more exact type in a derived class.
# pyright: reportIncompatibleVariableOverride=false

from typing import Literal

from vt_sdk.core.fields import UnixTime
from vt_sdk.core.model import VTModel
from vt_sdk.core.objects import VTObject
from vt_sdk.models._deferred import VoteRelationships


class VoteAttributes(VTModel):
    """A vote of the community on an object."""

    date: UnixTime | None = None
    """When the vote was cast, as an aware datetime in UTC."""
    value: int | None = None
    """The vote as a number: 1 for harmless, -1 for malicious."""
    verdict: Literal["harmless", "malicious"] | str | None = None
    """The vote in words."""


class VoteContext(VTModel):
    """What a listing says about a vote; no listing is known to say anything."""


class Vote(VTObject):
    """A vote of the community on an object. Its id holds a letter for the kind of object, the id of the object and eight hexadecimal digits."""

    attributes: VoteAttributes
    """What the service knows about the object; absent from descriptors and errors."""
    context_attributes: VoteContext
    """Facts that belong to the listing, not to the object; absent when the object was asked for by its id."""
    relationships: VoteRelationships
    """What was asked for along with the object by `relationships=`."""
