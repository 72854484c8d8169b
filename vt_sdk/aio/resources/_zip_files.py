"""ZIP files, packed on request for one download: the same for the service's and private files.

Do not edit: `python3 scripts/generate.py` made it from `vt_sdk/resources/_zip_files.py`.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import ClassVar, Unpack

from vt_sdk import models
from vt_sdk.aio.api import AsyncVirusTotalAPI
from vt_sdk.core.flow import using
from vt_sdk.core.operation import TimeoutOption
from vt_sdk.core.waiting import DEFAULT_DEADLINE
from vt_sdk.files import UPLOAD_MAX_BYTES, Download, DownloadTarget, receiving
from vt_sdk.resources._zip_files import Packing, ZIPProgress

__all__ = ["AsyncZIPFileJobs"]


class AsyncZIPFileJobs(AsyncVirusTotalAPI):
    """What both groups of ZIP files do besides their operations."""

    _packing: ClassVar[Packing]

    async def create_and_wait(
        self,
        hashes: Sequence[str],
        *,
        password: str | None = None,
        deadline: float = DEFAULT_DEADLINE,
        on_progress: ZIPProgress | None = None,
        **options: Unpack[TimeoutOption],
    ) -> models.ZIPFile:
        """Have files packed into a ZIP file and wait until it is finished.

        `POST /intelligence/zip_files`, `GET /intelligence/zip_files/{id}` until finished; below
        `/private` for private files.

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
            WaitTimeoutError: it was not finished before the deadline; `analysis_id` names it.
            AnalysisFailedError: the packing ended without a result.
            APIError: the service answered with an error, among others QuotaExceededError.
            TransportError: no answer came.

        Needs a premium key.
        https://docs.virustotal.com/reference/zip-files
        """
        creating = self._packing.creating(hashes, password, deadline)
        return await self._call(self._packing.finishing(creating, deadline, on_progress), options)

    async def create_and_download(
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
        """Have files packed into a ZIP file, wait for it, and download it.

        `POST /intelligence/zip_files`, `GET /intelligence/zip_files/{id}` until finished,
        `GET /intelligence/zip_files/{id}/download`; below `/private` for private files. The files
        may be malware.

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
            WaitTimeoutError: it was not finished before the deadline; `analysis_id` names it.
            AnalysisFailedError: the packing ended without a result.
            InvalidResponseError: the content is larger than `max_bytes`.
            APIError: the service answered with an error, among others QuotaExceededError.
            TransportError: no answer came.

        Needs a premium key.
        https://docs.virustotal.com/reference/zip-files
        """
        creating = self._packing.creating(hashes, password, deadline)
        fetching = partial(self._packing.fetching, creating, deadline, on_progress, max_bytes)
        return await self._call(using(receiving(target), fetching), options)
