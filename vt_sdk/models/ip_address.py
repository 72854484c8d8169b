"""The models of `IPAddress`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/objects/ip_address.json`.
"""

# What is meant to be read may have a more exact type in a derived class.
# pyright: reportIncompatibleVariableOverride=false

from typing import Literal

from vt_sdk.core.analysis import IPAddressBase
from vt_sdk.core.fields import UnixTime
from vt_sdk.core.model import VTModel
from vt_sdk.models._deferred import (
    RDAP,
    GTIAssessment,
    IPAddressRelationships,
    ThreatSeverity,
)

from .common.analysis_stats import AnalysisStats
from .common.certificate import Certificate
from .common.crowdsourced_context import CrowdsourcedContext
from .common.engine_result import EngineResult
from .common.hunting_info import HuntingInfo
from .common.notification_source import NotificationSource
from .common.total_votes import TotalVotes


class IPAddressContext(VTModel):
    """Facts about an IP address that belong to the listing it came in, not to the address."""

    communicating_files_max_detections: int | None = None
    """Most detections of a file that talks to the address; intelligence search."""
    detected_communicating_files_count: int | None = None
    """Number of detected files that talk to the address, counted to 10; intelligence search."""
    detected_downloaded_files_count: int | None = None
    """Number of detected files downloaded from the address; intelligence search."""
    detected_referring_files_count: int | None = None
    """Number of detected files that mention the address; intelligence search."""
    detected_urls_count: int | None = None
    """Number of detected URLs at the address; intelligence search."""
    downloaded_files_max_detections: int | None = None
    """Most detections of a file downloaded from the address; intelligence search."""
    hunting_info: HuntingInfo | None = None
    """What the hunting rule matched, null for other origins; IoC stream."""
    notification_date: UnixTime | None = None
    """When the notification was made, as an aware datetime in UTC; IoC stream."""
    notification_id: str | None = None
    """Id of the notification; IoC stream."""
    origin: Literal["hunting", "subscriptions"] | str | None = None
    """What made the notification; IoC stream."""
    referring_files_max_detections: int | None = None
    """Most detections of a file that mentions the address; intelligence search."""
    sources: list[NotificationSource]
    """Rulesets or collections behind the notification; IoC stream."""
    tags: list[str]
    """Tags of the notification; IoC stream."""
    threat_list_id: str | None = None
    """The list that the address is on; threat lists."""
    urls_max_detections: int | None = None
    """Most detections of a URL at the address; intelligence search."""


class IPAddressAttributes(VTModel):
    """What the service knows about an IP address."""

    as_owner: str | None = None
    """Owner of the autonomous system."""
    asn: int | None = None
    """Number of the autonomous system."""
    continent: str | None = None
    """Continent, two letters."""
    country: str | None = None
    """Country by ISO 3166, two letters."""
    crowdsourced_context: list[CrowdsourcedContext]
    """What contributors know about the address."""
    first_seen_itw_date: UnixTime | None = None
    """When the address was first seen in the wild, as an aware datetime in UTC."""
    gti_assessment: GTIAssessment | None = None
    """Verdict of Google Threat Intelligence; with a GTI licence and the `x-tool` header only."""
    jarm: str | None = None
    """JARM fingerprint of the TLS server."""
    last_analysis_date: UnixTime | None = None
    """When the address was last analysed, as an aware datetime in UTC."""
    last_analysis_results: dict[str, EngineResult]
    """Verdicts of the last analysis, by name of the product."""
    last_analysis_stats: AnalysisStats
    """Verdicts of the last analysis, counted."""
    last_https_certificate: Certificate | None = None
    """TLS certificate of the last connection."""
    last_https_certificate_date: UnixTime | None = None
    """When the certificate was fetched, as an aware datetime in UTC."""
    last_modification_date: UnixTime | None = None
    """When this report last changed, as an aware datetime in UTC."""
    last_seen_itw_date: UnixTime | None = None
    """When the address was last seen in the wild, as an aware datetime in UTC."""
    mandiant_ic_score: int | None = None
    """Mandiant's confidence that the indicator is malicious, 0 to 100."""
    network: str | None = None
    """Network of the address in CIDR notation."""
    rdap: RDAP | None = None
    """Registration data of the network by RDAP."""
    regional_internet_registry: (
        Literal["AFRINIC", "APNIC", "ARIN", "LACNIC", "RIPE NCC"] | str | None
    ) = None
    """Registry that the network belongs to."""
    reputation: int
    """Score by the votes of the community; negative means malicious."""
    tags: list[str]
    """Tags of the address."""
    threat_severity: ThreatSeverity | None = None
    """How grave the threat is."""
    threat_verdict: (
        Literal["VERDICT_MALICIOUS", "VERDICT_SUSPICIOUS", "VERDICT_UNDETECTED", "VERDICT_UNKNOWN"]
        | str
        | None
    ) = None
    """Verdict of Google Threat Intelligence in one word."""
    total_votes: TotalVotes
    """Votes of the community."""
    whois: str | None = None
    """WHOIS record as text."""
    whois_date: UnixTime | None = None
    """When the WHOIS record was looked up, as an aware datetime in UTC."""


class IPAddress(IPAddressBase):
    """An IP address and what the service knows about it. Its id is the address, IPv4 or IPv6."""

    attributes: IPAddressAttributes
    """What the service knows about the object; absent from descriptors and errors."""
    context_attributes: IPAddressContext
    """Facts that belong to the listing, not to the object; absent when the object was asked for by its id."""
    relationships: IPAddressRelationships
    """What was asked for along with the object by `relationships=`."""
