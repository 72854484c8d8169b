"""The models of `BehaviourSummary`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/common/behaviour_summary.json`.
"""

from typing import Literal, Optional

from vt_sdk.core.fields import AnyScalar
from vt_sdk.core.model import VTModel
from vt_sdk.core.objects import Received

from .ids_context import IDSContext
from .ids_result import IDSResult
from .mitre_reference import MitreReference
from .sigma_result import SigmaResult


class BehaviourDNSLookup(VTModel):
    """A host name that was looked up."""

    hostname: str | None = None
    """The host name."""
    resolved_ips: list[str]
    """Addresses in the answer."""


class BehaviourFileCopy(VTModel):
    """A file that was copied or moved."""

    destination: str | None = None
    """Where it went."""
    source: str | None = None
    """Where it was."""


class BehaviourDroppedFile(VTModel):
    """A file that was written and kept by the sandbox."""

    download_url: str | None = None
    """Where the file can be fetched."""
    path: str | None = None
    """Where the file was written."""
    process_id: str | None = None
    """Process that wrote the file, a number sent as text."""
    process_name: str | None = None
    """Name of the process that wrote the file."""
    sha256: str | None = None
    """SHA-256 of the file, hexadecimal."""
    type: str | None = None
    """Type of the file."""


class BehaviourHTTPConversation(VTModel):
    """An HTTP request that was made."""

    request_headers: dict[str, str]
    """Headers of the request, by name."""
    request_method: (
        Literal["CONNECT", "DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT", "TRACE"]
        | str
        | None
    ) = None
    """HTTP method."""
    response_body_filetype: str | None = None
    """File type of the answer's body."""
    response_body_first_ten_bytes: str | None = None
    """First ten bytes of the answer's body, in base64 or hexadecimal."""
    response_headers: dict[str, str]
    """Headers of the answer, by name."""
    response_status_code: int | None = None
    """HTTP status of the answer."""
    url: str | None = None
    """Address asked for."""


class BehaviourIPTraffic(VTModel):
    """An address that was contacted."""

    destination_ip: str | None = None
    """The address."""
    destination_ip_as_int: int | None = None
    """The address as a number; IPv4 only."""
    destination_ip_asn: int | None = None
    """Number of the autonomous system of the address."""
    destination_port: int | None = None
    """The port."""
    process_id: str | int | None = None
    """Process that made the contact."""
    process_name: str | None = None
    """Name of the process that made the contact."""
    transport_layer_protocol: (
        Literal["AH", "ESP", "ICMP", "IGMP", "L2TP", "SCTP", "TCP", "UDP"] | str | None
    ) = None
    """Transport protocol."""


class BehaviourPermissionCheck(VTModel):
    """A permission that was checked."""

    owner: str | None = None
    """App that was checked."""
    permission: str | None = None
    """The permission, such as `android.permission.INTERNET`."""


class BehaviourProcess(VTModel):
    """A process and the processes it started."""

    children: list["BehaviourProcess"]
    """Processes that it started."""
    files_deleted: list[str]
    """Files that it deleted."""
    files_opened: list[str]
    """Files that it opened."""
    files_written: list[str]
    """Files that it wrote."""
    name: Optional[str] = None
    """Command line or path."""
    process_id: Optional[str] = None
    """Id of the process, a number sent as text."""
    time_offset: Optional[int] = None
    """When it started, in seconds from the start of the run."""


class BehaviourKeyValue(VTModel):
    """A value that was set under a key."""

    key: str | None = None
    """The key."""
    value: str | None = None
    """The value as text."""


class BehaviourSMS(VTModel):
    """A text message that was sent."""

    body: str | None = None
    """Text of the message."""
    destination: str | None = None
    """Number that it was sent to."""


class BehaviourTLS(VTModel):
    """A TLS connection that was made."""

    issuer: dict[str, str]
    """Issuer of the server's certificate, by part of the distinguished name."""
    ja3: str | None = None
    """JA3 fingerprint of the client."""
    ja3s: str | None = None
    """JA3S fingerprint of the server."""
    ja4: str | None = None
    """JA4 fingerprint of the client."""
    serial_number: str | None = None
    """Serial number of the certificate, hexadecimal."""
    sni: str | None = None
    """Host name that the client asked for."""
    subject: dict[str, str]
    """Subject of the server's certificate, by part of the distinguished name."""
    thumbprint: str | None = None
    """SHA-1 of the certificate, hexadecimal."""
    version: str | None = None
    """Version of TLS."""


