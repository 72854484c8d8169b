"""Hunting: rules that look for texts in files, and the stream of what they and others bring.

Of YARA only the texts between quotes are understood; a file matches rules if it holds one of them.
"""

import re
import secrets

from vt_sdk.emulator.backend import Backend
from vt_sdk.emulator.messages import Answer, Call, JSONObject, Problem
from vt_sdk.emulator.paging import list_document
from vt_sdk.emulator.searches import date_bounds
from vt_sdk.emulator.store import Item, Listing
from vt_sdk.status import ErrorCode

__all__ = ["delete_stream", "hunt", "list_stream", "matching_text"]

_TEXT = re.compile(r'\$\w*\s*=\s*"((?:[^"\\\n]|\\.)*)"')
_RULE = re.compile(r"\brule\s+(\w+)\s*(?::([\w\s]+))?\{")

# Samples of both spellings are among the seeds.
_DATE = "coalesce(json_extract(data, '$.date'), json_extract(data, '$.notification_date'))"

_STREAM = (
    "SELECT rowid AS seq, json_extract(data, '$.entity_type') AS type,"
    " json_extract(data, '$.entity_id') AS id,"
    " json_remove(json_set(data, '$.notification_id', id,"
    f" '$.notification_date', {_DATE}),"
    " '$.entity_type', '$.entity_id', '$.date') AS context"
    " FROM objects WHERE type = 'ioc_stream_notification'"
)

# What a term of a filter asks of a notification.
_TERMS = {
    "origin": "json_extract(data, '$.origin') = ?",
    "entity_type": "json_extract(data, '$.entity_type') = ?",
    "entity_id": "json_extract(data, '$.entity_id') = ?",
    "source_type": "EXISTS (SELECT 1 FROM json_each(data, '$.sources')"
    " WHERE json_extract(value, '$.type') = ?)",
    "source_id": "EXISTS (SELECT 1 FROM json_each(data, '$.sources')"
    " WHERE json_extract(value, '$.id') = ?)",
    "source_name": "EXISTS (SELECT 1 FROM json_each(data, '$.sources')"
    " WHERE json_extract(value, '$.label') = ?)",
    "notification_tag": "EXISTS (SELECT 1 FROM json_each(data, '$.tags') WHERE value = ?)",
}


def matching_text(rules: str, content: bytes) -> str | None:
    """Return the first text of some rules that a content holds, None if it holds none."""
    for text in _TEXT.findall(rules):
        wanted = re.sub(r"\\(.)", r"\1", text)
        if wanted.encode() in content:
            return wanted
    return None


def hunt(backend: Backend, sha256: str) -> None:
    """Run all rulesets that are enabled on a file that has come in."""
    content: bytes | None = None
    for row in backend.store.rows("SELECT id FROM objects WHERE type = 'hunting_ruleset'"):
        ruleset = backend.known("hunting_ruleset", row["id"])
        if not ruleset.owner or not ruleset.data.get("enabled"):
            continue
        content = content or backend.store.content_path(sha256).read_bytes()
        if (text := matching_text(ruleset.data["rules"], content)) is not None:
            _notify(backend, ruleset, sha256, text)


def _notify(backend: Backend, ruleset: Item, sha256: str, text: str) -> None:
    rule = _RULE.search(ruleset.data["rules"])
    name, tags = (rule[1], (rule[2] or "").split()) if rule else ("", [])
    label = ruleset.data["name"]
    about: JSONObject = {
        "match_in_subfile": False,
        "rule_name": name,
        "rule_tags": tags,
        "snippet": f"*begin_highlight*{text.encode().hex(' ').upper()}*end_highlight*",
        "source_country": "DE",
        "source_key": "0a1b2c3d",
    }
    date, notification_id = backend.now(), str(secrets.randbelow(10**12))
    common: JSONObject = {"date": date, "tags": [sha256, label, name]}
    stream: JSONObject = {
        **common,
        "entity_type": "file",
        "entity_id": sha256,
        "origin": "hunting",
        "sources": [{"type": "hunting_ruleset", "id": ruleset.id, "label": label}],
        "hunting_info": about,
    }
    of_rule = f"{ruleset.id}-{notification_id}-{secrets.token_hex(16)}"
    for object_type, object_id, data in (
        ("ioc_stream_notification", notification_id, stream),
        ("hunting_notification", of_rule, {**common, **about}),
    ):
        backend.store.put_item(Item(object_type, object_id, data, owner=ruleset.owner))
    backend.store.put_link(("hunting_notification", of_rule), "file", ("file", sha256))
    source = "hunting_ruleset", ruleset.id
    if ("file", sha256) not in backend.store.linked(source, "hunting_notification_files"):
        backend.store.put_link(source, "hunting_notification_files", ("file", sha256))


def list_stream(backend: Backend, call: Call) -> Answer:
    """List the objects that notifications of the caller are about."""
    query, values = _chosen(_STREAM, call)
    listing = Listing(query, values, newest_first=call.query.get("order") != "date+")
    descriptors = call.query.get("descriptors_only", False)
    return Answer(list_document(backend, call, listing, descriptors=descriptors))


def delete_stream(backend: Backend, call: Call) -> Answer:
    """Delete notifications of the caller."""
    start = "SELECT id FROM objects WHERE type = 'ioc_stream_notification'"
    query, values = _chosen(start, call)
    for row in backend.store.rows(query, *values):
        backend.store.delete_item("ioc_stream_notification", row["id"])
    return Answer()


def _chosen(query: str, call: Call) -> tuple[str, tuple[str | int, ...]]:
    """Narrow a query to the notifications of the caller that fit the filter."""
    query += " AND owner IN ('', ?)"
    values: list[str | int] = [call.user.name]
    for term in call.query.get("filter", "").split():
        field, _, value = term.partition(":")
        if field == "date":
            query += f" AND {_DATE} BETWEEN ? AND ?"
            values += date_bounds(value)
        elif field in _TERMS and value:
            query += f" AND {_TERMS[field]}"
            values.append(value.strip('"'))
        else:
            raise Problem(ErrorCode.INVALID_ARGUMENT_ERROR, f'Invalid filter "{term}"')
    return query, tuple(values)
