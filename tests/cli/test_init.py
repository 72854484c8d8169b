"""The command `init`: the key in a file that only its user can read, and who reads it."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support import ROOT
from vt_sdk import MissingAPIKeyError, VirusTotal
from vt_sdk.emulator import Emulator

from .support import SECONDS, Command


@pytest.fixture
def bare(emulator: Emulator) -> Command:
    """Return the command without a key in its environment."""
    command = Command(emulator.base_url, emulator.api_key)
    del command.variables["VT_API_KEY"]
    return command


@pytest.fixture
def key_file(config_folder: Path) -> Path:
    return config_folder / "vt-sdk" / "api_key"


def kept(command: Command) -> None:
    assert command("init", stdin=command.key.encode() + b"\n").code == 0


def test_a_key_from_stdin_is_kept_for_its_user_alone(bare: Command, key_file: Path) -> None:
    outcome = bare("init", stdin=f" {bare.key}\r\n".encode())
    assert (outcome.code, outcome.out, outcome.err) == (0, "", f"the key is in {key_file}\n")
    assert stat.S_IMODE(key_file.stat().st_mode) == 0o600
    assert stat.S_IMODE(key_file.parent.stat().st_mode) == 0o700
    assert [*key_file.parent.iterdir()] == [key_file]
    assert bare("domain", "example.com").code == 0


def test_a_new_key_takes_the_place_of_the_old(bare: Command, key_file: Path) -> None:
    kept(bare)
    key_file.chmod(0o644)
    assert bare("init", stdin=b"another-key").code == 0
    assert key_file.read_text() == "another-key\n"
    assert stat.S_IMODE(key_file.stat().st_mode) == 0o600
    assert bare("domain", "example.com").code == 5


def test_the_variable_and_the_option_win(bare: Command) -> None:
    assert bare("init", stdin=b"of-the-file").code == 0
    assert bare("domain", "example.com").code == 5
    assert bare("domain", "example.com", VT_API_KEY=bare.key).code == 0
    assert bare("--api-key", bare.key, "domain", "example.com").code == 0
    noted = bare("init", "--remove", VT_API_KEY=bare.key)
    assert noted.err.splitlines()[1] == "note: VT_API_KEY is set, and wins"


def test_it_can_be_removed(bare: Command, key_file: Path) -> None:
    kept(bare)
    assert bare("init", "--remove").err == f"removed {key_file}\n"
    assert not key_file.exists()
    again = bare("init", "--remove")
    assert (again.code, again.err) == (0, f"there is no {key_file}\n")
    assert "keep one by vt-sdk init" in bare("domain", "example.com").error


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o660])
def test_a_file_that_others_may_read_is_refused(
    bare: Command, emulator: Emulator, key_file: Path, mode: int
) -> None:
    kept(bare)
    key_file.chmod(mode)
    outcome = bare("domain", "example.com")
    assert outcome.code == 2
    assert outcome.error.startswith(f"others may read the API key in {key_file}: chmod 600")
    assert emulator.calls == []
    assert bare("domain", "example.com", VT_API_KEY=bare.key).code == 0  # nobody asks the file


@pytest.mark.parametrize("text", [b"", b"\n", b"two words\n", "schlüssel".encode(), b"\xff\n"])
def test_what_can_be_no_key_is_not_kept(bare: Command, key_file: Path, text: bytes) -> None:
    outcome = bare("init", stdin=text)
    assert (outcome.code, outcome.error) == (2, "an API key is printable ASCII without spaces")
    assert not key_file.exists()


def test_a_folder_that_cannot_be_written_is_said(bare: Command, config_folder: Path) -> None:
    config_folder.write_text("no folder")
    outcome = bare("init", stdin=b"key")
    assert outcome.code == 11
    assert outcome.error.startswith(str(config_folder))
    assert "Not a directory" in bare("domain", "example.com").error


@pytest.mark.slow
def test_a_person_types_it_without_an_echo(bare: Command, key_file: Path) -> None:
    terminal, ours = os.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "vt_sdk", "init"],
        cwd=ROOT,
        env={**os.environ, **bare.variables},
        stdin=ours,
        stdout=ours,
        stderr=ours,
        start_new_session=True,  # without the terminal of who runs the tests, if there is one
    ) as process:
        os.close(ours)
        shown = b""
        while b"API key: " not in shown:
            shown += os.read(terminal, 1_000)
        os.write(terminal, bare.key.encode() + b"\n")
        assert process.wait(SECONDS) == 0
        shown += os.read(terminal, 1_000)
    os.close(terminal)
    assert bare.key.encode() not in shown
    assert key_file.read_text() == f"{bare.key}\n"


def test_programs_do_not_read_it(bare: Command, emulator: Emulator) -> None:
    kept(bare)
    with pytest.raises(MissingAPIKeyError):
        VirusTotal(base_url=emulator.base_url).domains.get_report("example.com")
