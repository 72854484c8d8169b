"""Feeds: everything that the service analyses, in batches."""

from collections.abc import Callable
from datetime import datetime
from typing import Final, Unpack

from vt_sdk import models
from vt_sdk.api import VirusTotalAPI
from vt_sdk.core.operation import CallOptions, Operation, one_of, utc_text
from vt_sdk.feeds import MAX_BATCH_BYTES, MAX_GAPS, WAIT_S, BrokenLine, Feed, FeedKind
from vt_sdk.files import UPLOAD_MAX_BYTES, Download, DownloadTarget
from vt_sdk.operations.feeds import (
    GET_DOMAIN_FEED_MINUTE,
    GET_FILE_BEHAVIOUR_FEED_MINUTE,
    GET_FILE_FEED_MINUTE,
    GET_IP_ADDRESS_FEED_MINUTE,
    GET_URL_FEED_MINUTE,
    FeedOperations,
)

__all__ = ["VirusTotalAPIFeeds"]

_MINUTES: Final[dict[FeedKind, Operation]] = {
    "files": GET_FILE_FEED_MINUTE,
    "urls": GET_URL_FEED_MINUTE,
    "domains": GET_DOMAIN_FEED_MINUTE,
    "ip_addresses": GET_IP_ADDRESS_FEED_MINUTE,
    "file_behaviours": GET_FILE_BEHAVIOUR_FEED_MINUTE,
}


