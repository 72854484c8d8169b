"""What the emulator remembers, in SQLite: objects, links, comments, votes, analyses, keys, files.

A database in memory lives as long as the store; one in a file keeps everything over restarts, with
the contents of files in a folder beside it. One connection serves all threads behind a lock, and a
call of the API is one transaction.
"""

import hashlib
import json
import sqlite3
import tempfile
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from vt_sdk.emulator.leftovers import remove_leftovers, temporary_folder
from vt_sdk.emulator.messages import JSONObject, User
from vt_sdk.emulator.quotas import Quota

__all__ = [
    "MEMORY",
    "AnalysisRow",
    "CommentRow",
    "Item",
    "Listing",
    "Row",
    "Saved",
    "Store",
    "VoteRow",
]

MEMORY = ":memory:"

_SCHEMA_VERSION = 2

_SCHEMA = """
CREATE TABLE objects (
    type TEXT, id TEXT, verdict TEXT, data TEXT, modified INTEGER, owner TEXT,
    PRIMARY KEY (type, id)
);
CREATE TABLE deleted (type TEXT, id TEXT, PRIMARY KEY (type, id));
CREATE TABLE aliases (alias TEXT PRIMARY KEY, id TEXT);
CREATE TABLE links (
    seq INTEGER PRIMARY KEY, source_type TEXT, source_id TEXT, name TEXT,
    type TEXT, id TEXT, context TEXT
);
CREATE INDEX links_of ON links (source_type, source_id, name);
CREATE TABLE comments (
    seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT UNIQUE, item_type TEXT, item_id TEXT,
    author TEXT, text TEXT, tags TEXT, date INTEGER
);
CREATE INDEX comments_of ON comments (item_type, item_id);
CREATE TABLE comment_votes (id TEXT, voter TEXT, kind TEXT, PRIMARY KEY (id, voter));
CREATE TABLE votes (
    seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT UNIQUE, item_type TEXT, item_id TEXT,
    voter TEXT, verdict TEXT, date INTEGER, UNIQUE (item_type, item_id, voter)
);
CREATE TABLE submitters (type TEXT, id TEXT, name TEXT, PRIMARY KEY (type, id, name));
CREATE TABLE analyses (
    seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT UNIQUE, item_type TEXT, item_id TEXT,
    created REAL, seconds REAL, polls_needed INTEGER, polls INTEGER DEFAULT 0
);
CREATE INDEX analyses_of ON analyses (item_type, item_id);
CREATE TABLE upload_tokens (token TEXT PRIMARY KEY, name TEXT, operation TEXT);
CREATE TABLE download_tokens (token TEXT PRIMARY KEY, sha256 TEXT, expires REAL);
CREATE TABLE keys (
    digest TEXT PRIMARY KEY, name TEXT, premium INTEGER, per_minute INTEGER, per_day INTEGER
);
"""

Row = sqlite3.Row


@dataclass(slots=True)
class Item:
    """A file, URL, domain, IP address or anything else that has attributes.

    `data` holds its attributes without what is computed at each reading (verdicts, votes); `owner`
    is the user who made it through the API, if one did.
    """

    type: str
    id: str
    data: JSONObject
    verdict: str = ""
    modified: int = 0
    owner: str = ""


@dataclass(frozen=True, slots=True)
class CommentRow:
    """A comment as stored."""

    id: str
    item_type: str
    item_id: str
    author: str
    text: str
    tags: tuple[str, ...]
    date: int


@dataclass(frozen=True, slots=True)
class VoteRow:
    """A vote as stored."""

    id: str
    item_type: str
    item_id: str
    voter: str
    verdict: str
    date: int


@dataclass(frozen=True, slots=True)
class AnalysisRow:
    """An analysis as stored, with what decides how far it is."""

    id: str
    item_type: str
    item_id: str
    created: float
    seconds: float
    polls_needed: int
    polls: int

    def status(self, now: float) -> str:
        """Say how far the analysis is: by time and by how often it was asked for."""
        elapsed = now - self.created
        polls_wait = self.polls <= self.polls_needed and self.polls_needed > 0
        if (polls_wait and self.polls <= 1) or elapsed < self.seconds / 2:
            return "queued"
        return "in-progress" if polls_wait or elapsed < self.seconds else "completed"


