"""The transport over requests, the only module that imports it.

Without a session of the caller's, requests' adapter is used directly: `Session` looks up proxies,
netrc, certificates and cookies anew for each call, at half the cost of a report. Proxies and
certificate variables of the environment are read once for each origin; netrc and cookies are not
used. A session that the caller passes is used as it is, whatever its class; its adapters get
connections that bound the time of answers, and answers are read within their bounds before the
session, which may keep them, gets to see them.

Redirects are never followed here, since requests carries `x-apikey` to any host; `core.exchange`
follows them. Bodies are decoded here: urllib3 takes a compressed body that is cut for a whole one,
and before 2.6 unpacks without bounds.
"""

import http.client
import io
import os
import re
import ssl
import time
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
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
    KeyedAddress,
    Settings,
    is_loopback,
    key_spellings,
    origin,
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
from vt_sdk.transports.patience import (
    PATIENCE,
    answer_until,
    be_impatient,
    be_patient,
    make_patient,
)
from vt_sdk.transports.veil import Veil, causes, hide_in_logs

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
        # By process, and without a lock, which a fork could leave shut.
        self._adapters: dict[int, HTTPAdapter] = {}
        self._environment: dict[str, tuple[dict[str, str], str | None]] = {}

    def send(self, request: Request, settings: Settings) -> Response:
        """Send one request and return its answer, whatever its status.

        Raises:
            TransportError: no answer came; `may_have_arrived` says whether the request did.
            InvalidInputError: the address or a header is unusable.
            InvalidResponseError: the body cannot be decoded, or is larger than `max_bytes`.
        """
        outcome = self._outcome(request, settings)
        if isinstance(outcome, Response):
            return outcome
        try:
            raise outcome
        finally:
            del outcome  # it holds this frame, which holds it

    def _outcome(self, request: Request, settings: Settings) -> Response | BaseException:
        """Return the answer, or as a value what happened instead.

        The frames below hold the key, and a raised error would hold these.
        """
        veil = Veil(key_spellings(settings))
        try:
            return self._exchanged(request, settings, veil)
        except BaseException as error:
            outcome = _mapped(error, request)
            veil.over(outcome)
            return outcome
        finally:
            be_impatient()

    def _exchanged(self, request: Request, settings: Settings, veil: Veil) -> Response:
        url, headers = outgoing(request, settings)
        if not origin(url)[1]:
            raise InvalidInputError("the address or a header is unusable")
        timeout = _timeout(request, settings)
        keyed = isinstance(request.url, KeyedAddress)
        if keyed:
            hide_in_logs(key_spellings(settings))
        body = request.body
        if body is not None and not isinstance(body, bytes):
            body.rewind()
            headers["Content-Type"] = body.content_type
        be_patient(timeout[1], None if _is_large(request.body) else request.until)
        answer = self._answer(request, url, headers, timeout, settings)
        with closing(answer):
            received, size = _received(answer, request, timeout)
        return Response(
            status=answer.status_code,
            headers={name.lower(): veil.text(value) for name, value in answer.headers.items()},
            body=received,
            method=request.method,
            url=shown_address(request, settings) if keyed else url,
            size=size,
            from_cache=bool(getattr(answer, "from_cache", False)),
        )

    def is_cached(self, request: Request, settings: Settings) -> bool:
        """Return whether the caller's session would give the answer without sending anything."""
        knows = getattr(self._session, "has_fresh", None)
        if knows is None or request.method != "GET":
            return False
        url, headers = outgoing(request, settings)
        return bool(knows(requests.Request(request.method, url, headers=headers).prepare()))

    def close(self) -> None:
        """Close the transport's own connections; a session of the caller's stays open."""
        adapter = self._adapters.pop(os.getpid(), None)
        if adapter is not None:
            adapter.close()

    def _answer(
        self,
        request: Request,
        url: str,
        headers: Mapping[str, str],
        timeout: "_Timeout",
        settings: Settings,
    ) -> requests.Response:
        body = _outgoing_body(request.body)
        if self._session is not None:
            return _through(self._session, request, url, headers, body, timeout, settings)
        environment, bundle = self._surroundings(url)
        proxies = {**environment, **(settings.proxies or {})}
        verify = (bundle or True) if settings.verify is True else settings.verify
        if _is_mocked():
            with requests.Session() as session:
                session.trust_env = False
                known = replace(settings, proxies=proxies, verify=verify)
                return _through(session, request, url, headers, body, timeout, known)
        adapter = self._own_adapter()
        make_patient(adapter, _proxy(url, proxies, headers))
        return adapter.send(
            _prepared(request.method, url, headers, body),
            stream=True,
            # Its annotation leaves out that the first one may be None too.
            timeout=cast("tuple[float, float]", timeout),
            verify=verify,
            cert=settings.cert,
            proxies=proxies,
        )

    def _own_adapter(self) -> HTTPAdapter:
        process = os.getpid()
        adapter = self._adapters.get(process)
        if adapter is None:
            adapter = HTTPAdapter(max_retries=0)
            adapter.init_poolmanager(_POOL_SIZE, _POOL_SIZE, blocksize=_CHUNK)
            # Of threads that come here at once, all use what the first one made.
            adapter = self._adapters.setdefault(process, adapter)
        return adapter

    def _surroundings(self, url: str) -> tuple[dict[str, str], str | None]:
        """Return the proxies and the certificate bundle that the environment sets for an origin."""
        place = "/".join(url.split("/", 3)[:3])
        found = self._environment.get(place)
        if found is None:
            bundle = os.environ.get("REQUESTS_CA_BUNDLE") or os.environ.get("CURL_CA_BUNDLE")
            found = self._environment[place] = (get_environ_proxies(place), bundle)
        return found


