"""The models of `File`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/objects/file.json`.
"""

from typing import Annotated, Literal

from pydantic import Field

from vt_sdk.core.bases import FileBase
from vt_sdk.core.model import VTModel
from vt_sdk.core.types import IntOrFloat, UnixTime

from .common.analysis_stats import AnalysisStats
from .common.engine_result import EngineResult
from .common.gti_assessment import GTIAssessment
from .common.hunting_info import HuntingInfo
from .common.icon import Icon
from .common.ids_result import IDSResult
from .common.notification_source import NotificationSource
from .common.sigma_result import SigmaResult
from .common.sigma_stats import SigmaStats
from .common.submitter import Submitter
from .common.threat_severity import ThreatSeverity
from .common.total_votes import TotalVotes
from .common.tracker import Tracker


class AndroguardRisk(VTModel):
    """Counts of what makes an Android app risky."""

    APK: dict[str, int]
    """Counts of risky contents, by kind."""
    PERM: dict[str, int]
    """Counts of permissions, by class of danger."""


class AndroguardCertificate(VTModel):
    """Certificate that an Android app is signed with."""

    Issuer: dict[str, str]
    """Issuer, by part of the distinguished name; `DN` is the whole."""
    Subject: dict[str, str]
    """Subject, by part of the distinguished name; `DN` is the whole."""
    serialnumber: str | None = None
    """Serial number, hexadecimal."""
    thumbprint: str | None = None
    """SHA-1 of the certificate, hexadecimal."""
    validfrom: str | None = None
    """First moment of validity, as `YYYY-MM-DD hh:mm:ss`."""
    validto: str | None = None
    """Last moment of validity, as `YYYY-MM-DD hh:mm:ss`."""


class AndroguardIntentFilter(VTModel):
    """Intents that one part of an Android app answers to."""

    action: list[str]
    """Actions of the intents."""
    category: list[str]
    """Categories of the intents."""


class AndroguardPermission(VTModel):
    """A permission that an Android app asks for."""

    full_description: str | None = None
    """What the permission allows, at length."""
    permission_type: str | None = None
    """Class of danger, such as `dangerous`."""
    short_description: str | None = None
    """What the permission allows, in short."""


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


class AutostartLocation(VTModel):
    """A place where a file makes itself start with the system."""

    entry: str | None = None
    """Name of the entry."""
    location: str | None = None
    """Registry key or folder."""


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


class JavaClassInfo(VTModel):
    """Facts about Java bytecode."""

    constants: list[str]
    """Constants in the class."""
    extends: str | None = None
    """The class above."""
    implements: list[str]
    """Interfaces that the class implements."""
    methods: list[str]
    """Names of the methods."""
    name: str | None = None
    """Full name of the class."""
    platform: str | None = None
    """Java version that the class is made for."""
    provides: list[str]
    """Classes, fields and methods that the class offers."""
    requires: list[str]
    """Classes, fields and methods that the class uses."""


class CrowdsourcedAIResult(VTModel):
    """An explanation of a file written by a language model."""

    analysis: str | None = None
    """The explanation."""
    category: str | None = None
    """Kind of explanation, such as `code_insight`."""
    creation_date: UnixTime | None = None
    """When the explanation was written, in Unix seconds (UTC)."""
    id: str | None = None
    """Id of the explanation: the file's SHA-256 or a longer text that holds it."""
    last_modification_date: UnixTime | None = None
    """When the explanation last changed, in Unix seconds (UTC)."""
    source: str | None = None
    """Model or contributor, such as `palm`."""
    verdict: str | None = None
    """Verdict of the model, such as `malicious`; may be empty."""


class CrowdsourcedIDSStats(VTModel):
    """How many IDS rules matched, by severity."""

    high: int | None = None
    """Number of rules of high severity."""
    info: int | None = None
    """Number of rules that merely inform."""
    low: int | None = None
    """Number of rules of low severity."""
    medium: int | None = None
    """Number of rules of medium severity."""


class CrowdsourcedYaraResult(VTModel):
    """A YARA rule of the community that matches a file."""

    author: str | None = None
    """Author of the rule."""
    description: str | None = None
    """What the rule looks for."""
    match_date: UnixTime | None = None
    """When the rule matched, in Unix seconds (UTC)."""
    match_in_subfile: bool | None = None
    """Whether a file inside this one matched."""
    rule_name: str | None = None
    """Name of the rule."""
    ruleset_id: str | None = None
    """Id of the ruleset."""
    ruleset_name: str | None = None
    """Name of the ruleset."""
    ruleset_version: str | None = None
    """Version of the ruleset: its id and a hash."""
    source: str | None = None
    """Where the ruleset is kept."""


class DebChangelog(VTModel):
    """Newest entry of a package's changelog."""

    Author: str | None = None
    """Who made the version."""
    Date: str | None = None
    """When the version was made."""
    Debian_revision: Annotated[str | None, Field(alias="Debian revision")] = None
    """Debian's part of the version."""
    Debian_version: Annotated[str | None, Field(alias="Debian version")] = None
    """Debian's version."""
    Distributions: str | None = None
    """Distributions that the version is for."""
    Full_version: Annotated[str | None, Field(alias="Full version")] = None
    """The whole version."""
    Package: str | None = None
    """Name of the package."""
    Urgency: str | None = None
    """How urgent the upgrade is."""
    Version_history: Annotated[str | None, Field(alias="Version history")] = None
    """Versions before."""


class DebControlScripts(VTModel):
    """Scripts that run around the installation of a package."""

    postinst: str | None = None
    """Script after the installation."""
    postrm: str | None = None
    """Script after the removal."""
    preinst: str | None = None
    """Script before the installation."""
    prerm: str | None = None
    """Script before the removal."""


class DebStructure(VTModel):
    """Counts and dates of the files in a package."""

    contained_files: int | None = None
    """Number of files."""
    contained_items: int | None = None
    """Number of files and folders."""
    max_date: str | None = None
    """Latest time of a file, as `YYYY-MM-DD hh:mm:ss`."""
    min_date: str | None = None
    """Earliest time of a file, as `YYYY-MM-DD hh:mm:ss`."""


class DetectItEasyValue(VTModel):
    """One thing that Detect It Easy recognised."""

    info: str | None = None
    """Further details."""
    name: str | None = None
    """What was recognised."""
    type: str | None = None
    """Kind of thing, such as `Compiler` or `Packer`."""
    version: str | None = None
    """Version of the thing."""


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


