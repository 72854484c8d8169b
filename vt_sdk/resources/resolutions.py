"""DNS resolutions: which host led to which address, and when."""

from vt_sdk.api import VirusTotalAPI
from vt_sdk.operations.resolutions import ResolutionOperations

__all__ = ["VirusTotalAPIResolutions"]


class VirusTotalAPIResolutions(VirusTotalAPI, ResolutionOperations):
    """DNS resolutions: which host led to which address, and when."""
