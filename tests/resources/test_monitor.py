"""Monitored files and folders: the form, with and without a file, by size."""

from pathlib import Path
from typing import Any

import pytest

from tests.resources.support import form_of, refused
from tests.support import Server, error_answer, json_answer
from vt_sdk import LookupOnlyError, QuotaExceededError, models

CONTENT = b"a product\n"
ITEM = json_answer({"type": "monitor_item", "id": "aXRlbQ=="})


def test_a_file(server: Server, tmp_path: Path) -> None:
    path = tmp_path / "setup.exe"
    path.write_bytes(CONTENT)
    server.default = ITEM
    uploaded: list[tuple[int, int]] = []
    create = server.client().monitor.create
    item = create(
        path, path="/rel/setup.exe", on_progress=lambda done, size: uploaded.append((done, size))
    )
    assert type(item) is models.MonitorItem
    assert item.id == "aXRlbQ=="
    assert (server.last.method, server.last.target) == ("POST", "/api/v3/monitor/items")
    sent = {"path": b"/rel/setup.exe", "file": CONTENT, "filename": b"setup.exe"}
    assert form_of(server.last) == sent
    assert uploaded == [(len(CONTENT), len(CONTENT))]
    create(CONTENT, item_id="aXRlbQ==", name="n")
    assert form_of(server.last) == {"item": b"aXRlbQ==", "file": CONTENT, "filename": b"n"}


def test_a_folder(server: Server) -> None:
    server.default = ITEM
    create = server.client().monitor.create
    create(path="/Ordner für alles/")
    assert (server.last.method, server.last.target) == ("POST", "/api/v3/monitor/items")
    assert form_of(server.last) == {"path": "/Ordner für alles/".encode()}
    create(item_id="Zm9sZGVyLw==")
    assert form_of(server.last) == {"item": b"Zm9sZGVyLw=="}


@pytest.mark.slow
def test_a_large_file(server: Server, other_server: Server, tmp_path: Path) -> None:
    path = tmp_path / "large"
    with path.open("wb") as stream:
        stream.truncate(32_000_000)
    server.play(json_answer(f"{other_server.url}/up/1"))
    other_server.play(ITEM)
    assert server.client().monitor.create(path, path="/large").id == "aXRlbQ=="
    assert server.paths == ["/monitor/items/upload_url"]
    form = form_of(other_server.last)
    assert len(form.pop("file")) == 32_000_000
    assert form == {"path": b"/large", "filename": b"large"}
    assert "x-apikey" not in other_server.last.headers


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ({"file_path": CONTENT}, "exactly one"),
        ({"file_path": CONTENT, "path": "/a", "item_id": "b"}, "exactly one"),
        ({}, "exactly one"),
        ({"path": "/folder"}, "end in a slash"),
        ({"file_path": CONTENT, "path": "/folder/"}, "end in the name of the file"),
        ({"path": ""}, "path"),
        ({"path": 5}, "path"),
        ({"item_id": ""}, "item_id"),
        ({"file_path": b"", "path": "/a"}, "no content"),
        ({"file_path": 5, "path": "/a"}, "expected a path"),
        ({"path": "/\ud800/"}, "not text"),
        ({"file_path": CONTENT, "path": "/\ud800"}, "not text"),
    ],
)
def test_bad_arguments(server: Server, arguments: dict[str, Any], words: str) -> None:
    create: Any = server.client().monitor.create
    with refused(server, words):
        create(**arguments)


def test_errors(server: Server) -> None:
    server.default = error_answer(429, "QuotaExceededError")
    with pytest.raises(QuotaExceededError):
        server.client().monitor.create(CONTENT, path="/a")
    with pytest.raises(LookupOnlyError):
        server.client(lookup_only=True).monitor.create(path="/a/")
    assert len(server.requests) == 1
