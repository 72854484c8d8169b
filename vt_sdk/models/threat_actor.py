"""The models of `ThreatActor`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/objects/threat_actor.json`.
"""

# What is meant to be read may have a more exact type in a derived class.
# pyright: reportIncompatibleVariableOverride=false

from vt_sdk.core.fields import AnyScalar, IntOrFloat, UnixTime
from vt_sdk.core.model import VTModel
from vt_sdk.core.objects import VTObject
from vt_sdk.models._deferred import ThreatActorRelationships

from .common.related_from import RelatedFrom


class ThreatActorAttributes(VTModel):
    """What is known about a group of attackers."""

    aliases: list[str]
    """Other names of the group."""
    description: str | None = None
    """What is known about the group."""
    first_seen_date: UnixTime | None = None
    """When the group was first active, as an aware datetime in UTC; an estimate."""
    info: dict[
        str,
        AnyScalar
        | list[AnyScalar | dict[str, AnyScalar | list[AnyScalar | None] | None] | None]
        | dict[str, AnyScalar | list[AnyScalar | None] | None]
        | None,
    ]
    """Further facts; in older answers only."""
    last_modification_date: UnixTime | None = None
    """When the description was last changed, as an aware datetime in UTC."""
    last_seen_date: UnixTime | None = None
    """When the group was last active, as an aware datetime in UTC; an estimate."""
    link: str | None = None
    """Where to read more."""
    name: str | None = None
    """Name of the group."""
    recent_activity_relative_change: IntOrFloat | None = None
    """How activity has changed against the two weeks before, as a ratio."""
    recent_activity_summary: list[int]
    """Activity of the indicators over the last two weeks, as a series."""
    related_entities_count: int | None = None
    """Number of indicators tied to the group; an estimate."""
    source_region: str | None = None
    """Where the group comes from."""
    sponsor_region: str | None = None
    """Country or region that is thought to back the group."""
    targeted_industries: list[str]
    """Industries that the group attacks."""
    targeted_regions: list[str]
    """Countries and regions that the group attacks."""


class ThreatActorContext(VTModel):
    """Facts about a group that belong to the listing it came in, not to the group."""

    related_from: list[RelatedFrom]
    """The objects through which the group was found; related threat actors."""


class ThreatActor(VTObject):
    """A group of attackers, as it was described before Google Threat Intelligence, which has collections instead. Its id is opaque."""

    attributes: ThreatActorAttributes
    """What the service knows about the object; absent from descriptors and errors."""
    context_attributes: ThreatActorContext
    """Facts that belong to the listing, not to the object; absent when the object was asked for by its id."""
    relationships: ThreatActorRelationships
    """What was asked for along with the object by `relationships=`."""
