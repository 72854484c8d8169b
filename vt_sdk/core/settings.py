"""What a caller configures, and the one place that holds the API key.

`Settings` are shared by all resource classes of a client, are checked when written and take effect
then. Transports send the key to the origin of `base_url` only. One operation takes the key as an
identifier too: its path is a `KeyedAddress`, which shows `KEY_MARK`, and `refuse_key` keeps the key
out of all other addresses.
"""

import functools
import ipaddress
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, fields
from itertools import chain
from typing import TYPE_CHECKING, Any, Final, SupportsIndex
from urllib.parse import quote, urlsplit

from vt_sdk.core.arguments import check_hook, checked, checked_timeout, fitting
from vt_sdk.core.quota import RateLimiter
from vt_sdk.core.request import Request, Timeout
from vt_sdk.core.retry import RetryPolicy
from vt_sdk.errors import InvalidInputError, MissingAPIKeyError

if TYPE_CHECKING:
    from vt_sdk.events import Event

__all__ = [
    "BASE_URL",
    "DEFAULT_TIMEOUT",
    "KEY_HEADER",
    "KEY_MARK",
    "MAX_WORKERS",
    "REMEMBERED",
    "Drift",
    "Headers",
    "KeyedAddress",
    "Settings",
    "Timeout",
    "checked_base_url",
    "checked_headers",
    "has_methods",
    "is_loopback",
    "key_spellings",
    "origin",
    "check_header",
    "check_key",
    "refuse_key",
    "spellings_of",
]

BASE_URL: Final = "https://www.virustotal.com/api/v3"

# Seconds to connect and seconds without a byte while reading.
DEFAULT_TIMEOUT: Final[tuple[float, float]] = (5, 60)
# Of many look-ups: how many are under way at once, and how many reports are kept for ids that come
# again. Reports of 100 KB have twice that in memory.
MAX_WORKERS: Final = 8
REMEMBERED: Final = 256

KEY_MARK: Final = "{x-apikey}"
"""Shown in place of the key."""


class KeyedAddress(str):
    """An address, or its path, in which `KEY_MARK` stands for the key.

    In any other text, such as one that an answer holds, the mark is a text like all others.
    """

    __slots__ = ()


KEY_HEADER: Final = "x-apikey"
_HIDDEN: Final = "***"
_KEY = re.compile(r"[\x21-\x7e]+")
# The names and values that HTTP allows; what is beyond latin-1 has no form on the wire.
_HEADER_NAME = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_HEADER_VALUE = re.compile(r"(?:[\x21-\x7e\x80-\xff][\t\x20-\x7e\x80-\xff]*)?")
# Nor may a query or a fragment stand where paths are put behind an address.
_BAD_IN_ADDRESS = re.compile(r"[\x00-\x20\x7f\\?#\ud800-\udfff]")

# Keys have 64 characters. Shorter ones, as emulators take them, may be a part of other words.
_SHORTEST_SECRET: Final = 16


class _Secret(str):
    """A text that shows and pickles as `***`; it travels by its value only."""

    __slots__ = ()

    def __repr__(self) -> str:
        return repr(_HIDDEN)

    def __reduce_ex__(self, protocol: SupportsIndex) -> tuple[type[str], tuple[str]]:
        return str, ("",)


class Headers(dict[str, str]):
    """The headers of all requests to the service, the API key under `x-apikey` among them.

    Writing `x-apikey` changes the key. `repr`, `str`, pickles and copies do not show it.
    """

    def __init__(self, *args: Any, **kwargs: str) -> None:
        super().__init__()
        self.update(*args, **kwargs)

    def __setitem__(self, name: str, value: str) -> None:
        if isinstance(name, str) and name.lower() == KEY_HEADER:
            check_key(value)
            # Files that hold a secret mostly end in a newline.
            name, value = KEY_HEADER, _Secret(value.strip())
        check_header(name, value)
        super().__setitem__(name, value)

    def update(self, *args: Any, **kwargs: str) -> None:
        """Take over headers, as `dict.update` does."""
        for name, value in dict(*args, **kwargs).items():
            self[name] = value

    def setdefault(self, name: str, default: str = "") -> str:
        """Return a header, and set it first if it is absent."""
        if name not in self:
            self[name] = default
        return self[name]

    def __ior__(self, other: Any) -> "Headers":  # type: ignore[override, misc]  # as `update`
        self.update(other)
        return self

    def copy(self) -> "Headers":
        """Return the headers without the key."""
        return Headers((name, value) for name, value in self.items() if name != KEY_HEADER)

    def __copy__(self) -> "Headers":
        return self.copy()

    def __deepcopy__(self, memo: dict[int, Any]) -> "Headers":
        return self.copy()

    def __reduce_ex__(
        self, protocol: SupportsIndex
    ) -> tuple[type["Headers"], tuple[dict[str, str]]]:
        return Headers, (dict(self.copy()),)


