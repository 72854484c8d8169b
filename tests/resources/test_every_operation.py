"""Every operation of the document, called through its method, against the emulator."""

import inspect
import re
from collections.abc import Callable
from typing import Any
from urllib.parse import unquote

import pytest

from tests.schemas.test_documents import OPERATIONS, expected_result
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
        "relationship": lambda: RELATIONSHIPS[tag],
        "text": lambda: "a #comment",
        "verdict": lambda: "positive",
        "user_id": lambda: "emulator-premium",
        "group_id": lambda: "emulator-group",
        "url": lambda: "http://www.example.org/new",
        "file_path": lambda: b"some content",
    }
    return {
        parameter.name: values[parameter.name]()
        for parameter in inspect.signature(method).parameters.values()
        if (parameter.default is inspect.Parameter.empty or parameter.name == "relationship")
        and parameter.kind is not inspect.Parameter.VAR_KEYWORD
    }


@pytest.mark.parametrize("name", OPERATIONS)
def test_an_operation(emulator: Emulator, name: str) -> None:
    verb, path, operation = OPERATIONS[name]
    (tag,) = operation["tags"]
    with emulator.client(premium=True) as client:
        group = getattr(client, tag)
        method = getattr(group, operation["x-vt-method"])
        given = arguments(client, tag, method)
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
        if parameter != "url_id":
            assert unquote(segment) == given[parameter]
    expected = expected_result(operation)
    if expected is None:
        kind: type[Any] = Descriptor if operation.get("x-vt-descriptors") else VTObject
        for item in result if isinstance(result, Page) else [result]:
            assert isinstance(item, kind)
    elif getattr(expected, "__origin__", None) is Page:
        assert isinstance(result, Page)
        assert all(isinstance(item, expected.__args__[0]) for item in result)
    else:
        assert type(result) is expected
    if isinstance(result, (Received, Page)):
        assert result.issues == ()
        assert result.unknown_fields() == []
        assert result.response is not None
        assert result.response.status == 200


@pytest.mark.parametrize(
    "name", [n for n, (_, _, o) in OPERATIONS.items() if o["x-vt-tier"] == "premium"]
)
def test_a_premium_operation_with_a_public_key(emulator: Emulator, name: str) -> None:
    _, _, operation = OPERATIONS[name]
    (tag,) = operation["tags"]
    with emulator.client() as client:
        group = getattr(client, tag)
        method = getattr(group, operation["x-vt-method"])
        given = arguments(client, tag, method)
        with pytest.raises(ForbiddenError):
            method(**given)
        assert group.get_last_http_error() == group.HTTP_FORBIDDEN_ERROR
        assert group.get_last_result() is None
