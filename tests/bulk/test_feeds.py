"""Feeds: batches over real sockets and from disk, cut, damaged, missing, late and hostile."""

import bz2
import functools
import gc
import io
import json
import logging
import os
import pickle
import random
import sys
import tarfile
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta, timezone
from itertools import islice
from pathlib import Path
from typing import Any

import pytest

from tests.interpreters import run_loaded
from tests.support import (
    KEY,
    Answer,
    Recorded,
    Server,
    error_answer,
    file_document,
    same_json,
    until,
)
from vt_sdk import BrokenLine, Feed, FeedGapError, VirusTotal, models, read_batch
from vt_sdk.bulk.lines import MAX_LINE_BYTES
from vt_sdk.emulator import Emulator
from vt_sdk.errors import (
    APITimeoutError,
    FileReadError,
    ForbiddenError,
    InvalidInputError,
    InvalidResponseError,
    NotFoundError,
    TransientError,
    UnknownFieldError,
)
from vt_sdk.events import Waiting
from vt_sdk.operations.feeds import GET_FILE_FEED_MINUTE

START = datetime(2026, 1, 2, 15, 30, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


def line(number: int, **attributes: Any) -> bytes:
    document = file_document(**attributes)
    document["id"] = f"{number:064x}"
    document["context_attributes"] = {"download_url": f"https://example.com/{number}"}
    return json.dumps(document).encode()


def text(*numbers: int) -> bytes:
    return b"".join(line(number) + b"\n" for number in numbers)


def numbers(items: Iterator[models.File] | list[models.File]) -> list[int]:
    return [int(item.id, 16) for item in items]


def take_all(items: Iterator[models.File], into: list[models.File]) -> None:
    for item in items:
        into.append(item)


def no_threads() -> bool:
    return not [t for t in threading.enumerate() if t.name.startswith("vt-sdk-")]


class Storage:
    """A feed as the service gives it: redirects to a storage of another origin.

    `batches` maps a minute to its packed bytes or to what is played in their place.
    """

    def __init__(self, service: Server, other: Server) -> None:
        self.batches: dict[str, bytes | Answer | list[bytes | Answer]] = {}
        self.service, self.other = service, other
        service.default = self._redirect
        other.default = self._content
        self.kinds: list[str] = []

    def put(self, *batches: bytes | Answer | list[bytes | Answer]) -> None:
        for place, batch in enumerate(batches):
            packed = bz2.compress(batch) if isinstance(batch, bytes) else batch
            self.batches[f"{START + place * MINUTE:%Y%m%d%H%M}"] = packed

    @property
    def asked(self) -> list[str]:
        """The minutes that were asked for, two digits each."""
        return [recorded.path[-2:] for recorded in self.service.requests]

    def _redirect(self, recorded: Recorded) -> Answer:
        *_, kind, minute = recorded.path.split("/")
        self.kinds.append(kind)
        batch = self.batches.get(minute, error_answer(404, "NotFoundError"))
        if isinstance(batch, list) and isinstance(batch[0], Answer) and batch[0].status >= 400:
            batch = batch.pop(0) if len(batch) > 1 else batch[0]
        if isinstance(batch, Answer):
            return batch
        return Answer(302, headers={"Location": f"{self.other.url}/signed/{minute}?token=1"})

    def _content(self, recorded: Recorded) -> Answer:
        batch = self.batches[recorded.path.rpartition("/")[2]]
        if isinstance(batch, list):
            batch = batch.pop(0) if len(batch) > 1 else batch[0]
        return batch if isinstance(batch, Answer) else Answer(200, batch)


@pytest.fixture
def storage(either: Server) -> Iterator[Storage]:
    """Serve a feed that is read with either client."""
    with Server() as other:
        yield Storage(either, other)
    until(no_threads)


@pytest.fixture
def threaded() -> Iterator[Storage]:
    """Serve a feed that is read in threads, for what only these have."""
    with Server() as service, Server() as other:
        yield Storage(service, other)
    until(no_threads)


def files(storage: Storage, start: datetime | None = START, **options: Any) -> Feed[models.File]:
    client = options.pop("client", {})
    return storage.service.client(**client).feeds.iter_files(start, **options)


# --- from batch to batch -------------------------------------------------------------------------


def test_batches_come_one_after_the_other_with_their_context(storage: Storage) -> None:
    storage.put(text(1, 2), b"", text(3))
    with files(storage, end=START + 3 * MINUTE) as feed:
        items = list(feed)
    assert numbers(items) == [1, 2, 3]
    assert type(items[0]) is models.File
    assert items[0].context_attributes.download_url == "https://example.com/1"
    assert same_json(items[0].to_dict(), json.loads(line(1)))
    assert storage.asked == ["30", "31", "32"]
    assert feed.cursor == "202601021533-0"
    assert next(feed, None) is None


def test_the_key_stays_with_the_service(storage: Storage) -> None:
    storage.put(text(1))
    assert numbers(files(storage, end=START + MINUTE)) == [1]
    assert storage.service.last.headers["x-apikey"] == KEY
    assert storage.other.last.target == "/signed/202601021530?token=1"
    assert "x-apikey" not in storage.other.last.headers


@pytest.mark.parametrize(
    ("name", "cls"),
    [
        ("files", models.File),
        ("urls", models.URL),
        ("domains", models.Domain),
        ("ip_addresses", models.IPAddress),
        ("file_behaviours", models.FileBehaviour),
    ],
)
def test_each_kind_has_its_class(storage: Storage, name: str, cls: type) -> None:
    storage.put(b'{"type": "x", "id": "1", "attributes": {}}\n')
    group = storage.service.client().feeds
    feed = getattr(group, f"iter_{name}")(START, end=START + MINUTE)
    assert [type(item) for item in feed] == [cls]
    assert storage.kinds == [name]


def test_without_a_start_it_begins_seventy_minutes_back(storage: Storage) -> None:
    before = datetime.now(UTC)
    with files(storage, None) as feed:
        begun = datetime.strptime(feed.cursor, "%Y%m%d%H%M-0").replace(tzinfo=UTC)
    assert timedelta(minutes=70) <= before - begun + MINUTE
    assert before - begun <= timedelta(minutes=72)
    assert storage.service.requests == []


def test_moments_of_other_zones_are_taken_to_utc(storage: Storage) -> None:
    storage.put(text(1))
    start = START.astimezone(timezone(timedelta(hours=5, minutes=30))) + timedelta(seconds=59)
    assert numbers(files(storage, start, end=START + MINUTE)) == [1]


def test_an_end_that_is_over_asks_for_nothing(storage: Storage) -> None:
    assert list(files(storage, end=START)) == []
    assert storage.service.requests == []


@pytest.mark.slow
def test_the_next_batch_is_downloaded_meanwhile(storage: Storage) -> None:
    large = b"".join(line(n, x=random.randbytes(450_000).hex()) + b"\n" for n in range(5))
    storage.put(large, text(9))
    with files(storage) as feed:
        next(feed)
        assert storage.asked == ["30"]
        assert numbers(list(islice(feed, 3))) == [1, 2, 3]
        until(lambda: len(storage.other.requests) == 2)
        assert numbers(list(islice(feed, 2))) == [4, 9]


# --- the cursor ----------------------------------------------------------------------------------


def test_each_cursor_goes_on_exactly_behind_it(storage: Storage) -> None:
    storage.put(text(1, 2, 3), text(4), b"", text(5, 6))
    end = START + 4 * MINUTE
    feed = files(storage, end=end)
    cursors = [feed.cursor]
    for _ in feed:
        cursors.append(feed.cursor)
    assert cursors[:4] == [f"202601021530-{n}" for n in range(4)]
    for taken, cursor in enumerate(cursors):
        rest = files(storage, None, cursor=cursor, end=end)
        assert numbers(rest) == [1, 2, 3, 4, 5, 6][taken:]


def test_a_cursor_may_be_a_bare_minute(storage: Storage) -> None:
    storage.put(text(1), text(2))
    assert numbers(files(storage, None, cursor="202601021531", end=START + 2 * MINUTE)) == [2]


def test_a_cursor_beyond_its_batch_goes_on_with_the_next(storage: Storage) -> None:
    storage.put(text(1), text(2))
    assert numbers(files(storage, None, cursor="202601021530-9", end=START + 2 * MINUTE)) == [2]


def test_a_batch_without_a_last_line_feed_is_whole(storage: Storage) -> None:
    storage.put(text(1, 2).rstrip())
    for taken in range(3):
        feed = files(storage, None, cursor=f"202601021530-{taken}", end=START + MINUTE)
        assert numbers(feed) == [1, 2][taken:]


def test_an_interrupt_loses_nothing(threaded: Storage) -> None:
    threaded.put(text(*range(50)))
    interrupts = iter([*[False] * 20, True])

    class Interrupted(models.File):
        def __getattribute__(self, name: str) -> Any:
            if name == "__dict__" and next(interrupts, False):
                raise KeyboardInterrupt
            return super().__getattribute__(name)

    group = threaded.service.client().feeds
    feed = Feed(
        group,
        GET_FILE_FEED_MINUTE,
        Interrupted,
        START,
        end=START + MINUTE,
    )
    got: list[models.File] = []
    with pytest.raises(KeyboardInterrupt):
        take_all(feed, got)
    assert 0 < len(got) < 50
    assert numbers(got) == list(range(len(got)))
    assert feed.cursor == f"202601021530-{len(got)}"
    assert numbers(feed) == list(range(len(got), 50))


# --- what is not there ---------------------------------------------------------------------------


def test_a_batch_that_was_never_made_is_passed_over(storage: Storage) -> None:
    storage.put(text(1), error_answer(404, "NotFoundError"), text(2))
    feed = files(storage, end=START + 3 * MINUTE)
    assert next(feed).id == f"{1:064x}"
    assert not feed.gaps
    assert numbers(feed) == [2]
    assert feed.gaps == (START + MINUTE,)


def test_a_storage_without_the_batch_is_a_gap_too(storage: Storage) -> None:
    storage.put(text(1), [Answer(404, b"<Error><Code>NoSuchKey</Code></Error>")], text(2))
    feed = files(storage, end=START + 3 * MINUTE)
    assert numbers(feed) == [1, 2]
    assert feed.gaps == (START + MINUTE,)


def test_too_many_gaps_are_an_error_from_which_it_goes_on(storage: Storage) -> None:
    storage.put(text(1))
    storage.batches["202601021534"] = bz2.compress(text(2))
    feed = files(storage, end=START + 5 * MINUTE, max_gaps=2)
    next(feed)
    with pytest.raises(FeedGapError) as caught:
        next(feed)
    assert caught.value.minutes == tuple(START + n * MINUTE for n in (1, 2, 3))
    assert isinstance(caught.value.reason, NotFoundError)
    assert feed.cursor == "202601021531-0"
    assert not feed.gaps
    copy = pickle.loads(pickle.dumps(caught.value))
    assert copy.minutes == caught.value.minutes
    storage.batches["202601021532"] = bz2.compress(text(7))
    assert numbers(feed) == [7, 2]
    assert feed.gaps == (START + MINUTE, START + 3 * MINUTE)


def test_gaps_at_the_end_are_noted(storage: Storage) -> None:
    feed = files(storage, end=START + 2 * MINUTE)
    assert list(feed) == []
    assert feed.gaps == (START, START + MINUTE)
    assert feed.cursor == "202601021532-0"


def test_a_batch_that_is_not_there_yet_is_waited_for(storage: Storage) -> None:
    events: list[object] = []
    young = error_answer(400, "NotAvailableYet")
    storage.put([young, young, bz2.compress(text(1))])
    feed = files(storage, end=START + MINUTE, wait_s=0.05, client={"on_event": events.append})
    assert numbers(feed) == [1]
    waits = [event.seconds for event in events if isinstance(event, Waiting)]
    assert waits == [0.05, 0.05]
    assert storage.asked == ["30"] * 3


@pytest.mark.parametrize(
    ("asked", "waited"), [("5", 5.0), ("86400", 600.0), ("9" * 400, 600.0), ("0", 1.0)]
)
def test_what_the_service_asks_to_wait_has_a_ceiling(
    threaded: Storage, asked: str, waited: float
) -> None:
    waits: list[float] = []

    def tell(event: object) -> None:
        if isinstance(event, Waiting):
            waits.append(event.seconds)
            feed.close()

    threaded.put(error_answer(400, "NotAvailableYet", Retry_After=asked))
    feed = files(threaded, wait_s=2, client={"on_event": tell})
    assert list(feed) == []
    assert waits == [waited]


def test_waiting_ends_at_the_deadline(storage: Storage) -> None:
    storage.put(error_answer(400, "NotAvailableYet"))
    feed = files(storage, deadline=0.3)
    began = time.monotonic()
    with pytest.raises(APITimeoutError):
        next(feed)
    assert 0.2 < time.monotonic() - began < 10
    assert feed.cursor == "202601021530-0"


def test_waiting_ends_with_close_in_another_thread(storage: Storage) -> None:
    storage.put(error_answer(400, "NotAvailableYet"))
    feed = files(storage)
    with ThreadPoolExecutor(1) as pool:
        waiting = pool.submit(next, feed, None)
        until(lambda: len(storage.asked) == 1)
        feed.close()
        assert waiting.result(10) is None


# --- what goes wrong -----------------------------------------------------------------------------


def test_errors_of_the_service_are_raised_and_gone_on_from(storage: Storage) -> None:
    storage.put(text(1), [error_answer(403, "ForbiddenError"), bz2.compress(text(2))])
    feed = files(storage, end=START + 2 * MINUTE)
    assert numbers(list(islice(feed, 1))) == [1]
    with pytest.raises(ForbiddenError):
        next(feed)
    assert feed.cursor == "202601021531-0"
    assert numbers(feed) == [2]


def test_faults_are_repeated_by_the_policy_of_the_client(storage: Storage) -> None:
    busy = error_answer(503, "TransientError")
    storage.put([busy, busy, bz2.compress(text(1))], busy)
    feed = files(storage, end=START + 2 * MINUTE)
    assert numbers(list(islice(feed, 1))) == [1]
    with pytest.raises(TransientError):
        next(feed)
    assert storage.asked == ["30"] * 3 + ["31"] * 3


@functools.cache
def packed_in_blocks(count: int) -> tuple[bytes, bytes]:
    content = b"".join(
        line(n, x=random.Random(n).randbytes(30_000).hex()) + b"\n" for n in range(count)
    )
    return content, bz2.compress(content, 1)


@pytest.mark.parametrize("length_is_told", [True, False])
def test_a_cut_download_is_repeated_and_nothing_comes_twice(
    storage: Storage, length_is_told: bool
) -> None:
    _, packed = packed_in_blocks(10)
    half = packed[: len(packed) // 2]
    cut = Answer(200, packed, send=len(half)) if length_is_told else Answer(200, half)
    storage.put([cut, packed])
    assert numbers(files(storage, end=START + MINUTE)) == list(range(10))
    assert len(storage.other.requests) == 2


def test_a_damaged_batch_gives_what_is_before_and_an_error(storage: Storage) -> None:
    _, packed = packed_in_blocks(10)
    place = len(packed) * 3 // 4
    damaged = packed[:place] + bytes([packed[place] ^ 255]) + packed[place + 1 :]
    storage.put([damaged], text(99))
    feed = files(storage, end=START + 2 * MINUTE)
    got: list[models.File] = []
    with pytest.raises(InvalidResponseError, match="cannot be unpacked") as caught:
        take_all(feed, got)
    assert 3 <= len(got) < 10
    assert numbers(got) == list(range(len(got)))
    assert caught.value.raw[:3] == b"BZh"
    assert feed.cursor == f"202601021530-{len(got)}"
    assert storage.asked.count("30") == 3
    assert numbers(files(storage, START + MINUTE, end=START + 2 * MINUTE)) == [99]


def test_a_page_of_a_gateway_is_no_batch(storage: Storage) -> None:
    storage.put([Answer(200, b"<html>Sign in</html>", {"Content-Type": "text/html"})])
    with pytest.raises(InvalidResponseError, match="Sign in") as caught:
        next(files(storage))
    assert caught.value.content_type == "text/html"


@pytest.mark.parametrize(
    "raw",
    [
        b"{broken",
        b"[1, 2]",
        b"7",
        b"{}",
        b'{"error": {"code": "NotFoundError", "message": "No."}}',
        b'{"id": NaN}',
        b'{"type": "file", "attributes": {}}',
        b"\xff\xfe",
        b'{"id": "' + b"[" * 300,
    ],
)
def test_a_broken_line_is_kept_and_does_not_end_the_feed(
    storage: Storage, raw: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    storage.put(line(1) + b"\n" + raw + b"\n" + line(2) + b"\n")
    told: list[BrokenLine] = []
    with caplog.at_level(logging.WARNING, "vt_sdk"):
        feed = files(storage, end=START + MINUTE, on_broken=told.append)
        assert numbers(feed) == [1, 2]
    assert feed.broken == tuple(told)
    assert feed.broken_count == 1
    assert (told[0].place, told[0].raw, told[0].size) == ("202601021530-1", raw, len(raw))
    assert told[0].place in caplog.text
    again = files(storage, None, cursor=told[0].place, end=START + MINUTE)
    assert numbers(again) == [2]
    assert again.broken[0].raw == raw


def test_a_value_that_does_not_fit_costs_only_itself(storage: Storage) -> None:
    wrong_id = b'{"type": "file", "id": 5, "attributes": {"size": 1}}'
    storage.put(line(1, size="large") + b"\r\n\n" + wrong_id + b"\n")
    feed = files(storage, end=START + MINUTE)
    first, second = list(feed)
    assert [issue.path for issue in first.issues] == [("attributes", "size")]
    assert first.to_dict()["attributes"]["size"] == "large"
    assert second.to_dict()["id"] == 5
    assert feed.broken == ()


def test_what_on_broken_raises_loses_nothing(storage: Storage) -> None:
    storage.put(line(1) + b"\n{\n" + line(2) + b"\n")

    def refuse(broken: BrokenLine) -> None:
        raise RuntimeError(broken.place)

    feed = files(storage, end=START + MINUTE, on_broken=refuse)
    next(feed)
    with pytest.raises(RuntimeError, match="202601021530-1"):
        next(feed)
    assert numbers(feed) == [2]


@pytest.mark.slow
def test_an_endless_line_is_bounded(threaded: Storage) -> None:
    size = MAX_LINE_BYTES + 1000
    threaded.put(line(1) + b"\n" + b"x" * size + b"\n" + line(2) + b"\n")
    feed = files(threaded, end=START + MINUTE)
    assert numbers(feed) == [1, 2]
    (broken,) = feed.broken
    assert (broken.size, len(broken.raw)) == (size, 1 << 20)


@pytest.mark.slow
def test_a_bomb_is_refused(storage: Storage) -> None:
    storage.put(line(1) + b"\n" + b"\n" * 30_000_000)
    feed = files(storage, end=START + MINUTE, max_bytes=5_000_000)
    with pytest.raises(InvalidResponseError, match="more than 5000000 bytes"):
        list(feed)
    storage.put(text(*range(100)))
    with pytest.raises(InvalidResponseError, match="more than 50 bytes"):
        list(files(storage, end=START + MINUTE, max_bytes=50))


def test_streams_without_content_have_an_end(storage: Storage) -> None:
    storage.put([bz2.compress(b"") * 100_000])
    with pytest.raises(InvalidResponseError, match="not what bzip2 packs"):
        next(files(storage))


def test_strictness_and_drift_hold_for_each_object(storage: Storage) -> None:
    storage.put(line(1) + b"\n" + line(2, brand_new=1) + b"\n" + line(3) + b"\n")
    drifts: list[Any] = []
    feed = files(storage, end=START + MINUTE, client={"strict": True, "on_drift": drifts.append})
    next(feed)
    with pytest.raises(UnknownFieldError) as caught:
        next(feed)
    assert caught.value.paths == ("attributes.brand_new",)
    assert [drift.operation for drift in drifts] == ["get_file_feed_minute"]
    assert numbers(feed) == [3]


@pytest.mark.parametrize(
    "wrong",
    [
        {"start": datetime(2026, 1, 2)},
        {"start": "202601021530"},
        {"end": datetime(2026, 1, 2)},
        {"start": START, "cursor": "202601021530-0"},
        {"cursor": "20260102"},
        {"cursor": "202613021530-0"},
        {"cursor": "202601021530--1"},
        {"cursor": 5},
        {"max_gaps": -1},
        {"max_bytes": 0},
        {"wait_s": 0},
        {"deadline": -1},
    ],
)
def test_wrong_arguments_are_refused_at_once(storage: Storage, wrong: dict[str, Any]) -> None:
    with pytest.raises(InvalidInputError):
        storage.service.client().feeds.iter_files(**wrong)
    assert storage.service.requests == []


# --- threads -------------------------------------------------------------------------------------


def test_a_feed_that_is_left_has_no_threads(storage: Storage) -> None:
    _, packed = packed_in_blocks(40)
    storage.put([packed], [packed])
    feed = files(storage)
    next(feed)
    assert not no_threads()
    del feed
    gc.collect()
    until(no_threads)


def test_a_download_under_way_ends_with_the_feed(storage: Storage) -> None:
    def drip() -> Iterator[bytes]:
        yield b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n"
        for _ in range(100_000):
            yield b"B"

    storage.put(Answer(302, headers={"Location": f"{storage.other.url}/x"}))
    storage.other.play(Answer(raw=drip, pause=0.01))
    feed = files(storage)
    with ThreadPoolExecutor(1) as pool:
        waiting = pool.submit(next, feed, None)
        until(lambda: bool(storage.other.requests))
        feed.close()
        assert waiting.result(10) is None
        until(no_threads)


@pytest.mark.slow
def test_one_client_serves_many_feeds_at_once(storage: Storage) -> None:
    storage.put(text(*range(300)), text(*range(300, 600)))
    group = storage.service.client().feeds

    def work(_: int) -> list[int]:
        return numbers(group.iter_files(START, end=START + 2 * MINUTE))

    with ThreadPoolExecutor(8) as pool:
        for found in pool.map(work, range(8)):
            assert found == list(range(600))


def test_threads_that_share_a_feed_share_its_objects(threaded: Storage) -> None:
    threaded.put(text(*range(500)), text(*range(500, 1000)))
    feed = files(threaded, end=START + 2 * MINUTE)
    with ThreadPoolExecutor(4) as pool:
        parts = list(pool.map(lambda _: numbers(feed), range(4)))
    assert sorted(n for part in parts for n in part) == list(range(1000))


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="there are no forks")
def test_parent_and_child_of_a_fork_each_go_on(threaded: Storage) -> None:
    _, packed = packed_in_blocks(40)
    threaded.put([packed])
    code = """
import os, sys, warnings
from datetime import UTC, datetime
from vt_sdk import RetryPolicy, VirusTotal
warnings.simplefilter("ignore", DeprecationWarning)  # of forks beside threads, which are meant
vt = VirusTotal("key", base_url=sys.argv[1], retry=RetryPolicy(base_s=0.01))
feed = vt.feeds.iter_files(cursor="202601021530", end=datetime(2026, 1, 2, 15, 31, tzinfo=UTC))
taken = [next(feed).id]
child = os.fork()
taken += [item.id for item in feed]
is_right = taken == [f"{number:064x}" for number in range(40)]
if child == 0:
    os._exit(0 if is_right else 1)
assert is_right
assert os.waitpid(child, 0)[1] == 0
"""
    run_loaded(code, threaded.service.base_url)


FORKED = """
import faulthandler, os, signal, sys, threading, traceback, warnings
from datetime import UTC, datetime
from vt_sdk import RetryPolicy, VirusTotal, models, read_batch
warnings.simplefilter("ignore", DeprecationWarning)  # of forks beside threads, which are meant
# Whatever hangs, parent or child, tells where and ends.
faulthandler.register(signal.SIGALRM, chain=True)
signal.alarm(25)
def in_child(work):
    child = os.fork()
    if child == 0:
        signal.alarm(20)
        code = 1
        try:
            code = work() or 0
        except BaseException:
            traceback.print_exc()
        finally:
            os._exit(code)
    return child
def is_well(child):
    return os.waitpid(child, 0)[1] == 0
"""


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="there are no forks")
def test_children_go_on_while_another_thread_takes_objects(threaded: Storage) -> None:
    """One try has to do: nothing is damaged by a fork, and no lock is left shut."""
    _, packed = packed_in_blocks(60)
    threaded.put([packed], text(60))
    code = """
vt = VirusTotal("key", base_url=sys.argv[1], retry=RetryPolicy(attempts=1))
start, end = datetime(2026, 1, 2, 15, 30, tzinfo=UTC), datetime(2026, 1, 2, 15, 32, tzinfo=UTC)
feed = vt.feeds.iter_files(start, end=end)
taken = [int(next(feed).id, 16)]  # with all that is imported on the way
thread = threading.Thread(target=lambda: taken.extend(int(file.id, 16) for file in feed))
def work():
    minute, _, done = feed.cursor.partition("-")
    rest = [int(file.id, 16) for file in feed]
    return rest != list(range({"30": 0, "31": 60, "32": 61}[minute[-2:]] + int(done), 61))
thread.start()
children = [in_child(work) for _ in range(6)]
thread.join()
assert taken == list(range(61)), taken
assert all(map(is_well, children))
"""
    run_loaded(FORKED + code, threaded.service.base_url)


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="there are no forks")
@pytest.mark.parametrize("packed", [True, False])
def test_a_child_reads_on_in_a_batch_on_disk(tmp_path: Path, packed: bool) -> None:
    target = tmp_path / "batch"
    content = packed_in_blocks(60)
    target.write_bytes(content[packed])
    code = """
def work():
    return [int(file.id, 16) for file in batch] != list(range(10, 60))
with read_batch(sys.argv[1], models.File) as batch:
    taken = [int(next(batch).id, 16) for _ in range(10)]
    child = in_child(work)
    taken += [int(file.id, 16) for file in batch]
assert taken == list(range(60)), taken
assert is_well(child)

def refused():
    try:
        next(batch)
    except OSError as error:
        return "give a path" not in str(error)
    return 2
with open(sys.argv[1], "rb") as file, read_batch(file, models.File) as batch:
    taken = [int(next(batch).id, 16) for _ in range(10)]
    child = in_child(refused)
    assert is_well(child)
    taken += [int(file.id, 16) for file in batch]
assert taken == list(range(60)), taken
"""
    run_loaded(FORKED + code, str(target))


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="there are no forks")
@pytest.mark.parametrize("how", ["close", "exit"])
def test_a_child_does_not_wait_for_a_thread_that_reads(tmp_path: Path, how: str) -> None:
    """In the child nobody would open the lock of a file that was shut by that thread."""
    target = tmp_path / "batch"
    os.mkfifo(target)
    code = """
import atexit, time
pipe = os.open(sys.argv[1], os.O_RDWR)  # never empty for good, so that the thread goes on reading
batch = read_batch(sys.argv[1], models.File)
thread = threading.Thread(target=lambda: taken.extend(batch))
taken = []
def work():
    if sys.argv[2] == "close":
        batch.close()
        return list(batch) != []
    atexit._run_exitfuncs()
def is_read():
    frame = sys._current_frames()[thread.ident]
    return frame.f_code.co_name == "<lambda>" and frame.f_code.co_filename.endswith("lines.py")
thread.start()
while not is_read():
    time.sleep(0.01)
child = in_child(work)
assert is_well(child)
os.write(pipe, b"{}")
os.close(pipe)
thread.join()
assert batch.broken_count == 1
"""
    run_loaded(FORKED + code, str(target), how)


