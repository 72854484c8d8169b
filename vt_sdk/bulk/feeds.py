"""Feeds: batches of what the service analysed, given object by object as they are unpacked.

A thread downloads a batch to a temporary file; while that is read, another one downloads the next.
The thread that iterates takes the text that `bzip2` unpacks ahead and makes the objects. No thread
knows the `Feed`, so one that nobody holds any more is collected and its threads end. What a feed
decides is in `feed_batches`.
"""

import threading
from collections.abc import Callable, Generator, Mapping
from concurrent.futures import Future
from contextlib import ExitStack, closing
from datetime import datetime
from functools import partial
from typing import Final, Protocol, TypeVar, Unpack

from vt_sdk.bulk.feed_batches import (
    FeedAccount,
    FeedBatch,
    FeedGroup,
    FeedOptions,
    Moved,
    Wanted,
)
from vt_sdk.bulk.replay import Objects
from vt_sdk.core.flow import Done, Flow, advance
from vt_sdk.core.objects import VTObject
from vt_sdk.core.operation import Operation, QueryValue
from vt_sdk.core.policy import Bounds
from vt_sdk.drivers.background import SwitchedOffError, Task, begun
from vt_sdk.drivers.sync import Sleeping
from vt_sdk.errors import VirusTotalAPIError

__all__ = ["Feed"]

T = TypeVar("T")
M = TypeVar("M", bound=VTObject)

# How long a look at a download takes: a bare wait cannot be interrupted on every system.
_LOOK_S: Final = 0.5


def _discard(downloads: dict[datetime, tuple[Task[FeedBatch], bool]]) -> None:
    """Close the files of downloads that nobody takes, those under way as soon as they end."""
    while downloads:
        downloads.popitem()[1][0].future.add_done_callback(_close)


def _close(download: "Future[FeedBatch]") -> None:
    if download.exception() is None:
        download.result().file.close()


class _CallingGroup(FeedGroup, Protocol):
    def _call(self, flow: Flow[T], *, bounds: Bounds, sleep: Sleeping) -> T: ...


class Feed(FeedAccount[M], Objects[M]):
    """The objects of a feed, batch after batch: an iterator without an end, unless one was given.

    It waits where the next batch is not there yet. The threads end with the last object before
    `end`, with `close`, and when nobody holds the feed any more. An error does not end it: the next
    object that is asked for is the one at the cursor.

    `vt.feeds` makes them, `iter_files`, `iter_urls`, …, and `vt.collections.iter_ioc_deltas`.
    """

    def __init__(
        self,
        group: _CallingGroup,
        operation: Operation,
        model: type[M],
        start: datetime | None = None,
        query: Mapping[str, QueryValue] | None = None,
        **options: Unpack[FeedOptions],
    ) -> None:
        # Those begun, and whether a thread does it.
        self._downloads: dict[datetime, tuple[Task[FeedBatch], bool]] = {}
        super().__init__(group, operation, model, start, query=query, **options)
        self._call: Callable[[Flow[FeedBatch]], FeedBatch] = partial(
            group._call, bounds=self._bounds, sleep=self._switch.sleep
        )
        self._held.callback(_discard, self._downloads)
        self._open = self._held.enter_context(ExitStack())

    def _taker(self) -> int:
        return threading.get_ident()

    def _read(self) -> Generator[bytes, None, None]:
        steps = self._batches.read(self._position, self._switch, self._open, self._fetch_ahead)
        with closing(steps):
            answer: object = None
            while not isinstance(step := advance(steps, answer), Done):
                answer = None
                if isinstance(step, bytes):
                    yield step
                elif isinstance(step, Moved):
                    self._move(step)
                else:
                    try:
                        answer = self._batch(step)
                    except VirusTotalAPIError as error:
                        answer = error

    def _batch(self, wanted: Wanted) -> FeedBatch:
        download, has_thread = self._download(wanted)
        if not has_thread:
            download()
        while not download.is_done(_LOOK_S):
            if self._switch.is_off:
                raise SwitchedOffError
        del self._downloads[wanted.minute]
        return download.result()

    def _fetch_ahead(self, minute: datetime) -> None:
        self._download(Wanted(minute, 1))

    def _download(self, wanted: Wanted) -> tuple[Task[FeedBatch], bool]:
        """Return the download of a batch, begun if it was not."""
        if wanted.minute not in self._downloads:
            task = Task(partial(self._call, self._batches.fetching(wanted, self._switch)))
            self._downloads[wanted.minute] = task, begun(task, "vt-sdk-feed")
        return self._downloads[wanted.minute]

    def _keep(self, *, at_once: bool) -> None:
        place = self._place_due(at_once=at_once)
        if place is not None:
            self._write(place)

    def _start_anew(self) -> None:
        super()._start_anew()
        # The threads and the files are those of the parent.
        self._downloads.clear()

    def _fail(self) -> None:
        # What was taken out of its lines is lost; they are had again from the cursor on.
        self._drop()
