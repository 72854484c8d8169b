"""Uploads by both roads, the report that follows, and downloads."""

import hashlib
import socket
import time
import tracemalloc
from collections.abc import Callable, Iterator
from typing import Any

import pytest
import requests

from vt_sdk.emulator.filetypes import EICAR, file_type

from .support import Api

MEGABYTE = 1024 * 1024


def large_form(size: int) -> tuple[dict[str, str], Iterator[bytes]]:
    """Make a multipart form with a file of zeros, in pieces."""

    def pieces() -> Iterator[bytes]:
        yield b"--edge\r\ncontent-disposition: form-data; name=file; filename=zero.bin\r\n\r\n"
        for _ in range(size // MEGABYTE):
            yield bytes(MEGABYTE)
        yield b"\r\n--edge--\r\n"

    return {"content-type": "multipart/form-data; boundary=edge"}, pieces()


def test_upload_is_analysed_and_reported(api: Api) -> None:
    content = b"%PDF-1.7 of no account"
    sha256 = hashlib.sha256(content).hexdigest()
    assert api.error(404, "GET", f"/files/{sha256}") == "NotFoundError"
    form = {"file": ("C:\\secret\\paper.pdf", content)}
    submitted = api.post("/files", files=form)["data"]
    analysis = api.get(f"/analyses/{submitted['id']}")
    assert submitted["links"]["self"] == analysis["data"]["links"]["self"]
    assert analysis["data"]["attributes"]["status"] == "completed"
    assert analysis["meta"]["file_info"] == {
        "sha256": sha256,
        "sha1": hashlib.sha1(content).hexdigest(),
        "md5": hashlib.md5(content).hexdigest(),
        "size": len(content),
    }
    attributes = api.get(f"/analyses/{submitted['id']}/item")["data"]["attributes"]
    assert attributes["type_tag"] == "pdf"
    assert attributes["names"] == ["paper.pdf"]
    assert attributes["last_analysis_stats"]["malicious"] == 0
    assert attributes["last_analysis_date"] == analysis["data"]["attributes"]["date"]


def test_same_file_again_counts(api: Api) -> None:
    for key in (api.emulator.api_key, api.emulator.api_key, api.emulator.premium_key):
        api.post("/files", files={"file": ("a", b"x"), "password": (None, "secret")}, key=key)
    report = api.get(f"/files/{hashlib.sha256(b'x').hexdigest()}")["data"]["attributes"]
    assert (report["times_submitted"], report["unique_sources"]) == (3, 2)


def test_test_virus_is_recognised_with_anything_behind_it(api: Api) -> None:
    api.post("/files", files={"file": ("mine.com", EICAR + b"\r\n")})
    sha256 = hashlib.sha256(EICAR + b"\r\n").hexdigest()
    stats = api.get(f"/files/{sha256}")["data"]["attributes"]["last_analysis_stats"]
    assert stats["malicious"] > 50


@pytest.mark.parametrize(
    ("head", "tag"),
    [
        (b"MZ\x90", "peexe"),
        (b"\x7fELF", "elf"),
        (b"PK\x03\x04", "zip"),
        (b" <HTML>", "html"),
        ("tëxt".encode(), "text"),
        (b"a\xc3", "text"),
        (b"\xff\xfe\x00\x01\x02\x03\x04", "unknown"),
        (b"a\0b", "unknown"),
    ],
)
def test_kind_of_file_is_told_by_its_first_bytes(head: bytes, tag: str) -> None:
    assert file_type(head).tag == tag


@pytest.mark.slow
def test_large_file_goes_by_an_upload_address_once_in_constant_memory(api: Api) -> None:
    address = api.get("/files/upload_url")["data"]
    assert address.startswith(api.emulator.url)
    assert "/api/v3" not in address
    headers, form = large_form(40 * MEGABYTE)
    tracemalloc.start()
    try:
        submitted = api.post(address, data=form, headers=headers, key=None)["data"]
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < 12 * MEGABYTE
    info = api.get(f"/analyses/{submitted['id']}")["meta"]["file_info"]
    assert info["size"] == 40 * MEGABYTE
    assert api.error(404, "POST", address, files={"file": b"x"}) == "NotFoundError"


@pytest.mark.slow
def test_large_file_is_refused_on_the_direct_road(api: Api) -> None:
    headers, form = large_form(33 * MEGABYTE)
    response = api.call("POST", "/files", data=form, headers=headers)
    assert response.status_code == 413
    assert response.headers["content-type"].startswith("text/html")


def test_upload_address_has_the_host_that_the_caller_used(api: Api) -> None:
    port = api.emulator.url.rpartition(":")[2]
    host = f"localhost:{port}"
    address = api.get("/files/upload_url", headers={"host": host})["data"]
    assert address.startswith(f"http://{host}/upload/")


@pytest.mark.parametrize(
    "options",
    [
        {"files": {"other": b"x"}},
        {"data": {"file": "x"}},
        {"data": b"x", "headers": {"content-type": "multipart/form-data"}},
        {"data": b"no form", "headers": {"content-type": "multipart/form-data; boundary=a"}},
        {"json": {}},
    ],
)
def test_what_is_no_form_with_a_file_is_refused(api: Api, options: dict[str, Any]) -> None:
    assert api.error(400, "POST", "/files", **options) == "BadRequestError"
    address = api.get("/files/upload_url")["data"]
    assert api.error(400, "POST", address, **options) == "BadRequestError"


def test_refused_upload_leaves_nothing_behind(api: Api) -> None:
    folder = api.emulator._running.store.folder
    before = sorted(folder.iterdir())
    headers, _ = large_form(0)
    broken = b"--edge\r\ncontent-disposition: form-data; name=file; filename=a\r\n\r\nhalf"
    api.call("POST", "/files", data=broken, headers=headers, key="wrong")
    api.call("POST", "/files", data=broken + b"\r\n--edge?", headers=headers)
    assert sorted(folder.iterdir()) == before


def test_download_goes_to_an_address_that_needs_no_key(api: Api) -> None:
    sha256 = api.get("/files/44d88612fea8a8f36de82e1278abb02f")["data"]["id"]
    premium = api.emulator.premium_key
    response = api.call("GET", f"/files/{sha256}/download", key=premium)
    address = response.headers["location"]
    for _ in range(2):
        content = requests.get(address, timeout=30).content
        assert content == EICAR
    assert api.emulator.calls[-1].has_key is False
    signed = api.get(f"/files/{sha256}/download_url", key=premium)["data"]
    assert requests.get(signed, timeout=30).content == EICAR
    refused = requests.get(f"{signed}x", timeout=30)
    assert refused.status_code == 403


def test_file_without_a_name_has_none(api: Api) -> None:
    made = api.post("/files", files={"file": ("", b"nameless", "text/plain")})["data"]["id"]
    attributes = api.get(f"/analyses/{made}/item")["data"]["attributes"]
    assert attributes["names"] == []
    assert "meaningful_name" not in attributes


def test_file_of_which_only_the_report_is_left_cannot_be_downloaded(api: Api) -> None:
    sha256 = api.get("/files/44d88612fea8a8f36de82e1278abb02f")["data"]["id"]
    premium = api.emulator.premium_key
    signed = api.get(f"/files/{sha256}/download_url", key=premium)["data"]
    api.emulator._running.store.content_path(sha256).unlink()
    assert api.error(404, "GET", f"/files/{sha256}/download", key=premium) == "NotFoundError"
    assert requests.get(signed, timeout=30).status_code == 403


def test_upload_that_breaks_off_leaves_nothing_behind(api: Api) -> None:
    folder = api.emulator._running.store.folder
    before = sorted(folder.iterdir())
    host, port = api.emulator.url.removeprefix("http://").split(":")
    head = (
        "POST /api/v3/files HTTP/1.1\r\nhost: x\r\ncontent-length: 9999\r\n"
        f"x-apikey: {api.emulator.api_key}\r\n"
        "content-type: multipart/form-data; boundary=edge\r\n\r\n"
        "--edge\r\ncontent-disposition: form-data; name=file; filename=a\r\n\r\nhalf"
    )
    with socket.create_connection((host, int(port)), timeout=30) as line:
        line.sendall(head.encode())
        wait_until(lambda: len(list(folder.iterdir())) > len(before))
    wait_until(lambda: sorted(folder.iterdir()) == before)


def test_large_download_comes_whole(api: Api) -> None:
    content = bytes(range(256)) * 4096
    api.post("/files", files={"file": ("large", content)})
    path = f"/files/{hashlib.sha256(content).hexdigest()}/download_url"
    signed = api.get(path, key=api.emulator.premium_key)["data"]
    assert requests.get(signed, timeout=30).content == content


def wait_until(condition: Callable[[], bool]) -> None:
    end = time.monotonic() + 30
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.01)
