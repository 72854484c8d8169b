"""The command `extract`: indicators in texts, and where they stand."""

import builtins
from pathlib import Path
from typing import Any

import pytest

from tests.support import SHA256
from vt_sdk.indicators import find

from .support import Command

TEXT = f"""Seen at evil[.]com:
it loads hxxp://bad.example.com/x?y=1, then invoice.zip,
{SHA256}; EVIL.com and 1.2.3.4 (mail to a@b.com).
"""
VALUES = ["evil.com", "http://bad.example.com/x?y=1", SHA256, "1.2.3.4"]


def test_each_value_stands_once_on_a_line(vt: Command, tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text(TEXT)
    for arguments, stdin in (([str(path)] * 2, b""), (["-"], TEXT.encode())):
        outcome = vt("extract", *arguments, stdin=stdin)
        assert (outcome.code, outcome.err) == (0, "")
        assert outcome.out.splitlines() == VALUES


@pytest.mark.slow
def test_other_forms_have_all_places(vt: Command, tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text(TEXT)
    found = vt("extract", str(path), "--format", "json").json
    assert found == vt("extract", str(path), "-f", "jsonl").json_lines
    assert [(each["line"], each["value"]) for each in found] == [
        *((1, VALUES[0]), (2, VALUES[1]), (3, VALUES[2]), (3, "evil.com"), (3, VALUES[3])),
    ]
    for each, place in zip(found, find(TEXT), strict=True):
        assert TEXT[each["start"] : each["end"]] == each["text"] == place.indicator.text
        assert (each["input"], each["kind"]) == (str(path), place.indicator.kind)
    table = vt("extract", str(path), "-f", "table").out.splitlines()
    assert table[1].split() == ["2", "url", VALUES[1]]
    heading, *lines = vt("extract", str(path), "-f", "csv").out.splitlines()
    assert heading == "input,kind,value,text,line,start,end"
    assert len(lines) == 5


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "latin-1"])
def test_texts_of_any_encoding(vt: Command, tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes("Größe: evil[.]com\r\n1.2.3.4".encode(encoding))
    assert vt("extract", str(path)).out.splitlines() == ["evil.com", "1.2.3.4"]
    assert [each["line"] for each in vt("extract", str(path), "-f", "json").json] == [1, 2]


def test_nothing_found_and_nothing_there(vt: Command, tmp_path: Path) -> None:
    (tmp_path / "empty").write_bytes(b"")
    assert vt("extract", str(tmp_path / "empty")).out == ""
    assert vt("extract", str(tmp_path / "empty"), "-f", "json").out == "[]\n"
    outcome = vt("extract", str(tmp_path / "nowhere"), "-", stdin=b"1.2.3.4")
    assert (outcome.code, outcome.out) == (2, "1.2.3.4\n")
    assert outcome.error == f"{tmp_path / 'nowhere'}: No such file or directory"


def test_what_it_finds_can_be_looked_up(vt: Command) -> None:
    found = vt("extract", "-", stdin=b"it is 192.0.2.1 and malware[.]example.com")
    looked_up = vt("lookup", stdin=found.out.encode())
    assert looked_up.code == 0
    assert len(looked_up.out.splitlines()) == 3


def test_without_its_extra_it_says_so(vt: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without(name: str, *rest: Any) -> Any:
        if name == "tldextract":
            raise ImportError("No module named 'tldextract'")
        return real(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without)
    outcome = vt("extract", "-", stdin=b"evil.com")
    assert outcome.code == 2
    assert 'pip install ".[indicators]"' in outcome.error


def test_what_may_be_a_file_is_what_is_assumed(vt: Command) -> None:
    text = b"It loads invoice.zip from evil.com."
    assert vt("extract", "-", stdin=text).out == "evil.com\n"
    assert vt("extract", "-", "--assume", "domain", stdin=text).out == "invoice.zip\nevil.com\n"
