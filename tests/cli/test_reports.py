"""The commands that show reports: `file`, `url`, `domain`, `ip`."""

import json
import os
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support import (
    SHA256,
    Answer,
    Recorded,
    Server,
    error_answer,
    json_answer,
    same_json,
    until,
)
from vt_sdk import VirusTotal, VTObject
from vt_sdk.emulator import Emulator

from .support import SECONDS, Command

EICAR = r"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"
URL = "http://malware.example/"


def test_file_by_hash(vt: Command) -> None:
    outcome = vt("file", SHA256)
    assert outcome.code == 0
    assert outcome.err == ""
    head, *lines = outcome.out.splitlines()
    assert head == f"file {SHA256}"
    facts = {line[2:14].strip(): line[14:] for line in lines if line.startswith("  ")}
    assert facts["name"] == "eicar.com"
    assert facts["size"] == "68 bytes"
    assert facts["first seen"] == "2024-01-01 00:00:00 UTC"
    assert facts["report"] == f"https://www.virustotal.com/gui/file/{SHA256}"
    assert facts["verdicts"].startswith("62 malicious, 0 suspicious, 0 harmless, 3 undetected")
    assert "AmberBeacon" in outcome.out
    assert "type-unsupported" not in outcome.out
    assert "\x1b" not in outcome.out
    assert not any(line.endswith(" ") for line in lines)


def test_all_engines_stand_below_those_that_flagged_it(vt: Command) -> None:
    few = vt("file", SHA256).out.splitlines()
    all_of_them = vt("file", SHA256, "--all-engines").out.splitlines()
    assert len(all_of_them) == len(few) + 8
    assert all_of_them[len(few) - 1].split() == few[-1].split()
    assert "type-unsupported" in "".join(all_of_them[len(few) :])


def test_local_file_is_hashed_and_not_sent(vt: Command, emulator: Emulator, tmp_path: Path) -> None:
    path = tmp_path / "sample"
    path.write_text(EICAR)
    outcome = vt("file", str(path))
    assert outcome.code == 0
    assert outcome.out.startswith(f"file {SHA256}\n")
    assert [call.method for call in emulator.calls] == ["GET"]


@pytest.mark.parametrize(
    ("arguments", "name"),
    [
        (["url", URL], "url"),
        (["url", "aHR0cDovL21hbHdhcmUuZXhhbXBsZS8"], "url"),
        (["domain", "malware.example"], "domain malware.example"),
        (["ip", "192.0.2.1"], "ip_address 192.0.2.1"),
        (["ip", "2001:db8::1"], "ip_address 2001:db8::1"),
    ],
)
def test_other_kinds(vt: Command, arguments: list[str], name: str) -> None:
    outcome = vt(*arguments)
    assert outcome.code == 0
    assert outcome.out.startswith(name)
    assert "verdicts" in outcome.out


@pytest.mark.parametrize(
    ("command", "target"),
    [("file", SHA256), ("url", URL), ("domain", "example.com"), ("ip", "192.0.2.1")],
)
def test_json_of_one_is_the_object_as_it_came(
    vt: Command, emulator: Emulator, command: str, target: str
) -> None:
    outcome = vt(command, target, "--json")
    with VirusTotal(emulator.api_key, base_url=emulator.base_url) as client:
        reports: dict[str, Callable[[str], VTObject]] = {
            "file": client.files.get_report,
            "url": client.urls.get_report,
            "domain": client.domains.get_report,
            "ip": client.ip_addresses.get_report,
        }
        report = reports[command](target)
    assert outcome.code == 0
    assert outcome.err == ""
    named = {"input": target, **report.to_dict()}
    assert outcome.out == json.dumps(named, indent=2) + "\n"


def test_json_of_several_stands_on_lines_failures_too(vt: Command) -> None:
    outcome = vt("domain", "example.com", "a b", "example.org", "--json")
    assert outcome.code == 2
    found, failed, last = outcome.json_lines
    assert (found["input"], found["id"], last["id"]) == (
        "example.com",
        "example.com",
        "example.org",
    )
    assert failed == {
        "input": "a b",
        "error": {
            "code": "InvalidInputError",
            "message": "not a domain name",
            "exit_code": 2,
        },
    }


