"""Collections: files, URLs, domains and IP addresses that belong together, and threats.

Do not edit: `python3 scripts/generate.py` made it from `vt_sdk/resources/collections.py`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import Any, Literal, Unpack, overload

from vt_sdk import models
from vt_sdk.aio.operations.collections import AsyncCollectionsOperations
from vt_sdk.bulk.async_feeds import AsyncFeed
from vt_sdk.bulk.feed_batches import FeedOptions
from vt_sdk.core.flow import using
from vt_sdk.core.operation import CallOptions
from vt_sdk.core.policy import fetch
from vt_sdk.core.readers import read_object
from vt_sdk.errors import InvalidInputError
from vt_sdk.files import UPLOAD_MAX_BYTES, Download, DownloadTarget, receiving
from vt_sdk.operations.collections import (
    ADD_COLLECTION_ITEMS,
    CREATE_COLLECTION,
    DOWNLOAD_COLLECTION_REPORT,
    GET_COLLECTION,
    GET_IOC_DELTA_PACKAGE,
    REMOVE_COLLECTION_ITEMS,
    UPDATE_COLLECTION,
)
from vt_sdk.resources._items import items
from vt_sdk.resources.collections import _INDICATORS, _changing, _collection, _reporting

__all__ = ["AsyncVirusTotalAPICollections"]


class AsyncVirusTotalAPICollections(AsyncCollectionsOperations):
    """Collections: files, URLs, domains and IP addresses that belong together, and threats."""

    async def create(
        self,
        name: str,
        *,
        description: str | None = None,
        private: bool | None = None,
        files: Sequence[str] = (),
        urls: Sequence[str] = (),
        domains: Sequence[str] = (),
        ip_addresses: Sequence[str] = (),
        raw_items: str | None = None,
        **options: Unpack[CallOptions],
    ) -> models.Collection:
        """Create a collection.

        `POST /collections`. Items that the service cannot use do not fail the call. A public key
        may create 20 collections a month. A request sent twice makes two collections.

        Args:
            name: the name of the collection.
            description: what it is about.
            private: whether only the owner and those it is shared with can see it.
            files: the MD5s, SHA-1s or SHA-256s of files.
            urls: URLs, their base64 ids or their SHA-256s.
            domains: names of domains.
            ip_addresses: IP addresses.
            raw_items: any text, from which the service picks files, URLs, domains and IP addresses.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The `Collection`.

        Raises:
            InvalidInputError: an argument does not have its shape.
            APIError: the service answered with an error, among others InvalidArgumentError,
                QuotaExceededError.
            TransportError: no answer came.

        A public key will do.
        https://docs.virustotal.com/reference/collections-create
        """
        attributes = {"name": name, "description": description, "private": private}
        members = items(files, urls, domains, ip_addresses)
        data = _collection(CREATE_COLLECTION, attributes, members, raw_items)
        request = CREATE_COLLECTION.request(data=data)
        return await self._call(fetch(request, read_object(models.Collection)), options)

    async def update(
        self,
        collection_id: str,
        *,
        name: str | None = None,
        description: str | None = None,
        private: bool | None = None,
        tags: Sequence[str] | None = None,
        alt_names: Sequence[str] | None = None,
        files: Sequence[str] = (),
        urls: Sequence[str] = (),
        domains: Sequence[str] = (),
        ip_addresses: Sequence[str] = (),
        raw_items: str | None = None,
        **options: Unpack[CallOptions],
    ) -> models.Collection:
        """Change a collection, and add items to those it has.

        `PATCH /collections/{collection_id}`. What is not given stays as it is; `tags` and
        `alt_names` take the place of all there were. `remove_items` takes items out.

        Args:
            collection_id: the id of the collection.
            name: the name of the collection.
            description: what it is about.
            private: whether only the owner and those it is shared with can see it.
            tags: its tags, in place of those it has.
            alt_names: its other names, in place of those it has.
            files: the MD5s, SHA-1s or SHA-256s of files to add.
            urls: URLs to add, their base64 ids or their SHA-256s.
            domains: names of domains to add.
            ip_addresses: IP addresses to add.
            raw_items: any text, from which the service picks items to add.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The `Collection` as changed.

        Raises:
            InvalidInputError: an argument does not have its shape, or there is nothing to change.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError, InvalidArgumentError.
            TransportError: no answer came.

        A public key will do.
        https://docs.virustotal.com/reference/collections-update
        """
        attributes = {
            "name": name,
            "description": description,
            "private": private,
            "tags": tags,
            "alt_names": alt_names,
        }
        members = items(files, urls, domains, ip_addresses)
        data = _collection(UPDATE_COLLECTION, attributes, members, raw_items)
        if data.keys() == {"type"}:
            raise InvalidInputError("nothing to change is given")
        request = UPDATE_COLLECTION.request(collection_id, data=data)
        return await self._call(fetch(request, read_object(models.Collection)), options)

    async def add_items(
        self,
        collection_id: str,
        *,
        files: Sequence[str] = (),
        urls: Sequence[str] = (),
        domains: Sequence[str] = (),
        ip_addresses: Sequence[str] = (),
        **options: Unpack[CallOptions],
    ) -> None:
        """Add files, URLs, domains or IP addresses to a collection.

        `POST /collections/{collection_id}/{relationship}`, once for each kind of items that is
        given. Items that are there already stay. Only the owner and editors may do so.

        Args:
            collection_id: the id of the collection.
            files: the MD5s, SHA-1s or SHA-256s of files.
            urls: URLs, their base64 ids or their SHA-256s.
            domains: names of domains.
            ip_addresses: IP addresses.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Raises:
            InvalidInputError: an argument does not have its shape, or there are no items.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError, InvalidArgumentError; a note says which kinds were added before.
            TransportError: no answer came.

        A public key will do.
        https://docs.virustotal.com/reference/collections-add-element
        """
        members = items(files, urls, domains, ip_addresses)
        await self._call(_changing(ADD_COLLECTION_ITEMS, collection_id, members), options)

    async def remove_items(
        self,
        collection_id: str,
        *,
        files: Sequence[str] = (),
        urls: Sequence[str] = (),
        domains: Sequence[str] = (),
        ip_addresses: Sequence[str] = (),
        **options: Unpack[CallOptions],
    ) -> None:
        """Remove files, URLs, domains or IP addresses from a collection.

        `DELETE /collections/{collection_id}/{relationship}`, once for each kind of items that is
        given. Only the owner and editors may do so.

        Args:
            collection_id: the id of the collection.
            files: the MD5s, SHA-1s or SHA-256s of files.
            urls: URLs, their base64 ids or their SHA-256s.
            domains: names of domains.
            ip_addresses: IP addresses.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Raises:
            InvalidInputError: an argument does not have its shape, or there are no items.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError, InvalidArgumentError; a note says which kinds were removed before.
            TransportError: no answer came.

        A public key will do.
        https://docs.virustotal.com/reference/collections-delete-element
        """
        members = items(files, urls, domains, ip_addresses)
        await self._call(_changing(REMOVE_COLLECTION_ITEMS, collection_id, members), options)

    async def download_report(
        self,
        collection_id: str,
        target: DownloadTarget,
        *,
        max_bytes: int = UPLOAD_MAX_BYTES,
        **options: Unpack[CallOptions],
    ) -> Download:
        """Download a threat report as a PDF, in constant memory.

        `GET /collections/{collection_id}/download_report`, and the address that it may give. For
        collections of the type report.

        Args:
            collection_id: the id of the report, which begins with `report--`.
            target: a path, written whole or not at all, or a file object opened in binary mode.
            max_bytes: the most bytes to take, 650 MB if not given.
            options: `timeout` of this call, and `deadline` until its content begins to come.

        Returns:
            The `Download`: size in bytes and SHA-256.

        Raises:
            InvalidInputError: an argument does not have its shape.
            FileReadError: the target cannot be written.
            InvalidResponseError: the content is larger than `max_bytes`, or there is no address.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        https://gtidocs.virustotal.com/reference/download-report
        """
        request = DOWNLOAD_COLLECTION_REPORT.request(collection_id)
        request = replace(request, max_bytes=max_bytes)
        return await self._call(using(receiving(target), partial(_reporting, request)), options)

    async def download_stix(
        self,
        collection_id: str,
        target: DownloadTarget,
        *,
        max_bytes: int = UPLOAD_MAX_BYTES,
        **options: Unpack[CallOptions],
    ) -> Download:
        """Download a report or another collection as a bundle of STIX 2.1.

        `GET /collections/{collection_id}`, in another format. `download_iocs` has its items.

        Args:
            collection_id: the id of the collection.
            target: a path, written whole or not at all, or a file object opened in binary mode.
            max_bytes: the most bytes to take, 650 MB if not given.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The `Download`: size in bytes and SHA-256.

        Raises:
            InvalidInputError: an argument does not have its shape.
            FileReadError: the target cannot be written.
            InvalidResponseError: the content is larger than `max_bytes`.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        https://gtidocs.virustotal.com/reference/stix-responses
        """
        request = GET_COLLECTION.request(collection_id, query={"format": "stix2.1"})
        return await self._download(request, target, max_bytes, **options)

    @overload
    def iter_ioc_deltas(
        self,
        ioc_type: Literal["file"],
        start: datetime | None = None,
        **options: Unpack[FeedOptions],
    ) -> AsyncFeed[models.File]: ...
    @overload
    def iter_ioc_deltas(
        self,
        ioc_type: Literal["url"],
        start: datetime | None = None,
        **options: Unpack[FeedOptions],
    ) -> AsyncFeed[models.URL]: ...
    @overload
    def iter_ioc_deltas(
        self,
        ioc_type: Literal["domain"],
        start: datetime | None = None,
        **options: Unpack[FeedOptions],
    ) -> AsyncFeed[models.Domain]: ...
    @overload
    def iter_ioc_deltas(
        self,
        ioc_type: Literal["ip"],
        start: datetime | None = None,
        **options: Unpack[FeedOptions],
    ) -> AsyncFeed[models.IPAddress]: ...
    def iter_ioc_deltas(
        self,
        ioc_type: Literal["file", "url", "domain", "ip"],
        start: datetime | None = None,
        **options: Unpack[FeedOptions],
    ) -> AsyncFeed[Any]:
        """Iterate over the indicators of all collections that are new or changed, as they come.

        `GET /collections/sync/ioc-deltas/{package_id}`, once for each hour; sends nothing by
        itself. The package of an hour is there some time after it; the next one is waited for. All
        that is said of the feeds of `vt.feeds` holds: cursor, checkpoint, gaps.

        An indicator comes with its assessment, few other attributes, and the collections that it
        belongs to: `relationships.malware_families`, `.campaigns`, `.threat_actors`, ….

        Args:
            ioc_type: the type of the indicators: `file`, `url`, `domain` or `ip`.
            start: the hour to start with; if not given, that of three hours ago.
            options: `checkpoint`, `cursor` in place of `start`, `end`, how many gaps are passed
                over, and more: see `FeedOptions`.

        Returns:
            The `AsyncFeed`, an iterator of `File`, `URL`, `Domain` or `IPAddress` objects. Use it as a
            context manager where it is left early.

        Raises:
            InvalidInputError: an argument is wrong.
            StoreError: the checkpoint cannot be read or is of something else; when iterated, it
                cannot be written.
            FeedGapError: when iterated: more than `max_gaps` packages in a row are missing.
            InvalidResponseError: when iterated: a package is damaged, each time it is downloaded.
            APIError: when iterated: the service answered with another error.
            TransportError: when iterated: no answer came, or the deadline is over.

        Needs a premium key.
        """
        query = GET_IOC_DELTA_PACKAGE.given({"ioc_type": ioc_type})
        model = _INDICATORS[ioc_type]
        return AsyncFeed(self, GET_IOC_DELTA_PACKAGE, model, start, query, **options)
