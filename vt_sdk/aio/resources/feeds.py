"""Feeds: everything that the service analyses, in batches.

Do not edit: `python3 scripts/generate.py` made it from `vt_sdk/resources/feeds.py`.
"""

from datetime import datetime
from typing import Unpack

from vt_sdk.aio.operations.feeds import AsyncFeedsOperations
from vt_sdk.bulk.feed_batches import FeedKind
from vt_sdk.core.arguments import checked
from vt_sdk.core.operation import CallOptions
from vt_sdk.files import UPLOAD_MAX_BYTES, Download, DownloadTarget
from vt_sdk.resources.feeds import _MINUTES

__all__ = ["AsyncVirusTotalAPIFeeds"]


class AsyncVirusTotalAPIFeeds(AsyncFeedsOperations):
    """Feeds: everything that the service analyses, in batches."""

    async def download_batch(
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
        return await self._download(request, target, max_bytes, **options)
