"""What a feed decides, for threads and for event loops: which batch is next, what was given of it.

`FeedBatches.read` goes from batch to batch, in whatever thread makes objects: it wants batches,
which are flows to be run, and gives their lines. `FeedAccount` is kept where objects are given. So
lines may be taken ahead, and be forgotten: what the account says is where they begin.

The place in a `Checkpoint` is never behind an object that is being worked on: who asks for the next
one has done the one before. It is written at most once a second, as each time waits for the disk.
"""

import logging
import os
import re
import tempfile
import time
from collections import deque
from collections.abc import Callable, Generator, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import islice
from typing import IO, Final, Literal, NamedTuple, Protocol, TypeAlias, TypeVar, Unpack

from vt_sdk.bulk.bzip2 import DamagedError
from vt_sdk.bulk.checkpoints import Checkpoint
from vt_sdk.bulk.lines import MAX_BATCH_BYTES, Account, BrokenLine, text_of, unpacked_lines
from vt_sdk.core.arguments import checked, checked_seconds, given, utc_text
from vt_sdk.core.flow import Flow
from vt_sdk.core.objects import VTObject
from vt_sdk.core.operation import CallOptions, Operation, QueryValue, bounds_of
from vt_sdk.core.policy import fetch
from vt_sdk.core.request import Response
from vt_sdk.core.settings import Settings
from vt_sdk.drivers.background import Switch, SwitchedOffError
from vt_sdk.drivers.instrumentation import log
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
    "MAX_GAPS",
    "WAIT_S",
    "FeedAccount",
    "FeedBatch",
    "FeedBatches",
    "FeedGroup",
    "FeedKind",
    "FeedOptions",
    "Moved",
    "Position",
    "Wanted",
]

M = TypeVar("M", bound=VTObject)

FeedKind: TypeAlias = Literal["files", "urls", "domains", "ip_addresses", "file_behaviours"]

# How often a batch that is not there yet is asked for, as documented.
WAIT_S: Final = 60.0
# What the service asks to wait may be wrong by days; a batch takes minutes to be made.
_LONGEST_WAIT_S: Final = 600.0
MAX_GAPS: Final = 5

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
# Feeds look a few batches ahead.
_LAST: Final = datetime(9999, 12, 31, tzinfo=UTC)
# As many minutes as the service keeps batches.
_KEPT_GAPS: Final = 7 * 24 * 60
# What an error keeps of a batch.
_SHOWN_BYTES: Final = 1 << 16

# Batches of this size are not worth a file.
_IN_MEMORY: Final = 1 << 20
# How many pieces of a quarter of a megabyte are taken before the next batch is downloaded: who
# wants a few objects does not download two batches.
_TAKEN_BEFORE_NEXT: Final = 8

# How often the place is written at most.
_KEEP_EVERY_S: Final = 1.0

_CURSOR: Final = re.compile(r"([0-9]{12})(?:-([0-9]{1,18}))?")
_CURSOR_FORM: Final = "%Y%m%d%H%M"


class FeedOptions(CallOptions, total=False):
    """How a feed is read. A `deadline` is that of the whole feed, from now on."""

    end: datetime | None
    """The first batch that is not asked for any more; if not given, it goes on for ever."""
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


# --- batches -------------------------------------------------------------------------------------


class _Rhythm(NamedTuple):
    """How a feed is cut into batches.

    Attributes:
        step: the time from one batch to the next.
        lag: how long after its beginning a batch is sure to be there.
        feed: what such a feed is called.
    """

    step: timedelta
    lag: timedelta
    feed: str

    def floor(self, moment: datetime) -> datetime:
        """Return when the batch begins that a moment falls into."""
        moment = moment.astimezone(UTC)
        return moment - (moment - _EPOCH) % self.step


# By the format of the moment that names a batch. Batches of a minute are there after an hour, as
# documented; those of an hour at the earliest two hours after it, as threat lists are.
_RHYTHMS: Final = {
    "vt-minute": _Rhythm(timedelta(minutes=1), timedelta(minutes=70), "feed"),
    "vt-hour": _Rhythm(timedelta(hours=1), timedelta(hours=3), "hourly feed"),
}


# A batch, and how many of its lines are done.
Position: TypeAlias = tuple[datetime, int]


class FeedBatch(NamedTuple):
    """A batch as it came."""

    file: IO[bytes]
    response: Response


class Wanted(NamedTuple):
    """A batch is wanted before anything goes on."""

    minute: datetime
    attempt: int


class Moved(NamedTuple):
    """A batch is the next one; those that are missing before it are left behind."""

    minute: datetime
    missing: tuple[datetime, ...] = ()


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


