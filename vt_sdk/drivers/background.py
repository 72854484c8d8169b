"""Work beside the thread that wants it, also where the pools of `concurrent.futures` take none.

Those take no more work once the interpreter is about to end, while who uses them may still be at
work: in `atexit`, or in a thread that outlives the main one. The threads here are daemons, and
where none can begin any more, whoever wants the result does the work.
"""

import contextvars
import threading
from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
from queue import Empty, SimpleQueue
from typing import Any, Generic, TypeVar

__all__ = ["Switch", "SwitchedOffError", "Task", "Workers", "begun"]

T = TypeVar("T")


class SwitchedOffError(Exception):
    """A wait was cut short, since whoever wanted what comes after it is about to end."""


class Task(Generic[T]):
    """Work that is done once, by the first who comes to it."""

    def __init__(self, work: Callable[[], T]) -> None:
        self.future: Future[T] = Future()
        self._work = work
        self._claim = threading.Lock()

    def __call__(self) -> None:
        """Do the work, unless somebody does."""
        if self._claim.acquire(blocking=False):
            work = self._work
            del self._work  # it may hold who holds this, and much else
            try:
                self.future.set_result(work())
            except BaseException as error:
                self.future.set_exception(error)

    def is_done(self, timeout: float) -> bool:
        """Wait for so many seconds at most."""
        try:
            self.future.exception(timeout)
        except TimeoutError:
            return False
        return True

    def result(self) -> T:
        """Return the result, or raise the error; do the work if nobody has begun."""
        self()
        return self.future.result()


def begun(work: Callable[[], object], name: str) -> bool:
    """Begin work in a thread, which sees the context of this one, such as the span that it is in.

    Returns:
        Whether there is one: an interpreter that is about to end may let none begin.
    """
    run = contextvars.copy_context().run
    try:
        threading.Thread(target=run, args=(work,), name=name, daemon=True).start()
    except RuntimeError:
        return False
    return True


def _work(tasks: "SimpleQueue[Task[Any] | None]") -> None:
    while (task := tasks.get()) is not None:
        task()
        del task  # it holds its result too


class Workers:
    """A few threads that take tasks in turn, begun as tasks come.

    Args:
        most: how many threads there are at most.
        name: what the threads are called.
    """

    def __init__(self, most: int, name: str) -> None:
        self._most = most
        self._name = name
        self._threads = 0
        self._tasks: SimpleQueue[Task[Any] | None] = SimpleQueue()

    def submit(self, work: Callable[[], T]) -> Task[T]:
        """Submit work; its task does it where it is wanted first."""
        task = Task(work)
        if self._threads < self._most:
            self._threads += begun(partial(_work, self._tasks), self._name)
        if self._threads:
            self._tasks.put(task)
        return task

    def close(self) -> None:
        """End the threads; what nobody has begun is not done any more."""
        # Made of what a destructor may use, in any thread.
        while True:
            try:
                self._tasks.get_nowait()
            except Empty:
                break
        for _ in range(self._threads):
            self._tasks.put(None)


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
