"""A typed SDK for the VirusTotal API v3.

`VirusTotal` holds all groups of operations behind one key; `VirusTotalAPIFiles` and its siblings
are single groups with the names of the library vtapi3. Answers are models from `vt_sdk.models`,
failures are `VirusTotalAPIError`s. Every public name is loaded on first use.
"""

from vt_sdk._version import __version__ as __version__
from vt_sdk.operations._names import _MODULES

# Type checkers take this for typing's constant, whose import would cost more than all else. The
# annotation is for editors: jedi leaves out what stands under a plain False.
TYPE_CHECKING: bool = False
if TYPE_CHECKING:
    from vt_sdk import models as models
    from vt_sdk._drift import DriftReport as DriftReport
    from vt_sdk._drift import Finding as Finding
    from vt_sdk._drift import drift as drift
    from vt_sdk.aio.api import AsyncVirusTotalAPI as AsyncVirusTotalAPI
    from vt_sdk.aio.client import AsyncVirusTotal as AsyncVirusTotal
    from vt_sdk.api import VirusTotalAPI as VirusTotalAPI
    from vt_sdk.bulk.async_batch import AsyncBatch as AsyncBatch
    from vt_sdk.bulk.async_feeds import AsyncFeed as AsyncFeed
    from vt_sdk.bulk.batch import Batch as Batch
    from vt_sdk.bulk.checkpoints import Checkpoint as Checkpoint
    from vt_sdk.bulk.feed_batches import FeedOptions as FeedOptions
    from vt_sdk.bulk.feeds import Feed as Feed
    from vt_sdk.bulk.ledger import AsyncReports as AsyncReports
    from vt_sdk.bulk.ledger import BatchItem as BatchItem
    from vt_sdk.bulk.ledger import Reports as Reports
    from vt_sdk.bulk.lines import BrokenLine as BrokenLine
    from vt_sdk.bulk.replay import Replay as Replay
    from vt_sdk.bulk.replay import read_batch as read_batch
    from vt_sdk.calls import Call as Call
    from vt_sdk.client import VirusTotal as VirusTotal
    from vt_sdk.core.analysis import AnalysisState as AnalysisState
    from vt_sdk.core.analysis import Assessment as Assessment
    from vt_sdk.core.async_paging import AsyncPage as AsyncPage
    from vt_sdk.core.decode import parse as parse
    from vt_sdk.core.decode import parse_page as parse_page
    from vt_sdk.core.envelope import ItemError as ItemError
    from vt_sdk.core.envelope import Links as Links
    from vt_sdk.core.envelope import Meta as Meta
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
    from vt_sdk.enrichment import Enrichment as Enrichment
    from vt_sdk.errors import AlreadyExistsError as AlreadyExistsError
    from vt_sdk.errors import AmbiguousIndicatorError as AmbiguousIndicatorError
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
    from vt_sdk.errors import EngineError as EngineError
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
    from vt_sdk.files import DIRECT_UPLOAD_MAX_BYTES as DIRECT_UPLOAD_MAX_BYTES
    from vt_sdk.files import UPLOAD_MAX_BYTES as UPLOAD_MAX_BYTES
    from vt_sdk.files import Download as Download
    from vt_sdk.operations._names import *  # noqa: F403  # the groups, which are generated
    from vt_sdk.ratelimit import RateLimit as RateLimit
    from vt_sdk.resources._capabilities import Capabilities as Capabilities
    from vt_sdk.resources._remaining import Remaining as Remaining
    from vt_sdk.status import ErrorCode as ErrorCode
    from vt_sdk.status import VTStatus as VTStatus
    from vt_sdk.transports import AsyncTransport as AsyncTransport
    from vt_sdk.transports import Transport as Transport
    from vt_sdk.transports.async_base import AsyncBaseTransport as AsyncBaseTransport
    from vt_sdk.transports.async_base import AsyncIncoming as AsyncIncoming
    from vt_sdk.transports.async_base import AsyncOutgoing as AsyncOutgoing
    from vt_sdk.transports.base import BaseTransport as BaseTransport
    from vt_sdk.transports.base import Incoming as Incoming
    from vt_sdk.transports.base import Outgoing as Outgoing
    from vt_sdk.transports.stub import AsyncStubTransport as AsyncStubTransport
    from vt_sdk.transports.stub import StubTransport as StubTransport
    from vt_sdk.transports.stub import error_response as error_response
    from vt_sdk.transports.stub import json_response as json_response

# The names that are imported above for type checkers, and the groups.
__all__ = sorted(["__version__", *_MODULES])  # pyright: ignore[reportUnsupportedDunderAll]


if not TYPE_CHECKING:  # else type checkers would accept any name

    def __getattr__(name):
        if name not in _MODULES:
            raise _no_such_name(name)
        from importlib import import_module

        import_module(f"{__name__}.models")  # it registers the classes that the core decodes
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
        import vt_sdk.core.display
        import vt_sdk.indicators
        import vt_sdk.query
        import vt_sdk.resources._lookups
        import vt_sdk.tables
        import vt_sdk.transports.requests_transport
        import vt_sdk.verdicts

        for module in (vt_sdk, vt_sdk.models):
            for name in module.__all__:
                getattr(module, name)


_load_all_if_asked()
