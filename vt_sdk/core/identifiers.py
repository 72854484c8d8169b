"""What text becomes which identifier, decided here for the whole package.

Hashes, URLs, domains and IP addresses are checked for shape, since a wrong one costs quota and
hides a mistake; white space around them, such as the end of a line, is cut. All other identifiers
are opaque: they are only percent-encoded, so that nothing a caller passes can change the endpoint.

Hosts follow the URL standard (https://url.spec.whatwg.org/#host-parsing), which is what browsers
reach: names by UTS 46, non-transitional, so that deviations such as the German sharp s are letters
of their own as in IDNA 2008, and addresses in all spellings. It is wider in one thing: what DNS can
hold is taken, also labels that no browser would decode. URLs go out as they are typed, since the
service canonicalises them.
"""

import base64
import binascii
import ipaddress
import re
from collections.abc import Callable, Mapping
from typing import Final, NamedTuple, TypeAlias
from urllib.parse import quote, unquote

from vt_sdk.errors import InvalidInputError

__all__ = [
    "SHAPES",
    "Host",
    "SplitURL",
    "ascii_name",
    "host_of",
    "path_segment",
    "refanged",
    "sendable",
    "shaped",
    "shown",
    "split_url",
    "submitted_url",
    "url_id",
]

Host: TypeAlias = str | ipaddress.IPv4Address | ipaddress.IPv6Address

_HASH = re.compile(r"(?:[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64})")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_BASE64URL = re.compile(r"[A-Za-z0-9_-]+={0,2}")
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")

# All but the "forbidden domain code points" of the URL standard.
_LABEL = re.compile(r"[^\x00-\x20#%./:<>?@\[\\\]^|\x7f]{1,63}")
_NUMBER = re.compile(r"0x[0-9a-f]*|[0-9]+")

# A word before a colon is a scheme, unless a port follows.
_SCHEME = re.compile(r"(https?):[/\\]*|([a-z][a-z0-9+.-]*):(?!\d+(?:[/\\?#]|$))", re.IGNORECASE)
_AUTHORITY = re.compile(r"(?:([^/\\?#]*)@)?(\[[^\]/\\?#]*\]|[^:/\\?#]*)(?::(\d*))?(?=[/\\?#]|$)")

# How addresses are written so that nobody follows them, and the text up to the end of the host.
_HEAD = re.compile(r"(?:[^/\\?#]*:[^\w/\\]?[/\\]+)?[^/\\?#]*")
_DEFANGED_SCHEME = re.compile(r"^h(?:xx|\*\*|tx|xt)p(?=s?[\[({]?:)", re.IGNORECASE)
_DEFANGED_COLON = re.compile(r"[\[({]:(//)?[\])}]")
_DEFANGED_DOT = re.compile(r"\s*(?:[\[({]\s*(?:\.|dot)\s*[\])}]|\[\.|\.\])\s*", re.IGNORECASE)


def shown(value: object) -> str:
    """Return a value as a message shows it."""
    # An API key in the wrong place looks like this, and errors end up in logs.
    if isinstance(value, str) and _SHA256.fullmatch(value.strip().lower()):
        return "64 hexadecimal digits"
    try:
        return f"{value!r:.100}"
    except (RecursionError, ValueError):  # too deep, or a number of too many digits
        return f"a value of the type {type(value).__name__}"


def sendable(value: object) -> str:
    """Return a text that can leave as UTF-8.

    Raises:
        InvalidInputError: it is no text, or holds half a character, a lone surrogate.
    """
    if not isinstance(value, str):
        raise InvalidInputError(f"expected a text, got {shown(value)}")
    try:
        value.encode()
    except UnicodeEncodeError as error:
        raise InvalidInputError(f"not text that can be sent: {shown(value)}") from error
    return value


def _text(value: object) -> str:
    if not isinstance(value, str) or not value:
        raise InvalidInputError(f"expected a non-empty text, got {shown(value)}")
    if _CONTROL.search(value):
        raise InvalidInputError(f"control characters are not allowed: {shown(value)}")
    return sendable(value)


def _trimmed(value: object) -> str:
    return _text(value.strip() if isinstance(value, str) else value)


