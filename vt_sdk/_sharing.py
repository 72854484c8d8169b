"""What the exchange formats share: the objects of an input and what is related to them.

What is made of them is the same for the same input: names are UUIDs of version 5 and no clock is
asked.
"""

import json
import re
import uuid
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from ipaddress import IPv4Address, IPv6Address, ip_address
from typing import Any, Final, NamedTuple, TypeAlias

from vt_sdk import models
from vt_sdk.core.identifiers import host_of
from vt_sdk.core.model import SECRETS, VTModel, json_path
from vt_sdk.core.objects import Descriptor, Identified, VTObject
from vt_sdk.enrichment import Enrichment
from vt_sdk.errors import InvalidInputError
from vt_sdk.verdicts import Verdict

__all__ = [
    "IDENTITY_CLASSES",
    "Key",
    "Relation",
    "Shareable",
    "Sharing",
    "address_of",
    "attribute",
    "collection_kind",
    "descriptor",
    "distinguished_name",
    "explained",
    "facts_of",
    "hashes",
    "hashes_of",
    "name_of",
    "plain",
    "resolved",
    "rules_of",
    "sandbox_result",
    "shared",
    "stricter",
    "subject_of",
    "uuid_of",
]

# The names of all that has no rule of its own for them; it must never change.
_NAMESPACE: Final = uuid.UUID("40d233a8-a25a-4002-a2e9-7968d18c364c")

_HEXADECIMAL: Final = {"md5": "[0-9a-f]{32}", "sha1": "[0-9a-f]{40}", "sha256": "[0-9a-f]{64}"}
_HASHES: Final = {
    **_HEXADECIMAL,
    "ssdeep": "[a-z0-9/+:.]{1,128}",
    "tlsh": "[0-9a-f]{70}",
}

_STRICTNESS: Final = {"green": 1, "amber": 2, "amber+strict": 3, "red": 4}

# How the ids of some types tell what they are about: by a letter for the kind and the id of it, or
# by the SHA-256 of a file.
_ABOUT_ANY: Final = re.compile(r"([dfiu])-(.+)-[^-]+")
_ABOUT_TYPES: Final = {"d": "domain", "f": "file", "i": "ip_address", "u": "url"}
_WITH_LETTER: Final = ("analysis", "comment", "submission", "vote")
_ABOUT_FILE: Final = re.compile(r"([0-9a-f]{64})(?:[_-].*)?", re.DOTALL)
_WITH_HASH: Final = (
    *("file_behaviour", "monitor_analysis", "monitor_hash", "monitor_hash_comment"),
    *("private_file_behaviour", "sigma_analysis"),
)

IDENTITY_CLASSES: Final = {"group": "group", "service_account": "system", "user": "individual"}
"""What kind of identity the types of accounts are."""

Key: TypeAlias = tuple[str, str]
"""The type and the id of an object."""

Shareable: TypeAlias = Identified | Enrichment[Any]
"""An object, or one that was enriched."""


class Relation(NamedTuple):
    """An object, the name of a relationship that was loaded along with it, and what is in there."""

    source: Key
    name: str
    target: Identified


@dataclass(slots=True)
class Sharing:
    """The objects of an input, each once, and all that is related to them."""

    objects: dict[Key, Identified] = field(default_factory=dict)
    relations: list[Relation] = field(default_factory=list)

    def add(self, item: Identified) -> None:
        """Add an object, in the place of one with its id unless it is a mere descriptor."""
        key = (item.type, item.id)
        if key not in self.objects or isinstance(item, VTObject):
            self.objects[key] = item
        if isinstance(item, VTObject):
            for name, relationship in item.relationships.by_name().items():
                data = relationship.data
                self.relate(item, name, data if isinstance(data, list) else [data])
            if item.type == "graph":  # what it shows is no relationship to the service
                nodes = ((node.type, node.entity_id) for node in attribute(item, "nodes") or ())
                self.relate(item, "nodes", (descriptor(*node) for node in nodes if all(node)))

    def relate(self, item: Identified, name: str, related: Iterable[Identified | None]) -> None:
        """Add what is in a relationship of an object, if there is something."""
        for target in related:
            if target is not None and _is_there(target):
                target = _taken_apart(target, item) if target.type == "resolution" else target
                self.relations.append(Relation((item.type, item.id), name, target))


