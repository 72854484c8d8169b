"""The models of `PasswordInfo`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/parts/password_info.json`.
"""

from typing import Literal

from vt_sdk.core.model import VTModel


class PasswordInfo(VTModel):
    """Hash of a password that protects a file."""

    type: Literal["hashcat"] | str | None = None
    """Tool that the hash is made for."""
    value: str | None = None
    """The hash."""
