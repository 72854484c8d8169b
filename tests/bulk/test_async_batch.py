"""Many reports from an event loop; what a batch decides is tested with that for threads."""

import asyncio
import gc
import hashlib
import warnings
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from typing import Any

import pytest

from tests.drivers.test_aio import Transport, client, in_a_loop
from tests.support import envelope
from vt_sdk import (
    AsyncBatch,
    BatchItem,
    BatchStoppedError,
    InvalidInputError,
    NotFoundError,
    QuotaExceededError,
    Request,
    Response,
    Settings,
    models,
)


def hashes(count: int) -> list[str]:
    return [hashlib.sha256(str(number).encode()).hexdigest() for number in range(count)]


def answer(status: int, code: str) -> Response:
    return Response(status, {}, f'{{"error": {{"code": "{code}", "message": "x"}}}}'.encode())


async def consume(batch: AsyncBatch[models.File], into: list[BatchItem[models.File]]) -> None:
    async for item in batch:
        into.append(item)


class Reports(Transport):
    """Answers with the report that was asked for, or with something special."""

    def __init__(self, special: Mapping[str, Response] | None = None, delay: float = 0.002) -> None:
        super().__init__(delay=delay)
        self.special = special or {}

    async def send(self, request: Request, settings: Settings) -> Response:
        await super().send(request, settings)
        name = request.url.rpartition("/")[2]
        found = envelope({"type": "file", "id": name, "attributes": {}})
        return self.special.get(name, Response(200, {}, found))


async def of(ids: list[str]) -> AsyncIterator[str]:
    for given in ids:
        await asyncio.sleep(0)
        yield given


@pytest.mark.parametrize("ordered", [True, False])
@pytest.mark.parametrize("source", [list, iter, of])
def test_every_id_has_its_item(ordered: bool, source: Callable[[list[str]], Any]) -> None:
    async def main() -> None:
        ids = [*hashes(50), "nothing of the kind"]
        transport = Reports()
        batch = client(transport).files.get_reports(source(ids), max_workers=4, ordered=ordered)
        items = [item async for item in batch]
        assert sorted(item.index for item in items) == list(range(51))
        if ordered:
            assert [item.index for item in items] == list(range(51))
        for item in items:
            assert item.id == ids[item.index]
            if item.index == 50:
                assert isinstance(item.error, InvalidInputError)
            else:
                assert item.result().id == item.id
        assert transport.most == 4
        assert len(transport.sent) == 50

    in_a_loop(main())


def test_an_id_that_comes_again_is_asked_for_once() -> None:
    async def main() -> None:
        transport = Reports()
        ids = hashes(3) * 5
        items = [item async for item in client(transport).files.get_reports(ids)]
        assert len(items) == 15
        assert len(transport.sent) == 3

    in_a_loop(main())


def test_not_more_is_taken_than_is_needed() -> None:
    async def main() -> None:
        taken: list[str] = []

        def ids() -> Iterator[str]:
            for given in hashes(1000):
                taken.append(given)
                yield given

        batch = client(Reports()).files.get_reports(ids(), max_workers=3)
        async with batch:
            for given_out in range(1, 20):
                await anext(batch)
                assert len(taken) <= given_out + 2 * 3
        assert [item async for item in batch] == []

    in_a_loop(main())


def test_an_error_of_one_id_is_its_own() -> None:
    async def main() -> None:
        ids = hashes(5)
        transport = Reports({ids[2]: answer(404, "NotFoundError")})
        batch = client(transport).files.get_reports(ids, ordered=True)
        items = [item async for item in batch]
        assert isinstance(items[2].error, NotFoundError)
        assert [item.error is None for item in items] == [True, True, False, True, True]

    in_a_loop(main())


def test_a_spent_quota_ends_the_batch_and_says_where_to_go_on() -> None:
    async def main() -> None:
        ids = hashes(40)
        transport = Reports({ids[20]: answer(429, "QuotaExceededError")})
        batch = client(transport).files.get_reports(ids, ordered=True, max_workers=4)
        items: list[BatchItem[models.File]] = []
        with pytest.raises(BatchStoppedError) as caught:
            await consume(batch, items)
        stopped = caught.value
        assert isinstance(stopped.reason, QuotaExceededError)
        assert stopped.resume_at == len(items) == 20
        # Nothing is begun any more once it is known.
        assert len(transport.sent) <= 20 + 4
        rest = client(Reports()).files.get_reports(ids[stopped.resume_at :])
        assert len([item async for item in rest]) == 20

    in_a_loop(main())


