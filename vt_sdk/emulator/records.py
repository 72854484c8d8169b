"""Records of the services that answer in forms of their own: kept as they are shown.

They stand in the store beside the objects, under types that no object has. What nobody has made
through the API looks like the project's samples, as objects do.
"""

import base64
import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeAlias

from vt_sdk.emulator.backend import Backend
from vt_sdk.emulator.identifiers import short_hash
from vt_sdk.emulator.messages import Answer, Call, JSONObject, Problem
from vt_sdk.emulator.samples import is_unknown, sample_answer
from vt_sdk.emulator.store import Item, Store
from vt_sdk.status import ErrorCode

__all__ = ["Handler", "Records", "described_by", "pack", "unpack"]

Handler: TypeAlias = Callable[[Backend, Call], Answer]


class Records:
    """The records of one kind.

    Args:
        title: the title of their schema; the type in the store.
        key: the member that names one.
    """

    def __init__(self, title: str, key: str = "id") -> None:
        self.title = title
        self.key = key

    def put(self, store: Store, record: JSONObject, owner: str = "") -> JSONObject:
        """Keep a record, in place of the one of the same name."""
        store.put_item(Item(self.title, str(record[self.key]), record, owner=owner))
        return record

    def all(self, store: Store) -> Iterator[JSONObject]:
        """Yield all records in the order in which they were made."""
        query = "SELECT data FROM objects WHERE type = ? ORDER BY rowid"
        return (json.loads(row["data"]) for row in store.rows(query, self.title))

    def get(self, backend: Backend, name: str) -> JSONObject:
        """Return a record, which one that is not stored looks like a sample of."""
        item = backend.store.item(self.title, name)
        if item is not None:
            return item.data
        if is_unknown(name) or backend.store.is_deleted(self.title, name):
            raise Problem(ErrorCode.NOT_FOUND_ERROR, f'{self.title} "{name}" not found')
        return {**sample_answer(self.title), self.key: name}

    def delete(self, backend: Backend, name: str) -> None:
        """Forget a record."""
        self.get(backend, name)
        backend.store.delete_item(self.title, name)


def described_by(record: Any, text: str) -> bool:
    """Say whether any text in a record holds another, whatever the case."""
    return text.casefold() in json.dumps(record, ensure_ascii=False).casefold()


def pack(content: Mapping[str, Any]) -> str:
    """Return a token that holds some values."""
    text = json.dumps(content)
    return base64.urlsafe_b64encode(f"{short_hash(text)}{text}".encode()).decode().rstrip("=")


def unpack(token: str) -> JSONObject:
    """Return the values in a token; one of somebody else is refused."""
    try:
        digest, brace, rest = base64.b64decode(f"{token}===", b"-_").decode().partition("{")
    except ValueError:
        digest, brace, rest = "", "", ""
    if not brace or digest != short_hash(brace + rest):
        raise Problem(ErrorCode.BAD_REQUEST_ERROR, "Invalid page")
    content: JSONObject = json.loads(brace + rest)
    return content
