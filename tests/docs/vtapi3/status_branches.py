"""Say in words how a look-up ended."""

import os
import sys

from vtapi3 import VirusTotalAPIError, VirusTotalAPIFiles

vt_files = VirusTotalAPIFiles(os.environ["VT_API_KEY"])
try:
    vt_files.get_report(sys.argv[1])
except VirusTotalAPIError as err:
    print("Error:", err, err.err_code)
if vt_files.get_last_http_error() == vt_files.HTTP_OK:
    print("It is known.")
elif vt_files.get_last_http_error() == vt_files.HTTP_NOT_FOUND_ERROR:
    print("It is not known.")
elif vt_files.get_last_http_error() == vt_files.HTTP_AUTHENTICATION_REQUIRED_ERROR:
    print("The key is wrong.")
elif vt_files.get_last_http_error() is None:
    print("There was no answer.")
else:
    print("HTTP Error [" + str(vt_files.get_last_http_error()) + "]")