@dataclass(frozen=True, slots=True)
class Listing:
    """A list that is read page by page: a query for `seq, type, id, context`, and its order."""

    query: str
    values: tuple[Any, ...]
    newest_first: bool = True


@dataclass(frozen=True, slots=True)
class Saved:
    """What a store held at some time: its database, and the contents of files by their names."""

    database: bytes
    files: Mapping[str, bytes]


class Store:
    """The database and the folder of contents."""

    def __init__(self, database: str | Path = MEMORY) -> None:
        self.lock = threading.RLock()
        self._temporary: tempfile.TemporaryDirectory[str] | None = None
        if str(database) == MEMORY:
            remove_leftovers(None)
            self._temporary = temporary_folder()
            self.folder = Path(self._temporary.name)
        else:
            self.folder = Path(f"{database}.contents")
            remove_leftovers(self.folder)
        self._connection = sqlite3.connect(
            str(database), isolation_level=None, check_same_thread=False
        )
        self._connection.row_factory = sqlite3.Row
        try:
            self._connection.execute("PRAGMA journal_mode = WAL")
            self._connection.execute("PRAGMA synchronous = NORMAL")
            version = self._connection.execute("PRAGMA user_version").fetchone()[0]
            if version not in (0, _SCHEMA_VERSION):
                raise ValueError(f"the database {database} is of another version of the emulator")
            self.is_new = version == 0
            if self.is_new:
                self._create()
            # Last, so that a file that is no database does not get a folder beside it.
            self.folder.mkdir(exist_ok=True)
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Close the database; contents of a database in memory are gone."""
        with self.lock:
            self._connection.close()
            if self._temporary is not None:
                self._temporary.cleanup()

    def save(self) -> Saved:
        """Return all that is stored."""
        with self.lock:
            files = {path.name: path.read_bytes() for path in self.folder.iterdir()}
            return Saved(self._connection.serialize(), files)

    def restore(self, saved: Saved) -> None:
        """Forget everything but what was saved, of a store in memory."""
        with self.lock, closing(sqlite3.connect(MEMORY)) as source:
            source.deserialize(saved.database)
            source.backup(self._connection)
            for path in self.folder.iterdir():
                path.unlink(missing_ok=True)
            for name, content in saved.files.items():
                self.content_path(name).write_bytes(content)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Keep all changes of the block, or none."""
        with self.lock:
            self._connection.execute("BEGIN")
            try:
                yield
            except BaseException:
                self._connection.execute("ROLLBACK")
                raise
            self._connection.execute("COMMIT")

    def rows(self, query: str, *values: Any) -> list[Row]:
        """Run a query and give all its rows."""
        with self.lock:
            return self._connection.execute(query, values).fetchall()

    def run(self, statement: str, *values: Any) -> int:
        """Run a statement and say how many rows it changed."""
        with self.lock:
            return self._connection.execute(statement, values).rowcount

    # Objects

    def item(self, object_type: str, object_id: str) -> Item | None:
        """Return an object, None if it is not stored."""
        rows = self.rows("SELECT * FROM objects WHERE type = ? AND id = ?", object_type, object_id)
        return (
            Item(
                type=rows[0]["type"],
                id=rows[0]["id"],
                verdict=rows[0]["verdict"],
                data=json.loads(rows[0]["data"]),
                modified=rows[0]["modified"],
                owner=rows[0]["owner"],
            )
            if rows
            else None
        )

    def put_item(self, item: Item) -> None:
        """Store an object, in place of the one of the same type and id."""
        # Not by REPLACE: the row keeps its number, and with it its place in lists.
        self.run(
            "INSERT INTO objects VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET"
            " verdict = excluded.verdict, data = excluded.data, modified = excluded.modified,"
            " owner = excluded.owner",
            item.type,
            item.id,
            item.verdict,
            json.dumps(item.data),
            item.modified,
            item.owner,
        )

    def delete_item(self, object_type: str, object_id: str) -> None:
        """Forget an object, its links and its work; nobody else will be found under its id."""
        source = (object_type, object_id)
        self.run("DELETE FROM objects WHERE type = ? AND id = ?", *source)
        self.run("DELETE FROM links WHERE source_type = ? AND source_id = ?", *source)
        self.delete_analyses(*source)
        self.run("INSERT OR IGNORE INTO deleted VALUES (?, ?)", *source)

    def is_deleted(self, object_type: str, object_id: str) -> bool:
        """Say whether an object was there and has been deleted."""
        query = "SELECT 1 FROM deleted WHERE type = ? AND id = ?"
        return bool(self.rows(query, object_type, object_id))

    def owned(self, object_type: str, owner: str) -> list[str]:
        """Return the ids of the objects of a type that belong to a user, or to nobody."""
        query = "SELECT id FROM objects WHERE type = ? AND owner IN ('', ?)"
        return [row["id"] for row in self.rows(query, object_type, owner)]

    def put_alias(self, alias: str, object_id: str) -> None:
        """Let another hash of a file lead to it."""
        self.run("INSERT OR REPLACE INTO aliases VALUES (?, ?)", alias, object_id)

    def sha256_of(self, file_hash: str) -> str:
        """Return the SHA-256 for any hash of a stored file, else the hash itself."""
        rows = self.rows("SELECT id FROM aliases WHERE alias = ?", file_hash)
        return str(rows[0]["id"]) if rows else file_hash

    def put_submitter(self, item: Item, name: str) -> bool:
        """Note who submitted an object; say whether this user had not done so before."""
        return (
            self.run("INSERT OR IGNORE INTO submitters VALUES (?, ?, ?)", item.type, item.id, name)
            > 0
        )

    def put_link(
        self,
        source: tuple[str, str],
        name: str,
        target: tuple[str, str],
        context: JSONObject | None = None,
    ) -> None:
        """Relate two objects; the target need not be stored."""
        self.run(
            "INSERT INTO links (source_type, source_id, name, type, id, context)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            *source,
            name,
            *target,
            json.dumps(context) if context else None,
        )

    def delete_link(self, source: tuple[str, str], name: str, target: tuple[str, str]) -> None:
        """Take two objects apart."""
        self.run(
            "DELETE FROM links WHERE source_type = ? AND source_id = ? AND name = ?"
            " AND type = ? AND id = ?",
            *source,
            name,
            *target,
        )

    def linked(self, source: tuple[str, str], name: str) -> list[tuple[str, str]]:
        """Return what an object is related to, in the order in which the links were made."""
        rows = self.rows(
            "SELECT type, id FROM links WHERE source_type = ? AND source_id = ? AND name = ?"
            " ORDER BY seq",
            *source,
            name,
        )
        return [(row["type"], row["id"]) for row in rows]

    # Lists

    def page(self, listing: Listing, after: int | None, limit: int) -> list[Row]:
        """Give up to `limit` rows that come after the row with the number `after`."""
        order, sign = ("DESC", "<") if listing.newest_first else ("ASC", ">")
        condition, values = ("", ()) if after is None else (f"WHERE seq {sign} ?", (after,))
        return self.rows(
            f"SELECT * FROM ({listing.query}) {condition} ORDER BY seq {order} LIMIT ?",
            *listing.values,
            *values,
            limit,
        )

    def count(self, listing: Listing) -> int:
        """Say how many rows a list has."""
        rows = self.rows(f"SELECT count(*) AS n FROM ({listing.query})", *listing.values)
        return int(rows[0]["n"])

    # Comments

    def put_comment(self, comment: CommentRow) -> None:
        """Store a comment."""
        self.run(
            "INSERT INTO comments (id, item_type, item_id, author, text, tags, date)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            comment.id,
            comment.item_type,
            comment.item_id,
            comment.author,
            comment.text,
            json.dumps(comment.tags),
            comment.date,
        )

    def comment(self, comment_id: str) -> CommentRow | None:
        """Return a comment, None if there is none of this id."""
        rows = self.rows(
            "SELECT id, item_type, item_id, author, text, tags, date FROM comments WHERE id = ?",
            comment_id,
        )
        if not rows:
            return None
        values = dict(rows[0])
        return CommentRow(**{**values, "tags": tuple(json.loads(values["tags"]))})

    def delete_comment(self, comment_id: str) -> None:
        """Forget a comment and the votes on it."""
        self.run("DELETE FROM comments WHERE id = ?", comment_id)
        self.run("DELETE FROM comment_votes WHERE id = ?", comment_id)

    def put_comment_vote(self, comment_id: str, voter: str, kind: str) -> None:
        """Store what a user thinks of a comment, in place of an earlier vote."""
        self.run("INSERT OR REPLACE INTO comment_votes VALUES (?, ?, ?)", comment_id, voter, kind)

    def comment_votes(self, comment_id: str) -> JSONObject:
        """Count the votes on a comment."""
        counters = {"positive": 0, "negative": 0, "abuse": 0}
        for row in self.rows(
            "SELECT kind, count(*) AS n FROM comment_votes WHERE id = ? GROUP BY kind", comment_id
        ):
            counters[row["kind"]] = row["n"]
        return counters

    # Votes

    def put_vote(self, vote: VoteRow) -> None:
        """Store a vote."""
        self.run(
            "INSERT INTO votes (id, item_type, item_id, voter, verdict, date)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            vote.id,
            vote.item_type,
            vote.item_id,
            vote.voter,
            vote.verdict,
            vote.date,
        )

    def vote(self, vote_id: str) -> VoteRow | None:
        """Return a vote, None if there is none of this id."""
        return self._one_vote("id = ?", vote_id)

    def vote_by(self, item_type: str, item_id: str, voter: str) -> VoteRow | None:
        """Return the vote of a user on an object, None if there is none."""
        return self._one_vote(
            "item_type = ? AND item_id = ? AND voter = ?", item_type, item_id, voter
        )

    def total_votes(self, item_type: str, item_id: str) -> JSONObject:
        """Count the votes on an object."""
        counters = {"harmless": 0, "malicious": 0}
        for row in self.rows(
            "SELECT verdict, count(*) AS n FROM votes WHERE item_type = ? AND item_id = ?"
            " GROUP BY verdict",
            item_type,
            item_id,
        ):
            counters[row["verdict"]] = row["n"]
        return counters

    def _one_vote(self, condition: str, *values: str) -> VoteRow | None:
        rows = self.rows(
            f"SELECT id, item_type, item_id, voter, verdict, date FROM votes WHERE {condition}",
            *values,
        )
        return VoteRow(**dict(rows[0])) if rows else None

    # Analyses

    def put_analysis(self, row: AnalysisRow) -> None:
        """Store an analysis; one of the same id (same object and second) stays as it is."""
        self.run(
            "INSERT OR IGNORE INTO analyses"
            " (id, item_type, item_id, created, seconds, polls_needed) VALUES (?, ?, ?, ?, ?, ?)",
            row.id,
            row.item_type,
            row.item_id,
            row.created,
            row.seconds,
            row.polls_needed,
        )

    def analysis(self, analysis_id: str) -> AnalysisRow | None:
        """Return an analysis, None if there is none of this id."""
        rows = self._analyses("id = ?", analysis_id)
        return rows[0] if rows else None

    def analyses_of(self, item_type: str, item_id: str) -> Sequence[AnalysisRow]:
        """Return the analyses of an object, newest first."""
        return self._analyses("item_type = ? AND item_id = ?", item_type, item_id)

    def count_poll(self, analysis_id: str) -> None:
        """Note that somebody asked how far an analysis is."""
        self.run("UPDATE analyses SET polls = polls + 1 WHERE id = ?", analysis_id)

    def delete_analyses(self, item_type: str, item_id: str) -> None:
        """Stop all work on an object."""
        self.run("DELETE FROM analyses WHERE item_type = ? AND item_id = ?", item_type, item_id)

    def _analyses(self, condition: str, *values: str) -> list[AnalysisRow]:
        rows = self.rows(
            "SELECT id, item_type, item_id, created, seconds, polls_needed, polls FROM analyses"
            f" WHERE {condition} ORDER BY seq DESC",
            *values,
        )
        return [AnalysisRow(**dict(row)) for row in rows]

    # Keys and tokens

    def put_key(self, key: str, user: User, quota: Quota) -> None:
        """Accept a key; only its digest is stored."""
        self.run(
            "INSERT OR REPLACE INTO keys VALUES (?, ?, ?, ?, ?)",
            _digest(key),
            user.name,
            int(user.premium),
            quota.per_minute,
            quota.per_day,
        )

    def key(self, key: str) -> tuple[User, Quota] | None:
        """Return the owner of a key and the quota, None for an unknown key."""
        rows = self.rows("SELECT * FROM keys WHERE digest = ?", _digest(key))
        return _owner(rows[0]) if rows else None

    def owner(self, name_or_key: str) -> tuple[User, Quota] | None:
        """Return a user who is named by name or by key, and the quota; None for an unknown one."""
        if (known := self.key(name_or_key)) is not None:
            return known
        rows = self.rows("SELECT * FROM keys WHERE name = ? ORDER BY rowid", name_or_key)
        return _owner(rows[0]) if rows else None

    def premium_users(self) -> list[str]:
        """Return the names of the users who have a premium key."""
        rows = self.rows("SELECT DISTINCT name FROM keys WHERE premium")
        return [str(row["name"]) for row in rows]

    def put_upload_token(self, token: str, name: str, operation: str) -> None:
        """Allow one upload in the name of a user, as by an operation."""
        self.run("INSERT INTO upload_tokens VALUES (?, ?, ?)", token, name, operation)

    def use_upload_token(self, token: str) -> tuple[str, str] | None:
        """Take an upload token out of use; give its user and operation, None if there is none."""
        with self.transaction():
            rows = self.rows("SELECT name, operation FROM upload_tokens WHERE token = ?", token)
            self.run("DELETE FROM upload_tokens WHERE token = ?", token)
        return (rows[0]["name"], rows[0]["operation"]) if rows else None

    def put_download_token(self, token: str, sha256: str, expires: float) -> None:
        """Allow downloads of a file until a time."""
        self.run("INSERT INTO download_tokens VALUES (?, ?, ?)", token, sha256, expires)

    def download(self, token: str, now: float) -> str | None:
        """Return the SHA-256 of the file that a token stands for, None if it stands for none."""
        rows = self.rows(
            "SELECT sha256 FROM download_tokens WHERE token = ? AND expires > ?", token, now
        )
        return str(rows[0]["sha256"]) if rows else None

    # Contents

    def keep_content(self, sha256: str, path: Path) -> None:
        """Keep the content of a file that lies in the store's folder."""
        path.replace(self.content_path(sha256))

    def content_path(self, sha256: str) -> Path:
        """Say where the content of a file lies, or would lie."""
        return self.folder / sha256

    def _create(self) -> None:
        with self.transaction():
            for statement in _SCHEMA.split(";"):
                self._connection.execute(statement)
            self._connection.execute(f"PRAGMA user_version = {_SCHEMA_VERSION}")


def _owner(row: Row) -> tuple[User, Quota]:
    return User(row["name"], bool(row["premium"])), Quota(row["per_minute"], row["per_day"])


def _digest(key: str) -> str:
    return hashlib.sha256(key.encode("utf-8", "surrogateescape")).hexdigest()
