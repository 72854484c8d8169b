"""The models of `RDAP`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/parts/rdap.json`.
"""

from typing import Optional

from vt_sdk.core.model import VTModel


class RDAPPrefix(VTModel):
    """An address prefix."""

    length: int | None = None
    """Length of the prefix in bits."""
    v4prefix: str | None = None
    """IPv4 prefix; empty on IPv6."""
    v6prefix: str | None = None
    """IPv6 prefix; empty on IPv4."""


class RDAPLink(VTModel):
    """A link, in the terms of RFC 8288."""

    href: str | None = None
    """Target of the link."""
    href_lang: list[str]
    """Languages of the target."""
    media: str | None = None
    """Medium that the target is for."""
    rel: str | None = None
    """Relation to the record, such as `self`."""
    title: str | None = None
    """Title of the link."""
    type: str | None = None
    """Media type of the target."""
    value: str | None = None
    """Address that the link belongs to."""


class RDAPAutonomousSystem(VTModel):
    """An autonomous system of an entity."""

    country: str | None = None
    """Country, two letters."""
    end_autnum: int | None = None
    """Last number of the block."""
    handle: str | None = None
    """Id of the block at the registry."""
    name: str | None = None
    """Name of the block."""
    object_class_name: str | None = None
    """Kind of the record: `autnum`."""
    start_autnum: int | None = None
    """First number of the block."""
    status: list[str]
    """States of the block."""
    type: str | None = None
    """Type of the block, given by the registry."""


class RDAPNetwork(VTModel):
    """An IP network of an entity."""

    country: str | None = None
    """Country of the network, two letters."""
    end_address: str | None = None
    """Last address of the network."""
    handle: str | None = None
    """Id of the network at the registry."""
    ip_version: str | None = None
    """`v4` or `v6`."""
    name: str | None = None
    """Name of the network."""
    object_class_name: str | None = None
    """Kind of the record: `ip network`."""
    parent_handle: str | None = None
    """Id of the network above."""
    start_address: str | None = None
    """First address of the network."""
    status: list[str]
    """States of the network."""
    type: str | None = None
    """Type of the network, given by the registry."""


class RDAPPublicID(VTModel):
    """A public id."""

    identifier: str | None = None
    """The id."""
    type: str | None = None
    """What kind of id it is, such as `IANA Registrar ID`."""


class RDAPNotice(VTModel):
    """A notice or remark."""

    description: list[str]
    """Lines of the text."""
    links: list[RDAPLink]
    """Related addresses."""
    title: str | None = None
    """Title of the notice."""
    type: str | None = None
    """Kind of the notice."""


class RDAPCard(VTModel):
    """One property of a contact card (jCard, RFC 7095)."""

    name: str | None = None
    """Name of the property, such as `fn`, `adr` or `email`."""
    parameters: dict[str, list[str]]
    """Parameters of the property, by name."""
    type: str | None = None
    """Type of the values, such as `text` or `uri`."""
    values: list[str]
    """Values of the property."""


class RDAPNameserverAddresses(VTModel):
    """Addresses of a name server."""

    v4: list[str]
    """IPv4 addresses."""
    v6: list[str]
    """IPv6 addresses."""


class RDAPVariantName(VTModel):
    """A variant of a domain name."""

    ldh_name: str | None = None
    """The variant in ASCII letters, digits and hyphens."""
    unicode_name: str | None = None
    """The variant in Unicode."""


class RDAPEvent(VTModel):
    """Something that happened to a registration."""

    event_action: str | None = None
    """What happened, such as `registration` or `last changed`."""
    event_actor: str | None = None
    """Who did it."""
    event_date: str | None = None
    """When it happened, in ISO 8601."""
    links: list[RDAPLink]
    """Related addresses."""


class RDAPDelegationSigner(VTModel):
    """A DS record."""

    algorithm: int | None = None
    """Algorithm of the key."""
    digest: str | None = None
    """Digest of the key, hexadecimal."""
    digest_type: int | None = None
    """Algorithm of the digest."""
    events: list[RDAPEvent]
    """What happened to the record."""
    key_tag: int | None = None
    """Tag of the key."""
    links: list[RDAPLink]
    """Related addresses."""


class RDAPKey(VTModel):
    """A DNSKEY record."""

    algorithm: int | None = None
    """Algorithm of the key."""
    events: list[RDAPEvent]
    """What happened to the record."""
    flags: int | None = None
    """Flags of the key."""
    links: list[RDAPLink]
    """Related addresses."""
    protocol: int | None = None
    """Protocol of the key, always 3."""
    public_key: str | None = None
    """The key in base64."""


class RDAPVariant(VTModel):
    """Variants of a domain name."""

    idn_table: str | None = None
    """Table that the variants come from."""
    relation: list[str]
    """How the variants relate to the domain."""
    variant_names: list[RDAPVariantName]
    """The variants."""


