"""Where in an answer stands what was asked for, and how a list goes on, where that is not the same.

VirusTotal's own operations put it under `data` and the cursor of the next page under `meta`. The
services that Google Threat Intelligence has beside them answer in forms of their own: a list stands
under a key that says what it is, and what leads to the next page in a header, in a token or in the
number of the page.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, Literal, TypeAlias
from urllib.parse import parse_qsl, urlencode, urlsplit

from vt_sdk.errors import InvalidInputError

__all__ = ["VIRUSTOTAL", "Layout", "Pairs", "layout_of"]

Pairs: TypeAlias = tuple[tuple[str, str], ...]

# What of a query says which page it is about; a cursor of the service goes with the first name.
_NAMES: Final = {
    "cursor": ("cursor", "job_id"),
    "link": ("page",),
    "token": ("page_token", "page"),
    "number": ("page",),
}

# The address that the header Link marks as that of the next page.
_NEXT: Final = re.compile(
    r'<([^<>]*)>\s*(?:;[^,;<]*)*?;\s*rel="?next"?\s*(?:[;,]|$)', re.IGNORECASE
)

# How a place begins that is more than a cursor of the service; none of these does.
_PREFIX: Final = "vt-sdk:"
_SKIP: Final = "skip"


@dataclass(frozen=True, slots=True)
class Layout:
    """The form of the answers of an operation.

    Attributes:
        at: the keys that lead to what was asked for.
        next: what leads to the next page of a list: a cursor under `meta`, the header Link, a token
            (or the number of the page, where none came) or the number of the page.
        is_common: whether it is the one of VirusTotal's own operations.
    """

    at: tuple[str, ...] = ("data",)
    next: Literal["cursor", "link", "token", "number"] = "cursor"
    is_common: bool = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "is_common", self.at == ("data",))

    @property
    def name(self) -> str:
        """The parameter that takes the cursor of a page."""
        return _NAMES[self.next][0]

    def divided(self, document: Any) -> tuple[Any, dict[str, Any]] | None:
        """Return what was asked for and what stands around it; None where it is not there."""
        if not self.at:
            return document, {}
        key, inner = self.at[0], Layout(self.at[1:])
        if not isinstance(document, dict) or key not in document:
            return None
        found = inner.divided(document[key])
        around = {**document, key: found[1]} if found and inner.at else {**document}
        if not inner.at:
            del around[key]
        return found and (found[0], around)

    def joined(self, content: Any, around: Mapping[str, Any]) -> dict[str, Any]:
        """Return the answer that was divided."""
        key, *rest = self.at
        if rest:
            content = Layout(tuple(rest)).joined(content, around[key])
        return {**around, key: content}

    def meta(
        self, around: Mapping[str, Any], headers: Mapping[str, str], query: Pairs = ()
    ) -> object:
        """Return what an answer says about a list as a whole, with the cursor of the next page.

        Args:
            around: what stands around the list.
            headers: what came before the answer.
            query: what was asked for.
        """
        if self.is_common:
            return around.get("meta")
        for key in self.at[:-1]:
            around = around[key]
        cursor = self._cursor(around, headers, dict(query))
        return {**around, "cursor": cursor} if cursor else around

    def links(self, around: Mapping[str, Any], headers: Mapping[str, str]) -> object:
        """Return the addresses that come with a list."""
        if self.next == "link":
            found = _NEXT.search(headers.get("link", ""))
            return found and {"next": found[1]}
        return around.get("links") if self.is_common else None

    def _cursor(
        self, beside: Mapping[str, Any], headers: Mapping[str, str], query: Mapping[str, str]
    ) -> str | None:
        if self.next == "link":
            found = _NEXT.search(headers.get("link", ""))
            # Its query is used as it is; where it leads to is the service's word, not the caller's.
            asked_for = parse_qsl(urlsplit(found[1]).query, keep_blank_values=True) if found else ()
            return self.place(asked_for, 0) if self.leading(asked_for) else None
        if self.next == "cursor":
            return None
        token, page, last = (beside.get(k) for k in ("next_page_token", "page", "total_pages"))
        if self.next == "token" and isinstance(token, str) and token:
            return token
        if not isinstance(page, int):
            asked = query.get("page", "")
            page = int(asked) if re.fullmatch("[0-9]{1,9}", asked) else 0
        more = beside.get("more") or (isinstance(last, int) and page + 1 < last)
        return self.place([("page", str(page + 1))], 0) if more else None

    def leading(self, query: Iterable[tuple[str, str]]) -> Pairs:
        """Return what of a query says which page it is about."""
        pairs = tuple(query)
        found = tuple(pair for pair in pairs if pair[0] in _NAMES[self.next])
        # The address of a page says all, in words that need not be known.
        return pairs if self.next == "link" and found else found

    def place(self, query: Iterable[tuple[str, str]], skip: int) -> str:
        """Return the text for a place in a list, which every method with a `cursor` takes.

        Args:
            query: what is asked for to get the page.
            skip: how many items of it come before the place.
        """
        found = self.leading(query)
        if not skip and [name for name, _ in found] == [self.name]:
            return found[0][1]
        return _PREFIX + urlencode([(_SKIP, skip), *found])

    def resumed(self, query: Pairs) -> tuple[Pairs, int]:
        """Return a query with what leads to the page of its cursor, and the items before the place.

        Raises:
            InvalidInputError: the cursor is a damaged text of this package.
        """
        text = dict(query).get(self.name, "")
        if not text.startswith(_PREFIX):
            return (((self.name, text),) if text and self.next == "link" else query), 0
        try:
            (name, number), *found = parse_qsl(text.removeprefix(_PREFIX), strict_parsing=True)
            skip = int(number)
        except ValueError as error:
            raise InvalidInputError(f"cursor: damaged: {text!r:.100}") from error
        if name != _SKIP or skip < 0 or self.leading(found) != tuple(found):
            raise InvalidInputError(f"cursor: damaged: {text!r:.100}")
        if found and self.next == "link":
            return tuple(found), skip
        rest = tuple(pair for pair in query if pair[0] not in _NAMES[self.next])
        return (*rest, *found), skip


VIRUSTOTAL: Final = Layout()
"""The form of VirusTotal's own answers."""


def layout_of(path: str) -> Layout:
    """Return the form of the answer from a path that no operation describes."""
    return Layout(()) if path.startswith(("/asm/", "/dtm/")) else VIRUSTOTAL
