"""The driver of threads."""

import pytest

from vt_sdk import APIConnectionError, Request, Response, StubTransport
from vt_sdk.core.flow import Work
from vt_sdk.core.policy import Send, Sleep, Steps
from vt_sdk.core.settings import Settings
from vt_sdk.drivers.sync import run

SEND = Send(Request("GET", "/one"), Settings())


class Transport:
    """Answers as it is told."""

    def __init__(self, outcome: Response | BaseException) -> None:
        self.outcome = outcome
        self.sent: list[tuple[Request, Settings]] = []

    def send(self, request: Request, settings: Settings) -> Response:
        self.sent.append((request, settings))
        if isinstance(self.outcome, BaseException):
            raise self.outcome
        return self.outcome

    def close(self) -> None:
        """Have nothing to close."""


def test_effects_are_carried_out_in_turn() -> None:
    log: list[object] = []

    def steps() -> Steps[tuple[int, str]]:
        yield Sleep(1.5)
        response = yield SEND
        done = yield Work(lambda: "done")
        return response.status, done

    transport = Transport(Response(20, {}, b""))
    assert run(steps(), transport, log.append) == (20, "done")
    assert log == [1.5]
    assert transport.sent == [(SEND.request, SEND.settings)]


@pytest.mark.parametrize("kind", ["send", "work"])
def test_errors_of_the_package_are_thrown_in(kind: str) -> None:
    def fails() -> None:
        raise APIConnectionError("broken")

    def steps() -> Steps[str]:
        try:
            yield SEND if kind == "send" else Work(fails)
        except APIConnectionError as error:
            return error.message
        return ""

    assert run(steps(), Transport(APIConnectionError("broken"))) == "broken"


@pytest.mark.parametrize(
    ("error", "raised"),
    [
        (KeyboardInterrupt, KeyboardInterrupt),
        (ZeroDivisionError, ZeroDivisionError),
        (StopIteration, RuntimeError),
    ],
)
def test_all_else_closes_what_goes_on(
    error: type[BaseException], raised: type[BaseException]
) -> None:
    closed: list[bool] = []

    def steps() -> Steps[None]:
        try:
            yield SEND
        except Exception:  # it must not come here
            closed.append(False)
        finally:
            closed.append(True)

    with pytest.raises(raised):
        run(steps(), Transport(error()))
    assert closed == [True]


def test_nothing_to_do() -> None:
    def steps() -> Steps[int]:
        yield from ()
        return 5

    assert run(steps(), StubTransport()) == 5
