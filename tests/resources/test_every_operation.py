"""Every operation of the document, called through its method, against the emulator."""

import re
import typing
from typing import Any
from urllib.parse import unquote

import pytest

from tests.loops import Loop, client_of
from tests.resources.arguments import RELATIONSHIPS, arguments
from tests.schemas.test_documents import BY_HAND, OPERATIONS, expected_result
from vt_sdk import Descriptor, ForbiddenError, Page, VTObject, parse_page
from vt_sdk.core.objects import Received
from vt_sdk.emulator import Emulator

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


def assert_same(found: Page[Any], expected: Page[Any]) -> None:
    assert [*map(type, found)] == [*map(type, expected)]
    assert [item.to_dict() for item in found] == [item.to_dict() for item in expected]
    assert found.to_dict() == expected.to_dict()


@pytest.mark.parametrize("name", NAMES)
def test_an_operation(emulator: Emulator, loop: Loop | None, name: str) -> None:
    verb, path, operation = OPERATIONS[name]
    (tag,) = operation["tags"]
    # An error knows nothing of the kind of the client: once is enough.
    if loop is None and operation["x-vt-tier"] == "premium":
        with client_of(emulator, loop) as client:
            group = getattr(client, tag)
            with pytest.raises(ForbiddenError, match=f"{name} needs a premium key"):
                getattr(group, operation["x-vt-method"])(**arguments(client, name))
            assert group.get_last_http_error() == group.HTTP_FORBIDDEN_ERROR
            assert group.get_last_result() is None
    with client_of(emulator, loop, premium=True) as client:
        group = getattr(client, tag)
        method = getattr(group, operation["x-vt-method"])
        given = arguments(client, name)
        before = len(emulator.calls)
        result = method(**given)
        if loop is None:  # each call of the bridge is a task that has ended
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
        (kind,) = typing.get_args(expected)
        assert isinstance(result, Page)
        assert all(isinstance(item, kind) for item in result)
        if isinstance(kind, type):  # an answer that was kept is read without the request
            for kept in (result.to_dict(), result.to_json().encode()):
                assert_same(parse_page(kept, kind), result)
    elif typing.get_origin(expected) is list:
        assert all(isinstance(item, str) for item in result)
    else:
        assert type(result) in (typing.get_args(expected) or [expected])
    if isinstance(result, (Received, Page)):
        assert result.issues == ()
        assert result.unknown_fields() == []
        assert result.response is not None
        assert result.response.status == 200
