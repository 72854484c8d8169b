"""The models of `CollectionMitreTree`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/common/collection_mitre_tree.json`.
"""

from vt_sdk.core.fields import UnixTime
from vt_sdk.core.model import VTModel
from vt_sdk.core.objects import Received


class CollectionMitreContext(VTModel):
    """Facts about the tie of a technique to a collection."""

    timestamp: UnixTime | None = None
    """When the tie was found, as an aware datetime in UTC."""


class CollectionMitreTechnique(VTModel):
    """A technique: how an attacker gets there."""

    context_attribute: CollectionMitreContext | None = None
    """Facts about the tie of the technique to the collection."""
    description: str | None = None
    """What the technique is about."""
    id: str | None = None
    """Id of the technique, such as `T1082`; that of a sub-technique has a suffix, such as `T1547.001`."""
    link: str | None = None
    """Page of the technique at MITRE."""
    name: str | None = None
    """Name of the technique."""
    source: list[str]
    """Where the tie comes from."""


class CollectionMitreTactic(VTModel):
    """A tactic: what an attacker wants to reach."""

    description: str | None = None
    """What the tactic is about."""
    id: str | None = None
    """Id of the tactic, such as `TA0007`."""
    link: str | None = None
    """Page of the tactic at MITRE."""
    name: str | None = None
    """Name of the tactic."""
    techniques: list[CollectionMitreTechnique]
    """Techniques of the tactic that the collection is tied to."""


class CollectionMitreTree(Received):
    """MITRE ATT&CK tactics and techniques that a collection is tied to."""

    tactics: list[CollectionMitreTactic]
    """Tactics with the techniques that serve them; empty if there are none."""
