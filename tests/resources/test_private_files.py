"""Private files: the form with all options, by size, and the way from upload to report."""

import hashlib
from pathlib import Path
from typing import Any

import pytest

from tests.resources.support import form_of, refused
from tests.support import KEY, SHA256, Server, error_answer, json_answer
from vt_sdk import (
    AnalysisDescriptor,
    APIConnectionError,
    EmptyFileError,
    FileReadError,
    ForbiddenError,
    InvalidResponseError,
    LookupOnlyError,
    RetryPolicy,
    VirusTotal,
    WaitTimeoutError,
    models,
)

CONTENT = b"something private\n"
QUEUED = json_answer({"type": "private_analysis", "id": "a=="})
COMPLETED = {"type": "private_analysis", "id": "a==", "attributes": {"status": "completed"}}
REPORT = json_answer({"type": "private_file", "id": SHA256, "attributes": {"size": 18}})

OPTIONS: dict[str, Any] = {
    "password": "p w",
    "command_line": "run --now",
    "disable_sandbox": False,
    "enable_internet": True,
    "intercept_tls": False,
    "interaction_sandbox": "cape",
    "interaction_timeout": 1800,
    "retention_period_days": 28,
    "storage_region": "EU",
    "locale": "DE_DE",
}
SENT = {
    "password": b"p w",
    "command_line": b"run --now",
    "disable_sandbox": b"false",
    "enable_internet": b"true",
    "intercept_tls": b"false",
    "interaction_sandbox": b"cape",
    "interaction_timeout": b"1800",
    "retention_period_days": b"28",
    "storage_region": b"EU",
    "locale": b"DE_DE",
}


def test_upload(server: Server, tmp_path: Path) -> None:
    path = tmp_path / "my file.bin"
    path.write_bytes(CONTENT)
    server.default = QUEUED
    uploaded: list[tuple[int, int]] = []
    upload = server.client().private_files.upload
    descriptor = upload(
        path, **OPTIONS, on_progress=lambda done, size: uploaded.append((done, size))
    )
    assert type(descriptor) is AnalysisDescriptor
    assert descriptor.id == "a=="
    assert (server.last.method, server.last.target) == ("POST", "/api/v3/private/files")
    assert server.last.headers["x-apikey"] == KEY
    assert form_of(server.last) == {**SENT, "file": CONTENT, "filename": b"my file.bin"}
    assert uploaded == [(len(CONTENT), len(CONTENT))]
    upload(CONTENT, name="other")
    assert form_of(server.last) == {"file": CONTENT, "filename": b"other"}


@pytest.mark.slow
def test_a_large_upload(server: Server, other_server: Server, tmp_path: Path) -> None:
    path = tmp_path / "large"
    with path.open("wb") as stream:
        stream.truncate(32_000_000)
    server.play(json_answer(f"{other_server.url}/up/1"))
    other_server.play(QUEUED)
    assert server.client().private_files.upload(path, password="x").id == "a=="
    assert server.paths == ["/private/files/upload_url"]
    assert (other_server.last.method, other_server.last.target) == ("POST", "/up/1")
    assert "x-apikey" not in other_server.last.headers
    form = form_of(other_server.last)
    assert len(form.pop("file")) == 32_000_000
    assert form == {"password": b"x", "filename": b"large"}
    server.play(json_answer("nowhere"))
    with pytest.raises(InvalidResponseError, match="not an upload address"):
        server.client().private_files.upload(path)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("password", 5),
        ("command_line", b"x"),
        ("disable_sandbox", "true"),
        ("enable_internet", 1),
        ("intercept_tls", "no"),
        ("interaction_sandbox", ""),
        ("interaction_timeout", 59),
        ("interaction_timeout", 1801),
        ("interaction_timeout", 60.0),
        ("interaction_timeout", True),
        ("retention_period_days", 0),
        ("retention_period_days", 29),
        ("retention_period_days", "7"),
        ("storage_region", ""),
        ("locale", 5),
    ],
)
def test_bad_options(server: Server, name: str, value: object) -> None:
    group: Any = server.client().private_files
    for method in (group.upload, group.scan_and_wait):
        with refused(server, f"{name}: expected"):
            method(CONTENT, **{name: value})


def test_files_that_cannot_be_sent(server: Server, tmp_path: Path) -> None:
    group = server.client().private_files
    with pytest.raises(EmptyFileError):
        group.upload(b"")
    with pytest.raises(FileReadError):
        group.upload(tmp_path / "absent")
    with pytest.raises(LookupOnlyError):
        server.client(lookup_only=True).private_files.upload(CONTENT)
    assert server.requests == []


def test_an_error_that_says_whether_the_file_arrived() -> None:
    client = VirusTotal(
        "k", base_url="http://127.0.0.1:9/api/v3", timeout=1, retry=RetryPolicy(attempts=1)
    )
    with client, pytest.raises(APIConnectionError) as caught:
        client.private_files.upload(CONTENT)
    assert caught.value.__notes__ == ["The service does not have the file."]


@pytest.mark.parametrize(
    ("meta", "file_id"),
    [
        ({"file_info": {"sha256": "e" * 64}}, "e" * 64),
        ({"file_info": {}}, hashlib.sha256(CONTENT).hexdigest()),
        ({}, hashlib.sha256(CONTENT).hexdigest()),
    ],
)
def test_scan_and_wait(server: Server, meta: dict[str, object], file_id: str) -> None:
    server.play(QUEUED, json_answer(COMPLETED, meta=meta), REPORT)
    states: list[models.PrivateAnalysis] = []
    file = server.client().private_files.scan_and_wait(
        CONTENT, **OPTIONS, deadline=0.05, on_progress=states.append
    )
    assert type(file) is models.PrivateFile
    assert file.attributes.size == 18
    assert server.paths == [
        "/private/files",
        "/private/analyses/a%3D%3D",
        f"/private/files/{file_id}",
    ]
    assert form_of(server.requests[0]) == {**SENT, "file": CONTENT, "filename": b"file"}
    assert [state.attributes.status for state in states] == ["completed"]


def test_scan_and_wait_fails(server: Server) -> None:
    group = server.client().private_files
    server.play(QUEUED, json_answer({**COMPLETED, "attributes": {"status": "in-progress"}}))
    with pytest.raises(WaitTimeoutError) as caught:
        group.scan_and_wait(CONTENT, deadline=0.05)
    assert caught.value.last.attributes.status == "in-progress"
    server.play(error_answer(403, "ForbiddenError"))
    with pytest.raises(ForbiddenError):
        group.scan_and_wait(CONTENT)
