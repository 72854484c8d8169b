"""Work that takes a while and leaves something: ZIP archives, retrohunts, private analyses."""

from dataclasses import replace

from vt_sdk.emulator.archives import zip_archive
from vt_sdk.emulator.exchange import Answer, Call, JSONObject, Problem
from vt_sdk.emulator.finders import find_object
from vt_sdk.emulator.hunting import matching_text
from vt_sdk.emulator.identifiers import file_hash
from vt_sdk.emulator.relations import Source
from vt_sdk.emulator.shapes import as_documented, create, shown, signed_address
from vt_sdk.emulator.world import World
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


def create_zip(world: World, call: Call) -> Answer:
    """Make a ZIP archive of files that are there; the others are counted as errors."""
    data = call.body["data"]
    # Only what is a hash may become a part of a path.
    hashes = [known for text in data["hashes"] if (known := file_hash(text)) is not None]
    found = [world.store.sha256_of(text) for text in hashes]
    there = [sha256 for sha256 in found if world.store.content_path(sha256).is_file()]
    facts = {"files_ok": len(there), "files_error": len(data["hashes"]) - len(there)}
    item = create(world, call, "zip_file", {"status": "", "progress": 0, **facts})
    source = item.type, item.id
    for sha256 in there:
        world.store.put_link(source, _CONTENTS, ("file", sha256))
    if data.get("password"):
        world.store.put_link(source, _PASSWORD, (_PASSWORD, data["password"]))
    world.start_work(item)
    return Answer({"data": shown(world, call, source)}, headers=world.readiness)


def download_zip(world: World, call: Call) -> Answer:
    """Send a caller to the archive."""
    return Answer(location=_archive(world, call))


def zip_address(world: World, call: Call) -> Answer:
    """Give the address of the archive."""
    return Answer({"data": _archive(world, call)})


def _archive(world: World, call: Call) -> str:
    source = "zip_file", call.path["zip_file_id"]
    found = world.show(*source, call.base)
    if found is None:
        raise Problem(ErrorCode.NOT_FOUND_ERROR, f'ZIP file "{source[1]}" not found')
    if found["attributes"]["status"] != "finished":
        raise Problem(ErrorCode.NOT_AVAILABLE_YET, "The ZIP file is not finished")
    names = [sha256 for _, sha256 in world.store.linked(source, _CONTENTS)]
    files = ((name, world.store.content_path(name).read_bytes()) for name in names)
    passwords = [password for _, password in world.store.linked(source, _PASSWORD)]
    return signed_address(world, call, zip_archive(files, "".join(passwords)))


def create_retrohunt(world: World, call: Call) -> Answer:
    """Start a search of the stored files for the texts in the rules."""
    answer = as_documented(world, call)
    assert answer.document is not None, "the answer to a creation is the object"
    source = "retrohunt_job", str(answer.document["data"]["id"])
    item = world.known(*source)
    files = world.store.rows("SELECT id FROM objects WHERE type = 'file' ORDER BY rowid")
    scanned, matches = 0, 0
    for row in files:
        path = world.store.content_path(row["id"])
        content = path.read_bytes() if path.is_file() else b""
        scanned += len(content)
        if matching_text(item.data["rules"], content) is not None:
            matches += 1
            world.store.put_link(source, "matching_files", ("file", row["id"]))
    facts: JSONObject = {
        "corpus": "main",
        "start_date": world.now(),
        "scanned_bytes": scanned,
        "num_matches": matches,
        "num_matches_outside_time_range": 0,
    }
    world.store.put_item(replace(item, data={**facts, **item.data}))
    return Answer({"data": shown(world, call, source)}, headers=world.readiness)


def get_private_analysis(world: World, call: Call) -> Answer:
    """Give a private analysis with what it is about beside it."""
    source = find_object(world, call)
    world.count_poll(*source)
    document: JSONObject = {"data": shown(world, call, source)}
    for target in world.store.linked(source, "item"):
        document["meta"] = _meta(world, target)
    return Answer(document)


def _meta(world: World, target: Source) -> JSONObject:
    data = world.known(*target).data
    if target[0] == "private_url":
        return {"url_info": {"id": target[1], "url": data["url"]}}
    return {"file_info": {name: data[name] for name in ("sha256", "md5", "sha1", "size")}}
