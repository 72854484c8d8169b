"""Tactics of MITRE ATT&CK."""

from vt_sdk.api import VirusTotalAPI
from vt_sdk.operations.attack_tactics import AttackTacticOperations

__all__ = ["VirusTotalAPIAttackTactics"]


class VirusTotalAPIAttackTactics(VirusTotalAPI, AttackTacticOperations):
    """Tactics of MITRE ATT&CK."""
