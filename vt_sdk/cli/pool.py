"""Work on many inputs by a few threads; what comes of them is given in their order.

The thread that asks for the results does nothing but wait for them, so an interrupt ends it at
once, whatever the others do. Those are daemons: none keeps the process from its end.
"""

import threading
from collections.abc import Callable, Hashable, Iterable, Iterator
from concurrent.futures import Future
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from typing import Final, Generic, TypeVar

from vt_sdk import MissingAPIKeyError, VirusTotalAPIError
from vt_sdk.cli.exits import ExitCode, code_of, is_of_settings

__all__ = ["Result", "in_order", "once"]

T = TypeVar("T")
S = TypeVar("S")

# A bare wait cannot be interrupted on every system.
_WAIT_S: Final = 0.5

# How many results are kept for inputs that may come again: lists of inputs may have no end.
_REMEMBERED: Final = 1_000


@dataclass(frozen=True)  # with slots too, `Result[str, int](…)` fails before Python 3.12
class Result(Generic[S, T]):
    """What came of one input.

    Attributes:
        source: the input.
        value: what came of it, None if there is an error.
        error: why nothing came of it.
        was_tried: whether anything was sent for it; else the error is that of an earlier input.
    """

    source: S
    value: T | None = None
    error: VirusTotalAPIError | None = None
    was_tried: bool = True


def _would_hit_all(error: VirusTotalAPIError) -> bool:
    """Return whether an error would befall all other inputs too: of key, quota or settings."""
    is_for_all = code_of(error) in (ExitCode.KEY, ExitCode.QUOTA) or is_of_settings(error)
    return is_for_all or isinstance(error, MissingAPIKeyError)


def once(work: Callable[[S], T], key: Callable[[S], Hashable]) -> Callable[[S], T]:
    """Return the work as one that is done once for sources of the same key.

    Who comes second waits for the result of the first, or has it at once.
    """
    known: dict[Hashable, Future[T]] = {}
    lock = threading.Lock()

    def remembered(source: S) -> T:
        mine: Future[T] = Future()
        with lock:
            place = known.setdefault(key(source), mine)
            if len(known) > _REMEMBERED:
                del known[next(iter(known))]
        if place is mine:
            try:
                place.set_result(work(source))
            except BaseException as error:
                place.set_exception(error)
        return place.result()

    return remembered


def in_order(
    work: Callable[[S], T], inputs: Iterable[S], workers: int, *, stops: bool = True
) -> Iterator[Result[S, T]]:
    """Do the work on each input, several at once, and return the results in order.

    Inputs are taken as they are needed, by a thread of its own, since reading them may block.

    Args:
        work: what to do with an input. What it raises that is no error of the SDK is raised here.
        inputs: what to work on.
        workers: how many inputs may be worked on at once.
        stops: whether nothing more is sent once the key is refused or the quota is spent.
    """
    tasks: SimpleQueue[tuple[S, SimpleQueue[Result[S, T] | BaseException]] | None] = SimpleQueue()
    # In the order of the inputs: where the result of each will be; None at the end.
    places: SimpleQueue[SimpleQueue[Result[S, T] | BaseException] | BaseException | None] = (
        SimpleQueue()
    )
    room = threading.Semaphore(2 * workers)
    stopped: list[VirusTotalAPIError] = []
    is_over = threading.Event()

    def labour() -> None:
        while (task := tasks.get()) is not None:
            source, place = task
            if stopped:
                place.put(Result(source, error=stopped[0], was_tried=False))
                continue
            try:
                place.put(Result(source, work(source)))
            except VirusTotalAPIError as error:
                if stops and _would_hit_all(error):
                    stopped.append(error)
                place.put(Result(source, error=error))
            except BaseException as error:
                place.put(error)

    def feed() -> None:
        started = 0
        try:
            for source in inputs:
                room.acquire()
                if is_over.is_set():
                    break
                place: SimpleQueue[Result[S, T] | BaseException] = SimpleQueue()
                places.put(place)
                tasks.put((source, place))
                if started < workers:
                    threading.Thread(target=labour, name="vt-sdk-work", daemon=True).start()
                    started += 1
            places.put(None)
        except BaseException as error:
            places.put(error)
        finally:
            for _ in range(started):
                tasks.put(None)

    threading.Thread(target=feed, name="vt-sdk-inputs", daemon=True).start()
    try:
        while (place := _wait(places)) is not None:
            found = place if isinstance(place, BaseException) else _wait(place)
            if isinstance(found, BaseException):
                # So that it cannot be taken for a failure of the output.
                raise RuntimeError(f"{type(found).__name__} in a worker") from found
            room.release()
            yield found
    finally:
        is_over.set()
        room.release()


def _wait(queue: "SimpleQueue[T]") -> T:
    while True:
        try:
            return queue.get(timeout=_WAIT_S)
        except Empty:
            continue
