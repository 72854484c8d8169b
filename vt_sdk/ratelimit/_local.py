"""The log of a rate limit in memory, for threads, and in an SQLite file, for processes."""

import errno
import math
import sqlite3
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Final

from vt_sdk._extras import extra
from vt_sdk._stores import Database, Guarded
from vt_sdk.errors import StoreError
from vt_sdk.ratelimit._log import Limit, astray, due_at

if TYPE_CHECKING:
    from pyrate_limiter import InMemoryBucket, SQLiteBucket

__all__ = ["FileStore", "MemoryStore"]

# How long a process waits for the others to let go of the file, far beyond what they take.
_BUSY_S: Final = 30.0
# Deleting old entries more often would cost more than they do.
_CLEAN_EVERY_MS: Final = 60_000


class _Local:
    """What stores without a server share: limits and a clock."""

    def __init__(self, limits: Sequence[Limit], clock: Callable[[], float]) -> None:
        self.longest = max(limits, key=lambda limit: limit.span_ms)
        self.most = max(limit.count for limit in limits)
        self._limits = limits
        self._clock = clock

    def now(self) -> int:
        return int(self._clock() * 1000)

    def _take(
        self, bucket: "InMemoryBucket | SQLiteBucket", now: int, patience: int | None
    ) -> tuple[int, bool]:
        from pyrate_limiter import RateItem

        def latest(n: int) -> int | None:
            item = bucket.peek(n - 1)
            return None if item is None else _moment(item.timestamp)

        due = due_at(now, self._limits, latest)
        taken = patience is None or due - now <= patience
        if taken:
            accepted = bucket.put(RateItem("request", due))
            assert accepted, "the bucket does not agree that the place is free"
        return due - now, taken


class MemoryStore(_Local, Guarded):
    """The log of one object."""

    def __init__(self, limits: Sequence[Limit], clock: Callable[[], float]) -> None:
        with extra("limits", "this rate limit"):
            from pyrate_limiter import InMemoryBucket, Rate
        _Local.__init__(self, limits, clock)
        Guarded.__init__(self)
        self._bucket = InMemoryBucket([Rate(self.longest.count, self.longest.span_ms)])

    def take(self, patience: int | None) -> tuple[int, bool]:
        with self.lock:
            now = self._settled()
            self._bucket.leak(now)
            return self._take(self._bucket, now, patience)

    def read(self) -> tuple[int, list[int]]:
        with self.lock:
            now = self._settled()
            return now, [item.timestamp for item in self._bucket.items[-self.most :]]

    def _settled(self) -> int:
        """Return the time, after looking at what is ahead of it."""
        now, items = self.now(), self._bucket.items
        if items and items[-1].timestamp > now + self.longest.span_ms + 1:
            ahead = (item.timestamp for item in items if item.timestamp > now)
            if found := astray(now, ahead, self.longest.span_ms):
                for item in items:
                    if item.timestamp >= found[0]:
                        item.timestamp = found[1]
        return now


# --- a file --------------------------------------------------------------------------------------


class FileStore(_Local):
    """The log in an SQLite file, for all processes of a machine.

    Each reservation is one transaction that holds the file from its first look on, so the file's
    own lock is all that the processes need. In WAL mode it costs no wait for the disk; a machine
    that loses its power may forget the last reservations, never more.
    """

    def __init__(self, limits: Sequence[Limit], clock: Callable[[], float], path: str) -> None:
        with extra("limits", "this rate limit"):
            import pyrate_limiter  # noqa: F401  # whether it is there is told at once
        super().__init__(limits, clock)
        set_up = partial(_set_up, seconds=math.ceil(self.longest.span_ms / 1000))
        self._database = Database(path, "rate limit store", _BUSY_S, set_up)
        self._cleaned_at: int | None = None

    def take(self, patience: int | None) -> tuple[int, bool]:
        # Not after the place is taken: waiting for the file would make the request late.
        now = self.now()
        if self._cleaned_at is None or abs(now - self._cleaned_at) >= _CLEAN_EVERY_MS:
            self._cleaned_at = now
            self._database.run(partial(self._clean, now))
        return self._database.run(partial(self._take_from, patience))

    def read(self) -> tuple[int, list[int]]:
        return self._database.run(self._read_from)

    def close(self) -> None:
        self._database.close()

    def _take_from(self, patience: int | None, connection: sqlite3.Connection) -> tuple[int, bool]:
        return self._take(self._bucket(connection), self._settled(connection), patience)

    def _read_from(self, connection: sqlite3.Connection) -> tuple[int, list[int]]:
        query = "SELECT item_timestamp FROM requests ORDER BY item_timestamp DESC LIMIT ?"
        now = self._settled(connection)
        log = [_moment(moment) for (moment,) in connection.execute(query, (self.most,))]
        return now, log[::-1]

    def _clean(self, now: int, connection: sqlite3.Connection) -> None:
        self._bucket(connection).leak(now - _horizon(connection) + self.longest.span_ms)

    def _bucket(self, connection: sqlite3.Connection) -> "SQLiteBucket":
        from pyrate_limiter import Rate, SQLiteBucket

        rate = Rate(self.longest.count, self.longest.span_ms)
        return SQLiteBucket([rate], connection, "requests")

    def _settled(self, connection: sqlite3.Connection) -> int:
        """Return the time, after looking at what is ahead of it."""
        now, longest = self.now(), _horizon(connection)
        (last,) = connection.execute("SELECT MAX(item_timestamp) FROM requests").fetchone()
        if last is not None and _moment(last) > now + longest + 1:
            ahead = connection.execute(
                "SELECT item_timestamp FROM requests WHERE item_timestamp > ?"
                " ORDER BY item_timestamp",
                (now,),
            )
            if found := astray(now, (_moment(moment) for (moment,) in ahead), longest):
                connection.execute(
                    "UPDATE requests SET item_timestamp = ? WHERE item_timestamp >= ?",
                    (found[1], found[0]),
                )
        return now


def _moment(value: object) -> int:
    """Return an entry of a log; others may have written to it."""
    if not isinstance(value, int):
        raise StoreError(f"rate limit store: an entry is no moment: {value!r:.100}", errno.EINVAL)
    return value


def _horizon(connection: sqlite3.Connection) -> int:
    """Return the longest window, in milliseconds, that a user of the file ever had."""
    return 1000 * int(connection.execute("PRAGMA user_version").fetchone()[0])


def _set_up(connection: sqlite3.Connection, seconds: int) -> None:
    """Make the file a log, in the layout of the bucket; harmless where it is one already."""
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=NORMAL")
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("CREATE TABLE IF NOT EXISTS requests (name VARCHAR, item_timestamp INTEGER)")
    connection.execute("CREATE INDEX IF NOT EXISTS moments ON requests (item_timestamp)")
    columns = [row[1] for row in connection.execute("PRAGMA table_info(requests)")]
    if columns != ["name", "item_timestamp"]:
        raise StoreError(f"rate limit store: a table of another kind: {columns}", errno.EINVAL)
    if _horizon(connection) < 1000 * seconds:
        connection.execute(f"PRAGMA user_version = {seconds}")
    connection.commit()
