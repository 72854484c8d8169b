"""Feeds: real batches of what was submitted, by minute and by hour."""

import bz2
import io
import json
import tarfile
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest

from vt_sdk.emulator import Emulator

from .support import EICAR, Api


class Clock:
    """A time that tests set."""

    def __init__(self) -> None:
        self.set()

    def set(self) -> None:
        self.now = datetime(2025, 3, 1, 12, 0, tzinfo=UTC).timestamp()

    def __call__(self) -> float:
        return self.now


@pytest.fixture(scope="module")
def clock() -> Clock:
    return Clock()


@pytest.fixture(scope="module")
def running(clock: Clock) -> Iterator[Emulator]:
    with Emulator(clock=clock) as emulator:
        yield emulator


@pytest.fixture
def feeds(clock: Clock, running: Emulator) -> Iterator[Api]:
    """Return a client of a fresh emulator, whose clock stands."""
    clock.set()
    running.reset()
    running.feed_seeds = False
    client = Api(running)
    yield client
    client.close()


def download(api: Api, path: str) -> bytes:
    response = api.call("GET", path, key=api.emulator.premium_key)
    assert response.status_code == 302, response.text
    return api.call("GET", response.headers["location"], key=None).content


def lines(content: bytes) -> list[dict[str, Any]]:
    return [json.loads(line) for line in bz2.decompress(content).decode().splitlines()]


def refusal(api: Api, status: int, path: str) -> str:
    return api.error(status, "GET", path, key=api.emulator.premium_key)


def test_batch_holds_what_was_submitted_in_its_minute(feeds: Api, clock: Clock) -> None:
    feeds.post("/files", files={"file": ("a.txt", b"first")})
    clock.now += 59
    feeds.post("/files", files={"file": ("b.txt", "zweite Datei, äöü".encode())})
    clock.now += 1
    feeds.post("/urls", data={"url": "http://new.example/"})
    feeds.post("/domains/example.com/analyse")
    feeds.post("/ip_addresses/192.0.2.1/analyse")
    feeds.post(f"/files/{EICAR}/analyse")
    clock.now += 3600
    files = lines(download(feeds, "/feeds/files/202503011200"))
    assert [file["attributes"]["names"] for file in files] == [["a.txt"], ["b.txt"]]
    context = files[0]["context_attributes"]
    assert context["submitter"]["interface"] == "api"
    address = context["download_url"].removeprefix(feeds.emulator.base_url)
    assert download(feeds, address) == b"first"
    for kind, expected in (("files", EICAR), ("domains", "example.com"), ("ip_addresses", None)):
        (shown,) = lines(download(feeds, f"/feeds/{kind}/202503011201"))
        assert expected in (shown["id"], None)
    (url,) = lines(download(feeds, "/feeds/urls/202503011201"))
    assert url["attributes"]["url"] == "http://new.example/"
    reports = lines(download(feeds, "/feeds/file_behaviours/202503011201"))
    assert len(reports) == 2
    about = reports[0]["context_attributes"]
    assert about["file_md5"] == "44d88612fea8a8f36de82e1278abb02f"
    capture = download(feeds, about["pcap"].removeprefix(feeds.emulator.base_url))
    assert capture[:4] == b"\xd4\xc3\xb2\xa1"


def test_batches_come_late_have_gaps_and_go(feeds: Api, clock: Clock) -> None:
    feeds.post("/files", files={"file": ("a.txt", b"first")})
    path = "/feeds/files/202503011200"
    clock.now += 3599
    assert refusal(feeds, 400, path) == "NotAvailableYet"
    clock.now += 1
    assert len(lines(download(feeds, path))) == 1
    assert refusal(feeds, 404, "/feeds/files/202503011159") == "NotFoundError"
    assert refusal(feeds, 400, "/feeds/files/hourly/2025030112") == "NotAvailableYet"
    clock.now += 8 * 86_400
    assert refusal(feeds, 404, path) == "NotFoundError"
    assert refusal(feeds, 404, "/feeds/files/hourly/2025030112") == "NotFoundError"


def test_hour_is_an_archive_of_minutes(feeds: Api, clock: Clock) -> None:
    for _ in range(2):
        feeds.post("/files", files={"file": ("a.txt", str(clock.now).encode())})
        clock.now += 120
    clock.now += 7200
    content = download(feeds, "/feeds/files/hourly/2025030112")
    with tarfile.open(fileobj=io.BytesIO(content), mode="r:bz2") as archive:
        assert archive.getnames() == ["202503011200.json", "202503011202.json"]
        member = archive.extractfile("202503011202.json")
        assert member is not None
        assert json.loads(member.read())["type"] == "file"


def test_quiet_minutes_hold_seeds_unless_told_otherwise(feeds: Api, clock: Clock) -> None:
    feeds.emulator.feed_seeds = True
    feeds.emulator.feed_lag_minutes = 0
    for kind in ("file", "url", "domain", "file_behaviour"):
        (shown,) = lines(download(feeds, f"/feeds/{kind}s/202503011200"))
        assert shown["type"] == kind
    assert refusal(feeds, 400, "/feeds/files/202503011201") == "NotAvailableYet"
    feeds.emulator.reset()
    assert feeds.emulator.feed_lag_minutes == 60
    assert feeds.emulator.feed_seeds
