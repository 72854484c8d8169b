"""Other clients, as published, do their main jobs against the emulator: it must be honest.

They run as child processes of an interpreter of their own, because they must not be part of this
project's environment: the one that `VT_SDK_PEERS_PYTHON` names, else `.venv-peers` beside the
project, which `scripts/test.py` makes.
"""

import json
import os
import re
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
EICAR = "275a021bbfb6489e54d471899f7db9d1663fc695ec2fe2a2c4538aabf651fd0f"


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


@pytest.mark.slow
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


@pytest.mark.slow
def test_official_client_with_a_premium_key(vt_emulator: Emulator) -> None:
    vt_emulator.feed_lag_minutes = 0
    vt_emulator.feed_seeds = False
    vt_emulator.analysis_polls = 2
    arguments = (vt_emulator.url, vt_emulator.api_key, vt_emulator.premium_key)
    seen = run("vtpy_program.py", *arguments)
    files = seen["files"]
    first, *others = files
    assert len(files) == 5
    assert seen["downloaded"] == files[first]
    # A search: every hit once, over pages, and the same ones from the cursor of the first page.
    assert seen["total"] == 5
    assert sorted(seen["found"]) == sorted(files)
    assert seen["rest"] == seen["found"][2:]
    # A feed: what was submitted, in its order, after a gap, and the same ones from a cursor.
    assert seen["first"] == first
    assert seen["feed"] == others
    assert seen["resumed"] == others
    assert seen["first_content"] == files[first]
    # The reports on a file that was analysed anew, from the feed as this client spells it.
    assert len(set(seen["behaviours"])) == 2
    assert all(report.startswith(EICAR) for report in seen["behaviours"])
    # A ZIP job: it is waited for, and the archive holds the files that were asked for.
    assert seen["packed"] == {sha256: files[sha256] for sha256 in list(files)[:3]}
    paths = [call.path for call in vt_emulator.calls]
    assert paths.count("/api/v3/intelligence/search") == 3 + 1 + 2
    jobs = [path for path in paths if path.startswith("/api/v3/intelligence/zip_files")]
    assert len(jobs) == 1 + 3 + 1  # made, asked for until it is finished, downloaded


@pytest.mark.slow
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


@pytest.mark.slow
def test_the_pages_for_those_who_move_name_every_call() -> None:
    for client, names in run("names_program.py").items():
        assert len(names) > 15
        text = (ROOT / "docs" / f"coming-from-{client}.md").read_text("utf-8")
        assert [name for name in names if not re.search(rf"\b{name}(_async)?\b", text)] == []
