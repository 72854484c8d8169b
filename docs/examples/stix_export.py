"""Write what is known of some indicators as a STIX 2.1 bundle.

python stix_export.py bundle.json evil.example 44d88612fea8a8f36de82e1278abb02f
"""

import sys
from pathlib import Path

from vt_sdk import VirusTotal
from vt_sdk.stix import bundle


def main(target: str, *indicators: str) -> int:
    """Write the bundle; return how many of the indicators are known."""
    found = []
    for item in VirusTotal().lookup_many(indicators):
        if item.value is None:
            print(f"{item.input}: {item.error}", file=sys.stderr)
        else:
            found.append(item.value)
    Path(target).write_text(bundle(found, tlp="amber").serialize(pretty=True), "utf-8")
    return len(found)


if __name__ == "__main__":
    print("known:", main(*sys.argv[1:]))
