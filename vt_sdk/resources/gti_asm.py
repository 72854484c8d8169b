"""Attack Surface Management: weaknesses of what an organisation shows to the internet."""

from vt_sdk.api import VirusTotalAPI
from vt_sdk.operations.gti_asm import ASMOperations

__all__ = ["VirusTotalAPIGTIASM"]


class VirusTotalAPIGTIASM(ASMOperations, VirusTotalAPI):
    """Attack Surface Management: weaknesses of what an organisation shows to the internet."""
