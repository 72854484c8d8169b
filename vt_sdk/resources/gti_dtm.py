"""Digital Threat Monitoring: alerts on what is said in forums and shops, and a search over it."""

from vt_sdk.api import VirusTotalAPI
from vt_sdk.operations.gti_dtm import DTMOperations

__all__ = ["VirusTotalAPIGTIDTM"]


class VirusTotalAPIGTIDTM(VirusTotalAPI, DTMOperations):
    """Digital Threat Monitoring: alerts on what forums and shops say, and a search over it."""