class DotNetGUIDs(VTModel):
    """Identifiers within a .NET assembly."""

    mvid: str | None = None
    """Id of the module version, new with each build."""
    typelib_id: str | None = None
    """Id of the type library, the same for all builds of a project."""


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


class HTMLFrame(VTModel):
    """A frame of a page."""

    attributes: dict[str, str]
    """Attributes of the element, by name."""


class HTMLMeta(VTModel):
    """A meta element of a page."""

    content: list[str]
    """Contents of the element."""
    name: str | None = None
    """Name of the element."""


class HTMLScript(VTModel):
    """A script of a page."""

    attributes: dict[str, str]
    """Attributes of the element, by name."""
    sha256: str | None = None
    """SHA-256 of the script's text, hexadecimal; absent where it is loaded from elsewhere."""


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


class JARInfo(VTModel):
    """Facts about a Java archive."""

    filenames: list[str]
    """Names of the files inside."""
    files_by_type: dict[str, int]
    """Number of files inside, by type."""
    manifest: str | None = None
    """Text of the manifest."""
    max_date: str | None = None
    """Latest time of a file, as `YYYY-MM-DD hh:mm:ss`."""
    max_depth: int | None = None
    """Depth of the deepest folder."""
    min_date: str | None = None
    """Earliest time of a file, as `YYYY-MM-DD hh:mm:ss`."""
    packages: list[str]
    """Packages that are used."""
    strings: list[str]
    """Notable strings."""
    total_dirs: int | None = None
    """Number of folders."""
    total_files: int | None = None
    """Number of files."""


class JavaScriptInfo(VTModel):
    """Facts about a JavaScript file."""

    tags: list[str]
    """Traits of the script, such as `obfuscated`."""


class KnownDistributors(VTModel):
    """Who is known to distribute a file."""

    data_sources: list[str]
    """Where that is known from."""
    distributors: list[str]
    """Names of the distributors."""
    filenames: list[str]
    """Names that the file is distributed under."""
    links: list[str]
    """Where the file is distributed."""
    products: list[str]
    """Products that the file belongs to."""


class LnkTracking(VTModel):
    """Data by which Windows finds a target that moved."""

    birth_droid_file_id: str | None = None
    """Identifier of the file when it was made."""
    birth_droid_volume_id: str | None = None
    """Identifier of the volume when the file was made."""
    droid_file_id: str | None = None
    """Identifier of the file."""
    droid_volume_id: str | None = None
    """Identifier of the volume."""


class LnkHeader(VTModel):
    """Header of a shortcut."""

    file_size: int | None = None
    """Size of the target in bytes."""
    hot_key: str | None = None
    """Keys that open the shortcut."""
    show_window: int | None = None
    """Code of the window's first state."""
    show_window_str: str | None = None
    """The same state by name."""


class LnkTargetID(VTModel):
    """A shell item on the way to a target."""

    clsid: str | None = None
    """Class of the item."""
    item_type: int | None = None
    """Code of the kind of item."""
    item_type_str: str | None = None
    """The same kind by name."""


class MalwareConfigHost(VTModel):
    """What a malware leaves on a machine."""

    mutexes: list[str]
    """Mutexes that the malware makes."""


class MalwareConfigImplant(VTModel):
    """About a malware itself."""

    campaign_ids: list[str]
    """Campaigns that the sample names."""
    version: str | None = None
    """Version of the malware."""


class MalwareConfigConnection(VTModel):
    """A connection of a malware."""

    categories: list[str]
    """What the connection is for, such as `C2`."""
    host: str | None = None
    """Host name or address."""
    protocol_tags: list[str]
    """Protocols in use."""
    url: str | None = None
    """Address of the server as a URL."""


class MonitorInfo(VTModel):
    """Software makers who watch a file with VirusTotal Monitor."""

    filenames: list[str]
    """Names of the file at the makers."""
    organizations: list[str]
    """Names of the makers."""


class NSRLInfo(VTModel):
    """Entries of a file in the NIST software library."""

    filenames: list[str]
    """Names of the file."""
    products: list[str]
    """Products that the file belongs to."""


class OfficeDocumentSummary(VTModel):
    """Further properties of an Office document."""

    byte_count: int | None = None
    """Size of the text in bytes."""
    characters_with_spaces: int | None = None
    """Number of characters, spaces included."""
    code_page: str | None = None
    """Code page of the properties."""
    company: str | None = None
    """Company of the author."""
    hidden_count: int | None = None
    """Number of hidden slides."""
    hyperlinks_changed: bool | None = None
    """Whether the links need an update."""
    line_count: int | None = None
    """Number of lines."""
    links_dirty: bool | None = None
    """Whether the linked contents are out of date."""
    multimedia_clip_count: int | None = None
    """Number of sounds and films."""
    note_count: int | None = None
    """Number of pages with notes."""
    paragraph_count: int | None = None
    """Number of paragraphs."""
    presentation_format: str | None = None
    """What the presentation is made for."""
    scale: bool | None = None
    """Whether the thumbnail is scaled rather than cut."""
    shared_document: bool | None = None
    """Whether the document is shared."""
    slide_count: int | None = None
    """Number of slides."""
    version: int | None = None
    """Version of the program that wrote the document."""


class OfficeEntry(VTModel):
    """A stream or storage of an Office document."""

    clsid: str | None = None
    """Class of the entry."""
    clsid_literal: str | None = None
    """The same class by name."""
    name: str | None = None
    """Name of the entry."""
    sid: int | None = None
    """Number of the entry."""
    size: int | None = None
    """Size of the entry in bytes."""
    type_literal: str | None = None
    """Kind of entry, such as `root` or `stream`."""


class VBAMacro(VTModel):
    """A Visual Basic macro."""

    lengh: int | None = None
    """The same length, under a misspelled key that the documentation's field list carries."""
    length: int | None = None
    """Length of the code in characters."""
    patterns: list[str]
    """What in the code looks suspicious, or like an address or name."""
    properties: list[str]
    """What the code can do, such as `run-file`."""
    stream_path: str | None = None
    """Stream that holds the macro."""
    subfilename: str | None = None
    """File inside the document that holds the macro; Open XML only."""
    vba_code: str | None = None
    """Text of the code."""
    vba_filename: str | None = None
    """Name of the module."""


