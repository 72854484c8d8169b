"""A typed SDK for the VirusTotal API v3.

`VirusTotal` holds all groups of operations behind one key; `VirusTotalAPIFiles` and its siblings
are single groups with the names of the library vtapi3. Answers are models from `vt_sdk.models`,
failures are `VirusTotalAPIError`s. Every public name is loaded on first use.
"""

from vt_sdk._version import __version__ as __version__

# Type checkers take this for typing's constant, whose import would cost more than all else. The
# annotation is for editors: jedi leaves out what stands under a plain False.
TYPE_CHECKING: bool = False
if TYPE_CHECKING:
    from vt_sdk import models as models
    from vt_sdk.api import VirusTotalAPI as VirusTotalAPI
    from vt_sdk.batch import Batch as Batch
    from vt_sdk.batch import BatchItem as BatchItem
    from vt_sdk.checkpoints import Checkpoint as Checkpoint
    from vt_sdk.client import VirusTotal as VirusTotal
    from vt_sdk.core.bases import AnalysisState as AnalysisState
    from vt_sdk.core.decode import parse as parse
    from vt_sdk.core.decode import parse_page as parse_page
    from vt_sdk.core.drift import DriftReport as DriftReport
    from vt_sdk.core.drift import Finding as Finding
    from vt_sdk.core.drift import drift as drift
    from vt_sdk.core.model import VTModel as VTModel
    from vt_sdk.core.objects import AnalysisDescriptor as AnalysisDescriptor
    from vt_sdk.core.objects import Descriptor as Descriptor
    from vt_sdk.core.objects import Issue as Issue
    from vt_sdk.core.objects import UnknownObject as UnknownObject
    from vt_sdk.core.objects import VTObject as VTObject
    from vt_sdk.core.operation import CallOptions as CallOptions
    from vt_sdk.core.operation import RelationshipName as RelationshipName
    from vt_sdk.core.paging import ItemIterator as ItemIterator
    from vt_sdk.core.paging import Page as Page
    from vt_sdk.core.quota import Price as Price
    from vt_sdk.core.quota import RateLimiter as RateLimiter
    from vt_sdk.core.quota import Remaining as Remaining
    from vt_sdk.core.quota import Window as Window
    from vt_sdk.core.relationships import Relationship as Relationship
    from vt_sdk.core.relationships import Relationships as Relationships
    from vt_sdk.core.relationships import ToManyRelationship as ToManyRelationship
    from vt_sdk.core.relationships import ToOneRelationship as ToOneRelationship
    from vt_sdk.core.request import Request as Request
    from vt_sdk.core.request import Response as Response
    from vt_sdk.core.request import ResponseInfo as ResponseInfo
    from vt_sdk.core.retry import RetryPolicy as RetryPolicy
    from vt_sdk.core.settings import DEFAULT_TIMEOUT as DEFAULT_TIMEOUT
    from vt_sdk.core.settings import Drift as Drift
    from vt_sdk.core.settings import Settings as Settings
    from vt_sdk.errors import AlreadyExistsError as AlreadyExistsError
    from vt_sdk.errors import AnalysisFailedError as AnalysisFailedError
    from vt_sdk.errors import APIConnectionError as APIConnectionError
    from vt_sdk.errors import APIError as APIError
    from vt_sdk.errors import APITimeoutError as APITimeoutError
    from vt_sdk.errors import AuthenticationRequiredError as AuthenticationRequiredError
    from vt_sdk.errors import BadRequestError as BadRequestError
    from vt_sdk.errors import BatchStoppedError as BatchStoppedError
    from vt_sdk.errors import ClientError as ClientError
    from vt_sdk.errors import DeadlineExceededError as DeadlineExceededError
    from vt_sdk.errors import EmptyFileError as EmptyFileError
    from vt_sdk.errors import FailedDependencyError as FailedDependencyError
    from vt_sdk.errors import FeedGapError as FeedGapError
    from vt_sdk.errors import FileReadError as FileReadError
    from vt_sdk.errors import FileTooLargeError as FileTooLargeError
    from vt_sdk.errors import ForbiddenError as ForbiddenError
    from vt_sdk.errors import InvalidArgumentError as InvalidArgumentError
    from vt_sdk.errors import InvalidInputError as InvalidInputError
    from vt_sdk.errors import InvalidResponseError as InvalidResponseError
    from vt_sdk.errors import LookupOnlyError as LookupOnlyError
    from vt_sdk.errors import MissingAPIKeyError as MissingAPIKeyError
    from vt_sdk.errors import MissingFieldError as MissingFieldError
    from vt_sdk.errors import NoClientError as NoClientError
    from vt_sdk.errors import NotAvailableYetError as NotAvailableYetError
    from vt_sdk.errors import NotCachedError as NotCachedError
    from vt_sdk.errors import NotFoundError as NotFoundError
    from vt_sdk.errors import QuotaExceededError as QuotaExceededError
    from vt_sdk.errors import RateLimitError as RateLimitError
    from vt_sdk.errors import ServerError as ServerError
    from vt_sdk.errors import StoreError as StoreError
    from vt_sdk.errors import TooManyRequestsError as TooManyRequestsError
    from vt_sdk.errors import TransientError as TransientError
    from vt_sdk.errors import TransportError as TransportError
    from vt_sdk.errors import UnknownFieldError as UnknownFieldError
    from vt_sdk.errors import UnselectiveContentQueryError as UnselectiveContentQueryError
    from vt_sdk.errors import UnsupportedContentQueryError as UnsupportedContentQueryError
    from vt_sdk.errors import UserNotActiveError as UserNotActiveError
    from vt_sdk.errors import VirusTotalAPIError as VirusTotalAPIError
    from vt_sdk.errors import WaitTimeoutError as WaitTimeoutError
    from vt_sdk.errors import WrongCredentialsError as WrongCredentialsError
    from vt_sdk.events import Event as Event
    from vt_sdk.events import Usage as Usage
    from vt_sdk.feeds import Feed as Feed
    from vt_sdk.feeds import FeedOptions as FeedOptions
    from vt_sdk.files import DIRECT_UPLOAD_MAX_BYTES as DIRECT_UPLOAD_MAX_BYTES
    from vt_sdk.files import UPLOAD_MAX_BYTES as UPLOAD_MAX_BYTES
    from vt_sdk.files import Download as Download
    from vt_sdk.limits import RateLimit as RateLimit
    from vt_sdk.models.common.item_error import ItemError as ItemError
    from vt_sdk.models.common.links import Links as Links
    from vt_sdk.models.common.meta import Meta as Meta
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
    from vt_sdk.operations.file_behaviours import (
        VirusTotalAPIFileBehaviours as VirusTotalAPIFileBehaviours,
    )
    from vt_sdk.operations.graphs import VirusTotalAPIGraphs as VirusTotalAPIGraphs
    from vt_sdk.operations.groups import VirusTotalAPIGroups as VirusTotalAPIGroups
    from vt_sdk.operations.gti_asm import VirusTotalAPIGTIASM as VirusTotalAPIGTIASM
    from vt_sdk.operations.gti_dtm import VirusTotalAPIGTIDTM as VirusTotalAPIGTIDTM
    from vt_sdk.operations.intelligence import (
        VirusTotalAPIIntelligence as VirusTotalAPIIntelligence,
    )
    from vt_sdk.operations.ioc_stream import VirusTotalAPIIoCStream as VirusTotalAPIIoCStream
    from vt_sdk.operations.metadata import VirusTotalAPIMetadata as VirusTotalAPIMetadata
    from vt_sdk.operations.popular_threat_categories import (
        VirusTotalAPIPopularThreatCategories as VirusTotalAPIPopularThreatCategories,
    )
    from vt_sdk.operations.private_file_behaviours import (
        VirusTotalAPIPrivateFileBehaviours as VirusTotalAPIPrivateFileBehaviours,
    )
    from vt_sdk.operations.resolutions import VirusTotalAPIResolutions as VirusTotalAPIResolutions
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
    from vt_sdk.operations.threat_lists import VirusTotalAPIThreatLists as VirusTotalAPIThreatLists
    from vt_sdk.operations.threat_profiles import (
        VirusTotalAPIThreatProfiles as VirusTotalAPIThreatProfiles,
    )
    from vt_sdk.operations.users import VirusTotalAPIUsers as VirusTotalAPIUsers
    from vt_sdk.replay import BrokenLine as BrokenLine
    from vt_sdk.replay import Replay as Replay
    from vt_sdk.replay import read_batch as read_batch
    from vt_sdk.resources.analyses import VirusTotalAPIAnalyses as VirusTotalAPIAnalyses
    from vt_sdk.resources.collections import VirusTotalAPICollections as VirusTotalAPICollections
    from vt_sdk.resources.domains import VirusTotalAPIDomains as VirusTotalAPIDomains
    from vt_sdk.resources.feeds import VirusTotalAPIFeeds as VirusTotalAPIFeeds
    from vt_sdk.resources.files import VirusTotalAPIFiles as VirusTotalAPIFiles
    from vt_sdk.resources.ip_addresses import VirusTotalAPIIPAddresses as VirusTotalAPIIPAddresses
    from vt_sdk.resources.livehunt import VirusTotalAPILivehunt as VirusTotalAPILivehunt
    from vt_sdk.resources.monitor import VirusTotalAPIMonitor as VirusTotalAPIMonitor
    from vt_sdk.resources.monitor_partner import (
        VirusTotalAPIMonitorPartner as VirusTotalAPIMonitorPartner,
    )
    from vt_sdk.resources.private_analyses import (
        VirusTotalAPIPrivateAnalyses as VirusTotalAPIPrivateAnalyses,
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
    from vt_sdk.resources.retrohunt import VirusTotalAPIRetrohunt as VirusTotalAPIRetrohunt
    from vt_sdk.resources.urls import VirusTotalAPIUrls as VirusTotalAPIUrls
    from vt_sdk.resources.widget import VirusTotalAPIWidget as VirusTotalAPIWidget
    from vt_sdk.resources.zip_files import VirusTotalAPIZIPFiles as VirusTotalAPIZIPFiles
    from vt_sdk.status import ErrorCode as ErrorCode
    from vt_sdk.status import VTStatus as VTStatus
    from vt_sdk.transports import Transport as Transport
    from vt_sdk.transports.stub import StubTransport as StubTransport
    from vt_sdk.transports.stub import error_response as error_response
    from vt_sdk.transports.stub import json_response as json_response

# Where each public name lives; a test holds it against the imports above.
_MODULES = {
    "VirusTotalAPI": "vt_sdk.api",
    "Batch": "vt_sdk.batch",
    "BatchItem": "vt_sdk.batch",
    "Checkpoint": "vt_sdk.checkpoints",
    "VirusTotal": "vt_sdk.client",
    "AnalysisState": "vt_sdk.core.bases",
    "parse": "vt_sdk.core.decode",
    "parse_page": "vt_sdk.core.decode",
    "DriftReport": "vt_sdk.core.drift",
    "Finding": "vt_sdk.core.drift",
    "drift": "vt_sdk.core.drift",
    "VTModel": "vt_sdk.core.model",
    "AnalysisDescriptor": "vt_sdk.core.objects",
    "Descriptor": "vt_sdk.core.objects",
    "Issue": "vt_sdk.core.objects",
    "UnknownObject": "vt_sdk.core.objects",
    "VTObject": "vt_sdk.core.objects",
    "CallOptions": "vt_sdk.core.operation",
    "RelationshipName": "vt_sdk.core.operation",
    "ItemIterator": "vt_sdk.core.paging",
    "Page": "vt_sdk.core.paging",
    "Price": "vt_sdk.core.quota",
    "RateLimiter": "vt_sdk.core.quota",
    "Remaining": "vt_sdk.core.quota",
    "Window": "vt_sdk.core.quota",
    "Relationship": "vt_sdk.core.relationships",
    "Relationships": "vt_sdk.core.relationships",
    "ToManyRelationship": "vt_sdk.core.relationships",
    "ToOneRelationship": "vt_sdk.core.relationships",
    "Request": "vt_sdk.core.request",
    "Response": "vt_sdk.core.request",
    "ResponseInfo": "vt_sdk.core.request",
    "RetryPolicy": "vt_sdk.core.retry",
    "DEFAULT_TIMEOUT": "vt_sdk.core.settings",
    "Drift": "vt_sdk.core.settings",
    "Settings": "vt_sdk.core.settings",
    "APIConnectionError": "vt_sdk.errors",
    "APIError": "vt_sdk.errors",
    "APITimeoutError": "vt_sdk.errors",
    "AlreadyExistsError": "vt_sdk.errors",
    "AnalysisFailedError": "vt_sdk.errors",
    "AuthenticationRequiredError": "vt_sdk.errors",
    "BadRequestError": "vt_sdk.errors",
    "BatchStoppedError": "vt_sdk.errors",
    "ClientError": "vt_sdk.errors",
    "DeadlineExceededError": "vt_sdk.errors",
    "EmptyFileError": "vt_sdk.errors",
    "FailedDependencyError": "vt_sdk.errors",
    "FeedGapError": "vt_sdk.errors",
    "FileReadError": "vt_sdk.errors",
    "FileTooLargeError": "vt_sdk.errors",
    "ForbiddenError": "vt_sdk.errors",
    "InvalidArgumentError": "vt_sdk.errors",
    "InvalidInputError": "vt_sdk.errors",
    "InvalidResponseError": "vt_sdk.errors",
    "LookupOnlyError": "vt_sdk.errors",
    "MissingAPIKeyError": "vt_sdk.errors",
    "MissingFieldError": "vt_sdk.errors",
    "NoClientError": "vt_sdk.errors",
    "NotAvailableYetError": "vt_sdk.errors",
    "NotCachedError": "vt_sdk.errors",
    "NotFoundError": "vt_sdk.errors",
    "QuotaExceededError": "vt_sdk.errors",
    "RateLimitError": "vt_sdk.errors",
    "ServerError": "vt_sdk.errors",
    "StoreError": "vt_sdk.errors",
    "TooManyRequestsError": "vt_sdk.errors",
    "TransientError": "vt_sdk.errors",
    "TransportError": "vt_sdk.errors",
    "UnknownFieldError": "vt_sdk.errors",
    "UnselectiveContentQueryError": "vt_sdk.errors",
    "UnsupportedContentQueryError": "vt_sdk.errors",
    "UserNotActiveError": "vt_sdk.errors",
    "VirusTotalAPIError": "vt_sdk.errors",
    "WaitTimeoutError": "vt_sdk.errors",
    "WrongCredentialsError": "vt_sdk.errors",
    "Event": "vt_sdk.events",
    "Usage": "vt_sdk.events",
    "Feed": "vt_sdk.feeds",
    "FeedOptions": "vt_sdk.feeds",
    "DIRECT_UPLOAD_MAX_BYTES": "vt_sdk.files",
    "Download": "vt_sdk.files",
    "UPLOAD_MAX_BYTES": "vt_sdk.files",
    "RateLimit": "vt_sdk.limits",
    "ItemError": "vt_sdk.models.common.item_error",
    "Links": "vt_sdk.models.common.links",
    "Meta": "vt_sdk.models.common.meta",
    "BrokenLine": "vt_sdk.replay",
    "Replay": "vt_sdk.replay",
    "read_batch": "vt_sdk.replay",
    "VirusTotalAPIAnalyses": "vt_sdk.resources.analyses",
    "VirusTotalAPIAttackTactics": "vt_sdk.operations.attack_tactics",
    "VirusTotalAPIAttackTechniques": "vt_sdk.operations.attack_techniques",
    "VirusTotalAPIAuditLog": "vt_sdk.operations.audit_log",
    "VirusTotalAPICodeInsights": "vt_sdk.operations.code_insights",
    "VirusTotalAPICollections": "vt_sdk.resources.collections",
    "VirusTotalAPIComments": "vt_sdk.operations.comments",
    "VirusTotalAPICrowdsourcedRules": "vt_sdk.operations.crowdsourced_rules",
    "VirusTotalAPIDomains": "vt_sdk.resources.domains",
    "VirusTotalAPIFeeds": "vt_sdk.resources.feeds",
    "VirusTotalAPIFileBehaviours": "vt_sdk.operations.file_behaviours",
    "VirusTotalAPIFiles": "vt_sdk.resources.files",
    "VirusTotalAPIGraphs": "vt_sdk.operations.graphs",
    "VirusTotalAPIGroups": "vt_sdk.operations.groups",
    "VirusTotalAPIGTIASM": "vt_sdk.operations.gti_asm",
    "VirusTotalAPIGTIDTM": "vt_sdk.operations.gti_dtm",
    "VirusTotalAPIIntelligence": "vt_sdk.operations.intelligence",
    "VirusTotalAPIIoCStream": "vt_sdk.operations.ioc_stream",
    "VirusTotalAPIIPAddresses": "vt_sdk.resources.ip_addresses",
    "VirusTotalAPILivehunt": "vt_sdk.resources.livehunt",
    "VirusTotalAPIMetadata": "vt_sdk.operations.metadata",
    "VirusTotalAPIMonitor": "vt_sdk.resources.monitor",
    "VirusTotalAPIMonitorPartner": "vt_sdk.resources.monitor_partner",
    "VirusTotalAPIPopularThreatCategories": "vt_sdk.operations.popular_threat_categories",
    "VirusTotalAPIPrivateAnalyses": "vt_sdk.resources.private_analyses",
    "VirusTotalAPIPrivateFileBehaviours": "vt_sdk.operations.private_file_behaviours",
    "VirusTotalAPIPrivateFiles": "vt_sdk.resources.private_files",
    "VirusTotalAPIPrivateUrls": "vt_sdk.resources.private_urls",
    "VirusTotalAPIPrivateZIPFiles": "vt_sdk.resources.private_zip_files",
    "VirusTotalAPIQuotas": "vt_sdk.resources.quotas",
    "VirusTotalAPIReferences": "vt_sdk.resources.references",
    "VirusTotalAPIResolutions": "vt_sdk.operations.resolutions",
    "VirusTotalAPIRetrohunt": "vt_sdk.resources.retrohunt",
    "VirusTotalAPISavedSearches": "vt_sdk.operations.saved_searches",
    "VirusTotalAPISearch": "vt_sdk.operations.search",
    "VirusTotalAPIServiceAccounts": "vt_sdk.operations.service_accounts",
    "VirusTotalAPIThreatActors": "vt_sdk.operations.threat_actors",
    "VirusTotalAPIThreatLists": "vt_sdk.operations.threat_lists",
    "VirusTotalAPIThreatProfiles": "vt_sdk.operations.threat_profiles",
    "VirusTotalAPIUrls": "vt_sdk.resources.urls",
    "VirusTotalAPIUsers": "vt_sdk.operations.users",
    "VirusTotalAPIWidget": "vt_sdk.resources.widget",
    "VirusTotalAPIZIPFiles": "vt_sdk.resources.zip_files",
    "ErrorCode": "vt_sdk.status",
    "VTStatus": "vt_sdk.status",
    "Transport": "vt_sdk.transports",
    "StubTransport": "vt_sdk.transports.stub",
    "error_response": "vt_sdk.transports.stub",
    "json_response": "vt_sdk.transports.stub",
    "models": "vt_sdk.models",
}

__all__ = [
    "APIConnectionError",
    "APIError",
    "APITimeoutError",
    "AlreadyExistsError",
    "AnalysisDescriptor",
    "AnalysisFailedError",
    "AnalysisState",
    "AuthenticationRequiredError",
    "BadRequestError",
    "Batch",
    "BatchItem",
    "BatchStoppedError",
    "BrokenLine",
    "CallOptions",
    "Checkpoint",
    "ClientError",
    "DEFAULT_TIMEOUT",
    "DIRECT_UPLOAD_MAX_BYTES",
    "DeadlineExceededError",
    "Descriptor",
    "Download",
    "Drift",
    "DriftReport",
    "EmptyFileError",
    "ErrorCode",
    "Event",
    "FailedDependencyError",
    "Feed",
    "FeedGapError",
    "FeedOptions",
    "FileReadError",
    "FileTooLargeError",
    "Finding",
    "ForbiddenError",
    "InvalidArgumentError",
    "InvalidInputError",
    "InvalidResponseError",
    "Issue",
    "ItemError",
    "ItemIterator",
    "Links",
    "LookupOnlyError",
    "Meta",
    "MissingAPIKeyError",
    "MissingFieldError",
    "NoClientError",
    "NotAvailableYetError",
    "NotCachedError",
    "NotFoundError",
    "Page",
    "Price",
    "QuotaExceededError",
    "RateLimit",
    "RateLimitError",
    "RateLimiter",
    "Relationship",
    "RelationshipName",
    "Relationships",
    "Remaining",
    "Replay",
    "Request",
    "Response",
    "ResponseInfo",
    "RetryPolicy",
    "ServerError",
    "StoreError",
    "Settings",
    "StubTransport",
    "ToManyRelationship",
    "ToOneRelationship",
    "TooManyRequestsError",
    "TransientError",
    "Transport",
    "TransportError",
    "UPLOAD_MAX_BYTES",
    "UnknownFieldError",
    "UnknownObject",
    "UnselectiveContentQueryError",
    "UnsupportedContentQueryError",
    "Usage",
    "UserNotActiveError",
    "VTModel",
    "VTObject",
    "VTStatus",
    "VirusTotal",
    "VirusTotalAPI",
    "VirusTotalAPIAnalyses",
    "VirusTotalAPIAttackTactics",
    "VirusTotalAPIAttackTechniques",
    "VirusTotalAPIAuditLog",
    "VirusTotalAPICodeInsights",
    "VirusTotalAPICollections",
    "VirusTotalAPIComments",
    "VirusTotalAPICrowdsourcedRules",
    "VirusTotalAPIDomains",
    "VirusTotalAPIError",
    "VirusTotalAPIFeeds",
    "VirusTotalAPIFileBehaviours",
    "VirusTotalAPIFiles",
    "VirusTotalAPIGTIASM",
    "VirusTotalAPIGTIDTM",
    "VirusTotalAPIGraphs",
    "VirusTotalAPIGroups",
    "VirusTotalAPIIPAddresses",
    "VirusTotalAPIIntelligence",
    "VirusTotalAPIIoCStream",
    "VirusTotalAPILivehunt",
    "VirusTotalAPIMetadata",
    "VirusTotalAPIMonitor",
    "VirusTotalAPIMonitorPartner",
    "VirusTotalAPIPopularThreatCategories",
    "VirusTotalAPIPrivateAnalyses",
    "VirusTotalAPIPrivateFileBehaviours",
    "VirusTotalAPIPrivateFiles",
    "VirusTotalAPIPrivateUrls",
    "VirusTotalAPIPrivateZIPFiles",
    "VirusTotalAPIQuotas",
    "VirusTotalAPIReferences",
    "VirusTotalAPIResolutions",
    "VirusTotalAPIRetrohunt",
    "VirusTotalAPISavedSearches",
    "VirusTotalAPISearch",
    "VirusTotalAPIServiceAccounts",
    "VirusTotalAPIThreatActors",
    "VirusTotalAPIThreatLists",
    "VirusTotalAPIThreatProfiles",
    "VirusTotalAPIUrls",
    "VirusTotalAPIUsers",
    "VirusTotalAPIWidget",
    "VirusTotalAPIZIPFiles",
    "WaitTimeoutError",
    "Window",
    "WrongCredentialsError",
    "__version__",
    "drift",
    "error_response",
    "json_response",
    "models",
    "parse",
    "parse_page",
    "read_batch",
]


if not TYPE_CHECKING:  # else type checkers would accept any name

    def __getattr__(name):
        if name not in _MODULES:
            raise _no_such_name(name)
        from importlib import import_module

        module = import_module(_MODULES[name])
        found = globals()[name] = module if name == "models" else getattr(module, name)
        return found


def _no_such_name(name: str) -> Exception:
    """Return the error for a name that is not here, with the way to it if it is a model's."""
    import sys

    from vt_sdk import models

    message = f"module {__name__!r} has no attribute {name!r}"
    if name not in models.__all__:
        return AttributeError(message)
    # A from-import puts a text of its own in place of an AttributeError's. Before, it asks for the
    # name in this function of importlib, which lets every other error through.
    if sys._getframe(2).f_code.co_name == "_handle_fromlist":
        way = f"use `from {models.__name__} import {name}`"
        return ImportError(f"cannot import name {name!r} from {__name__!r}: {way}", name=__name__)
    return AttributeError(f"{message}: use `{models.__name__}.{name}`")


def __dir__() -> "list[str]":
    return sorted({*globals(), *_MODULES})


def _load_all_if_asked() -> None:
    """Load at once what is loaded on first use otherwise; `VT_SDK_EAGER=1` asks for it."""
    import os

    if os.environ.get("VT_SDK_EAGER") == "1":
        import vt_sdk.query
        import vt_sdk.transports.requests_transport

        for module in (vt_sdk, vt_sdk.models):
            for name in module.__all__:
                getattr(module, name)


_load_all_if_asked()
