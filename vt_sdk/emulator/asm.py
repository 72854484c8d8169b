"""Attack Surface Management: what an organisation shows to the internet, and what is wrong with it.

Every answer says whether it went well, and has what was asked for under `result`.
"""

import re
import secrets
import uuid
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any, Final

from vt_sdk.emulator.backend import Backend
from vt_sdk.emulator.messages import Answer, Call, JSONObject, Problem
from vt_sdk.emulator.records import Handler, Records, described_by, pack, unpack
from vt_sdk.emulator.samples import sample_answers
from vt_sdk.emulator.store import Store
from vt_sdk.status import ErrorCode

__all__ = ["ASM", "seed_asm"]

_COLLECTIONS: Final = Records("ASMCollection", "uuid")
_ENTITIES: Final = Records("ASMEntity", "uid")
_ISSUES: Final = Records("ASMIssue", "uid")
_KINDS: Final = Records("ASMIssueKind", "name")
_NOTES: Final = Records("ASMNote")
_PROJECTS: Final = Records("ASMProject", "uuid")
_RUNS: Final = Records("ASMCollectionRun", "uuid")
_SEEDS: Final = Records("ASMSeed")
_TECHNOLOGIES: Final = Records("ASMTechnology", "uid")
_USERS: Final = Records("ASMUser")

# More than a page of the usual size.
_SEEDED = 60

# What a search gives at most, on all its pages.
_MOST = 10_000

# How many kinds of issues a page of the library holds.
_LIBRARY_PAGE = 2

# What words of a search are called in a hit, or in its summary, where that is another name.
_KEYS: Final = {"status_detailed": "status", "tag": "tags"}
_BOUNDS: Final = {
    "first_seen_after": ("first_seen", 1),
    "last_seen_after": ("last_seen", 1),
    "last_seen_before": ("last_seen", -1),
    "severity_gte": ("severity", 1),
    "severity_lte": ("severity", -1),
}
_TERM: Final = re.compile(r"(\w+):(!?)(\"[^\"]*\"|\S+)")


def seed_asm(store: Store) -> None:
    """Fill an empty store with issues, and with one or two of everything else."""
    samples = sample_answers("ASMIssue")
    for number in range(_SEEDED):
        uid = f"{number + 1:064x}"
        sample = samples[number % len(samples)]
        known = {"id": uid, "uid": uid, "dynamic_id": number + 1}
        summary = {**sample["summary"], **_status("open_new"), "severity": number % 5 + 1}
        _ISSUES.put(store, {**sample, **known, "summary": summary})

    for records in (_COLLECTIONS, _ENTITIES, _KINDS, _PROJECTS, _SEEDS, _TECHNOLOGIES, _USERS):
        for record in sample_answers(records.title):
            records.put(store, record)


def _done(result: Any, message: str = "Done!") -> Answer:
    return Answer({"success": True, "message": message, "result": result})


def _now(backend: Backend) -> str:
    return datetime.fromtimestamp(backend.now(), UTC).strftime("%Y-%m-%dT%H:%M:%S.000Z")


# Searches


