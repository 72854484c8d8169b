"""The policy of a call: what a driver is asked to do, in which order, and what is told of it."""

import itertools
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from typing import Any

import pytest

from vt_sdk import (
    APIConnectionError,
    InvalidInputError,
    InvalidResponseError,
    LookupOnlyError,
    NotFoundError,
    QuotaExceededError,
    RateLimitError,
    Request,
    Response,
    RetryPolicy,
    StoreError,
    VirusTotalAPIError,
    Window,
)
from vt_sdk.core.flow import Done, Flow, Work, advance, do
from vt_sdk.core.operation import bounds_of
from vt_sdk.core.policy import (
    MAX_REDIRECTS,
    UNBOUNDED,
    Bounds,
    CallContext,
    Effect,
    Send,
    Sleep,
    fetch,
    governed,
)
from vt_sdk.core.readers import read_nothing, read_text
from vt_sdk.core.settings import Headers, Settings

KEY = "k" * 64
SAFE = Request("GET", "/x", repeatable=True, operation="get_x")
UNSAFE = Request("POST", "/x", operation="add_x")


class Recorder:
    """Notes what it is told."""

    def __init__(self) -> None:
        self.told: list[tuple[Any, ...]] = []

    def waits(self, request: Request, reason: str) -> None:
        self.told.append((reason, request.delay))

    def sends(self, request: Request) -> None:
        self.told.append(("sends", request.attempt))

    def received(self, request: Request, response: Response) -> None:
        self.told.append(("received", response.status, response.sent_at, response.received_at))

    def failed(self, request: Request, error: VirusTotalAPIError, seconds: float) -> None:
        self.told.append(("failed", type(error).__name__, seconds))


class Limiter:
    """Gives places as a list says."""

    def __init__(self, *waits: float | Exception, windows: Sequence[Window] | Exception = ()):
        self.waits = list(waits)
        self.asked: list[float | None] = []
        self.found = windows

    def reserve(self, max_wait: float | None = None) -> float:
        self.asked.append(max_wait)
        wait = self.waits.pop(0)
        if isinstance(wait, Exception):
            raise wait
        return wait

    def windows(self) -> Sequence[Window]:
        if isinstance(self.found, Exception):
            raise self.found
        return self.found


def answer(status: int, code: str = "", **headers: str) -> Response:
    body = f'{{"error": {{"code": "{code}", "message": "x"}}}}'.encode() if code else b""
    return Response(status, headers, body)


def settings(**values: Any) -> Settings:
    values.setdefault("retry", RetryPolicy(random=lambda: 1.0))
    values.setdefault("on_event", repr)  # else nobody is told of what is sent
    return Settings(headers=Headers({"x-apikey": KEY}), **values)


class Driver:
    """Carries out effects without a wire or a clock of its own; each answer takes a second."""

    def __init__(self, configured: Settings, bounds: Bounds = UNBOUNDED, **options: Any) -> None:
        self.time = 100.0
        self.effects: list[Effect] = []
        self.observer = Recorder()
        self.call = CallContext(
            configured,
            bounds,
            self.observer,
            lambda: self.time,
            lambda: datetime(2026, 3, 4, 5, tzinfo=UTC),
            **options,
        )

    def run(self, flow: Flow[Any], answers: Iterable[Response | Exception]) -> Any:
        remaining = iter(answers)
        steps, outcome = governed(flow, self.call), None
        try:
            while not isinstance(effect := advance(steps, outcome), Done):
                self.effects.append(effect)
                try:
                    outcome = self.carried_out(effect, remaining)
                except VirusTotalAPIError as error:
                    outcome = error
            return effect.value
        finally:
            steps.close()

    def carried_out(self, effect: Effect, answers: Any) -> Any:
        if isinstance(effect, Work):
            return effect.do()
        if isinstance(effect, Sleep):
            self.time += effect.seconds
            return None
        self.time += 1
        found = next(answers)
        if isinstance(found, Exception):
            raise found
        return found

    @property
    def sleeps(self) -> list[float]:
        return [effect.seconds for effect in self.effects if isinstance(effect, Sleep)]

    @property
    def sent(self) -> list[Request]:
        return [effect.request for effect in self.effects if isinstance(effect, Send)]


def asking(request: Request = SAFE) -> Flow[Response]:
    response: Response = yield request
    return response


