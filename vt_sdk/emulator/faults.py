"""Faults on demand: what a service under stress answers, for tests of the caller's side.

Faults wait in a queue; each request to the API, an upload address or a storage address takes the
first one that is meant for its path. They are set through `Emulator.fail_next` or by
`POST /_emulator/faults`, never by a header of the request under test.
"""

import threading
from collections import deque
from dataclasses import dataclass, fields, replace
from typing import Any

from vt_sdk.status import ErrorCode

__all__ = ["Fault", "FaultQueue"]


@dataclass(frozen=True, slots=True)
class Fault:
    """What happens to the next requests, `times` of them, whose path begins with `path`.

    Without a `status` the request is served; `latency` (seconds) and `cut_body` (send half of the
    announced body, then close the connection) apply to either. `html` answers with a page of a
    gateway instead of an error body. `retry_after` is sent as it is, seconds or a date.
    """

    status: int | None = None
    code: str | None = None
    message: str | None = None
    retry_after: str | int | None = None
    latency: float = 0.0
    cut_body: bool = False
    html: bool = False
    path: str = ""
    times: int = 1

    def __post_init__(self) -> None:
        if self.status is not None and not 200 <= self.status <= 599:
            raise ValueError("the status of a fault is between 200 and 599")
        if self.times < 1 or self.latency < 0:
            raise ValueError("a fault happens at least once, and not in the past")

    def body(self) -> dict[str, Any]:
        """Return the error body of the service for this fault."""
        code = self.code or _CODES.get(self.status or 0, ErrorCode.TRANSIENT_ERROR)
        return {"error": {"code": str(code), "message": self.message or "A fault was asked for"}}

    @classmethod
    def from_json(cls, document: object) -> "Fault":
        """Read a fault that came over the wire; names and types must be those of this class."""
        known = {field.name: field.default for field in fields(cls)}
        if not isinstance(document, dict) or not set(document) <= set(known):
            raise ValueError(f"a fault is an object with some of: {', '.join(known)}")
        for name, value in document.items():
            kinds = _KINDS[name]
            if not isinstance(value, kinds) or (isinstance(value, bool) and bool not in kinds):
                raise ValueError(f"{name} has the wrong type")
        return cls(**document)


_KINDS: dict[str, tuple[type, ...]] = {
    "status": (int, type(None)),
    "code": (str, type(None)),
    "message": (str, type(None)),
    "retry_after": (str, int, type(None)),
    "latency": (int, float),
    "cut_body": (bool,),
    "html": (bool,),
    "path": (str,),
    "times": (int,),
}

_CODES = {
    400: ErrorCode.BAD_REQUEST_ERROR,
    401: ErrorCode.WRONG_CREDENTIALS_ERROR,
    403: ErrorCode.FORBIDDEN_ERROR,
    404: ErrorCode.NOT_FOUND_ERROR,
    409: ErrorCode.ALREADY_EXISTS_ERROR,
    424: ErrorCode.FAILED_DEPENDENCY_ERROR,
    429: ErrorCode.TOO_MANY_REQUESTS_ERROR,
    503: ErrorCode.TRANSIENT_ERROR,
    504: ErrorCode.DEADLINE_EXCEEDED_ERROR,
}


class FaultQueue:
    """The faults that wait for their requests; any thread may add some."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._waiting: deque[Fault] = deque()

    def add(self, fault: Fault) -> None:
        """Let the fault befall the next requests that it is meant for."""
        with self._lock:
            self._waiting.append(fault)

    def clear(self) -> None:
        """Forget all faults."""
        with self._lock:
            self._waiting.clear()

    def take(self, path: str) -> Fault | None:
        """Return the first fault for a path and count it as used, None if there is none."""
        with self._lock:
            for index, fault in enumerate(self._waiting):
                if path.startswith(fault.path):
                    if fault.times > 1:
                        self._waiting[index] = replace(fault, times=fault.times - 1)
                    else:
                        del self._waiting[index]
                    return fault
        return None
