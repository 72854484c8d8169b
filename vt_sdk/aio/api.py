"""The seed's base class, and what it shares with the client that holds all groups.

Do not edit: `python3 scripts/generate.py` made it from `vt_sdk/api.py`.
"""

import os
import time
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, Any, Literal, Self, Unpack, overload

import vt_sdk
from vt_sdk import transports
from vt_sdk.api import (
    _DEFAULT_RETRY,
    M,
    T,
    _certificate,
    _existing,
    _key_of_the_environment,
    _limiter,
    _Path,
)
from vt_sdk.core.async_paging import AsyncPage
from vt_sdk.core.async_readers import read_anything
from vt_sdk.core.decode import Scalar, check_strictly
from vt_sdk.core.flow import Flow
from vt_sdk.core.objects import Received, VTObject
from vt_sdk.core.operation import CallOptions, QueryValue, bounds_of, request_to
from vt_sdk.core.policy import UNBOUNDED, Bounds, CallContext, fetch, governed
from vt_sdk.core.request import Request, Timeout
from vt_sdk.core.retry import RetryPolicy
from vt_sdk.core.settings import (
    BASE_URL,
    DEFAULT_TIMEOUT,
    KEY_HEADER,
    Drift,
    Headers,
    Settings,
    check_key,
    checked_base_url,
    checked_headers,
    key_spellings,
)
from vt_sdk.drivers.aio import AsyncConnection, LastCall, Sleeping, run, sleep
from vt_sdk.drivers.instrumentation import Instrumentation, call_hook
from vt_sdk.errors import VirusTotalAPIError
from vt_sdk.status import VTStatus
from vt_sdk.transports.redaction import Redactor

if TYPE_CHECKING:
    from vt_sdk.files import Download, DownloadTarget

__all__ = ["AsyncConfigured", "AsyncVirusTotalAPI"]


