"""Changed indicators: archives of an hour, read as feeds are."""

import bz2
import io
import json
import tarfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.loops import Loop, client_of
from tests.resources.support import refused
from tests.support import Answer, Recorded, Server, error_answer, same_json
from vt_sdk import (
    FeedGapError,
    InvalidResponseError,
    NotAvailableYetError,
    NotFoundError,
    StoreError,
    models,
    read_batch,
)
from vt_sdk.emulator import Emulator

START = datetime(2026, 1, 2, 15, tzinfo=UTC)
HOUR = timedelta(hours=1)


def entry(number: int, **more: Any) -> dict[str, Any]:
    related = {"type": "collection", "id": "c", "attributes": {"name": "n"}}
    return {
        "type": "file",
        "id": f"{number:064x}",
        "attributes": {"gti_assessment": {"threat_score": {"value": 80}}},
        "relationships": {"campaigns": {"data": [related]}},
        **more,
    }


def package(*files: list[dict[str, Any]]) -> bytes:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w:bz2") as archive:
        folder = tarfile.TarInfo("folder")
        folder.type = tarfile.DIRTYPE
        archive.addfile(folder)
        for place, entries in enumerate(files):
            text = "\n".join(map(json.dumps, entries)).encode()
            member = tarfile.TarInfo(f"folder/{place}.json")
            member.size = len(text)
            archive.addfile(member, io.BytesIO(text))
    return packed.getvalue()


class Packages:
    """Packages as the service gives them: at their own address, by the hour."""

    def __init__(self, service: Server) -> None:
        self.service = service
        self.by_hour: dict[str, bytes | Answer | list[bytes | Answer]] = {}
        service.default = self._answer

    def _answer(self, recorded: Recorded) -> Answer:
        assert recorded.target.endswith("?ioc_type=file")
        found = self.by_hour.get(recorded.path[-2:], error_answer(404, "NotFoundError"))
        if isinstance(found, list):
            found = found.pop(0)
        return found if isinstance(found, Answer) else Answer(200, found)

    def read(self, **options: Any) -> Any:
        options = {"start": START, **options}
        return self.service.client().collections.iter_ioc_deltas("file", **options)


@pytest.fixture
def packages(either: Server) -> Packages:
    """Serve packages that are read with either client."""
    return Packages(either)


def numbers(items: Any) -> list[int]:
    return [int(item.id, 16) for item in items]


def test_each_file_of_each_archive(packages: Packages) -> None:
    packages.by_hour |= {"15": package([entry(1), entry(2)], [entry(3)]), "16": package([entry(4)])}
    with packages.read(end=START + 2 * HOUR) as feed:
        items = list(feed)
    assert numbers(items) == [1, 2, 3, 4]
    assert type(items[0]) is models.File
    assert items[0].issues == ()
    assert items[0].unknown_fields() == []
    assert same_json(items[0].to_dict(), entry(1))
    assert items[0].relationships.campaigns.data[0].attributes["name"] == "n"
    paths = [recorded.path for recorded in packages.service.requests]
    head = "/api/v3/collections/sync/ioc-deltas/"
    assert paths == [f"{head}2026010215", f"{head}2026010216"]
    assert feed.cursor == "202601021700-0"


def test_it_goes_on_within_an_archive(packages: Packages) -> None:
    packages.by_hour["15"] = package([entry(1), entry(2)], [entry(3), entry(4)])
    feed = packages.read(end=START + HOUR)
    assert numbers([next(feed), next(feed), next(feed)]) == [1, 2, 3]
    assert feed.cursor == "202601021500-3"
    assert numbers(packages.read(start=None, cursor=feed.cursor, end=START + HOUR)) == [4]


def test_hours_without_a_package(packages: Packages) -> None:
    packages.by_hour["18"] = package([entry(1)])
    feed = packages.read(end=START + 4 * HOUR)
    assert numbers(feed) == [1]
    assert feed.gaps == (START, START + HOUR, START + 2 * HOUR)
    with pytest.raises(FeedGapError) as caught:
        next(packages.read(max_gaps=1))
    assert caught.value.minutes == (START, START + HOUR)


def test_an_hour_that_is_not_there_yet_is_waited_for(packages: Packages) -> None:
    young = error_answer(400, "NotAvailableYet")
    packages.by_hour["15"] = [young, young, package([entry(1)])]
    assert numbers(packages.read(end=START + HOUR, wait_s=0.01)) == [1]
    assert len(packages.service.requests) == 3


