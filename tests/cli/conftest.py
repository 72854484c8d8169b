"""The fixtures of the tests of the command."""

from pathlib import Path

import pytest

from tests.support import KEY, Server
from vt_sdk.emulator import Emulator

from .support import Command


@pytest.fixture(autouse=True)
def config_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Have a folder of its own for what `vt-sdk init` keeps, not that of who runs the tests."""
    folder = tmp_path / "config"
    for name in ("APPDATA", "HOME", "XDG_CONFIG_HOME"):
        monkeypatch.setenv(name, str(folder))
    return folder


@pytest.fixture
def vt(emulator: Emulator) -> Command:
    """Return the command, pointed at a fresh emulator."""
    return Command(emulator.base_url, emulator.api_key)


@pytest.fixture
def scripted(server: Server) -> Command:
    """Return the command, pointed at the server that plays queued answers."""
    return Command(server.base_url, KEY)
