"""The places that a limit gives out: when, in which order, at what price; in one process."""

import copy
import gc
import math
import pickle
import sys
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from itertools import chain, pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyrate_limiter import RateItem

from tests.ratelimit.sharing import RATES, Clock, busiest, counting
from tests.support import SHA256, run_python
from vt_sdk import InvalidInputError, RateLimitError
from vt_sdk.core.quota import Price, RateLimiter, Window
from vt_sdk.ratelimit import RateLimit

MINUTE, DAY = 60.0, 86_400.0
# What a window is longer by: the margin, and the millisecond in which it ends.
MORE = 1.001


def use(limit: RateLimit, count: int) -> list[float]:
    return [limit.reserve() for _ in range(count)]


# --- arguments -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "arguments",
    [
        {},
        {"per_minute": 0},
        {"per_hour": -1},
        {"per_day": True},
        {"per_month": 2.5},
        {"rates": [(1, 0)]},
        {"rates": [(1, math.inf)]},
        {"rates": [(1, math.nan)]},
        {"per_day": 1, "margin_s": -1},
        {"per_day": 1, "margin_s": math.nan},
        {"per_day": 1, "margin_s": math.inf},
        {"per_day": 1, "store": ""},
        {"per_day": 1, "store": "https://example.com"},
    ],
    ids=repr,
)
def test_what_cannot_be_a_limit_is_refused(arguments: dict[str, Any]) -> None:
    with pytest.raises(InvalidInputError):
        RateLimit(**arguments)


def test_the_limits_are_there_shortest_window_first() -> None:
    limit = RateLimit(per_month=9, per_day=8, per_hour=7, per_minute=6, rates=[(5, 0.5)])
    month = 31 * DAY
    assert list(limit.rates) == [(5, 0.5), (6, MINUTE), (7, 3600), (8, DAY), (9, month)]
    assert [(w.limit, w.seconds) for w in limit.windows()] == list(limit.rates)
    assert repr(RateLimit.public()) == "<RateLimit 4 per 60 s, 500 per 86400 s, memory>"


def test_a_free_key_has_four_a_minute_and_five_hundred_a_day() -> None:
    limiter: RateLimiter = RateLimit.public()
    assert [(w.limit, w.seconds) for w in limiter.windows()] == [(4, MINUTE), (500, DAY)]


@pytest.mark.parametrize("max_wait", [-1.0, math.nan])
def test_a_wait_that_cannot_be_is_refused(max_wait: float) -> None:
    limit = RateLimit(per_minute=1)
    with pytest.raises(InvalidInputError):
        limit.reserve(max_wait)
    assert limit.windows()[0].used == 0


@pytest.mark.parametrize("calls", [-1, 1.5, "9"])
def test_a_price_is_asked_for_a_number_of_calls(calls: Any) -> None:
    with pytest.raises(InvalidInputError):
        RateLimit.public().price(calls)


def test_a_missing_library_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyrate_limiter", None)
    for store in (None, "quota.sqlite"):
        with pytest.raises(ImportError, match=r'pip install "\.\[limits\]"'):
            RateLimit(per_day=1, store=store)


@pytest.mark.slow
def test_a_limit_that_is_made_loads_no_model() -> None:
    code = "import sys, vt_sdk.ratelimit; vt_sdk.ratelimit.RateLimit.public(); print(*sys.modules)"
    loaded = set(run_python(code).split())
    assert not loaded & {"pydantic", "requests", "redis", "filelock"}


# --- places --------------------------------------------------------------------------------------


def test_places_are_given_ahead_and_waits_are_exact() -> None:
    clock = Clock()
    limit = RateLimit(per_minute=4, clock=clock)
    assert use(limit, 4) == [0, 0, 0, 0]
    assert use(limit, 5) == pytest.approx([MINUTE + MORE] * 4 + [2 * (MINUTE + MORE)])
    clock.seconds += 100
    assert limit.reserve() == pytest.approx(2 * (MINUTE + MORE) - 100)


def test_room_comes_back_as_the_window_slides() -> None:
    clock = Clock()
    limit = RateLimit(per_minute=2, clock=clock)
    limit.reserve()
    clock.seconds += 40
    limit.reserve()
    clock.seconds += 21
    assert limit.reserve() == pytest.approx(0.001)  # the first one is out in a moment
    assert limit.reserve() == pytest.approx(40.001)  # the second one is not yet


def test_a_spent_day_ends_24_hours_after_it_began() -> None:
    clock = Clock()
    limit = RateLimit(per_minute=4, per_day=6, clock=clock)
    use(limit, 6)
    clock.seconds += DAY / 2
    assert limit.reserve() == pytest.approx(DAY / 2 + MORE)


