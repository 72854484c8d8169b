"""Threat lists: indicators by category of threat, each hour."""

from vt_sdk.api import VirusTotalAPI
from vt_sdk.operations.threat_lists import ThreatListOperations

__all__ = ["VirusTotalAPIThreatLists"]


class VirusTotalAPIThreatLists(VirusTotalAPI, ThreatListOperations):
    """Threat lists: indicators by category of threat, each hour."""
