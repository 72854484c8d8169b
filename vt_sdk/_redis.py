"""A Redis server as a store of machines: limits and caches that they share.

The library bounds what one connection may take; a call that has a deadline bounds it further.
"""

import errno
import time
from collections.abc import Callable
from typing import Any, Final, TypeVar

from vt_sdk._extras import extra
from vt_sdk._stores import patience
from vt_sdk.core.deadline import within
from vt_sdk.errors import InvalidInputError, StoreError

__all__ = ["RedisServer"]

T = TypeVar("T")

# How long the server may take, where its address does not say so.
_CONNECT_S: Final = 5.0
_ANSWER_S: Final = 10.0


class RedisServer:
    """A server, for threads and forks: the connections are those of the library.

    Args:
        url: its address; what it says about the times wins.
        name: how the argument is called that the address was given as.
        what: how errors call the store.

    Raises:
        InvalidInputError: it is no address of a server.
        ImportError: the extra `redis` is missing.
    """

    def __init__(self, url: str, name: str, what: str) -> None:
        with extra("redis", f"this {what}"):
            import redis
            from redis.backoff import NoBackoff
            from redis.retry import Retry
        self._what = what
        try:
            self.redis: Any = redis.Redis.from_url(  # its hints allow for answers of every kind
                url,
                socket_connect_timeout=_CONNECT_S,
                socket_timeout=_ANSWER_S,
                # One more try, for a connection that the server has closed meanwhile.
                retry=Retry(NoBackoff(), 1),
            )
        except ValueError:
            # The text of the error may hold the password.
            raise InvalidInputError(f"{name}: not an address of a Redis server") from None
        pool = self.redis.connection_pool
        pool.connection_class = _patient(pool.connection_class)
        self._answer_s = float(pool.connection_kwargs["socket_timeout"])

    def run(self, work: Callable[[], T]) -> T:
        """Do work with `redis`.

        Raises:
            StoreError: the server cannot be used, or not in time.
        """
        with within(time.monotonic() + self._answer_s):
            # Whoever listens at the address may answer anything, and the library then stumbles.
            try:
                return work()
            except Exception as error:
                raise StoreError(f"{self._what}: {error}", errno.EIO) from error

    def close(self) -> None:
        """Close the connections; it works on."""
        self.redis.close()


def _patient(kind: type[Any]) -> type[Any]:
    """Return a kind of connection that waits no longer than the call it serves."""
    import redis

    class Patient(kind):  # type: ignore[misc]  # which one, the address says
        socket_connect_timeout: float | None

        def connect(self) -> None:
            configured = self.socket_connect_timeout
            self.socket_connect_timeout = max(0.001, patience(configured or _CONNECT_S))
            try:
                super().connect()
            finally:
                self.socket_connect_timeout = configured

        def read_response(self, *args: Any, **kwargs: Any) -> Any:
            # The timeout of the socket is that of a connection, not of a call.
            if not self.can_read(timeout=patience(self.socket_timeout or _ANSWER_S)):
                self.disconnect()
                raise redis.TimeoutError("the server does not answer")
            return super().read_response(*args, **kwargs)

    return Patient
