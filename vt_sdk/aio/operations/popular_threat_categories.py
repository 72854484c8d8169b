"""The operations of the group `popular_threat_categories`.

Do not edit: `python3 scripts/generate.py` made it from `vt_sdk/operations/popular_threat_categories.py`.
"""

from __future__ import annotations

from typing import Unpack

from vt_sdk.aio.api import AsyncVirusTotalAPI
from vt_sdk.core.operation import CallOptions
from vt_sdk.core.policy import fetch
from vt_sdk.core.readers import read_texts
from vt_sdk.operations.popular_threat_categories import LIST_POPULAR_THREAT_CATEGORIES

__all__ = ["AsyncVirusTotalAPIPopularThreatCategories"]


class AsyncVirusTotalAPIPopularThreatCategories(AsyncVirusTotalAPI):
    """The names of the popular categories of threats."""

    async def get(self, **options: Unpack[CallOptions]) -> list[str]:
        """Get the names of the popular categories of threats.

        `GET /popular_threat_categories`

        They are names such as trojan, as in the popular threat classification of a file. All
        come in one answer.

        Args:
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The names of the categories.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error.
            TransportError: no answer came.

        A public key will do.
        https://docs.virustotal.com/reference/popular-threat-categories
        """
        return await self._call(
            fetch(LIST_POPULAR_THREAT_CATEGORIES.request(), read_texts), options
        )
