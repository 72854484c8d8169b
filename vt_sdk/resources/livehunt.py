"""Livehunt: YARA rules that run on everything that comes in."""

from collections.abc import Callable
from typing import Unpack

from vt_sdk import models
from vt_sdk.core.operation import TimeoutOption
from vt_sdk.core.readers import read_object
from vt_sdk.core.waiting import DEFAULT_DEADLINE
from vt_sdk.operations.analyses import GET_OPERATION
from vt_sdk.operations.livehunt import LivehuntOperations
from vt_sdk.resources._waiting import waiting

__all__ = ["VirusTotalAPILivehunt"]


class VirusTotalAPILivehunt(LivehuntOperations):
    """Livehunt: YARA rules that run on everything that comes in."""

    def wait_for_operation(
        self,
        operation: models.Operation | str,
        *,
        deadline: float = DEFAULT_DEADLINE,
        on_progress: Callable[[models.Operation], object] | None = None,
        **options: Unpack[TimeoutOption],
    ) -> models.Operation:
        """Wait until all rulesets are deleted.

        `GET /operations/{operation_id}`, first after 2 seconds, then at growing intervals up to 20
        seconds. Answers that may pass (404 right after a submission, 429, 5xx) and lost connections
        do not end it.

        Args:
            operation: what `delete_all` returned, or its id.
            deadline: seconds to wait at most, 15 minutes if not given.
            on_progress: called with each state that was seen.
            options: `timeout` of each request, see `CallOptions`.

        Returns:
            The finished `Operation`.

        Raises:
            InvalidInputError: an argument does not have its shape.
            WaitTimeoutError: the deletion was not finished before the deadline.
            AnalysisFailedError: the deletion was aborted.
            APIError: the service answered with an error, among others NotFoundError.
            TransportError: no answer came.

        A public key will do.
        https://docs.virustotal.com/reference/get-operations-id
        """
        read = read_object(models.Operation)
        flow = waiting(GET_OPERATION, read, operation, deadline, on_progress)
        return self._call(flow, **options)