class OfficeSummary(VTModel):
    """Main properties of an Office document. Times are `YYYY-MM-DD hh:mm:ss`."""

    application_name: str | None = None
    """Program that wrote the document."""
    author: str | None = None
    """Author of the document."""
    character_count: int | None = None
    """Number of characters."""
    code_page: str | None = None
    """Code page of the properties."""
    creation_datetime: str | None = None
    """When the document was made."""
    edit_time: int | None = None
    """Time spent on the document in seconds."""
    last_author: str | None = None
    """Who last saved the document."""
    last_printed: str | None = None
    """When the document was last printed."""
    last_saved: str | None = None
    """When the document was last saved."""
    page_count: int | None = None
    """Number of pages."""
    revision_number: str | None = None
    """How often the document was saved."""
    security: int | None = None
    """Protection of the document as a code."""
    template: str | None = None
    """Template of the document."""
    title: str | None = None
    """Title of the document."""
    word_count: int | None = None
    """Number of words."""


class OpenXMLWorkbook(VTModel):
    """About a workbook."""

    calcPr: str | None = None
    """How formulas are computed."""
    lastEdited: str | None = None
    """Version of the program that last edited the workbook."""
    lowestEdited: str | None = None
    """Oldest version of the program that edited the workbook."""
    oleSize: str | None = None
    """Cells shown where the workbook is embedded."""
    relationships: list[str]
    """Relations of the workbook."""
    rupBuild: str | None = None
    """Build of the program."""
    sheets: int | None = None
    """Number of sheets."""


class PasswordInfo(VTModel):
    """Hash of a password that protects a file."""

    type: Literal["hashcat"] | str | None = None
    """Tool that the hash is made for."""
    value: str | None = None
    """The hash."""


class PDFInfo(VTModel):
    """Counts of what a PDF document holds."""

    acroform: int | None = None
    """Number of forms."""
    autoaction: int | None = None
    """Number of automatic actions."""
    embedded_file: int | None = None
    """Number of embedded files."""
    encrypted: int | None = None
    """Whether the document is encrypted, as a count."""
    flash: int | None = None
    """Number of Flash objects."""
    header: str | None = None
    """First line, such as `%PDF-1.5`."""
    javascript: int | None = None
    """Number of `/JavaScript` keys."""
    jbig2_compression: int | None = None
    """Number of JBIG2 streams."""
    js: int | None = None
    """Number of `/JS` keys."""
    num_endobj: int | None = None
    """Number of object ends."""
    num_endstream: int | None = None
    """Number of stream ends."""
    num_launch_actions: int | None = None
    """Number of actions that start a program."""
    num_obj: int | None = None
    """Number of objects."""
    num_object_streams: int | None = None
    """Number of object streams."""
    num_pages: int | None = None
    """Number of pages."""
    num_stream: int | None = None
    """Number of streams."""
    openaction: int | None = None
    """Number of actions on opening."""
    startxref: int | None = None
    """Number of `startxref` marks."""
    suspicious_colors: int | None = None
    """Number of colours with more than 24 bits."""
    trailer: int | None = None
    """Number of trailers."""
    xfa: int | None = None
    """Number of XFA forms."""
    xref: int | None = None
    """Number of cross-reference tables."""


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


class PopularThreatValue(VTModel):
    """A name that products give a threat."""

    count: int | None = None
    """Number of products that give it."""
    value: str | None = None
    """The name."""


class PowerShellInfo(VTModel):
    """Facts about a PowerShell script."""

    cmdlets: list[str]
    """Commands that the script uses."""
    cmdlets_alias: list[str]
    """Short names of commands that the script uses."""
    dotnet_calls: list[str]
    """.NET classes and methods that the script uses."""
    functions: list[str]
    """Functions that the script defines."""
    ps_variables: list[str]
    """Automatic variables that the script uses."""


class ROMBIOSInformation(VTModel):
    """About a BIOS."""

    bios_release: str | None = None
    """Release of the BIOS."""
    characteristics: list[str]
    """What the BIOS supports."""


class RTFObject(VTModel):
    """An object embedded in an RTF document."""

    class_: Annotated[str | None, Field(alias="class")] = None
    """Class of the object; null where it is not known."""
    type: str | None = None
    """Kind of object."""


class RTFSummary(VTModel):
    """What an RTF document says about itself. Times are `YYYY-MM-DD hh:mm:ss`."""

    author: str | None = None
    """Author of the document."""
    company: str | None = None
    """Company of the author."""
    creation_time: str | None = None
    """When the document was made."""
    editing_time: int | None = None
    """Time spent on the document in minutes."""
    number_of_characters: int | None = None
    """Number of characters."""
    number_of_non_whitespace_characters: int | None = None
    """Number of characters other than spaces."""
    number_of_pages: int | None = None
    """Number of pages."""
    number_of_words: int | None = None
    """Number of words."""
    operator: str | None = None
    """Who last changed the document."""
    print_time: str | None = None
    """When the document was last printed."""
    revision_time: str | None = None
    """When the document was last changed."""
    title: str | None = None
    """Title of the document."""
    version: int | None = None
    """Version of the document."""
    version_number: int | None = None
    """Version of the program that wrote the document."""


class SaferPickle(VTModel):
    """Verdict of a scanner for serialised Python objects."""

    classification: str | None = None
    """The verdict."""
    justification: str | None = None
    """Reason for the verdict; null where there is none."""


class SandboxVerdict(VTModel):
    """Verdict of a sandbox."""

    category: Literal["harmless", "malicious", "suspicious", "undetected"] | str | None = None
    """The verdict."""
    confidence: int | None = None
    """How sure the sandbox is, 0 to 100; often absent."""
    malware_classification: list[str]
    """Kinds of malware, such as `RAT`; `CLEAN` or `UNKNOWN_VERDICT` where there is none."""
    malware_names: list[str]
    """Names of the malware."""
    sandbox_name: str | None = None
    """Name of the sandbox."""


class SignatureSigner(VTModel):
    """Certificate of a signer."""

    algorithm: str | None = None
    """Algorithm of the signature, such as `sha256RSA`."""
    cert_issuer: Annotated[str | None, Field(alias="cert issuer")] = None
    """Who issued the certificate."""
    name: str | None = None
    """Whom the certificate is for."""
    serial_number: Annotated[str | None, Field(alias="serial number")] = None
    """Serial number, hexadecimal bytes with spaces between."""
    status: str | None = None
    """Whether the certificate holds, in words."""
    thumbprint: str | None = None
    """SHA-1 of the certificate, hexadecimal."""
    valid_from: Annotated[str | None, Field(alias="valid from")] = None
    """First moment of validity, as `hh:mm AM MM/DD/YYYY`."""
    valid_to: Annotated[str | None, Field(alias="valid to")] = None
    """Last moment of validity, as `hh:mm AM MM/DD/YYYY`."""
    valid_usage: Annotated[str | None, Field(alias="valid usage")] = None
    """What the certificate may be used for."""


