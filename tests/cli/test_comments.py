"""The command `comments`."""

from itertools import count
from pathlib import Path

import pytest

from tests.support import SHA256, Answer, Recorded, Server, json_answer
from vt_sdk import InvalidInputError
from vt_sdk.cli.inputs import Kind, named
from vt_sdk.emulator import Emulator

from .support import Command


def test_newest_first_and_ten_of_them(vt: Command) -> None:
    outcome = vt("comments", SHA256)
    assert outcome.code == 0
    heads = [line for line in outcome.out.splitlines() if line.startswith("20")]
    assert len(heads) == 10
    assert heads == sorted(heads, reverse=True)
    assert heads[0].endswith("  +1 -0")
    assert "  Seen in a #training course.\n  Not a threat.\n" in outcome.out


@pytest.mark.parametrize(("limit", "expected"), [(1, 1), (26, 26), (1000, 26)])
def test_limit_is_the_total(vt: Command, limit: int, expected: int) -> None:
    outcome = vt("comments", SHA256, "--json", "--limit", str(limit))
    assert outcome.code == 0
    assert len(outcome.json_lines) == expected


def _endless(numbers: "count[int]") -> Answer:
    number = next(numbers)
    comments = [
        {"type": "comment", "id": f"d-{number}-{place}", "attributes": {"text": "x"}}
        for place in range(40)
    ]
    return json_answer(comments, meta={"cursor": f"after-{number}"})


def test_limit_goes_over_pages(scripted: Command, server: Server) -> None:
    numbers = count()
    server.default = lambda request: _endless(numbers)
    outcome = scripted("comments", "example.com", "--limit", "90", "--json")
    assert len({document["id"] for document in outcome.json_lines}) == 90
    assert [request.query for request in server.requests] == [
        "limit=40",
        "limit=40&cursor=after-0",
        "limit=40&cursor=after-1",
    ]


def test_page_that_fails_comes_after_those_that_did_not(scripted: Command, server: Server) -> None:
    server.play(_endless(count()))
    outcome = scripted("comments", "example.com", "--limit", "90", "--json")
    assert outcome.code == 3
    *found, failed = outcome.json_lines
    assert len(found) == 40
    assert (failed["input"], failed["error"]["exit_code"]) == ("example.com", 3)
    assert "not found" in outcome.error


@pytest.mark.parametrize(
    ("target", "options"),
    [
        ("192.0.2.1", []),
        ("example.com", []),
        ("http://example.com/", []),
        ("aHR0cDovL2V4YW1wbGUuY29tLw", ["--type", "url"]),
        (SHA256, ["--type", "file"]),
    ],
)
def test_kinds(vt: Command, target: str, options: list[str]) -> None:
    outcome = vt("comments", target, "--json", "--limit", "2", *options)
    assert outcome.code == 0
    assert len(outcome.json_lines) == 2


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("a" * 64, Kind.FILE),
        ("192.0.2.1", Kind.IP),
        ("2001:db8::1", Kind.IP),
        ("http://192.0.2.1/", Kind.URL),
        ("example.com", Kind.DOMAIN),
    ],
)
def test_what_is_named(text: str, kind: Kind) -> None:
    assert named(text) == (kind, text)


def test_defanged_names(vt: Command, emulator: Emulator) -> None:
    assert vt("comments", "EXAMPLE[.]com", "--limit", "1").code == 0
    assert emulator.calls[0].path.endswith("/domains/example.com/comments")


@pytest.mark.parametrize(
    "text",
    ["", ".", "a" * 41, "word", "a.exe", "invoice.zip", "./a.exe", "a b.c", r"C:\a.exe", "a@b.c"],
)
def test_what_is_not_guessed(text: str) -> None:
    with pytest.raises(InvalidInputError, match="--type"):
        named(text)


def test_kind_that_cannot_be_told(vt: Command, emulator: Emulator) -> None:
    outcome = vt("comments", "word")
    assert outcome.code == 2
    assert outcome.error == "word: cannot tell what this is; say so with --type"
    assert not emulator.calls


def test_local_file(vt: Command, emulator: Emulator, tmp_path: Path) -> None:
    path = tmp_path / "readme.txt"
    path.write_text("Nothing to see here.\n")
    assert len(vt("comments", str(path), "--type", "file", "--json").json_lines) == 2
    assert [call.method for call in emulator.calls] == ["GET"]


def test_none_yet(vt: Command) -> None:
    assert vt("comments", "example.org").out == "No comments.\n"
    assert vt("comments", "example.org", "--json").out == ""


def test_adding_one(vt: Command) -> None:
    outcome = vt("comments", "example.org", "--add", "A #test\nof two lines")
    assert outcome.code == 0
    assert outcome.out.endswith("  A #test\n  of two lines\n")
    added = vt("comments", "example.org", "--add", "Second", "--json")
    assert added.json["attributes"]["text"] == "Second"
    listed = vt("comments", "example.org", "--json")
    assert listed.json_lines[0] == added.json


def test_empty_one_is_refused(vt: Command, emulator: Emulator) -> None:
    outcome = vt("comments", "example.org", "--add", "  ")
    assert (outcome.code, outcome.error) == (2, "--add needs a text")
    assert not emulator.calls


def test_one_that_may_have_been_posted(scripted: Command, server: Server) -> None:
    server.play(Answer(reset=True))
    outcome = scripted("comments", "example.org", "--add", "Hello")
    assert outcome.code == 8
    assert outcome.error.endswith("the comment may have been posted all the same")
    assert len(server.requests) == 1


EVIL = (
    "[bold red]m[/] [/nothing] :smile: \x1b[31mred\x1b[0m \x07\x9b2J\x08 \u202etxt.exe \ttab\rover"
)


def test_text_of_others_is_printed_as_text(vt: Command) -> None:
    assert vt("comments", "example.org", "--add", EVIL).code == 0
    outcome = vt("comments", "example.org")
    expected = (
        r"  [bold red]m[/] [/nothing] :smile: \x1b[31mred\x1b[0m \x07\x9b2J\x08 \u202etxt.exe"
        r"     tab\rover"
    )
    assert outcome.out.splitlines()[-1] == expected
    assert vt("comments", "example.org", "--json").json["attributes"]["text"] == EVIL


def test_entry_that_is_an_error(scripted: Command, server: Server) -> None:
    def answer(request: Recorded) -> Answer:
        error = {"code": "NotFoundError", "message": "It is \x1b[1mgone"}
        return json_answer(
            [
                {"type": "comment", "id": "d-a", "error": error},
                {"type": "comment", "id": "d-b", "error": {"code": "NotFoundError"}},
                {"type": "comment", "id": "d-c"},
            ]
        )

    server.default = answer
    outcome = scripted("comments", "example.org")
    assert outcome.code == 0
    assert outcome.out.splitlines() == [
        r"d-a: It is \x1b[1mgone",
        "",
        "d-b: NotFoundError",
        "",
        "d-c",
    ]
    assert scripted("comments", "example.org", "--json").json_lines[0]["error"]["code"]
