"""An operation of the API as a value: from arguments to a `Request`.

The generated modules hold one `Operation` for each operation of `schemas/openapi.yaml`; resource
classes and flows make their requests from these.
"""

import json
import re
from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any, NewType, TypeAlias, TypedDict, TypeVar, Unpack
from urllib.parse import urlencode

from vt_sdk.core.flow import Flow
from vt_sdk.core.identifiers import path_segment
from vt_sdk.core.request import Body, Request, Sink, Timeout
from vt_sdk.errors import InvalidInputError

if TYPE_CHECKING:
    from vt_sdk.files import Download, DownloadTarget

__all__ = [
    "CallOptions",
    "Operation",
    "OperationGroup",
    "QueryValue",
    "RelationshipName",
    "TimeoutOption",
    "descriptors",
    "given",
    "one_of",
    "relationship_name",
    "repeated",
    "request_to",
    "rfc3339",
    "utc_text",
]

T = TypeVar("T")

# What is sent as a day where it is given as a moment.
_DAYS = frozenset({"start_date", "end_date"})

QueryValue: TypeAlias = str | int | bool | date | Sequence[str] | None

RelationshipName = NewType("RelationshipName", str)
"""The name of a relationship that the schemas do not know yet."""


class TimeoutOption(TypedDict, total=False):
    """What methods take that have a deadline of their own."""

    timeout: Timeout
    """Seconds to connect and to read, in place of the client's; None waits for ever."""


class CallOptions(TimeoutOption, total=False):
    """What methods take besides their own arguments."""

    deadline: float
    """Seconds that the call takes at most: repetitions, waits and, for a page, the pages after it.
    An upload or a download that moves is not cut: once begun, `timeout` alone ends it."""


# The seed's default cursor: two quote characters that mean none.
_NO_CURSOR = '""'

# What the service takes at most from the first day to the last.
_LONGEST_SPAN = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Operation:
    """One operation of the API.

    Attributes:
        name: its `operationId`.
        method: the HTTP method.
        path: the path with `{}` for each identifier.
        parameters: the identifiers in the order of the path, each a name and a shape.
        repeatable: whether sending it twice does no harm.
        submits: whether it hands data to the service for analysis.
        max_limit: how many items a page may hold, None where nothing says.
    """

    name: str
    method: str
    path: str
    parameters: tuple[tuple[str, str], ...] = ()
    repeatable: bool = False
    submits: bool = False
    max_limit: int | None = None

    def request(
        self,
        *identifiers: str,
        query: Mapping[str, QueryValue] | None = None,
        headers: Mapping[str, str | None] | None = None,
        data: object = None,
        document: Mapping[str, object] | None = None,
        form: Mapping[str, Any] | None = None,
        body: Body | None = None,
        sink: Sink | None = None,
    ) -> Request:
        """Make the request: identifiers into the path, the rest where its name says.

        Args:
            identifiers: what the path wants, in its order.
            query: what follows the path; None is left out.
            headers: further headers; None is left out.
            data: what the JSON envelope holds.
            document: a JSON body without an envelope.
            form: a form body.
            body: a streamed body.
            sink: where the body of the answer goes.

        Raises:
            InvalidInputError: an argument does not have its shape.
        """
        segments = [
            path_segment(name, value, shape)
            for (name, shape), value in zip(self.parameters, identifiers, strict=True)
        ]
        content: bytes | Body | None = body
        content_type = ""
        if data is not None:
            document = {"data": data}
        if document is not None:
            content, content_type = _json(document), "application/json"
        elif form is not None:
            content, content_type = (
                urlencode(_query(form)).encode(),
                "application/x-www-form-urlencoded",
            )
        return Request(
            self.method,
            self.path.format(*segments),
            tuple(_query(query, self.max_limit)) if query else (),
            content,
            content_type,
            sink,
            repeatable=self.repeatable,
            submits=self.submits,
            headers=tuple((k, v) for k, v in (headers or {}).items() if v is not None),
            operation=self.name,
        )


def _json(document: Any) -> bytes:
    try:
        text = json.dumps(document, ensure_ascii=False, allow_nan=False, default=_plain)
        return text.encode()
    except (TypeError, ValueError) as error:
        raise InvalidInputError(f"not a value that can be sent: {error}") from error


# One segment after the other, percent-encoded, none of which climbs.
_PATH = re.compile(r"(?:/(?!\.{1,2}(?:/|$))[A-Za-z0-9._~!$&'()*+,;=:@%-]+)+")


def request_to(
    method: str,
    path: str,
    *,
    query: Mapping[str, QueryValue] | None = None,
    data: object = None,
    document: Mapping[str, object] | None = None,
    repeatable: bool | None = None,
) -> Request:
    """Make a request to a path that no operation describes.

    Raises:
        InvalidInputError: the method or the path is none.
    """
    if not isinstance(method, str) or method.upper() not in _METHODS:
        raise InvalidInputError(f"method: one of {', '.join(_METHODS)}, got {method!r:.100}")
    if not isinstance(path, str) or not _PATH.fullmatch(path):
        raise InvalidInputError(
            f"path: expected segments such as /files/abc, percent-encoded, got {path!r:.100}"
        )
    operation = Operation("request", method.upper(), "{}", (("path", "opaque"),))
    request = operation.request("path", query=query, data=data, document=document)
    if repeatable is None:
        repeatable = request.method in ("GET", "HEAD")
    return replace(request, url=path, repeatable=repeatable)


