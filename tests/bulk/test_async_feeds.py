"""Feeds on an event loop, where they are more than those for threads: tasks, turns, other loops."""

import asyncio
import gc
import os
import random
import threading
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from tests.bulk.test_feeds import MINUTE, START, Storage, line, numbers, packed_in_blocks, text
from tests.drivers.test_aio import in_a_loop
from tests.interpreters import run_loaded
from tests.support import KEY, NO_WAIT, Answer, Server, error_answer
from vt_sdk import (
    AsyncFeed,
    AsyncVirusTotal,
    BrokenLine,
    Checkpoint,
    InvalidInputError,
    models,
    parse,
)
from vt_sdk.bulk import lines


@pytest.fixture
def storage() -> Iterator[Storage]:
    with Server() as service, Server() as other:
        yield Storage(service, other)


def files(storage: Storage, **options: Any) -> AsyncFeed[models.File]:
    vt = AsyncVirusTotal(KEY, base_url=storage.service.base_url, retry=NO_WAIT)
    return vt.feeds.iter_files(START, **options)


async def rest(feed: AsyncIterator[models.File]) -> list[int]:
    return numbers([item async for item in feed])


def nothing_is_left() -> bool:
    return not [t for t in threading.enumerate() if t.name.startswith("vt-sdk-")] and (
        asyncio.all_tasks() == {asyncio.current_task()}
    )


async def until_nothing_is_left() -> None:
    async with asyncio.timeout(5):
        while not nothing_is_left():
            await asyncio.sleep(0.01)


# --- turns ---------------------------------------------------------------------------------------


@pytest.mark.slow
def test_others_have_their_turn_while_objects_are_made(storage: Storage) -> None:
    storage.put(text(*range(2000)))

    async def main() -> None:
        turns = 0

        async def others() -> None:
            nonlocal turns
            while True:
                await asyncio.sleep(0)
                turns += 1

        beside = asyncio.create_task(others())
        assert await rest(files(storage, end=START + MINUTE)) == list(range(2000))
        assert turns > 2000 / 64
        beside.cancel()

    in_a_loop(main())


def test_what_is_made_ahead_is_not_counted(storage: Storage) -> None:
    storage.put(text(*range(100)), text(*range(100, 150)))

    async def main() -> None:
        feed = files(storage, end=START + 2 * MINUTE)
        count = 0
        async for item in feed:
            minute, done = divmod(count, 100)
            assert feed.cursor == f"20260102153{minute}-{done + 1}"
            assert numbers([item]) == [count]
            count += 1
        assert count == 150
        assert feed.cursor == "202601021532-0"

    in_a_loop(main())


def test_hooks_are_called_on_the_loop_when_it_is_their_turn(storage: Storage) -> None:
    storage.put(line(1) + b"\n{\n" + line(2, brand_new=1) + b"\n")
    storage.batches["202601021532"] = storage.batches["202601021530"]
    told: list[tuple[int, str, str]] = []

    async def main() -> None:
        def tell(what: Any) -> None:
            place = what.place if isinstance(what, BrokenLine) else type(what).__name__
            told.append((threading.get_ident(), place, feed.cursor))

        vt = AsyncVirusTotal(KEY, base_url=storage.service.base_url, on_drift=tell)
        feed = vt.feeds.iter_files(START, end=START + 3 * MINUTE, on_broken=tell)
        assert numbers([await anext(feed)]) == [1]
        assert (told, feed.broken, feed.gaps) == ([], (), ())
        assert await rest(feed) == [2, 1, 2]
        assert feed.gaps == (START + MINUTE,)
        assert {thread for thread, _, _ in told} == {threading.get_ident()}
        assert [(place, cursor[-4:]) for _, place, cursor in told] == [
            ("202601021530-1", "30-2"),
            ("Drift", "30-3"),
            ("202601021532-1", "32-2"),
            ("Drift", "32-3"),
        ]

    in_a_loop(main())


