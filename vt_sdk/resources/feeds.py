"""Feeds: everything that the service analyses, in batches."""

from datetime import datetime
from typing import Final, Unpack

from vt_sdk import models
from vt_sdk.core.arguments import checked
from vt_sdk.core.operation import CallOptions, Operation
from vt_sdk.feeds import Feed, FeedKind, FeedOptions
from vt_sdk.files import UPLOAD_MAX_BYTES, Download, DownloadTarget
from vt_sdk.operations.feeds import (
    GET_DOMAIN_FEED_MINUTE,
    GET_FILE_BEHAVIOUR_FEED_MINUTE,
    GET_FILE_FEED_MINUTE,
    GET_IP_ADDRESS_FEED_MINUTE,
    GET_URL_FEED_MINUTE,
    FeedsOperations,
)

__all__ = ["VirusTotalAPIFeeds"]

_MINUTES: Final[dict[FeedKind, Operation]] = {
    "files": GET_FILE_FEED_MINUTE,
    "urls": GET_URL_FEED_MINUTE,
    "domains": GET_DOMAIN_FEED_MINUTE,
    "ip_addresses": GET_IP_ADDRESS_FEED_MINUTE,
    "file_behaviours": GET_FILE_BEHAVIOUR_FEED_MINUTE,
}