@pytest.mark.parametrize(
    ("rates", "wait"),
    [
        # Longer windows with room for more than the short ones let through.
        ({"per_minute": 4, "per_day": 10_000}, MINUTE + MORE),
        ({"per_minute": 4, "per_hour": 238}, MINUTE + MORE),
        # A short window with room for more than the long one.
        ({"per_minute": 100, "per_day": 4}, DAY + MORE),
        ({"rates": [(4, 10), (4, 10), (5, 11)]}, 10 + MORE),
    ],
)
def test_any_profile_will_do(rates: dict[str, Any], wait: float) -> None:
    limit = RateLimit(**rates, clock=Clock())
    assert use(limit, 5) == pytest.approx([0, 0, 0, 0, wait])


def test_a_wait_that_is_too_long_takes_no_place() -> None:
    clock = Clock()
    limit = RateLimit(per_minute=1, per_day=2, clock=clock)
    limit.reserve(0)
    for max_wait in (0, 61):
        with pytest.raises(RateLimitError, match=r"61\.001 s") as caught:
            limit.reserve(max_wait)
        assert caught.value.retry_after == pytest.approx(MINUTE + MORE)
    assert limit.windows()[1].used == 1
    assert limit.reserve(61.5) == pytest.approx(MINUTE + MORE)
    with pytest.raises(RateLimitError) as caught:
        limit.reserve(100)
    assert caught.value.retry_after == pytest.approx(DAY + MORE)  # the day's word, not the minute's
    assert limit.reserve(math.inf) == pytest.approx(DAY + MORE)


def test_a_clock_that_is_set_back_makes_no_room() -> None:
    clock = Clock()
    limit = RateLimit(per_minute=2, clock=clock)
    limit.reserve()
    clock.seconds -= 40
    assert use(limit, 2) == pytest.approx([40, 40 + MINUTE + MORE])


_rates = st.lists(st.tuples(st.integers(1, 6), st.floats(0.5, 30)), min_size=1, max_size=3)
_steps = st.lists(st.tuples(st.floats(0, 5), st.floats(0, 0.99)), min_size=1, max_size=40)


@pytest.mark.slow
@settings(deadline=None, max_examples=150)
@given(_rates, _steps)
def test_the_server_never_counts_more_than_the_limits(
    rates: list[tuple[int, float]], steps: list[tuple[float, float]]
) -> None:
    """Whatever each request takes on its way, as long as the margin is not less."""
    clock = Clock()
    limit = RateLimit(rates=rates, clock=clock)
    due, arrivals = [], []
    for pause, latency in steps:
        clock.seconds += pause
        due.append(clock.seconds + limit.reserve())
        arrivals.append(due[-1] + latency)
    # First come, first served, to the millisecond.
    assert all(later > earlier - 0.0011 for earlier, later in pairwise(due))
    for count, seconds in rates:
        assert busiest(arrivals, seconds) <= count


def test_it_is_the_margin_that_makes_up_for_different_latencies() -> None:
    def most(margin_s: float) -> int:
        clock = Clock()
        limit = RateLimit(rates=[(4, 10)], margin_s=margin_s, clock=clock)
        # The first requests have to connect, the later ones do not.
        arrivals = [clock.seconds + wait + 0.9 for wait in use(limit, 4)]
        arrivals += [clock.seconds + wait + 0.1 for wait in use(limit, 4)]
        return busiest(arrivals, 10)

    assert most(0) > 4
    assert most(1) == 4


