"""The operations of the group `monitor_partner`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/openapi.yaml`.
"""

from __future__ import annotations

from datetime import date
from typing import Unpack

from vt_sdk import models
from vt_sdk.api import VirusTotalAPI
from vt_sdk.core.operation import (
    CallOptions,
    Operation,
)
from vt_sdk.core.paging import Page
from vt_sdk.core.policy import fetch
from vt_sdk.core.readers import (
    read_nothing,
    read_page,
    read_text,
)
from vt_sdk.files import UPLOAD_MAX_BYTES, Download, DownloadTarget

LIST_MONITOR_HASHES = Operation(
    "list_monitor_hashes",
    "GET",
    "/monitor_partner/hashes",
    repeatable=True,
    premium=True,
    arguments={
        "filter": {"type": "string"},
        "limit": {"type": "integer", "minimum": 1, "maximum": 40},
        "cursor": {"type": "string"},
    },
)
LIST_MONITOR_HASH_ANALYSES = Operation(
    "list_monitor_hash_analyses",
    "GET",
    "/monitor_partner/hashes/{}/analyses",
    (("sha256", "opaque"),),
    repeatable=True,
    premium=True,
    arguments={
        "limit": {"type": "integer", "minimum": 1, "maximum": 40},
        "cursor": {"type": "string"},
        "sha256": {"type": "string", "pattern": "^[0-9A-Fa-f]{64}$"},
    },
)
LIST_MONITOR_HASH_ITEMS = Operation(
    "list_monitor_hash_items",
    "GET",
    "/monitor_partner/hashes/{}/items",
    (("sha256", "opaque"),),
    repeatable=True,
    premium=True,
    arguments={
        "limit": {"type": "integer", "minimum": 1, "maximum": 40},
        "cursor": {"type": "string"},
        "sha256": {"type": "string", "pattern": "^[0-9A-Fa-f]{64}$"},
    },
)
LIST_MONITOR_HASH_COMMENTS = Operation(
    "list_monitor_hash_comments",
    "GET",
    "/monitor_partner/hashes/{}/comments",
    (("sha256", "opaque"),),
    repeatable=True,
    premium=True,
    arguments={
        "limit": {"type": "integer", "minimum": 1, "maximum": 40},
        "cursor": {"type": "string"},
        "sha256": {"type": "string", "pattern": "^[0-9A-Fa-f]{64}$"},
    },
)
ADD_MONITOR_HASH_COMMENT = Operation(
    "add_monitor_hash_comment",
    "POST",
    "/monitor_partner/hashes/{}/comments",
    (("sha256", "opaque"),),
    premium=True,
    arguments={
        "comment": {"type": "string", "minLength": 1, "x-vt-argument": "text"},
        "engine": {"type": "string", "minLength": 1},
        "sha256": {"type": "string", "pattern": "^[0-9A-Fa-f]{64}$"},
        "detection": {"enum": ("confirmed", None)},
    },
    required=("comment", "engine", "sha256"),
)
UPDATE_MONITOR_COMMENT = Operation(
    "update_monitor_comment",
    "PATCH",
    "/monitor_partner/comments/{}",
    (("comment_id", "opaque"),),
    repeatable=True,
    premium=True,
    arguments={
        "comment": {"type": "string", "minLength": 1, "x-vt-argument": "text"},
        "engine": {"type": "string", "minLength": 1},
        "sha256": {"type": "string", "pattern": "^[0-9A-Fa-f]{64}$"},
        "detection": {"enum": ("confirmed", None)},
    },
    required=("comment", "engine", "sha256"),
)
DELETE_MONITOR_COMMENT = Operation(
    "delete_monitor_comment",
    "DELETE",
    "/monitor_partner/comments/{}",
    (("comment_id", "opaque"),),
    repeatable=True,
    premium=True,
)
DOWNLOAD_MONITOR_HASH_FILE = Operation(
    "download_monitor_hash_file",
    "GET",
    "/monitor_partner/files/{}/download",
    (("sha256", "opaque"),),
    repeatable=True,
    premium=True,
    arguments={"sha256": {"type": "string", "pattern": "^[0-9A-Fa-f]{64}$"}},
)
GET_MONITOR_HASH_FILE_DOWNLOAD_URL = Operation(
    "get_monitor_hash_file_download_url",
    "GET",
    "/monitor_partner/files/{}/download_url",
    (("sha256", "opaque"),),
    repeatable=True,
    premium=True,
    arguments={"sha256": {"type": "string", "pattern": "^[0-9A-Fa-f]{64}$"}},
)
DOWNLOAD_DETECTIONS_BUNDLE = Operation(
    "download_detections_bundle",
    "GET",
    "/monitor_partner/detections_bundle/{}/download",
    (("engine_name", "opaque"),),
    repeatable=True,
    premium=True,
)
DOWNLOAD_DATED_DETECTIONS_BUNDLE = Operation(
    "download_dated_detections_bundle",
    "GET",
    "/monitor_partner/detections_bundle/{}/{}/download",
    (("engine_name", "opaque"), ("day", "opaque")),
    repeatable=True,
    premium=True,
    arguments={"day": {"format": "date"}},
)
GET_DETECTIONS_BUNDLE_DOWNLOAD_URL = Operation(
    "get_detections_bundle_download_url",
    "GET",
    "/monitor_partner/detections_bundle/{}/download_url",
    (("engine_name", "opaque"),),
    repeatable=True,
    premium=True,
)
LIST_MONITOR_PARTNER_STATISTICS = Operation(
    "list_monitor_partner_statistics",
    "GET",
    "/monitor_partner/statistics",
    repeatable=True,
    premium=True,
    arguments={
        "filter": {"type": "string"},
        "limit": {"type": "integer", "minimum": 1, "maximum": 40},
        "cursor": {"type": "string"},
    },
)


