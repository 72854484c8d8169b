"""Every object of the service as a class; each module is loaded on first use.

Do not edit: `python3 scripts/generate.py` made it from `schemas/objects` and `schemas/common`.
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
    from .common.gti_assessment import GTIAssessment as GTIAssessment
    from .common.gti_assessment import GTIContributingFactors as GTIContributingFactors
    from .common.gti_assessment import GTISeverity as GTISeverity
    from .common.gti_assessment import GTIThreatScore as GTIThreatScore
    from .common.gti_assessment import GTIVerdict as GTIVerdict
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
    from .common.rdap import RDAP as RDAP
    from .common.rdap import RDAPAutonomousSystem as RDAPAutonomousSystem
    from .common.rdap import RDAPCard as RDAPCard
    from .common.rdap import RDAPDelegationSigner as RDAPDelegationSigner
    from .common.rdap import RDAPEntity as RDAPEntity
    from .common.rdap import RDAPEvent as RDAPEvent
    from .common.rdap import RDAPKey as RDAPKey
    from .common.rdap import RDAPLink as RDAPLink
    from .common.rdap import RDAPNameserver as RDAPNameserver
    from .common.rdap import RDAPNameserverAddresses as RDAPNameserverAddresses
    from .common.rdap import RDAPNetwork as RDAPNetwork
    from .common.rdap import RDAPNotice as RDAPNotice
    from .common.rdap import RDAPPrefix as RDAPPrefix
    from .common.rdap import RDAPPublicID as RDAPPublicID
    from .common.rdap import RDAPSecureDNS as RDAPSecureDNS
    from .common.rdap import RDAPVariant as RDAPVariant
    from .common.rdap import RDAPVariantName as RDAPVariantName
    from .common.sigma_result import SigmaMatch as SigmaMatch
    from .common.sigma_result import SigmaResult as SigmaResult
    from .common.sigma_stats import SigmaStats as SigmaStats
    from .common.submitter import Submitter as Submitter
    from .common.threat_severity import ThreatSeverity as ThreatSeverity
    from .common.threat_severity import ThreatSeverityData as ThreatSeverityData
    from .common.total_votes import TotalVotes as TotalVotes
    from .common.tracker import Tracker as Tracker
    from .domain import Domain as Domain
    from .domain import DomainAttributes as DomainAttributes
    from .domain import DomainContext as DomainContext
    from .domain import DomainPopularityRank as DomainPopularityRank
    from .file import Androguard as Androguard
    from .file import AndroguardCertificate as AndroguardCertificate
    from .file import AndroguardIntentFilter as AndroguardIntentFilter
    from .file import AndroguardIntentFilters as AndroguardIntentFilters
    from .file import AndroguardPermission as AndroguardPermission
    from .file import AndroguardRisk as AndroguardRisk
    from .file import ASFContentEncryption as ASFContentEncryption
    from .file import ASFExtendedContentEncryption as ASFExtendedContentEncryption
    from .file import ASFInfo as ASFInfo
    from .file import ASFScriptCommand as ASFScriptCommand
    from .file import AutostartLocation as AutostartLocation
    from .file import BundleInfo as BundleInfo
    from .file import CrowdsourcedAIResult as CrowdsourcedAIResult
    from .file import CrowdsourcedIDSStats as CrowdsourcedIDSStats
    from .file import CrowdsourcedYaraResult as CrowdsourcedYaraResult
    from .file import DebChangelog as DebChangelog
    from .file import DebControlScripts as DebControlScripts
    from .file import DebInfo as DebInfo
    from .file import DebStructure as DebStructure
    from .file import DetectItEasy as DetectItEasy
    from .file import DetectItEasyValue as DetectItEasyValue
    from .file import DMGExecutable as DMGExecutable
    from .file import DMGInfo as DMGInfo
    from .file import DMGPartition as DMGPartition
    from .file import DMGPartitionTable as DMGPartitionTable
    from .file import DMGResource as DMGResource
    from .file import DMGVolume as DMGVolume
    from .file import DotNetAssembly as DotNetAssembly
    from .file import DotNetAssemblyData as DotNetAssemblyData
    from .file import DotNetExportedType as DotNetExportedType
    from .file import DotNetExternalAssembly as DotNetExternalAssembly
    from .file import DotNetGUIDs as DotNetGUIDs
    from .file import DotNetStream as DotNetStream
    from .file import DotNetTypeDefinitions as DotNetTypeDefinitions
    from .file import DotNetUnmanagedMethods as DotNetUnmanagedMethods
    from .file import ELFHeader as ELFHeader
    from .file import ELFInfo as ELFInfo
    from .file import ELFOlderSection as ELFOlderSection
    from .file import ELFSection as ELFSection
    from .file import ELFSegment as ELFSegment
    from .file import ELFSymbol as ELFSymbol
    from .file import File as File
    from .file import FileAttributes as FileAttributes
    from .file import FileContext as FileContext
    from .file import HTMLFrame as HTMLFrame
    from .file import HTMLInfo as HTMLInfo
    from .file import HTMLMeta as HTMLMeta
    from .file import HTMLScript as HTMLScript
    from .file import IPAInfo as IPAInfo
    from .file import ISOImageInfo as ISOImageInfo
    from .file import JARInfo as JARInfo
    from .file import JavaClassInfo as JavaClassInfo
    from .file import JavaScriptInfo as JavaScriptInfo
    from .file import KnownDistributors as KnownDistributors
    from .file import LnkExtraData as LnkExtraData
    from .file import LnkHeader as LnkHeader
    from .file import LnkInfo as LnkInfo
    from .file import LnkTargetID as LnkTargetID
    from .file import LnkTracking as LnkTracking
    from .file import MachOCommand as MachOCommand
    from .file import MachOFile as MachOFile
    from .file import MachOHeader as MachOHeader
    from .file import MachOInfo as MachOInfo
    from .file import MachOSection as MachOSection
    from .file import MachOSegment as MachOSegment
    from .file import MalwareConfig as MalwareConfig
    from .file import MalwareConfigConnection as MalwareConfigConnection
    from .file import MalwareConfigEntry as MalwareConfigEntry
    from .file import MalwareConfigFamily as MalwareConfigFamily
    from .file import MalwareConfigHost as MalwareConfigHost
    from .file import MalwareConfigImplant as MalwareConfigImplant
    from .file import MalwareConfigNetwork as MalwareConfigNetwork
    from .file import MonitorInfo as MonitorInfo
    from .file import NSRLInfo as NSRLInfo
    from .file import OfficeDocumentSummary as OfficeDocumentSummary
    from .file import OfficeEntry as OfficeEntry
    from .file import OfficeInfo as OfficeInfo
    from .file import OfficeSummary as OfficeSummary
    from .file import OpenXMLContent as OpenXMLContent
    from .file import OpenXMLInfo as OpenXMLInfo
    from .file import OpenXMLWorkbook as OpenXMLWorkbook
    from .file import PasswordInfo as PasswordInfo
    from .file import PDFInfo as PDFInfo
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
    from .file import PowerShellInfo as PowerShellInfo
    from .file import ROMBIOSInfo as ROMBIOSInfo
    from .file import ROMBIOSInformation as ROMBIOSInformation
    from .file import RTFInfo as RTFInfo
    from .file import RTFObject as RTFObject
    from .file import RTFProperties as RTFProperties
    from .file import RTFSummary as RTFSummary
    from .file import SaferPickle as SaferPickle
    from .file import SandboxVerdict as SandboxVerdict
    from .file import SignatureCertificate as SignatureCertificate
    from .file import SignatureInfo as SignatureInfo
    from .file import SignatureOpusInfo as SignatureOpusInfo
    from .file import SignaturePKCS as SignaturePKCS
    from .file import SignatureSigner as SignatureSigner
    from .file import SWFInfo as SWFInfo
    from .file import TrafficAlert as TrafficAlert
    from .file import TrafficHTTPRequest as TrafficHTTPRequest
    from .file import TrafficInspection as TrafficInspection
    from .file import TrIDResult as TrIDResult
    from .file import TrustedVerdict as TrustedVerdict
    from .file import VBAInfo as VBAInfo
    from .file import VBAMacro as VBAMacro
    from .file import VBAMacros as VBAMacros
    from .file import WiresharkInfo as WiresharkInfo
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
    "ASFContentEncryption": ".file",
    "ASFExtendedContentEncryption": ".file",
    "ASFInfo": ".file",
    "ASFScriptCommand": ".file",
    "Analysis": ".analysis",
    "AnalysisAttributes": ".analysis",
    "AnalysisContext": ".analysis",
    "AnalysisRelationship": ".relationships",
    "AnalysisStats": ".common.analysis_stats",
    "Androguard": ".file",
    "AndroguardCertificate": ".file",
    "AndroguardIntentFilter": ".file",
    "AndroguardIntentFilters": ".file",
    "AndroguardPermission": ".file",
    "AndroguardRisk": ".file",
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
    "BundleInfo": ".file",
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
    "DMGExecutable": ".file",
    "DMGInfo": ".file",
    "DMGPartition": ".file",
    "DMGPartitionTable": ".file",
    "DMGResource": ".file",
    "DMGVolume": ".file",
    "DNSRecord": ".common.dns_record",
    "DebChangelog": ".file",
    "DebControlScripts": ".file",
    "DebInfo": ".file",
    "DebStructure": ".file",
    "DetectItEasy": ".file",
    "DetectItEasyValue": ".file",
    "Domain": ".domain",
    "DomainAttributes": ".domain",
    "DomainContext": ".domain",
    "DomainPopularityRank": ".domain",
    "DomainRelationship": ".relationships",
    "DotNetAssembly": ".file",
    "DotNetAssemblyData": ".file",
    "DotNetExportedType": ".file",
    "DotNetExternalAssembly": ".file",
    "DotNetGUIDs": ".file",
    "DotNetStream": ".file",
    "DotNetTypeDefinitions": ".file",
    "DotNetUnmanagedMethods": ".file",
    "ELFHeader": ".file",
    "ELFInfo": ".file",
    "ELFOlderSection": ".file",
    "ELFSection": ".file",
    "ELFSegment": ".file",
    "ELFSymbol": ".file",
    "EngineResult": ".common.engine_result",
    "File": ".file",
    "FileAttributes": ".file",
    "FileBehaviour": ".file_behaviour",
    "FileBehaviourAttributes": ".file_behaviour",
    "FileBehaviourContext": ".file_behaviour",
    "FileBehaviourRelationship": ".relationships",
    "FileContext": ".file",
    "FileRelationship": ".relationships",
    "GTIAssessment": ".common.gti_assessment",
    "GTIContributingFactors": ".common.gti_assessment",
    "GTISeverity": ".common.gti_assessment",
    "GTIThreatScore": ".common.gti_assessment",
    "GTIVerdict": ".common.gti_assessment",
    "HTMLFrame": ".file",
    "HTMLInfo": ".file",
    "HTMLMeta": ".file",
    "HTMLScript": ".file",
    "HuntingInfo": ".common.hunting_info",
    "IDSContext": ".common.ids_context",
    "IDSResult": ".common.ids_result",
    "IPAInfo": ".file",
    "IPAddress": ".ip_address",
    "IPAddressAttributes": ".ip_address",
    "IPAddressContext": ".ip_address",
    "IPAddressRelationship": ".relationships",
    "ISOImageInfo": ".file",
    "Icon": ".common.icon",
    "ItemError": ".common.item_error",
    "JARInfo": ".file",
    "JavaClassInfo": ".file",
    "JavaScriptInfo": ".file",
    "KnownDistributors": ".file",
    "Links": ".common.links",
    "LnkExtraData": ".file",
    "LnkHeader": ".file",
    "LnkInfo": ".file",
    "LnkTargetID": ".file",
    "LnkTracking": ".file",
    "MachOCommand": ".file",
    "MachOFile": ".file",
    "MachOHeader": ".file",
    "MachOInfo": ".file",
    "MachOSection": ".file",
    "MachOSegment": ".file",
    "MalwareConfig": ".file",
    "MalwareConfigConnection": ".file",
    "MalwareConfigEntry": ".file",
    "MalwareConfigFamily": ".file",
    "MalwareConfigHost": ".file",
    "MalwareConfigImplant": ".file",
    "MalwareConfigNetwork": ".file",
    "Meta": ".common.meta",
    "MetaFileInfo": ".common.meta",
    "MetaURLInfo": ".common.meta",
    "MitreReference": ".common.mitre_reference",
    "MonitorInfo": ".file",
    "NSRLInfo": ".file",
    "NotificationSource": ".common.notification_source",
    "OfficeDocumentSummary": ".file",
    "OfficeEntry": ".file",
    "OfficeInfo": ".file",
    "OfficeSummary": ".file",
    "OpenXMLContent": ".file",
    "OpenXMLInfo": ".file",
    "OpenXMLWorkbook": ".file",
    "PDFInfo": ".file",
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
    "PasswordInfo": ".file",
    "PopularThreatClassification": ".file",
    "PopularThreatValue": ".file",
    "PowerShellInfo": ".file",
    "RDAP": ".common.rdap",
    "RDAPAutonomousSystem": ".common.rdap",
    "RDAPCard": ".common.rdap",
    "RDAPDelegationSigner": ".common.rdap",
    "RDAPEntity": ".common.rdap",
    "RDAPEvent": ".common.rdap",
    "RDAPKey": ".common.rdap",
    "RDAPLink": ".common.rdap",
    "RDAPNameserver": ".common.rdap",
    "RDAPNameserverAddresses": ".common.rdap",
    "RDAPNetwork": ".common.rdap",
    "RDAPNotice": ".common.rdap",
    "RDAPPrefix": ".common.rdap",
    "RDAPPublicID": ".common.rdap",
    "RDAPSecureDNS": ".common.rdap",
    "RDAPVariant": ".common.rdap",
    "RDAPVariantName": ".common.rdap",
    "ROMBIOSInfo": ".file",
    "ROMBIOSInformation": ".file",
    "RTFInfo": ".file",
    "RTFObject": ".file",
    "RTFProperties": ".file",
    "RTFSummary": ".file",
    "Resolution": ".resolution",
    "ResolutionAttributes": ".resolution",
    "ResolutionContext": ".resolution",
    "SWFInfo": ".file",
    "SaferPickle": ".file",
    "SandboxVerdict": ".file",
    "SigmaMatch": ".common.sigma_result",
    "SigmaResult": ".common.sigma_result",
    "SigmaStats": ".common.sigma_stats",
    "SignatureCertificate": ".file",
    "SignatureInfo": ".file",
    "SignatureOpusInfo": ".file",
    "SignaturePKCS": ".file",
    "SignatureSigner": ".file",
    "Submitter": ".common.submitter",
    "ThreatSeverity": ".common.threat_severity",
    "ThreatSeverityData": ".common.threat_severity",
    "TotalVotes": ".common.total_votes",
    "TrIDResult": ".file",
    "Tracker": ".common.tracker",
    "TrafficAlert": ".file",
    "TrafficHTTPRequest": ".file",
    "TrafficInspection": ".file",
    "TrustedVerdict": ".file",
    "URL": ".url",
    "URLAttributes": ".url",
    "URLContext": ".url",
    "URLCookie": ".url",
    "URLJavaScriptVariable": ".url",
    "URLRelationship": ".relationships",
    "URLWebRisk": ".url",
    "URLWebRiskScore": ".url",
    "VBAInfo": ".file",
    "VBAMacro": ".file",
    "VBAMacros": ".file",
    "Vote": ".vote",
    "VoteAttributes": ".vote",
    "VoteContext": ".vote",
    "VoteRelationship": ".relationships",
    "WiresharkInfo": ".file",
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
