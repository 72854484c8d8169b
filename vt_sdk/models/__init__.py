"""Every object of the service as a class; each module is loaded on first use.

Do not edit: `python3 scripts/generate.py` made it from `schemas`.
"""

from vt_sdk.core.registry import object_class as object_class
from vt_sdk.core.registry import register

TYPE_CHECKING: bool = False  # annotated for editors: jedi leaves out what a plain False guards
if TYPE_CHECKING:
    from vt_sdk.core.envelope import ItemError as ItemError
    from vt_sdk.core.envelope import Links as Links
    from vt_sdk.core.envelope import Meta as Meta
    from vt_sdk.core.envelope import MetaFileInfo as MetaFileInfo
    from vt_sdk.core.envelope import MetaMonitorRealtime as MetaMonitorRealtime
    from vt_sdk.core.envelope import MetaURLInfo as MetaURLInfo

    from .activity_log_entry import ActivityLogEntry as ActivityLogEntry
    from .activity_log_entry import ActivityLogEntryAttributes as ActivityLogEntryAttributes
    from .activity_log_entry import ActivityLogEntryContext as ActivityLogEntryContext
    from .activity_log_entry import ActivityLogInfo as ActivityLogInfo
    from .alerting_asset import AlertingAsset as AlertingAsset
    from .alerting_asset import AlertingAssetAttributes as AlertingAssetAttributes
    from .alerting_asset import AlertingAssetContext as AlertingAssetContext
    from .alerting_asset import AlertingAssetInfo as AlertingAssetInfo
    from .alerting_asset import AlertingBrand as AlertingBrand
    from .alerting_asset import AlertingFavicon as AlertingFavicon
    from .alerting_notification import AlertingNotification as AlertingNotification
    from .alerting_notification import (
        AlertingNotificationAttributes as AlertingNotificationAttributes,
    )
    from .alerting_notification import AlertingNotificationContext as AlertingNotificationContext
    from .analysis import Analysis as Analysis
    from .analysis import AnalysisAttributes as AnalysisAttributes
    from .analysis import AnalysisContext as AnalysisContext
    from .async_search_job import AsyncSearchJob as AsyncSearchJob
    from .async_search_job import AsyncSearchJobAttributes as AsyncSearchJobAttributes
    from .async_search_job import AsyncSearchJobContext as AsyncSearchJobContext
    from .attack_tactic import AttackTactic as AttackTactic
    from .attack_tactic import AttackTacticAttributes as AttackTacticAttributes
    from .attack_tactic import AttackTacticContext as AttackTacticContext
    from .attack_technique import AttackTechnique as AttackTechnique
    from .attack_technique import AttackTechniqueAttributes as AttackTechniqueAttributes
    from .attack_technique import AttackTechniqueContext as AttackTechniqueContext
    from .attack_technique import AttackTechniqueInfo as AttackTechniqueInfo
    from .attack_technique import AttackTechniqueSignature as AttackTechniqueSignature
    from .case import Case as Case
    from .case import CaseAttributes as CaseAttributes
    from .case import CaseContext as CaseContext
    from .clue import Clue as Clue
    from .clue import ClueAttributes as ClueAttributes
    from .clue import ClueContext as ClueContext
    from .clue import ClueFeature as ClueFeature
    from .code_block import CodeBlock as CodeBlock
    from .code_block import CodeBlockAttributes as CodeBlockAttributes
    from .code_block import CodeBlockContext as CodeBlockContext
    from .collection import Collection as Collection
    from .collection import CollectionAggregations as CollectionAggregations
    from .collection import CollectionAttributes as CollectionAttributes
    from .collection import CollectionCommonality as CollectionCommonality
    from .collection import CollectionContext as CollectionContext
    from .collection import CollectionCounters as CollectionCounters
    from .collection import CollectionCPE as CollectionCPE
    from .collection import CollectionCPERange as CollectionCPERange
    from .collection import CollectionCWE as CollectionCWE
    from .collection import CollectionDetail as CollectionDetail
    from .collection import CollectionDomainTraits as CollectionDomainTraits
    from .collection import CollectionEPSS as CollectionEPSS
    from .collection import CollectionExploitation as CollectionExploitation
    from .collection import CollectionFieldSource as CollectionFieldSource
    from .collection import CollectionFileTraits as CollectionFileTraits
    from .collection import CollectionGeneralIds as CollectionGeneralIds
    from .collection import CollectionIndustry as CollectionIndustry
    from .collection import CollectionIPAddressTraits as CollectionIPAddressTraits
    from .collection import CollectionKnownExploited as CollectionKnownExploited
    from .collection import CollectionRegion as CollectionRegion
    from .collection import CollectionRuleCommonality as CollectionRuleCommonality
    from .collection import CollectionSandboxCommonality as CollectionSandboxCommonality
    from .collection import CollectionSource as CollectionSource
    from .collection import CollectionStatistic as CollectionStatistic
    from .collection import CollectionSummaryStats as CollectionSummaryStats
    from .collection import CollectionTechnology as CollectionTechnology
    from .collection import CollectionURLTraits as CollectionURLTraits
    from .collection import CollectionVersion as CollectionVersion
    from .comment import Comment as Comment
    from .comment import CommentAttributes as CommentAttributes
    from .comment import CommentContext as CommentContext
    from .comment import CommentPlace as CommentPlace
    from .comment import CommentVotes as CommentVotes
    from .common.ai_report import AIReport as AIReport
    from .common.analysis_stats import AnalysisStats as AnalysisStats
    from .common.api_usage import APIUsage as APIUsage
    from .common.asm_collection import ASMCollection as ASMCollection
    from .common.asm_collection_run import ASMCollectionRun as ASMCollectionRun
    from .common.asm_entity import ASMAncestor as ASMAncestor
    from .common.asm_entity import ASMEntity as ASMEntity
    from .common.asm_entity import ASMEntityIssues as ASMEntityIssues
    from .common.asm_entity import ASMEntitySummary as ASMEntitySummary
    from .common.asm_issue import ASMIssue as ASMIssue
    from .common.asm_issue import ASMIssueDetails as ASMIssueDetails
    from .common.asm_issue import ASMIssueSummary as ASMIssueSummary
    from .common.asm_issue import ASMReference as ASMReference
    from .common.asm_issue import ASMSoftware as ASMSoftware
    from .common.asm_issue_kind import ASMIssueKind as ASMIssueKind
    from .common.asm_note import ASMNote as ASMNote
    from .common.asm_note import ASMNoteUser as ASMNoteUser
    from .common.asm_project import ASMProject as ASMProject
    from .common.asm_seed import ASMSeed as ASMSeed
    from .common.asm_technology import ASMTechnology as ASMTechnology
    from .common.asm_user import ASMUser as ASMUser
    from .common.behaviour_mitre_trees import BehaviourMitreSignature as BehaviourMitreSignature
    from .common.behaviour_mitre_trees import BehaviourMitreTactic as BehaviourMitreTactic
    from .common.behaviour_mitre_trees import BehaviourMitreTechnique as BehaviourMitreTechnique
    from .common.behaviour_mitre_trees import BehaviourMitreTree as BehaviourMitreTree
    from .common.behaviour_mitre_trees import BehaviourMitreTrees as BehaviourMitreTrees
    from .common.behaviour_summary import BehaviourAttackTechnique as BehaviourAttackTechnique
    from .common.behaviour_summary import BehaviourDNSLookup as BehaviourDNSLookup
    from .common.behaviour_summary import BehaviourDroppedFile as BehaviourDroppedFile
    from .common.behaviour_summary import BehaviourFileCopy as BehaviourFileCopy
    from .common.behaviour_summary import BehaviourHTTPConversation as BehaviourHTTPConversation
    from .common.behaviour_summary import BehaviourIDSAlert as BehaviourIDSAlert
    from .common.behaviour_summary import BehaviourIPTraffic as BehaviourIPTraffic
    from .common.behaviour_summary import BehaviourKeyValue as BehaviourKeyValue
    from .common.behaviour_summary import BehaviourMemoryDump as BehaviourMemoryDump
    from .common.behaviour_summary import BehaviourPermissionCheck as BehaviourPermissionCheck
    from .common.behaviour_summary import BehaviourProcess as BehaviourProcess
    from .common.behaviour_summary import BehaviourSignatureMatch as BehaviourSignatureMatch
    from .common.behaviour_summary import BehaviourSMS as BehaviourSMS
    from .common.behaviour_summary import BehaviourSummary as BehaviourSummary
    from .common.behaviour_summary import BehaviourTechniqueSignature as BehaviourTechniqueSignature
    from .common.behaviour_summary import BehaviourTLS as BehaviourTLS
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
    from .common.collection_event import CollectionEvent as CollectionEvent
    from .common.collection_event import CollectionEventRelated as CollectionEventRelated
    from .common.collection_mitre_tree import CollectionMitreContext as CollectionMitreContext
    from .common.collection_mitre_tree import CollectionMitreTactic as CollectionMitreTactic
    from .common.collection_mitre_tree import CollectionMitreTechnique as CollectionMitreTechnique
    from .common.collection_mitre_tree import CollectionMitreTree as CollectionMitreTree
    from .common.collection_reason import CollectionInterest as CollectionInterest
    from .common.collection_reason import CollectionReason as CollectionReason
    from .common.crowdsourced_context import CrowdsourcedContext as CrowdsourcedContext
    from .common.descriptor_context import DescriptorContext as DescriptorContext
    from .common.dns_record import DNSRecord as DNSRecord
    from .common.dtm_alert import DTMAlert as DTMAlert
    from .common.dtm_alert import DTMConfidenceReasoning as DTMConfidenceReasoning
    from .common.dtm_alert import DTMDocumentMatch as DTMDocumentMatch
    from .common.dtm_alert import DTMLabel as DTMLabel
    from .common.dtm_alert import DTMSeverityReasoning as DTMSeverityReasoning
    from .common.dtm_alert import DTMTextLocation as DTMTextLocation
    from .common.dtm_alert import DTMTopic as DTMTopic
    from .common.dtm_alert import DTMTopicLocation as DTMTopicLocation
    from .common.dtm_alert import DTMTopicMatch as DTMTopicMatch
    from .common.dtm_alert_stats import DTMAlertStats as DTMAlertStats
    from .common.dtm_alert_stats import DTMTagStat as DTMTagStat
    from .common.dtm_document import DTMAccountOwner as DTMAccountOwner
    from .common.dtm_document import DTMAccountService as DTMAccountService
    from .common.dtm_document import DTMChannel as DTMChannel
    from .common.dtm_document import DTMChannelInfo as DTMChannelInfo
    from .common.dtm_document import DTMContact as DTMContact
    from .common.dtm_document import DTMDocument as DTMDocument
    from .common.dtm_document import DTMExposedPassword as DTMExposedPassword
    from .common.dtm_document import DTMHashes as DTMHashes
    from .common.dtm_document import DTMIdentity as DTMIdentity
    from .common.dtm_document import DTMLocation as DTMLocation
    from .common.dtm_document import DTMMessenger as DTMMessenger
    from .common.dtm_document import DTMPerson as DTMPerson
    from .common.dtm_document import DTMServiceAccount as DTMServiceAccount
    from .common.dtm_document import DTMShop as DTMShop
    from .common.dtm_document import DTMSourceFile as DTMSourceFile
    from .common.dtm_document import DTMTelegramAccount as DTMTelegramAccount
    from .common.dtm_domain import DTMDomain as DTMDomain
    from .common.dtm_domains import DTMDomains as DTMDomains
    from .common.dtm_email_setting import DTMEmailSetting as DTMEmailSetting
    from .common.dtm_email_settings import DTMEmailSettings as DTMEmailSettings
    from .common.dtm_monitor import DTMCondition as DTMCondition
    from .common.dtm_monitor import DTMMonitor as DTMMonitor
    from .common.engine_result import EngineResult as EngineResult
    from .common.hunting_info import HuntingInfo as HuntingInfo
    from .common.icon import Icon as Icon
    from .common.ids_context import IDSContext as IDSContext
    from .common.ids_result import IDSResult as IDSResult
    from .common.ioc_summary import IoCSummary as IoCSummary
    from .common.metadata import Metadata as Metadata
    from .common.metadata import MetadataRelationship as MetadataRelationship
    from .common.mitre_reference import MitreReference as MitreReference
    from .common.monitor_event import MonitorEvent as MonitorEvent
    from .common.monitor_event import MonitorEventDetail as MonitorEventDetail
    from .common.notification_source import NotificationSource as NotificationSource
    from .common.overall_quotas import OverallQuota as OverallQuota
    from .common.overall_quotas import OverallQuotas as OverallQuotas
    from .common.privilege import Privilege as Privilege
    from .common.quota import Quota as Quota
    from .common.related_from import RelatedFrom as RelatedFrom
    from .common.related_from import RelatedFromAttributes as RelatedFromAttributes
    from .common.sigma_result import SigmaMatch as SigmaMatch
    from .common.sigma_result import SigmaResult as SigmaResult
    from .common.sigma_stats import SigmaStats as SigmaStats
    from .common.submitter import Submitter as Submitter
    from .common.threat_list import ThreatList as ThreatList
    from .common.threat_list import ThreatListEntry as ThreatListEntry
    from .common.total_votes import TotalVotes as TotalVotes
    from .common.tracker import Tracker as Tracker
    from .common.widget_url import WidgetDetectionRatio as WidgetDetectionRatio
    from .common.widget_url import WidgetURL as WidgetURL
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
    from .file import PopularThreatClassification as PopularThreatClassification
    from .file import PopularThreatValue as PopularThreatValue
    from .file import SandboxVerdict as SandboxVerdict
    from .file import TrIDResult as TrIDResult
    from .file_behaviour import FileBehaviour as FileBehaviour
    from .file_behaviour import FileBehaviourAttributes as FileBehaviourAttributes
    from .file_behaviour import FileBehaviourContext as FileBehaviourContext
    from .graph import Graph as Graph
    from .graph import GraphAttributes as GraphAttributes
    from .graph import GraphCommonality as GraphCommonality
    from .graph import GraphContext as GraphContext
    from .graph import GraphData as GraphData
    from .graph import GraphLink as GraphLink
    from .graph import GraphNode as GraphNode
    from .graph import GraphNodeAttributes as GraphNodeAttributes
    from .graph import GraphPosition as GraphPosition
    from .group import Group as Group
    from .group import GroupAttributes as GroupAttributes
    from .group import GroupContext as GroupContext
    from .hunting_notification import HuntingNotification as HuntingNotification
    from .hunting_notification import HuntingNotificationAttributes as HuntingNotificationAttributes
    from .hunting_notification import HuntingNotificationContext as HuntingNotificationContext
    from .hunting_ruleset import HuntingRuleset as HuntingRuleset
    from .hunting_ruleset import HuntingRulesetAttributes as HuntingRulesetAttributes
    from .hunting_ruleset import HuntingRulesetContext as HuntingRulesetContext
    from .ioc_stream_notification import IoCStreamNotification as IoCStreamNotification
    from .ioc_stream_notification import (
        IoCStreamNotificationAttributes as IoCStreamNotificationAttributes,
    )
    from .ioc_stream_notification import (
        IoCStreamNotificationContext as IoCStreamNotificationContext,
    )
    from .ip_address import IPAddress as IPAddress
    from .ip_address import IPAddressAttributes as IPAddressAttributes
    from .ip_address import IPAddressContext as IPAddressContext
    from .monitor_analysis import MonitorAnalysis as MonitorAnalysis
    from .monitor_analysis import MonitorAnalysisAttributes as MonitorAnalysisAttributes
    from .monitor_analysis import MonitorAnalysisContext as MonitorAnalysisContext
    from .monitor_hash import MonitorHash as MonitorHash
    from .monitor_hash import MonitorHashAttributes as MonitorHashAttributes
    from .monitor_hash import MonitorHashContext as MonitorHashContext
    from .monitor_hash_comment import MonitorHashComment as MonitorHashComment
    from .monitor_hash_comment import MonitorHashCommentAttributes as MonitorHashCommentAttributes
    from .monitor_hash_comment import MonitorHashCommentContext as MonitorHashCommentContext
    from .monitor_item import MonitorItem as MonitorItem
    from .monitor_item import MonitorItemAttributes as MonitorItemAttributes
    from .monitor_item import MonitorItemContext as MonitorItemContext
    from .monitor_partner_statistics import MonitorPartnerStatistics as MonitorPartnerStatistics
    from .monitor_partner_statistics import (
        MonitorPartnerStatisticsAttributes as MonitorPartnerStatisticsAttributes,
    )
    from .monitor_partner_statistics import (
        MonitorPartnerStatisticsContext as MonitorPartnerStatisticsContext,
    )
    from .monitor_statistics import MonitorAgedItem as MonitorAgedItem
    from .monitor_statistics import MonitorDetectedItem as MonitorDetectedItem
    from .monitor_statistics import MonitorEngineCount as MonitorEngineCount
    from .monitor_statistics import MonitorSignatureCount as MonitorSignatureCount
    from .monitor_statistics import MonitorStatistics as MonitorStatistics
    from .monitor_statistics import MonitorStatisticsAttributes as MonitorStatisticsAttributes
    from .monitor_statistics import MonitorStatisticsContext as MonitorStatisticsContext
    from .operation import Operation as Operation
    from .operation import OperationAttributes as OperationAttributes
    from .operation import OperationContext as OperationContext
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
    from .parts.cvss import CVSS as CVSS
    from .parts.cvss import CVSS2Score as CVSS2Score
    from .parts.cvss import CVSS3Score as CVSS3Score
    from .parts.cvss import CVSS4Score as CVSS4Score
    from .parts.cvss import CVSS4Supplemental as CVSS4Supplemental
    from .parts.cvss import CVSS4Threat as CVSS4Threat
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
    from .parts.pe_info import PEDebug as PEDebug
    from .parts.pe_info import PEDebugCodeView as PEDebugCodeView
    from .parts.pe_info import PEDebugFPO as PEDebugFPO
    from .parts.pe_info import PEDebugMisc as PEDebugMisc
    from .parts.pe_info import PEDebugReserved as PEDebugReserved
    from .parts.pe_info import PEImport as PEImport
    from .parts.pe_info import PEInfo as PEInfo
    from .parts.pe_info import PEOverlay as PEOverlay
    from .parts.pe_info import PEResource as PEResource
    from .parts.pe_info import PESection as PESection
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
    from .private_analysis import PrivateAnalysis as PrivateAnalysis
    from .private_analysis import PrivateAnalysisAttributes as PrivateAnalysisAttributes
    from .private_analysis import PrivateAnalysisContext as PrivateAnalysisContext
    from .private_analysis import PrivateSandboxConfiguration as PrivateSandboxConfiguration
    from .private_analysis import PrivateSandboxStatus as PrivateSandboxStatus
    from .private_file import PrivateFile as PrivateFile
    from .private_file import PrivateFileAttributes as PrivateFileAttributes
    from .private_file import PrivateFileContext as PrivateFileContext
    from .private_file_behaviour import PrivateFileBehaviour as PrivateFileBehaviour
    from .private_file_behaviour import (
        PrivateFileBehaviourAttributes as PrivateFileBehaviourAttributes,
    )
    from .private_file_behaviour import PrivateFileBehaviourContext as PrivateFileBehaviourContext
    from .private_url import PrivateURL as PrivateURL
    from .private_url import PrivateURLAttributes as PrivateURLAttributes
    from .private_url import PrivateURLContext as PrivateURLContext
    from .private_url_behaviour import PrivateURLBehaviour as PrivateURLBehaviour
    from .private_url_behaviour import (
        PrivateURLBehaviourAttributes as PrivateURLBehaviourAttributes,
    )
    from .private_url_behaviour import PrivateURLBehaviourContext as PrivateURLBehaviourContext
    from .private_url_behaviour import URLBehaviourCookie as URLBehaviourCookie
    from .private_url_behaviour import URLBehaviourDOM as URLBehaviourDOM
    from .private_url_behaviour import URLBehaviourHeader as URLBehaviourHeader
    from .private_url_behaviour import URLBehaviourResource as URLBehaviourResource
    from .reference import Reference as Reference
    from .reference import ReferenceAttributes as ReferenceAttributes
    from .reference import ReferenceContext as ReferenceContext
    from .relationships import AnalysisRelationship as AnalysisRelationship
    from .relationships import AnalysisRelationships as AnalysisRelationships
    from .relationships import AsyncSearchJobRelationship as AsyncSearchJobRelationship
    from .relationships import AsyncSearchJobRelationships as AsyncSearchJobRelationships
    from .relationships import AttackTacticRelationship as AttackTacticRelationship
    from .relationships import AttackTacticRelationships as AttackTacticRelationships
    from .relationships import AttackTechniqueRelationship as AttackTechniqueRelationship
    from .relationships import AttackTechniqueRelationships as AttackTechniqueRelationships
    from .relationships import CaseRelationship as CaseRelationship
    from .relationships import CaseRelationships as CaseRelationships
    from .relationships import ClueRelationship as ClueRelationship
    from .relationships import ClueRelationships as ClueRelationships
    from .relationships import CodeBlockRelationship as CodeBlockRelationship
    from .relationships import CodeBlockRelationships as CodeBlockRelationships
    from .relationships import CollectionRelationship as CollectionRelationship
    from .relationships import CollectionRelationships as CollectionRelationships
    from .relationships import CommentRelationship as CommentRelationship
    from .relationships import CommentRelationships as CommentRelationships
    from .relationships import DomainRelationship as DomainRelationship
    from .relationships import DomainRelationships as DomainRelationships
    from .relationships import FileBehaviourRelationship as FileBehaviourRelationship
    from .relationships import FileBehaviourRelationships as FileBehaviourRelationships
    from .relationships import FileRelationship as FileRelationship
    from .relationships import FileRelationships as FileRelationships
    from .relationships import GraphRelationship as GraphRelationship
    from .relationships import GraphRelationships as GraphRelationships
    from .relationships import GroupRelationship as GroupRelationship
    from .relationships import GroupRelationships as GroupRelationships
    from .relationships import HuntingNotificationRelationship as HuntingNotificationRelationship
    from .relationships import HuntingNotificationRelationships as HuntingNotificationRelationships
    from .relationships import HuntingRulesetRelationship as HuntingRulesetRelationship
    from .relationships import HuntingRulesetRelationships as HuntingRulesetRelationships
    from .relationships import IPAddressRelationship as IPAddressRelationship
    from .relationships import IPAddressRelationships as IPAddressRelationships
    from .relationships import MonitorHashRelationship as MonitorHashRelationship
    from .relationships import MonitorHashRelationships as MonitorHashRelationships
    from .relationships import MonitorItemRelationship as MonitorItemRelationship
    from .relationships import MonitorItemRelationships as MonitorItemRelationships
    from .relationships import PrivateAnalysisRelationship as PrivateAnalysisRelationship
    from .relationships import PrivateAnalysisRelationships as PrivateAnalysisRelationships
    from .relationships import PrivateFileBehaviourRelationship as PrivateFileBehaviourRelationship
    from .relationships import (
        PrivateFileBehaviourRelationships as PrivateFileBehaviourRelationships,
    )
    from .relationships import PrivateFileRelationship as PrivateFileRelationship
    from .relationships import PrivateFileRelationships as PrivateFileRelationships
    from .relationships import PrivateURLBehaviourRelationship as PrivateURLBehaviourRelationship
    from .relationships import PrivateURLBehaviourRelationships as PrivateURLBehaviourRelationships
    from .relationships import PrivateURLRelationship as PrivateURLRelationship
    from .relationships import PrivateURLRelationships as PrivateURLRelationships
    from .relationships import ReferenceRelationship as ReferenceRelationship
    from .relationships import ReferenceRelationships as ReferenceRelationships
    from .relationships import RetrohuntJobRelationship as RetrohuntJobRelationship
    from .relationships import RetrohuntJobRelationships as RetrohuntJobRelationships
    from .relationships import SavedSearchRelationship as SavedSearchRelationship
    from .relationships import SavedSearchRelationships as SavedSearchRelationships
    from .relationships import ServiceAccountRelationship as ServiceAccountRelationship
    from .relationships import ServiceAccountRelationships as ServiceAccountRelationships
    from .relationships import SigmaAnalysisRelationship as SigmaAnalysisRelationship
    from .relationships import SigmaAnalysisRelationships as SigmaAnalysisRelationships
    from .relationships import SubmissionRelationship as SubmissionRelationship
    from .relationships import SubmissionRelationships as SubmissionRelationships
    from .relationships import ThreatActorRelationship as ThreatActorRelationship
    from .relationships import ThreatActorRelationships as ThreatActorRelationships
    from .relationships import ThreatProfileRelationship as ThreatProfileRelationship
    from .relationships import ThreatProfileRelationships as ThreatProfileRelationships
    from .relationships import URLRelationship as URLRelationship
    from .relationships import URLRelationships as URLRelationships
    from .relationships import UserRelationship as UserRelationship
    from .relationships import UserRelationships as UserRelationships
    from .relationships import VoteRelationship as VoteRelationship
    from .relationships import VoteRelationships as VoteRelationships
    from .relationships import YaraRuleRelationship as YaraRuleRelationship
    from .relationships import YaraRuleRelationships as YaraRuleRelationships
    from .relationships import YaraRulesetRelationship as YaraRulesetRelationship
    from .relationships import YaraRulesetRelationships as YaraRulesetRelationships
    from .resolution import Resolution as Resolution
    from .resolution import ResolutionAttributes as ResolutionAttributes
    from .resolution import ResolutionContext as ResolutionContext
    from .retrohunt_job import RetrohuntJob as RetrohuntJob
    from .retrohunt_job import RetrohuntJobAttributes as RetrohuntJobAttributes
    from .retrohunt_job import RetrohuntJobContext as RetrohuntJobContext
    from .retrohunt_job import RetrohuntTimeRange as RetrohuntTimeRange
    from .saved_search import SavedSearch as SavedSearch
    from .saved_search import SavedSearchAttributes as SavedSearchAttributes
    from .saved_search import SavedSearchContext as SavedSearchContext
    from .screenshot import Screenshot as Screenshot
    from .screenshot import ScreenshotAttributes as ScreenshotAttributes
    from .screenshot import ScreenshotContext as ScreenshotContext
    from .service_account import ServiceAccount as ServiceAccount
    from .service_account import ServiceAccountAttributes as ServiceAccountAttributes
    from .service_account import ServiceAccountContext as ServiceAccountContext
    from .sigma_analysis import SigmaAnalysis as SigmaAnalysis
    from .sigma_analysis import SigmaAnalysisAttributes as SigmaAnalysisAttributes
    from .sigma_analysis import SigmaAnalysisContext as SigmaAnalysisContext
    from .sigma_analysis import SigmaAnalysisMatch as SigmaAnalysisMatch
    from .sigma_rule import SigmaRule as SigmaRule
    from .sigma_rule import SigmaRuleAttributes as SigmaRuleAttributes
    from .sigma_rule import SigmaRuleContext as SigmaRuleContext
    from .sigma_rule import SigmaRuleDetection as SigmaRuleDetection
    from .sigma_rule import SigmaRuleLogSource as SigmaRuleLogSource
    from .ssl_cert import SSLCert as SSLCert
    from .ssl_cert import SSLCertAttributes as SSLCertAttributes
    from .ssl_cert import SSLCertContext as SSLCertContext
    from .submission import Submission as Submission
    from .submission import SubmissionAttributes as SubmissionAttributes
    from .submission import SubmissionContext as SubmissionContext
    from .subscription_preferences import SubscriptionPreferences as SubscriptionPreferences
    from .subscription_preferences import (
        SubscriptionPreferencesAttributes as SubscriptionPreferencesAttributes,
    )
    from .subscription_preferences import (
        SubscriptionPreferencesContext as SubscriptionPreferencesContext,
    )
    from .threat_actor import ThreatActor as ThreatActor
    from .threat_actor import ThreatActorAttributes as ThreatActorAttributes
    from .threat_actor import ThreatActorContext as ThreatActorContext
    from .threat_profile import ThreatProfile as ThreatProfile
    from .threat_profile import ThreatProfileAttributes as ThreatProfileAttributes
    from .threat_profile import ThreatProfileConfig as ThreatProfileConfig
    from .threat_profile import ThreatProfileContext as ThreatProfileContext
    from .threat_profile import ThreatProfileInterests as ThreatProfileInterests
    from .timeline_event import (
        ThreatProfileAssociatedCollection as ThreatProfileAssociatedCollection,
    )
    from .timeline_event import ThreatProfileAssociation as ThreatProfileAssociation
    from .timeline_event import (
        ThreatProfileAssociationAttributes as ThreatProfileAssociationAttributes,
    )
    from .timeline_event import ThreatProfileAssociationContext as ThreatProfileAssociationContext
    from .url import URL as URL
    from .url import URLAttributes as URLAttributes
    from .url import URLContext as URLContext
    from .url import URLCookie as URLCookie
    from .url import URLJavaScriptVariable as URLJavaScriptVariable
    from .url import URLWebRisk as URLWebRisk
    from .url import URLWebRiskScore as URLWebRiskScore
    from .user import User as User
    from .user import UserAttributes as UserAttributes
    from .user import UserContext as UserContext
    from .vote import Vote as Vote
    from .vote import VoteAttributes as VoteAttributes
    from .vote import VoteContext as VoteContext
    from .whois import Whois as Whois
    from .whois import WhoisAttributes as WhoisAttributes
    from .whois import WhoisContext as WhoisContext
    from .yara_rule import YaraRule as YaraRule
    from .yara_rule import YaraRuleAttributes as YaraRuleAttributes
    from .yara_rule import YaraRuleContext as YaraRuleContext
    from .yara_rule import YaraRuleMeta as YaraRuleMeta
    from .yara_ruleset import YaraRuleset as YaraRuleset
    from .yara_ruleset import YaraRulesetAttributes as YaraRulesetAttributes
    from .yara_ruleset import YaraRulesetContext as YaraRulesetContext
    from .zip_file import ZIPFile as ZIPFile
    from .zip_file import ZIPFileAttributes as ZIPFileAttributes
    from .zip_file import ZIPFileContext as ZIPFileContext