def test_several_go_on_after_a_failure_and_the_finding_counts(vt: Command) -> None:
    outcome = vt("file", "0" * 64, SHA256, "nonsense", "--fail-on", "malicious")
    assert outcome.code == 10
    assert outcome.out.startswith(f"file {SHA256}\n")
    assert outcome.err.splitlines() == [
        f"error: {'0' * 64}: not found, the service does not know it",
        "error: nonsense: neither a file here nor an MD5, SHA-1 or SHA-256",
        "3 inputs: 1 flagged, 1 unknown, 1 failed",
    ]


def test_unknown_hash_has_a_code_of_its_own(vt: Command) -> None:
    outcome = vt("file", "0" * 64, "--json")
    assert outcome.code == 3
    assert outcome.json["input"] == "0" * 64
    assert outcome.json["error"]["code"] == "NotFoundError"


def test_results_name_the_input(vt: Command, tmp_path: Path) -> None:
    path = tmp_path / "bad.com"
    path.write_text(EICAR)
    assert f"\n  input       {path}\n" in vt("file", str(path)).out
    assert vt("file", str(path), "--json").json["input"] == str(path)
    assert "  input " not in vt("file", SHA256).out


def test_folders_are_walked_in_order_and_links_left_out(vt: Command, tmp_path: Path) -> None:
    folder = tmp_path / "build"
    (folder / "b").mkdir(parents=True)
    (folder / "c.com").write_text(EICAR)
    (folder / "b" / "deep.com").write_text(EICAR)
    (folder / "a.com").write_text(EICAR)
    (folder / "empty").touch()
    (folder / "out").symlink_to(tmp_path)
    (folder / "same").symlink_to(folder / "a.com")
    os.mkfifo(folder / "pipe")
    outcome = vt("file", str(folder), "--json", "--fail-on", "malicious")
    assert outcome.code == 10
    assert [(each["input"], each.get("skipped")) for each in outcome.json_lines] == [
        (str(folder / "a.com"), None),
        (str(folder / "b" / "deep.com"), None),
        (str(folder / "c.com"), None),
        (str(folder / "empty"), "empty file"),
    ]
    assert sorted(outcome.err.splitlines()) == [
        f"note: {folder}/empty: empty file, left out",
        f"note: {folder}: devices, pipes and sockets left out: 1",
        f"note: {folder}: links left out: 2",
    ]


def test_folder_without_files_is_no_clean_result(vt: Command, tmp_path: Path) -> None:
    outcome = vt("file", str(tmp_path))
    assert (outcome.code, outcome.error) == (2, f"{tmp_path}: a folder without files")


def test_lines_of_the_standard_input_are_inputs(vt: Command) -> None:
    lines = b"\xef\xbb\xbfexample.com\r\n\n  example.org\nbad name\xff\n"
    outcome = vt("domain", "-", "malware.example", "--json", stdin=lines)
    assert outcome.code == 2
    assert [document["input"] for document in outcome.json_lines] == [
        *("example.com", "example.org", "bad name\udcff", "malware.example"),
    ]


def test_list_without_inputs_is_no_clean_result(vt: Command) -> None:
    outcome = vt("domain", "-", "--fail-on", "malicious", stdin=b"\n \n")
    assert (outcome.code, outcome.error) == (2, "there is nothing to work on")


@pytest.mark.slow
def test_one_line_is_answered_before_the_next_one_is_there(vt: Command) -> None:
    with vt.child("domain", "-", stdin=subprocess.PIPE) as process:
        assert process.stdin
        assert process.stdout
        process.stdin.write("example.com\n")
        process.stdin.flush()
        assert process.stdout.readline() == "domain example.com\n"
        process.stdin.close()
        assert process.wait(SECONDS) == 0


def test_nothing_more_is_sent_once_the_quota_is_spent(vt: Command, emulator: Emulator) -> None:
    key = emulator.add_key(per_day=3)
    names = [f"d{number}.example" for number in range(60)]
    outcome = vt("domain", *names, "--json", VT_API_KEY=key)
    assert outcome.code == 6
    assert [document["input"] for document in outcome.json_lines] == names
    errors = [document["error"] for document in outcome.json_lines if "error" in document]
    assert len(errors) == 57
    assert {error["exit_code"] for error in errors} == {6}
    assert errors[-1]["message"].startswith("not tried any more: Quota exceeded")
    # What was under way already, at most.
    assert len(emulator.calls) <= 3 + 8
    assert outcome.err.splitlines()[-1].startswith("error: not tried any more: ")


