"""The fixtures of the tests: servers to speak to and an environment that holds no surprises."""

import importlib
import sys
from collections.abc import Iterator

import hypothesis
import pytest

from tests.loops import Loop
from tests.support import ROOT, Server, tls_context
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

# How long an example takes is up to the machine; `scripts/test.py --fast` asks for fewer of them.
hypothesis.settings.register_profile("untimed", deadline=None)
hypothesis.settings.register_profile("fast", deadline=None, max_examples=25)
hypothesis.settings.load_profile("untimed")


def pytest_configure() -> None:
    """Make what the emulator is driven by, where the schemas have changed since."""
    # The grammars by which jsonschema checks IRIs take seconds to read, and no schema here has one.
    sys.modules["rfc3987_syntax"] = None  # type: ignore[assignment]
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(ROOT / "scripts")
        importlib.import_module("_package_data").ensure()


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


@pytest.fixture(params=["threads", pytest.param("loop", marks=pytest.mark.slow)])
def loop(request: pytest.FixtureRequest) -> Iterator[Loop | None]:
    """Have a test run twice: with the client for threads, and on a loop with that for loops."""
    if request.param == "threads":
        yield None
        return
    running = Loop()
    try:
        yield running
    finally:
        running.close()


@pytest.fixture
def either(loop: Loop | None) -> Iterator[Server]:
    """Run a server, and the test twice: its clients are for threads, and then for a loop."""
    with Server(loop=loop) as running:
        yield running


@pytest.fixture
def tls_server() -> Iterator[Server]:
    """Run a server with a certificate of an authority that nobody knows."""
    with Server(tls_context()) as running:
        yield running


@pytest.fixture
def tls_either(loop: Loop | None) -> Iterator[Server]:
    """Run such a server, and the test twice: its clients are for threads, and then for a loop."""
    with Server(tls_context(), loop=loop) as running:
        yield running


@pytest.fixture
def emulator(vt_emulator: Emulator) -> Emulator:
    """Return the emulator that the package's own plug-in runs, fresh."""
    return vt_emulator


@pytest.fixture
def environment_key(monkeypatch: pytest.MonkeyPatch) -> str:
    """Put a key into the environment."""
    key = "environment" + "1" * 53
    monkeypatch.setenv("VT_API_KEY", key)
    return key
