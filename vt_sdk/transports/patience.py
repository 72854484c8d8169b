"""Bounds the time that an answer takes, wherever in it the time goes.

The timeout of a socket starts anew with each byte, and the HTTP library below reads status lines,
headers and trailers in loops of its own: a server that sends a byte now and then, or interim
answers without an end, would hold a caller for ever. On the connections of `PatientAdapter` each
look at the socket asks whether the time of the answer is over. The thread that waits says how long
that is, as it alone reads.
"""

import io
import socket
import threading
import time
from http.client import HTTPResponse
from typing import Any

from requests.adapters import HTTPAdapter
from urllib3 import HTTPConnectionPool, HTTPSConnectionPool, PoolManager
from urllib3.connection import HTTPConnection, HTTPSConnection

__all__ = ["PATIENCE", "PatientAdapter", "answer_until"]

PATIENCE = 10
"""So many times the time for one read is what an answer has until its headers are complete."""


# Most answers fit: with each further look at the socket a thread may lose its turn to others.
_BUFFER = 1 << 17


class _Bound(threading.local):
    """When the answer that this thread reads must be there."""

    until: float | None = None
    end: float | None = None


_bound = _Bound()


def answer_until(moment: float | None) -> None:
    """Set when the answer that this thread reads must be there, None for the patience alone.

    Before a request goes it is the whole answer, while the body comes it is the rest.
    """
    _bound.until = _bound.end = moment


class _Incoming(io.RawIOBase):
    """The bytes from a socket, until time is over."""

    def __init__(self, sock: socket.socket) -> None:
        self._raw = sock.makefile("rb", buffering=0)
        self.before_body = True

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any, /) -> int | None:
        if _bound.end is not None and time.monotonic() > _bound.end:
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
        self.fp.close()
        self._incoming = _Incoming(sock)
        self.fp = io.BufferedReader(self._incoming, _BUFFER)
        seconds = sock.gettimeout()
        if _bound.until is None and seconds is not None:
            _bound.end = time.monotonic() + PATIENCE * seconds

    def begin(self) -> None:
        super().begin()
        self._incoming.before_body = False


class _Connection(HTTPConnection):
    response_class = _Response


class _TLSConnection(HTTPSConnection):
    response_class = _Response


class _Pool(HTTPConnectionPool):
    ConnectionCls = _Connection  # pyright: ignore[reportAssignmentType]  # as urllib3's own


class _TLSPool(HTTPSConnectionPool):
    ConnectionCls = _TLSConnection  # pyright: ignore[reportAssignmentType]  # as urllib3's own


_POOLS = {"http": _Pool, "https": _TLSPool}


class PatientAdapter(HTTPAdapter):
    """An adapter of requests whose answers come in time or not at all."""

    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:
        """Make what holds the connections."""
        super().init_poolmanager(*args, **kwargs)
        self.poolmanager.pool_classes_by_scheme = _POOLS

    def proxy_manager_for(self, *args: Any, **kwargs: Any) -> PoolManager:
        """Give what holds the connections to a proxy."""
        manager: PoolManager = super().proxy_manager_for(*args, **kwargs)
        manager.pool_classes_by_scheme = _POOLS
        return manager
