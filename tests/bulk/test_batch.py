"""Batches of reports: order, errors in place, what is taken ahead, where they stop and go on."""

import _thread
import contextvars
import gc
import json
import random
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, count, islice
from typing import Any

import pytest

from tests.interpreters import run_loaded
from tests.support import (
    KEY,
    OBJECTS,
    ROOT,
    Answer,
    Recorded,
    Server,
    error_answer,
    file_document,
    json_answer,
)
from vt_sdk import (
    APITimeoutError,
    AuthenticationRequiredError,
    ForbiddenError,
    InvalidInputError,
    InvalidResponseError,
    MissingAPIKeyError,
    NotFoundError,
    QuotaExceededError,
    RateLimitError,
    Request,
    Response,
    RetryPolicy,
    ServerError,
    Settings,
    TransientError,
    TransportError,
    UnknownFieldError,
    UserNotActiveError,
    VirusTotal,
    VirusTotalAPIError,
    Window,
    WrongCredentialsError,
    models,
)
from vt_sdk.bulk.batch import Batch
from vt_sdk.bulk.ledger import BatchItem
from vt_sdk.emulator import Emulator
from vt_sdk.errors import BatchStoppedError
from vt_sdk.events import Event, RequestSent
from vt_sdk.ratelimit import RateLimit

FileItems = list[BatchItem[models.File]]


def hash_of(number: int) -> str:
    return f"{number:064x}"


def hashes(count: int) -> list[str]:
    return [hash_of(number) for number in range(count)]


def number_of(recorded: Recorded) -> int:
    return int(recorded.path.rpartition("/")[2], 16)


def found(recorded: Recorded) -> Answer:
    """Answer with a report that has the number of the hash as its size."""
    sha256 = recorded.path.rpartition("/")[2]
    return json_answer({**file_document(size=number_of(recorded)), "id": sha256})


def workers() -> list[threading.Thread]:
    return [thread for thread in threading.enumerate() if thread.name == "vt-sdk-batch"]


def all_gone() -> bool:
    end = time.monotonic() + 10
    while workers() and time.monotonic() < end:
        time.sleep(0.01)
    return not workers()


@pytest.fixture(autouse=True)
def _no_worker_is_left() -> Iterator[None]:
    yield
    assert all_gone()


@pytest.fixture
def gate() -> Iterator[threading.Event]:
    """Return what an answer may wait for; open at the end, so that no thread waits for ever."""
    event = threading.Event()
    yield event
    event.set()


def sizes(items: Iterable[BatchItem[models.File]]) -> list[int]:
    return [item.result().attributes.size for item in items]


def check_items(items: FileItems, ids: Sequence[str]) -> None:
    """Check that there is one item for each id, each with its own report."""
    assert sorted(item.index for item in items) == list(range(len(ids)))
    for item in items:
        assert item.id == ids[item.index]
        assert item.result().id == item.id.lower()


class Wire:
    """A transport that answers at once, or as a function says."""

    def __init__(self, answer: Callable[[Request], Response] | None = None) -> None:
        self.requests = 0
        self._answer = answer

    def send(self, request: Request, settings: Settings) -> Response:
        self.requests += 1
        if self._answer is not None:
            return self._answer(request)
        body = json.dumps({"data": file_document()}).encode()
        return Response(200, {"content-type": "application/json"}, body, request.method, "u")

    def close(self) -> None: ...


# --- items ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("group", "model"),
    [
        ("files", models.File),
        ("urls", models.URL),
        ("domains", models.Domain),
        ("ip_addresses", models.IPAddress),
    ],
)
def test_each_group_gives_its_reports(emulator: Emulator, group: str, model: type) -> None:
    known = {
        "files": "44d88612fea8a8f36de82e1278abb02f",
        "urls": "http://malware.example/",
        "domains": "example.com",
        "ip_addresses": "192.0.2.1",
    }[group]
    with emulator.client() as vt:
        single = getattr(vt, group).get_report(known)
        before = len(emulator.calls)
        batch = getattr(vt, group).get_reports([known, "\n"], ordered=True)
        good, bad = list(batch)
    assert isinstance(batch, Batch)
    assert (good.index, good.id, good.error) == (0, known, None)
    assert isinstance(good.value, model)
    assert good.result().to_dict()["id"] == single.id
    assert (bad.index, bad.id, bad.value) == (1, "\n", None)
    assert isinstance(bad.error, InvalidInputError)
    assert len(emulator.calls) == before + 1


@pytest.mark.parametrize("group", OBJECTS)
def test_the_relationships_are_asked_for(server: Server, group: str) -> None:
    reports = getattr(server.client(), group).get_reports
    (item,) = reports([OBJECTS[group]], relationships=["comments", "votes"])
    assert isinstance(item.error, NotFoundError)
    assert server.last.query == "relationships=comments%2Cvotes"


