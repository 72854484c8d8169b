"""The operations of the group `threat_lists`.

Do not edit: `python3 scripts/generate.py` made it from `vt_sdk/operations/threat_lists.py`.
"""

from __future__ import annotations

from datetime import datetime
from typing import Literal, Unpack

from vt_sdk import models
from vt_sdk.aio.api import AsyncVirusTotalAPI
from vt_sdk.core.async_paging import AsyncPage
from vt_sdk.core.async_readers import read_page
from vt_sdk.core.objects import Descriptor
from vt_sdk.core.operation import CallOptions
from vt_sdk.core.policy import fetch
from vt_sdk.core.readers import read_document
from vt_sdk.operations.threat_lists import (
    GET_HOURLY_THREAT_LIST,
    GET_LATEST_THREAT_LIST,
    LIST_THREAT_LISTS,
)

__all__ = ["AsyncThreatListsOperations"]


class AsyncThreatListsOperations(AsyncVirusTotalAPI):
    """Threat lists: indicators by category of threat, each hour."""

    async def get_page(self, **options: Unpack[CallOptions]) -> AsyncPage[Descriptor]:
        """List the threat lists that the caller may read.

        `GET /threat_lists`

        Which lists these are depends on the licence: the standard one has ransomware and
        malicious-network-infrastructure, Enterprise malware, threat-actor and trending as well,
        Enterprise Plus all.

        Args:
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            A `AsyncPage` of `Descriptor` objects.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        https://gtidocs.virustotal.com/reference/list-provisioned-threat-lists
        """
        return await self._call(fetch(LIST_THREAT_LISTS.request(), read_page(Descriptor)), options)

    async def get_latest(
        self,
        threat_list_id: Literal[
            "cryptominer",
            "first-stage-delivery-vectors",
            "infostealer",
            "iot",
            "linux",
            "malicious-network-infrastructure",
            "malware",
            "mobile",
            "osx",
            "phishing",
            "ransomware",
            "threat-actor",
            "trending",
            "vulnerability-weaponization",
        ]
        | str,
        limit: int | None = None,
        *,
        ioc_type: Literal["file", "url", "domain", "ip_address"] | None = None,
        query: str | None = None,
        **options: Unpack[CallOptions],
    ) -> models.ThreatList:
        """Get the newest indicators of one category of threats.

        `GET /threat_lists/{threat_list_id}/latest`

        Files, URLs, domains and IP addresses come with their assessment, which the service adds
        for clients that name themselves in the header x-tool. The answer has no data member.

        Args:
            threat_list_id: The name of the list, a category of threats such as ransomware.
            limit: How many indicators come at most, as the service sees fit if absent.
            ioc_type: The type of the indicators; all if absent.
            query: Which of the indicators: a query as of an intelligence search, such as
                gti_score:60+; all if absent.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The `ThreatList`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        https://gtidocs.virustotal.com/reference/get-latest-threat-list
        """
        return await self._call(
            fetch(
                GET_LATEST_THREAT_LIST.request(
                    threat_list_id, query={"type": ioc_type, "query": query, "limit": limit}
                ),
                read_document(models.ThreatList),
            ),
            options,
        )

    async def get_hour(
        self,
        threat_list_id: Literal[
            "cryptominer",
            "first-stage-delivery-vectors",
            "infostealer",
            "iot",
            "linux",
            "malicious-network-infrastructure",
            "malware",
            "mobile",
            "osx",
            "phishing",
            "ransomware",
            "threat-actor",
            "trending",
            "vulnerability-weaponization",
        ]
        | str,
        time: datetime,
        limit: int | None = None,
        *,
        ioc_type: Literal["file", "url", "domain", "ip_address"] | None = None,
        query: str | None = None,
        **options: Unpack[CallOptions],
    ) -> models.ThreatList:
        """Get the indicators of one category of threats that an hour brought.

        `GET /threat_lists/{threat_list_id}/{time}`

        Files, URLs, domains and IP addresses come with their assessment, which the service adds
        for clients that name themselves in the header x-tool. The answer has no data member.

        Args:
            threat_list_id: The name of the list, a category of threats such as ransomware.
            time: The hour, in UTC; at least 2 hours ago and at most 7 days.
            limit: How many indicators come at most, as the service sees fit if absent.
            ioc_type: The type of the indicators; all if absent.
            query: Which of the indicators: a query as of an intelligence search, such as
                gti_score:60+; all if absent.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The `ThreatList`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError, NotAvailableYetError.
            TransportError: no answer came.

        Needs a premium key.
        https://gtidocs.virustotal.com/reference/get-hourly-threat-list
        """
        return await self._call(
            fetch(
                GET_HOURLY_THREAT_LIST.request(
                    threat_list_id, time, query={"type": ioc_type, "query": query, "limit": limit}
                ),
                read_document(models.ThreatList),
            ),
            options,
        )
