"""Pages of a list: limit, cursor, count and links, as the service gives them.

A cursor names the list it belongs to and the last row that was given, so nothing is lost or shown
twice when rows are added between two pages.
"""

import base64
import binascii
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from vt_sdk.emulator.backend import Backend
from vt_sdk.emulator.identifiers import short_hash
from vt_sdk.emulator.messages import Call, JSONObject, Problem
from vt_sdk.emulator.store import Listing, Row
from vt_sdk.status import ErrorCode

__all__ = ["Page", "list_document", "read_page", "shown_rows"]

# The service counts comments no further.
_COUNT_CAP = 200

# Where the document has no parameter for it.
_DEFAULT_LIMIT = 10

# What fits a row number of the database.
_SEQ = re.compile(r"[0-9]{1,18}")


@dataclass(frozen=True, slots=True)
class Page:
    """Some rows of a list, and the cursor to the next ones."""

    rows: list[Row]
    cursor: str | None


def read_page(backend: Backend, listing: Listing, limit: int, cursor: str | None = None) -> Page:
    """Read a page; a cursor of another list or of nobody is refused."""
    after = None if cursor is None else _after(listing, cursor)
    rows = backend.store.page(listing, after, limit + 1)
    if len(rows) <= limit:
        return Page(rows, None)
    rows = rows[:limit]
    return Page(rows, _cursor(listing, rows[-1]["seq"]))


def list_document(
    backend: Backend,
    call: Call,
    listing: Listing,
    *,
    descriptors: bool = False,
    count: bool = False,
) -> JSONObject:
    """Return the answer for a page of a list."""
    limit, cursor = call.query.get("limit", _DEFAULT_LIMIT), call.query.get("cursor")
    page = read_page(backend, listing, limit, cursor)
    shown = shown_rows(backend, page.rows, call.base, descriptors=descriptors)
    document: JSONObject = {"data": list(shown)}
    meta: JSONObject = {}
    if count:
        meta["count"] = min(backend.store.count(listing), _COUNT_CAP)
    rest = {name: value for name, value in call.query.items() if name not in ("cursor", "limit")}
    links = {"self": _address(call, {**rest, "limit": limit}, cursor)}
    if page.cursor is not None:
        meta["cursor"] = page.cursor
        links["next"] = _address(call, {**rest, "limit": limit}, page.cursor)
    if meta:
        document["meta"] = meta
    document["links"] = links
    return document


def shown_rows(
    backend: Backend, rows: Iterable[Row], base: str = "", *, descriptors: bool
) -> Iterator[JSONObject]:
    """Return rows as answers show them, as objects or as descriptors.

    A row whose object is unknown stands among objects as an error, and not among descriptors.
    """
    for row in rows:
        named: JSONObject = {"type": row["type"], "id": row["id"]}
        if row["context"]:
            named["context_attributes"] = json.loads(row["context"])
        shown = backend.show(row["type"], row["id"], base)
        if shown is not None:
            yield named if descriptors else {**shown, **named}
        elif not descriptors:
            message = f'{row["type"]} "{row["id"]}" not found'
            yield {**named, **Problem(ErrorCode.NOT_FOUND_ERROR, message).body()}


def _address(call: Call, query: Mapping[str, Any], cursor: str | None) -> str:
    parameters = {**query, **({"cursor": cursor} if cursor else {})}
    return f"{call.base}{call.resource}?{urlencode(parameters)}"


def _name(listing: Listing) -> str:
    return short_hash(listing.query, *listing.values)


def _cursor(listing: Listing, seq: int) -> str:
    text = f"{_name(listing)}:{seq}"
    return base64.urlsafe_b64encode(text.encode("ascii")).decode("ascii")


def _after(listing: Listing, cursor: str) -> int:
    try:
        text = base64.b64decode(cursor, altchars=b"-_", validate=True).decode("ascii")
    except (binascii.Error, ValueError):
        text = ""
    name, _, seq = text.partition(":")
    if name != _name(listing) or not _SEQ.fullmatch(seq):
        raise Problem(ErrorCode.BAD_REQUEST_ERROR, "Invalid cursor")
    return int(seq)
