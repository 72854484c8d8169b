"""Every error that the package raises, as one tree.

None of them shadows a builtin, derives from an error of requests, or holds the API key. All can be
made of a message alone, as mocks do, and pickled, so they cross process pools. `err_code` is an
`errno` number where one fits, else None.

    VirusTotalAPIError
    ├ APIError                     the service answered with an error
    │ ├ one class for each error code of the service (NotFoundError, QuotaExceededError, …)
    │ └ ClientError, ServerError   codes that this version does not know, by status
    ├ TransportError               no answer came
    │ ├ APIConnectionError
    │ ├ APITimeoutError
    │ └ NotCachedError             a caching session that sends nothing does not have the answer
    ├ InvalidResponseError         an answer came that is not what the API speaks
    ├ InvalidInputError            refused before anything was sent (also a ValueError)
    │ ├ FileTooLargeError
    │ ├ EmptyFileError
    │ ├ AmbiguousIndicatorError
    │ ├ LookupOnlyError
    │ └ MissingAPIKeyError
    ├ FileReadError                a local file could not be read or written (also an OSError)
    ├ StoreError                   the store of a rate limit, a cache or a place cannot be used
    ├ EngineError                  what carries out a job cannot be reached or has failed
    ├ WaitTimeoutError             an analysis or another job did not end before the deadline
    ├ AnalysisFailedError          an analysis or another job ended without a result
    ├ RateLimitError               waiting for the quota would take longer than allowed
    ├ BatchStoppedError            no further report of a batch can be had
    ├ FeedGapError                 too many batches of a feed in a row are missing
    ├ NoClientError                a page without a client was asked for its next page
    ├ UnknownFieldError            strict mode met fields that no model knows
    └ MissingFieldError            a field that is always sent was not (also an AttributeError)
"""

import errno
from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any, ClassVar

from vt_sdk.status import ErrorCode, VTStatus

if TYPE_CHECKING:
    from vt_sdk.bulk.ledger import BatchItem
    from vt_sdk.core.request import Response

__all__ = [
    "APIConnectionError",
    "APIError",
    "APITimeoutError",
    "AlreadyExistsError",
    "AnalysisFailedError",
    "AuthenticationRequiredError",
    "BadRequestError",
    "BatchStoppedError",
    "ClientError",
    "DeadlineExceededError",
    "EmptyFileError",
    "EngineError",
    "FailedDependencyError",
    "FeedGapError",
    "FileReadError",
    "FileTooLargeError",
    "ForbiddenError",
    "InvalidArgumentError",
    "InvalidInputError",
    "InvalidResponseError",
    "AmbiguousIndicatorError",
    "LookupOnlyError",
    "MissingAPIKeyError",
    "MissingFieldError",
    "NoClientError",
    "NotAvailableYetError",
    "NotCachedError",
    "NotFoundError",
    "QuotaExceededError",
    "RateLimitError",
    "ServerError",
    "StoreError",
    "TooManyRequestsError",
    "TransientError",
    "TransportError",
    "UnknownFieldError",
    "UnselectiveContentQueryError",
    "UnsupportedContentQueryError",
    "UserNotActiveError",
    "VirusTotalAPIError",
    "WaitTimeoutError",
    "WrongCredentialsError",
]


