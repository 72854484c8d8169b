"""Arguments against what the document says of them: units, then every argument of the document."""

import inspect
from collections.abc import Iterator
from datetime import date, datetime, timedelta, timezone
from typing import Any

import pytest

from tests.resources.arguments import arguments
from tests.schemas.test_documents import OPERATIONS, parameters_of
from vt_sdk import InvalidInputError, VirusTotal
from vt_sdk.core.arguments import checked, given, utc_text
from vt_sdk.emulator import Emulator
from vt_sdk.query import F, Query

MOMENT = datetime(2026, 1, 2, 5, 4, 3, tzinfo=timezone(timedelta(hours=2)))
KEY = "0123456789abcdef" * 4

RECORD = {
    "type": "object",
    "required": ["size"],
    "properties": {
        "size": {"type": "integer", "minimum": 1, "maximum": 20},
        "when": {"format": "unix-time"},
        "names": {"type": "array", "items": {"type": "string", "minLength": 1}},
    },
}
QUOTAS = {"type": "object", "additionalProperties": {"type": "integer", "minimum": 0}}


@pytest.mark.parametrize(
    ("facts", "value", "sent"),
    [
        ({}, "anything", "anything"),
        ({"type": "string"}, "", ""),
        ({"type": "string", "minLength": 1}, "a", "a"),
        ({"type": "string", "minLength": 1}, F.tag == "a", "tag:a"),
        ({"type": "string", "pattern": "^[0-9]+[sm]$"}, "10m", "10m"),
        ({"type": "string", "x-vt-shape": "hash"}, "A" * 32, "a" * 32),
        ({"type": "integer"}, -5, -5),
        ({"type": "integer", "minimum": 1, "maximum": 40}, 1, 1),
        ({"type": "integer", "minimum": 1, "maximum": 40}, 40, 40),
        ({"type": "integer", "minimum": 1}, 10**9, 10**9),
        ({"type": "number"}, 1, 1),
        ({"type": "number"}, 0.5, 0.5),
        ({"type": "boolean"}, False, False),
        ({"enum": ("a", "b")}, "b", "b"),
        ({"type": "array", "items": {"type": "string"}}, (), []),
        ({"type": "array", "items": {"type": "string"}}, ("a", "b"), ["a", "b"]),
        ({"type": "array", "items": {"type": "string"}}, iter(["a"]), ["a"]),
        ({"type": "array", "minItems": 1, "maxItems": 2, "items": {}}, [1, 2], [1, 2]),
        ({"format": "date-time"}, MOMENT, "2026-01-02T03:04:03Z"),
        ({"format": "unix-time"}, MOMENT, 1767323043),
        ({"format": "vt-minute"}, MOMENT, "202601020304"),
        ({"format": "vt-hour"}, MOMENT, "2026010203"),
        ({"format": "vt-day"}, date(2026, 1, 2), "20260102"),
        ({"format": "vt-day"}, datetime(2026, 1, 2, 1, tzinfo=MOMENT.tzinfo), "20260101"),
        ({"format": "vt-day"}, datetime(2026, 1, 2, 1), "20260102"),
        ({"format": "date"}, date(2026, 1, 2), "2026-01-02"),
        (RECORD, {"size": 1, "when": MOMENT, "new": 5}, {"size": 1, "when": 1767323043, "new": 5}),
        (QUOTAS, {"a": 0}, {"a": 0}),
    ],
)
def test_what_is_sent(facts: dict[str, Any], value: object, sent: object) -> None:
    found = checked("x", value, facts)
    assert str(found) == sent if isinstance(value, Query) else found == sent


