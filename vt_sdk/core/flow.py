"""Work that takes requests, written as generators, and one step of it as a value.

A flow yields what it needs: a `Request`, and is sent the `Response`; or `Work`, which takes its
time on this machine, and is sent what came of it. It returns its result. An error of the package
that comes instead is thrown into it, so a flow handles it with an ordinary `try`. A flow neither
sends nor waits nor reads a file: a `Request` carries the `delay` to wait out. So the same flow
serves a thread and an event loop.
"""

from collections.abc import Callable, Generator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import partial
from typing import Any, Generic, TypeAlias, TypeVar

from vt_sdk.core.request import Request, Response
from vt_sdk.errors import VirusTotalAPIError

__all__ = ["Done", "Flow", "Reader", "Work", "advance", "do", "using"]

T = TypeVar("T")
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Work:
    """Work of this machine that takes its time: with files, hashes, stores, locks.

    Attributes:
        do: does it, in any thread.
        undo: called with what came of it, where nobody is there any more to take that.
    """

    do: Callable[[], Any]
    undo: Callable[[Any], object] | None = None


# Makes the result of an answer; the request is what a page needs to ask for the next one.
Reader: TypeAlias = Callable[[Response, Request], T]

Flow: TypeAlias = Generator[Request | Work, Any, T]


@dataclass(frozen=True, slots=True)
class Done(Generic[T]):
    """The end of a flow, with its result."""

    value: T


def advance(flow: Generator[R, Any, T], answer: object) -> R | Done[T]:
    """Hand the last answer to a flow (None to start it) and return its next step or its end."""
    try:
        if isinstance(answer, VirusTotalAPIError):
            return flow.throw(answer)
        return flow.send(answer)
    except StopIteration as stop:
        return Done(stop.value)


def do(work: Callable[[], R]) -> Generator[Work, Any, R]:
    """Have work done, and return what came of it."""
    result: R = yield Work(work)
    return result


def using(manager: AbstractContextManager[R], body: Callable[[R], Flow[T]]) -> Flow[T]:
    """Run a flow within a context manager, whose beginning and end are work of their own."""

    def leave(error: BaseException) -> None:
        manager.__exit__(type(error), error, error.__traceback__)

    held: R = yield Work(manager.__enter__, lambda _: leave(GeneratorExit()))
    try:
        result = yield from body(held)
    except BaseException as error:
        leave(error)  # at once: whoever closes a flow takes no further step of it
        raise
    yield Work(partial(manager.__exit__, None, None, None))
    return result
