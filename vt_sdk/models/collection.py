"""The models of `Collection`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/objects/collection.json`.
"""

# What is meant to be read may have a more exact type in a derived class.
# pyright: reportIncompatibleVariableOverride=false

from typing import Literal

from vt_sdk.core.fields import AnyScalar, IntOrFloat, UnixTime
from vt_sdk.core.model import VTModel
from vt_sdk.core.objects import VTObject
from vt_sdk.models._deferred import CVSS, CollectionRelationships

from .common.collection_reason import CollectionReason
from .common.related_from import RelatedFrom


class CollectionCommonality(VTModel):
    """One value of a trait and how frequent it is."""

    count: int | None = None
    """How many indicators of the collection have the value."""
    prevalence: IntOrFloat | None = None
    """How frequent the value is in all that the service knows."""
    total_related: int | None = None
    """How many indicators of any collection have the value."""
    value: str | None = None
    """The value."""


class CollectionRuleCommonality(VTModel):
    """One rule that matches and how frequently it does."""

    count: int | None = None
    """How many indicators of the collection have the value."""
    prevalence: IntOrFloat | None = None
    """How frequent the value is in all that the service knows."""
    total_related: int | None = None
    """How many indicators of any collection have the value."""
    value: dict[str, AnyScalar | list[AnyScalar | None] | None]
    """The rule, by the names of its fields as in the report on a file."""


class CollectionSandboxCommonality(VTModel):
    """One verdict of a sandbox and how frequent it is."""

    count: int | None = None
    """How many indicators of the collection have the value."""
    prevalence: IntOrFloat | None = None
    """How frequent the value is in all that the service knows."""
    sandbox_name: str | None = None
    """The sandbox."""
    total_related: int | None = None
    """How many indicators of any collection have the value."""
    value: str | None = None
    """The verdict."""


class CollectionDetail(VTModel):
    """A value with how sure it is and since when it is known."""

    confidence: str | None = None
    """How sure the value is, such as `confirmed` or `possible`."""
    description: str | None = None
    """Remark about the value."""
    first_seen: UnixTime | None = None
    """When the value was first held to be true, as an aware datetime in UTC."""
    last_seen: UnixTime | None = None
    """When the value was last held to be true, as an aware datetime in UTC."""
    value: str | None = None
    """The value itself."""


class CollectionKnownExploited(VTModel):
    """Entry of a vulnerability in CISA's catalogue."""

    added_date: UnixTime | None = None
    """When the entry was made, as an aware datetime in UTC."""
    due_date: UnixTime | None = None
    """Until when US agencies have to act, as an aware datetime in UTC."""
    ransomware_use: str | None = None
    """Whether ransomware uses the vulnerability."""


class CollectionCounters(VTModel):
    """Numbers of things that are related to a collection."""

    attack_techniques: int | None = None
    """Number of MITRE ATT&CK techniques."""
    domains: int | None = None
    """Number of domains."""
    files: int | None = None
    """Number of files."""
    iocs: int | None = None
    """Number of indicators: files, URLs, domains and IP addresses together."""
    ip_addresses: int | None = None
    """Number of IP addresses."""
    subscribers: int | None = None
    """Number of users who follow the collection."""
    urls: int | None = None
    """Number of URLs."""


class CollectionCPE(VTModel):
    """One version of a product."""

    product: str | None = None
    """Name of the product."""
    uri: str | None = None
    """The version in the notation of CPE 2.3."""
    vendor: str | None = None
    """Maker of the product."""
    version: str | None = None
    """The version."""


class CollectionCWE(VTModel):
    """A kind of weakness in the Common Weakness Enumeration."""

    id: str | None = None
    """Number of the weakness, such as `CWE-79`."""
    title: str | None = None
    """Name of the weakness."""


class CollectionEPSS(VTModel):
    """How likely it is that a vulnerability is exploited in the next 30 days."""

    percentile: IntOrFloat | None = None
    """Share of all vulnerabilities with the same or a lower score, 0 to 1."""
    score: IntOrFloat | None = None
    """The likelihood, 0 to 1."""


class CollectionExploitation(VTModel):
    """First times in the life of a vulnerability."""

    exploit_release_date: UnixTime | None = None
    """When the first exploit was published, as an aware datetime in UTC."""
    first_exploitation: UnixTime | None = None
    """When the vulnerability was first exploited, as an aware datetime in UTC."""
    tech_details_release_date: UnixTime | None = None
    """When technical details were first published, as an aware datetime in UTC."""