@pytest.mark.slow
@pytest.mark.parametrize("where", ["atexit", "a thread that outlives the main one", "a daemon"])
def test_a_feed_is_read_while_the_interpreter_ends(threaded: Storage, where: str) -> None:
    """The pools of `concurrent.futures` take nothing more by then."""
    _, packed = packed_in_blocks(40)
    threaded.put([packed], text(40))
    code = """
import atexit, sys, threading, time
import concurrent.futures.thread
from datetime import UTC, datetime
from vt_sdk import VirusTotal
vt = VirusTotal("key", base_url=sys.argv[1])
start, end = datetime(2026, 1, 2, 15, 30, tzinfo=UTC), datetime(2026, 1, 2, 15, 32, tzinfo=UTC)
def work():
    if sys.argv[2] != "a daemon":
        threading.main_thread().join()
    taken = [int(file.id, 16) for file in vt.feeds.iter_files(start, end=end)]
    assert taken == list(range(41)), taken
    print("all", flush=True)
if sys.argv[2] == "atexit":
    threading.main_thread().join = lambda: None
    atexit.register(work)
else:
    thread = threading.Thread(target=work, daemon=sys.argv[2] == "a daemon")
    thread.start()
    if thread.daemon:
        atexit.register(thread.join)
"""
    assert run_loaded(code, threaded.service.base_url, where) == "all\n"


