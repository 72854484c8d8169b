"""The seed's base class, and what it shares with the client that holds all groups.

A call takes four hops: resource method, `VirusTotalAPI._call`, core flow, transport.
"""

import os
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, Any, Final, Literal, Self, TypeVar, Unpack, overload

from vt_sdk import transports
from vt_sdk.core.decode import Scalar, check_strictly
from vt_sdk.core.exchange import fetch
from vt_sdk.core.flow import Flow, run
from vt_sdk.core.objects import Received, VTObject
from vt_sdk.core.operation import CallOptions, OperationGroup, QueryValue, request_to
from vt_sdk.core.paging import Page
from vt_sdk.core.quota import RateLimiter, day_is_spent, next_day, seconds_to_next_minute
from vt_sdk.core.readers import read_anything
from vt_sdk.core.request import Request, Response, Timeout
from vt_sdk.core.retry import RetryPolicy, with_retry
from vt_sdk.core.settings import (
    BASE_URL,
    DEFAULT_TIMEOUT,
    Drift,
    Headers,
    Settings,
    check_key,
    refuse_key,
)
from vt_sdk.errors import (
    InvalidInputError,
    LookupOnlyError,
    QuotaExceededError,
    TransportError,
)
from vt_sdk.events import Event, Usage
from vt_sdk.status import VTStatus
from vt_sdk.watch import Books, Watch

if TYPE_CHECKING:
    from vt_sdk.files import Download, DownloadTarget

__all__ = ["Configured", "Limits", "VirusTotalAPI", "limits_of"]

T = TypeVar("T")
M = TypeVar("M", bound=Received)

_DEFAULT_RETRY: Final = RetryPolicy()


@dataclass(frozen=True, slots=True)
class Limits:
    """What one call, and the pages after it, must keep to.

    Attributes:
        timeout: what takes the place of the configured timeout.
        until: when the call must be over, of the clock of `time.monotonic`.
        sleep: what waits before a request, for so many seconds.
    """

    timeout: Timeout | Literal["configured"] = "configured"
    until: float | None = None
    sleep: Callable[[float], object] = time.sleep

    def on(self, request: Request) -> Request:
        """Give a request that keeps to them."""
        until = request.until
        if self.until is not None:
            until = self.until if until is None else min(self.until, until)
        return replace(request, timeout=self.timeout, until=until)


_NO_LIMITS: Final = Limits()


def _left(until: float | None) -> float | None:
    return None if until is None else max(0.0, until - time.monotonic())


def limits_of(options: CallOptions) -> Limits:
    """Give what the options of a call say that it must keep to, from now on.

    Raises:
        InvalidInputError: the deadline is none.
    """
    if not options:
        return _NO_LIMITS
    unknown = options.keys() - CallOptions.__annotations__.keys()
    if unknown:
        raise TypeError(f"unexpected keyword argument {sorted(unknown)[0]!r}")
    timeout: Timeout | Literal["configured"] = options.get("timeout", "configured")
    deadline = options.get("deadline")
    if deadline is None:
        return Limits(timeout)
    if not isinstance(deadline, (int, float)) or not deadline > 0:
        raise InvalidInputError(f"deadline: expected seconds above 0, got {deadline!r:.100}")
    return Limits(timeout, time.monotonic() + deadline)