class CollectionRegion(VTModel):
    """A country or region, with how sure it is and since when it is known."""

    confidence: str | None = None
    """How sure the statement is, such as `confirmed` or `possible`."""
    country: str | None = None
    """Name of the country; null where a whole region is meant."""
    country_iso2: str | None = None
    """The country, two letters; null where a whole region is meant."""
    description: str | None = None
    """Remark about the statement."""
    first_seen: UnixTime | None = None
    """When the statement was first held to be true, as an aware datetime in UTC."""
    last_seen: UnixTime | None = None
    """When the statement was last held to be true, as an aware datetime in UTC."""
    region: str | None = None
    """Name of the region."""
    source: str | None = None
    """Who says so."""
    source_urls: list[str]
    """Where it says so."""
    sub_region: str | None = None
    """Name of the part of the region."""


class CollectionSource(VTModel):
    """A published text that facts come from."""

    cvss: CVSS | None = None
    """How grave the vulnerability is by CVSS, as the text says."""
    md5: str | None = None
    """MD5 of the text as it was fetched, hexadecimal."""
    name: str | None = None
    """Who published it."""
    published_date: UnixTime | None = None
    """When it was published, as an aware datetime in UTC."""
    source_description: str | None = None
    """What it says."""
    title: str | None = None
    """Title of the text."""
    unique_id: str | None = None
    """Number that the publisher gave it."""
    url: str | None = None
    """Address of the text."""


class CollectionStatistic(VTModel):
    """Extremes and mean of a number."""

    avg: IntOrFloat | None = None
    """The mean."""
    max: IntOrFloat | None = None
    """The greatest value."""
    min: IntOrFloat | None = None
    """The least value."""


class CollectionIndustry(VTModel):
    """An industry, with how sure it is and since when it is known."""

    confidence: str | None = None
    """How sure the statement is, such as `confirmed` or `possible`."""
    description: str | None = None
    """Remark about the statement."""
    first_seen: UnixTime | None = None
    """When the statement was first held to be true, as an aware datetime in UTC."""
    industry: str | None = None
    """Name of the industry; null where a whole group is meant."""
    industry_group: str | None = None
    """Name of the group of industries."""
    last_seen: UnixTime | None = None
    """When the statement was last held to be true, as an aware datetime in UTC."""
    source: str | None = None
    """Who says so."""


class CollectionTechnology(VTModel):
    """A product that a report is about."""

    cpe: str | None = None
    """The product in the notation of CPE."""
    cpe_title: str | None = None
    """The product as CPE names it."""
    technology_name: str | None = None
    """Name of the product."""
    vendor: str | None = None
    """Maker of the product."""


class CollectionVersion(VTModel):
    """A change of an entry."""

    date: UnixTime | None = None
    """When the change was made, as an aware datetime in UTC."""
    version_notes: list[str]
    """What has changed."""


class CollectionGeneralIds(VTModel):
    """Ids of one vulnerability in several lists."""

    cve_id: str | None = None
    """Id in the CVE list."""
    mve_id: str | None = None
    """Id in Mandiant's list."""
    report_id: str | None = None
    """Id of the report on it."""


