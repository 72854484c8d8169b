"""The fault matrix: what goes wrong, and what comes of it, one row for each.

Columns: what the server does, with which answers, the error of the call (None: it succeeds all the
same) and how many requests the server saw. Each row runs against a real socket server, within the
bound of the package's watchdog, and is searched for leaks of the key: errors and all that hangs on
them, log records of all libraries at every level, events, what objects show and pickle, and what
came to a second server.
"""

import gzip
import logging
import zlib
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Any

import pytest

from tests.faults.support import (
    BUSY,
    MADE,
    MANY,
    ONCE,
    QUEUED,
    QUOTA,
    REPORT,
    RESET,
    STALL,
    Books,
    Row,
    after,
    again,
    answered,
    bomb,
    chunked,
    endless,
    listing,
    pending,
    play_row,
    raw,
    recorded_cursor,
)
from tests.loops import Loop
from tests.support import (
    JSON_HEADERS,
    Answer,
    Recorded,
    Script,
    Server,
    envelope,
    error_answer,
    file_document,
    json_answer,
)
from vt_sdk import (
    APIConnectionError,
    APITimeoutError,
    DeadlineExceededError,
    InvalidInputError,
    InvalidResponseError,
    NotFoundError,
    QuotaExceededError,
    RateLimitError,
    RetryPolicy,
    ServerError,
    TooManyRequestsError,
    TransientError,
    VirusTotalAPIError,
    WaitTimeoutError,
    Window,
)
from vt_sdk.core.request import LONGEST_WAIT_S

GOOD = envelope(file_document())
CUT = Answer(200, GOOD, JSON_HEADERS, send=20)


def fully() -> float:
    return 1.0


def at_once() -> float:
    return 0.0


# It would be waited for if the wait were not out of reach.
PATIENT = RetryPolicy(base_s=100, cap_s=100, random=fully)
QUICK = {"timeout": (5, 0.1), "retry": ONCE}


def row(
    name: str,
    answers: Sequence[Script],
    outcome: type[VirusTotalAPIError] | None,
    requests: int,
    **more: Any,
) -> Row:
    return Row(name, answers, outcome, requests, **more)


def dated(answer: Answer, seconds: float) -> Script:
    """Ask to wait until a date, which is made when the answer is played."""

    def made(_: Recorded) -> Answer:
        moment = datetime.now(UTC) + timedelta(seconds=seconds)
        return after(answer, format_datetime(moment, usegmt=True))

    return made


def window(seconds: float, *, full: bool) -> Window:
    return Window(4, 4 if full else 1, seconds, 0.01 if full else 0.0)


def midnight() -> object:
    """Equal to the next 00:00 UTC, whichever day it is when it is asked."""

    class Next:
        def __eq__(self, other: object) -> bool:
            now = datetime.now(UTC)
            today = now.replace(hour=0, minute=0, second=0, microsecond=0)
            return other in (today, today + timedelta(days=1)) and other != now

        __hash__ = None  # type: ignore[assignment]  # compared only

    return Next()


MINUTE_FULL = Books(window(60, full=True), window(86_400, full=False))
DAY_SPENT = Books(window(60, full=False), window(86_400, full=True))
BOTH_FULL = Books(window(60, full=True), window(86_400, full=True))
HOUR_FULL = Books(window(60, full=False), window(3_600, full=True), window(86_400, full=False))

# --- 1: what is repeated, and when ---------------------------------------------------------------