@pytest.mark.slow
def test_rate_limit_is_one_for_all_inputs(vt: Command, emulator: Emulator) -> None:
    names = ("a.example", "b.example", "c.example")

    def asked() -> int:
        # Another command that has ended may have left a request on the way.
        return sum(call.path.endswith(names) for call in emulator.calls)

    with vt.child("--rate-limit", "2", "domain", *names) as process:
        assert process.stdout
        until(lambda: asked() >= 2)
        time.sleep(0.3)  # in which the third one would go, did it not wait for a minute
        assert asked() == 2
        process.send_signal(signal.SIGINT)
        assert process.wait(SECONDS) == 130


@pytest.mark.parametrize("text", ["", "0", "-1", "fast", "1.5", "٣", "9" * 10])
def test_impossible_rate_limit(vt: Command, text: str) -> None:
    outcome = vt("--rate-limit", text, "ip", "192.0.2.1")
    assert outcome.code == 2
    assert outcome.error.startswith("--rate-limit: expected public")


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["domain", "malware.example"], 0),
        (["domain", "malware.example", "--fail-on", "never"], 0),
        (["domain", "malware.example", "--fail-on", "malicious"], 10),
        (["domain", "malware.example", "example.com", "--fail-on", "malicious", "--json"], 10),
        (["domain", "example.com", "--fail-on", "suspicious"], 0),
        (["url", URL, "--fail-on", "malicious"], 10),
        (["ip", "203.0.113.66", "--fail-on", "malicious"], 10),
        (["ip", "192.0.2.1", "--fail-on", "suspicious"], 0),
        (["domain", "example.com", "--fail-on", "always"], 2),
    ],
)
def test_fail_on(vt: Command, arguments: list[str], code: int) -> None:
    assert vt(*arguments).code == code


@pytest.mark.parametrize(("threshold", "code"), [("malicious", 0), ("suspicious", 10)])
def test_suspicious_is_less_than_malicious(
    scripted: Command, server: Server, threshold: str, code: int
) -> None:
    stats = {"malicious": 0, "suspicious": 1, "harmless": 0, "undetected": 0, "timeout": 0}
    server.play(_domain(last_analysis_stats=stats))
    assert scripted("domain", "example.com", "--fail-on", threshold).code == code


def _domain(**attributes: object) -> Answer:
    return json_answer({"type": "domain", "id": "example.com", "attributes": attributes})


def test_what_has_no_verdict_has_a_code_of_its_own(scripted: Command, server: Server) -> None:
    server.play(_domain(), _domain())
    for options in ([], ["--fail-on", "malicious"]):
        outcome = scripted("domain", "example.com", *options)
        assert (outcome.code, outcome.err) == (4, "")
        assert "none, it has not been analysed" in outcome.out


def test_odd_reports_are_shown_all_the_same(scripted: Command, server: Server) -> None:
    results = {
        "Quiet": {"category": "undetected", "result": None},
        "Odd": {},
        "New": {"category": "uncanny", "result": "[red]x[/red]"},
        "Evil\x1b[2J": {"category": "malicious", "result": "a\nb"},
    }
    threat = {"suggested_threat_label": "trojan.test"}
    server.play(
        _domain(
            last_analysis_results=results, popular_threat_classification=threat, tags=["a", "b"]
        )
    )
    outcome = scripted("domain", "example.com", "--all-engines")
    assert outcome.code == 0
    assert "verdicts" not in outcome.out
    rows = outcome.out.splitlines()[-4:]
    assert [row.split()[0] for row in rows] == [r"Evil\x1b[2J", "Quiet", "New", "Odd"]
    assert rows[0].endswith(r"a\nb")
    assert rows[2].endswith("[red]x[/red]")
    assert "tags        a, b" in outcome.out


