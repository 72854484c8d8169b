"""A session that remembers answers, for `VirusTotal(session=cached_session("vt_cache.sqlite"))`.

It is a `CachedSession` of requests-cache, set up for this service: the library finds and expires
entries of what is in `_KINDS`; all else goes past it, so uploads and downloads are streamed as
ever. An entry is found by its address and the key that asked for it, of which a digest over both is
all that is kept. It holds no header of the request, and is read as JSON, so one from another
machine runs no code.

The entries are in a `Database` or a `RedisServer`, not in the storages of the library: those wait
as long as a file is held by another process, or a server is silent, and list all keys to find those
of one object. A store that can be none is an error, told when the session is made. After that it is
a help and no need: what cannot be read is asked for and what cannot be written is not kept, with a
warning. Where nothing may be sent it is an error still. An entry that makes no sense is a miss.

Limit: an answer that may be kept is read whole before the transport's bounds on size apply.
"""

import contextlib
import copy
import errno
import hashlib
import json
import logging
import os
import re
import sqlite3
import time
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any, Final, TypeVar
from urllib.parse import urlsplit

from vt_sdk import models, parse
from vt_sdk._extras import extra
from vt_sdk._redis import RedisServer
from vt_sdk._stores import Database, is_address, store_place
from vt_sdk.core.arguments import checked
from vt_sdk.core.deadline import call_until, within
from vt_sdk.core.identifiers import url_id
from vt_sdk.errors import InvalidResponseError, NotCachedError, StoreError

with extra("cache", "caching"):
    import requests
    from requests.cookies import RequestsCookieJar
    from requests.structures import CaseInsensitiveDict
    from requests_cache import AnyResponse, CachedSession
    from requests_cache.backends.base import BaseCache, BaseStorage
    from requests_cache.models import AnyRequest
    from requests_cache.models.request import CachedRequest
    from requests_cache.models.response import CachedResponse, OriginalResponse
    from requests_cache.policy import DO_NOT_CACHE, get_url_expiration
    from requests_cache.policy.actions import CacheActions
    from requests_cache.serializers import (
        SerializerPipeline,
        Stage,
        json_serializer,
        utf8_encoder,
    )

__all__ = ["VirusTotalCachedSession", "cached_session"]

T = TypeVar("T")

_HASH = "(?:[0-9a-fA-F]{32}|[0-9a-fA-F]{40}|[0-9a-fA-F]{64})"
_OBJECT = f"(?:files/{_HASH}|(?:urls|domains|ip_addresses|analyses|comments)/[^/?]+)"
_MINUTE, _HOUR = 60.0, 3600.0

# How long other processes are waited for, far beyond what they take.
_BUSY_S: Final = 5.0

# A store that fails is left alone for a second, and for so many times as it was waited for: nine
# tenths of the time at least are for the answers.
_REST_S: Final = 1.0
_REST: Final = 10.0

# The hexadecimal digits of one.
_DIGEST: Final = 32

_log: Final = logging.getLogger("vt_sdk")

# The end of the paths of each kind, whatever a gateway puts before, and the seconds that it lives.
# The first that fits decides.
_KINDS: Final[Mapping[str, tuple[str, float]]] = {
    "files": (f"files/{_HASH}", 12 * _HOUR),
    "urls": ("urls/[^/?]+", 6 * _HOUR),
    "domains": ("domains/[^/?]+", 12 * _HOUR),
    "ip_addresses": ("ip_addresses/[^/?]+", 12 * _HOUR),
    "analyses": ("analyses/[^/?]+", 7 * 24 * _HOUR),  # completed ones, which do not change
    "comments": ("comments(?:/[^/?]+)?", 10 * _MINUTE),
    "votes": ("votes", 10 * _MINUTE),
    "search": ("search", 10 * _MINUTE),
    "relationships": (rf"{_OBJECT}/(?!download(?:_url)?(?:\?|$))(?:[^/?]+/)?[^/?]+", _HOUR),
}

# The start of an address that names the object.
_ABOUT: Final = re.compile(rf"[^?]*/{_OBJECT}(?=[/?]|$)")


