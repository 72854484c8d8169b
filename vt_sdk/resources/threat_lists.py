"""Threat lists: indicators by category of threat, each hour."""

from datetime import datetime
from typing import Literal, Unpack

from vt_sdk.core.operation import CallOptions
from vt_sdk.files import UPLOAD_MAX_BYTES, Download, DownloadTarget
from vt_sdk.operations.threat_lists import (
    GET_HOURLY_THREAT_LIST,
    GET_LATEST_THREAT_LIST,
    ThreatListsOperations,
)

__all__ = ["VirusTotalAPIThreatLists"]


class VirusTotalAPIThreatLists(ThreatListsOperations):
    """Threat lists: indicators by category of threat, each hour."""

    def download(
        self,
        threat_list_id: str,
        file_format: Literal["json", "csv", "stix", "misp"],
        target: DownloadTarget,
        *,
        time: datetime | None = None,
        ioc_type: Literal["file", "url", "domain", "ip_address"] | None = None,
        query: str | None = None,
        limit: int | None = None,
        max_bytes: int = UPLOAD_MAX_BYTES,
        **options: Unpack[CallOptions],
    ) -> Download:
        """Download the indicators of one category of threats in a format of choice.

        `GET /threat_lists/{threat_list_id}/latest`, or `GET /threat_lists/{threat_list_id}/{time}`.

        Args:
            threat_list_id: The name of the list, a category of threats such as ransomware.
            file_format: The format of the content: `json`, `csv`, `stix` or `misp`.
            target: A path, written whole or not at all, or a file object opened in binary mode.
            time: The hour, at least 2 hours ago and at most 7 days; the newest if not given.
            ioc_type: The type of the indicators; all if not given.
            query: Which of the indicators: a query as of an intelligence search, such as
                gti_score:60+; all if not given.
            limit: How many indicators come at most, as the service sees fit if not given.
            max_bytes: The most bytes to take, 650 MB if not given.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The `Download`: size in bytes and SHA-256.

        Raises:
            InvalidInputError: An argument does not have its type, bounds or shape.
            FileReadError: The target cannot be written.
            InvalidResponseError: The content is larger than `max_bytes`.
            APIError: The service answered with an error, among others NotFoundError,
                ForbiddenError, NotAvailableYetError.
            TransportError: No answer came.

        Needs a premium key.
        https://gtidocs.virustotal.com/reference/get-latest-threat-list
        """
        chosen = {"format": file_format, "type": ioc_type, "query": query, "limit": limit}
        if time is None:
            request = GET_LATEST_THREAT_LIST.request(threat_list_id, query=chosen)
        else:
            request = GET_HOURLY_THREAT_LIST.request(threat_list_id, time, query=chosen)
        return self._download(request, target, max_bytes, **options)
