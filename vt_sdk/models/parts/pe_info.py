"""The models of `PEInfo`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/parts/pe_info.json`.
"""

from typing import Literal

from vt_sdk.core.fields import IntOrFloat, UnixTime
from vt_sdk.core.model import VTModel


class PEDebugCodeView(VTModel):
    """Where debug symbols are kept."""

    age: int | None = None
    """How often the symbols were written."""
    guid: str | None = None
    """Identifier of the symbols."""
    name: str | None = None
    """Path of the symbol file."""
    offset: int | None = None
    """Offset in the old format."""
    signature: Literal["NB10", "RSDS"] | str | None = None
    """Format of the entry."""
    timestamp: str | None = None
    """When the symbols were made; old format only."""


class PEDebugFPO(VTModel):
    """Frame pointer omission."""

    functions: int | None = None
    """Number of functions."""


class PEDebugMisc(VTModel):
    """Name of the debug file, in the old way."""

    data: str | None = None
    """The name."""
    datatype: int | None = None
    """Code of the kind of data."""
    length: int | None = None
    """Length of the data in bytes."""
    reserved: str | None = None
    """Reserved bytes."""
    unicode: int | None = None
    """Whether the name is in Unicode, as a number."""


class PEDebugReserved(VTModel):
    """Data of a reserved debug type."""

    value: str | None = None
    """The data."""


class PEImport(VTModel):
    """Functions that a Windows executable uses from a library."""

    imported_functions: list[str]
    """Names of the functions."""
    library_name: str | None = None
    """Name of the library."""


class PEOverlay(VTModel):
    """What follows after the last section of a Windows executable."""

    chi2: IntOrFloat | None = None
    """Chi-squared test of the bytes against chance."""
    entropy: IntOrFloat | None = None
    """Entropy in bits per byte, 0 to 8."""
    filetype: str | None = None
    """File type of the overlay."""
    md5: str | None = None
    """MD5 of the overlay, hexadecimal."""
    offset: int | None = None
    """Where the overlay begins, in bytes."""
    size: int | None = None
    """Size of the overlay in bytes."""


class PEResource(VTModel):
    """A resource of a Windows executable."""

    chi2: IntOrFloat | None = None
    """Chi-squared test of the bytes against chance."""
    entropy: IntOrFloat | None = None
    """Entropy in bits per byte, 0 to 8."""
    filetype: str | None = None
    """File type of the resource."""
    lang: str | None = None
    """Language of the resource."""
    sha256: str | None = None
    """SHA-256 of the resource, hexadecimal."""
    type: str | None = None
    """Kind of resource, such as `RT_ICON`."""


class PESection(VTModel):
    """A section of a Windows executable."""

    chi2: IntOrFloat | None = None
    """Chi-squared test of the bytes against chance."""
    entropy: IntOrFloat | None = None
    """Entropy in bits per byte, 0 to 8."""
    flags: str | None = None
    """Rights as letters, such as `rx`."""
    md5: str | None = None
    """MD5 of the section, hexadecimal."""
    name: str | None = None
    """Name of the section."""
    raw_size: int | None = None
    """Size in the file in bytes."""
    virtual_address: int | None = None
    """Relative address in memory."""
    virtual_size: int | None = None
    """Size in memory in bytes."""


class PEDebug(VTModel):
    """A debug entry of a Windows executable."""

    codeview: PEDebugCodeView | None = None
    """Where the debug symbols are kept."""
    fpo: PEDebugFPO | None = None
    """Frame pointer omission."""
    misc: PEDebugMisc | None = None
    """Name of the debug file, in the old way."""
    offset: int | None = None
    """Where the data begins in the file, in bytes."""
    reserved10: PEDebugReserved | None = None
    """Data of the reserved type 10."""
    size: int | None = None
    """Size of the data in bytes."""
    timedatestamp: str | None = None
    """When the data was made, under the key of the older layout."""
    timestamp: str | None = None
    """When the data was made, as `Www Mmm DD hh:mm:ss YYYY`."""
    type: int | None = None
    """Code of the kind of entry."""
    type_str: str | None = None
    """The same kind by name."""


class PEInfo(VTModel):
    """Facts about a Windows executable."""

    compiler_product_versions: list[str]
    """Tools that built the file, by the Rich header."""
    debug: list[PEDebug]
    """Debug entries."""
    entry_point: int | None = None
    """Relative address of the entry point."""
    exports: list[str]
    """Functions that the file offers."""
    imphash: str | None = None
    """Hash over the imports, hexadecimal."""
    import_list: list[PEImport]
    """Functions that the file uses, by library."""
    imports: dict[str, list[str]]
    """Functions that the file uses, by name of the library, in the older layout."""
    machine_type: int | None = None
    """Processor that the file is for, as a code."""
    overlay: PEOverlay | None = None
    """What follows after the last section."""
    resource_details: list[PEResource]
    """Resources of the file."""
    resource_langs: dict[str, int]
    """Number of resources, by language."""
    resource_types: dict[str, int]
    """Number of resources, by type."""
    rich_pe_header_hash: str | None = None
    """Hash over the Rich header, hexadecimal."""
    sections: list[PESection]
    """Sections of the file."""
    timestamp: UnixTime | None = None
    """When the file was built, by its header and so forgeable, as an aware datetime in UTC."""