RETRY = [
    row("503 twice, then 200", [BUSY, BUSY, REPORT], None, 3),
    row("503 for ever", again(BUSY), TransientError, 3, holds={"attempts": 3}),
    row("503, Retry-After: 0", [after(BUSY, "0"), REPORT], None, 2),
    row("503, Retry-After: 3600", [after(BUSY, "3600")], TransientError, 1,
        holds={"attempts": 1, "retry_after": 3600.0}),
    row("502 and 504, then 200", [Answer(502, b"<html>"), Answer(504), REPORT], None, 3),
    row("504 of the service for ever", again(error_answer(504, "DeadlineExceededError")),
        DeadlineExceededError, 3),
    row("500 is not repeated", [error_answer(500, "Odd")], ServerError, 1),
    row("404 is not repeated", [error_answer(404, "NotFoundError")], NotFoundError, 1),
    row("429", [MANY, REPORT], None, 2),
    row("429 for ever", again(MANY), TooManyRequestsError, 3, holds={"attempts": 3}),
    row("429, Retry-After: 0", [after(MANY, "0"), REPORT], None, 2),
    row("429, Retry-After: 1", [after(MANY, "1"), REPORT], None, 2),
    row("429, Retry-After is a date now", [dated(MANY, 0), REPORT], None, 2),
    row("429, Retry-After is a date gone by", [dated(MANY, -900), REPORT], None, 2),
    row("429, Retry-After: 3600", [after(MANY, "3600")], TooManyRequestsError, 1,
        holds={"attempts": 1, "retry_after": 3600.0}),
    row("429, Retry-After is a date far away", [dated(MANY, 3600)], TooManyRequestsError, 1,
        holds={"retry_after": pytest.approx(3600, abs=60)}),
    row("429, Retry-After beyond a float", [after(MANY, "9" * 400)], TooManyRequestsError, 1,
        holds={"retry_after": LONGEST_WAIT_S}),
    *(
        row(f"429, Retry-After: {value!r:.40}", [after(MANY, value), REPORT], None, 2)
        for value in (
            "",
            "soon",
            "-5",
            "1e3",
            "5 5",
            "Mon, 01 Jan",
            "Mon, 01 Jan 99999 00:00:00 GMT",
            f"Mon, 01 Jan {'9' * 30} 00:00:00 GMT",
            f"Mon, {'9' * 30} Jan 2030 00:00:00 GMT",
            f"Mon, 01 Jan 2030 00:00:00 +{'9' * 30}",
        )
    ),
    row("429 without a body", [Answer(429), REPORT], None, 2),
    row("429 without a body for ever", again(Answer(429)), TooManyRequestsError, 3),
    row("429 of a gateway", [Answer(429, b"<html>"), REPORT], None, 2),
    row("quota", [QUOTA], QuotaExceededError, 1,
        holds={"attempts": 1, "retry_after": None, "resets_at": None}),
    row("quota by its short name", [error_answer(429, "QuotaExceeded")], QuotaExceededError, 1),
    row("quota, Retry-After: 0", [after(QUOTA, "0"), REPORT], None, 2),
    row("quota, Retry-After is a date now", [dated(QUOTA, 0), REPORT], None, 2),
    row("quota, Retry-After: 3600", [after(QUOTA, "3600")], QuotaExceededError, 1,
        holds={"retry_after": 3600.0, "resets_at": None}),
    row("quota, own books: minute full", [QUOTA, REPORT], None, 2,
        client={"rate_limit": MINUTE_FULL}),
    row("quota, own books: day spent", [QUOTA], QuotaExceededError, 1,
        client={"rate_limit": DAY_SPENT}, holds={"resets_at": midnight()}),
    row("quota, own books: minute and day", [QUOTA], QuotaExceededError, 1,
        client={"rate_limit": BOTH_FULL}, holds={"resets_at": midnight()}),
    row("quota, own books: hour full", [QUOTA], QuotaExceededError, 1,
        client={"rate_limit": HOUR_FULL}, holds={"resets_at": None}),
    row("quota, own books: room everywhere", [QUOTA], QuotaExceededError, 1,
        client={"rate_limit": Books(window(60, full=False))}, holds={"resets_at": None}),
    row("quota a month from now, minute full", [after(QUOTA, "900000")], QuotaExceededError, 1,
        client={"rate_limit": MINUTE_FULL}, holds={"retry_after": 900_000.0}),
    row("reset before the answer", [RESET, REPORT], None, 2),
    row("reset for ever", again(RESET), APIConnectionError, 3,
        holds={"attempts": 3, "may_have_arrived": True}),
    row("cut in the body", [CUT, REPORT], None, 2),
    row("cut before the body", [Answer(200, GOOD, JSON_HEADERS, send=0), REPORT], None, 2),
    row("cut in the body for ever", again(CUT), APIConnectionError, 3),
    row("cut in an error", [Answer(503, b"x" * 99, send=9), REPORT], None, 2),
    row("cut in the headers", [raw(b"HTTP/1.1 200 OK\r\nContent-Le"), REPORT], None, 2),
    row("closed without a word", [raw(), REPORT], None, 2),
    row("10 s stall, then an answer", [STALL, REPORT], None, 2, client={"timeout": (5, 0.2)}),
    row("cut in the content", [Answer(200, b"x" * 999_999, send=400_000), Answer(200, b"right")],
        None, 2, call="download"),
    row("cut in the content", [Answer(200, b"x" * 999, send=5), Answer(200, b"right")],
        None, 2, call="in memory"),
]  # fmt: skip