# --- on disk -------------------------------------------------------------------------------------


def test_a_saved_batch_is_read_like_the_feed(threaded: Storage, tmp_path: Path) -> None:
    content = line(1) + b"\n{\n" + line(2) + b"\n"
    threaded.put(content)
    target = tmp_path / "batch.bz2"
    group = threaded.service.client().feeds
    saved = group.download_batch("files", START, target)
    assert (saved.size, target.read_bytes()) == (target.stat().st_size, bz2.compress(content))
    told: list[BrokenLine] = []
    with read_batch(target, models.File, on_broken=told.append) as batch:
        assert numbers(batch) == [1, 2]
        assert batch.done == 3
    assert [(broken.place, broken.raw) for broken in told] == [("1", b"{")]
    for skip, left in ((1, [2]), (2, [2]), (3, []), (9, [])):
        assert numbers(read_batch(target, models.File, skip=skip)) == left
    with pytest.raises(InvalidInputError):
        group.download_batch("comments", START, target)  # type: ignore[arg-type]  # on purpose


@pytest.mark.parametrize(
    ("content", "model", "text"),
    [
        (b"a text\nof two lines\n", models.File, "not JSON"),
        (b"[1, 2]", models.File, "not an object"),
        (b'{"rule": "x"}\n', models.File, "no id"),
        (line(1), models.URL, "of the type file, not url"),
        (bz2.compress(line(1) + b"\n" + line(2)), models.URL, "of the type file, not url"),
    ],
)
def test_a_file_without_any_object_is_an_error(content: bytes, model: type[Any], text: str) -> None:
    told: list[BrokenLine] = []
    batch = read_batch(io.BytesIO(content), model, on_broken=told.append)
    with pytest.raises(InvalidResponseError, match=rf"^no line of the file is an object: .*{text}"):
        list(batch)
    assert len(told) == batch.broken_count > 0