class RDAPEntity(VTModel):
    """A person or organisation in charge of something."""

    as_event_actor: list[RDAPEvent]
    """What the entity did."""
    autnums: list[RDAPAutonomousSystem]
    """Autonomous systems of the entity."""
    entities: list["RDAPEntity"]
    """People and organisations of the entity."""
    events: list[RDAPEvent]
    """What happened to the registration of the entity."""
    handle: Optional[str] = None
    """Id of the entity at the registry."""
    lang: Optional[str] = None
    """Language of the texts."""
    links: list[RDAPLink]
    """Related addresses."""
    networks: list[RDAPNetwork]
    """Networks of the entity."""
    object_class_name: Optional[str] = None
    """Kind of the record: `entity`."""
    port43: Optional[str] = None
    """WHOIS server of the registry."""
    public_ids: list[RDAPPublicID]
    """Public ids of the entity."""
    rdap_conformance: list[str]
    """Specifications that the answer keeps to."""
    remarks: list[RDAPNotice]
    """Remarks on the entity."""
    roles: list[str]
    """What the entity is in charge of, such as `abuse` or `registrant`."""
    status: list[str]
    """States of the entity."""
    url: Optional[str] = None
    """Home page of the entity."""
    vcard_array: list[RDAPCard]
    """Contact card of the entity."""


class RDAPNameserver(VTModel):
    """A name server of a domain."""

    entities: list[RDAPEntity]
    """People and organisations in charge."""
    events: list[RDAPEvent]
    """What happened to the registration."""
    handle: str | None = None
    """Id of the name server at the registry."""
    ip_addresses: RDAPNameserverAddresses | None = None
    """Addresses of the name server."""
    lang: str | None = None
    """Language of the texts."""
    ldh_name: str | None = None
    """The host name in ASCII letters, digits and hyphens."""
    links: list[RDAPLink]
    """Related addresses."""
    notices: list[RDAPNotice]
    """Notices about the service that answered."""
    object_class_name: str | None = None
    """Kind of the record: `nameserver`."""
    port43: str | None = None
    """WHOIS server of the registry."""
    remarks: list[RDAPNotice]
    """Remarks on the name server."""
    status: list[str]
    """States of the name server."""
    unicode_name: str | None = None
    """The host name in Unicode."""


class RDAPSecureDNS(VTModel):
    """DNSSEC data of a domain."""

    delegation_signed: bool | None = None
    """Whether the parent zone holds a DS record."""
    ds_data: list[RDAPDelegationSigner]
    """DS records of the domain."""
    key_data: list[RDAPKey]
    """DNSKEY records of the domain."""
    max_sig_life: int | None = None
    """Longest life of a signature in seconds."""
    zone_signed: bool | None = None
    """Whether the zone is signed."""


class RDAP(VTModel):
    """Registration data of a domain or an IP network, in the terms of RFC 9083 with keys in snake case. Absent texts come empty."""

    arin_originas0_originautnums: list[int]
    """Autonomous systems that may announce the network; ARIN only."""
    cidr0_cidrs: list[RDAPPrefix]
    """Prefixes that make up the network."""
    country: str | None = None
    """Country of the network, two letters."""
    end_address: str | None = None
    """Last address of the network."""
    entities: list[RDAPEntity]
    """People and organisations in charge."""
    events: list[RDAPEvent]
    """What happened to the registration."""
    handle: str | None = None
    """Id of the registration at the registry."""
    ip_version: str | None = None
    """`v4` or `v6`."""
    lang: str | None = None
    """Language of the texts."""
    ldh_name: str | None = None
    """The domain in ASCII letters, digits and hyphens."""
    links: list[RDAPLink]
    """Related addresses."""
    name: str | None = None
    """Name of the network."""
    nameservers: list[RDAPNameserver]
    """Name servers of the domain."""
    nask0_state: str | None = None
    """State of the domain; registry of .pl only."""
    notices: list[RDAPNotice]
    """Notices about the service that answered."""
    object_class_name: str | None = None
    """Kind of the record: `domain` or `ip network`."""
    parent_handle: str | None = None
    """Id of the network above."""
    port43: str | None = None
    """WHOIS server of the registry."""
    public_ids: list[RDAPPublicID]
    """Public ids of the registration."""
    punycode: str | None = None
    """The domain in Punycode; some registries only."""
    rdap_conformance: list[str]
    """Specifications that the answer keeps to."""
    remarks: list[RDAPNotice]
    """Remarks on the registration."""
    secure_dns: RDAPSecureDNS | None = None
    """DNSSEC data of the domain."""
    start_address: str | None = None
    """First address of the network."""
    status: list[str]
    """States of the registration."""
    switch_name: str | None = None
    """Name of the registry's switch; some registries only."""
    type: str | None = None
    """Type of the network, given by the registry."""
    unicode_name: str | None = None
    """The domain in Unicode."""
    variants: list[RDAPVariant]
    """Variants of the domain name."""


RDAPEntity.model_rebuild()
