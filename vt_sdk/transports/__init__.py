"""Ways over the wire: what turns a `Request` into a `Response`."""

from typing import Protocol

from vt_sdk.core.request import Request, Response
from vt_sdk.core.settings import Settings

__all__ = ["Transport"]


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