class VirusTotalAPIFeeds(FeedsOperations):
    """Feeds: everything that the service analyses, in batches."""

    def iter_files(
        self, start: datetime | None = None, **options: Unpack[FeedOptions]
    ) -> Feed[models.File]:
        """Iterate over the files that the service analyses, as they come.

        `GET /feeds/files/{time}`, once for each minute; sends nothing by itself.
        Batches are there after an hour or so and kept for 7 days; the next one is waited for. They
        are unpacked while they are read, and never all in memory.

        The cursor is right at any moment: a feed that begins with it neither leaves an object out
        nor gives one twice. With `checkpoint` a file keeps the place, and a program that is started
        again goes on there:

            with vt.feeds.iter_files(checkpoint="feed.json") as feed:
                for file in feed:
                    work_on(file)

        Each object comes at least once: who asks for the next one has worked on the one before. The
        place is written once a second, with each new batch and at the end. After a crash come
        again: the object that was worked on, and those that were given in the second before it.
        After an error in the block or a mere `close`: the object that was worked on. After the end
        of the block, or of the feed: none.

        Args:
            start: The minute to start with; if not given, the newest whose batch is sure to be
                there, 70 minutes ago.
            options: `checkpoint`, `cursor` in place of `start`, `end`, how many gaps are passed
                over, and more: see `FeedOptions`.

        Returns:
            The `Feed`, an iterator of `File` objects. Use it as a context manager where it is
            left early.

        Raises:
            InvalidInputError: An argument is wrong.
            StoreError: The checkpoint cannot be read or is of something else; when iterated, it
                cannot be written.
            FeedGapError: When iterated: more than `max_gaps` batches in a row are missing.
            InvalidResponseError: When iterated: a batch is damaged, each time it is downloaded.
            APIError: When iterated: the service answered with another error.
            TransportError: When iterated: no answer came, or the deadline is over.

        Needs a premium key.
        https://docs.virustotal.com/reference/feeds-file
        """
        return Feed(self, GET_FILE_FEED_MINUTE, models.File, start, **options)

    def iter_urls(
        self, start: datetime | None = None, **options: Unpack[FeedOptions]
    ) -> Feed[models.URL]:
        """Iterate over the URLs that the service analyses, as they come.

        `GET /feeds/urls/{time}`, once for each minute; sends nothing by itself.
        All else is as in `iter_files`.

        Args:
            start: The minute to start with; if not given, 70 minutes ago.
            options: `cursor` in place of `start`, `end` and more, see `FeedOptions`.

        Returns:
            The `Feed`, an iterator of `URL` objects.

        Raises:
            InvalidInputError: An argument is wrong.
            VirusTotalAPIError: When iterated, as in `iter_files`.

        Needs a premium key.
        https://docs.virustotal.com/reference/feeds-url
        """
        return Feed(self, GET_URL_FEED_MINUTE, models.URL, start, **options)

    def iter_domains(
        self, start: datetime | None = None, **options: Unpack[FeedOptions]
    ) -> Feed[models.Domain]:
        """Iterate over the domains that the service analyses, as they come.

        `GET /feeds/domains/{time}`, once for each minute; sends nothing by itself.
        All else is as in `iter_files`.

        Args:
            start: The minute to start with; if not given, 70 minutes ago.
            options: `cursor` in place of `start`, `end` and more, see `FeedOptions`.

        Returns:
            The `Feed`, an iterator of `Domain` objects.

        Raises:
            InvalidInputError: An argument is wrong.
            VirusTotalAPIError: When iterated, as in `iter_files`.

        Needs a premium key.
        https://docs.virustotal.com/reference/feedsdomains2time
        """
        return Feed(self, GET_DOMAIN_FEED_MINUTE, models.Domain, start, **options)

    def iter_ip_addresses(
        self, start: datetime | None = None, **options: Unpack[FeedOptions]
    ) -> Feed[models.IPAddress]:
        """Iterate over the IP addresses that the service analyses, as they come.

        `GET /feeds/ip_addresses/{time}`, once for each minute; sends nothing by itself.
        All else is as in `iter_files`.

        Args:
            start: The minute to start with; if not given, 70 minutes ago.
            options: `cursor` in place of `start`, `end` and more, see `FeedOptions`.

        Returns:
            The `Feed`, an iterator of `IPAddress` objects.

        Raises:
            InvalidInputError: An argument is wrong.
            VirusTotalAPIError: When iterated, as in `iter_files`.

        Needs a premium key.
        https://docs.virustotal.com/reference/feedsip_addressestime
        """
        return Feed(self, GET_IP_ADDRESS_FEED_MINUTE, models.IPAddress, start, **options)

    def iter_file_behaviours(
        self, start: datetime | None = None, **options: Unpack[FeedOptions]
    ) -> Feed[models.FileBehaviour]:
        """Iterate over the behaviour reports that the service analyses, as they come.

        `GET /feeds/file_behaviours/{time}`, once for each minute; sends nothing by itself.
        All else is as in `iter_files`.

        Args:
            start: The minute to start with; if not given, 70 minutes ago.
            options: `cursor` in place of `start`, `end` and more, see `FeedOptions`.

        Returns:
            The `Feed`, an iterator of `FileBehaviour` objects.

        Raises:
            InvalidInputError: An argument is wrong.
            VirusTotalAPIError: When iterated, as in `iter_files`.

        Needs a premium key.
        https://docs.virustotal.com/reference/feeds-file-behaviour
        """
        return Feed(self, GET_FILE_BEHAVIOUR_FEED_MINUTE, models.FileBehaviour, start, **options)

    def download_batch(
        self,
        kind: FeedKind,
        time: datetime,
        target: DownloadTarget,
        *,
        max_bytes: int = UPLOAD_MAX_BYTES,
        **options: Unpack[CallOptions],
    ) -> Download:
        """Download the batch of one minute as it is; `vt_sdk.read_batch` reads it.

        `GET /feeds/{kind}/{time}`

        Args:
            kind: Which feed: `files`, `urls`, `domains`, `ip_addresses` or `file_behaviours`.
            time: The minute, at least an hour ago and at most 7 days.
            target: A path, written whole or not at all, or a file object opened in binary mode.
            max_bytes: The most bytes to take, 650 MB if not given.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The `Download`: size in bytes and SHA-256.

        Raises:
            InvalidInputError: An argument does not have its shape.
            APIError: The service answered with an error, among others NotAvailableYetError and
                NotFoundError.
            TransportError: No answer came.

        Needs a premium key.
        https://docs.virustotal.com/reference/feeds-file
        """
        checked("kind", kind, {"enum": tuple(_MINUTES)})
        request = _MINUTES[kind].request(time)
        return self._download(request, target, max_bytes, **options)
