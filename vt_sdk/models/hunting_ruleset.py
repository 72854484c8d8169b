"""The models of `HuntingRuleset`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/objects/hunting_ruleset.json`.
"""

# What is meant to be read may have a more exact type in a derived class.
# pyright: reportIncompatibleVariableOverride=false

from typing import Literal

from vt_sdk.core.fields import IntOrFloat, UnixTime
from vt_sdk.core.model import VTModel
from vt_sdk.core.objects import VTObject
from vt_sdk.models._deferred import HuntingRulesetRelationships


class HuntingRulesetAttributes(VTModel):
    """Rules and how matches are told."""

    creation_date: UnixTime | None = None
    """When the ruleset was made, as an aware datetime in UTC."""
    enabled: bool | None = None
    """Whether the rules are run."""
    limit: int | None = None
    """Largest number of notifications in 24 hours; matches beyond it are dropped."""
    match_object_type: Literal["domain", "file", "ip", "ip_address", "url"] | str | None = None
    """Type of object that the rules are run on."""
    modification_date: UnixTime | None = None
    """When the ruleset last changed, as an aware datetime in UTC."""
    name: str | None = None
    """Name of the ruleset."""
    notification_emails: list[str]
    """Addresses that get an e-mail for each notification."""
    number_of_rules: int | None = None
    """Number of rules."""
    rate_limited: bool | None = None
    """Whether the ruleset rests because its limit is reached."""
    rate_limited_ratio: IntOrFloat | None = None
    """Share of the last 24 hours in which the ruleset rested, from 0 to 1."""
    rule_names: list[str]
    """Names of the rules."""
    rules: str | None = None
    """Text of the rules."""
    scheduled_disable_date: UnixTime | None = None
    """When the service will switch the ruleset off, as an aware datetime in UTC."""
    scheduled_disable_reason: Literal["abandoned"] | str | None = None
    """Why the service will switch the ruleset off; `abandoned` after two years without a change."""
    tags: list[str]
    """Tags that the user gave the ruleset."""


class HuntingRulesetContext(VTModel):
    """What a listing says about a ruleset; no listing is known to say anything."""


class HuntingRuleset(VTObject):
    """YARA rules of a user that Livehunt runs on everything that comes in. Its id is a decimal number as text."""

    attributes: HuntingRulesetAttributes
    """What the service knows about the object; absent from descriptors and errors."""
    context_attributes: HuntingRulesetContext
    """Facts that belong to the listing, not to the object; absent when the object was asked for by its id."""
    relationships: HuntingRulesetRelationships
    """What was asked for along with the object by `relationships=`."""
