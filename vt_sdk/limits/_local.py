"""The log of a rate limit in memory, for threads, and in an SQLite file, for processes."""

import errno
import math
import os
import sqlite3
import threading
import time
import weakref
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from vt_sdk.errors import FileReadError
from vt_sdk.limits._log import Limit, due_at, extra

if TYPE_CHECKING:
    from pyrate_limiter import InMemoryBucket, SQLiteBucket

__all__ = ["FileStore", "MemoryStore"]

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


class _Local:
    """What stores without a server share: a lock, a clock, and a say when the process forks."""

    def __init__(self, limits: Sequence[Limit], clock: Callable[[], float]) -> None:
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

        due = due_at(now, self.limits, latest)
        taken = patience is None or due - now <= patience
        if taken:
            accepted = bucket.put(RateItem("request", due))
            assert accepted, "the bucket does not agree that the place is free"
        return due - now, taken


class MemoryStore(_Local):
    """The log of one object."""

    def __init__(self, limits: Sequence[Limit], clock: Callable[[], float]) -> None:
        with extra("limits"):
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


class FileStore(_Local):
    """The log in an SQLite file, for all processes of a machine.

    Each reservation is one transaction that holds the file from its first look on, so the file's
    own lock is all that the processes need. In WAL mode it costs no wait for the disk; a machine
    that loses its power may forget the last reservations, never more.
    """

    def __init__(self, limits: Sequence[Limit], clock: Callable[[], float], path: str) -> None:
        with extra("limits"):
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
