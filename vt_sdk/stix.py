"""STIX 2.1 bundles of objects: observables, indicators, notes with the verdict, relationships.

The extra `stix` brings the library stix2, whose objects these are. What each type becomes:

- `file`, `private_file`: `file`;
- `url`, `private_url`: `url`;
- `domain`: `domain-name`, and `x509-certificate` for the one that it shows;
- `ip_address`: `ipv4-addr` or `ipv6-addr`, `autonomous-system`, and `x509-certificate`;
- `ssl_cert`: `x509-certificate`;
- `resolution`: the relationship `resolves-to` between domain and address;
- `analysis`, `file_behaviour`, `private_file_behaviour`: `malware-analysis`;
- `collection`, by its kind: `threat-actor`, `malware`, `tool`, `campaign`, `vulnerability`,
  `report`, or `grouping`;
- `threat_actor`: `threat-actor`; `attack_technique`: `attack-pattern`;
- `reference`: `report`; `graph`: `grouping`; `comment`: `note`;
- `hunting_ruleset`, `retrohunt_job`, `yara_rule`, `yara_ruleset`, `sigma_rule`: `indicator` with a
  pattern of YARA or Sigma;
- `user`, `group`, `service_account`: `identity`, of which nothing but the name is told;
- all else, and what came without what its counterpart cannot be without: a `note` of all that is
  known, about what it belongs to, such as the file of a vote, or else about who makes the bundle.

A file, URL, domain or address comes with a `note` that says the verdict and why; one that is
malicious or suspicious with an `indicator` as well. What was loaded along with an object becomes
relationships: of the type that the specification has between the two, else `related-to`; the
description is the name that the relationship has at the service, such as `contacted_domains`.
Reports and groupings refer to what was loaded instead. What is known by its type and id alone is
left out where these say too little, as those of a URL do.

A vote is a note and no `opinion`: it says what a file is, nothing about what others state of it. So
is a tactic, which STIX itself has only as a phase of techniques.

The same input gives the same bundle, byte for byte: observables have the ids that the specification
gives them, all else such as follow from what it stands for; dates are those of the objects, 1970
where they have none.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from ipaddress import IPv4Address, IPv6Address
from typing import Any, Final, Literal, TypeAlias, cast, get_args
from urllib.parse import quote

from vt_sdk._extras import extra
from vt_sdk._sharing import (
    IDENTITY_CLASSES,
    Key,
    Shareable,
    Sharing,
    address_of,
    attribute,
    collection_kind,
    descriptor,
    distinguished_name,
    explained,
    facts_of,
    hashes,
    hashes_of,
    name_of,
    plain,
    resolved,
    rules_of,
    sandbox_result,
    shared,
    stricter,
    subject_of,
    uuid_of,
)
from vt_sdk.core.identifiers import split_url
from vt_sdk.core.objects import Descriptor, Identified
from vt_sdk.errors import InvalidInputError
from vt_sdk.verdicts import Judged, Policy

with extra("stix", "this module"):
    import stix2

__all__ = ["TLP", "bundle"]

TLP: TypeAlias = Literal["clear", "white", "green", "amber", "red"]
"""How far a bundle may be passed on."""


def bundle(
    objects: Shareable | Iterable[Shareable],
    *,
    tlp: TLP = "amber",
    identity: "str | stix2.Identity" = "VirusTotal",
    policy: Policy | None = None,
) -> "stix2.Bundle":
    """Return the STIX 2.1 bundle of objects and of what was loaded along with them.

    An error in the place of an object is left out. A bundle of nothing has no objects. It is held
    in memory as a whole, so of very many objects make several.

    Args:
        objects: an object, what `vt.enrich` gave, a page, or any iterable of them, which is read
            once. Of an object that comes twice the last is taken. What was loaded along with one by
            `relationships=` is in the bundle as well, with all that is known of it if it is among
            the objects too.
        tlp: the mark of TLP on everything. They are the marks that STIX 2.1 has, those of TLP 1.0:
            `clear` is marked `white`. What has a stricter mark of its own, such as a collection,
            keeps it; `amber+strict`, for which STIX 2.1 has none, becomes `red`.
        identity: who makes the bundle: the name of an organisation, or an identity.
        policy: what judges the objects; `Policy.default()` if None.

    Returns:
        A `stix2.Bundle`; its `serialize()` gives the JSON.

    Raises:
        InvalidInputError: something is no object, or there is no such mark or identity.
    """
    if tlp not in get_args(TLP):
        raise InvalidInputError(f"no mark of TLP: {tlp!r}; expected {', '.join(get_args(TLP))}")
    if isinstance(identity, str):
        identity = stix2.Identity(
            id=f"identity--{uuid_of('identity', identity)}",
            created=_EPOCH,
            modified=_EPOCH,
            name=plain(identity),
            identity_class="organization",
        )
    elif not isinstance(identity, stix2.Identity):
        raise InvalidInputError(f"{type(identity).__name__} is no identity of STIX 2.1")
    making = _Making(shared(objects), tlp, identity, policy or Policy.default())
    return making.bundle()


# --- words of STIX -------------------------------------------------------------------------------

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_SOURCE: Final = "virustotal"
_MARKS: Final = {
    "clear": stix2.TLP_WHITE,
    "white": stix2.TLP_WHITE,
    "green": stix2.TLP_GREEN,
    "amber": stix2.TLP_AMBER,
    "amber+strict": stix2.TLP_RED,
    "red": stix2.TLP_RED,
}

# What the specification has between two types; all else is `related-to`.
_RELATIONSHIPS: Final = {
    ("attack-pattern", "malware"): "uses",
    ("attack-pattern", "tool"): "uses",
    ("campaign", "attack-pattern"): "uses",
    ("campaign", "malware"): "uses",
    ("campaign", "threat-actor"): "attributed-to",
    ("campaign", "tool"): "uses",
    ("campaign", "vulnerability"): "targets",
    ("malware", "attack-pattern"): "uses",
    ("malware", "tool"): "uses",
    ("malware", "vulnerability"): "exploits",
    ("threat-actor", "attack-pattern"): "uses",
    ("threat-actor", "malware"): "uses",
    ("threat-actor", "tool"): "uses",
    ("threat-actor", "vulnerability"): "targets",
    ("tool", "vulnerability"): "targets",
}
_RESULTS: Final = {"clean": "benign"}
_INDICATOR_TYPES: Final = {"malicious": "malicious-activity", "suspicious": "anomalous-activity"}
# The names that hashes have at the service and here.
_HASHES: Final = {
    "md5": "MD5",
    "sha1": "SHA-1",
    "sha256": "SHA-256",
    "ssdeep": "SSDEEP",
    "tlsh": "TLSH",
}
_CVE: Final = re.compile(r"CVE-[0-9]{4}-(0[0-9]{3}|[1-9][0-9]{3,})")


# --- the bundle ----------------------------------------------------------------------------------


class _Making:
    """A bundle that is being made.

    Args:
        sharing: what it is made of.
        tlp: the mark of what has no stricter one.
        identity: who makes it.
        policy: what judges the objects.
    """

    def __init__(self, sharing: Sharing, tlp: str, identity: Any, policy: Policy) -> None:
        self._sharing = sharing
        self._tlp = tlp
        self.identity = identity
        self.policy = policy
        # What is in the bundle by its id, in the order of the bundle.
        self._made: dict[str, Any] = {}
        # The ids of what objects became, None for nothing that could be referred to.
        self._refs: dict[Key, str | None] = {}
        # What refers to others, by its id; it is made when these are.
        self._containers: dict[str, Callable[[list[str]], Any]] = {}

    def bundle(self) -> Any:
        """Return the bundle of everything."""
        for item in self._sharing.objects.values():
            self.ref(item)
        members: dict[str, list[str]] = {}
        for source, name, target in self._sharing.relations:
            owner, ref = self._refs[source], self.ref(target)
            if owner in self._containers and ref and not ref.startswith("identity--"):
                members.setdefault(owner, []).append(ref)
            elif owner and ref:
                self.relate(owner, ref, name, self._sharing.objects[source])
        for ref, make in self._containers.items():
            self._made[ref] = make(members.get(ref) or [self.identity.id])  # there must be one
        objects = list(self._made.values())
        if objects:
            used = {ref for made in objects for ref in made.object_marking_refs}
            marks = {mark.id: mark for mark in _MARKS.values() if mark.id in used}
            objects[:0] = [self.identity, *marks.values()]
        ref = f"bundle--{uuid_of('bundle', *(made.id for made in objects))}"
        return stix2.Bundle(id=ref, **_given(objects=objects))

    def ref(self, item: Identified) -> str | None:
        """Return the id of what an object becomes, None for nothing; make it if it is not yet."""
        key = (item.type, item.id)
        if key not in self._refs:
            item = self._sharing.objects.get(key, item)
            self._refs[key] = _MAKERS.get(item.type, _note)(self, item) or _note(self, item)
        return self._refs[key]

    def observe(self, cls: Any, **properties: Any) -> str:
        """Make an observable and return its id, which follows from its properties."""
        made = cls(object_marking_refs=[_MARKS[self._tlp].id], **_given(**properties))
        self._made.setdefault(made.id, made)
        return str(made.id)

    def state(self, cls: Any, item: Identified, *key: str, **properties: Any) -> str:
        """Make what the maker of the bundle states, and return its id.

        Args:
            cls: the class of what is made.
            item: the object that it is about, which dates and marks it.
            key: what tells it from all others of its class; the type and id of the object if none.
            properties: its properties; those without a value are left out.
        """
        made = cls(**self._properties(cls, item, key, properties))
        self._made.setdefault(made.id, made)
        return str(made.id)

    def contain(self, cls: Any, item: Identified, **properties: Any) -> str:
        """Have something made that refers to what was loaded, and return its id; see `state`."""
        known = self._properties(cls, item, (), properties)
        ref = str(known["id"])
        self._made[ref] = None  # its place
        self._containers[ref] = lambda refs: cls(object_refs=list(dict.fromkeys(refs)), **known)
        return ref

    def _properties(
        self, cls: Any, item: Identified, key: tuple[str, ...], properties: dict[str, Any]
    ) -> dict[str, Any]:
        created, modified = _dates(item)
        common = {
            "id": f"{cls._type}--{uuid_of(cls._type, *(key or (item.type, item.id)))}",
            "created_by_ref": self.identity.id,
            "created": created,
            "modified": modified,
            "object_marking_refs": [_MARKS[stricter(self._tlp, item)].id],
        }
        return common | _given(**properties)

    def relate(self, source: str, target: str, name: str, item: Identified) -> None:
        """Make a relationship between two things of the bundle.

        Args:
            source: the id of the one that has it.
            target: the id of the other one.
            name: what the service calls it.
            item: the object that it is known from.
        """
        kinds = (source.partition("--")[0], target.partition("--")[0])
        if "relationship" in kinds:  # a resolution, which is one itself
            return
        if kinds not in _RELATIONSHIPS and (kinds[1], kinds[0]) in _RELATIONSHIPS:
            source, target, kinds = target, source, (kinds[1], kinds[0])
        self.state(
            stix2.Relationship,
            item,
            *(source, target, name),
            relationship_type=_RELATIONSHIPS.get(kinds, "related-to"),
            source_ref=source,
            target_ref=target,
            description=name,
        )

    def address(self, address: IPv4Address | IPv6Address) -> str:
        """Make the observable of an IP address and return its id."""
        cls = stix2.IPv4Address if address.version == 4 else stix2.IPv6Address
        return self.observe(cls, value=str(address))

    def certificate(self, certificate: Any, sha256: str | None = None) -> str | None:
        """Make the observable of a TLS certificate and return its id, None if it has no hash."""

        def of(*names: str) -> Any:
            found = certificate
            for name in names:
                found = getattr(found, name, None)
            return found

        found = hashes(sha1=of("thumbprint"), sha256=of("thumbprint_sha256") or sha256)
        if not found:
            return None
        return self.observe(
            stix2.X509Certificate,
            hashes={_HASHES[name]: value for name, value in found.items()},
            version=of("version"),
            serial_number=of("serial_number"),
            signature_algorithm=of("cert_signature", "signature_algorithm"),
            issuer=distinguished_name(of("issuer")),
            validity_not_before=_moment(of("validity", "not_before")),
            validity_not_after=_moment(of("validity", "not_after")),
            subject=distinguished_name(of("subject")),
            subject_public_key_algorithm=of("public_key", "algorithm"),
        )

    def judge(self, item: Identified, label: str, observable: str, pattern: str | None) -> None:
        """Make the note with the verdict on an object, and the indicator of a bad one.

        Args:
            item: the object; one of which only the id came has no verdict.
            label: what people call it.
            observable: the id of its observable.
            pattern: what matches it.
        """
        if isinstance(item, Descriptor):
            return
        verdict = self.policy.judge(cast(Judged, item))
        about = [observable]
        if pattern and (kind := _INDICATOR_TYPES.get(verdict.level)):
            indicator = self.state(
                stix2.Indicator,
                item,
                name=f"{verdict.level}: {label}",
                description=str(verdict),
                indicator_types=[kind],
                pattern=pattern,
                pattern_type="stix",
                valid_from=verdict.as_of or _dates(item)[0],
                labels=attribute(item, "tags"),
                external_references=_references(item),
            )
            self.relate(indicator, observable, "pattern", item)
            about.append(indicator)
        content = explained(verdict)
        self.state(
            stix2.Note,
            item,
            *(item.type, item.id, content),
            abstract=f"Verdict: {verdict.level}",
            content=content,
            object_refs=about,
            external_references=_references(item),
        )

    def observable(self, item: Identified | None) -> str | None:
        """Return the id of what can be observed of an object, None where that is not known."""
        ref = self.ref(item) if item else None
        return None if ref is None or ref.startswith("note--") else ref


# --- what each type becomes ----------------------------------------------------------------------


def _file(making: _Making, item: Identified) -> str | None:
    if not (found := {_HASHES[name]: value for name, value in hashes_of(item).items()}):
        return None
    names = attribute(item, "names") or [None]
    name = attribute(item, "meaningful_name") or names[0]
    size, mime_type = (
        attribute(item, "size") or 0,
        (attribute(item, "exiftool") or {}).get("MIMEType"),
    )
    ref = making.observe(
        stix2.File,
        hashes=found,
        name=name,
        size=size if 0 < size < 2**63 else None,
        mime_type=mime_type if isinstance(mime_type, str) else None,
    )
    matched = [
        f"file:hashes.{_quoted(kind)} = {_quoted(found[kind])}"
        for kind in ("SHA-256", "SHA-1", "MD5")
        if kind in found
    ]
    making.judge(item, name or item.id, ref, f"[{' OR '.join(matched)}]" if matched else None)
    return ref


def _url(making: _Making, item: Identified) -> str | None:
    if not (url := _uri(attribute(item, "url"))):
        return None
    ref = making.observe(stix2.URL, value=url)
    making.judge(item, url, ref, f"[url:value = {_quoted(url)}]")
    return ref


def _domain(making: _Making, item: Identified) -> str | None:
    if not (name := name_of(item.id)):
        return None
    ref = making.observe(stix2.DomainName, value=name)
    making.judge(item, name, ref, f"[domain-name:value = {_quoted(name)}]")
    _shown_certificate(making, item, ref)
    return ref


def _ip_address(making: _Making, item: Identified) -> str | None:
    if not (address := address_of(item.id)):
        return None
    ref = making.address(address)
    making.judge(item, item.id, ref, f"[ipv{address.version}-addr:value = '{address}']")
    number = attribute(item, "asn") or 0
    if 0 < number < 2**32:
        owner = attribute(item, "as_owner")
        system = making.observe(stix2.AutonomousSystem, number=number, name=owner)
        making.relate(ref, system, "asn", item)
    _shown_certificate(making, item, ref)
    return ref


def _shown_certificate(making: _Making, item: Identified, ref: str) -> None:
    if shown := making.certificate(attribute(item, "last_https_certificate")):
        making.relate(ref, shown, "last_https_certificate", item)


def _ssl_cert(making: _Making, item: Identified) -> str | None:
    return making.certificate(getattr(item, "attributes", None), item.id)


def _resolution(making: _Making, item: Identified) -> str | None:
    if not (found := resolved(item)):
        return None
    source, target = making.observe(stix2.DomainName, value=found[0]), making.address(found[1])
    return making.state(
        stix2.Relationship,
        item,
        *(source, target, "resolutions"),
        relationship_type="resolves-to",
        source_ref=source,
        target_ref=target,
        description="resolutions",
    )


def _analysis(making: _Making, item: Identified) -> str | None:
    if isinstance(item, Descriptor):
        return None
    level = making.policy.judge(cast(Judged, item)).level
    return making.state(
        stix2.MalwareAnalysis,
        item,
        product=_SOURCE,
        analysis_ended=attribute(item, "date"),
        result=_RESULTS.get(level, str(level)),
        sample_ref=making.observable(subject_of(item)),
    )


def _behaviour(making: _Making, item: Identified) -> str | None:
    if isinstance(item, Descriptor):
        return None
    seen = [
        *(descriptor("domain", name) for name in _each(item, "dns_lookups", "hostname")),
        *(descriptor("ip_address", text) for text in _each(item, "ip_traffic", "destination_ip")),
        *(descriptor("file", sha256) for sha256 in _each(item, "files_dropped", "sha256")),
    ]
    urls = filter(None, map(_uri, _each(item, "http_conversations", "url")))
    refs = [*map(making.observable, seen), *(making.observe(stix2.URL, value=url) for url in urls)]
    return making.state(
        stix2.MalwareAnalysis,
        item,
        product=_product(attribute(item, "sandbox_name") or item.id.partition("_")[2]),
        analysis_ended=attribute(item, "analysis_date"),
        result=sandbox_result(item),
        sample_ref=making.observable(subject_of(item)),
        analysis_sco_refs=list(dict.fromkeys(filter(None, refs))),
    )


def _collection(making: _Making, item: Identified) -> str | None:
    common: dict[str, Any] = {
        "name": attribute(item, "name") or item.id,
        "description": attribute(item, "description", "executive_summary"),
        "labels": attribute(item, "tags"),
        "external_references": _references(item),
    }
    aliases = {"aliases": attribute(item, "alt_names")}
    seen = _seen(attribute(item, "first_seen"), attribute(item, "last_seen"))
    match collection_kind(item):
        case "threat-actor":
            return making.state(stix2.ThreatActor, item, **common, **aliases, **seen)
        case "malware-family":
            return making.state(stix2.Malware, item, **common, **aliases, **seen, is_family=True)
        case "software-toolkit":
            return making.state(stix2.Tool, item, **common, **aliases)
        case "campaign":
            return making.state(stix2.Campaign, item, **common, **aliases, **seen)
        case "vulnerability":
            cve = attribute(item, "cve_id") or ""
            if _CVE.fullmatch(cve):
                common["external_references"].append({"source_name": "cve", "external_id": cve})
            return making.state(stix2.Vulnerability, item, **common)
        case "report":
            return making.contain(stix2.Report, item, **common, published=_dates(item)[0])
    if isinstance(item, Descriptor):
        return None
    return making.contain(stix2.Grouping, item, **common, context="unspecified")


def _threat_actor(making: _Making, item: Identified) -> str:
    return making.state(
        stix2.ThreatActor,
        item,
        name=attribute(item, "name") or item.id,
        description=attribute(item, "description"),
        aliases=attribute(item, "aliases"),
        **_seen(attribute(item, "first_seen_date"), attribute(item, "last_seen_date")),
        external_references=_references(item),
    )


def _attack_technique(making: _Making, item: Identified) -> str:
    return making.state(
        stix2.AttackPattern,
        item,
        name=attribute(item, "name") or item.id,
        description=attribute(item, "description"),
        external_references=_references(item),
    )


def _reference(making: _Making, item: Identified) -> str | None:
    if not (name := attribute(item, "title", "url")):
        return None
    link = {
        "source_name": attribute(item, "source") or _SOURCE,
        "url": _uri(attribute(item, "url")),
    }
    return making.contain(
        stix2.Report,
        item,
        name=name,
        description=attribute(item, "description"),
        published=_dates(item)[0],
        labels=attribute(item, "tags"),
        external_references=[link | {"external_id": item.id}],
    )


def _graph(making: _Making, item: Identified) -> str | None:
    if isinstance(item, Descriptor):
        return None
    name = getattr(attribute(item, "graph_data"), "description", None)
    return making.contain(stix2.Grouping, item, name=name or item.id, context="unspecified")


def _rules(making: _Making, item: Identified) -> str | None:
    kind, rules = rules_of(item)
    if not rules:
        return None
    return making.state(
        stix2.Indicator,
        item,
        name=attribute(item, "name", "title") or item.id,
        description=f"{item.type} {item.id}",
        pattern=rules,
        pattern_type=kind,
        valid_from=_dates(item)[0],
        labels=attribute(item, "tags"),
        external_references=_references(item),
    )


def _identity(making: _Making, item: Identified) -> str:
    # Its attributes are what an account is set to, with its key: nothing to pass on.
    return making.state(
        stix2.Identity,
        item,
        name=item.id,
        identity_class=IDENTITY_CLASSES[item.type],
        external_references=_references(item),
    )


def _note(making: _Making, item: Identified) -> str | None:
    if isinstance(item, Descriptor):
        return None
    text = attribute(item, "text") if item.type == "comment" else None
    return making.state(
        stix2.Note,
        item,
        abstract=None if text else f"{item.type} {item.id}",
        content=text or facts_of(item),
        labels=attribute(item, "tags"),
        object_refs=[making.observable(subject_of(item)) or making.identity.id],
        external_references=_references(item),
    )


_MAKERS: Final[dict[str, Callable[[_Making, Identified], str | None]]] = {
    "analysis": _analysis,
    "attack_technique": _attack_technique,
    "collection": _collection,
    "domain": _domain,
    "file": _file,
    "file_behaviour": _behaviour,
    "graph": _graph,
    "group": _identity,
    "hunting_ruleset": _rules,
    "ip_address": _ip_address,
    "private_file": _file,
    "private_file_behaviour": _behaviour,
    "private_url": _url,
    "reference": _reference,
    "resolution": _resolution,
    "retrohunt_job": _rules,
    "service_account": _identity,
    "sigma_rule": _rules,
    "ssl_cert": _ssl_cert,
    "threat_actor": _threat_actor,
    "url": _url,
    "user": _identity,
    "yara_rule": _rules,
    "yara_ruleset": _rules,
}


# --- values --------------------------------------------------------------------------------------


def _given(**properties: Any) -> dict[str, Any]:
    """Return the properties that have a value, their texts as they can be written."""
    return {k: _writable(v) for k, v in properties.items() if v is not None and v not in ("", [])}


def _writable(value: Any) -> Any:
    match value:
        case str():
            return plain(value)
        case list():
            return [_writable(each) for each in value]
        case dict():
            return _given(**value)
    return value


def _quoted(text: str) -> str:
    """Return a text as the patterns of STIX have it."""
    escaped = plain(text).replace("\\", "\\\\").replace("'", "\\'")
    return f"'{escaped}'"


def _dates(item: Identified) -> tuple[datetime, datetime]:
    """Return when an object came to the service, and when that changed what it says of it."""
    # When a file was built or a domain registered is another matter.
    own = () if item.type in ("domain", "file", "private_file") else ("creation_date",)
    first = attribute(item, "first_submission_date", *own, "first_seen_itw_date")
    last = attribute(
        item,
        *("last_modification_date", "modification_date", "last_analysis_date"),
        *("last_submission_date", "last_updated", "date", "analysis_date", "notification_date"),
    )
    created = first or last or _EPOCH
    return created, max(created, last or created)


def _seen(first: datetime | None, last: datetime | None) -> dict[str, Any]:
    return {"first_seen": first, "last_seen": max(first, last) if first and last else last}


def _references(item: Identified) -> list[dict[str, Any]]:
    """Return what leads to an object at the service."""
    link = _uri(getattr(item, "permalink", None) or attribute(item, "link"))
    source = "mitre-attack" if item.type.startswith("attack_") else _SOURCE
    return [{"source_name": source, "external_id": item.id, "url": link}]


def _uri(text: str | None) -> str | None:
    """Return a URL as a URI, with what that may not hold encoded; None for what is no URL."""
    try:
        scheme, userinfo, host, port, rest = split_url(plain(text or "").strip())
    except ValueError:
        return None
    rest, *fragment = (f"/{rest[1:]}" if rest.startswith("\\") else rest).split("#", 1)
    return "".join(
        (
            f"{scheme}://",
            "" if userinfo is None else _encoded(userinfo).replace("@", "%40") + "@",
            f"[{host}]" if isinstance(host, IPv6Address) else str(host),
            "" if port is None else f":{port}",
            _encoded(rest),
            *(f"#{_encoded(each)}" for each in fragment),
        )
    )


def _encoded(text: str) -> str:
    return re.sub(r"%(?![0-9A-Fa-f]{2})", "%25", quote(text, safe="!$%&'()*+,/:;=?@~"))


def _moment(text: object) -> datetime | None:
    """Return a date of a certificate, None where it is none."""
    try:
        return datetime.strptime(str(text), "%Y-%m-%d %H:%M:%S").replace(tzinfo=UTC)
    except ValueError:
        return None


def _each(item: Identified, name: str, member: str) -> Iterator[str]:
    """Yield a member of the entries of a list, where it came."""
    for entry in attribute(item, name) or ():
        if value := getattr(entry, member, None):
            yield value


def _product(name: str) -> str:
    """Return the name of a product in the form of STIX: small letters, digits and hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-") or _SOURCE
