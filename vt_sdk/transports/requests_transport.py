"""The transport over requests, the only module that imports it.

Without a session of the caller's, requests' adapter is used directly: `Session` looks up proxies,
netrc, certificates and cookies anew for each call, at half the cost of a report. Proxies and
certificate variables of the environment are read once for each origin; netrc and cookies are not
used. A session that the caller passes is used as it is, whatever its class.

Redirects are never followed here, since requests carries `x-apikey` to any host; `core.exchange`
follows them.
"""

import os
import re
import ssl
import threading
import time
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import replace
from typing import TypeAlias, cast
from urllib.parse import urlsplit

import requests
import urllib3
from requests.adapters import HTTPAdapter
from requests.structures import CaseInsensitiveDict
from requests.utils import get_environ_proxies, select_proxy

from vt_sdk.core.request import LONGEST_TIMEOUT_S, MAX_ANSWER_BYTES, Body, Request, Response
from vt_sdk.core.settings import (
    KEY_HEADER,
    Settings,
    is_loopback,
    key_in_address,
    outgoing,
    shown_address,
)
from vt_sdk.errors import (
    APIConnectionError,
    APITimeoutError,
    FileReadError,
    InvalidInputError,
    InvalidResponseError,
    TransportError,
    VirusTotalAPIError,
)
from vt_sdk.transports.patience import PATIENCE, PatientAdapter, answer_until
from vt_sdk.transports.veil import Veil, hide_in_logs

__all__ = ["RequestsTransport"]

_CHUNK = 1 << 18
# Of an answer in memory; most fit into one of these.
_PIECE = 1 << 17

# What a compressed body may have before anything comes out of it.
_SLACK = 1 << 20

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
            InvalidResponseError: the body cannot be decoded, or is larger than `max_bytes`.
        """
        url, headers = outgoing(request, settings)
        timeout = _timeout(request, settings)
        veil = Veil(key := key_in_address(request, headers))
        if veil:
            hide_in_logs(key)
        body = request.body
        if body is not None and not isinstance(body, bytes):
            body.rewind()
            headers["Content-Type"] = body.content_type
        sent_at = time.monotonic()
        with _mapped_errors(body, veil):
            answer_until(None if _is_streamed(request) else request.until)
            answer = self._exchange(request.method, url, headers, body, timeout, settings)
            with closing(answer), _decoding(answer):
                pieces = _pieces(answer, request, own=self._session is None)
                if answer.status_code < 200:
                    # The real answer comes after it and must not be taken for the next one's.
                    answer.raw.close()
                good = 200 <= answer.status_code <= 299
                if request.sink is not None and good:
                    received, size = b"", _pour(pieces, request, timeout)
                else:
                    received = _collect(pieces, request if good else _small(request), timeout)
                    size = len(received)
        return Response(
            status=answer.status_code,
            headers={name.lower(): veil.text(value) for name, value in answer.headers.items()},
            body=veil.data(received),
            method=request.method,
            url=shown_address(request, settings) if veil else url,
            sent_at=sent_at,
            received_at=time.monotonic(),
            size=size,
            from_cache=bool(getattr(answer, "from_cache", False)),
        )

    def is_cached(self, request: Request, settings: Settings) -> bool:
        """Tell whether the caller's session would give the answer without sending anything."""
        knows = getattr(self._session, "has_fresh", None)
        if knows is None or request.method != "GET":
            return False
        url, headers = outgoing(request, settings)
        return bool(knows(requests.Request(request.method, url, headers=headers).prepare()))

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
        timeout: "_Timeout",
        settings: Settings,
    ) -> requests.Response:
        if self._session is not None:
            _check_proxy(url, settings.proxies or {}, headers)
            return self._session.request(
                method,
                url,
                headers=headers,
                data=body,
                timeout=timeout,
                proxies=dict(settings.proxies) if settings.proxies else None,
                # None leaves the session's own setting in force.
                verify=None if settings.verify is True else settings.verify,
                cert=settings.cert,
                allow_redirects=False,
                stream=True,
            )
        prepared = _prepared(method, url, headers, body)
        environment, bundle = self._surroundings(url)
        proxies = {**environment, **(settings.proxies or {})}
        _check_proxy(url, proxies, headers)
        return self._own_adapter().send(
            prepared,
            stream=True,
            # Its annotation leaves out that the first one may be None too.
            timeout=cast("tuple[float, float]", timeout),
            verify=(bundle or True) if settings.verify is True else settings.verify,
            cert=settings.cert,
            proxies=proxies,
        )

    def _own_adapter(self) -> HTTPAdapter:
        adapter, process = self._adapter, os.getpid()
        if adapter is None or self._process != process:
            if adapter is not None:
                # A thread that is not in this process may hold the lock for ever.
                self._lock = threading.Lock()
            with self._lock:
                adapter = self._adapter
                if adapter is None or self._process != process:
                    adapter = PatientAdapter(max_retries=0)
                    adapter.init_poolmanager(_POOL_SIZE, _POOL_SIZE, blocksize=_CHUNK)
                    self._adapter, self._process = adapter, process
        return adapter

    def _surroundings(self, url: str) -> tuple[dict[str, str], str | None]:
        """Give the proxies and the certificate bundle that the environment sets for an origin."""
        origin = "/".join(url.split("/", 3)[:3])
        found = self._environment.get(origin)
        if found is None:
            bundle = os.environ.get("REQUESTS_CA_BUNDLE") or os.environ.get("CURL_CA_BUNDLE")
            found = self._environment[origin] = (get_environ_proxies(origin), bundle)
        return found


