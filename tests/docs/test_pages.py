"""Every block of the README and of the pages runs, exactly as the reader sees it.

The blocks of Python of a page build on each other, so they run as one program, on the lines where
they stand: a traceback names the line to look at. `VT_BASE_URL` leads it to the emulator. What a
block prints stands below it.
"""

import os
import re
import shlex
import signal
import subprocess
import sys
import threading
import time
import tomllib
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.cli.support import Command
from tests.docs.support import (
    PAGES,
    PROGRAM,
    ROOT,
    Block,
    blocks,
    moved,
    printing,
    program,
    shortened,
    stands,
)
from vt_sdk import AsyncVirusTotal, VirusTotal
from vt_sdk.cli.exits import ExitCode
from vt_sdk.emulator import Emulator

SECONDS = 120
GUIDES = ROOT / "docs" / "guides"
METHOD = re.compile(r"\b(a?vt)\.(\w+)\.(\w+)\(")
# Commands, and what they print, which stands below them.
SESSION = re.compile(r"^```sh\n([^`]*)^```\n\n^```text\n[^`]*^```$", re.MULTILINE)


def fixture_block() -> Block:
    (block,) = (block for block in blocks("python") if "def test_" in block.text)
    return block


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return the folder that the reader works in, with the files that the examples name."""
    (tmp_path / "sample.exe").write_bytes(b"MZ: a sample that nobody has sent before")
    (tmp_path / "company.pem").touch()
    for name in ("indicators.txt", "report.txt"):
        (tmp_path / name).write_text("malware[.]example\n192.0.2.1\n")
    (tmp_path / "indicators.csv").write_text(
        "when,indicator\n2026,hxxp://malware[.]example/\n2026,invoice.zip\n2026,192.0.2.1\n"
    )
    return tmp_path


@pytest.fixture
def surroundings(emulator: Emulator) -> Mapping[str, str]:
    """Return the environment of a reader, whose service is the emulator."""
    licensed = dict.fromkeys(("VT_FEEDS_API_KEY", "VT_GTI_API_KEY"), emulator.premium_key)
    keys = {"VT_API_KEY": emulator.api_key, **licensed}
    emulator.add_key(emulator.api_key, user="emulator-public", per_day=500)
    emulator.add_file(
        b"MZ: a kit", malicious=9, type_tag="peexe", first_submission_date=int(time.time())
    )
    return {**keys, "VT_BASE_URL": emulator.base_url}


def run(*command: str | Path, folder: Path, surroundings: Mapping[str, str]) -> str:
    done = subprocess.run(
        [sys.executable, *command],
        cwd=folder,
        env={**os.environ, **surroundings},
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def programs(folder: Path) -> dict[str, Path]:
    """Write the program of each page that has one, and return where, by the name of the page."""
    found = {}
    for page in PAGES:
        if text := program(page):
            name = page.stem.replace("-", "_").lower()
            assert name not in found
            found[name] = folder / f"program_{name}.py"
            found[name].write_text(text, "utf-8")
    return found


def test_the_blocks_are_of_the_kinds_that_are_checked() -> None:
    everything = blocks("python", "sh", "diff", "text")
    assert {block.language for block in everything} == {"python", "sh", "diff", "text"}
    assert len(everything) == sum(page.read_text("utf-8").count("```") for page in PAGES) // 2
    assert len(blocks("python")) >= 40


@pytest.mark.slow
@pytest.mark.parametrize(
    "page", [pytest.param(page, id=page.stem) for page in PAGES if program(page)]
)
@pytest.mark.filterwarnings("ignore::ResourceWarning")  # programs that end close nothing
def test_python_blocks_print_what_stands_below_them(
    folder: Path, surroundings: Mapping[str, str], monkeypatch: pytest.MonkeyPatch, page: Path
) -> None:
    for name, value in surroundings.items():
        monkeypatch.setenv(name, value)
    monkeypatch.chdir(folder)
    names = {"__name__": "__main__"}
    text = page.read_text("utf-8")
    with printing() as shown:

        def run(block: re.Match[str]) -> str:
            line = text.count("\n", 0, block.start(1))
            exec(compile("\n" * line + block[1], page, "exec"), names)
            said = shortened(shown.getvalue())
            shown.seek(0)
            shown.truncate()
            return f"```python\n{block[1]}```" + (f"\n\n```text\n{said}```" if said else "")

        stands(page, PROGRAM.sub(run, text))
    names.clear()  # what is left open is warned of here, and not by the next search for garbage


def test_methods_that_are_named_exist() -> None:
    named = {match.groups() for page in PAGES for match in METHOD.finditer(page.read_text("utf-8"))}
    assert len(named) > 10
    clients = {"vt": VirusTotal("key"), "avt": AsyncVirusTotal("key")}
    groups = {name: getattr(clients[name[0]], name[1], None) for name in named}
    assert {name for name, group in groups.items() if not hasattr(group, name[2])} == set()


SERVED = """

from fastapi.testclient import TestClient

with TestClient(app) as web:
    found = web.get(f"/files/{eicar}")
    print("served", found.status_code, found.json()["attributes"]["md5"] == eicar)
    print("served", web.get("/files/" + "0" * 64).status_code)
