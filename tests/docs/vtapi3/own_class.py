"""Add a method of one's own to a class of the library."""

import json
import os
import sys

from vtapi3 import VirusTotalAPIError, VirusTotalAPIFiles


class Files(VirusTotalAPIFiles):
    def get_report_of(self, file_path):
        return self.get_report(self.get_file_id(file_path))


vt_files = Files(os.environ["VT_API_KEY"], timeout=(5, 30))
try:
    result = json.loads(vt_files.get_report_of(sys.argv[1]))
except VirusTotalAPIError as err:
    print(err, err.err_code)
else:
    print(vt_files.get_version_api())
    print(json.dumps(result, indent=4))