# What is written once is never doubled: the server's count of requests is the proof.
WRITES = [
    *(
        bad
        for call in ("comment", "vote", "vote on a comment")
        for bad in (
            row("503", [BUSY], TransientError, 1, call=call),
            row("503, Retry-After: 0", [after(BUSY, "0")], TransientError, 1, call=call),
            row("502 of a gateway", [Answer(502, b"<html>")], ServerError, 1, call=call),
            row("reset", [RESET], APIConnectionError, 1, call=call,
                holds={"may_have_arrived": True, "attempts": 1}),
            row("cut in the answer", [CUT], APIConnectionError, 1, call=call,
                holds={"may_have_arrived": True}),
            row("10 s stall", [STALL], APITimeoutError, 1, call=call,
                client={"timeout": (5, 0.2)}, holds={"may_have_arrived": True}),
            row("not an answer", [answered(b"{")], InvalidResponseError, 1, call=call),
            row("quota", [QUOTA], QuotaExceededError, 1, call=call),
        )
    ),
    row("429: nothing took effect", [MANY, MADE], None, 2, call="comment"),
    row("quota, Retry-After: 0: the same", [after(QUOTA, "0"), MADE], None, 2, call="comment"),
    row("reset, deleted the second time", [RESET, Answer(204)], None, 2, call="delete"),
    row("503, then taken", [BUSY, QUEUED], None, 2, call="rescan"),
    row("reset, then taken", [RESET, QUEUED], None, 2, call="submit"),
    row("503, then taken", [BUSY, QUEUED], None, 2, call="upload"),
    row("reset, then taken", [RESET, QUEUED], None, 2, call="upload"),
    row("reset for ever", again(RESET), APIConnectionError, 3, call="upload",
        holds={"may_have_arrived": True}),
]  # fmt: skip

POLICY = [
    row("attempts=1: 503", [BUSY], TransientError, 1, client={"retry": ONCE}),
    row("attempts=1: 429", [MANY], TooManyRequestsError, 1, client={"retry": ONCE}),
    row("attempts=1: reset", [RESET], APIConnectionError, 1, client={"retry": ONCE}),
    row("attempts=6", [*[BUSY] * 5, REPORT], None, 6,
        client={"retry": RetryPolicy(6, random=at_once)}),
    row("statuses: 500 is among them", [error_answer(500, "Odd"), REPORT], None, 2,
        client={"retry": RetryPolicy(statuses=frozenset({500}), base_s=0)}),
    row("statuses: 503 is not", [BUSY], TransientError, 1,
        client={"retry": RetryPolicy(statuses=frozenset({500}), base_s=0)}),
    row("connection_loss=False", [RESET], APIConnectionError, 1,
        client={"retry": RetryPolicy(connection_loss=False, base_s=0)}),
    row("connection_loss=False: 503", [BUSY, REPORT], None, 2,
        client={"retry": RetryPolicy(connection_loss=False, base_s=0)}),
    row("deadline_s: the wait would end after it", [BUSY], TransientError, 1,
        client={"retry": RetryPolicy(deadline_s=5, base_s=100, cap_s=100, random=fully)}),
    row("deadline_s: Retry-After would end after it", [after(BUSY, "50")], TransientError, 1,
        client={"retry": RetryPolicy(deadline_s=5)}, holds={"retry_after": 50.0}),
    row("deadline_s: time for one more", [BUSY, REPORT], None, 2,
        client={"retry": RetryPolicy(deadline_s=5, base_s=0)}),
    row("ceiling_s", [after(BUSY, "2")], TransientError, 1,
        client={"retry": RetryPolicy(ceiling_s=1)}, holds={"retry_after": 2.0}),
]  # fmt: skip

# --- 2: deadlines --------------------------------------------------------------------------------

LAST_PAGE = listing("b")

