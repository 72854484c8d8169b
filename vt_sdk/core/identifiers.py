"""Identifiers as callers write them, checked and made ready for a path.

Hashes, URLs, domains and IP addresses are checked for shape, since a wrong one costs quota and
hides a mistake. All other identifiers are opaque: they are only percent-encoded, so that nothing a
caller passes can change the endpoint.
"""

import base64
import binascii
import ipaddress
import re
from collections.abc import Callable, Mapping
from typing import Final
from urllib.parse import quote, urlsplit

from vt_sdk.errors import InvalidInputError

__all__ = ["SHAPES", "path_segment", "shown", "submitted_url", "url_id"]

_HASH = re.compile(r"(?:[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64})")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_LABEL = re.compile(r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?", re.IGNORECASE)
_BASE64URL = re.compile(r"[A-Za-z0-9_-]+={0,2}")
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
_SPACE_OR_CONTROL = re.compile(r"[\x00-\x20\x7f]")


def shown(value: object) -> str:
    """Give a value as a message shows it."""
    # An API key in the wrong place looks like this, and errors end up in logs.
    if isinstance(value, str) and _SHA256.fullmatch(value.strip().lower()):
        return "64 hexadecimal digits"
    try:
        return f"{value!r:.100}"
    except (RecursionError, ValueError):  # too deep, or a number of too many digits
        return f"a value of the type {type(value).__name__}"


def _text(value: object) -> str:
    if not isinstance(value, str) or not value:
        raise InvalidInputError(f"expected a non-empty text, got {shown(value)}")
    if _CONTROL.search(value):
        raise InvalidInputError(f"control characters are not allowed: {shown(value)}")
    return value


def _opaque(value: object) -> str:
    text = _text(value)
    # HTTP libraries resolve dot segments even when they are percent-encoded.
    if text in (".", ".."):
        raise InvalidInputError(f"{text!r} is not an identifier")
    return text


def _hash(value: object) -> str:
    text = _text(value).lower()
    if not _HASH.fullmatch(text):
        raise InvalidInputError(f"not an MD5, SHA-1 or SHA-256 in hexadecimal: {shown(value)}")
    return text


def _domain(value: object) -> str:
    text = _text(value).removesuffix(".")
    try:
        text = text if text.isascii() else text.encode("idna").decode("ascii")
    except UnicodeError as error:
        raise InvalidInputError(f"not a domain name: {shown(value)}") from error
    labels = text.split(".")
    if len(text) > 253 or labels[-1].isdigit() or not all(map(_LABEL.fullmatch, labels)):
        raise InvalidInputError(f"not a domain name: {shown(value)}")
    return text.lower()


def _ip_address(value: object) -> str:
    try:
        address = ipaddress.ip_address(_text(value))
    except ValueError as error:
        raise InvalidInputError(f"not an IP address: {shown(value)}") from error
    if isinstance(address, ipaddress.IPv6Address) and address.scope_id:
        raise InvalidInputError(f"an address with a scope is not public: {shown(value)}")
    return str(address)


def submitted_url(value: object) -> str:
    """Check a URL that is to be scanned; the scheme may be missing, as the service allows."""
    text = _text(value)
    try:
        host = urlsplit(text if "://" in text else f"http://{text}").hostname
        text.encode()
    except ValueError:
        host = None
    if (
        not host
        or _SPACE_OR_CONTROL.search(text)
        or not ("." in host.strip(".") or ":" in host or host == "localhost")
    ):
        raise InvalidInputError(f"not a URL: {shown(value)}")
    return text


def url_id(url: str) -> str:
    """Give the identifier of a URL: URL-safe base64 without padding."""
    return base64.urlsafe_b64encode(url.encode()).decode().rstrip("=")


def _url(value: object) -> str:
    text = _text(value)
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


# The values of `x-vt-shape` in the operations document; absent there means opaque.
SHAPES: Final[Mapping[str, Callable[[object], str]]] = {
    "opaque": _opaque,
    "hash": _hash,
    "url": _url,
    "domain": _domain,
    "ip": _ip_address,
    "submitted_url": submitted_url,
}


def path_segment(name: str, value: object, shape: str = "opaque") -> str:
    """Check an identifier and percent-encode it into one path segment.

    Raises:
        InvalidInputError: the value does not have the shape.
    """
    try:
        return quote(SHAPES[shape](value), safe="")
    except InvalidInputError as error:
        raise InvalidInputError(f"{name}: {error.message}") from error
    except UnicodeEncodeError as error:
        raise InvalidInputError(f"{name}: not text that can be sent: {shown(value)}") from error
