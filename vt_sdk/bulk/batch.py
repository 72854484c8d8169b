"""Many reports from a few threads: ids are taken as needed, results given as they are ready.

The thread that iterates decides everything: it takes the ids, hands requests to the workers and
sorts what comes back. A worker knows a call, two queues and a switch, and never the batch, so a
batch that nobody holds any more is collected and its workers end. They are daemons: a call that is
under way must not keep the interpreter from its end, and those of `concurrent.futures` would.

A fork copies a batch without its workers. The child's goes on from what the parent's had at that
moment, with workers of its own, which ask again for what was under way.
"""

import contextvars
import os
import threading
import time
import weakref
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from queue import Empty, SimpleQueue
from typing import Any, Final, Self, TypeVar

from vt_sdk.api import VirusTotalAPI
from vt_sdk.bulk.ledger import Answer, BatchItem, Errors, Ledger, answer_to
from vt_sdk.core.flow import Reader
from vt_sdk.core.operation import CallOptions, bounds_of
from vt_sdk.core.policy import fetch
from vt_sdk.core.request import Request
from vt_sdk.drivers.background import Switch, SwitchedOffError
from vt_sdk.errors import BatchStoppedError, InvalidInputError

__all__ = [
    "Batch",
    "BatchItem",
    "gathered",
]

T = TypeVar("T")

# How long `close` waits for calls under way, far beyond what a healthy service takes.
_JOIN_S = 1.0
# A bare wait cannot be interrupted on every system.
_WAIT_S = 0.5


_Tasks = SimpleQueue[Request | None]


def _work(
    call: Callable[[Request], T],
    tasks: _Tasks,
    answers: "SimpleQueue[Answer[T]]",
    switch: Switch,
    until: float | None,
    keeps: Errors,
) -> None:
    while (request := tasks.get()) is not None:
        answers.put(_answer(call, request, switch, until, keeps))


def _answer(
    call: Callable[[Request], T],
    request: Request,
    switch: Switch,
    until: float | None,
    keeps: Errors,
) -> Answer[T]:
    if switch.is_off:
        return Answer(request.url)
    try:
        return Answer(request.url, call(request))
    except SwitchedOffError:
        return Answer(request.url)
    except BaseException as error:
        is_late = until is not None and time.monotonic() >= until
        answer = answer_to(request, error, is_late, keeps)
        if answer.cause is not None:
            # Here and not where it is received: other workers must not begin anything meanwhile.
            switch.turn_off()
        return answer


def _end(switch: Switch, tasks: _Tasks, workers: int) -> None:
    switch.turn_off()
    for _ in range(workers):
        tasks.put(None)