DEADLINES = [
    row("10 s stall, the client's timeout", [STALL], APITimeoutError, 1, client=QUICK),
    row("10 s stall, one number", [STALL], APITimeoutError, 1,
        client={"timeout": 0.2, "retry": ONCE}),
    row("10 s stall, timeout of the call", [STALL], APITimeoutError, 1,
        client={"retry": ONCE}, options={"timeout": (5, 0.2)}),
    row("10 s stall, deadline of the call", [STALL], APITimeoutError, 1,
        options={"deadline": 0.2}),
    row("10 s stall, timeout=None, deadline", [STALL], APITimeoutError, 1,
        options={"deadline": 0.2, "timeout": None}),
    row("10 s stall three times", again(STALL), APITimeoutError, 3,
        client={"timeout": (5, 0.1)}, holds={"attempts": 3}),
    row("stall within the body", [Answer(200, b"x", {"Content-Length": "9"})], APITimeoutError, 1,
        client=QUICK),
    row("503, deadline: the wait would end after it", [BUSY], TransientError, 1,
        client={"retry": PATIENT}, options={"deadline": 5.0}, holds={"attempts": 1}),
    row("reset, deadline: the same", [RESET], APIConnectionError, 1,
        client={"retry": PATIENT}, options={"deadline": 5.0}, holds={"attempts": 1}),
    row("Retry-After ends after the deadline", [after(MANY, "50")], TooManyRequestsError, 1,
        options={"deadline": 5.0}, holds={"retry_after": 50.0}),
    row("deadline: time for one more", [BUSY, REPORT], None, 2, options={"deadline": 5.0}),
    row("drip of headers, short timeout", [endless(b"HTTP/1.1 200 OK\r\nX: ", b"x", 0.02)],
        APITimeoutError, 1, client=QUICK),
    row("drip of headers, deadline", [endless(b"HTTP/1.1 200 OK\r\nX: ", b"x", 0.02)],
        APITimeoutError, 1, options={"deadline": 0.2}),
    row("drip of body, short timeout", [endless(b"HTTP/1.1 200 OK\r\n\r\n", b" ", 0.02)],
        APITimeoutError, 1, client=QUICK),
    row("drip of body, deadline", [endless(b"HTTP/1.1 200 OK\r\n\r\n", b" ", 0.02)],
        APITimeoutError, 1, options={"deadline": 0.2}),
    row("drip of chunks, deadline",
        [endless(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", b"1\r\n \r\n", 0.02)],
        APITimeoutError, 1, options={"deadline": 0.2}),
    row("drip of an error's body", [endless(b"HTTP/1.1 404 No\r\n\r\n", b" ", 0.02)],
        APITimeoutError, 1, client=QUICK),
    row("stall on the second page", [listing("a", cursor="x"), STALL], APITimeoutError, 2,
        call="pages", options={"deadline": 0.2}),
    row("503 on the second page", [listing("a", cursor="x"), BUSY], TransientError, 2,
        call="pages", client={"retry": PATIENT}, options={"deadline": 5.0}),
    row("timeout holds for the second page", [listing("a", cursor="x"), STALL], APITimeoutError, 2,
        call="pages", client={"retry": ONCE}, options={"timeout": (5, 0.2)}),
    row("pages without an end in time", [
        lambda recorded: listing("a", cursor=recorded_cursor(recorded) + "x")
    ] * 90, RateLimitError, 2, call="pages",
        client={"rate_limit": Books(wait=0.2)}, options={"deadline": 0.5}),
    row("limiter: no room in time", [], RateLimitError, 0,
        client={"rate_limit": Books(wait=60.0)}, options={"deadline": 5.0},
        holds={"retry_after": 60.0}),
    row("wait: never completed", [pending()], WaitTimeoutError, 1, call="wait",
        options={"deadline": 0.2}),
    row("wait: 10 s stall", again(STALL), WaitTimeoutError, 1, call="wait",
        client={"timeout": (5, 0.2), "retry": ONCE}, options={"deadline": 0.2}),
    row("wait: quota", [QUOTA], WaitTimeoutError, 1, call="wait", options={"deadline": 0.2}),
    row("wait: 503, then completed", [BUSY, pending("completed")], None, 2, call="wait",
        options={"deadline": 0.2}),
    row("wait: no room in time", [], RateLimitError, 0, call="wait",
        client={"rate_limit": Books(wait=60.0)}, options={"deadline": 0.2}),
    row("deadline=0", [], InvalidInputError, 0, options={"deadline": 0}),
    row("timeout=0", [], InvalidInputError, 0, options={"timeout": 0}),
]  # fmt: skip

# --- 6: the key and foreign hosts ----------------------------------------------------------------


def moved(place: str, status: int = 302) -> Answer:
    return Answer(status, headers={"Location": place})


REDIRECTS = [
    *(
        row(f"{status} to another origin", [moved("{other}/x", status)], None, 1)
        for status in (301, 302, 303, 307, 308)
    ),
    *(
        row(f"{status} to another origin", [moved("{other}/x", status)], None, 1, call=call)
        for status in (302, 307)
        for call in ("comment", "upload", "download")
    ),
    row("302 to a path of the service", [moved("/api/v3/x"), REPORT], None, 2),
    row("302 to another protocol", [moved("https://127.0.0.1:1/")], APIConnectionError, 1,
        client={"retry": ONCE}),
    row("redirects without an end", again(moved("/api/v3/x")), InvalidResponseError, 6,
        says="Redirected more than 5 times"),
    row("redirects ever further", [
        lambda recorded: moved(recorded.target + "x")] * 30, InvalidResponseError, 6),
    row("redirect without Location", [Answer(302)], InvalidResponseError, 1),
    row("redirect to nothing", [moved("")], InvalidResponseError, 1),
    *(
        row(f"redirect to {place!r:.40}", [moved(place)], InvalidResponseError, 1,
            says="unusable address")
        for place in (
            "file:///etc/passwd", "ftp://127.0.0.1/", "data:,x", "javascript:x", "http://[::1",
            "http://127.0.0.1:99999999/", "https://", "http://127.0.0.1\\@localhost/",
            "//localhost\\@127.0.0.1/",
        )
    ),
    *(
        row(f"redirect to {place!r}", [moved(place), REPORT], None, 2)
        for place in (
            "http://", "http:///x", "http:x", "?x", "#x", "\\\\127.0.0.1\\x", "../..", "/ü",
        )
    ),
    row("redirect of 60,000 characters", [moved("/" + "x" * 60_000), REPORT], None, 1 + 1),
]  # fmt: skip

# --- 7: hostile answers --------------------------------------------------------------------------

OK = b"HTTP/1.1 200 OK\r\n"
JSON_OK = OK + b"Content-Type: application/json\r\n"


def packed(body: bytes, coding: str, status: int = 200) -> Answer:
    return answered(body, status, Content_Encoding=coding)


GZIP_BOMB, ZLIB_BOMB, RAW_BOMB = (bomb(200, bits) for bits in (31, 15, -15))
GZIPPED = gzip.compress(GOOD)
RAW_DEFLATED = zlib.compress(GOOD)[2:-4]

COMPRESSED = [
    row("gzip", [packed(GZIPPED, "gzip")], None, 1),
    row("x-gzip, in capitals", [packed(GZIPPED, "X-GZIP")], None, 1),
    row("deflate", [packed(zlib.compress(GOOD), "deflate")], None, 1),
    row("deflate without its header", [packed(RAW_DEFLATED, "deflate")], None, 1),
    row("gzip in two members", [packed(gzip.compress(GOOD[:9]) + gzip.compress(GOOD[9:]), "gzip")],
        None, 1),
    row("gzip in a hundred members",
        [packed(b"".join(gzip.compress(bytes([byte])) for byte in GOOD), "gzip")], None, 1),
    row("gzip, one byte at a time",
        [raw(JSON_OK + b"Content-Encoding: gzip\r\n\r\n", *(bytes([b]) for b in GZIPPED))],
        None, 1),
    row("gzip in chunks", [raw(JSON_OK + b"Content-Encoding: gzip\r\nTransfer-Encoding: chunked"
                               b"\r\n\r\n" + chunked(GZIPPED[:7], GZIPPED[7:]))], None, 1),
    row("gzip filled up with zeros", [packed(GZIPPED + bytes(512), "gzip")], None, 1),
    row("gzip filled up with zeros, one byte at a time",
        [raw(JSON_OK + b"Content-Encoding: gzip\r\n\r\n",
             *(bytes([b]) for b in GZIPPED + bytes(9)))], None, 1),
    row("deflate without its header, one byte at a time",
        [raw(JSON_OK + b"Content-Encoding: deflate\r\n\r\n",
             *(bytes([b]) for b in RAW_DEFLATED))], None, 1),
    *(
        row(f"{name} of {len(body)} bytes", [packed(pack(body), coding)], None, 1)
        for body in (GOOD.ljust(size) for size in (1 << 17, (1 << 18) - 1, 1 << 18, (1 << 18) + 1))
        for name, coding, pack in (
            ("gzip", "gzip", gzip.compress),
            ("deflate", "deflate", zlib.compress),
            ("deflate without its header", "deflate", lambda body: zlib.compress(body)[2:-4]),
            ("stored deflate", "deflate", lambda body: zlib.compress(body, 0)[2:-4]),
        )
    ),
    row("gzip of nothing", [packed(b"", "gzip")], InvalidResponseError, 1, says="not JSON"),
    row("gzip bomb", [packed(GZIP_BOMB, "gzip")], InvalidResponseError, 1, says="more than"),
    row("deflate bomb", [packed(ZLIB_BOMB, "deflate")], InvalidResponseError, 1, says="more than"),
    row("raw deflate bomb", [packed(RAW_BOMB, "deflate")], InvalidResponseError, 1,
        says="more than"),
    row("gzip bomb with 404", [packed(GZIP_BOMB, "gzip", 404)], InvalidResponseError, 1),
    row("gzip bomb with 503", [packed(GZIP_BOMB, "gzip", 503)], InvalidResponseError, 1),
    row("gzip bomb", [packed(GZIP_BOMB, "gzip")], InvalidResponseError, 1, call="comment"),
    row("gzip of nothing, without an end",
        [endless(OK + b"Content-Encoding: gzip\r\n\r\n", gzip.compress(b"") * 3000)],
        InvalidResponseError, 1),
    row("gzip of nothing, without an end",
        [endless(OK + b"Content-Encoding: gzip\r\n\r\n", gzip.compress(b"") * 3000)],
        InvalidResponseError, 1, call="download"),
    row("gzip cut, right length", [packed(GZIPPED[:-9], "gzip")], InvalidResponseError, 1,
        says="decompressed"),
    row("gzip with a wrong sum", [packed(GZIPPED[:-8] + bytes(8), "gzip")], InvalidResponseError,
        1),
    row("gzip and trailing bytes", [packed(GZIPPED + b"x", "gzip")], InvalidResponseError, 1),
    row("not gzip", [packed(GOOD, "gzip")], InvalidResponseError, 1),
    row("not deflate", [packed(b"\xff" * 99, "deflate")], InvalidResponseError, 1),
    row("br, not asked for", [packed(GOOD, "br")], InvalidResponseError, 1),
    row("gzip twice", [packed(gzip.compress(GZIPPED), "gzip, gzip")], InvalidResponseError, 1),
    row("an unknown coding", [packed(GOOD, "odd")], InvalidResponseError, 1),
    row("identity", [packed(GOOD, "identity")], None, 1),
]  # fmt: skip


def nested(depth: int) -> bytes:
    return b'{"data": ' + b"[" * depth + b"]" * depth + b"}"


def within(value: bytes) -> bytes:
    """Return a good report with one odd value in it."""
    return GOOD.replace(b'"eicar.com"', value)


BODIES = [
    *(
        row(name, [answered(body)], InvalidResponseError, 1)
        for name, body in (
            ("nothing", b""),
            ("truncated JSON", GOOD[:-9]),
            ("100,000 levels", nested(100_000)),
            ("100,000 levels, never closed", b"[" * 100_000),
            ("100,000 levels of objects", b'{"a":' * 100_000),
            ("NaN", within(b"NaN")),
            ("Infinity", within(b"-Infinity")),
            ("a number beyond a float", within(b"1e999")),
            ("an integer of 100,000 digits", within(b"9" * 100_000)),
            ("bytes that are no UTF-8", within(b'"\xff\xfe"')),
            ("a lone surrogate as bytes", within(b'"\xed\xa0\x80"')),
            ("NUL within a text", within(b'"\x00"')),
            ("NULs in place of JSON", b"\x00" * 99),
            ("trailing bytes", GOOD + b"x"),
            ("two documents", GOOD + GOOD),
            ("UTF-16", GOOD.decode().encode("utf-16")),
            ("HTML", b"<html>Log in</html>"),
            ("a scalar", b"5"),
            ("null", b"null"),
            ("a list", b"[]"),
            ("no data", b"{}"),
            ("data of another kind", b'{"data": "text"}'),
            ("data that is a list", b'{"data": []}'),
        )
    ),
    row("HTML with 200", [Answer(200, b"<html>", {"Content-Type": "text/html"})],
        InvalidResponseError, 1, holds={"raw": b"<html>", "status": 200}),
    row("HTML with 502", again(Answer(502, b"<html>", {"Content-Type": "text/html"})),
        ServerError, 3, holds={"status": 502}),
    row("HTML with 503 on a write", [Answer(503, b"<html>")], TransientError, 1, call="comment"),
    row("HTML with 429 on a write", again(Answer(429, b"<html>")), TooManyRequestsError, 3,
        call="comment"),
    row("HTML with 404", [Answer(404, b"<html>")], InvalidResponseError, 1),
    row("204 where an object belongs", [Answer(204)], InvalidResponseError, 1),
    row("304", [Answer(304)], InvalidResponseError, 1),
    row("status 999", [Answer(999, GOOD)], InvalidResponseError, 1),
    row("an error of 100,000 levels", [answered(nested(100_000), 400)], InvalidResponseError, 1),
    row("an error that is a text", [answered(b'{"error": "no"}', 400)], InvalidResponseError, 1),
    row("an error with 200", [answered(b'{"error": {"code": "NotFoundError", "message": "x"}}')],
        InvalidResponseError, 1),
    row("a byte order mark", [answered(b"\xef\xbb\xbf" + GOOD)], None, 1),
    row("wrong charset in the header", [Answer(200, GOOD, {"Content-Type": "x/y; charset=utf-7"})],
        None, 1),
    row("no content type", [Answer(200, GOOD)], None, 1),
    row("white space around", [answered(b" \r\n\t" + GOOD + b"\n\n")], None, 1),
    row("the same cursor again and again", again(listing("a", cursor="same")),
        InvalidResponseError, 2, call="pages"),
    row("ever new cursors, max_items=100",
        [lambda recorded: listing(*"abcdefghij", cursor=recorded_cursor(recorded) + "x")] * 30,
        None, 10, call="pages"),
    row("an empty page with a cursor", [listing(cursor="x"), LAST_PAGE], None, 2, call="pages"),
    row("empty pages with ever new cursors",
        [lambda recorded: listing(cursor=recorded_cursor(recorded) + "x")] * 500,
        InvalidResponseError, 11, call="pages"),
    row("a cursor that is no text", [json_answer([], meta={"cursor": 5}), LAST_PAGE], None, 2,
        call="pages"),
]  # fmt: skip


def framed(*headers: bytes, body: bytes = GOOD) -> Answer:
    """Return an answer with headers byte for byte."""
    return raw(b"\r\n".join((OK[:-2], *headers, b"", body)))


LENGTH = b"Content-Length: %d" % len(GOOD)

FRAMES = [
    row("no Content-Length", [framed()], None, 1),
    row("Content-Length too long", again(framed(b"Content-Length: 99999")), APIConnectionError, 3),
    row("Content-Length too short", [framed(b"Content-Length: 20")], InvalidResponseError, 1),
    row("Content-Length negative", [framed(b"Content-Length: -5")], None, 1),
    row("Content-Length is a text", [framed(b"Content-Length: many")], None, 1),
    row("Content-Length of 10,000 digits", again(framed(b"Content-Length: " + b"9" * 10_000)), None,
        1),
    row("Content-Length twice, the same", [framed(LENGTH, LENGTH)], None, 1),
    row("Content-Length twice, not the same", again(framed(LENGTH, b"Content-Length: 5")),
        InvalidResponseError, 1),
    row("duplicate headers", [framed(LENGTH, b"X-A: 1", b"X-A: 2", b"Content-Type: a/b",
                                     b"Content-Type: c/d")], None, 1),
    row("a header without a value", [framed(LENGTH, b"X-A:", b"X-B: ")], None, 1),
    row("a header without a name", [framed(LENGTH, b": value")], None, 1),
    row("a line that is no header", [framed(LENGTH, b"no header")], None, 1),
    row("headers in Latin-1", [framed(LENGTH, b"X-A: \xe4\xff")], None, 1),
    row("a header with NUL", [framed(LENGTH, b"X-A: \x00")], None, 1),
    row("90 headers", [framed(LENGTH, *(b"X-%d: %d" % (n, n) for n in range(90)))], None, 1),
    row("100,000 headers", again(framed(*(b"X-%d: 1" % n for n in range(100_000)))),
        APIConnectionError, 3),
    row("a header of 1 MB", again(framed(b"X: " + b"x" * 1_000_000)), APIConnectionError, 3),
    row("a status line of 1 MB", again(raw(b"HTTP/1.1 200 " + b"x" * 1_000_000)),
        APIConnectionError, 3),
    row("not HTTP", again(raw(b"220 mail.example ESMTP\r\n")), APIConnectionError, 3),
    row("HTTP/0.9", again(raw(GOOD)), APIConnectionError, 3),
    row("HTTP/1.0", [raw(b"HTTP/1.0 200 OK\r\n\r\n" + GOOD)], None, 1),
    row("a status that is no number", again(raw(b"HTTP/1.1 two OK\r\n\r\n")), APIConnectionError,
        3),
    row("chunks", [framed(b"Transfer-Encoding: chunked", body=chunked(GOOD[:5], GOOD[5:]))], None,
        1),
    row("chunks, cut", again(framed(b"Transfer-Encoding: chunked", body=chunked(GOOD)[:-9])),
        APIConnectionError, 3),
    row("chunks, without an end", again(framed(b"Transfer-Encoding: chunked",
                                               body=chunked(GOOD)[:-5])), APIConnectionError, 3),
    row("chunks of no length", again(framed(b"Transfer-Encoding: chunked", body=b"x\r\n")),
        APIConnectionError, 3),
    row("chunks of negative length", again(framed(b"Transfer-Encoding: chunked",
                                                  body=b"-5\r\nhello\r\n")), APIConnectionError, 3),
    row("100 Continue, then an answer", [raw(b"HTTP/1.1 100 Continue\r\n\r\n" + JSON_OK + LENGTH
                                             + b"\r\n\r\n" + GOOD)], None, 1),
    row("103 Early Hints", again(raw(b"HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n" + JSON_OK
                                     + LENGTH + b"\r\n\r\n" + GOOD)), InvalidResponseError, 1),
    row("100 Continue without an end",
        [endless(b"", b"HTTP/1.1 100 Continue\r\n\r\n" * 999)], APITimeoutError, 1, client=QUICK),
    row("body without an end", [endless(OK + b"\r\n", b"x" * 500_000)], InvalidResponseError, 1,
        says="more than"),
    row("chunks without an end",
        [endless(OK + b"Transfer-Encoding: chunked\r\n\r\n", chunked(b"x" * 500_000)[:-5])],
        InvalidResponseError, 1, says="more than"),
    row("trailers without an end",
        [endless(OK + b"Transfer-Encoding: chunked\r\n\r\n0\r\n", b"X: y\r\n" * 9999)],
        APITimeoutError, 1, client=QUICK),
    row("body without an end", [endless(OK + b"\r\n", b"x" * 500_000)], InvalidResponseError, 1,
        call="comment"),
    row("an error without an end", [endless(b"HTTP/1.1 500 No\r\n\r\n", b"x" * 500_000)],
        InvalidResponseError, 1, call="download"),
]  # fmt: skip

MATRIX = [*RETRY, *WRITES, *POLICY, *DEADLINES, *REDIRECTS, *COMPRESSED, *BODIES, *FRAMES]


# aiohttp refuses what is no HTTP where the standard library makes a guess, and the whole of what
# came together with it; it knows what comes before an answer.
REFUSED = {
    "Content-Length too short",
    "Content-Length negative",
    "Content-Length is a text",
    "Content-Length of 10,000 digits",
    "Content-Length twice, the same",
    "Content-Length twice, not the same",
    "a header without a name",
    "a line that is no header",
    "a header with NUL",
    "trailers without an end",
}


def on_a_loop(row: Row) -> Row:
    """Return what aiohttp makes of a row."""
    if row.name in REFUSED:
        once = {**row.client, "retry": ONCE}
        return replace(row, outcome=APIConnectionError, requests=1, client=once)
    return replace(row, outcome=None) if row.name == "103 Early Hints" else row


@pytest.mark.parametrize("row", MATRIX, ids=str)
def test_row(
    row: Row,
    loop: Loop | None,
    either: Server,
    other_server: Server,
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.DEBUG)
    play_row(row if loop is None else on_a_loop(row), either, other_server, caplog.records)
