"""Relationships: from an object and a name to the objects behind it.

Which names there are, and which need a premium key, the schemas say; what stands behind a name
comes from comments, votes, analyses, the identifiers themselves or the stored links. A declared
name without anything behind it gives an empty page, or null for a relationship to one.
"""

from collections.abc import Sequence
from typing import TypeAlias
from urllib.parse import urlsplit

from vt_sdk.emulator.backend import MADE_HERE, SCANNED, Backend
from vt_sdk.emulator.identifiers import host_object
from vt_sdk.emulator.messages import Call, JSONObject, Problem, User
from vt_sdk.emulator.paging import list_document, read_page, shown_rows
from vt_sdk.emulator.store import Listing
from vt_sdk.status import ErrorCode

__all__ = [
    "Source",
    "comments_of",
    "embedded",
    "objects_of",
    "relationship_document",
    "votes_of",
]

# Type and id of an object.
Source: TypeAlias = tuple[str, str]

# What the service puts into an embedded relationship.
_EMBEDDED_LIMIT = 20


def comments_of(source: Source) -> Listing:
    """List the comments on an object."""
    return Listing(
        "SELECT seq, 'comment' AS type, id, NULL AS context FROM comments"
        " WHERE item_type = ? AND item_id = ?",
        source,
    )


def votes_of(source: Source) -> Listing:
    """List the votes on an object."""
    return Listing(
        "SELECT seq, 'vote' AS type, id, NULL AS context FROM votes"
        " WHERE item_type = ? AND item_id = ?",
        source,
    )


def objects_of(types: Sequence[str]) -> Listing:
    """List everything of some types that is stored."""
    marks = ", ".join("?" * len(types))
    return Listing(
        f"SELECT rowid AS seq, type, id, NULL AS context FROM objects WHERE type IN ({marks})",
        tuple(types),
    )


def relationship_document(
    backend: Backend, call: Call, source: Source, name: str, *, descriptors: bool
) -> JSONObject:
    """Return the answer for a relationship of an object."""
    found = _find(backend, call.user, source, name)
    if isinstance(found, Listing):
        return list_document(
            backend, call, found, descriptors=descriptors, count=name == "comments"
        )
    links = {"self": f"{call.base}{call.resource}"}
    if found is None:
        return {"data": None, "links": links}
    shown = backend.show(*found, call.base)
    if shown is None or descriptors:
        return {"data": {"type": found[0], "id": found[1]}, "links": links}
    return {"data": shown, "links": links}


def embedded(backend: Backend, call: Call, source: Source) -> JSONObject:
    """Return the relationships that a call asks to have embedded, as descriptors."""
    members: JSONObject = {}
    for name in call.query.get("relationships") or ():
        found = _find(backend, call.user, source, name)
        address = backend.address(*source, call.base)
        own = f"{address}/relationships/{name}"
        links = {"self": own, "related": f"{address}/{name}"}
        if not isinstance(found, Listing):
            one = found and {"type": found[0], "id": found[1]}
            members[name] = {"data": one, "links": links}
            continue
        page = read_page(backend, found, _EMBEDDED_LIMIT)
        links["self"] = f"{own}?limit={_EMBEDDED_LIMIT}"
        data = list(shown_rows(backend, page.rows, descriptors=True))
        members[name] = {"data": data, "links": links}
        if page.cursor is not None:
            members[name]["meta"] = {"cursor": page.cursor}
            links["next"] = f"{own}?limit={_EMBEDDED_LIMIT}&cursor={page.cursor}"
    return members


def _find(backend: Backend, user: User, source: Source, name: str) -> Listing | Source | None:
    declared = backend.document.relationships(source[0]).get(name)
    if declared is None:
        # Assumed: the service documents no body for a name that it does not know.
        raise Problem(ErrorCode.NOT_FOUND_ERROR, f'Relationship "{name}" not found')
    if declared.is_premium and not user.premium:
        raise Problem.forbidden()
    if declared.is_single:
        return _one(backend, source, name)
    found = _many(user, source, name)
    if found is None and _is_a_sample(backend, source):
        # Links of what nobody has made lead to whatever there is of the right kind.
        links = _links(source, name)
        return links if backend.store.count(links) else objects_of(declared.targets)
    return found or _links(source, name)


def _is_a_sample(backend: Backend, source: Source) -> bool:
    if source[0] in MADE_HERE:
        return False
    item = backend.item(*source)
    return item is None or not item.owner


def _one(backend: Backend, source: Source, name: str) -> Source | None:
    match source[0], name:
        case "analysis", "item":
            analysis = backend.store.analysis(source[1])
            assert analysis is not None, source
            return analysis.item_type, analysis.item_id
        case "comment", "item" | "author":
            comment = backend.store.comment(source[1])
            assert comment is not None, source
            if name == "author":
                return "user", comment.author
            return comment.item_type, comment.item_id
        case "url", "network_location":
            url = backend.known(*source).data["url"]
            return host_object(urlsplit(url).hostname or "")
        case "domain", "parent" | "immediate_parent":
            parent = source[1].partition(".")[2]
            return ("domain", parent) if "." in parent else None
    page = read_page(backend, _links(source, name), 1)
    return (page.rows[0]["type"], page.rows[0]["id"]) if page.rows else None


def _many(user: User, source: Source, name: str) -> Listing | None:
    match source[0], name:
        case "user", "comments":
            query = "SELECT seq, 'comment' AS type, id, NULL AS context FROM comments"
            return Listing(f"{query} WHERE author = ?", source[1:])
        case "monitor_item" | "monitor_hash", "comments":
            return None
        case _, "comments":
            return comments_of(source)
        case _, "votes":
            return votes_of(source)
        case _, "user_votes":
            votes = votes_of(source)
            return Listing(f"{votes.query} AND voter = ?", (*source, user.name))
        case _, "analyses" if source[0] in SCANNED:
            return Listing(
                "SELECT seq, 'analysis' AS type, id, NULL AS context FROM analyses"
                " WHERE item_type = ? AND item_id = ?",
                source,
            )
    return None


def _links(source: Source, name: str) -> Listing:
    return Listing(
        "SELECT seq, type, id, context FROM links"
        " WHERE source_type = ? AND source_id = ? AND name = ?",
        (*source, name),
        newest_first=False,
    )
