"""A page of a listing, and the way from page to page."""

import functools
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from itertools import islice
from typing import Any, Final, Generic, Self, TypeVar, get_args, overload
from urllib.parse import parse_qs, urlsplit

from pydantic import GetCoreSchemaHandler
from pydantic_core import core_schema

from vt_sdk.core.envelope import Links, Meta
from vt_sdk.core.flow import Flow, Reader
from vt_sdk.core.layouts import VIRUSTOTAL, Layout, Pairs
from vt_sdk.core.objects import Identified, Issue, Received, VTObject, put_back
from vt_sdk.core.repair import build_beside, copied
from vt_sdk.core.request import Request, ResponseInfo
from vt_sdk.errors import InvalidResponseError, NoClientError, VirusTotalAPIError

__all__ = ["BasePage", "ItemIterator", "Listing", "Page", "next_request"]

T_co = TypeVar("T_co", covariant=True)

# An empty page with a cursor is no end, but many of them would go on for ever.
_MAX_EMPTY: Final = 10


def next_request(request: Request, cursor: str, job_id: str | None = None) -> Request:
    """Return the request for the page that starts at a cursor, found by a job if one is named."""
    leads = _leads(request.layout, cursor, job_id)
    names = {name for name, _ in request.layout.leading(request.query)}
    names.update(name for name, _ in leads)
    query = tuple(pair for pair in request.query if pair[0] not in names)
    query = leads if request.layout.next == "link" else (*query, *leads)
    return replace(request, query=query, skip=0)


def _leads(layout: Layout, cursor: str, job_id: str | None) -> Pairs:
    """Return what of a query leads to a page."""
    pairs, _ = layout.resumed(((layout.name, cursor),))
    return pairs if job_id is None else (*pairs, ("job_id", job_id))