def test_a_line_of_another_type_is_a_broken_one() -> None:
    other = json.dumps({"id": "x", "type": "url"}).encode()
    with read_batch(io.BytesIO(b"\n".join([line(1), other, line(2)])), models.File) as batch:
        assert numbers(batch) == [1, 2]
    assert [str(broken.error) for broken in batch.broken] == [
        "the document is of the type url, not file"
    ]
    assert numbers(read_batch(io.BytesIO(b"\n\n"), models.File)) == []


def archive(packed: bool, *texts: bytes) -> bytes:
    plain = io.BytesIO()
    with tarfile.open(fileobj=plain, mode="w") as tar:
        for place, content in enumerate(texts):
            info = tarfile.TarInfo(f"2026010215{place:02}")
            body = bz2.compress(content) if packed else content
            info.size = len(body)
            tar.addfile(info, io.BytesIO(body))
    return plain.getvalue()


@pytest.mark.parametrize("packed", [True, False])
def test_an_archive_of_an_hour_is_read_in_its_order(packed: bool, tmp_path: Path) -> None:
    content = archive(packed, text(1, 2), b"", text(3).rstrip(), text(4))
    target = tmp_path / "hour.tar.bz2"
    target.write_bytes(bz2.compress(content))
    assert numbers(read_batch(target, models.File)) == [1, 2, 3, 4]
    assert numbers(read_batch(str(target), models.File, skip=2)) == [3, 4]
    assert numbers(read_batch(io.BytesIO(content), models.File)) == [1, 2, 3, 4]
    with pytest.raises(InvalidResponseError):
        list(read_batch(io.BytesIO(bz2.compress(content)[:-20]), models.File))