class CollectionFileTraits(VTModel):
    """What the files of a collection have in common."""

    android_certificates: list[CollectionCommonality]
    """Values of the trait `android_certificates`, counted."""
    android_main_activities: list[CollectionCommonality]
    """Values of the trait `android_main_activities`, counted."""
    android_package_names: list[CollectionCommonality]
    """Values of the trait `android_package_names`, counted."""
    attack_techniques: list[CollectionCommonality]
    """Values of the trait `attack_techniques`, counted."""
    attributions: list[CollectionCommonality]
    """Values of the trait `attributions`, counted."""
    behash: list[CollectionCommonality]
    """Values of the trait `behash`, counted."""
    collections: list[CollectionCommonality]
    """Values of the trait `collections`, counted."""
    compressed_parents: list[CollectionCommonality]
    """Values of the trait `compressed_parents`, counted."""
    contacted_domains: list[CollectionCommonality]
    """Values of the trait `contacted_domains`, counted."""
    contacted_ips: list[CollectionCommonality]
    """Values of the trait `contacted_ips`, counted."""
    contacted_urls: list[CollectionCommonality]
    """Values of the trait `contacted_urls`, counted."""
    crowdsourced_ids_results: list[CollectionRuleCommonality]
    """IDS rules of the community that match, counted."""
    crowdsourced_sigma_results: list[CollectionRuleCommonality]
    """Sigma rules of the community that match, counted."""
    crowdsourced_yara_results: list[CollectionRuleCommonality]
    """YARA rules of the community that match, counted."""
    deb_info_packages: list[CollectionCommonality]
    """Values of the trait `deb_info_packages`, counted."""
    debug_codeview_guids: list[CollectionCommonality]
    """Values of the trait `debug_codeview_guids`, counted."""
    debug_codeview_names: list[CollectionCommonality]
    """Values of the trait `debug_codeview_names`, counted."""
    debug_timestamps: list[CollectionCommonality]
    """Values of the trait `debug_timestamps`, counted."""
    dropped_files_path: list[CollectionCommonality]
    """Values of the trait `dropped_files_path`, counted."""
    dropped_files_sha256: list[CollectionCommonality]
    """Values of the trait `dropped_files_sha256`, counted."""
    elfhash: list[CollectionCommonality]
    """Values of the trait `elfhash`, counted."""
    elfinfo_exports: list[CollectionCommonality]
    """Values of the trait `elfinfo_exports`, counted."""
    elfinfo_imports: list[CollectionCommonality]
    """Values of the trait `elfinfo_imports`, counted."""
    email_parents: list[CollectionCommonality]
    """Values of the trait `email_parents`, counted."""
    email_senders: list[CollectionCommonality]
    """Values of the trait `email_senders`, counted."""
    email_subjects: list[CollectionCommonality]
    """Values of the trait `email_subjects`, counted."""
    embedded_domains: list[CollectionCommonality]
    """Values of the trait `embedded_domains`, counted."""
    embedded_ips: list[CollectionCommonality]
    """Values of the trait `embedded_ips`, counted."""
    embedded_urls: list[CollectionCommonality]
    """Values of the trait `embedded_urls`, counted."""
    execution_parents: list[CollectionCommonality]
    """Values of the trait `execution_parents`, counted."""
    exiftool_authors: list[CollectionCommonality]
    """Values of the trait `exiftool_authors`, counted."""
    exiftool_companies: list[CollectionCommonality]
    """Values of the trait `exiftool_companies`, counted."""
    exiftool_create_dates: list[CollectionCommonality]
    """Values of the trait `exiftool_create_dates`, counted."""
    exiftool_creators: list[CollectionCommonality]
    """Values of the trait `exiftool_creators`, counted."""
    exiftool_last_modified: list[CollectionCommonality]
    """Values of the trait `exiftool_last_modified`, counted."""
    exiftool_last_printed: list[CollectionCommonality]
    """Values of the trait `exiftool_last_printed`, counted."""
    exiftool_producers: list[CollectionCommonality]
    """Values of the trait `exiftool_producers`, counted."""
    exiftool_subjects: list[CollectionCommonality]
    """Values of the trait `exiftool_subjects`, counted."""
    exiftool_titles: list[CollectionCommonality]
    """Values of the trait `exiftool_titles`, counted."""
    file_types: list[CollectionCommonality]
    """Values of the trait `file_types`, counted."""
    filecondis_dhash: list[CollectionCommonality]
    """Values of the trait `filecondis_dhash`, counted."""
    imphash: list[CollectionCommonality]
    """Values of the trait `imphash`, counted."""
    itw_domains: list[CollectionCommonality]
    """Values of the trait `itw_domains`, counted."""
    itw_urls: list[CollectionCommonality]
    """Values of the trait `itw_urls`, counted."""
    main_icon_dhash: list[CollectionCommonality]
    """Values of the trait `main_icon_dhash`, counted."""
    main_icon_raw_md5: list[CollectionCommonality]
    """Values of the trait `main_icon_raw_md5`, counted."""
    malware_config_c2_password: list[CollectionCommonality]
    """Values of the trait `malware_config_c2_password`, counted."""
    malware_config_c2_url: list[CollectionCommonality]
    """Values of the trait `malware_config_c2_url`, counted."""
    malware_config_c2_user_agent: list[CollectionCommonality]
    """Values of the trait `malware_config_c2_user_agent`, counted."""
    malware_config_c2_username: list[CollectionCommonality]
    """Values of the trait `malware_config_c2_username`, counted."""
    malware_config_campaign_group: list[CollectionCommonality]
    """Values of the trait `malware_config_campaign_group`, counted."""
    malware_config_campaign_id: list[CollectionCommonality]
    """Values of the trait `malware_config_campaign_id`, counted."""
    malware_config_crypto_key: list[CollectionCommonality]
    """Values of the trait `malware_config_crypto_key`, counted."""
    malware_config_decoy_url: list[CollectionCommonality]
    """Values of the trait `malware_config_decoy_url`, counted."""
    malware_config_decoy_user_agent: list[CollectionCommonality]
    """Values of the trait `malware_config_decoy_user_agent`, counted."""
    malware_config_dga_seed: list[CollectionCommonality]
    """Values of the trait `malware_config_dga_seed`, counted."""
    malware_config_displayed_message: list[CollectionCommonality]
    """Values of the trait `malware_config_displayed_message`, counted."""
    malware_config_dns_server: list[CollectionCommonality]
    """Values of the trait `malware_config_dns_server`, counted."""
    malware_config_download_password: list[CollectionCommonality]
    """Values of the trait `malware_config_download_password`, counted."""
    malware_config_download_url: list[CollectionCommonality]
    """Values of the trait `malware_config_download_url`, counted."""
    malware_config_download_user_agent: list[CollectionCommonality]
    """Values of the trait `malware_config_download_user_agent`, counted."""
    malware_config_download_username: list[CollectionCommonality]
    """Values of the trait `malware_config_download_username`, counted."""
    malware_config_dropped_file: list[CollectionCommonality]
    """Values of the trait `malware_config_dropped_file`, counted."""
    malware_config_dropped_file_path: list[CollectionCommonality]
    """Values of the trait `malware_config_dropped_file_path`, counted."""
    malware_config_event: list[CollectionCommonality]
    """Values of the trait `malware_config_event`, counted."""
    malware_config_exfiltration_password: list[CollectionCommonality]
    """Values of the trait `malware_config_exfiltration_password`, counted."""
    malware_config_exfiltration_url: list[CollectionCommonality]
    """Values of the trait `malware_config_exfiltration_url`, counted."""
    malware_config_exfiltration_user_agent: list[CollectionCommonality]
    """Values of the trait `malware_config_exfiltration_user_agent`, counted."""
    malware_config_exfiltration_username: list[CollectionCommonality]
    """Values of the trait `malware_config_exfiltration_username`, counted."""
    malware_config_family_name: list[CollectionCommonality]
    """Values of the trait `malware_config_family_name`, counted."""
    malware_config_file: list[CollectionCommonality]
    """Values of the trait `malware_config_file`, counted."""
    malware_config_folder: list[CollectionCommonality]
    """Values of the trait `malware_config_folder`, counted."""
    malware_config_host_port: list[CollectionCommonality]
    """Values of the trait `malware_config_host_port`, counted."""
    malware_config_misc_password: list[CollectionCommonality]
    """Values of the trait `malware_config_misc_password`, counted."""
    malware_config_misc_url: list[CollectionCommonality]
    """Values of the trait `malware_config_misc_url`, counted."""
    malware_config_misc_user_agent: list[CollectionCommonality]
    """Values of the trait `malware_config_misc_user_agent`, counted."""
    malware_config_misc_username: list[CollectionCommonality]
    """Values of the trait `malware_config_misc_username`, counted."""
    malware_config_mutex: list[CollectionCommonality]
    """Values of the trait `malware_config_mutex`, counted."""
    malware_config_pipe: list[CollectionCommonality]
    """Values of the trait `malware_config_pipe`, counted."""
    malware_config_pivot_hash: list[CollectionCommonality]
    """Values of the trait `malware_config_pivot_hash`, counted."""
    malware_config_process_inject_target: list[CollectionCommonality]
    """Values of the trait `malware_config_process_inject_target`, counted."""
    malware_config_registry_key: list[CollectionCommonality]
    """Values of the trait `malware_config_registry_key`, counted."""
    malware_config_registry_value: list[CollectionCommonality]
    """Values of the trait `malware_config_registry_value`, counted."""
    malware_config_service: list[CollectionCommonality]
    """Values of the trait `malware_config_service`, counted."""
    memory_pattern_urls: list[CollectionCommonality]
    """Values of the trait `memory_pattern_urls`, counted."""
    mutexes_created: list[CollectionCommonality]
    """Values of the trait `mutexes_created`, counted."""
    mutexes_opened: list[CollectionCommonality]
    """Values of the trait `mutexes_opened`, counted."""
    netassembly_mvid: list[CollectionCommonality]
    """Values of the trait `netassembly_mvid`, counted."""
    nsrl_info_filenames: list[CollectionCommonality]
    """Values of the trait `nsrl_info_filenames`, counted."""
    office_application_names: list[CollectionCommonality]
    """Values of the trait `office_application_names`, counted."""
    office_authors: list[CollectionCommonality]
    """Values of the trait `office_authors`, counted."""
    office_creation_datetimes: list[CollectionCommonality]
    """Values of the trait `office_creation_datetimes`, counted."""
    office_last_saved: list[CollectionCommonality]
    """Values of the trait `office_last_saved`, counted."""
    office_macro_names: list[CollectionCommonality]
    """Values of the trait `office_macro_names`, counted."""
    pcap_parents: list[CollectionCommonality]
    """Values of the trait `pcap_parents`, counted."""
    pe_info_exports: list[CollectionCommonality]
    """Values of the trait `pe_info_exports`, counted."""
    pe_info_imports: list[CollectionCommonality]
    """Values of the trait `pe_info_imports`, counted."""
    pe_info_section_md5: list[CollectionCommonality]
    """Values of the trait `pe_info_section_md5`, counted."""
    pe_info_section_names: list[CollectionCommonality]
    """Values of the trait `pe_info_section_names`, counted."""
    permhash: list[CollectionCommonality]
    """Values of the trait `permhash`, counted."""
    popular_threat_category: list[CollectionCommonality]
    """Values of the trait `popular_threat_category`, counted."""
    popular_threat_name: list[CollectionCommonality]
    """Values of the trait `popular_threat_name`, counted."""
    pwdinfo_values: list[CollectionCommonality]
    """Values of the trait `pwdinfo_values`, counted."""
    registry_keys_deleted: list[CollectionCommonality]
    """Values of the trait `registry_keys_deleted`, counted."""
    registry_keys_opened: list[CollectionCommonality]
    """Values of the trait `registry_keys_opened`, counted."""
    registry_keys_set: list[CollectionCommonality]
    """Values of the trait `registry_keys_set`, counted."""
    rich_pe_header_hash: list[CollectionCommonality]
    """Values of the trait `rich_pe_header_hash`, counted."""
    sandbox_verdicts: list[CollectionSandboxCommonality]
    """Verdicts of sandboxes, counted."""
    signature_info_comments: list[CollectionCommonality]
    """Values of the trait `signature_info_comments`, counted."""
    signature_info_copyrights: list[CollectionCommonality]
    """Values of the trait `signature_info_copyrights`, counted."""
    signature_info_descriptions: list[CollectionCommonality]
    """Values of the trait `signature_info_descriptions`, counted."""
    signature_info_identifiers: list[CollectionCommonality]
    """Values of the trait `signature_info_identifiers`, counted."""
    signature_info_internal_names: list[CollectionCommonality]
    """Values of the trait `signature_info_internal_names`, counted."""
    signature_info_original_names: list[CollectionCommonality]
    """Values of the trait `signature_info_original_names`, counted."""
    signature_info_products: list[CollectionCommonality]
    """Values of the trait `signature_info_products`, counted."""
    suggested_threat_label: str | None = None
    """The threat label that most files have, such as `trojan.example`."""
    symhash: list[CollectionCommonality]
    """Values of the trait `symhash`, counted."""
    tags: list[CollectionCommonality]
    """Values of the trait `tags`, counted."""
    telfhash: list[CollectionCommonality]
    """Values of the trait `telfhash`, counted."""
    tlshhash: list[CollectionCommonality]
    """Values of the trait `tlshhash`, counted."""
    trusted_verdict_filenames: list[CollectionCommonality]
    """Values of the trait `trusted_verdict_filenames`, counted."""
    vhash: list[CollectionCommonality]
    """Values of the trait `vhash`, counted."""


