"""MISP events of objects, by the official templates of MISP.

The extra `misp` brings the library pymisp, whose objects these are. What each type becomes:

- `file`, `private_file`: `file`;
- `url`, `private_url`: `url`;
- `domain`, `ip_address`, `resolution`: `domain-ip`;
- `ssl_cert`: `x509`;
- `analysis`: `virustotal-report`; `file_behaviour`, `private_file_behaviour`: `malware-analysis`;
- `collection`, by its kind: `intrusion-set` for threat actors, `malware`, `vulnerability`, else
  `report`;
- `threat_actor`: `intrusion-set`; `attack_technique`: `attack-pattern`;
- `reference`: `report`; `comment`: `annotation`; `graph`: `virustotal-graph`;
- `hunting_ruleset`, `retrohunt_job`, `yara_rule`, `yara_ruleset`: `yara`; `sigma_rule`: `sigma`;
- `submission`: `virustotal-submission`; `whois`: `whois`;
- `user`, `group`, `service_account`: `identity`, of which nothing but the name is told;
- all else, and what came without what its template cannot be without: an `annotation` of all that
  is known, which refers to what it belongs to, such as the file of a vote.

In an event a file, URL, domain or address refers to its `virustotal-report`, which says the verdict
and why; private ones, which nobody else may see, have none. What was loaded along with an object is
referred to as well, by a word of MISP for it or else as `related-to`; the comment is the name that
the relationship has at the service, such as `contacted_domains`. What is known by its type and id
alone is left out where these say too little, as those of a URL do.

The same input gives the same event, byte for byte: UUIDs follow from what they stand for, and the
date is that of the newest analysis. Only what is malicious or suspicious is for detection
(`to_ids`), and no name of a file ever is.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from functools import reduce
from typing import Any, Final, Literal, TypeAlias, cast, get_args

from vt_sdk._extras import extra
from vt_sdk._sharing import (
    IDENTITY_CLASSES,
    Key,
    Shareable,
    Sharing,
    address_of,
    attribute,
    collection_kind,
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
from vt_sdk.core.objects import Descriptor, Identified
from vt_sdk.errors import InvalidInputError
from vt_sdk.verdicts import Judged, Level, Policy, Verdict

with extra("misp", "this module"):
    from pymisp import MISPEvent, MISPObject, MISPOrganisation

__all__ = ["TLP", "event", "misp_object"]

TLP: TypeAlias = Literal["clear", "white", "green", "amber", "amber+strict", "red"]
"""How far an event may be passed on."""


def event(
    objects: Shareable | Iterable[Shareable],
    *,
    info: str | None = None,
    tlp: TLP = "amber",
    identity: str = "VirusTotal",
    distribution: Literal[0, 1, 2, 3] = 0,
    policy: Policy | None = None,
) -> MISPEvent:
    """Return the MISP event of objects and of what was loaded along with them.

    An error in the place of an object is left out. An event of nothing has no objects. It is held
    in memory as a whole, so of very many objects make several. Its threat level is that of the
    worst verdict: high for malicious, medium for suspicious, low for clean, else undefined.

    Args:
        objects: an object, what `vt.enrich` gave, a page, or any iterable of them, which is read
            once. Of an object that comes twice the last is taken. What was loaded along with one by
            `relationships=` is in the event as well, with all that is known of it if it is among
            the objects too.
        info: what the event is about; whose objects it has, and how many, if None.
        tlp: the mark of TLP, which becomes a tag, such as `tlp:amber`; the stricter one of an
            object, such as a collection, comes in its place.
        identity: the name of the organisation that makes the event.
        distribution: whom a server shows the event: 0 for its own organisation, 1 for its
            community, 2 for connected ones, 3 for all.
        policy: what judges the objects; `Policy.default()` if None.

    Raises:
        InvalidInputError: something is no object, or there is no such mark or distribution.
    """
    for value, known in ((tlp, get_args(TLP)), (distribution, (0, 1, 2, 3))):
        if value not in known:
            raise InvalidInputError(f"no {value!r}: expected {', '.join(map(str, known))}")
    sharing = shared(objects)
    making = _Making(sharing, policy or Policy.default())
    made = making.objects()
    days = [verdict.as_of for verdict in making.verdicts if verdict.as_of]
    levels = [verdict.level for verdict in making.verdicts]
    result = MISPEvent()
    result.info = plain(info or f"Objects from {identity}: {len(made)}")
    result.uuid = uuid_of("misp", result.info, *(each.uuid for each in made))
    maker = MISPOrganisation()
    maker.from_dict(name=plain(identity), uuid=uuid_of("misp", "identity", identity))
    result.Orgc = maker
    result.set_date(max(days, default=_EPOCH).date())
    result.distribution = distribution
    result.threat_level_id = _THREAT_LEVELS[max(levels, default=Level.UNKNOWN)]
    result.analysis = 2  # complete
    result.add_tag(f"tlp:{reduce(stricter, sharing.objects.values(), str(tlp))}")
    for each in made:
        result.add_object(each)
    return result


def misp_object(item: Identified, *, policy: Policy | None = None) -> MISPObject:
    """Return the MISP object of an object alone, without its report and what it refers to.

    Args:
        item: the object.
        policy: what judges it, so that only what is bad is for detection; `Policy.default()` if
            None.

    Raises:
        InvalidInputError: it is none, or too little of it came.
    """
    known = shared(item).objects
    made = [_made(item, _verdict(item, policy or Policy.default())) for item in known.values()]
    if not made or made[0] is None:
        raise InvalidInputError(f"too little of {item!r} came for an object of MISP")
    return made[0]


# --- words of MISP -------------------------------------------------------------------------------

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_THREAT_LEVELS: Final = {
    Level.MALICIOUS: 1,
    Level.SUSPICIOUS: 2,
    Level.CLEAN: 3,
    Level.UNKNOWN: 4,
}
_Attributes: TypeAlias = Iterator[tuple[str, Any]]
_JUDGED: Final = ("analysis", "domain", "file", "ip_address", "private_file", "private_url", "url")
_CATEGORIES: Final = ("malicious", "suspicious", "undetected", "harmless")
_BAD: Final = (Level.MALICIOUS, Level.SUSPICIOUS)
# What MISP calls relationships; all others are `related-to`.
_RELATIONSHIPS: Final = {
    "bundled_files": "contains",
    "compressed_parents": "contained-by",
    "contacted_domains": "communicates-with",
    "contacted_ips": "communicates-with",
    "contacted_urls": "communicates-with",
    "downloaded_files": "delivers",
    "dropped_files": "drops",
    "email_attachments": "contains",
    "email_parents": "contained-by",
    "embedded_domains": "contains",
    "embedded_ips": "contains",
    "embedded_urls": "contains",
    "execution_parents": "executed-by",
    "itw_domains": "downloaded-from",
    "itw_ips": "downloaded-from",
    "itw_urls": "downloaded-from",
    "redirects_to": "redirects-to",
    "resolutions": "resolves-to",
    "similar_files": "similar",
}


# --- the event -----------------------------------------------------------------------------------


class _Making:
    """The objects of an event that is being made.

    Args:
        sharing: what they are made of.
        policy: what judges it.
    """

    def __init__(self, sharing: Sharing, policy: Policy) -> None:
        self._sharing = sharing
        self._policy = policy
        self._made: dict[Key, MISPObject | None] = {}
        self._reports: list[MISPObject] = []
        self._references: set[str] = set()
        self.verdicts: list[Verdict] = []

    def objects(self) -> list[MISPObject]:
        """Return the objects, with references between them."""
        for item in self._sharing.objects.values():
            self._object(item)
        for source, name, target in self._sharing.relations:
            owner, related = self._made[source], self._object(target)
            if owner and related:
                self._refer(owner, related, _RELATIONSHIPS.get(name, "related-to"), name)
        return [*filter(None, self._made.values()), *self._reports]

    def _object(self, item: Identified) -> MISPObject | None:
        key = (item.type, item.id)
        if key not in self._made:
            item = self._sharing.objects.get(key, item)
            verdict = _verdict(item, self._policy)
            made = self._made[key] = _made(item, verdict)
            if made and verdict:
                self.verdicts.append(verdict)
                report = _filled("virustotal-report", item, _report(item, verdict))
                if report and report.uuid != made.uuid:
                    self._reports.append(report)
                    self._refer(made, report, "analysed-with")
            subject = subject_of(item) if made else None
            if made and subject and (about := self._object(subject)):
                kind = "annotates" if made.name == "annotation" else "characterizes"
                self._refer(made, about, kind)
        return self._made[key]

    def _refer(self, owner: MISPObject, related: MISPObject, kind: str, name: str = "") -> None:
        key = uuid_of("misp", owner.uuid, related.uuid, kind, name)
        if key not in self._references:
            self._references.add(key)
            owner.add_reference(related.uuid, kind, comment=plain(name), uuid=key)


def _verdict(item: Identified, policy: Policy) -> Verdict | None:
    """Return the verdict on an object, None for what is not judged."""
    is_judged = item.type in _JUDGED and not isinstance(item, Descriptor)
    return policy.judge(cast(Judged, item)) if is_judged else None


def _made(item: Identified, verdict: Verdict | None) -> MISPObject | None:
    """Return the object of MISP for an object with a verdict, None for nothing."""
    if item.type == "analysis":
        template, attributes = "virustotal-report", _report(item, verdict)
    else:
        kind = collection_kind(item)
        template, fill = _COLLECTIONS.get(kind) or _TEMPLATES.get(item.type, _ANNOTATION)
        attributes = fill(item)
    made = _filled(template, item, attributes) or _filled("annotation", item, _annotation(item))
    is_bad = template in ("sigma", "yara") or (verdict is not None and verdict.level in _BAD)
    for each in made.attributes if made else ():
        if not is_bad or each.object_relation == "filename":
            each.to_ids = False
    return made


def _filled(template: str, item: Identified, attributes: _Attributes) -> MISPObject | None:
    """Return an object by an official template, None if what it cannot be without is not there.

    Args:
        template: the name of the template.
        item: what it stands for.
        attributes: the names and values of its attributes; those without a value are left out. The
            first one is what it cannot be without.
    """
    made = MISPObject(template, strict=True)
    made.uuid = uuid_of("misp", template, item.type, item.id)
    for name, value in dict.fromkeys(attributes):
        value = plain(value).strip("\0 \t\n\r\f\v") if isinstance(value, str) else value
        if value is not None and value != "":
            key = uuid_of("misp", made.uuid, name, str(value))
            made.add_attribute(name, value=value, uuid=key)
        elif not made.attributes:
            return None
    return made if made.attributes else None


# --- what each type becomes ----------------------------------------------------------------------


def _report(item: Identified, verdict: Verdict | None) -> _Attributes:
    yield "permalink", getattr(item, "permalink", None)
    stats = getattr(item, "stats", None)
    counts = [getattr(stats, name, 0) for name in _CATEGORIES]
    yield "detection-ratio", f"{sum(counts[:2])}/{sum(counts)}" if sum(counts) else None
    yield "community-score", attribute(item, "reputation")
    yield "first-submission", attribute(item, "first_submission_date")
    yield "last-submission", attribute(item, "last_submission_date")
    yield "comment", explained(verdict) if verdict else None


def _file(item: Identified) -> _Attributes:
    found = hashes_of(item)
    yield from found.items()
    if found:
        for name in (attribute(item, "meaningful_name"), *(attribute(item, "names") or ())):
            yield "filename", name
        yield "size-in-bytes", attribute(item, "size")
        yield "vhash", attribute(item, "vhash")
        yield "authentihash", attribute(item, "authentihash")
        yield "imphash", getattr(attribute(item, "pe_info"), "imphash", None)
        yield "telfhash", attribute(item, "telfhash")


def _url(item: Identified) -> _Attributes:
    yield "url", attribute(item, "url")
    yield "first-seen", attribute(item, "first_submission_date")
    yield "last-seen", attribute(item, "last_submission_date")
    yield "text", attribute(item, "title")


def _domain(item: Identified) -> _Attributes:
    yield "domain", name_of(item.id)
    yield "first-seen", attribute(item, "first_seen_itw_date")
    yield "last-seen", attribute(item, "last_seen_itw_date")
    yield "registration-date", attribute(item, "creation_date")


def _ip_address(item: Identified) -> _Attributes:
    yield "ip", str(address_of(item.id) or "")
    yield "first-seen", attribute(item, "first_seen_itw_date")
    yield "last-seen", attribute(item, "last_seen_itw_date")


def _resolution(item: Identified) -> _Attributes:
    if found := resolved(item):
        yield "domain", found[0]
        yield "ip", str(found[1])
        yield "last-seen", attribute(item, "date")


def _ssl_cert(item: Identified) -> _Attributes:
    found = hashes(sha1=attribute(item, "thumbprint"), sha256=item.id)
    for name, value in found.items():
        yield f"x509-fingerprint-{name}", value
    if found:
        yield "serial-number", attribute(item, "serial_number")
        yield "issuer", distinguished_name(attribute(item, "issuer"))
        yield "subject", distinguished_name(attribute(item, "subject"))


def _behaviour(item: Identified) -> _Attributes:
    yield "product", attribute(item, "sandbox_name")
    yield "result", sandbox_result(item)
    yield "end_time", attribute(item, "analysis_date")


def _intrusion_set(item: Identified) -> _Attributes:
    yield "name", attribute(item, "name") or item.id
    yield "description", attribute(item, "description")
    for alias in attribute(item, "alt_names", "aliases") or ():
        yield "aliases", alias
    yield "first_seen", attribute(item, "first_seen", "first_seen_date")
    yield "last_seen", attribute(item, "last_seen", "last_seen_date")


def _malware(item: Identified) -> _Attributes:
    yield "name", attribute(item, "name") or item.id
    yield "is_family", True
    yield "description", attribute(item, "description")
    for alias in attribute(item, "alt_names") or ():
        yield "alias", alias
    yield "first_seen", attribute(item, "first_seen")
    yield "last_seen", attribute(item, "last_seen")


def _vulnerability(item: Identified) -> _Attributes:
    yield "id", attribute(item, "cve_id", "name") or item.id
    yield "description", attribute(item, "description")


def _collection(item: Identified) -> _Attributes:
    yield "title", attribute(item, "name")
    yield "summary", attribute(item, "description", "executive_summary")
    yield "type", collection_kind(item)


def _attack_technique(item: Identified) -> _Attributes:
    yield "id", item.id
    yield "name", attribute(item, "name")
    yield "summary", attribute(item, "description")
    yield "references", attribute(item, "link")


def _reference(item: Identified) -> _Attributes:
    yield "title", attribute(item, "title", "url")
    yield "link", attribute(item, "url")
    yield "summary", attribute(item, "description")


def _annotation(item: Identified) -> _Attributes:
    if not isinstance(item, Descriptor):
        text = attribute(item, "text") if item.type == "comment" else None
        yield "text", text or facts_of(item)
        yield "creation-date", attribute(item, "date")


def _rules(item: Identified) -> _Attributes:
    kind, rules = rules_of(item)
    yield kind, rules
    yield f"{kind}-rule-name", attribute(item, "name", "title")


def _graph(item: Identified) -> _Attributes:
    yield "permalink", f"https://www.virustotal.com/graph/{item.id}"
    yield "comment", getattr(attribute(item, "graph_data"), "description", None)


def _submission(item: Identified) -> _Attributes:
    yield "submitter-id", attribute(item, "source_key")
    yield "date", attribute(item, "date")
    yield "country", attribute(item, "country")
    yield "city", attribute(item, "city")
    yield "filename", attribute(item, "name")


def _whois(item: Identified) -> _Attributes:
    fields = attribute(item, "whois_map") or {}
    yield "text", "\n".join(f"{name}: {value}" for name, value in fields.items())
    yield "registrar", attribute(item, "registrar_name")


def _identity(item: Identified) -> _Attributes:
    # Its attributes are what an account is set to, with its key: nothing to pass on.
    yield "name", item.id
    yield "identity_class", IDENTITY_CLASSES[item.type]


_ANNOTATION: Final = ("annotation", _annotation)
_TEMPLATES: Final[dict[str, tuple[str, Callable[[Identified], _Attributes]]]] = {
    "attack_technique": ("attack-pattern", _attack_technique),
    "collection": ("report", _collection),
    "domain": ("domain-ip", _domain),
    "file": ("file", _file),
    "file_behaviour": ("malware-analysis", _behaviour),
    "graph": ("virustotal-graph", _graph),
    "group": ("identity", _identity),
    "hunting_ruleset": ("yara", _rules),
    "ip_address": ("domain-ip", _ip_address),
    "private_file": ("file", _file),
    "private_file_behaviour": ("malware-analysis", _behaviour),
    "private_url": ("url", _url),
    "reference": ("report", _reference),
    "resolution": ("domain-ip", _resolution),
    "retrohunt_job": ("yara", _rules),
    "service_account": ("identity", _identity),
    "sigma_rule": ("sigma", _rules),
    "ssl_cert": ("x509", _ssl_cert),
    "submission": ("virustotal-submission", _submission),
    "threat_actor": ("intrusion-set", _intrusion_set),
    "url": ("url", _url),
    "user": ("identity", _identity),
    "whois": ("whois", _whois),
    "yara_rule": ("yara", _rules),
    "yara_ruleset": ("yara", _rules),
}
# Collections of these kinds have templates of their own.
_COLLECTIONS: Final = {
    "malware-family": ("malware", _malware),
    "threat-actor": ("intrusion-set", _intrusion_set),
    "vulnerability": ("vulnerability", _vulnerability),
}
