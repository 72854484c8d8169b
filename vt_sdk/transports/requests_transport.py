"""The transport over requests.

Without a session of the caller's, the connections of requests' adapter are used directly, as it
opens them: `Session` looks up proxies, netrc, certificates and cookies anew for each call, and the
adapter wraps what goes out and what comes back, at more than half the cost of a report. Proxies and
certificate variables of the environment are read once for each origin; netrc and cookies are not
used. A session that the caller passes is used as it is, whatever its class; its adapters get
connections that bound the time of answers, and answers are read within their bounds before the
session, which may keep them, gets to see them.

Redirects are never followed here, since requests carries `x-apikey` to any host; `core.policy`
follows them. Bodies are decoded by the base: urllib3 takes a compressed body that is cut for a
whole one, and before 2.6 unpacks without bounds.

The timeout of a socket starts anew with each byte, and the HTTP library below reads status lines,
headers and trailers in loops of its own: a server that sends a byte now and then, or interim
answers without an end, would hold a caller for ever. On the connections of `_bound_adapter` each
look at the socket asks whether the time of the answer is over. The thread that waits says how long
that is, as it alone reads; to threads that do not, these connections are like all others, so that
the adapters of a caller's session can have them.
"""

import functools
import io
import os
import socket
import time
from collections.abc import Iterator
from http.client import HTTPResponse
from typing import Any, ClassVar, Final, cast

import requests
import urllib3
from requests.adapters import HTTPAdapter
from requests.utils import select_proxy, urldefragauth
from urllib3 import BaseHTTPResponse, HTTPConnectionPool

from vt_sdk.core.request import Body, Request
from vt_sdk.core.settings import Settings, origin
from vt_sdk.transports.base import IN_ORDER, BaseTransport, Duties, Incoming, Outgoing, outgoing
from vt_sdk.transports.reception import ANSWER_READS, CHUNK, PIECE, bound, pours, received
from vt_sdk.transports.redaction import causes

__all__ = ["RequestsTransport"]

# Nothing is repeated down there, and what goes wrong is told as it is.
_NEVER: Final = urllib3.Retry(False, redirect=False)

# More threads than this share a client without opening connections anew.
_POOL_SIZE = 64