@pytest.mark.parametrize(
    ("facts", "value", "message"),
    [
        ({"type": "string"}, 5, "x: expected a text, got 5"),
        ({"type": "string"}, None, "x: expected a text, got None"),
        ({"type": "string", "minLength": 1}, "", "x: expected a non-empty text, got ''"),
        (
            {"type": "string", "pattern": "^[0-9]+$"},
            "1\n",
            "x: expected a text of the form ^[0-9]+$, got '1\\n'",
        ),
        (
            {"type": "string", "x-vt-shape": "ip"},
            "a",
            "x: not an IP address: 'a'",
        ),
        ({"type": "integer"}, 1.0, "x: expected a whole number, got 1.0"),
        ({"type": "integer"}, True, "x: expected a whole number, got True"),
        ({"type": "integer", "minimum": 1}, 0, "x: expected a whole number of at least 1, got 0"),
        (
            {"type": "integer", "minimum": 1, "maximum": 40},
            41,
            "x: expected a whole number from 1 to 40, got 41",
        ),
        ({"type": "integer"}, KEY, "x: expected a whole number, got 64 hexadecimal digits"),
        ({"type": "number"}, True, "x: expected a number, got True"),
        ({"type": "number"}, "1", "x: expected a number, got '1'"),
        ({"type": "boolean"}, 1, "x: expected True or False, got 1"),
        ({"enum": ("a", "b")}, "c", "x: expected one of a, b, got 'c'"),
        ({"enum": ("a", "b")}, ["a"], "x: expected one of a, b, got ['a']"),
        ({"type": "array", "items": {}}, "ab", "x: expected a list, such as ['ab'], got 'ab'"),
        ({"type": "array", "items": {}}, {"a": 1}, "x: expected a list, got {'a': 1}"),
        ({"type": "array", "items": {}}, 5, "x: expected a list, got 5"),
        (
            {"type": "array", "items": {}, "minItems": 1},
            (),
            "x: expected several values, at least 1, got []",
        ),
        (
            {"type": "array", "items": {}, "maxItems": 1},
            [1, 2],
            "x: expected several values, at most 1, got [1, 2]",
        ),
        (
            {"type": "array", "items": {"type": "string"}},
            ["a", 5],
            "x[1]: expected a text, got 5",
        ),
        (
            {"format": "date-time"},
            datetime(2026, 1, 2),
            "x: expected a datetime with a time zone, such as UTC,"
            " got datetime.datetime(2026, 1, 2, 0, 0)",
        ),
        ({"format": "vt-day"}, "20260102", "x: expected a date, got '20260102'"),
        (RECORD, [], "x: expected a mapping, got []"),
        (RECORD, {"names": ["a"]}, "x: size must be given"),
        (RECORD, {"size": 21}, "x.size: expected a whole number from 1 to 20, got 21"),
        (
            RECORD,
            {"size": 1, "names": ["a", ""]},
            "x.names[1]: expected a non-empty text, got ''",
        ),
        (QUOTAS, {"a": -1}, "x.a: expected a whole number of at least 0, got -1"),
    ],
)
def test_what_is_refused(facts: dict[str, Any], value: object, message: str) -> None:
    with pytest.raises(InvalidInputError) as caught:
        checked("x", value, facts)
    assert caught.value.message == message


def test_a_long_value_is_cut_in_the_message() -> None:
    with pytest.raises(InvalidInputError) as caught:
        checked("x", "a" * 10_000, {"type": "integer"})
    assert len(caught.value.message) < 200


def test_arguments_that_were_given() -> None:
    assert given({"a": None, "b": 0, "c": False, "d": ""}) == {"b": 0, "c": False, "d": ""}


def test_a_moment_as_text() -> None:
    assert utc_text(MOMENT, "%Y%m%d%H%M") == "202601020304"
    with pytest.raises(InvalidInputError, match="time zone"):
        utc_text(datetime(2026, 1, 2), "%Y")


# --- every argument of the document ---------------------------------------------------------------

# What the methods take otherwise than the document says: items by kind, what follows from an id.
OTHERWISE = {
    "add_collection_items": {"relationship", "id", "type", "url"},
    "remove_collection_items": {"relationship", "id", "type", "url"},
    "create_collection": {"relationships"},
    "update_collection": {"relationships"},
    "create_reference": {"relationships"},
    "update_reference": {"relationships"},
    "update_monitor_comment": {"engine", "sha256"},
}


def name_of(operation: str, argument: str) -> str:
    """Return the name that a method of more than one request has for an argument."""
    if operation.endswith("_feed_minute"):
        return {"time": "start"}[argument]
    return {"detection": "confirmed"}.get(argument, argument)


def wrong(schema: dict[str, Any]) -> Iterator[Any]:
    """Return values that a schema does not allow, by their type, a bound or a form."""
    kind = schema.get("type")
    if "contentMediaType" in schema:  # a path, the content, or a file
        yield 5
    elif "enum" in schema:
        yield from ("no such word", 5)
    elif schema.get("format", "").endswith(("time", "minute", "hour")):
        yield from (datetime(2026, 1, 2), date(2026, 1, 2), "2026-01-02", 5)
    elif "format" in schema:
        yield from ("20260102", 5)
    elif "anyOf" in schema:
        yield from ("", 5)
    elif kind == "string":
        yield from (5, b"x", ["x"])
        if schema.get("minLength") or "pattern" in schema:
            yield ""
        if "pattern" in schema or "x-vt-shape" in schema:
            yield "no such form"
    elif kind in ("integer", "number"):
        yield from ("5", True, [])
        if kind == "integer":
            yield 1.0
        yield from [schema["minimum"] - 1] if "minimum" in schema else []
        yield from [schema["maximum"] + 1] if "maximum" in schema else []
    elif kind == "boolean":
        yield from ("yes", 1)
    elif kind == "array":
        yield from ("one text", 5)
        yield from [[]] if schema.get("minItems") else []
        yield from ([value] for value in wrong(schema["items"]))
    elif kind == "object":
        yield from ([], "text")
        for key, inner in schema.get("properties", {}).items():
            whole = dict.fromkeys(schema.get("required", ()))
            yield from ({**whole, key: value} for value in wrong(inner))
        if schema.get("required"):
            yield {}
        if isinstance(others := schema.get("additionalProperties"), dict):
            yield from ({"a": value} for value in wrong(others))