def test_completion_order(server: Server, gate: threading.Event) -> None:
    def answer(recorded: Recorded) -> Answer:
        if number_of(recorded) == 0:
            assert gate.wait(10)
        return found(recorded)

    server.default = answer
    items: FileItems = []
    for item in server.client().files.get_reports(hashes(10), max_workers=3):
        items.append(item)
        if len(items) == 5:
            gate.set()
    check_items(items, hashes(10))
    assert 0 not in [item.index for item in items[:5]]


def test_input_order(server: Server, gate: threading.Event) -> None:
    def answer(recorded: Recorded) -> Answer:
        # The first one comes last of those that are under way.
        if number_of(recorded) == 3:
            gate.set()
        if number_of(recorded) == 0:
            assert gate.wait(10)
        return found(recorded)

    server.default = answer
    items = list(server.client().files.get_reports(hashes(40), max_workers=4, ordered=True))
    check_items(items, hashes(40))
    assert sizes(items) == list(range(40))


@pytest.mark.parametrize("ordered", [False, True])
def test_no_ids_no_threads(ordered: bool) -> None:
    batch = VirusTotal(KEY, transport=Wire()).files.get_reports([], ordered=ordered)
    assert list(batch) == []
    assert (batch.taken, batch.resume_at, batch.pending) == (0, 0, ())


def test_no_more_threads_than_ids() -> None:
    seen: list[int] = []

    def answer(request: Request) -> Response:
        seen.append(len(workers()))
        return Wire().send(request, Settings())

    vt = VirusTotal(KEY, transport=Wire(answer))
    assert len(list(vt.files.get_reports(hashes(2), max_workers=20))) == 2
    assert max(seen) <= 2


def test_errors_are_in_their_place(server: Server) -> None:
    answers: dict[int, Answer] = {
        1: error_answer(404, "NotFoundError"),
        2: error_answer(503, "TransientError"),
        3: Answer(200, b"<html>", {"Content-Type": "text/html"}),
        4: Answer(reset=True),
        5: error_answer(429, "TooManyRequestsError"),
        6: error_answer(500, "BrandNewError"),
        7: json_answer({**file_document(), "surprise": 1}),
    }
    server.default = lambda recorded: answers.get(number_of(recorded)) or found(recorded)
    ids: list[Any] = [*hashes(8), "no hash", None, "../etc", hash_of(10)]
    items = list(server.client(strict=True).files.get_reports(ids, ordered=True))
    assert [item.id for item in items] == ids
    assert [type(item.error) for item in items[1:11]] == [
        NotFoundError,
        TransientError,
        InvalidResponseError,
        *[type(items[4].error), type(items[5].error)],
        ServerError,
        UnknownFieldError,
        InvalidInputError,
        InvalidInputError,
        InvalidInputError,
    ]
    assert isinstance(items[4].error, TransportError)
    assert "TooManyRequestsError" in repr(items[5].error)
    assert sizes([items[0], items[11]]) == [0, 10]
    with pytest.raises(NotFoundError) as raised:
        items[1].result()
    assert raised.value is items[1].error
    assert all(item.value is None for item in items[1:11])


def test_an_item_is_a_value() -> None:
    item = BatchItem[models.File](0, "x", error=InvalidInputError("no"))
    with pytest.raises(AttributeError):
        item.index = 1  # type: ignore[misc]  # refused by type checkers too
    assert item == BatchItem(0, "x", None, item.error)


# --- ids that come again -------------------------------------------------------------------------


def test_an_id_in_flight_is_not_asked_for_again(server: Server, gate: threading.Event) -> None:
    def answer(recorded: Recorded) -> Answer:
        assert gate.wait(10)
        return found(recorded)

    server.default = answer
    eicar = hash_of(0xABC)
    ids = [eicar, eicar.upper(), hash_of(1), eicar]
    batch = server.client().files.get_reports(chain(ids, opening(gate)), max_workers=3)
    items = list(batch)
    check_items(items, ids)
    assert len(server.requests) == 2
    assert len({id(item.value) for item in items}) == 2


def opening(gate: threading.Event) -> Iterator[str]:
    """Return nothing more, and open a gate once that is asked for."""
    gate.set()
    yield from ()


@pytest.mark.parametrize(
    ("group", "spellings"),
    [
        ("domains", ["example.com", "EXAMPLE.com", "example.com."]),
        ("ip_addresses", ["2001:db8::1", "2001:DB8:0:0:0:0:0:1"]),
        (
            "urls",
            ["http://example.com/", "aHR0cDovL2V4YW1wbGUuY29tLw", "aHR0cDovL2V4YW1wbGUuY29tLw=="],
        ),
    ],
)
def test_spellings_of_an_id_are_the_same(server: Server, group: str, spellings: list[str]) -> None:
    items = list(getattr(server.client(), group).get_reports(spellings * 3, ordered=True))
    assert [item.id for item in items] == spellings * 3
    assert len(server.requests) == 1
    errors = [item.error for item in items]
    assert all(isinstance(error, NotFoundError) for error in errors)


