"""Flows: the one step that all drivers share, and the blocking driver."""

from collections.abc import Generator

import pytest

from vt_sdk import APIConnectionError, Request, Response, TransportError
from vt_sdk.core.flow import Done, advance, run

ONE = Request("GET", "/one")
TWO = Request("GET", "/two", delay=1.5)


def two_steps() -> Generator[Request, Response, int]:
    first = yield ONE
    second = yield TWO
    return first.status + second.status


def forgiving() -> Generator[Request, Response, str]:
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


def test_errors_of_the_transport_are_thrown_in() -> None:
    flow = forgiving()
    advance(flow, None)
    assert advance(flow, APIConnectionError()) == Done("Connection error")
    unforgiving = two_steps()
    advance(unforgiving, None)
    with pytest.raises(APIConnectionError):
        advance(unforgiving, APIConnectionError())


def test_run_waits_and_sends() -> None:
    log: list[object] = []

    def send(request: Request) -> Response:
        log.append(request.url)
        return Response(20, {}, b"")

    assert run(two_steps(), send, lambda request: log.append(request.delay)) == 40
    assert log == ["/one", 1.5, "/two"]


def test_run_throws_transport_errors_into_the_flow() -> None:
    def send(request: Request) -> Response:
        raise APIConnectionError("broken")

    assert run(forgiving(), send, lambda request: None) == "broken"
    with pytest.raises(APIConnectionError):
        run(two_steps(), send, lambda request: None)


def test_run_closes_the_flow_when_sending_fails_otherwise() -> None:
    closed: list[bool] = []

    def flow() -> Generator[Request, Response, None]:
        try:
            yield ONE
        finally:
            closed.append(True)

    def send(request: Request) -> Response:
        raise KeyboardInterrupt

    running = flow()
    with pytest.raises(KeyboardInterrupt):
        run(running, send, lambda request: None)
    assert closed == [True]


def test_a_flow_without_requests() -> None:
    def flow() -> Generator[Request, Response, int]:
        if closed:
            yield ONE
        return 5

    closed: list[int] = []
    assert run(flow(), lambda request: Response(0, {}, b""), lambda request: None) == 5
