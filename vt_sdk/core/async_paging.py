"""A page of a listing for event loops; all that it decides is that of `core.paging`."""

from collections.abc import AsyncIterator
from typing import Self, TypeVar

from vt_sdk.core.paging import BasePage, Listing

__all__ = ["AsyncItemIterator", "AsyncPage"]

T_co = TypeVar("T_co", covariant=True)


class AsyncPage(BasePage[T_co]):
    """One page of a listing: a sequence of its items.

    Iterating gives the items of this page only. `next_page` and `iter_all` go on, at the cost of
    one request for each further page.
    """

    __slots__ = ()

    async def next_page(self) -> "AsyncPage[T_co] | None":
        """Fetch the page after this one; None on the last one.

        Raises:
            NoClientError: this page was parsed offline or unpickled.
            InvalidResponseError: there are more pages, but no cursor leads to them.
        """
        following = self._following()
        if following is None:
            return None
        call, flow = following
        page: AsyncPage[T_co] = await call(flow)
        return page

    def iter_all(self, max_items: int | None = None) -> "AsyncItemIterator[T_co]":
        """Iterate over the items of this page and all further ones, fetched as they are needed.

        Where the page was asked for with the `cursor` of such an iterator or of an error, the
        items that came before that place are left out.

        Args:
            max_items: the most items to give, None for all of them.

        Returns:
            The `AsyncItemIterator`, for `async for`; its `cursor` is the place of the next item.

        Raises:
            InvalidInputError: `max_items` is not a whole number of at least 0.
            NoClientError: when iterated: this page was parsed offline or unpickled, and there are
                more.
            InvalidResponseError: when iterated: the listing does not come to its end: a cursor
                comes twice, page after page holds nothing, or no cursor leads to the next page.
            VirusTotalAPIError: when iterated: what each call may raise. Every error has the
                `cursor`, and asking the iterator again tries again.
        """
        return AsyncItemIterator(self, max_items)


class AsyncItemIterator(Listing[T_co], AsyncIterator[T_co]):
    """The items of a listing from one page on; what `iter_all` returns.

    After an error, the next step tries again where it came.
    """

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> T_co:
        while self._left != 0:
            if (item := self._take()) is not None:
                return item
            with self._turning() as page:
                self._turn_to(await page.next_page())
        raise StopAsyncIteration
