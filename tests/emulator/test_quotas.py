"""What the emulator says of quotas and calls: its own numbers, over hours, days and months."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from vt_sdk.emulator import Emulator

from .support import Api

SMALL = "/users/small"


class Clock:
    """A time that stands still until it is moved."""

    def __init__(self) -> None:
        self.set()

    def set(self) -> None:
        self.now = datetime(2026, 1, 31, 23, 30, tzinfo=UTC)

    def __call__(self) -> float:
        return self.now.timestamp()


@pytest.fixture(scope="module")
def clock() -> Clock:
    return Clock()


@pytest.fixture(scope="module")
def running(clock: Clock) -> Iterator[Emulator]:
    """Run one emulator for all tests, which take it as `api`."""
    with Emulator(clock=clock) as emulator:
        yield emulator


@pytest.fixture
def api(clock: Clock, running: Emulator) -> Iterator[Api]:
    """Return a client of a fresh emulator with a clock of its own."""
    clock.set()
    running.reset()
    client = Api(running)
    yield client
    client.close()


def small(api: Api) -> str:
    return api.emulator.add_key("small-key", user="small", per_minute=4, per_day=500)


def used(answer: Any) -> list[int]:
    return [
        answer["data"][f"api_requests_{span}"]["user"]["used"]
        for span in ("hourly", "daily", "monthly")
    ]


def test_numbers_go_on_with_the_clock(api: Api, clock: Clock) -> None:
    key = small(api)
    path = f"{SMALL}/overall_quotas"
    first = api.get(path, key=key)
    assert used(first) == [1, 1, 1]
    allowed = [quota["user"]["allowed"] for quota in first["data"].values()]
    assert allowed == [240, 500, 1_000_000_000]
    clock.now += timedelta(minutes=20)
    assert used(api.get(path, key=key)) == [2, 2, 2]
    clock.now += timedelta(minutes=20)  # another hour, day and month
    assert used(api.get(path, key=key)) == [1, 1, 1]
    clock.now += timedelta(hours=1)
    assert used(api.get(path, key=key)) == [1, 2, 2]
    clock.now += timedelta(days=1)
    assert used(api.get("/users/small-key/overall_quotas", key=key)) == [1, 1, 3]
    assert api.emulator.calls[-1].path == "/api/v3/users/{x-apikey}/overall_quotas"
    api.emulator.reset()
    assert used(api.get(path, key=small(api))) == [1, 1, 1]


def test_a_refused_call_is_not_counted(api: Api) -> None:
    key = small(api)
    for _ in range(3):
        api.get("/domains/example.com", key=key)
    assert api.error(403, "GET", "/groups/emulator-group/api_usage", key=key) == "ForbiddenError"
    assert used(api.get(f"{SMALL}/overall_quotas", key=key)) == [4, 4, 4]
    path = "/domains/example.com"
    assert api.error(429, "GET", path, key=key) == "QuotaExceededError"


def test_usage_by_day(api: Api, clock: Clock) -> None:
    key = small(api)
    api.get("/domains/example.com", key=key)
    clock.now += timedelta(days=1)
    api.get("/domains/example.com", key=key)
    usage = api.get(f"{SMALL}/api_usage", key=key)["data"]
    assert usage == {
        "daily": {
            "2026-01-31": {"get_domain": 1},
            "2026-02-01": {"get_domain": 1, "get_user_api_usage": 1},
        },
        "total": {"get_domain": 2, "get_user_api_usage": 1},
    }
    days = "start_date=20260131&end_date=20260131"
    assert api.get(f"{SMALL}/api_usage?{days}", key=key)["data"]["total"] == {"get_domain": 1}
    clock.now += timedelta(days=30)
    assert "2026-01-31" not in api.get(f"{SMALL}/api_usage", key=key)["data"]["daily"]
    assert api.get(f"{SMALL}/api_usage?{days}", key=key)["data"]["total"] == {"get_domain": 1}
    clock.now += timedelta(days=30)  # kept for sixty days
    assert api.get(f"{SMALL}/api_usage?{days}", key=key)["data"]["total"] == {}


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("start_date=2026-01-01", "BadRequestError"),
        ("start_date=20260132", "InvalidArgumentError"),
        ("end_date=00000000", "InvalidArgumentError"),
        ("start_date=20260201", "InvalidArgumentError"),
        ("start_date=20251231", "InvalidArgumentError"),
    ],
)
def test_days_that_are_refused(api: Api, query: str, code: str) -> None:
    assert api.error(400, "GET", f"{SMALL}/api_usage?{query}", key=small(api)) == code


def test_the_first_day_there_is(api: Api) -> None:
    assert api.get(f"{SMALL}/api_usage?end_date=00010101", key=small(api))["data"]["daily"] == {}


def test_the_group_is_that_of_all_premium_users(api: Api) -> None:
    key = api.emulator.add_key(user="other", premium=True)
    api.get("/domains/example.com", key=key)
    api.get("/domains/example.com")  # of a public user
    path = "/groups/emulator-group/api_usage"
    usage = api.get(path, key=api.emulator.premium_key)["data"]
    assert usage["total"] == {"get_domain": 1, "get_group_api_usage": 1}
    path = "/groups/other/api_usage"
    assert api.error(404, "GET", path, key=key) == "NotFoundError"


def test_a_user_sees_nobody_else(api: Api) -> None:
    small(api)
    for user in ("small", "small-key", "emulator-premium"):
        assert api.error(403, "GET", f"/users/{user}/overall_quotas") == "ForbiddenError"
    assert api.error(404, "GET", "/users/nobody/api_usage") == "NotFoundError"
