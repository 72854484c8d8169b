"""The command as a process: entry, streams that break, terminals, signals, missing extras."""

import io
import os
import pty
import signal
import subprocess
import sys
import threading
from importlib.metadata import entry_points
from itertools import count
from pathlib import Path
from typing import TextIO

import pytest

from tests.support import SHA256, Answer, Server, json_answer, run_python, until
from vt_sdk import __version__
from vt_sdk.cli import main
from vt_sdk.emulator import Emulator

from .support import SECONDS, Command, Outcome


@pytest.mark.slow
def test_module_and_script_are_the_same(vt: Command) -> None:
    (script,) = entry_points(group="console_scripts", name="vt-sdk")
    assert script.load() is main
    outcome = vt.run_child("ip", "192.0.2.1", "--json")
    assert outcome.code == 0
    assert outcome.json["id"] == "192.0.2.1"
    assert outcome.err == ""


def test_version(vt: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    assert vt("--version").out == f"vt-sdk {__version__}\n"
    monkeypatch.setattr(sys, "argv", ["vt-sdk", "--version"])
    with pytest.raises(SystemExit) as ended:
        main()
    assert not ended.value.code


def test_help_names_variables_and_exit_codes_but_no_key(vt: Command) -> None:
    outcome = vt("--help")
    assert outcome.code == 0
    lines = vt("--help", COLUMNS="80").out.partition("Commands:")[2].splitlines()
    assert not [line for line in lines if "..." in line or len(line) > 80]  # nothing is cut
    for words in ("VT_API_KEY", "VT_BASE_URL", " 10  something was flagged", "130  interrupted"):
        assert words in outcome.out
    for command in ("scan", "file", "url", "domain", "ip", "comments", "quotas", "emulator"):
        assert command in outcome.out
        assert vt(command, "-h").code == 0


def test_no_command_is_a_wish_for_help(vt: Command) -> None:
    outcome = vt()
    assert outcome.code == 2
    assert "Commands" in outcome.out + outcome.err


def test_import_is_light() -> None:
    heavy = {"typer", "rich", "requests", "pydantic"}
    code = f"import sys, vt_sdk.cli\nprint(sorted({heavy} & set(sys.modules)))"
    assert run_python(code) == "[]\n"


@pytest.mark.slow
@pytest.mark.parametrize("module", ["typer", "rich", "rich.console"])
def test_missing_extra(vt: Command, module: str) -> None:
    code = f"import sys; sys.modules[{module!r}] = None\nfrom vt_sdk.cli import main; main()"
    outcome = vt.run_child(code=code)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.error == 'the command needs the extra "cli": pip install ".[cli]" in a clone'


@pytest.mark.slow
def test_other_missing_modules_are_not_hidden(vt: Command) -> None:
    code = "import sys; sys.modules['requests'] = None\nfrom vt_sdk.cli import main; main()"
    outcome = vt.run_child("ip", "192.0.2.1", code=code)
    assert "ModuleNotFoundError: import of requests" in outcome.err


def _with_closed_reader(command: Command, *arguments: str) -> Outcome:
    """Run a command whose reader has gone before the first byte."""
    reader, writer = os.pipe()
    os.close(reader)
    return command.into(_stream(writer, unbuffered=False), *arguments)


def test_reader_that_has_gone_ends_a_listing(scripted: Command, server: Server) -> None:
    numbers = count()
    server.default = lambda request: json_answer(
        [{"type": "comment", "id": "d-a", "attributes": {"text": "x"}}] * 40,
        meta={"cursor": str(next(numbers))},
    )
    outcome = _with_closed_reader(scripted, "comments", "example.com", "--limit", "100000")
    assert (outcome.code, outcome.err) == (11, "")
    assert len(server.requests) == 1


def test_reader_that_has_gone_ends_reports(vt: Command, emulator: Emulator) -> None:
    names = [f"d{number}.example" for number in range(100)]
    outcome = _with_closed_reader(vt, "domain", *names)
    assert (outcome.code, outcome.err) == (11, "")
    assert len(emulator.calls) < 50


def test_reader_that_has_gone_does_not_change_the_verdict(vt: Command, emulator: Emulator) -> None:
    arguments = ("domain", "example.com", "malware.example", "--fail-on", "malicious")
    outcome = _with_closed_reader(vt, *arguments)
    assert (outcome.code, outcome.err) == (10, "")
    # Another command that has ended may have left a request on the way.
    asked = [call.path for call in emulator.calls]
    assert [sum(path.endswith(f"/{name}") for path in asked) for name in arguments[1:3]] == [1, 1]


_OUTPUTS = [
    ["domain", "example.com"],
    ["domain", "example.com", "--json"],
    ["domain", "example.com", "example.org"],
    ["comments", SHA256],
    ["quotas"],
    ["--help"],
    ["scan", "-h"],
    ["emulator", "--port", "0"],
    ["--version"],
]
_BROKEN = [">/dev/full", ">&-"]


def _stream(descriptor: int, *, unbuffered: bool) -> TextIO:
    """Return what an interpreter has for its standard output."""
    if unbuffered:
        return io.TextIOWrapper(open(descriptor, "wb", buffering=0), write_through=True)
    return open(descriptor, "w")


def _broken(output: str, *, unbuffered: bool) -> TextIO | None:
    """Return an output that is full or closed."""
    if output == ">&-":
        return None
    return _stream(os.open("/dev/full", os.O_WRONLY), unbuffered=unbuffered)


@pytest.mark.parametrize("unbuffered", [False, True])
@pytest.mark.parametrize("arguments", _OUTPUTS, ids=" ".join)
def test_full_disk_is_an_error(vt: Command, arguments: list[str], unbuffered: bool) -> None:
    outcome = vt.into(_broken(">/dev/full", unbuffered=unbuffered), *arguments)
    assert outcome.code == 11
    assert outcome.error == "the output cannot be written: No space left on device"


@pytest.mark.parametrize("unbuffered", [False, True])
@pytest.mark.parametrize(
    ("names", "code"),
    [
        (["malware.example"], 10),
        (["malware.example", "example.com"], 10),
        (["example.com", "malware.example"], 10),
        (["example.com", "example.org"], 11),
    ],
)
@pytest.mark.parametrize("options", [[], ["--json"]])
@pytest.mark.parametrize("output", _BROKEN)
def test_verdict_wins_over_broken_output(
    vt: Command, names: list[str], code: int, options: list[str], unbuffered: bool, output: str
) -> None:
    arguments = ["domain", *names, *options, "--fail-on", "malicious"]
    outcome = vt.into(_broken(output, unbuffered=unbuffered), *arguments)
    assert outcome.code == code
    assert outcome.error.startswith("the output cannot be written")


@pytest.mark.slow
@pytest.mark.parametrize(("output", "unbuffered"), [*zip(_BROKEN, ["", "1"], strict=True)])
def test_broken_output_of_a_process(vt: Command, output: str, unbuffered: str) -> None:
    arguments = ["domain", "malware.example", "example.com", "--fail-on", "malicious"]
    done = subprocess.run(
        ["sh", "-c", f'exec "$@" {output}', "sh", sys.executable, "-m", "vt_sdk", *arguments],
        env={**os.environ, **vt.variables, "PYTHONUNBUFFERED": unbuffered},
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
    )
    assert done.returncode == 10
    (line,) = done.stderr.splitlines()
    assert line.startswith("error: the output cannot be written")


@pytest.mark.parametrize("arguments", _OUTPUTS, ids=" ".join)
def test_output_without_a_reader_is_said_to_nobody(vt: Command, arguments: list[str]) -> None:
    outcome = _with_closed_reader(vt, *arguments)
    assert (outcome.code, outcome.err) == (11, "")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("redirection", "code", "words"),
    [
        (">&-", 11, "error: the output cannot be written: Bad file descriptor\n"),
        ("<&-", 0, ""),
        ("2>&-", 0, ""),
        ("2>/dev/full", 0, ""),
        (">&- 2>&- <&-", 11, ""),
        ("'a b' 2>&-", 2, ""),
    ],
)
def test_streams_that_are_closed(vt: Command, redirection: str, code: int, words: str) -> None:
    done = subprocess.run(
        ["sh", "-c", f"{sys.executable} -m vt_sdk domain example.com {redirection}"],
        env={**os.environ, **vt.variables},
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
    )
    assert (done.returncode, done.stderr) == (code, words)