_MODULES = {
    "AIReport": ".common.ai_report",
    "APIUsage": ".common.api_usage",
    "ASFContentEncryption": ".parts.asf_info",
    "ASFExtendedContentEncryption": ".parts.asf_info",
    "ASFInfo": ".parts.asf_info",
    "ASFScriptCommand": ".parts.asf_info",
    "ASMAncestor": ".common.asm_entity",
    "ASMCollection": ".common.asm_collection",
    "ASMCollectionRun": ".common.asm_collection_run",
    "ASMEntity": ".common.asm_entity",
    "ASMEntityIssues": ".common.asm_entity",
    "ASMEntitySummary": ".common.asm_entity",
    "ASMIssue": ".common.asm_issue",
    "ASMIssueDetails": ".common.asm_issue",
    "ASMIssueKind": ".common.asm_issue_kind",
    "ASMIssueSummary": ".common.asm_issue",
    "ASMNote": ".common.asm_note",
    "ASMNoteUser": ".common.asm_note",
    "ASMProject": ".common.asm_project",
    "ASMReference": ".common.asm_issue",
    "ASMSeed": ".common.asm_seed",
    "ASMSoftware": ".common.asm_issue",
    "ASMTechnology": ".common.asm_technology",
    "ASMUser": ".common.asm_user",
    "ActivityLogEntry": ".activity_log_entry",
    "ActivityLogEntryAttributes": ".activity_log_entry",
    "ActivityLogEntryContext": ".activity_log_entry",
    "ActivityLogInfo": ".activity_log_entry",
    "AlertingAsset": ".alerting_asset",
    "AlertingAssetAttributes": ".alerting_asset",
    "AlertingAssetContext": ".alerting_asset",
    "AlertingAssetInfo": ".alerting_asset",
    "AlertingBrand": ".alerting_asset",
    "AlertingFavicon": ".alerting_asset",
    "AlertingNotification": ".alerting_notification",
    "AlertingNotificationAttributes": ".alerting_notification",
    "AlertingNotificationContext": ".alerting_notification",
    "Analysis": ".analysis",
    "AnalysisAttributes": ".analysis",
    "AnalysisContext": ".analysis",
    "AnalysisRelationship": ".relationships",
    "AnalysisRelationships": ".relationships",
    "AnalysisStats": ".common.analysis_stats",
    "Androguard": ".parts.androguard",
    "AndroguardCertificate": ".parts.androguard",
    "AndroguardIntentFilter": ".parts.androguard",
    "AndroguardIntentFilters": ".parts.androguard",
    "AndroguardPermission": ".parts.androguard",
    "AndroguardRisk": ".parts.androguard",
    "AsyncSearchJob": ".async_search_job",
    "AsyncSearchJobAttributes": ".async_search_job",
    "AsyncSearchJobContext": ".async_search_job",
    "AsyncSearchJobRelationship": ".relationships",
    "AsyncSearchJobRelationships": ".relationships",
    "AttackTactic": ".attack_tactic",
    "AttackTacticAttributes": ".attack_tactic",
    "AttackTacticContext": ".attack_tactic",
    "AttackTacticRelationship": ".relationships",
    "AttackTacticRelationships": ".relationships",
    "AttackTechnique": ".attack_technique",
    "AttackTechniqueAttributes": ".attack_technique",
    "AttackTechniqueContext": ".attack_technique",
    "AttackTechniqueInfo": ".attack_technique",
    "AttackTechniqueRelationship": ".relationships",
    "AttackTechniqueRelationships": ".relationships",
    "AttackTechniqueSignature": ".attack_technique",
    "AutostartLocation": ".file",
    "BehaviourAttackTechnique": ".common.behaviour_summary",
    "BehaviourDNSLookup": ".common.behaviour_summary",
    "BehaviourDroppedFile": ".common.behaviour_summary",
    "BehaviourFileCopy": ".common.behaviour_summary",
    "BehaviourHTTPConversation": ".common.behaviour_summary",
    "BehaviourIDSAlert": ".common.behaviour_summary",
    "BehaviourIPTraffic": ".common.behaviour_summary",
    "BehaviourKeyValue": ".common.behaviour_summary",
    "BehaviourMemoryDump": ".common.behaviour_summary",
    "BehaviourMitreSignature": ".common.behaviour_mitre_trees",
    "BehaviourMitreTactic": ".common.behaviour_mitre_trees",
    "BehaviourMitreTechnique": ".common.behaviour_mitre_trees",
    "BehaviourMitreTree": ".common.behaviour_mitre_trees",
    "BehaviourMitreTrees": ".common.behaviour_mitre_trees",
    "BehaviourPermissionCheck": ".common.behaviour_summary",
    "BehaviourProcess": ".common.behaviour_summary",
    "BehaviourSMS": ".common.behaviour_summary",
    "BehaviourSignatureMatch": ".common.behaviour_summary",
    "BehaviourSummary": ".common.behaviour_summary",
    "BehaviourTLS": ".common.behaviour_summary",
    "BehaviourTechniqueSignature": ".common.behaviour_summary",
    "BundleInfo": ".parts.bundle_info",
    "CVSS": ".parts.cvss",
    "CVSS2Score": ".parts.cvss",
    "CVSS3Score": ".parts.cvss",
    "CVSS4Score": ".parts.cvss",
    "CVSS4Supplemental": ".parts.cvss",
    "CVSS4Threat": ".parts.cvss",
    "Case": ".case",
    "CaseAttributes": ".case",
    "CaseContext": ".case",
    "CaseRelationship": ".relationships",
    "CaseRelationships": ".relationships",
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
    "Clue": ".clue",
    "ClueAttributes": ".clue",
    "ClueContext": ".clue",
    "ClueFeature": ".clue",
    "ClueRelationship": ".relationships",
    "ClueRelationships": ".relationships",
    "CodeBlock": ".code_block",
    "CodeBlockAttributes": ".code_block",
    "CodeBlockContext": ".code_block",
    "CodeBlockRelationship": ".relationships",
    "CodeBlockRelationships": ".relationships",
    "Collection": ".collection",
    "CollectionAggregations": ".collection",
    "CollectionAttributes": ".collection",
    "CollectionCPE": ".collection",
    "CollectionCPERange": ".collection",
    "CollectionCWE": ".collection",
    "CollectionCommonality": ".collection",
    "CollectionContext": ".collection",
    "CollectionCounters": ".collection",
    "CollectionDetail": ".collection",
    "CollectionDomainTraits": ".collection",
    "CollectionEPSS": ".collection",
    "CollectionEvent": ".common.collection_event",
    "CollectionEventRelated": ".common.collection_event",
    "CollectionExploitation": ".collection",
    "CollectionFieldSource": ".collection",
    "CollectionFileTraits": ".collection",
    "CollectionGeneralIds": ".collection",
    "CollectionIPAddressTraits": ".collection",
    "CollectionIndustry": ".collection",
    "CollectionInterest": ".common.collection_reason",
    "CollectionKnownExploited": ".collection",
    "CollectionMitreContext": ".common.collection_mitre_tree",
    "CollectionMitreTactic": ".common.collection_mitre_tree",
    "CollectionMitreTechnique": ".common.collection_mitre_tree",
    "CollectionMitreTree": ".common.collection_mitre_tree",
    "CollectionReason": ".common.collection_reason",
    "CollectionRegion": ".collection",
    "CollectionRelationship": ".relationships",
    "CollectionRelationships": ".relationships",
    "CollectionRuleCommonality": ".collection",
    "CollectionSandboxCommonality": ".collection",
    "CollectionSource": ".collection",
    "CollectionStatistic": ".collection",
    "CollectionSummaryStats": ".collection",
    "CollectionTechnology": ".collection",
    "CollectionURLTraits": ".collection",
    "CollectionVersion": ".collection",
    "Comment": ".comment",
    "CommentAttributes": ".comment",
    "CommentContext": ".comment",
    "CommentPlace": ".comment",
    "CommentRelationship": ".relationships",
    "CommentRelationships": ".relationships",
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
    "DTMAccountOwner": ".common.dtm_document",
    "DTMAccountService": ".common.dtm_document",
    "DTMAlert": ".common.dtm_alert",
    "DTMAlertStats": ".common.dtm_alert_stats",
    "DTMChannel": ".common.dtm_document",
    "DTMChannelInfo": ".common.dtm_document",
    "DTMCondition": ".common.dtm_monitor",
    "DTMConfidenceReasoning": ".common.dtm_alert",
    "DTMContact": ".common.dtm_document",
    "DTMDocument": ".common.dtm_document",
    "DTMDocumentMatch": ".common.dtm_alert",
    "DTMDomain": ".common.dtm_domain",
    "DTMDomains": ".common.dtm_domains",
    "DTMEmailSetting": ".common.dtm_email_setting",
    "DTMEmailSettings": ".common.dtm_email_settings",
    "DTMExposedPassword": ".common.dtm_document",
    "DTMHashes": ".common.dtm_document",
    "DTMIdentity": ".common.dtm_document",
    "DTMLabel": ".common.dtm_alert",
    "DTMLocation": ".common.dtm_document",
    "DTMMessenger": ".common.dtm_document",
    "DTMMonitor": ".common.dtm_monitor",
    "DTMPerson": ".common.dtm_document",
    "DTMServiceAccount": ".common.dtm_document",
    "DTMSeverityReasoning": ".common.dtm_alert",
    "DTMShop": ".common.dtm_document",
    "DTMSourceFile": ".common.dtm_document",
    "DTMTagStat": ".common.dtm_alert_stats",
    "DTMTelegramAccount": ".common.dtm_document",
    "DTMTextLocation": ".common.dtm_alert",
    "DTMTopic": ".common.dtm_alert",
    "DTMTopicLocation": ".common.dtm_alert",
    "DTMTopicMatch": ".common.dtm_alert",
    "DebChangelog": ".parts.deb_info",
    "DebControlScripts": ".parts.deb_info",
    "DebInfo": ".parts.deb_info",
    "DebStructure": ".parts.deb_info",
    "DescriptorContext": ".common.descriptor_context",
    "DetectItEasy": ".file",
    "DetectItEasyValue": ".file",
    "Domain": ".domain",
    "DomainAttributes": ".domain",
    "DomainContext": ".domain",
    "DomainPopularityRank": ".domain",
    "DomainRelationship": ".relationships",
    "DomainRelationships": ".relationships",
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
    "FileBehaviourRelationships": ".relationships",
    "FileContext": ".file",
    "FileRelationship": ".relationships",
    "FileRelationships": ".relationships",
    "GTIAssessment": ".parts.gti_assessment",
    "GTIContributingFactors": ".parts.gti_assessment",
    "GTISeverity": ".parts.gti_assessment",
    "GTIThreatScore": ".parts.gti_assessment",
    "GTIVerdict": ".parts.gti_assessment",
    "Graph": ".graph",
    "GraphAttributes": ".graph",
    "GraphCommonality": ".graph",
    "GraphContext": ".graph",
    "GraphData": ".graph",
    "GraphLink": ".graph",
    "GraphNode": ".graph",
    "GraphNodeAttributes": ".graph",
    "GraphPosition": ".graph",
    "GraphRelationship": ".relationships",
    "GraphRelationships": ".relationships",
    "Group": ".group",
    "GroupAttributes": ".group",
    "GroupContext": ".group",
    "GroupRelationship": ".relationships",
    "GroupRelationships": ".relationships",
    "HTMLFrame": ".parts.html_info",
    "HTMLInfo": ".parts.html_info",
    "HTMLMeta": ".parts.html_info",
    "HTMLScript": ".parts.html_info",
    "HuntingInfo": ".common.hunting_info",
    "HuntingNotification": ".hunting_notification",
    "HuntingNotificationAttributes": ".hunting_notification",
    "HuntingNotificationContext": ".hunting_notification",
    "HuntingNotificationRelationship": ".relationships",
    "HuntingNotificationRelationships": ".relationships",
    "HuntingRuleset": ".hunting_ruleset",
    "HuntingRulesetAttributes": ".hunting_ruleset",
    "HuntingRulesetContext": ".hunting_ruleset",
    "HuntingRulesetRelationship": ".relationships",
    "HuntingRulesetRelationships": ".relationships",
    "IDSContext": ".common.ids_context",
    "IDSResult": ".common.ids_result",
    "IPAInfo": ".parts.ipa_info",
    "IPAddress": ".ip_address",
    "IPAddressAttributes": ".ip_address",
    "IPAddressContext": ".ip_address",
    "IPAddressRelationship": ".relationships",
    "IPAddressRelationships": ".relationships",
    "ISOImageInfo": ".parts.isoimage_info",
    "Icon": ".common.icon",
    "IoCStreamNotification": ".ioc_stream_notification",
    "IoCStreamNotificationAttributes": ".ioc_stream_notification",
    "IoCStreamNotificationContext": ".ioc_stream_notification",
    "IoCSummary": ".common.ioc_summary",
    "ItemError": "vt_sdk.core.envelope",
    "JARInfo": ".parts.jar_info",
    "JavaClassInfo": ".parts.class_info",
    "JavaScriptInfo": ".parts.javascript_info",
    "KnownDistributors": ".parts.known_distributors",
    "Links": "vt_sdk.core.envelope",
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
    "Meta": "vt_sdk.core.envelope",
    "MetaFileInfo": "vt_sdk.core.envelope",
    "MetaMonitorRealtime": "vt_sdk.core.envelope",
    "MetaURLInfo": "vt_sdk.core.envelope",
    "Metadata": ".common.metadata",
    "MetadataRelationship": ".common.metadata",
    "MitreReference": ".common.mitre_reference",
    "MonitorAgedItem": ".monitor_statistics",
    "MonitorAnalysis": ".monitor_analysis",
    "MonitorAnalysisAttributes": ".monitor_analysis",
    "MonitorAnalysisContext": ".monitor_analysis",
    "MonitorDetectedItem": ".monitor_statistics",
    "MonitorEngineCount": ".monitor_statistics",
    "MonitorEvent": ".common.monitor_event",
    "MonitorEventDetail": ".common.monitor_event",
    "MonitorHash": ".monitor_hash",
    "MonitorHashAttributes": ".monitor_hash",
    "MonitorHashComment": ".monitor_hash_comment",
    "MonitorHashCommentAttributes": ".monitor_hash_comment",
    "MonitorHashCommentContext": ".monitor_hash_comment",
    "MonitorHashContext": ".monitor_hash",
    "MonitorHashRelationship": ".relationships",
    "MonitorHashRelationships": ".relationships",
    "MonitorInfo": ".parts.monitor_info",
    "MonitorItem": ".monitor_item",
    "MonitorItemAttributes": ".monitor_item",
    "MonitorItemContext": ".monitor_item",
    "MonitorItemRelationship": ".relationships",
    "MonitorItemRelationships": ".relationships",
    "MonitorPartnerStatistics": ".monitor_partner_statistics",
    "MonitorPartnerStatisticsAttributes": ".monitor_partner_statistics",
    "MonitorPartnerStatisticsContext": ".monitor_partner_statistics",
    "MonitorSignatureCount": ".monitor_statistics",
    "MonitorStatistics": ".monitor_statistics",
    "MonitorStatisticsAttributes": ".monitor_statistics",
    "MonitorStatisticsContext": ".monitor_statistics",
    "NSRLInfo": ".parts.nsrl_info",
    "NotificationSource": ".common.notification_source",
    "OfficeDocumentSummary": ".parts.office_info",
    "OfficeEntry": ".parts.office_info",
    "OfficeInfo": ".parts.office_info",
    "OfficeSummary": ".parts.office_info",
    "OpenXMLContent": ".parts.openxml_info",
    "OpenXMLInfo": ".parts.openxml_info",
    "OpenXMLWorkbook": ".parts.openxml_info",
    "Operation": ".operation",
    "OperationAttributes": ".operation",
    "OperationContext": ".operation",
    "OverallQuota": ".common.overall_quotas",
    "OverallQuotas": ".common.overall_quotas",
    "PDFInfo": ".parts.pdf_info",
    "PEDebug": ".parts.pe_info",
    "PEDebugCodeView": ".parts.pe_info",
    "PEDebugFPO": ".parts.pe_info",
    "PEDebugMisc": ".parts.pe_info",
    "PEDebugReserved": ".parts.pe_info",
    "PEImport": ".parts.pe_info",
    "PEInfo": ".parts.pe_info",
    "PEOverlay": ".parts.pe_info",
    "PEResource": ".parts.pe_info",
    "PESection": ".parts.pe_info",
    "PasswordInfo": ".parts.password_info",
    "PopularThreatClassification": ".file",
    "PopularThreatValue": ".file",
    "PowerShellInfo": ".parts.powershell_info",
    "PrivateAnalysis": ".private_analysis",
    "PrivateAnalysisAttributes": ".private_analysis",
    "PrivateAnalysisContext": ".private_analysis",
    "PrivateAnalysisRelationship": ".relationships",
    "PrivateAnalysisRelationships": ".relationships",
    "PrivateFile": ".private_file",
    "PrivateFileAttributes": ".private_file",
    "PrivateFileBehaviour": ".private_file_behaviour",
    "PrivateFileBehaviourAttributes": ".private_file_behaviour",
    "PrivateFileBehaviourContext": ".private_file_behaviour",
    "PrivateFileBehaviourRelationship": ".relationships",
    "PrivateFileBehaviourRelationships": ".relationships",
    "PrivateFileContext": ".private_file",
    "PrivateFileRelationship": ".relationships",
    "PrivateFileRelationships": ".relationships",
    "PrivateSandboxConfiguration": ".private_analysis",
    "PrivateSandboxStatus": ".private_analysis",
    "PrivateURL": ".private_url",
    "PrivateURLAttributes": ".private_url",
    "PrivateURLBehaviour": ".private_url_behaviour",
    "PrivateURLBehaviourAttributes": ".private_url_behaviour",
    "PrivateURLBehaviourContext": ".private_url_behaviour",
    "PrivateURLBehaviourRelationship": ".relationships",
    "PrivateURLBehaviourRelationships": ".relationships",
    "PrivateURLContext": ".private_url",
    "PrivateURLRelationship": ".relationships",
    "PrivateURLRelationships": ".relationships",
    "Privilege": ".common.privilege",
    "Quota": ".common.quota",
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
    "Reference": ".reference",
    "ReferenceAttributes": ".reference",
    "ReferenceContext": ".reference",
    "ReferenceRelationship": ".relationships",
    "ReferenceRelationships": ".relationships",
    "RelatedFrom": ".common.related_from",
    "RelatedFromAttributes": ".common.related_from",
    "Resolution": ".resolution",
    "ResolutionAttributes": ".resolution",
    "ResolutionContext": ".resolution",
    "RetrohuntJob": ".retrohunt_job",
    "RetrohuntJobAttributes": ".retrohunt_job",
    "RetrohuntJobContext": ".retrohunt_job",
    "RetrohuntJobRelationship": ".relationships",
    "RetrohuntJobRelationships": ".relationships",
    "RetrohuntTimeRange": ".retrohunt_job",
    "SSLCert": ".ssl_cert",
    "SSLCertAttributes": ".ssl_cert",
    "SSLCertContext": ".ssl_cert",
    "SWFInfo": ".parts.swf_info",
    "SaferPickle": ".parts.saferpickle",
    "SandboxVerdict": ".file",
    "SavedSearch": ".saved_search",
    "SavedSearchAttributes": ".saved_search",
    "SavedSearchContext": ".saved_search",
    "SavedSearchRelationship": ".relationships",
    "SavedSearchRelationships": ".relationships",
    "Screenshot": ".screenshot",
    "ScreenshotAttributes": ".screenshot",
    "ScreenshotContext": ".screenshot",
    "ServiceAccount": ".service_account",
    "ServiceAccountAttributes": ".service_account",
    "ServiceAccountContext": ".service_account",
    "ServiceAccountRelationship": ".relationships",
    "ServiceAccountRelationships": ".relationships",
    "SigmaAnalysis": ".sigma_analysis",
    "SigmaAnalysisAttributes": ".sigma_analysis",
    "SigmaAnalysisContext": ".sigma_analysis",
    "SigmaAnalysisMatch": ".sigma_analysis",
    "SigmaAnalysisRelationship": ".relationships",
    "SigmaAnalysisRelationships": ".relationships",
    "SigmaMatch": ".common.sigma_result",
    "SigmaResult": ".common.sigma_result",
    "SigmaRule": ".sigma_rule",
    "SigmaRuleAttributes": ".sigma_rule",
    "SigmaRuleContext": ".sigma_rule",
    "SigmaRuleDetection": ".sigma_rule",
    "SigmaRuleLogSource": ".sigma_rule",
    "SigmaStats": ".common.sigma_stats",
    "SignatureCertificate": ".parts.signature_info",
    "SignatureInfo": ".parts.signature_info",
    "SignatureOpusInfo": ".parts.signature_info",
    "SignaturePKCS": ".parts.signature_info",
    "SignatureSigner": ".parts.signature_info",
    "Submission": ".submission",
    "SubmissionAttributes": ".submission",
    "SubmissionContext": ".submission",
    "SubmissionRelationship": ".relationships",
    "SubmissionRelationships": ".relationships",
    "Submitter": ".common.submitter",
    "SubscriptionPreferences": ".subscription_preferences",
    "SubscriptionPreferencesAttributes": ".subscription_preferences",
    "SubscriptionPreferencesContext": ".subscription_preferences",
    "ThreatActor": ".threat_actor",
    "ThreatActorAttributes": ".threat_actor",
    "ThreatActorContext": ".threat_actor",
    "ThreatActorRelationship": ".relationships",
    "ThreatActorRelationships": ".relationships",
    "ThreatList": ".common.threat_list",
    "ThreatListEntry": ".common.threat_list",
    "ThreatProfile": ".threat_profile",
    "ThreatProfileAssociatedCollection": ".timeline_event",
    "ThreatProfileAssociation": ".timeline_event",
    "ThreatProfileAssociationAttributes": ".timeline_event",
    "ThreatProfileAssociationContext": ".timeline_event",
    "ThreatProfileAttributes": ".threat_profile",
    "ThreatProfileConfig": ".threat_profile",
    "ThreatProfileContext": ".threat_profile",
    "ThreatProfileInterests": ".threat_profile",
    "ThreatProfileRelationship": ".relationships",
    "ThreatProfileRelationships": ".relationships",
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
    "URLBehaviourCookie": ".private_url_behaviour",
    "URLBehaviourDOM": ".private_url_behaviour",
    "URLBehaviourHeader": ".private_url_behaviour",
    "URLBehaviourResource": ".private_url_behaviour",
    "URLContext": ".url",
    "URLCookie": ".url",
    "URLJavaScriptVariable": ".url",
    "URLRelationship": ".relationships",
    "URLRelationships": ".relationships",
    "URLWebRisk": ".url",
    "URLWebRiskScore": ".url",
    "User": ".user",
    "UserAttributes": ".user",
    "UserContext": ".user",
    "UserRelationship": ".relationships",
    "UserRelationships": ".relationships",
    "VBAInfo": ".parts.vba_info",
    "VBAMacro": ".parts.vba_macros",
    "VBAMacros": ".parts.vba_macros",
    "Vote": ".vote",
    "VoteAttributes": ".vote",
    "VoteContext": ".vote",
    "VoteRelationship": ".relationships",
    "VoteRelationships": ".relationships",
    "Whois": ".whois",
    "WhoisAttributes": ".whois",
    "WhoisContext": ".whois",
    "WidgetDetectionRatio": ".common.widget_url",
    "WidgetURL": ".common.widget_url",
    "WiresharkInfo": ".parts.wireshark",
    "YaraRule": ".yara_rule",
    "YaraRuleAttributes": ".yara_rule",
    "YaraRuleContext": ".yara_rule",
    "YaraRuleMeta": ".yara_rule",
    "YaraRuleRelationship": ".relationships",
    "YaraRuleRelationships": ".relationships",
    "YaraRuleset": ".yara_ruleset",
    "YaraRulesetAttributes": ".yara_ruleset",
    "YaraRulesetContext": ".yara_ruleset",
    "YaraRulesetRelationship": ".relationships",
    "YaraRulesetRelationships": ".relationships",
    "ZIPFile": ".zip_file",
    "ZIPFileAttributes": ".zip_file",
    "ZIPFileContext": ".zip_file",
}

