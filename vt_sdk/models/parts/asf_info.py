"""The models of `ASFInfo`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/parts/asf_info.json`.
"""

from vt_sdk.core.model import VTModel


class ASFContentEncryption(VTModel):
    """Protection of a media file."""

    key_id: str | None = None
    """Id of the key."""
    license_url: str | None = None
    """Where a licence is to be had."""
    protection_type: str | None = None
    """Kind of protection."""
    secret_data: str | None = None
    """Secret data."""


class ASFExtendedContentEncryption(VTModel):
    """Protection of a media file, in the newer way."""

    CHECKSUM: str | None = None
    """Checksum of the header."""
    DRMHeader: str | None = None
    """The header itself."""
    EncodeType: str | None = None
    """Encoding of the header."""
    KID: str | None = None
    """Id of the key."""
    LAINFO: str | None = None
    """Where a licence is to be had."""


class ASFScriptCommand(VTModel):
    """A command that runs while a media file plays."""

    action: str | None = None
    """What is done."""
    trigger_time: int | None = None
    """When it is done, in milliseconds from the start."""
    type: str | None = None
    """Kind of command, such as `URL`."""


class ASFInfo(VTModel):
    """Objects of an ASF media file."""

    content_encryption_object: ASFContentEncryption | None = None
    """How the content is protected."""
    extended_content_encryption_object: ASFExtendedContentEncryption | None = None
    """How the content is protected, in the newer way."""
    script_command_objects: list[ASFScriptCommand]
    """Commands that run while the file plays."""