class BasePage(Sequence[T_co], Generic[T_co]):
    """What a page is, whoever asks for the next one."""

    __slots__ = (
        *("_call", "_envelope", "_issues", "_items", "_layout", "_source"),
        *("links", "meta", "response"),
    )

    def __init__(
        self,
        items: Sequence[T_co],
        *,
        meta: Meta | None = None,
        links: Links | None = None,
        envelope: Mapping[str, Any] | None = None,
        issues: tuple[Issue, ...] = (),
        response: ResponseInfo | None = None,
        source: tuple[Request, Reader[Any]] | None = None,
        layout: Layout = VIRUSTOTAL,
    ) -> None:
        self._items = tuple(items)
        self._envelope = dict(envelope or {})
        self._issues = issues
        self._source = source
        self._layout = layout
        self._call: Callable[[Flow[Any]], Any] | None = None
        self.meta = meta or Meta.model_construct()
        """What stood beside the items: `cursor`, `count` and what else came."""
        self.links = links or Links.model_construct()
        """The addresses of this page and the next one."""
        self.response = response
        """Status and headers of the answer, None if parsed offline."""

    @classmethod
    def over(cls, page: "BasePage[T_co]", read: Reader[Any] | None = None) -> "Self":
        """Return the page as one of this class; `read` makes the pages after it."""
        source = (page._source[0], read) if page._source and read else page._source
        return cls(page._items, **page._around(), source=source)

    def _around(self) -> dict[str, Any]:
        """Return what came around the items."""
        return {
            "meta": self.meta,
            "links": self.links,
            "envelope": self._envelope,
            "issues": self._issues,
            "response": self.response,
            "layout": self._layout,
        }

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
        if not isinstance(other, BasePage):
            return NotImplemented
        return self.to_dict() == other.to_dict()

    __hash__ = None  # type: ignore[assignment]  # compared by value, like a list

    def __repr__(self) -> str:
        more = ", more to come" if self.cursor else ""
        return f"<{type(self).__name__} of {len(self._items)} items{more}>"

    def _repr_html_(self) -> str:
        from vt_sdk.core.display import page_html

        return page_html(self)

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: Any, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        """Let a page stand in models and in routes of web frameworks: as its envelope."""
        model = next(iter(get_args(source)), VTObject)
        parts = {"meta": Meta, "links": Links}
        fields = {
            name: core_schema.typed_dict_field(handler.generate_schema(part), required=False)
            for name, part in parts.items()
        }
        items = core_schema.list_schema(handler.generate_schema(model))
        return core_schema.no_info_wrap_validator_function(
            functools.partial(_page, cls, model),
            core_schema.typed_dict_schema({"data": core_schema.typed_dict_field(items), **fields}),
            serialization=core_schema.plain_serializer_function_ser_schema(cls.to_dict),
        )

    # The way to the next page is bound to a client, which does not travel.
    def __reduce__(self) -> tuple[Any, ...]:
        return functools.partial(type(self), **self._around()), (self._items,)

    @property
    def data(self) -> Sequence[T_co]:
        """The items of this page."""
        return self._items

    @property
    def cursor(self) -> str | None:
        """Where the next page starts, None on the last one.

        That is `meta.cursor`, also where it is a number; without it, the cursor in `links.next`.
        Where the service marks the next page in another way, `meta.cursor` stands for that.
        """
        cursor = self.meta.cursor or self._sent_cursor
        if isinstance(cursor, str) and cursor:
            return cursor
        if isinstance(cursor, int) and not isinstance(cursor, bool):
            return str(cursor)
        if not self._layout.is_common:
            return None
        # Only the cursor of the link: where it leads to is the service's word, not the caller's.
        found = parse_qs(urlsplit(self.links.next or "").query).get("cursor")
        return found[0] if found else None

    @property
    def _sent_cursor(self) -> object:
        meta = self._envelope.get("meta")
        return meta.get("cursor") if isinstance(meta, dict) else None

    @property
    def errors(self) -> list[Identified]:
        """The entries that could not be given; each has its place in the page too."""
        return [item for item in self._items if isinstance(item, Identified) and item.error]

    @property
    def issues(self) -> tuple[Issue, ...]:
        """The values that did not fit, with paths that start at the answer: `data`, index."""
        inner = [
            Issue((*self._layout.at, index, *issue.path), issue.message, issue.value)
            for index, item in enumerate(self._items)
            if isinstance(item, Received)
            for issue in item.issues
        ]
        return (*inner, *self._issues, *self._issues_beside())

    def _issues_beside(self) -> Iterator[Issue]:
        # Not kept: the envelope is, as it came.
        for name, cls in (("meta", Meta), ("links", Links)):
            yield from build_beside(cls, name, self._envelope.get(name))[1]

    def unknown_fields(self) -> list[str]:
        """Return the JSON paths of what came in the items and no model knows."""
        return [
            f"{'.'.join(self._layout.at)}[{index}].{path}"
            for index, item in enumerate(self._items)
            if isinstance(item, Received)
            for path in item.unknown_fields()
        ]

    def to_dict(self) -> dict[str, Any]:
        """Return the whole envelope as it came, as JSON values."""
        items = [item.to_dict() if isinstance(item, Received) else item for item in self._items]
        return put_back(self._layout.joined(items, self._envelope), self._issues)

    def to_json(self, indent: int | None = None) -> str:
        """Return the whole envelope as JSON text, all in ASCII.

        Args:
            indent: spaces for each level; None puts everything on one line.
        """
        return json.dumps(self.to_dict(), indent=indent)

    def _following(self) -> tuple[Callable[[Flow[Any]], Any], Flow[Any]] | None:
        """Return what asks for the page after this one, and how; None on the last one."""
        cursor = self.cursor
        if cursor is None:
            if unusable := self._sent_cursor or self.links.next:
                raise InvalidResponseError(
                    f"there is a next page, but nothing that leads to it: {unusable!r:.200}"
                )
            return None
        if self._call is None or self._source is None:
            raise NoClientError("this page has no client: it was parsed offline or unpickled")
        from vt_sdk.core.policy import fetch  # parsing does without calls

        request, read = self._source
        return self._call, fetch(next_request(request, cursor, self.meta.job_id), read)

    def _without_items(self) -> Self:
        """Return what leads to the next page, without a hold on the items of this one."""
        bare = type(self)((), **self._around(), source=self._source)
        bare._call = self._call
        return bare

    def bind(self, call: Callable[[Flow[Any]], Any]) -> None:
        """Set what runs the request for the next page."""
        self._call = call


