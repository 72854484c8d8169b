"""The fixtures of the tests of the emulator."""

from collections.abc import Iterator

import pytest

from vt_sdk.emulator import Emulator
from vt_sdk.emulator.pytest_plugin import vt_emulator, vt_emulator_server

from .support import Api

__all__ = ["api", "vt_emulator", "vt_emulator_server"]


@pytest.fixture
def api(vt_emulator: Emulator) -> Iterator[Api]:
    """Return a client of a fresh emulator."""
    client = Api(vt_emulator)
    yield client
    client.close()