@dataclass(frozen=True, slots=True)
class FeedBatches:
    """The batches of a feed.

    Attributes:
        settings: what is configured.
        operation: what asks for a batch.
        end: the first batch that is not asked for, None for none.
        max_gaps: how many in a row may be missing.
        wait_s: after how many seconds one that was not there yet is asked for again.
        max_bytes: the most bytes that one may have unpacked.
        query: what is asked for each time.
    """

    settings: Settings
    operation: Operation
    end: datetime | None
    max_gaps: int
    wait_s: float
    max_bytes: int
    query: Mapping[str, QueryValue] = field(default_factory=dict)

    @property
    def rhythm(self) -> _Rhythm:
        """How the feed is cut into batches."""
        ((name, _),) = self.operation.parameters
        return _RHYTHMS[self.operation.arguments[name]["format"]]

    def fetching(self, wanted: Wanted, switch: Switch) -> Flow[FeedBatch]:
        """Ask for a batch until it is there; give up when the switch is turned off."""
        minute, attempt = wanted
        request = self.operation.request(minute, query=self.query)
        if attempt > 1:  # it came damaged
            request = replace(request, delay=self.settings.retry.backoff(attempt - 1))
        with ExitStack() as stack:
            # Without a buffer, which has a lock: if a thread reads during a fork, it stays shut in
            # the child, and to close the file waits for it. Or it moves where the parent reads.
            file = stack.enter_context(tempfile.SpooledTemporaryFile(_IN_MEMORY, buffering=0))
            request = replace(
                request, max_bytes=self.max_bytes, attempt=attempt, sink=_Sink(file, switch)
            )
            while True:
                try:
                    response = yield from fetch(request, lambda response, request: response)
                except NotAvailableYetError as error:
                    seconds = self.wait_s
                    if error.retry_after is not None:
                        ceiling = max(self.wait_s, _LONGEST_WAIT_S)
                        seconds = min(max(1.0, error.retry_after), ceiling)
                    request = replace(request, delay=seconds, attempt=1)
                else:
                    file.seek(0)
                    stack.pop_all()
                    return FeedBatch(file, response)

    def read(
        self,
        position: Position,
        switch: Switch,
        held: ExitStack,
        fetch_ahead: Callable[[datetime], object],
    ) -> Generator[bytes | Moved | Wanted, FeedBatch | None, None]:
        """Go through the lines from a place on.

        Args:
            position: where to begin.
            switch: ends it when it is turned off.
            held: holds the file that is read.
            fetch_ahead: told which batch will be wanted next, once it is worth it.

        Raises:
            SwitchedOffError: the switch was turned off.
        """
        (minute, done), attempt = position, 1
        step = self.rhythm.step
        unpack = partial(text_of, max_bytes=self.max_bytes, switch=switch)
        # Those in a row of which nothing shows yet that they are no fault.
        missing: list[datetime] = []
        while self.end is None or minute < self.end:
            try:
                batch = yield Wanted(minute, attempt)
            except (NotFoundError, InvalidResponseError) as error:
                # Either the service does not know the batch, or the storage does not have it.
                if isinstance(error, InvalidResponseError) and error.status != 404:
                    raise
                missing.append(minute)
                if len(missing) > self.max_gaps:
                    raise _gap_error(missing, error) from error
                minute += step
                continue
            assert batch is not None
            if missing:
                yield Moved(minute, tuple(missing))
                missing.clear()
                done = 0
            with held:
                file = held.enter_context(batch.file)
                begin = file.read(_SHOWN_BYTES)
                file.seek(0)
                try:
                    text = self._text(file, minute + step, switch, fetch_ahead)
                    for line in islice(unpacked_lines(text, unpack), done, None):
                        yield line
                        done += 1
                except DamagedError as error:
                    policy = self.settings.retry
                    if attempt < policy.attempts and policy.connection_loss:
                        attempt += 1
                        continue
                    raise InvalidResponseError(
                        f"the batch cannot be unpacked: {error}; it begins with {begin[:80]!r}",
                        raw=begin,
                        status=batch.response.status,
                        content_type=batch.response.header("content-type"),
                    ) from error
            minute, done, attempt = minute + step, 0, 1
            yield Moved(minute)
        if missing:
            yield Moved(minute, tuple(missing))

    def _text(
        self,
        file: IO[bytes],
        following: datetime,
        switch: Switch,
        fetch_ahead: Callable[[datetime], object],
    ) -> Iterator[bytes]:
        """Unpack a batch, and have the next one downloaded meanwhile."""
        for number, piece in enumerate(text_of(file, self.max_bytes, switch)):
            if number == _TAKEN_BEFORE_NEXT and (self.end is None or following < self.end):
                fetch_ahead(following)
            yield piece


# --- the account ---------------------------------------------------------------------------------


class FeedGroup(Protocol):
    """What a feed needs of its group of operations, whichever client it is of."""

    @property
    def settings(self) -> Settings:
        """What is configured."""
        ...

    def _look_for_drift(self, operation: str, result: object) -> None: ...


