"""The command `lookup`: indicators of any kind, from arguments, files and stdin, in every form."""

import csv
import io
import json
import os
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.support import SHA256, Server, error_answer, json_answer
from vt_sdk import VirusTotal
from vt_sdk.emulator import Emulator
from vt_sdk.indicators import classify

from .support import Command

URL = "hxxp://malware[.]example/"
LINES = [SHA256, URL, "malware[.]example", "192.0.2.1", "invoice.zip", "rubbish", "cd" * 32]
KINDS = ["file", "url", "domain", "ip_address", "", "", "file"]
STATUSES = [*["found"] * 4, "invalid", "invalid", "not_found"]


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


@pytest.fixture
def listing(tmp_path: Path) -> str:
    """Write a file with an indicator of each kind, and two lines that are none."""
    path = tmp_path / "indicators.txt"
    path.write_text("# what was seen\n\n" + "\n".join(LINES))
    return str(path)


def test_a_table_has_a_line_for_each(vt: Command, listing: str) -> None:
    outcome = vt("lookup", listing)
    assert outcome.code == 2
    heading, *lines = outcome.out.splitlines()
    assert heading.split() == ["state", "engines", "kind", "input"]
    assert lines[0].split() == ["flagged", "62/65", "file", SHA256, "eicar.com"]
    assert lines[1].split() == ["flagged", "18/70", "url", URL, "malware.example"]
    assert lines[3].startswith("clean            0/70  ip_address  192.0.2.1  ")
    assert lines[4].split()[:2] == ["invalid", "invoice.zip"]
    assert lines[4].endswith("; --assume says which")
    assert lines[5].split() == ["invalid", "rubbish", "not", "an", "indicator"]
    assert len(lines) == len(LINES)
    # What went wrong stands in the table, so it is not said again.
    assert outcome.err == "7 inputs: 3 flagged, 1 clean, 1 unknown, 2 failed\n"


def test_csv_keeps_each_input_beside_what_came_of_it(vt: Command, listing: str) -> None:
    outcome = vt("lookup", listing, "--format", "csv")
    found = rows(outcome.out)
    assert [row["input"] for row in found] == LINES
    assert [row["kind"] for row in found] == KINDS
    assert [row["status"] for row in found] == STATUSES
    assert (found[0]["malicious"], found[0]["undetected"]) == ("62", "3")
    assert found[0]["analysed_at"] == "2024-10-27T00:00:00+00:00"
    assert found[5]["error"] == "not an indicator"
    assert outcome.code == 2


@pytest.mark.parametrize("form", ["json", "jsonl"])
def test_json_is_what_the_service_sent_with_the_input(
    vt: Command, emulator: Emulator, listing: str, form: str
) -> None:
    outcome = vt("lookup", listing, "-f", form)
    found = outcome.json if form == "json" else outcome.json_lines
    assert [each["input"] for each in found] == LINES
    assert [each.get("error", {}).get("exit_code") for each in found] == [*[None] * 4, 2, 2, 3]
    sent = emulator.client().domains.get_report("malware.example").to_dict()
    assert found[2] == {"input": LINES[2], **sent}


def test_text_is_the_report_that_other_commands_show(vt: Command) -> None:
    outcome = vt("lookup", "malware[.]example", "--format", "text")
    shown = vt("domain", "malware.example").out.splitlines()
    assert outcome.out.splitlines() == [shown[0], "  input       malware[.]example", *shown[1:]]


def test_what_is_written_in_several_ways_is_asked_for_once(vt: Command, emulator: Emulator) -> None:
    lines = ["malware.example", "MALWARE[.]example", "'malware(dot)example'"]
    outcome = vt("lookup", *lines, "-f", "csv")
    assert [row["input"] for row in rows(outcome.out)] == lines
    assert len(emulator.calls) == 1


