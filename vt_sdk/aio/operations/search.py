"""The operations of the group `search`.

Do not edit: `python3 scripts/generate.py` made it from `vt_sdk/operations/search.py`.
"""

from __future__ import annotations

from typing import Unpack

from vt_sdk import models
from vt_sdk.aio.api import AsyncVirusTotalAPI
from vt_sdk.core.async_paging import AsyncPage
from vt_sdk.core.async_readers import read_mixed_page
from vt_sdk.core.operation import CallOptions
from vt_sdk.core.policy import fetch
from vt_sdk.operations.search import SEARCH

__all__ = ["AsyncVirusTotalAPISearch"]


class AsyncVirusTotalAPISearch(AsyncVirusTotalAPI):
    """Look-up of hashes, URLs, domains, IP addresses and comments."""

    async def search(
        self, query: str, limit: int = 10, cursor: str | None = None, **options: Unpack[CallOptions]
    ) -> AsyncPage[models.File | models.URL | models.Domain | models.IPAddress | models.Comment]:
        """Look up a hash, URL, domain, IP address or the comments with a tag.

        `GET /search`

        The objects found may be of several types. A page holds 10 items unless limit says
        otherwise, and at most 40.

        Args:
            query: A file hash, a URL, a domain, an IP address, or a tag of comments such as
                #name.
            limit: How many items a page holds, 1 to 40.
            cursor: Where to go on, the cursor of the page before; absent for the first page.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            A `AsyncPage` of `File`, `URL`, `Domain`, `IPAddress` and `Comment` objects, 40 at most.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others InvalidArgumentError.
            TransportError: no answer came.

        A public key will do.
        https://docs.virustotal.com/reference/api-search
        """
        return await self._call(
            fetch(
                SEARCH.request(query={"query": query, "limit": limit, "cursor": cursor}),
                read_mixed_page,
            ),
            options,
        )