class _Connection:
    """Settings and a transport, shared by every group of a client."""

    def __init__(
        self,
        settings: Settings,
        transport: transports.Transport | None,
        session: "transports.Session | None",
    ) -> None:
        self.settings = settings
        self.books = Books()
        self._session = session
        self._transport = transport

    # A pickled client travels with neither key nor connections: it asks for the key again.
    def __getstate__(self) -> dict[str, Any]:
        state = {**vars(self), "_session": None, "_transport": None}
        state.pop("_own_transport", None)
        return state

    @property
    def transport(self) -> transports.Transport:
        if self._transport is None:
            from vt_sdk.transports.requests_transport import RequestsTransport

            # Threads that come here at once must not each get connections of its own; the first
            # one to write wins. Not by a lock, which a fork could leave shut.
            own = vars(self).setdefault("_own_transport", RequestsTransport(self._session))
            self._transport = own
        return self._transport

    def _is_cached(self, request: Request) -> bool:
        # Not every transport has a cache to look into.
        is_cached = getattr(self.transport, "is_cached", None)
        return is_cached is not None and bool(is_cached(request, self.settings))

    def run(self, flow: Flow[T], limits: Limits, watch: Watch) -> T:
        """Run a flow: repeat what may be repeated, wait where it says, tell what happens."""
        settings, limiter = self.settings, self.settings.rate_limit

        def next_place() -> float | None:
            return None if limiter is None else seconds_to_next_minute(limiter.windows())

        def wait(request: Request) -> None:
            watch.waits(request, "retry" if request.attempt > 1 else "poll")
            left = _left(limits.until)
            limits.sleep(request.delay if left is None else min(request.delay, left))

        def send(request: Request) -> Response:
            if request.submits and settings.lookup_only:
                raise LookupOnlyError(f"{request.operation}: this client only looks things up")
            refuse_key(request, settings)  # before anybody is told of the address
            if limits is not _NO_LIMITS:
                request = limits.on(request)
            if limiter is not None and not self._is_cached(request):
                seconds = limiter.reserve(_left(request.until))
                if seconds > 0:
                    watch.waits(replace(request, delay=seconds), "rate_limit")
                    limits.sleep(seconds)
            watch.sends(request)
            sent_at = time.monotonic()
            try:
                response = self.transport.send(request, settings)
            except TransportError as error:
                error.sent_at, error.received_at = sent_at, time.monotonic()
                watch.failed(request, error)
                raise
            watch.received(request, response)
            return response

        try:
            return run(with_retry(flow, settings.retry, next_place, limits.until), send, wait)
        except QuotaExceededError as error:
            if limiter is not None and day_is_spent(limiter.windows()):
                error.resets_at = next_day(datetime.now(UTC))
            raise


