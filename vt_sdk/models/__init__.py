"""Every object of the service as a class; each module is loaded on first use.

Do not edit: `python3 scripts/generate.py` made it from `schemas`.
"""

TYPE_CHECKING: bool = False  # annotated for editors: jedi leaves out what a plain False guards
if TYPE_CHECKING:
    from vt_sdk.core.objects import VTObject

    from .analysis import Analysis as Analysis
    from .analysis import AnalysisAttributes as AnalysisAttributes
    from .analysis import AnalysisContext as AnalysisContext
    from .comment import Comment as Comment
    from .comment import CommentAttributes as CommentAttributes
    from .comment import CommentContext as CommentContext
    from .comment import CommentPlace as CommentPlace
    from .comment import CommentVotes as CommentVotes
    from .common.analysis_stats import AnalysisStats as AnalysisStats
    from .common.certificate import Certificate as Certificate
    from .common.certificate import CertificateAuthorityKey as CertificateAuthorityKey
    from .common.certificate import CertificateDSAKey as CertificateDSAKey
    from .common.certificate import CertificateECKey as CertificateECKey
    from .common.certificate import CertificateExtensions as CertificateExtensions
    from .common.certificate import CertificateName as CertificateName
    from .common.certificate import CertificatePublicKey as CertificatePublicKey
    from .common.certificate import CertificateRSAKey as CertificateRSAKey
    from .common.certificate import CertificateSignature as CertificateSignature
    from .common.certificate import CertificateValidity as CertificateValidity
    from .common.crowdsourced_context import CrowdsourcedContext as CrowdsourcedContext
    from .common.dns_record import DNSRecord as DNSRecord
    from .common.engine_result import EngineResult as EngineResult
    from .common.hunting_info import HuntingInfo as HuntingInfo
    from .common.icon import Icon as Icon
    from .common.ids_context import IDSContext as IDSContext
    from .common.ids_result import IDSResult as IDSResult
    from .common.item_error import ItemError as ItemError
    from .common.links import Links as Links
    from .common.meta import Meta as Meta
    from .common.meta import MetaFileInfo as MetaFileInfo
    from .common.meta import MetaURLInfo as MetaURLInfo
    from .common.mitre_reference import MitreReference as MitreReference
    from .common.notification_source import NotificationSource as NotificationSource
    from .common.sigma_result import SigmaMatch as SigmaMatch
    from .common.sigma_result import SigmaResult as SigmaResult
    from .common.sigma_stats import SigmaStats as SigmaStats
    from .common.submitter import Submitter as Submitter
    from .common.total_votes import TotalVotes as TotalVotes
    from .common.tracker import Tracker as Tracker
    from .domain import Domain as Domain
    from .domain import DomainAttributes as DomainAttributes
    from .domain import DomainContext as DomainContext
    from .domain import DomainPopularityRank as DomainPopularityRank
    from .file import AutostartLocation as AutostartLocation
    from .file import CrowdsourcedAIResult as CrowdsourcedAIResult
    from .file import CrowdsourcedIDSStats as CrowdsourcedIDSStats
    from .file import CrowdsourcedYaraResult as CrowdsourcedYaraResult
    from .file import DetectItEasy as DetectItEasy
    from .file import DetectItEasyValue as DetectItEasyValue
    from .file import File as File
    from .file import FileAttributes as FileAttributes
    from .file import FileContext as FileContext
    from .file import PEDebug as PEDebug
    from .file import PEDebugCodeView as PEDebugCodeView
    from .file import PEDebugFPO as PEDebugFPO
    from .file import PEDebugMisc as PEDebugMisc
    from .file import PEDebugReserved as PEDebugReserved
    from .file import PEImport as PEImport
    from .file import PEInfo as PEInfo
    from .file import PEOverlay as PEOverlay
    from .file import PEResource as PEResource
    from .file import PESection as PESection
    from .file import PopularThreatClassification as PopularThreatClassification
    from .file import PopularThreatValue as PopularThreatValue
    from .file import SandboxVerdict as SandboxVerdict
    from .file import TrIDResult as TrIDResult
    from .file_behaviour import BehaviourAttackTechnique as BehaviourAttackTechnique
    from .file_behaviour import BehaviourDNSLookup as BehaviourDNSLookup
    from .file_behaviour import BehaviourDroppedFile as BehaviourDroppedFile
    from .file_behaviour import BehaviourFileCopy as BehaviourFileCopy
    from .file_behaviour import BehaviourHTTPConversation as BehaviourHTTPConversation
    from .file_behaviour import BehaviourIDSAlert as BehaviourIDSAlert
    from .file_behaviour import BehaviourIPTraffic as BehaviourIPTraffic
    from .file_behaviour import BehaviourKeyValue as BehaviourKeyValue
    from .file_behaviour import BehaviourMemoryDump as BehaviourMemoryDump
    from .file_behaviour import BehaviourPermissionCheck as BehaviourPermissionCheck
    from .file_behaviour import BehaviourProcess as BehaviourProcess
    from .file_behaviour import BehaviourSignatureMatch as BehaviourSignatureMatch
    from .file_behaviour import BehaviourSMS as BehaviourSMS
    from .file_behaviour import BehaviourTLS as BehaviourTLS
    from .file_behaviour import FileBehaviour as FileBehaviour
    from .file_behaviour import FileBehaviourAttributes as FileBehaviourAttributes
    from .file_behaviour import FileBehaviourContext as FileBehaviourContext
    from .ip_address import IPAddress as IPAddress
    from .ip_address import IPAddressAttributes as IPAddressAttributes
    from .ip_address import IPAddressContext as IPAddressContext
    from .parts.androguard import Androguard as Androguard
    from .parts.androguard import AndroguardCertificate as AndroguardCertificate
    from .parts.androguard import AndroguardIntentFilter as AndroguardIntentFilter
    from .parts.androguard import AndroguardIntentFilters as AndroguardIntentFilters
    from .parts.androguard import AndroguardPermission as AndroguardPermission
    from .parts.androguard import AndroguardRisk as AndroguardRisk
    from .parts.asf_info import ASFContentEncryption as ASFContentEncryption
    from .parts.asf_info import ASFExtendedContentEncryption as ASFExtendedContentEncryption
    from .parts.asf_info import ASFInfo as ASFInfo
    from .parts.asf_info import ASFScriptCommand as ASFScriptCommand
    from .parts.bundle_info import BundleInfo as BundleInfo
    from .parts.class_info import JavaClassInfo as JavaClassInfo
    from .parts.deb_info import DebChangelog as DebChangelog
    from .parts.deb_info import DebControlScripts as DebControlScripts
    from .parts.deb_info import DebInfo as DebInfo
    from .parts.deb_info import DebStructure as DebStructure
    from .parts.dmg_info import DMGExecutable as DMGExecutable
    from .parts.dmg_info import DMGInfo as DMGInfo
    from .parts.dmg_info import DMGPartition as DMGPartition
    from .parts.dmg_info import DMGPartitionTable as DMGPartitionTable
    from .parts.dmg_info import DMGResource as DMGResource
    from .parts.dmg_info import DMGVolume as DMGVolume
    from .parts.dot_net_assembly import DotNetAssembly as DotNetAssembly
    from .parts.dot_net_assembly import DotNetAssemblyData as DotNetAssemblyData
    from .parts.dot_net_assembly import DotNetExportedType as DotNetExportedType
    from .parts.dot_net_assembly import DotNetExternalAssembly as DotNetExternalAssembly
    from .parts.dot_net_assembly import DotNetStream as DotNetStream
    from .parts.dot_net_assembly import DotNetTypeDefinitions as DotNetTypeDefinitions
    from .parts.dot_net_assembly import DotNetUnmanagedMethods as DotNetUnmanagedMethods
    from .parts.dot_net_guids import DotNetGUIDs as DotNetGUIDs
    from .parts.elf_info import ELFHeader as ELFHeader
    from .parts.elf_info import ELFInfo as ELFInfo
    from .parts.elf_info import ELFOlderSection as ELFOlderSection
    from .parts.elf_info import ELFSection as ELFSection
    from .parts.elf_info import ELFSegment as ELFSegment
    from .parts.elf_info import ELFSymbol as ELFSymbol
    from .parts.gti_assessment import GTIAssessment as GTIAssessment
    from .parts.gti_assessment import GTIContributingFactors as GTIContributingFactors
    from .parts.gti_assessment import GTISeverity as GTISeverity
    from .parts.gti_assessment import GTIThreatScore as GTIThreatScore
    from .parts.gti_assessment import GTIVerdict as GTIVerdict
    from .parts.html_info import HTMLFrame as HTMLFrame
    from .parts.html_info import HTMLInfo as HTMLInfo
    from .parts.html_info import HTMLMeta as HTMLMeta
    from .parts.html_info import HTMLScript as HTMLScript
    from .parts.ipa_info import IPAInfo as IPAInfo
    from .parts.isoimage_info import ISOImageInfo as ISOImageInfo
    from .parts.jar_info import JARInfo as JARInfo
    from .parts.javascript_info import JavaScriptInfo as JavaScriptInfo
    from .parts.known_distributors import KnownDistributors as KnownDistributors
    from .parts.lnk_info import LnkExtraData as LnkExtraData
    from .parts.lnk_info import LnkHeader as LnkHeader
    from .parts.lnk_info import LnkInfo as LnkInfo
    from .parts.lnk_info import LnkTargetID as LnkTargetID
    from .parts.lnk_info import LnkTracking as LnkTracking
    from .parts.macho_info import MachOCommand as MachOCommand
    from .parts.macho_info import MachOFile as MachOFile
    from .parts.macho_info import MachOHeader as MachOHeader
    from .parts.macho_info import MachOInfo as MachOInfo
    from .parts.macho_info import MachOSection as MachOSection
    from .parts.macho_info import MachOSegment as MachOSegment
    from .parts.malware_config import MalwareConfig as MalwareConfig
    from .parts.malware_config import MalwareConfigConnection as MalwareConfigConnection
    from .parts.malware_config import MalwareConfigEntry as MalwareConfigEntry
    from .parts.malware_config import MalwareConfigFamily as MalwareConfigFamily
    from .parts.malware_config import MalwareConfigHost as MalwareConfigHost
    from .parts.malware_config import MalwareConfigImplant as MalwareConfigImplant
    from .parts.malware_config import MalwareConfigNetwork as MalwareConfigNetwork
    from .parts.monitor_info import MonitorInfo as MonitorInfo
    from .parts.nsrl_info import NSRLInfo as NSRLInfo
    from .parts.office_info import OfficeDocumentSummary as OfficeDocumentSummary
    from .parts.office_info import OfficeEntry as OfficeEntry
    from .parts.office_info import OfficeInfo as OfficeInfo
    from .parts.office_info import OfficeSummary as OfficeSummary
    from .parts.openxml_info import OpenXMLContent as OpenXMLContent
    from .parts.openxml_info import OpenXMLInfo as OpenXMLInfo
    from .parts.openxml_info import OpenXMLWorkbook as OpenXMLWorkbook
    from .parts.password_info import PasswordInfo as PasswordInfo
    from .parts.pdf_info import PDFInfo as PDFInfo
    from .parts.powershell_info import PowerShellInfo as PowerShellInfo
    from .parts.rdap import RDAP as RDAP
    from .parts.rdap import RDAPAutonomousSystem as RDAPAutonomousSystem
    from .parts.rdap import RDAPCard as RDAPCard
    from .parts.rdap import RDAPDelegationSigner as RDAPDelegationSigner
    from .parts.rdap import RDAPEntity as RDAPEntity
    from .parts.rdap import RDAPEvent as RDAPEvent
    from .parts.rdap import RDAPKey as RDAPKey
    from .parts.rdap import RDAPLink as RDAPLink
    from .parts.rdap import RDAPNameserver as RDAPNameserver
    from .parts.rdap import RDAPNameserverAddresses as RDAPNameserverAddresses
    from .parts.rdap import RDAPNetwork as RDAPNetwork
    from .parts.rdap import RDAPNotice as RDAPNotice
    from .parts.rdap import RDAPPrefix as RDAPPrefix
    from .parts.rdap import RDAPPublicID as RDAPPublicID
    from .parts.rdap import RDAPSecureDNS as RDAPSecureDNS
    from .parts.rdap import RDAPVariant as RDAPVariant
    from .parts.rdap import RDAPVariantName as RDAPVariantName
    from .parts.rombios_info import ROMBIOSInfo as ROMBIOSInfo
    from .parts.rombios_info import ROMBIOSInformation as ROMBIOSInformation
    from .parts.rtf_info import RTFInfo as RTFInfo
    from .parts.rtf_info import RTFObject as RTFObject
    from .parts.rtf_info import RTFProperties as RTFProperties
    from .parts.rtf_info import RTFSummary as RTFSummary
    from .parts.saferpickle import SaferPickle as SaferPickle
    from .parts.signature_info import SignatureCertificate as SignatureCertificate
    from .parts.signature_info import SignatureInfo as SignatureInfo
    from .parts.signature_info import SignatureOpusInfo as SignatureOpusInfo
    from .parts.signature_info import SignaturePKCS as SignaturePKCS
    from .parts.signature_info import SignatureSigner as SignatureSigner
    from .parts.swf_info import SWFInfo as SWFInfo
    from .parts.threat_severity import ThreatSeverity as ThreatSeverity
    from .parts.threat_severity import ThreatSeverityData as ThreatSeverityData
    from .parts.traffic_alert import TrafficAlert as TrafficAlert
    from .parts.traffic_inspection import TrafficHTTPRequest as TrafficHTTPRequest
    from .parts.traffic_inspection import TrafficInspection as TrafficInspection
    from .parts.trusted_verdict import TrustedVerdict as TrustedVerdict
    from .parts.vba_info import VBAInfo as VBAInfo
    from .parts.vba_macros import VBAMacro as VBAMacro
    from .parts.vba_macros import VBAMacros as VBAMacros
    from .parts.wireshark import WiresharkInfo as WiresharkInfo
    from .relationships import AnalysisRelationship as AnalysisRelationship
    from .relationships import CommentRelationship as CommentRelationship
    from .relationships import DomainRelationship as DomainRelationship
    from .relationships import FileBehaviourRelationship as FileBehaviourRelationship
    from .relationships import FileRelationship as FileRelationship
    from .relationships import IPAddressRelationship as IPAddressRelationship
    from .relationships import URLRelationship as URLRelationship
    from .relationships import VoteRelationship as VoteRelationship
    from .resolution import Resolution as Resolution
    from .resolution import ResolutionAttributes as ResolutionAttributes
    from .resolution import ResolutionContext as ResolutionContext
    from .url import URL as URL
    from .url import URLAttributes as URLAttributes
    from .url import URLContext as URLContext
    from .url import URLCookie as URLCookie
    from .url import URLJavaScriptVariable as URLJavaScriptVariable
    from .url import URLWebRisk as URLWebRisk
    from .url import URLWebRiskScore as URLWebRiskScore
    from .vote import Vote as Vote
    from .vote import VoteAttributes as VoteAttributes
    from .vote import VoteContext as VoteContext