def test_waits_are_cut_short_when_the_batch_is_about_to_end() -> None:
    async def main() -> None:
        ids = hashes(4)
        busy = Response(503, {"retry-after": "50"}, b"")
        stop = answer(429, "QuotaExceededError")
        transport = Reports({ids[0]: busy, ids[3]: stop})
        batch = client(transport).files.get_reports(ids, max_workers=4)
        found: list[BatchItem[models.File]] = []
        with pytest.raises(BatchStoppedError) as caught:
            await consume(batch, found)
        assert sorted(item.index for item in found) == [1, 2]
        assert caught.value.pending == (ids[0], ids[3])

    in_a_loop(main())


def test_what_the_ids_raise_comes_after_what_was_taken_before() -> None:
    async def ids() -> AsyncIterator[str]:
        for given in hashes(3):
            yield given
        raise ZeroDivisionError

    async def main() -> None:
        found: list[BatchItem[models.File]] = []
        with pytest.raises(ZeroDivisionError):
            await consume(client(Reports()).files.get_reports(ids()), found)
        assert len(found) == 3

    in_a_loop(main())


def test_ids_that_take_their_time_hold_no_item_back() -> None:
    async def ids() -> AsyncIterator[str]:
        yield hashes(1)[0]
        await asyncio.sleep(30)

    async def main() -> None:
        async with client(Reports()).files.get_reports(ids()) as batch:
            assert (await anext(batch)).index == 0

    in_a_loop(main())


def test_a_task_that_is_cancelled_loses_no_item() -> None:
    async def main() -> None:
        batch = client(Reports(delay=0.1)).files.get_reports(hashes(5), max_workers=2)
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.01):
                await anext(batch)
        assert len([item async for item in batch]) == 5

    in_a_loop(main())


@pytest.mark.parametrize("how", ["left", "closed", "dropped", "cancelled"])
def test_a_batch_that_is_left_early_leaves_nothing_behind(how: str) -> None:
    async def main() -> None:
        transport = Reports(delay=0.02)
        batch: AsyncBatch[models.File] | None
        batch = client(transport).files.get_reports(hashes(100), max_workers=4)
        if how == "cancelled":

            async def use(batch: AsyncBatch[models.File]) -> None:
                async with batch:
                    await consume(batch, [])

            task = asyncio.create_task(use(batch))
            await asyncio.sleep(0.05)
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)
        elif how == "closed":
            await anext(batch)
            await batch.aclose()
        else:
            async for _ in batch:
                break
        if how == "dropped":
            batch = None
            gc.collect()
            await asyncio.sleep(0.01)
        if how != "left":
            sent = len(transport.sent)
            await asyncio.sleep(0.05)
            assert transport.under_way == 0
            assert len(transport.sent) == sent
            assert asyncio.all_tasks() == {asyncio.current_task()}

    with warnings.catch_warnings():
        warnings.simplefilter("error")
        asyncio.run(main())


def test_a_batch_goes_on_in_another_loop() -> None:
    async def first(batch: AsyncBatch[models.File]) -> int:
        return (await anext(batch)).index

    async def rest(batch: AsyncBatch[models.File]) -> list[int]:
        return [item.index async for item in batch]

    batch = client(Reports()).files.get_reports(hashes(20), max_workers=4)
    begun = asyncio.run(first(batch))
    assert sorted([begun, *asyncio.run(rest(batch))]) == list(range(20))


def test_two_tasks_cannot_ask_at_once() -> None:
    async def main() -> None:
        batch = client(Reports(delay=0.05)).files.get_reports(hashes(5))
        first = asyncio.create_task(batch.__anext__())
        await asyncio.sleep(0)
        with pytest.raises(InvalidInputError):
            await anext(batch)
        assert (await first).error is None

    in_a_loop(main())


@pytest.mark.parametrize("bad", [{"max_workers": 0}, {"remember": -1}, {"deadline": -1.0}])
def test_bad_arguments_are_refused_at_once(bad: dict[str, Any]) -> None:
    files = client(Reports()).files
    with pytest.raises(InvalidInputError):
        files.get_reports([], **bad)
    with pytest.raises(InvalidInputError):
        files.get_reports("one id")


def test_the_price_is_known_beforehand() -> None:
    assert client(Reports()).files.get_reports(hashes(7) * 2).price().calls == 7
    with pytest.raises(InvalidInputError):
        client(Reports()).files.get_reports(of(hashes(3))).price()