def test_clean_object_lists_no_engines(scripted: Command, server: Server) -> None:
    stats = {"malicious": 0, "suspicious": 0, "harmless": 0, "undetected": 1, "timeout": 2}
    results = {"Quiet": {"category": "undetected"}}
    server.play(_domain(last_analysis_stats=stats, last_analysis_results=results))
    last = scripted("domain", "example.com").out.splitlines()[-1]
    assert last.endswith("0 malicious, 0 suspicious, 0 harmless, 1 undetected, 2 timeout")


def test_label_of_the_threat(scripted: Command, server: Server) -> None:
    threat = {"suggested_threat_label": "trojan.test/eicar"}
    attributes = {"popular_threat_classification": threat}
    server.play(json_answer({"type": "file", "id": SHA256, "attributes": attributes}))
    assert "  threat      trojan.test/eicar\n" in scripted("file", SHA256).out


def test_numbers_are_kept_as_they_came(scripted: Command, server: Server) -> None:
    text = '{"type": "domain", "id": "x", "attributes": {"new": 1.0, "é": [null, 10]}}'
    server.play(Answer(200, f'{{"data": {text}}}'.encode(), {"Content-Type": "application/json"}))
    outcome = scripted("domain", "example.com", "--json")
    assert same_json(outcome.json, {"input": "example.com", **json.loads(text)})


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["ip", "192.0.2"], "192.0.2: not an IP address"),
        (["domain", "a b"], "a b: not a domain name"),
        (["domain", "evil[.]com"], "evil[.]com: defanged; what it means is 'evil.com'"),
        (["url", "nothing"], "nothing: not a URL, nor the base64 or SHA-256 identifier of one"),
        (["url", "hxxp://e.com"], "hxxp://e.com: defanged; what it means is 'http://e.com'"),
        (["scan", "http://x"], "http://x: not a URL (the host has no dot)"),
        (["comments", "192.0.2", "--type", "ip"], "192.0.2: not an IP address"),
        (["ip", "/"], "/: not an IP address"),
    ],
)
def test_bad_input(vt: Command, emulator: Emulator, arguments: list[str], words: str) -> None:
    outcome = vt(*arguments)
    assert outcome.code == 2
    assert outcome.error == words
    assert not emulator.calls


def test_same_input_is_asked_for_once(vt: Command, emulator: Emulator) -> None:
    names = ["example.com", "malware.example", "example.com", "no.example", "no.example"]
    names += ["example.com"] * 20
    outcome = vt("domain", "-", *names, "--json", stdin=b"example.com\nmalware.example\n")
    found = [document["input"] for document in outcome.json_lines]
    assert found == ["example.com", "malware.example", *names]
    assert all(
        document.get("id", document["input"]) == name
        for document, name in zip(outcome.json_lines, found, strict=True)
    )
    asked = sorted(call.path.rpartition("/")[2] for call in emulator.calls)
    assert asked == ["example.com", "malware.example", "no.example"]


_SUMMARIES = {
    "flagged.example": {"malicious": 1},
    "doubtful.example": {"suspicious": 2},
    "clean.example": {"harmless": 9},
    "new.example": None,
}


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ([], "5 inputs: 2 flagged, 1 clean, 1 not analysed, 1 failed"),
        (
            ["--fail-on", "malicious"],
            "5 inputs: 1 flagged, 1 suspicious, 1 clean, 1 not analysed, 1 failed",
        ),
        (["--json"], None),
    ],
)
@pytest.mark.parametrize("quiet", [[], ["-q"]])
def test_several_end_with_a_summary(
    scripted: Command, server: Server, options: list[str], words: str | None, quiet: list[str]
) -> None:
    def play(request: Recorded) -> Answer:
        stats = _SUMMARIES[request.path.rpartition("/")[2]]
        zeros = dict.fromkeys(("malicious", "suspicious", "harmless", "undetected", "timeout"), 0)
        return _domain(**({} if stats is None else {"last_analysis_stats": {**zeros, **stats}}))

    server.default = play
    outcome = scripted(*quiet, "domain", *_SUMMARIES, "a b", *options)
    told = [] if quiet or words is None else [words]
    assert outcome.err.splitlines() == ["error: a b: not a domain name", *told]
    assert "inputs:" not in outcome.out
    assert scripted("domain", "clean.example").err == ""


# --- policies ------------------------------------------------------------------------------------

