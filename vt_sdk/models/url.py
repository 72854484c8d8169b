"""The models of `URL`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/objects/url.json`.
"""

# What is meant to be read may have a more exact type in a derived class.
# pyright: reportIncompatibleVariableOverride=false

from typing import Literal

from vt_sdk.core.analysis import URLBase
from vt_sdk.core.fields import AnyScalar, UnixTime
from vt_sdk.core.model import VTModel
from vt_sdk.models._deferred import GTIAssessment, ThreatSeverity, URLRelationships

from .common.analysis_stats import AnalysisStats
from .common.crowdsourced_context import CrowdsourcedContext
from .common.engine_result import EngineResult
from .common.hunting_info import HuntingInfo
from .common.icon import Icon
from .common.notification_source import NotificationSource
from .common.submitter import Submitter
from .common.total_votes import TotalVotes
from .common.tracker import Tracker


class URLJavaScriptVariable(VTModel):
    """A global variable that a page's scripts made."""

    name: str | None = None
    """Name of the variable."""
    sha256: str | None = None
    """SHA-256 of the variable's contents, hexadecimal."""
    type: str | None = None
    """Type of the variable, such as `JS_TYPE_FUNCTION`."""
    value: str | None = None
    """Value of the variable as text; null for objects and functions."""


class URLCookie(VTModel):
    """A cookie with its properties."""

    domain: str | None = None
    """Domain that the cookie is for."""
    expires: UnixTime | None = None
    """When the cookie goes out of date, as an aware datetime in UTC."""
    http_only: bool | None = None
    """Whether scripts cannot read the cookie."""
    name: str | None = None
    """Name of the cookie."""
    priority: str | None = None
    """Priority of the cookie, such as `COOKIE_PRIORITY_MEDIUM`."""
    secure: bool | None = None
    """Whether the cookie is sent over TLS only."""
    session: bool | None = None
    """Whether the cookie ends with the session."""
    size: int | None = None
    """Size of the cookie in bytes."""
    value: str | None = None
    """Value of the cookie."""


class URLWebRiskScore(VTModel):
    """Score of Google Web Risk for one kind of threat."""

    confidenceLevel: str | None = None
    """How sure the service is of the threat, from `SAFE` upward."""
    threatType: Literal["MALWARE", "SOCIAL_ENGINEERING", "UNWANTED_SOFTWARE"] | str | None = None
    """Kind of threat."""


class URLContext(VTModel):
    """Facts about a URL that belong to the listing it came in, not to the URL."""

    hunting_info: HuntingInfo | None = None
    """What the hunting rule matched, null for other origins; IoC stream."""
    notification_date: UnixTime | None = None
    """When the notification was made, as an aware datetime in UTC; IoC stream."""
    notification_id: str | None = None
    """Id of the notification; IoC stream."""
    origin: Literal["hunting", "subscriptions"] | str | None = None
    """What made the notification; IoC stream."""
    sources: list[NotificationSource]
    """Rulesets or collections behind the notification; IoC stream."""
    submitter: Submitter | None = None
    """Who sent the URL in; URL feed."""
    tags: list[str]
    """Tags of the notification; IoC stream."""
    threat_list_id: str | None = None
    """The list that the URL is on; threat lists."""
    url: str | list[str] | None = None
    """The URL itself: a list of one in intelligence searches, text in relationships."""


class URLWebRisk(VTModel):
    """Scores of Google Web Risk for a URL."""

    scores: list[URLWebRiskScore]
    """The scores, one for each kind of threat."""


