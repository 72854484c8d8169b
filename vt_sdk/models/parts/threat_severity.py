"""The models of `ThreatSeverity`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/parts/threat_severity.json`.
"""

from typing import Literal

from vt_sdk.core.fields import UnixTimeText
from vt_sdk.core.model import VTModel


class ThreatSeverityData(VTModel):
    """Facts behind a severity level."""

    belongs_to_bad_collection: bool | None = None
    """Whether the object is in a collection of malicious things."""
    belongs_to_threat_actor: bool | None = None
    """Whether the object is tied to a threat actor."""
    can_be_detonated: bool | None = None
    """Whether the file can be run in a sandbox."""
    domain_rank: str | None = None
    """Popularity rank of the domain, a number sent as text."""
    has_bad_communicating_files_high: bool | None = None
    """Whether files of high severity talk to the address."""
    has_bad_communicating_files_medium: bool | None = None
    """Whether files of medium severity talk to the address."""
    has_bad_downloaded_files_high: bool | None = None
    """Whether files of high severity were downloaded from the address."""
    has_bad_downloaded_files_medium: bool | None = None
    """Whether files of medium severity were downloaded from the address."""
    has_bad_sandbox_verdicts: bool | None = None
    """Whether a sandbox calls the file malicious."""
    has_contacted_domains_with_detections: bool | None = None
    """Whether the file contacts domains that are detected."""
    has_contacted_ips_with_detections: bool | None = None
    """Whether the file contacts IP addresses that are detected."""
    has_contacted_urls_with_detections: bool | None = None
    """Whether the file contacts URLs that are detected."""
    has_dropped_files_with_detections: bool | None = None
    """Whether the file drops files that are detected."""
    has_embedded_domains_with_detections: bool | None = None
    """Whether domains found in the file are detected."""
    has_embedded_ips_with_detections: bool | None = None
    """Whether IP addresses found in the file are detected."""
    has_embedded_urls_with_detections: bool | None = None
    """Whether URLs found in the file are detected."""
    has_execution_parents_with_detections: bool | None = None
    """Whether files that run this file are detected."""
    has_legit_tag: bool | None = None
    """Whether the file is tagged as legitimate."""
    has_malware_configs: bool | None = None
    """Whether a malware configuration was taken from the file."""
    has_references: bool | None = None
    """Whether public reports mention the object."""
    has_similar_files_with_detections: bool | None = None
    """Whether similar files are detected."""
    has_vulnerabilities: bool | None = None
    """Whether the file is tied to vulnerabilities."""
    is_matched_by_crowdsourced_yara_with_detections: bool | None = None
    """Whether a crowdsourced YARA rule that hits detected files matches the file."""
    num_av_detections: int | None = None
    """Number of detections by security products."""
    num_detections: int | None = None
    """Number of detections by security products; domains, IP addresses and URLs."""
    num_gav_detections: int | None = None
    """Number of detections by Google's file scanner."""
    popular_threat_category: str | None = None
    """The threat category that most products name, such as `trojan`."""
    type_tag: str | None = None
    """Type tag of the file."""


class ThreatSeverity(VTModel):
    """How grave a threat is, as the service reckons it, with its reasons."""

    last_analysis_date: UnixTimeText | None = None
    """When the severity was last reckoned, as an aware datetime in UTC."""
    level_description: str | None = None
    """The reasons for the level in one sentence."""
    threat_severity_data: ThreatSeverityData | None = None
    """The facts that the level rests on; only those that apply are sent."""
    threat_severity_level: (
        Literal[
            "SEVERITY_HIGH", "SEVERITY_LOW", "SEVERITY_MEDIUM", "SEVERITY_NONE", "SEVERITY_UNKNOWN"
        ]
        | str
        | None
    ) = None
    """The severity level."""
    version: str | int | None = None
    """Version of the reckoning: a number on files, text such as `D3` or `U3` on domains, IP addresses and URLs."""