def _is_mocked() -> bool:
    """Return whether a library for tests, such as requests-mock, answers in place of sessions."""
    return requests.Session.send.__module__ != _SESSIONS


_SESSIONS = "requests.sessions"


def _through(
    session: requests.Session,
    request: Request,
    url: str,
    headers: Mapping[str, str],
    body: "bytes | Body | io.BytesIO | None",
    timeout: "_Timeout",
    settings: Settings,
) -> requests.Response:
    """Send with a session; what comes into memory is read before the session keeps it."""

    def read(answer: requests.Response, **_: object) -> requests.Response:
        if not (_is_poured(answer, request) or getattr(answer, "from_cache", False)):
            # As the session itself would read it, yet within the bounds.
            answer._content = _received(answer, request, timeout)[0]
            answer._content_consumed = True  # type: ignore[attr-defined]  # typeshed leaves it out
        return answer

    proxies = dict(settings.proxies) if settings.proxies else None
    # None leaves the session's own setting in force.
    verify = None if settings.verify is True else settings.verify
    known = session.merge_environment_settings(url, proxies or {}, True, verify, settings.cert)
    make_patient(session.get_adapter(url), _proxy(url, known["proxies"], headers))
    return session.request(
        request.method,
        url,
        headers=headers,
        data=body,
        timeout=timeout,
        proxies=proxies,
        verify=verify,
        cert=settings.cert,
        # Hooks of a request take the place of those of the session.
        hooks={"response": [read, *session.hooks.get("response", ())]},
        allow_redirects=False,
        stream=True,
    )


