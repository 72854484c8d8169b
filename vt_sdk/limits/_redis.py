"""The log of a rate limit in Redis, for machines."""

import errno
import uuid
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final

from vt_sdk.errors import InvalidInputError, VirusTotalAPIError
from vt_sdk.limits._log import Limit, extra

if TYPE_CHECKING:
    from redis import Redis

__all__ = ["RedisStore"]

# Scores are moments, but for the member `horizon`: its score is the longest window that a user of
# the log ever had, negative, so that it stays below all moments. `due_at` is the same in Python.
_TAKE: Final = """
local key, member = KEYS[1], ARGV[1]
local patience, horizon, now = tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[4])
if not now then
    local time = redis.call('TIME')
    now = time[1] * 1000 + math.floor(time[2] / 1000)
end
local function latest(n)
    local score = tonumber(redis.call('ZRANGE', key, -n, -n, 'WITHSCORES')[2])
    return score and score >= 0 and score or nil
end
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
horizon = math.max(horizon, -(redis.call('ZSCORE', key, 'horizon') or 0))
redis.call('ZADD', key, -horizon, 'horizon', due, member)
redis.call('ZREMRANGEBYSCORE', key, 0, '(' .. (now - horizon))
redis.call('PEXPIRE', key, due - now + horizon)
return {due - now, 1}
"""


class RedisStore:
    """The log in Redis, for all machines that reach it.

    It goes by the clock of the server. A reservation is one script, which nothing interrupts; the
    connections are those of the Redis library, which opens new ones after a fork.
    """

    def __init__(
        self, limits: Sequence[Limit], clock: Callable[[], float] | None, url: str, name: str
    ) -> None:
        with extra("redis"):
            import redis
        self._errors = redis.RedisError
        self._clock = clock
        self._key = name
        self._most = max(limit.count for limit in limits)
        self._horizon = max(limit.span_ms for limit in limits)
        self._spans = [n for limit in limits for n in (limit.count, limit.span_ms)]
        try:
            # What the URL says about them wins.
            self._redis: Redis = redis.Redis.from_url(
                url, socket_connect_timeout=5, socket_timeout=10
            )
            # Loads the script where the server does not know it, after a restart too.
            self._script: Any = self._redis.register_script(_TAKE)
        except ValueError:
            # The text of the error may hold the password.
            raise InvalidInputError("store: not an address of a Redis server") from None

    def take(self, patience: int | None) -> tuple[int, bool]:
        now = "" if self._clock is None else int(self._clock() * 1000)
        # Where the library sends the script again after a lost answer, the place moves.
        member = uuid.uuid4().hex
        wanted = -1 if patience is None else patience
        with self._typed_errors():
            wait, taken = self._script(
                [self._key], [member, wanted, self._horizon, now, *self._spans]
            )
        return int(wait), bool(taken)

    def read(self) -> tuple[int, list[int]]:
        with self._typed_errors(), self._redis.pipeline() as pipe:
            pipe.time()
            pipe.zrange(self._key, -self._most, -1, withscores=True)
            (seconds, micros), entries = pipe.execute()
        now = seconds * 1000 + micros // 1000
        log = [int(score) for _, score in entries if score >= 0]
        return now if self._clock is None else int(self._clock() * 1000), log

    def close(self) -> None:
        self._redis.close()

    @contextmanager
    def _typed_errors(self) -> Iterator[None]:
        try:
            yield
        except self._errors as error:
            raise VirusTotalAPIError(f"rate limit store: {error}", errno.EIO) from error
