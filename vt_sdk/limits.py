"""Spacing requests so that they stay within a quota: by threads, processes or machines together.

`RateLimit` keeps a log of the moments at which requests go. A caller takes a place in it, the
earliest one that fits every window, which may lie ahead; nobody polls, and who came first goes
first. The log is a bucket of pyrate-limiter in memory or in an SQLite file, or a sorted set of the
same layout in Redis; this module decides alone which place is the next one.

The buckets answer whether a request fits now. Three things are decided here, as reservations ahead
need more:

- The earliest place comes straight from the log: a window of n requests has room when the n-th
  latest one has left it. A new place is never before the last one, so the log stays in order
  (`InMemoryBucket` relies on that) and a clock that is set back cannot make room.
- A bucket gets the longest window only. Its own rules refuse profiles that are in order, such as 4
  a minute and 10,000 a day, where the longer window is never the narrow one.
- Redis runs a script of this module, and with the time of its own: that of `RedisBucket` takes the
  clock of each machine and does not see places later than the new one.

What is deleted is older than the longest window that any user of the store ever had, so a program
that knows the minute only does not forget the day of another.
"""

import errno
import math
import os
import sqlite3
import threading
import time
import uuid
import weakref
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Protocol, Self
from urllib.parse import urlsplit

from vt_sdk.core.quota import Price, Window
from vt_sdk.errors import FileReadError, InvalidInputError, RateLimitError, VirusTotalAPIError

if TYPE_CHECKING:
    from pyrate_limiter import InMemoryBucket, SQLiteBucket
    from redis import Redis

__all__ = ["RateLimit"]

_MINUTE: Final = 60
_HOUR: Final = 3_600
_DAY: Final = 86_400
# The longest month: any month of the calendar lies within one such window.
_MONTH: Final = 31 * _DAY

_REDIS_SCHEMES: Final = ("redis", "rediss", "unix")

# How long a process waits for the others to let go of the file, far beyond what they take.
_BUSY_S: Final = 30.0
# Deleting old entries more often would cost more than they do.
_CLEAN_EVERY_MS: Final = 60_000

_ERRNO: Final = {
    sqlite3.SQLITE_BUSY: errno.EAGAIN,
    sqlite3.SQLITE_CANTOPEN: errno.ENOENT,
    sqlite3.SQLITE_FULL: errno.ENOSPC,
    sqlite3.SQLITE_NOTADB: errno.EINVAL,
    sqlite3.SQLITE_READONLY: errno.EROFS,
}


@dataclass(frozen=True, slots=True)
class _Limit:
    """How many requests may go within how many milliseconds, the margin among them."""

    count: int
    span_ms: int

    def free_at(self, nth_latest: int) -> int:
        """Give when there is room again; a request counts to the very end of its window."""
        return nth_latest + self.span_ms + 1


def _due(now: int, limits: Sequence[_Limit], latest: Callable[[int], int | None]) -> int:
    """Give the earliest moment for one more request: after the last one, within every window.

    Args:
        now: the moment from which on it may be.
        limits: the windows.
        latest: gives the moment of the n-th latest request, 1 for the last one.
    """
    due = now
    last = latest(1)
    if last is not None:
        due = max(due, last)
    for limit in limits:
        nth = latest(limit.count)
        if nth is not None:
            due = max(due, limit.free_at(nth))
    return due


def _nth_latest(log: Sequence[int]) -> Callable[[int], int | None]:
    return lambda n: log[-n] if n <= len(log) else None


class _Store(Protocol):
    """The log of one quota; all times are milliseconds."""

    def take(self, patience: int | None) -> tuple[int, bool]:
        """Give the wait until the next place and whether it was taken: not beyond `patience`."""
        ...

    def read(self) -> tuple[int, list[int]]:
        """Give the time, and the moments of the latest requests in their order."""
        ...

    def close(self) -> None:
        """Give connections back; the store works on."""
        ...


