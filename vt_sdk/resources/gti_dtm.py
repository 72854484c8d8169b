"""Digital Threat Monitoring of Google Threat Intelligence: alerts, monitors, documents."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Unpack

from vt_sdk.core.arguments import checked
from vt_sdk.core.flow import Flow, using
from vt_sdk.core.operation import CallOptions
from vt_sdk.core.policy import fetch
from vt_sdk.core.readers import read_nothing
from vt_sdk.files import FileForm, FileSource, UploadFile, upload_files
from vt_sdk.operations.gti_dtm import ADD_DTM_ALERT_ATTACHMENTS, GTIDTMOperations

__all__ = ["VirusTotalAPIGTIDTM"]


def _attaching(alert_id: str, files: list[UploadFile]) -> Flow[None]:
    form = FileForm(files, name="files")
    return fetch(ADD_DTM_ALERT_ATTACHMENTS.request(alert_id, body=form), read_nothing)


class VirusTotalAPIGTIDTM(GTIDTMOperations):
    """Digital Threat Monitoring of Google Threat Intelligence: alerts, monitors, documents.

    It listens to what is said in forums, chats, shops and paste sites. Needs the licence for Google
    Threat Intelligence.
    """

    def add_alert_attachments(
        self, alert_id: str, files: Sequence[FileSource], **options: Unpack[CallOptions]
    ) -> None:
        """Attach files to the analysis of an alert.

        `POST /dtm/alerts/{alert_id}/attachments`. The files are streamed; of their own paths only
        the base names are sent.

        Args:
            alert_id: the id of the alert.
            files: 1 to 10 of them, each a path, the content as bytes, or a file object opened in
                binary mode that can seek.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Raises:
            InvalidInputError: there are none or too many, or one is no file.
            FileReadError: a file cannot be read.
            EmptyFileError: a file has no content.
            NotFoundError: there is no such alert.
            APIError: the service answered with another error.
            TransportError: no answer came; `may_have_arrived` says whether the request may have.

        Needs a premium key.
        """
        limits = {**ADD_DTM_ALERT_ATTACHMENTS.arguments["files"], "items": {}}
        sources = checked("files", files, limits)
        return self._call(using(upload_files(sources), partial(_attaching, alert_id)), options)