class MonitorPartnerOperations(VirusTotalAPI):
    """VirusTotal Monitor for makers of engines: monitored files that an engine detects.

    Makers comment on these detections; daily bundles hold the files. Needs the licence for
    Monitor partners.
    """

    def get_page(
        self,
        limit: int = 10,
        cursor: str | None = None,
        *,
        filter: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[models.MonitorHash]:
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
            A `Page` of `MonitorHash` objects, 40 at most.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others InvalidArgumentError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        https://docs.virustotal.com/reference/monitorpartner-hashes
        """
        return self._call(
            fetch(
                LIST_MONITOR_HASHES.request(
                    query={"filter": filter, "limit": limit, "cursor": cursor}
                ),
                read_page(models.MonitorHash),
            ),
            options,
        )

    def get_analyses(
        self,
        sha256: str,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[models.MonitorAnalysis]:
        """List the past analyses of a monitored file.

        `GET /monitor_partner/hashes/{sha256}/analyses`

        A page holds 10 items unless limit says otherwise, and at most 40.

        Args:
            sha256: The SHA-256 of the monitored file, in hexadecimal.
            limit: How many items a page holds, 1 to 40.
            cursor: Where to go on, the cursor of the page before; absent for the first page.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            A `Page` of `MonitorAnalysis` objects, 40 at most.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        https://docs.virustotal.com/reference/monitorpartner-hashes-analyses
        """
        return self._call(
            fetch(
                LIST_MONITOR_HASH_ANALYSES.request(
                    sha256, query={"limit": limit, "cursor": cursor}
                ),
                read_page(models.MonitorAnalysis),
            ),
            options,
        )

    def get_items(
        self,
        sha256: str,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[models.MonitorItem]:
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
            A `Page` of `MonitorItem` objects, 40 at most.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        https://docs.virustotal.com/reference/monitorpartner-hashes-items
        """
        return self._call(
            fetch(
                LIST_MONITOR_HASH_ITEMS.request(sha256, query={"limit": limit, "cursor": cursor}),
                read_page(models.MonitorItem),
            ),
            options,
        )

    def get_comments(
        self,
        sha256: str,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[models.MonitorHashComment]:
        """List what makers of engines say about their detections of a monitored file.

        `GET /monitor_partner/hashes/{sha256}/comments`

        A page holds 10 items unless limit says otherwise, and at most 40.

        Args:
            sha256: The SHA-256 of the monitored file, in hexadecimal.
            limit: How many items a page holds, 1 to 40.
            cursor: Where to go on, the cursor of the page before; absent for the first page.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            A `Page` of `MonitorHashComment` objects, 40 at most.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        """
        return self._call(
            fetch(
                LIST_MONITOR_HASH_COMMENTS.request(
                    sha256, query={"limit": limit, "cursor": cursor}
                ),
                read_page(models.MonitorHashComment),
            ),
            options,
        )

    def delete_comment(self, comment_id: str, **options: Unpack[CallOptions]) -> None:
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
        return self._call(fetch(DELETE_MONITOR_COMMENT.request(comment_id), read_nothing), options)

    def download_file(
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
        return self._download(
            DOWNLOAD_MONITOR_HASH_FILE.request(sha256), target, max_bytes, **options
        )

    def get_file_download_url(self, sha256: str, **options: Unpack[CallOptions]) -> str:
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
        return self._call(
            fetch(GET_MONITOR_HASH_FILE_DOWNLOAD_URL.request(sha256), read_text), options
        )

    def download_detections_bundle(
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
        return self._download(
            DOWNLOAD_DETECTIONS_BUNDLE.request(engine_name), target, max_bytes, **options
        )

    def download_dated_detections_bundle(
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
        return self._download(
            DOWNLOAD_DATED_DETECTIONS_BUNDLE.request(engine_name, day), target, max_bytes, **options
        )

    def get_detections_bundle_download_url(
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
        return self._call(
            fetch(GET_DETECTIONS_BUNDLE_DOWNLOAD_URL.request(engine_name), read_text), options
        )

    def get_statistics(
        self,
        limit: int = 10,
        cursor: str | None = None,
        *,
        filter: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[models.MonitorPartnerStatistics]:
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
            A `Page` of `MonitorPartnerStatistics` objects, 40 at most.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others InvalidArgumentError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        https://docs.virustotal.com/reference/monitorpartner-statistics
        """
        return self._call(
            fetch(
                LIST_MONITOR_PARTNER_STATISTICS.request(
                    query={"filter": filter, "limit": limit, "cursor": cursor}
                ),
                read_page(models.MonitorPartnerStatistics),
            ),
            options,
        )
