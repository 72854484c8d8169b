"""ZIP files, packed on request for one download: the same for the service's and private files."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import ClassVar, NamedTuple, TypeAlias, Unpack

from vt_sdk import models
from vt_sdk.api import VirusTotalAPI
from vt_sdk.core.arguments import check_hook, checked_seconds
from vt_sdk.core.flow import Flow, do, using
from vt_sdk.core.operation import Operation, PolledOperation, TimeoutOption
from vt_sdk.core.policy import fetch
from vt_sdk.core.readers import read_nothing, read_object
from vt_sdk.core.request import Request
from vt_sdk.core.waiting import DEFAULT_DEADLINE
from vt_sdk.drivers.waiting import Submission, waiting
from vt_sdk.files import UPLOAD_MAX_BYTES, Download, DownloadTarget, Receiver, receiving

__all__ = ["Packing", "ZIPFileJobs", "ZIPProgress"]

# Called with each state of the ZIP file that was seen.
ZIPProgress: TypeAlias = Callable[["models.ZIPFile"], object]


class Packing(NamedTuple):
    """The operations that make a ZIP file, tell how far it is, and give its content."""

    create: Operation
    get: PolledOperation
    download: Operation

    def waiting(
        self, zip_file: models.ZIPFile | str, deadline: float, on_progress: ZIPProgress | None
    ) -> Flow[models.ZIPFile]:
        """Return the flow that asks how far a ZIP file is until it is finished."""
        return waiting(self.get, read_object(models.ZIPFile), zip_file, deadline, on_progress)

    def creating(
        self, hashes: Sequence[str], password: str | None, deadline: float
    ) -> Flow[models.ZIPFile]:
        """Return the flow that has files packed.

        Raises:
            InvalidInputError: an argument does not have its shape.
        """
        checked_seconds("deadline", deadline, or_zero=True)
        data = self.create.given({"hashes": hashes, "password": password})
        return fetch(self.create.request(data=data), read_object(models.ZIPFile))

    def finishing(
        self,
        creating: Flow[models.ZIPFile],
        deadline: float,
        on_progress: ZIPProgress | None,
    ) -> Flow[models.ZIPFile]:
        """Return the flow that waits for what another flow has packed."""
        check_hook("on_progress", on_progress)
        zip_file = yield from creating
        return (yield from self.waiting(zip_file, deadline, on_progress))

    def fetching(
        self,
        creating: Flow[models.ZIPFile],
        deadline: float,
        on_progress: ZIPProgress | None,
        max_bytes: int,
        target: Receiver,
    ) -> Flow[Download]:
        """Return the flow that waits for what another flow has packed, and gets its content."""

        def content(zip_file: models.ZIPFile) -> Request:
            request = self.download.request(zip_file.id, sink=target)
            return replace(request, max_bytes=max_bytes)

        read = read_object(models.ZIPFile)
        following = Submission(self.get, read, content, read_nothing, deadline, on_progress)
        yield from following.follow(creating)
        return (yield from do(target.result))


class ZIPFileJobs(VirusTotalAPI):
    """What both groups of ZIP files do besides their operations."""

    _packing: ClassVar[Packing]

    def create_and_wait(
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
        return self._call(self._packing.finishing(creating, deadline, on_progress), options)

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
        return self._call(using(receiving(target), fetching), options)