class Configured:
    """What can be configured, on a single group and on the client of all groups alike.

    Args:
        api_key: the API key: printable ASCII without spaces. `VT_API_KEY` of the environment if
            None; without either, the first call raises `MissingAPIKeyError`.
        timeout: seconds to connect and to wait for the next bytes, or one number for both; None
            waits for ever.
        proxies: proxies by scheme, as requests takes them; they win over the environment.
        base_url: the address of the service, for an emulator or a gateway of one's own.
        session: a session of requests, or of a library that extends it, to send with.
        transport: another way over the wire; excludes `session`.
        retry: how often and how patiently requests are repeated.
        rate_limit: what spaces the requests, such as a `RateLimit`; or `public`, the limits of a
            free key.
        verify: whether certificates are checked, or the path of the authorities to trust.
        cert: the path of a client certificate, or of certificate and key.
        user_agent: what the User-Agent starts with, such as the name of the application.
        tool: the name of the integration (`x-tool`); some licences answer more with it.
        strict: whether fields that no model knows raise `UnknownFieldError`.
        on_drift: called when an answer held what the models do not know.
        on_event: called with each request, answer, repetition and wait, and with drift: the values
            of `vt_sdk.events`.
        lookup_only: whether uploads and submissions raise `LookupOnlyError`, so that nothing of
            one's own gets out.

    Raises:
        InvalidInputError: the key cannot be one.
    """

    def __init__(
        self,
        api_key: str | None = None,
        timeout: Timeout = DEFAULT_TIMEOUT,
        proxies: Mapping[str, str] | None = None,
        *,
        base_url: str = BASE_URL,
        session: "transports.Session | None" = None,
        transport: transports.Transport | None = None,
        retry: RetryPolicy = _DEFAULT_RETRY,
        rate_limit: RateLimiter | Literal["public"] | None = None,
        verify: bool | str = True,
        cert: str | tuple[str, str] | None = None,
        user_agent: str | None = None,
        tool: str | None = None,
        strict: bool = False,
        on_drift: Callable[[Drift], object] | None = None,
        on_event: Callable[[Event], object] | None = None,
        lookup_only: bool = False,
    ) -> None:
        key = os.environ.get("VT_API_KEY") if api_key is None else api_key
        if key:
            check_key(key)
        settings = Settings(
            base_url=base_url,
            headers=Headers({"x-apikey": key} if key else {}),
            timeout=timeout,
            proxies=proxies,
            verify=verify,
            cert=cert,
            retry=retry,
            rate_limit=_limiter(rate_limit),
            user_agent=user_agent,
            tool=tool,
            strict=strict,
            on_drift=on_drift,
            on_event=on_event,
            lookup_only=lookup_only,
        )
        self._attach(_Connection(settings, transport, session))

    def _attach(self, connection: _Connection) -> None:
        self._connection = connection

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.base_url}>"

    @property
    def base_url(self) -> str:
        """The address of the service, without a slash at the end."""
        return self.settings.base_url

    @base_url.setter
    def base_url(self, value: str) -> None:
        self.settings.base_url = value

    @property
    def headers(self) -> Headers:
        """The headers of every request to the service, the key under `x-apikey`."""
        return self.settings.headers

    @headers.setter
    def headers(self, value: Mapping[str, str]) -> None:
        self.settings.headers = Headers(value)

    @property
    def timeout(self) -> Timeout:
        """Seconds to connect and to read, or one number for both; None waits for ever."""
        return self.settings.timeout

    @timeout.setter
    def timeout(self, value: Timeout) -> None:
        self.settings.timeout = value

    @property
    def proxies(self) -> Mapping[str, str] | None:
        """The proxies by scheme; they win over the environment."""
        return self.settings.proxies

    @proxies.setter
    def proxies(self, value: Mapping[str, str] | None) -> None:
        self.settings.proxies = value

    @property
    def settings(self) -> Settings:
        """All that is configured, shared with the groups of the same client."""
        return self._connection.settings

    @property
    def usage(self) -> Mapping[str, Usage]:
        """What each operation has cost since the client was made, by its name."""
        return self._connection.books.snapshot()

    @property
    def transport(self) -> transports.Transport:
        """The way over the wire, shared with the groups of the same client."""
        return self._connection.transport

    @overload
    def request(
        self,
        method: str,
        path: str,
        *,
        model: type[M],
        query: Mapping[str, QueryValue] | None = ...,
        data: object = ...,
        document: Mapping[str, object] | None = ...,
        repeatable: bool | None = ...,
        **options: Unpack[CallOptions],
    ) -> M: ...
    @overload
    def request(
        self,
        method: str,
        path: str,
        *,
        model: type[Page[M]],
        query: Mapping[str, QueryValue] | None = ...,
        data: object = ...,
        document: Mapping[str, object] | None = ...,
        repeatable: bool | None = ...,
        **options: Unpack[CallOptions],
    ) -> Page[M]: ...
    @overload
    def request(
        self,
        method: str,
        path: str,
        *,
        query: Mapping[str, QueryValue] | None = ...,
        data: object = ...,
        document: Mapping[str, object] | None = ...,
        repeatable: bool | None = ...,
        **options: Unpack[CallOptions],
    ) -> VTObject | Page[VTObject] | Scalar: ...
    def request(
        self,
        method: str,
        path: str,
        *,
        model: Any = None,
        query: Mapping[str, QueryValue] | None = None,
        data: object = None,
        document: Mapping[str, object] | None = None,
        repeatable: bool | None = None,
        **options: Unpack[CallOptions],
    ) -> Any:
        """Ask for what this version has no method for, with the same key, retries and errors.

        Args:
            method: the HTTP method.
            path: the path below `base_url`, percent-encoded, such as `/files/abc/brand_new`.
            model: the class of the object in the answer, `Page[…]` of it for a listing; without
                it the `type` of each object decides.
            query: what follows the path: texts, numbers, truth values, days, several of them.
            data: what the JSON envelope of the body holds.
            document: a JSON body without the envelope.
            repeatable: whether sending it twice does no harm; only GET and HEAD unless said.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The object or the `Page`; without `model` also the scalar that `data` is, or None.

        Raises:
            InvalidInputError: the method or the path is none.
            APIError: the service answered with an error.
            InvalidResponseError: the answer is not what the model or the API speaks.
            TransportError: no answer came.
        """
        asked = request_to(
            method, path, query=query, data=data, document=document, repeatable=repeatable
        )
        return self._group()._call(fetch(asked, read_anything(model)), **options)

    def _group(self) -> "VirusTotalAPI":
        return VirusTotalAPI._sharing(self._connection)

    def close(self) -> None:
        """Give connections back. Optional: an open client does no harm, a closed one works on."""
        self.transport.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _limiter(given: RateLimiter | str | None) -> RateLimiter | None:
    if not isinstance(given, str):
        return given
    if given != "public":
        raise InvalidInputError(f"rate_limit: no profile of this name: {given!r:.100}")
    from vt_sdk.limits import RateLimit  # its library is an extra

    return RateLimit.public()


class _Last(threading.local):
    """What the last call of each thread left behind."""

    http_error: VTStatus | None = None
    result: object = None


