"""The command `scan`."""

from itertools import count
from pathlib import Path

import pytest

from tests.support import (
    SHA256,
    Answer,
    Recorded,
    Server,
    error_answer,
    file_document,
    json_answer,
)
from vt_sdk.emulator import Emulator

from .support import Command

# The first look at an analysis comes at the deadline at the latest, so this only saves time.
SOON = ("--deadline", "0.2")
EICAR = r"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """Return a file that nobody has seen."""
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
    assert outcome.code == 10
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
            assert client.analyses.get_report(line.split()[0]).type == "analysis"
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
        (["a", "--no-wait", "--policy", "strict"], "--no-wait"),
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
    assert sorted(outcome.err.splitlines()) == [
        "5 inputs: 4 failed, 1 empty",
        f"error: {tmp_path}/empty: empty has no content",
        f"error: {tmp_path}: a folder of nothing but empty files",
        "error: http://: not a URL (there is no host)",
        "error: malware.example: No such file or directory;"
        " to scan a URL, begin it with http:// or https://",
        f"note: {tmp_path}/empty: empty file, left out",
    ]
    assert not emulator.calls


@pytest.mark.parametrize("options", [[], ["--if-unknown"], ["--no-wait"]])
def test_empty_files_of_a_folder_are_named_and_no_failure(
    vt: Command, tmp_path: Path, options: list[str]
) -> None:
    for number in range(23):
        (tmp_path / f"e{number:02}").touch()
    (tmp_path / "full").write_text("x")
    outcome = vt("scan", str(tmp_path), *options, *([] if options == ["--no-wait"] else SOON))
    assert outcome.code == 0
    assert outcome.err.splitlines() == [
        *(f"note: {tmp_path}/e{number:02}: empty file, left out" for number in range(20)),
        "note: and 3 more empty files, left out",
        f"24 inputs: 1 {'sent' if options == ['--no-wait'] else 'clean'}, 23 empty",
    ]
    *left_out, full = vt("scan", str(tmp_path), "--json", *SOON).json_lines
    assert full["input"] == str(tmp_path / "full")
    assert left_out == [
        {"input": f"{tmp_path}/e{number:02}", "skipped": "empty file"} for number in range(23)
    ]


def test_same_input_is_sent_once(vt: Command, emulator: Emulator, sample: Path) -> None:
    outcome = vt("scan", str(sample), "http://example.com/", str(sample), "--json", *SOON)
    assert outcome.code == 0
    assert [each["input"] for each in outcome.json_lines] == [
        *(str(sample), "http://example.com/", str(sample))
    ]
    assert _methods(emulator).count(("POST", "files")) == 1
    asked = [call.path for call in emulator.calls]
    assert len([path for path in asked if "/analyses/" in path]) == len(
        {path for path in asked if "/analyses/" in path}
    )


def test_analysis_that_takes_too_long(vt: Command, emulator: Emulator, sample: Path) -> None:
    emulator.analysis_polls = 99
    outcome = vt("scan", str(sample), "http://example.com/", *SOON)
    assert (outcome.code, outcome.out) == (9, "")
    first, second, summary = outcome.err.splitlines()
    assert summary == "2 inputs: 2 failed"
    assert "not completed within 0.2 s; the id of the analysis is " in first
    assert "u-" in second
    with emulator.client() as client:
        assert client.analyses.get_report(first.split()[-1]).attributes.status != "completed"


def test_quota_that_is_spent_while_waiting(scripted: Command, server: Server, sample: Path) -> None:
    server.play(json_answer({"type": "analysis", "id": "made"}))
    server.default = error_answer(429, "QuotaExceededError", Retry_After="3600")
    outcome = scripted("scan", str(sample), *SOON)
    assert outcome.code == 9
    assert outcome.error.endswith("not completed within 0.2 s; the id of the analysis is made")


def test_analysis_that_fails(scripted: Command, server: Server, sample: Path) -> None:
    server.play(
        json_answer({"type": "analysis", "id": "made"}),
        json_answer({"type": "analysis", "id": "made", "attributes": {"status": "failed"}}),
    )
    outcome = scripted("scan", str(sample), *SOON)
    assert outcome.code == 9
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
    assert outcome.code == 4  # without a verdict
    assert "  size        4,000 bytes\n" in outcome.out


@pytest.mark.slow
def test_all_are_sent_before_any_is_waited_for(
    vt: Command, emulator: Emulator, tmp_path: Path
) -> None:
    for number in range(12):
        (tmp_path / f"f{number:02}").write_text(f"content {number}")
    outcome = vt("scan", str(tmp_path), "--json", *SOON)
    assert outcome.code == 0
    methods = [call.method for call in emulator.calls]
    assert methods == ["POST"] * 12 + ["GET"] * 24
    assert [document["input"] for document in outcome.json_lines] == [
        str(tmp_path / f"f{number:02}") for number in range(12)
    ]


def test_ids_of_analyses_lead_to_them(vt: Command, emulator: Emulator, tmp_path: Path) -> None:
    (tmp_path / "eicar.com").write_text(EICAR)
    (tmp_path / "other").write_text("other")
    emulator.analysis_seconds = 600
    submitted = vt("scan", str(tmp_path), "http://example.com/", "--no-wait")
    assert submitted.code == 0
    assert [line.split("  ")[1] for line in submitted.out.splitlines()] == [
        *(str(tmp_path / "eicar.com"), str(tmp_path / "other"), "http://example.com/"),
    ]
    queued = vt("analysis", "-", stdin=submitted.out.encode())
    assert queued.code == 4
    assert queued.out.count("  status      queued\n") == 3
    emulator.reset()
    again = vt("scan", str(tmp_path / "eicar.com"), "--no-wait").out.strip()
    done = vt("analysis", again, "--wait", *SOON, "--fail-on", "malicious")
    assert done.code == 10
    assert f"  file        {SHA256}\n" in done.out
    assert "  status      completed\n" in done.out
    assert vt("analysis", "none").code == 3


def test_what_is_not_analysed_is_no_clean_result(
    vt: Command, emulator: Emulator, sample: Path
) -> None:
    emulator.analysis_seconds = 600
    with emulator.client() as client:
        client.urls.upload("http://fresh.example/")
        client.files.upload(sample)
    gate = ("--fail-on", "malicious")
    for command in (("url", "http://fresh.example/"), ("file", str(sample))):
        outcome = vt(*command, *gate)
        assert (outcome.code, outcome.err) == (4, "")
    assert vt("scan", "--if-unknown", str(sample), *gate, *SOON).code == 9


def test_what_was_sent_is_never_called_unknown(
    scripted: Command, server: Server, sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("vt_sdk.cli.commands.scan._PAUSES", (0.0, 0.0))
    server.play(
        json_answer({"type": "analysis", "id": "made"}),
        json_answer({"type": "analysis", "id": "made", "attributes": {"status": "completed"}}),
    )
    server.default = error_answer(404, "NotFoundError")
    outcome = scripted("scan", str(sample), *SOON, "--json")
    assert outcome.code == 4
    assert outcome.json["error"]["analysis_id"] == "made"
    assert outcome.error.endswith("has no report of it yet; the id of the analysis is made")


def test_report_that_comes_late_is_shown(
    scripted: Command, server: Server, sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("vt_sdk.cli.commands.scan._PAUSES", (0.0,))
    stats = {"malicious": 0, "suspicious": 0, "harmless": 0, "undetected": 9, "timeout": 0}
    server.play(
        json_answer({"type": "analysis", "id": "made"}),
        json_answer({"type": "analysis", "id": "made", "attributes": {"status": "completed"}}),
        error_answer(404, "NotFoundError"),
        json_answer(file_document(last_analysis_stats=stats)),
    )
    assert scripted("scan", str(sample), *SOON).code == 0


def test_spent_quota_ends_the_sending_and_loses_no_analysis(
    vt: Command, emulator: Emulator, tmp_path: Path
) -> None:
    for number in range(30):
        (tmp_path / f"f{number:02}").write_text(f"content {number}")
    key = emulator.add_key(per_day=4)
    outcome = vt("scan", str(tmp_path), "--no-wait", "--json", VT_API_KEY=key)
    assert outcome.code == 6
    sent = [document for document in outcome.json_lines if "error" not in document]
    assert len(sent) == 4
    assert len(outcome.json_lines) == 30
    assert len(emulator.calls) <= 4 + 8


@pytest.mark.slow
def test_quota_that_is_spent_before_the_reports_loses_no_analysis(
    scripted: Command, server: Server, tmp_path: Path
) -> None:
    for number in range(40):
        (tmp_path / f"f{number:02}").write_text(f"content {number}")
    ids = count()

    def answer(recorded: Recorded) -> Answer:
        if recorded.method == "POST":
            return json_answer({"type": "analysis", "id": f"made{next(ids)}"})
        if "/analyses/" in recorded.path:
            document = {"type": "analysis", "id": recorded.path.rpartition("/")[2]}
            return json_answer({**document, "attributes": {"status": "completed"}})
        return error_answer(429, "QuotaExceededError", Retry_After="3600")

    server.default = answer
    outcome = scripted("scan", str(tmp_path), "--json", *SOON)
    assert outcome.code == 6
    named = {document["error"]["analysis_id"] for document in outcome.json_lines}
    assert named == {f"made{number}" for number in range(40)}
