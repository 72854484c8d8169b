"""ZIP files: files of the service, packed on request for one download.

Do not edit: `python3 scripts/generate.py` made it from `vt_sdk/resources/zip_files.py`.
"""

from vt_sdk.aio.operations.zip_files import AsyncZIPFilesOperations
from vt_sdk.aio.resources._zip_files import AsyncZIPFileJobs
from vt_sdk.operations.zip_files import CREATE_ZIP_FILE, DOWNLOAD_ZIP_FILE, GET_ZIP_FILE
from vt_sdk.resources._zip_files import Packing

__all__ = ["AsyncVirusTotalAPIZIPFiles"]


class AsyncVirusTotalAPIZIPFiles(AsyncZIPFileJobs, AsyncZIPFilesOperations):
    """ZIP files: files of the service, packed on request for one download."""

    _packing = Packing(CREATE_ZIP_FILE, GET_ZIP_FILE, DOWNLOAD_ZIP_FILE)