"""


@pytest.mark.slow
def test_the_web_service_serves(folder: Path, surroundings: Mapping[str, str]) -> None:
    (block,) = (block for block in blocks("python") if "FastAPI(" in block.text)
    source = folder / "service.py"
    source.write_text(block.text + SERVED, "utf-8")
    strict = ("-X", "dev", "-W", "error::ResourceWarning", "-W", "error::RuntimeWarning")
    shown = run(*strict, source, folder=folder, surroundings=surroundings)
    assert re.findall("^served .*", shown, re.MULTILINE) == ["served 200 True", "served 404"]


@pytest.mark.slow
def test_python_blocks_pass_the_type_checker(folder: Path) -> None:
    # From the root, where the settings and the cache of the checker are.
    run("-m", "mypy", *programs(folder).values(), folder=ROOT, surroundings={})


@pytest.mark.slow
def test_fixture_block_holds_tests(folder: Path) -> None:
    source, text = folder / "test_mine.py", fixture_block().text
    source.write_text(text, "utf-8")
    command = ("-m", "pytest", "-q", "-p", "no:schemathesis", source)
    shown = run(*command, folder=folder, surroundings={})
    count = text.count("def test_")
    assert count > 0
    assert f"{count} passed" in shown


# --- commands ------------------------------------------------------------------------------------


def commands() -> list[list[str]]:
    """Return the words of every command, without comments."""
    lines = [line for block in blocks("sh") for line in block.text.splitlines()]
    return [shlex.split(line, comments=True) for line in lines]


def test_every_command_is_checked_here() -> None:
    kinds = {(words[0], words[1] if words[0] == "pip" else "") for words in commands()}
    assert kinds == {("python3", ""), ("pip", "install"), ("vt-sdk", ""), ("export", "")}


def test_scripts_and_extras_exist() -> None:
    scripts = [words[1] for words in commands() if words[0] == "python3"]
    assert scripts == ["scripts/demo.py", "scripts/test.py"]
    text = "".join(page.read_text("utf-8") for page in PAGES)
    for named in {*scripts, *re.findall(r"scripts/\w+\.py", text)}:
        assert (ROOT / named).is_file()
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    named = {words[2] for words in commands() if words[0] == "pip"}
    assert named == {".", ".[cli]", ".[emulator]", ".[cli,emulator]"}
    assert {"cli", "emulator"} <= set(project["optional-dependencies"])
    assert "vt-sdk" in project["scripts"]


@pytest.mark.slow
def test_commands_run(folder: Path, emulator: Emulator, monkeypatch: pytest.MonkeyPatch) -> None:
    client = emulator.client()
    client.files.upload(folder / "sample.exe")  # `file` asks for what is known
    report = client.domains.get_report("example.com")
    (folder / "report.json").write_text(report.to_json(), "utf-8")  # as the program before did
    chosen = [words[1:] for words in commands() if words[0] == "vt-sdk"]
    chosen = [words for words in chosen if words[0] != "emulator"]
    kinds = {"scan", "file", "url", "domain", "ip", "comments", "quotas", "drift", "lookup"}
    kinds |= {"relationships", "search", "download", "extract", "init", "diff", "bulk"}
    assert {words[0] for words in chosen} == kinds
    monkeypatch.chdir(folder)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(folder / "config"))
    command = Command(emulator.base_url, emulator.premium_key)
    silent = set()
    for words in chosen:
        outcome = command(*words, stdin=b"a-key")  # nothing but `vt-sdk init` reads it
        assert outcome.code == 0, (words, outcome)
        if not outcome.out:
            silent.add(words[0])
    assert silent == {"init", "download"}  # they say on stderr what they have done

    def run(session: re.Match[str]) -> str:
        outcomes = [command(*shlex.split(line)[1:]) for line in session[1].splitlines()]
        said = shortened("".join(outcome.out + outcome.err for outcome in outcomes))
        return f"```sh\n{session[1]}```\n\n```text\n{said}```"

    page = GUIDES / "command.md"
    stands(page, SESSION.sub(run, page.read_text("utf-8")))


@pytest.mark.slow
def test_the_emulator_command_runs(folder: Path) -> None:
    (words,) = (words for words in commands() if words[:2] == ["vt-sdk", "emulator"])
    # The last port wins; the one of the README may be taken here.
    with subprocess.Popen(
        [sys.executable, "-m", "vt_sdk", *words[1:], "--port", "0"],
        cwd=folder,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        limit = threading.Timer(SECONDS, process.kill)  # ends the wait for the first line too
        limit.start()
        try:
            assert process.stdout is not None
            assert "listens on http://127.0.0.1:" in process.stdout.readline()
            process.send_signal(signal.SIGTERM)
            assert process.wait() == 0
        finally:
            limit.cancel()
            process.kill()


def test_the_exit_codes_are_those_of_the_command() -> None:
    text = (GUIDES / "command.md").read_text("utf-8")
    table = re.findall(r"^\| (\d+) \| .+ \|$", text, re.MULTILINE)
    assert [int(code) for code in table] == [int(code) for code in ExitCode]


# --- the move from vtapi3 ------------------------------------------------------------------------


@pytest.mark.slow
def test_the_move_is_the_three_edits(
    emulator: Emulator, folder: Path, surroundings: Mapping[str, str]
) -> None:
    (block,) = blocks("diff")
    lines = block.text.splitlines()
    before = "".join(f"{line[1:]}\n" for line in lines if not line.startswith("+"))
    after = "".join(f"{line[1:]}\n" for line in lines if not line.startswith("-"))
    assert moved(before).replace("import json\n", "") == after
    source = folder / "moved.py"
    source.write_text(after, "utf-8")
    shown = run(source, folder=folder, surroundings=surroundings)
    assert '"type": "file"' in shown


def test_the_layout_names_what_exists() -> None:
    (block,) = blocks("text", page=ROOT / "CONTRIBUTING.md")
    for folder in re.findall(r"^(\w+)/", block.text, re.MULTILINE):
        assert (ROOT / folder).is_dir()
    for line in re.findall(r"^  (\w.*?)  ", block.text, re.MULTILINE):
        assert all((ROOT / "vt_sdk" / name.strip(" /")).is_dir() for name in line.split(","))
