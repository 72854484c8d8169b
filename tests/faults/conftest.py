"""A hard bound for each test of this package: whatever hangs fails in place."""

import signal
from collections.abc import Iterator
from types import FrameType

import pytest

# Far beyond what any of these tests takes, and far below what a caller would call a hang.
SECONDS = 20


class Hang(BaseException):
    """Not an `Exception`: nothing on the way may take it for a fault of the line."""


@pytest.fixture(autouse=True)
def watchdog() -> Iterator[None]:
    """Break off a test that hangs; a test that passes has ended in bounded time."""

    def bark(signum: int, frame: FrameType | None) -> None:
        raise Hang(f"not done after {SECONDS} s")

    before = signal.signal(signal.SIGALRM, bark)
    signal.setitimer(signal.ITIMER_REAL, SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