class BehaviourIDSAlert(VTModel):
    """An IDS rule that matched the traffic of a run."""

    alert_context: IDSContext | None = None
    """The connection that raised the alert."""
    alert_severity: Literal["high", "info", "low", "medium"] | str | None = None
    """Severity of the alert."""
    rule_category: str | None = None
    """Category of the rule."""
    rule_id: str | None = None
    """Id of the rule, as `generator:signature`."""
    rule_msg: str | None = None
    """Message of the rule."""
    rule_raw: str | None = None
    """Text of the rule."""
    rule_references: list[str]
    """Addresses that explain the rule."""
    rule_source: str | None = None
    """Ruleset that the rule belongs to."""
    rule_url: str | None = None
    """Home page of the ruleset."""


class BehaviourMemoryDump(VTModel):
    """A piece of memory that was kept."""

    base_address: str | None = None
    """Where the memory begins, a number sent as text."""
    file_name: str | None = None
    """Name of the dump."""
    process: str | None = None
    """Process that the memory belongs to."""
    process_id: str | None = None
    """Id of the process, a number sent as text."""
    refs: list[MitreReference]
    """What the piece shows."""
    size: str | None = None
    """Size in bytes, a number sent as text."""
    stage: str | None = None
    """When the piece was kept, such as `MEM_STAGE_EXIT`."""


class BehaviourAttackTechnique(VTModel):
    """A MITRE ATT&CK technique that was seen."""

    id: str | None = None
    """Id of the technique, such as `T1129`."""
    refs: list[MitreReference]
    """What shows the technique."""
    severity: str | None = None
    """How grave it is, such as `IMPACT_SEVERITY_INFO`."""
    signature_description: str | None = None
    """What was seen."""


class BehaviourTechniqueSignature(VTModel):
    """What showed a MITRE ATT&CK technique."""

    description: str | None = None
    """What was seen."""
    refs: list[MitreReference]
    """Entries that it rests on."""
    severity: str | None = None
    """How grave it is, such as `IMPACT_SEVERITY_INFO`."""


class BehaviourSignatureMatch(VTModel):
    """A signature that matched."""

    authors: list[str]
    """Authors of the signature."""
    description: str | None = None
    """What the signature looks for."""
    format: (
        Literal[
            "SIG_FORMAT_CAPA",
            "SIG_FORMAT_OPENIOC",
            "SIG_FORMAT_SIGMA",
            "SIG_FORMAT_UNKNOWN",
            "SIG_FORMAT_YARA",
        ]
        | str
        | None
    ) = None
    """Language of the signature."""
    id: str | None = None
    """Id of the signature."""
    match_data: list[str]
    """What matched."""
    name: str | None = None
    """Name of the signature."""
    refs: list[MitreReference]
    """Entries that the match rests on."""
    rule_src: str | None = None
    """Text of the signature."""
    severity: str | None = None
    """How grave it is, such as `IMPACT_SEVERITY_INFO`."""


