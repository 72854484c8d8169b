"""The operations of the group `monitor`.

Do not edit: `python3 scripts/generate.py` made it from `vt_sdk/operations/monitor.py`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, Unpack, overload

from vt_sdk import models
from vt_sdk.aio.api import AsyncVirusTotalAPI
from vt_sdk.core.async_paging import AsyncPage
from vt_sdk.core.async_readers import read_page, read_related
from vt_sdk.core.objects import VTObject
from vt_sdk.core.operation import CallOptions, RelationshipName, relationship_name
from vt_sdk.core.policy import fetch
from vt_sdk.core.readers import read_nothing, read_object, read_text
from vt_sdk.files import UPLOAD_MAX_BYTES, Download, DownloadTarget
from vt_sdk.operations.monitor import (
    CONFIGURE_MONITOR_ITEM,
    DELETE_MONITOR_ITEM,
    DOWNLOAD_MONITOR_ITEM,
    GET_MONITOR_ITEM,
    GET_MONITOR_ITEM_DOWNLOAD_URL,
    GET_MONITOR_ITEM_RELATIONSHIP,
    GET_MONITOR_STATISTICS,
    GET_MONITOR_UPLOAD_URL,
    LIST_MONITOR_EVENTS,
    LIST_MONITOR_ITEM_ANALYSES,
    LIST_MONITOR_ITEM_COMMENTS,
    LIST_MONITOR_ITEMS,
    _SlashPageMonitorAnalysis,
    _SlashPageMonitorHashComment,
    _SlashUserGroupNone,
)

__all__ = ["AsyncMonitorOperations"]


class AsyncMonitorOperations(AsyncVirusTotalAPI):
    """VirusTotal Monitor for software makers: files that are analysed again and again.

    The service keeps them in folders, so that false alarms are noticed. Needs the licence
    for Monitor.
    """

    async def get_page(
        self,
        limit: int = 10,
        cursor: str | None = None,
        *,
        filter: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[models.MonitorItem]:
        """List monitored files and folders.

        `GET /monitor/items`

        A filter chooses a folder or what has come of the last analyses. A page holds 10 items
        unless limit says otherwise, and at most 40.

        Args:
            limit: How many items a page holds, 1 to 40.
            cursor: Where to go on, the cursor of the page before; absent for the first page.
            filter: Narrows the list: path:/folder/ or item:ID for what a folder holds, or one
                or more of tag:NAME, joined by spaces. A tag is detected, new-detections,
                increasing-detections, decreasing-detections, solved-detections, swapped-
                detections or the name of an engine.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            A `AsyncPage` of `MonitorItem` objects, 40 at most.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others InvalidArgumentError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        https://docs.virustotal.com/reference/monitor-items-filter
        """
        return await self._call(
            fetch(
                LIST_MONITOR_ITEMS.request(
                    query={"filter": filter, "limit": limit, "cursor": cursor}
                ),
                read_page(models.MonitorItem),
            ),
            options,
        )

    async def get_upload_url(self, **options: Unpack[CallOptions]) -> str:
        """Get an address to which one file to be monitored can be uploaded.

        `GET /monitor/items/upload_url`

        Needed above 32 MB. The address is opaque, may be on another host and takes one POST of
        the form that `vt.monitor.create` takes, with the same answer; each upload needs a new
        one.

        Args:
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The address for one upload.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        https://docs.virustotal.com/reference/monitor-items-upload-url
        """
        return await self._call(fetch(GET_MONITOR_UPLOAD_URL.request(), read_text), options)

    async def get(
        self,
        item_id: str,
        *,
        relationships: Sequence[models.MonitorItemRelationship | RelationshipName] | None = None,
        **options: Unpack[CallOptions],
    ) -> models.MonitorItem:
        """Get a monitored file or folder.

        `GET /monitor/items/{item_id}`

        The answer holds path, hashes and dates, and what the engines said in the last analysis.

        Args:
            item_id: The id of the item, the base64 form of vtmonitor-v1:// followed by owner
                and path; that of a folder ends in a slash before it is encoded.
            relationships: Names of relationships whose descriptors shall come with the object;
                none if absent.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The `MonitorItem`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        https://docs.virustotal.com/reference/monitor-items-stat
        """
        return await self._call(
            fetch(
                GET_MONITOR_ITEM.request(item_id, query={"relationships": relationships}),
                read_object(models.MonitorItem),
            ),
            options,
        )

    async def delete(self, item_id: str, **options: Unpack[CallOptions]) -> None:
        """Delete a monitored file or folder.

        `DELETE /monitor/items/{item_id}`

        The service analyses it no longer.

        Args:
            item_id: The id of the item, the base64 form of vtmonitor-v1:// followed by owner
                and path; that of a folder ends in a slash before it is encoded.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        https://docs.virustotal.com/reference/monitor-items-delete
        """
        return await self._call(fetch(DELETE_MONITOR_ITEM.request(item_id), read_nothing), options)

    async def update(
        self, item_id: str, details: str, **options: Unpack[CallOptions]
    ) -> models.MonitorItem:
        """Change what the owner says about a monitored file.

        `PATCH /monitor/items/{item_id}/config`

        The remark is shown to the makers of engines, to help them judge a false alarm. Folders
        have none.

        Args:
            item_id: The id of the item, the base64 form of vtmonitor-v1:// followed by owner
                and path; that of a folder ends in a slash before it is encoded.
            details: The remark, which takes the place of the one before.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The `MonitorItem`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                InvalidArgumentError, ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        https://docs.virustotal.com/reference/monitor-items-config
        """
        return await self._call(
            fetch(
                CONFIGURE_MONITOR_ITEM.request(
                    item_id,
                    data={
                        "type": "monitor_item",
                        "id": item_id,
                        "attributes": CONFIGURE_MONITOR_ITEM.given({"details": details}),
                    },
                ),
                read_object(models.MonitorItem),
            ),
            options,
        )

    async def download(
        self,
        item_id: str,
        target: DownloadTarget,
        *,
        max_bytes: int = UPLOAD_MAX_BYTES,
        **options: Unpack[CallOptions],
    ) -> Download:
        """Download the content of a monitored file.

        `GET /monitor/items/{item_id}/download`

        The service answers with a redirect to a signed storage address that works without the
        key, so the key must not go there.

        Args:
            item_id: The id of the item, the base64 form of vtmonitor-v1:// followed by owner
                and path; that of a folder ends in a slash before it is encoded.
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
        https://docs.virustotal.com/reference/monitor-items-download
        """
        return await self._download(
            DOWNLOAD_MONITOR_ITEM.request(item_id), target, max_bytes, **options
        )

    async def get_download_url(self, item_id: str, **options: Unpack[CallOptions]) -> str:
        """Get a signed address from which a monitored file can be downloaded.

        `GET /monitor/items/{item_id}/download_url`

        The address works for a while without the key.

        Args:
            item_id: The id of the item, the base64 form of vtmonitor-v1:// followed by owner
                and path; that of a folder ends in a slash before it is encoded.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The signed address.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        https://docs.virustotal.com/reference/monitor-items-download-url
        """
        return await self._call(
            fetch(GET_MONITOR_ITEM_DOWNLOAD_URL.request(item_id), read_text), options
        )

    async def get_analyses(
        self,
        item_id: str,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[models.MonitorAnalysis]:
        """List the analyses of a monitored file, newest first.

        `GET /monitor/items/{item_id}/analyses`

        A page holds 10 items unless limit says otherwise, and at most 40.

        Args:
            item_id: The id of the item, the base64 form of vtmonitor-v1:// followed by owner
                and path; that of a folder ends in a slash before it is encoded.
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
        https://docs.virustotal.com/reference/monitor-items-analyses
        """
        return await self._call(
            fetch(
                LIST_MONITOR_ITEM_ANALYSES.request(
                    item_id, query={"limit": limit, "cursor": cursor}
                ),
                read_page(models.MonitorAnalysis),
            ),
            options,
        )

    async def get_comments(
        self,
        item_id: str,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[models.MonitorHashComment]:
        """List what makers of engines say about their detections of a monitored file.

        `GET /monitor/items/{item_id}/comments`

        A page holds 10 items unless limit says otherwise, and at most 40.

        Args:
            item_id: The id of the item, the base64 form of vtmonitor-v1:// followed by owner
                and path; that of a folder ends in a slash before it is encoded.
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
        https://docs.virustotal.com/reference/monitor-item-comments
        """
        return await self._call(
            fetch(
                LIST_MONITOR_ITEM_COMMENTS.request(
                    item_id, query={"limit": limit, "cursor": cursor}
                ),
                read_page(models.MonitorHashComment),
            ),
            options,
        )

    @overload
    async def get_relationship(
        self,
        item_id: str,
        relationship: Literal["analyses"] | _SlashPageMonitorAnalysis,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[models.MonitorAnalysis]: ...
    @overload
    async def get_relationship(
        self,
        item_id: str,
        relationship: Literal["comments"] | _SlashPageMonitorHashComment,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[models.MonitorHashComment]: ...
    @overload
    async def get_relationship(
        self,
        item_id: str,
        relationship: Literal["owner"] | _SlashUserGroupNone,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> models.User | models.Group | None: ...
    @overload
    async def get_relationship(
        self,
        item_id: str,
        relationship: RelationshipName,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[VTObject] | VTObject | None: ...
    async def get_relationship(
        self,
        item_id: str,
        relationship: str,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[VTObject] | VTObject | None:
        """Get the objects that are related to a monitored file or folder.

        `GET /monitor/items/{item_id}/{relationship}`

        A relationship to many answers with a page of objects, one to a single object with that
        object or null. An entry of a page may be an error in place of an object. A page holds
        10 items unless limit says otherwise, and at most 40.

        Args:
            item_id: The id of the item, the base64 form of vtmonitor-v1:// followed by owner
                and path; that of a folder ends in a slash before it is encoded.
            relationship: The name of a relationship of the object type monitor_item, one path
                segment without a slash.
            limit: How many items a page holds, 1 to 40.
            cursor: Where to go on, the cursor of the page before; absent for the first page.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            A `AsyncPage` of objects, one object, or None, as the relationship says.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        """
        return await self._call(
            fetch(
                GET_MONITOR_ITEM_RELATIONSHIP.request(
                    item_id,
                    relationship_name(relationship),
                    query={"limit": limit, "cursor": cursor},
                ),
                read_related,
            ),
            options,
        )

    async def get_statistics(
        self, limit: int = 10, cursor: str | None = None, **options: Unpack[CallOptions]
    ) -> AsyncPage[models.MonitorStatistics]:
        """List the statistics of the monitored items, one for each past day.

        `GET /monitor/statistics`

        Each holds detections, the engines and verdicts that occur most, and the storage in use.
        The numbers of this moment stand beside the data. A page holds 10 items unless limit
        says otherwise, and at most 40.

        Args:
            limit: How many items a page holds, 1 to 40.
            cursor: Where to go on, the cursor of the page before; absent for the first page.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            A `AsyncPage` of `MonitorStatistics` objects, 40 at most.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        https://docs.virustotal.com/reference/monitor-statistics
        """
        return await self._call(
            fetch(
                GET_MONITOR_STATISTICS.request(query={"limit": limit, "cursor": cursor}),
                read_page(models.MonitorStatistics),
            ),
            options,
        )

    async def get_events(
        self,
        limit: int = 10,
        cursor: str | None = None,
        *,
        filter: str | None = None,
        job_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[models.MonitorEvent]:
        """List what has happened to the monitored items.

        `GET /monitor/events`

        Uploads, deletions, detections and their ends. Later pages need job_id of the answer's
        meta along with the cursor.

        Args:
            limit: How many items a page holds, 1 to 40.
            cursor: Where to go on, the cursor of the page before; absent for the first page.
            filter: Narrows the list, terms joined by spaces: action, creator_id, monitor_key,
                owner_id and source as name:value; level and timestamp also with a plus sign (at
                least) or minus sign (at most) after the value, such as level:2+.
            job_id: The job that made the page before, from its meta; needed with a cursor,
                absent for the first page.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            A `AsyncPage` of `MonitorEvent` objects, 40 at most.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others InvalidArgumentError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        https://docs.virustotal.com/reference/events
        """
        return await self._call(
            fetch(
                LIST_MONITOR_EVENTS.request(
                    query={"filter": filter, "job_id": job_id, "limit": limit, "cursor": cursor}
                ),
                read_page(models.MonitorEvent),
            ),
            options,
        )
