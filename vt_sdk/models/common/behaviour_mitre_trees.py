"""The models of `BehaviourMitreTrees`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/common/behaviour_mitre_trees.json`.
"""

from vt_sdk.core.keyed import Keyed
from vt_sdk.core.model import VTModel


class BehaviourMitreSignature(VTModel):
    """What showed a technique."""

    description: str | None = None
    """What was seen."""
    match_data: list[str]
    """What matched."""
    severity: str | None = None
    """How grave it is, such as `INFO`."""


class BehaviourMitreTechnique(VTModel):
    """A technique: how an attacker gets there."""

    description: str | None = None
    """What the technique is about."""
    id: str | None = None
    """Id of the technique, such as `T1082`; that of a sub-technique has a suffix, such as `T1547.001`."""
    link: str | None = None
    """Page of the technique at MITRE."""
    name: str | None = None
    """Name of the technique."""
    signatures: list[BehaviourMitreSignature]
    """What showed the technique."""


class BehaviourMitreTactic(VTModel):
    """A tactic: what an attacker wants to reach."""

    description: str | None = None
    """What the tactic is about."""
    id: str | None = None
    """Id of the tactic, such as `TA0007`."""
    link: str | None = None
    """Page of the tactic at MITRE."""
    name: str | None = None
    """Name of the tactic."""
    techniques: list[BehaviourMitreTechnique]
    """Techniques of the tactic that were seen."""


class BehaviourMitreTree(VTModel):
    """What one sandbox saw."""

    tactics: list[BehaviourMitreTactic]
    """Tactics with the techniques that serve them; empty if none was seen."""


class BehaviourMitreTrees(Keyed):
    """MITRE ATT&CK tactics and techniques that the sandboxes saw a file use."""

    sandboxes: dict[str, BehaviourMitreTree]
    """What each sandbox saw, by the name of the sandbox."""
