"""Files: upload and wait, reports, comments, votes, relationships, downloads."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Unpack

from vt_sdk import models
from vt_sdk.core.flow import Flow, do, using
from vt_sdk.core.identifiers import shaped
from vt_sdk.core.objects import AnalysisDescriptor
from vt_sdk.core.operation import CallOptions, TimeoutOption
from vt_sdk.core.policy import fetch
from vt_sdk.core.readers import read_bytes, read_object
from vt_sdk.core.request import Request
from vt_sdk.core.waiting import DEFAULT_DEADLINE
from vt_sdk.files import (
    UPLOAD_MAX_BYTES,
    Download,
    DownloadProgress,
    DownloadTarget,
    FileForm,
    FileSource,
    Progress,
    UploadFile,
    downloading,
    file_hash,
)
from vt_sdk.operations.files import (
    DOWNLOAD_FILE,
    GET_FILE,
    GET_FILE_BEHAVIOUR_PCAP,
    GET_FILE_RELATIONSHIP,
    GET_FILE_UPLOAD_URL,
    UPLOAD_FILE,
    FilesOperations,
)
from vt_sdk.resources._scanning import AnalysisProgress, analysing, looking_first
from vt_sdk.resources._uploads import uploading

__all__ = ["VirusTotalAPIFiles"]


def _uploading(
    password: str | None, on_upload: Progress | None, file: UploadFile
) -> Flow[AnalysisDescriptor]:
    form = FileForm(file, UPLOAD_FILE.given({"password": password or None}), on_upload)
    return uploading(form, UPLOAD_FILE, GET_FILE_UPLOAD_URL, read_object(AnalysisDescriptor))


def _scanning(
    uploading: Callable[[UploadFile], Flow[AnalysisDescriptor]],
    deadline: float,
    on_progress: AnalysisProgress | None,
    file: UploadFile,
) -> Flow[models.File]:
    read = read_object(models.File)
    following = analysing(partial(_report, file), read, deadline, on_progress)
    return following.follow(uploading(file))


def _scanning_what_is_unknown(
    uploading: Callable[[UploadFile], Flow[AnalysisDescriptor]],
    deadline: float,
    on_progress: AnalysisProgress | None,
    file: UploadFile,
) -> Flow[models.File]:
    read = read_object(models.File)
    following = analysing(partial(_report, file), read, deadline, on_progress)
    report = GET_FILE.request((yield from do(file.sha256)))
    return (yield from looking_first(report, _analyses, uploading(file), following))


def _report(file: UploadFile, analysis: models.Analysis) -> Request:
    info = analysis.meta.file_info
    return GET_FILE.request((info.sha256 if info else None) or file.sha256())


def _analyses(file_id: str) -> Request:
    return GET_FILE_RELATIONSHIP.request(file_id, "analyses")


class VirusTotalAPIFiles(FilesOperations):
    """Files and what the service knows of them."""

    @staticmethod
    def get_file_id(file_path: str | os.PathLike[str], hash_alg: str = "sha256") -> str:
        """Return the hash of a local file, by which the service knows it. Sends nothing.

        Args:
            file_path: the path of the file, read piece by piece.
            hash_alg: `sha256`, `sha1` or `md5`.

        Returns:
            The hash in lower-case hexadecimal.

        Raises:
            FileReadError: the file cannot be read.
            InvalidInputError: the service does not know files by this algorithm.
        """
        return file_hash(file_path, hash_alg)

    def upload(
        self,
        file_path: FileSource,
        *,
        name: str | None = None,
        password: str | None = None,
        on_progress: Progress | None = None,
        **options: Unpack[CallOptions],
    ) -> AnalysisDescriptor:
        """Upload a file for analysis; `vt.analyses.wait` waits for the result.

        `POST /files`; above 32 MB `GET /files/upload_url` and the address that it gives. The file
        is streamed; of its path only the base name is sent. Everyone can see what is uploaded.

        Args:
            file_path: a path, the content as bytes, or a file object opened in binary mode that
                can seek; 1 byte to 650 MB.
            name: the name to send in place of the file's own.
            password: the password of a protected ZIP that holds one file.
            on_progress: called with the bytes sent and the bytes in all.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The `AnalysisDescriptor` of the queued analysis.

        Raises:
            InvalidInputError: an argument does not have its shape, or is a pipe, a device, a text.
            FileReadError: the file cannot be read.
            EmptyFileError: the file has no content.
            FileTooLargeError: the file has more than 650 MB.
            APIError: the service answered with an error; 401 also for a wrong ZIP password.
            TransportError: no answer came; `may_have_arrived` says whether the file may have.

        A public key will do.
        https://docs.virustotal.com/reference/files-scan
        """
        uploading = partial(_uploading, password, on_progress)
        return self._call(using(UploadFile(file_path, name), uploading), options)

    def scan_and_wait(
        self,
        file_path: FileSource,
        *,
        name: str | None = None,
        password: str | None = None,
        deadline: float = DEFAULT_DEADLINE,
        on_upload: Progress | None = None,
        on_progress: AnalysisProgress | None = None,
        **options: Unpack[TimeoutOption],
    ) -> models.File:
        """Upload a file, wait until it is analysed and get its report.

        `POST /files`, `GET /analyses/{id}` until completed, `GET /files/{id}`.

        Args:
            file_path: a path, the content as bytes, or a file object opened in binary mode that
                can seek; 1 byte to 650 MB.
            name: the name to send in place of the file's own.
            password: the password of a protected ZIP that holds one file.
            deadline: seconds to wait for the analysis at most, 15 minutes if not given.
            on_upload: called with the bytes sent and the bytes in all.
            on_progress: called with each state of the analysis that was seen.
            options: `timeout` of each request, see `CallOptions`.

        Returns:
            The `File` with the verdicts.

        Raises:
            InvalidInputError: an argument does not have its shape, or is a pipe, a device, a text.
            FileReadError: the file cannot be read.
            EmptyFileError: the file has no content.
            FileTooLargeError: the file has more than 650 MB.
            WaitTimeoutError: the analysis was not completed before the deadline.
            AnalysisFailedError: the analysis ended without a result.
            APIError: the service answered with an error.
            TransportError: no answer came.

        A public key will do.
        https://docs.virustotal.com/reference/files-scan
        """
        uploading = partial(_uploading, password, on_upload)
        scanning = partial(_scanning, uploading, deadline, on_progress)
        return self._call(using(UploadFile(file_path, name), scanning), options)

    def get_or_scan(
        self,
        file_path: FileSource,
        *,
        name: str | None = None,
        password: str | None = None,
        deadline: float = DEFAULT_DEADLINE,
        on_upload: Progress | None = None,
        on_progress: AnalysisProgress | None = None,
        **options: Unpack[TimeoutOption],
    ) -> models.File:
        """Get the report of a file by its hash; upload it only if the service has none.

        `GET /files/{id}`, and after a 404 all that `scan_and_wait` does. Of a file that is known
        and not analysed yet, `GET /files/{id}/analyses` says whether an analysis goes on, as far as
        the key may ask; that is waited for, else the file is uploaded.

        Args:
            file_path: a path, the content as bytes, or a file object opened in binary mode that
                can seek; 1 byte to 650 MB.
            name: the name to send in place of the file's own.
            password: the password of a protected ZIP that holds one file.
            deadline: seconds to wait for the analysis at most, 15 minutes if not given.
            on_upload: called with the bytes sent and the bytes in all.
            on_progress: called with each state of the analysis that was seen.
            options: `timeout` of each request, see `CallOptions`.

        Returns:
            The `File` with the verdicts.

        Raises:
            InvalidInputError: an argument does not have its shape, or is a pipe, a device, a text.
            FileReadError: the file cannot be read.
            EmptyFileError: the file has no content.
            FileTooLargeError: the file has more than 650 MB.
            WaitTimeoutError: the analysis was not completed before the deadline.
            AnalysisFailedError: the analysis ended without a result.
            LookupOnlyError: the file would have to be uploaded (`lookup_only=True`).
            APIError: the service answered with an error other than 404.
            TransportError: no answer came.

        A public key will do.
        https://docs.virustotal.com/reference/file-info
        """
        uploading = partial(_uploading, password, on_upload)
        scanning = partial(_scanning_what_is_unknown, uploading, deadline, on_progress)
        return self._call(using(UploadFile(file_path, name), scanning), options)

    def get_behaviours(self, sandbox_id: str, **options: Unpack[CallOptions]) -> bytes:
        """Get the network traffic of a sandbox run as the bytes of a PCAP file.

        `GET /file_behaviours/{sandbox_id}/pcap`. The seed's name misleads: the behaviour reports
        themselves come from `get_behaviour_reports`.

        Args:
            sandbox_id: the id of a behaviour report: the SHA-256 of the file and the name of the
                sandbox, joined by an underscore.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The content, all in memory; `download_pcap` streams it.

        Raises:
            InvalidInputError: an argument does not have its shape.
            APIError: the service answered with an error, among others NotFoundError.
            TransportError: no answer came.

        Needs a premium key.
        https://docs.virustotal.com/reference/get-file-behaviours-pcap
        """
        return self._content(GET_FILE_BEHAVIOUR_PCAP.request(sandbox_id), **options)

    def download_pcap(
        self,
        sandbox_id: str,
        target: DownloadTarget,
        *,
        max_bytes: int = UPLOAD_MAX_BYTES,
        **options: Unpack[CallOptions],
    ) -> Download:
        """Download the network traffic of a sandbox run as a PCAP file.

        `GET /file_behaviours/{sandbox_id}/pcap`

        Args:
            sandbox_id: the id of a behaviour report: the SHA-256 of the file and the name of the
                sandbox, joined by an underscore.
            target: a path, written whole or not at all, or a file object opened in binary mode.
            max_bytes: the most bytes to take, 650 MB if not given.
            options: `timeout` of this call, and `deadline` until its content begins to come.

        Returns:
            The `Download`: size in bytes and SHA-256.

        Raises:
            InvalidInputError: an argument does not have its shape.
            FileReadError: the target cannot be written.
            InvalidResponseError: the content is larger than `max_bytes`.
            APIError: the service answered with an error, among others NotFoundError.
            TransportError: no answer came.

        Needs a premium key.
        https://docs.virustotal.com/reference/get-file-behaviours-pcap
        """
        request = GET_FILE_BEHAVIOUR_PCAP.request(sandbox_id)
        return self._download(request, target, max_bytes, **options)

    def get_download(self, file_id: str, **options: Unpack[CallOptions]) -> bytes:
        """Get the content of a file.

        `GET /files/{file_id}/download`. The content may be malware.

        Args:
            file_id: the MD5, SHA-1 or SHA-256 of the file, in hexadecimal.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The content, all in memory; `download` streams it and checks its hash.

        Raises:
            InvalidInputError: an argument does not have its shape.
            APIError: the service answered with an error, among others NotFoundError.
            TransportError: no answer came.

        Needs a premium key.
        https://docs.virustotal.com/reference/files-download
        """
        return self._content(DOWNLOAD_FILE.request(file_id), **options)

    def download(
        self,
        file_id: str,
        target: DownloadTarget,
        *,
        max_bytes: int = UPLOAD_MAX_BYTES,
        on_progress: DownloadProgress | None = None,
        **options: Unpack[CallOptions],
    ) -> Download:
        """Download a file, in constant memory, and check that it has the hash.

        `GET /files/{file_id}/download`. The content may be malware.

        Args:
            file_id: the MD5, SHA-1 or SHA-256 of the file, in hexadecimal.
            target: a path, written whole or not at all, or a file object opened in binary mode.
            max_bytes: the most bytes to take, 650 MB if not given.
            on_progress: called with the bytes that came so far, and of how many, None where the
                service does not say.
            options: `timeout` of this call, and `deadline` until its content begins to come.

        Returns:
            The `Download`: size in bytes and SHA-256.

        Raises:
            InvalidInputError: an argument does not have its shape.
            FileReadError: the target cannot be written.
            InvalidResponseError: the content does not have the hash, or is larger than `max_bytes`.
            APIError: the service answered with an error, among others NotFoundError.
            TransportError: no answer came.

        Needs a premium key.
        https://docs.virustotal.com/reference/files-download
        """
        expected = shaped("file_id", file_id, "hash")
        request = DOWNLOAD_FILE.request(expected)
        flow = downloading(request, target, max_bytes, expected, on_progress)
        return self._call(flow, options)

    def _content(self, request: Request, **options: Unpack[CallOptions]) -> bytes:
        return self._call(fetch(replace(request, max_bytes=UPLOAD_MAX_BYTES), read_bytes), options)
