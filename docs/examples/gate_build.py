"""Let a build pass only if all that it made is known to be clean.

    python gate_build.py dist/*.whl

Only hashes are sent. The exit status is 0 if every file is clean, 1 if one is not, 2 if that cannot
be told.
"""

import sys
from pathlib import Path

from vt_sdk import VirusTotal, VirusTotalAPIError
from vt_sdk.verdicts import Level, Policy


def main(*paths: str) -> int:
    """Print the verdict on each file, and return the exit status."""
    vt, policy = VirusTotal(), Policy.strict()
    status = 0
    for path in paths:
        try:
            sha256 = vt.files.get_file_id(path)
            verdict = policy.judge(vt.files.get_report(sha256))
        except VirusTotalAPIError as error:
            print(f"{Path(path).name}: no verdict: {error}")
            status = max(status, 2)
            continue
        print(f"{Path(path).name}: {verdict}")
        if verdict.level is not Level.CLEAN:
            status = max(status, 1)
    return status


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