def test_one_request() -> None:
    driver = Driver(settings())
    found = driver.run(asking(), [answer(200)])
    assert [type(effect) for effect in driver.effects] == [Send]
    assert (found.status, found.sent_at, found.received_at, found.attempts) == (200, 100, 101, 1)
    assert driver.observer.told == [("sends", 1), ("received", 200, 100, 101)]


def test_the_times_are_those_of_the_call() -> None:
    lying = Response(200, {}, b"", sent_at=-5.0, received_at=9e9)
    found = Driver(settings()).run(asking(), [lying])
    assert (found.sent_at, found.received_at) == (100, 101)


def test_what_fails_is_repeated_as_often_as_the_policy_says() -> None:
    driver = Driver(settings())
    answers = [
        answer(503),
        answer(429, "TooManyRequestsError", **{"retry-after": "4"}),
        answer(200),
    ]
    found = driver.run(asking(), answers)
    assert found.attempts == 3
    assert driver.sleeps == [1.0, 4.0]
    assert [request.attempt for request in driver.sent] == [1, 2, 3]
    assert [told for told in driver.observer.told if told[0] == "retry"] == [
        ("retry", 1.0),
        ("retry", 4.0),
    ]


def test_a_flow_sees_the_last_answer_only() -> None:
    driver = Driver(settings())
    assert driver.run(asking(), [answer(503)] * 3).attempts == 3
    assert len(driver.sent) == 3


def test_a_lost_answer_says_when_and_how_often() -> None:
    driver = Driver(settings())
    lost = APIConnectionError()
    lost.may_have_arrived = True
    with pytest.raises(APIConnectionError) as caught:
        driver.run(asking(UNSAFE), [lost])
    assert caught.value is lost
    assert (lost.attempts, lost.sent_at, lost.received_at) == (1, 100, 101)
    assert driver.observer.told[-1] == ("failed", "APIConnectionError", 1.0)


@pytest.mark.parametrize(
    "error", [InvalidResponseError("broken"), InvalidInputError("unusable header")]
)
def test_what_another_attempt_would_not_mend_is_not_repeated(error: VirusTotalAPIError) -> None:
    driver = Driver(settings())
    with pytest.raises(type(error)):
        driver.run(asking(), [error])
    assert len(driver.sent) == 1


def test_what_was_refused_before_it_left_did_not_fail_on_its_way() -> None:
    driver = Driver(settings())
    with pytest.raises(InvalidInputError):
        driver.run(asking(), [InvalidInputError("unusable header")])
    assert driver.observer.told == [("sends", 1)]


def test_the_delay_of_a_request_is_waited_out_first() -> None:
    driver = Driver(settings())
    driver.run(asking(Request("GET", "/x", delay=2.5)), [answer(200)])
    assert [type(effect) for effect in driver.effects] == [Sleep, Send]
    assert driver.observer.told[0] == ("poll", 2.5)


def test_no_wait_is_longer_than_the_call_may_take() -> None:
    driver = Driver(settings(), Bounds(until=103.0))
    driver.run(asking(Request("GET", "/x", delay=50.0)), [answer(200)])
    assert driver.sleeps == [3.0]


def test_no_attempt_starts_after_the_end_of_the_call() -> None:
    driver = Driver(settings(), Bounds(until=101.5))
    assert driver.run(asking(), [answer(503)]).status == 503
    assert len(driver.sent) == 1


def test_the_deadline_of_the_policy_counts_from_the_first_attempt() -> None:
    driver = Driver(settings(retry=RetryPolicy(9, random=lambda: 1.0, deadline_s=4.5)))
    driver.run(asking(), [answer(503)] * 9)
    assert len(driver.sent) == 2  # at 0 and 2 s; the third would start at 5


def test_requests_carry_what_the_call_keeps_to() -> None:
    driver = Driver(settings(), Bounds((1.0, 2.0), 150.0))
    driver.run(asking(Request("GET", "/x", until=120.0)), [answer(200)])
    assert (driver.sent[0].timeout, driver.sent[0].until) == ((1.0, 2.0), 120.0)


def test_the_settings_that_are_sent_with_hold_the_key() -> None:
    asked: list[int] = []

    def find_key() -> str:
        asked.append(1)
        return KEY

    driver = Driver(Settings(find_key=find_key, retry=RetryPolicy(random=lambda: 0.0)))
    driver.run(asking(), [answer(503), answer(200)])
    for effect in driver.effects:
        if isinstance(effect, Send):
            assert effect.settings.headers["x-apikey"] == KEY
    assert len(asked) == 2  # for each request, as it may change