@pytest.mark.slow
def test_terminal_without_the_letters(vt: Command) -> None:
    assert vt("comments", "example.org", "--add", "Bücher \U0001f600").code == 0
    for variables in ({"PYTHONIOENCODING": "ascii"}, {"LC_ALL": "C", "PYTHONUTF8": "0"}):
        outcome = vt.run_child("comments", "example.org", env=variables)
        assert outcome.code == 0
        assert outcome.out.endswith("  B\\xfccher \\U0001f600\n")
    assert vt.run_child("--help", env=variables).code == 0


@pytest.mark.slow
def test_interrupt(vt: Command, emulator: Emulator, tmp_path: Path) -> None:
    emulator.analysis_seconds = 1000
    (tmp_path / "a").write_text("wait for me")
    with vt.child("scan", str(tmp_path / "a"), "http://example.com/") as process:
        until(lambda: any(call.method == "POST" for call in emulator.calls))
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=SECONDS)
    assert (process.returncode, out, err) == (130, "", "")


@pytest.mark.slow
@pytest.mark.parametrize("module", ["vt_sdk.cli.app", "rich.console", "requests", "vt_sdk.models"])
def test_interrupt_while_modules_are_loaded(vt: Command, module: str) -> None:
    code = f"""
import os, signal, sys
class Finder:
    def find_spec(self, name, path=None, target=None):
        if name == {module!r}:
            os.kill(os.getpid(), signal.SIGINT)
sys.meta_path.insert(0, Finder())
from vt_sdk.cli import main
main()
"""
    outcome = vt.run_child("domain", "example.com", code=code)
    assert (outcome.code, outcome.out, outcome.err) == (130, "", "")