_MODULES = {
    "ASFContentEncryption": ".parts.asf_info",
    "ASFExtendedContentEncryption": ".parts.asf_info",
    "ASFInfo": ".parts.asf_info",
    "ASFScriptCommand": ".parts.asf_info",
    "Analysis": ".analysis",
    "AnalysisAttributes": ".analysis",
    "AnalysisContext": ".analysis",
    "AnalysisRelationship": ".relationships",
    "AnalysisStats": ".common.analysis_stats",
    "Androguard": ".parts.androguard",
    "AndroguardCertificate": ".parts.androguard",
    "AndroguardIntentFilter": ".parts.androguard",
    "AndroguardIntentFilters": ".parts.androguard",
    "AndroguardPermission": ".parts.androguard",
    "AndroguardRisk": ".parts.androguard",
    "AutostartLocation": ".file",
    "BehaviourAttackTechnique": ".file_behaviour",
    "BehaviourDNSLookup": ".file_behaviour",
    "BehaviourDroppedFile": ".file_behaviour",
    "BehaviourFileCopy": ".file_behaviour",
    "BehaviourHTTPConversation": ".file_behaviour",
    "BehaviourIDSAlert": ".file_behaviour",
    "BehaviourIPTraffic": ".file_behaviour",
    "BehaviourKeyValue": ".file_behaviour",
    "BehaviourMemoryDump": ".file_behaviour",
    "BehaviourPermissionCheck": ".file_behaviour",
    "BehaviourProcess": ".file_behaviour",
    "BehaviourSMS": ".file_behaviour",
    "BehaviourSignatureMatch": ".file_behaviour",
    "BehaviourTLS": ".file_behaviour",
    "BundleInfo": ".parts.bundle_info",
    "Certificate": ".common.certificate",
    "CertificateAuthorityKey": ".common.certificate",
    "CertificateDSAKey": ".common.certificate",
    "CertificateECKey": ".common.certificate",
    "CertificateExtensions": ".common.certificate",
    "CertificateName": ".common.certificate",
    "CertificatePublicKey": ".common.certificate",
    "CertificateRSAKey": ".common.certificate",
    "CertificateSignature": ".common.certificate",
    "CertificateValidity": ".common.certificate",
    "Comment": ".comment",
    "CommentAttributes": ".comment",
    "CommentContext": ".comment",
    "CommentPlace": ".comment",
    "CommentRelationship": ".relationships",
    "CommentVotes": ".comment",
    "CrowdsourcedAIResult": ".file",
    "CrowdsourcedContext": ".common.crowdsourced_context",
    "CrowdsourcedIDSStats": ".file",
    "CrowdsourcedYaraResult": ".file",
    "DMGExecutable": ".parts.dmg_info",
    "DMGInfo": ".parts.dmg_info",
    "DMGPartition": ".parts.dmg_info",
    "DMGPartitionTable": ".parts.dmg_info",
    "DMGResource": ".parts.dmg_info",
    "DMGVolume": ".parts.dmg_info",
    "DNSRecord": ".common.dns_record",
    "DebChangelog": ".parts.deb_info",
    "DebControlScripts": ".parts.deb_info",
    "DebInfo": ".parts.deb_info",
    "DebStructure": ".parts.deb_info",
    "DetectItEasy": ".file",
    "DetectItEasyValue": ".file",
    "Domain": ".domain",
    "DomainAttributes": ".domain",
    "DomainContext": ".domain",
    "DomainPopularityRank": ".domain",
    "DomainRelationship": ".relationships",
    "DotNetAssembly": ".parts.dot_net_assembly",
    "DotNetAssemblyData": ".parts.dot_net_assembly",
    "DotNetExportedType": ".parts.dot_net_assembly",
    "DotNetExternalAssembly": ".parts.dot_net_assembly",
    "DotNetGUIDs": ".parts.dot_net_guids",
    "DotNetStream": ".parts.dot_net_assembly",
    "DotNetTypeDefinitions": ".parts.dot_net_assembly",
    "DotNetUnmanagedMethods": ".parts.dot_net_assembly",
    "ELFHeader": ".parts.elf_info",
    "ELFInfo": ".parts.elf_info",
    "ELFOlderSection": ".parts.elf_info",
    "ELFSection": ".parts.elf_info",
    "ELFSegment": ".parts.elf_info",
    "ELFSymbol": ".parts.elf_info",
    "EngineResult": ".common.engine_result",
    "File": ".file",
    "FileAttributes": ".file",
    "FileBehaviour": ".file_behaviour",
    "FileBehaviourAttributes": ".file_behaviour",
    "FileBehaviourContext": ".file_behaviour",
    "FileBehaviourRelationship": ".relationships",
    "FileContext": ".file",
    "FileRelationship": ".relationships",
    "GTIAssessment": ".parts.gti_assessment",
    "GTIContributingFactors": ".parts.gti_assessment",
    "GTISeverity": ".parts.gti_assessment",
    "GTIThreatScore": ".parts.gti_assessment",
    "GTIVerdict": ".parts.gti_assessment",
    "HTMLFrame": ".parts.html_info",
    "HTMLInfo": ".parts.html_info",
    "HTMLMeta": ".parts.html_info",
    "HTMLScript": ".parts.html_info",
    "HuntingInfo": ".common.hunting_info",
    "IDSContext": ".common.ids_context",
    "IDSResult": ".common.ids_result",
    "IPAInfo": ".parts.ipa_info",
    "IPAddress": ".ip_address",
    "IPAddressAttributes": ".ip_address",
    "IPAddressContext": ".ip_address",
    "IPAddressRelationship": ".relationships",
    "ISOImageInfo": ".parts.isoimage_info",
    "Icon": ".common.icon",
    "ItemError": ".common.item_error",
    "JARInfo": ".parts.jar_info",
    "JavaClassInfo": ".parts.class_info",
    "JavaScriptInfo": ".parts.javascript_info",
    "KnownDistributors": ".parts.known_distributors",
    "Links": ".common.links",
    "LnkExtraData": ".parts.lnk_info",
    "LnkHeader": ".parts.lnk_info",
    "LnkInfo": ".parts.lnk_info",
    "LnkTargetID": ".parts.lnk_info",
    "LnkTracking": ".parts.lnk_info",
    "MachOCommand": ".parts.macho_info",
    "MachOFile": ".parts.macho_info",
    "MachOHeader": ".parts.macho_info",
    "MachOInfo": ".parts.macho_info",
    "MachOSection": ".parts.macho_info",
    "MachOSegment": ".parts.macho_info",
    "MalwareConfig": ".parts.malware_config",
    "MalwareConfigConnection": ".parts.malware_config",
    "MalwareConfigEntry": ".parts.malware_config",
    "MalwareConfigFamily": ".parts.malware_config",
    "MalwareConfigHost": ".parts.malware_config",
    "MalwareConfigImplant": ".parts.malware_config",
    "MalwareConfigNetwork": ".parts.malware_config",
    "Meta": ".common.meta",
    "MetaFileInfo": ".common.meta",
    "MetaURLInfo": ".common.meta",
    "MitreReference": ".common.mitre_reference",
    "MonitorInfo": ".parts.monitor_info",
    "NSRLInfo": ".parts.nsrl_info",
    "NotificationSource": ".common.notification_source",
    "OfficeDocumentSummary": ".parts.office_info",
    "OfficeEntry": ".parts.office_info",
    "OfficeInfo": ".parts.office_info",
    "OfficeSummary": ".parts.office_info",
    "OpenXMLContent": ".parts.openxml_info",
    "OpenXMLInfo": ".parts.openxml_info",
    "OpenXMLWorkbook": ".parts.openxml_info",
    "PDFInfo": ".parts.pdf_info",
    "PEDebug": ".file",
    "PEDebugCodeView": ".file",
    "PEDebugFPO": ".file",
    "PEDebugMisc": ".file",
    "PEDebugReserved": ".file",
    "PEImport": ".file",
    "PEInfo": ".file",
    "PEOverlay": ".file",
    "PEResource": ".file",
    "PESection": ".file",
    "PasswordInfo": ".parts.password_info",
    "PopularThreatClassification": ".file",
    "PopularThreatValue": ".file",
    "PowerShellInfo": ".parts.powershell_info",
    "RDAP": ".parts.rdap",
    "RDAPAutonomousSystem": ".parts.rdap",
    "RDAPCard": ".parts.rdap",
    "RDAPDelegationSigner": ".parts.rdap",
    "RDAPEntity": ".parts.rdap",
    "RDAPEvent": ".parts.rdap",
    "RDAPKey": ".parts.rdap",
    "RDAPLink": ".parts.rdap",
    "RDAPNameserver": ".parts.rdap",
    "RDAPNameserverAddresses": ".parts.rdap",
    "RDAPNetwork": ".parts.rdap",
    "RDAPNotice": ".parts.rdap",
    "RDAPPrefix": ".parts.rdap",
    "RDAPPublicID": ".parts.rdap",
    "RDAPSecureDNS": ".parts.rdap",
    "RDAPVariant": ".parts.rdap",
    "RDAPVariantName": ".parts.rdap",
    "ROMBIOSInfo": ".parts.rombios_info",
    "ROMBIOSInformation": ".parts.rombios_info",
    "RTFInfo": ".parts.rtf_info",
    "RTFObject": ".parts.rtf_info",
    "RTFProperties": ".parts.rtf_info",
    "RTFSummary": ".parts.rtf_info",
    "Resolution": ".resolution",
    "ResolutionAttributes": ".resolution",
    "ResolutionContext": ".resolution",
    "SWFInfo": ".parts.swf_info",
    "SaferPickle": ".parts.saferpickle",
    "SandboxVerdict": ".file",
    "SigmaMatch": ".common.sigma_result",
    "SigmaResult": ".common.sigma_result",
    "SigmaStats": ".common.sigma_stats",
    "SignatureCertificate": ".parts.signature_info",
    "SignatureInfo": ".parts.signature_info",
    "SignatureOpusInfo": ".parts.signature_info",
    "SignaturePKCS": ".parts.signature_info",
    "SignatureSigner": ".parts.signature_info",
    "Submitter": ".common.submitter",
    "ThreatSeverity": ".parts.threat_severity",
    "ThreatSeverityData": ".parts.threat_severity",
    "TotalVotes": ".common.total_votes",
    "TrIDResult": ".file",
    "Tracker": ".common.tracker",
    "TrafficAlert": ".parts.traffic_alert",
    "TrafficHTTPRequest": ".parts.traffic_inspection",
    "TrafficInspection": ".parts.traffic_inspection",
    "TrustedVerdict": ".parts.trusted_verdict",
    "URL": ".url",
    "URLAttributes": ".url",
    "URLContext": ".url",
    "URLCookie": ".url",
    "URLJavaScriptVariable": ".url",
    "URLRelationship": ".relationships",
    "URLWebRisk": ".url",
    "URLWebRiskScore": ".url",
    "VBAInfo": ".parts.vba_info",
    "VBAMacro": ".parts.vba_macros",
    "VBAMacros": ".parts.vba_macros",
    "Vote": ".vote",
    "VoteAttributes": ".vote",
    "VoteContext": ".vote",
    "VoteRelationship": ".relationships",
    "WiresharkInfo": ".parts.wireshark",
}