def shared(objects: Shareable | Iterable[Shareable]) -> Sharing:
    """Return the objects of an input, without errors in places of them, and what is related.

    Args:
        objects: an object, a page, or any iterable of objects, which is read once. Of one that
            comes twice the last is taken, and an object before a descriptor of it.

    Raises:
        InvalidInputError: something is no object of the service, or has no type.
    """
    found = Sharing()
    for given in (objects,) if isinstance(objects, Identified | Enrichment) else objects:
        item = given.object if isinstance(given, Enrichment) else given
        if not isinstance(item, Identified):
            raise InvalidInputError(f"{type(item).__name__} is no object of the service")
        if not getattr(item, "type", None):
            raise InvalidInputError(f"{item!r} came without its type")
        if not _is_there(item):
            continue
        found.add(item)
        if isinstance(given, Enrichment):
            for name, came in given.relationships.items():
                related = [came] if isinstance(came, VTObject) else came
                related = related if isinstance(related, Sequence) else ()
                found.relate(item, name, related)
                for target in filter(_is_there, related):
                    found.add(target)
    return found


def _taken_apart(item: Identified, owner: Identified) -> Identified:
    """Return a resolution with what its id says: the address and the name, one behind the other."""
    match owner.type:
        case "ip_address" if item.id.startswith(owner.id):
            address, name = owner.id, item.id.removeprefix(owner.id)
        case "domain" if item.id.endswith(owner.id):
            address, name = item.id.removesuffix(owner.id), owner.id
        case _:
            return item
    said = {"ip_address": address, "host_name": name}
    return models.Resolution.model_validate({"type": item.type, "id": item.id, "attributes": said})


def _is_there(item: Identified) -> bool:
    """Return whether something is an object of which type and id came, and no error instead."""
    return item.error is None and bool(getattr(item, "type", None) and getattr(item, "id", None))


def attribute(item: Identified, *names: str) -> Any:
    """Return the first attribute of an object that came and holds something, None without any."""
    attributes = getattr(item, "attributes", None)
    return next((value for name in names if (value := getattr(attributes, name, None))), None)


def hashes(**found: str | None) -> dict[str, str]:
    """Return the hashes that are such, by the names that files have them under."""
    return {
        name: value.lower() if name in _HEXADECIMAL else value
        for name, value in found.items()
        if value and re.fullmatch(_HASHES[name], value, re.IGNORECASE)
    }


def hashes_of(item: Identified) -> dict[str, str]:
    """Return the hashes of a file."""
    found = {name: attribute(item, name) for name in _HASHES}
    found["sha256"] = item.id
    found["tlsh"] = (found["tlsh"] or "").removeprefix("T1")  # its version, which few expect
    return hashes(**found)


def name_of(text: str) -> str | None:
    """Return a domain name in ASCII, None for what is none."""
    try:
        host = host_of(plain(text))
    except ValueError:
        return None
    return host if isinstance(host, str) else None


def address_of(text: str) -> IPv4Address | IPv6Address | None:
    """Return an IP address, None for what is none."""
    try:
        found = ip_address(text)
    except ValueError:
        return None
    return None if getattr(found, "scope_id", None) else found


def resolved(item: Identified) -> tuple[str, IPv4Address | IPv6Address] | None:
    """Return the domain and the address of a resolution, None where they are not known."""
    name = name_of(attribute(item, "host_name") or "")
    address = address_of(attribute(item, "ip_address") or "")
    return (name, address) if name and address else None