_METHODS = ("GET", "HEAD", "POST", "PATCH", "PUT", "DELETE")


def _plain(value: object) -> object:
    """Give what JSON has in place of a moment: seconds since 1970."""
    if isinstance(value, datetime):
        return _seconds(value)
    raise TypeError(f"{value!r:.100} has no form in JSON")


def _seconds(moment: datetime) -> int:
    if moment.tzinfo is None:
        raise InvalidInputError(f"a moment needs a time zone, such as UTC: {moment!r}")
    return int(moment.timestamp())


def _query(query: Mapping[str, QueryValue], max_limit: int | None = None) -> list[tuple[str, str]]:
    pairs: list[tuple[str, str]] = []
    for name, value in query.items():
        if value is None or (name == "cursor" and value in ("", _NO_CURSOR)):
            continue
        if isinstance(value, bool):
            text = "true" if value else "false"
        elif isinstance(value, int):
            if name == "limit" and value < 1:
                raise InvalidInputError(f"limit: must be at least 1, got {value}")
            if name == "limit" and max_limit is not None and value > max_limit:
                raise InvalidInputError(f"limit: a page holds {max_limit} items at most")
            text = str(value)
        elif isinstance(value, str):
            text = str(value)  # exactly a str, where a query of `vt_sdk.query` is given
        elif isinstance(value, datetime) and name not in _DAYS:
            text = str(_seconds(value))
        elif isinstance(value, date):
            text = _day(value).isoformat().replace("-", "")
        elif isinstance(value, Repeated):
            pairs.extend((name, item) for item in value)
            continue
        else:
            text = ",".join(value)
        pairs.append((name, text))
    _check_span(query.get("start_date"), query.get("end_date"))
    return pairs


def _day(value: date) -> date:
    """Give the day in UTC; a moment that does not know its zone is taken as it is."""
    if not isinstance(value, datetime):
        return value
    return (value.astimezone(UTC) if value.tzinfo else value).date()


def _check_span(first: QueryValue, last: QueryValue) -> None:
    if not (isinstance(first, date) and isinstance(last, date)):
        return
    span = _day(last) - _day(first)
    if span < timedelta():
        raise InvalidInputError(f"start_date: {first} comes after end_date, {last}")
    if span > _LONGEST_SPAN:
        raise InvalidInputError(
            f"start_date, end_date: {span.days} days apart, the service takes {_LONGEST_SPAN.days}"
        )


def given(arguments: Mapping[str, Any]) -> dict[str, Any]:
    """Give the arguments that were given: None means left out."""
    return {name: value for name, value in arguments.items() if value is not None}


def one_of(name: str, value: T, words: Sequence[str]) -> T:
    """Give a word of a closed vocabulary, or None.

    Raises:
        InvalidInputError: the vocabulary does not have it.
    """
    if value is not None and value not in words:
        raise InvalidInputError(f"{name}: one of {', '.join(words)}, got {value!r:.100}")
    return value


def descriptors(ids: Mapping[str, Sequence[str]]) -> list[dict[str, str]]:
    """Give the descriptors of objects by type.

    Raises:
        InvalidInputError: there is none, or one text in place of several.
    """
    for kind, names in ids.items():
        if isinstance(names, str):
            raise InvalidInputError(f"expected several ids of the type {kind}, got {names!r:.100}")
    found = [{"type": kind, "id": name} for kind, names in ids.items() for name in names]
    if not found:
        raise InvalidInputError("no ids are given")
    return found


class Repeated(tuple[str, ...]):
    """Values of a parameter that is sent once for each of them."""


def repeated(values: Sequence[str] | None) -> Repeated | None:
    """Give the values of a parameter that is sent once for each of them."""
    return None if values is None else Repeated(values)


def rfc3339(moment: datetime | None) -> str | None:
    """Give a moment as text, such as `2026-01-02T03:04:05Z`."""
    return None if moment is None else utc_text(moment, "%Y-%m-%dT%H:%M:%SZ")


def utc_text(moment: datetime, form: str) -> str:
    """Give a moment in UTC as text of a form.

    Raises:
        InvalidInputError: it does not know its time zone.
    """
    if not isinstance(moment, datetime) or moment.tzinfo is None:
        raise InvalidInputError(f"a moment needs a time zone, such as UTC: {moment!r:.100}")
    return moment.astimezone(UTC).strftime(form)


def relationship_name(relationship: str) -> str:
    """Give a relationship's name without the leading slash that the seed writes."""
    if not isinstance(relationship, str):
        raise InvalidInputError(f"relationship: expected a text, got {relationship!r:.100}")
    return relationship.removeprefix("/")


class OperationGroup(ABC):
    """What the generated mix-ins need of the class that they are mixed into."""

    @abstractmethod
    def _call(self, flow: Flow[T], **options: Unpack[CallOptions]) -> T:
        """Run a flow and give its result."""

    @abstractmethod
    def _download(
        self,
        request: Request,
        target: "DownloadTarget",
        max_bytes: int,
        expected: str | None = None,
        **options: Unpack[CallOptions],
    ) -> "Download":
        """Send a request whose answer is a content, and write that to a target."""