def test_so_many_are_remembered(server: Server) -> None:
    server.default = found
    files = server.client().files
    again = [0, 1, 2, 0, 3, 0, 1]
    ids = [hash_of(number) for number in again]
    # With one worker and each item awaited, nothing but the memory can share a result.
    items = list(files.get_reports(one_by_one(ids), max_workers=1, ordered=True, remember=3))
    assert sizes(items) == again
    asked = [number_of(recorded) for recorded in server.requests]
    assert asked == [0, 1, 2, 3, 1]
    server.requests.clear()
    assert sizes(files.get_reports(ids, max_workers=1, ordered=True, remember=0)) == again
    assert len(server.requests) >= 6


def one_by_one(ids: Iterable[str]) -> Iterator[str]:
    """Return ids, each once no worker has anything to do."""
    for given in ids:
        yield given
        time.sleep(0.05)


def test_what_is_raised_is_not_what_is_remembered(server: Server) -> None:
    batch = server.client().files.get_reports([hash_of(1)] * 100, max_workers=1)
    errors = [item.error for item in batch]
    assert len(server.requests) == 1
    for error in errors[-50:]:
        assert isinstance(error, NotFoundError)
        assert error.message == "No."
    assert len({id(error) for error in errors}) > 50


def test_a_passing_fault_is_not_remembered(server: Server) -> None:
    server.play(*[error_answer(503, "TransientError")] * 3)
    server.default = found
    ids = one_by_one_released(server, [hash_of(1)] * 2)
    first, second = server.client().files.get_reports(ids, max_workers=1, ordered=True)
    assert isinstance(first.error, TransientError)
    assert second.result().attributes.size == 1
    assert len(server.requests) == 4


def one_by_one_released(server: Server, ids: Iterable[str]) -> Iterator[str]:
    """Return ids, the next one only when three attempts were answered and had time to come back."""
    for given in ids:
        yield given
        end = time.monotonic() + 10
        while len(server.requests) < 3 and time.monotonic() < end:
            time.sleep(0.01)
        time.sleep(0.2)


# --- lazy in, lazy out ---------------------------------------------------------------------------


@pytest.mark.slow
@pytest.mark.parametrize("ordered", [False, True])
def test_an_endless_input(ordered: bool) -> None:
    taken = 0

    def endless() -> Iterator[str]:
        nonlocal taken
        for number in count():
            taken += 1
            # Malformed ones and duplicates take room too.
            yield hash_of(number % 1000) if number % 3 else "no hash"

    wire = Wire()
    with VirusTotal(KEY, transport=wire).files.get_reports(
        endless(), max_workers=3, ordered=ordered, remember=10
    ) as batch:
        assert taken == 0
        assert not workers()
        for given, item in enumerate(islice(batch, 2000)):
            assert taken <= given + 6
            assert taken == batch.taken
            assert not ordered or item.index == given
            assert len(batch.pending) == taken - given - 1
    assert not workers()
    assert list(batch) == []


def test_a_slow_first_one_holds_the_others_back(server: Server, gate: threading.Event) -> None:
    def answer(recorded: Recorded) -> Answer:
        if number_of(recorded) == 0:
            assert gate.wait(10)
        return found(recorded)

    server.default = answer
    batch = server.client().files.get_reports(map(hash_of, count()), max_workers=4, ordered=True)
    items: FileItems = []
    with batch:
        consumer = threading.Thread(target=lambda: items.append(next(batch)))
        consumer.start()
        end = time.monotonic() + 10
        while len(server.requests) < 8 and time.monotonic() < end:
            time.sleep(0.01)
        time.sleep(0.1)
        assert (batch.taken, len(server.requests), items) == (8, 8, [])
        gate.set()
        consumer.join(10)
        assert sizes(items) == [0]
        assert sizes(islice(batch, 20)) == list(range(1, 21))


