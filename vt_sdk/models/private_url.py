"""The models of `PrivateURL`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/objects/private_url.json`.
"""

# What is meant to be read may have a more exact type in a derived class.
# pyright: reportIncompatibleVariableOverride=false

from typing import Literal

from vt_sdk.core.analysis import Assessed
from vt_sdk.core.fields import AnyScalar, UnixTime
from vt_sdk.core.model import VTModel
from vt_sdk.models._deferred import (
    GTIAssessment,
    PrivateURLRelationships,
    ThreatSeverity,
)

from .common.analysis_stats import AnalysisStats
from .common.crowdsourced_context import CrowdsourcedContext
from .common.engine_result import EngineResult
from .common.icon import Icon
from .common.total_votes import TotalVotes
from .common.tracker import Tracker
from .url import URLCookie, URLJavaScriptVariable, URLWebRisk


class PrivateURLContext(VTModel):
    """What a listing says about a private URL; no listing is known to say anything."""


class PrivateURLAttributes(VTModel):
    """What the service found out about a private URL: most attributes of a URL. Nobody votes on it and few services check it."""

    categories: dict[str, str]
    """Category of the content, by the product that gives it."""
    console_messages: list[str | dict[str, AnyScalar | None]]
    """What the page wrote to the browser's console."""
    crowdsourced_context: list[CrowdsourcedContext]
    """What contributors know about the URL."""
    expiration: UnixTime | None = None
    """When the service deletes the report, as an aware datetime in UTC."""
    favicon: Icon | None = None
    """Fingerprints of the site's icon."""
    first_seen_itw_date: UnixTime | None = None
    """When the URL was first seen in the wild, as an aware datetime in UTC."""
    first_submission_date: UnixTime | None = None
    """When the URL was first sent to the service, as an aware datetime in UTC."""
    gti_assessment: GTIAssessment | None = None
    """Verdict of Google Threat Intelligence; with a GTI licence and the `x-tool` header only."""
    gti_score_age_off_rescore_count: int | None = None
    """How often the score was reckoned anew because it was old."""
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
    last_analysis_stats: AnalysisStats | None = None
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
    reputation: int | None = None
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
    times_submitted: int | None = None
    """How often the URL was sent to the service."""
    title: str | None = None
    """Title of the page."""
    tld: str | None = None
    """Top-level domain of the URL's host."""
    total_votes: TotalVotes | None = None
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


class PrivateURL(Assessed):
    """A URL of private scanning, which only its owner sees. Its id is the SHA-256 of the canonical URL."""

    attributes: PrivateURLAttributes
    """What the service knows about the object; absent from descriptors and errors."""
    context_attributes: PrivateURLContext
    """Facts that belong to the listing, not to the object; absent when the object was asked for by its id."""
    relationships: PrivateURLRelationships
    """What was asked for along with the object by `relationships=`."""
