"""Attack Surface Management: what an organisation shows to the internet, and what is wrong with it.

Every answer says whether it went well, and has what was asked for under `result`.
"""

import re
from collections.abc import Callable
from typing import Any, Final

from vt_sdk.emulator.backend import Backend
from vt_sdk.emulator.messages import Answer, Call, JSONObject, Problem
from vt_sdk.emulator.records import Records, described_by, pack, unpack
from vt_sdk.emulator.samples import sample_answers
from vt_sdk.emulator.store import Store
from vt_sdk.status import ErrorCode

__all__ = ["ASM", "seed_asm"]

_ISSUES: Final = Records("ASMIssue", "uid")

# More than a page of the usual size.
_SEEDED = 60

# What a search gives at most, on all its pages.
_MOST = 10_000

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
    """Fill an empty store with issues."""
    samples = sample_answers("ASMIssue")
    for number in range(_SEEDED):
        uid = f"{number + 1:064x}"
        sample = samples[number % len(samples)]
        _ISSUES.put(store, {**sample, "id": uid, "uid": uid, "dynamic_id": number + 1})


def _done(result: Any, message: str = "Done!") -> Answer:
    return Answer({"success": True, "message": message, "result": result})


# Searches


def _search(records: Records) -> Callable[[Backend, Call], Answer]:
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


ASM: Final[dict[str, Callable[[Backend, Call], Answer]]] = {
    "search_asm_issues": _search(_ISSUES),
}
"""The operations of Attack Surface Management."""