class FeedAccount(Account[M]):
    """Where a feed stands, what it passed over, and the file that keeps its place."""

    def __init__(
        self,
        group: FeedGroup,
        operation: Operation,
        model: type[M],
        start: datetime | None = None,
        *,
        query: Mapping[str, QueryValue] | None = None,
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
        self._bounds = bounds_of(options, time.monotonic)
        super().__init__(model, max_bytes, on_broken)
        settings = group.settings
        self._batches = FeedBatches(
            settings, operation, end, max_gaps, wait_s, max_bytes, query or {}
        )
        rhythm = self._batches.rhythm
        self._position: Position = (
            (rhythm.floor(datetime.now(UTC) - rhythm.lag if start is None else start), 0)
            if cursor is None
            else _position(cursor)
        )
        self._check_position(self._position)
        # By who takes objects: where the one begins that is worked on.
        self._working: dict[int, Position] = {}
        self._kept: Position | None = None
        self._keep_at = 0.0
        self._checkpoint: Checkpoint | None = None
        if checkpoint is not None:
            self._checkpoint = Checkpoint(checkpoint, f"{rhythm.feed} of {model.__name__}")
            self._go_on(self._checkpoint)
        self._gaps: deque[datetime] = deque(maxlen=_KEPT_GAPS)
        self._group = group

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {self._maker.model.__name__} at {self.cursor}>"

    @property
    def cursor(self) -> str:
        """Where the feed goes on: a feed with this cursor begins behind the last object given.

        When a batch begins and the number of its lines that are done: `202601021530-17`.
        """
        return _cursor(*self._position)

    @property
    def gaps(self) -> tuple[datetime, ...]:
        """When the batches would begin that there are not, and that were passed over."""
        return tuple(self._gaps)

    def _move(self, moved: Moved) -> None:
        """Go on to another batch."""
        for gap in moved.missing:
            log(logging.WARNING, "the feed has no batch of %s", utc_text(gap, _CURSOR_FORM))
        self._gaps.extend(moved.missing)
        self._position = (moved.minute, 0)

    def _advance(self) -> None:
        minute, done = self._position
        self._position = (minute, done + 1)

    def _place(self) -> str:
        minute, done = self._position
        return _cursor(minute, done - 1)

    def _check(self, item: M) -> None:
        settings = self._group.settings
        if settings.on_drift is not None or settings.strict:
            self._group._look_for_drift(self._batches.operation.name, item)

    # --- the checkpoint ---

    def _go_on(self, checkpoint: Checkpoint) -> None:
        """Go on where the file says, if there is one."""
        place = checkpoint.read()
        if place is not None:
            try:
                self._position = self._kept = _position(place)
                self._check_position(self._position)
            except InvalidInputError as error:
                raise StoreError(f"{checkpoint!r}: {error.message}", error.err_code) from error

    def _check_position(self, position: Position) -> None:
        moment, rhythm = position[0], self._batches.rhythm
        if moment > _LAST:
            raise InvalidInputError(f"start, cursor: {moment} has no next batch")
        if rhythm.floor(moment) != moment:
            raise InvalidInputError(f"cursor: no batch of an {rhythm.feed} begins at {moment}")

    def _taker(self) -> int:
        """Return who takes an object."""
        return 0

    def _begin_item(self) -> None:
        if self._checkpoint is not None:
            minute, done = self._position
            self._working[self._taker()] = (minute, done - 1)

    def _end_item(self) -> None:
        self._working.pop(self._taker(), None)

    def _place_due(self, *, at_once: bool) -> Position | None:
        """Return the place to write: that before all that is worked on, None where it is not time.

        It is where another batch begins.
        """
        place = min(self._working.values(), default=self._position)
        if self._checkpoint is None or place == self._kept:
            return None
        if at_once or self._kept is None or place[0] != self._kept[0]:
            return place
        return place if time.monotonic() >= self._keep_at else None

    def _write(self, place: Position) -> None:
        assert self._checkpoint is not None
        self._checkpoint.write(_cursor(*place))
        self._kept = place
        self._keep_at = time.monotonic() + _KEEP_EVERY_S


# --- moments -------------------------------------------------------------------------------------


def _cursor(minute: datetime, done: int) -> str:
    return f"{utc_text(minute, _CURSOR_FORM)}-{done}"


def _position(cursor: str) -> Position:
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


def _gap_error(missing: list[datetime], error: VirusTotalAPIError) -> FeedGapError:
    return FeedGapError(
        f"{len(missing)} batches in a row are missing, from"
        f" {utc_text(missing[0], _CURSOR_FORM)} on: {error.message}",
        minutes=tuple(missing),
        reason=error,
    )
