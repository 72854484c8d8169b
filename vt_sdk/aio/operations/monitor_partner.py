"""The operations of the group `monitor_partner`.

Do not edit: `python3 scripts/generate.py` made it from `vt_sdk/operations/monitor_partner.py`.
"""

from __future__ import annotations

from datetime import date
from typing import Unpack

from vt_sdk import models
from vt_sdk.aio.api import AsyncVirusTotalAPI
from vt_sdk.core.async_paging import AsyncPage
from vt_sdk.core.async_readers import read_page
from vt_sdk.core.operation import CallOptions
from vt_sdk.core.policy import fetch
from vt_sdk.core.readers import read_nothing, read_text
from vt_sdk.files import UPLOAD_MAX_BYTES, Download, DownloadTarget
from vt_sdk.operations.monitor_partner import (
    DELETE_MONITOR_COMMENT,
    DOWNLOAD_DATED_DETECTIONS_BUNDLE,
    DOWNLOAD_DETECTIONS_BUNDLE,
    DOWNLOAD_MONITOR_HASH_FILE,
    GET_DETECTIONS_BUNDLE_DOWNLOAD_URL,
    GET_MONITOR_HASH_FILE_DOWNLOAD_URL,
    LIST_MONITOR_HASH_ANALYSES,
    LIST_MONITOR_HASH_COMMENTS,
    LIST_MONITOR_HASH_ITEMS,
    LIST_MONITOR_HASHES,
    LIST_MONITOR_PARTNER_STATISTICS,
)

__all__ = ["AsyncMonitorPartnerOperations"]


