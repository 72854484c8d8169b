"""The transport over requests, the only module that imports it.

Without a session of the caller's, requests' adapter is used directly: `Session` looks up proxies,
netrc, certificates and cookies anew for each call, at half the cost of a report. Proxies and
certificate variables of the environment are read once for each origin; netrc and cookies are not
used. A session that the caller passes is used as it is, whatever its class.

Redirects are never followed here, since requests carries `x-apikey` to any host; `core.exchange`
follows them.
"""

import os
import ssl
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager

import requests
import urllib3
from requests.adapters import HTTPAdapter
from requests.utils import get_environ_proxies

from vt_sdk.core.request import Body, Request, Response
from vt_sdk.core.settings import Settings, Timeout, outgoing
from vt_sdk.errors import (
    APIConnectionError,
    APITimeoutError,
    FileReadError,
    InvalidInputError,
    InvalidResponseError,
    TransportError,
    VirusTotalAPIError,
)

__all__ = ["RequestsTransport"]

_CHUNK = 1 << 18

# More threads than this share a client without opening connections anew.
_POOL_SIZE = 64


class RequestsTransport:
    """Sends requests with the library of this name.

    Args:
        session: a session of the caller's, such as a caching one; without it the transport keeps
            connections of its own. One transport serves many threads, and a fork gets its own
            connections.
    """

    def __init__(self, session: requests.Session | None = None) -> None:
        self._session = session
        self._lock = threading.Lock()
        self._adapter: HTTPAdapter | None = None
        self._process = 0
        self._environment: dict[str, tuple[dict[str, str], str | None]] = {}

    def send(self, request: Request, settings: Settings) -> Response:
        """Send one request and give its answer, whatever its status.

        Raises:
            TransportError: no answer came; `may_have_arrived` says whether the request did.
            InvalidInputError: the address or a header is unusable.
            InvalidResponseError: the body cannot be decoded.
        """
        url, headers = outgoing(request, settings)
        body = request.body
        if body is not None and not isinstance(body, bytes):
            body.rewind()
            headers["Content-Type"] = body.content_type
        sent_at = time.monotonic()
        with _mapped_errors(body):
            answer = self._exchange(request.method, url, headers, body, settings)
            with closing(answer), _decoding(answer):
                received = _receive(answer, request, own=self._session is None)
        return Response(
            status=answer.status_code,
            headers={name.lower(): value for name, value in answer.headers.items()},
            body=received,
            method=request.method,
            url=url,
            sent_at=sent_at,
            received_at=time.monotonic(),
        )

    def close(self) -> None:
        """Close the transport's own connections; a session of the caller's stays open."""
        with self._lock:
            adapter, self._adapter = self._adapter, None
        if adapter is not None:
            adapter.close()

    def _exchange(
        self,
        method: str,
        url: str,
        headers: Mapping[str, str],
        body: bytes | Body | None,
        settings: Settings,
    ) -> requests.Response:
        if self._session is not None:
            return self._session.request(
                method,
                url,
                headers=headers,
                data=body,
                timeout=_timeout(settings.timeout, body),
                proxies=dict(settings.proxies) if settings.proxies else None,
                # None leaves the session's own setting in force.
                verify=None if settings.verify is True else settings.verify,
                cert=settings.cert,
                allow_redirects=False,
                stream=True,
            )
        prepared = requests.Request(method, url, headers=headers, data=body).prepare()
        proxies, bundle = self._surroundings(url)
        return self._own_adapter().send(
            prepared,
            stream=True,
            timeout=_timeout(settings.timeout, body),
            verify=(bundle or True) if settings.verify is True else settings.verify,
            cert=settings.cert,
            proxies={**proxies, **(settings.proxies or {})},
        )

    def _own_adapter(self) -> HTTPAdapter:
        adapter = self._adapter
        if adapter is None or self._process != os.getpid():
            with self._lock:
                adapter = self._adapter
                if adapter is None or self._process != os.getpid():
                    adapter = HTTPAdapter(max_retries=0)
                    adapter.init_poolmanager(_POOL_SIZE, _POOL_SIZE, blocksize=_CHUNK)
                    self._adapter, self._process = adapter, os.getpid()
        return adapter

    def _surroundings(self, url: str) -> tuple[dict[str, str], str | None]:
        """Give the proxies and the certificate bundle that the environment sets for an origin."""
        origin = "/".join(url.split("/", 3)[:3])
        found = self._environment.get(origin)
        if found is None:
            bundle = os.environ.get("REQUESTS_CA_BUNDLE") or os.environ.get("CURL_CA_BUNDLE")
            found = self._environment[origin] = (get_environ_proxies(origin), bundle)
        return found


