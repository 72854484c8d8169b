"""The client that holds all groups behind one key and one pool of connections."""

from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from vt_sdk.api import Configured

if TYPE_CHECKING:
    from vt_sdk.operations.attack_tactics import VirusTotalAPIAttackTactics
    from vt_sdk.operations.attack_techniques import VirusTotalAPIAttackTechniques
    from vt_sdk.operations.audit_log import VirusTotalAPIAuditLog
    from vt_sdk.operations.code_insights import VirusTotalAPICodeInsights
    from vt_sdk.operations.comments import VirusTotalAPIComments
    from vt_sdk.operations.crowdsourced_rules import VirusTotalAPICrowdsourcedRules
    from vt_sdk.operations.file_behaviours import VirusTotalAPIFileBehaviours
    from vt_sdk.operations.graphs import VirusTotalAPIGraphs
    from vt_sdk.operations.groups import VirusTotalAPIGroups
    from vt_sdk.operations.gti_asm import VirusTotalAPIGTIASM
    from vt_sdk.operations.gti_dtm import VirusTotalAPIGTIDTM
    from vt_sdk.operations.intelligence import VirusTotalAPIIntelligence
    from vt_sdk.operations.ioc_stream import VirusTotalAPIIoCStream
    from vt_sdk.operations.metadata import VirusTotalAPIMetadata
    from vt_sdk.operations.popular_threat_categories import VirusTotalAPIPopularThreatCategories
    from vt_sdk.operations.private_file_behaviours import VirusTotalAPIPrivateFileBehaviours
    from vt_sdk.operations.resolutions import VirusTotalAPIResolutions
    from vt_sdk.operations.saved_searches import VirusTotalAPISavedSearches
    from vt_sdk.operations.search import VirusTotalAPISearch
    from vt_sdk.operations.service_accounts import VirusTotalAPIServiceAccounts
    from vt_sdk.operations.threat_actors import VirusTotalAPIThreatActors
    from vt_sdk.operations.threat_lists import VirusTotalAPIThreatLists
    from vt_sdk.operations.threat_profiles import VirusTotalAPIThreatProfiles
    from vt_sdk.operations.users import VirusTotalAPIUsers
    from vt_sdk.resources.analyses import VirusTotalAPIAnalyses
    from vt_sdk.resources.collections import VirusTotalAPICollections
    from vt_sdk.resources.domains import VirusTotalAPIDomains
    from vt_sdk.resources.feeds import VirusTotalAPIFeeds
    from vt_sdk.resources.files import VirusTotalAPIFiles
    from vt_sdk.resources.ip_addresses import VirusTotalAPIIPAddresses
    from vt_sdk.resources.livehunt import VirusTotalAPILivehunt
    from vt_sdk.resources.monitor import VirusTotalAPIMonitor
    from vt_sdk.resources.monitor_partner import VirusTotalAPIMonitorPartner
    from vt_sdk.resources.private_analyses import VirusTotalAPIPrivateAnalyses
    from vt_sdk.resources.private_files import VirusTotalAPIPrivateFiles
    from vt_sdk.resources.private_urls import VirusTotalAPIPrivateUrls
    from vt_sdk.resources.private_zip_files import VirusTotalAPIPrivateZIPFiles
    from vt_sdk.resources.quotas import VirusTotalAPIQuotas
    from vt_sdk.resources.references import VirusTotalAPIReferences
    from vt_sdk.resources.retrohunt import VirusTotalAPIRetrohunt
    from vt_sdk.resources.urls import VirusTotalAPIUrls
    from vt_sdk.resources.widget import VirusTotalAPIWidget
    from vt_sdk.resources.zip_files import VirusTotalAPIZIPFiles

__all__ = ["VirusTotal"]

T = TypeVar("T")


class _once(cached_property[T]):  # noqa: N801  # a decorator, like its base
    """A `cached_property` of which threads that come at once get the same value.

    Since Python 3.12 each of them may get a value of its own, and a group is what remembers the
    last answer.
    """

    if not TYPE_CHECKING:

        def __get__(self, instance: Any, owner: Any = None) -> Any:
            if instance is None:
                return self
            return vars(instance).setdefault(self.attrname, self.func(instance))