class VirusTotalAPIFeeds(FeedOperations, VirusTotalAPI):
    """Feeds: everything that the service analyses, in batches."""

    def iter_files(
        self,
        start: datetime | None = None,
        *,
        end: datetime | None = None,
        cursor: str | None = None,
        max_gaps: int = MAX_GAPS,
        wait_s: float = WAIT_S,
        max_bytes: int = MAX_BATCH_BYTES,
        on_broken: Callable[[BrokenLine], object] | None = None,
        **options: Unpack[CallOptions],
    ) -> Feed[models.File]:
        """Iterate over the files that the service analyses, as they come.

        `GET /feeds/files/{time}`, once for each minute; sends nothing by itself.
        Batches are there after an hour or so and kept for 7 days; the next one is waited for. They
        are unpacked while they are read, and never all in memory.

        The cursor is right at any moment: a program that keeps it goes on where it stopped, and
        neither loses an object nor gets one twice.

            feed = vt.feeds.iter_files(cursor=place.read_text() if place.exists() else None)
            for file in feed:
                work_on(file)
                place.write_text(feed.cursor)

        Args:
            start: The minute to start with; if not given, the newest whose batch is sure to be
                there, 70 minutes ago.
            end: The first minute that is not asked for any more; if not given, it goes on for ever.
            cursor: Where another feed stood, in place of `start`.
            max_gaps: How many batches in a row may be missing. Now and then one was never made.
            wait_s: Seconds after which a batch that was not there yet is asked for again.
            max_bytes: The most bytes that a batch may have unpacked, 4 GB if not given.
            on_broken: Called with each line of a batch of which no object can be made, a
                `BrokenLine`; `broken` of the feed has the last ones too. No line ends the feed.
            options: `timeout` of each call, and `deadline` of the whole feed from now on, see
                `CallOptions`.

        Returns:
            The `Feed`, an iterator of `File` objects. Use it as a context manager where it is
            left early.

        Raises:
            InvalidInputError: An argument is wrong.
            FeedGapError: When iterated: more than `max_gaps` batches in a row are missing.
            InvalidResponseError: When iterated: a batch is damaged, each time it is downloaded.
            APIError: When iterated: the service answered with another error.
            TransportError: When iterated: no answer came, or the deadline is over.

        Needs a premium key.
        https://docs.virustotal.com/reference/feeds-file
        """
        return Feed(
            self,
            GET_FILE_FEED_MINUTE,
            models.File,
            start,
            end=end,
            cursor=cursor,
            max_gaps=max_gaps,
            wait_s=wait_s,
            max_bytes=max_bytes,
            on_broken=on_broken,
            options=options,
        )

    def iter_urls(
        self,
        start: datetime | None = None,
        *,
        end: datetime | None = None,
        cursor: str | None = None,
        max_gaps: int = MAX_GAPS,
        wait_s: float = WAIT_S,
        max_bytes: int = MAX_BATCH_BYTES,
        on_broken: Callable[[BrokenLine], object] | None = None,
        **options: Unpack[CallOptions],
    ) -> Feed[models.URL]:
        """Iterate over the URLs that the service analyses, as they come.

        `GET /feeds/urls/{time}`, once for each minute; sends nothing by itself.
        Batches are there after an hour or so and kept for 7 days; the next one is waited for. They
        are unpacked while they are read, and never all in memory.

        The `cursor` of the feed is right at any moment: see `iter_files`.

        Args:
            start: The minute to start with; if not given, the newest whose batch is sure to be
                there, 70 minutes ago.
            end: The first minute that is not asked for any more; if not given, it goes on for ever.
            cursor: Where another feed stood, in place of `start`.
            max_gaps: How many batches in a row may be missing. Now and then one was never made.
            wait_s: Seconds after which a batch that was not there yet is asked for again.
            max_bytes: The most bytes that a batch may have unpacked, 4 GB if not given.
            on_broken: Called with each line of a batch of which no object can be made, a
                `BrokenLine`; `broken` of the feed has the last ones too. No line ends the feed.
            options: `timeout` of each call, and `deadline` of the whole feed from now on, see
                `CallOptions`.

        Returns:
            The `Feed`, an iterator of `URL` objects. Use it as a context manager where it is
            left early.

        Raises:
            InvalidInputError: An argument is wrong.
            FeedGapError: When iterated: more than `max_gaps` batches in a row are missing.
            InvalidResponseError: When iterated: a batch is damaged, each time it is downloaded.
            APIError: When iterated: the service answered with another error.
            TransportError: When iterated: no answer came, or the deadline is over.

        Needs a premium key.
        https://docs.virustotal.com/reference/feeds-url
        """
        return Feed(
            self,
            GET_URL_FEED_MINUTE,
            models.URL,
            start,
            end=end,
            cursor=cursor,
            max_gaps=max_gaps,
            wait_s=wait_s,
            max_bytes=max_bytes,
            on_broken=on_broken,
            options=options,
        )

    def iter_domains(
        self,
        start: datetime | None = None,
        *,
        end: datetime | None = None,
        cursor: str | None = None,
        max_gaps: int = MAX_GAPS,
        wait_s: float = WAIT_S,
        max_bytes: int = MAX_BATCH_BYTES,
        on_broken: Callable[[BrokenLine], object] | None = None,
        **options: Unpack[CallOptions],
    ) -> Feed[models.Domain]:
        """Iterate over the domains that the service analyses, as they come.

        `GET /feeds/domains/{time}`, once for each minute; sends nothing by itself.
        Batches are there after an hour or so and kept for 7 days; the next one is waited for. They
        are unpacked while they are read, and never all in memory.

        The `cursor` of the feed is right at any moment: see `iter_files`.

        Args:
            start: The minute to start with; if not given, the newest whose batch is sure to be
                there, 70 minutes ago.
            end: The first minute that is not asked for any more; if not given, it goes on for ever.
            cursor: Where another feed stood, in place of `start`.
            max_gaps: How many batches in a row may be missing. Now and then one was never made.
            wait_s: Seconds after which a batch that was not there yet is asked for again.
            max_bytes: The most bytes that a batch may have unpacked, 4 GB if not given.
            on_broken: Called with each line of a batch of which no object can be made, a
                `BrokenLine`; `broken` of the feed has the last ones too. No line ends the feed.
            options: `timeout` of each call, and `deadline` of the whole feed from now on, see
                `CallOptions`.

        Returns:
            The `Feed`, an iterator of `Domain` objects. Use it as a context manager where it is
            left early.

        Raises:
            InvalidInputError: An argument is wrong.
            FeedGapError: When iterated: more than `max_gaps` batches in a row are missing.
            InvalidResponseError: When iterated: a batch is damaged, each time it is downloaded.
            APIError: When iterated: the service answered with another error.
            TransportError: When iterated: no answer came, or the deadline is over.

        Needs a premium key.
        https://docs.virustotal.com/reference/feedsdomains2time
        """
        return Feed(
            self,
            GET_DOMAIN_FEED_MINUTE,
            models.Domain,
            start,
            end=end,
            cursor=cursor,
            max_gaps=max_gaps,
            wait_s=wait_s,
            max_bytes=max_bytes,
            on_broken=on_broken,
            options=options,
        )

    def iter_ip_addresses(
        self,
        start: datetime | None = None,
        *,
        end: datetime | None = None,
        cursor: str | None = None,
        max_gaps: int = MAX_GAPS,
        wait_s: float = WAIT_S,
        max_bytes: int = MAX_BATCH_BYTES,
        on_broken: Callable[[BrokenLine], object] | None = None,
        **options: Unpack[CallOptions],
    ) -> Feed[models.IPAddress]:
        """Iterate over the IP addresses that the service analyses, as they come.

        `GET /feeds/ip_addresses/{time}`, once for each minute; sends nothing by itself.
        Batches are there after an hour or so and kept for 7 days; the next one is waited for. They
        are unpacked while they are read, and never all in memory.

        The `cursor` of the feed is right at any moment: see `iter_files`.

        Args:
            start: The minute to start with; if not given, the newest whose batch is sure to be
                there, 70 minutes ago.
            end: The first minute that is not asked for any more; if not given, it goes on for ever.
            cursor: Where another feed stood, in place of `start`.
            max_gaps: How many batches in a row may be missing. Now and then one was never made.
            wait_s: Seconds after which a batch that was not there yet is asked for again.
            max_bytes: The most bytes that a batch may have unpacked, 4 GB if not given.
            on_broken: Called with each line of a batch of which no object can be made, a
                `BrokenLine`; `broken` of the feed has the last ones too. No line ends the feed.
            options: `timeout` of each call, and `deadline` of the whole feed from now on, see
                `CallOptions`.

        Returns:
            The `Feed`, an iterator of `IPAddress` objects. Use it as a context manager where it is
            left early.

        Raises:
            InvalidInputError: An argument is wrong.
            FeedGapError: When iterated: more than `max_gaps` batches in a row are missing.
            InvalidResponseError: When iterated: a batch is damaged, each time it is downloaded.
            APIError: When iterated: the service answered with another error.
            TransportError: When iterated: no answer came, or the deadline is over.

        Needs a premium key.
        https://docs.virustotal.com/reference/feedsip_addressestime
        """
        return Feed(
            self,
            GET_IP_ADDRESS_FEED_MINUTE,
            models.IPAddress,
            start,
            end=end,
            cursor=cursor,
            max_gaps=max_gaps,
            wait_s=wait_s,
            max_bytes=max_bytes,
            on_broken=on_broken,
            options=options,
        )

    def iter_file_behaviours(
        self,
        start: datetime | None = None,
        *,
        end: datetime | None = None,
        cursor: str | None = None,
        max_gaps: int = MAX_GAPS,
        wait_s: float = WAIT_S,
        max_bytes: int = MAX_BATCH_BYTES,
        on_broken: Callable[[BrokenLine], object] | None = None,
        **options: Unpack[CallOptions],
    ) -> Feed[models.FileBehaviour]:
        """Iterate over the behaviour reports that the service analyses, as they come.

        `GET /feeds/file_behaviours/{time}`, once for each minute; sends nothing by itself.
        Batches are there after an hour or so and kept for 7 days; the next one is waited for. They
        are unpacked while they are read, and never all in memory.

        The `cursor` of the feed is right at any moment: see `iter_files`.

        Args:
            start: The minute to start with; if not given, the newest whose batch is sure to be
                there, 70 minutes ago.
            end: The first minute that is not asked for any more; if not given, it goes on for ever.
            cursor: Where another feed stood, in place of `start`.
            max_gaps: How many batches in a row may be missing. Now and then one was never made.
            wait_s: Seconds after which a batch that was not there yet is asked for again.
            max_bytes: The most bytes that a batch may have unpacked, 4 GB if not given.
            on_broken: Called with each line of a batch of which no object can be made, a
                `BrokenLine`; `broken` of the feed has the last ones too. No line ends the feed.
            options: `timeout` of each call, and `deadline` of the whole feed from now on, see
                `CallOptions`.

        Returns:
            The `Feed`, an iterator of `FileBehaviour` objects. Use it as a context manager where
            it is left early.

        Raises:
            InvalidInputError: An argument is wrong.
            FeedGapError: When iterated: more than `max_gaps` batches in a row are missing.
            InvalidResponseError: When iterated: a batch is damaged, each time it is downloaded.
            APIError: When iterated: the service answered with another error.
            TransportError: When iterated: no answer came, or the deadline is over.

        Needs a premium key.
        https://docs.virustotal.com/reference/feeds-file-behaviour
        """
        return Feed(
            self,
            GET_FILE_BEHAVIOUR_FEED_MINUTE,
            models.FileBehaviour,
            start,
            end=end,
            cursor=cursor,
            max_gaps=max_gaps,
            wait_s=wait_s,
            max_bytes=max_bytes,
            on_broken=on_broken,
            options=options,
        )

    def download_batch(
        self,
        kind: FeedKind,
        time: datetime,
        target: DownloadTarget,
        *,
        max_bytes: int = UPLOAD_MAX_BYTES,
        **options: Unpack[CallOptions],
    ) -> Download:
        """Download the batch of one minute as it is; `vt_sdk.feeds.read_batch` reads it.

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
        one_of("kind", kind, tuple(_MINUTES))
        request = _MINUTES[kind].request(utc_text(time, "%Y%m%d%H%M"))
        return self._download(request, target, max_bytes, **options)
