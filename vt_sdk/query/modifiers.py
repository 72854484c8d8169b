"""The modifiers of each kind of object: one table a class, one line a modifier."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from vt_sdk.query.terms import (
    Code,
    Content,
    Moment,
    Number,
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


class FileTerms(ScannedTerms["File"]):
    """The modifiers of files."""

    __slots__ = ()
    entity = "file"

    size: PlainNumber[File] = PlainNumber("how many bytes")
    type: PlainText[File] = PlainText("the type, such as peexe or pdf")
    first_submission: PlainMoment[File] = PlainMoment("when it was submitted first", "fs")
    last_submission: PlainMoment[File] = PlainMoment("when it was submitted last", "ls")
    last_analysis: PlainMoment[File] = PlainMoment("when it was analysed last", "la")
    creation_date: Moment[File] = Moment("when it says it was made")
    positives: PlainNumber[File] = PlainNumber("how many engines detect it")
    children_positives: PlainNumber[File] = PlainNumber("the most detections of a file inside it")
    engines: PlainText[File] = PlainText("what any engine calls it")
    name: PlainText[File] = PlainText("a name it was submitted under")
    tag: Text[File] = Text("a tag of the service")
    submissions: PlainNumber[File] = PlainNumber("how often it was submitted")
    sources: PlainNumber[File] = PlainNumber("how many different submitters it has")
    submitter: PlainText[File] = PlainText("country of a submitter, or web or api")
    first_submitter: PlainText[File] = PlainText("country of the first submitter")
    itw: Text[File] = Text("a URL it was downloaded from")
    metadata: Text[File] = Text("anything in its metadata")
    lang: Text[File] = Text("language of its resources or of its document")
    signature: Text[File] = Text("anything in its code signature")
    subspan: PlainNumber[File] = PlainNumber("seconds from its making to its first submission")
    section: Text[File] = Text("name of a section")
    imports: Text[File] = Text("a library it imports")
    exports: Text[File] = Text("a function it exports")
    resource: Text[File] = Text("SHA-256 of a resource", "peresource")
    behaviour: Text[File] = Text("anything in a sandbox report")
    behaviour_files: Text[File] = Text("what it does to files")
    behaviour_processes: Text[File] = Text("what it does to processes")
    behaviour_injected_processes: Text[File] = Text("processes it injects into")
    behaviour_created_processes: Text[File] = Text("processes it creates")
    behaviour_command_executions: PlainText[File] = PlainText("commands it runs")
    behaviour_registry: Text[File] = Text("what it does to the registry")
    behaviour_network: Text[File] = Text("what it does on the network")
    behaviour_tags: PlainText[File] = PlainText("a tag that a sandbox gives")
    behaviour_signature: PlainText[File] = PlainText("a sandbox rule that it matches")
    behash: PlainText[File] = PlainText("hash of its behaviour")
    sandbox_name: Text[File] = Text("a sandbox that ran it")
    attack_technique: PlainText[File] = PlainText("ATT&CK technique, such as T1055")
    attack_tactic: PlainText[File] = PlainText("ATT&CK tactic, such as TA0003")
    contacted_ip: Text[File] = Text("an address or network it contacts")
    traffic: Text[File] = Text("a host, address or URL in a capture")
    similar_to: PlainText[File] = PlainText("hash of a file of like structure", "similar-to")
    ssdeep: PlainText[File] = PlainText("a like ssdeep hash")
    tlsh: Text[File] = Text("a like TLSH hash")
    imphash: Text[File] = Text("hash of its imports")
    authentihash: Text[File] = Text("hash that its signature covers")
    vhash: PlainText[File] = PlainText("the service's own hash of like files")
    main_icon_dhash: Text[File] = Text("hash of a like icon")
    content: Content[File] = Content("what it holds")
    comment: Text[File] = Text("words of a comment")
    comment_author: PlainText[File] = PlainText("user who commented on it")
    crowdsourced_yara_rule: Text[File] = Text("a YARA rule that it matches")
    crowdsourced_ids: Text[File] = Text("an IDS rule that its traffic matches")
    sigma_rule: Text[File] = Text("id of a Sigma rule that it matches")
    sigma_critical: PlainNumber[File] = PlainNumber("how many critical Sigma rules it matches")
    sigma_high: PlainNumber[File] = PlainNumber("how many high Sigma rules it matches")
    trid: PlainText[File] = PlainText("what TrID takes it for")
    magika: PlainText[File] = PlainText("what Magika takes it for")
    malware_config: Text[File] = Text("anything in its malware configuration")
    crowdsourced_ai_analysis: PlainText[File] = PlainText("words of an AI analysis")
    threat_actor: PlainText[File] = PlainText("a threat actor linked to it")


class SharedTerms(Terms[E]):
    """What all but files are searched by."""

    __slots__ = ()

    tag: Text[E] = Text("a tag")
    last_modification_date: Moment[E] = Moment("when its report changed last")
    comment: Text[E] = Text("words of a comment")
    comment_author: Text[E] = Text("user who commented on it")
    threat_actor: Text[E] = Text("a threat actor linked to it")


class WebTerms(SharedTerms[E], ScannedTerms[E]):
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


class URLTerms(WebTerms["URL"]):
    """The modifiers of URLs."""

    __slots__ = ()
    entity = "url"

    url: Text[URL] = Text("words of the URL")
    scheme: Text[URL] = Text("scheme, such as https")
    hostname: Text[URL] = Text("words of the host")
    parent_domain: Text[URL] = Text("domain above the host")
    tld: Text[URL] = Text("top-level domain")
    port: Code[URL] = Code("port of the server")
    path: Text[URL] = Text("words of the path")
    extension: Text[URL] = Text("extension of the path or of the download")
    query_field: Text[URL] = Text("name of a query field")
    ip: Text[URL] = Text("address or network it resolved to")
    asn: Code[URL] = Code("number of the autonomous system")
    category: Text[URL] = Text("category of its domain")
    title: Text[URL] = Text("title of the page")
    meta: Text[URL] = Text("words of the META tags")
    tracker: Text[URL] = Text("advertising tracker on the page")
    outgoing_link: Text[URL] = Text("a link on the page")
    cookie: Text[URL] = Text("name of a cookie it sets")
    header: Text[URL] = Text("name of a response header")
    header_value: Text[URL] = Text("value of a response header")
    redirects_to: Text[URL] = Text("URL it redirects to")
    response_code: Code[URL] = Code("status of its answer")
    response_size: Number[URL] = Number("bytes of its answer")
    response_positives: Number[URL] = Number("how many engines detect its answer")
    first_submission: Moment[URL] = Moment("when it was submitted first", "fs")
    last_submission: Moment[URL] = Moment("when it was submitted last", "ls")
    last_analysis: Moment[URL] = Moment("when it was analysed last", "la")
    submissions: Number[URL] = Number("how often it was submitted")
    submitter: Text[URL] = Text("country of a submitter, or web or api")
    first_submitter: Text[URL] = Text("country of the first submitter")
    main_icon_dhash: Text[URL] = Text("hash of a like favicon")
    targeted_brand: Text[URL] = Text("brand it imitates")


class DomainTerms(HostTerms["Domain"]):
    """The modifiers of domains."""

    __slots__ = ()
    entity = "domain"

    domain: Text[Domain] = Text("words of the name")
    fuzzy_domain: Text[Domain] = Text("a name that looks like it")
    domain_regex: Text[Domain] = Text("a regular expression for the name")
    parent_domain: Text[Domain] = Text("domain above it")
    tld: Text[Domain] = Text("top-level domain")
    depth: Number[Domain] = Number("how many levels the name has")
    category: Text[Domain] = Text("category of its content")
    registrar: Text[Domain] = Text("registrar")
    creation_date: Moment[Domain] = Moment("when it was registered")
    last_update_date: Moment[Domain] = Moment("when its registration changed last")
    popularity_rank: Number[Domain] = Number("best rank of popularity")
    main_icon_dhash: Text[Domain] = Text("hash of a like favicon")
    a_record: Text[Domain] = Text("IPv4 address or network in A records")
    cname_record: Text[Domain] = Text("words of its CNAME records")
    mx_record: Text[Domain] = Text("words of its MX records")
    ns_record: Text[Domain] = Text("words of its NS records")
    txt_record: Text[Domain] = Text("words of its TXT records")
    a_record_ttl: Number[Domain] = Number("lifetime of its A records")


class IPAddressTerms(HostTerms["IPAddress"]):
    """The modifiers of IP addresses."""

    __slots__ = ()
    entity = "ip"

    ip: Text[IPAddress] = Text("address or network")
    asn: Code[IPAddress] = Code("number of the autonomous system")
    aso: Text[IPAddress] = Text("owner of the autonomous system")
    country: Text[IPAddress] = Text("country, two letters")
    continent: Text[IPAddress] = Text("continent, two letters")
    domain_resolutions_count: Number[IPAddress] = Number("how many domains resolved to it")


class CollectionTerms(SharedTerms["Collection"]):
    """The modifiers of collections."""

    __slots__ = ()
    entity = "collection"

    name: Text[Collection] = Text("words of the name")
    description: Text[Collection] = Text("words of the description")
    owner: Text[Collection] = Text("who made it")
    origin: Text[Collection] = Text("where it comes from")
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
    source_region: Text[Collection] = Text("region it comes from, two letters")
    targeted_region: Text[Collection] = Text("region it targets, two letters")
    targeted_industry: Text[Collection] = Text("industry it targets")
    motivation: Text[Collection] = Text("motive behind it")
    malware_role: Text[Collection] = Text("role of its malware")
    operating_system: Text[Collection] = Text("system its files run on")
    capability: Text[Collection] = Text("capability of its files")
    detection: Text[Collection] = Text("what engines call its files")