class VirusTotal(Configured):
    """All of VirusTotal behind one key.

    Groups are made on first use and share settings and connections: writing `base_url` or
    `timeout` through any of them changes all.

    Args:
        api_key: the API key, printable ASCII without spaces, or a function that gives it,
            called for each request. `VT_API_KEY` of the environment if None, read for each
            request; without either, the first call raises `MissingAPIKeyError`.
        timeout: seconds to connect and to wait for the next bytes, (5, 60) if not given, or one
            number for both; None waits for ever.
        proxies: proxies by scheme, as requests takes them, such as
            `{"https": "http://proxy.example:3128"}`; they win over the environment.
        base_url: the address of an emulator or a gateway. `VT_BASE_URL` of the environment if
            None, else the service itself, `https://www.virustotal.com/api/v3`.
        session: a session of requests, or of a library that extends it, to send with.
        transport: another way over the wire; excludes `session`.
        retry: how often and how patiently requests are repeated, 3 attempts if not given.
        rate_limit: what spaces the requests, such as a `RateLimit`; or `public`, the limits of
            a free key: 4 requests a minute, 500 a day. Nothing if not given.
        verify: whether certificates are checked, or the path of the authorities to trust.
        cert: the path of a client certificate, or those of certificate and key.
        user_agent: what the User-Agent starts with, such as the name of the application.
        tool: the name of the integration (`x-tool`); some licences answer more with it.
        strict: whether fields that no model knows raise `UnknownFieldError`.
        on_drift: called with the `Drift` of an answer that held what the models do not know;
            to find that out, each answer is read to the end.
        on_event: called with each request, answer, repetition and wait: the values of
            `vt_sdk.events`. An error of it is logged and ends nothing; so for `on_drift`.
        lookup_only: whether nothing but look-ups leaves this client: all but GET and HEAD, and
            the addresses for uploads, raise `LookupOnlyError`.

    Raises:
        InvalidInputError: an argument, named by the error, cannot be.
    """

    @_once
    def files(self) -> "VirusTotalAPIFiles":
        """Files: upload and wait, reports, comments, votes, relationships, downloads."""
        from vt_sdk.resources.files import VirusTotalAPIFiles

        return VirusTotalAPIFiles._sharing(self._connection)

    @_once
    def urls(self) -> "VirusTotalAPIUrls":
        """URLs: submit and wait, reports, comments, votes, relationships."""
        from vt_sdk.resources.urls import VirusTotalAPIUrls

        return VirusTotalAPIUrls._sharing(self._connection)

    @_once
    def domains(self) -> "VirusTotalAPIDomains":
        """Domains: reports, rescans, comments, votes, relationships."""
        from vt_sdk.resources.domains import VirusTotalAPIDomains

        return VirusTotalAPIDomains._sharing(self._connection)

    @_once
    def ip_addresses(self) -> "VirusTotalAPIIPAddresses":
        """IP addresses: reports, rescans, comments, votes, relationships."""
        from vt_sdk.resources.ip_addresses import VirusTotalAPIIPAddresses

        return VirusTotalAPIIPAddresses._sharing(self._connection)

    @_once
    def analyses(self) -> "VirusTotalAPIAnalyses":
        """Analyses: their state, and waiting until they are completed."""
        from vt_sdk.resources.analyses import VirusTotalAPIAnalyses

        return VirusTotalAPIAnalyses._sharing(self._connection)

    @_once
    def comments(self) -> "VirusTotalAPIComments":
        """Comments: the latest ones, one by its id, deleting, voting on them."""
        from vt_sdk.operations.comments import VirusTotalAPIComments

        return VirusTotalAPIComments._sharing(self._connection)

    @_once
    def quotas(self) -> "VirusTotalAPIQuotas":
        """Quotas: what is left, what was allowed and used."""
        from vt_sdk.resources.quotas import VirusTotalAPIQuotas

        return VirusTotalAPIQuotas._sharing(self._connection)

    @_once
    def resolutions(self) -> "VirusTotalAPIResolutions":
        """DNS resolutions: which host led to which address, and when."""
        from vt_sdk.operations.resolutions import VirusTotalAPIResolutions

        return VirusTotalAPIResolutions._sharing(self._connection)

    @_once
    def popular_threat_categories(self) -> "VirusTotalAPIPopularThreatCategories":
        """The names of the popular categories of threats."""
        from vt_sdk.operations.popular_threat_categories import VirusTotalAPIPopularThreatCategories

        return VirusTotalAPIPopularThreatCategories._sharing(self._connection)

    @_once
    def metadata(self) -> "VirusTotalAPIMetadata":
        """What the service is made of: engines, privileges, relationships."""
        from vt_sdk.operations.metadata import VirusTotalAPIMetadata

        return VirusTotalAPIMetadata._sharing(self._connection)

    @_once
    def file_behaviours(self) -> "VirusTotalAPIFileBehaviours":
        """Behaviour reports: what files did in sandboxes."""
        from vt_sdk.operations.file_behaviours import VirusTotalAPIFileBehaviours

        return VirusTotalAPIFileBehaviours._sharing(self._connection)

    @_once
    def private_file_behaviours(self) -> "VirusTotalAPIPrivateFileBehaviours":
        """Behaviour reports of private files."""
        from vt_sdk.operations.private_file_behaviours import VirusTotalAPIPrivateFileBehaviours

        return VirusTotalAPIPrivateFileBehaviours._sharing(self._connection)

    @_once
    def search(self) -> "VirusTotalAPISearch":
        """Look-up of hashes, URLs, domains, IP addresses and comments."""
        from vt_sdk.operations.search import VirusTotalAPISearch

        return VirusTotalAPISearch._sharing(self._connection)

    @_once
    def intelligence(self) -> "VirusTotalAPIIntelligence":
        """Searches of everything that the service knows."""
        from vt_sdk.operations.intelligence import VirusTotalAPIIntelligence

        return VirusTotalAPIIntelligence._sharing(self._connection)

    @_once
    def code_insights(self) -> "VirusTotalAPICodeInsights":
        """Explanations of disassembled and decompiled code."""
        from vt_sdk.operations.code_insights import VirusTotalAPICodeInsights

        return VirusTotalAPICodeInsights._sharing(self._connection)

    @_once
    def livehunt(self) -> "VirusTotalAPILivehunt":
        """Livehunt: YARA rules that run on everything that comes in."""
        from vt_sdk.resources.livehunt import VirusTotalAPILivehunt

        return VirusTotalAPILivehunt._sharing(self._connection)

    @_once
    def retrohunt(self) -> "VirusTotalAPIRetrohunt":
        """Retrohunt: YARA rules that run on stored files."""
        from vt_sdk.resources.retrohunt import VirusTotalAPIRetrohunt

        return VirusTotalAPIRetrohunt._sharing(self._connection)

    @_once
    def ioc_stream(self) -> "VirusTotalAPIIoCStream":
        """The IoC stream: what hunting rules and followed collections bring."""
        from vt_sdk.operations.ioc_stream import VirusTotalAPIIoCStream

        return VirusTotalAPIIoCStream._sharing(self._connection)

    @_once
    def crowdsourced_rules(self) -> "VirusTotalAPICrowdsourcedRules":
        """Crowdsourced YARA and Sigma rules."""
        from vt_sdk.operations.crowdsourced_rules import VirusTotalAPICrowdsourcedRules

        return VirusTotalAPICrowdsourcedRules._sharing(self._connection)

    @_once
    def threat_lists(self) -> "VirusTotalAPIThreatLists":
        """Threat lists: indicators by category of threat, each hour."""
        from vt_sdk.operations.threat_lists import VirusTotalAPIThreatLists

        return VirusTotalAPIThreatLists._sharing(self._connection)

    @_once
    def feeds(self) -> "VirusTotalAPIFeeds":
        """Feeds: everything that the service analyses, in batches."""
        from vt_sdk.resources.feeds import VirusTotalAPIFeeds

        return VirusTotalAPIFeeds._sharing(self._connection)

    @_once
    def collections(self) -> "VirusTotalAPICollections":
        """Collections: files, URLs, domains and IP addresses that belong together, and threats."""
        from vt_sdk.resources.collections import VirusTotalAPICollections

        return VirusTotalAPICollections._sharing(self._connection)

    @_once
    def threat_actors(self) -> "VirusTotalAPIThreatActors":
        """Threat actors as they were described before collections took their place."""
        from vt_sdk.operations.threat_actors import VirusTotalAPIThreatActors

        return VirusTotalAPIThreatActors._sharing(self._connection)

    @_once
    def references(self) -> "VirusTotalAPIReferences":
        """Published texts about threats."""
        from vt_sdk.resources.references import VirusTotalAPIReferences

        return VirusTotalAPIReferences._sharing(self._connection)

    @_once
    def attack_tactics(self) -> "VirusTotalAPIAttackTactics":
        """Tactics of MITRE ATT&CK."""
        from vt_sdk.operations.attack_tactics import VirusTotalAPIAttackTactics

        return VirusTotalAPIAttackTactics._sharing(self._connection)

    @_once
    def attack_techniques(self) -> "VirusTotalAPIAttackTechniques":
        """Techniques of MITRE ATT&CK."""
        from vt_sdk.operations.attack_techniques import VirusTotalAPIAttackTechniques

        return VirusTotalAPIAttackTechniques._sharing(self._connection)

    @_once
    def threat_profiles(self) -> "VirusTotalAPIThreatProfiles":
        """Threat profiles: what an organisation cares about, and what is recommended to it."""
        from vt_sdk.operations.threat_profiles import VirusTotalAPIThreatProfiles

        return VirusTotalAPIThreatProfiles._sharing(self._connection)

    @_once
    def saved_searches(self) -> "VirusTotalAPISavedSearches":
        """Saved searches: intelligence searches that users keep and share."""
        from vt_sdk.operations.saved_searches import VirusTotalAPISavedSearches

        return VirusTotalAPISavedSearches._sharing(self._connection)

    @_once
    def graphs(self) -> "VirusTotalAPIGraphs":
        """Graphs: drawings of how things belong together, who may see and who may change them."""
        from vt_sdk.operations.graphs import VirusTotalAPIGraphs

        return VirusTotalAPIGraphs._sharing(self._connection)

    @_once
    def users(self) -> "VirusTotalAPIUsers":
        """Users: accounts, their settings and what belongs to them."""
        from vt_sdk.operations.users import VirusTotalAPIUsers

        return VirusTotalAPIUsers._sharing(self._connection)

    @_once
    def groups(self) -> "VirusTotalAPIGroups":
        """Groups of users, their members and administrators."""
        from vt_sdk.operations.groups import VirusTotalAPIGroups

        return VirusTotalAPIGroups._sharing(self._connection)

    @_once
    def service_accounts(self) -> "VirusTotalAPIServiceAccounts":
        """Service accounts: accounts of a group for programs instead of people."""
        from vt_sdk.operations.service_accounts import VirusTotalAPIServiceAccounts

        return VirusTotalAPIServiceAccounts._sharing(self._connection)

    @_once
    def audit_log(self) -> "VirusTotalAPIAuditLog":
        """The log of what members of a group did."""
        from vt_sdk.operations.audit_log import VirusTotalAPIAuditLog

        return VirusTotalAPIAuditLog._sharing(self._connection)

    @_once
    def widget(self) -> "VirusTotalAPIWidget":
        """Pages that show a report inside another product."""
        from vt_sdk.resources.widget import VirusTotalAPIWidget

        return VirusTotalAPIWidget._sharing(self._connection)

    @_once
    def zip_files(self) -> "VirusTotalAPIZIPFiles":
        """ZIP files: files of the service, packed on request for one download."""
        from vt_sdk.resources.zip_files import VirusTotalAPIZIPFiles

        return VirusTotalAPIZIPFiles._sharing(self._connection)

    @_once
    def private_zip_files(self) -> "VirusTotalAPIPrivateZIPFiles":
        """ZIP files of private scanning: private files, packed on request for one download."""
        from vt_sdk.resources.private_zip_files import VirusTotalAPIPrivateZIPFiles

        return VirusTotalAPIPrivateZIPFiles._sharing(self._connection)

    @_once
    def private_files(self) -> "VirusTotalAPIPrivateFiles":
        """Files of private scanning, which only their owner sees: upload, report, deletion."""
        from vt_sdk.resources.private_files import VirusTotalAPIPrivateFiles

        return VirusTotalAPIPrivateFiles._sharing(self._connection)

    @_once
    def private_urls(self) -> "VirusTotalAPIPrivateUrls":
        """URLs of private scanning, which only their owner sees: submission and report."""
        from vt_sdk.resources.private_urls import VirusTotalAPIPrivateUrls

        return VirusTotalAPIPrivateUrls._sharing(self._connection)

    @_once
    def private_analyses(self) -> "VirusTotalAPIPrivateAnalyses":
        """Analyses of private scanning: what a private submission leads to."""
        from vt_sdk.resources.private_analyses import VirusTotalAPIPrivateAnalyses

        return VirusTotalAPIPrivateAnalyses._sharing(self._connection)

    @_once
    def monitor(self) -> "VirusTotalAPIMonitor":
        """VirusTotal Monitor for software makers: files that are analysed again and again."""
        from vt_sdk.resources.monitor import VirusTotalAPIMonitor

        return VirusTotalAPIMonitor._sharing(self._connection)

    @_once
    def monitor_partner(self) -> "VirusTotalAPIMonitorPartner":
        """VirusTotal Monitor for makers of engines: monitored files that an engine detects."""
        from vt_sdk.resources.monitor_partner import VirusTotalAPIMonitorPartner

        return VirusTotalAPIMonitorPartner._sharing(self._connection)

    @_once
    def gti_dtm(self) -> "VirusTotalAPIGTIDTM":
        """Digital Threat Monitoring: alerts on what forums and shops say, and a search over it."""
        from vt_sdk.operations.gti_dtm import VirusTotalAPIGTIDTM

        return VirusTotalAPIGTIDTM._sharing(self._connection)

    @_once
    def gti_asm(self) -> "VirusTotalAPIGTIASM":
        """Attack Surface Management: weaknesses of what an organisation shows to the internet."""
        from vt_sdk.operations.gti_asm import VirusTotalAPIGTIASM

        return VirusTotalAPIGTIASM._sharing(self._connection)
