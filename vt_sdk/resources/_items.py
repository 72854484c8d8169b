"""Items of collections and references, as the service takes them."""

import base64
import re
from collections.abc import Sequence
from typing import Final

from vt_sdk.core.arguments import checked

__all__ = ["items"]

_SHA256: Final = re.compile(r"[0-9A-Fa-f]{64}")

# The kinds of items: the type of each, and its shape.
_KINDS: Final = {
    "files": ("file", "hash"),
    "urls": ("url", "url"),
    "domains": ("domain", "domain"),
    "ip_addresses": ("ip_address", "ip"),
}


def items(
    files: Sequence[str], urls: Sequence[str], domains: Sequence[str], ip_addresses: Sequence[str]
) -> dict[str, list[dict[str, str]]]:
    """Return items as the service takes them, by kind; kinds without any are left out.

    Raises:
        InvalidInputError: one does not have its shape, or one text came in place of several.
    """
    found: dict[str, list[dict[str, str]]] = {}
    given = {"files": files, "urls": urls, "domains": domains, "ip_addresses": ip_addresses}
    for name, values in given.items():
        kind, shape = _KINDS[name]
        facts = {"type": "array", "items": {"type": "string", "x-vt-shape": shape}}
        if ids := checked(name, values, facts):
            found[name] = [{"type": kind, **_named(kind, value)} for value in ids]
    return found


def _named(kind: str, identifier: str) -> dict[str, str]:
    """Return what names an item: its id, but for a URL that is known as such the URL itself."""
    if kind != "url" or _SHA256.fullmatch(identifier):
        return {"id": identifier}
    # The service knows URLs by the hash of their canonical form, which it alone can tell.
    padding = "=" * (-len(identifier) % 4)
    return {"url": base64.urlsafe_b64decode(identifier + padding).decode()}
