"""The transport over aiohttp, the only module that imports it.

Each event loop has connections of its own, also after a fork. They are closed with their loop,
whoever closes it and however it ends, so that closing a client is never a duty: an asynchronous
generator stands for them, which a loop closes when it is shut down, and for a loop that was closed
without that, or for the end of the interpreter, the sockets are taken from it.

Redirects, cookies, netrc, unpacking and aiohttp's own second attempt are off. A session that the
caller passes is used as it is, its second attempt included, and never closed.
"""

import asyncio
import os
import ssl
import weakref
from base64 import b64encode
from collections.abc import AsyncGenerator, Iterable
from contextlib import suppress
from contextvars import ContextVar
from functools import partial
from typing import Any, ClassVar, Final, TypeAlias
from urllib.parse import unquote, urlsplit

from vt_sdk._extras import extra

with extra("async", "the asynchronous client"):
    import aiohttp
import certifi
import yarl
from aiohttp.client_proto import ResponseHandler
from aiohttp.http_exceptions import HttpProcessingError

from vt_sdk.core.settings import Settings, origin
from vt_sdk.errors import APIConnectionError, InvalidInputError
from vt_sdk.transports.async_base import (
    AsyncBaseTransport,
    AsyncIncoming,
    AsyncOutgoing,
    Clock,
    in_thread,
)
from vt_sdk.transports.base import IN_ORDER, Duties, Outgoing
from vt_sdk.transports.reception import PIECE
from vt_sdk.transports.redaction import causes

__all__ = ["AiohttpTransport"]

# As many as the synchronous client keeps.
_POOL_SIZE: Final = 64

# As the standard library has it: of a status line or a header.
_LONGEST_LINE: Final = 1 << 16

_Home: TypeAlias = AsyncGenerator[aiohttp.ClientSession, None]
_Homes: TypeAlias = dict[
    tuple[int, asyncio.AbstractEventLoop], "tuple[_Home, aiohttp.ClientSession]"
]

_clock: ContextVar[Clock] = ContextVar("vt_sdk_clock")


class AiohttpTransport(AsyncBaseTransport):
    """Sends requests over connections of its own, for each event loop, at most 64 at once."""

    wire_errors: ClassVar[tuple[type[Exception], ...]] = (
        *Duties.wire_errors,
        aiohttp.ClientError,
        HttpProcessingError,
    )
    unsent_errors: ClassVar[tuple[type[Exception], ...]] = (
        *Duties.unsent_errors,
        aiohttp.ClientConnectorError,
        aiohttp.ConnectionTimeoutError,
        aiohttp.ClientHttpProxyError,
    )
    address_errors: ClassVar[tuple[type[Exception], ...]] = (
        *Duties.address_errors,
        aiohttp.InvalidURL,
    )
    libraries: ClassVar[frozenset[str]] = frozenset(
        {"aiohttp", "aiohappyeyeballs", "aiosignal", "asyncio", "concurrent", "multidict", "yarl"}
    )

    def __init__(self) -> None:
        super().__init__()
        self._homes: _Homes = {}
        self._contexts: dict[object, ssl.SSLContext] = {}
        weakref.finalize(self, _leave, self._homes)

    async def exchange(self, outgoing: AsyncOutgoing) -> AsyncIncoming:
        """Send a request and return its answer as soon as the headers are there."""
        session, options = await self._way(outgoing)
        headers = outgoing.headers
        if outgoing.proxy:
            options["proxy"], user = _proxy(outgoing.proxy)
            if user and outgoing.url.startswith("https:"):
                options["proxy_headers"] = {"Proxy-Authorization": user}
            elif user:
                headers = {**headers, "Proxy-Authorization": user}
        assert outgoing.clock is not None
        current = _clock.set(outgoing.clock)
        try:
            answer = await session.request(
                outgoing.method,
                _address(outgoing.url),
                data=outgoing.content,
                headers=headers,
                skip_auto_headers=("Content-Type",),
                allow_redirects=False,
                auto_decompress=False,
                read_bufsize=PIECE,
                max_line_size=_LONGEST_LINE,
                max_field_size=_LONGEST_LINE,
                timeout=aiohttp.ClientTimeout(
                    total=None, sock_connect=outgoing.connect, sock_read=outgoing.read
                ),
                **options,
            )
        finally:
            _clock.reset(current)
        return AsyncIncoming(
            answer.status, _headers(answer), answer.content.iter_any(), answer.close
        )

    async def aclose(self) -> None:
        """Close the connections of this event loop."""
        found = self._homes.pop((os.getpid(), asyncio.get_running_loop()), None)
        if found is not None:
            await found[0].aclose()

    def lasting_fault(self, cause: BaseException) -> str | None:
        """Return what is wrong where another attempt would meet it again."""
        if isinstance(cause, aiohttp.ClientHttpProxyError) and cause.status == 407:
            return "the proxy wants a user and a password, or others than these"
        if isinstance(cause, (aiohttp.ClientProxyConnectionError, aiohttp.ClientHttpProxyError)):
            return "the proxy cannot be reached, or does not let it through"
        # One of its own is an error of TLS by name only; the real one is below it.
        return None if isinstance(cause, aiohttp.ClientError) else super().lasting_fault(cause)

    def shown_cause(self, error: BaseException) -> BaseException | None:
        """Return the text of an error and what is below it; aiohttp's own hold what was sent."""
        if not isinstance(error, aiohttp.ClientError):
            return error
        # An address that is none may be that of a proxy, with its password.
        text = "" if isinstance(error, aiohttp.InvalidURL) else f": {error}"
        shown = aiohttp.ClientError(f"{type(error).__name__}{text}")
        below = (each for each in causes(error) if not isinstance(each, aiohttp.ClientError))
        shown.__cause__ = next(below, None)
        return shown

    # --- connections -----------------------------------------------------------------------------

    async def _way(self, out: AsyncOutgoing) -> tuple[aiohttp.ClientSession, dict[str, Any]]:
        """Return what a request is sent with, and what that is told of TLS."""
        options = {"ssl": await self._context(out)}
        place = os.getpid(), asyncio.get_running_loop()
        found = self._homes.get(place)
        if found is None or found[1].closed:
            _sweep(self._homes)
            home = _home()
            # From here on the loop knows of it.
            found = self._homes[place] = home, await anext(home)
        return found[1], options

    async def _context(self, out: Outgoing) -> ssl.SSLContext | bool:
        """Return what TLS is spoken with; making it reads files for some time."""
        if not out.url.startswith("https:"):
            return True
        key = out.verify, out.cert
        if key not in self._contexts:
            try:
                self._contexts[key] = await in_thread(_tls, out.verify, out.cert)
            except OSError as error:
                what = getattr(error, "reason", None) or error.filename or out.verify
                fault = APIConnectionError(
                    "Connection error: the files of the certificates (verify, cert) cannot be"
                    f" read: {what}"
                )
                fault.is_retryable = fault.may_have_arrived = False
                raise fault from error
        return self._contexts[key]


