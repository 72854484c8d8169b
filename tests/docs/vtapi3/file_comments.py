"""Show the comments on a file."""

import json
import os
import sys

from vtapi3 import VirusTotalAPIError, VirusTotalAPIFiles

vt_files = VirusTotalAPIFiles(os.environ["VT_API_KEY"])
try:
    result = vt_files.get_comments(sys.argv[1], 5)
except VirusTotalAPIError as err:
    print(err, err.err_code)
else:
    if vt_files.get_last_http_error() == vt_files.HTTP_OK:
        result = json.loads(result)
        result = json.dumps(result, indent=4)
        print(result)
    else:
        print("HTTP Error [" + str(vt_files.get_last_http_error()) + "]")
