"""The exception tree: its shape, the seed's codes and texts, pickles and copies."""

import builtins
import copy
import errno
import inspect
import pickle
from datetime import UTC, datetime
from typing import Any

import pytest
import requests
import urllib3

import vt_sdk
from vt_sdk import ErrorCode, Response, VTStatus, errors
from vt_sdk.errors import API_ERRORS, VirusTotalAPIError

RESPONSE = Response(
    429, {"retry-after": "5"}, b"{}", "GET", "https://example.com/x", 1.0, 2.0, attempts=3
)

CLASSES: list[type[VirusTotalAPIError]] = [getattr(errors, name) for name in errors.__all__]
API_CLASSES = [cls for cls in CLASSES if issubclass(cls, errors.APIError)]


def made(cls: type[VirusTotalAPIError]) -> VirusTotalAPIError:
    """Make an error of a class, with everything that it can carry."""
    construct: Any = cls
    error: VirusTotalAPIError
    if issubclass(cls, errors.APIError):
        error = construct(
            "text", status=429, raw_code="SomeError", response=RESPONSE, retry_after=5.0
        )
    elif cls is errors.InvalidResponseError:
        error = construct("text", raw=b"<html>", status=502, content_type="text/html")
    elif cls is errors.FileReadError:
        error = construct("text", errno.EACCES)
    elif cls is errors.RateLimitError:
        error = construct("text", 5.0)
    elif cls is errors.BatchStoppedError:
        reason = errors.WaitTimeoutError("reason", {"last": 1})
        error = construct("text", reason=reason, resume_at=2, taken=4, pending=("a", "b"))
    elif cls is errors.FeedGapError:
        reason = errors.WaitTimeoutError("reason", {"last": 1})
        error = construct("text", minutes=(datetime(2026, 1, 2, tzinfo=UTC),), reason=reason)
    elif cls is errors.UnknownFieldError:
        error = construct("text", ("a.b",), {"a": 1})
    elif cls in (errors.WaitTimeoutError, errors.AnalysisFailedError):
        error = construct("text", {"last": 1})
    else:
        error = construct("text")
    if isinstance(error, errors.TransportError):
        error.may_have_arrived = False
        error.attempts = 2
    return error


def carried(error: BaseException) -> dict[str, Any]:
    """Return what an error holds, in a form that is compared by value."""
    return {
        name: (type(value), value.args, carried(value)) if isinstance(value, Exception) else value
        for name, value in vars(error).items()
    }


def test_the_tree() -> None:
    parents = {cls.__name__: cls.__bases__ for cls in CLASSES}
    base = errors.VirusTotalAPIError
    assert parents.pop("VirusTotalAPIError") == (Exception,)
    expected: dict[str, tuple[type[BaseException], ...]] = {
        "APIError": (base,),
        "ClientError": (errors.APIError,),
        "ServerError": (errors.APIError,),
        "TransportError": (base,),
        "APIConnectionError": (errors.TransportError,),
        "APITimeoutError": (errors.TransportError,),
        "NotCachedError": (errors.TransportError,),
        "InvalidResponseError": (base,),
        "InvalidInputError": (base, ValueError),
        "FileTooLargeError": (errors.InvalidInputError,),
        "EmptyFileError": (errors.InvalidInputError,),
        "AmbiguousIndicatorError": (errors.InvalidInputError,),
        "LookupOnlyError": (errors.InvalidInputError,),
        "MissingAPIKeyError": (errors.InvalidInputError,),
        "FileReadError": (base, OSError),
        "StoreError": (base,),
        "EngineError": (base,),
        "WaitTimeoutError": (base,),
        "AnalysisFailedError": (base,),
        "RateLimitError": (base,),
        "BatchStoppedError": (base,),
        "FeedGapError": (base,),
        "NoClientError": (base,),
        "UnknownFieldError": (base,),
        "MissingFieldError": (base, AttributeError),
    }
    for code in ErrorCode:
        expected[code.value.removesuffix("Error") + "Error"] = (errors.APIError,)
    assert parents == expected


@pytest.mark.parametrize("code", ErrorCode)
def test_one_class_for_each_code(code: ErrorCode) -> None:
    cls = API_ERRORS[code]
    assert cls.__name__ == code.value.removesuffix("Error") + "Error"
    assert issubclass(cls, errors.APIError)
    assert cls.__doc__ is not None
    assert cls.__doc__.startswith(f"{int(code.status or 0)}: ")
    assert list(API_ERRORS.values()).count(cls) == 1


@pytest.mark.parametrize("cls", CLASSES)
def test_every_class(cls: type[VirusTotalAPIError]) -> None:
    assert getattr(vt_sdk, cls.__name__) is cls
    assert cls.__name__ not in dir(builtins)
    assert not issubclass(cls, (requests.RequestException, urllib3.exceptions.HTTPError))
    assert cls.__module__ == "vt_sdk.errors"
    is_caught_only = cls in (errors.VirusTotalAPIError, errors.APIError, errors.TransportError)
    assert ("\n\nRemedy:\n" in (inspect.getdoc(cls) or "")) == (not is_caught_only)
    assert errors.__doc__ is not None
    if cls not in API_ERRORS.values():
        assert f" {cls.__name__}" in errors.__doc__


@pytest.mark.parametrize("cls", CLASSES)
def test_every_error_travels_with_all_it_carries(cls: type[VirusTotalAPIError]) -> None:
    error = made(cls)
    error.add_note("a note")
    copies = [copy.copy(error), copy.deepcopy(error)]
    copies += [pickle.loads(pickle.dumps(error, p)) for p in range(pickle.HIGHEST_PROTOCOL + 1)]
    for twin in copies:
        assert type(twin) is cls
        assert carried(twin) == carried(error)
        assert twin.args == error.args
        assert str(twin) == str(error) == "text"
        assert repr(twin) == repr(error)
        assert (twin.message, twin.err_code) == ("text", error.err_code)
        if isinstance(error, OSError):
            assert isinstance(twin, OSError)
            assert twin.errno == error.errno