class AsyncMonitorPartnerOperations(AsyncVirusTotalAPI):
    """VirusTotal Monitor for makers of engines: monitored files that an engine detects.

    Makers comment on these detections; daily bundles hold the files. Needs the licence for
    Monitor partners.
    """

    async def get_page(
        self,
        limit: int = 10,
        cursor: str | None = None,
        *,
        filter: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[models.MonitorHash]:
        """List monitored files that the own engine detects.

        `GET /monitor_partner/hashes`

        Files whose detection has been confirmed are left out unless the filter asks for them. A
        page holds 10 items unless limit says otherwise, and at most 40.

        Args:
            limit: How many items a page holds, 1 to 40.
            cursor: Where to go on, the cursor of the page before; absent for the first page.
            filter: Narrows the list: engine:NAME to one engine where the key sees several,
                tag:ignored to files whose detection has been confirmed.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            A `AsyncPage` of `MonitorHash` objects, 40 at most.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others InvalidArgumentError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        https://docs.virustotal.com/reference/monitorpartner-hashes
        """
        return await self._call(
            fetch(
                LIST_MONITOR_HASHES.request(
                    query={"filter": filter, "limit": limit, "cursor": cursor}
                ),
                read_page(models.MonitorHash),
            ),
            options,
        )

    async def get_analyses(
        self,
        sha256: str,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[models.MonitorAnalysis]:
        """List the past analyses of a monitored file.

        `GET /monitor_partner/hashes/{sha256}/analyses`

        A page holds 10 items unless limit says otherwise, and at most 40.

        Args:
            sha256: The SHA-256 of the monitored file, in hexadecimal.
            limit: How many items a page holds, 1 to 40.
            cursor: Where to go on, the cursor of the page before; absent for the first page.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            A `AsyncPage` of `MonitorAnalysis` objects, 40 at most.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        https://docs.virustotal.com/reference/monitorpartner-hashes-analyses
        """
        return await self._call(
            fetch(
                LIST_MONITOR_HASH_ANALYSES.request(
                    sha256, query={"limit": limit, "cursor": cursor}
                ),
                read_page(models.MonitorAnalysis),
            ),
            options,
        )

    async def get_items(
        self,
        sha256: str,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[models.MonitorItem]:
        """List the monitored items that hold a file.

        `GET /monitor_partner/hashes/{sha256}/items`

        The same content may stand at several paths and with several owners; each item has the
        path and the remark of its owner. A page holds 10 items unless limit says otherwise, and
        at most 40.

        Args:
            sha256: The SHA-256 of the monitored file, in hexadecimal.
            limit: How many items a page holds, 1 to 40.
            cursor: Where to go on, the cursor of the page before; absent for the first page.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            A `AsyncPage` of `MonitorItem` objects, 40 at most.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        https://docs.virustotal.com/reference/monitorpartner-hashes-items
        """
        return await self._call(
            fetch(
                LIST_MONITOR_HASH_ITEMS.request(sha256, query={"limit": limit, "cursor": cursor}),
                read_page(models.MonitorItem),
            ),
            options,
        )

    async def get_comments(
        self,
        sha256: str,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[models.MonitorHashComment]:
        """List what makers of engines say about their detections of a monitored file.

        `GET /monitor_partner/hashes/{sha256}/comments`

        A page holds 10 items unless limit says otherwise, and at most 40.

        Args:
            sha256: The SHA-256 of the monitored file, in hexadecimal.
            limit: How many items a page holds, 1 to 40.
            cursor: Where to go on, the cursor of the page before; absent for the first page.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            A `AsyncPage` of `MonitorHashComment` objects, 40 at most.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        """
        return await self._call(
            fetch(
                LIST_MONITOR_HASH_COMMENTS.request(
                    sha256, query={"limit": limit, "cursor": cursor}
                ),
                read_page(models.MonitorHashComment),
            ),
            options,
        )

    async def delete_comment(self, comment_id: str, **options: Unpack[CallOptions]) -> None:
        """Delete a comment on a detection.

        `DELETE /monitor_partner/comments/{comment_id}`

        The detection counts as confirmed no longer, and the file is back in the lists of the
        engine.

        Args:
            comment_id: The id of the comment, the SHA-256 of the file and the engine joined by
                a hyphen.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        https://docs.virustotal.com/reference/monitorpartner-comments-delete
        """
        return await self._call(
            fetch(DELETE_MONITOR_COMMENT.request(comment_id), read_nothing), options
        )

    async def download_file(
        self,
        sha256: str,
        target: DownloadTarget,
        *,
        max_bytes: int = UPLOAD_MAX_BYTES,
        **options: Unpack[CallOptions],
    ) -> Download:
        """Download the content of a monitored file.

        `GET /monitor_partner/files/{sha256}/download`

        The service answers with a redirect to a signed storage address that works without the
        key, so the key must not go there.

        Args:
            sha256: The SHA-256 of the monitored file, in hexadecimal.
            target: A path, written whole or not at all, or a file object opened in binary mode.
            max_bytes: The most bytes to take, 650 MB if not given.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The `Download`: size in bytes and SHA-256.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            FileReadError: the target cannot be written.
            InvalidResponseError: the content is larger than `max_bytes`.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        https://docs.virustotal.com/reference/monitorpartner-files-download
        """
        return await self._download(
            DOWNLOAD_MONITOR_HASH_FILE.request(sha256), target, max_bytes, **options
        )

    async def get_file_download_url(self, sha256: str, **options: Unpack[CallOptions]) -> str:
        """Get a signed address from which a monitored file can be downloaded.

        `GET /monitor_partner/files/{sha256}/download_url`

        The address works for one hour and without the key.

        Args:
            sha256: The SHA-256 of the monitored file, in hexadecimal.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The signed address.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        https://docs.virustotal.com/reference/monitorpartner-files-download-url
        """
        return await self._call(
            fetch(GET_MONITOR_HASH_FILE_DOWNLOAD_URL.request(sha256), read_text), options
        )

    async def download_detections_bundle(
        self,
        engine_name: str,
        target: DownloadTarget,
        *,
        max_bytes: int = UPLOAD_MAX_BYTES,
        **options: Unpack[CallOptions],
    ) -> Download:
        """Download the detections of an engine, as of today.

        `GET /monitor_partner/detections_bundle/{engine_name}/download`

        The bundle is a CSV text with a line for each detected file: the owner, the hash, the
        address of its analyses and one for the content. A new one is there each day at 01:00
        UTC.

        Args:
            engine_name: The name of the engine, as the service writes it.
            target: A path, written whole or not at all, or a file object opened in binary mode.
            max_bytes: The most bytes to take, 650 MB if not given.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The `Download`: size in bytes and SHA-256.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            FileReadError: the target cannot be written.
            InvalidResponseError: the content is larger than `max_bytes`.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        https://docs.virustotal.com/reference/monitorpartner-detectionsbundle-download
        """
        return await self._download(
            DOWNLOAD_DETECTIONS_BUNDLE.request(engine_name), target, max_bytes, **options
        )

    async def download_dated_detections_bundle(
        self,
        engine_name: str,
        day: date,
        target: DownloadTarget,
        *,
        max_bytes: int = UPLOAD_MAX_BYTES,
        **options: Unpack[CallOptions],
    ) -> Download:
        """Download the detections of an engine, as of a past day.

        `GET /monitor_partner/detections_bundle/{engine_name}/{day}/download`

        The bundle is a CSV text with a line for each detected file: the owner, the hash, the
        address of its analyses and one for the content.

        Args:
            engine_name: The name of the engine, as the service writes it.
            day: The day of the bundle in UTC, as YYYY-MM-DD.
            target: A path, written whole or not at all, or a file object opened in binary mode.
            max_bytes: The most bytes to take, 650 MB if not given.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The `Download`: size in bytes and SHA-256.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            FileReadError: the target cannot be written.
            InvalidResponseError: the content is larger than `max_bytes`.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        https://docs.virustotal.com/reference/monitorpartner-detectionsbundle-download
        """
        return await self._download(
            DOWNLOAD_DATED_DETECTIONS_BUNDLE.request(engine_name, day), target, max_bytes, **options
        )

    async def get_detections_bundle_download_url(
        self, engine_name: str, **options: Unpack[CallOptions]
    ) -> str:
        """Get a signed address from which the detections of an engine can be downloaded.

        `GET /monitor_partner/detections_bundle/{engine_name}/download_url`

        The address leads to the bundle of today and works for a while without the key.

        Args:
            engine_name: The name of the engine, as the service writes it.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The signed address.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        https://docs.virustotal.com/reference/monitorpartner-detectionsbundle-download-url
        """
        return await self._call(
            fetch(GET_DETECTIONS_BUNDLE_DOWNLOAD_URL.request(engine_name), read_text), options
        )

    async def get_statistics(
        self,
        limit: int = 10,
        cursor: str | None = None,
        *,
        filter: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[models.MonitorPartnerStatistics]:
        """List the statistics of an engine, one for each past day.

        `GET /monitor_partner/statistics`

        Each says how many monitored files there are and how many the engine detects. A page
        holds 10 items unless limit says otherwise, and at most 40.

        Args:
            limit: How many items a page holds, 1 to 40.
            cursor: Where to go on, the cursor of the page before; absent for the first page.
            filter: Narrows the list: engine:NAME to one engine where the key sees several.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            A `AsyncPage` of `MonitorPartnerStatistics` objects, 40 at most.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others InvalidArgumentError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        https://docs.virustotal.com/reference/monitorpartner-statistics
        """
        return await self._call(
            fetch(
                LIST_MONITOR_PARTNER_STATISTICS.request(
                    query={"filter": filter, "limit": limit, "cursor": cursor}
                ),
                read_page(models.MonitorPartnerStatistics),
            ),
            options,
        )
