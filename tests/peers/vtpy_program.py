"""The main jobs of vt-py, the official client, against an emulator.

Run by an interpreter that has vt-py: `python vtpy_program.py URL API_KEY`, and for the jobs that
need a premium key `python vtpy_program.py URL API_KEY PREMIUM_KEY`. The client is as published;
only the host differs from a program for the real service. Prints one JSON document with what it
saw.
"""

import hashlib
import io
import itertools
import json
import sys
import zipfile
from datetime import timedelta

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


def submit(client, contents):
    """Upload files; give the minute of the first, as a feed names it."""
    submitted = [client.scan_file(io.BytesIO(content)) for content in contents]
    return client.get_object("/analyses/{}", submitted[0].id).date


def search(client, query):
    """Search by pages of two files: all that is found, what the first page says of it, and all
    that a search gives which goes on behind the first page."""
    found = client.iterator("/intelligence/search", params={"query": query}, batch_size=2)
    total = found.meta["total_hits"]
    first = client.iterator("/intelligence/search", params={"query": query}, batch_size=2, limit=2)
    for _ in first:
        pass
    rest = client.iterator(
        "/intelligence/search", params={"query": query}, batch_size=2, cursor=first.cursor
    )
    return {
        "total": total,
        "found": [file.id for file in found],
        "rest": [file.id for file in rest],
    }


def read_feed(client, minute, count):
    """Read a feed from the minute before a minute, in which there was nothing, then go on from
    the cursor behind the first file; the content of that comes by the address in its line."""
    start = (minute - timedelta(minutes=1)).strftime("%Y%m%d%H%M")
    feed = client.feed(vt.FeedType.FILES, cursor=start)
    first = next(feed)
    cursor = feed.cursor
    content = client.get(first.context_attributes["download_url"]).read()
    rest = client.feed(vt.FeedType.FILES, cursor=cursor)
    return {
        "feed": [file.id for file in itertools.islice(feed, count - 1)],
        "resumed": [file.id for file in itertools.islice(rest, count - 1)],
        "first": first.id,
        "first_content": content.decode(),
    }


def read_behaviours(client):
    """Have a file analysed anew and read its behaviour reports from their feed."""
    document = client.post("/files/{}/analyse", EICAR).json()
    minute = client.get_object("/analyses/{}", document["data"]["id"]).date
    feed = client.feed(vt.FeedType.FILE_BEHAVIOURS, cursor=minute.strftime("%Y%m%d%H%M"))
    return [report.id for report in itertools.islice(feed, 2)]


def pack(client, hashes, password):
    """Have files packed, and unpack them."""
    packed = io.BytesIO()
    client.download_zip_files(hashes, packed, password=password, sleep_time=0)
    with zipfile.ZipFile(packed) as archive:
        archive.setpassword(password.encode())
        return {entry: archive.read(entry).decode() for entry in archive.namelist()}


def premium(url, key):
    contents = [f"file {number} that vt-py has sent".encode() for number in range(5)]
    files = {hashlib.sha256(content).hexdigest(): content.decode() for content in contents}
    hashes = list(files)
    with vt.Client(key, host=url, timeout=30) as client:
        minute = submit(client, contents)
        target = io.BytesIO()
        client.download_file(hashes[0], target)
        seen = {
            "files": files,
            "downloaded": target.getvalue().decode(),
            **search(client, 'entity:file content:"that vt-py has sent"'),
            **read_feed(client, minute, len(hashes)),
            "behaviours": read_behaviours(client),
            "packed": pack(client, hashes[:3], "a password"),
        }
    print(json.dumps(seen))


if __name__ == "__main__":
    if len(sys.argv) > 3:
        premium(sys.argv[1], sys.argv[3])
    else:
        main(sys.argv[1], sys.argv[2])