CLEAN_BUT_FOR_ONE = {"malicious": 1, "suspicious": 0, "harmless": 9, "undetected": 60, "timeout": 0}


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (["--policy", "strict"], 10),
        (["--policy", "strict", "--fail-on", "never"], 0),
        (["--policy", "default"], 0),
        (["--policy", "default", "--fail-on", "malicious"], 0),
        (["--policy", "default", "--fail-on", "suspicious"], 10),
        (["--policy", "lenient", "--fail-on", "suspicious"], 0),
    ],
)
def test_a_policy_decides_what_is_flagged(
    scripted: Command, server: Server, options: list[str], code: int
) -> None:
    server.play(_domain(last_analysis_stats=CLEAN_BUT_FOR_ONE))
    assert scripted("domain", "example.com", *options).code == code


def test_the_verdict_of_a_policy_is_shown(scripted: Command, server: Server) -> None:
    results = {"Evil\x1b[2J": {"category": "malicious", "result": "bad"}}
    for _ in range(3):
        server.play(_domain(last_analysis_stats=CLEAN_BUT_FOR_ONE, last_analysis_results=results))
    shown = scripted("domain", "example.com", "--policy", "default").out
    assert "  verdict     suspicious: 1 engine malicious (Evil" in shown
    assert "\x1b" not in shown
    document = scripted("domain", "example.com", "--policy", "default", "--json").json
    assert [*document][:2] == ["input", "verdict"]
    assert document["verdict"]["level"] == "suspicious"
    assert document["verdict"]["reasons"][0]["kind"] == "engine"
    assert "verdict" not in scripted("domain", "example.com", "--json").json


def test_the_summary_counts_the_verdicts_of_a_policy(scripted: Command, server: Server) -> None:
    server.default = lambda request: _domain(
        last_analysis_stats={**CLEAN_BUT_FOR_ONE, "malicious": request.path.count("1")}
    )
    names = ("a.example", "1.example", "1111.example")
    outcome = scripted("domain", *names, "--policy", "default")
    assert outcome.code == 10
    assert outcome.err == "3 inputs: 1 flagged, 1 suspicious, 1 clean\n"


@pytest.mark.slow
def test_a_policy_says_what_is_unknown(scripted: Command, server: Server, tmp_path: Path) -> None:
    path = tmp_path / "policy.toml"
    # With the mark that editors of Windows begin a text with.
    path.write_text('max_age_days = 1\nunanalysed = "suspicious"\n', "utf-8-sig")
    old = _domain(last_analysis_stats={**CLEAN_BUT_FOR_ONE, "malicious": 0}, last_analysis_date=1)
    missing = error_answer(404, "NotFoundError")
    for answer, codes in ((old, (0, 10)), (_domain(), (0, 10)), (missing, (3, 10))):
        server.play(answer, answer)
        found = [
            scripted("domain", "example.com", "--policy", str(path), *options).code
            for options in ([], ["--fail-on", "suspicious"])
        ]
        assert found == [*codes]
    server.play(old)
    path.write_text("max_age_days = 1", "utf-8")
    assert scripted("domain", "example.com", "--policy", str(path)).code == 4


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (b"malicious = 1", "no 'malicious'; the keys are malicious_from"),
        (b"malicious_from = 1\nsuspicious_from = 2", "suspicious_from: 2 is more"),
        (b"\xff", "not UTF-8"),
        (b"[", "not TOML"),
        (None, "presets are default, strict, lenient"),
    ],
)
def test_what_is_no_policy(vt: Command, tmp_path: Path, text: bytes | None, problem: str) -> None:
    path = tmp_path / "policy.toml"
    if text is not None:
        path.write_bytes(text)
    outcome = vt("domain", "example.com", "--policy", str(path))
    assert outcome.code == 2
    assert outcome.error.startswith(f"--policy: {path}: ")
    assert problem in outcome.error


@pytest.mark.parametrize("command", ["file", "url", "domain", "ip", "lookup", "analysis", "scan"])
def test_each_command_that_has_fail_on_has_a_policy(vt: Command, command: str) -> None:
    words = vt(command, "--help").out
    assert "--policy FILE|PRESET" in words
    assert "--fail-on VERDICT" in words