def test_threads_share_places_without_a_gap() -> None:
    limit = RateLimit(rates=[(5, 9)], clock=Clock())
    with ThreadPoolExecutor(8) as threads:
        waits = list(threads.map(lambda _: use(limit, 25), range(8)))
    for own in waits:
        assert own == sorted(own)  # who asks later is not served earlier
    expected = [n // 5 * (9 + MORE) for n in range(200)]
    assert sorted(chain(*waits)) == pytest.approx(expected)


def test_who_comes_later_is_served_later() -> None:
    limit = RateLimit(per_minute=1, clock=Clock())
    waits: dict[int, float] = {}

    def reserve(number: int) -> None:
        waits[number] = limit.reserve()

    threads = [threading.Thread(target=reserve, args=(number,)) for number in range(5)]
    for thread in threads:  # one after the other, each in a thread of its own
        thread.start()
        thread.join(10)
    assert waits == pytest.approx({n: n * (MINUTE + MORE) for n in range(5)})


# --- windows and prices --------------------------------------------------------------------------


def test_windows_tell_a_full_minute_from_a_full_day() -> None:
    clock = Clock()
    limit = RateLimit(per_minute=2, per_day=3, clock=clock)
    assert limit.windows() == (Window(2, 0, MINUTE, 0), Window(3, 0, DAY, 0))
    use(limit, 2)
    clock.seconds += 20
    minute, day = limit.windows()
    assert minute.is_full
    assert minute.resets_in == pytest.approx(40 + MORE)
    assert day == Window(3, 2, DAY, 0)
    limit.reserve()
    minute, day = limit.windows()
    assert day.used == 3
    assert day.resets_in == pytest.approx(DAY - 20 + MORE)
    clock.seconds += 200
    minute, day = limit.windows()
    assert minute == Window(2, 0, MINUTE, 0)
    assert day.is_full


def test_places_ahead_fill_a_window_and_not_more() -> None:
    limit = RateLimit(per_minute=2, clock=Clock())
    use(limit, 7)
    (minute,) = limit.windows()
    assert minute.used == 2
    assert minute.resets_in == pytest.approx(3 * (MINUTE + MORE))


def test_a_thousand_calls_of_a_free_key_take_a_day_and_some() -> None:
    clock = Clock()
    limit = RateLimit(per_minute=4, per_day=500, clock=clock)
    for _ in range(100):
        clock.seconds += limit.reserve()
    clock.seconds += 3600
    before = limit.windows()
    price = limit.price(1000)
    assert (price.calls, price.starts_in, price.windows) == (1000, 0, before)
    # The 400 of today's rest, the 500 of tomorrow, and 100 more when those of today are out again.
    assert price.seconds == pytest.approx(2 * (DAY + MORE) - 3600)
    assert price.days == price.seconds / DAY
    assert str(price) == "1,000 calls: the last one in 1 day, 23:00:02"
    assert limit.windows() == before  # nothing was taken
    assert use(limit, 1000)[-1] == price.seconds


@settings(deadline=None, max_examples=60)
@given(_rates, st.lists(st.floats(0, 9), max_size=20), st.integers(0, 30))
def test_a_price_is_what_the_calls_take(
    rates: list[tuple[int, float]], pauses: list[float], calls: int
) -> None:
    clock = Clock()
    limit = RateLimit(rates=rates, clock=clock)
    for pause in pauses:
        clock.seconds += pause
        limit.reserve()
    price = limit.price(calls)
    waits = use(limit, calls) or [0]
    assert (price.starts_in, price.seconds) == (waits[0], waits[-1])


def test_no_calls_cost_nothing() -> None:
    limit = RateLimit(per_minute=1, clock=Clock())
    use(limit, 3)
    assert limit.price(0) == Price(0, 0, 0, limit.windows())
    assert str(limit.price(0)) == "0 calls: the last one in 0:00:00"
    assert limit.price(1).starts_in == pytest.approx(3 * (MINUTE + MORE))


@pytest.mark.slow
def test_what_has_left_the_longest_window_is_forgotten() -> None:
    def entries() -> int:
        gc.collect()
        return sum(isinstance(item, RateItem) for item in gc.get_objects())

    clock = Clock()
    limit = RateLimit(per_minute=10, per_hour=100, clock=clock)
    before = entries()
    for _ in range(300):
        clock.seconds += 100
        limit.reserve()
    assert entries() - before == 37
    assert limit.windows()[1].used == 37  # the margin's second holds one more
    assert limit.reserve() == 0


# --- copies and clients --------------------------------------------------------------------------


@pytest.mark.parametrize("copied", [copy.copy, copy.deepcopy])
def test_a_copy_counts_along(copied: Callable[[RateLimit], RateLimit]) -> None:
    limit = RateLimit(per_minute=1)
    copied(limit).reserve()
    assert limit.windows()[0].is_full


def test_an_unpickled_limit_of_one_object_starts_empty() -> None:
    limit = RateLimit(per_minute=3, rates=[(9, 120)], margin_s=2)
    limit.reserve()
    twin: RateLimit = pickle.loads(pickle.dumps(limit))
    assert twin.rates == limit.rates
    assert [w.used for w in twin.windows()] == [0, 0]
    use(twin, 3)
    assert twin.reserve() == pytest.approx(62, abs=0.5)


def test_a_closed_limit_works_on() -> None:
    with RateLimit(per_minute=2) as limit:
        limit.reserve()
    limit.reserve()
    assert limit.windows()[0].is_full


@pytest.mark.slow
def test_threads_of_a_client_keep_to_the_limits() -> None:
    with counting() as (server, arrivals):
        client = server.client(rate_limit=RateLimit(rates=RATES))
        with ThreadPoolExecutor(4) as threads:
            list(threads.map(lambda _: client.files.get_report(SHA256), range(12)))
    assert len(arrivals) == 12
    for count, seconds in RATES:
        assert busiest(arrivals, seconds) <= count


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="there are no forks")
def test_a_child_of_a_fork_is_not_locked_out() -> None:
    run_python(
        """
import os, threading, warnings
from vt_sdk.ratelimit import RateLimit
warnings.simplefilter("ignore", DeprecationWarning)  # of forks beside threads, which are meant
limit, ended = RateLimit(per_minute=1), threading.Event()
def reserve():
    while not ended.is_set():
        limit.reserve()
threads = [threading.Thread(target=reserve) for _ in range(3)]
for thread in threads:
    thread.start()
try:
    for _ in range(20):
        child = os.fork()
        if child == 0:
            limit.reserve()
            RateLimit(per_minute=1).reserve()
            os._exit(0)
        assert os.waitpid(child, 0)[1] == 0
finally:
    ended.set()
    for thread in threads:
        thread.join()
"""
    )
