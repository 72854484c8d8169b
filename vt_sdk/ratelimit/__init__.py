"""Spacing requests so that they stay within a quota: by threads, processes or machines together.

`RateLimit` keeps a log of the moments at which requests go. A caller takes a place in it, the
earliest one that fits every window, which may lie ahead; nobody polls, and who came first goes
first. The log is a bucket of pyrate-limiter in memory or in an SQLite file, or a sorted set of the
same layout in Redis; this package decides alone which place is the next one.

The buckets answer whether a request fits now. Three things are decided here, as reservations ahead
need more:

- The earliest place comes straight from the log: a window of n requests has room when the n-th
  latest one has left it. A new place is never before the last one, so the log stays in order
  (`InMemoryBucket` relies on that) and a clock that is set back cannot make room. Where it was so
  far ahead that a place lies beyond all windows, that place counts as taken now (`astray`).
- A bucket gets the longest window only. Its own rules refuse profiles that are in order, such as 4
  a minute and 10,000 a day, where the longer window is never the narrow one.
- Redis runs a script of this package, and with the time of its own: that of `RedisBucket` takes the
  clock of each machine and does not see places later than the new one.

What is deleted is older than the longest window that any user of the store ever had, so a program
that knows the minute only does not forget the day of another.
"""

import math
import os
import time
from bisect import bisect_left
from collections.abc import Callable, Sequence
from typing import Any, Final, Self
from urllib.parse import urlsplit

from vt_sdk._stores import is_address, store_place
from vt_sdk.core.arguments import checked
from vt_sdk.core.deadline import within
from vt_sdk.core.quota import Price, Window
from vt_sdk.errors import InvalidInputError, RateLimitError
from vt_sdk.ratelimit._local import FileStore, MemoryStore
from vt_sdk.ratelimit._log import Limit, Store, due_at, nth_latest
from vt_sdk.ratelimit._redis import RedisStore

__all__ = ["RateLimit"]

_MINUTE: Final = 60
_HOUR: Final = 3_600
_DAY: Final = 86_400
# The longest month: any month of the calendar lies within one such window.
_MONTH: Final = 31 * _DAY

