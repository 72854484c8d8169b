"""The transport over requests.

Without a session of the caller's, requests' adapter is used directly: `Session` looks up proxies,
netrc, certificates and cookies anew for each call, at half the cost of a report. Proxies and
certificate variables of the environment are read once for each origin; netrc and cookies are not
used. A session that the caller passes is used as it is, whatever its class; its adapters get
connections that bound the time of answers, and answers are read within their bounds before the
session, which may keep them, gets to see them.

Redirects are never followed here, since requests carries `x-apikey` to any host; `core.exchange`
follows them. Bodies are decoded by the base: urllib3 takes a compressed body that is cut for a
whole one, and before 2.6 unpacks without bounds.
"""

import io
import os
from collections.abc import Iterator
from typing import ClassVar, cast

import requests
import urllib3
from requests.adapters import HTTPAdapter
from requests.structures import CaseInsensitiveDict
from requests.utils import select_proxy

from vt_sdk.core.request import Body, Request
from vt_sdk.core.settings import Settings, origin, outgoing
from vt_sdk.transports.base import IN_ORDER, PIECE, BaseTransport, Duties, Incoming, Outgoing
from vt_sdk.transports.bounded_adapter import bound_adapter
from vt_sdk.transports.decoding import CHUNK
from vt_sdk.transports.redaction import causes

__all__ = ["RequestsTransport"]

# More threads than this share a client without opening connections anew.
_POOL_SIZE = 64


class RequestsTransport(BaseTransport):
    """Sends requests with the library of this name.

    Args:
        session: a session of the caller's, such as a caching one; without it the transport keeps
            connections of its own. One transport serves many threads, and a fork gets its own
            connections.
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
        urllib3.exceptions.LocationParseError,
    )
    header_errors: ClassVar[tuple[type[Exception], ...]] = (urllib3.exceptions.InvalidHeader,)
    coding_errors: ClassVar[tuple[type[Exception], ...]] = (
        *Duties.coding_errors,
        requests.exceptions.ContentDecodingError,
        urllib3.exceptions.DecodeError,
    )
    libraries: ClassVar[frozenset[str]] = frozenset({"requests", "requests_cache", "urllib3"})

    def __init__(self, session: requests.Session | None = None) -> None:
        super().__init__()
        self._session = session
        # By process, and without a lock, which a fork could leave shut.
        self._adapters: dict[int, HTTPAdapter] = {}

    def exchange(self, outgoing: Outgoing) -> Incoming:
        """Send a request and return its answer as soon as the headers are there."""
        if self._session is not None:
            return self._through(self._session, outgoing)
        if _is_mocked():
            with requests.Session() as session:
                session.trust_env = False
                return self._through(session, outgoing)
        adapter = self._own_adapter()
        bound_adapter(adapter, outgoing.proxy)
        answer = adapter.send(
            _prepared(outgoing),
            stream=True,
            # Its annotation leaves out that the first one may be None too.
            timeout=cast("tuple[float, float]", (outgoing.connect, outgoing.read)),
            verify=outgoing.verify,
            cert=outgoing.cert,
            proxies={"all": outgoing.proxy} if outgoing.proxy else {},
        )
        return _incoming(answer, outgoing)

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

    def _find_way(self, out: Outgoing, settings: Settings) -> None:
        if self._session is None:
            super()._find_way(out, settings)
            return
        # None leaves the session's own setting in force.
        proxies, verify = dict(settings.proxies or {}), None if out.verify is True else out.verify
        known = self._session.merge_environment_settings(out.url, proxies, True, verify, out.cert)
        out.proxy = self.checked_proxy(select_proxy(out.url, known["proxies"]), out)

    def _own_adapter(self) -> HTTPAdapter:
        process = os.getpid()
        adapter = self._adapters.get(process)
        if adapter is None:
            adapter = HTTPAdapter(max_retries=0)
            adapter.init_poolmanager(_POOL_SIZE, _POOL_SIZE, blocksize=CHUNK)
            # Of threads that come here at once, all use what the first one made.
            adapter = self._adapters.setdefault(process, adapter)
        return adapter

    def _through(self, session: requests.Session, out: Outgoing) -> Incoming:
        """Send with a session; what comes into memory is read before the session keeps it."""

        def read(answer: requests.Response, **_: object) -> requests.Response:
            if not (out.pours(answer.status_code) or getattr(answer, "from_cache", False)):
                # As the session itself would read it, yet within the bounds.
                answer._content = self._received(out, _incoming(answer, out))[1][0]
                answer._content_consumed = True  # type: ignore[attr-defined]  # typeshed leaves it out
            return answer

        bound_adapter(session.get_adapter(out.url), out.proxy)
        scheme, host, _ = origin(out.url)
        return _incoming(
            session.request(
                out.method,
                out.url,
                headers=out.headers,
                data=_streamed(out),
                timeout=cast("tuple[float, float]", (out.connect, out.read)),
                # By the most certain name, which wins over what the session would take.
                proxies={f"{scheme}://{host}": out.proxy or ""},
                # None leaves the session's own setting in force.
                verify=None if out.verify is True else out.verify,
                cert=out.cert,
                # Hooks of a request take the place of those of the session.
                hooks={"response": [read, *session.hooks.get("response", ())]},
                allow_redirects=False,
                stream=True,
            ),
            out,
        )


def _is_mocked() -> bool:
    """Return whether a library for tests, such as requests-mock, answers in place of sessions."""
    return requests.Session.send.__module__ != _SESSIONS


_SESSIONS = "requests.sessions"


def _prepared(out: Outgoing) -> requests.PreparedRequest:
    """Make what an adapter sends, as `Request.prepare` does at twice the cost."""
    body = _streamed(out)
    if not IN_ORDER.fullmatch(out.url):
        return requests.Request(out.method, out.url, headers=out.headers, data=body).prepare()
    prepared = requests.PreparedRequest()
    prepared.method, prepared.url = out.method, out.url
    prepared.headers = CaseInsensitiveDict(out.headers)
    # A body that is a file, as requests sees it, is sent as a stream.
    prepared.prepare_body(body, None)
    prepared.prepare_cookies({})
    prepared.hooks = {"response": []}
    return prepared


def _streamed(out: Outgoing) -> "bytes | Body | io.BytesIO | None":
    """Return a body as it is handed to requests, a large one to be read piece by piece.

    A socket takes its timeout for all that is handed over at once.
    """
    return io.BytesIO(out.body) if isinstance(out.body, bytes) and out.is_large else out.body


def _incoming(answer: requests.Response, out: Outgoing) -> Incoming:
    raw = answer.raw
    if answer.status_code < 200:
        # The real answer comes after it and must not be taken for the next one's.
        raw.close()
    # It was read before, or a foreign session has replaced it by something of its own.
    is_decoded = getattr(answer, "_content_consumed", False) or not isinstance(
        raw, urllib3.HTTPResponse
    )
    return Incoming(
        answer.status_code,
        answer.headers.items(),
        answer.iter_content(CHUNK)
        if is_decoded
        else _raw_pieces(raw, CHUNK if out.pours(answer.status_code) else PIECE),
        answer.close,
        is_decoded,
        bool(getattr(answer, "from_cache", False)),
    )


def _raw_pieces(raw: urllib3.HTTPResponse, size: int) -> Iterator[bytes]:
    # One look at the socket for each piece, so that time can be watched; older ones cannot.
    read = getattr(raw, "read1", raw.read)
    while piece := read(size, decode_content=False):
        yield piece
