"""An AWS Lambda function behind a bucket: what is put there is looked up by its hash.

The client is made once for each instance of the function. Reserve a time for the call: a function
that is killed cannot say why.
"""

from typing import Any

from vt_sdk import NotFoundError, VirusTotal
from vt_sdk.verdicts import Policy

vt = VirusTotal()
policy = Policy.default()


def handler(event: dict[str, Any], _context: object) -> dict[str, str]:
    """Return the level of each object of an event, by its key; `unknown` where nobody sent it."""
    levels = {}
    for record in event["Records"]:
        item = record["s3"]["object"]
        try:
            report = vt.files.get_report(item["sha256"], deadline=10)
        except NotFoundError:
            levels[item["key"]] = "unknown"
        else:
            levels[item["key"]] = str(policy.judge(report).level)
    return levels