@dataclass(frozen=True, slots=True)
class Drift:
    """What an answer held that the models do not know.

    Attributes:
        operation: the operation that was called.
        unknown_fields: the JSON paths that no model knows.
        issues: the values that did not fit.
    """

    operation: str
    unknown_fields: tuple[str, ...]
    issues: tuple[Any, ...]


@dataclass(slots=True)
class Settings:
    """What a caller configures.

    Attributes:
        base_url: the address of the service, without a slash at the end.
        headers: the headers of every request to it, the API key among them if one was given.
        find_key: gives the API key when it is needed and none was given.
        timeout: seconds to connect and to read, or one number for both; None waits for ever.
        proxies: proxies by scheme, as requests takes them; they win over the environment.
        verify: whether certificates are checked, or the path of the authorities to trust.
        cert: the client certificate, or certificate and key.
        retry: how often and how patiently requests are repeated.
        rate_limit: what spaces the requests, None for nothing.
        strict: whether fields that no model knows are an error.
        on_drift: called with what an answer held that the models do not know.
        on_event: called with all that happens on the way over the wire.
        lookup_only: whether all that does more than look something up is refused.

    Raises:
        InvalidInputError: one of them, named by the error, cannot be; when written too.
    """

    base_url: str = BASE_URL
    headers: Headers = field(default_factory=Headers)
    find_key: Callable[[], str | None] | None = field(default=None, repr=False)
    timeout: Timeout = DEFAULT_TIMEOUT
    # They may hold a password.
    proxies: Mapping[str, str] | None = field(default=None, repr=False)
    verify: bool | str = True
    cert: str | tuple[str, str] | None = None
    retry: RetryPolicy = field(default_factory=RetryPolicy)
    rate_limit: RateLimiter | None = None
    user_agent: str | None = None
    tool: str | None = None
    strict: bool = False
    on_drift: Callable[[Drift], object] | None = None
    on_event: "Callable[[Event], object] | None" = None
    lookup_only: bool = False

    def __setattr__(self, name: str, value: Any) -> None:
        check = _CHECKS.get(name)
        object.__setattr__(self, name, value if check is None else check(name, value))

    def with_key(self) -> "Settings":
        """Return settings that hold the key, which is asked for now if none was given.

        Raises:
            InvalidInputError: what was found cannot be a key.
        """
        if KEY_HEADER in self.headers or self.find_key is None:
            return self
        key = self.find_key()
        if not key:
            return self
        found = object.__new__(Settings)
        for name in _NAMES:  # checked before
            object.__setattr__(found, name, getattr(self, name))
        object.__setattr__(found, "headers", Headers({**self.headers, KEY_HEADER: key}))
        return found


def checked_base_url(name: str, value: object) -> str:
    """Return the address of a service without a slash at the end.

    Addresses are shown and logged, so one with a user or a password is refused, and no text of an
    error holds what was given.

    Raises:
        InvalidInputError: it is none.
    """
    address = value if isinstance(value, str) else ""
    if "@" in address:
        raise InvalidInputError(
            f"{name}: an address is shown and logged, so it must not hold a user or a password;"
            " headers['Authorization'] may"
        )
    scheme, host, _ = origin(address)
    if scheme not in ("http", "https") or not host or _BAD_IN_ADDRESS.search(address):
        raise InvalidInputError(f"{name}: this is not an address such as {BASE_URL}")
    return address.rstrip("/")


def check_header(name: object, value: object) -> None:
    """Refuse a header that cannot be sent; its value may be a secret.

    Raises:
        InvalidInputError: it cannot.
    """
    if not isinstance(name, str) or not _HEADER_NAME.fullmatch(name):
        raise InvalidInputError(f"headers: {name!r:.100} is not the name of a header")
    if not isinstance(value, str) or not _HEADER_VALUE.fullmatch(value):
        raise InvalidInputError(f"the header {name!r:.100} has an unusable value")


def checked_headers(name: str, value: Any) -> Headers:
    """Return headers of one's own.

    Raises:
        InvalidInputError: it is no mapping, or one of them cannot be sent.
    """
    if not isinstance(value, Mapping):  # whatever it is, a key may be in it
        raise InvalidInputError(f"{name}: expected a mapping of texts")
    return Headers(value)


# What requests takes: a scheme, or a scheme and a host.
_PROXY_FOR = re.compile(r"[a-z][a-z0-9+.-]*(?:://[^/]+)?")
_PROXY_SCHEMES = ("http", "https", "socks4", "socks4a", "socks5", "socks5h")


def _proxies(name: str, value: Any) -> Any:
    if value is None:
        return None
    # None of the texts shows an address, which may hold a password.
    if not isinstance(value, Mapping):
        raise InvalidInputError(f"{name}: expected addresses by scheme, such as {{'https': …}}")
    for scheme, address in value.items():
        if not isinstance(scheme, str) or not _PROXY_FOR.fullmatch(scheme):
            raise InvalidInputError(f"{name}: each key is a scheme, such as 'https'")
        if address and not _is_proxy(address):  # without an address: no proxy for this scheme
            raise InvalidInputError(f"{name}: this is not the address of a proxy")
    return value


