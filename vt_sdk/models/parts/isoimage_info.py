"""The models of `ISOImageInfo`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/parts/isoimage_info.json`.
"""

from vt_sdk.core.model import VTModel


class ISOImageInfo(VTModel):
    """Header of an ISO 9660 volume. Times are `YYYY-MM-DD hh:mm:ss`, all zeros where unset."""

    abstract_file_id: str | None = None
    """File that holds the abstract."""
    application_id: str | None = None
    """Program that made the volume."""
    bibliographic_file_id: str | None = None
    """File that holds the bibliography."""
    copyright_file_id: str | None = None
    """File that holds the copyright."""
    created: str | None = None
    """When the volume was made."""
    data_preparer_id: str | None = None
    """Who prepared the data."""
    effective: str | None = None
    """From when the volume is to be used."""
    expires: str | None = None
    """When the volume is out of date."""
    file_structure_version: int | None = None
    """Version of the format."""
    max_date: str | None = None
    """Latest time of a file."""
    min_date: str | None = None
    """Earliest time of a file."""
    modified: str | None = None
    """When the volume last changed."""
    num_files: int | None = None
    """Number of files."""
    publisher_id: str | None = None
    """Who publishes the volume."""
    system_id: str | None = None
    """System that the volume is for."""
    total_size: int | None = None
    """Size of all files in bytes."""
    type_code: str | None = None
    """Kind of descriptor, such as `CD001`."""
    volume_id: str | None = None
    """Name of the volume."""
    volume_set_id: str | None = None
    """Name of the set of volumes."""
