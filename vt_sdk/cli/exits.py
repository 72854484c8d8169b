"""How a command ends: the exit codes, and errors in plain words on one line."""

import sys
from enum import IntEnum
from typing import Final

from vt_sdk import (
    AnalysisFailedError,
    APIError,
    AuthenticationRequiredError,
    FileReadError,
    InvalidInputError,
    MissingAPIKeyError,
    NotFoundError,
    QuotaExceededError,
    RateLimitError,
    TransportError,
    VirusTotalAPIError,
    WaitTimeoutError,
    WrongCredentialsError,
)
from vt_sdk.cli.text import clean

__all__ = ["ExitCode", "complain", "fail"]


class ExitCode(IntEnum):
    """What the exit status of the command says; of several inputs the highest one wins."""

    OK = 0
    FLAGGED = 1
    USAGE = 2
    API = 3
    NO_ANSWER = 4
    NO_RESULT = 5
    INTERRUPTED = 130


# The first kind that fits decides; all others mean that no usable answer came.
_CODES: Final[tuple[tuple[type[VirusTotalAPIError], ExitCode], ...]] = (
    (InvalidInputError, ExitCode.USAGE),
    (FileReadError, ExitCode.USAGE),
    (APIError, ExitCode.API),
    (RateLimitError, ExitCode.API),
    (WaitTimeoutError, ExitCode.NO_RESULT),
    (AnalysisFailedError, ExitCode.NO_RESULT),
)


def complain(text: str) -> None:
    """Print an error on one line of stderr."""
    print(f"error: {clean(text)}", file=sys.stderr)


def fail(error: VirusTotalAPIError, subject: str | None = None) -> ExitCode:
    """Say on stderr what went wrong, and with which input if with one; give the exit code."""
    words = [_explain(error), *getattr(error, "__notes__", ())]
    if subject and subject not in words[0]:
        words[0] = f"{subject}: {words[0]}"
    complain("; ".join(words))
    return next((code for kind, code in _CODES if isinstance(error, kind)), ExitCode.NO_ANSWER)


def _explain(error: VirusTotalAPIError) -> str:
    match error:
        case MissingAPIKeyError():
            return "no API key: set VT_API_KEY, or give --api-key before the command"
        case NotFoundError():
            return "not found, the service does not know it"
        case AuthenticationRequiredError() | WrongCredentialsError():
            return f"{error.message}; check VT_API_KEY or --api-key"
        case APIError():
            code = f"{error.raw_code}, " if error.raw_code else ""
            return f"{error.message} ({code}HTTP {int(error.status)}){_when(error)}"
        case TransportError():
            return f"no answer from the service: {error.message}"
        case FileReadError():
            # The system's own words say more than the fixed text that programs look for.
            return getattr(error.__cause__, "strerror", None) or error.message
        case WaitTimeoutError() | AnalysisFailedError() if error.last is not None:
            return f"{error.message}; the id of the analysis is {error.last.id}"
    return error.message


def _when(error: APIError) -> str:
    """Say when another try is worth it, where the service says so."""
    if error.retry_after is not None:
        return f"; try again in {error.retry_after:g} s"
    if isinstance(error, QuotaExceededError) and error.resets_at is not None:
        return f"; the quota starts anew at {error.resets_at:%Y-%m-%d %H:%M} UTC"
    return ""