class VirusTotalAPI(Configured, OperationGroup):
    """The base of all groups of operations, as in the seed: `VirusTotalAPIFiles` and so on.

    Methods return typed objects and raise `VirusTotalAPIError`s. `get_last_http_error` and
    `get_last_result` tell about the last call of the calling thread.
    """

    HTTP_OK = VTStatus.HTTP_OK
    HTTP_BAD_REQUEST_ERROR = VTStatus.HTTP_BAD_REQUEST_ERROR
    HTTP_AUTHENTICATION_REQUIRED_ERROR = VTStatus.HTTP_AUTHENTICATION_REQUIRED_ERROR
    HTTP_FORBIDDEN_ERROR = VTStatus.HTTP_FORBIDDEN_ERROR
    HTTP_NOT_FOUND_ERROR = VTStatus.HTTP_NOT_FOUND_ERROR
    HTTP_ALREADY_EXISTS_ERROR = VTStatus.HTTP_ALREADY_EXISTS_ERROR
    HTTP_QUOTA_EXCEEDED_ERROR = VTStatus.HTTP_QUOTA_EXCEEDED_ERROR
    HTTP_TRANSIENT_ERROR = VTStatus.HTTP_TRANSIENT_ERROR

    _version_api = "version 3"

    def _attach(self, connection: _Connection) -> None:
        super()._attach(connection)
        self._last = _Last()

    @classmethod
    def _sharing(cls, connection: _Connection) -> Self:
        """Make a group over the connection of a client."""
        group = cls.__new__(cls)
        group._attach(connection)
        return group

    def __getstate__(self) -> dict[str, Any]:
        return {name: value for name, value in vars(self).items() if name != "_last"}

    def __setstate__(self, state: dict[str, Any]) -> None:
        vars(self).update(state)
        self._attach(self._connection)

    @property
    def _last_http_error(self) -> VTStatus | None:
        return self._last.http_error

    @_last_http_error.setter
    def _last_http_error(self, value: int | None) -> None:
        self._last.http_error = None if value is None else VTStatus(value)

    @property
    def _last_result(self) -> object:
        return self._last.result

    @_last_result.setter
    def _last_result(self, value: object) -> None:
        self._last.result = value

    def _group(self) -> "VirusTotalAPI":
        return self

    def get_version_api(self) -> str:
        """Give the version of the API: `version 3`."""
        return self._version_api

    def get_last_http_error(self) -> VTStatus | None:
        """Give the status of the last answer that the calling thread got through this object.

        Returns:
            The status, after an `APIError` too; None before the first call and after a call that
            got no answer.
        """
        return self._last_http_error

    def get_last_result(self) -> object:
        """Give what the last method of the calling thread returned, None if it raised."""
        return self._last_result

    def _call(self, flow: Flow[T], **options: Unpack[CallOptions]) -> T:
        """Run a flow and give its result, which the thread's `get_last_…` then tell about."""
        return self._call_within(limits_of(options), flow)

    def _call_within(self, limits: Limits, flow: Flow[T]) -> T:
        self._last_http_error = self._last_result = None
        watch = Watch(self.settings, self._connection.books)
        try:
            result = self._connection.run(flow, limits, watch)
        finally:
            self._last_http_error = watch.status
        if isinstance(result, Page):
            # What holds for the call holds for the pages after it.
            result.bind(partial(self._call_within, limits))
        self._look_for_drift(watch.operation, result)
        self._last_result = result
        return result

    def _download(
        self,
        request: Request,
        target: "DownloadTarget",
        max_bytes: int,
        expected: str | None = None,
        **options: Unpack[CallOptions],
    ) -> "Download":
        """Write the content that a request is answered with to a target.

        Args:
            request: what to send.
            target: a path, written whole or not at all, or a file object opened in binary mode.
            max_bytes: the most bytes to take.
            expected: the MD5, SHA-1 or SHA-256 that the content must have, None for any.
            options: `timeout` and `deadline` of the call.
        """
        from vt_sdk.files import receiving  # few programs download

        with receiving(target, expected) as receiver:
            received = replace(request, sink=receiver, max_bytes=max_bytes)
            flow = fetch(received, lambda response, request: receiver.result())
            return self._call(flow, **options)

    def _look_for_drift(self, operation: str, result: object) -> None:
        settings = self.settings
        if not isinstance(result, (Received, Page)):
            return
        if settings.on_drift is not None or settings.on_event is not None:
            unknown = tuple(result.unknown_fields())
            if unknown or result.issues:
                found = Drift(operation, unknown, result.issues)
                for tell in (settings.on_drift, settings.on_event):
                    if tell is not None:
                        tell(found)
        if settings.strict:
            check_strictly(result)
