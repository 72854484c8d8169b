"""The command `scan`."""

from pathlib import Path

import pytest

from tests.support import SHA256, Server, error_answer, file_document, json_answer
from vt_sdk.emulator import Emulator

from .support import Command

# The first look at an analysis comes at the deadline at the latest, so this only saves time.
SOON = ("--deadline", "0.2")
EICAR = r"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """Give a file that nobody has seen."""
    path = tmp_path / "sample.txt"
    path.write_text("Nobody has seen this.\n")
    return path


def _methods(emulator: Emulator) -> list[tuple[str, str]]:
    return [(call.method, call.path.split("/")[3]) for call in emulator.calls]


def test_file(vt: Command, emulator: Emulator, sample: Path) -> None:
    outcome = vt("scan", str(sample), *SOON)
    assert outcome.code == 0
    assert outcome.err == ""
    assert "  name        sample.txt\n" in outcome.out
    assert _methods(emulator) == [("POST", "files"), ("GET", "analyses"), ("GET", "files")]


def test_several_files_and_urls(vt: Command, emulator: Emulator, sample: Path) -> None:
    url = "https://new.example/path"
    outcome = vt("scan", str(sample), url, "--json", *SOON)
    assert outcome.code == 0
    first, second = outcome.json_lines
    assert first["attributes"]["meaningful_name"] == "sample.txt"
    assert second["attributes"]["url"] == url
    assert ("POST", "urls") in _methods(emulator)


def test_fail_on(vt: Command, tmp_path: Path) -> None:
    path = tmp_path / "eicar.com"
    path.write_text(EICAR)
    outcome = vt("scan", str(path), "--fail-on", "malicious", *SOON)
    assert outcome.code == 1
    assert outcome.out.startswith(f"file {SHA256}\n")


def test_if_unknown_sends_only_what_is_unknown(
    vt: Command, emulator: Emulator, sample: Path, tmp_path: Path
) -> None:
    known = tmp_path / "eicar.com"
    known.write_text(EICAR)
    arguments = (str(known), "http://example.com/", str(sample), "--if-unknown", *SOON)
    assert vt("scan", *arguments).code == 0
    assert _methods(emulator).count(("POST", "files")) == 1
    assert ("POST", "urls") not in _methods(emulator)


def test_no_wait_prints_the_ids_of_the_analyses(
    vt: Command, emulator: Emulator, sample: Path
) -> None:
    outcome = vt("scan", str(sample), "http://example.com/", "--no-wait")
    assert outcome.code == 0
    assert [call.method for call in emulator.calls] == ["POST", "POST"]
    with emulator.client() as client:
        for line in outcome.out.splitlines():
            assert client.analyses.get_report(line).type == "analysis"
    assert len(outcome.out.splitlines()) == 2


def test_no_wait_as_json(vt: Command, sample: Path) -> None:
    document = vt("scan", str(sample), "--no-wait", "--json").json
    assert document["type"] == "analysis"
    assert document["id"]


def test_name_and_password_are_sent(vt: Command, sample: Path, server: Server) -> None:
    server.play(json_answer({"type": "analysis", "id": "made"}))
    options = ("--name", "other name", "--password", "infected", "--no-wait")
    outcome = Command(server.base_url, "k" * 64)("scan", str(sample), *options)
    assert outcome.out == "made\n"
    assert b'filename="other name"' in server.last.body
    assert b'name="password"\r\n\r\ninfected\r\n' in server.last.body


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["a", "b", "--name", "c"], "--name"),
        (["http://example.com/", "--name", "c"], "--name"),
        (["http://example.com/", "--password", "c"], "--password"),
        (["a", "--no-wait", "--if-unknown"], "--no-wait"),
        (["a", "--no-wait", "--all-engines"], "--no-wait"),
        (["a", "--no-wait", "--fail-on", "malicious"], "--no-wait"),
        (["a", "--deadline", "0"], "0 is not between"),
        (["a", "--deadline", "nan"], "nan is not between"),
    ],
)
def test_options_that_contradict_each_other(
    vt: Command, emulator: Emulator, arguments: list[str], words: str
) -> None:
    outcome = vt("scan", *arguments)
    assert outcome.code == 2
    assert words in outcome.error
    assert not emulator.calls


def test_what_cannot_be_read_is_not_taken_for_a_url(
    vt: Command, emulator: Emulator, tmp_path: Path
) -> None:
    (tmp_path / "empty").touch()
    outcome = vt("scan", "malware.example", str(tmp_path), str(tmp_path / "empty"), "http://")
    assert outcome.code == 2
    assert outcome.err.splitlines() == [
        "error: malware.example: No such file or directory;"
        " to scan a URL, begin it with http:// or https://",
        f"error: {tmp_path}: Is a directory",
        f"error: {tmp_path}/empty: empty has no content",
        "error: url: not a URL: 'http://' (there is no host)",
    ]
    assert not emulator.calls


def test_analysis_that_takes_too_long(vt: Command, emulator: Emulator, sample: Path) -> None:
    emulator.analysis_polls = 99
    outcome = vt("scan", str(sample), "http://example.com/", *SOON)
    assert (outcome.code, outcome.out) == (5, "")
    first, second = outcome.err.splitlines()
    assert "not completed within 0.2 s; the id of the analysis is " in first
    assert "u-" in second
    with emulator.client() as client:
        assert client.analyses.get_report(first.split()[-1]).attributes.status != "completed"


def test_quota_that_is_spent_while_waiting(scripted: Command, server: Server, sample: Path) -> None:
    server.play(json_answer({"type": "analysis", "id": "made"}))
    server.default = error_answer(429, "QuotaExceededError", Retry_After="3600")
    outcome = scripted("scan", str(sample), *SOON)
    assert outcome.code == 5
    assert outcome.error.endswith("the analysis was not completed within 0.2 s")


def test_analysis_that_fails(scripted: Command, server: Server, sample: Path) -> None:
    server.play(
        json_answer({"type": "analysis", "id": "made"}),
        json_answer({"type": "analysis", "id": "made", "attributes": {"status": "failed"}}),
    )
    outcome = scripted("scan", str(sample), *SOON)
    assert outcome.code == 5
    assert "ended as 'failed'" in outcome.error


def test_report_after_the_scan_is_what_the_service_has(
    scripted: Command, server: Server, sample: Path
) -> None:
    server.play(
        json_answer({"type": "analysis", "id": "made"}),
        json_answer({"type": "analysis", "id": "made", "attributes": {"status": "completed"}}),
        json_answer(file_document(size=4_000)),
    )
    outcome = scripted("scan", str(sample), *SOON)
    assert outcome.code == 0
    assert "  size        4,000 bytes\n" in outcome.out
