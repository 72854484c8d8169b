"""A session that remembers answers, for `VirusTotal(session=cached_session("vt_cache.sqlite"))`.

It is a `CachedSession` of requests-cache, set up for this service: the library stores, finds and
expires entries of what is in `_KINDS`; all else goes past it, so uploads and downloads are streamed
as ever. An entry is found by its address and holds no header of the request, thus no API key, and a
file is read as JSON, so one from another machine runs no code.

Limits: an answer that may be kept is read whole before the transport's bounds on size apply; a
process that forks makes its session afterwards.
"""

import contextlib
import errno
import hashlib
import json
import os
import re
import sqlite3
from collections.abc import Iterator, Mapping
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any, Final

from vt_sdk import models, parse
from vt_sdk.core.identifiers import url_id
from vt_sdk.errors import FileReadError, InvalidInputError, InvalidResponseError, NotCachedError

try:
    import requests
    from requests.cookies import RequestsCookieJar
    from requests.structures import CaseInsensitiveDict
    from requests_cache import AnyResponse, CachedSession
    from requests_cache.backends.base import BaseCache
    from requests_cache.models import AnyRequest
    from requests_cache.models.request import CachedRequest
    from requests_cache.models.response import CachedResponse, OriginalResponse
    from requests_cache.policy import DO_NOT_CACHE, get_url_expiration
    from requests_cache.policy.actions import CacheActions
    from requests_cache.serializers import SerializerPipeline, Stage, json_serializer
except ModuleNotFoundError as error:
    raise ImportError(f'{error}; caching needs an extra: pip install "vt-sdk[cache]"') from error

__all__ = ["VirusTotalCachedSession", "cached_session"]

_HASH = "(?:[0-9a-fA-F]{32}|[0-9a-fA-F]{40}|[0-9a-fA-F]{64})"
_OBJECT = f"(?:files/{_HASH}|(?:urls|domains|ip_addresses|analyses|comments)/[^/?]+)"
_MINUTE, _HOUR = 60.0, 3600.0

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


def cached_session(
    path: str | os.PathLike[str] = "vt_cache.sqlite",
    *,
    ttl: Mapping[str, float | None] | None = None,
    only_cached: bool = False,
    stale_if_error: bool = False,
    namespace: str = "",
) -> "VirusTotalCachedSession":
    """Make a session that remembers answers, to pass as `VirusTotal(session=…)`.

    Reports of files, domains and IP addresses live 12 hours, of URLs 6, relationships 1; comments,
    votes and searches 10 minutes; completed analyses a week. No error is kept, nor an analysis that
    goes on, nor a report before the first. A rescan, comment or vote drops what is kept under the
    same id, a completed analysis what is kept of its file or URL, as far as this session sees them.

    Args:
        path: the SQLite file, made for its owner only; processes may share it. `":memory:"` for
            entries that last as long as the session.
        ttl: seconds that new entries live, None to keep none, for the kinds `files`, `urls`,
            `domains`, `ip_addresses`, `analyses`, `comments`, `votes`, `search`, `relationships`.
        only_cached: send nothing, for machines without a network: what is not cached raises
            `NotCachedError`. The client still wants an API key; any word will do.
        stale_if_error: serve an expired entry where no answer comes, or an error; with
            `only_cached` always.
        namespace: sessions with different ones do not see each other's entries. It alone tells API
            keys apart: a premium key may be shown more than a public one.

    Raises:
        FileReadError: the file cannot be used.
        InvalidInputError: `ttl` has an unknown kind or an unusable time.
        ImportError: the extra is missing: `vt-sdk[cache]`.
    """
    expiry: dict[Any, Any] = {}
    defaults = {kind: seconds for kind, (_, seconds) in _KINDS.items()}
    for kind, seconds in {**defaults, **(ttl or {})}.items():
        if kind not in _KINDS or not (seconds is None or 0 < seconds < 1e9):
            raise InvalidInputError(f"ttl: unknown kind or unusable time: {kind!r}: {seconds!r}")
        pattern = re.compile(rf"^[^?]*/{_KINDS[kind][0]}(?:\?|$)")
        expiry[pattern] = timedelta(seconds=seconds) if seconds else DO_NOT_CACHE
    storage: dict[str, Any] = {"backend": "memory"}
    if path != ":memory:":
        file = Path(path).expanduser()
        file = file if file.suffix else file.with_suffix(".sqlite")  # as the library names it
        storage = {"cache_name": file, "serializer": _SERIALIZER, "wal": True}
        try:  # the library waits for ever for a file that it cannot write
            os.close(os.open(file, os.O_RDWR | (0 if only_cached else os.O_CREAT), 0o600))
        except OSError as error:
            raise FileReadError(f"the cache {file}: {error.strerror}", error.errno or 0) from None
    with _typed_errors():
        return VirusTotalCachedSession(
            **storage,
            expire_after=DO_NOT_CACHE,
            urls_expire_after=expiry,
            filter_fn=_is_final,
            key_fn=partial(_key, namespace),
            stale_if_error=stale_if_error,
            only_if_cached=only_cached,
        )


