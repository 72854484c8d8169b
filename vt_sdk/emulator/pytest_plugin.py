"""The pytest fixture `vt_emulator`: an emulator that is fresh for each test.

    def test_report(vt_emulator):
        client = VirusTotal(vt_emulator.api_key, base_url=vt_emulator.base_url)

pytest imports this module for everybody who has the package, so nothing of the emulator is
imported before the fixture is used. One server runs for all tests; each test finds it reset.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from vt_sdk.emulator import Emulator

__all__ = ["vt_emulator", "vt_emulator_server"]


@pytest.fixture(scope="session")
def vt_emulator_server() -> "Iterator[Emulator]":
    """Run one emulator for all tests, which take it as `vt_emulator`."""
    from vt_sdk.emulator import Emulator

    with Emulator() as emulator:
        yield emulator


@pytest.fixture
def vt_emulator(vt_emulator_server: "Emulator") -> "Emulator":
    """Return an emulator that knows nothing but what a fresh one knows."""
    vt_emulator_server.reset()
    return vt_emulator_server
