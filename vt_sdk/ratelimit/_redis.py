"""The log of a rate limit in Redis, for machines."""

import errno
import time
import uuid
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, Final, TypeVar

from vt_sdk._extras import extra
from vt_sdk._stores import patience
from vt_sdk.core.deadline import within
from vt_sdk.errors import InvalidInputError, StoreError
from vt_sdk.ratelimit._log import Limit

if TYPE_CHECKING:
    from redis import Redis

__all__ = ["RedisStore"]

T = TypeVar("T")

# How long the server may take, where its address does not say so.
_CONNECT_S: Final = 5.0
_ANSWER_S: Final = 10.0

# Scores are moments, but for the member `horizon`: its score is the longest window that a user of
# the log ever had, negative, so that it stays below all moments. `settle` and `latest` are `astray`
# and `due_at` of `_log`.
_LOG: Final = """
local key, horizon, now = KEYS[1], tonumber(ARGV[1]), tonumber(ARGV[2])
if not now then
    local time = redis.call('TIME')
    now = time[1] * 1000 + math.floor(time[2] / 1000)
end
horizon = math.max(horizon, -(redis.call('ZSCORE', key, 'horizon') or 0))
local function latest(n)
    local score = tonumber(redis.call('ZRANGE', key, -n, -n, 'WITHSCORES')[2])
    return score and score >= 0 and score or nil
end
if (latest(1) or now) > now + horizon + 1 then
    local ahead = redis.call('ZRANGEBYSCORE', key, '(' .. now, '+inf', 'WITHSCORES')
    local before, astray = now, false
    for i = 1, #ahead, 2 do
        local moment = tonumber(ahead[i + 1])
        astray = astray or moment > before + horizon + 1
        if astray then
            redis.call('ZADD', key, before, ahead[i])
        else
            before = moment
        end
    end
end
"""

_READ: Final = (
    _LOG
    + """
local log = redis.call('ZRANGE', key, -tonumber(ARGV[3]), -1, 'WITHSCORES')
local moments = {}
for i = 2, #log, 2 do
    moments[#moments + 1] = tonumber(log[i])
end
return {now, moments}
"""
)

_TAKE: Final = (
    _LOG
    + """
local patience, member = tonumber(ARGV[3]), ARGV[4]
local due = math.max(now, latest(1) or now)
for i = 5, #ARGV, 2 do
    local nth = latest(tonumber(ARGV[i]))
    if nth then
        due = math.max(due, nth + tonumber(ARGV[i + 1]) + 1)
    end
end
if patience >= 0 and due - now > patience then
    return {due - now, 0}
end
redis.call('ZADD', key, -horizon, 'horizon', due, member)
redis.call('ZREMRANGEBYSCORE', key, 0, '(' .. (now - horizon))
redis.call('PEXPIRE', key, due - now + horizon)
return {due - now, 1}
"""
)


class RedisStore:
    """The log in Redis, for all machines that reach it.

    It goes by the clock of the server. A reservation is one script, which nothing interrupts; the
    connections are those of the Redis library, which opens new ones after a fork.
    """

    def __init__(
        self, limits: Sequence[Limit], clock: Callable[[], float] | None, url: str, name: str
    ) -> None:
        with extra("redis", "this rate limit"):
            import redis
            from redis.backoff import NoBackoff
            from redis.retry import Retry
        self._clock = clock
        self._key = name
        self._most = max(limit.count for limit in limits)
        self._horizon = max(limit.span_ms for limit in limits)
        self._spans = [n for limit in limits for n in (limit.count, limit.span_ms)]
        try:
            # What the URL says about the times wins.
            self._redis: Redis = redis.Redis.from_url(
                url,
                socket_connect_timeout=_CONNECT_S,
                socket_timeout=_ANSWER_S,
                # One more try, for a connection that the server has closed meanwhile.
                retry=Retry(NoBackoff(), 1),
            )
        except ValueError:
            # The text of the error may hold the password.
            raise InvalidInputError("store: not an address of a Redis server") from None
        pool = self._redis.connection_pool
        pool.connection_class = _patient(pool.connection_class)
        self._answer_s = float(pool.connection_kwargs["socket_timeout"])
        # Loads a script where the server does not know it, after a restart too.
        self._take: Any = self._redis.register_script(_TAKE)
        self._read: Any = self._redis.register_script(_READ)

    def take(self, patience: int | None) -> tuple[int, bool]:
        # Where the library sends the script again after a lost answer, the place moves.
        member = uuid.uuid4().hex
        wanted = -1 if patience is None else patience
        wait, taken = self._run(self._take, int, wanted, member, *self._spans)
        return wait, bool(taken)

    def read(self) -> tuple[int, list[int]]:
        return self._run(self._read, _moments, self._most)

    def close(self) -> None:
        self._redis.close()

    def _run(self, script: Any, read: Callable[[Any], T], *arguments: object) -> tuple[int, T]:
        """Run a script, which returns a number and something that is to be read."""
        now = "" if self._clock is None else int(self._clock() * 1000)
        with within(time.monotonic() + self._answer_s):
            # Whoever listens at the address may answer anything, and the library then stumbles.
            try:
                answer = script([self._key], [self._horizon, now, *arguments])
                if not isinstance(answer, list):
                    raise TypeError(f"the server answers {answer!r:.100}")
                first, second = answer
                return int(first), read(second)
            except Exception as error:
                raise StoreError(f"rate limit store: {error}", errno.EIO) from error


def _moments(log: Sequence[int]) -> list[int]:
    return [moment for moment in map(int, log) if moment >= 0]


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
