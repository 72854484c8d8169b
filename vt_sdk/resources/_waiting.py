"""Waiting by the clock of this machine, the same for all that the service works on."""

import time
from collections.abc import Callable
from typing import TypeVar

from vt_sdk.core.exchange import Reader
from vt_sdk.core.flow import Flow
from vt_sdk.core.objects import Identified
from vt_sdk.core.operation import PolledOperation
from vt_sdk.core.waiting import Job, wait_for

__all__ = ["waiting"]

J = TypeVar("J", bound=Job)


def waiting(
    operation: PolledOperation,
    read: Reader[J],
    job: Identified | str,
    deadline: float,
    on_progress: Callable[[J], object] | None,
) -> Flow[J]:
    """Give the flow that asks how far a job is until it is done.

    Args:
        operation: asks how far it is.
        read: reads the answer.
        job: what names the job.
        deadline: seconds to wait at most.
        on_progress: called with each state that was seen.
    """
    job_id = job.id if isinstance(job, Identified) else job
    return wait_for(
        operation.request(job_id),
        operation.wait,
        read,
        clock=time.monotonic,
        deadline=deadline,
        on_progress=on_progress,
    )
