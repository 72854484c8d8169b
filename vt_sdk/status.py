"""Status and error codes of the service as open enumerations.

`VTStatus` mirrors the `HTTP_*` constants of the seed; `ErrorCode` mirrors the codes that the
service sends in its error bodies. Both accept values that they do not know, since the service adds
codes without notice: such a member is open, is not cached and compares by value. Phrases and
descriptions come from `schemas/errors.yaml` by way of the package data.
"""

import functools
import json
from enum import IntEnum, StrEnum
from typing import Any, Self

__all__ = ["ErrorCode", "VTStatus"]


@functools.cache
def _table() -> dict[str, dict[str, dict[str, Any]]]:
    """Read the committed tables once: `statuses` by number, `codes` by code."""
    from importlib import resources  # with it come modules for temporary files and archives

    source = resources.files("vt_sdk").joinpath("_data", "errors.json")
    table: dict[str, dict[str, dict[str, Any]]] = json.loads(source.read_text("utf-8"))
    return table


class VTStatus(IntEnum):
    """The HTTP status of an answer, named as in the seed.

    Any other integer gives an open member named `HTTP_<n>`: compare with `==`, not with `is`.
    """

    HTTP_OK = 200
    HTTP_BAD_REQUEST_ERROR = 400
    HTTP_AUTHENTICATION_REQUIRED_ERROR = 401
    HTTP_FORBIDDEN_ERROR = 403
    HTTP_NOT_FOUND_ERROR = 404
    HTTP_ALREADY_EXISTS_ERROR = 409
    HTTP_QUOTA_EXCEEDED_ERROR = 429
    HTTP_TRANSIENT_ERROR = 503

    @classmethod
    def _missing_(cls, value: object) -> Self | None:
        if not isinstance(value, int):
            return None
        member = int.__new__(cls, value)
        member._name_ = f"HTTP_{value:d}"
        member._value_ = int(value)
        return member

    # Open members are not in the class, so the enum's own pickling by name would not find them.
    def __reduce_ex__(self, protocol: object) -> tuple[type[Self], tuple[int]]:
        return type(self), (int(self),)

    @property
    def phrase(self) -> str:
        """Return the short reason phrase, empty for a status that the seed does not name."""
        return str(_table()["statuses"].get(str(int(self)), {}).get("phrase", ""))

    @property
    def description(self) -> str:
        """Return what the status means, a sentence, or nothing if the seed does not name it."""
        return str(_table()["statuses"].get(str(int(self)), {}).get("description", ""))

    @property
    def is_success(self) -> bool:
        """Return whether the status is one of 200 to 299."""
        return 200 <= self <= 299

    @property
    def is_client_error(self) -> bool:
        """Return whether the status is one of 400 to 499."""
        return 400 <= self <= 499

    @property
    def is_server_error(self) -> bool:
        """Return whether the status is one of 500 to 599."""
        return 500 <= self <= 599


class ErrorCode(StrEnum):
    """The code in an error body of the service.

    Look-up ignores a missing or an extra `Error` at the end, since the service has renamed codes
    so. An unknown code gives an open member: compare with `==`, not with `is`.
    """

    BAD_REQUEST_ERROR = "BadRequestError"
    INVALID_ARGUMENT_ERROR = "InvalidArgumentError"
    NOT_AVAILABLE_YET = "NotAvailableYet"
    UNSELECTIVE_CONTENT_QUERY_ERROR = "UnselectiveContentQueryError"
    UNSUPPORTED_CONTENT_QUERY_ERROR = "UnsupportedContentQueryError"
    AUTHENTICATION_REQUIRED_ERROR = "AuthenticationRequiredError"
    USER_NOT_ACTIVE_ERROR = "UserNotActiveError"
    WRONG_CREDENTIALS_ERROR = "WrongCredentialsError"
    FORBIDDEN_ERROR = "ForbiddenError"
    NOT_FOUND_ERROR = "NotFoundError"
    ALREADY_EXISTS_ERROR = "AlreadyExistsError"
    FAILED_DEPENDENCY_ERROR = "FailedDependencyError"
    QUOTA_EXCEEDED_ERROR = "QuotaExceededError"
    TOO_MANY_REQUESTS_ERROR = "TooManyRequestsError"
    TRANSIENT_ERROR = "TransientError"
    DEADLINE_EXCEEDED_ERROR = "DeadlineExceededError"

    @classmethod
    def _missing_(cls, value: object) -> Self | None:
        if not isinstance(value, str):
            return None
        stem = value.removesuffix("Error")
        for member in cls:
            if member.value.removesuffix("Error") == stem:
                return member
        open_member = str.__new__(cls, value)
        open_member._name_ = value
        open_member._value_ = str(value)
        return open_member

    # As for VTStatus: pickle by value, which also serves open members.
    def __reduce_ex__(self, protocol: object) -> tuple[type[Self], tuple[str]]:
        return type(self), (str(self),)

    @property
    def status(self) -> VTStatus | None:
        """Return the HTTP status that is documented for the code, None for an unknown code."""
        entry = _table()["codes"].get(self.value)
        return VTStatus(entry["status"]) if entry else None

    @property
    def description(self) -> str:
        """Return what the code means, a sentence, or nothing for an unknown code."""
        return str(_table()["codes"].get(self.value, {}).get("description", ""))

    @property
    def is_retryable(self) -> bool:
        """Return whether the same request may succeed later without a change by the caller."""
        return bool(_table()["codes"].get(self.value, {}).get("retryable", False))
