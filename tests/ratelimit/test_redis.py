"""A quota in Redis, shared by machines: against a real server, which the tests start and stop."""

import pickle
import sys
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest

from tests.interpreters import run_loaded
from tests.ratelimit.sharing import (
    RATES,
    Clock,
    Running,
    free_port,
    in_processes,
    redis_server,
    send_from_processes,
)
from tests.support import KEY, SHA256, Server, file_document, json_answer
from vt_sdk import InvalidInputError, RateLimitError, StoreError
from vt_sdk.ratelimit import RateLimit

DAY = 86_400.0
MORE = 1.001


@pytest.fixture(scope="module")
def running() -> Iterator[Running]:
    with redis_server() as server:
        yield server


@pytest.fixture(autouse=True)
def _empty(running: Running) -> None:
    running.client.flushall()


@pytest.mark.slow
def test_machines_and_their_threads_keep_to_the_limits_together(running: Running) -> None:
    came, most = send_from_processes(running.url)
    assert came == 20
    assert all(held <= count for held, (count, _) in zip(most, RATES, strict=True))


@pytest.mark.slow
def test_a_crowd_loses_no_place(running: Running) -> None:
    code = """
import sys
from concurrent.futures import ThreadPoolExecutor
from vt_sdk.ratelimit import RateLimit
with RateLimit(rates=[(20, 3600)], store=sys.argv[1]) as limit, ThreadPoolExecutor(4) as threads:
    waits = list(threads.map(lambda _: limit.reserve(), range(100)))
print(sum(wait == 0 for wait in waits))
"""
    served = in_processes(code, 4, running.url)
    assert sum(map(int, served)) == 20
    assert running.client.zcard("vt_sdk") == 4 * 100 + 1  # places, and what tells how long to keep


@pytest.mark.parametrize("seed", range(6))
def test_every_store_gives_the_same_places(running: Running, tmp_path: Path, seed: int) -> None:
    random, clock = Random(seed), Clock(0.0 if seed % 2 else 1_000_000.0)
    rates = [(random.randint(1, 9), random.choice([0.5, 7, 60, 3600])) for _ in range(3)]

    def make(store: Any) -> RateLimit:
        return RateLimit(rates=rates, store=store, clock=clock)

    made = make(None), make(tmp_path / "quota"), make(running.url)
    for _ in range(60):
        max_wait = random.choice([None, 0, 30, 4000])
        outcomes = set()
        for limit in made:
            try:
                outcomes.add((True, limit.reserve(max_wait)))
            except RateLimitError as error:
                outcomes.add((False, error.retry_after))
        assert len(outcomes) == 1
        assert len({limit.windows() for limit in made}) == 1
        assert len({limit.price(7) for limit in made}) == 1
        clock.seconds = max(0.0, clock.seconds + random.choice([0, 0, 0.25, 3, 40, 900, -5]))
    for limit in made:
        limit.close()


def test_a_simulation_may_begin_at_zero(running: Running) -> None:
    with RateLimit(per_minute=3, store=running.url, clock=Clock(0.0)) as limit:
        assert [limit.reserve() for _ in range(4)] == pytest.approx([0, 0, 0, 60 + MORE])


def test_the_clock_of_the_server_decides(running: Running) -> None:
    seconds, micros = running.client.time()
    with RateLimit(per_day=3, store=running.url) as limit:
        limit.reserve()
        assert limit.windows()[0].used == 1
    ((_, score),) = running.client.zrange("vt_sdk", -1, -1, withscores=True)
    now = running.client.time()
    assert seconds * 1000 + micros // 1000 <= score <= now[0] * 1000 + now[1] // 1000


def test_a_spent_day_is_spent_for_all_that_come_later(running: Running) -> None:
    with RateLimit(per_day=3, store=running.url) as limit:
        for _ in range(3):
            limit.reserve()
    with RateLimit(per_day=3, store=running.unix_url) as limit:
        assert limit.windows()[0].is_full
        assert DAY < limit.price(1).seconds <= DAY + MORE
        with pytest.raises(RateLimitError) as caught:
            limit.reserve(60)
        assert DAY < caught.value.retry_after <= DAY + MORE + 60
    assert running.client.zcard("vt_sdk") == 3 + 1


def test_a_name_is_a_quota(running: Running) -> None:
    with (
        RateLimit(per_day=3, store=running.url) as limit,
        RateLimit(per_day=3, store=running.url, name="team") as other,
    ):
        limit.reserve()
        other.reserve()
        assert [limit.windows()[0].used, other.windows()[0].used] == [1, 1]
    assert sorted(running.client.keys()) == [b"team", b"vt_sdk"]


