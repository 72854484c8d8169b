"""The operations of the group `feeds`.

Do not edit: `python3 scripts/generate.py` made it from `vt_sdk/operations/feeds.py`.
"""

from __future__ import annotations

from datetime import datetime
from typing import Unpack

from vt_sdk import models
from vt_sdk.aio.api import AsyncVirusTotalAPI
from vt_sdk.bulk.async_feeds import AsyncFeed
from vt_sdk.bulk.feed_batches import FeedOptions
from vt_sdk.core.operation import CallOptions
from vt_sdk.core.policy import fetch
from vt_sdk.core.readers import read_content_text
from vt_sdk.files import UPLOAD_MAX_BYTES, Download, DownloadTarget
from vt_sdk.operations.feeds import (
    DOWNLOAD_FEED_FILE,
    GET_DOMAIN_FEED_HOUR,
    GET_DOMAIN_FEED_MINUTE,
    GET_FEED_FILE_BEHAVIOUR_EVTX,
    GET_FEED_FILE_BEHAVIOUR_HTML,
    GET_FEED_FILE_BEHAVIOUR_MEMDUMP,
    GET_FEED_FILE_BEHAVIOUR_PCAP,
    GET_FILE_BEHAVIOUR_FEED_HOUR,
    GET_FILE_BEHAVIOUR_FEED_MINUTE,
    GET_FILE_FEED_HOUR,
    GET_FILE_FEED_MINUTE,
    GET_IP_ADDRESS_FEED_HOUR,
    GET_IP_ADDRESS_FEED_MINUTE,
    GET_URL_FEED_HOUR,
    GET_URL_FEED_MINUTE,
)

__all__ = ["AsyncFeedsOperations"]


