"""ZIP files: files of the service, packed on request for one download."""

from vt_sdk.operations.zip_files import (
    CREATE_ZIP_FILE,
    DOWNLOAD_ZIP_FILE,
    GET_ZIP_FILE,
    ZIPFilesOperations,
)
from vt_sdk.resources._zip_files import Packing, ZIPFileJobs

__all__ = ["VirusTotalAPIZIPFiles"]


class VirusTotalAPIZIPFiles(ZIPFileJobs, ZIPFilesOperations):
    """ZIP files: files of the service, packed on request for one download."""

    _packing = Packing(CREATE_ZIP_FILE, GET_ZIP_FILE, DOWNLOAD_ZIP_FILE)
