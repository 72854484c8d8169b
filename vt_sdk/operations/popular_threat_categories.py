"""The operations of the group `popular_threat_categories`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/openapi.yaml`.
"""

from __future__ import annotations

from typing import Unpack

from vt_sdk.api import VirusTotalAPI
from vt_sdk.core.operation import (
    CallOptions,
    Operation,
)
from vt_sdk.core.policy import fetch
from vt_sdk.core.readers import (
    read_texts,
)

LIST_POPULAR_THREAT_CATEGORIES = Operation(
    "list_popular_threat_categories", "GET", "/popular_threat_categories", repeatable=True
)


class VirusTotalAPIPopularThreatCategories(VirusTotalAPI):
    """The names of the popular categories of threats."""

    def get(self, **options: Unpack[CallOptions]) -> list[str]:
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
        return self._call(fetch(LIST_POPULAR_THREAT_CATEGORIES.request(), read_texts), options)