def test_a_damaged_archive_is_downloaded_again(packages: Packages) -> None:
    whole = package([entry(1), entry(2)])
    packages.by_hour["15"] = [whole[:-20], whole]
    assert numbers(packages.read(end=START + HOUR)) == [1, 2]
    packages.by_hour["15"] = Answer(200, b"not packed at all")
    with pytest.raises(InvalidResponseError, match="cannot be unpacked"):
        next(packages.read(end=START + HOUR))


def test_a_line_that_is_none_is_told_about(packages: Packages) -> None:
    packages.by_hour["15"] = package([entry(1), {"no": "object"}, entry(2)])
    feed = packages.read(end=START + HOUR)
    assert numbers(feed) == [1, 2]
    (broken,) = feed.broken
    assert broken.place == "202601021500-1"


def test_a_checkpoint_is_of_one_kind_of_feed(packages: Packages, tmp_path: Path) -> None:
    packages.by_hour["15"] = package([entry(1), entry(2)])
    place = tmp_path / "place"
    with packages.read(end=START + HOUR, checkpoint=place) as feed:
        assert numbers(feed) == [1, 2]
    again = packages.read(end=START + HOUR, checkpoint=place)
    assert not list(again)
    with pytest.raises(StoreError):
        packages.service.client().feeds.iter_files(START, checkpoint=place)


def test_where_it_cannot_begin(server: Server) -> None:
    collections = server.client().collections
    with refused(server, "cursor: no batch of an hourly feed begins at 2026-01-02 15:30"):
        collections.iter_ioc_deltas("file", cursor="202601021530-4")
    with refused(server, "ioc_type: expected one of file, url, domain, ip, got 'hash'"):
        collections.iter_ioc_deltas("hash")  # type: ignore[call-overload]  # none of them
    within = collections.iter_ioc_deltas("file", START + timedelta(minutes=59))
    assert within.cursor == "202601021500-0"


def test_what_the_emulator_gives(emulator: Emulator, loop: Loop | None, tmp_path: Path) -> None:
    now = datetime.now(UTC)
    yesterday = now - timedelta(days=1)
    kinds: dict[Any, Any] = {
        "file": models.File,
        "url": models.URL,
        "domain": models.Domain,
        "ip": models.IPAddress,
    }
    with client_of(emulator, loop, premium=True) as vt:
        for ioc_type, kind in kinds.items():
            with vt.collections.iter_ioc_deltas(ioc_type, yesterday) as feed:
                found = next(feed)
            assert type(found) is kind
            assert found.issues == ()
            assert found.unknown_fields() == []
            assert found.attributes.gti_assessment.threat_score.value > 0
            assert found.relationships.malware_families.data
        path = tmp_path / "package.tar.bz2"
        vt.collections.download_ioc_delta(yesterday, path, ioc_type="url")
        with pytest.raises(NotAvailableYetError):
            vt.collections.download_ioc_delta(now, path)
        with pytest.raises(NotFoundError):
            vt.collections.download_ioc_delta(now - timedelta(days=9), path)
    with read_batch(path, models.URL) as replay:
        assert [type(url) for url in replay] == [models.URL]


def test_what_was_analysed_comes_with_its_collections() -> None:
    moment = [datetime(2026, 1, 2, 15, 40, tzinfo=UTC).timestamp()]
    with Emulator(clock=lambda: moment[0]) as emulator, emulator.client(premium=True) as vt:
        emulator.feed_seeds = False
        mine = vt.collections.create("mine", domains=["new.example"]).id
        vt.domains.analyse("new.example")
        moment[0] += 10 * 3600
        with vt.collections.iter_ioc_deltas("domain", START, end=START + 2 * HOUR) as feed:
            (found,) = feed
        assert found.id == "new.example"
        assert mine in [one.id for one in found.relationships.malware_families.data]
        assert feed.gaps == (START + HOUR,)


def test_a_text_that_speaks_of_archives_is_none(packages: Packages) -> None:
    head = json.dumps({"type": "file", "id": ""})
    long = {"type": "file", "id": "0" * (257 - len(head) + 2) + "ustar"}
    assert json.dumps(long)[257:262] == "ustar"
    packages.by_hour["15"] = bz2.compress(json.dumps(long).encode())
    assert [file.id for file in packages.read(end=START + HOUR)] == [long["id"]]
