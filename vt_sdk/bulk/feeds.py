"""Feeds: batches of what the service analysed, given object by object as they are unpacked.

A thread downloads a batch to a temporary file; while that is read, another one downloads the next.
The thread that iterates takes the text that `_bzip2` unpacks ahead and makes the objects. No
thread knows the `Feed`, so one that nobody holds any more is collected and its threads end.

The place in a `Checkpoint` is never behind an object that is being worked on: who asks for the next
one has done the one before. It is written at most once a second, as each time waits for the disk.
"""

import logging
import os
import re
import tempfile
import threading
import time
from collections import deque
from collections.abc import Callable, Generator, Iterator
from concurrent.futures import Future
from contextlib import ExitStack
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import islice
from typing import IO, Final, Literal, NamedTuple, Protocol, TypeAlias, TypeVar, Unpack

from vt_sdk._background import Task, begun
from vt_sdk._bzip2 import DamagedError
from vt_sdk._instrumentation import log
from vt_sdk.bulk.batch import Switch, SwitchedOffError
from vt_sdk.bulk.checkpoints import Checkpoint
from vt_sdk.bulk.replay import (
    MAX_BATCH_BYTES,
    MAX_LINE_BYTES,
    BrokenLine,
    Objects,
    Replay,
    lines,
    read_batch,
)
from vt_sdk.core.arguments import checked, checked_seconds, given, utc_text
from vt_sdk.core.exchange import fetch
from vt_sdk.core.flow import Flow
from vt_sdk.core.objects import VTObject
from vt_sdk.core.operation import CallOptions, Operation
from vt_sdk.core.policy import Bounds, bounds_of
from vt_sdk.core.request import Request, Response
from vt_sdk.core.settings import Settings
from vt_sdk.drivers.sync import Sleeping
from vt_sdk.errors import (
    FeedGapError,
    InvalidInputError,
    InvalidResponseError,
    NotAvailableYetError,
    NotFoundError,
    StoreError,
    VirusTotalAPIError,
)
from vt_sdk.files import mapped_errors

__all__ = [
    "MAX_BATCH_BYTES",
    "MAX_GAPS",
    "MAX_LINE_BYTES",
    "WAIT_S",
    "BrokenLine",
    "Feed",
    "FeedKind",
    "FeedOptions",
    "Replay",
    "read_batch",
]

T = TypeVar("T")
M = TypeVar("M", bound=VTObject)

FeedKind: TypeAlias = Literal["files", "urls", "domains", "ip_addresses", "file_behaviours"]

# How often a batch that is not there yet is asked for, as documented.
WAIT_S: Final = 60.0
# What the service asks to wait may be wrong by days; a batch takes minutes to be made.
_LONGEST_WAIT_S: Final = 600.0
MAX_GAPS: Final = 5

_MINUTE: Final = timedelta(minutes=1)
# Feeds look a few minutes ahead.
_LAST: Final = datetime(9999, 12, 31, tzinfo=UTC)
# Batches are there after an hour, as documented; this is when they are sure to be.
_LAG: Final = timedelta(minutes=70)
# As many minutes as the service keeps.
_KEPT_GAPS: Final = 7 * 24 * 60
# What an error keeps of a batch.
_SHOWN_BYTES: Final = 1 << 16

# Batches of this size are not worth a file.
_IN_MEMORY: Final = 1 << 20
# How many pieces of a quarter of a megabyte are taken before the next batch is downloaded: who
# wants a few objects does not download two batches.
_TAKEN_BEFORE_NEXT: Final = 8

# How long a look at a download takes: a bare wait cannot be interrupted on every system.
_LOOK_S: Final = 0.5

# How often the place is written at most.
_KEEP_EVERY_S: Final = 1.0

_CURSOR: Final = re.compile(r"([0-9]{12})(?:-([0-9]{1,18}))?")
_CURSOR_FORM: Final = "%Y%m%d%H%M"