@contextmanager
def _extra(name: str) -> Iterator[None]:
    try:
        yield
    except ModuleNotFoundError as error:
        raise ImportError(
            f'{error}; this rate limit needs an extra: pip install "vt-sdk[{name}]"'
        ) from error


# --- memory --------------------------------------------------------------------------------------


class _Local:
    """What stores without a server share: a lock, a clock, and a say when the process forks."""

    def __init__(self, limits: Sequence[_Limit], clock: Callable[[], float]) -> None:
        self.limits = limits
        self.longest = max(limits, key=lambda limit: limit.span_ms)
        self.most = max(limit.count for limit in limits)
        self.lock = threading.RLock()
        self._clock = clock
        with _forking:
            _local_stores.add(self)

    def now(self) -> int:
        return int(self._clock() * 1000)

    def close(self) -> None:
        """Give connections back; memory has none."""

    def _take(
        self, bucket: "InMemoryBucket | SQLiteBucket", now: int, patience: int | None
    ) -> tuple[int, bool]:
        from pyrate_limiter import RateItem

        def latest(n: int) -> int | None:
            item = bucket.peek(n - 1)
            return None if item is None else item.timestamp

        due = _due(now, self.limits, latest)
        taken = patience is None or due - now <= patience
        if taken:
            accepted = bucket.put(RateItem("request", due))
            assert accepted, "the bucket does not agree that the place is free"
        return due - now, taken


class _Memory(_Local):
    """The log of one object."""

    def __init__(self, limits: Sequence[_Limit], clock: Callable[[], float]) -> None:
        with _extra("limits"):
            from pyrate_limiter import InMemoryBucket, Rate
        super().__init__(limits, clock)
        self._bucket = InMemoryBucket([Rate(self.longest.count, self.longest.span_ms)])

    def take(self, patience: int | None) -> tuple[int, bool]:
        with self.lock:
            now = self.now()
            self._bucket.leak(now)
            return self._take(self._bucket, now, patience)

    def read(self) -> tuple[int, list[int]]:
        with self.lock:
            return self.now(), [item.timestamp for item in self._bucket.items[-self.most :]]


# --- a file --------------------------------------------------------------------------------------


class _File(_Local):
    """The log in an SQLite file, for all processes of a machine.

    Each reservation is one transaction that holds the file from its first look on, so the file's
    own lock is all that the processes need. In WAL mode it costs no wait for the disk; a machine
    that loses its power may forget the last reservations, never more.
    """

    def __init__(self, limits: Sequence[_Limit], clock: Callable[[], float], path: str) -> None:
        with _extra("limits"):
            import pyrate_limiter  # noqa: F401  # whether it is there is told at once
        super().__init__(limits, clock)
        self._path = path
        self._bucket: SQLiteBucket | None = None
        self._release: Callable[[], object] | None = None
        self._clean_at = 0

    def take(self, patience: int | None) -> tuple[int, bool]:
        with self.lock:
            now = self.now()
            if now >= self._clean_at:
                # Not after the place is taken: waiting for the file would make the request late.
                self._clean_at = now + _CLEAN_EVERY_MS
                with self._transaction() as bucket:
                    bucket.leak(now - 1000 * _horizon(bucket.conn) + self.longest.span_ms)
            with self._transaction() as bucket:
                return self._take(bucket, self.now(), patience)

    def read(self) -> tuple[int, list[int]]:
        query = "SELECT item_timestamp FROM requests ORDER BY item_timestamp DESC LIMIT ?"
        with self.lock, self._transaction() as bucket:
            log = [moment for (moment,) in bucket.conn.execute(query, (self.most,))]
            return self.now(), log[::-1]

    def close(self) -> None:
        with self.lock:
            self._bucket = None
            if self._release is not None:
                self._release()

    @contextmanager
    def _transaction(self) -> Iterator["SQLiteBucket"]:
        """Hold the file. What writes to the bucket commits; what is not committed is undone."""
        try:
            bucket = self._bucket = self._bucket or self._open()
            try:
                bucket.conn.execute("BEGIN IMMEDIATE")
                yield bucket
            finally:
                bucket.conn.rollback()
        except sqlite3.Error as error:
            code = _ERRNO.get(_primary_code(error), errno.EIO)
            raise FileReadError(f"rate limit store {self._path}: {error}", code) from error

    def _open(self) -> "SQLiteBucket":
        from pyrate_limiter import Rate, SQLiteBucket

        connection = sqlite3.connect(self._path, timeout=0, check_same_thread=False)
        try:
            _set_up(connection, math.ceil(self.longest.span_ms / 1000))
        except BaseException:
            connection.close()
            raise
        # A connection that nobody closed is warned about.
        self._release = weakref.finalize(self, connection.close)
        rate = Rate(self.longest.count, self.longest.span_ms)
        return SQLiteBucket([rate], connection, "requests")