class AsyncConfigured:
    """What can be configured, on a single group and on the client of all groups alike.

    Groups of one client and shallow copies share settings and connections. Pickles and deep copies
    hold neither the key, which they ask for where they are used, nor connections; a client with a
    session or a transport of its own refuses both with a `TypeError`.
    """

    def __init__(
        self,
        api_key: str | Callable[[], str] | None = None,
        timeout: Timeout = DEFAULT_TIMEOUT,
        proxies: Mapping[str, str] | None = None,
        *,
        base_url: str | None = None,
        session: "transports.ClientSession | None" = None,
        transport: transports.AsyncTransport | None = None,
        retry: RetryPolicy = _DEFAULT_RETRY,
        rate_limit: "vt_sdk.RateLimiter | Literal['public'] | None" = None,
        verify: bool | str | os.PathLike[str] = True,
        cert: "_Path | tuple[_Path, _Path] | None" = None,
        user_agent: str | None = None,
        tool: str | None = None,
        strict: bool = False,
        on_drift: Callable[[Drift], object] | None = None,
        on_event: "Callable[[vt_sdk.Event], object] | None" = None,
        lookup_only: bool = False,
    ) -> None:
        """Configure a client; nothing is sent, and all but the key can be checked here.

        Args:
            api_key: the API key, printable ASCII without spaces, or a function that gives it,
                called for each request. `VT_API_KEY` of the environment if None, read for each
                request; without either, the first call raises `MissingAPIKeyError`.
            timeout: seconds to connect and to wait for the next bytes, (5, 60) if not given, or one
                number for both; None waits for ever.
            proxies: proxies by scheme, as requests takes them, such as
                `{"https": "http://proxy.example:3128"}`; they win over the environment.
            base_url: the address of an emulator or a gateway. `VT_BASE_URL` of the environment if
                None, else the service itself, `https://www.virustotal.com/api/v3`.
            session: a session of aiohttp to send with.
            transport: another way over the wire; excludes `session`.
            retry: how often and how patiently requests are repeated, 3 attempts if not given.
            rate_limit: what spaces the requests, such as a `RateLimit`; or `public`, the limits of
                a free key: 4 requests a minute, 500 a day. Nothing if not given.
            verify: whether certificates are checked, or the path of the authorities to trust.
            cert: the path of a client certificate, or those of certificate and key.
            user_agent: what the User-Agent starts with, such as the name of the application.
            tool: the name of the integration (`x-tool`); some licences answer more with it.
            strict: whether fields that no model knows raise `UnknownFieldError`.
            on_drift: called with the `Drift` of an answer that held what the models do not know;
                to find that out, each answer is read to the end.
            on_event: called with each request, answer, repetition and wait: the values of
                `vt_sdk.events`. An error of it is logged and ends nothing; so for `on_drift`.
            lookup_only: whether nothing but look-ups leaves this client: all but GET and HEAD, and
                the addresses for uploads, raise `LookupOnlyError`.

        Raises:
            InvalidInputError: an argument, named by the error, cannot be.
        """
        find_key: Callable[[], str | None] | None = None
        headers = Headers()
        key: str | None = None
        try:
            if callable(api_key):
                find_key = api_key
            elif api_key != "":  # an empty one is none, wherever it came from
                find_key = _key_of_the_environment
                if api_key is not None:
                    headers[KEY_HEADER] = api_key
                elif key := find_key():
                    check_key(key)
            if base_url is None:
                of_environment = os.environ.get("VT_BASE_URL")
                base_url = (
                    checked_base_url("VT_BASE_URL", of_environment) if of_environment else BASE_URL
                )
            settings = Settings(
                base_url=base_url,
                headers=headers,
                find_key=find_key,
                timeout=timeout,
                proxies=proxies,
                verify=verify if isinstance(verify, bool) else _existing("verify", verify),
                cert=_certificate(cert),
                retry=retry,
                rate_limit=_limiter(rate_limit),
                user_agent=user_agent,
                tool=tool,
                strict=strict,
                on_drift=on_drift,
                on_event=on_event,
                lookup_only=lookup_only,
            )
        except VirusTotalAPIError as error:
            # This frame stays, and those who print its variables must not find secrets in it.
            del api_key, proxies, headers, key
            Redactor(()).redact(error)
            raise
        self._attach(AsyncConnection(settings, transport, session))

    def _attach(self, connection: AsyncConnection) -> None:
        self._connection = connection

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.base_url}>"

    @property
    def base_url(self) -> str:
        """The address of the service, without a slash, a user or a password."""
        return self.settings.base_url

    @base_url.setter
    def base_url(self, value: str) -> None:
        self.settings.base_url = value

    @property
    def headers(self) -> Headers:
        """The headers of every request to the service, a key that was given under `x-apikey`."""
        return self.settings.headers

    @headers.setter
    def headers(self, value: Mapping[str, str]) -> None:
        self.settings.headers = checked_headers("headers", value)

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
    def usage(self) -> "Mapping[str, vt_sdk.Usage]":
        """What each operation has cost since the client was made, by its name."""
        return self._connection.usage.snapshot()

    @property
    def transport(self) -> transports.AsyncTransport:
        """The way over the wire, shared with the groups of the same client."""
        return self._connection.transport

    @overload
    async def request(
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
    async def request(
        self,
        method: str,
        path: str,
        *,
        model: type[AsyncPage[M]],
        query: Mapping[str, QueryValue] | None = ...,
        data: object = ...,
        document: Mapping[str, object] | None = ...,
        repeatable: bool | None = ...,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[M]: ...
    @overload
    async def request(
        self,
        method: str,
        path: str,
        *,
        query: Mapping[str, QueryValue] | None = ...,
        data: object = ...,
        document: Mapping[str, object] | None = ...,
        repeatable: bool | None = ...,
        **options: Unpack[CallOptions],
    ) -> VTObject | AsyncPage[VTObject] | Scalar: ...
    async def request(
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
            model: the class of the object in the answer, `AsyncPage[…]` of it for a listing; without
                it the `type` of each object decides.
            query: what follows the path: texts, numbers, truth values, days, several of them.
            data: what the JSON envelope of the body holds.
            document: a JSON body without the envelope.
            repeatable: whether sending it twice does no harm; only GET and HEAD unless said.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The object or the `AsyncPage`; without `model` also the scalar that `data` is, or None. Of
            Attack Surface Management and Digital Threat Monitoring the answer as a whole.

        Raises:
            InvalidInputError: the method or the path is none.
            APIError: the service answered with an error.
            InvalidResponseError: the answer is not what the model or the API speaks.
            TransportError: no answer came.
        """
        asked = request_to(
            method, path, query=query, data=data, document=document, repeatable=repeatable
        )
        return await self._group()._call(fetch(asked, read_anything(model)), options)

    def _group(self) -> "AsyncVirusTotalAPI":
        return AsyncVirusTotalAPI._sharing(self._connection)

    async def aclose(self) -> None:
        """Close the connections. Optional: an open client does no harm, a closed one works on."""
        if self._connection.has_transport:
            await self.transport.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.aclose()


class AsyncVirusTotalAPI(AsyncConfigured):
    """The base of all groups of operations, as in the seed: `AsyncVirusTotalAPIFiles` and so on.

    Methods return typed objects and raise `VirusTotalAPIError`s. `get_last_http_error` and
    `get_last_result` tell about the last call of the calling task.
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

    def _attach(self, connection: AsyncConnection) -> None:
        super()._attach(connection)
        self._last = LastCall()

    @classmethod
    def _sharing(cls, connection: AsyncConnection) -> Self:
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
        self._last.of_caller.http_error = None if value is None else VTStatus(value)

    @property
    def _last_result(self) -> object:
        return self._last.result

    @_last_result.setter
    def _last_result(self, value: object) -> None:
        self._last.of_caller.result = value

    def _group(self) -> "AsyncVirusTotalAPI":
        return self

    def get_version_api(self) -> str:
        """Return the version of the API: `version 3`."""
        return self._version_api

    def get_last_http_error(self) -> VTStatus | None:
        """Return the status of the last answer that the calling task got through this object.

        Returns:
            The status, after an `APIError` too; None before the first call and after a call that
            got no answer.
        """
        return self._last_http_error

    def get_last_result(self) -> object:
        """Return what the last method of the calling task returned, None if it raised."""
        return self._last_result

    async def _call(
        self,
        flow: Flow[T],
        options: Mapping[str, object] | None = None,
        bounds: Bounds = UNBOUNDED,
        sleep: Sleeping = sleep,
    ) -> T:
        """Run a flow and return its result, which the task's `get_last_…` then tell about.

        Args:
            flow: what to run.
            options: `timeout` and `deadline` of the call, from which its bounds are made.
            bounds: those of a call that it belongs to.
            sleep: waits in it.
        """
        if options:
            bounds = bounds_of(options, time.monotonic)
        last = self._last.of_caller
        last.http_error = last.result = None
        settings, transport = self._connection.settings, self._connection.transport
        call = CallContext(
            settings,
            bounds,
            Instrumentation(self._connection.usage, settings.on_event),
            time.monotonic,
            partial(datetime.now, UTC),
            # Not every transport has a cache to look into.
            getattr(transport, "is_cached", None),
        )
        try:
            result = await run(governed(flow, call), transport, sleep)
            if isinstance(result, AsyncPage):
                # What holds for the call holds for the pages after it.
                result.bind(partial(self._call, bounds=bounds))
            if settings.strict or settings.on_drift is not None:
                self._look_for_drift(call.operation, result)
        except VirusTotalAPIError as error:
            # An answer may repeat the key, and the frames that read it hold the answer.
            Redactor(key_spellings(call.keyed or settings)).redact(error)
            raise
        finally:
            last.http_error = call.status
        last.result = result
        return result

    async def _download(
        self,
        request: Request,
        target: "DownloadTarget",
        max_bytes: int,
        **options: Unpack[CallOptions],
    ) -> "Download":
        """Write the content that a request is answered with to a target.

        Args:
            request: what to send.
            target: a path, written whole or not at all, or a file object opened in binary mode.
            max_bytes: the most bytes to take.
            options: `timeout` and `deadline` of the call.
        """
        from vt_sdk.files import downloading  # few programs download

        return await self._call(downloading(request, target, max_bytes), options)

    def _look_for_drift(self, operation: str, result: object) -> None:
        if not isinstance(result, (Received, AsyncPage)):
            return
        settings = self.settings
        if settings.on_drift is not None:
            unknown = tuple(result.unknown_fields())
            if unknown or result.issues:
                call_hook(settings.on_drift, Drift(operation, unknown, result.issues))
        if settings.strict:
            check_strictly(result)