def test_a_file_object_is_read_from_where_it_stands_and_stays_open() -> None:
    stream = io.BytesIO(b"before" + text(1))
    stream.seek(6)
    assert numbers(read_batch(stream, models.File)) == [1]
    assert not stream.closed


def test_a_file_that_cannot_be_read_is_said(tmp_path: Path) -> None:
    with pytest.raises(FileReadError):
        read_batch(tmp_path / "absent", models.File)
    _, packed = packed_in_blocks(10)
    batch = read_batch(io.BytesIO(packed[:-1]), models.File)
    got: list[models.File] = []
    with pytest.raises(InvalidResponseError, match="cut off"):
        take_all(batch, got)
    assert len(got) >= 5
    with pytest.raises(InvalidInputError):
        read_batch(io.BytesIO(), models.File, skip=-1)


# --- the emulator --------------------------------------------------------------------------------


def test_what_was_submitted_to_the_emulator_is_in_its_feed(
    vt_emulator: Emulator, tmp_path: Path
) -> None:
    vt_emulator.feed_lag_minutes = 0
    vt_emulator.feed_seeds = False
    begin = datetime.now(UTC)
    with VirusTotal(vt_emulator.premium_key, base_url=vt_emulator.base_url) as vt:
        mine = vt.files.scan_and_wait(b"in the feed").id
        with vt.feeds.iter_files(begin, wait_s=0.5, deadline=60) as feed:
            found = next(feed)
        assert found.id == mine
        minute = datetime.strptime(feed.cursor[:12], "%Y%m%d%H%M").replace(tzinfo=UTC)
        vt.feeds.download_batch("files", minute, tmp_path / "batch.bz2")
    with read_batch(tmp_path / "batch.bz2", models.File) as batch:
        assert [item.id for item in batch] == [mine]