def _primary_code(error: sqlite3.Error) -> int:
    """Give SQLite's own code without its details; 0 for an error of Python's module."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF


def _horizon(connection: sqlite3.Connection) -> int:
    """Give the longest window in seconds that a user of the file ever had."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _set_up(connection: sqlite3.Connection, seconds: int) -> None:
    """Make the file a log, in the layout of the bucket; harmless where it is one already."""
    give_up_at = time.monotonic() + _BUSY_S
    while True:
        try:
            connection.execute("PRAGMA journal_mode=WAL")
            break
        except sqlite3.OperationalError as error:
            # SQLite's own way of waiting does not hold for all that this statement does.
            if _primary_code(error) != sqlite3.SQLITE_BUSY or time.monotonic() > give_up_at:
                raise
            time.sleep(0.01)
    connection.execute(f"PRAGMA busy_timeout={_BUSY_S * 1000:.0f}")
    connection.execute("PRAGMA synchronous=NORMAL")
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("CREATE TABLE IF NOT EXISTS requests (name VARCHAR, item_timestamp INTEGER)")
    connection.execute("CREATE INDEX IF NOT EXISTS moments ON requests (item_timestamp)")
    if _horizon(connection) < seconds:
        connection.execute(f"PRAGMA user_version = {seconds}")
    connection.commit()


# --- forks ---------------------------------------------------------------------------------------

# SQLite must not be carried across a fork, and a lock that another thread holds would stay shut in
# the child. So a fork waits until no store is in use and closes their files.

_local_stores: "weakref.WeakSet[_Local]" = weakref.WeakSet()
_forking = threading.RLock()
_held: list[_Local] = []


def _before_fork() -> None:
    _forking.acquire()
    for store in sorted(_local_stores, key=id):
        store.lock.acquire()
        _held.append(store)
        store.close()


def _after_fork() -> None:
    while _held:
        _held.pop().lock.release()
    _forking.release()


# Windows knows no forks, and Python has no such function there.
getattr(os, "register_at_fork", dict)(
    before=_before_fork, after_in_parent=_after_fork, after_in_child=_after_fork
)


# --- Redis ---------------------------------------------------------------------------------------

# Scores are moments, but for the member `horizon`: its score is the longest window that a user of
# the log ever had, negative, so that it stays below all moments. `_due` is the same in Python.
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


class _Redis:
    """The log in Redis, for all machines that reach it.

    It goes by the clock of the server. A reservation is one script, which nothing interrupts; the
    connections are those of the Redis library, which opens new ones after a fork.
    """

    def __init__(
        self, limits: Sequence[_Limit], clock: Callable[[], float] | None, url: str, name: str
    ) -> None:
        with _extra("redis"):
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


# --- the limiter ---------------------------------------------------------------------------------


