"""The models of `DotNetAssembly`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/parts/dot_net_assembly.json`.
"""

from vt_sdk.core.fields import IntOrFloat
from vt_sdk.core.model import VTModel


class DotNetAssemblyData(VTModel):
    """Row of the assembly table."""

    buildnumber: int | None = None
    """Third part of the version."""
    culture: str | None = None
    """Culture of the assembly."""
    flags: int | None = None
    """Flags as bits."""
    flags_text: str | None = None
    """The same flags by name."""
    hashalgid: int | None = None
    """Number of the hash algorithm."""
    majorversion: int | None = None
    """First part of the version."""
    minorversion: int | None = None
    """Second part of the version."""
    name: str | None = None
    """Name of the assembly."""
    pubkey: str | None = None
    """Public key of the strong name, hexadecimal."""
    revisionnumber: int | None = None
    """Fourth part of the version."""


class DotNetExportedType(VTModel):
    """A type that other assemblies can use."""

    name: str | None = None
    """Name of the type."""
    namespace: str | None = None
    """Namespace of the type."""


class DotNetExternalAssembly(VTModel):
    """An assembly that is used."""

    version: str | None = None
    """Version of the assembly."""


class DotNetStream(VTModel):
    """A metadata stream."""

    chi2: IntOrFloat | None = None
    """Chi-squared test of the bytes against chance."""
    entropy: IntOrFloat | None = None
    """Entropy in bits per byte, 0 to 8."""
    md5: str | None = None
    """MD5 of the stream, hexadecimal."""
    size: int | None = None
    """Size of the stream in bytes."""


class DotNetTypeDefinitions(VTModel):
    """Types that a namespace defines."""

    namespace: str | None = None
    """The namespace."""
    type_definitions: list[str]
    """Names of the types."""


class DotNetUnmanagedMethods(VTModel):
    """Native functions used from a module."""

    methods: list[str]
    """Names of the functions."""
    name: str | None = None
    """Name of the module."""


class DotNetAssembly(VTModel):
    """Facts about a .NET assembly."""

    assembly_data: DotNetAssemblyData | None = None
    """Row of the assembly table."""
    assembly_flags: int | None = None
    """Flags of the runtime header as bits."""
    assembly_flags_txt: str | None = None
    """The same flags by name."""
    assembly_name: str | None = None
    """Name of the assembly."""
    clr_meta_version: str | None = None
    """Version of the metadata header."""
    clr_version: str | None = None
    """Version of the runtime that is needed."""
    entry_point_rva: int | None = None
    """Relative address of the entry point."""
    entry_point_token: int | None = None
    """Token of the entry point."""
    exported_types: list[DotNetExportedType]
    """Types that other assemblies can use."""
    external_assemblies: dict[str, DotNetExternalAssembly]
    """Assemblies that are used, by name."""
    external_files: list[str]
    """Files that are used."""
    external_modules: list[str]
    """Modules of native code that are used."""
    manifest_resource: list[str]
    """Names of the embedded resources."""
    metadata_header_rva: int | None = None
    """Relative address of the metadata."""
    resources_va: int | None = None
    """Relative address of the resources."""
    streams: dict[str, DotNetStream]
    """Metadata streams, by name."""
    strongname_va: int | None = None
    """Relative address of the strong name; 0 if there is none."""
    tables_present: int | None = None
    """Number of metadata tables."""
    tables_present_map: str | None = None
    """Metadata tables as bits, hexadecimal."""
    tables_rows_map: str | None = None
    """Row counts of the metadata tables, hexadecimal."""
    tables_rows_map_log: str | None = None
    """Logarithms of the row counts, hexadecimal."""
    type_definition_list: list[DotNetTypeDefinitions]
    """Types that are defined, by namespace."""
    unmanaged_method_list: list[DotNetUnmanagedMethods]
    """Native functions that are used, by module."""
    unmanaged_methods: dict[str, list[str]]
    """Native functions that are used, by name of the module."""
