"""When the call that goes on must be over, for what no signature can tell it.

A call passes through interfaces of others: sessions of requests, limiters, the libraries of stores.
None of them carries a deadline, so it is kept here, for each thread and task of its own. Whatever
waits for something local on behalf of a call asks `call_until`.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

__all__ = ["call_until", "within"]

_until: ContextVar[float | None] = ContextVar("vt_sdk_until", default=None)


def call_until() -> float | None:
    """Return when the call must be over, of the clock of `time.monotonic`; None for no bound."""
    return _until.get()


@contextmanager
def within(until: float | None) -> Iterator[None]:
    """Let nothing in the block wait beyond a moment, nor beyond that of the block around it."""
    outer = _until.get()
    if until is None or (outer is not None and outer <= until):
        yield
        return
    token = _until.set(until)
    try:
        yield
    finally:
        _until.reset(token)
