"""The models of `NSRLInfo`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/parts/nsrl_info.json`.
"""

from vt_sdk.core.model import VTModel


class NSRLInfo(VTModel):
    """Entries of a file in the NIST software library."""

    filenames: list[str]
    """Names of the file."""
    products: list[str]
    """Products that the file belongs to."""
