"""What passes between the web layer and the handlers: a call, an answer, a problem.

The web layer (`app`) turns an HTTP request into a `Call` that the document allows, and an `Answer`
or a `Problem` back into HTTP; the handlers know nothing of HTTP.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeAlias

from vt_sdk.status import ErrorCode

__all__ = ["Answer", "Call", "JSONObject", "Problem", "Upload", "User"]

JSONObject: TypeAlias = dict[str, Any]


class Problem(Exception):
    """An error body of the service, raised wherever the call cannot go on."""

    def __init__(
        self,
        code: ErrorCode,
        message: str,
        *,
        status: int | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.status = int(status or code.status or 400)
        self.headers = dict(headers or {})

    @classmethod
    def forbidden(cls) -> "Problem":
        """Refuse what the key has no licence or privilege for."""
        message = "You are not authorized to perform the requested operation"
        return cls(ErrorCode.FORBIDDEN_ERROR, message)

    def body(self) -> JSONObject:
        """Return the body in the form of the service."""
        return {"error": {"code": str(self.code), "message": self.message}}


@dataclass(frozen=True, slots=True)
class User:
    """Who calls: the owner of a key."""

    name: str
    premium: bool


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that has come in and lies in the store's folder, with what was computed on the way.

    `fields` holds the rest of the form; a form that need not have a file may come without one, and
    one that takes several has their names in `names`.
    """

    name: str
    path: Path
    size: int
    md5: str
    sha1: str
    sha256: str
    head: bytes
    password: str | None = None
    fields: Mapping[str, Any] = field(default_factory=dict)
    is_there: bool = True
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Call:
    """One call of an operation, its arguments checked against the document."""

    operation: str
    path: Mapping[str, str]
    query: Mapping[str, Any]
    body: Any
    user: User
    origin: str
    resource: str
    headers: Mapping[str, str] = field(default_factory=dict)

    @property
    def base(self) -> str:
        """The prefix of the addresses in answers: the host that the caller used."""
        return f"{self.origin}/api/v3"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a handler gives: a JSON document, bytes, or an address to go to."""

    document: JSONObject | None = None
    content: bytes | None = None
    media_type: str = "application/json"
    location: str | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