class RateLimit:
    """What spaces requests so that the service never sees more than a quota allows.

        VirusTotal(rate_limit=RateLimit.public())                              # this object
        VirusTotal(rate_limit=RateLimit(per_minute=30, store="quota.sqlite"))  # all processes
        VirusTotal(rate_limit=RateLimit(per_day=5_000, store="redis://host"))  # all machines

    Each request takes a place, in the order in which they ask: the earliest moment that keeps to
    every limit. So a wait is known at once and in full, and no other caller can get in before.

    The windows slide: never more than `per_day` in *any* 24 hours, so never more in a day of the
    service either, which starts at 00:00 UTC. A month counts as 31 days for the same reason. The
    price is that a quota spent in the evening is not all there again at midnight.

    The service counts when a request arrives. Each window is longer by `margin_s` than the
    service's own, so the counts agree as long as one request does not take so much longer on its
    way than another. What is that slow (a lost connection, an upload that takes minutes, if the
    service counts its end) may still meet a full quota; that is what repeating is for.

    A store holds one quota and nothing but moments, never a key. Those who share it may have
    different limits: each keeps to its own, counts what all have sent, and queues behind all.

    Args:
        per_minute: how many requests may go in a minute, None for any number.
        per_hour: the same for an hour.
        per_day: the same for 24 hours.
        per_month: the same for 31 days.
        rates: further limits: how many requests, in how many seconds.
        store: where the places are kept. None: in this object, for all threads that use it; it
            starts empty where it is unpickled, and goes separate ways after a fork. A path: in an
            SQLite file on a local disk, for all processes of this machine, restarts included; where
            the time of day is set back, places wait until it is there again (or until the file is
            deleted). An address (`redis://`, `rediss://`, `unix://`): in a Redis server of version
            5 or later, for all machines.
        name: the key in Redis; one name is one quota.
        margin_s: seconds by which each window is longer than that of the service.
        clock: gives the seconds in place of the real clock, for tests and simulations. By default
            a clock that is never set (memory), the time of day (a file), or that of Redis.

    Raises:
        InvalidInputError: there is no limit, or one that cannot be.
        ImportError: the extra is missing: `vt-sdk[limits]`, for Redis `vt-sdk[redis]`.
    """

    def __init__(
        self,
        *,
        per_minute: int | None = None,
        per_hour: int | None = None,
        per_day: int | None = None,
        per_month: int | None = None,
        rates: Sequence[tuple[int, float]] = (),
        store: str | os.PathLike[str] | None = None,
        name: str = "vt_sdk",
        margin_s: float = 1.0,
        clock: Callable[[], float] | None = None,
    ) -> None:
        named = ((per_minute, _MINUTE), (per_hour, _HOUR), (per_day, _DAY), (per_month, _MONTH))
        given = [(count, seconds) for count, seconds in named if count is not None]
        self._rates = tuple(sorted([*given, *rates], key=lambda rate: rate[1]))
        if not self._rates:
            raise InvalidInputError("a rate limit needs at least one limit")
        for count, seconds in self._rates:
            if not isinstance(count, int) or isinstance(count, bool) or count < 1:
                raise InvalidInputError(f"a limit is a whole number above 0, not {count!r:.100}")
            if not 0.001 <= seconds < math.inf:
                raise InvalidInputError(f"a window is a number of seconds, not {seconds!r:.100}")
        if not 0 <= margin_s < math.inf:
            raise InvalidInputError(f"margin_s: expected seconds, got {margin_s!r:.100}")
        self._place = None if store is None else _place(os.fspath(store))
        self._name = name
        self._margin_s = margin_s
        self._clock = clock
        self._store = self._make_store()

    @classmethod
    def public(cls, store: str | os.PathLike[str] | None = None) -> Self:
        """Make the limit of a free key: 4 requests a minute, 500 a day."""
        return cls(per_minute=4, per_day=500, store=store)

    def _make_store(self) -> _Store:
        limits = self._limits
        if self._place is None:
            return _Memory(limits, self._clock or time.monotonic)
        if "://" in self._place:
            return _Redis(limits, self._clock, self._place, self._name)
        return _File(limits, self._clock or time.time, self._place)

    @property
    def _limits(self) -> list[_Limit]:
        margin = self._margin_s
        return [_Limit(n, math.ceil((seconds + margin) * 1000)) for n, seconds in self._rates]

    @property
    def rates(self) -> tuple[tuple[int, float], ...]:
        """The limits: how many requests in how many seconds, the shortest window first."""
        return self._rates

    def reserve(self, max_wait: float | None = None) -> float:
        """Take the place of one request.

        Args:
            max_wait: the longest wait that is of use, None for any.

        Returns:
            The seconds to wait until the request is due, 0 to send it at once. The place is spent
            whether or not a request is sent.

        Raises:
            RateLimitError: the wait would be longer; no place was taken.
            FileReadError: the file cannot be used.
            VirusTotalAPIError: Redis cannot be used.
        """
        patience = None
        if max_wait is not None and max_wait != math.inf:
            if not max_wait >= 0:
                raise InvalidInputError(f"max_wait: expected seconds, got {max_wait!r:.100}")
            patience = int(max_wait * 1000)
        wait, taken = self._store.take(patience)
        seconds = wait / 1000
        if not taken:
            raise RateLimitError(
                f"the quota has room in {seconds:.3f} s, which is more than {max_wait:.3f} s",
                retry_after=seconds,
            )
        return seconds

    def windows(self) -> tuple[Window, ...]:
        """Give the state of each limit, the shortest window first; takes no place."""
        return self._windows(*self._store.read())

    def _windows(self, now: int, log: Sequence[int]) -> tuple[Window, ...]:
        found = []
        latest = _nth_latest(log)
        for limit, (count, seconds) in zip(self._limits, self._rates, strict=True):
            used = len(log) - bisect_left(log, now - limit.span_ms)
            nth = latest(count)
            wait = 0 if nth is None else max(0, limit.free_at(nth) - now)
            # Places ahead may be more than the window holds.
            found.append(Window(count, min(used, count), float(seconds), wait / 1000))
        return tuple(found)

    def price(self, calls: int) -> Price:
        """Tell how long a number of calls would take, one request each, from now on.

        It is computed from the limits and from what is used; no place is taken, nothing is sent.
        """
        if not isinstance(calls, int) or calls < 0:
            raise InvalidInputError(f"calls: expected a number of calls, got {calls!r:.100}")
        now, log = self._store.read()
        windows = self._windows(now, log)
        limits = self._limits
        latest = _nth_latest(log)
        first = due = now
        for number in range(calls):
            due = _due(now, limits, latest)
            first = first if number else due
            log.append(due)
        return Price(calls, (first - now) / 1000, (due - now) / 1000, windows)

    def close(self) -> None:
        """Give connections back. Optional: an open limit does no harm, a closed one works on."""
        self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __repr__(self) -> str:
        rates = ", ".join(f"{count} per {seconds:g} s" for count, seconds in self._rates)
        where = self._place or "memory"
        if "://" in where:  # the address may hold a password
            where = f"{urlsplit(where).scheme} {self._name!r}"
        return f"<{type(self).__name__} {rates}, {where}>"

    # A copy that counted on its own would double the quota.
    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        return self

    # Another process opens the store anew.
    def __getstate__(self) -> dict[str, Any]:
        return {name: value for name, value in vars(self).items() if name != "_store"}

    def __setstate__(self, state: dict[str, Any]) -> None:
        vars(self).update(state)
        self._store = self._make_store()


def _place(store: str) -> str:
    """Give the address of a server as it is, and a path such that it means the same everywhere."""
    scheme, is_address, _ = store.partition("://")
    if is_address and scheme not in _REDIS_SCHEMES:
        raise InvalidInputError(f"store: expected a path or redis://, got {scheme!r:.100}://")
    if not store:
        raise InvalidInputError("store: an empty path")
    return store if is_address else os.path.abspath(store)
