"""Work that takes a while and leaves something: ZIP archives, retrohunts, private analyses."""

from dataclasses import replace

from vt_sdk.emulator.archives import zip_archive
from vt_sdk.emulator.backend import Backend
from vt_sdk.emulator.finders import find_object
from vt_sdk.emulator.generic import as_documented, create, shown, signed_address
from vt_sdk.emulator.hunting import matching_text
from vt_sdk.emulator.identifiers import file_hash
from vt_sdk.emulator.messages import Answer, Call, JSONObject, Problem
from vt_sdk.emulator.relations import Source
from vt_sdk.status import ErrorCode

__all__ = [
    "create_retrohunt",
    "create_zip",
    "download_zip",
    "get_private_analysis",
    "zip_address",
]

# Where links are kept that are no relationship of the service.
_CONTENTS, _PASSWORD = "contents", "password"


def create_zip(backend: Backend, call: Call) -> Answer:
    """Make a ZIP archive of files that are there; the others are counted as errors."""
    data = call.body["data"]
    # Only what is a hash may become a part of a path.
    hashes = [known for text in data["hashes"] if (known := file_hash(text)) is not None]
    found = [backend.store.sha256_of(text) for text in hashes]
    there = [sha256 for sha256 in found if backend.store.content_path(sha256).is_file()]
    facts = {"files_ok": len(there), "files_error": len(data["hashes"]) - len(there)}
    item = create(backend, call, "zip_file", {"status": "", "progress": 0, **facts})
    source = item.type, item.id
    for sha256 in there:
        backend.store.put_link(source, _CONTENTS, ("file", sha256))
    if data.get("password"):
        backend.store.put_link(source, _PASSWORD, (_PASSWORD, data["password"]))
    backend.start_work(item)
    return Answer({"data": shown(backend, call, source)}, headers=backend.readiness)


def download_zip(backend: Backend, call: Call) -> Answer:
    """Send a caller to the archive."""
    return Answer(location=_archive(backend, call))


def zip_address(backend: Backend, call: Call) -> Answer:
    """Return the address of the archive."""
    return Answer({"data": _archive(backend, call)})


def _archive(backend: Backend, call: Call) -> str:
    source = "zip_file", call.path["zip_file_id"]
    found = backend.show(*source, call.base)
    if found is None:
        raise Problem(ErrorCode.NOT_FOUND_ERROR, f'ZIP file "{source[1]}" not found')
    if found["attributes"]["status"] != "finished":
        raise Problem(ErrorCode.NOT_AVAILABLE_YET, "The ZIP file is not finished")
    names = [sha256 for _, sha256 in backend.store.linked(source, _CONTENTS)]
    files = ((name, backend.store.content_path(name).read_bytes()) for name in names)
    passwords = [password for _, password in backend.store.linked(source, _PASSWORD)]
    return signed_address(backend, call, zip_archive(files, "".join(passwords)))


def create_retrohunt(backend: Backend, call: Call) -> Answer:
    """Start a search of the stored files for the texts in the rules."""
    answer = as_documented(backend, call)
    assert answer.document is not None, "the answer to a creation is the object"
    source = "retrohunt_job", str(answer.document["data"]["id"])
    item = backend.known(*source)
    files = backend.store.rows("SELECT id FROM objects WHERE type = 'file' ORDER BY rowid")
    scanned, matches = 0, 0
    for row in files:
        path = backend.store.content_path(row["id"])
        content = path.read_bytes() if path.is_file() else b""
        scanned += len(content)
        if matching_text(item.data["rules"], content) is not None:
            matches += 1
            backend.store.put_link(source, "matching_files", ("file", row["id"]))
    facts: JSONObject = {
        "corpus": "main",
        "start_date": backend.now(),
        "scanned_bytes": scanned,
        "num_matches": matches,
        "num_matches_outside_time_range": 0,
    }
    backend.store.put_item(replace(item, data={**facts, **item.data}))
    return Answer({"data": shown(backend, call, source)}, headers=backend.readiness)


def get_private_analysis(backend: Backend, call: Call) -> Answer:
    """Return a private analysis with what it is about beside it."""
    source = find_object(backend, call)
    backend.count_poll(*source)
    document: JSONObject = {"data": shown(backend, call, source)}
    for target in backend.store.linked(source, "item"):
        document["meta"] = _meta(backend, target)
    return Answer(document)


def _meta(backend: Backend, target: Source) -> JSONObject:
    data = backend.known(*target).data
    if target[0] == "private_url":
        return {"url_info": {"id": target[1], "url": data["url"]}}
    return {"file_info": {name: data[name] for name in ("sha256", "md5", "sha1", "size")}}
