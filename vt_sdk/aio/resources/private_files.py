"""Files of private scanning, which only their owner sees: upload, report, new run, deletion.

Do not edit: `python3 scripts/generate.py` made it from `vt_sdk/resources/private_files.py`.
"""

from __future__ import annotations

from functools import partial
from typing import Literal, Unpack

from vt_sdk import models
from vt_sdk.aio.operations.private_files import AsyncPrivateFilesOperations
from vt_sdk.core.flow import using
from vt_sdk.core.objects import AnalysisDescriptor
from vt_sdk.core.operation import CallOptions, TimeoutOption
from vt_sdk.core.waiting import DEFAULT_DEADLINE
from vt_sdk.files import FileSource, Progress, UploadFile
from vt_sdk.resources._scanning import PrivateAnalysisProgress
from vt_sdk.resources.private_files import _fields, _scanning, _uploading

__all__ = ["AsyncVirusTotalAPIPrivateFiles"]


class AsyncVirusTotalAPIPrivateFiles(AsyncPrivateFilesOperations):
    """Files of private scanning, which only their owner sees: upload, report, new run, deletion."""

    async def upload(
        self,
        file_path: FileSource,
        *,
        name: str | None = None,
        password: str | None = None,
        command_line: str | None = None,
        disable_sandbox: bool | None = None,
        enable_internet: bool | None = None,
        intercept_tls: bool | None = None,
        interaction_sandbox: Literal["cape"] | str | None = None,
        interaction_timeout: int | None = None,
        retention_period_days: int | None = None,
        storage_region: Literal["US", "EU"] | str | None = None,
        locale: Literal["EN_US", "AR_SA", "DE_DE", "ES_ES", "PT_BR"] | str | None = None,
        on_progress: Progress | None = None,
        **options: Unpack[CallOptions],
    ) -> AnalysisDescriptor:
        """Upload a file for private analysis; `vt.private_analyses.wait` waits for the result.

        `POST /private/files`; above 32 MB `GET /private/files/upload_url` and the address that it
        gives. The file is streamed; of its path only the base name is sent. Nobody but the owner
        sees it, and no engine of others scans it.

        Args:
            file_path: a path, the content as bytes, or a file object opened in binary mode that
                can seek; 1 byte to 650 MB.
            name: the name to send in place of the file's own.
            password: the password of a protected ZIP that holds one file.
            command_line: the command line that the sandboxes run the file with.
            disable_sandbox: whether the file shall not be run in sandboxes at all.
            enable_internet: whether the file can reach the internet while it runs.
            intercept_tls: whether encrypted traffic is read. A file that checks certificates
                notices, and JA3 fingerprints become useless.
            interaction_sandbox: the sandbox in which a person can work while the file runs.
            interaction_timeout: how long that person has, in seconds, 60 to 1800.
            retention_period_days: how many days the service keeps file and reports, 1 to 28; what
                the group prefers if not given.
            storage_region: where the file is stored; what the group prefers if not given.
            locale: language and keyboard of the sandboxes, as far as they can be set.
            on_progress: called with the bytes sent and the bytes in all.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The `AnalysisDescriptor` of the queued analysis.

        Raises:
            InvalidInputError: an argument does not have its shape.
            FileReadError: the file cannot be read.
            EmptyFileError: the file has no content.
            FileTooLargeError: the file has more than 650 MB.
            APIError: the service answered with an error, among others InvalidArgumentError,
                ForbiddenError; also for a wrong ZIP password.
            TransportError: no answer came; `may_have_arrived` says whether the file may have.

        Needs a premium key.
        https://docs.virustotal.com/reference/post_files
        """
        fields = _fields(
            password=password,
            command_line=command_line,
            disable_sandbox=disable_sandbox,
            enable_internet=enable_internet,
            intercept_tls=intercept_tls,
            interaction_sandbox=interaction_sandbox,
            interaction_timeout=interaction_timeout,
            retention_period_days=retention_period_days,
            storage_region=storage_region,
            locale=locale,
        )
        uploading = partial(_uploading, fields, on_progress)
        return await self._call(using(UploadFile(file_path, name), uploading), options)

    async def scan_and_wait(
        self,
        file_path: FileSource,
        *,
        name: str | None = None,
        password: str | None = None,
        command_line: str | None = None,
        disable_sandbox: bool | None = None,
        enable_internet: bool | None = None,
        intercept_tls: bool | None = None,
        interaction_sandbox: Literal["cape"] | str | None = None,
        interaction_timeout: int | None = None,
        retention_period_days: int | None = None,
        storage_region: Literal["US", "EU"] | str | None = None,
        locale: Literal["EN_US", "AR_SA", "DE_DE", "ES_ES", "PT_BR"] | str | None = None,
        deadline: float = DEFAULT_DEADLINE,
        on_upload: Progress | None = None,
        on_progress: PrivateAnalysisProgress | None = None,
        **options: Unpack[TimeoutOption],
    ) -> models.PrivateFile:
        """Upload a file for private analysis, wait until it is analysed and get its report.

        `POST /private/files`, `GET /private/analyses/{id}` until completed,
        `GET /private/files/{id}`.

        Args:
            file_path: a path, the content as bytes, or a file object opened in binary mode that
                can seek; 1 byte to 650 MB.
            name: the name to send in place of the file's own.
            password: the password of a protected ZIP that holds one file.
            command_line: the command line that the sandboxes run the file with.
            disable_sandbox: whether the file shall not be run in sandboxes at all.
            enable_internet: whether the file can reach the internet while it runs.
            intercept_tls: whether encrypted traffic is read. A file that checks certificates
                notices, and JA3 fingerprints become useless.
            interaction_sandbox: the sandbox in which a person can work while the file runs.
            interaction_timeout: how long that person has, in seconds, 60 to 1800; the deadline
                should leave room for it.
            retention_period_days: how many days the service keeps file and reports, 1 to 28; what
                the group prefers if not given.
            storage_region: where the file is stored; what the group prefers if not given.
            locale: language and keyboard of the sandboxes, as far as they can be set.
            deadline: seconds to wait for the analysis at most, 15 minutes if not given.
            on_upload: called with the bytes sent and the bytes in all.
            on_progress: called with each state of the analysis that was seen.
            options: `timeout` of each request, see `CallOptions`.

        Returns:
            The `PrivateFile` with what the sandboxes found.

        Raises:
            InvalidInputError: an argument does not have its shape.
            FileReadError: the file cannot be read.
            EmptyFileError: the file has no content.
            FileTooLargeError: the file has more than 650 MB.
            WaitTimeoutError: the analysis was not completed before the deadline.
            AnalysisFailedError: the analysis ended without a result.
            APIError: the service answered with an error, among others InvalidArgumentError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        https://docs.virustotal.com/reference/post_files
        """
        fields = _fields(
            password=password,
            command_line=command_line,
            disable_sandbox=disable_sandbox,
            enable_internet=enable_internet,
            intercept_tls=intercept_tls,
            interaction_sandbox=interaction_sandbox,
            interaction_timeout=interaction_timeout,
            retention_period_days=retention_period_days,
            storage_region=storage_region,
            locale=locale,
        )
        uploading = partial(_uploading, fields, on_upload)
        scanning = partial(_scanning, uploading, deadline, on_progress)
        return await self._call(using(UploadFile(file_path, name), scanning), options)
