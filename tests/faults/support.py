"""What the fault tests share: rows of the matrix, answers to play, the search for leaks."""

import gzip
import io
import logging
import pickle
import traceback
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from tests.support import (
    JSON_HEADERS,
    KEY,
    SHA256,
    Answer,
    Recorded,
    Script,
    Server,
    error_answer,
    file_document,
    json_answer,
)
from vt_sdk import RateLimitError, RetryPolicy, VirusTotal, VirusTotalAPIError, Window

__all__ = [
    "BUSY",
    "CALLS",
    "MADE",
    "MANY",
    "ONCE",
    "QUEUED",
    "QUOTA",
    "REPORT",
    "RESET",
    "STALL",
    "Books",
    "Row",
    "UPLOAD",
    "after",
    "again",
    "answered",
    "assert_no_leak",
    "bomb",
    "chain",
    "chunked",
    "endless",
    "listing",
    "pending",
    "play_row",
    "raw",
    "recorded_cursor",
]

ONCE = RetryPolicy(attempts=1)
UPLOAD = bytes(range(256)) * 3000

# --- answers -------------------------------------------------------------------------------------

REPORT = json_answer(file_document())
QUEUED = json_answer({"type": "analysis", "id": "queued"})
MADE = json_answer({"type": "comment", "id": "made"})
BUSY = error_answer(503, "TransientError")
MANY = error_answer(429, "TooManyRequestsError")
QUOTA = error_answer(429, "QuotaExceededError")
RESET = Answer(reset=True)
STALL = Answer(200, b"late", delay=10)


def after(answer: Answer, value: str) -> Answer:
    """Return an answer that asks to wait."""
    return replace(answer, headers={**answer.headers, "Retry-After": value})


def again(answer: Script) -> list[Script]:
    """Return an answer for every request that may come."""
    return [answer] * 30


