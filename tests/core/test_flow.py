"""Flows: the one step that all who run them share, and work of this machine within them."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from vt_sdk import APIConnectionError, Request, Response, TransportError
from vt_sdk.core.flow import Done, Flow, Work, advance, do, using

ONE = Request("GET", "/one")
TWO = Request("GET", "/two", delay=1.5)


def two_steps() -> Flow[int]:
    first = yield ONE
    second = yield TWO
    return int(first.status + second.status)


def forgiving() -> Flow[str]:
    try:
        yield ONE
    except TransportError as error:
        return str(error)
    return "answered"


def test_advance() -> None:
    flow = two_steps()
    assert advance(flow, None) == ONE
    assert advance(flow, Response(1, {}, b"")) == TWO
    assert advance(flow, Response(2, {}, b"")) == Done(3)


def test_errors_of_the_package_are_thrown_in() -> None:
    flow = forgiving()
    advance(flow, None)
    assert advance(flow, APIConnectionError()) == Done("Connection error")
    unforgiving = two_steps()
    advance(unforgiving, None)
    with pytest.raises(APIConnectionError):
        advance(unforgiving, APIConnectionError())


def test_work_is_yielded_and_its_result_sent() -> None:
    flow = do(lambda: 5)
    step = advance(flow, None)
    assert isinstance(step, Work)
    assert advance(flow, step.do()) == Done(5)


@contextmanager
def noting(log: list[str]) -> Iterator[str]:
    log.append("open")
    try:
        yield "held"
    except BaseException as error:
        log.append(type(error).__name__)
        raise
    log.append("closed")


def asking(held: str) -> Flow[str]:
    answer = yield ONE
    return f"{held} {answer}"


def carried_out(flow: Flow[str], send: Callable[[], object]) -> str:
    answer: object = None
    while not isinstance(step := advance(flow, answer), Done):
        try:
            answer = step.do() if isinstance(step, Work) else send()
        except APIConnectionError as error:
            answer = error
    return step.value


def test_a_block_begins_and_ends_as_work() -> None:
    log: list[str] = []
    assert carried_out(using(noting(log), asking), lambda: "answer") == "held answer"
    assert log == ["open", "closed"]


def test_an_error_ends_a_block() -> None:
    log: list[str] = []

    def fails() -> object:
        raise APIConnectionError

    with pytest.raises(APIConnectionError):
        carried_out(using(noting(log), asking), fails)
    assert log == ["open", "APIConnectionError"]


def test_a_flow_that_is_closed_ends_its_block_at_once() -> None:
    log: list[str] = []
    flow = using(noting(log), asking)
    step = advance(flow, None)
    assert isinstance(step, Work)
    assert advance(flow, step.do()) == ONE
    flow.close()
    assert log == ["open", "GeneratorExit"]


def test_a_block_that_nobody_waits_for_is_undone() -> None:
    log: list[str] = []
    step = advance(using(noting(log), asking), None)
    assert isinstance(step, Work)
    assert step.undo is not None
    step.undo(step.do())
    assert log == ["open", "GeneratorExit"]