def test_without_arguments_it_reads_the_lines_of_stdin(vt: Command) -> None:
    text = b"\xef\xbb\xbf192.0.2.1\r\n\r\n  # no indicator\r\n-\r\n example.com \r\n"
    for arguments in ([], ["-"]):
        outcome = vt("lookup", *arguments, "-f", "csv", stdin=text)
        assert [row["input"] for row in rows(outcome.out)] == ["192.0.2.1", "example.com"]
        assert outcome.code == 0


@pytest.mark.slow
def test_a_terminal_is_not_waited_for(vt: Command) -> None:
    terminal, stdin = os.openpty()
    outcome = vt.run_child("lookup", stdin=stdin)
    os.close(terminal)
    os.close(stdin)
    assert (outcome.code, outcome.error) == (2, "give indicators, a file of them, or - and lines")


def test_findings_count_where_they_are_asked_for(vt: Command) -> None:
    assert vt("lookup", "malware.example", "--fail-on", "suspicious").code == 10
    assert vt("lookup", "192.0.2.1", "--fail-on", "suspicious").code == 0
    assert vt("lookup", "malware.example").code == 0


def test_a_policy_gives_the_verdicts(vt: Command) -> None:
    outcome = vt("lookup", "malware.example", "192.0.2.1", "--policy", "default")
    assert outcome.code == 10
    assert [line.split()[0] for line in outcome.out.splitlines()[1:]] == ["malicious", "clean"]
    (row, _) = rows(vt("lookup", *LINES[2:4], "--policy", "default", "-f", "csv").out)
    assert (row["verdict"], row["state"]) == ("malicious", "flagged")
    found = vt("lookup", "192.0.2.1", "--policy", "default", "-f", "json").json
    assert found[0]["verdict"]["level"] == "clean"


