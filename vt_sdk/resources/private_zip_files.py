"""ZIP files of private scanning: private files, packed on request for one download."""

from collections.abc import Sequence
from typing import Unpack

from vt_sdk import models
from vt_sdk.api import VirusTotalAPI
from vt_sdk.core.operation import TimeoutOption
from vt_sdk.core.waiting import DEFAULT_DEADLINE
from vt_sdk.files import UPLOAD_MAX_BYTES, Download, DownloadTarget, receiving
from vt_sdk.operations.private_zip_files import (
    CREATE_PRIVATE_ZIP_FILE,
    DOWNLOAD_PRIVATE_ZIP_FILE,
    GET_PRIVATE_ZIP_FILE,
    PrivateZIPFileOperations,
)
from vt_sdk.resources.zip_files import Packing, ZIPProgress

__all__ = ["VirusTotalAPIPrivateZIPFiles"]

_PACKING = Packing(CREATE_PRIVATE_ZIP_FILE, GET_PRIVATE_ZIP_FILE, DOWNLOAD_PRIVATE_ZIP_FILE)


class VirusTotalAPIPrivateZIPFiles(PrivateZIPFileOperations, VirusTotalAPI):
    """ZIP files of private scanning: private files, packed on request for one download."""

    def wait(
        self,
        zip_file: models.ZIPFile | str,
        *,
        deadline: float = DEFAULT_DEADLINE,
        on_progress: ZIPProgress | None = None,
        **options: Unpack[TimeoutOption],
    ) -> models.ZIPFile:
        """Wait until a ZIP file is finished, so that it can be downloaded.

        `GET /private/zip_files/{zip_file_id}`, first after 2 seconds, then at growing
        intervals up to 20 seconds. An answer that the quota is spent lengthens the interval and
        never ends the wait.

        Args:
            zip_file: what `create` returned, or its id.
            deadline: seconds to wait at most, 15 minutes if not given.
            on_progress: called with each state that was seen.
            options: `timeout` of each request, see `CallOptions`.

        Returns:
            The finished `ZIPFile`; `files_error` counts what could not be packed.

        Raises:
            InvalidInputError: an argument does not have its shape.
            WaitTimeoutError: it was not finished before the deadline; `last` knows its id.
            AnalysisFailedError: the packing ended without a result.
            APIError: the service answered with an error, among others NotFoundError.
            TransportError: no answer came.

        Needs a premium key.
        https://docs.virustotal.com/reference/private-scanning-get-zip-file
        """
        return self._call(_PACKING.waiting(zip_file, deadline, on_progress), **options)

    def create_and_wait(
        self,
        hashes: Sequence[str],
        *,
        password: str | None = None,
        deadline: float = DEFAULT_DEADLINE,
        on_progress: ZIPProgress | None = None,
        **options: Unpack[TimeoutOption],
    ) -> models.ZIPFile:
        """Have private files packed into a ZIP file and wait until it is finished.

        `POST /private/zip_files`, `GET /private/zip_files/{id}` until finished.

        Args:
            hashes: the MD5s, SHA-1s or SHA-256s of the files to pack, at least one.
            password: the password that protects the ZIP file; none if not given.
            deadline: seconds to wait for the packing at most, 15 minutes if not given.
            on_progress: called with each state that was seen.
            options: `timeout` of each request, see `CallOptions`.

        Returns:
            The finished `ZIPFile`; `files_error` counts what could not be packed.

        Raises:
            InvalidInputError: an argument does not have its shape.
            WaitTimeoutError: it was not finished before the deadline; `last` knows its id.
            AnalysisFailedError: the packing ended without a result.
            APIError: the service answered with an error, among others QuotaExceededError.
            TransportError: no answer came.

        Needs a premium key.
        https://docs.virustotal.com/reference/private-scanning-zip-files
        """
        flow = _PACKING.creating(hashes, password, deadline, on_progress)
        return self._call(flow, **options)

    def create_and_download(
        self,
        hashes: Sequence[str],
        target: DownloadTarget,
        *,
        password: str | None = None,
        deadline: float = DEFAULT_DEADLINE,
        on_progress: ZIPProgress | None = None,
        max_bytes: int = UPLOAD_MAX_BYTES,
        **options: Unpack[TimeoutOption],
    ) -> Download:
        """Have private files packed into a ZIP file, wait for it, and download it.

        `POST /private/zip_files`, `GET /private/zip_files/{id}` until finished,
        `GET /private/zip_files/{id}/download`. The files may be malware.

        Args:
            hashes: the MD5s, SHA-1s or SHA-256s of the files to pack, at least one.
            target: a path, written whole or not at all, or a file object opened in binary mode.
            password: the password that protects the ZIP file; none if not given.
            deadline: seconds to wait for the packing at most, 15 minutes if not given.
            on_progress: called with each state that was seen.
            max_bytes: the most bytes to take, 650 MB if not given.
            options: `timeout` of each request, see `CallOptions`.

        Returns:
            The `Download`: size in bytes and SHA-256.

        Raises:
            InvalidInputError: an argument does not have its shape.
            FileReadError: the target cannot be written; nothing was packed.
            WaitTimeoutError: it was not finished before the deadline; `last` knows its id.
            AnalysisFailedError: the packing ended without a result.
            InvalidResponseError: the content is larger than `max_bytes`.
            APIError: the service answered with an error, among others QuotaExceededError.
            TransportError: no answer came.

        Needs a premium key.
        https://docs.virustotal.com/reference/private-scanning-zip-files
        """
        creating = _PACKING.creating(hashes, password, deadline, on_progress)
        with receiving(target) as receiver:
            flow = _PACKING.fetching(creating, receiver, max_bytes, receiver.result)
            return self._call(flow, **options)
