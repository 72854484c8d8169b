"""Techniques of MITRE ATT&CK."""

from vt_sdk.api import VirusTotalAPI
from vt_sdk.operations.attack_techniques import AttackTechniqueOperations

__all__ = ["VirusTotalAPIAttackTechniques"]


class VirusTotalAPIAttackTechniques(VirusTotalAPI, AttackTechniqueOperations):
    """Techniques of MITRE ATT&CK."""
