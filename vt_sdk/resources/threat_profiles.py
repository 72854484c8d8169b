"""Threat profiles: what an organisation cares about, and what is recommended to it."""

from vt_sdk.api import VirusTotalAPI
from vt_sdk.operations.threat_profiles import ThreatProfileOperations

__all__ = ["VirusTotalAPIThreatProfiles"]


class VirusTotalAPIThreatProfiles(VirusTotalAPI, ThreatProfileOperations):
    """Threat profiles: what an organisation cares about, and what is recommended to it."""