def _search(records: Records) -> Handler:
    def handle(backend: Backend, call: Call) -> Answer:
        text, size = call.path["query"], call.query["page_size"]
        start = call.query["page"] * size
        if token := call.query.get("page_token"):
            content = unpack(token)
            if content["query"] != text:
                raise Problem(ErrorCode.BAD_REQUEST_ERROR, "The token is of another search")
            start = content["at"]
        fits = _condition(text)
        found = [record for record in records.all(backend.store) if fits(record)][:_MOST]
        end = start + size
        more = end < len(found)
        result = {
            "timed_out": False,
            "more": more,
            "total_pages": -(-len(found) // size),
            "hits": found[start:end],
            "page": start // size,
            "page_size": size,
            "total_hits": len(found),
            "next_page_token": pack({"query": text, "at": end}) if more else None,
        }
        return _done(result, "Search completed!")

    return handle


def _condition(text: str) -> Callable[[JSONObject], bool]:
    """Return what says whether a search is for a record; of several values of a key any will do."""
    wanted: dict[str, list[tuple[bool, str]]] = {}
    for key, negation, value in _TERM.findall(text):
        wanted.setdefault(key, []).append((not negation, value.strip('"')))
    bare = _TERM.sub("", text).split()

    def fits(record: JSONObject) -> bool:
        flat = {**record, **record.get("summary", {})}
        return all(described_by(record.get("name"), word) for word in bare) and all(
            any(_holds(flat, key, value) is positive for positive, value in values)
            for key, values in wanted.items()
        )

    return fits


def _holds(record: JSONObject, key: str, wanted: str) -> bool:
    if key in _BOUNDS:
        name, sign = _BOUNDS[key]
        text = str(record.get(name, ""))
        return text >= wanted if sign > 0 else text <= wanted
    value = record.get(_KEYS.get(key, key))
    values = value if isinstance(value, list) else [value]
    return wanted.casefold() in (str(each).casefold() for each in values)


# Issues, entities, and what people say about them


def _get(records: Records, name: str) -> Handler:
    return lambda backend, call: _done(records.get(backend, call.path[name]))


def _delete(records: Records, name: str) -> Handler:
    def handle(backend: Backend, call: Call) -> Answer:
        records.delete(backend, call.path[name])
        return _done(None, "Deleted")

    return handle


def _status(status: str) -> JSONObject:
    state, _, reason = status.partition("_")
    return {"status": status, "status_new": state, "status_new_detailed": reason}


def _set_status(backend: Backend, call: Call) -> Answer:
    status = call.body["status"]
    issue = _ISSUES.get(backend, call.path["issue_id"])
    changes: JSONObject = {"summary": {**issue.get("summary", {}), **_status(status)}}
    if "status" in issue:
        changes["status"] = status
    _ISSUES.put(backend.store, {**issue, **changes})
    return _done(True, f"Successfully reported status as {status}")


def _item(backend: Backend, call: Call) -> tuple[Records, JSONObject]:
    records = _ISSUES if call.path["item_type"] == "issue" else _ENTITIES
    return records, records.get(backend, call.path["item_id"])


def _tags(backend: Backend, call: Call) -> Answer:
    return _done(_item(backend, call)[1].get("tags", []))


def _change_tags(
    change: Callable[[list[str], str], list[str]],
) -> Handler:
    def handle(backend: Backend, call: Call) -> Answer:
        records, item = _item(backend, call)
        tags = change(item.get("tags", []), call.body["tag_name"])
        records.put(backend.store, {**item, "tags": [*dict.fromkeys(tags)]})
        return _done(None)

    return handle


def _notes(backend: Backend, call: Call) -> list[JSONObject]:
    _, item = _item(backend, call)
    about = (f"ASM{call.path['item_type']}", item["uid"])
    ids = [note_id for _, note_id in backend.store.linked(about, "notes")]
    return [_NOTES.get(backend, note_id) for note_id in ids]


def _add_note(backend: Backend, call: Call) -> Answer:
    _, item = _item(backend, call)
    kind, moment = call.path["item_type"], datetime.fromtimestamp(backend.now(), UTC)
    note = {
        "id": secrets.token_hex(16),
        "note": call.body["note_text"],
        "note_type": kind,
        "item_type": kind,
        "item_uid": item["uid"],
        "created_at": moment.strftime("%Y-%m-%d %H:%M:%S UTC"),
        "updated_at": moment.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "created_by_user": {"printable_name": call.user.name},
    }
    about = (f"ASM{kind}", item["uid"])
    backend.store.put_link(about, "notes", (_NOTES.title, note["id"]))
    _NOTES.put(backend.store, note)
    return _done(note)


def _delete_notes(backend: Backend, call: Call) -> Answer:
    about = (f"ASM{call.path['item_type']}", call.path["item_id"])
    for note in _notes(backend, call):
        backend.store.delete_link(about, "notes", (_NOTES.title, note["id"]))
        _NOTES.delete(backend, note["id"])
    return _done(None, "Deleted")


# Projects, collections, scans


def _all(records: Records) -> Handler:
    return lambda backend, _: _done([*records.all(backend.store)])


def _create(records: Records) -> Handler:
    def handle(backend: Backend, call: Call) -> Answer:
        record = {
            **call.body,
            "id": secrets.randbelow(1 << 31),
            "uuid": str(uuid.uuid4()),
            "created_at": _now(backend),
        }
        if records is _COLLECTIONS:
            record |= {"printable_name": record["name"], "deleted": False, "archived": False}
        return _done(records.put(backend.store, record, call.user.name))

    return handle


def _archive(archived: bool) -> Handler:
    def handle(backend: Backend, call: Call) -> Answer:
        collection = _COLLECTIONS.get(backend, call.path["collection_uuid"])
        _COLLECTIONS.put(backend.store, {**collection, "archived": archived})
        return _done(None)

    return handle


def _of_collection(records: Records) -> Handler:
    def handle(backend: Backend, call: Call) -> Answer:
        _COLLECTIONS.get(backend, call.path["collection_uuid"])
        return _done([*records.all(backend.store)])

    return handle


def _runs(backend: Backend, call: Call) -> Answer:
    collection = _COLLECTIONS.get(backend, call.path["collection_uuid"])
    about = (_COLLECTIONS.title, collection["uuid"])
    ids = [run_id for _, run_id in backend.store.linked(about, "runs")]
    return _done([_RUNS.get(backend, run_id) for run_id in ids])


def _start_run(backend: Backend, call: Call) -> Answer:
    collection = _COLLECTIONS.get(backend, call.path["collection_uuid"])
    run: JSONObject = {
        "uuid": str(uuid.uuid4()),
        "status": "running",
        "started_at": _now(backend),
        "completed_at": None,
    }
    about = (_COLLECTIONS.title, collection["uuid"])
    backend.store.put_link(about, "runs", (_RUNS.title, run["uuid"]))
    return _done(_RUNS.put(backend.store, run))


def _project_users(backend: Backend, call: Call) -> Answer:
    _PROJECTS.get(backend, call.path["project_uuid"])
    return _done([*_USERS.all(backend.store)])


def _add_users(backend: Backend, call: Call) -> Answer:
    _PROJECTS.get(backend, call.path["project_uuid"])
    users = [
        {"id": secrets.randbelow(1 << 31), "email": email, "role": call.body["role"]}
        for email in call.body["emails"]
    ]
    return _done([_USERS.put(backend.store, user) for user in users])


def _add_user(backend: Backend, call: Call) -> Answer:
    _COLLECTIONS.get(backend, call.path["collection_uuid"])
    _USERS.get(backend, str(call.body["project_user_id"]))
    return _done(None)


def _library(backend: Backend, call: Call) -> Answer:
    found = [*_KINDS.all(backend.store)]
    page = call.query.get("page", "0")
    number = int(page) if page.isascii() and page.isdigit() else 0
    start = number * _LIBRARY_PAGE
    shown = _done(found[start : start + _LIBRARY_PAGE]).document
    return Answer({**(shown or {}), "more": start + _LIBRARY_PAGE < len(found)})


ASM: Final[dict[str, Handler]] = {
    "search_asm_issues": _search(_ISSUES),
    "search_asm_entities": _search(_ENTITIES),
    "search_asm_technologies": _search(_TECHNOLOGIES),
    "get_asm_issue": _get(_ISSUES, "issue_id"),
    "set_asm_issue_status": _set_status,
    "get_asm_entity": _get(_ENTITIES, "entity_id"),
    "get_asm_entity_details": _get(_ENTITIES, "entity_id"),
    "delete_asm_entity": _delete(_ENTITIES, "entity_id"),
    "get_asm_notes": lambda backend, call: _done(_notes(backend, call)),
    "add_asm_note": _add_note,
    "delete_asm_notes": _delete_notes,
    "get_asm_tags": _tags,
    "add_asm_tag": _change_tags(lambda tags, tag: [*tags, tag]),
    "remove_asm_tag": _change_tags(lambda tags, tag: [each for each in tags if each != tag]),
    "list_asm_projects": _all(_PROJECTS),
    "create_asm_project": _create(_PROJECTS),
    "delete_asm_project": _delete(_PROJECTS, "project_uuid"),
    "list_asm_project_users": _project_users,
    "add_asm_project_users": _add_users,
    "list_asm_collections": _all(_COLLECTIONS),
    "create_asm_collection": _create(_COLLECTIONS),
    "get_asm_collection": _get(_COLLECTIONS, "collection_uuid"),
    "delete_asm_collection": _delete(_COLLECTIONS, "collection_uuid"),
    "archive_asm_collection": _archive(True),
    "unarchive_asm_collection": _archive(False),
    "list_asm_collection_users": _of_collection(_USERS),
    "add_asm_collection_user": _add_user,
    "list_asm_collection_seeds": _of_collection(_SEEDS),
    "list_asm_collection_runs": _runs,
    "start_asm_collection_run": _start_run,
    "list_asm_issue_library": _library,
}
"""The operations of Attack Surface Management."""