def _prepared(
    method: str, url: str, headers: Mapping[str, str], body: bytes | Body | None
) -> requests.PreparedRequest:
    """Make what an adapter sends, as `Request.prepare` does at twice the cost."""
    if not _IN_ORDER.fullmatch(url):
        return requests.Request(method, url, headers=headers, data=body).prepare()
    prepared = requests.PreparedRequest()
    prepared.method, prepared.url = method, url
    prepared.headers = CaseInsensitiveDict(headers)
    # A body that is a file, as requests sees it, is sent as a stream.
    prepared.prepare_body(body, None)
    prepared.prepare_cookies({})
    prepared.hooks = {"response": []}
    return prepared


# An address in which there is nothing to encode; the core makes them so, a redirect may not.
_IN_ORDER = re.compile(
    r"https?://[A-Za-z0-9.-]+(?::\d+)?/(?:[\w.~!$&'()*+,;=:@/?-]|%[0-9A-Fa-f]{2})*", re.ASCII
)


def _check_proxy(url: str, proxies: Mapping[str, str], headers: Mapping[str, str]) -> None:
    """Refuse a proxy that is none, and one on another machine that would read the key."""
    proxy = select_proxy(url, proxies) if proxies else None
    if not proxy:
        return
    try:
        host = urlsplit(proxy if "://" in proxy else f"//{proxy}").hostname
    except ValueError:
        host = None
    if not host:
        raise InvalidInputError("proxies: this is not the address of a proxy")
    if url.startswith("http://") and KEY_HEADER in headers and not is_loopback(host):
        raise InvalidInputError(
            "proxies: the API key goes through a proxy of another machine over https only;"
            " no_proxy of the environment keeps this address away from it"
        )


_Timeout: TypeAlias = tuple[float | None, float | None]


def _timeout(request: Request, settings: Settings) -> _Timeout:
    """Give the seconds to connect and to read that are in force for a request."""
    given = settings.timeout if request.timeout == "configured" else request.timeout
    connect, read = given if isinstance(given, tuple) and len(given) == 2 else (given, given)
    for seconds in (connect, read):
        if seconds is not None and not (isinstance(seconds, (int, float)) and seconds > 0):
            raise InvalidInputError(f"timeout: expected seconds above 0, got {given!r:.100}")
    if _is_streamed(request):
        # urllib3 lets sending have the time to connect, too short for a piece on a slow line.
        connect = read
    if request.until is None:
        return connect, read
    left = min(request.until - time.monotonic(), LONGEST_TIMEOUT_S)
    if left <= 0:
        late = APITimeoutError("Timeout error: the deadline of the call is over")
        late.may_have_arrived = late.is_retryable = False
        raise late
    if _is_streamed(request):
        # An upload that has begun goes on as long as it moves. What it has handed over may still
        # be on its way for long, so not even the wait for the answer is cut.
        return connect, read
    return (
        left if connect is None else min(connect, left),
        left if read is None else min(read, left),
    )


def _is_streamed(request: Request) -> bool:
    return request.body is not None and not isinstance(request.body, bytes)


def _small(request: Request) -> Request:
    """Give the request with the bound of an error, which is small whatever was asked for."""
    return replace(request, max_bytes=min(request.max_bytes, MAX_ANSWER_BYTES))


def _end(request: Request, timeout: _Timeout) -> float | None:
    """Give the time by which an answer in memory must be complete; its headers are."""
    # The time that an upload took, as long as it moved, is not the answer's.
    if request.until is not None and not _is_streamed(request):
        return request.until
    if timeout[1] is None or request.max_bytes > MAX_ANSWER_BYTES:
        return None
    return time.monotonic() + PATIENCE * timeout[1]


def _pieces(answer: requests.Response, request: Request, *, own: bool) -> Iterator[bytes]:
    """Give the decoded body piece by piece, none of them large, whatever it was compressed to."""
    if not own:
        # A foreign session may have replaced the raw answer by something of its own.
        return answer.iter_content(_CHUNK)
    raw = _raw_pieces(answer.raw, _PIECE if request.sink is None else _CHUNK)
    return _decoded(raw, answer.headers.get("content-encoding", "").lower())