class RequestsTransport(BaseTransport):
    """Sends requests over connections of its own, those of an adapter of requests.

    One transport serves many threads, and a fork gets its own connections.
    """

    wire_errors: ClassVar[tuple[type[Exception], ...]] = (
        *Duties.wire_errors,
        requests.exceptions.RequestException,
        urllib3.exceptions.HTTPError,
    )
    timeout_errors: ClassVar[tuple[type[Exception], ...]] = (
        *Duties.timeout_errors,
        requests.exceptions.Timeout,
        urllib3.exceptions.TimeoutError,
    )
    unsent_errors: ClassVar[tuple[type[Exception], ...]] = (
        *Duties.unsent_errors,
        requests.exceptions.ConnectTimeout,
        requests.exceptions.ProxyError,
        # The pool was closed by another thread before it gave a connection.
        urllib3.exceptions.ClosedPoolError,
        urllib3.exceptions.ConnectTimeoutError,
        urllib3.exceptions.NewConnectionError,
        urllib3.exceptions.NameResolutionError,
    )
    address_errors: ClassVar[tuple[type[Exception], ...]] = (
        requests.exceptions.InvalidURL,
        requests.exceptions.InvalidSchema,
        requests.exceptions.MissingSchema,
        requests.exceptions.InvalidHeader,
        requests.exceptions.InvalidJSONError,
        requests.exceptions.InvalidProxyURL,
        urllib3.exceptions.LocationValueError,
    )
    header_errors: ClassVar[tuple[type[Exception], ...]] = (urllib3.exceptions.InvalidHeader,)
    coding_errors: ClassVar[tuple[type[Exception], ...]] = (
        *Duties.coding_errors,
        requests.exceptions.ContentDecodingError,
        urllib3.exceptions.DecodeError,
    )
    libraries: ClassVar[frozenset[str]] = frozenset({"requests", "requests_cache", "urllib3"})

    def __init__(self) -> None:
        super().__init__()
        # By process, and without a lock, which a fork could leave shut.
        self._pools: dict[int, _Pools] = {}

    def exchange(self, outgoing: Outgoing) -> Incoming:
        """Send a request and return its answer as soon as the headers are there."""
        if _is_mocked():
            with requests.Session() as session:
                session.trust_env = False
                return SessionTransport(session).exchange(outgoing)
        pools = self._pools.get(os.getpid())
        if pools is None:
            # Of threads that come here at once, all use what the first one made.
            pools = self._pools.setdefault(os.getpid(), _Pools())
        url, pool = pools.way(outgoing)
        answer = pool.urlopen(
            outgoing.method,
            url,
            _streamed(outgoing),
            outgoing.headers,
            retries=_NEVER,
            redirect=False,
            assert_same_host=False,
            timeout=urllib3.Timeout(connect=outgoing.connect, read=outgoing.read),
            preload_content=False,
            decode_content=False,
        )
        # A recorder, such as vcrpy, gives something of its own.
        is_decoded = not isinstance(answer, urllib3.HTTPResponse)
        return Incoming(
            answer.status,
            answer.headers.items(),
            answer.stream(CHUNK, True) if is_decoded else _pieces_of(answer, outgoing),
            answer.close,
            is_decoded,
        )

    def close(self) -> None:
        """Close the connections; a session of the caller's stays open."""
        pools = self._pools.pop(os.getpid(), None)
        if pools is not None:
            pools.adapter.close()

    def is_timeout(self, cause: BaseException) -> bool:
        """Return whether an error means that too much time went by."""
        # urllib3 derives a refused connection and an unknown host from its timeouts.
        refused = isinstance(cause, urllib3.exceptions.NewConnectionError)
        return super().is_timeout(cause) and not refused

    def lasting_fault(self, cause: BaseException) -> str | None:
        """Return what is wrong where another attempt would meet it again."""
        if type(cause) is OSError and cause.errno is None:
            text = str(cause)  # of requests, about the files of `verify` and `cert`
            return text if text.startswith("Could not find") else None
        if isinstance(cause, (requests.exceptions.ProxyError, urllib3.exceptions.ProxyError)):
            if any("407" in str(each) for each in causes(cause)):
                return "the proxy wants a user and a password, or others than these"
            return "the proxy cannot be reached, or does not let it through"
        return super().lasting_fault(cause)


class _Pools:
    """The connections of one process: those of an adapter of requests, one pool for each way.

    The adapter finds the pool for a request, with its proxy and its certificates, but only once.
    """

    def __init__(self) -> None:
        self.adapter = HTTPAdapter(max_retries=0)
        self.adapter.init_poolmanager(_POOL_SIZE, _POOL_SIZE, blocksize=CHUNK)
        self._known: dict[object, HTTPConnectionPool] = {}

    def way(self, out: Outgoing) -> tuple[str, HTTPConnectionPool]:
        """Return what stands in the request line, and the pool to send through."""
        url = out.url
        if not IN_ORDER.fullmatch(url):
            url = urldefragauth(str(requests.Request(out.method, url).prepare().url))
        scheme, _, host, path = url.split("/", 3)
        way = scheme, host, out.proxy, out.verify, out.cert
        pool = self._known.get(way)
        if pool is None or pool.pool is None:  # closed, since so many others came into use
            pool = self._found(out, url)
            if len(self._known) >= _POOL_SIZE:
                self._known.clear()
            self._known[way] = pool
        # A proxy is told the whole address, unless it is there for a tunnel.
        return (url if pool.proxy and scheme == "http:" else f"/{path}"), pool

    def _found(self, out: Outgoing, url: str) -> HTTPConnectionPool:
        _bound_adapter(self.adapter, out.proxy)
        prepared = requests.Request(out.method, url).prepare()
        proxies = {"all": out.proxy} if out.proxy else {}
        adapter: Any = self.adapter  # neither is typed as it is
        pool: HTTPConnectionPool = adapter.get_connection_with_tls_context(
            prepared, out.verify, proxies, out.cert
        )
        adapter.cert_verify(pool, url, out.verify, out.cert)
        return pool


