"""Other clients, as published, do their main jobs against the emulator: it must be honest.

They run as child processes of an interpreter of their own, because they must not be part of this
project's environment: the one that `VT_SDK_PEERS_PYTHON` names, else `.venv-peers` beside the
project, which `scripts/test.py` makes.
"""

import json
import os
import subprocess
from pathlib import Path
from typing import Any

import pytest

from vt_sdk.emulator import Emulator
from vt_sdk.emulator.pytest_plugin import vt_emulator, vt_emulator_server

__all__ = ["vt_emulator", "vt_emulator_server"]

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
SECONDS = 90


def interpreter() -> Path:
    named = os.environ.get("VT_SDK_PEERS_PYTHON")
    path = Path(named) if named else ROOT / ".venv-peers" / "bin" / "python"
    if not path.exists():
        pytest.fail(
            f"there is no {path}: make it by scripts/test.py, or name an interpreter that has"
            " vt-py and vtapi3 in VT_SDK_PEERS_PYTHON"
        )
    return path


def run(program: str, *arguments: str) -> dict[str, Any]:
    done = subprocess.run(
        [interpreter(), HERE / program, *arguments],
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    seen: dict[str, Any] = json.loads(done.stdout)
    return seen


def test_official_client(vt_emulator: Emulator) -> None:
    seen = run("vtpy_program.py", vt_emulator.url, vt_emulator.api_key)
    assert seen.pop("malicious") > 50
    assert seen == {
        "first_seen_year": 2024,
        "file_status": "completed",
        "file_size": 17,
        "url_status": "completed",
        "url": "http://example.com/from-vt-py",
        "comments": 26,
        "limited": 15,
        "resumed": 26,
        "errors_in_list": ["NotFoundError"],
        "second_vote": "AlreadyExistsError",
        "unknown_file": "NotFoundError",
        "bad_domain": "InvalidArgumentError",
        "premium": "ForbiddenError",
        "wrong_key": "WrongCredentialsError",
    }


def test_official_client_downloads(vt_emulator: Emulator) -> None:
    arguments = (vt_emulator.url, vt_emulator.api_key, vt_emulator.premium_key)
    assert run("vtpy_program.py", *arguments) == {"downloaded": 68}


def test_predecessor(vt_emulator: Emulator) -> None:
    seen = run("vtapi3_program.py", vt_emulator.url, vt_emulator.api_key)
    assert seen.pop("malicious") > 50
    assert seen == {
        "file_status": "completed",
        "file_names": ["sample.txt"],
        "rescan": 200,
        "url_status": "completed",
        "url_reports": [200, 200],
        "network_location": "example.com",
        "comments": 26,
        "put_comment": 200,
        "behaviours": 2,
        "resolutions": 2,
        "address": 200,
        "votes": [200, 409],
        "unknown_file": [404, "NotFoundError"],
        "wrong_key": 401,
    }
