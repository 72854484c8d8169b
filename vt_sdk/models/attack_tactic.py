"""The models of `AttackTactic`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/objects/attack_tactic.json`.
"""

# What is meant to be read may have a more exact type in a derived class.
# pyright: reportIncompatibleVariableOverride=false

from vt_sdk.core.fields import UnixTime
from vt_sdk.core.model import VTModel
from vt_sdk.core.objects import VTObject
from vt_sdk.models._deferred import AttackTacticRelationships


class AttackTacticAttributes(VTModel):
    """A tactic as MITRE describes it."""

    creation_date: UnixTime | None = None
    """When MITRE made the tactic, as an aware datetime in UTC."""
    description: str | None = None
    """What the tactic is for."""
    last_modification_date: UnixTime | None = None
    """When MITRE last changed the tactic, as an aware datetime in UTC."""
    link: str | None = None
    """Address of MITRE's page on the tactic."""
    name: str | None = None
    """Name of the tactic."""
    stix_id: str | None = None
    """Id of the tactic in STIX."""


class AttackTacticContext(VTModel):
    """What a listing says about a tactic; no listing is known to say anything."""


class AttackTactic(VTObject):
    """A tactic of MITRE ATT&CK: what an adversary is after. Its id is that of MITRE, such as `TA0001`."""

    attributes: AttackTacticAttributes
    """What the service knows about the object; absent from descriptors and errors."""
    context_attributes: AttackTacticContext
    """Facts that belong to the listing, not to the object; absent when the object was asked for by its id."""
    relationships: AttackTacticRelationships
    """What was asked for along with the object by `relationships=`."""