class SessionTransport(RequestsTransport):
    """Sends requests with a session of the caller's, such as a caching one."""

    def __init__(self, session: requests.Session) -> None:
        super().__init__()
        self._session = session

    def exchange(self, outgoing: Outgoing) -> Incoming:
        """Send a request and return its answer; what comes into memory the session may keep."""
        session = self._session

        def taken(answer: requests.Response, **_: object) -> requests.Response:
            is_cached = getattr(answer, "from_cache", False)
            if not (is_cached or pours(outgoing.request, answer.status_code)):
                # As the session itself would read it, yet within the bounds.
                read = received(outgoing, _incoming(answer, outgoing), self.coding_errors)
                answer._content = bytes(read.kept)
                answer._content_consumed = True  # type: ignore[attr-defined]  # typeshed leaves it out
            return answer

        _bound_adapter(session.get_adapter(outgoing.url), outgoing.proxy)
        scheme, host, _ = origin(outgoing.url)
        return _incoming(
            session.request(
                outgoing.method,
                outgoing.url,
                headers=outgoing.headers,
                data=_streamed(outgoing),
                # Its annotation leaves out that the first one may be None too.
                timeout=cast("tuple[float, float]", (outgoing.connect, outgoing.read)),
                # By the most certain name, which wins over what the session would take.
                proxies={f"{scheme}://{host}": outgoing.proxy or ""},
                # None leaves the session's own setting in force.
                verify=None if outgoing.verify is True else outgoing.verify,
                cert=outgoing.cert,
                # Hooks of a request take the place of those of the session.
                hooks={"response": [taken, *session.hooks.get("response", ())]},
                allow_redirects=False,
                stream=True,
            ),
            outgoing,
        )

    def is_cached(self, request: Request, settings: Settings) -> bool:
        """Return whether the session would give the answer without sending anything."""
        knows = getattr(self._session, "has_fresh", None)
        if knows is None or request.method != "GET":
            return False
        url, headers = outgoing(request, settings)
        return bool(knows(requests.Request(request.method, url, headers=headers).prepare()))

    def _find_way(self, out: Outgoing, settings: Settings) -> None:
        # None leaves the session's own setting in force.
        proxies, verify = dict(settings.proxies or {}), None if out.verify is True else out.verify
        known = self._session.merge_environment_settings(out.url, proxies, True, verify, out.cert)
        out.proxy = self.checked_proxy(select_proxy(out.url, known["proxies"]), out)


def _is_mocked() -> bool:
    """Return whether a library for tests, such as requests-mock, answers in place of requests."""
    return (
        requests.Session.send.__module__ != "requests.sessions"
        or HTTPAdapter.send.__module__ != "requests.adapters"
    )


def _streamed(out: Outgoing) -> "bytes | Body | io.BytesIO | None":
    """Return a body as it is handed on, a large one to be read piece by piece.

    A socket takes its timeout for all that is handed over at once.
    """
    return io.BytesIO(out.body) if isinstance(out.body, bytes) and out.is_large else out.body


def _incoming(answer: requests.Response, out: Outgoing) -> Incoming:
    raw = answer.raw
    # It was read before, or a foreign session has replaced it by something of its own.
    is_decoded = getattr(answer, "_content_consumed", False) or not isinstance(
        raw, urllib3.HTTPResponse
    )
    return Incoming(
        answer.status_code,
        answer.headers.items(),
        answer.iter_content(CHUNK) if is_decoded else _pieces_of(raw, out),
        answer.close,
        is_decoded,
        bool(getattr(answer, "from_cache", False)),
    )


# --- answers in time -----------------------------------------------------------------------------

# Most answers fit: with each further look at the socket a thread may lose its turn to others.
_BUFFER = 1 << 17


