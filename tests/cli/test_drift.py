"""The command `drift`, which sends nothing."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

from vt_sdk import drift

from .support import Command


def _captured(folder: Path, name: str, **attributes: Any) -> str:
    path = folder / name
    document = {"data": {"type": "file", "id": "00", "attributes": attributes}}
    path.write_text(json.dumps(document), "utf-8")
    return str(path)


def test_what_is_new_and_what_does_not_fit(vt: Command, tmp_path: Path) -> None:
    first = _captured(tmp_path, "first.json", mood="x", size="12")
    second = _captured(tmp_path, "second.json", mood=1)
    outcome = vt("drift", first, second)
    assert outcome.code == 0
    assert outcome.out.splitlines() == [
        "     2 x unknown file attributes.mood: integer, string",
        "     1 x misfit  file attributes.size: string",
        "2 documents, 2 differences",
    ]


def test_json_is_the_report_as_programs_get_it(vt: Command, tmp_path: Path) -> None:
    captured = _captured(tmp_path, "one.json", mood={"Ünruly": "secret"}, size="12")
    outcome = vt("drift", "--json", captured)
    report = drift([Path(captured).read_bytes()])
    assert len(report.findings) == 3
    assert outcome.out == report.to_json() + "\n"
    assert outcome.json == {
        "documents": 1,
        "findings": [{**asdict(f), "kinds": list(f.kinds)} for f in report.findings],
    }
    assert outcome.json["findings"][1] == {
        "problem": "unknown",
        "object_type": "file",
        "path": "attributes.mood",
        "kinds": ["object"],
        "count": 1,
    }


def test_json_without_a_difference(vt: Command, tmp_path: Path) -> None:
    outcome = vt("drift", "--json", _captured(tmp_path, "known.json", size=12))
    assert outcome.json == {"documents": 1, "findings": []}


def test_no_difference(vt: Command, tmp_path: Path) -> None:
    outcome = vt("drift", _captured(tmp_path, "known.json", size=12))
    assert (outcome.code, outcome.out) == (0, "1 documents, no difference\n")


def test_it_goes_on_after_a_bad_file(vt: Command, tmp_path: Path) -> None:
    broken = tmp_path / "broken.json"
    broken.write_text("<html>", "utf-8")
    good = _captured(tmp_path, "good.json", mood="x")
    outcome = vt("drift", str(broken), str(tmp_path / "missing.json"), good)
    assert outcome.code == 2
    assert len(outcome.err.splitlines()) == 2
    assert "     1 x unknown file attributes.mood: string" in outcome.out
    document = vt("drift", str(broken), good, "--json").json
    assert document["documents"] == 1
    (failed,) = document["errors"]
    assert (failed["input"], failed["error"]["exit_code"]) == (str(broken), 2)


def test_what_was_captured_is_shown_safely(vt: Command, tmp_path: Path) -> None:
    outcome = vt("drift", _captured(tmp_path, "hostile.json", **{"[red]\x1b[31m": 1}))
    assert "\x1b" not in outcome.out
    assert "[red]" in outcome.out


def test_what_other_commands_print_is_read_line_by_line(vt: Command, tmp_path: Path) -> None:
    printed = vt("domain", "example.com", "a b", "example.org", "--json").out
    assert len(printed.splitlines()) == 3
    one = vt("domain", "example.com", "--json").out
    known = tmp_path / "known.json"
    for text, documents in ((printed, 2), (one, 1), (one.replace("\n", ""), 1)):
        known.write_text(text, "utf-8")
        assert vt("drift", str(known)).out == f"{documents} documents, no difference\n"
    (tmp_path / "empty").mkdir()
    (tmp_path / "empty" / "nothing").touch()
    known.write_text(printed + vt("scan", str(tmp_path / "empty"), "--json").out, "utf-8")
    assert vt("drift", str(known)).out == "2 documents, no difference\n"


def test_lines_with_something_new_and_a_broken_one(vt: Command, tmp_path: Path) -> None:
    lines = [
        {"input": "x", "type": "file", "id": "00", "attributes": {"mood": 1, "input": "y"}},
        {"data": {"type": "file", "id": "01", "attributes": {"mood": "z"}}, "input": "new"},
    ]
    path = tmp_path / "lines.json"
    path.write_text("\n\n".join(map(json.dumps, lines)) + '\n{"data": {"ty', "utf-8")
    outcome = vt("drift", str(path))
    assert outcome.code == 2
    assert outcome.error.startswith(f"{path}:4: ")
    assert "     2 x unknown file attributes.mood: integer, string" in outcome.out
    assert "     1 x unknown file attributes.input: string" in outcome.out
    assert outcome.out.endswith("2 documents, 2 differences\n")


def test_the_standard_input_is_read_as_well(vt: Command) -> None:
    printed = vt("domain", "malware.example", "example.com", "--json", "--policy", "default").out
    outcome = vt("drift", "-", stdin=printed.encode())
    assert (outcome.code, outcome.out) == (0, "2 documents, no difference\n")
