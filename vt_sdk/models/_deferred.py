"""What few objects have, as types that load the model on first use.

Do not edit: `python3 scripts/generate.py` made it from `schemas`.
"""

from typing import TYPE_CHECKING, TypeAlias

from vt_sdk.core.fields import deferred
from vt_sdk.core.objects import AnyObject

if TYPE_CHECKING:
    from vt_sdk.models.domain import Domain as Domain
    from vt_sdk.models.file import File as File
    from vt_sdk.models.ip_address import IPAddress as IPAddress
    from vt_sdk.models.parts.androguard import Androguard as Androguard
    from vt_sdk.models.parts.asf_info import ASFInfo as ASFInfo
    from vt_sdk.models.parts.bundle_info import BundleInfo as BundleInfo
    from vt_sdk.models.parts.class_info import JavaClassInfo as JavaClassInfo
    from vt_sdk.models.parts.cvss import CVSS as CVSS
    from vt_sdk.models.parts.deb_info import DebInfo as DebInfo
    from vt_sdk.models.parts.dmg_info import DMGInfo as DMGInfo
    from vt_sdk.models.parts.dot_net_assembly import DotNetAssembly as DotNetAssembly
    from vt_sdk.models.parts.dot_net_guids import DotNetGUIDs as DotNetGUIDs
    from vt_sdk.models.parts.elf_info import ELFInfo as ELFInfo
    from vt_sdk.models.parts.gti_assessment import GTIAssessment as GTIAssessment
    from vt_sdk.models.parts.html_info import HTMLInfo as HTMLInfo
    from vt_sdk.models.parts.ipa_info import IPAInfo as IPAInfo
    from vt_sdk.models.parts.isoimage_info import ISOImageInfo as ISOImageInfo
    from vt_sdk.models.parts.jar_info import JARInfo as JARInfo
    from vt_sdk.models.parts.javascript_info import JavaScriptInfo as JavaScriptInfo
    from vt_sdk.models.parts.known_distributors import KnownDistributors as KnownDistributors
    from vt_sdk.models.parts.lnk_info import LnkInfo as LnkInfo
    from vt_sdk.models.parts.macho_info import MachOInfo as MachOInfo
    from vt_sdk.models.parts.malware_config import MalwareConfig as MalwareConfig
    from vt_sdk.models.parts.monitor_info import MonitorInfo as MonitorInfo
    from vt_sdk.models.parts.nsrl_info import NSRLInfo as NSRLInfo
    from vt_sdk.models.parts.office_info import OfficeInfo as OfficeInfo
    from vt_sdk.models.parts.openxml_info import OpenXMLInfo as OpenXMLInfo
    from vt_sdk.models.parts.password_info import PasswordInfo as PasswordInfo
    from vt_sdk.models.parts.pdf_info import PDFInfo as PDFInfo
    from vt_sdk.models.parts.pe_info import PEInfo as PEInfo
    from vt_sdk.models.parts.powershell_info import PowerShellInfo as PowerShellInfo
    from vt_sdk.models.parts.rdap import RDAP as RDAP
    from vt_sdk.models.parts.rombios_info import ROMBIOSInfo as ROMBIOSInfo
    from vt_sdk.models.parts.rtf_info import RTFInfo as RTFInfo
    from vt_sdk.models.parts.saferpickle import SaferPickle as SaferPickle
    from vt_sdk.models.parts.signature_info import SignatureInfo as SignatureInfo
    from vt_sdk.models.parts.swf_info import SWFInfo as SWFInfo
    from vt_sdk.models.parts.threat_severity import ThreatSeverity as ThreatSeverity
    from vt_sdk.models.parts.traffic_alert import TrafficAlert as TrafficAlert
    from vt_sdk.models.parts.traffic_inspection import TrafficInspection as TrafficInspection
    from vt_sdk.models.parts.trusted_verdict import TrustedVerdict as TrustedVerdict
    from vt_sdk.models.parts.vba_info import VBAInfo as VBAInfo
    from vt_sdk.models.parts.vba_macros import VBAMacros as VBAMacros
    from vt_sdk.models.parts.wireshark import WiresharkInfo as WiresharkInfo
    from vt_sdk.models.relationships import AnalysisRelationships as AnalysisRelationships
    from vt_sdk.models.relationships import (
        AsyncSearchJobRelationships as AsyncSearchJobRelationships,
    )
    from vt_sdk.models.relationships import AttackTacticRelationships as AttackTacticRelationships
    from vt_sdk.models.relationships import (
        AttackTechniqueRelationships as AttackTechniqueRelationships,
    )
    from vt_sdk.models.relationships import CaseRelationships as CaseRelationships
    from vt_sdk.models.relationships import ClueRelationships as ClueRelationships
    from vt_sdk.models.relationships import CodeBlockRelationships as CodeBlockRelationships
    from vt_sdk.models.relationships import CollectionRelationships as CollectionRelationships
    from vt_sdk.models.relationships import CommentRelationships as CommentRelationships
    from vt_sdk.models.relationships import DomainRelationships as DomainRelationships
    from vt_sdk.models.relationships import FileBehaviourRelationships as FileBehaviourRelationships
    from vt_sdk.models.relationships import FileRelationships as FileRelationships
    from vt_sdk.models.relationships import GraphRelationships as GraphRelationships
    from vt_sdk.models.relationships import GroupRelationships as GroupRelationships
    from vt_sdk.models.relationships import (
        HuntingNotificationRelationships as HuntingNotificationRelationships,
    )
    from vt_sdk.models.relationships import (
        HuntingRulesetRelationships as HuntingRulesetRelationships,
    )
    from vt_sdk.models.relationships import IPAddressRelationships as IPAddressRelationships
    from vt_sdk.models.relationships import MonitorHashRelationships as MonitorHashRelationships
    from vt_sdk.models.relationships import MonitorItemRelationships as MonitorItemRelationships
    from vt_sdk.models.relationships import (
        PrivateAnalysisRelationships as PrivateAnalysisRelationships,
    )
    from vt_sdk.models.relationships import (
        PrivateFileBehaviourRelationships as PrivateFileBehaviourRelationships,
    )
    from vt_sdk.models.relationships import PrivateFileRelationships as PrivateFileRelationships
    from vt_sdk.models.relationships import (
        PrivateURLBehaviourRelationships as PrivateURLBehaviourRelationships,
    )
    from vt_sdk.models.relationships import PrivateURLRelationships as PrivateURLRelationships
    from vt_sdk.models.relationships import ReferenceRelationships as ReferenceRelationships
    from vt_sdk.models.relationships import RetrohuntJobRelationships as RetrohuntJobRelationships
    from vt_sdk.models.relationships import SavedSearchRelationships as SavedSearchRelationships
    from vt_sdk.models.relationships import (
        ServiceAccountRelationships as ServiceAccountRelationships,
    )
    from vt_sdk.models.relationships import SigmaAnalysisRelationships as SigmaAnalysisRelationships
    from vt_sdk.models.relationships import SubmissionRelationships as SubmissionRelationships
    from vt_sdk.models.relationships import ThreatActorRelationships as ThreatActorRelationships
    from vt_sdk.models.relationships import ThreatProfileRelationships as ThreatProfileRelationships
    from vt_sdk.models.relationships import URLRelationships as URLRelationships
    from vt_sdk.models.relationships import UserRelationships as UserRelationships
    from vt_sdk.models.relationships import VoteRelationships as VoteRelationships
    from vt_sdk.models.relationships import YaraRuleRelationships as YaraRuleRelationships
    from vt_sdk.models.relationships import YaraRulesetRelationships as YaraRulesetRelationships
    from vt_sdk.models.url import URL as URL

    IoC: TypeAlias = Domain | File | IPAddress | URL
