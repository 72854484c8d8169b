"""The modifiers of each kind of object: one table a class, one line a modifier."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from vt_sdk.query.terms import (
    Code,
    Content,
    Host,
    Known,
    Link,
    Moment,
    Number,
    PlainCode,
    PlainHost,
    PlainLink,
    PlainMoment,
    PlainNumber,
    PlainText,
    ScannedTerms,
    Terms,
    Text,
)

if TYPE_CHECKING:
    from vt_sdk.models import URL, Collection, Domain, File, IPAddress

__all__ = ["CollectionTerms", "DomainTerms", "FileTerms", "IPAddressTerms", "URLTerms"]

E = TypeVar("E")


class IndicatorTerms(ScannedTerms[E]):
    """What all but collections are searched by."""

    __slots__ = ()

    gti_score: PlainNumber[E] = PlainNumber("score of Google Threat Intelligence, up to 100")
    gti_severity: PlainText[E] = PlainText("its severity: high, medium, low or none")
    gti_verdict: PlainText[E] = PlainText("its verdict, such as malicious or benign")
    collection: PlainText[E] = PlainText("a collection that holds it")


class FileTerms(IndicatorTerms["File"]):
    """The modifiers of files."""

    __slots__ = ()
    entity = "file"

    size: PlainNumber[File] = PlainNumber("how many bytes")
    type: PlainText[File] = PlainText("the type, such as peexe or pdf")
    first_submission: PlainMoment[File] = PlainMoment("when it was submitted first", "fs")
    last_submission: PlainMoment[File] = PlainMoment("when it was submitted last", "ls")
    last_analysis: PlainMoment[File] = PlainMoment("when it was analysed last", "la")
    last_modification_date: PlainMoment[File] = PlainMoment("when its report changed last")
    creation_date: Moment[File] = Moment("when it says it was made")
    positives: PlainNumber[File] = PlainNumber("how many engines detect it")
    children_positives: PlainNumber[File] = PlainNumber("the most detections of a file inside it")
    engines: PlainText[File] = PlainText("what any engine calls it")
    min_engines_banker: PlainCode[File] = PlainCode("at least so many engines call it a banker")
    min_engines_emotet: PlainCode[File] = PlainCode("at least so many engines call it Emotet")
    suggested_threat_label: PlainText[File] = PlainText("name that the engines have in common")
    reputation: PlainNumber[File] = PlainNumber("score from the votes of the community")
    name: PlainText[File] = PlainText("a name it was submitted under")
    sha256: PlainText[File] = PlainText("its SHA-256")
    tag: Text[File] = Text("a tag of the service")
    submissions: PlainNumber[File] = PlainNumber("how often it was submitted")
    sources: PlainNumber[File] = PlainNumber("how many different submitters it has")
    submitter: PlainText[File] = PlainText("country of a submitter, or web or api")
    first_submitter: PlainText[File] = PlainText("country of the first submitter")
    itw: Link[File] = Link("a URL it was downloaded from")
    metadata: Text[File] = Text("anything in its metadata")
    androguard: Text[File] = Text("anything that Androguard finds in an Android file")
    androguard_package: PlainText[File] = PlainText("package name of an Android app")
    email_subject: PlainText[File] = PlainText("subject of an email")
    lang: Text[File] = Text("language of its resources or of its document")
    signature: Text[File] = Text("anything in its code signature")
    subspan: PlainNumber[File] = PlainNumber("seconds from its making to its first submission")
    section: Text[File] = Text("name of a section")
    sectionmd5: Text[File] = Text("MD5 of a section")
    segment: Text[File] = Text("name of a Mach-O segment")
    imports: Text[File] = Text("a library it imports")
    exports: Text[File] = Text("a function it exports")
    resource: Text[File] = Text("SHA-256 of a resource", "peresource")
    packer: Text[File] = Text("a packer that was found")
    netguid: Text[File] = Text("GUID of a .NET assembly")
    behaviour: Text[File] = Text("anything in a sandbox report")
    behaviour_files: Text[File] = Text("what it does to files")
    behaviour_processes: Text[File] = Text("what it does to processes")
    behaviour_injected_processes: Text[File] = Text("processes it injects into")
    behaviour_created_processes: Text[File] = Text("processes it creates")
    behaviour_command_executions: PlainText[File] = PlainText("commands it runs")
    behaviour_registry: Text[File] = Text("what it does to the registry")
    behaviour_services: Text[File] = Text("what it does to services")
    behaviour_network: Text[File] = Text("what it does on the network")
    behaviour_tags: PlainText[File] = PlainText("a tag that a sandbox gives")
    behaviour_signature: PlainText[File] = PlainText("a sandbox rule that it matches")
    behash: PlainText[File] = PlainText("hash of its behaviour")
    sandbox_name: Text[File] = Text("a sandbox that ran it")
    attack_technique: PlainText[File] = PlainText("ATT&CK technique, such as T1055")
    attack_tactic: PlainText[File] = PlainText("ATT&CK tactic, such as TA0003")
    mbc: PlainText[File] = PlainText("behaviour in the catalog MBC, such as C0002")
    capability_tag: Text[File] = Text("a tag of what it can do")
    contacted_ip: Text[File] = Text("an address or network it contacts")
    dns_lookup_count: PlainNumber[File] = PlainNumber("how many DNS lookups it makes")
    http_conversation_count: PlainNumber[File] = PlainNumber("how many HTTP conversations it has")
    ip_traffic_count: PlainNumber[File] = PlainNumber("how many flows of IP traffic it has")
    embedded_domain: PlainHost[File] = PlainHost("a domain in its bytes")
    embedded_ip: PlainText[File] = PlainText("an address in its bytes")
    embedded_url: PlainLink[File] = PlainLink("a URL in its bytes")
    traffic: Link[File] = Link("a host, address or URL in a capture")
    similar_to: PlainText[File] = PlainText("hash of a file of like structure", "similar-to")
    ssdeep: PlainText[File] = PlainText("a like ssdeep hash")
    tlsh: Text[File] = Text("a like TLSH hash")
    imphash: Text[File] = Text("hash of its imports")
    rich_pe_header_hash: PlainText[File] = PlainText("hash of its Rich header")
    telfhash: PlainText[File] = PlainText("hash of the symbols of an ELF")
    symhash: PlainText[File] = PlainText("hash of the symbols that a Mach-O imports")
    permhash: Text[File] = Text("hash of the permissions of an app or extension")
    authentihash: Text[File] = Text("hash that its signature covers")
    vhash: PlainText[File] = PlainText("the service's own hash of like files")
    pickle_vhash: PlainText[File] = PlainText("the service's own hash of like Python pickles")
    main_icon_dhash: Text[File] = Text("hash of a like icon")
    main_icon_md5: Text[File] = Text("MD5 of its icon")
    filecondis_dhash: PlainText[File] = PlainText("hash of a like picture of its bytes")
    content: Content[File] = Content("what it holds")
    comment: Text[File] = Text("words of a comment")
    comment_author: PlainText[File] = PlainText("user who commented on it")
    crowdsourced_yara_rule: Text[File] = Text("a YARA rule that it matches")
    crowdsourced_ids: Text[File] = Text("an IDS rule that its traffic matches")
    sigma_rule: Text[File] = Text("id of a Sigma rule that it matches")
    sigma_ruleset: PlainText[File] = PlainText("id of a ruleset of a Sigma rule that it matches")
    sigma_critical: PlainNumber[File] = PlainNumber("how many critical Sigma rules it matches")
    sigma_high: PlainNumber[File] = PlainNumber("how many high Sigma rules it matches")
    sigma_medium: PlainNumber[File] = PlainNumber("how many medium Sigma rules it matches")
    sigma_low: PlainNumber[File] = PlainNumber("how many low Sigma rules it matches")
    clue: PlainText[File] = PlainText("a clue that it matches")
    clue_rule: PlainText[File] = PlainText("a clue rule that it matches")
    trid: PlainText[File] = PlainText("what TrID takes it for")
    magika: PlainText[File] = PlainText("what Magika takes it for")
    detectiteasy: PlainText[File] = PlainText("what Detect It Easy takes it for")
    magic: PlainText[File] = PlainText("what its magic bytes say")
    malware_config: Text[File] = Text("anything in its malware configuration")
    crowdsourced_ai_analysis: PlainText[File] = PlainText("words of an AI analysis")
    crowdsourced_ai_verdict: PlainText[File] = PlainText("verdict of an AI, such as benign")
    codeinsight: PlainText[File] = PlainText("words of Code Insight")
    codeinsight_verdict: PlainText[File] = PlainText("verdict of Code Insight")
    bytedefend_ai_analysis: PlainText[File] = PlainText("words of the AI of ByteDefend")
    bytedefend_ai_verdict: PlainText[File] = PlainText("verdict of the AI of ByteDefend")
    exodialabs_ai_analysis: PlainText[File] = PlainText("words of the AI of ExodiaLabs")
    exodialabs_ai_verdict: PlainText[File] = PlainText("verdict of the AI of ExodiaLabs")
    hispasec_ai_analysis: PlainText[File] = PlainText("words of the AI of Hispasec")
    hispasec_ai_verdict: PlainText[File] = PlainText("verdict of the AI of Hispasec")
    nics_ai_analysis: PlainText[File] = PlainText("words of the AI of NICS")
    nics_ai_verdict: PlainText[File] = PlainText("verdict of the AI of NICS")
    omniasec_ai_analysis: PlainText[File] = PlainText("words of the AI of OmniaSec")
    omniasec_ai_verdict: PlainText[File] = PlainText("verdict of the AI of OmniaSec")
    threat_actor: PlainText[File] = PlainText("a threat actor linked to it")

    # Of these the documentation tells only how to ask whether there are any.
    bundled_files: Known[File] = Known("files inside it")
    carbonblack_parents: Known[File] = Known("files that Carbon Black saw make it")
    ciphered_parents: Known[File] = Known("encrypted files that hold it")
    compressed_parents: Known[File] = Known("archives that hold it")
    contacted_domains: Known[File] = Known("domains that it contacts")
    contacted_urls: Known[File] = Known("URLs that it contacts")
    dropped_files: Known[File] = Known("files that it drops")
    email_attachments: Known[File] = Known("attachments of an email")
    email_parents: Known[File] = Known("emails that hold it")
    embedded_domains: Known[File] = Known("domains in its bytes")
    embedded_ips: Known[File] = Known("addresses in its bytes")
    embedded_urls: Known[File] = Known("URLs in its bytes")
    entry_point: Known[File] = Known("the entry point of a program")
    evtx: Known[File] = Known("Windows event logs of a sandbox")
    execution_parents: Known[File] = Known("files that ran it")
    itw_domains: Known[File] = Known("domains that it was downloaded from")
    itw_urls: Known[File] = Known("URLs that it was downloaded from")
    ja3_digests: Known[File] = Known("JA3 fingerprints of its traffic")
    memdump: Known[File] = Known("memory dumps of a sandbox")
    overlay_children: Known[File] = Known("files in its overlay")
    overlay_parents: Known[File] = Known("files with it in the overlay")
    parents: Known[File] = Known("files that hold it")
    pcap: Known[File] = Known("captured traffic of a sandbox")
    pcap_children: Known[File] = Known("files in a capture")
    pcap_parents: Known[File] = Known("captures that hold it")
    pe_resource_children: Known[File] = Known("files in its resources")
    pe_resource_parents: Known[File] = Known("files with it in the resources")
    scan_timeout: Known[File] = Known("a scan that ran out of time")
    screenshots: Known[File] = Known("screenshots of a sandbox")
    urls_for_embedded_js: Known[File] = Known("URLs of pages that load it")

    def min_engines(self, verdict: str) -> PlainCode[File]:
        """Return the modifier of a word: at least how many engines have it in their verdicts.

        Args:
            verdict: the word, such as `banker` or `emotet`.
        """
        return self._named(
            "min_engines", verdict, PlainCode("so many engines say it"), "min_engines_"
        )


class SharedTerms(Terms[E]):
    """What all but files are searched by."""

    __slots__ = ()

    tag: Text[E] = Text("a tag")
    last_modification_date: Moment[E] = Moment("when its report changed last")
    comment: Text[E] = Text("words of a comment")
    comment_author: Text[E] = Text("user who commented on it")
    threat_actor: Text[E] = Text("a threat actor linked to it")


class WebTerms(SharedTerms[E], IndicatorTerms[E]):
    """What URLs, domains and IP addresses are searched by."""

    __slots__ = ()

    positives: Number[E] = Number("how many engines detect it")
    engines: Text[E] = Text("what any engine calls it")
    reputation: Number[E] = Number("score from the votes of the community")


class HostTerms(WebTerms[E]):
    """What domains and IP addresses are searched by."""

    __slots__ = ()

    detected_communicating_files_count: Number[E] = Number("detected files that contact it")
    communicating_files_max_detections: Number[E] = Number("most detections of these")
    detected_downloaded_files_count: Number[E] = Number("detected files from it")
    downloaded_files_max_detections: Number[E] = Number("most detections of these")
    detected_referring_files_count: Number[E] = Number("detected files that name it")
    referring_files_max_detections: Number[E] = Number("most detections of these")
    detected_urls_count: Number[E] = Number("detected URLs on it")
    urls_max_detections: Number[E] = Number("most detections of these")
    ssl_issuer: Text[E] = Text("issuer of its certificate")
    ssl_subject: Text[E] = Text("subject of its certificate")
    ssl_serial: Text[E] = Text("serial number of its certificate")
    ssl_thumbprint: Text[E] = Text("thumbprint of its certificate")
    ssl_not_before: Moment[E] = Moment("when its certificate becomes valid")
    ssl_not_after: Moment[E] = Moment("when its certificate ends")
    jarm: Text[E] = Text("JARM fingerprint of its server")
    whois: Text[E] = Text("words of its Whois record")
    whois_date: PlainMoment[E] = PlainMoment("date of its Whois record")


class URLTerms(WebTerms["URL"]):
    """The modifiers of URLs."""

    __slots__ = ()
    entity = "url"

    url: Link[URL] = Link("words of the URL; * stands for any")
    scheme: Text[URL] = Text("scheme, such as https")
    hostname: Host[URL] = Host("words of the host; * stands for any")
    fuzzy_hostname: PlainHost[URL] = PlainHost("a host that looks like it")
    parent_domain: Host[URL] = Host("domain above the host")
    tld: Host[URL] = Host("top-level domain")
    port: Code[URL] = Code("port of the server")
    path: Text[URL] = Text("words of the path; * stands for any")
    exact_path: Text[URL] = Text("the whole path")
    extension: Text[URL] = Text("extension of the path or of the download")
    query_field: Text[URL] = Text("name of a query field")
    query_value: Text[URL] = Text("value of a query field")
    username: Text[URL] = Text("user name in the URL")
    password: Text[URL] = Text("password in the URL")
    ip: Text[URL] = Text("address or network it resolved to")
    asn: Code[URL] = Code("number of the autonomous system")
    aso: Text[URL] = Text("owner of the autonomous system")
    category: Text[URL] = Text("category of its domain")
    title: Text[URL] = Text("title of the page")
    meta: Text[URL] = Text("words of the META tags")
    tracker: Text[URL] = Text("advertising tracker on the page")
    outgoing_link: Link[URL] = Link("a link on the page; * stands for any words")
    cookie: Text[URL] = Text("name of a cookie it sets")
    cookie_value: Text[URL] = Text("value of a cookie it sets")
    header: Text[URL] = Text("name of a response header")
    header_value: Text[URL] = Text("value of a response header")
    redirects_to: Link[URL] = Link("URL it redirects to")
    contacted_domain: PlainHost[URL] = PlainHost("a domain that the page contacts")
    contacted_ip: PlainText[URL] = PlainText("an address that the page contacts")
    response_code: Code[URL] = Code("status of its answer")
    response_size: Number[URL] = Number("bytes of its answer")
    response_positives: Number[URL] = Number("how many engines detect its answer")
    response_sha256: PlainText[URL] = PlainText("SHA-256 of its answer")
    max_url_positives: Number[URL] = Number("the most engines that ever detected it")
    first_submission: Moment[URL] = Moment("when it was submitted first", "fs")
    last_submission: Moment[URL] = Moment("when it was submitted last", "ls")
    last_analysis: Moment[URL] = Moment("when it was analysed last", "la")
    submissions: Number[URL] = Number("how often it was submitted")
    submitter: Text[URL] = Text("country of a submitter, or web or api")
    first_submitter: Text[URL] = Text("country of the first submitter")
    main_icon_dhash: Text[URL] = Text("hash of a like favicon")
    main_icon_md5: PlainText[URL] = PlainText("MD5 of its favicon")
    targeted_brand: Text[URL] = Text("brand it imitates")
    detected_brand: PlainText[URL] = PlainText("brand found on the page")
    sha256: PlainText[URL] = PlainText("SHA-256 of the URL")


class DomainTerms(HostTerms["Domain"]):
    """The modifiers of domains."""

    __slots__ = ()
    entity = "domain"

    domain: Host[Domain] = Host("words of the name")
    fuzzy_domain: Host[Domain] = Host("a name that looks like it")
    domain_regex: Text[Domain] = Text("a regular expression for the name")
    parent_domain: Host[Domain] = Host("domain above it")
    tld: Host[Domain] = Host("top-level domain")
    depth: Number[Domain] = Number("how many levels the name has")
    category: Text[Domain] = Text("category of its content")
    registrar: Text[Domain] = Text("registrar")
    creation_date: Moment[Domain] = Moment("when it was registered")
    last_update_date: Moment[Domain] = Moment("when its registration changed last")
    popularity_rank: Number[Domain] = Number("best rank of popularity")
    alexa_rank: PlainNumber[Domain] = PlainNumber("rank at Alexa")
    cisco_umbrella_rank: PlainNumber[Domain] = PlainNumber("rank at Cisco Umbrella")
    majestic_rank: PlainNumber[Domain] = PlainNumber("rank at Majestic")
    statvoo_rank: PlainNumber[Domain] = PlainNumber("rank at Statvoo")
    asn: PlainCode[Domain] = PlainCode("number of the autonomous system")
    aso: PlainText[Domain] = PlainText("owner of the autonomous system")
    main_icon_dhash: Text[Domain] = Text("hash of a like favicon")
    main_icon_md5: PlainText[Domain] = PlainText("MD5 of its favicon")
    a_record: Text[Domain] = Text("IPv4 address or network in A records")
    aaaa_record: Text[Domain] = Text("IPv6 address or network in AAAA records")
    caa_record: Text[Domain] = Text("words of its CAA records")
    cname_record: Host[Domain] = Host("words of its CNAME records")
    dname_record: Host[Domain] = Host("words of its DNAME records")
    mx_record: Host[Domain] = Host("words of its MX records")
    ns_record: Host[Domain] = Host("words of its NS records")
    soa_record: Text[Domain] = Text("words of its SOA records")
    txt_record: Text[Domain] = Text("words of its TXT records")
    a_record_ttl: Number[Domain] = Number("lifetime of its A records")
    aaaa_record_ttl: Number[Domain] = Number("lifetime of its AAAA records")
    caa_record_ttl: PlainNumber[Domain] = PlainNumber("lifetime of its CAA records", "caa_ttl")
    cname_record_ttl: Number[Domain] = Number("lifetime of its CNAME records")
    dname_record_ttl: Number[Domain] = Number("lifetime of its DNAME records")
    mx_record_ttl: Number[Domain] = Number("lifetime of its MX records")
    ns_record_ttl: Number[Domain] = Number("lifetime of its NS records")
    soa_record_ttl: PlainNumber[Domain] = PlainNumber("lifetime of its SOA records", "soa_ttl")
    txt_record_ttl: Number[Domain] = Number("lifetime of its TXT records")
    ttl: Number[Domain] = Number("lifetime of any of its records")


class IPAddressTerms(HostTerms["IPAddress"]):
    """The modifiers of IP addresses."""

    __slots__ = ()
    entity = "ip"

    ip: Text[IPAddress] = Text("address or network")
    asn: Code[IPAddress] = Code("number of the autonomous system")
    aso: Text[IPAddress] = Text("owner of the autonomous system")
    country: Text[IPAddress] = Text("country, two letters")
    continent: Text[IPAddress] = Text("continent, two letters")
    regional_internet_registry: PlainText[IPAddress] = PlainText("registry, such as ARIN")
    domain_resolutions_count: Number[IPAddress] = Number(
        "how many domains resolved to it, counted to 100"
    )
    detected_communicating_files_count: Number[IPAddress] = Number(
        "detected files that contact it, counted to 10"
    )


class CollectionTerms(SharedTerms["Collection"]):
    """The modifiers of collections."""

    __slots__ = ()
    entity = "collection"

    name: Text[Collection] = Text("words of the name")
    collection_type: PlainText[Collection] = PlainText("kind, such as report or threat-actor")
    description: Text[Collection] = Text("words of the description")
    owner: Text[Collection] = Text("who made it")
    shared_with_me: PlainText[Collection] = PlainText("true for what others share with the caller")
    publisher: PlainText[Collection] = PlainText("who published it")
    publisher_priority: PlainText[Collection] = PlainText("the publisher's priority")
    publisher_relevance: PlainText[Collection] = PlainText("the publisher's relevance")
    publisher_reliability: PlainText[Collection] = PlainText("the publisher's reliability")
    origin: Text[Collection] = Text("where it comes from")
    report_type: PlainText[Collection] = PlainText("kind of report, such as Actor Profile")
    threat_scape: PlainText[Collection] = PlainText("field that a report covers")
    priority: PlainText[Collection] = PlainText("its priority")
    creation_date: Moment[Collection] = Moment("when it was made")
    first_seen: Moment[Collection] = Moment("when it was seen first", "fs")
    last_seen: Moment[Collection] = Moment("when it was seen last", "ls")
    files: Number[Collection] = Number("how many files it holds")
    urls: Number[Collection] = Number("how many URLs it holds")
    domains: Number[Collection] = Number("how many domains it holds")
    ip_addresses: Number[Collection] = Number("how many IP addresses it holds")
    references: Number[Collection] = Number("how many references it holds")
    sigma_rules: Number[Collection] = Number("how many Sigma rules it holds")
    yara_rulesets: Number[Collection] = Number("how many YARA rulesets it holds")
    threat_actors: Number[Collection] = Number("how many threat actors it holds")
    threat_category: Text[Collection] = Text("category of the threat, such as banker")
    suspected_threat_actor: PlainText[Collection] = PlainText("a threat actor perhaps linked to it")
    merged_actor: PlainText[Collection] = PlainText("a threat actor that was merged into it")
    malware_family: PlainText[Collection] = PlainText("a malware family linked to it")
    software_toolkit: PlainText[Collection] = PlainText("a toolkit linked to it")
    source_region: Text[Collection] = Text("region it comes from, two letters")
    sponsor_region: Text[Collection] = Text("region that sponsors it, two letters")
    targeted_region: Text[Collection] = Text("region it targets, two letters")
    targeted_industry: Text[Collection] = Text("industry it targets")
    targeted_industry_group: PlainText[Collection] = PlainText("group of industries it targets")
    motivation: Text[Collection] = Text("motive behind it")
    malware_role: Text[Collection] = Text("role of its malware")
    operating_system: Text[Collection] = Text("system its files run on")
    capability: Text[Collection] = Text("capability of its files")
    detection: Text[Collection] = Text("what engines call its files")
    risk_rating: PlainText[Collection] = PlainText("risk of a vulnerability, such as high")
    cvss_2x_base_score: PlainNumber[Collection] = PlainNumber("base score in CVSS 2")
    cvss_2x_temporal_score: PlainNumber[Collection] = PlainNumber("temporal score in CVSS 2")
    cvss_3x_base_score: PlainNumber[Collection] = PlainNumber("base score in CVSS 3")
    cvss_3x_temporal_score: PlainNumber[Collection] = PlainNumber("temporal score in CVSS 3")
    cvss_4x_score: PlainNumber[Collection] = PlainNumber("score in CVSS 4")
    available_mitigation: PlainText[Collection] = PlainText("what helps against a vulnerability")
    exploitation_state: PlainText[Collection] = PlainText("state, such as Confirmed")
    exploitation_vector: PlainText[Collection] = PlainText("way it is exploited")
    exploitation_consequence: PlainText[Collection] = PlainText("what exploiting it leads to")
    vulnerable_vendor: PlainText[Collection] = PlainText("vendor of what is vulnerable")
    vulnerable_product: PlainText[Collection] = PlainText("product that is vulnerable")
    vulnerable_cpe: PlainText[Collection] = PlainText("CPE name of what is vulnerable")
