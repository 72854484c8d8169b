"""Work that takes requests, written as generators, and the one step that every driver shares.

A flow yields `Request`s and is sent `Response`s; it returns its result. What goes wrong on the way,
as far as it is an error of the package, is thrown into it, so a flow handles it with an ordinary
`try`. A flow neither sends nor sleeps: a
`Request` carries the `delay` to wait out. An asynchronous driver is `run` with two `await`s.
"""

from collections.abc import Callable, Generator
from dataclasses import dataclass
from typing import Generic, TypeAlias, TypeVar

from vt_sdk.core.request import Request, Response
from vt_sdk.errors import VirusTotalAPIError

__all__ = ["Done", "Flow", "advance", "run"]

T = TypeVar("T")

Flow: TypeAlias = Generator[Request, Response, T]


@dataclass(frozen=True, slots=True)
class Done(Generic[T]):
    """The end of a flow, with its result."""

    value: T


def advance(flow: Flow[T], answer: Response | VirusTotalAPIError | None) -> Request | Done[T]:
    """Hand the last answer to a flow (None to start it) and give its next request or its end."""
    try:
        if answer is None:
            return next(flow)
        if isinstance(answer, VirusTotalAPIError):
            return flow.throw(answer)
        return flow.send(answer)
    except StopIteration as stop:
        return Done(stop.value)


def run(flow: Flow[T], send: Callable[[Request], Response], wait: Callable[[Request], object]) -> T:
    """Run a flow to its end: wait out the delays of requests, send them, hand answers back."""
    answer: Response | VirusTotalAPIError | None = None
    try:
        while isinstance(step := advance(flow, answer), Request):
            if step.delay > 0:
                wait(step)
            try:
                answer = send(step)
            except VirusTotalAPIError as error:
                answer = error
        return step.value
    finally:
        flow.close()