def test_the_key_is_refused_in_an_address_before_anybody_is_told() -> None:
    driver = Driver(settings())
    with pytest.raises(InvalidInputError):
        driver.run(asking(Request("GET", f"/users/{KEY}")), [])
    assert driver.effects == driver.observer.told == []


@pytest.mark.parametrize("request_", [UNSAFE, Request("GET", "/x", submits=True)])
def test_a_client_that_only_looks_up_sends_nothing_else(request_: Request) -> None:
    driver = Driver(settings(lookup_only=True))
    with pytest.raises(LookupOnlyError):
        driver.run(asking(request_), [])
    assert driver.effects == []


# --- places of the rate limit --------------------------------------------------------------------


def test_a_place_is_taken_and_waited_for() -> None:
    limiter = Limiter(3.0)
    driver = Driver(settings(rate_limit=limiter))
    driver.run(asking(), [answer(200)])
    assert [type(effect) for effect in driver.effects] == [Work, Sleep, Send]
    assert driver.observer.told[0] == ("rate_limit", 3.0)
    assert limiter.asked == [None]


def test_a_limiter_is_told_what_is_left() -> None:
    limiter = Limiter(0.0)
    Driver(settings(rate_limit=limiter), Bounds(until=107.0)).run(asking(), [answer(200)])
    assert limiter.asked == [7.0]


def test_each_attempt_takes_a_place_and_a_redirect_none() -> None:
    limiter = Limiter(0.0, 0.0)
    driver = Driver(settings(rate_limit=limiter))
    moved = Response(302, {"location": "https://elsewhere.example/y"}, b"", url="https://a.example")
    driver.run(fetch(SAFE, read_nothing), [answer(503), moved, answer(200)])
    assert len(driver.sent) == 3
    assert limiter.waits == []


@pytest.mark.parametrize("cached", [True, False])
def test_what_is_cached_takes_no_place(cached: bool) -> None:
    limiter = Limiter(0.0)
    driver = Driver(settings(rate_limit=limiter), is_cached=lambda request, settings: cached)
    driver.run(asking(), [answer(200)])
    assert len(limiter.waits) == int(cached)


def test_a_place_that_comes_too_late_is_an_error() -> None:
    late = RateLimitError("full", 50.0)
    driver = Driver(settings(rate_limit=Limiter(late)))
    with pytest.raises(RateLimitError):
        driver.run(asking(), [])
    assert driver.sent == []


def window(seconds: float, resets_in: float) -> Window:
    return Window(4, 4, seconds, resets_in)


@pytest.mark.parametrize(
    ("windows", "attempts"),
    [
        ([window(60, 2.0)], 2),
        ([window(60, 2.0), window(86_400, 5000.0)], 1),
        ([], 1),
        (StoreError("held"), 1),
    ],
)
def test_a_spent_minute_is_waited_for_if_the_books_show_that_it_is_one(
    windows: Sequence[Window] | Exception, attempts: int
) -> None:
    driver = Driver(settings(rate_limit=Limiter(0.0, 0.0, windows=windows)))
    spent = answer(429, "QuotaExceededError")
    assert driver.run(asking(), [spent, answer(200)]).attempts == attempts
    assert driver.sleeps == [2.0] * (attempts - 1)


@pytest.mark.parametrize(
    ("windows", "resets_at"),
    [
        ([window(86_400, 5000.0)], datetime(2026, 3, 5, tzinfo=UTC)),
        ([], None),
        (StoreError("held"), None),
    ],
)
def test_a_spent_day_says_when_it_is_over(
    windows: Sequence[Window] | Exception, resets_at: datetime | None
) -> None:
    driver = Driver(settings(rate_limit=Limiter(0.0, windows=windows)))
    with pytest.raises(QuotaExceededError) as caught:
        driver.run(fetch(SAFE, read_nothing), [answer(429, "QuotaExceededError")])
    assert caught.value.resets_at == resets_at


# --- work of this machine ------------------------------------------------------------------------


def test_work_goes_to_the_driver_as_it_is() -> None:
    driver = Driver(settings())
    assert driver.run(do(lambda: "done"), []) == "done"
    assert [type(effect) for effect in driver.effects] == [Work]
    assert driver.observer.told == []


