"""Searches of everything that the service knows."""

from vt_sdk.api import VirusTotalAPI
from vt_sdk.operations.intelligence import IntelligenceOperations

__all__ = ["VirusTotalAPIIntelligence"]


class VirusTotalAPIIntelligence(VirusTotalAPI, IntelligenceOperations):
    """Searches of everything that the service knows."""
