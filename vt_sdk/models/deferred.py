"""Heavy parts as types that load them on first use.

Do not edit: `python3 scripts/generate.py` made it from `schemas/parts`.
"""

from typing import TYPE_CHECKING, TypeAlias

from vt_sdk.core.objects import AnyObject
from vt_sdk.core.types import deferred

if TYPE_CHECKING:
    from .domain import Domain as Domain
    from .file import File as File
    from .ip_address import IPAddress as IPAddress
    from .parts.androguard import Androguard as Androguard
    from .parts.asf_info import ASFInfo as ASFInfo
    from .parts.bundle_info import BundleInfo as BundleInfo
    from .parts.class_info import JavaClassInfo as JavaClassInfo
    from .parts.cvss import CVSS as CVSS
    from .parts.deb_info import DebInfo as DebInfo
    from .parts.dmg_info import DMGInfo as DMGInfo
    from .parts.dot_net_assembly import DotNetAssembly as DotNetAssembly
    from .parts.dot_net_guids import DotNetGUIDs as DotNetGUIDs
    from .parts.elf_info import ELFInfo as ELFInfo
    from .parts.gti_assessment import GTIAssessment as GTIAssessment
    from .parts.html_info import HTMLInfo as HTMLInfo
    from .parts.ipa_info import IPAInfo as IPAInfo
    from .parts.isoimage_info import ISOImageInfo as ISOImageInfo
    from .parts.jar_info import JARInfo as JARInfo
    from .parts.javascript_info import JavaScriptInfo as JavaScriptInfo
    from .parts.known_distributors import KnownDistributors as KnownDistributors
    from .parts.lnk_info import LnkInfo as LnkInfo
    from .parts.macho_info import MachOInfo as MachOInfo
    from .parts.malware_config import MalwareConfig as MalwareConfig
    from .parts.monitor_info import MonitorInfo as MonitorInfo
    from .parts.nsrl_info import NSRLInfo as NSRLInfo
    from .parts.office_info import OfficeInfo as OfficeInfo
    from .parts.openxml_info import OpenXMLInfo as OpenXMLInfo
    from .parts.password_info import PasswordInfo as PasswordInfo
    from .parts.pdf_info import PDFInfo as PDFInfo
    from .parts.powershell_info import PowerShellInfo as PowerShellInfo
    from .parts.rdap import RDAP as RDAP
    from .parts.rombios_info import ROMBIOSInfo as ROMBIOSInfo
    from .parts.rtf_info import RTFInfo as RTFInfo
    from .parts.saferpickle import SaferPickle as SaferPickle
    from .parts.signature_info import SignatureInfo as SignatureInfo
    from .parts.swf_info import SWFInfo as SWFInfo
    from .parts.threat_severity import ThreatSeverity as ThreatSeverity
    from .parts.traffic_alert import TrafficAlert as TrafficAlert
    from .parts.traffic_inspection import TrafficInspection as TrafficInspection
    from .parts.trusted_verdict import TrustedVerdict as TrustedVerdict
    from .parts.vba_info import VBAInfo as VBAInfo
    from .parts.vba_macros import VBAMacros as VBAMacros
    from .parts.wireshark import WiresharkInfo as WiresharkInfo
    from .url import URL as URL

    IoC: TypeAlias = Domain | File | IPAddress | URL
else:
    Androguard = deferred("vt_sdk.models.parts.androguard", "Androguard")
    ASFInfo = deferred("vt_sdk.models.parts.asf_info", "ASFInfo")
    BundleInfo = deferred("vt_sdk.models.parts.bundle_info", "BundleInfo")
    JavaClassInfo = deferred("vt_sdk.models.parts.class_info", "JavaClassInfo")
    CVSS = deferred("vt_sdk.models.parts.cvss", "CVSS")
    DebInfo = deferred("vt_sdk.models.parts.deb_info", "DebInfo")
    DMGInfo = deferred("vt_sdk.models.parts.dmg_info", "DMGInfo")
    DotNetAssembly = deferred("vt_sdk.models.parts.dot_net_assembly", "DotNetAssembly")
    DotNetGUIDs = deferred("vt_sdk.models.parts.dot_net_guids", "DotNetGUIDs")
    ELFInfo = deferred("vt_sdk.models.parts.elf_info", "ELFInfo")
    GTIAssessment = deferred("vt_sdk.models.parts.gti_assessment", "GTIAssessment")
    HTMLInfo = deferred("vt_sdk.models.parts.html_info", "HTMLInfo")
    IPAInfo = deferred("vt_sdk.models.parts.ipa_info", "IPAInfo")
    ISOImageInfo = deferred("vt_sdk.models.parts.isoimage_info", "ISOImageInfo")
    JARInfo = deferred("vt_sdk.models.parts.jar_info", "JARInfo")
    JavaScriptInfo = deferred("vt_sdk.models.parts.javascript_info", "JavaScriptInfo")
    KnownDistributors = deferred("vt_sdk.models.parts.known_distributors", "KnownDistributors")
    LnkInfo = deferred("vt_sdk.models.parts.lnk_info", "LnkInfo")
    MachOInfo = deferred("vt_sdk.models.parts.macho_info", "MachOInfo")
    MalwareConfig = deferred("vt_sdk.models.parts.malware_config", "MalwareConfig")
    MonitorInfo = deferred("vt_sdk.models.parts.monitor_info", "MonitorInfo")
    NSRLInfo = deferred("vt_sdk.models.parts.nsrl_info", "NSRLInfo")
    OfficeInfo = deferred("vt_sdk.models.parts.office_info", "OfficeInfo")
    OpenXMLInfo = deferred("vt_sdk.models.parts.openxml_info", "OpenXMLInfo")
    PasswordInfo = deferred("vt_sdk.models.parts.password_info", "PasswordInfo")
    PDFInfo = deferred("vt_sdk.models.parts.pdf_info", "PDFInfo")
    PowerShellInfo = deferred("vt_sdk.models.parts.powershell_info", "PowerShellInfo")
    RDAP = deferred("vt_sdk.models.parts.rdap", "RDAP")
    ROMBIOSInfo = deferred("vt_sdk.models.parts.rombios_info", "ROMBIOSInfo")
    RTFInfo = deferred("vt_sdk.models.parts.rtf_info", "RTFInfo")
    SaferPickle = deferred("vt_sdk.models.parts.saferpickle", "SaferPickle")
    SignatureInfo = deferred("vt_sdk.models.parts.signature_info", "SignatureInfo")
    SWFInfo = deferred("vt_sdk.models.parts.swf_info", "SWFInfo")
    ThreatSeverity = deferred("vt_sdk.models.parts.threat_severity", "ThreatSeverity")
    TrafficAlert = deferred("vt_sdk.models.parts.traffic_alert", "TrafficAlert")
    TrafficInspection = deferred("vt_sdk.models.parts.traffic_inspection", "TrafficInspection")
    TrustedVerdict = deferred("vt_sdk.models.parts.trusted_verdict", "TrustedVerdict")
    VBAInfo = deferred("vt_sdk.models.parts.vba_info", "VBAInfo")
    VBAMacros = deferred("vt_sdk.models.parts.vba_macros", "VBAMacros")
    WiresharkInfo = deferred("vt_sdk.models.parts.wireshark", "WiresharkInfo")
    IoC = AnyObject
