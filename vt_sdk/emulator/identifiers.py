"""Identifiers as the service makes and reads them: hashes, URL ids, domains, addresses.

Written apart from the identifiers of the SDK on purpose: two sides that share their code would
share its faults, and neither could show them.
"""

import base64
import binascii
import hashlib
import ipaddress
import re
from urllib.parse import quote, unquote, urlsplit, urlunsplit

__all__ = [
    "canonical_url",
    "file_hash",
    "host_object",
    "normal_domain",
    "normal_ip",
    "short_hash",
    "url_id",
    "url_sha256",
]

_HASH = re.compile(r"(?:[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64})")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_LABEL = re.compile(r"(?!-)[a-z0-9_-]{1,63}(?<!-)")
_PORTS = {"http": 80, "https": 443, "ftp": 21}
# What a browser leaves alone in a path or a query; the percent sign stands for what is encoded.
_SAFE = "%/:@!$&'()*+,;=-._~[]|"


def file_hash(text: str) -> str | None:
    """Give an MD5, SHA-1 or SHA-256 in lower case, None if the text is none."""
    text = text.lower()
    return text if _HASH.fullmatch(text) else None


def canonical_url(text: str) -> str | None:
    """Put a URL into its canonical form, None if it is none.

    As a browser would: scheme and host in lower case, no default port, a path, no fragment. Text
    without a scheme gets `http`.
    """
    text = text.strip()
    if "://" not in text:
        text = f"http://{text}"
    try:
        parts = urlsplit(text)
        port = parts.port
        host = (parts.hostname or "").encode("idna").decode("ascii")
    except (ValueError, UnicodeError):
        return None
    scheme = parts.scheme.lower()
    if scheme not in _PORTS or host_object(host) is None:
        return None
    if ":" in host:
        host = f"[{host}]"
    if port is not None and port != _PORTS[scheme]:
        host = f"{host}:{port}"
    if parts.username:
        password = f":{parts.password}" if parts.password else ""
        host = f"{parts.username}{password}@{host}"
    path = quote(parts.path or "/", safe=_SAFE)
    return urlunsplit((scheme, host, path, quote(parts.query, safe=_SAFE + "?"), ""))


def url_sha256(canonical: str) -> str:
    """Give the id under which answers name a URL: the SHA-256 of its canonical form."""
    return hashlib.sha256(canonical.encode("utf-8")).hexdigest()


def url_id(text: str) -> str | None:
    """Turn what callers send as the id of a URL into its SHA-256, None if it is neither form."""
    if _SHA256.fullmatch(text.lower()):
        return text.lower()
    padded = text.rstrip("=")
    padded += "=" * (-len(padded) % 4)
    try:
        url = base64.b64decode(padded, altchars=b"-_", validate=True).decode("utf-8")
    except (binascii.Error, ValueError):
        return None
    canonical = canonical_url(url)
    return url_sha256(canonical) if canonical else None


def normal_domain(text: str) -> str | None:
    """Give a domain name in lower-case ASCII, None if it is not well-formed."""
    try:
        name = unquote(text).strip().rstrip(".").encode("idna").decode("ascii").lower()
    except UnicodeError:
        return None
    labels = name.split(".")
    if len(labels) < 2 or len(name) > 253 or labels[-1].isdigit():
        return None
    return name if all(_LABEL.fullmatch(label) for label in labels) else None


def normal_ip(text: str) -> str | None:
    """Give an IP address in its shortest text form, None if it is not well-formed."""
    try:
        return str(ipaddress.ip_address(text.strip()))
    except ValueError:
        return None


def host_object(host: str) -> tuple[str, str] | None:
    """Give type and id of the object that a host is, a domain or an IP address."""
    if (address := normal_ip(host)) is not None:
        return "ip_address", address
    if (name := normal_domain(host)) is not None:
        return "domain", name
    return None


def short_hash(*parts: object) -> str:
    """Give the eight hexadecimal digits at the end of the ids of comments and votes."""
    return hashlib.sha256("\0".join(map(str, parts)).encode("utf-8")).hexdigest()[:8]