def test_places_are_written_in_a_thread(
    storage: Storage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    storage.put(text(1), text(2))
    threads: list[int] = []
    write = Checkpoint.write

    def noted(self: Checkpoint, place: str) -> None:
        threads.append(threading.get_ident())
        write(self, place)

    monkeypatch.setattr(Checkpoint, "write", noted)

    async def main() -> None:
        async with files(storage, end=START + 2 * MINUTE, checkpoint=tmp_path / "place") as feed:
            assert await rest(feed) == [1, 2]
        assert len(threads) >= 3
        assert threading.get_ident() not in threads

    in_a_loop(main())
    assert Checkpoint(tmp_path / "place", "feed of File").read() == "202601021532-0"


# --- tasks that are cancelled --------------------------------------------------------------------


@pytest.mark.slow
def test_no_object_is_lost_or_given_twice_however_often_a_task_is_cancelled(
    storage: Storage, tmp_path: Path
) -> None:
    storage.put(text(*range(700)), text(*range(700, 900)), b"", text(*range(900, 1000)))
    chance = random.Random(5)

    async def main() -> None:
        feed = files(storage, end=START + 4 * MINUTE, checkpoint=tmp_path / "place")
        got: list[models.File] = []
        cancelled = 0

        async def take() -> None:
            async for item in feed:
                got.append(item)
                if chance.random() < 0.02:
                    await asyncio.sleep(0)

        while feed.cursor != "202601021534-0":
            task = asyncio.create_task(take())
            for _ in range(chance.randrange(1, 12)):
                await asyncio.sleep(0)
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task
                continue
            cancelled += 1
        assert cancelled > 10
        assert numbers(got) == list(range(1000))
        await feed.aclose()

    in_a_loop(main())
    assert storage.asked == ["30", "31", "32", "33"]


@pytest.mark.parametrize("when", ["not there yet", "downloading", "making", "writing"])
def test_what_is_waited_for_is_ended_at_once_and_had_again(
    storage: Storage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, when: str
) -> None:
    options: dict[str, Any] = {"end": START + MINUTE}
    may_go_on = threading.Event()
    at_work = threading.Event()
    writing = [0]

    def held(*given: Any) -> Any:
        at_work.set()
        may_go_on.wait(10)

    if when == "not there yet":
        storage.put([error_answer(400, "NotAvailableYet"), Answer(302, headers={"Location": "x"})])
        storage.service.play(error_answer(400, "NotAvailableYet"))
        options["wait_s"] = 0.3
    storage.put(text(1, 2))
    if when == "downloading":
        storage.other.play(Answer(200, delay=0.4, body=storage.batches["202601021530"]))  # type: ignore[arg-type]  # bytes
    if when == "making":

        def parsed(*arguments: Any) -> Any:
            held()
            return parse(*arguments)

        monkeypatch.setattr(lines, "parse", parsed)
    if when == "writing":
        options["checkpoint"] = tmp_path / "place"

        def write(self: Checkpoint, place: str) -> None:
            writing[0] += 1
            assert writing[0] == 1  # never two at once
            held()
            writing[0] -= 1

        monkeypatch.setattr(Checkpoint, "write", write)

    async def main() -> None:
        feed = files(storage, **options)
        task = asyncio.create_task(feed.__anext__())
        if when in ("making", "writing"):
            await asyncio.to_thread(at_work.wait, 5)
        else:
            await asyncio.sleep(0.15)
        began = time.monotonic()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert time.monotonic() - began < 8  # what is held is held for ten seconds
        assert feed.cursor == "202601021530-0"
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.01):
                await anext(feed)
        asyncio.get_running_loop().call_later(0.05, may_go_on.set)
        assert await rest(feed) == [1, 2]

    in_a_loop(main())
    assert storage.asked == (["30", "30"] if when == "not there yet" else ["30"])


