"""The models of `PrivateFile`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/objects/private_file.json`.
"""

# What is meant to be read may have a more exact type in a derived class.
# pyright: reportIncompatibleVariableOverride=false

from typing import Annotated, Literal

from pydantic import Field

from vt_sdk.core.analysis import Assessed
from vt_sdk.core.fields import AnyScalar, UnixTime
from vt_sdk.core.model import VTModel
from vt_sdk.models._deferred import (
    Androguard,
    ASFInfo,
    BundleInfo,
    DebInfo,
    DMGInfo,
    DotNetAssembly,
    DotNetGUIDs,
    ELFInfo,
    GTIAssessment,
    HTMLInfo,
    IPAInfo,
    ISOImageInfo,
    JARInfo,
    JavaClassInfo,
    JavaScriptInfo,
    KnownDistributors,
    LnkInfo,
    MachOInfo,
    MalwareConfig,
    MonitorInfo,
    NSRLInfo,
    OfficeInfo,
    OpenXMLInfo,
    PasswordInfo,
    PDFInfo,
    PEInfo,
    PowerShellInfo,
    PrivateFileRelationships,
    ROMBIOSInfo,
    RTFInfo,
    SaferPickle,
    SignatureInfo,
    SWFInfo,
    ThreatSeverity,
    TrafficAlert,
    TrafficInspection,
    TrustedVerdict,
    VBAInfo,
    WiresharkInfo,
)

from .common.analysis_stats import AnalysisStats
from .common.engine_result import EngineResult
from .common.icon import Icon
from .common.ids_result import IDSResult
from .common.sigma_result import SigmaResult
from .common.sigma_stats import SigmaStats
from .common.total_votes import TotalVotes
from .file import (
    AutostartLocation,
    CrowdsourcedAIResult,
    CrowdsourcedIDSStats,
    CrowdsourcedYaraResult,
    DetectItEasy,
    PopularThreatClassification,
    SandboxVerdict,
    TrIDResult,
)


class PrivateFileContext(VTModel):
    """What a listing says about a private file; no listing is known to say anything."""


class PrivateFileAttributes(VTModel):
    """What the service found out about a private file: most attributes of a file. Engines do not scan it and nobody votes on it."""

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
    """When the file was built, from its own metadata and so forgeable, as an aware datetime in UTC."""
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
    exiftool: dict[str, AnyScalar | None]
    """Metadata by ExifTool, by tag name; values mostly come as text."""
    expiration: UnixTime | None = None
    """When the service deletes the report, as an aware datetime in UTC."""
    filecondis: Icon | None = None
    """Fingerprints of a picture of the file's bytes."""
    first_seen_itw_date: UnixTime | None = None
    """When the file was first seen in the wild, as an aware datetime in UTC."""
    first_submission_date: UnixTime | None = None
    """When the file was first sent to the service, as an aware datetime in UTC."""
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
    """When the file was last analysed, as an aware datetime in UTC."""
    last_analysis_results: dict[str, EngineResult]
    """Verdicts of the last analysis, by name of the product."""
    last_analysis_stats: AnalysisStats | None = None
    """Verdicts of the last analysis, counted."""
    last_modification_date: UnixTime | None = None
    """When this report last changed, as an aware datetime in UTC."""
    last_seen_itw_date: UnixTime | None = None
    """When the file was last seen in the wild, as an aware datetime in UTC."""
    last_submission_date: UnixTime | None = None
    """When the file was last sent to the service, as an aware datetime in UTC."""
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
    mandiant_ic_score: int | None = None
    """Mandiant's confidence that the indicator is malicious, 0 to 100."""
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
    reputation: int | None = None
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
    times_submitted: int | None = None
    """How often the file was sent to the service."""
    tlsh: str | None = None
    """Trend Micro's locality-sensitive hash of the file."""
    total_votes: TotalVotes | None = None
    """Votes of the community."""
    traffic_inspection: TrafficInspection | None = None
    """Conversations found in a network capture."""
    trid: list[TrIDResult]
    """File types by TrID, the likeliest first."""
    trusted_verdict: TrustedVerdict | None = None
    """Statement of a trusted organisation that the file is good."""
    type_description: str | None = None
    """File type for people, such as `Win32 EXE`."""
    type_extension: str | None = None
    """Usual extension of the file type, without the dot."""
    type_tag: str | None = None
    """File type as one short tag, such as `peexe`; absent where the type is not known."""
    type_tags: list[str]
    """File type as tags, from the general to the special."""
    unique_sources: int | None = None
    """How many different senders the file came from."""
    vba_info: VBAInfo | None = None
    """Facts about Visual Basic macros."""
    vhash: str | None = None
    """The service's own similarity hash, over the structure of the file."""
    wireshark: WiresharkInfo | None = None
    """What Wireshark says about a network capture."""


class PrivateFile(Assessed):
    """A file of private scanning, which only its owner sees. Its id is its SHA-256."""

    attributes: PrivateFileAttributes
    """What the service knows about the object; absent from descriptors and errors."""
    context_attributes: PrivateFileContext
    """Facts that belong to the listing, not to the object; absent when the object was asked for by its id."""
    relationships: PrivateFileRelationships
    """What was asked for along with the object by `relationships=`."""