def test_an_error_of_work_is_thrown_into_the_flow() -> None:
    def fails() -> None:
        raise StoreError("broken")

    def forgiving() -> Flow[str]:
        try:
            yield from do(fails)
        except StoreError as error:
            return str(error)
        return ""

    assert Driver(settings()).run(forgiving(), []) == "broken"


@pytest.mark.parametrize("step", range(3))
def test_a_call_that_is_given_up_closes_its_flow(step: int) -> None:
    closed: list[int] = []

    def flow() -> Flow[None]:
        try:
            for _ in range(5):
                yield SAFE
        finally:
            closed.append(step)

    call = Driver(settings()).call
    steps = governed(flow(), call)
    advance(steps, None)
    for _ in range(step):
        advance(steps, answer(200))
    steps.close()
    assert closed == [step]


# --- options -------------------------------------------------------------------------------------


def test_bounds() -> None:
    ticking: Callable[[], float] = itertools.count(10).__next__
    assert bounds_of({}, ticking) == Bounds()
    assert bounds_of({"timeout": 3.0}, ticking) == Bounds(3.0)
    assert bounds_of({"deadline": 5.0}, ticking) == Bounds(until=15.0)
    assert bounds_of({"timeout": None, "deadline": 5.0}, ticking) == Bounds(None, 16.0)
    with pytest.raises(InvalidInputError):
        bounds_of({"deadline": -1.0}, ticking)
    with pytest.raises(TypeError, match="'dedline'"):
        bounds_of({"dedline": 5.0}, ticking)  # what is tested


# --- redirects -----------------------------------------------------------------------------------

HOME = "https://service.example/api/v3/x"
POST = Request("POST", "/x", (("a", "b"),), b"body", "text/plain", delay=3.0, operation="post_x")


def moved(status: int, location: str, url: str = HOME) -> Response:
    return Response(status, {"location": location}, b"", "POST", url)


@pytest.mark.parametrize("status", [301, 302, 303])
def test_a_redirected_post_becomes_a_get(status: int) -> None:
    driver = Driver(settings())
    driver.run(asking(POST), [moved(status, "/other?c=d"), answer(200)])
    then = Request("GET", "https://service.example/other?c=d", operation="post_x")
    assert driver.sent == [POST, then]


@pytest.mark.parametrize("status", [307, 308])
def test_a_redirect_that_keeps_the_method(status: int) -> None:
    driver = Driver(settings())
    driver.run(asking(POST), [moved(status, "y"), answer(200)])
    then = driver.sent[1]
    assert (then.method, then.url, then.query) == ("POST", "https://service.example/api/v3/y", ())
    assert (then.body, then.content_type, then.delay) == (b"body", "text/plain", 0.0)


def test_redirects_are_relative_to_the_last_address() -> None:
    driver = Driver(settings())
    first = moved(302, "https://storage.example/a/b")
    answers = [first, moved(302, "c", url="https://storage.example/a/b"), answer(200)]
    assert driver.run(asking(), answers).status == 200
    assert driver.sent[2].url == "https://storage.example/a/c"


def test_redirects_are_bounded() -> None:
    driver = Driver(settings())
    with pytest.raises(InvalidResponseError):
        driver.run(asking(), [moved(302, "/again")] * (MAX_REDIRECTS + 1))
    assert len(driver.sent) == MAX_REDIRECTS + 1


@pytest.mark.parametrize("status", [200, 300, 304, 305, 404])
def test_other_statuses_are_no_redirects(status: int) -> None:
    driver = Driver(settings())
    assert driver.run(asking(), [moved(status, "/elsewhere")]).status == status
    assert driver.sent == [SAFE]


def test_fetch_reads_or_raises() -> None:
    def fetched(status: int, body: bytes) -> object:
        return Driver(settings()).run(fetch(SAFE, read_text), [Response(status, {}, body)])

    assert fetched(200, b'{"data": "text"}') == "text"
    with pytest.raises(NotFoundError):
        fetched(404, b'{"error": {"code": "NotFoundError"}}')
    for body in (b'{"data": 5}', b'{"data": null}', b'{"data": {}}', b"text"):
        with pytest.raises(InvalidResponseError) as caught:
            fetched(200, body)
        assert caught.value.raw == body
