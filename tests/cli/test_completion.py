"""Completion by the shell: what installs it, and what it proposes."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support import ROOT

from .support import Command


@pytest.mark.parametrize(
    ("typed", "proposed"),
    [
        ("vt-sdk lo", {"lookup"}),
        ("vt-sdk e", {"emulator", "extract"}),
        ("vt-sdk lookup --for", {"--format"}),
        ("vt-sdk lookup --format j", {"json", "jsonl"}),
        ("vt-sdk lookup --policy s", {"strict"}),
        ("vt-sdk lookup --policy ./s", set()),
        ("vt-sdk bulk --engine a", {"asyncio"}),
        ("vt-sdk relationships evil.example subd", {"subdomains"}),
        ("vt-sdk relationships evil.zip subd", {"subdomains"}),
        ("vt-sdk relationships 192.0.2.1 subd", set()),
        ("vt-sdk relationships rubbish v", set()),
    ],
)
def test_what_a_shell_proposes(vt: Command, typed: str, proposed: set[str]) -> None:
    count = str(len(typed.split()) - 1)
    outcome = vt(_VT_SDK_COMPLETE="complete_bash", COMP_WORDS=typed, COMP_CWORD=count)
    assert (outcome.code, set(outcome.out.split())) == (0, proposed)


# What there is to choose from is settled when the command is first run in a process: else the shell
# is that of who runs the tests, if it is one.
ANY_SHELL = {"_TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION": "1"}


@pytest.mark.slow
@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_of_a_shell_calls_the_command(vt: Command, shell: str) -> None:
    outcome = vt.run_child("--show-completion", shell, env=ANY_SHELL)
    assert outcome.code == 0
    assert f"_VT_SDK_COMPLETE=complete_{shell}" in outcome.out


@pytest.mark.slow
def test_it_can_be_installed(vt: Command, config_folder: Path) -> None:
    config_folder.mkdir()
    outcome = vt.run_child("--install-completion", "bash", env=ANY_SHELL)
    assert outcome.code == 0
    script = config_folder / ".bash_completions" / "vt-sdk.sh"
    assert "complete_bash" in script.read_text()
    assert str(script) in (config_folder / ".bashrc").read_text()


@pytest.mark.slow
def test_a_shell_without_completion_is_told(tmp_path: Path) -> None:
    script = '"$0" -m vt_sdk --install-completion; exit $?'  # else the shell gives way to it
    done = subprocess.run(
        ["sh", "-c", script, sys.executable],
        env={**os.environ, "HOME": str(tmp_path)},
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert (done.returncode, done.stdout + done.stderr) == (2, "Shell sh is not supported.\n")
