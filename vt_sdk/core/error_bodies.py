"""From an answer that is not a success to the error that says so."""

import json
from datetime import UTC, datetime
from typing import Any

from vt_sdk.core.layouts import Layout
from vt_sdk.core.request import LONGEST_WAIT_S, Request, Response
from vt_sdk.errors import (
    API_ERRORS,
    APIError,
    ClientError,
    ForbiddenError,
    InvalidResponseError,
    ServerError,
    VirusTotalAPIError,
)
from vt_sdk.status import ErrorCode

__all__ = ["api_error", "error_code", "error_from", "not_the_api", "refusal", "retry_after"]


def retry_after(response: Response) -> float | None:
    """Return the seconds that `Retry-After` asks to wait, sent as a number or as a date.

    Never more than a wait can take, so callers may sleep for as long.
    """
    text = response.header("retry-after").strip()
    if text.isascii() and text.isdigit():
        return min(float(text), LONGEST_WAIT_S)
    from email.utils import parsedate_to_datetime  # few answers need it, and sockets come with it

    try:
        until = parsedate_to_datetime(text)
        # Both dates are the service's, so a wrong clock on this side does no harm.
        now = parsedate_to_datetime(response.header("date"))
    except (TypeError, ValueError, IndexError, OverflowError):
        return None
    return min(max(0.0, (_aware(until) - _aware(now)).total_seconds()), LONGEST_WAIT_S)


def _aware(moment: datetime) -> datetime:
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _members(body: bytes) -> dict[str, Any]:
    try:
        document = json.loads(body)
    except (ValueError, RecursionError):
        return {}
    return document if isinstance(document, dict) else {}


def _error_member(body: bytes) -> dict[str, Any] | None:
    error = _members(body).get("error")
    return error if isinstance(error, dict) else None


def error_code(response: Response) -> ErrorCode | None:
    """Return the code in an error body, None if there is none."""
    error = _error_member(response.body)
    code = error.get("code") if error else None
    return ErrorCode(code) if isinstance(code, str) else None


def api_error(
    error: dict[str, Any],
    status: int | None = None,
    response: Response | None = None,
    implied: ErrorCode | None = None,
) -> APIError:
    """Return the typed error of an error body (`code`, `message`).

    Args:
        error: the body.
        status: the HTTP status, that of the code if None.
        response: the answer that held it.
        implied: the code of a body that has none.
    """
    code, message = error.get("code"), error.get("message")
    raw_code = code if isinstance(code, str) else ""
    known = ErrorCode(raw_code) if raw_code or implied is None else implied
    if status is None:
        status = known.status or 0
    kind = API_ERRORS.get(known) or (ServerError if status >= 500 else ClientError)
    text = message if isinstance(message, str) and message else raw_code or f"HTTP {status}"
    made = kind(
        text,
        status=status,
        raw_code=raw_code,
        response=response,
        retry_after=retry_after(response) if response else None,
    )
    made.code = known
    made.attempts = response.attempts if response else 1
    return made


def not_the_api(problem: str, response: Response) -> InvalidResponseError:
    """Return the error for an answer that is not what the API speaks; it keeps the bytes."""
    media_type = response.header("content-type")
    return InvalidResponseError(
        f"{problem}: HTTP {response.status}, {media_type or 'no content type'},"
        f" {len(response.body)} bytes that begin with {response.body[:80]!r}",
        raw=response.body,
        status=response.status,
        content_type=media_type,
    )


def refusal(document: object, response: Response | None = None) -> APIError | None:
    """Return the error of an answer that says of itself whether it is one; None if it is none.

    Args:
        document: the answer.
        response: what held it, None where it was kept elsewhere.
    """
    if isinstance(document, dict) and document.get("success") is False:
        return _without_code(document, response)
    return None


def _without_code(document: dict[str, Any], response: Response | None) -> APIError:
    words = (document.get(name) for name in ("message", "error", "detail"))
    message = next((text for text in words if isinstance(text, str)), "")
    status = response.status if response else 0
    return api_error({"message": message}, status, response, _CODES.get(status))


def error_from(response: Response, request: Request) -> VirusTotalAPIError:
    """Return the error of an answer that is not a success.

    Where the key is refused and a free one would be anyhow, the message says that as well.
    """
    error = _error_from(response, request.layout)
    if request.premium and isinstance(error, ForbiddenError):
        error.message += f" ({request.premium} needs a premium key)"
    return error


def _error_from(response: Response, layout: Layout) -> VirusTotalAPIError:
    # Who answers in a form of its own has one of its own for errors too, without a code: the status
    # says what went wrong.
    error = _error_member(response.body)
    if error is not None:
        return api_error(error, response.status, response)
    if not layout.is_common and (document := _members(response.body)):
        return _without_code(document, response)
    problem = not_the_api("The answer is not an error of the API", response)
    if response.status not in _GATEWAY_CODES:
        return problem
    # What stands before the service answers in its place, in words of its own: the status counts.
    code = _GATEWAY_CODES[response.status]
    return api_error({"message": problem.message}, response.status, response, code)


_GATEWAY_CODES = {
    429: ErrorCode.TOO_MANY_REQUESTS_ERROR,
    502: None,
    503: ErrorCode.TRANSIENT_ERROR,
    504: ErrorCode.DEADLINE_EXCEEDED_ERROR,
}

_CODES = {
    400: ErrorCode.BAD_REQUEST_ERROR,
    401: ErrorCode.AUTHENTICATION_REQUIRED_ERROR,
    403: ErrorCode.FORBIDDEN_ERROR,
    404: ErrorCode.NOT_FOUND_ERROR,
    409: ErrorCode.ALREADY_EXISTS_ERROR,
    **_GATEWAY_CODES,
}