class CollectionURLTraits(VTModel):
    """What the URLs of a collection have in common."""

    attributions: list[CollectionCommonality]
    """Values of the trait `attributions`, counted."""
    collections: list[CollectionCommonality]
    """Values of the trait `collections`, counted."""
    communicating_files: list[CollectionCommonality]
    """Values of the trait `communicating_files`, counted."""
    contacted_domains: list[CollectionCommonality]
    """Values of the trait `contacted_domains`, counted."""
    cookie_names: list[CollectionCommonality]
    """Values of the trait `cookie_names`, counted."""
    cookie_values: list[CollectionCommonality]
    """Values of the trait `cookie_values`, counted."""
    domains: list[CollectionCommonality]
    """Values of the trait `domains`, counted."""
    downloaded_files: list[CollectionCommonality]
    """Values of the trait `downloaded_files`, counted."""
    embedded_js: list[CollectionCommonality]
    """Values of the trait `embedded_js`, counted."""
    favicon_dhash: list[CollectionCommonality]
    """Values of the trait `favicon_dhash`, counted."""
    favicon_raw_md5: list[CollectionCommonality]
    """Values of the trait `favicon_raw_md5`, counted."""
    html_titles: list[CollectionCommonality]
    """Values of the trait `html_titles`, counted."""
    http_response_contents: list[CollectionCommonality]
    """Values of the trait `http_response_contents`, counted."""
    ip_addresses: list[CollectionCommonality]
    """Values of the trait `ip_addresses`, counted."""
    memory_patterns: list[CollectionCommonality]
    """Values of the trait `memory_patterns`, counted."""
    outgoing_links: list[CollectionCommonality]
    """Values of the trait `outgoing_links`, counted."""
    passwords: list[CollectionCommonality]
    """Values of the trait `passwords`, counted."""
    path: list[CollectionCommonality]
    """Values of the trait `path`, counted."""
    ports: list[CollectionCommonality]
    """Values of the trait `ports`, counted."""
    prefix_paths: list[CollectionCommonality]
    """Values of the trait `prefix_paths`, counted."""
    query_param_key_values: list[CollectionCommonality]
    """Values of the trait `query_param_key_values`, counted."""
    query_param_keys: list[CollectionCommonality]
    """Values of the trait `query_param_keys`, counted."""
    query_param_values: list[CollectionCommonality]
    """Values of the trait `query_param_values`, counted."""
    query_strings: list[CollectionCommonality]
    """Values of the trait `query_strings`, counted."""
    referring_files: list[CollectionCommonality]
    """Values of the trait `referring_files`, counted."""
    suffix_paths: list[CollectionCommonality]
    """Values of the trait `suffix_paths`, counted."""
    tags: list[CollectionCommonality]
    """Values of the trait `tags`, counted."""
    tracker_ids: list[CollectionCommonality]
    """Values of the trait `tracker_ids`, counted."""
    user_passwords: list[CollectionCommonality]
    """Values of the trait `user_passwords`, counted."""
    users: list[CollectionCommonality]
    """Values of the trait `users`, counted."""


