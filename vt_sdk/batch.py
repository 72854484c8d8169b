"""Many reports from a few threads: ids are taken as needed, results given as they are ready.

The thread that iterates decides everything: it takes the ids, hands requests to the workers and
sorts what comes back. A worker knows a call, two queues and a switch, and never the batch, so a
batch that nobody holds any more is collected and its workers end. They are daemons: a call that is
under way must not keep the interpreter from its end, and those of `concurrent.futures` would.

A fork copies a batch without its workers. The child's goes on from what the parent's had at that
moment, with workers of its own, which ask again for what was under way.
"""

import contextvars
import copy
import os
import threading
import time
import weakref
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from queue import Empty, SimpleQueue
from typing import Any, Final, Generic, Self, TypeVar

from vt_sdk.api import VirusTotalAPI
from vt_sdk.core.arguments import checked
from vt_sdk.core.batch import BatchItem
from vt_sdk.core.exchange import Reader, fetch
from vt_sdk.core.operation import CallOptions, Operation
from vt_sdk.core.policy import bounds_of
from vt_sdk.core.quota import Price
from vt_sdk.core.request import Request
from vt_sdk.errors import (
    APIError,
    APITimeoutError,
    AuthenticationRequiredError,
    BatchStoppedError,
    ForbiddenError,
    InvalidInputError,
    InvalidResponseError,
    NotFoundError,
    QuotaExceededError,
    TransportError,
    UnknownFieldError,
    UserNotActiveError,
    VirusTotalAPIError,
    WrongCredentialsError,
)

__all__ = [
    "MAX_WORKERS",
    "REMEMBERED",
    "Batch",
    "Switch",
    "SwitchedOffError",
]

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)

MAX_WORKERS: Final = 8
# Reports of 100 KB have twice that in memory.
REMEMBERED: Final = 256

# What may come of a single id; all else, and what the key is refused for, would come of any id.
_OF_ONE_ID = (APIError, TransportError, InvalidResponseError, UnknownFieldError)
_OF_THE_KEY = (
    AuthenticationRequiredError,
    ForbiddenError,
    QuotaExceededError,
    UserNotActiveError,
    WrongCredentialsError,
)

# How long `close` waits for calls under way, far beyond what a healthy service takes.
_JOIN_S = 1.0
# A bare wait cannot be interrupted on every system.
_WAIT_S = 0.5


@dataclass(frozen=True, slots=True)
class _Answer(Generic[T_co]):
    """A value, an error of this id, or a cause to stop; none of them if it was not asked for."""

    key: str
    value: T_co | None = None
    error: VirusTotalAPIError | None = None
    cause: BaseException | None = None


class SwitchedOffError(Exception):
    """A wait of a worker was cut short."""


class Switch:
    """A flag that cuts waits short when it is set.

    Made of what a destructor may use: that can run in any thread, between any two instructions, so
    a `threading.Event` might lock itself out.
    """

    def __init__(self, sleepers: int) -> None:
        self.is_off = False
        self._sleepers = sleepers
        self._wake: SimpleQueue[None] = SimpleQueue()

    def turn_off(self) -> None:
        """End the waits that go on, and all to come."""
        self.is_off = True
        for _ in range(self._sleepers):
            self._wake.put(None)

    def sleep(self, seconds: float) -> None:
        """Wait.

        Raises:
            SwitchedOffError: the wait was cut short.
        """
        if not self.is_off:
            try:
                self._wake.get(timeout=seconds)
            except Empty:
                return
        raise SwitchedOffError


_Tasks = SimpleQueue[Request | None]


def _work(
    call: Callable[[Request], T],
    tasks: _Tasks,
    answers: "SimpleQueue[_Answer[T]]",
    switch: Switch,
    until: float | None,
) -> None:
    while (request := tasks.get()) is not None:
        answers.put(_answer(call, request, switch, until))


def _answer(
    call: Callable[[Request], T], request: Request, switch: Switch, until: float | None
) -> _Answer[T]:
    key = request.url
    if switch.is_off:
        return _Answer(key)
    try:
        return _Answer(key, call(request))
    except SwitchedOffError:
        return _Answer(key)
    except BaseException as error:
        late = isinstance(error, TransportError) and until is not None and time.monotonic() >= until
        if isinstance(error, _OF_ONE_ID) and not isinstance(error, _OF_THE_KEY) and not late:
            return _Answer(key, error=error)
        # Here and not where it is received: the other workers must not begin anything meanwhile.
        switch.turn_off()
        return _Answer(key, cause=error)


def _end(switch: Switch, tasks: _Tasks, workers: int) -> None:
    switch.turn_off()
    for _ in range(workers):
        tasks.put(None)


