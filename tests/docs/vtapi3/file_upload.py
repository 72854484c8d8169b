"""Upload a file."""

import errno
import json
import os
import sys

from vtapi3 import VirusTotalAPIError, VirusTotalAPIFiles

vt_files = VirusTotalAPIFiles(os.environ["VT_API_KEY"], 30)
try:
    result = vt_files.upload(sys.argv[1])
except VirusTotalAPIError as err:
    if err.err_code == errno.ENOENT:
        print("There is no such file.")
    else:
        print(err, err.err_code)
else:
    if vt_files.get_last_http_error() == vt_files.HTTP_OK:
        result = json.loads(result)
        result = json.dumps(result, sort_keys=False, indent=4)
        print(result)
    else:
        print("HTTP Error [" + str(vt_files.get_last_http_error()) + "]")
