"""An operation of the API as a value: from arguments to a `Request`.

The generated modules hold one `Operation` for each operation of `schemas/openapi.yaml`; resource
classes and flows make their requests from these.
"""

import json
from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any, NewType, TypeAlias, TypedDict, TypeVar, Unpack
from urllib.parse import urlencode

from vt_sdk.core.flow import Flow
from vt_sdk.core.identifiers import path_segment
from vt_sdk.core.request import Body, Request, Sink, Timeout
from vt_sdk.errors import InvalidInputError

__all__ = [
    "CallOptions",
    "Operation",
    "OperationGroup",
    "QueryValue",
    "RelationshipName",
    "TimeoutOption",
    "relationship_name",
]

T = TypeVar("T")

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
    """

    name: str
    method: str
    path: str
    parameters: tuple[tuple[str, str], ...] = ()
    repeatable: bool = False
    submits: bool = False

    def request(
        self,
        *identifiers: str,
        query: Mapping[str, QueryValue] | None = None,
        data: object = None,
        form: Mapping[str, str] | None = None,
        body: Body | None = None,
        sink: Sink | None = None,
    ) -> Request:
        """Make the request: identifiers into the path, `data` into the JSON envelope.

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
            content, content_type = _json({"data": data}), "application/json"
        elif form is not None:
            content, content_type = (
                urlencode(form).encode(),
                "application/x-www-form-urlencoded",
            )
        return Request(
            self.method,
            self.path.format(*segments),
            tuple(_query(query)) if query else (),
            content,
            content_type,
            sink,
            repeatable=self.repeatable,
            submits=self.submits,
            operation=self.name,
        )


def _json(document: Any) -> bytes:
    try:
        return json.dumps(document, ensure_ascii=False, allow_nan=False).encode()
    except (TypeError, ValueError) as error:
        raise InvalidInputError(f"not a value that can be sent: {error}") from error


def _query(query: Mapping[str, QueryValue]) -> list[tuple[str, str]]:
    pairs = []
    for name, value in query.items():
        if value is None or (name == "cursor" and value in ("", _NO_CURSOR)):
            continue
        if isinstance(value, bool):
            text = "true" if value else "false"
        elif isinstance(value, int):
            if name == "limit" and value < 1:
                raise InvalidInputError(f"limit: must be at least 1, got {value}")
            text = str(value)
        elif isinstance(value, str):
            text = value
        elif isinstance(value, date):
            text = _day(value).isoformat().replace("-", "")
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