class Page(BasePage[T_co]):
    """One page of a listing: a sequence of its items.

    Iterating gives the items of this page only. `next_page` and `iter_all` go on, at the cost of
    one request for each further page.
    """

    __slots__ = ()

    def next_page(self) -> "Page[T_co] | None":
        """Fetch the page after this one; None on the last one.

        Raises:
            NoClientError: this page was parsed offline or unpickled.
            InvalidResponseError: there are more pages, but no cursor leads to them.
        """
        following = self._following()
        if following is None:
            return None
        call, flow = following
        page: Page[T_co] = call(flow)
        return page

    def iter_all(self, max_items: int | None = None) -> "ItemIterator[T_co]":
        """Iterate over the items of this page and all further ones, fetched as they are needed.

        Where the page was asked for with the `cursor` of such an iterator or of an error, the
        items that came before that place are left out.

        Args:
            max_items: the most items to give, None for all of them.

        Returns:
            The `ItemIterator`; its `cursor` is the place of the next item.

        Raises:
            InvalidInputError: `max_items` is not a whole number of at least 0.
            NoClientError: when iterated: this page was parsed offline or unpickled, and there are
                more.
            InvalidResponseError: when iterated: the listing does not come to its end: a cursor
                comes twice, page after page holds nothing, or no cursor leads to the next page.
            VirusTotalAPIError: when iterated: what each call may raise. Every error has the
                `cursor`, and asking the iterator again tries again.
        """
        return ItemIterator(self, max_items)


class Listing(Generic[T_co]):
    """The place in a listing, from one page on.

    Args:
        page: where it begins.
        max_items: the most items to take, None for all of them.

    Raises:
        InvalidInputError: `max_items` is not a whole number of at least 0.
    """

    def __init__(self, page: BasePage[Any], max_items: int | None) -> None:
        if max_items is not None:
            from vt_sdk.core.arguments import checked  # parsing does without it

            checked("max_items", max_items, {"type": "integer", "minimum": 0})
        self._left = max_items
        self._seen: set[str] = set()
        self._empty = 0 if page else 1
        self._skip = 0
        if page._source is not None:
            request = page._source[0]
            self._skip = request.skip
            self._seen.update(v for name, v in request.query if name == request.layout.name)
        self._begin(page)

    def _begin(self, page: BasePage[Any]) -> None:
        # Nothing holds the items of a page while the next ones are made.
        self._page = page._without_items()
        self._size = len(page)
        self._taken = min(self._skip, self._size)
        self._skip -= self._taken
        self._items: Iterator[T_co] = islice(page, self._taken, None)

    @property
    def cursor(self) -> str | None:
        """The place of the next item, as a text that may be stored.

        The `cursor` of the method that gave the first page takes it, with the same other
        arguments: `iter_all` of what it returns goes on exactly there. None at the end of the
        listing, and within a page that has no client.
        """
        skip, page = self._skip, self._page
        layout = page._layout
        if self._taken == self._size and page.cursor is not None:
            return layout.place(_leads(layout, page.cursor, page.meta.job_id), skip)
        if page._source is None or self._taken == self._size:
            return None
        return layout.place(page._source[0].query, self._taken)

    def _take(self) -> T_co | None:
        """Return the next item of this page, None if there is no more."""
        item = next(self._items, None)
        if item is not None:
            self._taken += 1
            if self._left is not None:
                self._left -= 1
        return item

    @contextmanager
    def _turning(self) -> Iterator[Any]:
        """Go to the next page, which the block asks this one for; an error says where to go on."""
        try:
            cursor = self._page.cursor
            if cursor in self._seen:
                raise InvalidResponseError(f"the listing goes round: {cursor!r:.200} came before")
            yield self._page
        except VirusTotalAPIError as error:
            error.cursor = self.cursor
            raise

    def _turn_to(self, page: BasePage[Any] | None) -> None:
        """Go on with the page that comes next, or end where there is none."""
        if page is None:
            self._left = 0
            return
        if self._page.cursor is not None:
            self._seen.add(self._page.cursor)
        self._begin(page)
        self._empty = 0 if page else self._empty + 1
        if self._empty > _MAX_EMPTY:
            self._empty = 0
            raise InvalidResponseError(f"more than {_MAX_EMPTY} pages in a row hold nothing")


class ItemIterator(Listing[T_co], Iterator[T_co]):
    """The items of a listing from one page on; what `iter_all` returns.

    After an error, `next` tries again where it came.
    """

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> T_co:
        while self._left != 0:
            if (item := self._take()) is not None:
                return item
            with self._turning() as page:
                self._turn_to(page.next_page())
        raise StopIteration


def _page(cls: type[BasePage[Any]], model: Any, value: Any, _validate: object) -> BasePage[Any]:
    """Return a page itself, or make it of its envelope."""
    from vt_sdk.core.decode import form_of, page_of  # it makes pages itself

    if isinstance(value, BasePage):
        return value
    item = None if model is VTObject else model
    if isinstance(value, dict):
        layout = form_of(value, item)
        content, _ = layout.divided(value) or (None, {})
        if isinstance(content, list):
            return cls.over(page_of(copied(value), item, layout=layout))
    raise ValueError("Input should be a page or the envelope of one")
