"""Waiting by the clock of this machine, the same for all that the service works on."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Generic, TypeVar

from vt_sdk.core.arguments import check_hook, checked_seconds
from vt_sdk.core.flow import Flow, Reader, do
from vt_sdk.core.objects import Identified
from vt_sdk.core.operation import PolledOperation
from vt_sdk.core.request import Request
from vt_sdk.core.waiting import Job, fetch_finished, naming, wait_for

__all__ = ["Submission", "waiting"]

T = TypeVar("T")
J = TypeVar("J", bound=Job)
S = TypeVar("S", bound=Identified)


def waiting(
    operation: PolledOperation,
    read: Reader[J],
    job: Identified | str,
    deadline: float,
    on_progress: Callable[[J], object] | None,
) -> Flow[J]:
    """Wait until a job is done.

    Args:
        operation: asks how far it is.
        read: reads the answer.
        job: what names the job; what is more than a text came from the service.
        deadline: seconds to wait at most.
        on_progress: called with each state that was seen.
    """
    checked_seconds("deadline", deadline, or_zero=True)
    check_hook("on_progress", on_progress)
    is_certain = isinstance(job, Identified)
    job_id = job.id if isinstance(job, Identified) else job
    request = operation.request(job_id)
    with naming(job_id):
        return (
            yield from wait_for(
                request,
                operation.wait,
                read,
                clock=time.monotonic,
                deadline=deadline,
                on_progress=on_progress,
                is_certain=is_certain,
                first=_first_look(job),
            )
        )


def _first_look(job: Identified | str) -> float | None:
    """Return the seconds after which the answer to a submission says to look, if it does.

    VirusTotal does not (observed); the emulator does where the work takes no time.
    """
    if isinstance(job, str) or job.response is None:
        return None
    text = job.response.headers.get("retry-after", "")
    return float(text) if text.isascii() and text.isdecimal() and len(text) < 10 else None


@dataclass(frozen=True)  # with slots too, generic dataclasses fail before Python 3.12
class Submission(Generic[J, T]):
    """What follows a submission: waiting for the job that it started, then getting its result.

    Attributes:
        operation: asks how far the job is.
        read: reads the answer.
        result: makes the request for what comes of the job; it may read the file for that.
        read_result: reads that.
        deadline: seconds to wait at most.
        on_progress: called with each state that was seen.
    """

    operation: PolledOperation
    read: Reader[J]
    result: Callable[[J], Request]
    read_result: Reader[T]
    deadline: float
    on_progress: Callable[[J], object] | None

    def __post_init__(self) -> None:
        # Before anything is sent.
        checked_seconds("deadline", self.deadline, or_zero=True)
        check_hook("on_progress", self.on_progress)

    def follow(self, submitting: Flow[S]) -> Flow[T]:
        """Submit, wait until the job is done, get its result."""
        return (yield from self.finish((yield from submitting)))

    def finish(self, job: Identified) -> Flow[T]:
        """Wait until a job that the service has named is done, get its result."""
        end = time.monotonic() + self.deadline
        done = yield from waiting(self.operation, self.read, job, self.deadline, self.on_progress)
        with naming(job.id):
            request = yield from do(partial(self.result, done))
            return (
                yield from fetch_finished(
                    request,
                    self.operation.wait,
                    self.read_result,
                    clock=time.monotonic,
                    end=end,
                    last=done,
                )
            )
