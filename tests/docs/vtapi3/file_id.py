"""Show the id of a local file; nothing is sent."""

import sys

from vtapi3 import VirusTotalAPIError, VirusTotalAPIFiles

try:
    result = VirusTotalAPIFiles.get_file_id(sys.argv[1], "md5")
except VirusTotalAPIError as err:
    print(err, err.err_code)
else:
    print(result)