class Batch(Iterator[BatchItem[T]], Generic[T]):
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
        operation: Operation,
        read: Reader[T],
        ids: Iterable[str],
        *,
        max_workers: int,
        ordered: bool,
        relationships: Sequence[str] | None,
        remember: int,
        options: CallOptions,
    ) -> None:
        if isinstance(ids, (str, bytes)):
            raise InvalidInputError(f"ids: expected several, got one: {ids!r:.100}")
        checked("max_workers", max_workers, {"type": "integer", "minimum": 1, "maximum": 1_000})
        checked("remember", remember, {"type": "integer", "minimum": 0})
        self._ids, self._source = ids, iter(ids)
        query = operation.given({"relationships": relationships})
        self._request = partial(operation.request, query=query)
        self._settings = group.settings
        self._max_workers, self._ordered, self._remember = max_workers, ordered, remember
        self._taken = 0
        self._exhausted = False
        self._cause: BaseException | None = None
        # By position: what was taken and not given out, and that part of it that can be.
        self._open: dict[int, str] = {}
        self._ready: dict[int, BatchItem[T]] = {}
        # By the path of the request, the same for all spellings of an id.
        self._asked: dict[str, list[int]] = {}
        self._recent: OrderedDict[str, _Answer[T]] = OrderedDict()

        self._bounds = bounds_of(options, time.monotonic)
        self._until = self._bounds.until
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
        self._answers: SimpleQueue[_Answer[T]] = SimpleQueue()
        group, read = self._group, self._read
        switch = Switch(self._max_workers)
        bounds = self._bounds

        def call(request: Request) -> T:
            return group._call_within(bounds, fetch(request, read), switch.sleep)

        self._worker = partial(_work, call, self._tasks, self._answers, switch, bounds.until)
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

    @property
    def taken(self) -> int:
        """How many ids were taken from the input."""
        return self._taken

    @property
    def pending(self) -> tuple[str, ...]:
        """The ids that were taken and whose item was not given out, in the order of the input."""
        return tuple(self._open.values())

    @property
    def ready(self) -> tuple[BatchItem[T], ...]:
        """The items that are there and were not given out, in the order of the input."""
        return tuple(self._ready[index] for index in sorted(self._ready))

    @property
    def resume_at(self) -> int:
        """The position of the first id whose item was not given out."""
        return next(iter(self._open), self._taken)

    def price(self) -> Price:
        """Tell what the whole batch would cost, at most; sends nothing and takes no place.

        Ids that are malformed cost nothing, and those that come again within the last `remember`
        different ones cost one call. Needs ids that can be gone through twice, such as a list.

        Raises:
            InvalidInputError: the ids are an iterator, or the client's own limiter has no `price`.
        """
        if self._source is self._ids:
            raise InvalidInputError("ids: an iterator would be used up; price a list")
        calls, recent = 0, OrderedDict[str, None]()
        for given in self._ids:
            try:
                key = self._request(given).url
            except InvalidInputError:
                continue
            calls += key not in recent
            _keep(recent, key, None, self._remember)
        limiter = self._settings.rate_limit
        if limiter is None:
            return Price(calls, 0.0, 0.0, ())
        price: Callable[[int], Price] | None = getattr(limiter, "price", None)
        if price is None:
            raise InvalidInputError("rate_limit: this limiter cannot price calls")
        return price(calls)

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
            first = next(iter(self._open if self._ordered else self._ready), None)
            # One id for each result keeps the workers busy.
            has_taken = self._take()
            if first is not None and first in self._ready:
                del self._open[first]
                return self._ready.pop(first)
            if has_taken:
                continue
            if not self._asked:
                self._raise_the_end()
            try:
                self._receive(self._answers.get(timeout=_WAIT_S))
            except Empty:
                continue
        raise StopIteration

    def _take(self) -> bool:
        """Take the next id, if there is room and nothing is against it."""
        if self._exhausted or self._cause or len(self._open) >= 2 * self._max_workers:
            return False
        if self._until is not None and time.monotonic() >= self._until:
            self._cause = APITimeoutError("the deadline of the batch is over")
            return False
        try:
            given = next(self._source)
        except StopIteration:
            self._exhausted = True
            return False
        except Exception as error:  # after what was taken before it
            self._cause = error
            return False
        index, self._taken = self._taken, self._taken + 1
        self._receive_all()  # the input may have taken its time, or forked
        self._open[index] = given
        self._ask(index, given)
        return True

    def _ask(self, index: int, given: str) -> None:
        """Have an id that was taken asked for, unless its answer is known or on its way."""
        try:
            request = self._request(given)
        except InvalidInputError as error:
            self._ready[index] = BatchItem(index, given, error=error)
            return
        key = request.url
        if known := self._recent.get(key):
            self._recent.move_to_end(key)
            # A copy, because what is raised holds the frames that it went through.
            self._ready[index] = BatchItem(index, given, known.value, copy.copy(known.error))
        elif key in self._asked:
            self._asked[key].append(index)
        else:
            self._asked[key] = [index]
            self._start(request)

    def _ask_again(self) -> None:
        """Ask, in the child of a fork, for what the parent's workers had not answered."""
        self._is_forked = False
        self._asked.clear()
        if self._cause is None:
            for index, given in self._open.items():
                if index not in self._ready:
                    self._ask(index, given)

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
            self._ask_again()
        while not self._answers.empty():
            self._receive(self._answers.get())

    def _receive(self, answer: _Answer[T]) -> None:
        indexes = self._asked.pop(answer.key)
        if answer.value is None and answer.error is None:
            self._cause = self._cause or answer.cause
            return
        for index in indexes:
            self._ready[index] = BatchItem(index, self._open[index], answer.value, answer.error)
        # Other errors may be over when the id comes again.
        if answer.error is None or isinstance(answer.error, NotFoundError):
            kept = replace(answer, error=copy.copy(answer.error))
            _keep(self._recent, answer.key, kept, self._remember)

    def _raise_the_end(self) -> None:
        cause = self._cause
        if cause is None:
            raise StopIteration
        if not isinstance(cause, VirusTotalAPIError):
            raise cause
        raise BatchStoppedError(
            f"the batch stopped at id {self.resume_at}: {cause.message}",
            reason=cause,
            resume_at=self.resume_at,
            taken=self.taken,
            pending=self.pending,
            ready=self.ready,
        ) from cause


_all_batches: Final = weakref.WeakSet[Batch[Any]]()


def _after_fork() -> None:
    for batch in _all_batches:
        batch._begin_after_fork()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_after_fork)


def _keep(recent: OrderedDict[str, T], key: str, value: T, most: int) -> None:
    recent[key] = value
    recent.move_to_end(key)
    if len(recent) > most:
        recent.popitem(last=False)
