"""The models of `ELFInfo`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/parts/elf_info.json`.
"""

from typing import Annotated

from pydantic import Field

from vt_sdk.core.model import VTModel


class ELFSymbol(VTModel):
    """A symbol of an ELF binary."""

    name: str | None = None
    """Name of the symbol."""
    type: str | None = None
    """Kind of symbol, such as `FUNC`."""


class ELFHeader(VTModel):
    """Header of an ELF binary."""

    abi_version: int | None = None
    """Version of the binary interface."""
    class_: Annotated[str | None, Field(alias="class")] = None
    """Word size, such as `ELF64`."""
    data: str | None = None
    """Byte order."""
    entrypoint: int | None = None
    """Address of the entry point."""
    hdr_version: str | None = None
    """Version of the header."""
    machine: str | None = None
    """Processor that the file is for."""
    num_prog_headers: int | None = None
    """Number of program headers."""
    num_section_headers: int | None = None
    """Number of section headers."""
    obj_version: str | None = None
    """Version of the object file."""
    os_abi: str | None = None
    """Operating system that the file is for."""
    type: str | None = None
    """Kind of file, such as executable or shared library."""


class ELFSection(VTModel):
    """A section of an ELF binary."""

    flags: str | None = None
    """Flags as letters."""
    name: str | None = None
    """Name of the section."""
    physical_offset: int | None = None
    """Where the section begins in the file, in bytes."""
    section_type: str | None = None
    """Kind of section, such as `PROGBITS`."""
    size: int | None = None
    """Size of the section in bytes."""
    virtual_address: int | None = None
    """Address in memory."""


class ELFOlderSection(VTModel):
    """A section of an ELF binary, in the older layout."""

    address: int | None = None
    """Address in memory."""
    flags: str | None = None
    """Flags as letters."""
    name: str | None = None
    """Name of the section."""
    offset: int | None = None
    """Where the section begins in the file, in bytes."""
    size: int | None = None
    """Size of the section in bytes."""
    type: str | None = None
    """Kind of section, such as `PROGBITS`."""


class ELFSegment(VTModel):
    """A segment of an ELF binary."""

    resources: list[str]
    """Names of the sections in the segment."""
    segment_type: str | None = None
    """Kind of segment, such as `LOAD`."""


class ELFInfo(VTModel):
    """Facts about an ELF binary."""

    export_list: list[ELFSymbol]
    """Symbols that the file offers."""
    exports: list[list[str]]
    """Symbols that the file offers as pairs of name and kind, in the older layout."""
    header: ELFHeader | None = None
    """Header of the file."""
    import_list: list[ELFSymbol]
    """Symbols that the file needs."""
    imports: list[list[str]]
    """Symbols that the file needs as pairs of name and kind, in the older layout."""
    packers: list[str]
    """Packers that were recognised."""
    section_list: list[ELFSection]
    """Sections of the file."""
    sections: list[ELFOlderSection]
    """Sections of the file, in the older layout."""
    segment_list: list[ELFSegment]
    """Segments of the file."""
    segments: list[list[str | list[str]]]
    """Segments as pairs of kind and list of sections, in the older layout."""
    shared_libraries: list[str]
    """Shared libraries that the file needs."""
