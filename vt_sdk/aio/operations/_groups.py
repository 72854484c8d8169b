"""All groups of operations, each made on first use.

Do not edit: `python3 scripts/generate.py` made it from `vt_sdk/operations/_groups.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from vt_sdk.aio.api import AsyncConfigured
from vt_sdk.drivers.connection import once

if TYPE_CHECKING:
    from vt_sdk.aio.operations.alerts import AsyncVirusTotalAPIAlerts
    from vt_sdk.aio.operations.analyses import AsyncVirusTotalAPIAnalyses
    from vt_sdk.aio.operations.attack_tactics import AsyncVirusTotalAPIAttackTactics
    from vt_sdk.aio.operations.attack_techniques import AsyncVirusTotalAPIAttackTechniques
    from vt_sdk.aio.operations.audit_log import AsyncVirusTotalAPIAuditLog
    from vt_sdk.aio.operations.code_insights import AsyncVirusTotalAPICodeInsights
    from vt_sdk.aio.operations.comments import AsyncVirusTotalAPIComments
    from vt_sdk.aio.operations.crowdsourced_rules import AsyncVirusTotalAPICrowdsourcedRules
    from vt_sdk.aio.operations.domains import AsyncVirusTotalAPIDomains
    from vt_sdk.aio.operations.file_behaviours import AsyncVirusTotalAPIFileBehaviours
    from vt_sdk.aio.operations.graphs import AsyncVirusTotalAPIGraphs
    from vt_sdk.aio.operations.groups import AsyncVirusTotalAPIGroups
    from vt_sdk.aio.operations.gti_asm import AsyncVirusTotalAPIGTIASM
    from vt_sdk.aio.operations.intelligence import AsyncVirusTotalAPIIntelligence
    from vt_sdk.aio.operations.ioc_stream import AsyncVirusTotalAPIIoCStream
    from vt_sdk.aio.operations.ip_addresses import AsyncVirusTotalAPIIPAddresses
    from vt_sdk.aio.operations.livehunt import AsyncVirusTotalAPILivehunt
    from vt_sdk.aio.operations.metadata import AsyncVirusTotalAPIMetadata
    from vt_sdk.aio.operations.popular_threat_categories import (
        AsyncVirusTotalAPIPopularThreatCategories,
    )
    from vt_sdk.aio.operations.private_analyses import AsyncVirusTotalAPIPrivateAnalyses
    from vt_sdk.aio.operations.private_file_behaviours import (
        AsyncVirusTotalAPIPrivateFileBehaviours,
    )
    from vt_sdk.aio.operations.resolutions import AsyncVirusTotalAPIResolutions
    from vt_sdk.aio.operations.retrohunt import AsyncVirusTotalAPIRetrohunt
    from vt_sdk.aio.operations.saved_searches import AsyncVirusTotalAPISavedSearches
    from vt_sdk.aio.operations.search import AsyncVirusTotalAPISearch
    from vt_sdk.aio.operations.service_accounts import AsyncVirusTotalAPIServiceAccounts
    from vt_sdk.aio.operations.threat_actors import AsyncVirusTotalAPIThreatActors
    from vt_sdk.aio.operations.threat_profiles import AsyncVirusTotalAPIThreatProfiles
    from vt_sdk.aio.operations.users import AsyncVirusTotalAPIUsers
    from vt_sdk.aio.resources.collections import AsyncVirusTotalAPICollections
    from vt_sdk.aio.resources.feeds import AsyncVirusTotalAPIFeeds
    from vt_sdk.aio.resources.files import AsyncVirusTotalAPIFiles
    from vt_sdk.aio.resources.gti_dtm import AsyncVirusTotalAPIGTIDTM
    from vt_sdk.aio.resources.monitor import AsyncVirusTotalAPIMonitor
    from vt_sdk.aio.resources.monitor_partner import AsyncVirusTotalAPIMonitorPartner
    from vt_sdk.aio.resources.private_files import AsyncVirusTotalAPIPrivateFiles
    from vt_sdk.aio.resources.private_urls import AsyncVirusTotalAPIPrivateUrls
    from vt_sdk.aio.resources.private_zip_files import AsyncVirusTotalAPIPrivateZIPFiles
    from vt_sdk.aio.resources.quotas import AsyncVirusTotalAPIQuotas
    from vt_sdk.aio.resources.references import AsyncVirusTotalAPIReferences
    from vt_sdk.aio.resources.threat_lists import AsyncVirusTotalAPIThreatLists
    from vt_sdk.aio.resources.urls import AsyncVirusTotalAPIUrls
    from vt_sdk.aio.resources.widget import AsyncVirusTotalAPIWidget
    from vt_sdk.aio.resources.zip_files import AsyncVirusTotalAPIZIPFiles

__all__ = ["AsyncGroups"]


class AsyncGroups(AsyncConfigured):
    """All groups of operations, each made on first use."""

    @once
    def files(self) -> AsyncVirusTotalAPIFiles:
        """Files: upload and wait, reports, comments, votes, relationships, downloads."""
        from vt_sdk.aio.resources.files import AsyncVirusTotalAPIFiles

        return AsyncVirusTotalAPIFiles._sharing(self._connection)

    @once
    def urls(self) -> AsyncVirusTotalAPIUrls:
        """URLs: submit and wait, reports, comments, votes, relationships."""
        from vt_sdk.aio.resources.urls import AsyncVirusTotalAPIUrls

        return AsyncVirusTotalAPIUrls._sharing(self._connection)

    @once
    def domains(self) -> AsyncVirusTotalAPIDomains:
        """Domains: reports, rescans, comments, votes, relationships."""
        from vt_sdk.aio.operations.domains import AsyncVirusTotalAPIDomains

        return AsyncVirusTotalAPIDomains._sharing(self._connection)

    @once
    def ip_addresses(self) -> AsyncVirusTotalAPIIPAddresses:
        """IP addresses: reports, rescans, comments, votes, relationships."""
        from vt_sdk.aio.operations.ip_addresses import AsyncVirusTotalAPIIPAddresses

        return AsyncVirusTotalAPIIPAddresses._sharing(self._connection)

    @once
    def analyses(self) -> AsyncVirusTotalAPIAnalyses:
        """Analyses: their state, and waiting until they are completed."""
        from vt_sdk.aio.operations.analyses import AsyncVirusTotalAPIAnalyses

        return AsyncVirusTotalAPIAnalyses._sharing(self._connection)

    @once
    def comments(self) -> AsyncVirusTotalAPIComments:
        """Comments: the latest ones, one by its id, deleting, voting on them."""
        from vt_sdk.aio.operations.comments import AsyncVirusTotalAPIComments

        return AsyncVirusTotalAPIComments._sharing(self._connection)

    @once
    def quotas(self) -> AsyncVirusTotalAPIQuotas:
        """Quotas: what is left, what users may use and have used, and what for."""
        from vt_sdk.aio.resources.quotas import AsyncVirusTotalAPIQuotas

        return AsyncVirusTotalAPIQuotas._sharing(self._connection)

    @once
    def resolutions(self) -> AsyncVirusTotalAPIResolutions:
        """DNS resolutions: which host led to which address, and when."""
        from vt_sdk.aio.operations.resolutions import AsyncVirusTotalAPIResolutions

        return AsyncVirusTotalAPIResolutions._sharing(self._connection)

    @once
    def popular_threat_categories(self) -> AsyncVirusTotalAPIPopularThreatCategories:
        """The names of the popular categories of threats."""
        from vt_sdk.aio.operations.popular_threat_categories import (
            AsyncVirusTotalAPIPopularThreatCategories,
        )

        return AsyncVirusTotalAPIPopularThreatCategories._sharing(self._connection)

    @once
    def metadata(self) -> AsyncVirusTotalAPIMetadata:
        """What the service is made of: engines, privileges, relationships."""
        from vt_sdk.aio.operations.metadata import AsyncVirusTotalAPIMetadata

        return AsyncVirusTotalAPIMetadata._sharing(self._connection)

    @once
    def file_behaviours(self) -> AsyncVirusTotalAPIFileBehaviours:
        """Behaviour reports: what files did in sandboxes."""
        from vt_sdk.aio.operations.file_behaviours import AsyncVirusTotalAPIFileBehaviours

        return AsyncVirusTotalAPIFileBehaviours._sharing(self._connection)

    @once
    def private_file_behaviours(self) -> AsyncVirusTotalAPIPrivateFileBehaviours:
        """Behaviour reports of private files."""
        from vt_sdk.aio.operations.private_file_behaviours import (
            AsyncVirusTotalAPIPrivateFileBehaviours,
        )

        return AsyncVirusTotalAPIPrivateFileBehaviours._sharing(self._connection)

    @once
    def search(self) -> AsyncVirusTotalAPISearch:
        """Look-up of hashes, URLs, domains, IP addresses and comments."""
        from vt_sdk.aio.operations.search import AsyncVirusTotalAPISearch

        return AsyncVirusTotalAPISearch._sharing(self._connection)

    @once
    def intelligence(self) -> AsyncVirusTotalAPIIntelligence:
        """Searches of everything that the service knows."""
        from vt_sdk.aio.operations.intelligence import AsyncVirusTotalAPIIntelligence

        return AsyncVirusTotalAPIIntelligence._sharing(self._connection)

    @once
    def code_insights(self) -> AsyncVirusTotalAPICodeInsights:
        """Explanations of disassembled and decompiled code."""
        from vt_sdk.aio.operations.code_insights import AsyncVirusTotalAPICodeInsights

        return AsyncVirusTotalAPICodeInsights._sharing(self._connection)

    @once
    def livehunt(self) -> AsyncVirusTotalAPILivehunt:
        """Livehunt: YARA rules that run on everything that comes in."""
        from vt_sdk.aio.operations.livehunt import AsyncVirusTotalAPILivehunt

        return AsyncVirusTotalAPILivehunt._sharing(self._connection)

    @once
    def retrohunt(self) -> AsyncVirusTotalAPIRetrohunt:
        """Retrohunt: YARA rules that run on stored files."""
        from vt_sdk.aio.operations.retrohunt import AsyncVirusTotalAPIRetrohunt

        return AsyncVirusTotalAPIRetrohunt._sharing(self._connection)

    @once
    def ioc_stream(self) -> AsyncVirusTotalAPIIoCStream:
        """The IoC stream: what hunting rules and followed collections bring."""
        from vt_sdk.aio.operations.ioc_stream import AsyncVirusTotalAPIIoCStream

        return AsyncVirusTotalAPIIoCStream._sharing(self._connection)

    @once
    def crowdsourced_rules(self) -> AsyncVirusTotalAPICrowdsourcedRules:
        """Crowdsourced YARA and Sigma rules."""
        from vt_sdk.aio.operations.crowdsourced_rules import AsyncVirusTotalAPICrowdsourcedRules

        return AsyncVirusTotalAPICrowdsourcedRules._sharing(self._connection)

    @once
    def threat_lists(self) -> AsyncVirusTotalAPIThreatLists:
        """Threat lists: indicators by category of threat, each hour."""
        from vt_sdk.aio.resources.threat_lists import AsyncVirusTotalAPIThreatLists

        return AsyncVirusTotalAPIThreatLists._sharing(self._connection)

    @once
    def feeds(self) -> AsyncVirusTotalAPIFeeds:
        """Feeds: everything that the service analyses, in batches."""
        from vt_sdk.aio.resources.feeds import AsyncVirusTotalAPIFeeds

        return AsyncVirusTotalAPIFeeds._sharing(self._connection)

    @once
    def collections(self) -> AsyncVirusTotalAPICollections:
        """Collections: files, URLs, domains and IP addresses that belong together, and threats."""
        from vt_sdk.aio.resources.collections import AsyncVirusTotalAPICollections

        return AsyncVirusTotalAPICollections._sharing(self._connection)

    @once
    def threat_actors(self) -> AsyncVirusTotalAPIThreatActors:
        """Threat actors as they were described before collections took their place."""
        from vt_sdk.aio.operations.threat_actors import AsyncVirusTotalAPIThreatActors

        return AsyncVirusTotalAPIThreatActors._sharing(self._connection)

    @once
    def references(self) -> AsyncVirusTotalAPIReferences:
        """Published texts about threats."""
        from vt_sdk.aio.resources.references import AsyncVirusTotalAPIReferences

        return AsyncVirusTotalAPIReferences._sharing(self._connection)

    @once
    def attack_tactics(self) -> AsyncVirusTotalAPIAttackTactics:
        """Tactics of MITRE ATT&CK."""
        from vt_sdk.aio.operations.attack_tactics import AsyncVirusTotalAPIAttackTactics

        return AsyncVirusTotalAPIAttackTactics._sharing(self._connection)

    @once
    def attack_techniques(self) -> AsyncVirusTotalAPIAttackTechniques:
        """Techniques of MITRE ATT&CK."""
        from vt_sdk.aio.operations.attack_techniques import AsyncVirusTotalAPIAttackTechniques

        return AsyncVirusTotalAPIAttackTechniques._sharing(self._connection)

    @once
    def threat_profiles(self) -> AsyncVirusTotalAPIThreatProfiles:
        """Threat profiles: what an organisation cares about, and what is recommended to it."""
        from vt_sdk.aio.operations.threat_profiles import AsyncVirusTotalAPIThreatProfiles

        return AsyncVirusTotalAPIThreatProfiles._sharing(self._connection)

    @once
    def saved_searches(self) -> AsyncVirusTotalAPISavedSearches:
        """Saved searches: intelligence searches that users keep and share."""
        from vt_sdk.aio.operations.saved_searches import AsyncVirusTotalAPISavedSearches

        return AsyncVirusTotalAPISavedSearches._sharing(self._connection)

    @once
    def graphs(self) -> AsyncVirusTotalAPIGraphs:
        """Graphs: drawings of how things belong together, who may see and who may change them."""
        from vt_sdk.aio.operations.graphs import AsyncVirusTotalAPIGraphs

        return AsyncVirusTotalAPIGraphs._sharing(self._connection)

    @once
    def users(self) -> AsyncVirusTotalAPIUsers:
        """Users: accounts, their settings and what belongs to them."""
        from vt_sdk.aio.operations.users import AsyncVirusTotalAPIUsers

        return AsyncVirusTotalAPIUsers._sharing(self._connection)

    @once
    def groups(self) -> AsyncVirusTotalAPIGroups:
        """Groups of users, their members and administrators."""
        from vt_sdk.aio.operations.groups import AsyncVirusTotalAPIGroups

        return AsyncVirusTotalAPIGroups._sharing(self._connection)

    @once
    def service_accounts(self) -> AsyncVirusTotalAPIServiceAccounts:
        """Service accounts: accounts of a group for programs instead of people."""
        from vt_sdk.aio.operations.service_accounts import AsyncVirusTotalAPIServiceAccounts

        return AsyncVirusTotalAPIServiceAccounts._sharing(self._connection)

    @once
    def audit_log(self) -> AsyncVirusTotalAPIAuditLog:
        """The log of what members of a group did."""
        from vt_sdk.aio.operations.audit_log import AsyncVirusTotalAPIAuditLog

        return AsyncVirusTotalAPIAuditLog._sharing(self._connection)

    @once
    def widget(self) -> AsyncVirusTotalAPIWidget:
        """Pages that show a report inside another product."""
        from vt_sdk.aio.resources.widget import AsyncVirusTotalAPIWidget

        return AsyncVirusTotalAPIWidget._sharing(self._connection)

    @once
    def alerts(self) -> AsyncVirusTotalAPIAlerts:
        """VT Alerts: what the caller's group has watched, and what was noticed about it."""
        from vt_sdk.aio.operations.alerts import AsyncVirusTotalAPIAlerts

        return AsyncVirusTotalAPIAlerts._sharing(self._connection)

    @once
    def zip_files(self) -> AsyncVirusTotalAPIZIPFiles:
        """ZIP files: files of the service, packed on request for one download."""
        from vt_sdk.aio.resources.zip_files import AsyncVirusTotalAPIZIPFiles

        return AsyncVirusTotalAPIZIPFiles._sharing(self._connection)

    @once
    def private_zip_files(self) -> AsyncVirusTotalAPIPrivateZIPFiles:
        """ZIP files of private scanning: private files, packed on request for one download.

        Needs the licence for private scanning.
        """
        from vt_sdk.aio.resources.private_zip_files import AsyncVirusTotalAPIPrivateZIPFiles

        return AsyncVirusTotalAPIPrivateZIPFiles._sharing(self._connection)

    @once
    def private_files(self) -> AsyncVirusTotalAPIPrivateFiles:
        """Files of private scanning, which only their owner sees: upload, report, deletion.

        Needs the licence for private scanning.
        """
        from vt_sdk.aio.resources.private_files import AsyncVirusTotalAPIPrivateFiles

        return AsyncVirusTotalAPIPrivateFiles._sharing(self._connection)

    @once
    def private_urls(self) -> AsyncVirusTotalAPIPrivateUrls:
        """URLs of private scanning, which only their owner sees: submission and report.

        Needs the licence for private scanning.
        """
        from vt_sdk.aio.resources.private_urls import AsyncVirusTotalAPIPrivateUrls

        return AsyncVirusTotalAPIPrivateUrls._sharing(self._connection)

    @once
    def private_analyses(self) -> AsyncVirusTotalAPIPrivateAnalyses:
        """Analyses of private scanning: what a private submission leads to.

        Needs the licence for private scanning.
        """
        from vt_sdk.aio.operations.private_analyses import AsyncVirusTotalAPIPrivateAnalyses

        return AsyncVirusTotalAPIPrivateAnalyses._sharing(self._connection)

    @once
    def monitor(self) -> AsyncVirusTotalAPIMonitor:
        """VirusTotal Monitor for software makers: files that are analysed again and again.

        The service keeps them in folders, so that false alarms are noticed. Needs the licence
        for Monitor.
        """
        from vt_sdk.aio.resources.monitor import AsyncVirusTotalAPIMonitor

        return AsyncVirusTotalAPIMonitor._sharing(self._connection)

    @once
    def monitor_partner(self) -> AsyncVirusTotalAPIMonitorPartner:
        """VirusTotal Monitor for makers of engines: monitored files that an engine detects.

        Makers comment on these detections; daily bundles hold the files. Needs the licence for
        Monitor partners.
        """
        from vt_sdk.aio.resources.monitor_partner import AsyncVirusTotalAPIMonitorPartner

        return AsyncVirusTotalAPIMonitorPartner._sharing(self._connection)

    @once
    def gti_dtm(self) -> AsyncVirusTotalAPIGTIDTM:
        """Digital Threat Monitoring of Google Threat Intelligence: alerts, and a search.

        It listens to what is said in forums, chats, shops and paste sites. The answers are not
        of the form that the rest of the API has. Needs the licence for Google Threat
        Intelligence.
        """
        from vt_sdk.aio.resources.gti_dtm import AsyncVirusTotalAPIGTIDTM

        return AsyncVirusTotalAPIGTIDTM._sharing(self._connection)

    @once
    def gti_asm(self) -> AsyncVirusTotalAPIGTIASM:
        """Attack Surface Management of Google Threat Intelligence: weaknesses seen from outside.

        The answers are not of the form that the rest of the API has. Needs the licence for
        Google Threat Intelligence.
        """
        from vt_sdk.aio.operations.gti_asm import AsyncVirusTotalAPIGTIASM

        return AsyncVirusTotalAPIGTIASM._sharing(self._connection)
