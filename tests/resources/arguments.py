"""Arguments for every method of every operation, made from its signature."""

import base64
import inspect
import io
import json
import types
import typing
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any

from tests.schemas.test_documents import OPERATIONS, SCHEMAS
from vt_sdk import VirusTotal
from vt_sdk.query import Condition

__all__ = ["EICAR", "RELATIONSHIPS", "arguments"]

EICAR = "275a021bbfb6489e54d471899f7db9d1663fc695ec2fe2a2c4538aabf651fd0f"

RELATIONSHIPS = {
    "files": "contacted_domains",
    "urls": "network_location",
    "domains": "resolutions",
    "ip_addresses": "resolutions",
    "analyses": "item",
    "comments": "item",
}

# What steers the client and is never sent.
CONTROLS = {"max_bytes", "max_gaps", "on_broken", "on_progress", "wait_s"}


def feed_minute() -> dict[str, Any]:
    return {"start": yesterday(), "end": None, "cursor": None}


def yesterday() -> datetime:
    return datetime.now(UTC) - timedelta(days=1)


# Arguments that follow neither from a name nor from a type.
SPECIAL: dict[str, Callable[[], dict[str, Any]]] = {
    "add_collection_items": lambda: {"collection_id": "some-id", "files": [EICAR]},
    "remove_collection_items": lambda: {"collection_id": "some-id", "files": [EICAR]},
    "add_collection_subscription_preferences": lambda: {
        "collection_id": "some-id",
        "daily_email": True,
    },
    "create_collection": lambda: {"name": "some name", "files": [EICAR]},
    "update_collection": lambda: {"collection_id": "some-id", "name": "another name"},
    "create_reference": lambda: {"url": "https://www.example.org/report"},
    "update_reference": lambda: {"reference_id": "some-id", "title": "another title"},
    "create_monitor_item": lambda: {
        "file_path": b"content",
        "path": "/folder/file",
        "item_id": None,  # in place of the path
    },
    "add_monitor_hash_comment": lambda: {"sha256": EICAR, "text": "ours", "engine": "Engine A"},
    "update_monitor_comment": lambda: {"comment_id": f"{EICAR}-Engine A", "text": "ours"},
    "delete_all_hunting_rulesets": lambda: {"user_name": "emulator-premium"},
    "add_dtm_alert_attachments": lambda: {"alert_id": "some-id", "files": [b"content"]},
    "create_dtm_monitor": lambda: {"name": "some name", "doc_condition": Condition.lucene("x")},
    "update_dtm_monitor": lambda: {
        "monitor_id": "some-id",
        "doc_condition": Condition.lucene("x"),
    },
    "replace_dtm_monitor": lambda: {
        "monitor_id": "some-id",
        "name": "some name",
        "doc_condition": Condition.lucene("x"),
    },
    "get_resolution": lambda: {"resolution_id": "192.0.2.1example.com"},
    "get_file_feed_minute": feed_minute,
    "get_url_feed_minute": feed_minute,
    "get_domain_feed_minute": feed_minute,
    "get_ip_address_feed_minute": feed_minute,
    "get_file_behaviour_feed_minute": feed_minute,
}


def first_relationship(tag: str) -> str:
    """Return a relationship of the object type that a group is about."""
    kinds = {
        o.get("x-vt-relationships-of") for _, _, o in OPERATIONS.values() if o["tags"] == [tag]
    }
    (kind,) = kinds - {None}
    schema = json.loads((SCHEMAS / "objects" / f"{kind}.json").read_bytes())
    return str(min(schema["x-vt-relationships"]))


def arguments(client: VirusTotal, name: str, *, everything: bool = False) -> dict[str, Any]:
    """Return a value for each argument of an operation's method that must be given, or for all."""
    special = SPECIAL[name]() if name in SPECIAL else {}
    if special and not everything:
        return special
    _, _, operation = OPERATIONS[name]
    (tag,) = operation["tags"]
    method = getattr(getattr(client, tag), operation["x-vt-method"])
    values: dict[str, Callable[[], object]] = {
        "file_id": lambda: EICAR,
        "url_id": lambda: "http://malware.example/",
        "domain": lambda: "example.com",
        "ip_address": lambda: "192.0.2.1",
        "object_id": lambda: client.files.analyse(EICAR).id,
        "comment_id": lambda: client.files.put_comments(EICAR, "my own").id,
        "sandbox_id": lambda: f"{EICAR}_Glass Box",
        "relationship": lambda: RELATIONSHIPS.get(tag) or first_relationship(tag),
        "target": io.BytesIO,
        "sha256": lambda: EICAR,
        "time": yesterday,
        "package_id": yesterday,
        "token": lambda: base64.urlsafe_b64encode(EICAR.encode()).decode(),
        "hashes": lambda: [EICAR],
        "text": lambda: "a #comment",
        "verdict": lambda: "positive",
        "user_id": lambda: "emulator-premium",
        "group_id": lambda: "emulator-group",
        "url": lambda: "http://www.example.org/new",
        "file_path": lambda: b"some content",
        "files": lambda: [EICAR],
        "urls": lambda: ["http://malware.example/"],
        "domains": lambda: ["example.com"],
        "ip_addresses": lambda: ["192.0.2.1"],
        "interaction_timeout": lambda: 60,
        "life": lambda: "10m",
        **dict.fromkeys(("fg1", "bg1", "bg2", "bd1"), lambda: "00ff7F"),
    }
    hints = typing.get_type_hints(method)
    parameters = list(inspect.signature(method).parameters.values())[:-1]  # without the options
    wanted = [
        p.name
        for p in parameters
        # Of ids by type some must be given.
        if everything or p.default in (inspect.Parameter.empty, ()) or p.name == "relationship"
    ]
    if method.__name__.startswith("update"):  # changes of which one must be given
        wanted += [p.name for p in parameters if p.kind is p.KEYWORD_ONLY][:1]
    return {
        name: values[name]() if name in values else some(hints[name], name, everything)
        for name in wanted
        if name not in special.keys() | CONTROLS
    } | special


def some(hint: Any, name: str, everything: bool) -> Any:
    """Return a value of a type."""
    origin, parts = typing.get_origin(hint), typing.get_args(hint)
    if origin is typing.Literal:
        return parts[0]
    if origin is Sequence:
        return [some(parts[0], name, everything)]
    if origin in (typing.Union, types.UnionType, typing.Required):
        return some(parts[0], name, everything)
    if origin is Mapping:
        return {f"some-{name}": some(parts[1], name, everything)} if everything else {}
    if typing.is_typeddict(hint):
        fields = typing.get_type_hints(hint, include_extras=True)
        return {
            key: some(field, key, everything)
            for key, field in fields.items()
            if everything or typing.get_origin(field) is typing.Required
        }
    moment = datetime(2026, 1, 2, 3, 4, tzinfo=UTC)
    given = {int: 1, float: 1.5, bool: True, datetime: moment, date: moment.date()}
    return given.get(hint, f"some-{name}")
