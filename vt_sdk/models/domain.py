"""The models of `Domain`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/objects/domain.json`.
"""

# What is meant to be read may have a more exact type in a derived class.
# pyright: reportIncompatibleVariableOverride=false

from typing import Literal

from vt_sdk.core.analysis import DomainBase
from vt_sdk.core.fields import UnixTime
from vt_sdk.core.model import VTModel
from vt_sdk.models._deferred import (
    RDAP,
    DomainRelationships,
    GTIAssessment,
    ThreatSeverity,
)

from .common.analysis_stats import AnalysisStats
from .common.certificate import Certificate
from .common.crowdsourced_context import CrowdsourcedContext
from .common.dns_record import DNSRecord
from .common.engine_result import EngineResult
from .common.hunting_info import HuntingInfo
from .common.icon import Icon
from .common.notification_source import NotificationSource
from .common.total_votes import TotalVotes


class DomainPopularityRank(VTModel):
    """Rank of a domain in a list of popular domains."""

    rank: int | None = None
    """The rank, 1 being the most popular."""
    timestamp: UnixTime | None = None
    """When the rank was taken, as an aware datetime in UTC."""


class DomainContext(VTModel):
    """Facts about a domain that belong to the listing it came in, not to the domain."""

    communicating_files_max_detections: int | None = None
    """Most detections of a file that talks to the domain; intelligence search."""
    detected_communicating_files_count: int | None = None
    """Number of detected files that talk to the domain; intelligence search."""
    detected_downloaded_files_count: int | None = None
    """Number of detected files downloaded from the domain; intelligence search."""
    detected_referring_files_count: int | None = None
    """Number of detected files that mention the domain; intelligence search."""
    detected_urls_count: int | None = None
    """Number of detected URLs under the domain; intelligence search."""
    downloaded_files_max_detections: int | None = None
    """Most detections of a file downloaded from the domain; intelligence search."""
    hunting_info: HuntingInfo | None = None
    """What the hunting rule matched, null for other origins; IoC stream."""
    notification_date: UnixTime | None = None
    """When the notification was made, as an aware datetime in UTC; IoC stream."""
    notification_id: str | None = None
    """Id of the notification; IoC stream."""
    origin: Literal["hunting", "subscriptions"] | str | None = None
    """What made the notification; IoC stream."""
    referring_files_max_detections: int | None = None
    """Most detections of a file that mentions the domain; intelligence search."""
    sources: list[NotificationSource]
    """Rulesets or collections behind the notification; IoC stream."""
    tags: list[str]
    """Tags of the notification; IoC stream."""
    threat_list_id: str | None = None
    """The list that the domain is on; threat lists."""
    timestamp: UnixTime | None = None
    """When the domain was seen; listings of subdomains, as an aware datetime in UTC."""
    urls_max_detections: int | None = None
    """Most detections of a URL under the domain; intelligence search."""


class DomainAttributes(VTModel):
    """What the service knows about a domain."""

    categories: dict[str, str]
    """Category of the content, by the product that gives it."""
    creation_date: UnixTime | None = None
    """When the domain was registered, by WHOIS, as an aware datetime in UTC."""
    crowdsourced_context: list[CrowdsourcedContext]
    """What contributors know about the domain."""
    expiration_date: UnixTime | None = None
    """When the registration ends, as an aware datetime in UTC."""
    favicon: Icon | None = None
    """Fingerprints of the site's icon."""
    first_seen_itw_date: UnixTime | None = None
    """When the domain was first seen in the wild, as an aware datetime in UTC."""
    gti_assessment: GTIAssessment | None = None
    """Verdict of Google Threat Intelligence; with a GTI licence and the `x-tool` header only."""
    jarm: str | None = None
    """JARM fingerprint of the TLS server."""
    last_analysis_date: UnixTime | None = None
    """When the domain was last analysed, as an aware datetime in UTC."""
    last_analysis_results: dict[str, EngineResult]
    """Verdicts of the last analysis, by name of the product."""
    last_analysis_stats: AnalysisStats
    """Verdicts of the last analysis, counted."""
    last_dns_records: list[DNSRecord]
    """DNS records of the last look-up."""
    last_dns_records_date: UnixTime | None = None
    """When the DNS records were looked up, as an aware datetime in UTC."""
    last_https_certificate: Certificate | None = None
    """TLS certificate of the last connection."""
    last_https_certificate_date: UnixTime | None = None
    """When the certificate was fetched, as an aware datetime in UTC."""
    last_modification_date: UnixTime | None = None
    """When this report last changed, as an aware datetime in UTC."""
    last_seen_itw_date: UnixTime | None = None
    """When the domain was last seen in the wild, as an aware datetime in UTC."""
    last_update_date: UnixTime | None = None
    """When the registration last changed, by WHOIS, as an aware datetime in UTC."""
    mandiant_ic_score: int | None = None
    """Mandiant's confidence that the indicator is malicious, 0 to 100."""
    popularity_ranks: dict[str, DomainPopularityRank]
    """Rank of the domain, by the list that ranks it."""
    rdap: RDAP | None = None
    """Registration data of the domain by RDAP."""
    registrar: str | None = None
    """Company that registered the domain."""
    reputation: int
    """Score by the votes of the community; negative means malicious."""
    tags: list[str]
    """Tags of the domain."""
    threat_severity: ThreatSeverity | None = None
    """How grave the threat is."""
    threat_verdict: (
        Literal["VERDICT_MALICIOUS", "VERDICT_SUSPICIOUS", "VERDICT_UNDETECTED", "VERDICT_UNKNOWN"]
        | str
        | None
    ) = None
    """Verdict of Google Threat Intelligence in one word."""
    tld: str | None = None
    """Top-level domain."""
    total_votes: TotalVotes
    """Votes of the community."""
    whois: str | None = None
    """WHOIS record as text."""
    whois_date: UnixTime | None = None
    """When the WHOIS record was looked up, as an aware datetime in UTC."""


class Domain(DomainBase):
    """A domain and what the service knows about it. Its id is the domain name."""

    attributes: DomainAttributes
    """What the service knows about the object; absent from descriptors and errors."""
    context_attributes: DomainContext
    """Facts that belong to the listing, not to the object; absent when the object was asked for by its id."""
    relationships: DomainRelationships
    """What was asked for along with the object by `relationships=`."""