def _timeout(timeout: Timeout, body: bytes | Body | None) -> Timeout:
    """Give a streamed body the time to read for each piece that is sent.

    urllib3 lets sending have the time to connect, which is too short for a piece on a slow line.
    """
    if body is None or isinstance(body, bytes) or not isinstance(timeout, tuple):
        return timeout
    read = timeout[1]
    return None if read is None else (read, read)


def _receive(answer: requests.Response, request: Request, *, own: bool) -> bytes:
    """Read the body, into the sink of the request if the answer is a success."""
    if request.sink is None or not 200 <= answer.status_code <= 299:
        # One raw read instead of requests' loop of small pieces; a foreign session may have
        # replaced the raw answer by something of its own.
        return answer.raw.read(decode_content=True) if own else answer.content or b""
    request.sink.begin()
    pieces: Iterator[bytes] = (
        answer.raw.stream(_CHUNK, decode_content=True) if own else answer.iter_content(_CHUNK)
    )
    for piece in pieces:
        request.sink.write(piece)
    return b""


@contextmanager
def _decoding(answer: requests.Response) -> Iterator[None]:
    try:
        yield
    except (requests.exceptions.ContentDecodingError, urllib3.exceptions.DecodeError) as error:
        raise InvalidResponseError(
            "the answer cannot be decompressed",
            status=answer.status_code,
            content_type=answer.headers.get("content-type", ""),
        ) from _without_key(error)


@contextmanager
def _mapped_errors(body: bytes | Body | None) -> Iterator[None]:
    """Turn the errors of requests and of urllib3 below it into those of the package."""
    try:
        yield
    except VirusTotalAPIError:
        raise
    except (
        requests.exceptions.InvalidURL,
        requests.exceptions.InvalidSchema,
        requests.exceptions.MissingSchema,
        requests.exceptions.InvalidHeader,
        requests.exceptions.InvalidJSONError,
        urllib3.exceptions.LocationParseError,
    ) as error:
        raise InvalidInputError("the address or a header is unusable") from _without_key(error)
    except (requests.exceptions.RequestException, urllib3.exceptions.HTTPError, OSError) as error:
        causes = list(_causes(error))
        for cause in causes:
            # Reading the local file failed, in the middle of sending it.
            if isinstance(cause, FileReadError):
                raise cause from None
        # urllib3 derives a refused connection and an unknown host from its timeouts.
        timed_out = any(
            isinstance(cause, _TIMEOUTS)
            and not isinstance(cause, urllib3.exceptions.NewConnectionError)
            for cause in causes
        )
        mapped: TransportError = APITimeoutError() if timed_out else APIConnectionError()
        mapped.may_have_arrived = not any(isinstance(c, _NOT_SENT) for c in causes) and (
            body is None or isinstance(body, bytes) or body.is_exhausted
        )
        raise mapped from _without_key(error)


_TIMEOUTS = (requests.exceptions.Timeout, urllib3.exceptions.TimeoutError, TimeoutError)

_NOT_SENT = (
    requests.exceptions.ConnectTimeout,
    requests.exceptions.ProxyError,
    # Of the errors of TLS the only one that is certain to come before anything is sent.
    ssl.SSLCertVerificationError,
    urllib3.exceptions.ConnectTimeoutError,
    urllib3.exceptions.NewConnectionError,
    urllib3.exceptions.NameResolutionError,
    ConnectionRefusedError,
)


def _causes(error: BaseException) -> Iterator[BaseException]:
    """Walk an error and what is wrapped in it, each once."""
    waiting, seen = [error], set[int]()
    while waiting:
        current = waiting.pop()
        if id(current) in seen:
            continue
        seen.add(id(current))
        yield current
        wrapped = (current.__cause__, current.__context__, getattr(current, "reason", None))
        waiting.extend(e for e in (*wrapped, *current.args) if isinstance(e, BaseException))


def _without_key(error: BaseException) -> BaseException:
    """Take the prepared request, and the key in its headers, off an error of requests."""
    for cause in _causes(error):
        if isinstance(cause, requests.exceptions.RequestException):
            cause.request = cause.response = None
    return error
