"""The public names of the package and the modules that hold them.

Do not edit: `python3 scripts/generate.py` made it from `schemas/openapi.yaml`.
"""

TYPE_CHECKING: bool = False  # annotated for editors: jedi leaves out what a plain False guards
if TYPE_CHECKING:
    from vt_sdk.aio.operations.alerts import AsyncVirusTotalAPIAlerts as AsyncVirusTotalAPIAlerts
    from vt_sdk.aio.operations.analyses import (
        AsyncVirusTotalAPIAnalyses as AsyncVirusTotalAPIAnalyses,
    )
    from vt_sdk.aio.operations.attack_tactics import (
        AsyncVirusTotalAPIAttackTactics as AsyncVirusTotalAPIAttackTactics,
    )
    from vt_sdk.aio.operations.attack_techniques import (
        AsyncVirusTotalAPIAttackTechniques as AsyncVirusTotalAPIAttackTechniques,
    )
    from vt_sdk.aio.operations.audit_log import (
        AsyncVirusTotalAPIAuditLog as AsyncVirusTotalAPIAuditLog,
    )
    from vt_sdk.aio.operations.code_insights import (
        AsyncVirusTotalAPICodeInsights as AsyncVirusTotalAPICodeInsights,
    )
    from vt_sdk.aio.operations.comments import (
        AsyncVirusTotalAPIComments as AsyncVirusTotalAPIComments,
    )
    from vt_sdk.aio.operations.crowdsourced_rules import (
        AsyncVirusTotalAPICrowdsourcedRules as AsyncVirusTotalAPICrowdsourcedRules,
    )
    from vt_sdk.aio.operations.domains import AsyncVirusTotalAPIDomains as AsyncVirusTotalAPIDomains
    from vt_sdk.aio.operations.file_behaviours import (
        AsyncVirusTotalAPIFileBehaviours as AsyncVirusTotalAPIFileBehaviours,
    )
    from vt_sdk.aio.operations.graphs import AsyncVirusTotalAPIGraphs as AsyncVirusTotalAPIGraphs
    from vt_sdk.aio.operations.groups import AsyncVirusTotalAPIGroups as AsyncVirusTotalAPIGroups
    from vt_sdk.aio.operations.gti_asm import AsyncVirusTotalAPIGTIASM as AsyncVirusTotalAPIGTIASM
    from vt_sdk.aio.operations.intelligence import (
        AsyncVirusTotalAPIIntelligence as AsyncVirusTotalAPIIntelligence,
    )
    from vt_sdk.aio.operations.ioc_stream import (
        AsyncVirusTotalAPIIoCStream as AsyncVirusTotalAPIIoCStream,
    )
    from vt_sdk.aio.operations.ip_addresses import (
        AsyncVirusTotalAPIIPAddresses as AsyncVirusTotalAPIIPAddresses,
    )
    from vt_sdk.aio.operations.livehunt import (
        AsyncVirusTotalAPILivehunt as AsyncVirusTotalAPILivehunt,
    )
    from vt_sdk.aio.operations.metadata import (
        AsyncVirusTotalAPIMetadata as AsyncVirusTotalAPIMetadata,
    )
    from vt_sdk.aio.operations.popular_threat_categories import (
        AsyncVirusTotalAPIPopularThreatCategories as AsyncVirusTotalAPIPopularThreatCategories,
    )
    from vt_sdk.aio.operations.private_analyses import (
        AsyncVirusTotalAPIPrivateAnalyses as AsyncVirusTotalAPIPrivateAnalyses,
    )
    from vt_sdk.aio.operations.private_file_behaviours import (
        AsyncVirusTotalAPIPrivateFileBehaviours as AsyncVirusTotalAPIPrivateFileBehaviours,
    )
    from vt_sdk.aio.operations.resolutions import (
        AsyncVirusTotalAPIResolutions as AsyncVirusTotalAPIResolutions,
    )
    from vt_sdk.aio.operations.retrohunt import (
        AsyncVirusTotalAPIRetrohunt as AsyncVirusTotalAPIRetrohunt,
    )
    from vt_sdk.aio.operations.saved_searches import (
        AsyncVirusTotalAPISavedSearches as AsyncVirusTotalAPISavedSearches,
    )
    from vt_sdk.aio.operations.search import AsyncVirusTotalAPISearch as AsyncVirusTotalAPISearch
    from vt_sdk.aio.operations.service_accounts import (
        AsyncVirusTotalAPIServiceAccounts as AsyncVirusTotalAPIServiceAccounts,
    )
    from vt_sdk.aio.operations.threat_actors import (
        AsyncVirusTotalAPIThreatActors as AsyncVirusTotalAPIThreatActors,
    )
    from vt_sdk.aio.operations.threat_profiles import (
        AsyncVirusTotalAPIThreatProfiles as AsyncVirusTotalAPIThreatProfiles,
    )
    from vt_sdk.aio.operations.users import AsyncVirusTotalAPIUsers as AsyncVirusTotalAPIUsers
    from vt_sdk.aio.resources.collections import (
        AsyncVirusTotalAPICollections as AsyncVirusTotalAPICollections,
    )
    from vt_sdk.aio.resources.feeds import AsyncVirusTotalAPIFeeds as AsyncVirusTotalAPIFeeds
    from vt_sdk.aio.resources.files import AsyncVirusTotalAPIFiles as AsyncVirusTotalAPIFiles
    from vt_sdk.aio.resources.gti_dtm import AsyncVirusTotalAPIGTIDTM as AsyncVirusTotalAPIGTIDTM
    from vt_sdk.aio.resources.monitor import AsyncVirusTotalAPIMonitor as AsyncVirusTotalAPIMonitor
    from vt_sdk.aio.resources.monitor_partner import (
        AsyncVirusTotalAPIMonitorPartner as AsyncVirusTotalAPIMonitorPartner,
    )
    from vt_sdk.aio.resources.private_files import (
        AsyncVirusTotalAPIPrivateFiles as AsyncVirusTotalAPIPrivateFiles,
    )
    from vt_sdk.aio.resources.private_urls import (
        AsyncVirusTotalAPIPrivateUrls as AsyncVirusTotalAPIPrivateUrls,
    )
    from vt_sdk.aio.resources.private_zip_files import (
        AsyncVirusTotalAPIPrivateZIPFiles as AsyncVirusTotalAPIPrivateZIPFiles,
    )
    from vt_sdk.aio.resources.quotas import AsyncVirusTotalAPIQuotas as AsyncVirusTotalAPIQuotas
    from vt_sdk.aio.resources.references import (
        AsyncVirusTotalAPIReferences as AsyncVirusTotalAPIReferences,
    )
    from vt_sdk.aio.resources.threat_lists import (
        AsyncVirusTotalAPIThreatLists as AsyncVirusTotalAPIThreatLists,
    )
    from vt_sdk.aio.resources.urls import AsyncVirusTotalAPIUrls as AsyncVirusTotalAPIUrls
    from vt_sdk.aio.resources.widget import AsyncVirusTotalAPIWidget as AsyncVirusTotalAPIWidget
    from vt_sdk.aio.resources.zip_files import (
        AsyncVirusTotalAPIZIPFiles as AsyncVirusTotalAPIZIPFiles,
    )
    from vt_sdk.operations.alerts import VirusTotalAPIAlerts as VirusTotalAPIAlerts
    from vt_sdk.operations.analyses import VirusTotalAPIAnalyses as VirusTotalAPIAnalyses
    from vt_sdk.operations.attack_tactics import (
        VirusTotalAPIAttackTactics as VirusTotalAPIAttackTactics,
    )
    from vt_sdk.operations.attack_techniques import (
        VirusTotalAPIAttackTechniques as VirusTotalAPIAttackTechniques,
    )
    from vt_sdk.operations.audit_log import VirusTotalAPIAuditLog as VirusTotalAPIAuditLog
    from vt_sdk.operations.code_insights import (
        VirusTotalAPICodeInsights as VirusTotalAPICodeInsights,
    )
    from vt_sdk.operations.comments import VirusTotalAPIComments as VirusTotalAPIComments
    from vt_sdk.operations.crowdsourced_rules import (
        VirusTotalAPICrowdsourcedRules as VirusTotalAPICrowdsourcedRules,
    )
    from vt_sdk.operations.domains import VirusTotalAPIDomains as VirusTotalAPIDomains
    from vt_sdk.operations.file_behaviours import (
        VirusTotalAPIFileBehaviours as VirusTotalAPIFileBehaviours,
    )
    from vt_sdk.operations.graphs import VirusTotalAPIGraphs as VirusTotalAPIGraphs
    from vt_sdk.operations.groups import VirusTotalAPIGroups as VirusTotalAPIGroups
    from vt_sdk.operations.gti_asm import VirusTotalAPIGTIASM as VirusTotalAPIGTIASM
    from vt_sdk.operations.intelligence import (
        VirusTotalAPIIntelligence as VirusTotalAPIIntelligence,
    )
    from vt_sdk.operations.ioc_stream import VirusTotalAPIIoCStream as VirusTotalAPIIoCStream
    from vt_sdk.operations.ip_addresses import VirusTotalAPIIPAddresses as VirusTotalAPIIPAddresses
    from vt_sdk.operations.livehunt import VirusTotalAPILivehunt as VirusTotalAPILivehunt
    from vt_sdk.operations.metadata import VirusTotalAPIMetadata as VirusTotalAPIMetadata
    from vt_sdk.operations.popular_threat_categories import (
        VirusTotalAPIPopularThreatCategories as VirusTotalAPIPopularThreatCategories,
    )
    from vt_sdk.operations.private_analyses import (
        VirusTotalAPIPrivateAnalyses as VirusTotalAPIPrivateAnalyses,
    )
    from vt_sdk.operations.private_file_behaviours import (
        VirusTotalAPIPrivateFileBehaviours as VirusTotalAPIPrivateFileBehaviours,
    )
    from vt_sdk.operations.resolutions import VirusTotalAPIResolutions as VirusTotalAPIResolutions
    from vt_sdk.operations.retrohunt import VirusTotalAPIRetrohunt as VirusTotalAPIRetrohunt
    from vt_sdk.operations.saved_searches import (
        VirusTotalAPISavedSearches as VirusTotalAPISavedSearches,
    )
    from vt_sdk.operations.search import VirusTotalAPISearch as VirusTotalAPISearch
    from vt_sdk.operations.service_accounts import (
        VirusTotalAPIServiceAccounts as VirusTotalAPIServiceAccounts,
    )
    from vt_sdk.operations.threat_actors import (
        VirusTotalAPIThreatActors as VirusTotalAPIThreatActors,
    )
    from vt_sdk.operations.threat_profiles import (
        VirusTotalAPIThreatProfiles as VirusTotalAPIThreatProfiles,
    )
    from vt_sdk.operations.users import VirusTotalAPIUsers as VirusTotalAPIUsers
    from vt_sdk.resources.collections import VirusTotalAPICollections as VirusTotalAPICollections
    from vt_sdk.resources.feeds import VirusTotalAPIFeeds as VirusTotalAPIFeeds
    from vt_sdk.resources.files import VirusTotalAPIFiles as VirusTotalAPIFiles
    from vt_sdk.resources.gti_dtm import VirusTotalAPIGTIDTM as VirusTotalAPIGTIDTM
    from vt_sdk.resources.monitor import VirusTotalAPIMonitor as VirusTotalAPIMonitor
    from vt_sdk.resources.monitor_partner import (
        VirusTotalAPIMonitorPartner as VirusTotalAPIMonitorPartner,
    )
    from vt_sdk.resources.private_files import (
        VirusTotalAPIPrivateFiles as VirusTotalAPIPrivateFiles,
    )
    from vt_sdk.resources.private_urls import VirusTotalAPIPrivateUrls as VirusTotalAPIPrivateUrls
    from vt_sdk.resources.private_zip_files import (
        VirusTotalAPIPrivateZIPFiles as VirusTotalAPIPrivateZIPFiles,
    )
    from vt_sdk.resources.quotas import VirusTotalAPIQuotas as VirusTotalAPIQuotas
    from vt_sdk.resources.references import VirusTotalAPIReferences as VirusTotalAPIReferences
    from vt_sdk.resources.threat_lists import VirusTotalAPIThreatLists as VirusTotalAPIThreatLists
    from vt_sdk.resources.urls import VirusTotalAPIUrls as VirusTotalAPIUrls
    from vt_sdk.resources.widget import VirusTotalAPIWidget as VirusTotalAPIWidget
    from vt_sdk.resources.zip_files import VirusTotalAPIZIPFiles as VirusTotalAPIZIPFiles

