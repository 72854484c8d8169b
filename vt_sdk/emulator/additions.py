"""Objects that somebody describes: what engines say of them, and whatever else a report holds.

For tests and demonstrations that need a file of seven detections, or a domain of a certain
registrar. Everything that is not said is made up as for any other object.
"""

import base64
import binascii
import hashlib
import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final

from vt_sdk.emulator.backend import Backend
from vt_sdk.emulator.identifiers import canonical_url, normal_domain, normal_ip, url_sha256
from vt_sdk.emulator.messages import Upload
from vt_sdk.emulator.reports import known_domain, known_ip, new_file, new_url
from vt_sdk.emulator.store import Item
from vt_sdk.emulator.verdicts import HARMLESS, MALICIOUS, SUSPICIOUS, digest, exact_results

__all__ = ["add_object", "add_object_from_json"]


def add_object(
    backend: Backend,
    object_type: str,
    named: bytes | str,
    *,
    malicious: int,
    suspicious: int,
    attributes: Mapping[str, Any],
) -> str:
    """Add an object, in place of the one of the same identifier, and return that.

    Args:
        backend: what learns of it.
        object_type: `file`, `url`, `domain` or `ip_address`.
        named: its content or SHA-256, its URL, name or address.
        malicious: how many engines call it malicious.
        suspicious: how many engines call it suspicious.
        attributes: further attributes, or other values for those that would be made up.

    Raises:
        ValueError: that cannot be, or the document of the API does not allow it.
    """
    _check(backend, object_type, attributes)
    item = _MAKERS[object_type](backend, named, attributes)
    date = attributes.get("last_analysis_date") or backend.now()
    flags = {"malicious": malicious, "suspicious": suspicious}
    try:
        verdicts = exact_results(item.type, item.id, date, **flags)
    except (OverflowError, OSError) as error:  # what the system has for a date too far away
        raise ValueError(f"last_analysis_date: {error}") from None
    item.verdict = MALICIOUS if malicious else SUSPICIOUS if suspicious else HARMLESS
    item.data |= {"last_analysis_date": date, "last_analysis_results": verdicts, **attributes}
    with backend.store.transaction():
        backend.store.delete_analyses(item.type, item.id)
        backend.store.put_item(item)
        for name in ("md5", "sha1"):
            if object_type == "file":
                backend.store.put_alias(str(item.data[name]), item.id)
    return item.id


def _check(backend: Backend, object_type: str, attributes: Mapping[str, Any]) -> None:
    """Raise ValueError for attributes that no object of a type has."""
    try:
        # Half a surrogate pair is no text that could be answered.
        json.dumps(attributes, ensure_ascii=False, allow_nan=False).encode("utf-8")
    except (TypeError, ValueError) as error:
        raise ValueError(f"attributes: {error}") from None
    schema = backend.document.object_schema(object_type)
    described = {"type": object_type, "id": "", "attributes": attributes}
    if schema and (violation := backend.document.violation(schema, described)):
        raise ValueError(f"no {object_type} of the API: {violation}")


def add_object_from_json(backend: Backend, document: object) -> str:
    """Add an object that came over the wire, and return its identifier.

    Raises:
        ValueError: the document does not have the form, or says what cannot be.
    """
    if not isinstance(document, dict) or not set(document) <= set(_FORM):
        raise ValueError(f"an object is described by some of: {', '.join(_FORM)}")
    given = {name: document.get(name, default) for name, default in _FORM.items()}
    for name, default in _FORM.items():
        if type(given[name]) is not type(default):
            raise ValueError(f"{name} has the wrong type")
    if given["type"] not in _MAKERS:
        raise ValueError(f"type: expected one of {', '.join(_MAKERS)}")
    named: bytes | str = given["id"]
    if "content" in document:
        try:
            named = base64.b64decode(given["content"], validate=True)
        except binascii.Error:
            raise ValueError("content is not base64") from None
    return add_object(
        backend,
        given["type"],
        named,
        malicious=given["malicious"],
        suspicious=given["suspicious"],
        attributes=given["attributes"],
    )


_FORM: Final[Mapping[str, Any]] = {
    "type": "",
    "id": "",
    "content": "",
    "malicious": 0,
    "suspicious": 0,
    "attributes": {},
}


def _file(backend: Backend, named: bytes | str, attributes: Mapping[str, Any]) -> Item:
    if isinstance(named, bytes):
        sha256 = hashlib.sha256(named).hexdigest()
        md5 = hashlib.md5(named, usedforsecurity=False).hexdigest()
        sha1 = hashlib.sha1(named, usedforsecurity=False).hexdigest()
        backend.store.content_path(sha256).write_bytes(named)
        upload = Upload("", Path(), len(named), md5, sha1, sha256, named[:4096])
    else:
        sha256 = named.lower()
        if len(sha256) != 64 or not set(sha256) <= set("0123456789abcdef"):
            raise ValueError("a file is added by its content or by its SHA-256")
        made_up = digest("hashes", sha256).hex()
        upload = Upload("", Path(), 0, made_up[:32], made_up[:40], sha256, b"")
    item = new_file(upload, backend.now())
    item.data |= {"times_submitted": 1, "unique_sources": 1}
    if names := attributes.get("names"):
        item.data["meaningful_name"] = names[0]
    return item


def _url(backend: Backend, named: bytes | str, attributes: Mapping[str, Any]) -> Item:
    canonical = canonical_url(_text(named))
    if canonical is None:
        raise ValueError(f"not a URL: {named!r:.100}")
    item = new_url(canonical, url_sha256(canonical), backend.now())
    item.data["times_submitted"] = 1
    return item


def _domain(backend: Backend, named: bytes | str, attributes: Mapping[str, Any]) -> Item:
    name = normal_domain(_text(named))
    if name is None:
        raise ValueError(f"not a domain name: {named!r:.100}")
    return known_domain(name)


def _ip_address(backend: Backend, named: bytes | str, attributes: Mapping[str, Any]) -> Item:
    address = normal_ip(_text(named))
    if address is None:
        raise ValueError(f"not an IP address: {named!r:.100}")
    return known_ip(address)


def _text(named: bytes | str) -> str:
    if isinstance(named, bytes):
        raise ValueError("only files have content")
    return named


_MAKERS: Final[dict[str, Callable[[Backend, bytes | str, Mapping[str, Any]], Item]]] = {
    "file": _file,
    "url": _url,
    "domain": _domain,
    "ip_address": _ip_address,
}