class SessionTransport(AiohttpTransport):
    """Sends requests with a session of the caller's, which stays open."""

    def __init__(self, session: aiohttp.ClientSession) -> None:
        super().__init__()
        self._session = session

    async def _way(self, out: AsyncOutgoing) -> tuple[aiohttp.ClientSession, dict[str, Any]]:
        # What is not said leaves the session's own setting in force.
        is_told = out.verify is not True or out.cert
        options = {"ssl": await self._context(out)} if is_told else {}
        return _here(self._session), options

    def _find_way(self, out: Outgoing, settings: Settings) -> None:
        default = getattr(self._session, "_default_proxy", None)
        if default and not settings.proxies:
            self.checked_proxy(str(default), out)
        elif settings.proxies or self._session.trust_env:
            super()._find_way(out, settings)
            out.verify = settings.verify
            if not settings.proxies:
                out.proxy = None  # the session finds it by itself


def _here(session: aiohttp.ClientSession) -> aiohttp.ClientSession:
    """Return a session of the caller's.

    Raises:
        InvalidInputError: it cannot be used, here or anywhere.
    """
    if session.closed:
        raise InvalidInputError("session: it is closed; make another one, and a client over it")
    # What is no session of aiohttp's own may have no loop.
    if getattr(session, "_loop", None) not in (None, asyncio.get_running_loop()):
        raise InvalidInputError(
            "session: it belongs to the event loop that it was made in; make one in this loop, or"
            " none: a client makes connections of its own in each"
        )
    return session


def _tls(verify: bool | str, cert: str | tuple[str, str] | None) -> ssl.SSLContext:
    place = certifi.where() if verify is True else verify
    if isinstance(place, str):
        if not os.path.exists(place):
            raise FileNotFoundError(None, "no such file", place)
        is_folder = os.path.isdir(place)
        context = ssl.create_default_context(
            cafile=None if is_folder else place, capath=place if is_folder else None
        )
    else:
        context = ssl.create_default_context()
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
    if cert is not None:
        files = (cert,) if isinstance(cert, str) else cert
        for path in files:
            if not os.path.exists(path):
                raise FileNotFoundError(None, "no such file", path)
        context.load_cert_chain(*files)
    return context