@pytest.mark.slow
@pytest.mark.parametrize("ordered", [False, True])
def test_many_ids_in_flat_memory(ordered: bool) -> None:
    ids = 20_000
    again = (hash_of(number // 4) for number in range(ids))
    wire = Wire()
    batch = VirusTotal(KEY, transport=wire).files.get_reports(again, ordered=ordered)
    blocks = []
    for given, item in enumerate(batch):
        assert item.error is None
        if given in (ids // 10, ids - 100):
            gc.collect()
            blocks.append(sys.getallocatedblocks())
    assert (batch.taken, wire.requests) == (ids, ids // 4)
    # A report has more than fifty of them.
    assert blocks[1] - blocks[0] < 2_000


# --- stopping and going on -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("status", "code", "cls"),
    [
        (429, "QuotaExceededError", QuotaExceededError),
        (401, "WrongCredentialsError", WrongCredentialsError),
        (401, "AuthenticationRequiredError", AuthenticationRequiredError),
        (401, "UserNotActiveError", UserNotActiveError),
        (403, "ForbiddenError", ForbiddenError),
    ],
)
@pytest.mark.parametrize("ordered", [False, True])
def test_what_befalls_all_stops_it(
    server: Server, ordered: bool, status: int, code: str, cls: type[VirusTotalAPIError]
) -> None:
    server.default = lambda recorded: (
        found(recorded) if number_of(recorded) != 3 else error_answer(status, code)
    )
    batch = server.client().files.get_reports(hashes(100), max_workers=1, ordered=ordered)
    items: FileItems = []
    with pytest.raises(BatchStoppedError) as raised:
        items.extend(batch)
    assert list(batch) == []
    # One worker has one call under way; nothing is asked for after the refusal.
    assert [number_of(recorded) for recorded in server.requests] == [0, 1, 2, 3]
    error = raised.value
    assert type(error.reason) is cls
    assert error.__cause__ is error.reason
    assert (error.resume_at, error.taken, error.err_code) == (3, batch.taken, None)
    assert error.pending == tuple(hashes(error.taken)[3:]) == batch.pending
    assert str(error) == "the batch stopped at id 3: No."


WAYS: dict[str, Callable[[BatchStoppedError, list[str], Iterator[str]], list[str]]] = {
    "the iterator": lambda error, ids, source: [*error.pending, *source],
    "what was taken": lambda error, ids, source: [*error.pending, *ids[error.taken :]],
    "the position": lambda error, ids, source: ids[error.resume_at :],
}


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize(
    ("way", "ordered"),
    [
        ("the iterator", False),
        ("the iterator", True),
        ("what was taken", False),
        ("what was taken", True),
        ("the position", True),
    ],
)
def test_going_on_loses_and_repeats_nothing(
    server: Server, way: str, ordered: bool, seed: int
) -> None:
    chance = random.Random(seed)
    left = Allowance(server, chance)
    files = server.client().files
    spelled = [chance.choice([hash_of(chance.randrange(60)), "no hash"]) for _ in range(150)]
    ids, given_out, stops = spelled, list[str](), 0
    while True:
        left.calls = 13
        source = iter(ids)
        try:
            for item in files.get_reports(source, max_workers=4, ordered=ordered):
                given_out.append(item.id)
                check_outcome(item)
            break
        except BatchStoppedError as error:
            ids = WAYS[way](error, ids, source)
            stops += 1
            assert stops < 100
    assert stops > 2
    assert Counter(given_out) == Counter(spelled)
    assert not ordered or given_out == spelled


class Allowance:
    """Lets a server answer so many calls, after a little while each, and refuse all others."""

    def __init__(self, server: Server, chance: random.Random) -> None:
        self.calls = 0
        self._chance = chance
        self._lock = threading.Lock()
        server.default = self._answer

    def _answer(self, recorded: Recorded) -> Answer:
        with self._lock:
            self.calls -= 1
            delay = self._chance.random() / 200
            if self.calls < 0:
                return error_answer(429, "QuotaExceededError")
        if number_of(recorded) % 7 == 0:
            return error_answer(404, "NotFoundError")
        return replace(found(recorded), delay=delay)


def check_outcome(item: BatchItem[models.File]) -> None:
    if item.id == "no hash":
        assert isinstance(item.error, InvalidInputError)
    elif int(item.id, 16) % 7 == 0:
        assert isinstance(item.error, NotFoundError)
    else:
        assert item.result().id == item.id


def refusing_the_first(server: Server) -> None:
    """Refuse the hash 0 while the hash 2 is under way."""
    asked, refused = threading.Event(), threading.Event()

    def answer(recorded: Recorded) -> Answer:
        number = number_of(recorded)
        if number == 0:
            assert asked.wait(10)
            refused.set()
            return error_answer(429, "QuotaExceededError")
        if number == 2:
            asked.set()
            assert refused.wait(10)
        return found(recorded)

    server.default = answer


@pytest.mark.parametrize("ordered", [False, True])
def test_what_is_in_flight_is_given_out(server: Server, ordered: bool) -> None:
    refusing_the_first(server)
    ids = hashes(3)
    ids.reverse()  # 2 and 1 stand before the one that is refused
    batch = server.client().files.get_reports(ids, max_workers=3, ordered=ordered)
    items: FileItems = []
    with pytest.raises(BatchStoppedError) as raised:
        items.extend(batch)
    assert sorted(sizes(items)) == [1, 2]
    assert raised.value.pending == (hash_of(0),)
    assert (raised.value.resume_at, raised.value.taken) == (2, 3)


@pytest.mark.parametrize("ordered", [False, True])
def test_behind_a_gap(server: Server, ordered: bool) -> None:
    refusing_the_first(server)
    batch = server.client().files.get_reports(hashes(3), max_workers=3, ordered=ordered)
    items: FileItems = []
    with pytest.raises(BatchStoppedError) as raised:
        items.extend(batch)
    # In input order nothing comes behind what is missing, but nothing that was paid for is lost.
    assert sorted(sizes(items)) == ([] if ordered else [1, 2])
    assert raised.value.pending == tuple(hashes(3) if ordered else hashes(1))
    assert sizes(raised.value.ready) == ([1, 2] if ordered else [])
    assert [item.index for item in raised.value.ready] == ([1, 2] if ordered else [])
    assert raised.value.ready == batch.ready
    assert (raised.value.resume_at, raised.value.taken) == (0, 3)


def test_nothing_can_be_asked_for_without_a_key(server: Server) -> None:
    with pytest.raises(BatchStoppedError) as raised:
        next(server.client(None).files.get_reports(map(hash_of, count())))
    assert isinstance(raised.value.reason, MissingAPIKeyError)
    assert raised.value.resume_at == 0
    assert server.requests == []


class Spacing:
    """A limiter that has so many places, and then one after a long time."""

    def __init__(self, places: int) -> None:
        self.places = places
        self._lock = threading.Lock()
        self.asked = threading.Event()

    def reserve(self, max_wait: float | None = None) -> float:
        with self._lock:
            self.places -= 1
            if self.places >= 0:
                return 0.0
        self.asked.set()
        if max_wait is not None:
            raise RateLimitError("not today", 3600.0)
        return 3600.0

    def windows(self) -> Sequence[Window]:
        return ()


def test_a_wait_that_would_take_too_long_stops_it(server: Server) -> None:
    server.default = found
    files = server.client(rate_limit=Spacing(5)).files
    items: FileItems = []
    with pytest.raises(BatchStoppedError, match="at id 5: not today") as raised:
        items.extend(files.get_reports(hashes(50), ordered=True, deadline=60))
    assert sizes(items) == list(range(5))
    assert isinstance(raised.value.reason, RateLimitError)
    assert raised.value.reason.retry_after == 3600.0


@pytest.mark.parametrize("how", ["close", "stop"])
def test_a_wait_for_a_place_is_cut_short(server: Server, how: str) -> None:
    limiter = Spacing(2)

    def answer(recorded: Recorded) -> Answer:
        # The refusal comes when others wait for their place already.
        assert limiter.asked.wait(10)
        refused = how == "stop" and number_of(recorded) == 1
        return error_answer(429, "QuotaExceededError") if refused else found(recorded)

    server.default = answer
    batch = server.client(rate_limit=limiter).files.get_reports(hashes(50), max_workers=4)
    if how == "close":
        assert next(batch).error is None
        batch.close()
        assert not workers()
        return
    items: FileItems = []
    with pytest.raises(BatchStoppedError) as raised:
        items.extend(batch)
    assert isinstance(raised.value.reason, QuotaExceededError)
    assert sizes(items) == [0]
    assert raised.value.pending == tuple(hashes(50)[1 : raised.value.taken])


def test_a_wait_before_a_repetition_is_cut_short(server: Server) -> None:
    server.default = error_answer(503, "TransientError", Retry_After="50")
    batch = server.client().files.get_reports(hashes(50), max_workers=2)
    with batch:
        consumer = threading.Thread(target=lambda: list(batch))
        consumer.start()
        end = time.monotonic() + 10
        while len(server.requests) < 2 and time.monotonic() < end:
            time.sleep(0.01)
    consumer.join(10)
    assert not consumer.is_alive()
    assert not workers()
    assert len(server.requests) == 2


@pytest.mark.parametrize("ordered", [False, True])
def test_the_deadline_is_that_of_the_batch(server: Server, ordered: bool) -> None:
    server.default = lambda recorded: replace(found(recorded), delay=number_of(recorded) // 10 * 60)
    batch = server.client().files.get_reports(
        hashes(100), max_workers=4, ordered=ordered, deadline=0.7
    )
    items: FileItems = []
    with pytest.raises(BatchStoppedError) as raised:
        items.extend(batch)
    assert sorted(sizes(items)) == list(range(10))
    assert isinstance(raised.value.reason, APITimeoutError)
    assert raised.value.resume_at == 10
    assert len(server.requests) <= 14


def test_the_deadline_holds_where_nothing_is_under_way(server: Server) -> None:
    server.default = found
    batch = server.client().files.get_reports(map(hash_of, count()), deadline=1)
    assert sorted(sizes(islice(batch, 3)))[0] >= 0
    time.sleep(1)
    with pytest.raises(BatchStoppedError, match="deadline of the batch is over"):
        list(batch)
    assert batch.taken < 50


def test_a_timeout_is_that_of_each_call(server: Server) -> None:
    server.default = lambda recorded: replace(found(recorded), delay=60 * number_of(recorded))
    files = server.client(retry=RetryPolicy(attempts=1)).files
    first, second = files.get_reports(hashes(2), ordered=True, timeout=0.3)
    assert first.error is None
    assert isinstance(second.error, APITimeoutError)


# --- exceptions of others ------------------------------------------------------------------------


class OddError(Exception):
    """What nobody expects."""


def failing_after(given: int, error: BaseException) -> Iterator[str]:
    yield from hashes(given)
    raise error


@pytest.mark.parametrize("ordered", [False, True])
def test_an_exception_in_the_input(ordered: bool) -> None:
    batch = VirusTotal(KEY, transport=Wire()).files.get_reports(
        failing_after(20, OddError("x")), ordered=ordered
    )
    items: FileItems = []
    with pytest.raises(OddError, match="x"):
        items.extend(batch)
    assert len(items) == 20
    assert (batch.resume_at, batch.pending) == (20, ())
    assert list(batch) == []


def test_an_error_of_ours_in_the_input_says_where_to_go_on() -> None:
    cause = RateLimitError("listing hashes", 5.0)
    batch = VirusTotal(KEY, transport=Wire()).files.get_reports(failing_after(3, cause))
    items: FileItems = []
    with pytest.raises(BatchStoppedError) as raised:
        items.extend(batch)
    assert len(items) == 3
    assert raised.value.reason is cause
    assert raised.value.resume_at == 3


def test_an_interrupt_in_the_input() -> None:
    batch = VirusTotal(KEY, transport=Wire()).files.get_reports(
        failing_after(3, KeyboardInterrupt())
    )
    with pytest.raises(KeyboardInterrupt):
        list(batch)
    assert not workers()


def test_an_interrupt_in_the_loop() -> None:
    def interrupted() -> None:
        for item in VirusTotal(KEY, transport=Wire()).files.get_reports(map(hash_of, count())):
            if item.index == 50:
                raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert all_gone()


def test_an_interrupt_of_the_wait(server: Server) -> None:
    def answer(recorded: Recorded) -> Answer:
        _thread.interrupt_main()
        return replace(found(recorded), delay=0.6)

    server.default = answer
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        with pytest.raises(KeyboardInterrupt):
            list(server.client().files.get_reports(hashes(1)))
    finally:
        signal.signal(signal.SIGINT, before)
    assert all_gone()


def test_an_exception_in_a_call() -> None:
    def answer(request: Request) -> Response:
        if request.url.endswith("5"):
            raise OddError("x")
        return Wire().send(request, Settings())

    files = VirusTotal(KEY, transport=Wire(answer)).files
    # One worker, since the others would be stopped before they began.
    batch = files.get_reports(map(hash_of, count()), ordered=True, max_workers=1)
    items: FileItems = []
    with pytest.raises(OddError, match="x"):
        items.extend(batch)
    assert [item.index for item in items] == list(range(5))
    assert batch.resume_at == 5
    assert batch.pending[0] == hash_of(5)
    assert not workers()


def stop(*_: object) -> Any:
    raise StopIteration


@pytest.mark.parametrize("ordered", [False, True])
def test_a_stop_iteration_of_a_transport_does_not_end_it_in_silence(ordered: bool) -> None:
    vt = VirusTotal(KEY, transport=Wire(stop))
    with pytest.raises(RuntimeError, match="raised StopIteration"):
        vt.files.get_report(hash_of(1))
    with pytest.raises(RuntimeError, match="raised StopIteration"):
        list(vt.files.get_reports(hashes(200), ordered=ordered))


@pytest.mark.parametrize("where", ["on_event", "on_drift"])
@pytest.mark.parametrize("ordered", [False, True])
def test_a_stop_iteration_of_a_hook_ends_nothing(where: str, ordered: bool) -> None:
    vt = VirusTotal(KEY, transport=Wire(odd_report), **{where: stop})  # type: ignore[arg-type]  # one of two
    assert len(list(vt.files.get_reports(hashes(200), ordered=ordered))) == 200


def odd_report(request: Request) -> Response:
    """Answer with a report that holds what no model knows."""
    return Response(200, {}, json_answer({**file_document(), "odd": 1}).body)


@pytest.mark.parametrize("ordered", [False, True])
def test_ids_that_ask_their_own_batch(ordered: bool) -> None:
    batches: list[Batch[models.File]] = []

    def ids() -> Iterator[str]:
        yield from hashes(3)
        yield next(batches[0]).id

    batches.append(VirusTotal(KEY, transport=Wire()).files.get_reports(ids(), ordered=ordered))
    items: FileItems = []
    with pytest.raises(BatchStoppedError, match="none of them can ask it") as raised:
        items.extend(batches[0])
    assert len(items) == 3
    assert isinstance(raised.value.reason, InvalidInputError)


def test_a_hook_that_asks_its_own_batch(caplog: pytest.LogCaptureFixture) -> None:
    batches: list[Batch[models.File]] = []
    vt = VirusTotal(KEY, transport=Wire(), on_event=lambda event: next(batches[0]))
    batches.append(vt.files.get_reports(hashes(3)))
    assert len(list(batches[0])) == 3
    assert "none of them can ask it" in caplog.text


# --- other processes, and the end of this one ----------------------------------------------------

FORKS = """
import os, sys
from vt_sdk import VirusTotal
from tests.bulk.test_batch import hashes, hash_of

where, ordered, url = sys.argv[1], sys.argv[2] == "True", sys.argv[3]
children = []

def fork():
    reading, writing = os.pipe()
    if os.fork() == 0:
        return writing
    os.close(writing)
    children.append(reading)

def ids():
    for number, given in enumerate(hashes(40)):
        global tell
        if where == "ids" and number == 20 and not children:
            tell = fork()
        yield given

tell = None
batch = VirusTotal("k" * 64, base_url=url).files.get_reports(ids(), ordered=ordered, max_workers=4)
found = []
for item in batch:
    found.append(item.result().attributes.size)
    if where == "loop" and len(found) == 10:
        tell = fork()
line = " ".join(map(str, sorted(found)))
if tell is not None:
    os.write(tell, line.encode())
    os._exit(0)
print(line)
for reading in children:
    print(os.read(reading, 10000).decode())
    os.wait()
"""


@pytest.mark.slow
@pytest.mark.parametrize("where", ["loop", "ids"])
@pytest.mark.parametrize("ordered", [False, True])
def test_a_child_goes_on_from_where_its_parent_was(
    server: Server, where: str, ordered: bool
) -> None:
    server.default = lambda recorded: replace(found(recorded), delay=0.01)
    out = run_loaded(FORKS, where, str(ordered), server.base_url)
    every = " ".join(map(str, range(40)))
    assert out == f"{every}\n{every}\n"


ENDS = """
import atexit, sys, threading, time
from vt_sdk import VirusTotal
from tests.bulk.test_batch import hashes

files = VirusTotal("k" * 64, base_url=sys.argv[2]).files

def use(batch):
    print(len(list(batch)))

def outlive(batch):
    threading.main_thread().join()
    use(batch)

if sys.argv[1] == "thread":
    threading.Thread(target=outlive, args=[files.get_reports(hashes(20))]).start()
elif sys.argv[1] == "begun":
    atexit.register(lambda: use(batch))  # registered before the batch is made, so it comes after
    batch = files.get_reports(hashes(21))
    next(batch)
else:
    atexit.register(lambda: use(files.get_reports(hashes(20))))
"""


@pytest.mark.slow
@pytest.mark.parametrize("how", ["thread", "begun", "late"])
def test_a_batch_that_is_used_while_the_interpreter_ends(server: Server, how: str) -> None:
    server.default = found
    assert run_loaded(ENDS, how, server.base_url, dev=True) == "20\n"


def test_where_no_thread_can_be_had(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: threading.Thread) -> None:
        raise RuntimeError("can't start new thread")

    batch = VirusTotal(KEY, transport=Wire()).files.get_reports(hashes(20), ordered=True)
    monkeypatch.setattr(threading.Thread, "start", refuse)
    assert [item.index for item in batch] == list(range(20))


# --- letting go of it ----------------------------------------------------------------------------


def test_a_loop_that_is_left(server: Server) -> None:
    server.default = found
    for item in server.client().files.get_reports(map(hash_of, count())):
        if item.index > 20:
            break
    assert all_gone()
    asked = len(server.requests)
    time.sleep(0.05)
    assert len(server.requests) == asked


def test_one_in_a_cycle_is_collected() -> None:
    batch = VirusTotal(KEY, transport=Wire()).files.get_reports(map(hash_of, count()))
    next(batch)
    holder: list[object] = [batch]
    holder.append(holder)
    del batch, holder
    gc.collect()
    assert all_gone()


def test_closing_does_not_wait_for_ever(server: Server, gate: threading.Event) -> None:
    all_there = threading.Barrier(3)

    def answer(recorded: Recorded) -> Answer:
        all_there.wait(10)
        assert number_of(recorded) == 0 or gate.wait(10)
        return found(recorded)

    server.default = answer
    with server.client().files.get_reports(hashes(3), max_workers=3) as batch:
        assert next(batch).index == 0
    # Two calls are under way still; their threads end with them, and nothing is given out.
    assert len(workers()) == 2
    assert list(batch) == []
    gate.set()
    assert all_gone()


def test_closing_wakes_who_waits(server: Server, gate: threading.Event) -> None:
    def answer(recorded: Recorded) -> Answer:
        assert gate.wait(10)
        return found(recorded)

    server.default = answer
    batch = server.client().files.get_reports(hashes(1))
    given: list[FileItems] = []
    consumer = threading.Thread(target=lambda: given.append(list(batch)))
    consumer.start()
    threading.Timer(0.2, batch.close).start()
    consumer.join(10)
    assert given == [[]]


@pytest.mark.slow
def test_the_end_of_the_interpreter(server: Server) -> None:
    server.default = lambda recorded: replace(found(recorded), delay=60 * number_of(recorded))
    code = """
import sys, threading
from itertools import count
from vt_sdk import VirusTotal
vt = VirusTotal("k" * 64, base_url=sys.argv[1])
batch = vt.files.get_reports((f"{number:064x}" for number in count()), max_workers=3)
print(next(batch).result().id, len(threading.enumerate()))
"""
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", code, server.base_url],
        capture_output=True,
        text=True,
        timeout=30,
        cwd=ROOT,
        check=False,
    )
    assert (done.stdout, done.stderr) == (f"{hash_of(0)} 4\n", "")
    assert done.returncode == 0


def test_threads_share_one_batch() -> None:
    batch = VirusTotal(KEY, transport=Wire()).files.get_reports(hashes(500), max_workers=3)
    indexes: list[int] = []
    threads = [
        threading.Thread(target=lambda: indexes.extend(item.index for item in batch))
        for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(10)
    assert sorted(indexes) == list(range(500))


# --- as for single calls -------------------------------------------------------------------------


SPAN: contextvars.ContextVar[str] = contextvars.ContextVar("SPAN", default="none")


def test_what_is_told_about_calls(server: Server) -> None:
    server.default = found
    events: list[tuple[str, Event]] = []
    vt = server.client(on_event=lambda event: events.append((SPAN.get(), event)))
    last = vt.files.get_report(hash_of(77))
    token = SPAN.set("the consumer's")
    try:
        assert len(list(vt.files.get_reports(hashes(20)))) == 20
    finally:
        SPAN.reset(token)
    assert vt.files.get_last_result() is last
    assert vt.files.get_last_http_error() == 200
    assert vt.usage["get_file"].requests == 21
    sent = [(span, event.path) for span, event in events if isinstance(event, RequestSent)]
    assert sorted(sent[1:]) == [("the consumer's", f"/files/{given}") for given in hashes(20)]


# --- arguments and the price ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("ids", "options"),
    [
        (hash_of(1), {}),
        (hash_of(1).encode(), {}),
        ([], {"max_workers": 0}),
        ([], {"max_workers": 2.5}),
        ([], {"remember": -1}),
        ([], {"deadline": 0}),
    ],
)
def test_wrong_arguments_are_refused_at_once(ids: Any, options: dict[str, Any]) -> None:
    with pytest.raises(InvalidInputError):
        VirusTotal(KEY).files.get_reports(ids, **options)


@pytest.mark.parametrize(("ids", "options"), [(5, {}), ([], {"max_worker": 3})])
def test_arguments_of_the_wrong_kind(ids: Any, options: dict[str, Any]) -> None:
    with pytest.raises(TypeError):
        VirusTotal(KEY).files.get_reports(ids, **options)


def test_the_price() -> None:
    ids = [*hashes(9), hash_of(10), hash_of(10).upper(), "no hash"]
    free = VirusTotal(KEY, transport=Wire()).files.get_reports(ids).price()
    assert (free.calls, free.starts_in, free.seconds, free.windows) == (10, 0.0, 0.0, ())
    limiter = RateLimit(per_minute=4, margin_s=0, clock=lambda: 1000.0)
    wire = Wire()
    batch = VirusTotal(KEY, transport=wire, rate_limit=limiter).files.get_reports(ids)
    price = batch.price()
    assert (price.calls, price.starts_in) == (10, 0.0)
    assert 120 <= price.seconds < 121
    assert batch.price() == price
    assert (wire.requests, batch.taken) == (0, 0)
    assert not workers()


def test_the_price_counts_what_is_forgotten() -> None:
    files = VirusTotal(KEY).files
    ids = [hash_of(number) for number in (1, 2, 1, 3, 2, 1)]
    assert files.get_reports(ids).price().calls == 3
    assert files.get_reports(ids, remember=2).price().calls == 5
    assert files.get_reports(ids, remember=0).price().calls == 6


def test_what_has_no_price() -> None:
    with pytest.raises(InvalidInputError, match="used up"):
        VirusTotal(KEY).files.get_reports(iter(hashes(2))).price()
    with pytest.raises(InvalidInputError, match="cannot price"):
        VirusTotal(KEY, rate_limit=Spacing(1)).files.get_reports(hashes(2)).price()