OBJECT_TYPES = {
    "activity_log_entry": "ActivityLogEntry",
    "alerting_asset": "AlertingAsset",
    "alerting_notification": "AlertingNotification",
    "analysis": "Analysis",
    "async_search_job": "AsyncSearchJob",
    "attack_tactic": "AttackTactic",
    "attack_technique": "AttackTechnique",
    "case": "Case",
    "clue": "Clue",
    "code_block": "CodeBlock",
    "collection": "Collection",
    "comment": "Comment",
    "domain": "Domain",
    "file": "File",
    "file_behaviour": "FileBehaviour",
    "graph": "Graph",
    "group": "Group",
    "hunting_notification": "HuntingNotification",
    "hunting_ruleset": "HuntingRuleset",
    "ioc_stream_notification": "IoCStreamNotification",
    "ip_address": "IPAddress",
    "monitor_analysis": "MonitorAnalysis",
    "monitor_hash": "MonitorHash",
    "monitor_hash_comment": "MonitorHashComment",
    "monitor_item": "MonitorItem",
    "monitor_partner_statistics": "MonitorPartnerStatistics",
    "monitor_statistics": "MonitorStatistics",
    "operation": "Operation",
    "private_analysis": "PrivateAnalysis",
    "private_file": "PrivateFile",
    "private_file_behaviour": "PrivateFileBehaviour",
    "private_url": "PrivateURL",
    "private_url_behaviour": "PrivateURLBehaviour",
    "reference": "Reference",
    "resolution": "Resolution",
    "retrohunt_job": "RetrohuntJob",
    "saved_search": "SavedSearch",
    "screenshot": "Screenshot",
    "service_account": "ServiceAccount",
    "sigma_analysis": "SigmaAnalysis",
    "sigma_rule": "SigmaRule",
    "ssl_cert": "SSLCert",
    "submission": "Submission",
    "subscription_preferences": "SubscriptionPreferences",
    "threat_actor": "ThreatActor",
    "threat_profile": "ThreatProfile",
    "timeline_event": "ThreatProfileAssociation",
    "url": "URL",
    "user": "User",
    "vote": "Vote",
    "whois": "Whois",
    "yara_rule": "YaraRule",
    "yara_ruleset": "YaraRuleset",
    "zip_file": "ZIPFile",
}
"""The class of each object type, by name."""

