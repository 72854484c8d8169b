"""References: what goes over the wire to make and change them."""

from datetime import UTC, datetime
from typing import Any

import pytest

from tests.resources.support import refused
from tests.support import SHA256, Server, json_answer
from vt_sdk import models

REFERENCE = {"type": "reference", "id": "r", "attributes": {"title": "t"}}
PAGE = "https://blog.example/post"
MOMENT = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)


def test_create(server: Server) -> None:
    server.default = json_answer(REFERENCE)
    create = server.client().references.create
    made = create(
        PAGE,
        title="t",
        author="a",
        creation_date=MOMENT,
        files=[SHA256],
        urls=["http://example.com/"],
    )
    assert type(made) is models.Reference
    assert (server.last.method, server.last.target) == ("POST", "/api/v3/references")
    assert server.last.json() == {
        "data": {
            "type": "reference",
            "attributes": {
                "url": PAGE,
                "title": "t",
                "author": "a",
                "creation_date": int(MOMENT.timestamp()),
            },
            "relationships": {
                "files": {"data": [{"type": "file", "id": SHA256}]},
                "urls": {"data": [{"type": "url", "url": "http://example.com/"}]},
            },
        }
    }
    create(PAGE)
    assert server.last.json() == {"data": {"type": "reference", "attributes": {"url": PAGE}}}


def test_update(server: Server) -> None:
    server.default = json_answer(REFERENCE)
    update = server.client().references.update
    assert type(update("r", title="")) is models.Reference
    assert (server.last.method, server.last.target) == ("PATCH", "/api/v3/references/r")
    assert server.last.json() == {"data": {"type": "reference", "attributes": {"title": ""}}}
    update("r", ip_addresses=["192.0.2.1"], domains=["example.com"])
    assert server.last.json()["data"] == {
        "type": "reference",
        "relationships": {
            "domains": {"data": [{"type": "domain", "id": "example.com"}]},
            "ip_addresses": {"data": [{"type": "ip_address", "id": "192.0.2.1"}]},
        },
    }


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ({"url": "not a url"}, "URL"),
        ({"url": ""}, "url: expected a non-empty text"),
        ({"title": 5}, "title"),
        ({"author": ["a"]}, "author"),
        ({"creation_date": MOMENT.replace(tzinfo=None)}, "creation_date: .*time zone"),
        ({"creation_date": "2026-01-02"}, "creation_date"),
        ({"files": ["x"]}, "files"),
        ({"domains": "example.com"}, "domains"),
    ],
)
def test_bad_arguments(server: Server, arguments: dict[str, Any], words: str) -> None:
    references: Any = server.client().references
    with refused(server, words):
        references.create(**{"url": PAGE, **arguments})
    with refused(server, words):
        references.update("r", **arguments)


def test_what_is_needed(server: Server) -> None:
    references: Any = server.client().references
    with refused(server):
        references.create(None)
    with refused(server, "nothing to change"):
        references.update("r")
