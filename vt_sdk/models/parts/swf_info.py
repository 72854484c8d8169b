"""The models of `SWFInfo`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/parts/swf_info.json`.
"""

from vt_sdk.core.fields import IntOrFloat
from vt_sdk.core.model import VTModel


class SWFInfo(VTModel):
    """Facts about a Flash file."""

    compression: str | None = None
    """Compression of the file."""
    duration: IntOrFloat | None = None
    """Length in seconds."""
    file_attributes: list[str]
    """Attributes of the file."""
    flash_packages: list[str]
    """Packages that the file uses."""
    frame_count: int | None = None
    """Number of frames."""
    frame_size: str | None = None
    """Size of the picture, as width and height."""
    metadata: str | None = None
    """Metadata in the file."""
    num_swf_tags: str | int | None = None
    """Number of tags."""
    num_unrecognized_tags: str | int | None = None
    """Number of unknown tags."""
    suspicious_strings: list[str]
    """Suspicious strings."""
    suspicious_urls: list[str]
    """Suspicious addresses."""
    tags: list[str]
    """Traits of the file."""
    version: str | int | None = None
    """Version of Flash."""