register(
    __name__,
    OBJECT_TYPES,
    {
        "AIReport": [],
        "APIUsage": [],
        "ASMCollection": [(("result",), "cursor")],
        "ASMCollectionRun": [(("result",), "cursor")],
        "ASMEntity": [(("result", "hits"), "token"), (("result",), "cursor")],
        "ASMIssue": [(("result", "hits"), "token"), (("result",), "cursor")],
        "ASMIssueKind": [(("result",), "number")],
        "ASMNote": [(("result",), "cursor")],
        "ASMProject": [(("result",), "cursor")],
        "ASMSeed": [(("result",), "cursor")],
        "ASMTechnology": [(("result", "hits"), "token")],
        "ASMUser": [(("result",), "cursor")],
        "BehaviourMitreTrees": [],
        "BehaviourSummary": [],
        "CollectionEvent": [],
        "CollectionMitreTree": [],
        "CommentVotes": [],
        "DTMAlert": [(("alerts",), "link")],
        "DTMAlertStats": [],
        "DTMDocument": [(("docs",), "link")],
        "DTMDomain": [],
        "DTMDomains": [],
        "DTMEmailSetting": [],
        "DTMEmailSettings": [],
        "DTMLabel": [(("labels",), "cursor")],
        "DTMMonitor": [(("monitors",), "link")],
        "DTMTopic": [(("topics",), "cursor")],
        "IoCSummary": [],
        "Metadata": [],
        "MonitorEvent": [],
        "OverallQuotas": [],
        "ThreatList": [],
        "WidgetURL": [],
    },
)

__all__ = sorted(_MODULES)  # pyright: ignore[reportUnsupportedDunderAll]


if not TYPE_CHECKING:  # else type checkers would accept any name

    def __getattr__(name):
        if name not in _MODULES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from importlib import import_module

        from vt_sdk.core.build_lock import build_lock

        with build_lock:
            found = globals()[name] = getattr(import_module(_MODULES[name], __name__), name)
        return found


def __dir__() -> "list[str]":
    return sorted({*globals(), *_MODULES})
