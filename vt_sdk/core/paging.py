"""A page of a listing, and the way from page to page."""

import functools
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final, Generic, TypeVar, overload

from vt_sdk.core.exchange import Reader, fetch
from vt_sdk.core.flow import Flow
from vt_sdk.core.objects import Identified, Issue, Links, Meta, Received, put_back
from vt_sdk.core.request import Request, ResponseInfo
from vt_sdk.errors import InvalidResponseError, NoClientError

__all__ = ["Page", "next_request"]

T_co = TypeVar("T_co", covariant=True)

# An empty page with a cursor is no end, but many of them would go on for ever.
_MAX_EMPTY: Final = 10


def next_request(request: Request, cursor: str, job_id: str | None = None) -> Request:
    """Give the request for the page that starts at a cursor, found by a job if one is named."""
    place = {"cursor": cursor} if job_id is None else {"cursor": cursor, "job_id": job_id}
    query = tuple(pair for pair in request.query if pair[0] not in place)
    return replace(request, query=(*query, *place.items()))


class Page(Sequence[T_co], Generic[T_co]):
    """One page of a listing: a sequence of its items.

    Iterating gives the items of this page only. `next_page` and `iter_all` go on, at the cost of
    one request for each further page.
    """

    __slots__ = ("_call", "_envelope", "_issues", "_items", "_source", "links", "meta", "response")

    def __init__(
        self,
        items: Sequence[T_co],
        *,
        meta: Meta | None = None,
        links: Links | None = None,
        envelope: Mapping[str, Any] | None = None,
        issues: tuple[Issue, ...] = (),
        response: ResponseInfo | None = None,
        source: "tuple[Request, Reader[Page[T_co]]] | None" = None,
    ) -> None:
        self._items = tuple(items)
        self._envelope = dict(envelope or {})
        self._issues = issues
        self._source = source
        self._call: Callable[[Flow[Page[T_co]]], Page[T_co]] | None = None
        self.meta = meta or Meta.model_construct()
        """What stood beside the items: `cursor`, `count` and what else came."""
        self.links = links or Links.model_construct()
        """The addresses of this page and the next one."""
        self.response = response
        """Status and headers of the answer, None if parsed offline."""

    @overload
    def __getitem__(self, index: int) -> T_co: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[T_co]: ...
    def __getitem__(self, index: int | slice) -> T_co | Sequence[T_co]:
        return self._items[index]

    def __len__(self) -> int:
        return len(self._items)

    def __iter__(self) -> Iterator[T_co]:
        return iter(self._items)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Page):
            return NotImplemented
        return self.to_dict() == other.to_dict()

    __hash__ = None  # type: ignore[assignment]  # compared by value, like a list

    def __repr__(self) -> str:
        return f"<Page of {len(self._items)} items{', more to come' if self.cursor else ''}>"

    # The way to the next page is bound to a client, which does not travel.
    def __reduce__(self) -> tuple[Any, ...]:
        return _rebuild, (
            self._items,
            self.meta,
            self.links,
            self._envelope,
            self._issues,
            self.response,
        )

    @property
    def data(self) -> Sequence[T_co]:
        """The items of this page."""
        return self._items

    @property
    def cursor(self) -> str | None:
        """Where the next page starts, None on the last one."""
        return self.meta.cursor or None

    @property
    def errors(self) -> list[Identified]:
        """The entries that could not be given; each has its place in the page too."""
        return [item for item in self._items if isinstance(item, Identified) and item.error]

    @property
    def issues(self) -> tuple[Issue, ...]:
        """The values that did not fit, with paths that start at the page: `data`, index."""
        inner = [
            Issue(("data", index, *issue.path), issue.message, issue.value)
            for index, item in enumerate(self._items)
            if isinstance(item, Received)
            for issue in item.issues
        ]
        return (*inner, *self._issues)

    def unknown_fields(self) -> list[str]:
        """Give the JSON paths of what came in the items and no model knows."""
        return [
            f"data[{index}].{path}"
            for index, item in enumerate(self._items)
            if isinstance(item, Received)
            for path in item.unknown_fields()
        ]

    def to_dict(self) -> dict[str, Any]:
        """Give the whole envelope as it came, as JSON values."""
        items = [item.to_dict() if isinstance(item, Received) else item for item in self._items]
        return put_back({**self._envelope, "data": items}, self._issues)

    def to_json(self, indent: int | None = None) -> str:
        """Give the whole envelope as JSON text, all in ASCII.

        Args:
            indent: spaces for each level; None puts everything on one line.
        """
        return json.dumps(self.to_dict(), indent=indent)

    def next_page(self) -> "Page[T_co] | None":
        """Fetch the page after this one; None on the last one.

        Raises:
            NoClientError: this page was parsed offline or unpickled.
        """
        return None if self.cursor is None else self._following(self.cursor)()

    def _following(self, cursor: str) -> "Callable[[], Page[T_co]]":
        """Give what fetches the page at a cursor, without a hold on this one."""
        if self._call is None or self._source is None:
            raise NoClientError("this page has no client: it was parsed offline or unpickled")
        request, read = self._source
        flow = fetch(next_request(request, cursor, self.meta.job_id), read)
        return functools.partial(self._call, flow)

    def iter_all(self, max_items: int | None = None) -> Iterator[T_co]:
        """Give the items of this page and all further ones, fetched as they are needed.

        Args:
            max_items: the most items to give, None for all of them.

        Raises:
            InvalidInputError: `max_items` is not a whole number of at least 0.
            NoClientError: this page was parsed offline or unpickled, and there are more.
            InvalidResponseError: page after page holds nothing and still has a cursor.
        """
        if (left := max_items) is not None:
            from vt_sdk.core.arguments import checked  # parsing does without it

            checked("max_items", left, {"type": "integer", "minimum": 0})
        seen: set[str] = set()
        empty = 0
        page: Page[T_co] | None = self
        del self  # nothing holds the items of a page while the next ones are made
        while page is not None:
            empty = 0 if page else empty + 1
            if empty > _MAX_EMPTY:
                raise InvalidResponseError(f"more than {_MAX_EMPTY} pages in a row hold nothing")
            yield from page[:left]
            if left is not None:
                left = max(left - len(page), 0)
            # A cursor that comes twice would go round for ever.
            if left == 0 or page.cursor is None or page.cursor in seen:
                return
            seen.add(page.cursor)
            following = page._following(page.cursor)
            page = None
            page = following()

    def bind(self, call: "Callable[[Flow[Page[T_co]]], Page[T_co]]") -> None:
        """Give the page the client that runs the request for its next page."""
        self._call = call


def _rebuild(
    items: Sequence[Any],
    meta: Meta,
    links: Links,
    envelope: Mapping[str, Any],
    issues: tuple[Issue, ...],
    response: ResponseInfo | None,
) -> Page[Any]:
    return Page(items, meta=meta, links=links, envelope=envelope, issues=issues, response=response)