class Batch(Ledger[T], Iterator[BatchItem[T]]):
    """The reports of many ids, an iterator of `BatchItem`s.

    At most `2 * max_workers` ids are ahead of what was given out, in order or not. The threads end
    with the last item, with `close`, and when nobody holds the batch any more; a call that is under
    way then ends by itself.

    Iterating raises what the ids raise; for errors of the package, and once no further report can
    be had, that is a `BatchStoppedError`, which says where to go on. The items of calls that were
    under way come first; in input order as far as none is missing, those behind are `ready` of the
    error. A batch cannot be asked for an item from within its ids, its calls or their hooks.
    """

    def __init__(
        self,
        group: VirusTotalAPI,
        request: Callable[[str], Request],
        read: Reader[T],
        ids: Iterable[str],
        *,
        max_workers: int,
        ordered: bool,
        remember: int,
        options: CallOptions,
        keeps: Errors = (),
    ) -> None:
        super().__init__(
            group.settings,
            request,
            bounds_of(options, time.monotonic),
            time.monotonic,
            ids=ids,
            max_workers=max_workers,
            ordered=ordered,
            remember=remember,
            keeps=keeps,
        )
        self._source = iter(ids)
        self._group, self._read = group, read
        self._begin()
        _all_batches.add(self)

    def _begin(self) -> None:
        """Make what this process needs to ask: lock, queues, workers to be."""
        self._lock = threading.Lock()
        self._consumer: int | None = None
        self._is_forked = False
        self._threads: list[threading.Thread] = []
        self._tasks: _Tasks = SimpleQueue()
        self._answers: SimpleQueue[Answer[T]] = SimpleQueue()
        group, read, bounds = self._group, self._read, self._bounds
        switch = Switch(self._max_workers)

        def call(request: Request) -> T:
            return group._call(fetch(request, read), bounds=bounds, sleep=switch.sleep)

        self._worker = partial(
            _work, call, self._tasks, self._answers, switch, bounds.until, self._keeps
        )
        self._end = weakref.finalize(self, _end, switch, self._tasks, self._max_workers)
        # The workers are daemons; a batch that is used while the interpreter ends still needs them.
        self._end.atexit = False

    def _begin_after_fork(self) -> None:
        """Forget, in a child, what only the parent's threads can use."""
        is_open = self._end.alive
        self._end.detach()
        self._begin()
        self._is_forked = True
        if not is_open:
            self._end()

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> BatchItem[T]:
        me = threading.current_thread()
        if self._consumer == me.ident or me in self._threads:
            raise InvalidInputError(
                "a batch waits for its ids, calls and hooks, so none of them can ask it for an item"
            )
        with self._lock:
            self._consumer = me.ident
            try:
                return self._next()
            except BaseException:
                self.close()
                raise
            finally:
                self._consumer = None

    def close(self) -> None:
        """End the workers, and wait a moment for calls under way; nothing more is given out."""
        if not self._end.alive:
            return
        self._end()
        end = time.monotonic() + _JOIN_S
        for thread in self._threads:
            if thread is not threading.current_thread():
                thread.join(max(0.0, end - time.monotonic()))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _next(self) -> BatchItem[T]:
        while self._end.alive:
            self._receive_all()
            first = self._first()
            # One id for each result keeps the workers busy.
            has_taken = self._take_next()
            if first is not None:
                return self._give(first)
            if has_taken:
                continue
            if not self._asked:
                raise self._end_error() or StopIteration
            try:
                self._receive(self._answers.get(timeout=_WAIT_S))
            except Empty:
                continue
        raise StopIteration

    def _take_next(self) -> bool:
        """Take the next id, if there is one and nothing is against it."""
        if not self._may_take():
            return False
        try:
            given = next(self._source)
        except StopIteration:
            self._exhausted = True
            return False
        except Exception as error:  # after what was taken before it
            self._cause = error
            return False
        self._receive_all()  # the input may have taken its time, or forked
        self._take(given)
        return True

    def _start(self, request: Request) -> None:
        self._tasks.put(request)
        if len(self._threads) >= min(self._max_workers, len(self._asked)):
            return
        # Each worker sees the context of the consumer, such as the span that it is in.
        run = contextvars.copy_context().run
        thread = threading.Thread(
            target=run, args=(self._worker,), name="vt-sdk-batch", daemon=True
        )
        self._threads.append(thread)  # before it runs and a hook in it asks for an item
        try:
            thread.start()
        except RuntimeError:  # no more threads, as while the interpreter ends
            self._threads.remove(thread)
            if not self._threads:
                self._tasks.put(None)
                self._worker()

    def _receive_all(self) -> None:
        if self._is_forked:
            self._is_forked = False
            self._ask_again()
        while not self._answers.empty():
            self._receive(self._answers.get())


def gathered(batch: Batch[T]) -> tuple[list[BatchItem[T]], BatchStoppedError | None]:
    """Return all items of a batch, and what stopped it before its end."""
    items = []
    try:
        with batch:
            for item in batch:
                items.append(item)
    except BatchStoppedError as error:
        return items, error
    return items, None


_all_batches: Final = weakref.WeakSet[Batch[Any]]()


def _after_fork() -> None:
    for batch in _all_batches:
        batch._begin_after_fork()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_after_fork)
