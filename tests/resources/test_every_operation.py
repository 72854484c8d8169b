"""Every operation of the document, called through its method, against the emulator."""

import base64
import inspect
import io
import json
import re
import types
import typing
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any
from urllib.parse import unquote

import pytest

from tests.schemas.test_documents import BY_HAND, OPERATIONS, SCHEMAS, expected_result
from vt_sdk import Descriptor, ForbiddenError, Page, VirusTotal, VTObject
from vt_sdk.core.objects import Received
from vt_sdk.emulator import Emulator

EICAR = "275a021bbfb6489e54d471899f7db9d1663fc695ec2fe2a2c4538aabf651fd0f"

RELATIONSHIPS = {
    "files": "contacted_domains",
    "urls": "network_location",
    "domains": "resolutions",
    "ip_addresses": "resolutions",
    "analyses": "item",
    "comments": "item",
}


def first_relationship(tag: str) -> str:
    """Give a relationship of the object type that a group is about."""
    kinds = {
        o.get("x-vt-relationships-of") for _, _, o in OPERATIONS.values() if o["tags"] == [tag]
    }
    (kind,) = kinds - {None}
    schema = json.loads((SCHEMAS / "objects" / f"{kind}.json").read_bytes())
    return str(min(schema["x-vt-relationships"]))


# Arguments that follow neither from a name nor from a type.
SPECIAL: dict[str, Callable[[], dict[str, Any]]] = {
    "add_collection_items": lambda: {"collection_id": "some-id", "files": [EICAR]},
    "remove_collection_items": lambda: {"collection_id": "some-id", "files": [EICAR]},
    "create_collection": lambda: {"name": "some name", "files": [EICAR]},
    "update_collection": lambda: {"collection_id": "some-id", "name": "another name"},
    "create_reference": lambda: {"url": "https://www.example.org/report"},
    "update_reference": lambda: {"reference_id": "some-id", "title": "another title"},
    "create_monitor_item": lambda: {"file_path": b"content", "path": "/folder/file"},
    "add_monitor_hash_comment": lambda: {"sha256": EICAR, "text": "ours", "engine": "Engine A"},
    "update_monitor_comment": lambda: {"comment_id": f"{EICAR}-Engine A", "text": "ours"},
    "delete_all_hunting_rulesets": lambda: {"user_name": "emulator-premium"},
    "get_resolution": lambda: {"resolution_id": "192.0.2.1example.com"},
}
# Operations of which there is more to see than one request and its answer.
ELSEWHERE = {
    "get_widget_html",  # under another root, without the key: test_widget
    "get_file_feed_minute",  # an iterator over many of them: test_feeds
    "get_url_feed_minute",
    "get_domain_feed_minute",
    "get_ip_address_feed_minute",
    "get_file_behaviour_feed_minute",
}
NAMES = [name for name in OPERATIONS if name not in ELSEWHERE]


def arguments(client: VirusTotal, tag: str, method: Any) -> dict[str, Any]:
    """Give a value for each argument that must be given."""
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
        "time": lambda: datetime.now(UTC) - timedelta(days=1),
        "token": lambda: base64.urlsafe_b64encode(EICAR.encode()).decode(),
        "hashes": lambda: [EICAR],
        "text": lambda: "a #comment",
        "verdict": lambda: "positive",
        "user_id": lambda: "emulator-premium",
        "group_id": lambda: "emulator-group",
        "url": lambda: "http://www.example.org/new",
        "file_path": lambda: b"some content",
    }
    hints = typing.get_type_hints(method)
    parameters = list(inspect.signature(method).parameters.values())[:-1]  # without the options
    wanted = [
        p.name
        for p in parameters
        # Of ids by type some must be given.
        if p.default in (inspect.Parameter.empty, ()) or p.name == "relationship"
    ]
    if method.__name__.startswith("update"):  # changes of which one must be given
        wanted += [p.name for p in parameters if p.kind is p.KEYWORD_ONLY][:1]
    return {
        name: values[name]() if name in values else some(hints[name], tag, name) for name in wanted
    }


def some(hint: Any, tag: str, name: str) -> Any:
    """Give a value of a type."""
    if typing.get_origin(hint) is typing.Literal:
        return typing.get_args(hint)[0]
    if typing.get_origin(hint) is Sequence:
        return [some(typing.get_args(hint)[0], tag, name)]
    if typing.get_origin(hint) in (typing.Union, types.UnionType):
        return some(typing.get_args(hint)[0], tag, name)
    if typing.get_origin(hint) is Mapping:
        return {}
    if typing.is_typeddict(hint):
        fields = typing.get_type_hints(hint, include_extras=True)
        return {
            key: some(typing.get_args(field)[0], tag, key)
            for key, field in fields.items()
            if typing.get_origin(field) is typing.Required
        }
    moment = datetime(2026, 1, 2, 3, 4, tzinfo=UTC)
    given = {str: f"some-{name}", int: 1, bool: True, datetime: moment, date: moment.date()}
    return given[hint]


@pytest.mark.parametrize("name", NAMES)
def test_an_operation(emulator: Emulator, name: str) -> None:
    verb, path, operation = OPERATIONS[name]
    (tag,) = operation["tags"]
    with emulator.client(premium=True) as client:
        group = getattr(client, tag)
        method = getattr(group, operation["x-vt-method"])
        special = SPECIAL.get(name)
        given = special() if special else arguments(client, tag, method)
        before = len(emulator.calls)
        result = method(**given)
        assert group.get_last_result() is result
        assert group.get_last_http_error() == group.HTTP_OK
    call = emulator.calls[before]
    assert call.method == verb
    assert call.has_key
    shape = re.sub(r"\\{\w+\\}", "([^/]+)", re.escape(f"/api/v3{path}"))
    match = re.fullmatch(shape, call.path.replace(" ", "%20"))
    assert match is not None, call.path
    for parameter, segment in zip(re.findall(r"{(\w+)}", path), match.groups(), strict=True):
        if parameter != "url_id" and isinstance(given.get(parameter), str):
            assert unquote(segment) == given[parameter]
    expected = BY_HAND.get(name, expected_result(operation))
    if expected is None:
        kind: type[Any] = Descriptor if operation.get("x-vt-descriptors") else VTObject
        for item in result if isinstance(result, Page) else [result]:
            assert isinstance(item, kind) or (item is None and tag not in RELATIONSHIPS)
    elif typing.get_origin(expected) is Page:
        assert isinstance(result, Page)
        assert all(isinstance(item, typing.get_args(expected)[0]) for item in result)
    elif typing.get_origin(expected) is list:
        assert all(isinstance(item, str) for item in result)
    else:
        assert type(result) is expected
    if isinstance(result, (Received, Page)):
        assert result.issues == ()
        assert result.unknown_fields() == []
        assert result.response is not None
        assert result.response.status == 200


@pytest.mark.parametrize("name", [n for n in NAMES if OPERATIONS[n][2]["x-vt-tier"] == "premium"])
def test_a_premium_operation_with_a_public_key(emulator: Emulator, name: str) -> None:
    _, _, operation = OPERATIONS[name]
    (tag,) = operation["tags"]
    with emulator.client() as client:
        group = getattr(client, tag)
        method = getattr(group, operation["x-vt-method"])
        special = SPECIAL.get(name)
        given = special() if special else arguments(client, tag, method)
        with pytest.raises(ForbiddenError):
            method(**given)
        assert group.get_last_http_error() == group.HTTP_FORBIDDEN_ERROR
        assert group.get_last_result() is None
