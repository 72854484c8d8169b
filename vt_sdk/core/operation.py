"""An operation of the API as a value: from arguments to a `Request`.

The generated modules hold one `Operation` for each operation of `schemas/openapi.yaml`, with what
its arguments may be; resource classes and flows make their requests from these.
"""

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import partial
from typing import Any, Literal, NewType, TypeAlias, TypedDict
from urllib.parse import urlencode

from vt_sdk.core.arguments import (
    Facts,
    check_span,
    checked,
    checked_seconds,
    checked_timeout,
    fitting,
)
from vt_sdk.core.identifiers import path_segment
from vt_sdk.core.layouts import VIRUSTOTAL, Layout, layout_of
from vt_sdk.core.policy import Bounds
from vt_sdk.core.request import Body, Request, Sink, Timeout
from vt_sdk.core.waiting import Wait
from vt_sdk.errors import InvalidInputError

__all__ = [
    "CallOptions",
    "Operation",
    "PolledOperation",
    "QueryValue",
    "RelationshipName",
    "TimeoutOption",
    "as_text",
    "bounds_of",
    "relationship_name",
    "request_to",
]

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


def bounds_of(options: Mapping[str, object], clock: Callable[[], float]) -> Bounds:
    """Return what the options of a call say that it must keep to, from now on.

    Raises:
        InvalidInputError: the timeout or the deadline is none.
    """
    unknown = options.keys() - CallOptions.__annotations__.keys()
    if unknown:
        raise TypeError(f"unexpected keyword argument {sorted(unknown)[0]!r}")
    timeout: Timeout | Literal["configured"] = "configured"
    if "timeout" in options:
        timeout = checked_timeout("timeout", options["timeout"])
    deadline = options.get("deadline")
    if deadline is None:
        return Bounds(timeout)
    return Bounds(timeout, clock() + checked_seconds("deadline", deadline))


# The seed's default cursor: two quote characters that mean none.
_NO_CURSOR = '""'


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
        premium: whether a free key is refused.
        premium_relationships: the names of those that a free key is refused, where it gets others.
        arguments: what the arguments may be, by their names on the wire.
        required: the names of those that must be given.
        layout: the form of the answer.
    """

    name: str
    method: str
    path: str
    parameters: tuple[tuple[str, str], ...] = ()
    repeatable: bool = False
    submits: bool = False
    premium: bool = False
    premium_relationships: tuple[str, ...] = ()
    arguments: Mapping[str, Facts] = field(default_factory=dict, hash=False, repr=False)
    required: tuple[str, ...] = ()
    layout: Layout = VIRUSTOTAL

    def given(self, arguments: Mapping[str, Any], *, least: int = 0) -> dict[str, Any]:
        """Return the arguments as they are sent, by their names on the wire. None means left out.

        Args:
            arguments: what was given.
            least: how many must be given.

        Raises:
            InvalidInputError: one is not what it may be, or too few are given.
        """
        found = {}
        for key, value in arguments.items():
            if value is not None or key in self.required:
                found[key] = self.checked(key, value)
        if len(found) < least:
            names = ", ".join(map(self._name, arguments))
            raise InvalidInputError(f"{names}: at least {least} of them must be given")
        return found

    def requests(self, **query: Any) -> Callable[[str], Request]:
        """Return what makes the request for an identifier, with the same query each time."""
        return partial(self.request, query=self.given(query))

    def descriptors(self, ids: Mapping[str, Sequence[str]]) -> list[dict[str, str]]:
        """Return the descriptors of objects by type.

        Raises:
            InvalidInputError: there is none, or an id is no text.
        """
        by_type = self.given(ids)
        found = [{"type": kind, "id": name} for kind, names in by_type.items() for name in names]
        if not found:
            raise InvalidInputError(f"{', '.join(map(self._name, ids))}: no ids are given")
        return found

    def _name(self, key: str) -> str:
        """Return the name of an argument in Python."""
        return str(self.arguments.get(key, {}).get("x-vt-argument", key))

    def checked(self, key: str, value: object) -> Any:
        """Return one argument as it is sent, by its name on the wire.

        Raises:
            InvalidInputError: it is not what it may be.
        """
        return checked(self._name(key), value, self.arguments.get(key, {}))

    def request(
        self,
        *identifiers: str | date,
        query: Mapping[str, QueryValue] | None = None,
        headers: Mapping[str, str | None] | None = None,
        data: object = None,
        document: Mapping[str, object] | None = None,
        form: Mapping[str, Any] | None = None,
        body: Body | None = None,
        sink: Sink | None = None,
    ) -> Request:
        """Return the request: identifiers into the path, the rest where its name says.

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
        given = self.given(query) if query else {}
        pairs: tuple[tuple[str, str], ...] = ()
        skip = 0
        if query and given:
            pairs, skip = self.layout.resumed(self._pairs(query, given))
        segments = []
        for (name, shape), value in zip(self.parameters, identifiers, strict=True):
            if name in self.arguments:
                value = self.checked(name, value)
            segments.append(path_segment(name, value, shape))
        premium = self.name if self.premium else ""
        if (
            self.premium_relationships
            and (last := str(identifiers[-1])) in self.premium_relationships
        ):
            premium = last
        content: bytes | Body | None = body
        content_type = ""
        if data is not None:
            content, content_type = _json("data", {"data": data}), "application/json"
        elif document is not None:
            content, content_type = _json("document", document), "application/json"
        elif form is not None:
            content, content_type = (
                urlencode({k: as_text(v) for k, v in form.items()}).encode(),
                "application/x-www-form-urlencoded",
            )
        return Request(
            self.method,
            self.path.format(*segments),
            pairs,
            content,
            content_type,
            sink,
            repeatable=self.repeatable,
            submits=self.submits,
            premium=premium,
            headers=tuple(self.given(headers).items()) if headers else (),
            operation=self.name,
            layout=self.layout,
            skip=skip,
        )

    def _pairs(
        self, query: Mapping[str, QueryValue], found: dict[str, Any]
    ) -> tuple[tuple[str, str], ...]:
        for name in found:
            if span := self.arguments.get(name, {}).get("x-vt-span"):
                check_span(span, query.get(span["since"]), name, query[name])
        if found.get(self.layout.name) in ("", _NO_CURSOR):
            del found[self.layout.name]
        pairs: list[tuple[str, str]] = []
        for name, value in found.items():
            if self.arguments.get(name, {}).get("explode"):
                pairs.extend((name, item) for item in value)
            else:
                pairs.append((name, as_text(value)))
        return tuple(pairs)


