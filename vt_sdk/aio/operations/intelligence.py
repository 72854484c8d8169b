"""The operations of the group `intelligence`.

Do not edit: `python3 scripts/generate.py` made it from `vt_sdk/operations/intelligence.py`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, Unpack

from vt_sdk import models
from vt_sdk.aio.api import AsyncVirusTotalAPI
from vt_sdk.core.async_paging import AsyncPage
from vt_sdk.core.async_readers import read_mixed_page
from vt_sdk.core.operation import CallOptions
from vt_sdk.core.policy import fetch
from vt_sdk.core.readers import read_object, read_texts
from vt_sdk.operations.intelligence import GET_IOC_SUMMARY, GET_SEARCH_SNIPPET, INTELLIGENCE_SEARCH

__all__ = ["AsyncVirusTotalAPIIntelligence"]


class AsyncVirusTotalAPIIntelligence(AsyncVirusTotalAPI):
    """Searches of everything that the service knows."""

    async def search(
        self,
        query: str,
        limit: int = 10,
        cursor: str | None = None,
        *,
        order: Literal[
            "creation_date",
            "creation_date+",
            "creation_date-",
            "first_submission_date",
            "first_submission_date+",
            "first_submission_date-",
            "ip",
            "ip+",
            "ip-",
            "last_modification_date",
            "last_modification_date+",
            "last_modification_date-",
            "last_submission_date",
            "last_submission_date+",
            "last_submission_date-",
            "last_update_date",
            "last_update_date+",
            "last_update_date-",
            "lookups_trend-",
            "positives",
            "positives+",
            "positives-",
            "relevance",
            "relevance+",
            "relevance-",
            "size",
            "size+",
            "size-",
            "status",
            "status+",
            "status-",
            "submissions_trend-",
            "times_submitted",
            "times_submitted+",
            "times_submitted-",
        ]
        | str
        | None = None,
        descriptors_only: bool | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[models.File | models.URL | models.Domain | models.IPAddress | models.Collection]:
        """Search all files, URLs, domains, IP addresses or collections.

        `GET /intelligence/search`

        The modifier entity of the query chooses what is searched: file (the default), url,
        domain, ip or collection. A hit may carry context attributes: confidence,
        match_in_subfile and snippet where content was searched, similarity_score for fuzzy
        hashes. The meta of the page may hold total_hits, days_back and allowed_orders. A page
        holds 10 items unless limit says otherwise, and at most 300. Searches by fuzzy hash are
        held to about 15 a minute.

        Args:
            query: What to look for: words and modifiers such as type:peexe or positives:5+,
                joined by AND, OR and NOT.
            limit: How many items a page holds, 1 to 300.
            cursor: Where to go on, the cursor of the page before; absent for the first page.
            order: The order of the hits: a key, with + for ascending (as without a sign) or -
                for descending. Files: first_submission_date, last_submission_date (descending
                if absent), positives, times_submitted, size. URLs: the same with status in
                place of size. Domains: creation_date, last_modification_date (descending if
                absent), last_update_date, positives. IP addresses: ip, last_modification_date
                (descending if absent), positives. Collections: relevance, creation_date,
                last_modification_date, lookups_trend, submissions_trend. No effect where
                content is searched.
            descriptors_only: Whether hits come with type, id and context attributes only; this
                is faster. Default: False.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            A `AsyncPage` of `File`, `URL`, `Domain`, `IPAddress` and `Collection` objects, 300 at
            most.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others InvalidArgumentError,
                ForbiddenError, UnselectiveContentQueryError, UnsupportedContentQueryError,
                TooManyRequestsError.
            TransportError: no answer came.

        Needs a premium key.
        https://docs.virustotal.com/reference/intelligence-search
        """
        return await self._call(
            fetch(
                INTELLIGENCE_SEARCH.request(
                    query={
                        "query": query,
                        "order": order,
                        "descriptors_only": descriptors_only,
                        "limit": limit,
                        "cursor": cursor,
                    }
                ),
                read_mixed_page,
            ),
            options,
        )

    async def get_snippets(self, snippet: str, **options: Unpack[CallOptions]) -> list[str]:
        """Get the places in a file where a content search matched.

        `GET /intelligence/search/snippets/{snippet}`

        Each snippet is a hexadecimal dump with the text beside it; what matched stands between
        asterisks. A token that is wrong is refused with BadRequestError.

        Args:
            snippet: The token in the context attribute snippet of a hit.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The snippets, one for each place.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others BadRequestError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        https://docs.virustotal.com/reference/intelligence-search-snippets
        """
        return await self._call(fetch(GET_SEARCH_SNIPPET.request(snippet), read_texts), options)

    async def get_ioc_summary(
        self,
        *,
        files: Sequence[str] = (),
        urls: Sequence[str] = (),
        domains: Sequence[str] = (),
        ip_addresses: Sequence[str] = (),
        **options: Unpack[CallOptions],
    ) -> models.IoCSummary:
        """Sum up what is known of several indicators.

        `POST /ioc_summary`

        Args:
            files: The files, by id. Hashes, names and addresses as they are, URLs by SHA-256 or
                in base64.
            urls: The urls, by id. Hashes, names and addresses as they are, URLs by SHA-256 or
                in base64.
            domains: The domains, by id. Hashes, names and addresses as they are, URLs by
                SHA-256 or in base64.
            ip_addresses: The ip addresses, by id. Hashes, names and addresses as they are, URLs
                by SHA-256 or in base64.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The `IoCSummary`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others InvalidArgumentError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        https://gtidocs.virustotal.com/reference/ioc-summary
        """
        return await self._call(
            fetch(
                GET_IOC_SUMMARY.request(
                    data=GET_IOC_SUMMARY.descriptors(
                        {"file": files, "url": urls, "domain": domains, "ip_address": ip_addresses}
                    )
                ),
                read_object(models.IoCSummary),
            ),
            options,
        )
