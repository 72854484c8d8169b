"""Look up every indicator of a CSV file; run it again and it goes on where it stopped.

python enrich_csv.py indicators.csv results
"""

import sys

from vt_sdk import RateLimit
from vt_sdk.bulk import Job
from vt_sdk.verdicts import Policy

job = Job(policy=Policy.default(), rate_limit=RateLimit.public())


def main(source: str, results: str, column: str | None = None) -> None:
    """Keep one row for each indicator of the source in a folder of Parquet files."""
    price = job.price(source, results, column=column)
    print(f"{price.calls} calls, {price.days:.1f} days")
    print(job.run(source, results, column=column))


if __name__ == "__main__":
    main(*sys.argv[1:])