class CollectionDomainTraits(VTModel):
    """What the domains of a collection have in common."""

    attributions: list[CollectionCommonality]
    """Values of the trait `attributions`, counted."""
    collections: list[CollectionCommonality]
    """Values of the trait `collections`, counted."""
    communicating_files: list[CollectionCommonality]
    """Values of the trait `communicating_files`, counted."""
    downloaded_files: list[CollectionCommonality]
    """Values of the trait `downloaded_files`, counted."""
    favicon_dhash: list[CollectionCommonality]
    """Values of the trait `favicon_dhash`, counted."""
    favicon_raw_md5: list[CollectionCommonality]
    """Values of the trait `favicon_raw_md5`, counted."""
    registrant_names: list[CollectionCommonality]
    """Values of the trait `registrant_names`, counted."""
    urls: list[CollectionCommonality]
    """Values of the trait `urls`, counted."""


class CollectionIPAddressTraits(VTModel):
    """What the IP addresses of a collection have in common."""

    attributions: list[CollectionCommonality]
    """Values of the trait `attributions`, counted."""
    collections: list[CollectionCommonality]
    """Values of the trait `collections`, counted."""
    communicating_files: list[CollectionCommonality]
    """Values of the trait `communicating_files`, counted."""
    downloaded_files: list[CollectionCommonality]
    """Values of the trait `downloaded_files`, counted."""
    urls: list[CollectionCommonality]
    """Values of the trait `urls`, counted."""