def answered(body: bytes, status: int = 200, **headers: str) -> Answer:
    """Return an answer of JSON, as its headers say; other ones by name, `_` for `-`."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Answer(status, body, {**JSON_HEADERS, **named})


def pending(status: str = "queued") -> Answer:
    return json_answer({"type": "analysis", "id": "a", "attributes": {"status": status}})


def raw(*pieces: bytes, pause: float = 0.0) -> Answer:
    """Return an answer byte for byte; the connection is closed after it."""
    return Answer(raw=lambda: pieces, pause=pause, close=True)


def endless(begin: bytes, piece: bytes, pause: float = 0.0) -> Answer:
    """Return an answer that never ends."""

    def pieces() -> Iterator[bytes]:
        yield begin
        while True:
            yield piece

    return Answer(raw=pieces, pause=pause, close=True)


def bomb(megabytes: int, window_bits: int) -> bytes:
    """Return megabytes of white space, compressed to a thousandth.

    Args:
        megabytes: how many.
        window_bits: as zlib has it: 31 for gzip, 15 for deflate, -15 for deflate without header.
    """
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    piece = packer.compress(b" " * (1 << 20)) + packer.flush(zlib.Z_FULL_FLUSH)
    begin = {31: gzip.compress(b"")[:10], 15: b"\x78\xda", -15: b""}[window_bits]
    return begin + piece * megabytes  # nobody gets to its end


def chunked(*pieces: bytes) -> bytes:
    """Return a body of chunks."""
    return b"".join(b"%x\r\n%b\r\n" % (len(piece), piece) for piece in (*pieces, b""))


# --- calls ---------------------------------------------------------------------------------------


def _all_pages(client: VirusTotal, **options: Any) -> object:
    return list(client.comments.get_page(**options).iter_all(max_items=100))


def _download(client: VirusTotal, **options: Any) -> object:
    return client.files.download_pcap("id", io.BytesIO(), **options)


CALLS: Mapping[str, Callable[..., Any]] = {
    "report": lambda client, **options: client.files.get_report(SHA256, **options),
    "comment": lambda client, **options: client.files.put_comments(SHA256, "text", **options),
    "vote": lambda client, **options: client.files.put_votes(SHA256, **options),
    "vote on a comment": lambda client, **options: client.comments.add_vote("c", "positive"),
    "delete": lambda client, **options: client.comments.delete("c", **options),
    "rescan": lambda client, **options: client.files.reanalyse(SHA256, **options),
    "submit": lambda client, **options: client.urls.upload("http://example.com/", **options),
    "upload": lambda client, **options: client.files.upload(UPLOAD, name="x.bin", **options),
    "download": _download,
    "in memory": lambda client, **options: client.files.get_download(SHA256, **options),
    "pages": _all_pages,
    "wait": lambda client, **options: client.analyses.wait("a", **options),
}


# --- rows ----------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Row:
    """A row of the matrix: what the server does, what comes of it, how often it was asked.

    Attributes:
        name: what goes wrong.
        answers: what is played, one for each request; `{own}` and `{other}` in a `Location` stand
            for the two servers.
        outcome: the error of the call, None where it succeeds all the same.
        requests: how many requests the server has seen then.
        call: the call, by its name in `CALLS`.
        holds: what attributes the error must have.
        says: what its text must hold.
        client: options of the client.
        options: options of the call.
    """

    name: str
    answers: Sequence[Script]
    outcome: type[VirusTotalAPIError] | None
    requests: int
    call: str = "report"
    holds: Mapping[str, object] = field(default_factory=dict)
    says: str = ""
    client: Mapping[str, Any] = field(default_factory=dict)
    options: Mapping[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        return f"{self.call}: {self.name}"


def play_row(
    row: Row,
    server: Server,
    other: Server,
    records: list[logging.LogRecord],
) -> None:
    """Play a row and check all that it says, and that nothing has leaked."""

    def script(answer: Script) -> Script:
        if not isinstance(answer, Answer) or "Location" not in answer.headers:
            return answer
        place = answer.headers["Location"]
        place = place.replace("{own}", server.url).replace("{other}", other.url)
        return replace(answer, headers={**answer.headers, "Location": place})

    server.play(*map(script, row.answers))
    other.default = REPORT
    events: list[Any] = []
    client = server.client(on_event=events.append, **row.client)
    error: VirusTotalAPIError | None = None
    result: object = None
    try:
        result = CALLS[row.call](client, **row.options)
    except VirusTotalAPIError as caught:
        error = caught
    assert type(error) is (row.outcome or type(None)), repr(error)
    assert len(server.requests) == row.requests
    for name, value in row.holds.items():
        assert getattr(error, name) == value, name
    assert row.says in str(error or "")
    if error is None and row.call == "report":
        assert result.to_dict() == file_document()  # type: ignore[attr-defined]  # a File
    assert all(KEY not in str(recorded) for recorded in other.requests)
    assert_no_leak(client, result, error, events, records)


# --- leaks ---------------------------------------------------------------------------------------


def chain(error: BaseException | None) -> Iterator[BaseException]:
    """Yield an error and all that hangs on it, each once."""
    waiting, seen = [error], list[BaseException]()
    while waiting:
        current = waiting.pop()
        if current is None or any(current is known for known in seen):
            continue
        seen.append(current)
        yield current
        waiting += [current.__cause__, current.__context__]
        waiting += [x for x in (*current.args, *vars(current).values()) if _is_error(x)]


def _is_error(value: object) -> bool:
    return isinstance(value, BaseException)


def assert_no_leak(
    client: VirusTotal,
    result: object,
    error: BaseException | None,
    events: Iterable[object],
    records: Iterable[logging.LogRecord],
    secret: str = KEY,
) -> None:
    """Look for the key wherever it could get out of the process."""
    for each in chain(error):
        shown = [repr(each), str(each), repr(each.args), repr(vars(each))]
        shown += getattr(each, "__notes__", [])
        request = getattr(each, "request", None)
        shown += [repr(getattr(request, name, "")) for name in ("headers", "url", "body")]
        assert all(secret not in text for text in shown), type(each)
    if error is not None:
        assert secret not in "".join(traceback.format_exception(error))
        assert secret.encode() not in pickle.dumps(error)
    for event in events:
        assert secret not in repr(event)
    for record in records:
        assert secret not in record.getMessage()
        assert secret not in repr(vars(record))
    for thing in (client, client.settings, client.files, client.usage, client.transport, result):
        assert secret not in repr(thing)
        assert secret not in str(thing)
    for thing in (client.settings, result):
        assert secret.encode() not in pickle.dumps(thing)


# --- the client's own books ----------------------------------------------------------------------


class Books:
    """A limiter whose windows are as a test needs them; it lets everything through or nothing."""

    def __init__(self, *windows: Window, wait: float = 0.0) -> None:
        self.taken = 0
        self._windows = windows
        self._wait = wait

    def reserve(self, max_wait: float | None = None) -> float:
        if max_wait is not None and self._wait > max_wait:
            raise RateLimitError("too long", self._wait)
        self.taken += 1
        return self._wait

    def windows(self) -> Sequence[Window]:
        return self._windows


def listing(*names: str, cursor: str = "") -> Answer:
    """Return a page of comments."""
    items = [{"type": "comment", "id": name, "attributes": {"text": name}} for name in names]
    return json_answer(items, meta={"cursor": cursor} if cursor else {})


def recorded_cursor(recorded: Recorded) -> str:
    return recorded.query.partition("cursor=")[2]