def _prepared(
    method: str, url: str, headers: Mapping[str, str], body: bytes | Body | io.BytesIO | None
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


def _proxy(url: str, proxies: Mapping[str, str], headers: Mapping[str, str]) -> str | None:
    """Return the proxy for an address.

    Raises:
        InvalidInputError: it is none, or one on another machine that would read the key.
    """
    proxy = select_proxy(url, proxies) if proxies else None
    if not proxy:
        return None
    try:
        parts = urlsplit(proxy if "://" in proxy else f"//{proxy}")
        host, _ = parts.hostname, parts.port  # checked when it is read
    except ValueError:
        host = None
    if not host:
        raise InvalidInputError("proxies: this is not the address of a proxy")
    if url.startswith("http://") and KEY_HEADER in headers and not is_loopback(host):
        raise InvalidInputError(
            "proxies: the API key goes through a proxy of another machine over https only;"
            " no_proxy of the environment keeps this address away from it"
        )
    return proxy


_Timeout: TypeAlias = tuple[float | None, float | None]


def _timeout(request: Request, settings: Settings) -> _Timeout:
    """Return the seconds to connect and for each piece that are in force for a request."""
    given = settings.timeout if request.timeout == "configured" else request.timeout
    connect, read = given if isinstance(given, tuple) and len(given) == 2 else (given, given)
    if request.until is None:
        return connect, read
    left = min(request.until - time.monotonic(), LONGEST_TIMEOUT_S)
    if left <= 0:
        late = APITimeoutError("Timeout error: the deadline of the call is over")
        late.may_have_arrived = late.is_retryable = False
        raise late
    connect = left if connect is None else min(connect, left)
    if _is_large(request.body):
        # What has begun goes on as long as it moves. What was handed over may still be on its way
        # for long, so not even the wait for the answer is cut.
        return connect, read
    return connect, left if read is None else min(read, left)


def _is_large(body: bytes | Body | None) -> bool:
    """Return whether a body takes its time to be sent, and lives as long as it moves."""
    return body is not None and not (isinstance(body, bytes) and len(body) <= _PIECE)


def _outgoing_body(body: bytes | Body | None) -> "bytes | Body | io.BytesIO | None":
    """Return a body as it is handed to requests, a large one to be read piece by piece.

    A socket takes its timeout for all that is handed over at once.
    """
    return io.BytesIO(body) if isinstance(body, bytes) and _is_large(body) else body


def _end(request: Request, timeout: _Timeout) -> float | None:
    """Return the time by which an answer in memory must be complete; its headers are."""
    # The time that a large body took, as long as it moved, is not the answer's.
    if request.until is not None and not _is_large(request.body):
        return request.until
    if timeout[1] is None or request.max_bytes > MAX_ANSWER_BYTES:
        return None
    return time.monotonic() + PATIENCE * timeout[1]


def _is_poured(answer: requests.Response, request: Request) -> bool:
    return request.sink is not None and 200 <= answer.status_code <= 299


def _received(answer: requests.Response, request: Request, timeout: _Timeout) -> tuple[bytes, int]:
    """Read the body of an answer into the sink of the request, or else into memory.

    Returns:
        What came into memory, and the size of the body.

    Raises:
        InvalidResponseError: the body cannot be decoded, or is larger than `max_bytes`.
    """
    if answer.status_code < 200:
        # The real answer comes after it and must not be taken for the next one's.
        answer.raw.close()
    try:
        if _is_poured(answer, request):
            return b"", _pour(_pieces(answer, _CHUNK), request, timeout)
        if not 200 <= answer.status_code <= 299:
            # An error is small, whatever was asked for.
            request = replace(request, max_bytes=min(request.max_bytes, MAX_ANSWER_BYTES))
        received = _collect(_pieces(answer, _PIECE), request, timeout)
        return received, len(received)
    except _UNDECODABLE:
        problem, begin = "the answer cannot be decompressed", b""
    except _TooLargeError as error:
        problem, begin = f"the answer has more than {request.max_bytes} bytes", error.begin
    raise InvalidResponseError(
        problem,
        raw=begin,
        status=answer.status_code,
        content_type=answer.headers.get("content-type", ""),
    )


_UNDECODABLE = (
    requests.exceptions.ContentDecodingError,
    urllib3.exceptions.DecodeError,
    zlib.error,
)


class _TooLargeError(Exception):
    """A body has more bytes than allowed."""

    def __init__(self, begin: bytes = b"") -> None:
        super().__init__()
        self.begin = begin


def _pieces(answer: requests.Response, size: int) -> Iterator[bytes]:
    """Return the decoded body piece by piece, none of them large, whatever it was packed to."""
    raw = answer.raw
    if getattr(answer, "_content_consumed", False) or not isinstance(raw, urllib3.HTTPResponse):
        # It was read before, or a foreign session has replaced it by something of its own.
        return answer.iter_content(_CHUNK)
    return _decoded(_raw_pieces(raw, size), answer.headers.get("content-encoding", "").lower())


def _raw_pieces(raw: urllib3.HTTPResponse, size: int) -> Iterator[bytes]:
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
    decoder = zlib.decompressobj(_ANY_HEADER)
    begin = b""  # all that came until something comes out
    taken = given = 0
    for piece in pieces:
        taken += len(piece)
        begin = b"" if given else begin + piece
        more = True
        while more:
            if decoder.eof:
                # Zeros may fill it up, and another part may follow.
                piece = piece.lstrip(b"\0")
                if not piece:
                    break
                decoder = zlib.decompressobj(_ANY_HEADER)
            try:
                chunk = decoder.decompress(piece, _CHUNK)
            except zlib.error:
                if given or encoding != "deflate":
                    raise
                # Some send deflate without the header that belongs to it.
                encoding, piece = "deflate without a header", begin
                decoder = zlib.decompressobj(-zlib.MAX_WBITS)
                continue
            given += len(chunk)
            if chunk:
                yield chunk
            elif taken > 2 * given + _SLACK:
                # Such as empty parts without an end, of which nobody else gets to hear.
                raise zlib.error("hardly anything comes out of it")
            piece = decoder.unused_data if decoder.eof else decoder.unconsumed_tail
            more = bool(piece) or len(chunk) == _CHUNK  # a full one may leave more within
    if taken and not decoder.eof:
        raise zlib.error("the compressed body ends too early")


# The header tells gzip from deflate.
_ANY_HEADER = 32 + zlib.MAX_WBITS


def _pour(pieces: Iterable[bytes], request: Request, timeout: _Timeout) -> int:
    """Write the body into the sink of the request; return its size."""
    assert request.sink is not None
    request.sink.begin()
    size = 0
    for piece in _moving(pieces, timeout):
        size += len(piece)
        if size > request.max_bytes:
            raise _TooLargeError
        request.sink.write(piece)
    return size


def _moving(pieces: Iterable[bytes], timeout: _Timeout) -> Iterator[bytes]:
    """Yield pieces that may take their time all together, but not each."""
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
            raise _TooLargeError(bytes(kept[:_PIECE]))
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


def _mapped(error: BaseException, request: Request) -> BaseException:
    """Return the error of the package for one of requests or of urllib3 below it.

    Errors of the package, and what is nobody's business here, are returned as they are.
    """
    wrapped = list(causes(error))
    if isinstance(error, VirusTotalAPIError) or not isinstance(error, _OF_THE_WIRE):
        return error
    for cause in wrapped:
        # Reading the local file failed, in the middle of sending it.
        if isinstance(cause, FileReadError):
            return cause
    mapped: VirusTotalAPIError
    if any(isinstance(cause, urllib3.exceptions.InvalidHeader) for cause in wrapped):
        # Of an answer; those of requests are refused by another error.
        mapped = InvalidResponseError("the answer has unusable headers")
    elif isinstance(error, _UNUSABLE):
        mapped = InvalidInputError("the address or a header is unusable")
    else:
        mapped = _no_answer(wrapped, request.body)
    mapped.__cause__ = error
    return mapped


def _no_answer(wrapped: list[BaseException], body: bytes | Body | None) -> TransportError:
    # urllib3 derives a refused connection and an unknown host from its timeouts.
    timed_out = any(
        isinstance(cause, _TIMEOUTS)
        and not isinstance(cause, urllib3.exceptions.NewConnectionError)
        for cause in wrapped
    )
    mapped: TransportError = APITimeoutError() if timed_out else APIConnectionError()
    fault = next(filter(None, map(_lasting_fault, wrapped)), None)
    if fault:
        mapped = type(mapped)(f"{mapped.message}: {fault}")
        mapped.is_retryable = False
    mapped.may_have_arrived = not (fault or any(isinstance(c, _NOT_SENT) for c in wrapped)) and (
        body is None or isinstance(body, bytes) or body.is_exhausted
    )
    return mapped


def _lasting_fault(cause: BaseException) -> str | None:
    """Return what is wrong where another attempt would meet it again."""
    if isinstance(cause, ssl.SSLCertVerificationError):
        return f"the certificate of the other side is not accepted: {cause.verify_message}"
    if isinstance(cause, ssl.SSLError) and cause.library in ("PEM", "X509"):
        return f"unusable certificates were given (verify, cert): {cause.reason}"
    if type(cause) is OSError and cause.errno is None and str(cause).startswith("Could not find"):
        return str(cause)  # of requests, about the files of `verify` and `cert`
    if isinstance(cause, (requests.exceptions.ProxyError, urllib3.exceptions.ProxyError)):
        if any("407" in str(each) for each in causes(cause)):
            return "the proxy wants a user and a password, or others than these"
        return "the proxy cannot be reached, or does not let it through"
    return None


_OF_THE_WIRE = (
    requests.exceptions.RequestException,
    urllib3.exceptions.HTTPError,
    http.client.HTTPException,
    OSError,
)

_UNUSABLE = (
    requests.exceptions.InvalidURL,
    requests.exceptions.InvalidSchema,
    requests.exceptions.MissingSchema,
    requests.exceptions.InvalidHeader,
    requests.exceptions.InvalidJSONError,
    requests.exceptions.InvalidProxyURL,
    urllib3.exceptions.LocationParseError,
)

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
