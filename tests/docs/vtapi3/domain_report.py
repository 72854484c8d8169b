"""Show what is known of a domain."""

import json
import os
import sys

from vtapi3 import VirusTotalAPIDomains, VirusTotalAPIError

vt_domains = VirusTotalAPIDomains(os.environ["VT_API_KEY"])
try:
    result = vt_domains.get_report(sys.argv[1])
except VirusTotalAPIError as err:
    print(err, err.err_code)
else:
    if vt_domains.get_last_http_error() == vt_domains.HTTP_OK:
        result = json.loads(result)
        result = json.dumps(result, indent=4)
        print(result)
    else:
        print("HTTP Error [" + str(vt_domains.get_last_http_error()) + "]")