class VirusTotalCachedSession(CachedSession):
    """What `cached_session` makes."""

    cache: BaseCache

    def send(self, request: requests.PreparedRequest, *args: Any, **kwargs: Any) -> AnyResponse:
        """Give the answer to a request, from the cache if it has one."""
        if not self._is_cacheable(request):
            if self.settings.only_if_cached:
                raise NotCachedError
            passed = requests.Session.send(self, request, **kwargs)
            if passed.ok and request.method not in ("GET", "HEAD", "OPTIONS"):
                self._forget(_about(request.url))
            return OriginalResponse.wrap_response(passed, CacheActions(skip_write=True))
        with _typed_errors():
            answer = super().send(request, *args, **kwargs)
        if answer.status_code == 504 and self.settings.only_if_cached:
            raise NotCachedError
        if answer.cache_key and not answer.from_cache and "/analyses/" in _about(request.url):
            self._forget(*_analysed(answer))
        return answer

    def has_fresh(self, request: requests.PreparedRequest) -> bool:
        """Tell whether `send` would send nothing, and thus need no place of a rate limit."""
        if self.settings.only_if_cached:
            return True
        if not self._is_cacheable(request) or "Cache-Control" in request.headers:
            return False
        with _typed_errors():
            entry = self.cache.get_response(self.cache.create_key(request))
        return entry is not None and not entry.is_expired

    def _is_cacheable(self, request: requests.PreparedRequest) -> bool:
        url, key = request.url or "", request.headers.get("x-apikey")
        # Without the key it goes to a host that is not the service's: an upload or a download.
        if request.method != "GET" or not key or str(key) in url or "Range" in request.headers:
            return False
        lifetime = get_url_expiration(url, self.settings.urls_expire_after)
        return lifetime not in (None, DO_NOT_CACHE) and not self.settings.disabled

    def _forget(self, *addresses: str) -> None:
        """Delete the entries about objects."""
        begins = tuple(_hash(address) for address in addresses if address)
        with _typed_errors():
            keys = [key for key in list(self.cache.responses) if key.startswith(begins)]
            self.cache.responses.bulk_delete(keys)


def _key(namespace: str, request: AnyRequest, **_: Any) -> str:
    """Give the key of an entry: what it is about, then all that the answer depends on."""
    tool = (request.headers or {}).get("x-tool") or ""
    return _hash(_about(request.url)) + _hash(f"{namespace}\n{tool}\n{request.url}")


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:32]


def _about(url: str | None) -> str:
    found = _ABOUT.match(url or "")
    return found[0] if found else ""


def _is_final(answer: requests.Response) -> bool:
    """Tell whether an answer may be kept: one of the API that is not about to change."""
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
    """Give the addresses of the file or URL that an analysis is about, under all its ids."""
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
    except sqlite3.Error as error:
        raise FileReadError(f"the cache is unusable: {error}", errno.EIO) from None
    except requests.exceptions.ContentDecodingError:
        raise InvalidResponseError("the answer cannot be decompressed") from None