class CollectionCPERange(VTModel):
    """A range of vulnerable versions of a product."""

    end_cpe: CollectionCPE | None = None
    """Last version of the range; null where one version alone is meant."""
    end_rel: str | None = None
    """How versions stand to the last one, such as `<=`; null where one version alone is meant."""
    start_cpe: CollectionCPE | None = None
    """First version of the range."""
    start_rel: str | None = None
    """How versions stand to the first one, such as `=` or `>=`."""


class CollectionFieldSource(VTModel):
    """Where the value of a field comes from."""

    field: str | None = None
    """The field, parts separated by dots."""
    source: dict[
        str,
        AnyScalar
        | list[AnyScalar | dict[str, AnyScalar | list[AnyScalar | None] | None] | None]
        | dict[str, AnyScalar | list[AnyScalar | None] | None]
        | None,
    ]
    """The source; its keys are not documented."""


class CollectionSummaryStats(VTModel):
    """Extremes and means over the indicators of a collection."""

    files_detections: CollectionStatistic | None = None
    """Number of products that detect a file."""
    first_submission_date: CollectionStatistic | None = None
    """When an indicator was first sent in: Unix seconds (UTC), fractional."""
    last_submission_date: CollectionStatistic | None = None
    """When an indicator was last sent in: Unix seconds (UTC), fractional."""
    urls_detections: CollectionStatistic | None = None
    """Number of products that detect a URL."""


class CollectionAggregations(VTModel):
    """What indicators have in common, by kind of indicator."""

    domains: CollectionDomainTraits | None = None
    """Traits of the domains."""
    files: CollectionFileTraits | None = None
    """Traits of the files."""
    ip_addresses: CollectionIPAddressTraits | None = None
    """Traits of the IP addresses."""
    urls: CollectionURLTraits | None = None
    """Traits of the URLs."""


class CollectionContext(VTModel):
    """Facts about a collection that belong to the listing it came in, or depend on who asks."""

    reason: CollectionReason | None = None
    """Why the collection is recommended; recommendations of a threat profile."""
    related_from: list[RelatedFrom]
    """The collections through which this one was found; reports of an object."""
    role: str | None = None
    """What the caller may do with the collection, such as `viewer`."""
    shared_with_me: bool | None = None
    """Whether somebody shared the collection with the caller."""
    source: Literal["SOURCE_DIRECT_FOLLOW", "SOURCE_RECOMMENDATION"] | str | None = None
    """Why the collection is in the listing: followed by hand, or recommended; recommendations of a threat profile."""