class URLAttributes(VTModel):
    """What the service knows about a URL."""

    categories: dict[str, str]
    """Category of the content, by the product that gives it."""
    console_messages: list[str | dict[str, AnyScalar | None]]
    """What the page wrote to the browser's console."""
    crowdsourced_context: list[CrowdsourcedContext]
    """What contributors know about the URL."""
    favicon: Icon | None = None
    """Fingerprints of the site's icon."""
    first_seen_itw_date: UnixTime | None = None
    """When the URL was first seen in the wild, as an aware datetime in UTC."""
    first_submission_date: UnixTime | None = None
    """When the URL was first sent to the service, as an aware datetime in UTC."""
    gti_assessment: GTIAssessment | None = None
    """Verdict of Google Threat Intelligence; with a GTI licence and the `x-tool` header only."""
    has_content: bool | None = None
    """Whether the content that the URL served is kept."""
    html_meta: dict[str, list[str]]
    """Contents of the meta elements, by name; HTML pages only."""
    javascript_variables: list[URLJavaScriptVariable]
    """Global variables that the page's scripts made."""
    last_analysis_date: UnixTime | None = None
    """When the URL was last analysed, as an aware datetime in UTC."""
    last_analysis_results: dict[str, EngineResult]
    """Verdicts of the last analysis, by name of the product."""
    last_analysis_stats: AnalysisStats
    """Verdicts of the last analysis, counted."""
    last_final_url: str | None = None
    """Where the URL led to in the end."""
    last_http_response_code: int | None = None
    """HTTP status of the last answer."""
    last_http_response_content_length: int | None = None
    """Size of the last answer's body in bytes."""
    last_http_response_content_sha256: str | None = None
    """SHA-256 of the last answer's body, hexadecimal."""
    last_http_response_cookies: dict[str, str]
    """Cookies of the last answer, by name."""
    last_http_response_cookies_extended: list[URLCookie]
    """Cookies of the last answer with their properties."""
    last_http_response_headers: dict[str, str]
    """Headers of the last answer, by name."""
    last_modification_date: UnixTime | None = None
    """When this report last changed, as an aware datetime in UTC."""
    last_seen_itw_date: UnixTime | None = None
    """When the URL was last seen in the wild, as an aware datetime in UTC."""
    last_submission_date: UnixTime | None = None
    """When the URL was last sent to the service, as an aware datetime in UTC."""
    mandiant_ic_score: int | None = None
    """Mandiant's confidence that the indicator is malicious, 0 to 100."""
    outgoing_links: list[str]
    """Links from the page to other sites."""
    private: bool | None = None
    """Whether the URL was scanned in private."""
    proxy_country: str | None = None
    """Country from which the page was fetched, two letters."""
    redirection_chain: list[str]
    """Addresses on the way to the final one, this URL not included."""
    reputation: int
    """Score by the votes of the community; negative means malicious."""
    tags: list[str]
    """Tags of the URL, such as `iframes`."""
    targeted_brand: dict[str, str]
    """Brand that the page imitates, by the product that says so."""
    threat_names: list[str]
    """Names of the threat, given by the products."""
    threat_severity: ThreatSeverity | None = None
    """How grave the threat is."""
    threat_verdict: (
        Literal["VERDICT_MALICIOUS", "VERDICT_SUSPICIOUS", "VERDICT_UNDETECTED", "VERDICT_UNKNOWN"]
        | str
        | None
    ) = None
    """Verdict of Google Threat Intelligence in one word."""
    times_submitted: int
    """How often the URL was sent to the service."""
    title: str | None = None
    """Title of the page."""
    tld: str | None = None
    """Top-level domain of the URL's host."""
    total_votes: TotalVotes
    """Votes of the community."""
    trackers: dict[str, list[Tracker]]
    """Analytics trackers in the page, by name of the service."""
    url: str
    """The URL that was scanned."""
    user_agent: str | None = None
    """Browser as which the page was fetched."""
    web_category: str | None = None
    """Category of the site, such as `unspecified`."""
    webrisk: URLWebRisk | None = None
    """Scores of Google Web Risk."""


class URL(URLBase):
    """A URL and what the service knows about it. Its id is the SHA-256 of the canonical URL."""

    attributes: URLAttributes
    """What the service knows about the object; absent from descriptors and errors."""
    context_attributes: URLContext
    """Facts that belong to the listing, not to the object; absent when the object was asked for by its id."""
    relationships: URLRelationships
    """What was asked for along with the object by `relationships=`."""