else:
    IoC = AnyObject

    _NAMES = [
        "Androguard",
        "ASFInfo",
        "BundleInfo",
        "JavaClassInfo",
        "CVSS",
        "DebInfo",
        "DMGInfo",
        "DotNetAssembly",
        "DotNetGUIDs",
        "ELFInfo",
        "GTIAssessment",
        "HTMLInfo",
        "IPAInfo",
        "ISOImageInfo",
        "JARInfo",
        "JavaScriptInfo",
        "KnownDistributors",
        "LnkInfo",
        "MachOInfo",
        "MalwareConfig",
        "MonitorInfo",
        "NSRLInfo",
        "OfficeInfo",
        "OpenXMLInfo",
        "PasswordInfo",
        "PDFInfo",
        "PEInfo",
        "PowerShellInfo",
        "RDAP",
        "ROMBIOSInfo",
        "RTFInfo",
        "SaferPickle",
        "SignatureInfo",
        "SWFInfo",
        "ThreatSeverity",
        "TrafficAlert",
        "TrafficInspection",
        "TrustedVerdict",
        "VBAInfo",
        "VBAMacros",
        "WiresharkInfo",
        "AnalysisRelationships",
        "AsyncSearchJobRelationships",
        "AttackTacticRelationships",
        "AttackTechniqueRelationships",
        "CaseRelationships",
        "ClueRelationships",
        "CodeBlockRelationships",
        "CollectionRelationships",
        "CommentRelationships",
        "DomainRelationships",
        "FileRelationships",
        "FileBehaviourRelationships",
        "GraphRelationships",
        "GroupRelationships",
        "HuntingNotificationRelationships",
        "HuntingRulesetRelationships",
        "IPAddressRelationships",
        "MonitorHashRelationships",
        "MonitorItemRelationships",
        "PrivateAnalysisRelationships",
        "PrivateFileRelationships",
        "PrivateFileBehaviourRelationships",
        "PrivateURLRelationships",
        "PrivateURLBehaviourRelationships",
        "ReferenceRelationships",
        "RetrohuntJobRelationships",
        "SavedSearchRelationships",
        "ServiceAccountRelationships",
        "SigmaAnalysisRelationships",
        "SubmissionRelationships",
        "ThreatActorRelationships",
        "ThreatProfileRelationships",
        "URLRelationships",
        "UserRelationships",
        "VoteRelationships",
        "YaraRuleRelationships",
        "YaraRulesetRelationships",
    ]

    def __getattr__(name):
        if name not in _NAMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        found = globals()[name] = deferred(name)
        return found
