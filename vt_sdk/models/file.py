"""The models of `File`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/objects/file.json`.
"""

# What is meant to be read may have a more exact type in a derived class.
# pyright: reportIncompatibleVariableOverride=false

from typing import Annotated, Literal

from pydantic import Field

from vt_sdk.core.analysis import FileBase
from vt_sdk.core.fields import AnyScalar, IntOrFloat, UnixTime
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
    FileRelationships,
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
from .common.hunting_info import HuntingInfo
from .common.icon import Icon
from .common.ids_result import IDSResult
from .common.notification_source import NotificationSource
from .common.sigma_result import SigmaResult
from .common.sigma_stats import SigmaStats
from .common.submitter import Submitter
from .common.total_votes import TotalVotes


class AutostartLocation(VTModel):
    """A place where a file makes itself start with the system."""

    entry: str | None = None
    """Name of the entry."""
    location: str | None = None
    """Registry key or folder."""


class CrowdsourcedAIResult(VTModel):
    """An explanation of a file written by a language model."""

    analysis: str | None = None
    """The explanation."""
    category: str | None = None
    """Kind of explanation, such as `code_insight`."""
    creation_date: UnixTime | None = None
    """When the explanation was written, as an aware datetime in UTC."""
    id: str | None = None
    """Id of the explanation: the file's SHA-256 or a longer text that holds it."""
    last_modification_date: UnixTime | None = None
    """When the explanation last changed, as an aware datetime in UTC."""
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
    """When the rule matched, as an aware datetime in UTC."""
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


class PopularThreatValue(VTModel):
    """A name that products give a threat."""

    count: int | None = None
    """Number of products that give it."""
    value: str | None = None
    """The name."""


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


class TrIDResult(VTModel):
    """A file type by TrID."""

    file_type: str | None = None
    """The file type."""
    probability: IntOrFloat | None = None
    """How likely it is, in per cent."""


class DetectItEasy(VTModel):
    """Verdicts of Detect It Easy."""

    filetype: str | None = None
    """File type, such as `PE32`."""
    values: list[DetectItEasyValue]
    """What was recognised."""


class PopularThreatClassification(VTModel):
    """What most products call a threat."""

    popular_threat_category: list[PopularThreatValue]
    """Categories, the commonest first."""
    popular_threat_name: list[PopularThreatValue]
    """Family names, the commonest first."""
    suggested_threat_label: str | None = None
    """Category and families as one label."""


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
    """When the notification was made, as an aware datetime in UTC; IoC stream, hunting."""
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
    last_analysis_stats: AnalysisStats
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
    type_tag: str | None = None
    """File type as one short tag, such as `peexe`; absent where the type is not known."""
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
    relationships: FileRelationships
    """What was asked for along with the object by `relationships=`."""
