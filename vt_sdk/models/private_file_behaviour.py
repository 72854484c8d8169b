"""The models of `PrivateFileBehaviour`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/objects/private_file_behaviour.json`.
"""

# What is meant to be read may have a more exact type in a derived class.
# pyright: reportIncompatibleVariableOverride=false

from typing import Literal

from vt_sdk.core.fields import AnyScalar, UnixTime
from vt_sdk.core.model import VTModel
from vt_sdk.core.objects import VTObject
from vt_sdk.models._deferred import PrivateFileBehaviourRelationships

from .common.behaviour_summary import (
    BehaviourAttackTechnique,
    BehaviourDNSLookup,
    BehaviourDroppedFile,
    BehaviourFileCopy,
    BehaviourHTTPConversation,
    BehaviourIDSAlert,
    BehaviourIPTraffic,
    BehaviourKeyValue,
    BehaviourMemoryDump,
    BehaviourPermissionCheck,
    BehaviourProcess,
    BehaviourSignatureMatch,
    BehaviourSMS,
    BehaviourTechniqueSignature,
    BehaviourTLS,
)
from .common.ids_result import IDSResult
from .common.sigma_result import SigmaResult


class PrivateFileBehaviourContext(VTModel):
    """What a listing says about a private report; no listing is known to say anything."""


class PrivateFileBehaviourAttributes(VTModel):
    """What a private file did in a sandbox: the attributes of a public report and where its files can be fetched."""

    activities_started: list[str]
    """Activities that were started; Android only."""
    analysis_date: UnixTime | None = None
    """When the file was run, as an aware datetime in UTC."""
    attack_techniques: dict[str, list[BehaviourTechniqueSignature]]
    """What showed each MITRE ATT&CK technique, by the id of the technique, such as `T1082`; beside `mitre_attack_techniques`."""
    behash: str | None = None
    """Hash over the behaviour, for finding files that behave alike."""
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
    evtx_link: str | None = None
    """Where the Windows event logs can be fetched, if there are any."""
    expiration: UnixTime | None = None
    """When the service deletes the report, as an aware datetime in UTC."""
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
    """Whether Windows event logs of the run can be had."""
    has_html_report: bool | None = None
    """Whether a report in HTML can be had."""
    has_memdump: bool | None = None
    """Whether dumps of the memory can be had."""
    has_pcap: bool | None = None
    """Whether a capture of the network traffic can be had."""
    hosts_file: str | None = None
    """Text of the hosts file, where it was changed."""
    html_report_link: str | None = None
    """Where the report in HTML can be fetched, if there is one."""
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
    last_modification_date: UnixTime | None = None
    """When this report last changed, as an aware datetime in UTC."""
    memdump_link: str | None = None
    """Where the dumps of the memory can be fetched, if there are any."""
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
    owner: str | None = None
    """Name of the user or group that the report belongs to."""
    pcap_link: str | None = None
    """Where the network capture can be fetched, if there is one."""
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
    sandbox_name: str | None = None
    """Name of the sandbox."""
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
    """Signatures of the sandbox that matched."""
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
    """How sure the sandbox is of its verdicts, in per cent."""
    verdict_labels: list[str]
    """Names that the sandbox gives the threat, such as `Example`."""
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
    """Verdicts of the sandbox."""
    windows_hidden: list[str]
    """Windows that were hidden."""
    windows_searched: list[str]
    """Windows that were looked for."""


class PrivateFileBehaviour(VTObject):
    """What a private file did in one sandbox. Its id is the SHA-256 of the file, `_`, the name of the sandbox, `-` and the time in Unix seconds."""

    attributes: PrivateFileBehaviourAttributes
    """What the service knows about the object; absent from descriptors and errors."""
    context_attributes: PrivateFileBehaviourContext
    """Facts that belong to the listing, not to the object; absent when the object was asked for by its id."""
    relationships: PrivateFileBehaviourRelationships
    """What was asked for along with the object by `relationships=`."""
