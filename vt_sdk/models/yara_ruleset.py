"""The models of `YaraRuleset`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/objects/yara_ruleset.json`.
"""

# What is meant to be read may have a more exact type in a derived class.
# pyright: reportIncompatibleVariableOverride=false

from vt_sdk.core.model import VTModel
from vt_sdk.core.objects import VTObject
from vt_sdk.models._deferred import YaraRulesetRelationships


class YaraRulesetAttributes(VTModel):
    """A set of YARA rules."""

    name: str | None = None
    """Name of the ruleset."""
    rules: str | None = None
    """Text of the rules."""
    source: str | None = None
    """Address of the repository that the ruleset comes from."""


class YaraRulesetContext(VTModel):
    """What a listing says about a ruleset; no listing is known to say anything."""


class YaraRuleset(VTObject):
    """A crowdsourced set of YARA rules. Its id is a short hexadecimal number."""

    attributes: YaraRulesetAttributes
    """What the service knows about the object; absent from descriptors and errors."""
    context_attributes: YaraRulesetContext
    """Facts that belong to the listing, not to the object; absent when the object was asked for by its id."""
    relationships: YaraRulesetRelationships
    """What was asked for along with the object by `relationships=`."""
