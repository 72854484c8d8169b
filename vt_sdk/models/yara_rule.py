"""The models of `YaraRule`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/objects/yara_rule.json`.
"""

# What is meant to be read may have a more exact type in a derived class.
# pyright: reportIncompatibleVariableOverride=false

from vt_sdk.core.fields import UnixTime
from vt_sdk.core.model import VTModel
from vt_sdk.core.objects import VTObject
from vt_sdk.models._deferred import YaraRuleRelationships


class YaraRuleMeta(VTModel):
    """An entry of a YARA rule's metadata."""

    key: str | None = None
    """Name of the entry."""
    value: str | int | bool | None = None
    """Value of the entry: text, integer or truth value, as in the rule."""


class YaraRuleContext(VTModel):
    """What a listing says about a rule; no listing is known to say anything."""


class YaraRuleAttributes(VTModel):
    """A YARA rule and how often it matches."""

    author: str | None = None
    """Author of the rule."""
    creation_date: UnixTime | None = None
    """When the rule was written, as an aware datetime in UTC."""
    enabled: bool | None = None
    """Whether the service runs the rule."""
    included_date: UnixTime | None = None
    """When the service took the rule in, as an aware datetime in UTC."""
    last_modification_date: UnixTime | None = None
    """When the rule last changed, as an aware datetime in UTC."""
    matches: int | None = None
    """Number of files that match, roughly."""
    meta: list[YaraRuleMeta]
    """The rule's own metadata, in the order of the rule."""
    name: str | None = None
    """Name of the rule."""
    rule: str | None = None
    """Text of the rule, with what it imports."""
    tags: list[str]
    """Tags of the rule."""
    threat_categories: list[str]
    """Kinds of threat, concluded from the files that match, such as `trojan`."""


class YaraRule(VTObject):
    """A crowdsourced YARA rule. Its id is the id of the ruleset, `|` and the name of the rule."""

    attributes: YaraRuleAttributes
    """What the service knows about the object; absent from descriptors and errors."""
    context_attributes: YaraRuleContext
    """Facts that belong to the listing, not to the object; absent when the object was asked for by its id."""
    relationships: YaraRuleRelationships
    """What was asked for along with the object by `relationships=`."""
