"""Techniques of MITRE ATT&CK."""

from vt_sdk.api import VirusTotalAPI
from vt_sdk.operations.attack_techniques import AttackTechniqueOperations

__all__ = ["VirusTotalAPIAttackTechniques"]


class VirusTotalAPIAttackTechniques(AttackTechniqueOperations, VirusTotalAPI):
    """Techniques of MITRE ATT&CK."""
