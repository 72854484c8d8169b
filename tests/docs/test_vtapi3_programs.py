"""Programs written for vtapi3 run on this library after three mechanical edits, which a page shows.

`vtapi3/` holds programs of the shapes that the documentation of vtapi3 teaches, in their vtapi3
form. The edits are made here by code, so that they are as mechanical as it says; then the
program runs as a main program does, against the emulator.
"""

import errno
import hashlib
import json
import re
import runpy
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

import pytest

from tests.docs.support import moved
from vt_sdk import RetryPolicy, VTStatus
from vt_sdk.emulator import Emulator

PROGRAMS = {path.stem: path for path in (Path(__file__).parent / "vtapi3").glob("*.py")}
SECONDS = 60
EICAR = "275a021bbfb6489e54d471899f7db9d1663fc695ec2fe2a2c4538aabf651fd0f"
UNKNOWN = "0" * 64

Run = Callable[..., str]


@pytest.fixture
def run(
    emulator: Emulator,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Run:
    """Return what moves a program, runs it and returns what it printed."""
    monkeypatch.setenv("VT_API_KEY", emulator.api_key)
    monkeypatch.setattr(RetryPolicy, "backoff", lambda policy, repetition: 0.0)

    def run(name: str, *arguments: str | Path, base_url: str = emulator.base_url) -> str:
        program = tmp_path / f"{name}.py"
        program.write_text(moved(PROGRAMS[name].read_text("utf-8")), "utf-8")
        monkeypatch.setattr(sys, "argv", [str(program), *map(str, arguments)])
        monkeypatch.setenv("VT_BASE_URL", base_url)
        runpy.run_path(str(program), run_name="__main__")
        shown = capsys.readouterr()
        assert shown.err == ""
        return shown.out

    return run


def sent(emulator: Emulator, path: str) -> Any:
    """Return the document that the service sends, by plain HTTP."""
    request = Request(emulator.base_url + path, headers={"x-apikey": emulator.api_key})
    with urlopen(request, timeout=SECONDS) as answer:
        return json.load(answer)


def test_the_edits_are_the_whole_move() -> None:
    for path in PROGRAMS.values():
        before = path.read_text("utf-8")
        after = moved(before)
        assert "json.loads" not in after
        assert "json.dumps" not in after
        changed = set(before.splitlines()) - set(after.splitlines())
        assert all(re.search(r"vtapi3|json\.(loads|dumps)", line) for line in changed)


@pytest.mark.parametrize(
    ("program", "argument", "path"),
    [
        ("file_report", EICAR, f"/files/{EICAR}"),
        ("url_report", "http://example.com/", "/urls/aHR0cDovL2V4YW1wbGUuY29tLw"),
        (
            "url_location",
            "http://malware.example/",
            "/urls/aHR0cDovL21hbHdhcmUuZXhhbXBsZS8/network_location",
        ),
        ("domain_report", "example.com", "/domains/example.com"),
        ("ip_report", "192.0.2.1", "/ip_addresses/192.0.2.1"),
    ],
)
def test_reports(run: Run, emulator: Emulator, program: str, argument: str, path: str) -> None:
    assert json.loads(run(program, argument)) == sent(emulator, path)["data"]


@pytest.mark.parametrize(
    ("program", "argument", "path"),
    [
        ("file_comments", EICAR, f"/files/{EICAR}/comments?limit=5"),
        ("file_relationship", EICAR, f"/files/{EICAR}/contacted_domains?limit=10"),
        ("domain_votes", "example.com", "/domains/example.com/votes?limit=3"),
        ("ip_resolutions", "192.0.2.1", "/ip_addresses/192.0.2.1/resolutions?limit=10"),
    ],
)
def test_listings(run: Run, emulator: Emulator, program: str, argument: str, path: str) -> None:
    shown, expected = json.loads(run(program, argument)), sent(emulator, path)
    assert shown == expected
    assert shown["data"]


def test_uploads_and_their_analyses(run: Run, emulator: Emulator, tmp_path: Path) -> None:
    file = tmp_path / "folder" / "sample.txt"
    file.parent.mkdir()
    file.write_bytes(b"a program for vtapi3 sent it")
    submitted = json.loads(run("file_upload", file))
    assert submitted["type"] == "analysis"

    analysis = json.loads(run("analysis_report", submitted["id"]))
    assert analysis["attributes"]["status"] == "completed"
    stored = sent(emulator, f"/files/{hashlib.sha256(file.read_bytes()).hexdigest()}")
    assert stored["data"]["attributes"]["names"] == ["sample.txt"]

    assert json.loads(run("file_analyse", EICAR))["type"] == "analysis"
    assert json.loads(run("url_upload", "http://example.com/new"))["type"] == "analysis"


def test_taking_part(run: Run, emulator: Emulator) -> None:
    comment = json.loads(run("file_comment", EICAR))
    assert comment["attributes"]["tags"] == ["test"]
    assert comment == sent(emulator, f"/comments/{comment['id']}")["data"]
    vote = json.loads(run("file_vote", EICAR))
    assert vote["attributes"]["verdict"] == "malicious"
    # A second vote is an error of the service, which the `except` of the program meets now.
    assert run("file_vote", EICAR).endswith(" None\n")
    assert emulator.calls[-1].status == VTStatus.HTTP_ALREADY_EXISTS_ERROR


def test_local_files(run: Run, emulator: Emulator, tmp_path: Path) -> None:
    file = tmp_path / "sample.txt"
    file.write_bytes(b"content")
    assert run("file_id", file) == hashlib.md5(b"content").hexdigest() + "\n"
    assert run("file_id", tmp_path / "none") == f"File not found {errno.ENOENT}\n"
    assert run("file_id", tmp_path) == f"IO Error {errno.EIO}\n"
    assert run("file_upload", tmp_path / "none") == "There is no such file.\n"
    assert emulator.calls == []


def test_own_classes(run: Run, emulator: Emulator, tmp_path: Path) -> None:
    file = tmp_path / "readme.txt"
    file.write_bytes(b"Nothing to see here.\n")
    version, report = run("own_class", file).split("\n", 1)
    assert version == "version 3"
    assert json.loads(report)["attributes"]["names"] == ["readme.txt"]


def test_branches_on_the_status(
    run: Run, emulator: Emulator, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run("status_branches", EICAR) == "It is known.\n"
    error, words = run("status_branches", UNKNOWN).splitlines()
    assert error.startswith("Error: ")
    assert words == "It is not known."

    emulator.fail_next(status=403, code="ForbiddenError", message="Not with this licence")
    assert run("status_branches", EICAR) == "Error: Not with this licence None\nHTTP Error [403]\n"

    monkeypatch.setenv("VT_API_KEY", "wrong")
    assert run("status_branches", EICAR).endswith("\nThe key is wrong.\n")


def test_no_answer(run: Run, unused_address: str) -> None:
    error, words = run("status_branches", EICAR, base_url=unused_address).splitlines()
    assert error == f"Error: Connection error {errno.ECONNABORTED}"
    assert words == "There was no answer."


@pytest.fixture
def unused_address() -> str:
    """Return an address on which nobody listens."""
    with Emulator() as emulator:
        return emulator.base_url
