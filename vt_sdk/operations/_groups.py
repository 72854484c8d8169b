"""All groups of operations, each made on first use.

Do not edit: `python3 scripts/generate.py` made it from `schemas/openapi.yaml`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from vt_sdk.api import Configured
from vt_sdk.drivers.connection import once

if TYPE_CHECKING:
    from vt_sdk.operations.alerts import VirusTotalAPIAlerts
    from vt_sdk.operations.analyses import VirusTotalAPIAnalyses
    from vt_sdk.operations.attack_tactics import VirusTotalAPIAttackTactics
    from vt_sdk.operations.attack_techniques import VirusTotalAPIAttackTechniques
    from vt_sdk.operations.audit_log import VirusTotalAPIAuditLog
    from vt_sdk.operations.code_insights import VirusTotalAPICodeInsights
    from vt_sdk.operations.comments import VirusTotalAPIComments
    from vt_sdk.operations.crowdsourced_rules import VirusTotalAPICrowdsourcedRules
    from vt_sdk.operations.domains import VirusTotalAPIDomains
    from vt_sdk.operations.file_behaviours import VirusTotalAPIFileBehaviours
    from vt_sdk.operations.graphs import VirusTotalAPIGraphs
    from vt_sdk.operations.groups import VirusTotalAPIGroups
    from vt_sdk.operations.gti_asm import VirusTotalAPIGTIASM
    from vt_sdk.operations.intelligence import VirusTotalAPIIntelligence
    from vt_sdk.operations.ioc_stream import VirusTotalAPIIoCStream
    from vt_sdk.operations.ip_addresses import VirusTotalAPIIPAddresses
    from vt_sdk.operations.livehunt import VirusTotalAPILivehunt
    from vt_sdk.operations.metadata import VirusTotalAPIMetadata
    from vt_sdk.operations.popular_threat_categories import VirusTotalAPIPopularThreatCategories
    from vt_sdk.operations.private_analyses import VirusTotalAPIPrivateAnalyses
    from vt_sdk.operations.private_file_behaviours import VirusTotalAPIPrivateFileBehaviours
    from vt_sdk.operations.resolutions import VirusTotalAPIResolutions
    from vt_sdk.operations.retrohunt import VirusTotalAPIRetrohunt
    from vt_sdk.operations.saved_searches import VirusTotalAPISavedSearches
    from vt_sdk.operations.search import VirusTotalAPISearch
    from vt_sdk.operations.service_accounts import VirusTotalAPIServiceAccounts
    from vt_sdk.operations.threat_actors import VirusTotalAPIThreatActors
    from vt_sdk.operations.threat_profiles import VirusTotalAPIThreatProfiles
    from vt_sdk.operations.users import VirusTotalAPIUsers
    from vt_sdk.resources.collections import VirusTotalAPICollections
    from vt_sdk.resources.feeds import VirusTotalAPIFeeds
    from vt_sdk.resources.files import VirusTotalAPIFiles
    from vt_sdk.resources.gti_dtm import VirusTotalAPIGTIDTM
    from vt_sdk.resources.monitor import VirusTotalAPIMonitor
    from vt_sdk.resources.monitor_partner import VirusTotalAPIMonitorPartner
    from vt_sdk.resources.private_files import VirusTotalAPIPrivateFiles
    from vt_sdk.resources.private_urls import VirusTotalAPIPrivateUrls
    from vt_sdk.resources.private_zip_files import VirusTotalAPIPrivateZIPFiles
    from vt_sdk.resources.quotas import VirusTotalAPIQuotas
    from vt_sdk.resources.references import VirusTotalAPIReferences
    from vt_sdk.resources.threat_lists import VirusTotalAPIThreatLists
    from vt_sdk.resources.urls import VirusTotalAPIUrls
    from vt_sdk.resources.widget import VirusTotalAPIWidget
    from vt_sdk.resources.zip_files import VirusTotalAPIZIPFiles


class Groups(Configured):
    """All groups of operations, each made on first use."""

    @once
    def files(self) -> VirusTotalAPIFiles:
        """Files: upload and wait, reports, comments, votes, relationships, downloads."""
        from vt_sdk.resources.files import VirusTotalAPIFiles

        return VirusTotalAPIFiles._sharing(self._connection)

    @once
    def urls(self) -> VirusTotalAPIUrls:
        """URLs: submit and wait, reports, comments, votes, relationships."""
        from vt_sdk.resources.urls import VirusTotalAPIUrls

        return VirusTotalAPIUrls._sharing(self._connection)

    @once
    def domains(self) -> VirusTotalAPIDomains:
        """Domains: reports, rescans, comments, votes, relationships."""
        from vt_sdk.operations.domains import VirusTotalAPIDomains

        return VirusTotalAPIDomains._sharing(self._connection)

    @once
    def ip_addresses(self) -> VirusTotalAPIIPAddresses:
        """IP addresses: reports, rescans, comments, votes, relationships."""
        from vt_sdk.operations.ip_addresses import VirusTotalAPIIPAddresses

        return VirusTotalAPIIPAddresses._sharing(self._connection)

    @once
    def analyses(self) -> VirusTotalAPIAnalyses:
        """Analyses: their state, and waiting until they are completed."""
        from vt_sdk.operations.analyses import VirusTotalAPIAnalyses

        return VirusTotalAPIAnalyses._sharing(self._connection)

    @once
    def comments(self) -> VirusTotalAPIComments:
        """Comments: the latest ones, one by its id, deleting, voting on them."""
        from vt_sdk.operations.comments import VirusTotalAPIComments

        return VirusTotalAPIComments._sharing(self._connection)

    @once
    def quotas(self) -> VirusTotalAPIQuotas:
        """Quotas: what is left, what users may use and have used, and what for."""
        from vt_sdk.resources.quotas import VirusTotalAPIQuotas

        return VirusTotalAPIQuotas._sharing(self._connection)

    @once
    def resolutions(self) -> VirusTotalAPIResolutions:
        """DNS resolutions: which host led to which address, and when."""
        from vt_sdk.operations.resolutions import VirusTotalAPIResolutions

        return VirusTotalAPIResolutions._sharing(self._connection)

    @once
    def popular_threat_categories(self) -> VirusTotalAPIPopularThreatCategories:
        """The names of the popular categories of threats."""
        from vt_sdk.operations.popular_threat_categories import VirusTotalAPIPopularThreatCategories

        return VirusTotalAPIPopularThreatCategories._sharing(self._connection)

    @once
    def metadata(self) -> VirusTotalAPIMetadata:
        """What the service is made of: engines, privileges, relationships."""
        from vt_sdk.operations.metadata import VirusTotalAPIMetadata

        return VirusTotalAPIMetadata._sharing(self._connection)

    @once
    def file_behaviours(self) -> VirusTotalAPIFileBehaviours:
        """Behaviour reports: what files did in sandboxes."""
        from vt_sdk.operations.file_behaviours import VirusTotalAPIFileBehaviours

        return VirusTotalAPIFileBehaviours._sharing(self._connection)

    @once
    def private_file_behaviours(self) -> VirusTotalAPIPrivateFileBehaviours:
        """Behaviour reports of private files."""
        from vt_sdk.operations.private_file_behaviours import VirusTotalAPIPrivateFileBehaviours

        return VirusTotalAPIPrivateFileBehaviours._sharing(self._connection)

    @once
    def search(self) -> VirusTotalAPISearch:
        """Look-up of hashes, URLs, domains, IP addresses and comments."""
        from vt_sdk.operations.search import VirusTotalAPISearch

        return VirusTotalAPISearch._sharing(self._connection)

    @once
    def intelligence(self) -> VirusTotalAPIIntelligence:
        """Searches of everything that the service knows."""
        from vt_sdk.operations.intelligence import VirusTotalAPIIntelligence

        return VirusTotalAPIIntelligence._sharing(self._connection)

    @once
    def code_insights(self) -> VirusTotalAPICodeInsights:
        """Explanations of disassembled and decompiled code."""
        from vt_sdk.operations.code_insights import VirusTotalAPICodeInsights

        return VirusTotalAPICodeInsights._sharing(self._connection)

    @once
    def livehunt(self) -> VirusTotalAPILivehunt:
        """Livehunt: YARA rules that run on everything that comes in."""
        from vt_sdk.operations.livehunt import VirusTotalAPILivehunt

        return VirusTotalAPILivehunt._sharing(self._connection)

    @once
    def retrohunt(self) -> VirusTotalAPIRetrohunt:
        """Retrohunt: YARA rules that run on stored files."""
        from vt_sdk.operations.retrohunt import VirusTotalAPIRetrohunt

        return VirusTotalAPIRetrohunt._sharing(self._connection)

    @once
    def ioc_stream(self) -> VirusTotalAPIIoCStream:
        """The IoC stream: what hunting rules and followed collections bring."""
        from vt_sdk.operations.ioc_stream import VirusTotalAPIIoCStream

        return VirusTotalAPIIoCStream._sharing(self._connection)

    @once
    def crowdsourced_rules(self) -> VirusTotalAPICrowdsourcedRules:
        """Crowdsourced YARA and Sigma rules."""
        from vt_sdk.operations.crowdsourced_rules import VirusTotalAPICrowdsourcedRules

        return VirusTotalAPICrowdsourcedRules._sharing(self._connection)

    @once
    def threat_lists(self) -> VirusTotalAPIThreatLists:
        """Threat lists: indicators by category of threat, each hour."""
        from vt_sdk.resources.threat_lists import VirusTotalAPIThreatLists

        return VirusTotalAPIThreatLists._sharing(self._connection)

    @once
    def feeds(self) -> VirusTotalAPIFeeds:
        """Feeds: everything that the service analyses, in batches."""
        from vt_sdk.resources.feeds import VirusTotalAPIFeeds

        return VirusTotalAPIFeeds._sharing(self._connection)

    @once
    def collections(self) -> VirusTotalAPICollections:
        """Collections: files, URLs, domains and IP addresses that belong together, and threats."""
        from vt_sdk.resources.collections import VirusTotalAPICollections

        return VirusTotalAPICollections._sharing(self._connection)

    @once
    def threat_actors(self) -> VirusTotalAPIThreatActors:
        """Threat actors as they were described before collections took their place."""
        from vt_sdk.operations.threat_actors import VirusTotalAPIThreatActors

        return VirusTotalAPIThreatActors._sharing(self._connection)

    @once
    def references(self) -> VirusTotalAPIReferences:
        """Published texts about threats."""
        from vt_sdk.resources.references import VirusTotalAPIReferences

        return VirusTotalAPIReferences._sharing(self._connection)

    @once
    def attack_tactics(self) -> VirusTotalAPIAttackTactics:
        """Tactics of MITRE ATT&CK."""
        from vt_sdk.operations.attack_tactics import VirusTotalAPIAttackTactics

        return VirusTotalAPIAttackTactics._sharing(self._connection)

    @once
    def attack_techniques(self) -> VirusTotalAPIAttackTechniques:
        """Techniques of MITRE ATT&CK."""
        from vt_sdk.operations.attack_techniques import VirusTotalAPIAttackTechniques

        return VirusTotalAPIAttackTechniques._sharing(self._connection)

    @once
    def threat_profiles(self) -> VirusTotalAPIThreatProfiles:
        """Threat profiles: what an organisation cares about, and what is recommended to it."""
        from vt_sdk.operations.threat_profiles import VirusTotalAPIThreatProfiles

        return VirusTotalAPIThreatProfiles._sharing(self._connection)

    @once
    def saved_searches(self) -> VirusTotalAPISavedSearches:
        """Saved searches: intelligence searches that users keep and share."""
        from vt_sdk.operations.saved_searches import VirusTotalAPISavedSearches

        return VirusTotalAPISavedSearches._sharing(self._connection)

    @once
    def graphs(self) -> VirusTotalAPIGraphs:
        """Graphs: drawings of how things belong together, who may see and who may change them."""
        from vt_sdk.operations.graphs import VirusTotalAPIGraphs

        return VirusTotalAPIGraphs._sharing(self._connection)

    @once
    def users(self) -> VirusTotalAPIUsers:
        """Users: accounts, their settings and what belongs to them."""
        from vt_sdk.operations.users import VirusTotalAPIUsers

        return VirusTotalAPIUsers._sharing(self._connection)

    @once
    def groups(self) -> VirusTotalAPIGroups:
        """Groups of users, their members and administrators."""
        from vt_sdk.operations.groups import VirusTotalAPIGroups

        return VirusTotalAPIGroups._sharing(self._connection)

    @once
    def service_accounts(self) -> VirusTotalAPIServiceAccounts:
        """Service accounts: accounts of a group for programs instead of people."""
        from vt_sdk.operations.service_accounts import VirusTotalAPIServiceAccounts

        return VirusTotalAPIServiceAccounts._sharing(self._connection)

    @once
    def audit_log(self) -> VirusTotalAPIAuditLog:
        """The log of what members of a group did."""
        from vt_sdk.operations.audit_log import VirusTotalAPIAuditLog

        return VirusTotalAPIAuditLog._sharing(self._connection)

    @once
    def widget(self) -> VirusTotalAPIWidget:
        """Pages that show a report inside another product."""
        from vt_sdk.resources.widget import VirusTotalAPIWidget

        return VirusTotalAPIWidget._sharing(self._connection)

    @once
    def alerts(self) -> VirusTotalAPIAlerts:
        """VT Alerts: what the caller's group has watched, and what was noticed about it."""
        from vt_sdk.operations.alerts import VirusTotalAPIAlerts

        return VirusTotalAPIAlerts._sharing(self._connection)

    @once
    def zip_files(self) -> VirusTotalAPIZIPFiles:
        """ZIP files: files of the service, packed on request for one download."""
        from vt_sdk.resources.zip_files import VirusTotalAPIZIPFiles

        return VirusTotalAPIZIPFiles._sharing(self._connection)

    @once
    def private_zip_files(self) -> VirusTotalAPIPrivateZIPFiles:
        """ZIP files of private scanning: private files, packed on request for one download.

        Needs the licence for private scanning.
        """
        from vt_sdk.resources.private_zip_files import VirusTotalAPIPrivateZIPFiles

        return VirusTotalAPIPrivateZIPFiles._sharing(self._connection)

    @once
    def private_files(self) -> VirusTotalAPIPrivateFiles:
        """Files of private scanning, which only their owner sees: upload, report, deletion.

        Needs the licence for private scanning.
        """
        from vt_sdk.resources.private_files import VirusTotalAPIPrivateFiles

        return VirusTotalAPIPrivateFiles._sharing(self._connection)

    @once
    def private_urls(self) -> VirusTotalAPIPrivateUrls:
        """URLs of private scanning, which only their owner sees: submission and report.

        Needs the licence for private scanning.
        """
        from vt_sdk.resources.private_urls import VirusTotalAPIPrivateUrls

        return VirusTotalAPIPrivateUrls._sharing(self._connection)

    @once
    def private_analyses(self) -> VirusTotalAPIPrivateAnalyses:
        """Analyses of private scanning: what a private submission leads to.

        Needs the licence for private scanning.
        """
        from vt_sdk.operations.private_analyses import VirusTotalAPIPrivateAnalyses

        return VirusTotalAPIPrivateAnalyses._sharing(self._connection)

    @once
    def monitor(self) -> VirusTotalAPIMonitor:
        """VirusTotal Monitor for software makers: files that are analysed again and again.

        The service keeps them in folders, so that false alarms are noticed. Needs the licence
        for Monitor.
        """
        from vt_sdk.resources.monitor import VirusTotalAPIMonitor

        return VirusTotalAPIMonitor._sharing(self._connection)

    @once
    def monitor_partner(self) -> VirusTotalAPIMonitorPartner:
        """VirusTotal Monitor for makers of engines: monitored files that an engine detects.

        Makers comment on these detections; daily bundles hold the files. Needs the licence for
        Monitor partners.
        """
        from vt_sdk.resources.monitor_partner import VirusTotalAPIMonitorPartner

        return VirusTotalAPIMonitorPartner._sharing(self._connection)

    @once
    def gti_dtm(self) -> VirusTotalAPIGTIDTM:
        """Digital Threat Monitoring of Google Threat Intelligence: alerts, and a search.

        It listens to what is said in forums, chats, shops and paste sites. The answers are not
        of the form that the rest of the API has. Needs the licence for Google Threat
        Intelligence.
        """
        from vt_sdk.resources.gti_dtm import VirusTotalAPIGTIDTM

        return VirusTotalAPIGTIDTM._sharing(self._connection)

    @once
    def gti_asm(self) -> VirusTotalAPIGTIASM:
        """Attack Surface Management of Google Threat Intelligence: weaknesses seen from outside.

        The answers are not of the form that the rest of the API has. Needs the licence for
        Google Threat Intelligence.
        """
        from vt_sdk.operations.gti_asm import VirusTotalAPIGTIASM

        return VirusTotalAPIGTIASM._sharing(self._connection)
