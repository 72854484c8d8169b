"""The models of `ROMBIOSInfo`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/parts/rombios_info.json`.
"""

from vt_sdk.core.model import VTModel


class ROMBIOSInformation(VTModel):
    """About a BIOS."""

    bios_release: str | None = None
    """Release of the BIOS."""
    characteristics: list[str]
    """What the BIOS supports."""


class ROMBIOSInfo(VTModel):
    """Facts about a BIOS or UEFI image."""

    acpi_tables: list[str]
    """ACPI tables in the image."""
    apple_metadata: dict[str, str]
    """Apple's metadata, by name."""
    bios_information: ROMBIOSInformation | None = None
    """About the BIOS."""
