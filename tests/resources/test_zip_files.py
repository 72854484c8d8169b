"""ZIP files, public and private: wait, make and wait, make and download."""

import hashlib
import io
from pathlib import Path
from typing import Any

import pytest

from tests.resources.support import refused
from tests.support import SHA256, Answer, Server, error_answer, json_answer
from vt_sdk import (
    AnalysisFailedError,
    FileReadError,
    InvalidResponseError,
    WaitTimeoutError,
    models,
)

CONTENT = b"PK\x03\x04 and so on"

GROUPS = {"zip_files": "/intelligence/zip_files", "private_zip_files": "/private/zip_files"}


def zip_file(status: str) -> Answer:
    return json_answer({"type": "zip_file", "id": "15", "attributes": {"status": status}})


@pytest.mark.parametrize("group", GROUPS)
def test_wait(server: Server, group: str) -> None:
    server.default = zip_file("finished")
    wait = getattr(server.client(), group).wait
    states: list[models.ZIPFile] = []
    found = wait("15", deadline=0.02, on_progress=states.append)
    assert type(found) is models.ZIPFile
    assert states == [found]
    assert wait(found, deadline=0.02).id == "15"
    assert [r.method for r in server.requests] == ["GET", "GET"]
    assert server.paths == [f"{GROUPS[group]}/15"] * 2


@pytest.mark.parametrize("group", GROUPS)
@pytest.mark.parametrize("status", ["timeout", "error-starting", "error-creating"])
def test_packing_that_failed(server: Server, group: str, status: str) -> None:
    server.default = zip_file(status)
    with pytest.raises(AnalysisFailedError, match=f"the ZIP file 15 ended as '{status}'") as caught:
        getattr(server.client(), group).wait("15", deadline=0.02)
    assert type(caught.value.last) is models.ZIPFile


@pytest.mark.parametrize("group", GROUPS)
def test_create_and_wait(server: Server, group: str) -> None:
    server.play(zip_file("starting"), zip_file("finished"))
    create = getattr(server.client(), group).create_and_wait
    found = create([SHA256.upper(), "0" * 32], password="p", deadline=0.02)
    assert found.attributes.status == "finished"
    assert [(r.method, r.path.removeprefix("/api/v3")) for r in server.requests] == [
        ("POST", GROUPS[group]),
        ("GET", f"{GROUPS[group]}/15"),
    ]
    sent = {"data": {"hashes": [SHA256, "0" * 32], "password": "p"}}
    assert server.requests[0].json() == sent
    server.play(zip_file("starting"), zip_file("creating"))
    with pytest.raises(WaitTimeoutError, match="the ZIP file was not finished") as caught:
        create([SHA256], deadline=0.02)
    assert caught.value.last.id == "15"
    assert server.requests[2].json() == {"data": {"hashes": [SHA256]}}


@pytest.mark.parametrize("group", GROUPS)
def test_create_and_download(
    server: Server, other_server: Server, group: str, tmp_path: Path
) -> None:
    moved = Answer(302, b"", {"Location": f"{other_server.url}/content"})
    server.play(zip_file("starting"), zip_file("finished"), moved)
    other_server.play(Answer(200, CONTENT))
    states: list[models.ZIPFile] = []
    found = getattr(server.client(), group).create_and_download(
        [SHA256], tmp_path / "x.zip", deadline=0.02, on_progress=states.append
    )
    assert (tmp_path / "x.zip").read_bytes() == CONTENT
    assert (found.size, found.sha256) == (len(CONTENT), hashlib.sha256(CONTENT).hexdigest())
    path = GROUPS[group]
    assert server.paths == [path, f"{path}/15", f"{path}/15/download"]
    assert "x-apikey" not in other_server.last.headers
    assert len(states) == 1


def test_nothing_is_left_behind(server: Server, tmp_path: Path) -> None:
    create = server.client().zip_files.create_and_download
    target = tmp_path / "x.zip"
    server.play(zip_file("starting"), zip_file("error-creating"))
    with pytest.raises(AnalysisFailedError):
        create([SHA256], target, deadline=0.02)
    server.play(zip_file("starting"), zip_file("finished"), Answer(200, CONTENT))
    with pytest.raises(InvalidResponseError, match="more than 5 bytes"):
        create([SHA256], target, deadline=0.02, max_bytes=5)
    assert list(tmp_path.iterdir()) == []
    before = len(server.requests)
    with pytest.raises(FileReadError):
        create([SHA256], tmp_path / "absent" / "x.zip")
    assert len(server.requests) == before


@pytest.mark.parametrize("group", GROUPS)
@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ({"hashes": []}, "hashes: expected several values, at least 1"),
        ({"hashes": SHA256}, "hashes: expected a list"),
        ({"hashes": ["x"]}, r"hashes\[0\]: not an MD5"),
        ({"hashes": None}, "hashes: expected a list"),
        ({"hashes": [SHA256], "password": ""}, "password"),
    ],
)
def test_bad_arguments(server: Server, group: str, arguments: dict[str, Any], words: str) -> None:
    methods: Any = getattr(server.client(), group)
    with refused(server, words):
        methods.create_and_wait(**arguments)
    with refused(server, words):
        methods.create_and_download(target=io.BytesIO(), **arguments)
    with refused(server, "zip_file_id"):
        methods.wait(15)


def test_making_is_sent_once(server: Server) -> None:
    server.default = error_answer(503, "TransientError")
    with pytest.raises(Exception, match="No"):
        server.client().zip_files.create_and_wait([SHA256])
    assert len(server.requests) == 1
