"""Clocks that were wrong for a while: nobody waits for longer than a window, no place is lost."""

from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest

from tests.ratelimit.sharing import Clock, redis_server
from vt_sdk.ratelimit import RateLimit

MINUTE, DAY = 60.0, 86_400.0
MORE = 1.001

STORES = ["memory", "file", "redis"]
Make = Callable[..., RateLimit]


@pytest.fixture(scope="module")
def redis_url() -> Iterator[str]:
    with redis_server() as running:
        yield running.url


@pytest.fixture(params=STORES)
def make(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Make]:
    """Make limits over one store, each with the clock that the test moves."""
    made: list[RateLimit] = []
    store: str | Path | None = {"memory": None, "file": tmp_path / "quota"}.get(request.param)
    if request.param == "redis":
        store = str(request.getfixturevalue("redis_url"))

    def limit(clock: Clock, **rates: Any) -> RateLimit:
        made.append(RateLimit(store=store, name=str(tmp_path), clock=clock, **rates))
        return made[-1]

    yield limit
    for one in made:
        one.close()


@pytest.mark.parametrize("used", [1, 4, 9])
def test_a_clock_that_was_far_ahead(make: Make, used: int) -> None:
    clock = Clock()
    limit = make(clock, per_minute=4, per_day=500)
    clock.seconds += 400 * DAY
    for _ in range(used):
        limit.reserve()
    clock.seconds -= 400 * DAY
    minute, day = limit.windows()
    assert minute.used == min(used, 4)
    assert day.used == used
    assert limit.price(1).starts_in <= MINUTE + MORE
    assert limit.reserve() == pytest.approx(0 if used < 4 else MINUTE + MORE)
    clock.seconds += DAY + MORE + MINUTE + MORE
    assert [window.used for window in limit.windows()] == [0, 0]


def test_a_clock_that_goes_back_and_forth(make: Make) -> None:
    random, clock = Random(1), Clock()
    limit = make(clock, per_minute=2)
    for _ in range(60):
        clock.seconds += random.choice([0, 1, 70, 40 * DAY, -40 * DAY, 3600, -3600])
        # One place may be ahead already, by what the clock was set back within a window.
        assert limit.reserve() <= 3 * (MINUTE + MORE)


def test_a_queue_is_not_taken_for_a_wrong_clock(make: Make) -> None:
    clock = Clock()
    limit = make(clock, per_minute=1)
    waits = [limit.reserve() for _ in range(50)]
    assert waits == pytest.approx([n * (MINUTE + MORE) for n in range(50)])
    assert limit.reserve() == pytest.approx(50 * (MINUTE + MORE))


def test_a_longer_window_of_another_program_is_no_wrong_clock(tmp_path: Path) -> None:
    """Its places lie further ahead than the window of this one."""
    clock = Clock()
    daily = RateLimit(store=tmp_path / "quota", clock=clock, per_day=1)
    minute = RateLimit(store=tmp_path / "quota", clock=clock, per_minute=1)
    with daily, minute:
        daily.reserve()
        assert daily.reserve() == pytest.approx(DAY + MORE)
        assert minute.reserve() == pytest.approx(DAY + MORE + MINUTE + MORE)