def _bare(entry: CachedResponse) -> CachedResponse:
    """Take off an entry what the request said, and what was for its sender alone."""
    entry.url = re.sub("//[^/?#]*@", "//", entry.url, count=1)
    entry.request = CachedRequest(method="GET", url=entry.url)
    entry.history, entry.cookies = [], RequestsCookieJar()
    headers = {n: v for n, v in entry.headers.items() if n.lower() not in ("set-cookie", "vary")}
    entry.headers = CaseInsensitiveDict(headers)
    return entry


_SERIALIZER: Final = SerializerPipeline(
    [Stage(dumps=_bare, loads=lambda entry: entry), *json_serializer.stages], name="json"
)
# A server has it all in memory, and a report is a sixth of its size then.
_PACKING: Final = SerializerPipeline(
    [
        *_SERIALIZER.stages,
        utf8_encoder,
        Stage(dumps=partial(zlib.compress, level=1), loads=zlib.decompress),
    ],
    name="packed",
)


class _Entries(BaseStorage[str, CachedResponse]):
    """The entries, wherever they are kept."""

    name: str
    serializer: SerializerPipeline

    def __init__(self, serializer: SerializerPipeline) -> None:
        super().__init__(serializer=serializer)

    def read(self, key: str) -> str | bytes | None:
        """Return what is kept under a key."""
        raise NotImplementedError

    def delete_about(self, begins: Iterable[str]) -> None:
        """Delete the entries whose key begins so, with the digest of an address."""
        raise NotImplementedError

    def __getitem__(self, key: str) -> CachedResponse:
        if (value := self.read(key)) is not None:
            # Whatever is wrong with it, the service is asked again and the entry replaced.
            with contextlib.suppress(Exception):
                entry: CachedResponse = self.serializer.loads(value)
                if _is_whole(entry):
                    entry.cache_key = key
                    return entry
        raise KeyError(key)

    def __delitem__(self, key: str) -> None:
        self.bulk_delete([key])

    def delete_expired(self) -> None:
        entries = ((key, self.get(key)) for key in [*iter(self)])
        self.bulk_delete(key for key, entry in entries if entry is None or entry.is_expired)

    def clear(self) -> None:
        self.bulk_delete([*iter(self)])


class _File(_Entries):
    """The entries in an SQLite file, in the layout that requests-cache has for one."""

    def __init__(self, path: str) -> None:
        super().__init__(_SERIALIZER)
        self.name = path
        self._database = Database(path, "cache", _BUSY_S, _set_up)

    def _select(self, statement: str, *values: str) -> list[Any]:
        return self._database.run(
            lambda connection: connection.execute(statement, values).fetchall(), writes=False
        )

    def _write(self, statement: str, *rows: tuple[Any, ...]) -> None:
        self._database.run(lambda connection: connection.executemany(statement, rows))

    def read(self, key: str) -> str | bytes | None:
        rows = self._select("SELECT value FROM responses WHERE key = ?", key)
        return rows[0][0] if rows else None

    def __setitem__(self, key: str, entry: CachedResponse) -> None:
        row = key, self.serializer.dumps(entry), entry.expires_unix
        self._write("INSERT OR REPLACE INTO responses (key, value, expires) VALUES (?, ?, ?)", row)

    def bulk_delete(self, keys: Iterable[str]) -> None:
        self._write("DELETE FROM responses WHERE key = ?", *((key,) for key in keys))

    def delete_about(self, begins: Iterable[str]) -> None:
        # A key is written in hexadecimal digits.
        ranges = [(begin, begin + "g") for begin in begins]
        self._write("DELETE FROM responses WHERE key BETWEEN ? AND ?", *ranges)

    def delete_expired(self) -> None:
        self._write("DELETE FROM responses WHERE expires <= strftime('%s', 'now')", ())

    def __iter__(self) -> Iterator[str]:
        return iter([key for (key,) in self._select("SELECT key FROM responses")])

    def __len__(self) -> int:
        return int(self._select("SELECT COUNT(*) FROM responses")[0][0])

    def close(self) -> None:
        self._database.close()


