"""How a command ends: the exit codes, and errors in plain words on one line."""

import contextlib
import re
import sys
from collections.abc import Iterable
from enum import IntEnum
from typing import Any, Final, Self

from vt_sdk import (
    AmbiguousIndicatorError,
    AnalysisFailedError,
    APIError,
    AuthenticationRequiredError,
    EngineError,
    FileReadError,
    InvalidInputError,
    InvalidResponseError,
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

__all__ = [
    "ExitCode",
    "code_of",
    "complain",
    "describe",
    "fail",
    "hide_keys",
    "is_of_settings",
    "note",
    "say",
    "usage",
    "without_keys",
    "worst",
]


class ExitCode(IntEnum):
    """What the exit status of the command says.

    Of several inputs, or of several things that happened, the one that stands first here wins: a
    finding above all; what makes the results incomplete; what goes wrong again unless it is
    mended; what may go better later; objects without a verdict. 1 is none of them: Python ends
    with it after a crash.
    """

    FLAGGED = 10, "something was flagged (only with --fail-on, --policy); wins over all"
    INTERRUPTED = 130, "interrupted"
    OUTPUT = 11, "the output could not be written"
    USAGE = 2, "usage or bad input"
    KEY = 5, "the service refused the key, or the key may not do this"
    QUOTA = 6, "a quota or rate limit is spent"
    NO_ANSWER = 8, "no answer, or one that is not the service's"
    SERVICE = 7, "the service answered with another error"
    TIMEOUT = 9, "an analysis did not end in time, or failed"
    NOT_ANALYSED = 4, "the service knows it and has no verdict"
    UNKNOWN = 3, "the service does not know it"
    OK = 0, "all was analysed; with --fail-on or --policy, nothing was flagged"

    meaning: str

    def __new__(cls, value: int, meaning: str) -> Self:
        """Make a member of its number and what it means."""
        member = int.__new__(cls, value)
        member._value_ = value
        member.meaning = meaning
        return member


_ORDER: Final = tuple(ExitCode)

# The first kind that fits decides; all others are a fault of what was answered.
_CODES: Final[tuple[tuple[type[VirusTotalAPIError], ExitCode], ...]] = (
    (InvalidInputError, ExitCode.USAGE),
    (FileReadError, ExitCode.USAGE),
    (NotFoundError, ExitCode.UNKNOWN),
    (RateLimitError, ExitCode.QUOTA),
    (WaitTimeoutError, ExitCode.TIMEOUT),
    (AnalysisFailedError, ExitCode.TIMEOUT),
    (TransportError, ExitCode.NO_ANSWER),
    (EngineError, ExitCode.NO_ANSWER),
    (InvalidResponseError, ExitCode.NO_ANSWER),
)
_STATUSES: Final = {401: ExitCode.KEY, 403: ExitCode.KEY, 429: ExitCode.QUOTA}

# What the SDK calls the inputs of the command.
_PARAMETER: Final = re.compile(
    r"\A(analysis_id|domain|file_id|file_path|ip_address|object_id|url|url_id|user_id): "
)

# What the way to the service depends on; it is looked at when something is sent.
_SETTING: Final = re.compile(r"\A(base_url|proxies): ")

# An API key is 64 hexadecimal digits, as the SHA-256 of a file is.
_LIKE_A_KEY: Final = re.compile(r"(?<![\w-])[0-9a-fA-F]{64}(?![\w-])")
_HIDDEN: Final = "(an API key?)"

_keys: list[re.Pattern[str]] = []


def worst(codes: Iterable[ExitCode]) -> ExitCode:
    """Return the code that wins, `OK` of none."""
    return min(codes, key=_ORDER.index, default=ExitCode.OK)


def code_of(error: VirusTotalAPIError) -> ExitCode:
    """Return the exit code that stands for an error."""
    if isinstance(error, NotFoundError) and _analysis_id(error):
        # It was sent just now, so the service knows it.
        return ExitCode.NOT_ANALYSED
    for kind, code in _CODES:
        if isinstance(error, kind):
            return code
    return _STATUSES.get(getattr(error, "status", 0), ExitCode.SERVICE)


def is_of_settings(error: VirusTotalAPIError) -> bool:
    """Return whether an error is that of how the service is reached, and of no input."""
    return isinstance(error, InvalidInputError) and bool(_SETTING.match(error.message))


def hide_keys(*keys: str | None) -> None:
    """Set the keys that no message of this module repeats."""
    bare = [key.strip() for key in keys if key and key.strip()]
    _keys[:] = [re.compile(rf"(?<!\w){re.escape(key)}(?!\w)") for key in bare]


def without_keys(text: str, known: str = "") -> str:
    """Return a text without API keys and without what could be one, but for what is known."""
    for key in _keys:
        text = key.sub(_HIDDEN, text)
    return _LIKE_A_KEY.sub(lambda found: found[0] if found[0] in known else _HIDDEN, text)


def complain(text: str, known: str = "") -> None:
    """Print an error on one line of stderr."""
    say(f"error: {without_keys(clean(text), known)}")


def note(text: str, known: str = "") -> None:
    """Print on one line of stderr what is worth knowing and no error."""
    say(f"note: {without_keys(clean(text), known)}")


def usage(text: str) -> None:
    """Print what is wrong with the arguments, in the words of Typer."""
    # Its newest versions have the words of pydantic, prefix included.
    say(without_keys(text.replace("Value error, ", "")).rstrip("\n"))


def say(text: str) -> None:
    """Print text that is safe on stderr."""
    with contextlib.suppress(OSError):  # there is nowhere to say that nothing can be said
        print(text, file=sys.stderr, flush=True)


def fail(error: VirusTotalAPIError, subject: str = "", known: str = "") -> ExitCode:
    """Say on stderr what went wrong and return the exit code.

    Args:
        error: what went wrong.
        subject: the input that it went wrong with, if with one.
        known: a text whose 64 hexadecimal digits are no key.
    """
    words = _explain(error, subject)
    if subject and (isinstance(error, InvalidInputError) or subject not in words):
        words = f"{subject}: {words}"
    complain(words, known)
    return code_of(error)


def describe(error: VirusTotalAPIError, subject: str) -> dict[str, Any]:
    """Return an error as a JSON object, with its exit code and the analysis that it is about."""
    analysis_id = _analysis_id(error)
    return {
        "code": getattr(error, "raw_code", "") or type(error).__name__,
        "message": without_keys(_explain(error, subject)),
        "exit_code": int(code_of(error)),
        **({"analysis_id": analysis_id} if analysis_id else {}),
    }


def _analysis_id(error: VirusTotalAPIError) -> str | None:
    found: str | None = getattr(error, "analysis_id", None)
    return found or getattr(getattr(error, "last", None), "id", None)


def _explain(error: VirusTotalAPIError, subject: str) -> str:
    words = [_reason(error, subject), *getattr(error, "__notes__", ())]
    if (analysis_id := _analysis_id(error)) and analysis_id not in words[0]:
        words.append(f"the id of the analysis is {analysis_id}")
    return "; ".join(words)


def _reason(error: VirusTotalAPIError, subject: str) -> str:
    match error:
        case MissingAPIKeyError():
            return (
                "no API key: set VT_API_KEY, give --api-key before the command, or keep one by "
                "vt-sdk init"
            )
        case AmbiguousIndicatorError():
            return "may be a domain or the name of a file; --assume says which"
        case NotFoundError() if _analysis_id(error):
            return "sent, but the service has no report of it yet"
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
        case InvalidInputError() if subject:
            # The input is named beside it, and nobody has typed the name of a parameter.
            reason = _PARAMETER.sub("", error.message)
            return reason.removeprefix(f"{subject!r} is ").replace(f": {subject!r}", "", 1)
    return error.message


def _when(error: APIError) -> str:
    """Say when another try is worth it, where the service says so."""
    if error.retry_after is not None:
        return f"; try again in {error.retry_after:g} s"
    if isinstance(error, QuotaExceededError) and error.resets_at is not None:
        return f"; the quota starts anew at {error.resets_at:%Y-%m-%d %H:%M} UTC"
    return ""