_MODULES = {
    "APIConnectionError": "vt_sdk.errors",
    "APIError": "vt_sdk.errors",
    "APITimeoutError": "vt_sdk.errors",
    "AlreadyExistsError": "vt_sdk.errors",
    "AmbiguousIndicatorError": "vt_sdk.errors",
    "AnalysisDescriptor": "vt_sdk.core.objects",
    "AnalysisFailedError": "vt_sdk.errors",
    "AnalysisState": "vt_sdk.core.analysis",
    "Assessment": "vt_sdk.core.analysis",
    "AsyncBaseTransport": "vt_sdk.transports.async_base",
    "AsyncBatch": "vt_sdk.bulk.async_batch",
    "AsyncFeed": "vt_sdk.bulk.async_feeds",
    "AsyncIncoming": "vt_sdk.transports.async_base",
    "AsyncOutgoing": "vt_sdk.transports.async_base",
    "AsyncPage": "vt_sdk.core.async_paging",
    "AsyncReports": "vt_sdk.bulk.ledger",
    "AsyncStubTransport": "vt_sdk.transports.stub",
    "AsyncTransport": "vt_sdk.transports",
    "AsyncVirusTotal": "vt_sdk.aio.client",
    "AsyncVirusTotalAPI": "vt_sdk.aio.api",
    "AsyncVirusTotalAPIAlerts": "vt_sdk.aio.operations.alerts",
    "AsyncVirusTotalAPIAnalyses": "vt_sdk.aio.operations.analyses",
    "AsyncVirusTotalAPIAttackTactics": "vt_sdk.aio.operations.attack_tactics",
    "AsyncVirusTotalAPIAttackTechniques": "vt_sdk.aio.operations.attack_techniques",
    "AsyncVirusTotalAPIAuditLog": "vt_sdk.aio.operations.audit_log",
    "AsyncVirusTotalAPICodeInsights": "vt_sdk.aio.operations.code_insights",
    "AsyncVirusTotalAPICollections": "vt_sdk.aio.resources.collections",
    "AsyncVirusTotalAPIComments": "vt_sdk.aio.operations.comments",
    "AsyncVirusTotalAPICrowdsourcedRules": "vt_sdk.aio.operations.crowdsourced_rules",
    "AsyncVirusTotalAPIDomains": "vt_sdk.aio.operations.domains",
    "AsyncVirusTotalAPIFeeds": "vt_sdk.aio.resources.feeds",
    "AsyncVirusTotalAPIFileBehaviours": "vt_sdk.aio.operations.file_behaviours",
    "AsyncVirusTotalAPIFiles": "vt_sdk.aio.resources.files",
    "AsyncVirusTotalAPIGTIASM": "vt_sdk.aio.operations.gti_asm",
    "AsyncVirusTotalAPIGTIDTM": "vt_sdk.aio.resources.gti_dtm",
    "AsyncVirusTotalAPIGraphs": "vt_sdk.aio.operations.graphs",
    "AsyncVirusTotalAPIGroups": "vt_sdk.aio.operations.groups",
    "AsyncVirusTotalAPIIPAddresses": "vt_sdk.aio.operations.ip_addresses",
    "AsyncVirusTotalAPIIntelligence": "vt_sdk.aio.operations.intelligence",
    "AsyncVirusTotalAPIIoCStream": "vt_sdk.aio.operations.ioc_stream",
    "AsyncVirusTotalAPILivehunt": "vt_sdk.aio.operations.livehunt",
    "AsyncVirusTotalAPIMetadata": "vt_sdk.aio.operations.metadata",
    "AsyncVirusTotalAPIMonitor": "vt_sdk.aio.resources.monitor",
    "AsyncVirusTotalAPIMonitorPartner": "vt_sdk.aio.resources.monitor_partner",
    "AsyncVirusTotalAPIPopularThreatCategories": "vt_sdk.aio.operations.popular_threat_categories",
    "AsyncVirusTotalAPIPrivateAnalyses": "vt_sdk.aio.operations.private_analyses",
    "AsyncVirusTotalAPIPrivateFileBehaviours": "vt_sdk.aio.operations.private_file_behaviours",
    "AsyncVirusTotalAPIPrivateFiles": "vt_sdk.aio.resources.private_files",
    "AsyncVirusTotalAPIPrivateUrls": "vt_sdk.aio.resources.private_urls",
    "AsyncVirusTotalAPIPrivateZIPFiles": "vt_sdk.aio.resources.private_zip_files",
    "AsyncVirusTotalAPIQuotas": "vt_sdk.aio.resources.quotas",
    "AsyncVirusTotalAPIReferences": "vt_sdk.aio.resources.references",
    "AsyncVirusTotalAPIResolutions": "vt_sdk.aio.operations.resolutions",
    "AsyncVirusTotalAPIRetrohunt": "vt_sdk.aio.operations.retrohunt",
    "AsyncVirusTotalAPISavedSearches": "vt_sdk.aio.operations.saved_searches",
    "AsyncVirusTotalAPISearch": "vt_sdk.aio.operations.search",
    "AsyncVirusTotalAPIServiceAccounts": "vt_sdk.aio.operations.service_accounts",
    "AsyncVirusTotalAPIThreatActors": "vt_sdk.aio.operations.threat_actors",
    "AsyncVirusTotalAPIThreatLists": "vt_sdk.aio.resources.threat_lists",
    "AsyncVirusTotalAPIThreatProfiles": "vt_sdk.aio.operations.threat_profiles",
    "AsyncVirusTotalAPIUrls": "vt_sdk.aio.resources.urls",
    "AsyncVirusTotalAPIUsers": "vt_sdk.aio.operations.users",
    "AsyncVirusTotalAPIWidget": "vt_sdk.aio.resources.widget",
    "AsyncVirusTotalAPIZIPFiles": "vt_sdk.aio.resources.zip_files",
    "AuthenticationRequiredError": "vt_sdk.errors",
    "BadRequestError": "vt_sdk.errors",
    "BaseTransport": "vt_sdk.transports.base",
    "Batch": "vt_sdk.bulk.batch",
    "BatchItem": "vt_sdk.bulk.ledger",
    "BatchStoppedError": "vt_sdk.errors",
    "BrokenLine": "vt_sdk.bulk.lines",
    "Call": "vt_sdk.calls",
    "CallOptions": "vt_sdk.core.operation",
    "Capabilities": "vt_sdk.resources._capabilities",
    "Checkpoint": "vt_sdk.bulk.checkpoints",
    "ClientError": "vt_sdk.errors",
    "DEFAULT_TIMEOUT": "vt_sdk.core.settings",
    "DIRECT_UPLOAD_MAX_BYTES": "vt_sdk.files",
    "DeadlineExceededError": "vt_sdk.errors",
    "Descriptor": "vt_sdk.core.objects",
    "Download": "vt_sdk.files",
    "Drift": "vt_sdk.core.settings",
    "DriftReport": "vt_sdk._drift",
    "EmptyFileError": "vt_sdk.errors",
    "EngineError": "vt_sdk.errors",
    "Enrichment": "vt_sdk.enrichment",
    "ErrorCode": "vt_sdk.status",
    "Event": "vt_sdk.events",
    "FailedDependencyError": "vt_sdk.errors",
    "Feed": "vt_sdk.bulk.feeds",
    "FeedGapError": "vt_sdk.errors",
    "FeedOptions": "vt_sdk.bulk.feed_batches",
    "FileReadError": "vt_sdk.errors",
    "FileTooLargeError": "vt_sdk.errors",
    "Finding": "vt_sdk._drift",
    "ForbiddenError": "vt_sdk.errors",
    "Incoming": "vt_sdk.transports.base",
    "InvalidArgumentError": "vt_sdk.errors",
    "InvalidInputError": "vt_sdk.errors",
    "InvalidResponseError": "vt_sdk.errors",
    "Issue": "vt_sdk.core.objects",
    "ItemError": "vt_sdk.core.envelope",
    "ItemIterator": "vt_sdk.core.paging",
    "Links": "vt_sdk.core.envelope",
    "LookupOnlyError": "vt_sdk.errors",
    "Meta": "vt_sdk.core.envelope",
    "MissingAPIKeyError": "vt_sdk.errors",
    "MissingFieldError": "vt_sdk.errors",
    "NoClientError": "vt_sdk.errors",
    "NotAvailableYetError": "vt_sdk.errors",
    "NotCachedError": "vt_sdk.errors",
    "NotFoundError": "vt_sdk.errors",
    "Outgoing": "vt_sdk.transports.base",
    "Page": "vt_sdk.core.paging",
    "Price": "vt_sdk.core.quota",
    "QuotaExceededError": "vt_sdk.errors",
    "RateLimit": "vt_sdk.ratelimit",
    "RateLimitError": "vt_sdk.errors",
    "RateLimiter": "vt_sdk.core.quota",
    "Relationship": "vt_sdk.core.relationships",
    "RelationshipName": "vt_sdk.core.operation",
    "Relationships": "vt_sdk.core.relationships",
    "Remaining": "vt_sdk.resources._remaining",
    "Replay": "vt_sdk.bulk.replay",
    "Reports": "vt_sdk.bulk.ledger",
    "Request": "vt_sdk.core.request",
    "Response": "vt_sdk.core.request",
    "ResponseInfo": "vt_sdk.core.request",
    "RetryPolicy": "vt_sdk.core.retry",
    "ServerError": "vt_sdk.errors",
    "Settings": "vt_sdk.core.settings",
    "StoreError": "vt_sdk.errors",
    "StubTransport": "vt_sdk.transports.stub",
    "ToManyRelationship": "vt_sdk.core.relationships",
    "ToOneRelationship": "vt_sdk.core.relationships",
    "TooManyRequestsError": "vt_sdk.errors",
    "TransientError": "vt_sdk.errors",
    "Transport": "vt_sdk.transports",
    "TransportError": "vt_sdk.errors",
    "UPLOAD_MAX_BYTES": "vt_sdk.files",
    "UnknownFieldError": "vt_sdk.errors",
    "UnknownObject": "vt_sdk.core.objects",
    "UnselectiveContentQueryError": "vt_sdk.errors",
    "UnsupportedContentQueryError": "vt_sdk.errors",
    "Usage": "vt_sdk.events",
    "UserNotActiveError": "vt_sdk.errors",
    "VTModel": "vt_sdk.core.model",
    "VTObject": "vt_sdk.core.objects",
    "VTStatus": "vt_sdk.status",
    "VirusTotal": "vt_sdk.client",
    "VirusTotalAPI": "vt_sdk.api",
    "VirusTotalAPIAlerts": "vt_sdk.operations.alerts",
    "VirusTotalAPIAnalyses": "vt_sdk.operations.analyses",
    "VirusTotalAPIAttackTactics": "vt_sdk.operations.attack_tactics",
    "VirusTotalAPIAttackTechniques": "vt_sdk.operations.attack_techniques",
    "VirusTotalAPIAuditLog": "vt_sdk.operations.audit_log",
    "VirusTotalAPICodeInsights": "vt_sdk.operations.code_insights",
    "VirusTotalAPICollections": "vt_sdk.resources.collections",
    "VirusTotalAPIComments": "vt_sdk.operations.comments",
    "VirusTotalAPICrowdsourcedRules": "vt_sdk.operations.crowdsourced_rules",
    "VirusTotalAPIDomains": "vt_sdk.operations.domains",
    "VirusTotalAPIError": "vt_sdk.errors",
    "VirusTotalAPIFeeds": "vt_sdk.resources.feeds",
    "VirusTotalAPIFileBehaviours": "vt_sdk.operations.file_behaviours",
    "VirusTotalAPIFiles": "vt_sdk.resources.files",
    "VirusTotalAPIGTIASM": "vt_sdk.operations.gti_asm",
    "VirusTotalAPIGTIDTM": "vt_sdk.resources.gti_dtm",
    "VirusTotalAPIGraphs": "vt_sdk.operations.graphs",
    "VirusTotalAPIGroups": "vt_sdk.operations.groups",
    "VirusTotalAPIIPAddresses": "vt_sdk.operations.ip_addresses",
    "VirusTotalAPIIntelligence": "vt_sdk.operations.intelligence",
    "VirusTotalAPIIoCStream": "vt_sdk.operations.ioc_stream",
    "VirusTotalAPILivehunt": "vt_sdk.operations.livehunt",
    "VirusTotalAPIMetadata": "vt_sdk.operations.metadata",
    "VirusTotalAPIMonitor": "vt_sdk.resources.monitor",
    "VirusTotalAPIMonitorPartner": "vt_sdk.resources.monitor_partner",
    "VirusTotalAPIPopularThreatCategories": "vt_sdk.operations.popular_threat_categories",
    "VirusTotalAPIPrivateAnalyses": "vt_sdk.operations.private_analyses",
    "VirusTotalAPIPrivateFileBehaviours": "vt_sdk.operations.private_file_behaviours",
    "VirusTotalAPIPrivateFiles": "vt_sdk.resources.private_files",
    "VirusTotalAPIPrivateUrls": "vt_sdk.resources.private_urls",
    "VirusTotalAPIPrivateZIPFiles": "vt_sdk.resources.private_zip_files",
    "VirusTotalAPIQuotas": "vt_sdk.resources.quotas",
    "VirusTotalAPIReferences": "vt_sdk.resources.references",
    "VirusTotalAPIResolutions": "vt_sdk.operations.resolutions",
    "VirusTotalAPIRetrohunt": "vt_sdk.operations.retrohunt",
    "VirusTotalAPISavedSearches": "vt_sdk.operations.saved_searches",
    "VirusTotalAPISearch": "vt_sdk.operations.search",
    "VirusTotalAPIServiceAccounts": "vt_sdk.operations.service_accounts",
    "VirusTotalAPIThreatActors": "vt_sdk.operations.threat_actors",
    "VirusTotalAPIThreatLists": "vt_sdk.resources.threat_lists",
    "VirusTotalAPIThreatProfiles": "vt_sdk.operations.threat_profiles",
    "VirusTotalAPIUrls": "vt_sdk.resources.urls",
    "VirusTotalAPIUsers": "vt_sdk.operations.users",
    "VirusTotalAPIWidget": "vt_sdk.resources.widget",
    "VirusTotalAPIZIPFiles": "vt_sdk.resources.zip_files",
    "WaitTimeoutError": "vt_sdk.errors",
    "Window": "vt_sdk.core.quota",
    "WrongCredentialsError": "vt_sdk.errors",
    "drift": "vt_sdk._drift",
    "error_response": "vt_sdk.transports.stub",
    "json_response": "vt_sdk.transports.stub",
    "models": "vt_sdk.models",
    "parse": "vt_sdk.core.decode",
    "parse_page": "vt_sdk.core.decode",
    "read_batch": "vt_sdk.bulk.replay",
}
"""The module of each public name."""