@dataclass(frozen=True, slots=True)
class PolledOperation(Operation):
    """An operation that tells how far something is that the service works on.

    Attributes:
        wait: what ends the wait for it.
    """

    wait: Wait = field(kw_only=True)


def _json(name: str, document: Any) -> bytes:
    try:
        text = json.dumps(document, ensure_ascii=False, allow_nan=False, default=_plain)
        return text.encode()
    except (TypeError, ValueError, RecursionError) as error:
        raise InvalidInputError(f"{name}: not a value that can be sent: {error}") from error


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
    """Return a request to a path that no operation describes.

    Raises:
        InvalidInputError: the method or the path is none.
    """
    if not isinstance(method, str) or method.upper() not in _METHODS:
        raise InvalidInputError(f"method: one of {', '.join(_METHODS)}, got {method!r:.100}")
    if not isinstance(path, str) or not _PATH.fullmatch(path):
        raise InvalidInputError(
            f"path: expected segments such as /files/abc, percent-encoded, got {path!r:.100}"
        )
    for name, given in (("query", query), ("document", document)):
        is_mapping = isinstance(given, Mapping) and all(isinstance(key, str) for key in given)
        wanted = "a mapping, all of whose keys are texts"
        fitting(name, given, given is None or is_mapping, wanted)
    for name, value in (query or {}).items():
        fitting(f"query.{name}", value, _is_query_value(value), "a text, a number, a day or texts")
    checked("query", list(query or ()), {})
    if repeatable is not None:
        checked("repeatable", repeatable, {"type": "boolean"})
    operation = Operation("request", method.upper(), "{}", (("path", "opaque"),))
    request = operation.request("path", query=query, data=data, document=document)
    if repeatable is None:
        repeatable = request.method in ("GET", "HEAD")
    return replace(request, url=path, repeatable=repeatable, layout=layout_of(path))


def _is_query_value(value: object) -> bool:
    if isinstance(value, (int, float)):
        return abs(value) < 1 << 64  # neither infinity nor digits without an end
    if isinstance(value, (list, tuple)):
        return all(isinstance(item, str) for item in value)
    return value is None or isinstance(value, (str, date))


_METHODS = ("GET", "HEAD", "POST", "PATCH", "PUT", "DELETE")


def _plain(value: object) -> object:
    """Return what JSON has in place of a moment: seconds since 1970; and of any mapping."""
    if isinstance(value, datetime):
        return _seconds(value)
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(f"{value!r:.100} has no form in JSON")


def _seconds(moment: datetime) -> int:
    seconds: int = checked("a moment", moment, {"format": "unix-time"})
    return seconds


def as_text(value: Any) -> str:
    """Return a value as it stands in a query or a form."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (str, int, float)):
        return str(value)  # exactly a str, where a query of `vt_sdk.query` is given
    if isinstance(value, datetime):
        return str(_seconds(value))
    if isinstance(value, date):
        return value.strftime("%Y%m%d")
    return ",".join(value)


def relationship_name(relationship: str) -> str:
    """Return a relationship's name without the leading slash that the seed writes."""
    if not isinstance(relationship, str):
        raise InvalidInputError(f"relationship: expected a text, got {relationship!r:.100}")
    return relationship.removeprefix("/")