# Bounds that no quota comes near, below what the stores can count.
_LONGEST: Final = 50 * 366 * _DAY
_MOST: Final = 10**12
# What a store has to answer, however short the wait for a place may be.
_ANSWER_S: Final = 1.0


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
            SQLite file on a local disk, for all processes of this machine, restarts included. An
            address (`redis://`, `rediss://`, `unix://`): in a Redis server of version
            5 or later, for all machines.
        name: the key in Redis; one name is one quota.
        margin_s: seconds by which each window is longer than that of the service.
        clock: returns the seconds in place of the real clock, for tests and simulations. By default
            a clock that is never set (memory), the time of day (a file), or that of Redis. Where
            it is set back by more than a window, what was sent counts as sent now.

    Raises:
        InvalidInputError: there is no limit, or one that cannot be.
        ImportError: the extra is missing: `limits`, for Redis `redis`.
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
        try:
            all_rates = [(count, seconds) for count, seconds in (*given, *rates)]
            self._rates = tuple(sorted(all_rates, key=lambda rate: rate[1]))
        except (TypeError, ValueError) as error:
            raise InvalidInputError("rates: expected pairs of a number and seconds") from error
        if not self._rates:
            raise InvalidInputError("a rate limit needs at least one limit")
        for count, seconds in self._rates:
            checked("a limit", count, {"type": "integer", "minimum": 1, "maximum": _MOST})
            checked("a window", seconds, {"type": "number", "minimum": 0.001, "maximum": _LONGEST})
        checked("margin_s", margin_s, {"type": "number", "minimum": 0, "maximum": _LONGEST})
        self._place = None if store is None else store_place("store", store)
        self._name = _key(name)
        self._margin_s = margin_s
        self._clock = clock
        self._store = self._make_store()

    @classmethod
    def public(cls, store: str | os.PathLike[str] | None = None) -> Self:
        """Return the limit of a free key: 4 requests a minute, 500 a day."""
        return cls(per_minute=4, per_day=500, store=store)

    def _make_store(self) -> Store:
        limits = self._limits
        if self._place is None:
            return MemoryStore(limits, self._clock or time.monotonic)
        if is_address(self._place):
            return RedisStore(limits, self._clock, self._place, self._name)
        return FileStore(limits, self._clock or time.time, self._place)

    @property
    def _limits(self) -> list[Limit]:
        margin = self._margin_s
        return [Limit(n, math.ceil((seconds + margin) * 1000)) for n, seconds in self._rates]

    @property
    def rates(self) -> tuple[tuple[int, float], ...]:
        """The limits: how many requests in how many seconds, the shortest window first."""
        return self._rates

    @property
    def is_shared(self) -> bool:
        """Whether it has a store, which other processes share."""
        return self._place is not None

    def reserve(self, max_wait: float | None = None) -> float:
        """Take the place of one request.

        Args:
            max_wait: the longest wait that is of use, None for any.

        Returns:
            The seconds to wait until the request is due, 0 to send it at once. The place is spent
            whether or not a request is sent.

        Raises:
            RateLimitError: the wait would be longer; no place was taken.
            StoreError: the file or Redis cannot be used, or not in time: within `max_wait` (a
                second at least), the deadline of the call that it is for, 30 seconds (a file) or
                10 (Redis, unless its address has another `socket_timeout`).
        """
        if max_wait is not None:
            checked("max_wait", max_wait, {"type": "number", "minimum": 0})
        if max_wait is None or max_wait > _LONGEST:
            return self._store.take(None)[0] / 1000
        with within(time.monotonic() + max(max_wait, _ANSWER_S)):
            wait, taken = self._store.take(int(max_wait * 1000))
        seconds = wait / 1000
        if not taken:
            raise RateLimitError(
                f"the quota has room in {seconds:.3f} s, which is more than {max_wait:.3f} s",
                retry_after=seconds,
            )
        return seconds

    def windows(self) -> tuple[Window, ...]:
        """Return the state of each limit, the shortest window first; takes no place."""
        return self._windows(*self._store.read())

    def _windows(self, now: int, log: Sequence[int]) -> tuple[Window, ...]:
        found = []
        latest = nth_latest(log)
        for limit, (count, seconds) in zip(self._limits, self._rates, strict=True):
            used = len(log) - bisect_left(log, now - limit.span_ms)
            nth = latest(count)
            wait = 0 if nth is None else max(0, limit.free_at(nth) - now)
            # Places ahead may be more than the window holds.
            found.append(Window(count, min(used, count), float(seconds), wait / 1000))
        return tuple(found)

    def price(self, calls: int) -> Price:
        """Compute how long a number of calls would take, one request each, from now on.

        It is computed from the limits and from what is used; no place is taken, nothing is sent.
        """
        if not isinstance(calls, int) or calls < 0:
            raise InvalidInputError(f"calls: expected a number of calls, got {calls!r:.100}")
        now, log = self._store.read()
        windows = self._windows(now, log)
        limits = self._limits
        latest = nth_latest(log)
        first = due = now
        for number in range(calls):
            due = due_at(now, limits, latest)
            first = first if number else due
            log.append(due)
        return Price(calls, (first - now) / 1000, (due - now) / 1000, windows)

    def close(self) -> None:
        """Close the connections. Optional: an open limit does no harm, a closed one works on."""
        self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __repr__(self) -> str:
        rates = ", ".join(f"{count} per {seconds:g} s" for count, seconds in self._rates)
        where = self._place or "memory"
        if is_address(where):  # it may hold a password
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


def _key(name: str) -> str:
    """Return the name of a quota, if it is a text that Redis can hold."""
    checked("name", name, {"type": "string", "minLength": 1})
    try:
        name.encode()
    except UnicodeEncodeError as error:
        raise InvalidInputError(f"name: not a text in Unicode: {name!r:.100}") from error
    return name
