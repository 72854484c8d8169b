"""Collections: files, URLs, domains and IP addresses that belong together, and threats."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import Any, Final, Literal, TypeAlias, Unpack, overload

from vt_sdk import models
from vt_sdk.bulk.feed_batches import FeedOptions
from vt_sdk.bulk.feeds import Feed
from vt_sdk.core.arguments import given
from vt_sdk.core.error_bodies import error_from
from vt_sdk.core.flow import Flow, do, using
from vt_sdk.core.objects import VTObject
from vt_sdk.core.operation import CallOptions, Operation
from vt_sdk.core.policy import fetch
from vt_sdk.core.readers import read_nothing, read_object, read_text
from vt_sdk.core.request import Request, Response, Sink
from vt_sdk.errors import InvalidInputError, InvalidResponseError, VirusTotalAPIError
from vt_sdk.files import UPLOAD_MAX_BYTES, Download, DownloadTarget, Receiver, receiving
from vt_sdk.operations.collections import (
    ADD_COLLECTION_ITEMS,
    CREATE_COLLECTION,
    DOWNLOAD_COLLECTION_REPORT,
    GET_COLLECTION,
    GET_IOC_DELTA_PACKAGE,
    REMOVE_COLLECTION_ITEMS,
    UPDATE_COLLECTION,
    CollectionsOperations,
)
from vt_sdk.resources._items import items

__all__ = ["VirusTotalAPICollections"]

_Items: TypeAlias = Mapping[str, list[dict[str, str]]]

# By the names that they have in packages of changes.
_INDICATORS: Final[Mapping[str, type[VTObject]]] = {
    "file": models.File,
    "url": models.URL,
    "domain": models.Domain,
    "ip": models.IPAddress,
}

# More bytes than an address in JSON will ever have.
_ADDRESS_MAX: Final = 1 << 20


def _collection(
    operation: Operation, attributes: Mapping[str, Any], members: _Items, raw_items: str | None
) -> Any:
    """Return what stands in the body; parts that are not given are absent."""
    return given(
        {
            "type": "collection",
            "attributes": operation.given(attributes) or None,
            "relationships": {kind: {"data": ids} for kind, ids in members.items()} or None,
            **operation.given({"raw_items": raw_items}),
        }
    )


def _changing(operation: Operation, collection_id: str, members: _Items) -> Flow[None]:
    """Add or remove items, one request for each kind."""
    if not members:
        raise InvalidInputError("no items are given")
    requests = {k: operation.request(collection_id, k, data=ids) for k, ids in members.items()}
    return _sending(requests)


def _sending(requests: Mapping[str, Request]) -> Flow[None]:
    done: list[str] = []
    for kind, request in requests.items():
        try:
            yield from fetch(request, read_nothing)
        except VirusTotalAPIError as error:
            if done:
                error.add_note(f"Failed at the {kind}; done before: {', '.join(done)}.")
            raise
        done.append(kind)


class _Report:
    """The sink of a report: a PDF goes on to the target, JSON with its address is kept."""

    def __init__(self, target: Sink) -> None:
        self._target = target
        self.document = b""
        self.has_come = False  # whether it is the content, not its address

    def begin(self) -> None:
        self._target.begin()
        self.document = b""
        self.has_come = False

    def write(self, chunk: bytes, /) -> None:
        if not self.has_come:
            chunk, self.document = self.document + chunk, b""
            # Nothing but spaces so far tells neither.
            self.has_come = chunk.lstrip()[:1] not in (b"", b"{")
        if self.has_come:
            self._target.write(chunk)
        elif len(chunk) > _ADDRESS_MAX:
            raise InvalidResponseError("the answer is no address of a report", raw=chunk[:80])
        else:
            self.document = chunk


def _reporting(request: Request, target: Receiver) -> Flow[Download]:
    """Get the content, or its address and then the content."""
    report = _Report(target)
    response: Response = yield replace(request, sink=report)
    if not 200 <= response.status <= 299:
        raise error_from(response, request)
    if report.has_come:
        return (yield from do(target.result))
    address = read_text(replace(response, body=report.document), request)
    if not address.startswith(("https://", "http://")):
        raise InvalidResponseError(
            f"not the address of a report: {address!r:.200}", raw=report.document
        )
    moved = replace(request, url=address, sink=target)
    yield from fetch(moved, read_nothing)
    return (yield from do(target.result))


class VirusTotalAPICollections(CollectionsOperations):
    """Collections: files, URLs, domains and IP addresses that belong together, and threats."""

    def create(
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
        return self._call(fetch(request, read_object(models.Collection)), options)

    def update(
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
        return self._call(fetch(request, read_object(models.Collection)), options)

    def add_items(
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
        self._call(_changing(ADD_COLLECTION_ITEMS, collection_id, members), options)

    def remove_items(
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
        self._call(_changing(REMOVE_COLLECTION_ITEMS, collection_id, members), options)

    def download_report(
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
        return self._call(using(receiving(target), partial(_reporting, request)), options)

    def download_stix(
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
        return self._download(request, target, max_bytes, **options)

    @overload
    def iter_ioc_deltas(
        self,
        ioc_type: Literal["file"],
        start: datetime | None = None,
        **options: Unpack[FeedOptions],
    ) -> Feed[models.File]: ...
    @overload
    def iter_ioc_deltas(
        self,
        ioc_type: Literal["url"],
        start: datetime | None = None,
        **options: Unpack[FeedOptions],
    ) -> Feed[models.URL]: ...
    @overload
    def iter_ioc_deltas(
        self,
        ioc_type: Literal["domain"],
        start: datetime | None = None,
        **options: Unpack[FeedOptions],
    ) -> Feed[models.Domain]: ...
    @overload
    def iter_ioc_deltas(
        self,
        ioc_type: Literal["ip"],
        start: datetime | None = None,
        **options: Unpack[FeedOptions],
    ) -> Feed[models.IPAddress]: ...
    def iter_ioc_deltas(
        self,
        ioc_type: Literal["file", "url", "domain", "ip"],
        start: datetime | None = None,
        **options: Unpack[FeedOptions],
    ) -> Feed[Any]:
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
            The `Feed`, an iterator of `File`, `URL`, `Domain` or `IPAddress` objects. Use it as a
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
        return Feed(self, GET_IOC_DELTA_PACKAGE, model, start, query, **options)
