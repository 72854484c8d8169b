"""Places in a listing, as texts that every method with a `cursor` takes.

A cursor of the service marks the start of a page. A place within a page, or one that needs more
than the cursor, is a text of this package: a prefix that no cursor of the service has, then what is
needed to go on exactly there.
"""

from collections.abc import Iterable
from typing import Final
from urllib.parse import parse_qsl, urlencode

from vt_sdk.errors import InvalidInputError

__all__ = ["PLACE", "Pairs", "place", "resumed"]

Pairs = tuple[tuple[str, str], ...]

# What of a query says which page it is about.
PLACE: Final = ("cursor", "job_id")

_PREFIX: Final = "vt-sdk:"
_SKIP: Final = "skip"


def place(pairs: Iterable[tuple[str, str]], skip: int) -> str:
    """Return the text for a place in a listing.

    Args:
        pairs: what of the query leads to the page.
        skip: how many items of it come before the place.
    """
    found = [(name, value) for name, value in pairs if name in PLACE]
    if not skip and len(found) == 1:
        return found[0][1]
    return _PREFIX + urlencode([(_SKIP, skip), *found])


def resumed(pairs: Pairs) -> tuple[Pairs, int]:
    """Return a query with the service's own cursor, and the items that come before the place.

    Raises:
        InvalidInputError: the cursor is a damaged text of this package.
    """
    text = dict(pairs).get("cursor", "")
    if not text.startswith(_PREFIX):
        return pairs, 0
    try:
        found = dict(parse_qsl(text.removeprefix(_PREFIX), strict_parsing=True))
        skip = int(found.pop(_SKIP))
    except (ValueError, KeyError) as error:
        raise InvalidInputError(f"cursor: damaged: {text!r:.100}") from error
    if skip < 0 or not found.keys() <= set(PLACE):
        raise InvalidInputError(f"cursor: damaged: {text!r:.100}")
    rest = tuple(pair for pair in pairs if pair[0] not in PLACE)
    return (*rest, *found.items()), skip