_TYPES = {
    "analysis": "Analysis",
    "comment": "Comment",
    "domain": "Domain",
    "file": "File",
    "file_behaviour": "FileBehaviour",
    "ip_address": "IPAddress",
    "resolution": "Resolution",
    "url": "URL",
    "vote": "Vote",
}

__all__ = [
    "ASFContentEncryption",
    "ASFExtendedContentEncryption",
    "ASFInfo",
    "ASFScriptCommand",
    "Analysis",
    "AnalysisAttributes",
    "AnalysisContext",
    "AnalysisRelationship",
    "AnalysisStats",
    "Androguard",
    "AndroguardCertificate",
    "AndroguardIntentFilter",
    "AndroguardIntentFilters",
    "AndroguardPermission",
    "AndroguardRisk",
    "AutostartLocation",
    "BehaviourAttackTechnique",
    "BehaviourDNSLookup",
    "BehaviourDroppedFile",
    "BehaviourFileCopy",
    "BehaviourHTTPConversation",
    "BehaviourIDSAlert",
    "BehaviourIPTraffic",
    "BehaviourKeyValue",
    "BehaviourMemoryDump",
    "BehaviourPermissionCheck",
    "BehaviourProcess",
    "BehaviourSMS",
    "BehaviourSignatureMatch",
    "BehaviourTLS",
    "BundleInfo",
    "Certificate",
    "CertificateAuthorityKey",
    "CertificateDSAKey",
    "CertificateECKey",
    "CertificateExtensions",
    "CertificateName",
    "CertificatePublicKey",
    "CertificateRSAKey",
    "CertificateSignature",
    "CertificateValidity",
    "Comment",
    "CommentAttributes",
    "CommentContext",
    "CommentPlace",
    "CommentRelationship",
    "CommentVotes",
    "CrowdsourcedAIResult",
    "CrowdsourcedContext",
    "CrowdsourcedIDSStats",
    "CrowdsourcedYaraResult",
    "DMGExecutable",
    "DMGInfo",
    "DMGPartition",
    "DMGPartitionTable",
    "DMGResource",
    "DMGVolume",
    "DNSRecord",
    "DebChangelog",
    "DebControlScripts",
    "DebInfo",
    "DebStructure",
    "DetectItEasy",
    "DetectItEasyValue",
    "Domain",
    "DomainAttributes",
    "DomainContext",
    "DomainPopularityRank",
    "DomainRelationship",
    "DotNetAssembly",
    "DotNetAssemblyData",
    "DotNetExportedType",
    "DotNetExternalAssembly",
    "DotNetGUIDs",
    "DotNetStream",
    "DotNetTypeDefinitions",
    "DotNetUnmanagedMethods",
    "ELFHeader",
    "ELFInfo",
    "ELFOlderSection",
    "ELFSection",
    "ELFSegment",
    "ELFSymbol",
    "EngineResult",
    "File",
    "FileAttributes",
    "FileBehaviour",
    "FileBehaviourAttributes",
    "FileBehaviourContext",
    "FileBehaviourRelationship",
    "FileContext",
    "FileRelationship",
    "GTIAssessment",
    "GTIContributingFactors",
    "GTISeverity",
    "GTIThreatScore",
    "GTIVerdict",
    "HTMLFrame",
    "HTMLInfo",
    "HTMLMeta",
    "HTMLScript",
    "HuntingInfo",
    "IDSContext",
    "IDSResult",
    "IPAInfo",
    "IPAddress",
    "IPAddressAttributes",
    "IPAddressContext",
    "IPAddressRelationship",
    "ISOImageInfo",
    "Icon",
    "ItemError",
    "JARInfo",
    "JavaClassInfo",
    "JavaScriptInfo",
    "KnownDistributors",
    "Links",
    "LnkExtraData",
    "LnkHeader",
    "LnkInfo",
    "LnkTargetID",
    "LnkTracking",
    "MachOCommand",
    "MachOFile",
    "MachOHeader",
    "MachOInfo",
    "MachOSection",
    "MachOSegment",
    "MalwareConfig",
    "MalwareConfigConnection",
    "MalwareConfigEntry",
    "MalwareConfigFamily",
    "MalwareConfigHost",
    "MalwareConfigImplant",
    "MalwareConfigNetwork",
    "Meta",
    "MetaFileInfo",
    "MetaURLInfo",
    "MitreReference",
    "MonitorInfo",
    "NSRLInfo",
    "NotificationSource",
    "OfficeDocumentSummary",
    "OfficeEntry",
    "OfficeInfo",
    "OfficeSummary",
    "OpenXMLContent",
    "OpenXMLInfo",
    "OpenXMLWorkbook",
    "PDFInfo",
    "PEDebug",
    "PEDebugCodeView",
    "PEDebugFPO",
    "PEDebugMisc",
    "PEDebugReserved",
    "PEImport",
    "PEInfo",
    "PEOverlay",
    "PEResource",
    "PESection",
    "PasswordInfo",
    "PopularThreatClassification",
    "PopularThreatValue",
    "PowerShellInfo",
    "RDAP",
    "RDAPAutonomousSystem",
    "RDAPCard",
    "RDAPDelegationSigner",
    "RDAPEntity",
    "RDAPEvent",
    "RDAPKey",
    "RDAPLink",
    "RDAPNameserver",
    "RDAPNameserverAddresses",
    "RDAPNetwork",
    "RDAPNotice",
    "RDAPPrefix",
    "RDAPPublicID",
    "RDAPSecureDNS",
    "RDAPVariant",
    "RDAPVariantName",
    "ROMBIOSInfo",
    "ROMBIOSInformation",
    "RTFInfo",
    "RTFObject",
    "RTFProperties",
    "RTFSummary",
    "Resolution",
    "ResolutionAttributes",
    "ResolutionContext",
    "SWFInfo",
    "SaferPickle",
    "SandboxVerdict",
    "SigmaMatch",
    "SigmaResult",
    "SigmaStats",
    "SignatureCertificate",
    "SignatureInfo",
    "SignatureOpusInfo",
    "SignaturePKCS",
    "SignatureSigner",
    "Submitter",
    "ThreatSeverity",
    "ThreatSeverityData",
    "TotalVotes",
    "TrIDResult",
    "Tracker",
    "TrafficAlert",
    "TrafficHTTPRequest",
    "TrafficInspection",
    "TrustedVerdict",
    "URL",
    "URLAttributes",
    "URLContext",
    "URLCookie",
    "URLJavaScriptVariable",
    "URLRelationship",
    "URLWebRisk",
    "URLWebRiskScore",
    "VBAInfo",
    "VBAMacro",
    "VBAMacros",
    "Vote",
    "VoteAttributes",
    "VoteContext",
    "VoteRelationship",
    "WiresharkInfo",
]


if not TYPE_CHECKING:  # else type checkers would accept any name

    def __getattr__(name):
        if name not in _MODULES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from importlib import import_module

        found = globals()[name] = getattr(import_module(_MODULES[name], __name__), name)
        return found


def __dir__() -> "list[str]":
    return sorted([*globals(), *_MODULES])


def object_class(type_name: str) -> "type[VTObject] | None":
    """Give the class of an object type, None for a type that no schema describes."""
    if type_name not in _TYPES:
        return None
    import sys

    found: "type[VTObject]" = getattr(sys.modules[__name__], _TYPES[type_name])
    return found
