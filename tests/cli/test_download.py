"""The command `download`."""

import hashlib
import os
from pathlib import Path

import pytest

from vt_sdk.emulator import Emulator

from .support import Command

CONTENT = b"the content of a file"
SHA256 = hashlib.sha256(CONTENT).hexdigest()


@pytest.fixture
def premium(emulator: Emulator) -> Command:
    """Return the command with a key of the premium tier, and a file at the service."""
    emulator.add_file(CONTENT)
    return Command(emulator.base_url, emulator.premium_key)


def test_a_file_is_written_and_its_hash_told(premium: Command, tmp_path: Path) -> None:
    path = tmp_path / "sample"
    outcome = premium("download", SHA256, "-o", str(path))
    assert (outcome.code, outcome.out) == (0, "")
    assert outcome.err == f"{path}: {len(CONTENT)} bytes, SHA-256 {SHA256}\n"
    assert path.read_bytes() == CONTENT


def test_what_is_there_is_replaced_only_if_told(premium: Command, tmp_path: Path) -> None:
    path = tmp_path / "sample"
    path.write_text("mine")
    outcome = premium("download", SHA256, "--output", str(path))
    assert (outcome.code, outcome.error) == (2, f"{path} is there already; --force replaces it")
    assert path.read_text() == "mine"
    assert premium("download", SHA256, "-o", str(path), "--force").code == 0
    assert path.read_bytes() == CONTENT


def test_nothing_is_left_of_what_failed(premium: Command, vt: Command, tmp_path: Path) -> None:
    path = tmp_path / "sample"
    assert vt("download", SHA256, "-o", str(path)).code == 5  # the tier
    assert premium("download", "0" * 64, "-o", str(path)).code == 3
    assert premium("download", "rubbish", "-o", str(path)).code == 2
    assert [*tmp_path.iterdir()] == []
    outcome = premium("download", SHA256, "-o", str(tmp_path / "nowhere" / "sample"))
    assert (outcome.code, outcome.err.count("\n")) == (11, 1)
    assert "cannot be written: No such file or directory" in outcome.error


def test_a_folder_is_no_place_for_it(premium: Command, tmp_path: Path) -> None:
    outcome = premium("download", SHA256, "-o", str(tmp_path), "--force")
    assert (outcome.code, outcome.error) == (2, f"{tmp_path} is a folder: give the path of a file")


@pytest.mark.slow
def test_stdout_has_the_content_and_nothing_else(premium: Command) -> None:
    outcome = premium.run_child("download", SHA256, "-o", "-")
    assert (outcome.code, outcome.out) == (0, CONTENT.decode())
    assert outcome.err.startswith("-: 21 bytes")
    assert premium.run_child("-q", "download", SHA256, "-o", "-").err == ""


@pytest.mark.slow
def test_a_terminal_gets_no_file(premium: Command) -> None:
    terminal, stdout = os.openpty()
    outcome = premium.run_child("download", SHA256, "-o", "-", stdout=stdout)
    os.close(terminal)
    os.close(stdout)
    assert outcome.code == 2
    assert outcome.error == "a terminal cannot show a file: give --output a path"


@pytest.mark.slow
def test_a_reader_that_goes_ends_it_quietly(premium: Command) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    outcome = premium.run_child("download", SHA256, "-o", "-", stdout=writing)
    os.close(writing)
    assert (outcome.code, outcome.err) == (11, "")