def _set_up(connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=NORMAL")
    connection.execute(
        "CREATE TABLE IF NOT EXISTS responses (key TEXT PRIMARY KEY, value BLOB, expires INTEGER)"
    )
    connection.execute("CREATE INDEX IF NOT EXISTS expires_idx ON responses (expires)")


# All entries about an object are fields of one key, so they are deleted at once. It is forgotten a
# day after the last of them has expired, until when `stale_if_error` finds them.
_PREFIX: Final = "vt_sdk.cache:"
_STALE_S: Final = 24 * 3600
_PUT: Final = """
redis.call('HSET', KEYS[1], ARGV[1], ARGV[2])
if redis.call('TTL', KEYS[1]) < tonumber(ARGV[3]) then
    redis.call('EXPIRE', KEYS[1], ARGV[3])
end
"""


class _Server(_Entries):
    """The entries in Redis."""

    def __init__(self, url: str) -> None:
        super().__init__(_PACKING)
        self.name = urlsplit(url).scheme  # the rest may hold a password
        self._server = RedisServer(url, "path", "cache")
        self._redis = self._server.redis
        self._put = self._redis.register_script(_PUT)

    def read(self, key: str) -> str | bytes | None:
        found: str | bytes | None = self._server.run(lambda: self._redis.hget(*_place(key)))
        return found

    def __setitem__(self, key: str, entry: CachedResponse) -> None:
        name, field = _place(key)
        expires_in = max(0, int(entry.expires_unix or 0) - int(time.time()))
        values = field, self.serializer.dumps(entry), expires_in + _STALE_S
        self._server.run(lambda: self._put([name], values))

    def bulk_delete(self, keys: Iterable[str]) -> None:
        for key in keys:
            self._server.run(partial(self._redis.hdel, *_place(key)))

    def delete_about(self, begins: Iterable[str]) -> None:
        self._server.run(lambda: self._redis.delete(*map(_PREFIX.__add__, begins)))

    def __iter__(self) -> Iterator[str]:
        names = self._server.run(lambda: {*self._redis.scan_iter(f"{_PREFIX}*", count=1_000)})
        for name in names:
            for field in self._server.run(partial(self._redis.hkeys, name)):
                yield (name + field).decode().removeprefix(_PREFIX)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def close(self) -> None:
        self._server.close()


def _place(key: str) -> tuple[str, str]:
    """Return the key in Redis, and the field in it."""
    return _PREFIX + key[:_DIGEST], key[_DIGEST:]


def _is_whole(entry: CachedResponse) -> bool:
    """Check that an entry is what was written: others may have written, too."""
    texts = [entry.url, *entry.headers, *entry.headers.values()]
    return (
        entry.status_code == 200
        and isinstance(entry.content, bytes)
        and all(isinstance(text, str) for text in texts)
        and isinstance(entry.expires, datetime)
        and entry.expires.tzinfo is not None
        and isinstance(json.loads(entry.content), dict)
    )


class _Cache(BaseCache):
    """The cache, which calls do not depend on unless it is needed.

    Args:
        entries: the entries.
        is_needed: whether an entry that cannot be looked for is an error.
    """

    def __init__(self, entries: _Entries, *, is_needed: bool) -> None:
        super().__init__(cache_name=entries.name)
        self.entries = self.responses = entries
        self._is_needed = is_needed
        self._rests_until: dict[str, float] = {}

    def get_response(self, key: str, default: Any = None) -> CachedResponse | None:
        look = partial(super().get_response, key, default)
        return look() if self._is_needed else self._try("an answer was not looked for", look)

    def save_response(self, *args: Any, **kwargs: Any) -> None:
        self._try("an answer was not kept", partial(super().save_response, *args, **kwargs))

    def forget(self, addresses: Iterable[str]) -> None:
        """Delete the entries about objects."""
        if begins := [_hash(address) for address in addresses if address]:
            delete = partial(self.entries.delete_about, begins)
            self._try("an outdated answer may be kept", delete, rests=False)

    def delete(self, *keys: str, expired: bool = False, **options: Any) -> None:
        if expired:
            self.entries.delete_expired()
        super().delete(*keys, **options)

    def _try(self, failed: str, work: Callable[[], T], *, rests: bool = True) -> T | None:
        """Do what a call does not depend on: half of its time is left for the answer.

        Args:
            failed: what the warning says.
            work: what to do.
            rests: whether it is left out for a while after it has failed.
        """
        began = time.monotonic()
        if rests and began < self._rests_until.get(failed, began):
            return None
        until = call_until()
        try:
            with within(None if until is None else (until + began) / 2):
                return work()
        except StoreError as error:
            ended = time.monotonic()
            self._rests_until[failed] = ended + max(_REST_S, _REST * (ended - began))
            _log.warning("%s: %s", failed, error)
            return None


def cached_session(
    path: str | os.PathLike[str] = "vt_cache.sqlite",
    *,
    ttl: Mapping[str, float | None] | None = None,
    only_cached: bool = False,
    stale_if_error: bool = False,
    namespace: str = "",
) -> "VirusTotalCachedSession":
    """Return a session that remembers answers, to pass as `VirusTotal(session=…)`.

    Reports of files, domains and IP addresses live 12 hours, of URLs 6, relationships 1; comments,
    votes and searches 10 minutes; completed analyses a week. No error is kept, nor an analysis that
    goes on, nor a report before the first. A rescan, comment or vote drops what is kept under the
    same id, a completed analysis what is kept of its file or URL, as far as this session sees them.

    An entry belongs to the API key that asked for it, since keys may be shown different things.

    The cache is a help: what cannot be looked for in time is asked for, and what cannot be kept is
    not; both are warnings in the log. A store that fails is left alone for a while.

    Args:
        path: the SQLite file, made for its owner only; processes may share it, and a fork goes on.
            Or the address of a Redis server for all machines (`redis://`, `rediss://`, `unix://`;
            extra `redis`), which forgets a day after they have expired. `":memory:"` for entries
            that last as long as the session.
        ttl: seconds that new entries live, None to keep none, for the kinds `files`, `urls`,
            `domains`, `ip_addresses`, `analyses`, `comments`, `votes`, `search`, `relationships`.
        only_cached: send nothing, for machines without a network: what is not cached raises
            `NotCachedError`. The client wants the API key that the entries belong to.
        stale_if_error: serve an expired entry where no answer comes, or an error; with
            `only_cached` always.
        namespace: sessions with different ones do not see each other's entries.

    Raises:
        StoreError: the file or the server cannot be used; with `only_cached` also when a request is
            sent, within its deadline.
        InvalidInputError: `path` cannot be a file, nor be a server; `ttl` has an unknown kind or an
            unusable time.
        ImportError: the extra is missing: `cache`, for Redis `redis`.
    """
    checked("namespace", namespace, {"type": "string"})
    checked("ttl", ttl or {}, {"type": "object", "additionalProperties": {}})
    expiry: dict[Any, Any] = {}
    defaults = {kind: seconds for kind, (_, seconds) in _KINDS.items()}
    for kind, seconds in {**defaults, **(ttl or {})}.items():
        checked("ttl", kind, {"enum": tuple(_KINDS)})
        if seconds is not None:
            checked(f"ttl.{kind}", seconds, {"type": "number", "minimum": 1e-6, "maximum": 1e9})
        pattern = re.compile(rf"^[^?]*/{_KINDS[kind][0]}(?:\?|$)")
        expiry[pattern] = timedelta(seconds=seconds) if seconds else DO_NOT_CACHE
    entries = _entries_at(path, makes=not only_cached)
    try:
        entries.read("")  # whether it is one is told at once
    except StoreError as error:
        if only_cached or error.err_code != errno.EAGAIN:
            raise
    cache = _Cache(entries, is_needed=only_cached)
    return VirusTotalCachedSession(
        backend=cache,
        expire_after=DO_NOT_CACHE,
        urls_expire_after=expiry,
        filter_fn=_is_final,
        key_fn=partial(_key, namespace),
        stale_if_error=stale_if_error,
        only_if_cached=only_cached,
    )


def _entries_at(place: str | os.PathLike[str], *, makes: bool) -> _Entries:
    file = ":memory:"
    if place != file:
        file = store_place("path", place)
        if is_address(file):
            return _Server(file)
        file = file if Path(file).suffix else f"{file}.sqlite"
        try:
            os.close(os.open(file, os.O_RDWR | (os.O_CREAT if makes else 0), 0o600))
        except OSError as error:
            raise StoreError(f"cache {file}: {error.strerror}", error.errno) from None
    return _File(file)


class VirusTotalCachedSession(CachedSession):
    """What `cached_session` makes."""

    cache: _Cache

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._process = os.getpid()

    def send(self, request: requests.PreparedRequest, *args: Any, **kwargs: Any) -> AnyResponse:
        """Return the answer to a request, from the cache if it has one."""
        if self._process != os.getpid():
            # Two processes must not speak over one connection; a copy has none yet.
            for prefix, adapter in list(self.adapters.items()):
                self.mount(prefix, copy.copy(adapter))
            self._process = os.getpid()
        if not self._is_cacheable(request):
            if self.settings.only_if_cached:
                raise NotCachedError
            passed = requests.Session.send(self, request, **kwargs)
            if passed.ok and request.method not in ("GET", "HEAD", "OPTIONS"):
                self.cache.forget([_about(request.url)])
            return OriginalResponse.wrap_response(passed, CacheActions(skip_write=True))
        with _typed_errors():
            answer = super().send(request, *args, **kwargs)
        if answer.status_code == 504 and self.settings.only_if_cached:
            raise NotCachedError
        if answer.cache_key and not answer.from_cache and "/analyses/" in _about(request.url):
            self.cache.forget(_analysed(answer))
        return answer

    def has_fresh(self, request: requests.PreparedRequest) -> bool:
        """Check whether `send` would send nothing, and thus need no place of a rate limit."""
        if self.settings.only_if_cached:
            return True
        if not self._is_cacheable(request) or "Cache-Control" in request.headers:
            return False
        entry = self.cache.get_response(self.cache.create_key(request))
        return entry is not None and not entry.is_expired

    def _is_cacheable(self, request: requests.PreparedRequest) -> bool:
        url, key = request.url or "", request.headers.get("x-apikey")
        # Without the key it goes to a host that is not the service's: an upload or a download.
        if request.method != "GET" or not key or str(key) in url or "Range" in request.headers:
            return False
        lifetime = get_url_expiration(url, self.settings.urls_expire_after)
        return lifetime not in (None, DO_NOT_CACHE) and not self.settings.disabled


def _key(namespace: str, request: AnyRequest, **_: Any) -> str:
    """Return the key of an entry: what it is about, then all that the answer depends on."""
    headers = request.headers or {}
    asker = [str(headers.get(name) or "") for name in ("x-tool", "x-apikey")]
    url = request.url or ""
    return _hash(_about(url) or url) + _hash("\n".join([namespace, *asker, url]))


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGEST]


