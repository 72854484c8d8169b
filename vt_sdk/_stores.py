"""What stores share: their place, an SQLite file that waits no longer than its call, and forks.

A rate limit and a cache keep what they know where other processes find it. Waiting for such a store
is bounded twice: by its own patience, and by the deadline of the call that it serves. What cannot
be used is a `StoreError`. It stands here since three rooms share it: rate limits, caches, and the
checkpoints of `bulk`.
"""

import errno
import os
import sqlite3
import threading
import time
import weakref
from collections.abc import Callable
from pathlib import Path
from typing import Final, TypeVar

from vt_sdk.core.deadline import call_until
from vt_sdk.errors import InvalidInputError, StoreError

__all__ = ["Database", "Guarded", "is_address", "patience", "store_path", "store_place"]

T = TypeVar("T")

# Of the addresses of Redis servers.
_SCHEMES: Final = ("redis", "rediss", "unix")

# Looks at a file that is in use come in steps that grow from the first to the second of these.
_STEPS_S: Final = (0.001, 0.02)

_ERRNO: Final = {
    sqlite3.SQLITE_BUSY: errno.EAGAIN,
    sqlite3.SQLITE_CANTOPEN: errno.ENOENT,
    sqlite3.SQLITE_FULL: errno.ENOSPC,
    sqlite3.SQLITE_NOTADB: errno.EINVAL,
    sqlite3.SQLITE_READONLY: errno.EROFS,
}


def patience(most: float) -> float:
    """Return the seconds that a store is waited for: so many, or what the call has left."""
    until = call_until()
    return most if until is None else max(0.0, min(most, until - time.monotonic()))


def store_path(name: str, given: str | bytes | os.PathLike[str]) -> str:
    """Return the absolute path of a file that is to be a store.

    Args:
        name: how the argument is called.
        given: what was given; `~` is the home of the user.

    Raises:
        InvalidInputError: no file has this path.
    """
    try:
        path = Path(os.fsdecode(given)).expanduser()
        os.fsencode(path)
    except (TypeError, ValueError, RuntimeError) as error:
        raise InvalidInputError(f"{name}: not the path of a file: {given!r:.100}") from error
    if not path.name or "\0" in path.name or "\0" in str(path):
        raise InvalidInputError(f"{name}: not the path of a file: {given!r:.100}")
    return os.path.abspath(path)


def is_address(place: str) -> bool:
    """Return whether a place is the address of a server, and not a path."""
    return "://" in place


def store_place(name: str, given: str | bytes | os.PathLike[str]) -> str:
    """Return the address of a Redis server as it is, and the absolute form of a path.

    Args:
        name: how the argument is called.
        given: what was given.

    Raises:
        InvalidInputError: no file has this path; it is the address of something else.
    """
    if not (isinstance(given, str) and is_address(given)):
        return store_path(name, given)
    scheme = given.partition("://")[0]
    if scheme not in _SCHEMES:
        raise InvalidInputError(f"{name}: expected a path or redis://, got {scheme!r:.100}://")
    return given


class Guarded:
    """Something with a lock that a fork must not find shut, maybe with a file to close first."""

    def __init__(self) -> None:
        self.lock = threading.RLock()
        with _forking:
            _guarded.add(self)

    def close(self) -> None:
        """Close the connections; it works on."""


class Database(Guarded):
    """An SQLite file that threads and processes share.

    Whoever finds it in use holds nothing until the next look, so no fork and no other thread has to
    wait for one that waits.

    Args:
        path: the file, or `:memory:`.
        what: how errors call it.
        patience_s: the longest that it is waited for.
        set_up: makes an opened file what it is to be; harmless where it is so already.
    """

    def __init__(
        self,
        path: str,
        what: str,
        patience_s: float,
        set_up: Callable[[sqlite3.Connection], object],
    ) -> None:
        super().__init__()
        self._path = path
        self._name = f"{what} {path}"
        self._patience_s = patience_s
        self._set_up = set_up
        self._connection: sqlite3.Connection | None = None
        self._release: Callable[[], object] = _nothing

    def run(self, work: Callable[[sqlite3.Connection], T], *, writes: bool = True) -> T:
        """Do work in one transaction; it is begun anew as often as the file is in use.

        Raises:
            StoreError: the file cannot be used, or not in time.
        """
        end = time.monotonic() + patience(self._patience_s)
        step, longest = _STEPS_S
        while True:
            left = end - time.monotonic()
            if not self.lock.acquire(timeout=max(0.0, left)):
                raise StoreError(f"{self._name}: other threads hold it", errno.EAGAIN)
            try:
                return self._transaction(work, writes)
            except sqlite3.Error as error:
                code = getattr(error, "sqlite_errorcode", 0) & 0xFF
                if code != sqlite3.SQLITE_BUSY or left <= 0:
                    self.close()  # the file may be another one by now
                    raise StoreError(
                        f"{self._name}: {error}", _ERRNO.get(code, errno.EIO)
                    ) from error
            finally:
                self.lock.release()
            time.sleep(min(step, max(0.0, end - time.monotonic())))
            step = min(2 * step, longest)

    def _transaction(self, work: Callable[[sqlite3.Connection], T], writes: bool) -> T:
        connection = self._connection or self._open()
        try:
            # From the first look on, so that nobody comes between looking and writing.
            connection.execute("BEGIN IMMEDIATE" if writes else "BEGIN")
            done = work(connection)
            connection.commit()
            return done
        finally:
            connection.rollback()

    def _open(self) -> sqlite3.Connection:
        connection = sqlite3.connect(
            self._path, timeout=0, isolation_level=None, check_same_thread=False
        )
        try:
            self._set_up(connection)
        except BaseException:
            connection.close()
            raise
        # A connection that nobody closed is warned about.
        self._connection = connection
        self._release = weakref.finalize(self, connection.close)
        return connection

    def close(self) -> None:
        """Close the file until it is used again; what is in memory stays."""
        if self._path != ":memory:":
            with self.lock:
                self._connection = None
                self._release()


def _nothing() -> None:
    pass


# --- forks ---------------------------------------------------------------------------------------

# SQLite must not be carried across a fork, and a lock that another thread holds would stay shut in
# the child. So a fork waits until no store is in use and closes their files.

_guarded: "weakref.WeakSet[Guarded]" = weakref.WeakSet()
_forking = threading.RLock()
_held: list[Guarded] = []


def _before_fork() -> None:
    _forking.acquire()
    for store in sorted(_guarded, key=id):
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