def body_fields(operation: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Return the fields of a body that a caller fills, by the names of the arguments."""
    for content in operation.get("requestBody", {}).get("content", {}).values():
        fields: dict[str, Any] = content["schema"]["properties"]
        data = fields.get("data", {})
        if "x-vt-argument" in data:
            yield data["x-vt-argument"], data
        elif "x-vt-arguments" in data:
            ids = {"type": "array", "items": data["items"]["properties"]["id"]}
            yield from ((name, ids) for name in data["x-vt-arguments"].values())
        else:
            fields = data.get("items", data).get("properties", fields)
            if "id" in fields and "attributes" not in fields and "const" in fields["type"]:
                yield fields["id"].get("x-vt-argument", "id"), fields["id"]
                return
            inner = fields.get("attributes", {}).get("properties", {})
            own = {} if "attributes" not in fields else {"attributes", "id", "type"}
            for name, schema in {**fields, **inner}.items():
                if name not in own or name in inner:
                    yield schema.get("x-vt-argument", name), schema


def described(name: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Return the arguments of an operation with what the document says of them."""
    _, _, operation = OPERATIONS[name]
    for parameter in parameters_of(operation):
        schema = parameter["schema"]
        if "x-vt-sent-by" in parameter:
            continue
        if parameter["in"] == "path":
            schema = {"minLength": 1, **schema}
            if "x-vt-shape" in parameter:
                schema = {**schema, "x-vt-shape": parameter["x-vt-shape"]}
        yield parameter.get("x-vt-argument", parameter["name"]), schema
    yield from body_fields(operation)


@pytest.fixture(scope="module")
def service() -> Iterator[tuple[Emulator, VirusTotal]]:
    with Emulator() as emulator, emulator.client(premium=True) as client:
        yield emulator, client


def refuses(method: Any, given: dict[str, Any], argument: str) -> None:
    """Expect that an argument is refused by its name."""
    with pytest.raises(InvalidInputError, match=rf"\b{argument}\b"):
        method(**given)


@pytest.mark.parametrize("name", OPERATIONS)
def test_every_argument_is_checked_before_anything_is_sent(
    service: tuple[Emulator, VirusTotal], name: str
) -> None:
    emulator, client = service
    _, _, operation = OPERATIONS[name]
    method = getattr(getattr(client, operation["tags"][0]), operation["x-vt-method"])
    parameters = inspect.signature(method).parameters
    right = arguments(client, name)
    before = len(emulator.calls)
    for argument, schema in described(name):
        if argument in OTHERWISE.get(name, ()) or "contentMediaType" in schema or "const" in schema:
            continue
        if operation.keys() & {"x-vt-handwritten", "x-vt-feed"}:
            argument = name_of(name, argument)
        assert argument in parameters
        for value in wrong(schema):
            refuses(method, {**right, argument: value}, argument)
    for parameter in parameters.values():
        if parameter.default is parameter.empty and parameter.kind is not parameter.VAR_KEYWORD:
            refuses(method, {**right, parameter.name: None}, parameter.name)
    assert len(emulator.calls) == before


@pytest.mark.parametrize("malicious", [None, "malicious", 1])
def test_a_vote_is_true_or_false(service: tuple[Emulator, VirusTotal], malicious: Any) -> None:
    emulator, client = service
    before = len(emulator.calls)
    with pytest.raises(InvalidInputError, match="malicious: expected True or False"):
        client.domains.put_votes("example.com", malicious)
    assert len(emulator.calls) == before


def test_a_vote_is_sent_as_a_word() -> None:
    with Emulator() as emulator, emulator.client() as client:
        assert client.domains.put_votes("example.com", True).attributes.verdict == "malicious"
        assert client.ip_addresses.put_votes("192.0.2.1").attributes.verdict == "harmless"
