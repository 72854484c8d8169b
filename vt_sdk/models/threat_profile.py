"""The models of `ThreatProfile`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/objects/threat_profile.json`.
"""

# What is meant to be read may have a more exact type in a derived class.
# pyright: reportIncompatibleVariableOverride=false

from vt_sdk.core.fields import UnixTime
from vt_sdk.core.model import VTModel
from vt_sdk.core.objects import VTObject
from vt_sdk.models._deferred import ThreatProfileRelationships


class ThreatProfileInterests(VTModel):
    """What a profile is interested in, by kind of interest."""

    INTEREST_TYPE_ACTOR_MOTIVATION: list[str]
    """Motivations of threat actors."""
    INTEREST_TYPE_MALWARE_ROLE: list[str]
    """What malware is used as."""
    INTEREST_TYPE_SOURCE_REGION: list[str]
    """Countries and regions that threats come from."""
    INTEREST_TYPE_TARGETED_INDUSTRY: list[str]
    """Industries under attack."""
    INTEREST_TYPE_TARGETED_REGION: list[str]
    """Countries and regions under attack."""


class ThreatProfileConfig(VTModel):
    """How many and which collections are recommended."""

    max_days_since_last_seen: int | None = None
    """For how many days a threat may have been quiet, 1 to 365."""
    max_recs_per_type: int | None = None
    """How many collections of each type are recommended at most, 1 to 20."""
    min_categories_matched: int | None = None
    """How many kinds of interest a collection has to meet at least, 1 to 5."""


class ThreatProfileContext(VTModel):
    """What a listing says about a threat profile; no listing is known to say anything."""


class ThreatProfileAttributes(VTModel):
    """What a threat profile asks for."""

    creation_date: UnixTime | None = None
    """When the profile was made, as an aware datetime in UTC."""
    description: str | None = None
    """What the profile is for."""
    enable_recommendations: bool | None = None
    """Whether the service recommends collections."""
    interests: ThreatProfileInterests | None = None
    """What recommended collections have to be about."""
    last_modification_date: UnixTime | None = None
    """When the profile was last changed, as an aware datetime in UTC."""
    name: str | None = None
    """Name of the profile."""
    private: bool | None = None
    """Whether only its owner and those it is shared with see the profile."""
    recommendation_config: ThreatProfileConfig | None = None
    """How many and which collections are recommended."""


class ThreatProfile(VTObject):
    """What a user or an organisation cares about, so that the service can recommend collections. Its id is opaque."""

    attributes: ThreatProfileAttributes
    """What the service knows about the object; absent from descriptors and errors."""
    context_attributes: ThreatProfileContext
    """Facts that belong to the listing, not to the object; absent when the object was asked for by its id."""
    relationships: ThreatProfileRelationships
    """What was asked for along with the object by `relationships=`."""