def _raw_pieces(raw: "urllib3.BaseHTTPResponse", size: int) -> Iterator[bytes]:
    # One look at the socket for each piece, so that time can be watched; older ones cannot.
    read = getattr(raw, "read1", raw.read)
    while piece := read(size, decode_content=False):
        yield piece


def _decoded(pieces: Iterable[bytes], encoding: str) -> Iterator[bytes]:
    if encoding in ("", "identity"):
        yield from pieces
        return
    if encoding not in ("gzip", "x-gzip", "deflate"):
        raise zlib.error(f"{encoding!r:.50} was not asked for")
    decoder, begun = zlib.decompressobj(_ANY_HEADER), False
    taken = given = 0
    for piece in pieces:
        taken += len(piece)
        while piece:
            try:
                chunk = decoder.decompress(piece, _CHUNK)
            except zlib.error:
                if begun or encoding != "deflate":
                    raise
                # Some send deflate without the header that belongs to it.
                decoder = zlib.decompressobj(-zlib.MAX_WBITS)
                chunk = decoder.decompress(piece, _CHUNK)
            begun = True
            given += len(chunk)
            if chunk:
                yield chunk
            elif taken > 2 * given + _SLACK:
                # Such as empty parts without an end, of which nobody else gets to hear.
                raise zlib.error("hardly anything comes out of it")
            piece = decoder.unconsumed_tail
            if decoder.eof and (piece := decoder.unused_data):
                decoder = zlib.decompressobj(_ANY_HEADER)
    if begun and not decoder.eof:
        raise zlib.error("the compressed body ends too early")


# The header tells gzip from deflate.
_ANY_HEADER = 32 + zlib.MAX_WBITS


def _pour(pieces: Iterable[bytes], request: Request, timeout: _Timeout) -> int:
    """Write the body into the sink of the request; give its size."""
    assert request.sink is not None
    request.sink.begin()
    size = 0
    for piece in _moving(pieces, timeout):
        size += len(piece)
        if size > request.max_bytes:
            raise _too_large(request)
        request.sink.write(piece)
    return size


def _moving(pieces: Iterable[bytes], timeout: _Timeout) -> Iterator[bytes]:
    """Give pieces that may take their time all together, but not each."""
    patience = None if timeout[1] is None else PATIENCE * timeout[1]
    answer_until(None if patience is None else time.monotonic() + patience)
    for piece in pieces:
        yield piece
        if patience is not None:
            answer_until(time.monotonic() + patience)


def _collect(pieces: Iterable[bytes], request: Request, timeout: _Timeout) -> bytes:
    """Read the body into memory, within its size and its time."""
    end = _end(request, timeout)
    if end is None:
        pieces = _moving(pieces, timeout)
    else:
        answer_until(end)
    kept: bytes | bytearray = b""
    for piece in pieces:
        if len(kept) + len(piece) > request.max_bytes:
            raise _too_large(request, bytes(kept[:_PIECE]))
        if not kept:
            kept = piece
        else:
            # Not a list: a server that sends a few bytes at a time would fill memory with objects.
            kept = kept if isinstance(kept, bytearray) else bytearray(kept)
            kept += piece
        # A session of the caller's has connections of its own, which do not watch the time.
        if end is not None and time.monotonic() > end:
            raise TimeoutError("the answer takes too long")
    return kept if isinstance(kept, bytes) else bytes(kept)


def _too_large(request: Request, begin: bytes = b"") -> InvalidResponseError:
    return InvalidResponseError(f"the answer has more than {request.max_bytes} bytes", raw=begin)


@contextmanager
def _decoding(answer: requests.Response) -> Iterator[None]:
    try:
        yield
    except (
        requests.exceptions.ContentDecodingError,
        urllib3.exceptions.DecodeError,
        zlib.error,
    ) as error:
        raise InvalidResponseError(
            "the answer cannot be decompressed",
            status=answer.status_code,
            content_type=answer.headers.get("content-type", ""),
        ) from _without_key(error)


@contextmanager
def _mapped_errors(body: bytes | Body | None, veil: Veil) -> Iterator[None]:
    """Turn the errors of requests and of urllib3 below it into those of the package."""
    try:
        try:
            yield
        except Exception as error:
            if veil:  # urllib3 gives its errors the address
                for cause in _causes(error):
                    veil.over(cause)
            raise
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
        if any(isinstance(cause, urllib3.exceptions.InvalidHeader) for cause in _causes(error)):
            # Of an answer; those of requests are refused by another error.
            raise InvalidResponseError("the answer has unusable headers") from _without_key(error)
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
    # The pool was closed by another thread before it gave a connection.
    urllib3.exceptions.ClosedPoolError,
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