class FeedOptions(CallOptions, total=False):
    """How a feed is read. A `deadline` is that of the whole feed, from now on."""

    end: datetime | None
    """The first minute that is not asked for any more; if not given, it goes on for ever."""
    cursor: str | None
    """Where another feed stood, in place of a start."""
    checkpoint: str | os.PathLike[str] | None
    """A file that keeps the place: a feed goes on there, and begins at `start` or `cursor` where
    there is no such file yet. See `iter_files` for what may come twice."""
    max_gaps: int
    """How many batches in a row may be missing, 5 if not given: now and then one was never made."""
    wait_s: float
    """Seconds after which a batch that was not there yet is asked for again, 60 if not given. What
    the service says wins, up to ten minutes."""
    max_bytes: int
    """The most bytes that a batch may have unpacked, 4 GB if not given."""
    on_broken: Callable[[BrokenLine], object] | None
    """Called with each line of a batch of which no object can be made; `broken` of the feed has the
    last ones too. No line ends the feed."""


# --- downloads -----------------------------------------------------------------------------------


class _Batch(NamedTuple):
    """A batch as it came."""

    file: IO[bytes]
    response: Response


class _Sink:
    """Takes the packed batch, until nobody wants it any more."""

    def __init__(self, file: IO[bytes], switch: Switch) -> None:
        self._file = file
        self._switch = switch

    def begin(self) -> None:
        with mapped_errors():
            self._file.seek(0)
            self._file.truncate()

    def write(self, chunk: bytes, /) -> None:
        if self._switch.is_off:
            raise SwitchedOffError
        with mapped_errors():
            while chunk:  # without a buffer a file may take less than all
                chunk = chunk[self._file.write(chunk) :]


def _fetching(request: Request, wait_s: float) -> Flow[Response]:
    """Ask for a batch until it is there."""
    while True:
        try:
            return (yield from fetch(request, lambda response, request: response))
        except NotAvailableYetError as error:
            seconds = wait_s
            if error.retry_after is not None:
                seconds = min(max(1.0, error.retry_after), max(wait_s, _LONGEST_WAIT_S))
            request = replace(request, delay=seconds, attempt=1)


def _downloaded(
    call: Callable[[Flow[Response]], Response], request: Request, wait_s: float, switch: Switch
) -> _Batch:
    with ExitStack() as stack:
        # Without a buffer, which has a lock: if a thread reads during a fork, it stays shut in the
        # child, and to close the file waits for it. Or it moves where the parent reads.
        file = stack.enter_context(tempfile.SpooledTemporaryFile(_IN_MEMORY, buffering=0))
        response = call(_fetching(replace(request, sink=_Sink(file, switch)), wait_s))
        file.seek(0)
        stack.pop_all()
        return _Batch(file, response)


def _discard(downloads: dict[datetime, tuple[Task[_Batch], bool]]) -> None:
    """Close the files of downloads that nobody takes, those under way as soon as they end."""
    while downloads:
        downloads.popitem()[1][0].future.add_done_callback(_close)


def _close(download: "Future[_Batch]") -> None:
    if download.exception() is None:
        download.result().file.close()


class FeedGroup(Protocol):
    """What a feed needs of its group of operations."""

    @property
    def settings(self) -> Settings:
        """What is configured."""
        ...

    def _call_within(self, bounds: Bounds, flow: Flow[T], sleep: Sleeping) -> T: ...

    def _look_for_drift(self, operation: str, result: object) -> None: ...


# --- the feed ------------------------------------------------------------------------------------