class VirusTotalAPIError(Exception):
    """The base of all errors of the package.

    Attributes:
        message: what happened, in a form for people; `str(error)` is the same text.
        err_code: an `errno` number where one fits, else None.
        analysis_id: the analysis that goes on at the service, or another job, such as a ZIP file,
            where the error came after its submission; else None. `wait` takes it up again.
        cursor: where to go on, where the error came on the way through a listing; else None. The
            `cursor` of the method takes it; `iter_all` of its page begins exactly there.
    """

    analysis_id: str | None = None
    cursor: str | None = None

    def __init__(self, message: str, err_code: int | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.err_code = err_code

    def __str__(self) -> str:
        return self.message

    def _repr_html_(self) -> str:
        from vt_sdk.core.display import error_html

        return error_html(self)

    # Subclasses take further arguments, so the default (the class called with `args`) would fail.
    def __reduce__(self) -> tuple[Any, ...]:
        return _rebuild, (type(self), self.args), self.__dict__


def _rebuild(cls: type[VirusTotalAPIError], args: tuple[Any, ...]) -> VirusTotalAPIError:
    error = cls.__new__(cls, *args)
    error.args = args
    return error


class APIError(VirusTotalAPIError):
    """The service answered with an error.

    Made without `status` or `raw_code`, such as by a test, it has those of its class.

    Attributes:
        status: the HTTP status.
        code: the error code; look-up ignores a missing or an extra `Error`.
        raw_code: the code as it was sent, empty where none was.
        retry_after: seconds that the service asks to wait, None if it does not say.
        response: the answer: status, headers, body, method and URL of the request.
        attempts: how many times the request was sent.
    """

    # The status where neither the service nor the code says one.
    _status: ClassVar[int] = 0

    def __init__(
        self,
        message: str,
        *,
        status: int | None = None,
        raw_code: str | None = None,
        response: "Response | None" = None,
        retry_after: float | None = None,
    ) -> None:
        super().__init__(message)
        if raw_code is None:
            raw_code = next((_CODES[cls] for cls in type(self).__mro__ if cls in _CODES), "")
        self.code = ErrorCode(raw_code)
        self.status = VTStatus((self.code.status or self._status) if status is None else status)
        self.raw_code = raw_code
        self.response = response
        self.retry_after = retry_after
        self.attempts = 1

    def __repr__(self) -> str:
        origin = f" {self.response.method} {self.response.url}" if self.response else ""
        return f"<{type(self).__name__} {int(self.status)} {self.raw_code}{origin}>"


class ClientError(APIError):
    """The service answered 4xx with a code that this version does not know.

    Remedy:
        Read the message and `raw_code`; a newer version of the package may know the code.
    """

    _status = 400


class ServerError(APIError):
    """The service answered 5xx with a code that this version does not know.

    Remedy:
        Try again later; the message and `raw_code` are for the support of the service.
    """

    _status = 500


class BadRequestError(APIError):
    """400: the request is malformed.

    Remedy:
        Compare what was sent with the page of the operation. Typed methods rarely cause it,
        `request` may.
    """


class InvalidArgumentError(APIError):
    """400: a parameter or a value of the body is wrong.

    Remedy:
        The message names the argument; correct it. An id of another kind of object is a frequent
        cause, and so is a search modifier that does not exist.
    """


class NotAvailableYetError(APIError):
    """400: the resource exists later.

    Remedy:
        Ask again after a minute; feeds do so by themselves.
    """


class UnselectiveContentQueryError(APIError):
    """400: the content search is too broad.

    Remedy:
        Add longer or rarer contents, or other conditions.
    """


class UnsupportedContentQueryError(APIError):
    """400: the service does not support this form of content search.

    Remedy:
        Write the search with plain texts and bytes, without what the message names.
    """


class AuthenticationRequiredError(APIError):
    """401: no API key was sent.

    Remedy:
        Give the key as `api_key`, or in the environment variable `VT_API_KEY`.
    """


class UserNotActiveError(APIError):
    """401: the account of the API key is not activated.

    Remedy:
        Activate the account, by the link that its owner was sent.
    """


class WrongCredentialsError(APIError):
    """401: the API key is wrong.

    Remedy:
        Copy the key anew from the settings of the account.
    """


class ForbiddenError(APIError):
    """403: the licence or a privilege is missing.

    Remedy:
        `vt.capabilities()` tells what the key opens; use one with the licence, or leave the call
        out.
    """


class NotFoundError(APIError):
    """404: the service does not know the object.

    Remedy:
        Check the id. A file or URL that nobody has sent yet can be submitted: `get_or_scan` does
        both.
    """


class AlreadyExistsError(APIError):
    """409: the object exists already, such as a second vote.

    Remedy:
        Nothing needs to be done, or delete the old one first.
    """


class FailedDependencyError(APIError):
    """424: a request on which this one leans failed.

    Remedy:
        See to the other request, which the message names, and try again.
    """


class QuotaExceededError(APIError):
    """429: a quota of the minute, hour, day or month is spent.

    Remedy:
        Wait until `resets_at`, or for `retry_after` seconds. `vt.quotas.remaining()` tells what is
        left, `rate_limit=` keeps within it.

    Attributes:
        resets_at: when the quota starts anew, None where nothing tells which quota it was.
    """

    resets_at: datetime | None = None


class TooManyRequestsError(APIError):
    """429: too many requests came at once.

    Remedy:
        Send fewer at once: `rate_limit=` spaces requests, over threads, processes and machines.
    """


class TransientError(APIError):
    """503: the service has a temporary fault.

    Remedy:
        Look-ups and uploads were repeated already; try again later.
    """


class DeadlineExceededError(APIError):
    """504: the service took too long.

    Remedy:
        Ask for less at once, such as a smaller `limit`, or try again later.
    """


class TransportError(VirusTotalAPIError):
    """No answer came.

    Attributes:
        may_have_arrived: whether the service may have the whole request all the same. Matters for
            uploads, comments and votes: False means that nothing took effect.
        is_retryable: whether another attempt may go better.
        attempts: how many times the request was sent.
        sent_at: when it was sent the last time, of the clock of `Response.sent_at`.
        received_at: when it was given up.
    """

    may_have_arrived: bool = True
    is_retryable: bool = True
    attempts: int = 1
    sent_at: float = 0.0
    received_at: float = 0.0


class APIConnectionError(TransportError):
    """The connection could not be made or broke (`errno.ECONNABORTED`).

    Remedy:
        Check the network, `proxies`, `verify` and `base_url`; the message says what failed.
    """

    def __init__(self, message: str = "Connection error", err_code: int = errno.ECONNABORTED):
        super().__init__(message, err_code)


class APITimeoutError(TransportError):
    """The service did not answer in time (`errno.ETIMEDOUT`).

    Remedy:
        Try again later, or give a longer `timeout=`; uploads on slow lines need one.
    """

    def __init__(self, message: str = "Timeout error", err_code: int = errno.ETIMEDOUT):
        super().__init__(message, err_code)


class NotCachedError(TransportError):
    """A session with `only_cached=True` does not have the answer, and sent nothing (`ENOENT`).

    Remedy:
        Ask once without `only_cached=True`.
    """

    may_have_arrived = False
    is_retryable = False

    def __init__(self, message: str = "Not in the cache", err_code: int = errno.ENOENT):
        super().__init__(message, err_code)


class InvalidResponseError(VirusTotalAPIError):
    """An answer came that is not what the API speaks, such as a web page of a gateway.

    Remedy:
        Look at `raw`: a proxy or gateway on the way, or another `base_url`, has often answered in
        place of the service.

    Attributes:
        status: the HTTP status, None for a document that was parsed offline.
        content_type: the media type that the answer claims, empty if none.
        raw: the bytes of the body; nothing of the answer is lost.
    """

    def __init__(
        self,
        message: str,
        *,
        raw: bytes = b"",
        status: int | None = None,
        content_type: str = "",
    ) -> None:
        super().__init__(message)
        self.raw = raw
        self.status = None if status is None else VTStatus(status)
        self.content_type = content_type


class InvalidInputError(VirusTotalAPIError, ValueError):
    """An argument was refused before anything was sent (`errno.EINVAL`).

    Remedy:
        The message says what is expected; correct the argument.
    """

    def __init__(self, message: str, err_code: int = errno.EINVAL) -> None:
        super().__init__(message, err_code)


class AmbiguousIndicatorError(InvalidInputError):
    """The text may be the name of a file as well as a domain.

    Remedy:
        Say what it is by `assume=`.
    """


class LookupOnlyError(InvalidInputError):
    """The client only looks things up (`lookup_only=True`), and this call does more.

    Remedy:
        Make the call with a client without `lookup_only=True`.
    """


class FileTooLargeError(InvalidInputError):
    """The file is larger than the service takes (`errno.EFBIG`).

    Remedy:
        Send a part of it, such as one member of an archive.
    """

    def __init__(self, message: str, err_code: int = errno.EFBIG) -> None:
        super().__init__(message, err_code)


class EmptyFileError(InvalidInputError):
    """The file has no content.

    Remedy:
        Leave the file out; there is nothing to analyse.
    """


class MissingAPIKeyError(InvalidInputError):
    """No API key was given and the environment holds none.

    Remedy:
        Give `api_key`, or set the environment variable `VT_API_KEY`.
    """


class FileReadError(VirusTotalAPIError, OSError):
    """A local file could not be read or written; `err_code` and `errno` say why.

    Remedy:
        Check that the path exists, and the permissions.
    """

    def __init__(self, message: str, err_code: int = errno.EIO) -> None:
        super().__init__(message, err_code)
        self.errno = err_code

    def __reduce__(self) -> tuple[Any, ...]:
        return _rebuild, (type(self), self.args), {**self.__dict__, "errno": self.errno}


class StoreError(VirusTotalAPIError):
    """What the package keeps beside the service cannot be read or written, or not in time.

    It is the SQLite file or the Redis server of a rate limit, the file of a cache, or the one that
    holds a place. The message names it.

    Remedy:
        Check that the file or the server that the message names is there and may be written, and
        that no other process holds it for long.
    """


class EngineError(VirusTotalAPIError):
    """What carries out a job, such as a cluster of Dask, cannot be reached or has failed.

    Remedy:
        Check the address and the log of the cluster; the same call of `run` goes on where it was.
    """


class WaitTimeoutError(VirusTotalAPIError):
    """An analysis or another job did not end before the deadline (`errno.ETIMEDOUT`).

    Remedy:
        `vt.analyses.wait(error.analysis_id)` goes on waiting, without a new upload.

    Attributes:
        last: the last state that was seen, None if none came.
    """

    def __init__(self, message: str, last: Any = None) -> None:
        super().__init__(message, errno.ETIMEDOUT)
        self.last = last


class AnalysisFailedError(VirusTotalAPIError):
    """An analysis or another job, such as a retrohunt, ended without a result.

    Remedy:
        Look at `last`, and submit again.

    Attributes:
        last: the state that ended the wait.
    """

    def __init__(self, message: str, last: Any = None) -> None:
        super().__init__(message)
        self.last = last


class RateLimitError(VirusTotalAPIError):
    """Waiting for the quota would take longer than allowed.

    Remedy:
        Go on after `retry_after` seconds, or give the call a longer `deadline=`.

    Attributes:
        retry_after: seconds until the next request may go.
    """

    def __init__(self, message: str, retry_after: float = 0.0) -> None:
        super().__init__(message)
        self.retry_after = retry_after


class BatchStoppedError(VirusTotalAPIError):
    """A batch stopped: what befell one id would befall all others, or its time is over.

    Where the input was an iterator, `itertools.chain(error.pending, ids)` is what is left of it;
    where it can be gone through again, `chain(error.pending, islice(ids, error.taken, None))`. The
    ids of `ready` are among them and need not be asked for again.

    Remedy:
        See to `reason`, then go on with `pending` and the ids that were not taken yet.

    Attributes:
        reason: the error that stopped it.
        resume_at: the position of the first id whose item was not given out. In input order the
            items of all ids from there on are missing, in completion order those of `pending`.
        taken: how many ids were taken from the input.
        pending: the ids that were taken and whose item was not given out, in input order.
        ready: the items of those of them that were answered all the same, in input order; they
            could not be given out because an item before them is missing (`ordered=True`).
    """

    def __init__(
        self,
        message: str,
        *,
        reason: VirusTotalAPIError | None = None,
        resume_at: int = 0,
        taken: int = 0,
        pending: tuple[str, ...] = (),
        ready: "tuple[BatchItem[Any], ...]" = (),
    ) -> None:
        self.reason = reason or VirusTotalAPIError(message)
        super().__init__(message, self.reason.err_code)
        self.resume_at = resume_at
        self.taken = taken
        self.pending = pending
        self.ready = ready


class FeedGapError(VirusTotalAPIError):
    """More batches of a feed in a row are missing than a fault-free service leaves out.

    The cursor of the feed stands at the first of them; going on asks for them again. To pass over
    them, start a new feed behind the last one.

    Remedy:
        Iterate again to ask again, or begin a new feed behind `minutes`.

    Attributes:
        minutes: when the missing batches begin.
        reason: the error for the last of them.
    """

    def __init__(
        self,
        message: str,
        *,
        minutes: tuple[datetime, ...] = (),
        reason: VirusTotalAPIError | None = None,
    ) -> None:
        super().__init__(message)
        self.minutes = minutes
        self.reason = reason or VirusTotalAPIError(message)


class NoClientError(VirusTotalAPIError):
    """A page without a client, parsed offline or unpickled, was asked for its next page.

    Remedy:
        Give the page's `cursor` to the method of a client.
    """


class UnknownFieldError(VirusTotalAPIError):
    """Strict mode met fields that no model knows.

    Remedy:
        Read `value` all the same, or do without `strict=True`; a newer version may know the fields.

    Attributes:
        paths: the JSON paths of these fields.
        value: the object or page as it was parsed; nothing of the answer is lost.
    """

    def __init__(self, message: str, paths: tuple[str, ...] = (), value: Any = None) -> None:
        super().__init__(message)
        self.paths = paths
        self.value = value


class MissingFieldError(VirusTotalAPIError, AttributeError):
    """A field that complete objects always carry is absent from this one.

    Remedy:
        Ask for `name in object.model_fields_set` first, or catch this; descriptors and errors in a
        list have no attributes.
    """


def _class_of(code: ErrorCode) -> type[APIError] | None:
    found = globals().get(code.value.removesuffix("Error") + "Error")
    return found if isinstance(found, type) and issubclass(found, APIError) else None


# One class for each declared code: the class is called like the code.
API_ERRORS: Mapping[ErrorCode, type[APIError]] = {
    code: found for code in ErrorCode if (found := _class_of(code)) is not None
}

_CODES: Mapping[type, str] = {found: code.value for code, found in API_ERRORS.items()}