class OfAUser(errors.NotFoundError):
    """A class under one of the package, with arguments of its own."""

    def __init__(self, message: str, path: str) -> None:
        super().__init__(message)
        self.path = path


class FileOfAUser(errors.FileReadError):
    """A file error with arguments of its own."""

    def __init__(self, path: str) -> None:
        super().__init__(f"no {path}", errno.ENOENT)
        self.path = path


@pytest.mark.parametrize("cls", CLASSES)
def test_a_message_is_enough(cls: type[VirusTotalAPIError]) -> None:
    error = cls("text")
    assert str(error) == error.message == "text"
    twin = pickle.loads(pickle.dumps(error))
    assert (type(twin), carried(twin)) == (cls, carried(error))
    assert type(cls(*error.args)) is cls  # as task queues make them anew


@pytest.mark.parametrize("code", ErrorCode)
def test_status_and_code_follow_from_the_class(code: ErrorCode) -> None:
    error = API_ERRORS[code]("text")
    assert (error.code, error.raw_code, error.status) == (code, code.value, code.status)
    assert type("OfAUser", (API_ERRORS[code],), {})("text").code is code


@pytest.mark.parametrize(
    ("cls", "status"), [(errors.APIError, 0), (errors.ClientError, 400), (errors.ServerError, 500)]
)
def test_what_no_code_says_follows_from_the_class(cls: type[errors.APIError], status: int) -> None:
    error = cls("text")
    assert (error.code, error.raw_code, error.status) == ("", "", status)


@pytest.mark.parametrize("error", [OfAUser("text", "a.exe"), FileOfAUser("a.exe")])
def test_errors_of_users_travel(error: OfAUser | FileOfAUser) -> None:
    for twin in (pickle.loads(pickle.dumps(error)), copy.copy(error)):
        assert type(twin) is type(error)
        assert (twin.path, str(twin), carried(twin)) == ("a.exe", str(error), carried(error))
        assert getattr(twin, "errno", None) == getattr(error, "errno", None)


def test_err_codes_and_texts_of_the_seed() -> None:
    connection, timeout = errors.APIConnectionError(), errors.APITimeoutError()
    assert (str(connection), connection.err_code) == ("Connection error", errno.ECONNABORTED)
    assert (str(timeout), timeout.err_code) == ("Timeout error", errno.ETIMEDOUT)
    assert connection.may_have_arrived
    assert errors.VirusTotalAPIError("x").err_code is None
    assert errors.VirusTotalAPIError("x", 5).err_code == 5
    assert errors.InvalidInputError("x").err_code == errno.EINVAL
    assert errors.EmptyFileError("x").err_code == errno.EINVAL
    assert errors.MissingAPIKeyError("x").err_code == errno.EINVAL
    assert errors.FileTooLargeError("x").err_code == errno.EFBIG
    assert errors.WaitTimeoutError("x").err_code == errno.ETIMEDOUT
    assert errors.AnalysisFailedError("x").err_code is None
    assert errors.InvalidResponseError("x").err_code is None
    assert errors.MissingFieldError("x").err_code is None


def test_a_file_error_is_an_os_error() -> None:
    error = errors.FileReadError("File not found", errno.ENOENT)
    assert isinstance(error, OSError)
    assert error.errno == error.err_code == errno.ENOENT
    assert str(error) == "File not found"


@pytest.mark.parametrize(
    ("cls", "builtin"),
    [
        (errors.InvalidInputError, ValueError),
        (errors.EmptyFileError, ValueError),
        (errors.FileTooLargeError, ValueError),
        (errors.MissingAPIKeyError, ValueError),
        (errors.FileReadError, OSError),
        (errors.MissingFieldError, AttributeError),
    ],
)
def test_builtin_bases(cls: type[VirusTotalAPIError], builtin: type[Exception]) -> None:
    with pytest.raises(builtin, match="text"):
        raise made(cls)


@pytest.mark.parametrize("cls", API_CLASSES)
def test_what_an_api_error_says(cls: type[errors.APIError]) -> None:
    error = cls("text", status=429, raw_code="QuotaExceeded", response=RESPONSE, retry_after=5.0)
    assert error.status is VTStatus.HTTP_QUOTA_EXCEEDED_ERROR
    assert error.code is ErrorCode.QUOTA_EXCEEDED_ERROR
    assert error.raw_code == "QuotaExceeded"
    assert error.retry_after == 5.0
    assert error.response is RESPONSE
    assert repr(error) == f"<{cls.__name__} 429 QuotaExceeded GET https://example.com/x>"
    offline = cls("text", status=599, raw_code="BrandNew")
    assert offline.status == 599
    assert offline.code == "BrandNew"
    assert offline.response is None
    assert offline.attempts == 1
    assert repr(offline) == f"<{cls.__name__} 599 BrandNew>"


def test_a_quota_error_does_not_guess() -> None:
    error = errors.QuotaExceededError("x", status=429, raw_code="QuotaExceededError")
    assert error.resets_at is None


def test_an_invalid_response_says_its_status() -> None:
    error = errors.InvalidResponseError("x", raw=b"raw", status=502, content_type="text/html")
    assert error.status == VTStatus(502)
    assert (error.raw, error.content_type) == (b"raw", "text/html")
    assert errors.InvalidResponseError("x").status is None
