"""The demonstration, run as the README says, with no key: against the emulator that it starts."""

import socket
import sys
from urllib.parse import urlsplit

import pytest

from tests.scripts.support import run
from tests.support import KEY, Server


@pytest.mark.slow
def test_it_does_the_main_job_and_stops_what_it_started() -> None:
    done = run("demo.py", sys.executable)
    assert done.returncode == 0, done.stderr
    said = done.stdout
    for part in (
        "engines by verdict",
        "malicious",
        "undetected",
        "Look up a hash",
        "vote harmless",
    ):
        assert part in said
    assert "NotFoundError: " in said
    assert "<VTStatus.HTTP_NOT_FOUND_ERROR: 404>" in said
    # Ten comments, which are two pages of five.
    assert sum(line[:3].strip().isdigit() for line in said.splitlines()) == 10
    address = urlsplit(next(word for word in said.split() if word.startswith("http://127.0.0.1")))
    with socket.socket() as probe:
        assert probe.connect_ex((address.hostname, address.port)) != 0


@pytest.mark.slow
def test_a_missing_file_is_one_line_and_an_exit_status() -> None:
    done = run("demo.py", "no such file")
    assert done.returncode == 1
    assert done.stderr == "FileReadError: File not found\n"


@pytest.mark.slow
def test_it_sends_nothing_in_the_name_of_an_account_without_being_asked_to(server: Server) -> None:
    done = run("demo.py", VT_API_KEY=KEY, VT_BASE_URL=server.base_url)
    assert done.returncode == 2, done.stderr
    assert "All users of VirusTotal will see" in done.stdout
    assert server.requests == []
