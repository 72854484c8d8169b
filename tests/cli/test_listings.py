"""The commands `search` and `relationships`."""

import csv
import io
from typing import Any

import pytest

from tests.support import SHA256, Server, error_answer, json_answer
from vt_sdk.emulator import Emulator
from vt_sdk.enrichment import relationships_of

from .support import Command

DOMAIN = "malware.example"


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


@pytest.fixture
def premium(emulator: Emulator) -> Command:
    """Return the command with a key of the premium tier."""
    return Command(emulator.base_url, emulator.premium_key)


# --- search --------------------------------------------------------------------------------------


def test_search_shows_what_is_found(vt: Command) -> None:
    outcome = vt("search", SHA256)
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.splitlines()[1].split() == ["flagged", "62/65", "file", SHA256, "eicar.com"]
    assert [each["id"] for each in vt("search", SHA256, "-f", "json").json] == [SHA256]
    assert vt("search", SHA256, "-f", "text").out == vt("file", SHA256).out


def test_search_that_finds_nothing_says_so(vt: Command) -> None:
    for form, out in (("table", "Nothing found.\n"), ("json", "[]\n"), ("jsonl", ""), ("csv", "")):
        outcome = vt("search", "#nobody-has-this", "-f", form)
        assert (outcome.code, outcome.out) == (0, out)


def test_search_of_all_that_is_held_needs_a_premium_key(vt: Command, premium: Command) -> None:
    refused = vt("search", "--intelligence", "type:txt")
    assert refused.code == 5
    assert refused.out.splitlines()[1].split()[:2] == ["failed", "type:txt"]
    assert premium("search", "--intelligence", "entity:file").code == 0


def test_search_sends_what_is_asked_for(scripted: Command, server: Server) -> None:
    server.default = json_answer([])
    scripted("search", "a b&c", "--limit", "100")
    assert server.last.target.endswith("/search?query=a%20b%26c&limit=40")
    scripted("search", "x", "--intelligence", "--order", "size-", "--limit", "500")
    assert server.last.target.endswith("/intelligence/search?query=x&order=size-&limit=300")
    outcome = scripted("search", "x", "--order", "size-")
    assert (outcome.code, outcome.error) == (2, "--order goes with --intelligence")


def test_a_search_goes_on_where_it_ended(vt: Command, emulator: Emulator) -> None:
    for number in range(5):
        emulator.client().domains.put_comments(DOMAIN, f"number {number} #tag")
    first = vt("search", "#tag", "--limit", "2", "-f", "csv")
    (line,) = first.err.splitlines()
    assert line.startswith("note: there is more: --cursor ")
    rest = vt("search", "#tag", "--cursor", line.rpartition(" ")[2], "-f", "csv")
    assert rest.err == ""
    names = [row["name"] for row in rows(first.out) + rows(rest.out)]
    assert names == [f"number {number} #tag" for number in (4, 3, 2, 1, 0)]


# --- relationships -------------------------------------------------------------------------------


def test_without_a_name_the_names_are_shown_and_nothing_is_sent(
    vt: Command, emulator: Emulator
) -> None:
    known = relationships_of("domain")
    outcome = vt("relationships", "malware[.]example")
    assert [line.split()[:2] for line in outcome.out.splitlines()] == [
        [name, facts.tier] for name, facts in known.items()
    ]
    (first, *_) = vt("relationships", DOMAIN, "--format", "json").json
    assert first == {
        "name": "associations",
        "tier": "premium",
        "description": known["associations"].description,
    }
    assert [row["name"] for row in rows(vt("relationships", DOMAIN, "-f", "csv").out)] == [*known]
    assert emulator.calls == []


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ((DOMAIN, "kinds"), "domain has no relationship 'kinds'; there are: associations"),
        ((DOMAIN, "subdomian"), "domain has no relationship 'subdomian'; did you mean subdomains?"),
        (("rubbish", "votes"), "rubbish: not an indicator"),
        (("invoice.zip", "votes"), "invoice.zip: may be a domain or the name of a file"),
    ],
)
def test_what_cannot_be_is_refused(
    vt: Command, emulator: Emulator, arguments: Any, words: str
) -> None:
    outcome = vt("relationships", *arguments)
    assert outcome.code == 2
    assert outcome.error.startswith(words)
    assert emulator.calls == []


def test_a_relationship_is_a_line_for_each_object(vt: Command, emulator: Emulator) -> None:
    for number in range(3):
        emulator.client().domains.put_comments(DOMAIN, f"number {number}")
    outcome = vt("relationships", "malware[.]example", "comments", "--limit", "2", "-f", "csv")
    assert [(row["kind"], row["name"]) for row in rows(outcome.out)] == [
        ("comment", "number 2"),
        ("comment", "number 1"),
    ]
    assert "there is more: --cursor" in outcome.err
    text = vt("relationships", DOMAIN, "comments", "-f", "text")
    assert text.out == vt("comments", DOMAIN).out
    (found,) = vt("relationships", DOMAIN, "resolutions", "-f", "json").json
    assert found["type"] == "resolution"
    shown = vt("relationships", DOMAIN, "resolutions", "-f", "text").out
    assert shown.splitlines()[0] == f"resolution {found['id']}"


def test_one_object_none_and_a_refusal(vt: Command, scripted: Command, server: Server) -> None:
    assert vt("relationships", DOMAIN, "parent").out == "Nothing found.\n"
    server.play(json_answer({"type": "domain", "id": "example", "attributes": {}}))
    assert [row["id"] for row in rows(scripted("relationships", DOMAIN, "parent", "-f", "csv").out)]
    server.play(error_answer(403, "ForbiddenError"), error_answer(404, "NotFoundError"))
    assert scripted("relationships", DOMAIN, "urls").code == 5
    assert scripted("relationships", DOMAIN, "urls").code == 3


def test_an_entry_that_is_an_error_has_its_line(scripted: Command, server: Server) -> None:
    error = {"code": "NotFoundError", "message": "Gone."}
    server.play(json_answer([{"type": "file", "id": SHA256, "error": error}]))
    (row,) = rows(scripted("relationships", DOMAIN, "communicating_files", "-f", "csv").out)
    assert (row["id"], row["status"], row["error"]) == (SHA256, "failed", "Gone.")
