"""Show the state of an analysis."""

import json
import os
import sys

from vtapi3 import VirusTotalAPIAnalyses, VirusTotalAPIError

vt_analyses = VirusTotalAPIAnalyses(os.environ["VT_API_KEY"])
try:
    result = vt_analyses.get_report(sys.argv[1])
except VirusTotalAPIError as err:
    print(err, err.err_code)
else:
    if vt_analyses.get_last_http_error() == vt_analyses.HTTP_OK:
        result = json.loads(result)
        result = json.dumps(result, indent=4)
        print(result)
    else:
        print("HTTP Error [" + str(vt_analyses.get_last_http_error()) + "]")