class SignatureOpusInfo(VTModel):
    """What a publisher says about a program."""

    moreInfo: str | None = None
    """Address for more information."""
    programName: str | None = None
    """Name of the program."""


class SignatureCertificate(VTModel):
    """A certificate in a code signature."""

    algorithm: str | None = None
    """Algorithm of the signature, such as `sha256RSA`."""
    cert_issuer: Annotated[str | None, Field(alias="cert issuer")] = None
    """Who issued the certificate."""
    name: str | None = None
    """Whom the certificate is for."""
    serial_number: Annotated[str | None, Field(alias="serial number")] = None
    """Serial number, hexadecimal bytes with spaces between."""
    thumbprint: str | None = None
    """SHA-1 of the certificate, hexadecimal."""
    thumbprint_md5: str | None = None
    """MD5 of the certificate, hexadecimal."""
    thumbprint_sha256: str | None = None
    """SHA-256 of the certificate, hexadecimal."""
    valid_from: Annotated[str | None, Field(alias="valid from")] = None
    """First moment of validity, as `YYYY-MM-DD hh:mm:ss`."""
    valid_to: Annotated[str | None, Field(alias="valid to")] = None
    """Last moment of validity, as `YYYY-MM-DD hh:mm:ss`."""
    valid_usage_spaced: Annotated[str | None, Field(alias="valid usage")] = None
    """What the certificate may be used for."""
    valid_usage: str | None = None
    """The same uses, in the other spelling."""


class TrafficAlert(VTModel):
    """An IDS rule that matched a network capture."""

    alert: str | None = None
    """Message of the rule."""
    classification: str | None = None
    """Kind of alert."""
    destinations: list[str]
    """Packets that matched: time, protocol and the two ends."""


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


class TrafficHTTPRequest(VTModel):
    """An HTTP request in a network capture."""

    binary_filename: str | None = None
    """File name of the answer."""
    binary_hash: str | None = None
    """SHA-256 of the answer, hexadecimal."""
    binary_magic: str | None = None
    """File type of the answer by libmagic."""
    datetime: str | None = None
    """When the request was made."""
    interesting_magic: int | None = None
    """Whether the file type is of interest, as a number."""
    method: str | None = None
    """HTTP method."""
    referer: str | None = None
    """Page that led to the request."""
    remote_host: str | None = None
    """Server, as address and port."""
    request_parameters: str | None = None
    """Body of the request."""
    response_code: str | None = None
    """HTTP status of the answer, sent as text; may be empty."""
    response_size: int | None = None
    """Size of the answer in bytes."""
    url: str | None = None
    """Address asked for."""
    user_agent: Annotated[str | None, Field(alias="user-agent")] = None
    """Program that made the request."""


class TrIDResult(VTModel):
    """A file type by TrID."""

    file_type: str | None = None
    """The file type."""
    probability: IntOrFloat | None = None
    """How likely it is, in per cent."""


class TrustedVerdict(VTModel):
    """Statement of a trusted organisation about a file."""

    filename: str | None = None
    """Name of the file at the organisation."""
    link: str | None = None
    """Where the file is distributed."""
    organization: str | None = None
    """Name of the organisation."""
    verdict: str | None = None
    """The statement, such as `goodware`."""


class VBAInfo(VTModel):
    """Facts about Visual Basic macros."""

    deobfuscated_strings: list[str]
    """Strings that the code hides."""
    strings: list[str]
    """Strings in the code."""


class WiresharkInfo(VTModel):
    """What Wireshark says about a network capture."""

    dns: list[list[str | list[str]]]
    """Name look-ups, as pairs of host name and list of addresses."""
    pcap: dict[str, str]
    """Facts about the capture, by name, such as `Capture duration`."""


class AndroguardIntentFilters(VTModel):
    """Intents that the parts of an Android app answer to."""

    Activities: dict[str, AndroguardIntentFilter]
    """Filters of the activities, by class name."""
    Receivers: dict[str, AndroguardIntentFilter]
    """Filters of the broadcast receivers, by class name."""
    Services: dict[str, AndroguardIntentFilter]
    """Filters of the services, by class name."""


class ASFInfo(VTModel):
    """Objects of an ASF media file."""

    content_encryption_object: ASFContentEncryption | None = None
    """How the content is protected."""
    extended_content_encryption_object: ASFExtendedContentEncryption | None = None
    """How the content is protected, in the newer way."""
    script_command_objects: list[ASFScriptCommand]
    """Commands that run while the file plays."""


class DebInfo(VTModel):
    """Facts about a Debian package."""

    changelog: DebChangelog | None = None
    """The newest entry of the changelog."""
    control_metadata: dict[str, str]
    """Fields of the control file, by name."""
    control_scripts: DebControlScripts | None = None
    """Scripts that run around the installation."""
    structural_metadata: DebStructure | None = None
    """Counts and dates of the files inside."""


