"""The command `diff`: files and look-ups, one report against another."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.support import KEY, SHA256, Answer, Server, json_answer

from .support import Command

OLD = {"Quiet": {"category": "undetected", "result": None}}
NEW = {"Quiet": {"category": "malicious", "result": "a\x1b[2J"}, "[red]New": {"category": "odd"}}


def _document(results: dict[str, Any], **others: Any) -> dict[str, Any]:
    attributes = {"last_analysis_results": results, **others}
    return {"type": "domain", "id": "example.com", "attributes": attributes}


def _saved(path: Path, document: Any) -> str:
    path.write_text(document if isinstance(document, str) else json.dumps(document), "utf-8")
    return str(path)


def _answer(results: dict[str, Any], **others: Any) -> Answer:
    return json_answer(_document(results, **others))


@pytest.fixture
def old(tmp_path: Path) -> str:
    return _saved(tmp_path / "old.json", _document(OLD, tags=["a"], reputation=1))


def test_a_kept_report_and_the_present_one(scripted: Command, server: Server, old: str) -> None:
    server.play(_answer(NEW, tags=["b"]))
    outcome = scripted("diff", old, "example[.]com")
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.splitlines() == [
        "domain example.com",
        "  engine    before      after",
        "  Quiet     undetected  malicious (a\\x1b[2J)",
        "  [red]New  none        odd",
        "  tags: +b, -a",
        "  reputation: 1 → none",
    ]


def test_changes_as_json(scripted: Command, server: Server, old: str) -> None:
    server.play(_answer(NEW))
    document = scripted("diff", old, "example.com", "--json").json
    assert [document["type"], document["id"]] == ["domain", "example.com"]
    assert [each["name"] for each in document["engines"]] == ["Quiet", "[red]New"]
    assert document["tags"] == {"name": "tags", "added": [], "removed": ["a"]}


@pytest.mark.parametrize(
    "command",
    [
        ("domain", "malware.example", "--json", "--policy", "strict"),
        ("lookup", "malware.example", "--format", "json", "--policy", "strict"),
        ("lookup", "malware.example", "--format", "jsonl"),
    ],
)
def test_what_other_commands_print_is_read(
    vt: Command, tmp_path: Path, command: tuple[str, ...]
) -> None:
    printed = vt(*command).out
    kept = _saved(tmp_path / "kept.json", printed)
    outcome = vt("diff", kept, "-", stdin=printed.encode())
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out == "domain malware.example\n  nothing has changed\n"
    same = vt("diff", "malware.example", "malware.example", "--json")
    assert same.code == 0
    assert same.json["engines"] == same.json["attributes"] == []


def test_two_files_need_no_key(tmp_path: Path, old: str) -> None:
    nobody = Command("http://127.0.0.1:9", KEY)
    assert nobody("diff", old, old, VT_API_KEY="").code == 0


def test_changes_are_compared_by_what_came(scripted: Command, server: Server, old: str) -> None:
    """That the service has no more results is a change as well."""
    server.play(_answer({}))
    assert "Quiet   undetected  none" in scripted("diff", old, "example.com").out


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "not JSON"),
        ("[]", "one report, found 0"),
        ("[1]", "not an object"),
        ('{"data": "text"}', "expected a report"),
        ('{"data": []}', "expected a report"),
        ('{"type": "domain", "id": "other.example"}', "cannot compare different objects"),
        ('{"type": "domain", "id": "a"}\n{"type": "domain", "id": "b"}', "one report, found 2"),
        ('{"input": "a", "error": {"code": "NotFoundError"}}', "one report, found 0"),
    ],
)
@pytest.mark.parametrize("options", [[], ["--json"]])
def test_what_cannot_be_compared(
    vt: Command, tmp_path: Path, old: str, text: str, problem: str, options: list[str]
) -> None:
    outcome = vt("diff", old, _saved(tmp_path / "new.json", text), *options)
    assert outcome.code == 2
    assert problem in outcome.error
    if options:
        assert outcome.json["error"]["exit_code"] == 2


@pytest.mark.parametrize(
    ("arguments", "code", "problem"),
    [
        (["-", "-"], 2, "the standard input holds one report"),
        (["malware.example"], 2, "Missing argument"),
        (["malware.example", "invoice.zip"], 2, "may be a domain or the name of a file"),
        (["malware.example", "."], 2, "Is a directory"),
        (["0" * 32, SHA256], 3, "not found"),
    ],
)
def test_what_is_not_there(vt: Command, arguments: list[str], code: int, problem: str) -> None:
    outcome = vt("diff", *arguments)
    assert outcome.code == code
    assert problem in outcome.err
