"""The fixtures of the tests: servers to speak to and an environment that holds no surprises."""

from collections.abc import Iterator

import pytest

from tests.support import Server
from vt_sdk.emulator import Emulator

_SURPRISES = (
    # Child processes leave each other what they have compiled; most of them load the package.
    "PYTHONDONTWRITEBYTECODE",
    "ALL_PROXY",
    "CURL_CA_BUNDLE",
    "HTTPS_PROXY",
    "HTTP_PROXY",
    "NO_PROXY",
    "REQUESTS_CA_BUNDLE",
    "VT_API_KEY",
    "VT_BASE_URL",
)


@pytest.fixture(autouse=True)
def plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take away what would change where requests go, with which key, and how long it all takes."""
    for name in _SURPRISES:
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)


@pytest.fixture
def server() -> Iterator[Server]:
    """Run a server that records requests and plays queued answers."""
    with Server() as running:
        yield running


@pytest.fixture
def other_server() -> Iterator[Server]:
    """Run a second server: another origin."""
    with Server() as running:
        yield running


@pytest.fixture
def emulator(vt_emulator: Emulator) -> Emulator:
    """Give the emulator that the package's own plug-in runs, fresh."""
    return vt_emulator


@pytest.fixture
def environment_key(monkeypatch: pytest.MonkeyPatch) -> str:
    """Put a key into the environment."""
    key = "environment" + "1" * 53
    monkeypatch.setenv("VT_API_KEY", key)
    return key