def _opaque(value: object) -> str:
    text = _text(value)
    # HTTP libraries resolve dot segments even when they are percent-encoded.
    if text in (".", ".."):
        raise InvalidInputError(f"{text!r} is not an identifier")
    return text


def _hash(value: object) -> str:
    text = value.strip().lower() if isinstance(value, str) else ""
    if not _HASH.fullmatch(text):
        _trimmed(value)  # which may know better what is wrong
        raise InvalidInputError(f"not an MD5, SHA-1 or SHA-256 in hexadecimal: {shown(value)}")
    return text


# --- hosts ---------------------------------------------------------------------------------------


def ascii_name(name: str) -> str:
    """Return a host name as DNS has it: lower case, letters outside ASCII in Punycode.

    Raises:
        ValueError: no host has such a name.
    """
    if name.isascii():
        return name.lower()
    import idna  # its tables are large, and few names need them

    mapped = idna.uts46_remap(name, std3_rules=False)
    return ".".join(map(_ascii_label, mapped.split(".")))


def _ascii_label(label: str) -> str:
    if label.isascii():
        return label
    import idna

    # Joiners are invisible: where they mean nothing, somebody has copied them along.
    for position, character in enumerate(label):
        if character in "\u200c\u200d" and not idna.valid_contextj(label, position):
            raise ValueError("a joiner that joins nothing")
    # Not `idna.encode`, which refuses what IDNA 2008 does and DNS has, such as emoji.
    return f"xn--{label.encode('punycode').decode()}"


def host_of(text: str) -> Host:
    """Return the host that a browser reaches by a text: its name in ASCII, or its address.

    Raises:
        ValueError: it reaches none.
    """
    if text.startswith("["):
        address = ipaddress.IPv6Address(text.removeprefix("[").removesuffix("]"))
        if address.scope_id or not text.endswith("]"):
            raise ValueError("not a public address in brackets")
        return address
    name = ascii_name(unquote(text)).removesuffix(".")
    labels = name.split(".")
    if _NUMBER.fullmatch(labels[-1]):
        return _ipv4(labels)
    if len(name) > 253 or not all(map(_LABEL.fullmatch, labels)):
        raise ValueError("not a host name")
    return name


def _ipv4(parts: list[str]) -> ipaddress.IPv4Address:
    """Return the address of one to four numbers, the last of which fills what is left."""
    *first, last = map(_number, parts)
    if len(first) > 3 or any(number > 255 for number in first) or last >= 256 ** (4 - len(first)):
        raise ValueError("not an IPv4 address")
    for index, number in enumerate(first):
        last += number << 8 * (3 - index)
    return ipaddress.IPv4Address(last)


def _number(text: str) -> int:
    if not _NUMBER.fullmatch(text):
        raise ValueError("not a number")
    if text.startswith("0x"):
        return int(text[2:] or "0", 16)
    return int(text, 8 if text.startswith("0") else 10)


def refanged(text: str) -> str:
    """Return what a text means that was written so that nobody follows it; any other as it is."""
    found = _HEAD.match(text)
    assert found is not None  # it matches any text
    # A path or a user may have any brackets, unless a tool has put each dot of the text in some.
    before, at, host = found[0].rpartition("@")
    head = _DEFANGED_SCHEME.sub("http", before + at + _DEFANGED_DOT.sub(".", host))
    rest = text[found.end() :]
    if "[.]" in host and text.count(".") == text.count("[.]"):
        rest = rest.replace("[.]", ".")
    return _DEFANGED_COLON.sub(r":\1", head) + rest


def _refuse_defanged(text: str) -> None:
    if (meant := refanged(text)) != text:
        raise InvalidInputError(f"{shown(text)} is defanged; what it means is {meant!r:.500}")


def _domain(value: object) -> str:
    text = _trimmed(value)
    _refuse_defanged(text)
    try:
        host = host_of(text)
    except ValueError as error:
        raise InvalidInputError(f"not a domain name: {shown(value)}") from error
    if not isinstance(host, str):
        raise InvalidInputError(f"not a domain name but an IP address: {shown(value)}")
    return host


