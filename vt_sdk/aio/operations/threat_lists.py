"""The operations of the group `threat_lists`.

Do not edit: `python3 scripts/generate.py` made it from `vt_sdk/operations/threat_lists.py`.
"""

from __future__ import annotations

from datetime import datetime
from typing import Literal, Unpack

from vt_sdk import models
from vt_sdk.aio.api import AsyncVirusTotalAPI
from vt_sdk.core.exchange import fetch
from vt_sdk.core.operation import CallOptions
from vt_sdk.core.readers import read_document
from vt_sdk.operations.threat_lists import GET_HOURLY_THREAT_LIST, GET_LATEST_THREAT_LIST

__all__ = ["AsyncVirusTotalAPIThreatLists"]


class AsyncVirusTotalAPIThreatLists(AsyncVirusTotalAPI):
    """Threat lists: indicators by category of threat, each hour."""

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
        **options: Unpack[CallOptions],
    ) -> models.ThreatList:
        """Get the newest indicators of one category of threats.

        `GET /threat_lists/{threat_list_id}/latest`

        Files, URLs, domains and IP addresses come with their assessment, which the service adds
        for clients that name themselves in the header x-tool. The answer has no data member.

        Args:
            threat_list_id: The name of the list, a category of threats such as ransomware.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The `ThreatList`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        """
        return await self._call(
            fetch(GET_LATEST_THREAT_LIST.request(threat_list_id), read_document(models.ThreatList)),
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
        **options: Unpack[CallOptions],
    ) -> models.ThreatList:
        """Get the indicators of one category of threats that an hour brought.

        `GET /threat_lists/{threat_list_id}/{time}`

        Files, URLs, domains and IP addresses come with their assessment, which the service adds
        for clients that name themselves in the header x-tool. The answer has no data member.

        Args:
            threat_list_id: The name of the list, a category of threats such as ransomware.
            time: The hour, in UTC.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The `ThreatList`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        """
        return await self._call(
            fetch(
                GET_HOURLY_THREAT_LIST.request(threat_list_id, time),
                read_document(models.ThreatList),
            ),
            options,
        )