def _about(url: str | None) -> str:
    found = _ABOUT.match(url or "")
    return found[0] if found else ""


def _is_final(answer: requests.Response) -> bool:
    """Check whether an answer may be kept: one of the API that is not about to change."""
    if hasattr(answer, "from_cache"):
        return True  # the library asks a second time, to delete
    try:
        data = json.loads(answer.content)["data"]
        for item in data if isinstance(data, list) else [data]:
            attributes, kind = item.get("attributes"), item["type"]
            if attributes is None:
                continue  # the mere name of an object
            if kind == "analysis" and attributes["status"] != "completed":
                return False
            if kind in ("file", "url") and "last_analysis_date" not in attributes:
                return False
    except (ValueError, TypeError, AttributeError, LookupError, RecursionError):
        return False
    return True


def _analysed(answer: requests.Response) -> list[str]:
    """Return the addresses of the file or URL that an analysis is about, under all its ids."""
    base = answer.url.partition("/analyses/")[0]
    meta = parse(answer.content, models.Analysis).meta
    file, url = meta.file_info, meta.url_info
    hashes = [getattr(file, name, None) for name in ("md5", "sha1", "sha256")]
    ids = [getattr(url, "id", None), url_id(getattr(url, "url", None) or "")]
    return [f"{base}/files/{name}" for name in hashes] + [f"{base}/urls/{name}" for name in ids]


@contextlib.contextmanager
def _typed_errors() -> Iterator[None]:
    try:
        yield
    except requests.exceptions.ContentDecodingError:
        raise InvalidResponseError("the answer cannot be decompressed") from None
