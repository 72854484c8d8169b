"""Threat actors as they were described before collections took their place."""

from vt_sdk.api import VirusTotalAPI
from vt_sdk.operations.threat_actors import ThreatActorOperations

__all__ = ["VirusTotalAPIThreatActors"]


class VirusTotalAPIThreatActors(VirusTotalAPI, ThreatActorOperations):
    """Threat actors as they were described before collections took their place."""
