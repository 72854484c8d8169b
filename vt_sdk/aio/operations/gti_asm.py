"""The operations of the group `gti_asm`.

Do not edit: `python3 scripts/generate.py` made it from `vt_sdk/operations/gti_asm.py`.
"""

from __future__ import annotations

from typing import Unpack

from vt_sdk import models
from vt_sdk.aio.api import AsyncVirusTotalAPI
from vt_sdk.core.async_paging import AsyncPage
from vt_sdk.core.async_readers import read_page
from vt_sdk.core.exchange import fetch
from vt_sdk.core.operation import CallOptions
from vt_sdk.operations.gti_asm import SEARCH_ASM_ISSUES

__all__ = ["AsyncVirusTotalAPIGTIASM"]


class AsyncVirusTotalAPIGTIASM(AsyncVirusTotalAPI):
    """Attack Surface Management of Google Threat Intelligence: weaknesses seen from outside.

    The answers are not of the form that the rest of the API has. Needs the licence for
    Google Threat Intelligence.
    """

    async def search_issues(
        self,
        query: str,
        cursor: str | None = None,
        *,
        page_size: int | None = None,
        page: int | None = None,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[models.ASMIssue]:
        """Search the issues of the own attack surface.

        `GET /asm/search/issues/{query}`

        A search gives 10,000 issues at most, however many there are: narrow one of more by
        severity or by when they were first seen.

        Args:
            query: What issues to find: name:value pairs joined by spaces, all of which have to
                fit. Names are among others collection, name, uid, tag, entity_uid, entity_type,
                entity_name, scoped, severity, severity_gte and severity_lte (1, the gravest, to
                5), status_new (open or closed), status_detailed, first_seen_after,
                last_seen_after and last_seen_before (YYYY-MM-DD).
            cursor: The cursor of the page to get; absent for the first page.
            page_size: How many hits a page holds, 1 to 1000. Default: 50.
            page: The number of the page to begin with, from 0. Default: 0.
            project_id: The id of the project to look at; absent means the primary one.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            A `AsyncPage` of `ASMIssue` objects, 1000 at most.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others InvalidArgumentError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        https://gtidocs.virustotal.com/reference/get_search-issues-search-string
        """
        return await self._call(
            fetch(
                SEARCH_ASM_ISSUES.request(
                    query,
                    query={"page_size": page_size, "page_token": cursor, "page": page},
                    headers={"PROJECT-ID": project_id},
                ),
                read_page(models.ASMIssue),
            ),
            options,
        )
