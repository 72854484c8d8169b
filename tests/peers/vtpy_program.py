"""The main jobs of vt-py, the official client, against an emulator.

Run by an interpreter that has vt-py: `python vtpy_program.py URL API_KEY`. The client is as
published; only the host differs from a program for the real service. Prints one JSON document with
what it saw.
"""

import io
import json
import sys

import vt

EICAR = "275a021bbfb6489e54d471899f7db9d1663fc695ec2fe2a2c4538aabf651fd0f"


def refused(client, path):
    """Ask for what cannot be had and give the code of the error."""
    try:
        client.get_object(path)
    except vt.APIError as error:
        return error.code
    return None


def vote(client, verdict):
    """Vote on a file by a plain object, as the documentation of the client shows it."""
    made = vt.Object("vote")
    made.verdict = verdict
    client.post_object("/files/{}/votes", EICAR, obj=made)


def main(url, key):
    seen = {}
    with vt.Client(key, host=url, timeout=30) as client:
        report = client.get_object("/files/{}", EICAR)
        seen["malicious"] = report.last_analysis_stats["malicious"]
        seen["first_seen_year"] = report.first_submission_date.year

        content = io.BytesIO(b"a file from vt-py")
        analysis = client.scan_file(content, wait_for_completion=True)
        seen["file_status"] = analysis.status
        item = client.get_object("/analyses/{}/item", analysis.id)
        seen["file_size"] = item.size

        analysis = client.scan_url("http://example.com/from-vt-py", wait_for_completion=True)
        seen["url_status"] = analysis.status
        page = client.get_object("/urls/{}", vt.url_id("http://example.com/from-vt-py"))
        seen["url"] = page.url

        path = "/files/{}/comments"
        seen["comments"] = sum(1 for _ in client.iterator(path, EICAR, batch_size=10))
        seen["limited"] = sum(1 for _ in client.iterator(path, EICAR, limit=15))
        first = client.iterator(path, EICAR, batch_size=10, limit=10)
        taken = [comment.id for comment in first]
        rest = client.iterator(path, EICAR, cursor=first.cursor, batch_size=10)
        seen["resumed"] = len({*taken, *(comment.id for comment in rest)})
        seen["errors_in_list"] = [
            entry.error["code"]
            for entry in client.iterator("/files/{}/dropped_files", EICAR)
            if entry.error
        ]

        vote(client, "malicious")
        try:
            vote(client, "malicious")
        except vt.APIError as error:
            seen["second_vote"] = error.code

        seen["unknown_file"] = refused(client, "/files/" + "0" * 64)
        seen["bad_domain"] = refused(client, "/domains/none")
        seen["premium"] = refused(client, f"/files/{EICAR}/download_url")
    with vt.Client("wrong-key", host=url, timeout=30) as client:
        seen["wrong_key"] = refused(client, f"/files/{EICAR}")
    print(json.dumps(seen))


def download(url, key):
    with vt.Client(key, host=url, timeout=30) as client:
        target = io.BytesIO()
        client.download_file(EICAR, target)
    print(json.dumps({"downloaded": len(target.getvalue())}))


if __name__ == "__main__":
    if len(sys.argv) > 3:
        download(sys.argv[1], sys.argv[3])
    else:
        main(sys.argv[1], sys.argv[2])