class _InTime(io.RawIOBase):
    """The bytes from a socket, until time is over."""

    def __init__(self, sock: socket.socket) -> None:
        self._raw = sock.makefile("rb", buffering=0)
        self.before_body = True

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any, /) -> int | None:
        if bound.end is not None and time.monotonic() > bound.end:
            raise TimeoutError("the answer takes too long")
        size = self._raw.readinto(buffer)
        if size == 0 and self.before_body:
            # The library below would take what came for all headers, and the body for empty.
            raise ConnectionResetError("closed before the headers were complete")
        return size

    def close(self) -> None:
        self._raw.close()
        super().close()


class _Response(HTTPResponse):
    def __init__(self, sock: socket.socket, *args: Any, **kwargs: Any) -> None:
        super().__init__(sock, *args, **kwargs)
        self._incoming: _InTime | None = None
        out = bound.out
        if out is None:
            return
        self.fp.close()
        self._incoming = _InTime(sock)
        self.fp = io.BufferedReader(self._incoming, _BUFFER)
        seconds = sock.gettimeout()
        if out.until is None and seconds is not None:
            bound.end = time.monotonic() + ANSWER_READS * seconds

    def begin(self) -> None:
        super().begin()
        if self._incoming is not None:
            self._incoming.before_body = False


class _Connection:
    """What a connection of urllib3 becomes with: answers in time, and time for what goes out.

    urllib3 lets sending have the time to connect on a new connection, and whatever the last request
    had on one that is used again.
    """

    response_class = _Response
    sock: socket.socket | None

    def connect(self) -> None:
        super().connect()  # type: ignore[misc]  # mixed into a connection
        if bound.out is not None and self.sock is not None:
            self.sock.settimeout(bound.out.read)

    def request(self, *args: Any, **kwargs: Any) -> None:
        if bound.out is not None and self.sock is not None:
            self.sock.settimeout(bound.out.read)
        super().request(*args, **kwargs)  # type: ignore[misc]  # as above


class _Pool:
    """What a pool of urllib3 becomes with."""

    @property
    def ConnectionCls(self) -> type:  # noqa: N802  # urllib3's name
        # Asked for each time, since recorders such as vcrpy exchange it for a while.
        return _bounded_connection(super().ConnectionCls)  # type: ignore[misc]  # as above


@functools.cache
def _bounded_connection(base: type) -> type:
    return type(base.__name__, (_Connection, base), {})


@functools.cache
def _bounded_pool(base: type[HTTPConnectionPool]) -> type[HTTPConnectionPool]:
    return type(base.__name__, (_Pool, base), {})


class _BoundedPools(dict[str, type[HTTPConnectionPool]]):
    """The classes of pools by scheme."""


def _pieces_of(raw: BaseHTTPResponse, out: Outgoing) -> Iterator[bytes]:
    """Return the pieces of a body as they are on the wire, none of which waits for the next one."""
    if raw.status < 200:
        # The real answer comes after it and must not be taken for the next one's.
        raw.close()
    # One look at the socket for each piece, so that time can be watched; older ones cannot.
    read = getattr(raw, "read1", raw.read)
    size = PIECE if out.request.sink is None else CHUNK
    return iter(functools.partial(read, size, decode_content=False), b"")


def _bound_adapter(adapter: object, proxy: str | None) -> None:
    """Have an adapter of requests bound the time of answers; others are left as they are.

    Args:
        adapter: what sends.
        proxy: the address of the proxy that it will send through.
    """
    if not isinstance(adapter, HTTPAdapter):
        return
    managers = [adapter.poolmanager]
    if proxy:
        # As requests spells it, which finds what was made for it.
        proxy = proxy if "://" in proxy else f"http://{proxy}"
        managers.append(adapter.proxy_manager_for(proxy))
    for manager in managers:
        pools = manager.pool_classes_by_scheme
        if not isinstance(pools, _BoundedPools):
            manager.pool_classes_by_scheme = _BoundedPools(
                {scheme: _bounded_pool(pool) for scheme, pool in pools.items()}
            )
            manager.clear()  # of connections that were made before