def _ip_address(value: object) -> str:
    text = _trimmed(value)
    _refuse_defanged(text)
    try:
        address = ipaddress.ip_address(text)
    except ValueError as error:
        raise InvalidInputError(f"not an IP address: {shown(value)}") from error
    if isinstance(address, ipaddress.IPv6Address) and address.scope_id:
        raise InvalidInputError(f"an address with a scope is not public: {shown(value)}")
    return str(address)


# --- URLs ----------------------------------------------------------------------------------------


class SplitURL(NamedTuple):
    """A URL in its parts.

    Attributes:
        scheme: `http` or `https`.
        userinfo: what stands before the host and its `@`, None if nothing does.
        host: the host in ASCII, or its address.
        port: the port, None if it is not said.
        rest: path, query and fragment as they are typed.
    """

    scheme: str
    userinfo: str | None
    host: Host
    port: int | None
    rest: str


def split_url(text: str) -> SplitURL:
    """Return the parts of a URL as browsers see them; without a scheme it is `http`.

    Raises:
        ValueError: the text is none, or of another scheme.
    """
    scheme = _SCHEME.match(text)
    if scheme and scheme[2]:
        # No source says that the service takes any other one; nor has a real report one.
        raise ValueError(f"only http and https are analysed, not {scheme[2]}")
    authority = _AUTHORITY.match(text, scheme.end() if scheme else 0)
    if authority is None or not authority[2]:
        raise ValueError("there is no host")
    port = int(authority[3]) if authority[3] else None
    if port is not None and port > 0xFFFF:
        raise ValueError("there is no such port")
    return SplitURL(
        scheme[1].lower() if scheme else "http",
        authority[1],
        host_of(authority[2]),
        port,
        text[authority.end() :],
    )


def submitted_url(value: object) -> str:
    """Check a URL that is to be scanned; the scheme may be missing, as the service allows."""
    text = _trimmed(value)
    _refuse_defanged(text)
    try:
        host = split_url(text).host
        if isinstance(host, str) and "." not in host and host != "localhost":
            raise ValueError("the host has no dot")
    except ValueError as error:
        reason = "" if isinstance(error, UnicodeError) else f" ({error})"
        raise InvalidInputError(f"not a URL: {shown(value)}{reason}") from error
    return text


def url_id(url: str) -> str:
    """Return the identifier of a URL: URL-safe base64 without padding.

    Raises:
        InvalidInputError: this is not text that can be sent.
    """
    return base64.urlsafe_b64encode(sendable(url).encode()).decode().rstrip("=")


def _url(value: object) -> str:
    text = _trimmed(value)
    if _SHA256.fullmatch(text.lower()):
        return text.lower()
    if not _BASE64URL.fullmatch(text):
        return url_id(submitted_url(text))
    stem = text.rstrip("=")
    try:
        submitted_url(base64.urlsafe_b64decode(stem + "=" * (-len(stem) % 4)).decode())
    except (InvalidInputError, UnicodeDecodeError, binascii.Error) as error:
        raise InvalidInputError(
            f"not a URL, nor the base64 or SHA-256 identifier of one: {shown(value)}"
        ) from error
    return stem


# --- shapes --------------------------------------------------------------------------------------

# The values of `x-vt-shape` in the operations document; absent there means opaque.
SHAPES: Final[Mapping[str, Callable[[object], str]]] = {
    "opaque": _opaque,
    "hash": _hash,
    "url": _url,
    "domain": _domain,
    "ip": _ip_address,
    "submitted_url": submitted_url,
}


def shaped(name: str, value: object, shape: str = "opaque") -> str:
    """Return an identifier in the form in which it is sent.

    Raises:
        InvalidInputError: the value does not have the shape; the text begins with the name.
    """
    try:
        return SHAPES[shape](value)
    except InvalidInputError as error:
        raise InvalidInputError(f"{name}: {error.message}") from error


def path_segment(name: str, value: object, shape: str = "opaque") -> str:
    """Return an identifier, checked and percent-encoded into one path segment.

    Raises:
        InvalidInputError: the value does not have the shape.
    """
    return quote(shaped(name, value, shape), safe="")