def subject_of(item: Identified) -> Descriptor | None:
    """Return what an analysis, a comment or the like is about, None where it does not tell."""
    if item.type in _WITH_HASH and (found := _ABOUT_FILE.fullmatch(item.id)):
        return descriptor("file", found[1])
    if item.type in _WITH_LETTER and (found := _ABOUT_ANY.fullmatch(item.id)):
        return descriptor(_ABOUT_TYPES[found[1]], found[2])
    kind, key = attribute(item, "entity_type"), attribute(item, "entity_id")  # of notifications
    return descriptor(kind, key) if kind and key else None


def descriptor(kind: str, key: str) -> Descriptor:
    """Return an object of which the type and the id are known."""
    return Descriptor.model_validate({"type": kind, "id": key})


def collection_kind(item: Identified) -> str:
    """Return what a collection describes, such as `campaign`; empty for all else."""
    if item.type != "collection":
        return ""
    # The ids of those that GTI made begin with it, more or less.
    kind: str = attribute(item, "collection_type") or item.id.rpartition("--")[0]
    return {"malware": "malware-family"}.get(kind, kind)


def sandbox_result(item: Identified) -> str:
    """Return what a behaviour report says of its file: `malicious`, `benign` or `unknown`."""
    said = {*(attribute(item, "verdicts") or ())} - {"UNKNOWN_VERDICT"}
    return "malicious" if said - {"CLEAN"} else "benign" if said else "unknown"


def distinguished_name(name: Any) -> str:
    """Return whom a certificate names, such as `C=US, CN=example.com`."""
    return ", ".join(f"{key}={value}" for key, value in name or () if isinstance(value, str))


def stricter(tlp: str, item: Identified) -> str:
    """Return the stricter mark of TLP: a given one, or an object's own."""
    own = str(attribute(item, "tlp")).lower().removeprefix("tlp:")
    return max(tlp, own, key=lambda mark: _STRICTNESS.get(mark, 0))


def explained(verdict: Verdict) -> str:
    """Return a verdict, and on a line of its own each thing that speaks for it."""
    lines = [str(verdict)]
    for reason in verdict.reasons:
        for each in reason.evidence:
            said = ": ".join(filter(None, (each.category, each.detail)))
            lines.append(f"- {reason.kind}: {each.source}" + (said and f" ({said})"))
    return "\n".join(lines)


def facts_of(item: Identified) -> str:
    """Return what is known of an object: its type and id, and on a line of its own each value."""
    parts = (getattr(item, name, {}) for name in ("attributes", "context_attributes"))
    lines = (f"{path}: {value}" for part in parts for path, value in _values(part))
    return "\n".join((f"{item.type} {item.id}", *lines))


def _values(value: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """Yield path and value of what came and is no secret."""
    if isinstance(value, VTModel | dict):
        for name, inner in dict(value).items():
            if name not in SECRETS:
                yield from _values(inner, json_path(path, name))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _values(inner, json_path(path, index))
    elif value is not None:
        yield path, value


def rules_of(item: Identified) -> tuple[str, str | None]:
    """Return the kind of rules that an object holds, `sigma` or `yara`, and their text.

    Of a Sigma rule the service gives the parts; together they are JSON, which is YAML too.
    """
    if item.type != "sigma_rule":
        return "yara", attribute(item, "rules", "rule")
    detection = attribute(item, "detection", "detections")
    if not getattr(detection, "condition", None):
        return "sigma", None
    names = ("title", "status", "description", "references", "author", "tags", "fields", "level")
    rule = {name: value for name in names if (value := attribute(item, name))}
    rule["falsepositives"] = attribute(item, "false_positives") or []
    rule["logsource"] = {name: of for name, of in attribute(item, "log_source") or () if of}
    patterns = {name: _pattern(text) for name, text in detection.details.items()}
    rule["detection"] = {**patterns, "condition": detection.condition}
    return "sigma", json.dumps(rule, indent=2)


def _pattern(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError:
        return text


def plain(text: str) -> str:
    """Return a text as it can be written in UTF-8: JSON may hold halves of characters."""
    return text.encode(errors="replace").decode()


def uuid_of(*parts: str) -> str:
    """Return the UUID that stands for some texts in this order."""
    return str(uuid.uuid5(_NAMESPACE, plain("\0".join(parts))))