class Feed(Objects[M]):
    """The objects of a feed, batch after batch: an iterator without an end, unless one was given.

    It waits where the next batch is not there yet. The threads end with the last object before
    `end`, with `close`, and when nobody holds the feed any more. An error does not end it: the next
    object that is asked for is the one at the cursor.

    `vt.feeds` makes them: `iter_files`, `iter_urls`, ….
    """

    def __init__(
        self,
        group: FeedGroup,
        operation: Operation,
        model: type[M],
        start: datetime | None = None,
        *,
        end: datetime | None = None,
        cursor: str | None = None,
        checkpoint: str | os.PathLike[str] | None = None,
        max_gaps: int = MAX_GAPS,
        wait_s: float = WAIT_S,
        max_bytes: int = MAX_BATCH_BYTES,
        on_broken: Callable[[BrokenLine], object] | None = None,
        **options: Unpack[CallOptions],
    ) -> None:
        for name, moment in given({"start": start, "end": end}).items():
            checked(name, moment, {"format": "vt-minute"})
        checked("max_gaps", max_gaps, {"type": "integer", "minimum": 0})
        checked_seconds("wait_s", wait_s)
        if start is not None and cursor is not None:
            raise InvalidInputError("start, cursor: only one of them says where to begin")
        bounds = bounds_of(options, time.monotonic)
        # Those begun, and whether a thread does it.
        self._downloads: dict[datetime, tuple[Task[_Batch], bool]] = {}
        super().__init__(model, max_bytes, on_broken)
        # The batch, and how many of its lines are done.
        self._position: _Position = (
            (_minute(datetime.now(UTC) - _LAG if start is None else start), 0)
            if cursor is None
            else _position(cursor)
        )
        _in_order(self._position)
        # By who takes objects, threads here: where the object begins that it works on.
        self._taker: Callable[[], int] = threading.get_ident
        self._working: dict[int, _Position] = {}
        self._kept: _Position | None = None
        self._keep_at = 0.0
        self._checkpoint: Checkpoint | None = None
        if checkpoint is not None:
            self._checkpoint = Checkpoint(checkpoint, f"feed of {model.__name__}")
            self._go_on(self._checkpoint)
        self._end = end
        self._max_gaps = max_gaps
        self._wait_s = wait_s
        self._gaps: deque[datetime] = deque(maxlen=_KEPT_GAPS)
        self._group, self._operation = group, operation
        self._call: Callable[[Flow[Response]], Response] = partial(
            group._call_within, bounds, sleep=self._switch.sleep
        )
        self._held.callback(_discard, self._downloads)
        self._open = self._held.enter_context(ExitStack())

    def __repr__(self) -> str:
        return f"<Feed of {self._model.__name__} at {self.cursor}>"

    @property
    def cursor(self) -> str:
        """Where the feed goes on: a feed with this cursor begins behind the last object given.

        The minute of a batch and the number of its lines that are done: `202601021530-17`.
        """
        return _cursor(*self._position)

    @property
    def gaps(self) -> tuple[datetime, ...]:
        """The minutes that have no batch and were passed over."""
        return tuple(self._gaps)

    def _read(self) -> Generator[bytes, None, None]:
        minute, attempt = self._position[0], 1
        # Those in a row of which nothing shows yet that they are no fault.
        missing: list[datetime] = []
        while self._end is None or minute < self._end:
            try:
                batch = self._batch(minute, attempt)
            except (NotFoundError, InvalidResponseError) as error:
                # Either the service does not know the batch, or the storage does not have it.
                if isinstance(error, InvalidResponseError) and error.status != 404:
                    raise
                missing.append(minute)
                if len(missing) > self._max_gaps:
                    raise _gap_error(missing, error) from error
                minute += _MINUTE
                continue
            self._pass_over(missing, minute)
            with self._open:
                file = self._open.enter_context(batch.file)
                begin = file.read(_SHOWN_BYTES)
                file.seek(0)
                try:
                    yield from islice(lines(self._text(file, minute)), self._position[1], None)
                except DamagedError as error:
                    policy = self._group.settings.retry
                    if attempt < policy.attempts and policy.connection_loss:
                        attempt += 1
                        continue
                    raise InvalidResponseError(
                        f"the batch cannot be unpacked: {error}; it begins with {begin[:80]!r}",
                        raw=begin,
                        status=batch.response.status,
                        content_type=batch.response.header("content-type"),
                    ) from error
            minute, attempt = minute + _MINUTE, 1
            self._position = (minute, 0)
        self._pass_over(missing, minute)

    def _batch(self, minute: datetime, attempt: int) -> _Batch:
        download, has_thread = self._download(minute, attempt)
        if not has_thread:
            download()
        while not download.is_done(_LOOK_S):
            if self._switch.is_off:
                raise SwitchedOffError
        del self._downloads[minute]
        return download.result()

    def _download(self, minute: datetime, attempt: int = 1) -> tuple[Task[_Batch], bool]:
        """Return the download of a batch, begun if it was not."""
        if minute not in self._downloads:
            request = replace(
                self._operation.request(minute), max_bytes=self._max_bytes, attempt=attempt
            )
            if attempt > 1:  # it came damaged
                policy = self._group.settings.retry
                request = replace(request, delay=policy.backoff(attempt - 1))
            task = Task(partial(_downloaded, self._call, request, self._wait_s, self._switch))
            self._downloads[minute] = task, begun(task, "vt-sdk-feed")
        return self._downloads[minute]

    def _text(self, file: IO[bytes], minute: datetime) -> Iterator[bytes]:
        """Unpack a batch, and begin to download the next one meanwhile."""
        following = minute + _MINUTE
        for number, piece in enumerate(self._unpacked(file)):
            if number == _TAKEN_BEFORE_NEXT and (self._end is None or following < self._end):
                self._download(following)
            yield piece

    def _pass_over(self, missing: list[datetime], minute: datetime) -> None:
        """Leave missing batches behind: there is one after them, or it is the end."""
        if missing:
            for gap in missing:
                batch = utc_text(gap, _CURSOR_FORM)
                log(logging.WARNING, "the feed has no batch of %s", batch)
            self._gaps.extend(missing)
            missing.clear()
            self._position = (minute, 0)

    def _advance(self) -> None:
        minute, done = self._position
        self._position = (minute, done + 1)

    # --- the checkpoint ---

    def _go_on(self, checkpoint: Checkpoint) -> None:
        """Go on where the file says, if there is one."""
        place = checkpoint.read()
        if place is not None:
            try:
                self._position = self._kept = _in_order(_position(place))
            except InvalidInputError as error:
                raise StoreError(f"{checkpoint!r}: {error.message}", error.err_code) from error

    def _begin_item(self) -> None:
        if self._checkpoint is not None:
            minute, done = self._position
            self._working[self._taker()] = (minute, done - 1)

    def _end_item(self) -> None:
        self._working.pop(self._taker(), None)

    def _keep(self, *, at_once: bool) -> None:
        """Write the place before all that is worked on, in time or where another batch begins."""
        if self._checkpoint is None:
            return
        place = min(self._working.values(), default=self._position)
        if place != self._kept and (
            at_once
            or self._kept is None
            or place[0] != self._kept[0]
            or time.monotonic() >= self._keep_at
        ):
            self._checkpoint.write(_cursor(*place))
            self._kept = place
            self._keep_at = time.monotonic() + _KEEP_EVERY_S

    # --- what all objects go through ---

    def _start_anew(self) -> None:
        super()._start_anew()
        # The threads and the files are those of the parent.
        self._downloads.clear()

    def _place(self) -> str:
        minute, done = self._position
        return _cursor(minute, done - 1)

    def _check(self, item: M) -> None:
        settings = self._group.settings
        if settings.on_drift is not None or settings.strict:
            self._group._look_for_drift(self._operation.name, item)

    def _fail(self) -> None:
        # What was taken out of its lines is lost; they are had again from the cursor on.
        self._drop()