class CollectionAttributes(VTModel):
    """What a collection says about itself and its indicators. Which attributes there are depends on `collection_type`."""

    affected_systems: list[str]
    """Systems that the threat affects; reports."""
    aggregations: CollectionAggregations | None = None
    """What the indicators have in common, by kind of indicator."""
    alt_names: list[str]
    """Other names."""
    alt_names_details: list[CollectionDetail]
    """Other names, with how sure they are."""
    analysis: str | None = None
    """What analysts say about the vulnerability; vulnerabilities."""
    analyst_comment: str | None = None
    """Remark of an analyst; reports."""
    attacking_ease: str | None = None
    """How easy an attack is; reports, empty where not rated."""
    author: str | None = None
    """Who wrote the report; reports."""
    autogenerated_summary: str | None = None
    """Summary that a program wrote; reports."""
    autogenerated_tags: list[str]
    """Tags that the service derived from the indicators."""
    available_mitigation: list[str]
    """Kinds of remedy that there are, such as a patch; vulnerabilities."""
    campaign_type: str | None = None
    """Reach of the campaign, such as `GLOBAL`; campaigns."""
    capabilities: list[CollectionDetail]
    """What the software can do; malware families and software toolkits."""
    cisa_known_exploited: CollectionKnownExploited | None = None
    """Entry in the catalogue of exploited vulnerabilities that the US agency CISA keeps; vulnerabilities."""
    collection_links: list[str | dict[str, AnyScalar | None]]
    """Links of the collection; their form is not documented."""
    collection_type: (
        Literal[
            "campaign",
            "collection",
            "malware-family",
            "report",
            "software-toolkit",
            "threat-actor",
            "vulnerability",
        ]
        | str
        | None
    ) = None
    """What the collection describes."""
    content: str | None = None
    """The whole text of the report; reports."""
    counters: CollectionCounters | None = None
    """Numbers of related things."""
    cpes: list[CollectionCPERange]
    """Products and versions that are vulnerable; vulnerabilities."""
    creation_date: UnixTime | None = None
    """When the collection was made, as an aware datetime in UTC."""
    cve_id: str | None = None
    """CVE number; vulnerabilities."""
    cvss: CVSS | None = None
    """How grave the vulnerability is by CVSS; vulnerabilities."""
    cwe: CollectionCWE | None = None
    """Kind of weakness; vulnerabilities."""
    date_of_disclosure: UnixTime | None = None
    """When the vulnerability was made public, as an aware datetime in UTC; 0 on reports without one."""
    days_to_patch: int | None = None
    """Days from the disclosure to the fix; vulnerabilities."""
    days_to_report: int | None = None
    """Days from the disclosure to the publication here; vulnerabilities."""
    description: str | None = None
    """What the collection is about."""
    detection_names: list[CollectionDetail]
    """Names by which products detect the software; malware families and software toolkits."""
    domains_count: int | None = None
    """Number of domains in the collection."""
    epss: CollectionEPSS | None = None
    """How likely an exploit is, by the Exploit Prediction Scoring System; vulnerabilities."""
    executive_summary: str | None = None
    """Summary for people who decide; reports and vulnerabilities."""
    exploit_availability: str | None = None
    """Whether there are exploits that anybody can get; vulnerabilities."""
    exploitation: CollectionExploitation | None = None
    """When the vulnerability was first exploited; vulnerabilities."""
    exploitation_consequence: str | None = None
    """What an attacker gains, such as code execution; vulnerabilities."""
    exploitation_state: Literal["Confirmed", "No Known", "Reported", "Suspected"] | str | None = (
        None
    )
    """Whether attackers use the vulnerability, empty where not rated; vulnerabilities."""
    exploitation_vectors: list[str]
    """Ways by which the vulnerability can be reached; vulnerabilities."""
    field_sources: list[CollectionFieldSource]
    """Where the values of single fields come from; vulnerabilities."""
    files_count: int | None = None
    """Number of files in the collection."""
    first_seen: UnixTime | None = None
    """When the threat was first active, as an aware datetime in UTC."""
    first_seen_details: list[CollectionDetail]
    """When the threat was first active: dates as ISO 8601 text, with how sure they are."""
    intended_effects: list[str]
    """What the attackers are after; reports."""
    ip_addresses_count: int | None = None
    """Number of IP addresses in the collection."""
    is_content_translated: bool | None = None
    """Whether the text was translated by a program."""
    last_modification_date: UnixTime | None = None
    """When the collection was last changed, as an aware datetime in UTC."""
    last_seen: UnixTime | None = None
    """When the threat was last active, as an aware datetime in UTC."""
    last_seen_details: list[CollectionDetail]
    """When the threat was last active: dates as ISO 8601 text, with how sure they are."""
    link: str | None = None
    """Where to read more."""
    malware_roles: list[CollectionDetail]
    """What the software is used as; malware families and software toolkits."""
    mati_genids_dict: CollectionGeneralIds | None = None
    """Ids that the vulnerability has elsewhere; vulnerabilities."""
    merged_actors: list[CollectionDetail]
    """Threat actors that turned out to be this one; threat actors."""
    mitigations: list[str | dict[str, AnyScalar | None]]
    """Remedies; their form is not documented."""
    motivations: list[CollectionDetail]
    """Why the threat acts."""
    mve_id: str | None = None
    """Number that Mandiant gave the vulnerability; vulnerabilities."""
    name: str | None = None
    """Name of the collection; of a vulnerability its CVE number."""
    operating_systems: list[CollectionDetail]
    """Operating systems that the software runs on; malware families and software toolkits."""
    origin: str | None = None
    """Where the collection comes from, such as `Crowdsourced`, `Partner` or `Google Threat Intelligence`."""
    predicted_risk_rating: str | None = None
    """Risk as a program reckons it, such as `LOW` or `MEDIUM`; vulnerabilities."""
    priority: str | bool | None = None
    """How urgent a remedy is, such as `P4`; vulnerabilities."""
    private: bool | None = None
    """Whether the collection is kept from the public; entries of GTI may say so too."""
    recent_activity_relative_change: IntOrFloat | None = None
    """How activity has changed against the two weeks before, as a ratio."""
    recent_activity_summary: list[int]
    """Activity of the indicators over the last two weeks, as a series."""
    references_count: int | None = None
    """Number of published texts about the collection."""
    report_confidence: str | None = None
    """How sure the report is; reports."""
    report_id: str | None = None
    """Number of the report; reports."""
    report_type: str | None = None
    """Kind of report; reports."""
    risk_factors: list[str]
    """What the risk rating rests on; vulnerabilities."""
    risk_rating: str | None = None
    """Risk as analysts rate it, empty where not rated; reports and vulnerabilities."""
    source_region: str | None = None
    """Where the threat comes from."""
    source_regions_hierarchy: list[CollectionRegion]
    """Where the threat comes from, with how sure that is."""
    sources: list[CollectionSource]
    """Where the facts come from; vulnerabilities."""
    sponsor_region: str | None = None
    """Country or region that is thought to back the threat."""
    status: Literal["COMPUTED", "PENDING_RECOMPUTE"] | str | None = None
    """Whether all derived attributes are up to date."""
    subscribers_count: int | None = None
    """Number of users who follow the collection."""
    summary_stats: CollectionSummaryStats | None = None
    """Extremes and means over the indicators."""
    tags: list[str]
    """Tags of the collection."""
    tags_details: list[CollectionDetail]
    """Tags of the collection, with how sure they are."""
    targeted_industries: list[str]
    """Industries under attack."""
    targeted_industries_tree: list[CollectionIndustry]
    """Industries under attack, with how sure that is."""
    targeted_informations: list[str]
    """Kinds of information that the attackers want; reports."""
    targeted_regions: list[str]
    """Countries and regions under attack."""
    targeted_regions_hierarchy: list[CollectionRegion]
    """Countries and regions under attack, with how sure that is."""
    technologies: list[CollectionTechnology]
    """Products that the report is about; reports."""
    threat_categories: list[str]
    """Threat categories of the indicators; reports."""
    threat_category: str | None = None
    """The threat category of the indicators."""
    threat_scape: list[str]
    """Fields of work that the report belongs to, such as `Cyber Crime`; reports."""
    tlp: str | None = None
    """How far the collection may be passed on by the Traffic Light Protocol, such as `AMBER`."""
    tmh_accuracy_ranking: str | None = None
    """How accurate the report is; reports, empty where not rated."""
    top_icon_md5: list[str]
    """MD5 of the icons that are most frequent among the indicators, at most three."""
    urls_count: int | None = None
    """Number of URLs in the collection."""
    vendor_fix_references: list[CollectionSource]
    """Where the makers tell of a fix; vulnerabilities."""
    version: int | None = None
    """Version of the report; reports."""
    version_history: list[CollectionVersion]
    """What has changed in the entry; vulnerabilities."""
    vulnerable_products: str | None = None
    """Products that are vulnerable, as text; vulnerabilities."""
    workarounds: list[str]
    """Remedies short of a fix; vulnerabilities."""


class Collection(VTObject):
    """Indicators that belong together, with what is known about them: a plain list made by a user, or in Google Threat Intelligence (GTI) a threat actor, malware family, software toolkit, campaign, report or vulnerability. `collection_type` tells which; ids of GTI begin with the kind, such as `threat-actor--` or `vulnerability--cve-`."""

    attributes: CollectionAttributes
    """What the service knows about the object; absent from descriptors and errors."""
    context_attributes: CollectionContext
    """Facts that belong to the listing, not to the object; absent when the object was asked for by its id."""
    relationships: CollectionRelationships
    """What was asked for along with the object by `relationships=`."""