@pytest.mark.slow
def test_interrupt_while_nobody_answers(scripted: Command, server: Server) -> None:
    server.default = Answer(delay=SECONDS)
    with scripted.child("domain", "example.com") as process:
        until(lambda: bool(server.requests))
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=SECONDS)
    assert (process.returncode, out, err) == (130, "", "")


@pytest.mark.slow
def test_finding_wins_over_an_interrupt(scripted: Command, server: Server) -> None:
    stats = {"malicious": 1, "suspicious": 0, "undetected": 0, "harmless": 0, "timeout": 0}
    document = {"type": "domain", "id": "x", "attributes": {"last_analysis_stats": stats}}
    server.play(json_answer(document))
    server.default = Answer(delay=SECONDS)
    arguments = ("domain", "-", "--fail-on", "malicious")
    with scripted.child(*arguments, stdin=subprocess.PIPE) as process:
        assert process.stdin
        assert process.stdout
        process.stdin.write("a.example\n")
        process.stdin.flush()
        assert process.stdout.readline() == "domain x\n"
        process.stdin.write("b.example\n")
        process.stdin.flush()
        until(lambda: len(server.requests) == 2)
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=SECONDS)
    assert (process.returncode, err) == (10, "")


class _Terminal:
    """A terminal of which everything that is written to it is kept."""

    def __init__(self) -> None:
        self.text = b""
        self._master, self.slave = pty.openpty()
        self._thread = threading.Thread(target=self._read)

    def __enter__(self) -> "_Terminal":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        os.close(self.slave)
        self._thread.join(SECONDS)
        os.close(self._master)

    def _read(self) -> None:
        try:
            while chunk := os.read(self._master, 65_536):
                self.text += chunk
        except OSError:  # the other side is closed
            pass


_TERMINAL = {"TERM": "xterm-256color", "COLUMNS": "100"}


@pytest.mark.slow
@pytest.mark.parametrize("quiet", [False, True])
def test_progress_is_shown_on_the_terminal_only(vt: Command, tmp_path: Path, quiet: bool) -> None:
    path = tmp_path / "[red]new\x1b[5mname"  # its end is what is shown of the path
    path.write_bytes(b"x" * 1_000_000)
    options = ["--quiet"] if quiet else []
    with _Terminal() as terminal:
        outcome = vt.run_child(
            *(*options, "scan", str(path), "--json", "--deadline", "0.2"),
            stderr=terminal.slave,
            env=_TERMINAL,
        )
    assert outcome.code == 0
    assert outcome.json["attributes"]["size"] == 1_000_000
    assert (b"1,000,000 of 1,000,000 bytes sent" in terminal.text) is not quiet
    assert (b"analysis completed" in terminal.text) is not quiet
    assert (rb"[red]new\x1b[5mname" in terminal.text) is not quiet
    assert b"\x1b[5m" not in terminal.text
    if quiet:
        assert terminal.text == b""


@pytest.mark.slow
def test_colours_on_a_terminal_are_ours_alone(vt: Command) -> None:
    evil = "\x1b[35mpurple [magenta]m[/magenta]"
    assert vt("comments", "example.org", "--add", evil).code == 0
    with _Terminal() as terminal:
        for arguments in (["comments", "example.org"], ["file", SHA256]):
            vt.run_child(*arguments, stdout=terminal.slave, env=_TERMINAL)
    assert rb"\x1b[35mpurple [magenta]m[/magenta]" in terminal.text
    assert b"\x1b[35m" not in terminal.text
    assert b"\x1b[1;31mmalicious" in terminal.text
    # Longer than the terminal is wide, and in one piece, so that it can be copied.
    assert f"https://www.virustotal.com/gui/file/{SHA256}".encode() in terminal.text


@pytest.mark.slow
def test_pipe_in_a_shell(vt: Command) -> None:
    command = f"{sys.executable} -m vt_sdk comments {SHA256} --limit 26 | head -n 1"
    done = subprocess.run(
        ["sh", "-c", command],
        env={**os.environ, **vt.variables},
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=True,
    )
    assert done.stdout.startswith("2024-01-02 01:00:00 UTC")
    assert done.stderr == ""


@pytest.mark.slow
def test_a_download_shows_how_much_came(emulator: Emulator, tmp_path: Path) -> None:
    sha256 = emulator.add_file(b"x" * 1_000_000)
    premium = Command(emulator.base_url, emulator.premium_key)
    with _Terminal() as terminal:
        outcome = premium.run_child(
            *("download", sha256, "-o", str(tmp_path / "sample")),
            stderr=terminal.slave,
            env=_TERMINAL,
        )
    assert outcome.code == 0
    assert b"1,000,000 of 1,000,000 bytes received" in terminal.text
