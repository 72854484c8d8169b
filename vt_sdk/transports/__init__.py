"""Ways over the wire: what turns a `Request` into a `Response`."""

from typing import TYPE_CHECKING, Protocol

from vt_sdk.core.request import Request, Response
from vt_sdk.core.settings import Settings

if TYPE_CHECKING:
    from aiohttp import ClientSession as ClientSession
    from requests import Session as Session

__all__ = ["AsyncTransport", "ClientSession", "Session", "Transport"]


class Transport(Protocol):
    """Sends one request and gives its answer, whatever the status; it repeats nothing."""

    def send(self, request: Request, settings: Settings) -> Response:
        """Send one request.

        Raises:
            TransportError: no answer came.
        """
        ...

    def close(self) -> None:
        """Close the connections; the transport may be used again."""
        ...


class AsyncTransport(Protocol):
    """Sends one request from an event loop and gives its answer; it repeats nothing."""

    async def send(self, request: Request, settings: Settings) -> Response:
        """Send one request.

        Raises:
            TransportError: no answer came.
        """
        ...

    async def aclose(self) -> None:
        """Close the connections; the transport may be used again."""
        ...


if not TYPE_CHECKING:

    def __getattr__(name):
        # On demand, so that hints which name them resolve and nothing else loads the libraries.
        if name == "Session":
            from vt_sdk.transports.requests_transport import requests

            return requests.Session
        if name == "ClientSession":
            from vt_sdk.transports.aiohttp_transport import aiohttp

            return aiohttp.ClientSession
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