def _is_proxy(address: object) -> bool:
    if not isinstance(address, str) or _BAD_IN_ADDRESS.search(address):
        return False
    scheme, host, _ = origin(address if "://" in address else f"http://{address}")
    return scheme in _PROXY_SCHEMES and bool(host)


def _path_or_truth(name: str, value: object) -> object:
    return fitting(name, value, isinstance(value, (bool, str)), "True, False or a path")


def _certificate(name: str, value: object) -> object:
    paths = value if isinstance(value, tuple) and len(value) == 2 else (value,)
    fits = value is None or all(isinstance(path, str) for path in paths)
    return fitting(name, value, fits, "a path, or those of certificate and key")


def _truth(name: str, value: object) -> object:
    return checked(name, value, {"type": "boolean"})


def _in_a_header(name: str, value: object) -> object:
    fits = value is None or (isinstance(value, str) and bool(_HEADER_VALUE.fullmatch(value)))
    return fitting(name, value, fits, "a text of latin letters on one line")


def _hook(name: str, value: object) -> object:
    check_hook(name, value)
    return value


def _key_provider(_: str, value: object) -> object:
    return _hook("api_key", value)


def _policy(name: str, value: object) -> object:
    return fitting(name, value, isinstance(value, RetryPolicy), "a RetryPolicy")


def _limiter(name: str, value: object) -> object:
    fits = value is None or has_methods(value, ("reserve", "windows"))
    return fitting(name, value, fits, "a RateLimit, or 'public'")


def has_methods(value: object, names: Iterable[str]) -> bool:
    """Return whether an object, and not a class, has methods of these names."""
    return not isinstance(value, type) and all(
        callable(getattr(value, name, None)) for name in names
    )


_CHECKS: Final[Mapping[str, Callable[[str, Any], Any]]] = {
    "base_url": checked_base_url,
    "headers": checked_headers,
    "find_key": _key_provider,
    "timeout": checked_timeout,
    "proxies": _proxies,
    "verify": _path_or_truth,
    "cert": _certificate,
    "retry": _policy,
    "rate_limit": _limiter,
    "user_agent": _in_a_header,
    "tool": _in_a_header,
    "strict": _truth,
    "on_drift": _hook,
    "on_event": _hook,
    "lookup_only": _truth,
}

_NAMES: Final = tuple(each.name for each in fields(Settings))


@functools.lru_cache(maxsize=64)
def origin(url: str) -> tuple[str, str, int | None]:
    """Return what decides over the key; nothing for an address that has no certain host."""
    try:
        parts = urlsplit(url)
        port = parts.port or {"http": 80, "https": 443}.get(parts.scheme)
    except ValueError:
        return "", "", None
    # HTTP libraries disagree on which host a backslash leads to.
    if "\\" in parts.netloc:
        return "", "", None
    return parts.scheme, parts.hostname or "", port


@functools.lru_cache(maxsize=64)
def is_loopback(host: str) -> bool:
    """Return whether a host is this machine."""
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def check_key(key: object) -> None:
    """Refuse an API key that cannot be one.

    Raises:
        MissingAPIKeyError: there is none.
        InvalidInputError: it holds a space or a line end between its characters, or what is not
            ASCII. The text of the error does not hold it.
    """
    if not key:
        raise MissingAPIKeyError("no API key: pass one or set VT_API_KEY")
    if not isinstance(key, str) or not _KEY.fullmatch(key.strip()):
        raise InvalidInputError("the API key must be printable ASCII text without spaces")


def refuse_key(request: Request, settings: Settings) -> None:
    """Refuse a request that has the key in its address, as an identifier or in the query.

    Addresses are shown, logged and cached. An operation that takes the key has the mark there.

    Raises:
        InvalidInputError: it has; the text does not show it.
    """
    # Hashes are sent in lower case, whatever the caller wrote.
    address = "\0".join([request.url, *chain(*request.query)]).lower()
    spellings = spellings_of(settings.headers.get(KEY_HEADER))
    if any(map(address.__contains__, map(str.lower, spellings))):
        raise InvalidInputError("the API key is not an identifier: it must not be in an address")


def key_spellings(settings: Settings) -> tuple[str, ...]:
    """Return how the key is spelt, plain and in an address; nothing if it is none to hide.

    Whoever sends a request hides these in what the answer repeats, in errors and, where the request
    has a `KeyedAddress`, in logs; its `Response.url` is `shown_address` then.
    """
    return spellings_of(settings.headers.get(KEY_HEADER))


@functools.lru_cache(maxsize=8)
def spellings_of(key: object) -> tuple[str, ...]:
    """Return how a key is spelt, see `key_spellings`."""
    if not isinstance(key, str) or len(key) < _SHORTEST_SECRET:
        return ()
    plain = str(key)
    if plain.isalnum():
        return (plain,)
    return plain, quote(plain, safe="")