# --- moments -------------------------------------------------------------------------------------


_Position: TypeAlias = tuple[datetime, int]


def _minute(moment: datetime) -> datetime:
    return moment.astimezone(UTC).replace(second=0, microsecond=0)


def _cursor(minute: datetime, done: int) -> str:
    return f"{utc_text(minute, _CURSOR_FORM)}-{done}"


def _position(cursor: str) -> _Position:
    matched = _CURSOR.fullmatch(cursor) if isinstance(cursor, str) else None
    try:
        if matched is None:
            raise ValueError
        minute = datetime.strptime(matched[1], _CURSOR_FORM).replace(tzinfo=UTC)
    except ValueError:
        raise InvalidInputError(
            f"cursor: expected YYYYMMDDhhmm-N, as a feed gives it, got {cursor!r:.100}"
        ) from None
    return minute, int(matched[2] or 0)


def _in_order(position: _Position) -> _Position:
    if position[0] > _LAST:
        raise InvalidInputError(f"start, cursor: {position[0]} has no next minute")
    return position


def _gap_error(missing: list[datetime], error: VirusTotalAPIError) -> FeedGapError:
    return FeedGapError(
        f"{len(missing)} batches in a row are missing, from"
        f" {utc_text(missing[0], _CURSOR_FORM)} on: {error.message}",
        minutes=tuple(missing),
        reason=error,
    )