@pytest.mark.parametrize("content", [b"", b"\n\n", b"# nothing\n", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("form", ["table", "text", "json", "jsonl", "csv"])
def test_a_file_without_indicators_is_no_success(
    vt: Command, tmp_path: Path, content: bytes, form: str
) -> None:
    (tmp_path / "empty").write_bytes(content)
    outcome = vt("lookup", str(tmp_path / "empty"), "-f", form)
    assert (outcome.code, outcome.error) == (2, "there is nothing to work on")
    assert outcome.out == ("[]\n" if form == "json" else "")


@pytest.mark.parametrize(
    "line",
    [
        "café.example".encode("latin-1"),
        b"a\x00b.example",
        b"\x1b[31mred",
        b"x" * 100_000,
        b"http://a.example/" + b"x" * 100_000,
        "\u202eexample".encode(),
        b'=HYPERLINK("x"),y',
    ],
    ids=["latin-1", "null", "escape", "long", "long URL", "reversed", "formula"],
)
def test_a_bad_line_is_a_result_of_its_own(vt: Command, tmp_path: Path, line: bytes) -> None:
    path = tmp_path / "lines"
    path.write_bytes(b"192.0.2.1\n" + line + b"\nexample.com\n")
    outcomes: Any = [vt("lookup", str(path), "-f", form) for form in ("csv", "jsonl", "table")]
    as_csv, as_lines, as_table = outcomes
    assert [row["input"] for row in rows(as_csv.out)][::2] == ["192.0.2.1", "example.com"]
    assert len(rows(as_csv.out)) == 3
    assert [each["input"] for each in as_lines.json_lines][::2] == ["192.0.2.1", "example.com"]
    assert os.fsencode(as_lines.json_lines[1]["input"]) == line
    assert len(as_table.out.splitlines()) == 4
    for outcome in outcomes:
        assert outcome.code == 2 or line.startswith(b"http")
        assert "\x1b" not in outcome.out + outcome.err
        assert "\u202e" not in outcome.out + outcome.err


def test_a_file_that_cannot_be_read_is_bad_input(vt: Command, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    outcome = vt("lookup", str(tmp_path / "folder"), str(tmp_path / "nowhere"), "-f", "csv")
    assert [row["status"] for row in rows(outcome.out)] == ["invalid", "invalid"]
    assert outcome.code == 2
    assert [row["error"].split("; ")[1] for row in rows(outcome.out)] == [
        "a folder is no list",
        "there is no such file",
    ]


@pytest.fixture
def table(tmp_path: Path) -> str:
    path = tmp_path / "seen.csv"
    path.write_text("when,ioc\n2025-01-01,malware[.]example\n2025-01-02,rubbish\n")
    return str(path)


@pytest.mark.parametrize("column", ["ioc", "2"])
def test_a_column_of_a_table_is_a_list(vt: Command, table: str, column: str) -> None:
    outcome = vt("lookup", table, "192.0.2.1", "--column", column, "-f", "csv")
    found = [(row["input"], row["status"]) for row in rows(outcome.out)]
    assert found == [("malware[.]example", "found"), ("rubbish", "invalid"), ("192.0.2.1", "found")]


@pytest.mark.parametrize("options", [[], ["--column", "iocs"]])
def test_a_table_is_not_guessed(
    vt: Command, emulator: Emulator, table: str, options: list[str]
) -> None:
    outcome = vt("lookup", table, *options, "-f", "csv")
    (row,) = rows(outcome.out)
    assert row["input"] == table
    assert {"when", "ioc"} <= {*row["error"].replace(",", "").split()}
    assert (outcome.code, emulator.calls) == (2, [])


def test_a_list_has_no_columns(vt: Command, listing: str) -> None:
    for arguments in ([listing], ["-"], []):
        (row,) = rows(vt("lookup", *arguments, "--column", "ioc", "-f", "csv", stdin=b"x").out)
        assert row["error"] == "a list of lines has no columns"


def test_rows_of_a_table_among_lines_are_told(vt: Command, table: str) -> None:
    (first, row, last) = rows(vt("lookup", "-f", "csv", stdin=Path(table).read_bytes()).out)
    assert "--column" in row["error"]
    assert "--column" not in first["error"] + last["error"]


def test_what_reads_a_table_may_not_be_there(
    vt: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.parquet").write_bytes(b"")
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    outcome = vt("lookup", str(tmp_path / "a.parquet"), "-f", "csv")
    assert 'pip install ".[tables]"' in rows(outcome.out)[0]["error"]
    assert outcome.code == 2


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_list_of_windows_is_read(vt: Command, tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "lines"
    path.write_bytes("192.0.2.1\r\nbücher.example\r\n".encode(encoding))
    for outcome in (
        vt("lookup", str(path), "-f", "csv"),
        vt("lookup", "-f", "csv", stdin=path.read_bytes()),
    ):
        assert [row["input"] for row in rows(outcome.out)] == ["192.0.2.1", "bücher.example"]


def test_the_pipe_of_a_shell_is_a_list(vt: Command) -> None:
    end, start = os.pipe()
    os.write(start, b"192.0.2.1\n")
    os.close(start)
    outcome = vt("lookup", f"/dev/fd/{end}", "-f", "csv")
    os.close(end)
    assert [row["input"] for row in rows(outcome.out)] == ["192.0.2.1"]


def test_what_may_be_a_file_is_what_is_assumed(
    vt: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("lines").write_text("invoice.zip\n")
    for argument in ("lines", "invoice.zip"):
        (found,) = rows(vt("lookup", argument, "--assume", "domain", "-f", "csv").out)
        assert (found["kind"], found["id"]) == ("domain", "invoice.zip")
        (refused,) = rows(vt("lookup", argument, "--assume", "file", "-f", "csv").out)
        assert refused["error"].startswith("not an indicator but the name of a file")
    assert vt("relationships", "invoice.zip", "votes", "--assume", "domain").code == 0
    assert vt("diff", "invoice.zip", "invoice.zip", "--assume", "domain").code == 0
    Path("invoice.zip").write_text("192.0.2.1\n")
    assert "./invoice.zip is the file" in vt("lookup", "invoice.zip", "--assume", "domain").out


def test_what_was_asked_for_has_its_kind_where_it_failed(scripted: Command, server: Server) -> None:
    server.play(error_answer(404, "NotFoundError"))
    (row,) = rows(scripted("lookup", "invoice.zip", "--assume", "domain", "-f", "csv").out)
    assert (row["status"], row["kind"]) == ("not_found", "domain")


def test_what_is_a_file_here_and_an_indicator_is_not_guessed(
    vt: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("malware.example").write_text("192.0.2.1\n")
    outcome = vt("lookup", "malware.example", "-f", "csv")
    assert outcome.code == 2
    assert "./malware.example is the file" in outcome.err
    assert rows(vt("lookup", "./malware.example", "-f", "csv").out)[0]["input"] == "192.0.2.1"
    asked = vt("lookup", "malware[.]example", "-f", "csv")
    assert rows(asked.out)[0]["id"] == "malware.example"


def test_a_setting_that_cannot_be_is_no_fault_of_the_inputs(vt: Command) -> None:
    names = [f"a{number}.example" for number in range(30)]
    outcome = vt("lookup", *names, "-f", "csv", VT_BASE_URL="http://gateway.example/")
    assert outcome.code == 2
    assert {row["status"] for row in rows(outcome.out)} == {"failed"}
    assert "base_url: the API key goes over https only" in outcome.err
    assert "error: not tried any more: " in outcome.err


def test_a_spent_quota_ends_it_and_each_input_is_told(scripted: Command, server: Server) -> None:
    server.default = error_answer(429, "QuotaExceededError")
    outcome = scripted("lookup", *(f"a{number}.example" for number in range(30)), "-f", "jsonl")
    assert outcome.code == 6
    found = outcome.json_lines
    assert [each["error"]["exit_code"] for each in found] == [6] * 30
    assert found[-1]["error"]["message"].startswith("not tried any more: ")
    assert len(server.requests) < 30


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\uff1d1"])
def test_a_cell_is_no_formula(scripted: Command, server: Server, text: str) -> None:
    stats = {"malicious": -1, "suspicious": 0, "undetected": 0, "harmless": 0, "timeout": 0}
    attributes = {"last_analysis_stats": stats, "meaningful_name": text}
    server.default = json_answer({"type": "file", "id": SHA256, "attributes": attributes})
    lines = f"{SHA256}\n{text}".encode()
    found, wrong = rows(scripted("lookup", "-", "-f", "csv", stdin=lines).out)
    assert (found["name"], found["malicious"]) == (f"'{text}", "-1")
    assert wrong["input"] == f"'{text}"
    (document, _) = scripted("lookup", "-", "-f", "jsonl", stdin=lines).json_lines
    assert document["attributes"]["meaningful_name"] == text


def test_a_reader_that_goes_ends_it_quietly(vt: Command, tmp_path: Path) -> None:
    path = tmp_path / "many"
    path.write_text("".join(f"a{number}.example\n" for number in range(200)))
    for form in ("table", "json", "jsonl", "csv"):
        reading, writing = os.pipe()
        os.close(reading)
        outcome = vt.into(os.fdopen(writing, "w"), "lookup", str(path), "-f", form)
        assert (outcome.code, outcome.err) == (11, "")


def test_a_key_among_the_inputs_is_not_shown(vt: Command) -> None:
    for form in ("table", "json", "csv"):
        outcome = vt("lookup", vt.key, f"https://a.example/?x-apikey={vt.key}", "-f", form)
        assert "(an API key?)" in outcome.out


def test_the_hash_in_an_address_is_kept(vt: Command) -> None:
    address = f"https://www.example.com/file/{SHA256}"
    assert rows(vt("lookup", address, "-f", "csv").out)[0]["input"] == address
    assert json.loads(vt("lookup", address, "-f", "jsonl").out)["input"] == address


def test_it_says_what_the_library_says(vt: Command, emulator: Emulator) -> None:
    client: VirusTotal = emulator.client()
    for row in rows(vt("lookup", *LINES[:4], "-f", "csv").out):
        assert row["state"] == client.lookup(classify(row["input"])).state
