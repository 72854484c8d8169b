"""Ways over the wire: what turns a `Request` into a `Response`."""

from typing import TYPE_CHECKING, Protocol

from vt_sdk.core.request import Request, Response
from vt_sdk.core.settings import Settings

if TYPE_CHECKING:
    from requests import Session as Session

__all__ = ["Session", "Transport"]


class Transport(Protocol):
    """Sends one request and gives its answer, whatever the status; it repeats nothing."""

    def send(self, request: Request, settings: Settings) -> Response:
        """Send one request.

        Raises:
            TransportError: no answer came.
        """
        ...

    def close(self) -> None:
        """Give connections back; the transport may be used again."""
        ...


if not TYPE_CHECKING:

    def __getattr__(name):
        # On demand, so that hints which name it resolve and nothing else loads requests.
        if name != "Session":
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from vt_sdk.transports.requests_transport import requests

        return requests.Session
