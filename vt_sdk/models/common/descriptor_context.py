"""The models of `DescriptorContext`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/common/descriptor_context.json`.
"""

from typing import Literal

from vt_sdk.core.fields import IntOrFloat, UnixTime
from vt_sdk.core.model import VTModel

from ..attack_technique import AttackTechniqueSignature
from ..comment import CommentPlace
from ..timeline_event import ThreatProfileAssociatedCollection
from .collection_reason import CollectionReason
from .hunting_info import HuntingInfo
from .notification_source import NotificationSource
from .related_from import RelatedFrom
from .submitter import Submitter


class DescriptorContext(VTModel):
    """Facts about a described object in this very listing: those of its type, each where the relationship has it."""

    collection: ThreatProfileAssociatedCollection | None = None
    """The collection."""
    communicating_files_max_detections: int | None = None
    """Most detections of a file that talks to the address; intelligence search."""
    confidence: IntOrFloat | None = None
    """How well the content matched; intelligence search by content."""
    detected_communicating_files_count: int | None = None
    """Number of detected files that talk to the address, counted to 10; intelligence search."""
    detected_downloaded_files_count: int | None = None
    """Number of detected files downloaded from the address; intelligence search."""
    detected_referring_files_count: int | None = None
    """Number of detected files that mention the address; intelligence search."""
    detected_urls_count: int | None = None
    """Number of detected URLs at the address; intelligence search."""
    download_url: str | None = None
    """Where the file can be fetched while the batch is kept; file feed."""
    downloaded_files_max_detections: int | None = None
    """Most detections of a file downloaded from the address; intelligence search."""
    evtx: str | None = None
    """Where the Windows event logs can be fetched; behaviour feed."""
    file_md5: str | None = None
    """MD5 of the file, hexadecimal; behaviour feed."""
    file_sha1: str | None = None
    """SHA-1 of the file, hexadecimal; behaviour feed."""
    file_type_tag: str | None = None
    """Type tag of the file; behaviour feed."""
    first_seen_date: str | None = None
    """The day on which the certificate was first seen at the domain or address, as `YYYY-MM-DD`; historical SSL certificates."""
    html_report: str | None = None
    """Where the report in HTML can be fetched; behaviour feed."""
    hunting_info: HuntingInfo | None = None
    """What the hunting rule matched, null for other origins; IoC stream."""
    match: str | None = None
    """Fields of the event that matched, as text; rules of a Sigma analysis."""
    match_in_subfile: bool | None = None
    """Whether a file inside this one matched; intelligence search by content, hunting."""
    memdump: str | None = None
    """Where the dumps of the memory can be fetched; behaviour feed."""
    notification_date: UnixTime | None = None
    """When the notification was made, as an aware datetime in UTC; IoC stream."""
    notification_id: str | None = None
    """Id of the notification; IoC stream."""
    notification_snippet: str | None = None
    """Hexadecimal dump of the matched bytes; hunting."""
    notification_source_country: str | None = None
    """Country of the submitter, two letters, null if not told; hunting."""
    notification_source_key: str | None = None
    """Pseudonym of the submitter, null if not told; hunting."""
    notification_tags: list[str]
    """Tags of the notification; hunting."""
    origin: Literal["hunting", "subscriptions"] | str | None = None
    """What made the notification; IoC stream."""
    pcap: str | None = None
    """Where the network capture can be fetched; behaviour feed."""
    port: str | int | None = None
    """Port that served the certificate, mostly 443; historical SSL certificates."""
    posted_in: CommentPlace | None = None
    """The object that the comment is on; listings of related comments."""
    reason: CollectionReason | None = None
    """Why the collection is recommended; recommendations of a threat profile."""
    referring_files_max_detections: int | None = None
    """Most detections of a file that mentions the address; intelligence search."""
    related_from: list[RelatedFrom]
    """The objects through which the group was found; related threat actors."""
    role: str | None = None
    """What the caller may do with the search, such as `viewer`."""
    rule_name: str | None = None
    """Name of the rule that matched; Livehunt, retrohunt."""
    rule_tags: list[str]
    """Tags of the rule that matched; hunting."""
    ruleset_id: str | None = None
    """Id of the ruleset that matched; hunting."""
    ruleset_name: str | None = None
    """Name of the ruleset that matched; hunting."""
    shared_with_me: bool | None = None
    """Whether somebody shared the search with the caller."""
    signatures: list[AttackTechniqueSignature]
    """What showed the technique; techniques of a behaviour report."""
    similarity_score: IntOrFloat | None = None
    """How similar the file is, from 0 to 1; intelligence search by fuzzy hash."""
    snippet: str | None = None
    """Token of the matched bytes, for the snippet endpoint; intelligence search by content."""
    source: Literal["SOURCE_DIRECT_FOLLOW", "SOURCE_RECOMMENDATION"] | str | None = None
    """Why the collection is in the listing: followed by hand, or recommended; recommendations of a threat profile."""
    sources: list[NotificationSource]
    """Rulesets or collections behind the notification; IoC stream."""
    submitter: Submitter | None = None
    """Who sent the URL in; URL feed."""
    tags: list[str]
    """Tags of the notification; IoC stream."""
    threat_list_id: str | None = None
    """The list that the URL is on; threat lists."""
    timestamp: UnixTime | None = None
    """When the domain was seen; listings of subdomains, as an aware datetime in UTC."""
    url: str | list[str] | None = None
    """The URL itself: a list of one in intelligence searches, text in relationships."""
    urls_max_detections: int | None = None
    """Most detections of a URL at the address; intelligence search."""
