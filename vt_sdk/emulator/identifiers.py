"""Identifiers as the service makes and reads them: hashes, URL ids, domains, addresses.

Which host a text names is decided by `vt_sdk.core.identifiers` for both sides; what the service
alone does, the canonical form of a URL and the ids made of it, is written here.
"""

import base64
import binascii
import hashlib
import ipaddress
import re
from urllib.parse import quote

from vt_sdk.core.identifiers import Host, host_of, split_url

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
_PORTS = {"http": 80, "https": 443}
# What a browser leaves alone in a path or a query; the percent sign stands for what is encoded.
_SAFE = "%/:@!$&'()*+,;=-._~[]|"


def file_hash(text: str) -> str | None:
    """Return an MD5, SHA-1 or SHA-256 in lower case, None if the text is none."""
    text = text.lower()
    return text if _HASH.fullmatch(text) else None


def canonical_url(text: str) -> str | None:
    """Put a URL into its canonical form, None if it is none.

    As a browser would: scheme and host in lower case, no default port, a path, no fragment. Text
    without a scheme gets `http`.
    """
    try:
        parts = split_url(text.strip())
    except ValueError:
        return None
    if _object_of(parts.host) is None:
        return None
    host = f"[{parts.host}]" if isinstance(parts.host, ipaddress.IPv6Address) else f"{parts.host}"
    if parts.port not in (None, _PORTS[parts.scheme]):
        host = f"{host}:{parts.port}"
    if parts.userinfo:
        host = f"{parts.userinfo}@{host}"
    path, _, query = parts.rest.partition("#")[0].partition("?")
    path = quote(path.replace("\\", "/") or "/", safe=_SAFE)
    if query:
        path = f"{path}?{quote(query, safe=_SAFE + '?')}"
    return f"{parts.scheme}://{host}{path}"


def url_sha256(canonical: str) -> str:
    """Return the id under which answers name a URL: the SHA-256 of its canonical form."""
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
    """Return a domain name in lower-case ASCII, None if it is not well-formed."""
    found = host_object(text)
    return found[1] if found and found[0] == "domain" else None


def normal_ip(text: str) -> str | None:
    """Return an IP address in its shortest text form, None if it is not well-formed."""
    try:
        return str(ipaddress.ip_address(text.strip()))
    except ValueError:
        return None


def host_object(host: str) -> tuple[str, str] | None:
    """Return type and id of the object that a host is, a domain or an IP address."""
    if (address := normal_ip(host)) is not None:
        return "ip_address", address
    try:
        return _object_of(host_of(host.strip()))
    except ValueError:
        return None


def _object_of(host: Host) -> tuple[str, str] | None:
    if not isinstance(host, str):
        return "ip_address", str(host)
    # The service has no objects for names of this machine alone.
    return ("domain", host) if "." in host else None


def short_hash(*parts: object) -> str:
    """Return the eight hexadecimal digits at the end of the ids of comments and votes."""
    return hashlib.sha256("\0".join(map(str, parts)).encode("utf-8")).hexdigest()[:8]
