"""Digital Threat Monitoring of Google Threat Intelligence: alerts, monitors, documents.

Do not edit: `python3 scripts/generate.py` made it from `vt_sdk/resources/gti_dtm.py`.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Unpack

from vt_sdk.aio.operations.gti_dtm import AsyncGTIDTMOperations
from vt_sdk.core.arguments import checked
from vt_sdk.core.flow import using
from vt_sdk.core.operation import CallOptions
from vt_sdk.files import FileSource, upload_files
from vt_sdk.operations.gti_dtm import ADD_DTM_ALERT_ATTACHMENTS
from vt_sdk.resources.gti_dtm import _attaching

__all__ = ["AsyncVirusTotalAPIGTIDTM"]


class AsyncVirusTotalAPIGTIDTM(AsyncGTIDTMOperations):
    """Digital Threat Monitoring of Google Threat Intelligence: alerts, monitors, documents.

    It listens to what is said in forums, chats, shops and paste sites. Needs the licence for Google
    Threat Intelligence.
    """

    async def add_alert_attachments(
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
        return await self._call(
            using(upload_files(sources), partial(_attaching, alert_id)), options
        )
