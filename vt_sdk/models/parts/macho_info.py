"""The models of `MachOInfo`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/parts/macho_info.json`.
"""

from vt_sdk.core.model import VTModel


class MachOCommand(VTModel):
    """A load command."""

    type: str | None = None
    """Kind of command, such as `LC_SYMTAB`."""


class MachOHeader(VTModel):
    """Header of a Mach-O binary."""

    cpu_subtype: str | None = None
    """Variant of the processor."""
    cpu_subtype_lib64: bool | None = None
    """Whether the bit for 64-bit libraries is set."""
    cpu_type: str | None = None
    """Processor that the binary is for."""
    file_type: str | None = None
    """Kind of binary, such as executable or dynamic library."""
    flags: list[str]
    """Flags by name."""
    magic: str | None = None
    """Magic number, hexadecimal."""
    num_cmds: int | None = None
    """Number of load commands."""
    reserved: str | None = None
    """Reserved field, hexadecimal; 64-bit binaries only."""
    size_cmds: int | None = None
    """Size of the load commands in bytes."""


class MachOFile(VTModel):
    """The file that a Mach-O binary was read from."""

    filename: str | None = None
    """Name of the file."""
    sha256: str | None = None
    """SHA-256 of the file, hexadecimal."""


class MachOSection(VTModel):
    """A section of a Mach-O binary."""

    flags: list[str]
    """Flags by name."""
    name: str | None = None
    """Name of the section."""
    type: str | None = None
    """Kind of section, such as `S_REGULAR`."""


class MachOSegment(VTModel):
    """A segment of a Mach-O binary."""

    fileoff: str | None = None
    """Where the segment begins in the file, hexadecimal."""
    filesize: str | None = None
    """Size in the file, hexadecimal."""
    name: str | None = None
    """Name of the segment."""
    sections: list[MachOSection]
    """Sections of the segment."""
    vmaddr: str | None = None
    """Address in memory, hexadecimal."""
    vmsize: str | None = None
    """Size in memory, hexadecimal."""


class MachOInfo(VTModel):
    """Facts about a Mach-O binary, or about one of its architectures."""

    commands: list[MachOCommand]
    """Load commands."""
    headers: MachOHeader | None = None
    """Header of the binary."""
    info: MachOFile | None = None
    """The file that the binary was read from."""
    libs: list[str]
    """Libraries that the binary needs."""
    platform: int | None = None
    """Number of the platform that the binary is for."""
    sections: list[MachOSection]
    """Sections outside their segments, in the older layout."""
    segments: list[MachOSegment]
    """Segments of the binary."""
    tags: list[str]
    """Traits of the binary, such as `64bits`."""
    vhash: str | None = None
    """Similarity hash over the structure of the binary."""