class AsyncFeedsOperations(AsyncVirusTotalAPI):
    """Feeds: everything that the service analyses, in batches."""

    def iter_files(
        self, start: datetime | None = None, **options: Unpack[FeedOptions]
    ) -> AsyncFeed[models.File]:
        """Iterate over the files that the service analyses, as they come.

        `GET /feeds/files/{time}`, once for each minute; sends nothing by itself.
        Batches are there after an hour or so and kept for 7 days; the next one is waited for. They
        are unpacked while they are read, and never all in memory.

        The cursor is right at any moment: a feed that begins with it neither leaves an object out
        nor gives one twice. With `checkpoint` a file keeps the place, and a program that is started
        again goes on there:

            async with vt.feeds.iter_files(checkpoint="feed.json") as feed:
                async for file in feed:
                    work_on(file)

        Each object comes at least once: who asks for the next one has worked on the one before. The
        place is written once a second, with each new batch and at the end. After a crash come
        again: the object that was worked on, and those that were given in the second before it.
        After an error in the block or a mere `close`: the object that was worked on. After the end
        of the block, or of the feed: none.

        Args:
            start: the minute to start with; if not given, the newest whose batch is sure to be
                there, 70 minutes ago.
            options: `checkpoint`, `cursor` in place of `start`, `end`, how many gaps are passed
                over, and more: see `FeedOptions`.

        Returns:
            The `AsyncFeed`, an iterator of `File` objects. Use it as a context manager where it is
            left early.

        Raises:
            InvalidInputError: an argument is wrong.
            StoreError: the checkpoint cannot be read or is of something else; when iterated, it
                cannot be written.
            FeedGapError: when iterated: more than `max_gaps` batches in a row are missing.
            InvalidResponseError: when iterated: a batch is damaged, each time it is downloaded.
            APIError: when iterated: the service answered with another error.
            TransportError: when iterated: no answer came, or the deadline is over.

        Needs a premium key.
        https://docs.virustotal.com/reference/feeds-file
        """
        return AsyncFeed(self, GET_FILE_FEED_MINUTE, models.File, start, **options)

    async def download_hourly_files(
        self,
        time: datetime,
        target: DownloadTarget,
        *,
        max_bytes: int = UPLOAD_MAX_BYTES,
        **options: Unpack[CallOptions],
    ) -> Download:
        """Download the files that the service analysed in one hour.

        `GET /feeds/files/hourly/{time}`

        The service answers with a redirect to a storage address that works without the key, so
        the key must not go there. The content is a TAR archive packed with bzip2, which holds
        the 60 batches of the hour, a file for each minute. It is there 2 hours after its hour
        and kept for 7 days. One that is too young is refused with NotAvailableYet. Needs the
        licence of this feed.

        Args:
            time: The hour, in UTC; at least 2 hours ago and at most 7 days.
            target: A path, written whole or not at all, or a file object opened in binary mode.
            max_bytes: The most bytes to take, 650 MB if not given.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The `Download`: size in bytes and SHA-256.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            FileReadError: the target cannot be written.
            InvalidResponseError: the content is larger than `max_bytes`.
            APIError: the service answered with an error, among others NotAvailableYetError,
                NotFoundError, ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        https://docs.virustotal.com/reference/feeds-file-hourly
        """
        return await self._download(GET_FILE_FEED_HOUR.request(time), target, max_bytes, **options)

    def iter_urls(
        self, start: datetime | None = None, **options: Unpack[FeedOptions]
    ) -> AsyncFeed[models.URL]:
        """Iterate over the URLs that the service analyses, as they come.

        `GET /feeds/urls/{time}`, once for each minute; sends nothing by itself.
        Batches are there after an hour or so and kept for 7 days; the next one is waited for. They
        are unpacked while they are read, and never all in memory.

        The cursor is right at any moment: a feed that begins with it neither leaves an object out
        nor gives one twice. With `checkpoint` a file keeps the place, and a program that is started
        again goes on there:

            async with vt.feeds.iter_urls(checkpoint="feed.json") as feed:
                for url in feed:
                    work_on(url)

        Each object comes at least once: who asks for the next one has worked on the one before. The
        place is written once a second, with each new batch and at the end. After a crash come
        again: the object that was worked on, and those that were given in the second before it.
        After an error in the block or a mere `close`: the object that was worked on. After the end
        of the block, or of the feed: none.

        Args:
            start: the minute to start with; if not given, the newest whose batch is sure to be
                there, 70 minutes ago.
            options: `checkpoint`, `cursor` in place of `start`, `end`, how many gaps are passed
                over, and more: see `FeedOptions`.

        Returns:
            The `AsyncFeed`, an iterator of `URL` objects. Use it as a context manager where it is
            left early.

        Raises:
            InvalidInputError: an argument is wrong.
            StoreError: the checkpoint cannot be read or is of something else; when iterated, it
                cannot be written.
            FeedGapError: when iterated: more than `max_gaps` batches in a row are missing.
            InvalidResponseError: when iterated: a batch is damaged, each time it is downloaded.
            APIError: when iterated: the service answered with another error.
            TransportError: when iterated: no answer came, or the deadline is over.

        Needs a premium key.
        https://docs.virustotal.com/reference/feeds-url
        """
        return AsyncFeed(self, GET_URL_FEED_MINUTE, models.URL, start, **options)

    async def download_hourly_urls(
        self,
        time: datetime,
        target: DownloadTarget,
        *,
        max_bytes: int = UPLOAD_MAX_BYTES,
        **options: Unpack[CallOptions],
    ) -> Download:
        """Download the URLs that the service analysed in one hour.

        `GET /feeds/urls/hourly/{time}`

        The service answers with a redirect to a storage address that works without the key, so
        the key must not go there. The content is a TAR archive packed with bzip2, which holds
        the 60 batches of the hour, a file for each minute. It is there 2 hours after its hour
        and kept for 7 days. One that is too young is refused with NotAvailableYet. Needs the
        licence of this feed.

        Args:
            time: The hour, in UTC; at least 2 hours ago and at most 7 days.
            target: A path, written whole or not at all, or a file object opened in binary mode.
            max_bytes: The most bytes to take, 650 MB if not given.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The `Download`: size in bytes and SHA-256.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            FileReadError: the target cannot be written.
            InvalidResponseError: the content is larger than `max_bytes`.
            APIError: the service answered with an error, among others NotAvailableYetError,
                NotFoundError, ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        https://docs.virustotal.com/reference/feeds-url-hourly
        """
        return await self._download(GET_URL_FEED_HOUR.request(time), target, max_bytes, **options)

    def iter_domains(
        self, start: datetime | None = None, **options: Unpack[FeedOptions]
    ) -> AsyncFeed[models.Domain]:
        """Iterate over the domains that the service analyses, as they come.

        `GET /feeds/domains/{time}`, once for each minute; sends nothing by itself.
        Batches are there after an hour or so and kept for 7 days; the next one is waited for. They
        are unpacked while they are read, and never all in memory.

        The cursor is right at any moment: a feed that begins with it neither leaves an object out
        nor gives one twice. With `checkpoint` a file keeps the place, and a program that is started
        again goes on there:

            async with vt.feeds.iter_domains(checkpoint="feed.json") as feed:
                for domain in feed:
                    work_on(domain)

        Each object comes at least once: who asks for the next one has worked on the one before. The
        place is written once a second, with each new batch and at the end. After a crash come
        again: the object that was worked on, and those that were given in the second before it.
        After an error in the block or a mere `close`: the object that was worked on. After the end
        of the block, or of the feed: none.

        Args:
            start: the minute to start with; if not given, the newest whose batch is sure to be
                there, 70 minutes ago.
            options: `checkpoint`, `cursor` in place of `start`, `end`, how many gaps are passed
                over, and more: see `FeedOptions`.

        Returns:
            The `AsyncFeed`, an iterator of `Domain` objects. Use it as a context manager where it is
            left early.

        Raises:
            InvalidInputError: an argument is wrong.
            StoreError: the checkpoint cannot be read or is of something else; when iterated, it
                cannot be written.
            FeedGapError: when iterated: more than `max_gaps` batches in a row are missing.
            InvalidResponseError: when iterated: a batch is damaged, each time it is downloaded.
            APIError: when iterated: the service answered with another error.
            TransportError: when iterated: no answer came, or the deadline is over.

        Needs a premium key.
        https://docs.virustotal.com/reference/feedsdomains2time
        """
        return AsyncFeed(self, GET_DOMAIN_FEED_MINUTE, models.Domain, start, **options)

    async def download_hourly_domains(
        self,
        time: datetime,
        target: DownloadTarget,
        *,
        max_bytes: int = UPLOAD_MAX_BYTES,
        **options: Unpack[CallOptions],
    ) -> Download:
        """Download the domains that the service analysed in one hour.

        `GET /feeds/domains/hourly/{time}`

        The service answers with a redirect to a storage address that works without the key, so
        the key must not go there. The content is a TAR archive packed with bzip2, which holds
        the 60 batches of the hour, a file for each minute. It is there 2 hours after its hour
        and kept for 7 days. One that is too young is refused with NotAvailableYet. Needs the
        licence of this feed.

        Args:
            time: The hour, in UTC; at least 2 hours ago and at most 7 days.
            target: A path, written whole or not at all, or a file object opened in binary mode.
            max_bytes: The most bytes to take, 650 MB if not given.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The `Download`: size in bytes and SHA-256.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            FileReadError: the target cannot be written.
            InvalidResponseError: the content is larger than `max_bytes`.
            APIError: the service answered with an error, among others NotAvailableYetError,
                NotFoundError, ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        https://docs.virustotal.com/reference/feedsdomainshourly2time
        """
        return await self._download(
            GET_DOMAIN_FEED_HOUR.request(time), target, max_bytes, **options
        )

    def iter_ip_addresses(
        self, start: datetime | None = None, **options: Unpack[FeedOptions]
    ) -> AsyncFeed[models.IPAddress]:
        """Iterate over the IP addresses that the service analyses, as they come.

        `GET /feeds/ip_addresses/{time}`, once for each minute; sends nothing by itself.
        Batches are there after an hour or so and kept for 7 days; the next one is waited for. They
        are unpacked while they are read, and never all in memory.

        The cursor is right at any moment: a feed that begins with it neither leaves an object out
        nor gives one twice. With `checkpoint` a file keeps the place, and a program that is started
        again goes on there:

            async with vt.feeds.iter_ip_addresses(checkpoint="feed.json") as feed:
                for ip_address in feed:
                    work_on(ip_address)

        Each object comes at least once: who asks for the next one has worked on the one before. The
        place is written once a second, with each new batch and at the end. After a crash come
        again: the object that was worked on, and those that were given in the second before it.
        After an error in the block or a mere `close`: the object that was worked on. After the end
        of the block, or of the feed: none.

        Args:
            start: the minute to start with; if not given, the newest whose batch is sure to be
                there, 70 minutes ago.
            options: `checkpoint`, `cursor` in place of `start`, `end`, how many gaps are passed
                over, and more: see `FeedOptions`.

        Returns:
            The `AsyncFeed`, an iterator of `IPAddress` objects. Use it as a context manager where it
            is left early.

        Raises:
            InvalidInputError: an argument is wrong.
            StoreError: the checkpoint cannot be read or is of something else; when iterated, it
                cannot be written.
            FeedGapError: when iterated: more than `max_gaps` batches in a row are missing.
            InvalidResponseError: when iterated: a batch is damaged, each time it is downloaded.
            APIError: when iterated: the service answered with another error.
            TransportError: when iterated: no answer came, or the deadline is over.

        Needs a premium key.
        https://docs.virustotal.com/reference/feedsip_addressestime
        """
        return AsyncFeed(self, GET_IP_ADDRESS_FEED_MINUTE, models.IPAddress, start, **options)

    async def download_hourly_ip_addresses(
        self,
        time: datetime,
        target: DownloadTarget,
        *,
        max_bytes: int = UPLOAD_MAX_BYTES,
        **options: Unpack[CallOptions],
    ) -> Download:
        """Download the IP addresses that the service analysed in one hour.

        `GET /feeds/ip_addresses/hourly/{time}`

        The service answers with a redirect to a storage address that works without the key, so
        the key must not go there. The content is a TAR archive packed with bzip2, which holds
        the 60 batches of the hour, a file for each minute. It is there 2 hours after its hour
        and kept for 7 days. One that is too young is refused with NotAvailableYet. Needs the
        licence of this feed.

        Args:
            time: The hour, in UTC; at least 2 hours ago and at most 7 days.
            target: A path, written whole or not at all, or a file object opened in binary mode.
            max_bytes: The most bytes to take, 650 MB if not given.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The `Download`: size in bytes and SHA-256.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            FileReadError: the target cannot be written.
            InvalidResponseError: the content is larger than `max_bytes`.
            APIError: the service answered with an error, among others NotAvailableYetError,
                NotFoundError, ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        https://docs.virustotal.com/reference/feedsip_addresseshourly2time
        """
        return await self._download(
            GET_IP_ADDRESS_FEED_HOUR.request(time), target, max_bytes, **options
        )

    def iter_file_behaviours(
        self, start: datetime | None = None, **options: Unpack[FeedOptions]
    ) -> AsyncFeed[models.FileBehaviour]:
        """Iterate over the behaviour reports that the service analyses, as they come.

        `GET /feeds/file_behaviours/{time}`, once for each minute; sends nothing by itself.
        Batches are there after an hour or so and kept for 7 days; the next one is waited for. They
        are unpacked while they are read, and never all in memory.

        The cursor is right at any moment: a feed that begins with it neither leaves an object out
        nor gives one twice. With `checkpoint` a file keeps the place, and a program that is started
        again goes on there:

            async with vt.feeds.iter_file_behaviours(checkpoint="feed.json") as feed:
                for file_behaviour in feed:
                    work_on(file_behaviour)

        Each object comes at least once: who asks for the next one has worked on the one before. The
        place is written once a second, with each new batch and at the end. After a crash come
        again: the object that was worked on, and those that were given in the second before it.
        After an error in the block or a mere `close`: the object that was worked on. After the end
        of the block, or of the feed: none.

        Args:
            start: the minute to start with; if not given, the newest whose batch is sure to be
                there, 70 minutes ago.
            options: `checkpoint`, `cursor` in place of `start`, `end`, how many gaps are passed
                over, and more: see `FeedOptions`.

        Returns:
            The `AsyncFeed`, an iterator of `FileBehaviour` objects. Use it as a context manager
            where it is left early.

        Raises:
            InvalidInputError: an argument is wrong.
            StoreError: the checkpoint cannot be read or is of something else; when iterated, it
                cannot be written.
            FeedGapError: when iterated: more than `max_gaps` batches in a row are missing.
            InvalidResponseError: when iterated: a batch is damaged, each time it is downloaded.
            APIError: when iterated: the service answered with another error.
            TransportError: when iterated: no answer came, or the deadline is over.

        Needs a premium key.
        https://docs.virustotal.com/reference/feeds-file-behaviour
        """
        return AsyncFeed(
            self, GET_FILE_BEHAVIOUR_FEED_MINUTE, models.FileBehaviour, start, **options
        )

    async def download_hourly_file_behaviours(
        self,
        time: datetime,
        target: DownloadTarget,
        *,
        max_bytes: int = UPLOAD_MAX_BYTES,
        **options: Unpack[CallOptions],
    ) -> Download:
        """Download the behaviour reports that the service analysed in one hour.

        `GET /feeds/file_behaviours/hourly/{time}`

        The service answers with a redirect to a storage address that works without the key, so
        the key must not go there. The content is a TAR archive packed with bzip2, which holds
        the 60 batches of the hour, a file for each minute. It is there 2 hours after its hour
        and kept for 7 days. One that is too young is refused with NotAvailableYet. Needs the
        licence of this feed.

        Args:
            time: The hour, in UTC; at least 2 hours ago and at most 7 days.
            target: A path, written whole or not at all, or a file object opened in binary mode.
            max_bytes: The most bytes to take, 650 MB if not given.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The `Download`: size in bytes and SHA-256.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            FileReadError: the target cannot be written.
            InvalidResponseError: the content is larger than `max_bytes`.
            APIError: the service answered with an error, among others NotAvailableYetError,
                NotFoundError, ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        https://docs.virustotal.com/reference/feeds-file-behaviour-hourly
        """
        return await self._download(
            GET_FILE_BEHAVIOUR_FEED_HOUR.request(time), target, max_bytes, **options
        )

    async def download_file(
        self,
        token: str,
        target: DownloadTarget,
        *,
        max_bytes: int = UPLOAD_MAX_BYTES,
        **options: Unpack[CallOptions],
    ) -> Download:
        """Download the content of a file of the feed.

        `GET /feeds/files/{token}/download`

        The line of the feed holds the whole address, of which the token is a part. It works for
        the 7 days of the feed and costs no quota. Needs the privilege to download files as
        well.

        Args:
            token: The token in the context attribute download_url of a file in the feed.
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
        https://docs.virustotal.com/reference/file-feed-download
        """
        return await self._download(DOWNLOAD_FEED_FILE.request(token), target, max_bytes, **options)

    async def download_behaviour_evtx(
        self,
        token: str,
        target: DownloadTarget,
        *,
        max_bytes: int = UPLOAD_MAX_BYTES,
        **options: Unpack[CallOptions],
    ) -> Download:
        """Download the Windows event log of a run in the feed of behaviour reports.

        `GET /feeds/file_behaviours/{token}/evtx`

        The line of the feed holds the whole address, of which the token is a part. It works for
        the 7 days of the feed and costs no quota.

        Args:
            token: The token in the context attribute html_report, pcap, evtx or memdump of a
                behaviour report in the feed.
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
        https://docs.virustotal.com/reference/file-behaviour-feed-evtx
        """
        return await self._download(
            GET_FEED_FILE_BEHAVIOUR_EVTX.request(token), target, max_bytes, **options
        )

    async def get_behaviour_html(self, token: str, **options: Unpack[CallOptions]) -> str:
        """Get a behaviour report of the feed as an HTML page for people.

        `GET /feeds/file_behaviours/{token}/html`

        The line of the feed holds the whole address, of which the token is a part. It works for
        the 7 days of the feed and costs no quota.

        Args:
            token: The token in the context attribute html_report, pcap, evtx or memdump of a
                behaviour report in the feed.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The page.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        https://docs.virustotal.com/reference/file-behaviour-feed-html
        """
        return await self._call(
            fetch(GET_FEED_FILE_BEHAVIOUR_HTML.request(token), read_content_text), options
        )

    async def download_behaviour_memdump(
        self,
        token: str,
        target: DownloadTarget,
        *,
        max_bytes: int = UPLOAD_MAX_BYTES,
        **options: Unpack[CallOptions],
    ) -> Download:
        """Download the memory dump of a run in the feed of behaviour reports.

        `GET /feeds/file_behaviours/{token}/memdump`

        The line of the feed holds the whole address, of which the token is a part. It works for
        the 7 days of the feed and costs no quota.

        Args:
            token: The token in the context attribute html_report, pcap, evtx or memdump of a
                behaviour report in the feed.
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
        https://docs.virustotal.com/reference/file-behaviour-feed-memdump
        """
        return await self._download(
            GET_FEED_FILE_BEHAVIOUR_MEMDUMP.request(token), target, max_bytes, **options
        )

    async def download_behaviour_pcap(
        self,
        token: str,
        target: DownloadTarget,
        *,
        max_bytes: int = UPLOAD_MAX_BYTES,
        **options: Unpack[CallOptions],
    ) -> Download:
        """Download the network capture of a run in the feed of behaviour reports.

        `GET /feeds/file_behaviours/{token}/pcap`

        The line of the feed holds the whole address, of which the token is a part. It works for
        the 7 days of the feed and costs no quota.

        Args:
            token: The token in the context attribute html_report, pcap, evtx or memdump of a
                behaviour report in the feed.
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
        https://docs.virustotal.com/reference/file-behaviour-feed-pcap
        """
        return await self._download(
            GET_FEED_FILE_BEHAVIOUR_PCAP.request(token), target, max_bytes, **options
        )
