"""The fixtures of the tests of the command."""

import pytest

from tests.support import KEY, Server
from vt_sdk.emulator import Emulator

from .support import Command


@pytest.fixture
def vt(emulator: Emulator) -> Command:
    """Return the command, pointed at a fresh emulator."""
    return Command(emulator.base_url, emulator.api_key)


@pytest.fixture
def scripted(server: Server) -> Command:
    """Return the command, pointed at the server that plays queued answers."""
    return Command(server.base_url, KEY)