def _address(url: str) -> yarl.URL:
    """Return an address as aiohttp has it; what the core has encoded stays as it is.

    Raises:
        InvalidInputError: it is none, or leads to another host than the one that was looked at.
    """
    with suppress(ValueError):
        if IN_ORDER.fullmatch(url):
            return yarl.URL(url, encoded=True)
        address = yarl.URL(url)
        if (address.scheme, address.host or "", address.port) == origin(url):
            return address
    raise InvalidInputError("the address or a header is unusable")


def _proxy(proxy: str) -> tuple[str, str]:
    """Return the address of a proxy, and what it is told of the user.

    Raises:
        InvalidInputError: aiohttp does not speak to proxies of this kind.
    """
    parts = urlsplit(proxy if "://" in proxy else f"http://{proxy}")
    if parts.scheme not in ("http", "https"):
        raise InvalidInputError(
            "proxies: only those for HTTP can be used here; a session with a connector of one's own"
            " may use others"
        )
    place = parts.netloc.rpartition("@")[2]
    user = ""
    if parts.username is not None:
        told = f"{unquote(parts.username)}:{unquote(parts.password or '')}"
        user = f"Basic {b64encode(told.encode()).decode()}"
    return f"{parts.scheme}://{place}", user


def _headers(answer: aiohttp.ClientResponse) -> Iterable[tuple[str, str]]:
    # As headers are read elsewhere: no character of it is lost, and each is one byte.
    return [
        (name, value)
        if value.isascii()
        else (name, value.encode("utf-8", "surrogateescape").decode("latin-1"))
        for name, value in answer.headers.items()
    ]


# --- the end of connections ----------------------------------------------------------------------


class _Connector(aiohttp.TCPConnector):
    """Connections of one event loop.

    Connecting is bounded as a whole, from the name of the host to TLS and the word of a proxy; the
    time until a connection is free is nobody's fault.
    """

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        # Also those that are given up, and speak TLS for the last time.
        self.made: weakref.WeakSet[asyncio.WriteTransport] = weakref.WeakSet()

    async def connect(self, *args: Any, **options: Any) -> Any:
        clock = _clock.get()
        clock.wait()
        connection = await super().connect(*args, **options)
        clock.move()
        return connection

    async def _create_connection(
        self, req: Any, traces: Any, timeout: aiohttp.ClientTimeout
    ) -> ResponseHandler:
        async with asyncio.timeout(timeout.sock_connect):
            made = await super()._create_connection(req, traces, timeout)
        if made.transport is not None:
            self.made.add(made.transport)
        return made

    def __del__(self, *_: object) -> None:
        """Say nothing: who lets go of it has closed its connections."""


async def _home() -> _Home:
    """Keep a session as long as the loop lives that it was made in."""
    connector = _Connector(limit=_POOL_SIZE, resolver=aiohttp.ThreadedResolver())
    session = aiohttp.ClientSession(
        connector=connector, cookie_jar=aiohttp.DummyCookieJar(), trust_env=False
    )
    # A second attempt is not its business.
    session._retry_connection = False
    try:
        yield session
    finally:
        if not session.closed:
            await session.close()
            for made in list(connector.made):
                made.abort()
            await asyncio.sleep(0)  # in which they are closed


def _sweep(homes: _Homes) -> None:
    """Let go of connections whose loop is closed, or belongs to the process before a fork."""
    for place in list(homes):
        process, loop = place
        if process != os.getpid() or loop.is_closed():
            _let_go(*homes.pop(place), is_shared=process != os.getpid())


def _leave(homes: _Homes) -> None:
    """Let go of all connections: their transport is gone, or the interpreter ends."""
    _sweep(homes)
    for place in list(homes):
        leave = partial(_let_go, *homes.pop(place), is_shared=False)
        # Not by a task, as which the loop would close the generator: it may be about to end.
        if place[1].is_running() and not _is_here(place[1]):
            with suppress(RuntimeError):  # it has just been closed
                place[1].call_soon_threadsafe(leave)
        else:
            leave()


def _is_here(loop: asyncio.AbstractEventLoop) -> bool:
    try:
        return asyncio.get_running_loop() is loop
    except RuntimeError:
        return False


def _let_go(home: _Home, session: aiohttp.ClientSession, is_shared: bool) -> None:
    """Close the sockets of a loop that may not run any more, which no public name does."""
    connector = session.connector
    if isinstance(connector, _Connector):
        for made in list(connector.made):
            with suppress(Exception):
                _drop(made, is_shared)
    if not session.closed:
        session.detach()
    with suppress(BaseException):
        home.aclose().send(None)  # there is nothing left to wait for


def _drop(transport: Any, is_shared: bool) -> None:
    tls = getattr(transport, "_ssl_protocol", None)
    if tls is not None:
        transport._closed = True
        transport = tls._transport
    if not is_shared:  # the child of a fork has the parent's selector
        transport.pause_reading()
    transport._call_connection_lost(None)
