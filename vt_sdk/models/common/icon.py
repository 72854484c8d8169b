"""The models of `Icon`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/common/icon.json`.
"""

from vt_sdk.core.model import VTModel


class Icon(VTModel):
    """Fingerprints of an icon, for finding the same or a similar picture."""

    dhash: str | None = None
    """Difference hash of the picture, hexadecimal; similar pictures have close values."""
    raw_md5: str | None = None
    """MD5 of the icon's bytes, hexadecimal."""