class DetectItEasy(VTModel):
    """Verdicts of Detect It Easy."""

    filetype: str | None = None
    """File type, such as `PE32`."""
    values: list[DetectItEasyValue]
    """What was recognised."""


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
        str
        | IntOrFloat
        | bool
        | list[
            str
            | IntOrFloat
            | bool
            | dict[str, str | IntOrFloat | bool | list[str | IntOrFloat | bool | None] | None]
            | None
        ]
        | dict[
            str,
            str
            | IntOrFloat
            | bool
            | list[str | IntOrFloat | bool | None]
            | dict[
                str,
                str
                | IntOrFloat
                | bool
                | list[str | IntOrFloat | bool | None]
                | dict[str, str | IntOrFloat | bool | None]
                | None,
            ]
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


class HTMLInfo(VTModel):
    """Facts about an HTML page."""

    hrefs: list[str]
    """Links of the page."""
    html_meta: dict[str, list[str]]
    """Contents of the meta elements, by name."""
    iframes: list[HTMLFrame]
    """Frames of the page."""
    meta: list[HTMLMeta]
    """Meta elements, in the documented layout; real answers carry `html_meta`."""
    scripts: list[HTMLScript]
    """Scripts of the page."""
    title: str | None = None
    """Title of the page."""
    trackers: dict[str, list[Tracker]]
    """Analytics trackers in the page, by name of the service."""


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
    sections: list[MachOSection]
    """Sections outside their segments, in the older layout."""
    segments: list[MachOSegment]
    """Segments of the binary."""
    tags: list[str]
    """Traits of the binary, such as `64bits`."""
    vhash: str | None = None
    """Similarity hash over the structure of the binary."""


class LnkExtraData(VTModel):
    """Further blocks of a shortcut."""

    dlt_properties: LnkTracking | None = None
    """Data for link tracking."""


class MalwareConfigNetwork(VTModel):
    """Whom a malware talks to."""

    connections: list[MalwareConfigConnection]
    """Its connections."""


class VBAMacros(VTModel):
    """Macros of an Office document."""

    macros: list[VBAMacro]
    """The macros."""
    num_macros: int | None = None
    """Number of macros."""


class OpenXMLContent(VTModel):
    """What is special to a kind of Open XML document."""

    codifications: list[list[str | int]]
    """Pairs of code page and count."""
    language_guess: list[list[str | int]]
    """Pairs of language and count, as guessed."""
    languages: dict[str, int]
    """Number of mentions, by language."""
    printers: list[str]
    """Printers that the document was set up for."""
    workbook: OpenXMLWorkbook | None = None
    """About the workbook; spreadsheets only."""


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


class PopularThreatClassification(VTModel):
    """What most products call a threat."""

    popular_threat_category: list[PopularThreatValue]
    """Categories, the commonest first."""
    popular_threat_name: list[PopularThreatValue]
    """Family names, the commonest first."""
    suggested_threat_label: str | None = None
    """Category and families as one label."""


class ROMBIOSInfo(VTModel):
    """Facts about a BIOS or UEFI image."""

    acpi_tables: list[str]
    """ACPI tables in the image."""
    apple_metadata: dict[str, str]
    """Apple's metadata, by name."""
    bios_information: ROMBIOSInformation | None = None
    """About the BIOS."""


class RTFProperties(VTModel):
    """Traits of an RTF document."""

    custom_xml_data_properties: int | None = None
    """Number of custom XML properties."""
    default_ansi_codepage: str | None = None
    """Code page of the text."""
    default_character_set: str | None = None
    """Character set of the text."""
    default_languages: list[str]
    """Languages of the text."""
    dos_stubs: int | None = None
    """Number of Windows programs found inside."""
    embedded_drawings: int | None = None
    """Number of drawings."""
    embedded_pictures: int | None = None
    """Number of pictures."""
    longest_hex_string: int | None = None
    """Length of the longest hexadecimal text."""
    non_ascii_characters: int | None = None
    """Number of characters outside ASCII."""
    objects: list[RTFObject]
    """Embedded objects."""
    read_only_protection: bool | None = None
    """Whether the document is read-only."""
    rtf_header: str | None = None
    """Header of the document."""
    user_protection: bool | None = None
    """Whether the document is protected."""


class SignaturePKCS(VTModel):
    """Further contents of a Windows signature."""

    opusinfo: list[SignatureOpusInfo]
    """What the publisher says about the program."""


class TrafficInspection(VTModel):
    """Conversations found in a network capture, by protocol."""

    http: list[TrafficHTTPRequest]
    """HTTP requests."""


class FileContext(VTModel):
    """Facts about a file that belong to the listing it came in, not to the file."""

    confidence: IntOrFloat | None = None
    """How well the content matched; intelligence search by content."""
    download_url: str | None = None
    """Where the file can be fetched while the batch is kept; file feed."""
    hunting_info: HuntingInfo | None = None
    """What the hunting rule matched, null for other origins; IoC stream."""
    match_in_subfile: bool | None = None
    """Whether a file inside this one matched; intelligence search by content, hunting."""
    notification_date: UnixTime | None = None
    """When the notification was made, in Unix seconds (UTC); IoC stream, hunting."""
    notification_id: str | None = None
    """Id of the notification; IoC stream, hunting."""
    notification_snippet: str | None = None
    """Hexadecimal dump of the matched bytes; hunting."""
    notification_source_country: str | None = None
    """Country of the submitter, two letters, null if not told; hunting."""
    notification_source_key: str | None = None
    """Pseudonym of the submitter, null if not told; hunting."""
    notification_tags: list[str]
    """Tags of the notification; hunting."""
    origin: Literal["hunting", "subscriptions"] | str | None = None
    """What made the notification; IoC stream."""
    rule_name: str | None = None
    """Name of the rule that matched; Livehunt, retrohunt."""
    rule_tags: list[str]
    """Tags of the rule that matched; hunting."""
    ruleset_id: str | None = None
    """Id of the ruleset that matched; hunting."""
    ruleset_name: str | None = None
    """Name of the ruleset that matched; hunting."""
    similarity_score: IntOrFloat | None = None
    """How similar the file is, from 0 to 1; intelligence search by fuzzy hash."""
    snippet: str | None = None
    """Token of the matched bytes, for the snippet endpoint; intelligence search by content."""
    sources: list[NotificationSource]
    """Rulesets or collections behind the notification; IoC stream."""
    submitter: Submitter | None = None
    """Who sent the file in, may be absent; file feed."""
    tags: list[str]
    """Tags of the notification; IoC stream."""
    threat_list_id: str | None = None
    """The list that the file is on, such as `ransomware`; threat lists."""


class Androguard(VTModel):
    """Facts about an Android app, by Androguard."""

    Activities: list[str]
    """Class names of the activities."""
    AndroguardVersion: str | None = None
    """Version of Androguard."""
    AndroidApplication: int | None = None
    """Code of the kind of file that `AndroidApplicationInfo` spells out."""
    AndroidApplicationError: bool | None = None
    """Whether the analysis failed."""
    AndroidApplicationInfo: Literal["APK", "AXML", "DEX"] | str | None = None
    """Kind of Android file."""
    AndroidVersionCode: str | None = None
    """Version of the app as a number, sent as text."""
    AndroidVersionName: str | None = None
    """Version of the app for people."""
    Libraries: list[str]
    """Shared libraries that the app declares."""
    Main_Activity: Annotated[str | None, Field(alias="Main Activity")] = None
    """Class name of the activity that starts the app, in the older layout."""
    MinSdkVersion: str | None = None
    """Lowest Android API level that the app runs on."""
    Package: str | None = None
    """Package name of the app."""
    Permissions: dict[str, list[str]]
    """Permissions that the app asks for with their class and descriptions, by name, in the older layout."""
    Providers: list[str]
    """Class names of the content providers."""
    Receivers: list[str]
    """Class names of the broadcast receivers."""
    RiskIndicator: AndroguardRisk | None = None
    """Counts of what makes the app risky."""
    Services: list[str]
    """Class names of the services."""
    StringsInformation: list[str]
    """Notable strings in the code."""
    TargetSdkVersion: str | None = None
    """Android API level that the app is made for."""
    VTAndroidInfo: IntOrFloat | None = None
    """Version of the service's Android analysis."""
    certificate: AndroguardCertificate | None = None
    """Certificate that the app is signed with."""
    intent_filters: AndroguardIntentFilters | None = None
    """Intents that the parts of the app answer to."""
    main_activity: str | None = None
    """Class name of the activity that starts the app."""
    pemission_details: dict[str, AndroguardPermission]
    """The same permissions, under a misspelled key that parts of the documentation carry."""
    permission_details: dict[str, AndroguardPermission]
    """Permissions that the app asks for, by name."""


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


class IPAInfo(VTModel):
    """Facts about an iOS app package."""

    apps: list[MachOInfo]
    """Programs in the package."""
    itunes: dict[
        str,
        str
        | IntOrFloat
        | bool
        | list[
            str
            | IntOrFloat
            | bool
            | dict[str, str | IntOrFloat | bool | list[str | IntOrFloat | bool | None] | None]
            | None
        ]
        | dict[
            str,
            str
            | IntOrFloat
            | bool
            | list[str | IntOrFloat | bool | None]
            | dict[
                str,
                str
                | IntOrFloat
                | bool
                | list[str | IntOrFloat | bool | None]
                | dict[str, str | IntOrFloat | bool | None]
                | None,
            ]
            | None,
        ]
        | None,
    ]
    """What the App Store says about the app, by key."""
    plist: dict[
        str,
        str
        | IntOrFloat
        | bool
        | list[
            str
            | IntOrFloat
            | bool
            | dict[str, str | IntOrFloat | bool | list[str | IntOrFloat | bool | None] | None]
            | None
        ]
        | dict[
            str,
            str
            | IntOrFloat
            | bool
            | list[str | IntOrFloat | bool | None]
            | dict[
                str,
                str
                | IntOrFloat
                | bool
                | list[str | IntOrFloat | bool | None]
                | dict[str, str | IntOrFloat | bool | None]
                | None,
            ]
            | None,
        ]
        | None,
    ]
    """Property list of the app, by key."""
    provision: dict[
        str,
        str
        | IntOrFloat
        | bool
        | list[
            str
            | IntOrFloat
            | bool
            | dict[str, str | IntOrFloat | bool | list[str | IntOrFloat | bool | None] | None]
            | None
        ]
        | dict[
            str,
            str
            | IntOrFloat
            | bool
            | list[str | IntOrFloat | bool | None]
            | dict[
                str,
                str
                | IntOrFloat
                | bool
                | list[str | IntOrFloat | bool | None]
                | dict[str, str | IntOrFloat | bool | None]
                | None,
            ]
            | None,
        ]
        | None,
    ]
    """Provisioning profile of the app, by key."""


class LnkInfo(VTModel):
    """Facts about a Windows shortcut. Times are ISO 8601."""

    access_date: str | None = None
    """When the target was last read."""
    command_line_arguments: str | None = None
    """Arguments for the target."""
    common_path: str | None = None
    """Shared end of the target's path."""
    creation_date: str | None = None
    """When the target was made."""
    extra_data: LnkExtraData | None = None
    """Further blocks of the shortcut."""
    header: LnkHeader | None = None
    """Header of the shortcut."""
    icon_location: str | None = None
    """File that holds the icon."""
    link_flags: list[str]
    """Flags of the shortcut."""
    link_target_id_list: list[LnkTargetID]
    """Shell items that lead to the target."""
    local_path: str | None = None
    """Path of the target on the local disk."""
    mac_address: str | None = None
    """Network address of the machine that made the shortcut."""
    mac_vendor_name: str | None = None
    """Maker of that machine's network card."""
    machine_id: str | None = None
    """Name of the machine that made the shortcut."""
    modification_date: str | None = None
    """When the target last changed."""
    network_share_name: str | None = None
    """Network share of the target."""
    relative_path: str | None = None
    """Path of the target as seen from the shortcut."""
    target_path: str | None = None
    """Path of the target."""
    vhash: str | None = None
    """Similarity hash over the structure of the shortcut."""
    volume_label: str | None = None
    """Name of the target's volume."""
    volume_serial_number: str | None = None
    """Serial number of the target's volume."""
    working_directory: str | None = None
    """Folder that the target starts in."""


class MalwareConfigEntry(VTModel):
    """One configuration of a malware."""

    host_info: MalwareConfigHost | None = None
    """What the malware leaves on a machine."""
    implant_info: MalwareConfigImplant | None = None
    """About the malware itself."""
    net_info: MalwareConfigNetwork | None = None
    """Whom the malware talks to."""
    tool: str | None = None
    """Tool that took the configuration out."""
    txt_configs: list[str]
    """The whole configuration as JSON text."""


class OfficeInfo(VTModel):
    """Facts about an Office document of the OLE kind."""

    document_summary_info: OfficeDocumentSummary | None = None
    """Further properties of the document."""
    documment_summary_info: OfficeDocumentSummary | None = None
    """The same properties, under a misspelled key that the documentation's field list carries."""
    entries: list[OfficeEntry]
    """Streams and storages of the document."""
    ole: VBAMacros | None = None
    """Macros of the document."""
    summary_info: OfficeSummary | None = None
    """Main properties of the document."""
    tags: list[str]
    """Traits of the document, taken from the macros."""


class OpenXMLInfo(VTModel):
    """Facts about an Office document of the Open XML kind."""

    content_types: list[str]
    """Content types in the document."""
    docprops_app: dict[str, str]
    """Properties set by the program, by name."""
    docprops_core: dict[str, str]
    """Core properties, by name, such as `dc:creator`."""
    file_type: str | None = None
    """Kind of document, such as `docx`."""
    ole: VBAMacros | None = None
    """Macros of the document."""
    rels: list[str]
    """Relations to files and addresses."""
    tags: list[str]
    """Traits of the document."""
    type_content: OpenXMLContent | None = None
    """What is special to this kind of document."""


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
    """When the file was built, by its header and so forgeable, in Unix seconds (UTC)."""


class RTFInfo(VTModel):
    """Facts about an RTF document."""

    document_properties: RTFProperties | None = None
    """Traits of the document."""
    summary_info: RTFSummary | None = None
    """What the document says about itself."""


class SignatureInfo(VTModel):
    """Code signature of a file and what its version resource says. Keys with a small first letter belong to Windows executables, the others to Apple's code signatures."""

    Authority: str | None = None
    """Certificates of the chain, by name."""
    CDHash: str | None = None
    """Hash of the code directory, hexadecimal."""
    CMSDigest: str | None = None
    """Digest of the signature, hexadecimal."""
    CMSDigestType: str | None = None
    """Number of the digest's algorithm."""
    CandidateCDHash_sha256: Annotated[str | None, Field(alias="CandidateCDHash sha256")] = None
    """SHA-256 of the code directory, cut short, hexadecimal."""
    CandidateCDHashFull_sha256: Annotated[str | None, Field(alias="CandidateCDHashFull sha256")] = (
        None
    )
    """SHA-256 of the code directory, hexadecimal."""
    Format: str | None = None
    """Kind of signed file."""
    Hash_choices: Annotated[str | None, Field(alias="Hash choices")] = None
    """Algorithms of the code directories."""
    Identifier: str | None = None
    """Identifier of the program."""
    Info_plist: Annotated[str | None, Field(alias="Info.plist")] = None
    """Whether and how the property list is signed."""
    Page_size: Annotated[str | None, Field(alias="Page size")] = None
    """Size of the hashed pages in bytes."""
    Runtime_Version: Annotated[str | None, Field(alias="Runtime Version")] = None
    """Version of the hardened runtime."""
    Sealed_Resources: Annotated[str | None, Field(alias="Sealed Resources")] = None
    """How the resources are sealed, or `none`."""
    Signature_size: Annotated[str | None, Field(alias="Signature size")] = None
    """Size of the signature in bytes."""
    TeamIdentifier: str | None = None
    """Identifier of the developer team."""
    Timestamp: str | None = None
    """When the file was signed."""
    comments: str | None = None
    """Comments in the version resource."""
    copyright: str | None = None
    """Copyright in the version resource."""
    counter_signers: Annotated[str | None, Field(alias="counter signers")] = None
    """Names of those who vouch for the time, joined by `;`."""
    counter_signers_details: Annotated[
        list[SignatureSigner], Field(alias="counter signers details")
    ]
    """Certificates of those who vouch for the time."""
    description: str | None = None
    """Description in the version resource."""
    file_version: Annotated[str | None, Field(alias="file version")] = None
    """File version in the version resource."""
    internal_name: Annotated[str | None, Field(alias="internal name")] = None
    """Internal name in the version resource."""
    original_name: Annotated[str | None, Field(alias="original name")] = None
    """Original file name in the version resource."""
    pkcs7: SignaturePKCS | None = None
    """Further contents of the signature."""
    product: str | None = None
    """Product in the version resource."""
    signers: str | None = None
    """Names of the signers, joined by `;`."""
    signers_details: Annotated[list[SignatureSigner], Field(alias="signers details")]
    """Certificates of the signers."""
    signing_date: Annotated[str | None, Field(alias="signing date")] = None
    """When the file was signed, as `hh:mm AM MM/DD/YYYY`."""
    singers_details: Annotated[list[SignatureSigner], Field(alias="singers details")]
    """The same certificates, under a misspelled key that parts of the documentation carry."""
    verified: str | None = None
    """Whether the signature holds, in words such as `Signed`."""
    x509: list[SignatureCertificate]
    """All certificates in the signature."""


class MalwareConfigFamily(VTModel):
    """Configurations of one malware family."""

    alt_names: list[str]
    """Other names of the family."""
    configs: list[MalwareConfigEntry]
    """The configurations."""
    family: str | None = None
    """Name of the family."""


class MalwareConfig(VTModel):
    """Configurations taken out of malware."""

    families: list[MalwareConfigFamily]
    """The configurations, by malware family."""


class FileAttributes(VTModel):
    """What the service knows about a file."""

    androguard: Androguard | None = None
    """Facts about an Android app; APK, DEX and binary XML only."""
    antiy_info: str | None = None
    """Detection name given by Antiy's static scanner."""
    asf_info: Annotated[ASFInfo | None, Field(deprecated=True)] = None
    """Objects of an ASF media file (WMA, WMV)."""
    authentihash: str | None = None
    """SHA-256 that Microsoft's code signing computes over a PE file, hexadecimal."""
    autostart_locations: list[AutostartLocation]
    """Where the file makes itself start with the system."""
    available_tools: list[str]
    """Tools that can be run on the file, such as `capa`."""
    bundle_info: BundleInfo | None = None
    """Contents of an archive or other container."""
    bytehero_info: str | None = None
    """Detection name given by ByteHero's heuristic scanner."""
    capabilities_tags: list[str]
    """Capabilities seen in the file, such as `network_udp_sock`."""
    class_info: JavaClassInfo | None = None
    """Facts about Java bytecode; class files only."""
    creation_date: UnixTime | None = None
    """When the file was built, from its own metadata and so forgeable, in Unix seconds (UTC)."""
    crowdsourced_ai_results: list[CrowdsourcedAIResult]
    """Explanations of the file written by language models."""
    crowdsourced_ids_results: list[IDSResult]
    """Rules of intrusion detection systems that matched the file's traffic."""
    crowdsourced_ids_stats: CrowdsourcedIDSStats | None = None
    """How many of these rules matched, by severity."""
    crowdsourced_yara_results: list[CrowdsourcedYaraResult]
    """YARA rules of the community that match the file."""
    deb_info: DebInfo | None = None
    """Facts about a Debian package."""
    detectiteasy: DetectItEasy | None = None
    """Verdicts of Detect It Easy on compiler, linker and packer."""
    dmg_info: DMGInfo | None = None
    """Facts about an Apple disk image."""
    dot_net_assembly: DotNetAssembly | None = None
    """Facts about a .NET assembly."""
    dot_net_guids: DotNetGUIDs | None = None
    """Identifiers within a .NET assembly."""
    downloadable: bool | None = None
    """Whether the file can be downloaded."""
    elf_info: ELFInfo | None = None
    """Facts about an ELF binary (Linux, BSD)."""
    exiftool: dict[str, str | IntOrFloat | bool | None]
    """Metadata by ExifTool, by tag name; values mostly come as text."""
    filecondis: Icon | None = None
    """Fingerprints of a picture of the file's bytes."""
    first_seen_itw_date: UnixTime | None = None
    """When the file was first seen in the wild, in Unix seconds (UTC)."""
    first_submission_date: UnixTime | None = None
    """When the file was first sent to the service, in Unix seconds (UTC)."""
    gti_assessment: GTIAssessment | None = None
    """Verdict of Google Threat Intelligence; with a GTI licence and the `x-tool` header only."""
    html_info: HTMLInfo | None = None
    """Facts about an HTML page."""
    image_code_injections: str | None = None
    """Code found inside an image file."""
    ipa_info: IPAInfo | None = None
    """Facts about an iOS app package."""
    isoimage_info: ISOImageInfo | None = None
    """Facts about an ISO 9660 image."""
    jar_info: JARInfo | None = None
    """Facts about a Java archive."""
    javascript_info: JavaScriptInfo | None = None
    """Facts about a JavaScript file."""
    known_distributors: KnownDistributors | None = None
    """Who is known to distribute the file."""
    last_analysis_date: UnixTime | None = None
    """When the file was last analysed, in Unix seconds (UTC)."""
    last_analysis_results: dict[str, EngineResult]
    """Verdicts of the last analysis, by name of the product."""
    last_analysis_stats: AnalysisStats
    """Verdicts of the last analysis, counted."""
    last_modification_date: UnixTime | None = None
    """When this report last changed, in Unix seconds (UTC)."""
    last_submission_date: UnixTime | None = None
    """When the file was last sent to the service, in Unix seconds (UTC)."""
    lnk_info: LnkInfo | None = None
    """Facts about a Windows shortcut."""
    lnkcheck: LnkInfo | None = None
    """The same facts as `lnk_info`, under the older key."""
    macho_info: list[MachOInfo]
    """Facts about a Mach-O binary (macOS, iOS), one entry for each architecture."""
    magic: str | None = None
    """File type by libmagic."""
    magika: str | None = None
    """File type by Google's Magika."""
    main_icon: Icon | None = None
    """Fingerprints of the file's icon."""
    malware_config: MalwareConfig | None = None
    """Configurations taken out of the malware."""
    md5: str
    """MD5 of the file, hexadecimal."""
    meaningful_name: str | None = None
    """The most telling of the file's names."""
    monitor_info: Annotated[MonitorInfo | None, Field(deprecated=True)] = None
    """Software makers who watch the file with VirusTotal Monitor."""
    names: list[str]
    """All names that the file was sent under or is known by."""
    network_infrastructure: list[str]
    """Network infrastructure that the file's configuration names."""
    nsrl_info: Annotated[NSRLInfo | None, Field(deprecated=True)] = None
    """Entries of the file in the NIST software library."""
    office_info: OfficeInfo | None = None
    """Facts about a Microsoft Office document of the OLE kind (doc, xls, ppt)."""
    openxml_info: OpenXMLInfo | None = None
    """Facts about a Microsoft Office document of the Open XML kind (docx, xlsx, pptx)."""
    packers: dict[str, str]
    """Packers found, by the tool that found them."""
    password_info: PasswordInfo | None = None
    """Hash of the password that protects the file."""
    pdf_info: PDFInfo | None = None
    """Counts of what a PDF document holds."""
    pe_info: PEInfo | None = None
    """Facts about a Windows executable; lists are cut at 256 entries."""
    permhash: str | None = None
    """Hash over the permissions that an app or browser extension asks for, hexadecimal."""
    popular_threat_classification: PopularThreatClassification | None = None
    """What most products call the threat."""
    positives: int | None = None
    """Number of products that call the file malicious; in threat lists and searches."""
    powershell_info: PowerShellInfo | None = None
    """Facts about a PowerShell script."""
    reputation: int
    """Score by the votes of the community; negative means malicious."""
    rombios_info: ROMBIOSInfo | None = None
    """Facts about a BIOS or UEFI image."""
    rtf_info: RTFInfo | None = None
    """Facts about an RTF document."""
    saferpickle: SaferPickle | None = None
    """Verdict of a scanner for serialised Python objects."""
    sandbox_verdicts: dict[str, SandboxVerdict]
    """Verdicts of the sandboxes, by name of the sandbox."""
    sha1: str
    """SHA-1 of the file, hexadecimal."""
    sha256: str
    """SHA-256 of the file, hexadecimal; the file's id."""
    sigma_analysis_results: list[SigmaResult]
    """Sigma rules that matched what the file did in sandboxes."""
    sigma_analysis_stats: SigmaStats | None = None
    """How many Sigma rules matched, by level."""
    sigma_analysis_summary: dict[str, SigmaStats]
    """The same counts, by name of the ruleset."""
    signature_info: SignatureInfo | None = None
    """Code signature of the file and what its version resource says."""
    size: int
    """Size of the file in bytes."""
    snort: dict[str, TrafficAlert]
    """Snort rules that matched a network capture, by rule number."""
    ssdeep: str | None = None
    """CTPH fuzzy hash of the file."""
    suricata: dict[str, TrafficAlert]
    """Suricata rules that matched a network capture, by rule number."""
    swf_info: SWFInfo | None = None
    """Facts about a Flash file."""
    symhash: str | None = None
    """Hash over the imported symbols of a Mach-O binary, hexadecimal."""
    tags: list[str]
    """Tags of the file, such as `overlay`."""
    telfhash: str | None = None
    """Fuzzy hash over the symbols of an ELF binary."""
    threat_severity: ThreatSeverity | None = None
    """How grave the threat is."""
    threat_verdict: (
        Literal["VERDICT_MALICIOUS", "VERDICT_SUSPICIOUS", "VERDICT_UNDETECTED", "VERDICT_UNKNOWN"]
        | str
        | None
    ) = None
    """Verdict of Google Threat Intelligence in one word."""
    times_submitted: int
    """How often the file was sent to the service."""
    tlsh: str | None = None
    """Trend Micro's locality-sensitive hash of the file."""
    total_votes: TotalVotes
    """Votes of the community."""
    traffic_inspection: TrafficInspection | None = None
    """Conversations found in a network capture."""
    trid: list[TrIDResult]
    """File types by TrID, the likeliest first."""
    trusted_verdict: TrustedVerdict | None = None
    """Statement of a trusted organisation that the file is good."""
    type_description: str
    """File type for people, such as `Win32 EXE`."""
    type_extension: str | None = None
    """Usual extension of the file type, without the dot."""
    type_tag: str
    """File type as one short tag, such as `peexe`."""
    type_tags: list[str]
    """File type as tags, from the general to the special."""
    unique_sources: int
    """How many different senders the file came from."""
    vba_info: VBAInfo | None = None
    """Facts about Visual Basic macros."""
    vhash: str | None = None
    """The service's own similarity hash, over the structure of the file."""
    wireshark: WiresharkInfo | None = None
    """What Wireshark says about a network capture."""


class File(FileBase):
    """A file and what the service knows about it. Its id is its SHA-256."""

    attributes: FileAttributes
    """What the service knows about the object; absent from descriptors and errors."""
    context_attributes: FileContext
    """Facts that belong to the listing, not to the object; absent when the object was asked for by its id."""