@pytest.mark.slow
@pytest.mark.parametrize("how", ["closed", "dropped", "cancelled", "failed", "closed beside"])
def test_a_feed_that_is_left_leaves_nothing_behind(storage: Storage, how: str) -> None:
    _, packed = packed_in_blocks(60)
    storage.put([packed], error_answer(400, "NotAvailableYet"))

    async def work(feed: AsyncFeed[models.File], waits: asyncio.Event) -> None:
        async with feed:
            async for _ in feed:
                waits.set()
                if how == "failed":
                    raise ZeroDivisionError

    async def main() -> None:
        descriptors = len(os.listdir("/proc/self/fd"))
        feed: AsyncFeed[models.File] | None = files(storage)
        assert feed is not None
        vt = feed._group
        if how == "closed":
            await anext(feed)
            await feed.aclose()
            assert [item async for item in feed] == []
        elif how == "dropped":
            async for _ in feed:
                break
        else:
            waits = asyncio.Event()
            task = asyncio.create_task(work(feed, waits))
            await waits.wait()
            await asyncio.sleep(0.1)
            if how == "closed beside":
                await feed.aclose()
                await task
            else:
                task.cancel()
                with pytest.raises((asyncio.CancelledError, ZeroDivisionError)):
                    await task
            del task
        feed = None
        gc.collect()
        await until_nothing_is_left()
        await vt.aclose()  # type: ignore[attr-defined]  # a group of the client's
        async with asyncio.timeout(5):  # in which the server notices it too
            while len(os.listdir("/proc/self/fd")) > descriptors:
                await asyncio.sleep(0.01)

    in_a_loop(main())


def test_two_tasks_cannot_ask_at_once(storage: Storage) -> None:
    storage.put(text(1))

    async def main() -> None:
        feed = files(storage, end=START + MINUTE)
        first = asyncio.create_task(feed.__anext__())
        await asyncio.sleep(0)
        with pytest.raises(InvalidInputError, match="one task at a time"):
            await anext(feed)
        assert numbers([await first]) == [1]
        await feed.aclose()

    in_a_loop(main())


# --- other loops ---------------------------------------------------------------------------------


def test_a_feed_goes_on_in_another_loop(storage: Storage, tmp_path: Path) -> None:
    storage.put(text(*range(300)), text(*range(300, 310)))
    feed = files(storage, end=START + 2 * MINUTE, checkpoint=tmp_path / "place")

    async def some(count: int) -> list[int]:
        return numbers([await anext(feed) for _ in range(count)])

    taken: list[int] = []
    for count in (1, 64, 100):
        taken += asyncio.run(some(count))
    taken += asyncio.run(rest(feed))
    assert taken == list(range(310))


@pytest.mark.slow
@pytest.mark.parametrize("how", ["held", "in the middle", "cancelled", "closed loop"])
def test_an_interpreter_that_ends_says_nothing(storage: Storage, how: str) -> None:
    _, packed = packed_in_blocks(60)
    storage.put([packed], [packed])
    code = """
import asyncio, sys
from datetime import UTC, datetime
from vt_sdk import AsyncVirusTotal
vt = AsyncVirusTotal("key", base_url=sys.argv[1])
feed = vt.feeds.iter_files(datetime(2026, 1, 2, 15, 30, tzinfo=UTC))
async def take():
    async for item in feed:
        if sys.argv[2] != "in the middle":
            return item
        await asyncio.sleep(0.01)
async def cancelled():
    task = asyncio.create_task(feed.__anext__())
    await asyncio.sleep(0.05)
    task.cancel()
    await asyncio.wait([task])
async def main():
    asyncio.get_running_loop().slow_callback_duration = 60
    if sys.argv[2] == "in the middle":
        asyncio.create_task(take())
        await asyncio.sleep(0.3)
    else:
        await (cancelled if sys.argv[2] == "cancelled" else take)()
if sys.argv[2] == "closed loop":
    loop = asyncio.new_event_loop()
    loop.run_until_complete(main())
    loop.close()
else:
    asyncio.run(main())
"""
    assert run_loaded(code, storage.service.base_url, how, dev=True) == ""
