"""The names given to `relationships=`: a list, or refused before anything is sent."""

from typing import Any

import pytest

from tests.support import OBJECTS, Server
from vt_sdk import InvalidInputError


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
