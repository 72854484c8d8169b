"""The command `emulator`."""

import re
import signal
from pathlib import Path

import pytest

from tests.support import SHA256
from vt_sdk import InvalidInputError
from vt_sdk.cli.inputs import EmulatorKey, emulator_key
from vt_sdk.emulator import Emulator

from .support import SECONDS, Command


@pytest.mark.slow
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_runs_until_a_signal(vt: Command, tmp_path: Path, number: signal.Signals) -> None:
    options = ("--port", "0", "--analysis-seconds", "0", "--db", str(tmp_path / "service.db"))
    with vt.child("emulator", *options, "--key", "me=mine:premium") as process:
        assert process.stdout
        lines = [process.stdout.readline() for _ in range(4)]
        given = dict(re.findall(r"export (\w+)=(\S+)", "".join(lines)))
        assert re.search(r"premium tier is [0-9a-f]{64}\n", lines[3])
        mine = Command(given["VT_BASE_URL"], given["VT_API_KEY"])
        assert mine("file", SHA256, "--fail-on", "malicious").code == 10
        assert mine("scan", "http://new.example/", "--deadline", "0.2").code == 0
        added = mine("comments", "example.org", "--add", "Hello", VT_API_KEY="mine")
        assert added.code == 0
        process.send_signal(number)
        out, err = process.communicate(timeout=SECONDS)
    assert (process.returncode, out, err) == (0, "", "")


@pytest.mark.slow
def test_what_goes_wrong_in_it_is_told(vt: Command) -> None:
    code = (
        "import logging, vt_sdk.emulator as e; from vt_sdk.cli import main\n"
        "e.serve = lambda *_, **__: logging.getLogger(e.__name__).error('it has failed')\nmain()"
    )
    assert "it has failed" in vt.run_child("emulator", code=code).err


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("me=k", EmulatorKey("me", "k", premium=False)),
        ("me=k:public", EmulatorKey("me", "k", premium=False)),
        ("me=a=b:c:premium", EmulatorKey("me", "a=b:c", premium=True)),
    ],
)
def test_keys(text: str, key: EmulatorKey) -> None:
    assert emulator_key(text) == key


@pytest.mark.parametrize(
    "text", ["", "k", "=k", "me=", "me=:premium", "me=k:gold", "me=a b", "me=é"]
)
def test_impossible_keys(vt: Command, text: str) -> None:
    with pytest.raises(InvalidInputError):
        emulator_key(text)
    outcome = vt("emulator", "--key", text)
    assert outcome.code == 2
    assert outcome.error.startswith("a key must read NAME=KEY")


def test_port_that_is_taken(vt: Command, emulator: Emulator) -> None:
    outcome = vt("emulator", "--port", emulator.url.rpartition(":")[2])
    assert outcome.code == 2
    assert "in use" in outcome.error


def test_database_that_is_none(vt: Command, tmp_path: Path) -> None:
    path = tmp_path / "text"
    path.write_text("This is not a database, and long enough to be seen as none. " * 20)
    outcome = vt("emulator", "--port", "0", "--db", str(path))
    assert outcome.code == 2
    assert outcome.error == "the emulator: file is not a database"


@pytest.mark.slow
def test_missing_extra(vt: Command) -> None:
    code = "import sys; sys.modules['uvicorn'] = None\nfrom vt_sdk.cli import main; main()"
    outcome = vt.run_child("emulator", code=code)
    assert (outcome.code, outcome.out) == (2, "")
    assert (
        outcome.error
        == 'the emulator needs the extra "emulator": pip install ".[emulator]" in a clone'
    )


def test_handlers_of_signals_are_put_back(vt: Command) -> None:
    before = signal.getsignal(signal.SIGINT)
    vt("emulator", "--port", "0", "--host", "nohost.invalid")
    assert signal.getsignal(signal.SIGINT) is before