class BehaviourSummary(Received):
    """What a file did in all sandboxes together: their reports merged, without what belongs to one run. Lists that would be empty are left out."""

    activities_started: list[str]
    """Activities that were started; Android only."""
    attack_techniques: dict[str, list[BehaviourTechniqueSignature]]
    """What showed each MITRE ATT&CK technique, by the id of the technique, such as `T1082`; beside `mitre_attack_techniques`."""
    calls_highlighted: list[str]
    """Notable system calls."""
    command_executions: list[str]
    """Commands given to a shell."""
    content_model_observers: list[str]
    """Contents that the app watches for changes; Android only."""
    content_model_sets: list[dict[str, AnyScalar | None]]
    """Entries that the app wrote to content providers; Android only."""
    crypto_algorithms_observed: list[str]
    """Cryptographic algorithms in use."""
    crypto_keys: list[str]
    """Cryptographic keys in use."""
    crypto_plain_text: list[str]
    """Texts before encryption or after decryption."""
    databases_deleted: list[str]
    """Databases that were deleted; Android only."""
    databases_opened: list[str]
    """Databases that were opened; Android only."""
    dns_lookups: list[BehaviourDNSLookup]
    """Host names that were looked up."""
    encoding_algorithms_observed: list[str]
    """Encodings in use, such as Base64."""
    files_attribute_changed: list[str]
    """Files whose attributes were changed."""
    files_copied: list[BehaviourFileCopy]
    """Files that were copied or moved."""
    files_deleted: list[str]
    """Files that were deleted."""
    files_dropped: list[BehaviourDroppedFile]
    """Files that were written and kept by the sandbox."""
    files_opened: list[str]
    """Files that were opened."""
    files_written: list[str]
    """Files that were written."""
    has_evtx: bool | None = None
    """Whether Windows event logs of a run can be had."""
    has_memdump: bool | None = None
    """Whether dumps of the memory of a run can be had."""
    hosts_file: str | None = None
    """Text of the hosts file, where it was changed."""
    http_conversations: list[BehaviourHTTPConversation]
    """HTTP requests that were made."""
    ids_alerts: list[BehaviourIDSAlert]
    """IDS rules that matched the traffic; the context is one connection."""
    ids_results: list[IDSResult]
    """IDS rules that matched the traffic, under the other key; the context is a list."""
    invokes: list[str]
    """Methods called by reflection."""
    ip_traffic: list[BehaviourIPTraffic]
    """Addresses that were contacted."""
    ja3_digests: list[str]
    """JA3 fingerprints of the TLS clients."""
    memory_dumps: list[BehaviourMemoryDump]
    """Pieces of memory that were kept."""
    memory_pattern_domains: list[str]
    """Domains found in the memory."""
    memory_pattern_ips: list[str]
    """IP addresses found in the memory."""
    memory_pattern_urls: list[str]
    """URLs found in the memory."""
    mitre_attack_techniques: list[BehaviourAttackTechnique]
    """MITRE ATT&CK techniques that were seen."""
    modules_loaded: list[str]
    """Libraries that were loaded."""
    mutexes_created: list[str]
    """Mutexes that were made."""
    mutexes_opened: list[str]
    """Mutexes that were opened."""
    permissions_checked: list[BehaviourPermissionCheck]
    """Permissions that were checked; Android only."""
    permissions_requested: list[str]
    """Permissions that were asked for."""
    processes_created: list[str]
    """Processes that were started, by command line."""
    processes_injected: list[str]
    """Processes that code was put into."""
    processes_killed: list[str]
    """Processes that were killed."""
    processes_terminated: list[str]
    """Processes that ended."""
    processes_tree: list[BehaviourProcess]
    """Processes with the processes they started."""
    registry_keys_deleted: list[str]
    """Registry keys that were deleted; Windows only."""
    registry_keys_opened: list[str]
    """Registry keys that were opened; Windows only."""
    registry_keys_set: list[BehaviourKeyValue]
    """Registry values that were set; Windows only."""
    services_bound: list[str]
    """Services that the app bound to; Android only."""
    services_created: list[str]
    """Services that were made."""
    services_deleted: list[str]
    """Services that were deleted."""
    services_opened: list[str]
    """Services that were opened."""
    services_started: list[str]
    """Services that were started."""
    services_stopped: list[str]
    """Services that were stopped."""
    shared_preferences_lookups: list[str]
    """Shared preferences that were read; Android only."""
    shared_preferences_sets: list[BehaviourKeyValue]
    """Shared preferences that were written; Android only."""
    sigma_analysis_results: list[SigmaResult]
    """Sigma rules that matched the events."""
    signals_hooked: list[str]
    """Broadcasts that the app registered for; Android only."""
    signals_observed: list[str]
    """Signals and broadcasts that were seen."""
    signature_matches: list[BehaviourSignatureMatch]
    """Signatures of the sandboxes that matched."""
    sms_sent: list[BehaviourSMS]
    """Text messages that were sent; Android only."""
    system_property_lookups: list[str]
    """System properties that were read; Android only."""
    system_property_sets: list[BehaviourKeyValue]
    """System properties that were written; Android only."""
    tags: list[str]
    """Traits of the behaviour in capitals, such as `DIRECT_CPU_CLOCK_ACCESS`."""
    text_decoded: list[str]
    """Texts that came out of a decoding."""
    text_highlighted: list[str]
    """Notable texts in windows."""
    tls: list[BehaviourTLS]
    """TLS connections that were made."""
    verdict_confidence: int | None = None
    """How sure the sandboxes are of their verdicts, in per cent."""
    verdict_labels: list[str]
    """Names that the sandboxes give the threat, such as `Example`."""
    verdicts: list[
        Literal[
            "ADWARE",
            "BANKER",
            "CLEAN",
            "EVADER",
            "EXPLOIT",
            "GREYWARE",
            "MALWARE",
            "PHISHING",
            "RANSOM",
            "RAT",
            "SPREADER",
            "TROJAN",
            "UNKNOWN_VERDICT",
        ]
        | str
    ]
    """Verdicts of the sandboxes."""
    windows_hidden: list[str]
    """Windows that were hidden."""
    windows_searched: list[str]
    """Windows that were looked for."""


BehaviourProcess.model_rebuild()
