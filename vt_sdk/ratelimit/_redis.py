"""The log of a rate limit in Redis, for machines."""

import uuid
from collections.abc import Callable, Sequence
from typing import Any, Final, TypeVar

from vt_sdk._redis import RedisServer
from vt_sdk.ratelimit._log import Limit

__all__ = ["RedisStore"]

T = TypeVar("T")

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

    It goes by the clock of the server. A reservation is one script, which nothing interrupts.
    """

    def __init__(
        self, limits: Sequence[Limit], clock: Callable[[], float] | None, url: str, name: str
    ) -> None:
        self._server = RedisServer(url, "store", "rate limit store")
        self._clock = clock
        self._key = name
        self._most = max(limit.count for limit in limits)
        self._horizon = max(limit.span_ms for limit in limits)
        self._spans = [n for limit in limits for n in (limit.count, limit.span_ms)]
        # Loads a script where the server does not know it, after a restart too.
        self._take = self._server.redis.register_script(_TAKE)
        self._read = self._server.redis.register_script(_READ)

    def take(self, patience: int | None) -> tuple[int, bool]:
        # Where the library sends the script again after a lost answer, the place moves.
        member = uuid.uuid4().hex
        wanted = -1 if patience is None else patience
        wait, taken = self._run(self._take, int, wanted, member, *self._spans)
        return wait, bool(taken)

    def read(self) -> tuple[int, list[int]]:
        return self._run(self._read, _moments, self._most)

    def close(self) -> None:
        self._server.close()

    def _run(self, script: Any, read: Callable[[Any], T], *arguments: object) -> tuple[int, T]:
        """Run a script, which returns a number and something that is to be read."""
        now = "" if self._clock is None else int(self._clock() * 1000)

        def answer() -> tuple[int, T]:
            answered = script([self._key], [self._horizon, now, *arguments])
            if not isinstance(answered, list):
                raise TypeError(f"the server answers {answered!r:.100}")
            first, second = answered
            return int(first), read(second)

        return self._server.run(answer)


def _moments(log: Sequence[int]) -> list[int]:
    return [moment for moment in map(int, log) if moment >= 0]
