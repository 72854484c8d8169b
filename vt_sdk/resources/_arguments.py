"""Arguments of the hand-written methods, checked before anything is sent. None means left out."""

import base64
import re
from collections.abc import Sequence
from datetime import datetime
from typing import Final, TypeVar

from vt_sdk.core.identifiers import SHAPES
from vt_sdk.errors import InvalidInputError

__all__ = ["identifiers", "items", "moment", "sha256", "text", "texts", "truth", "whole"]

T = TypeVar("T")

_SHA256: Final = re.compile(r"[0-9A-Fa-f]{64}")

# The kinds of items that belong to collections and references: the type of each, and its shape.
_KINDS: Final = {
    "files": ("file", "hash"),
    "urls": ("url", "url"),
    "domains": ("domain", "domain"),
    "ip_addresses": ("ip_address", "ip"),
}


def text(name: str, value: T, *, empty: bool = False, needed: bool = False) -> T:
    """Give a text.

    Args:
        name: how the argument is called.
        value: what was given.
        empty: whether it may be empty.
        needed: whether it must be given.

    Raises:
        InvalidInputError: it is something else.
    """
    if value is None and not needed:
        return value
    if not isinstance(value, str) or not (value or empty):
        wanted = "a text" if empty else "a non-empty text"
        raise InvalidInputError(f"{name}: expected {wanted}, got {value!r:.100}")
    return value


def truth(name: str, value: T) -> T:
    """Give a yes or no.

    Raises:
        InvalidInputError: it is something else.
    """
    if value is not None and not isinstance(value, bool):
        raise InvalidInputError(f"{name}: expected True or False, got {value!r:.100}")
    return value


def whole(name: str, value: T, least: int, most: int) -> T:
    """Give a whole number within its bounds.

    Raises:
        InvalidInputError: it is beyond them, or something else.
    """
    if value is not None and not (
        isinstance(value, int) and not isinstance(value, bool) and least <= value <= most
    ):
        raise InvalidInputError(
            f"{name}: expected a whole number from {least} to {most}, got {value!r:.100}"
        )
    return value


def moment(name: str, value: datetime | None) -> datetime | None:
    """Give a moment that knows its time zone.

    Raises:
        InvalidInputError: it does not, or is something else.
    """
    if value is not None and (not isinstance(value, datetime) or value.tzinfo is None):
        raise InvalidInputError(
            f"{name}: expected a datetime with a time zone, such as UTC, got {value!r:.100}"
        )
    return value


def texts(name: str, values: Sequence[str] | None) -> list[str] | None:
    """Give several texts, possibly none.

    Raises:
        InvalidInputError: one is empty or something else, or one text came in place of several.
    """
    if values is None:
        return None
    return [text(name, value, needed=True) for value in _several(name, values)]


def identifiers(name: str, values: Sequence[str], shape: str) -> list[str]:
    """Give the identifiers of several objects, as the service writes them.

    Raises:
        InvalidInputError: one does not have its shape, or one text came in place of several.
    """
    try:
        return [SHAPES[shape](value) for value in _several(name, values)]
    except InvalidInputError as error:
        raise InvalidInputError(f"{name}: {error.message.removeprefix(f'{name}: ')}") from error


def sha256(name: str, value: str) -> str:
    """Give a SHA-256 in lower case.

    Raises:
        InvalidInputError: it is something else.
    """
    if not isinstance(value, str) or not _SHA256.fullmatch(value):
        raise InvalidInputError(f"{name}: not a SHA-256 in hexadecimal: {value!r:.100}")
    return value.lower()


def items(
    files: Sequence[str], urls: Sequence[str], domains: Sequence[str], ip_addresses: Sequence[str]
) -> dict[str, list[dict[str, str]]]:
    """Give items as the service takes them, by kind; kinds without any are left out.

    Raises:
        InvalidInputError: one does not have its shape, or one text came in place of several.
    """
    found: dict[str, list[dict[str, str]]] = {}
    given = {"files": files, "urls": urls, "domains": domains, "ip_addresses": ip_addresses}
    for name, values in given.items():
        kind, shape = _KINDS[name]
        if ids := identifiers(name, values, shape):
            found[name] = [{"type": kind, **_named(kind, value)} for value in ids]
    return found


def _named(kind: str, identifier: str) -> dict[str, str]:
    """Give what names an item: its id, but for a URL that is known as such the URL itself."""
    if kind != "url" or _SHA256.fullmatch(identifier):
        return {"id": identifier}
    # The service knows URLs by the hash of their canonical form, which it alone can tell.
    padding = "=" * (-len(identifier) % 4)
    return {"url": base64.urlsafe_b64decode(identifier + padding).decode()}


def _several(name: str, values: Sequence[str]) -> list[str]:
    given: object = values
    if isinstance(given, (str, bytes)):
        raise InvalidInputError(f"{name}: expected several texts, got {given!r:.100}")
    try:
        return list(values)
    except TypeError as error:
        raise InvalidInputError(f"{name}: expected several texts, got {given!r:.100}") from error
