"""ZIP files of private scanning: private files, packed on request for one download."""

from vt_sdk.operations.private_zip_files import (
    CREATE_PRIVATE_ZIP_FILE,
    DOWNLOAD_PRIVATE_ZIP_FILE,
    GET_PRIVATE_ZIP_FILE,
    PrivateZIPFilesOperations,
)
from vt_sdk.resources._zip_files import Packing, ZIPFileJobs

__all__ = ["VirusTotalAPIPrivateZIPFiles"]


class VirusTotalAPIPrivateZIPFiles(ZIPFileJobs, PrivateZIPFilesOperations):
    """ZIP files of private scanning: private files, packed on request for one download."""

    _packing = Packing(CREATE_PRIVATE_ZIP_FILE, GET_PRIVATE_ZIP_FILE, DOWNLOAD_PRIVATE_ZIP_FILE)
