"""The models of `VBAInfo`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/parts/vba_info.json`.
"""

from vt_sdk.core.model import VTModel


class VBAInfo(VTModel):
    """Facts about Visual Basic macros."""

    deobfuscated_strings: list[str]
    """Strings that the code hides."""
    strings: list[str]
    """Strings in the code."""
