"""Bounds the time that an answer takes, wherever in it the time goes.

The timeout of a socket starts anew with each byte, and the HTTP library below reads status lines,
headers and trailers in loops of its own: a server that sends a byte now and then, or interim
answers without an end, would hold a caller for ever. On the connections of `bound_adapter` each
look at the socket asks whether the time of the answer is over. The thread that waits says how long
that is, as it alone reads; to threads that do not, these connections are like all others, so that
the adapters of a caller's session can have them.
"""

import functools
import io
import socket
import time
from collections.abc import Iterator
from http.client import HTTPResponse
from typing import Any

from requests.adapters import HTTPAdapter
from urllib3 import BaseHTTPResponse, HTTPConnectionPool

from vt_sdk.transports.base import Outgoing, bound
from vt_sdk.transports.reception import ANSWER_READS, CHUNK, PIECE

__all__ = ["bound_adapter", "pieces_of"]


# Most answers fit: with each further look at the socket a thread may lose its turn to others.
_BUFFER = 1 << 17


class _Incoming(io.RawIOBase):
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
        self._incoming: _Incoming | None = None
        out = bound.out
        if out is None:
            return
        self.fp.close()
        self._incoming = _Incoming(sock)
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


def pieces_of(raw: BaseHTTPResponse, out: Outgoing) -> Iterator[bytes]:
    """Return the pieces of a body as they are on the wire, none of which waits for the next one."""
    if raw.status < 200:
        # The real answer comes after it and must not be taken for the next one's.
        raw.close()
    # One look at the socket for each piece, so that time can be watched; older ones cannot.
    read = getattr(raw, "read1", raw.read)
    size = PIECE if out.request.sink is None else CHUNK
    return iter(functools.partial(read, size, decode_content=False), b"")


def bound_adapter(adapter: object, proxy: str | None) -> None:
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
