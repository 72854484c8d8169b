"""The main jobs of vtapi3, the library that this SDK grew from, against an emulator.

Run by an interpreter that has vtapi3: `python vtapi3_program.py URL API_KEY`. The library is as
published; only `base_url` differs from a program for the real service. Prints one JSON document
with what it saw.
"""

import json
import sys
import tempfile
from pathlib import Path

import vtapi3

EICAR = "275a021bbfb6489e54d471899f7db9d1663fc695ec2fe2a2c4538aabf651fd0f"


def make(kind, url, key):
    """Make an object of the library that speaks to the emulator."""
    made = kind(key, timeout=30)
    made.base_url = f"{url}/api/v3"
    return made


def main(url, key):
    seen = {}
    files = make(vtapi3.VirusTotalAPIFiles, url, key)
    urls = make(vtapi3.VirusTotalAPIUrls, url, key)
    analyses = make(vtapi3.VirusTotalAPIAnalyses, url, key)
    domains = make(vtapi3.VirusTotalAPIDomains, url, key)
    addresses = make(vtapi3.VirusTotalAPIIPAddresses, url, key)

    report = json.loads(files.get_report(EICAR))
    seen["malicious"] = report["data"]["attributes"]["last_analysis_stats"]["malicious"]

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "sample.txt")
        path.write_bytes(b"a file from vtapi3")
        submitted = json.loads(files.upload(str(path)))["data"]
        file_id = files.get_file_id(str(path))
    analysis = json.loads(analyses.get_report(submitted["id"]))
    seen["file_status"] = analysis["data"]["attributes"]["status"]
    seen["file_names"] = json.loads(files.get_report(file_id))["data"]["attributes"]["names"]
    files.analyse(file_id)
    seen["rescan"] = files.get_last_http_error()

    page = "http://example.com/from-vtapi3"
    submitted = json.loads(urls.upload(page))["data"]
    analysis = json.loads(analyses.get_report(submitted["id"]))
    seen["url_status"] = analysis["data"]["attributes"]["status"]
    for made in (urls.get_url_id_base64(page), urls.get_url_id_sha256(page)):
        urls.get_report(made)
        seen.setdefault("url_reports", []).append(urls.get_last_http_error())
    location = json.loads(urls.get_network_location(urls.get_url_id_base64(page)))
    seen["network_location"] = location["data"]["id"]

    count, cursor = 0, '""'
    while cursor:
        listed = json.loads(files.get_comments(EICAR, 10, cursor))
        count += len(listed["data"])
        cursor = listed["meta"].get("cursor")
    seen["comments"] = count
    files.put_comments(EICAR, "From #vtapi3")
    seen["put_comment"] = files.get_last_http_error()
    seen["behaviours"] = len(json.loads(files.get_relationship(EICAR))["data"])
    seen["resolutions"] = len(json.loads(domains.get_relationship("example.com"))["data"])
    addresses.get_report("192.0.2.1")
    seen["address"] = addresses.get_last_http_error()

    for _ in range(2):
        files.put_votes(EICAR, malicious=True)
        seen.setdefault("votes", []).append(files.get_last_http_error())

    error = json.loads(files.get_report("0" * 64))["error"]["code"]
    seen["unknown_file"] = [files.get_last_http_error(), error]
    strange = make(vtapi3.VirusTotalAPIFiles, url, "wrong-key")
    strange.get_report(EICAR)
    seen["wrong_key"] = strange.get_last_http_error()
    print(json.dumps(seen))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
