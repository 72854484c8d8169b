"""The operations of the group `private_zip_files`.

Do not edit: `python3 scripts/generate.py` made it from `vt_sdk/operations/private_zip_files.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Unpack

from vt_sdk import models
from vt_sdk.aio.api import AsyncVirusTotalAPI
from vt_sdk.core.operation import CallOptions, TimeoutOption
from vt_sdk.core.policy import fetch
from vt_sdk.core.readers import read_object, read_text
from vt_sdk.drivers.waiting import waiting
from vt_sdk.files import UPLOAD_MAX_BYTES, Download, DownloadTarget
from vt_sdk.operations.private_zip_files import (
    CREATE_PRIVATE_ZIP_FILE,
    DOWNLOAD_PRIVATE_ZIP_FILE,
    GET_PRIVATE_ZIP_FILE,
    GET_PRIVATE_ZIP_FILE_DOWNLOAD_URL,
)

__all__ = ["AsyncPrivateZIPFilesOperations"]


class AsyncPrivateZIPFilesOperations(AsyncVirusTotalAPI):
    """ZIP files of private scanning: private files, packed on request for one download.

    Needs the licence for private scanning.
    """

    async def create(
        self, hashes: Sequence[str], *, password: str | None = None, **options: Unpack[CallOptions]
    ) -> models.ZIPFile:
        """Have private files packed into a ZIP file.

        `POST /private/zip_files`

        The answer is the ZIP file as an object whose status says how far the packing is; the
        content can be downloaded once that is finished. Ask `vt.private_zip_files.get` for the
        status until then. Files that cannot be packed are counted in files_error. A request
        sent twice makes two ZIP files.

        Args:
            hashes: The SHA-256, SHA-1 or MD5 hashes of the files to pack, at least one.
            password: The password that protects the ZIP file; none if absent.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The `ZIPFile`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others InvalidArgumentError,
                ForbiddenError, QuotaExceededError.
            TransportError: no answer came; `may_have_arrived` says whether the request may have.

        Needs a premium key.
        https://docs.virustotal.com/reference/private-scanning-zip-files
        """
        return await self._call(
            fetch(
                CREATE_PRIVATE_ZIP_FILE.request(
                    data=CREATE_PRIVATE_ZIP_FILE.given({"hashes": hashes, "password": password})
                ),
                read_object(models.ZIPFile),
            ),
            options,
        )

    async def get(self, zip_file_id: str, **options: Unpack[CallOptions]) -> models.ZIPFile:
        """Get how far the packing of a ZIP file is.

        `GET /private/zip_files/{zip_file_id}`

        The status is starting, creating, finished, timeout, error-starting or error-creating;
        progress says how much is done, in percent.

        Args:
            zip_file_id: The id of the ZIP file, a decimal number as text.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The `ZIPFile`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        https://docs.virustotal.com/reference/private-scanning-get-zip-file
        """
        return await self._call(
            fetch(GET_PRIVATE_ZIP_FILE.request(zip_file_id), read_object(models.ZIPFile)), options
        )

    async def download(
        self,
        zip_file_id: str,
        target: DownloadTarget,
        *,
        max_bytes: int = UPLOAD_MAX_BYTES,
        **options: Unpack[CallOptions],
    ) -> Download:
        """Download the content of a ZIP file that is finished.

        `GET /private/zip_files/{zip_file_id}/download`

        The service answers with a redirect to a signed storage address that works for one hour
        without the key, so the key must not go there.

        Args:
            zip_file_id: The id of the ZIP file, a decimal number as text.
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
        https://docs.virustotal.com/reference/private-scanning-download-zip-file
        """
        return await self._download(
            DOWNLOAD_PRIVATE_ZIP_FILE.request(zip_file_id), target, max_bytes, **options
        )

    async def get_download_url(self, zip_file_id: str, **options: Unpack[CallOptions]) -> str:
        """Get a signed address from which a ZIP file can be downloaded.

        `GET /private/zip_files/{zip_file_id}/download_url`

        The address works for one hour, as often as wanted and without the key. The ZIP file has
        to be finished.

        Args:
            zip_file_id: The id of the ZIP file, a decimal number as text.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The signed address.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        https://docs.virustotal.com/reference/private-scanning-get-zip-download-url
        """
        return await self._call(
            fetch(GET_PRIVATE_ZIP_FILE_DOWNLOAD_URL.request(zip_file_id), read_text), options
        )

    async def wait(
        self,
        zip_file: models.ZIPFile | str,
        *,
        deadline: float = GET_PRIVATE_ZIP_FILE.wait.deadline,
        on_progress: Callable[[models.ZIPFile], object] | None = None,
        **options: Unpack[TimeoutOption],
    ) -> models.ZIPFile:
        """Wait until a ZIP file of private files is finished, so that it can be downloaded.

        `GET /private/zip_files/{zip_file_id}`, first after 2 seconds, then at growing intervals
        up to 20 seconds. Answers that may pass (404 right after a submission, 429, 5xx) and
        lost connections do not end it. The attribute files_error counts what could not be
        packed.

        Args:
            zip_file: what `create` returned, or its id.
            deadline: seconds to wait at most, 15 minutes if not given.
            on_progress: called with each state that was seen.
            options: `timeout` of each request, see `CallOptions`.

        Returns:
            The finished `ZIPFile`.

        Raises:
            InvalidInputError: an argument does not have its shape.
            WaitTimeoutError: it was not finished before the deadline; `analysis_id` names it.
            AnalysisFailedError: it ended without a result.
            APIError: the service answered with an error, among others NotFoundError.
            TransportError: no answer came.

        Needs a premium key.
        https://docs.virustotal.com/reference/private-scanning-get-zip-file
        """
        read = read_object(models.ZIPFile)
        flow = waiting(GET_PRIVATE_ZIP_FILE, read, zip_file, deadline, on_progress)
        return await self._call(flow, options)
