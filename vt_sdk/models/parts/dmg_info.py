"""The models of `DMGInfo`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/parts/dmg_info.json`.
"""

from vt_sdk.core.fields import AnyScalar
from vt_sdk.core.model import VTModel

from .isoimage_info import ISOImageInfo


class DMGResource(VTModel):
    """A resource of a disk image."""

    attributes: str | None = None
    """Attributes, hexadecimal."""
    name: str | None = None
    """Name of the resource."""


class DMGPartition(VTModel):
    """A partition of a disk image."""

    attrs_flags: int | None = None
    """Attributes as bits."""
    ending_lba: int | None = None
    """Last block."""
    name: str | None = None
    """Name of the partition."""
    starting_lba: int | None = None
    """First block."""
    type_guid: str | None = None
    """Kind of partition."""
    unique_guid: str | None = None
    """Identifier of the partition."""


class DMGExecutable(VTModel):
    """Main program on a volume."""

    datetime: str | None = None
    """Time of the file."""
    id: str | int | None = None
    """Id of the file on the volume."""
    path: str | None = None
    """Path of the file on the volume."""
    sha256: str | None = None
    """SHA-256 of the file, hexadecimal."""
    size: int | None = None
    """Size of the file in bytes."""
    type: str | None = None
    """Type of the file."""


class DMGPartitionTable(VTModel):
    """GUID partition table of a disk image."""

    alternate_lba: int | None = None
    """Block of the spare header."""
    disk_uuid: str | None = None
    """Identifier of the disk."""
    entries_crc32: int | None = None
    """Checksum of the entries."""
    entries_lba: int | None = None
    """First block of the entries."""
    first_usable_lba: int | None = None
    """First block for partitions."""
    header_crc32: int | None = None
    """Checksum of the header."""
    last_usable_lba: int | None = None
    """Last block for partitions."""
    my_lba: int | None = None
    """Block of this header."""
    number_of_entries: int | None = None
    """Number of entries."""
    partitions: list[DMGPartition]
    """The partitions."""
    revision: str | None = None
    """Version of the format."""
    signature: str | None = None
    """Signature of the header."""
    size: int | None = None
    """Size of the header in bytes."""
    size_of_entry: int | None = None
    """Size of an entry in bytes."""


class DMGVolume(VTModel):
    """A volume of a disk image."""

    info_plist: dict[
        str,
        AnyScalar
        | list[AnyScalar | dict[str, AnyScalar | list[AnyScalar | None] | None] | None]
        | dict[
            str,
            AnyScalar
            | list[AnyScalar | None]
            | dict[str, AnyScalar | list[AnyScalar | None] | dict[str, AnyScalar | None] | None]
            | None,
        ]
        | None,
    ]
    """Property list of the app inside, by key."""
    main_executable: DMGExecutable | None = None
    """The main program on the volume."""
    num_files: int | None = None
    """Number of files."""
    timeout: bool | None = None
    """Whether the volume could not be read in time."""
    unreadable_files: int | None = None
    """Number of files that could not be read."""
    volume_data: ISOImageInfo | None = None
    """Header of the volume; ISO volumes only."""


class DMGInfo(VTModel):
    """Facts about an Apple disk image."""

    blkx: list[DMGResource]
    """Blocks of the image."""
    data_fork_length: int | None = None
    """Length of the data fork in bytes."""
    data_fork_offset: int | None = None
    """Where the data fork begins, in bytes."""
    dmg_version: int | None = None
    """Version of the format."""
    gpt: DMGPartitionTable | None = None
    """GUID partition table."""
    gtp: DMGPartitionTable | None = None
    """The same table, under a misspelled key that the documentation's field list carries."""
    hfs: DMGVolume | None = None
    """The HFS volume in the image."""
    iso: DMGVolume | None = None
    """The ISO volume in the image."""
    plst: list[DMGResource]
    """Property list resources."""
    plst_context: list[str]
    """Text of the property lists."""
    plst_keys: list[str]
    """Keys of the property lists."""
    resourcefork_keys: list[str]
    """Keys of the resource fork."""
    rsrc_fork_length: int | None = None
    """Length of the resource fork in bytes."""
    rsrc_fork_offset: int | None = None
    """Where the resource fork begins, in bytes."""
    running_data_fork_offset: int | None = None
    """Where the running data fork begins, in bytes."""
    xml_length: int | None = None
    """Length of the property list in bytes."""
    xml_offset: int | None = None
    """Where the property list begins, in bytes."""
