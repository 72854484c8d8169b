"""ZIP files of private scanning: private files, packed on request for one download.

Do not edit: `python3 scripts/generate.py` made it from `vt_sdk/resources/private_zip_files.py`.
"""

from vt_sdk.aio.operations.private_zip_files import AsyncPrivateZIPFilesOperations
from vt_sdk.aio.resources._zip_files import AsyncZIPFileJobs
from vt_sdk.operations.private_zip_files import (
    CREATE_PRIVATE_ZIP_FILE,
    DOWNLOAD_PRIVATE_ZIP_FILE,
    GET_PRIVATE_ZIP_FILE,
)
from vt_sdk.resources._zip_files import Packing

__all__ = ["AsyncVirusTotalAPIPrivateZIPFiles"]


class AsyncVirusTotalAPIPrivateZIPFiles(AsyncZIPFileJobs, AsyncPrivateZIPFilesOperations):
    """ZIP files of private scanning: private files, packed on request for one download."""

    _packing = Packing(CREATE_PRIVATE_ZIP_FILE, GET_PRIVATE_ZIP_FILE, DOWNLOAD_PRIVATE_ZIP_FILE)
