"""The seed's base class, and what it shares with the client that holds all groups.

A call takes four hops: resource method, `VirusTotalAPI._call`, core flow, transport.
"""

import os
import threading
import time
from collections.abc import Callable, Mapping
from typing import Any, Final, Self, TypeVar

from vt_sdk import transports
from vt_sdk.core.decode import check_strictly
from vt_sdk.core.flow import Flow, run
from vt_sdk.core.objects import Received
from vt_sdk.core.operation import OperationGroup
from vt_sdk.core.paging import Page
from vt_sdk.core.request import Request, Response
from vt_sdk.core.retry import RetryPolicy, with_retry
from vt_sdk.core.settings import (
    BASE_URL,
    DEFAULT_TIMEOUT,
    Drift,
    Headers,
    RateLimiter,
    Settings,
    Timeout,
    check_key,
)
from vt_sdk.status import VTStatus

__all__ = ["Configured", "VirusTotalAPI"]

T = TypeVar("T")

_DEFAULT_RETRY: Final = RetryPolicy()


class _Connection:
    """Settings and a transport, shared by every group of a client."""

    def __init__(
        self,
        settings: Settings,
        transport: transports.Transport | None,
        session: "transports.Session | None",
    ) -> None:
        self.settings = settings
        self._session = session
        self._transport = transport

    # A pickled client travels with neither key nor connections: it asks for the key again.
    def __getstate__(self) -> dict[str, Any]:
        return {"settings": self.settings, "_session": None, "_transport": None}

    @property
    def transport(self) -> transports.Transport:
        if self._transport is None:
            from vt_sdk.transports.requests_transport import RequestsTransport

            self._transport = RequestsTransport(self._session)
        return self._transport

    def run(self, flow: Flow[T], on_answer: Callable[[Request, Response | None], None]) -> T:
        """Run a flow: repeat what may be repeated, wait where it says, tell each answer."""
        settings = self.settings

        def send(request: Request) -> Response:
            if settings.rate_limit is not None and (wait := settings.rate_limit.reserve()) > 0:
                time.sleep(wait)
            on_answer(request, None)
            response = self.transport.send(request, settings)
            on_answer(request, response)
            return response

        return run(with_retry(flow, settings.retry), send, time.sleep)


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
        rate_limit: what spaces the requests.
        verify: whether certificates are checked, or the path of the authorities to trust.
        cert: the path of a client certificate, or of certificate and key.
        user_agent: what the User-Agent starts with, such as the name of the application.
        tool: the name of the integration (`x-tool`); some licences answer more with it.
        strict: whether fields that no model knows raise `UnknownFieldError`.
        on_drift: called when an answer held what the models do not know.

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
        rate_limit: RateLimiter | None = None,
        verify: bool | str = True,
        cert: str | tuple[str, str] | None = None,
        user_agent: str | None = None,
        tool: str | None = None,
        strict: bool = False,
        on_drift: Callable[[Drift], object] | None = None,
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
            rate_limit=rate_limit,
            user_agent=user_agent,
            tool=tool,
            strict=strict,
            on_drift=on_drift,
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
    def transport(self) -> transports.Transport:
        """The way over the wire, shared with the groups of the same client."""
        return self._connection.transport

    def close(self) -> None:
        """Give connections back. Optional: an open client does no harm, a closed one works on."""
        self.transport.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


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

    def _call(self, flow: Flow[T]) -> T:
        """Run a flow and give its result, which the thread's `get_last_…` then tell about."""
        self._last_http_error = self._last_result = None
        operation = ""

        def on_answer(request: Request, response: Response | None) -> None:
            nonlocal operation
            operation = request.operation
            self._last_http_error = response.status if response else None

        result = self._connection.run(flow, on_answer)
        if isinstance(result, Page):
            result.bind(self._call)
        self._look_for_drift(operation, result)
        self._last_result = result
        return result

    def _look_for_drift(self, operation: str, result: object) -> None:
        settings = self.settings
        if not isinstance(result, (Received, Page)):
            return
        if settings.on_drift is not None:
            unknown = tuple(result.unknown_fields())
            if unknown or result.issues:
                settings.on_drift(Drift(operation, unknown, result.issues))
        if settings.strict:
            check_strictly(result)
