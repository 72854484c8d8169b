"""Run YARA rules over the files of the last months, and list what they match.

    python retrohunt_wait.py rules.yar

Needs a key with Retrohunt. A run that was stopped goes on with the id of its job.
"""

import sys
from pathlib import Path

from vt_sdk import VirusTotal


def main(rules: str, job_id: str | None = None) -> list[str]:
    """Wait for the job, for as long as it takes; return the hashes of what matches."""
    vt = VirusTotal()
    if job_id is None:
        job_id = vt.retrohunt.create(Path(rules).read_text("utf-8")).id
        print("job", job_id)
    job = vt.retrohunt.wait(job_id, deadline=24 * 3600)
    print(f"{job.attributes.status}, matches: {job.attributes.num_matches}")
    return [file.id for file in vt.retrohunt.get_matching_files(job_id).iter_all()]


if __name__ == "__main__":
    print(*main(*sys.argv[1:]), sep="\n")