def test_those_who_share_a_name_may_have_different_limits(running: Running) -> None:
    clock = Clock()
    narrow = RateLimit(per_day=4, store=running.url, clock=clock)
    wide = RateLimit(per_minute=100, store=running.url, clock=clock)
    with narrow, wide:
        narrow.reserve()
        for _ in range(3):
            clock.seconds += 600
            wide.reserve()
        assert wide.windows()[0].used == 1
        assert running.client.pttl("vt_sdk") > 23 * 3600 * 1000
        assert narrow.reserve() == pytest.approx(DAY - 1800 + MORE)


def test_old_entries_are_deleted(running: Running) -> None:
    clock = Clock()
    with RateLimit(per_hour=1000, store=running.url, clock=clock) as limit:
        for _ in range(100):
            limit.reserve()
            clock.seconds += 100
    assert running.client.zcard("vt_sdk") == 37 + 1
    # And all of it when nobody has come for the longest window.
    assert 0 < running.client.pttl("vt_sdk") <= 3601 * 1000


def test_a_server_that_forgot_the_script_learns_it_again(running: Running) -> None:
    with RateLimit(per_day=5, store=running.url) as limit:
        limit.reserve()
        running.client.script_flush()
        limit.reserve()
        assert limit.windows()[0].used == 2


def test_a_pickled_limit_shares_the_quota(running: Running) -> None:
    limit = RateLimit(per_day=5, store=running.url, name="team", margin_s=3)
    limit.reserve()
    twin: RateLimit = pickle.loads(pickle.dumps(limit))
    with limit, twin:
        twin.reserve()
        assert limit.windows()[0].used == twin.windows()[0].used == 2
        assert DAY + 2 < twin.price(4).seconds <= DAY + 3.001


@pytest.mark.skipif(sys.platform == "win32", reason="there are no forks")
def test_children_of_a_fork_share_the_quota(running: Running) -> None:
    used = run_loaded(
        """
import os, sys
from vt_sdk.ratelimit import RateLimit
with RateLimit(per_day=10**6, store=sys.argv[1]) as limit:
    limit.reserve()
    children = []
    for _ in range(4):
        child = os.fork()
        if child == 0:
            for _ in range(50):
                limit.reserve()
            os._exit(0)
        children.append(child)
    for _ in range(50):
        limit.reserve()
    for child in children:
        assert os.waitpid(child, 0)[1] == 0
    print(limit.windows()[0].used)
""",
        running.url,
    )
    assert int(used) == 1 + 5 * 50


def test_the_key_is_not_in_the_store(running: Running, server: Server) -> None:
    server.default = json_answer(file_document())
    with RateLimit(per_day=5, store=running.url) as limit:
        server.client(rate_limit=limit).files.get_report(SHA256)
    assert running.client.keys() == [b"vt_sdk"]
    assert KEY.encode() not in b"".join(running.client.zrange("vt_sdk", 0, -1))


# --- what goes wrong -----------------------------------------------------------------------------


def test_a_server_that_is_not_there_is_a_typed_error() -> None:
    url = f"redis://127.0.0.1:{free_port()}?retry_on_timeout=false"
    with RateLimit(per_day=5, store=url) as limit:
        for call in (limit.reserve, limit.windows):
            with pytest.raises(StoreError, match="rate limit store") as caught:
                call()
            assert caught.value.err_code


def test_a_key_of_another_kind_is_left_alone(running: Running) -> None:
    running.client.set("vt_sdk", "mine")
    with (
        RateLimit(per_day=5, store=running.url) as limit,
        pytest.raises(StoreError, match="WRONGTYPE"),
    ):
        limit.reserve()
    assert running.client.get("vt_sdk") == b"mine"


@pytest.mark.parametrize("rest", ["redis://:s3cret@host:port", "redis://host?db=s3cret"])
def test_an_address_that_cannot_be_is_refused_and_not_shown(rest: str) -> None:
    with pytest.raises(InvalidInputError) as caught:
        RateLimit(per_day=5, store=rest)
    assert "s3cret" not in str(caught.value)


def test_a_password_is_not_shown() -> None:
    limit = RateLimit(per_day=5, store="rediss://user:s3cret@example.com/0", name="team")
    assert repr(limit) == "<RateLimit 5 per 86400 s, rediss 'team'>"
    limit.close()


def test_a_missing_library_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "redis", None)
    with pytest.raises(ImportError, match=r'pip install "\.\[redis\]"'):
        RateLimit(per_day=1, store="redis://example.com")
