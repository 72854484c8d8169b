"""VirusTotal Monitor for software makers: files that are analysed again and again."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Unpack

from vt_sdk import models
from vt_sdk.core.flow import Flow, using
from vt_sdk.core.operation import CallOptions
from vt_sdk.core.policy import fetch
from vt_sdk.core.readers import read_object
from vt_sdk.errors import InvalidInputError
from vt_sdk.files import FileForm, FileSource, Progress, UploadFile
from vt_sdk.operations.monitor import (
    CREATE_MONITOR_ITEM,
    GET_MONITOR_UPLOAD_URL,
    MonitorOperations,
)
from vt_sdk.resources._uploads import bare_form, form_fields, uploading

__all__ = ["VirusTotalAPIMonitor"]


def _place(path: str | None, item_id: str | None, *, is_folder: bool) -> dict[str, str]:
    """Return the fields that say where an item goes."""
    if (path is None) == (item_id is None):
        raise InvalidInputError("path, item_id: exactly one of them says where the item goes")
    fields = CREATE_MONITOR_ITEM.given({"path": path, "item": item_id})
    if path is not None and path.endswith("/") != is_folder:
        problem = (
            "without a file it must be that of a folder and end in a slash"
            if is_folder
            else "it must end in the name of the file, that of a folder alone ends in a slash"
        )
        raise InvalidInputError(f"path: {problem}, got {path!r:.100}")
    return form_fields(fields)


def _uploading(
    fields: dict[str, str], on_progress: Progress | None, file: UploadFile
) -> Flow[models.MonitorItem]:
    form = FileForm(file, fields, on_progress)
    read = read_object(models.MonitorItem)
    return uploading(form, CREATE_MONITOR_ITEM, GET_MONITOR_UPLOAD_URL, read)


class VirusTotalAPIMonitor(MonitorOperations):
    """VirusTotal Monitor for software makers: files that are analysed again and again.

    The service keeps them in folders, so that false alarms are noticed.
    """

    def create(
        self,
        file_path: FileSource | None = None,
        *,
        path: str | None = None,
        item_id: str | None = None,
        name: str | None = None,
        on_progress: Progress | None = None,
        **options: Unpack[CallOptions],
    ) -> models.MonitorItem:
        """Upload a file to be monitored, or make a folder.

        `POST /monitor/items`; above 32 MB `GET /monitor/items/upload_url` and the address that it
        gives. The file is streamed; of its own path only the base name is sent. A file that stands
        at the same place is replaced.

        Args:
            file_path: a path, the content as bytes, or a file object opened in binary mode that
                can seek; 1 byte to 650 MB. None makes a folder.
            path: where the item goes below the root folder of the owner, such as
                `/folder/file.exe`, the name of the file included; that of a folder ends in a slash.
            item_id: in place of `path`, the id of an item, new or old, which holds the path.
            name: the name to send in place of the file's own.
            on_progress: called with the bytes sent and the bytes in all.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The `MonitorItem`, named by type and id.

        Raises:
            InvalidInputError: an argument does not have its shape, or not exactly one of `path` and
                `item_id` is given.
            FileReadError: the file cannot be read.
            EmptyFileError: the file has no content.
            FileTooLargeError: the file has more than 650 MB.
            QuotaExceededError: the storage is full.
            APIError: the service answered with another error, among others InvalidArgumentError,
                ForbiddenError.
            TransportError: no answer came; `may_have_arrived` says whether the file may have.

        Needs a premium key.
        https://docs.virustotal.com/reference/monitor-items-create
        """
        fields = _place(path, item_id, is_folder=file_path is None)
        if file_path is None:
            body, content_type = bare_form(fields)
            request = replace(CREATE_MONITOR_ITEM.request(), body=body, content_type=content_type)
            return self._call(fetch(request, read_object(models.MonitorItem)), options)
        uploading = partial(_uploading, fields, on_progress)
        return self._call(using(UploadFile(file_path, name), uploading), options)
