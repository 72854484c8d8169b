"""Show the host of a URL."""

import json
import os
import sys

from vtapi3 import VirusTotalAPIError, VirusTotalAPIUrls

vt_urls = VirusTotalAPIUrls(os.environ["VT_API_KEY"])
try:
    result = vt_urls.get_network_location(VirusTotalAPIUrls.get_url_id_base64(sys.argv[1]))
except VirusTotalAPIError as err:
    print(err, err.err_code)
else:
    if vt_urls.get_last_http_error() == vt_urls.HTTP_OK:
        result = json.loads(result)
        result = json.dumps(result, indent=4)
        print(result)
    else:
        print("HTTP Error [" + str(vt_urls.get_last_http_error()) + "]")
