"""Attack Surface Management: weaknesses of what an organisation shows to the internet."""

from vt_sdk.api import VirusTotalAPI
from vt_sdk.operations.gti_asm import ASMOperations

__all__ = ["VirusTotalAPIGTIASM"]


class VirusTotalAPIGTIASM(VirusTotalAPI, ASMOperations):
    """Attack Surface Management: weaknesses of what an organisation shows to the internet."""
