"""Show what is known of an IP address."""

import json
import os
import sys

from vtapi3 import VirusTotalAPIError, VirusTotalAPIIPAddresses

vt_addresses = VirusTotalAPIIPAddresses(os.environ["VT_API_KEY"])
try:
    result = vt_addresses.get_report(sys.argv[1])
except VirusTotalAPIError as err:
    print(err, err.err_code)
else:
    if vt_addresses.get_last_http_error() == vt_addresses.HTTP_OK:
        result = json.loads(result)
        result = json.dumps(result, indent=4)
        print(result)
    else:
        print("HTTP Error [" + str(vt_addresses.get_last_http_error()) + "]")
