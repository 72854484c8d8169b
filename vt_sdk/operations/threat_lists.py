"""The operations of the group `threat_lists`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/openapi.yaml`.
"""

from __future__ import annotations

from datetime import datetime
from typing import Literal, Unpack

from vt_sdk import models
from vt_sdk.api import VirusTotalAPI
from vt_sdk.core.objects import Descriptor
from vt_sdk.core.operation import (
    CallOptions,
    Operation,
)
from vt_sdk.core.paging import Page
from vt_sdk.core.policy import fetch
from vt_sdk.core.readers import (
    read_document,
    read_page,
)

LIST_THREAT_LISTS = Operation(
    "list_threat_lists", "GET", "/threat_lists", repeatable=True, premium=True
)
GET_LATEST_THREAT_LIST = Operation(
    "get_latest_threat_list",
    "GET",
    "/threat_lists/{}/latest",
    (("threat_list_id", "opaque"),),
    repeatable=True,
    premium=True,
    arguments={
        "type": {"enum": ("file", "url", "domain", "ip_address"), "x-vt-argument": "ioc_type"},
        "query": {"type": "string", "minLength": 1},
        "limit": {"type": "integer", "minimum": 1},
        "format": {"enum": ("json", "csv", "stix", "misp")},
        "threat_list_id": {"type": "string", "minLength": 1},
    },
)
GET_HOURLY_THREAT_LIST = Operation(
    "get_hourly_threat_list",
    "GET",
    "/threat_lists/{}/{}",
    (("threat_list_id", "opaque"), ("time", "opaque")),
    repeatable=True,
    premium=True,
    arguments={
        "type": {"enum": ("file", "url", "domain", "ip_address"), "x-vt-argument": "ioc_type"},
        "query": {"type": "string", "minLength": 1},
        "limit": {"type": "integer", "minimum": 1},
        "format": {"enum": ("json", "csv", "stix", "misp")},
        "threat_list_id": {"type": "string", "minLength": 1},
        "time": {"format": "vt-hour"},
    },
)


class ThreatListsOperations(VirusTotalAPI):
    """Threat lists: indicators by category of threat, each hour."""

    def get_page(self, **options: Unpack[CallOptions]) -> Page[Descriptor]:
        """List the threat lists that the caller may read.

        `GET /threat_lists`

        Which lists these are depends on the licence: the standard one has ransomware and
        malicious-network-infrastructure, Enterprise malware, threat-actor and trending as well,
        Enterprise Plus all.

        Args:
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            A `Page` of `Descriptor` objects.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        https://gtidocs.virustotal.com/reference/list-provisioned-threat-lists
        """
        return self._call(fetch(LIST_THREAT_LISTS.request(), read_page(Descriptor)), options)

    def get_latest(
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
        return self._call(
            fetch(
                GET_LATEST_THREAT_LIST.request(
                    threat_list_id, query={"type": ioc_type, "query": query, "limit": limit}
                ),
                read_document(models.ThreatList),
            ),
            options,
        )

    def get_hour(
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
        return self._call(
            fetch(
                GET_HOURLY_THREAT_LIST.request(
                    threat_list_id, time, query={"type": ioc_type, "query": query, "limit": limit}
                ),
                read_document(models.ThreatList),
            ),
            options,
        )
