"""Relationships by name: lists of names that are asked for along, and the tier that one needs."""

from typing import Any

import pytest

from tests.loops import Loop, client_of
from tests.support import OBJECTS, Server
from vt_sdk import ForbiddenError, InvalidInputError
from vt_sdk.emulator import Emulator


@pytest.mark.parametrize("group", OBJECTS)
@pytest.mark.parametrize("wrong", ["comments", 5, {"comments": True}, [5]])
def test_what_is_no_list_of_names_is_refused(server: Server, group: str, wrong: Any) -> None:
    calls = getattr(server.client(), group)
    asked = OBJECTS[group]
    for method, argument in ((calls.get_report, asked), (calls.get_reports, [asked])):
        with pytest.raises(InvalidInputError, match="relationships") as caught:
            method(argument, relationships=wrong)
        assert ("a list, such as ['comments']" in caught.value.message) == (wrong == "comments")
    assert server.requests == []


@pytest.mark.parametrize("method", ["get_relationship", "get_relationship_descriptors"])
def test_a_refusal_says_that_the_relationship_needs_another_key(
    emulator: Emulator, loop: Loop | None, method: str
) -> None:
    emulator.add_domain("evil.example")
    with client_of(emulator, loop) as public:
        ask = getattr(public.domains, method)
        ask("evil.example", "resolutions")
        for name in ("urls", "/urls"):
            with pytest.raises(ForbiddenError, match=r" \(urls needs a premium key\)$"):
                ask("evil.example", name)
    with client_of(emulator, loop, premium=True) as premium:
        getattr(premium.domains, method)("evil.example", "urls")
