"""When a request is sent again: the pure decision, and the same against a server."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

import pytest

from tests.support import SHA256, Answer, Server, error_answer, file_document, json_answer
from vt_sdk import (
    APIConnectionError,
    APIError,
    APITimeoutError,
    InvalidResponseError,
    QuotaExceededError,
    Request,
    Response,
    RetryPolicy,
    TooManyRequestsError,
    TransientError,
    TransportError,
)
from vt_sdk.core.policy import seconds_before_retry

POLICY = RetryPolicy(random=lambda: 1.0)
SAFE = Request("GET", "/x", repeatable=True)
UNSAFE = Request("POST", "/x")

REPORT = json_answer(file_document())


def answer(status: int, code: str = "", retry_after: object = None) -> Response:
    headers = {} if retry_after is None else {"retry-after": str(retry_after)}
    body = f'{{"error": {{"code": "{code}", "message": "x"}}}}'.encode() if code else b""
    return Response(status, headers, body)


def lost(arrived: bool) -> TransportError:
    error = APIConnectionError()
    error.may_have_arrived = arrived
    return error


@pytest.mark.parametrize(
    ("request_", "outcome", "attempt", "seconds"),
    [
        (SAFE, answer(503), 1, 1.0),
        (SAFE, answer(503), 2, 2.0),
        (SAFE, answer(503), 3, None),
        (SAFE, answer(502), 1, 1.0),
        (SAFE, answer(504), 1, 1.0),
        (SAFE, answer(500), 1, None),
        (SAFE, answer(200), 1, None),
        (SAFE, answer(404, "NotFoundError"), 1, None),
        (SAFE, answer(503, retry_after=7), 1, 7.0),
        (SAFE, answer(503, retry_after=60), 1, 60.0),
        (SAFE, answer(503, retry_after=61), 1, None),
        (SAFE, answer(429, "TooManyRequestsError"), 1, 1.0),
        (SAFE, answer(429, "TooManyRequestsError", 0), 1, 0.0),
        (SAFE, answer(429, "TooManyRequestsError", 5), 1, 5.0),
        (SAFE, answer(429, "TooManyRequestsError", 3600), 1, None),
        (SAFE, answer(429, "QuotaExceededError"), 1, None),
        (SAFE, answer(429, "QuotaExceeded"), 1, None),
        (SAFE, answer(429, "QuotaExceededError", 5), 1, 5.0),
        (SAFE, answer(429, "QuotaExceededError", 3600), 1, None),
        (SAFE, answer(429), 1, 1.0),
        (UNSAFE, answer(429, "TooManyRequestsError"), 1, 1.0),  # nothing has taken effect
        (UNSAFE, answer(429, "QuotaExceededError", 5), 1, 5.0),
        (UNSAFE, answer(503), 1, None),
        (UNSAFE, answer(503, retry_after=1), 1, None),
        (UNSAFE, answer(502), 1, None),
        (SAFE, lost(True), 1, 1.0),
        (SAFE, lost(False), 2, 2.0),
        (UNSAFE, lost(True), 1, None),
        (UNSAFE, lost(False), 1, 1.0),
        (SAFE, lost(True), 3, None),
    ],
)
def test_the_decision(
    request_: Request, outcome: Response | TransportError, attempt: int, seconds: float | None
) -> None:
    assert seconds_before_retry(POLICY, replace(request_, attempt=attempt), outcome) == seconds


def test_waits_are_drawn_from_the_whole_range() -> None:
    for drawn in (0.0, 0.25, 1.0):
        policy = RetryPolicy(attempts=9, random=partial(float, drawn))
        waits = [
            seconds_before_retry(policy, replace(SAFE, attempt=n), answer(503)) for n in range(1, 9)
        ]
        assert waits == [drawn * min(20.0, 2.0 ** (n - 1)) for n in range(1, 9)]


def test_a_policy_is_a_value() -> None:
    assert RetryPolicy() == RetryPolicy()
    with pytest.raises(AttributeError):
        POLICY.attempts = 5  # type: ignore[misc]  # what is tested
    drawn = {seconds_before_retry(RetryPolicy(), SAFE, answer(503)) for _ in range(20)}
    assert len(drawn) > 1
    assert all(wait is not None and 0 <= wait <= 1 for wait in drawn)


# --- against a server ----------------------------------------------------------------------------


def test_twice_unavailable(server: Server) -> None:
    server.play(error_answer(503, "TransientError"), error_answer(503, "TransientError"), REPORT)
    client = server.client()
    assert client.files.get_report(SHA256).id == SHA256
    assert len(server.requests) == 3
    assert client.files.get_last_http_error() == 200
    first, second, third = server.requests
    assert first.target == second.target == third.target


def test_always_unavailable(server: Server) -> None:
    server.default = error_answer(503, "TransientError")
    with pytest.raises(TransientError) as caught:
        server.client().files.get_report(SHA256)
    assert caught.value.attempts == 3
    assert len(server.requests) == 3
    with pytest.raises(TransientError) as caught:
        server.client(retry=RetryPolicy(attempts=1)).files.get_report(SHA256)
    assert caught.value.attempts == 1
    assert len(server.requests) == 4


@pytest.mark.parametrize("seconds", ["0", "1"])
def test_too_many_requests(server: Server, seconds: str) -> None:
    server.play(error_answer(429, "TooManyRequestsError", Retry_After=seconds), REPORT)
    assert server.client().files.get_report(SHA256).id == SHA256
    assert len(server.requests) == 2


def test_retry_after_beyond_the_ceiling(server: Server) -> None:
    server.default = error_answer(429, "TooManyRequestsError", Retry_After="3600")
    with pytest.raises(TooManyRequestsError) as caught:
        server.client().files.get_report(SHA256)
    assert caught.value.retry_after == 3600.0
    assert caught.value.attempts == 1
    assert len(server.requests) == 1


def test_a_spent_quota_is_raised_at_once(server: Server) -> None:
    server.default = error_answer(429, "QuotaExceededError", "Quota exceeded")
    client = server.client()
    with pytest.raises(QuotaExceededError, match="Quota exceeded") as caught:
        client.files.get_report(SHA256)
    assert caught.value.retry_after is None
    assert caught.value.attempts == 1
    assert len(server.requests) == 1
    assert client.files.get_last_http_error() == client.files.HTTP_QUOTA_EXCEEDED_ERROR


def test_a_quota_that_says_when(server: Server) -> None:
    server.play(error_answer(429, "QuotaExceededError", Retry_After="0"), REPORT)
    assert server.client().files.get_report(SHA256).id == SHA256


@pytest.mark.parametrize(
    "bad",
    [
        error_answer(503, "TransientError"),
        Answer(502, b"<html>"),
        Answer(504),
        Answer(reset=True),
        Answer(200, b"x" * 99, send=3),
    ],
    ids=["503", "502", "504", "reset", "cut"],
)
def test_comments_and_votes_are_never_repeated(server: Server, bad: Answer) -> None:
    client = server.client()
    calls: list[Callable[[], object]] = [
        lambda: client.files.put_comments(SHA256, "text"),
        lambda: client.files.put_votes(SHA256),
        lambda: client.urls.put_votes("http://example.com/"),
        lambda: client.domains.put_comments("example.com", "text"),
        lambda: client.comments.add_vote("c", "positive"),
    ]
    for count, call in enumerate(calls, 1):
        server.play(bad)
        with pytest.raises((APIError, InvalidResponseError, TransportError)):
            call()
        assert len(server.requests) == count


def test_a_comment_is_repeated_where_nothing_took_effect(server: Server) -> None:
    server.play(error_answer(429, "TooManyRequestsError"))
    server.play(json_answer({"type": "comment", "id": "c"}))
    assert server.client().files.put_comments(SHA256, "text").id == "c"
    assert len(server.requests) == 2


def test_a_lost_answer_counts_its_attempts(server: Server) -> None:
    server.default = Answer(200, b"late", delay=30)
    with pytest.raises(APITimeoutError) as caught:
        server.client(timeout=(5, 0.05)).files.get_report(SHA256)
    assert caught.value.attempts == 3
    assert len(server.requests) == 3


def test_an_upload_is_whole_on_the_second_attempt(server: Server) -> None:
    content = bytes(range(256)) * 4000
    server.play(error_answer(503, "TransientError"), Answer(reset=True))
    server.play(json_answer({"type": "analysis", "id": "a"}))
    server.client().files.upload(content, name="x.bin")
    assert len(server.requests) == 3
    for recorded in server.requests:
        boundary = recorded.headers["content-type"].partition("boundary=")[2].encode()
        head, _, rest = recorded.body.partition(b"\r\n\r\n")
        assert head.startswith(b"--" + boundary)
        assert rest == content + b"\r\n--" + boundary + b"--\r\n"


def test_errors_are_decided_by_code_not_by_status(server: Server) -> None:
    server.play(error_answer(429, "QuotaExceeded"))
    with pytest.raises(QuotaExceededError) as caught:
        server.client().files.get_report(SHA256)
    assert caught.value.raw_code == "QuotaExceeded"
    assert len(server.requests) == 1
