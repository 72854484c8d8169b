"""The models of `BundleInfo`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/parts/bundle_info.json`.
"""

from vt_sdk.core.fields import IntOrFloat
from vt_sdk.core.model import VTModel


class BundleInfo(VTModel):
    """Contents of an archive or other container."""

    beginning: str | None = None
    """First bytes of the decompressed content; containers of a single stream only."""
    error: str | None = None
    """Why the container could not be read."""
    extensions: dict[str, int]
    """Number of files inside, by extension."""
    file_types: dict[str, int]
    """Number of files inside, by type."""
    highest_datetime: str | None = None
    """Latest time of a file inside, as `YYYY-MM-DD hh:mm:ss`."""
    lowest_datetime: str | None = None
    """Earliest time of a file inside, as `YYYY-MM-DD hh:mm:ss`."""
    num_children: int | None = None
    """Number of files inside."""
    password: str | None = None
    """Password that opened the container."""
    tags: list[str]
    """Traits of the contents, such as `contains-pe`."""
    type: str | None = None
    """Kind of container, such as `ZIP` or `APK`."""
    uncompressed_size: IntOrFloat | None = None
    """Size of all files inside, in bytes; a fraction where the container claims more than integers can hold."""
    vhash: str | None = None
    """Similarity hash over the structure of the container."""
