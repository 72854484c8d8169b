"""The OpenAPI document that drives the emulator: routes, parameters, bodies, answers.

The emulator does nothing that the document does not say: paths are matched against it, what comes
in and what goes out is validated against it. References are resolved as JSON pointers, so that the
way in which the bundle names its schemas does not matter.
"""

import functools
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from importlib import resources
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote

from jsonschema_rs import Draft202012Validator, Registry

from vt_sdk.emulator.messages import Problem
from vt_sdk.status import ErrorCode

__all__ = ["Document", "Endpoint", "Parameter", "Relationship", "Result"]

# Never fetched: the name under which the validator finds the document for its references.
_NAME = "http://emulator.invalid/openapi.json"

_INTEGER = re.compile(r"-?[0-9]{1,18}")

_JSON = "application/json"
_FORMS = ("application/x-www-form-urlencoded", "multipart/form-data")

_METHODS = ("get", "post", "patch", "put", "delete")

_DATE_TIME = re.compile(r"[0-9-]{10}T[0-9:]{8}(?:\.[0-9]+)?(?:Z|[+-][0-9]{2}:[0-9]{2})")


def _is_date_time(text: str) -> bool:
    try:
        return bool(_DATE_TIME.fullmatch(text) and datetime.fromisoformat(text))
    except ValueError:
        return False


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of the path, the query or the headers, or a field of a form."""

    name: str
    place: str
    pointer: str
    kind: str
    default: Any = None
    tolerated: tuple[str, ...] = ()
    is_required: bool = False
    is_repeated: bool = False

    def read(self, text: str) -> Any:
        """Turn the text of a request into the value that the schema speaks of."""
        match self.kind:
            case "integer":
                # `int` alone would take more than the service does: blanks, other digits.
                return int(text) if _INTEGER.fullmatch(text) else text
            case "boolean":
                return {"true": True, "false": False}.get(text.lower(), text)
            case "array":
                return [item for item in text.split(",") if item]
        return text


@dataclass(frozen=True, slots=True)
class Result:
    """What a successful answer holds.

    `kind` is nothing, content, page, or says what stands under `data`: object, objects, descriptor,
    descriptors, relationship, submission, text, texts, boolean; else own or owns, for what is no
    object. `types` are those of the objects, for a relationship that of its source.
    """

    kind: str
    types: tuple[str, ...] = ()
    title: str = ""
    media_type: str = ""


@dataclass(frozen=True, slots=True)
class Endpoint:
    """An operation of the document, as the emulator answers it."""

    id: str
    method: str
    segments: tuple[str, ...]
    parameters: tuple[Parameter, ...]
    bodies: Mapping[str, str]
    fields: Mapping[str, Parameter]
    answers: Mapping[str, Mapping[str, str]]
    result: Result
    is_premium: bool
    is_open: bool
    relationships_of: str | None
    has_descriptors: bool
    tolerated: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Relationship:
    """A relationship that the schema of an object type declares."""

    targets: tuple[str, ...]
    is_single: bool
    is_premium: bool


class Document:
    """The bundled OpenAPI document, ready for look-ups and validation."""

    def __init__(self, content: Mapping[str, Any]) -> None:
        self._content = content
        self._registry = Registry([(_NAME, dict(content))])
        self._validators: dict[str, Draft202012Validator] = {}
        self._relationships: dict[str, dict[str, Relationship]] = {}
        self._object_schemas: dict[str, str] = {}
        self._attributes: dict[str, frozenset[str]] = {}
        for name, schema in content.get("components", {}).get("schemas", {}).items():
            if "x-vt-type" in schema:
                self._object_schemas[schema["x-vt-type"]] = f"/components/schemas/{_escaped(name)}"
                self._relationships[schema["x-vt-type"]] = _declared(schema)
        self.operations = {operation.id: operation for operation in self._operations()}
        # By length and first segment, which no path has as a parameter.
        self._by_start: dict[tuple[int, str], list[Endpoint]] = {}
        for operation in self.operations.values():
            for segments in (operation.segments, *operation.tolerated):
                way = replace(operation, segments=segments)
                self._by_start.setdefault((len(segments), segments[0]), []).append(way)
        homes = list(_homes(self.operations.values()))
        self._homes = dict(reversed(homes))
        self._subjects = {
            operation.id: _subject(operation, homes) for operation in self.operations.values()
        }

    @classmethod
    def load(cls, path: str | Path | None = None) -> "Document":
        """Load the document of the package, or another one from a JSON file."""
        return _packaged() if path is None else cls(json.loads(Path(path).read_text("utf-8")))

    def find(self, method: str, path: str) -> tuple[Endpoint, dict[str, str]]:
        """Return the operation for a path as it was sent, and its path arguments.

        The path is split before it is decoded, so an encoded slash stays inside its segment. A
        literal segment goes before a parameter, as OpenAPI wants it, among those of the method.
        """
        sent = path.strip("/").split("/")
        fitting = [
            operation
            for operation in self._by_start.get((len(sent), sent[0]), ())
            if _fits(operation.segments, sent)
        ]
        if not fitting:
            raise Problem(ErrorCode.NOT_FOUND_ERROR, "Resource not found.")
        allowed = [operation for operation in fitting if operation.method == method]
        if not allowed:
            # Assumed: the service documents no body for a wrong method.
            raise Problem(
                ErrorCode.BAD_REQUEST_ERROR,
                f"Method {method} not allowed for this resource",
                status=405,
                headers={"allow": ", ".join(sorted({other.method for other in fitting}))},
            )
        found = max(allowed, key=_literals)
        return found, _arguments(found.segments, sent)

    def is_open(self, method: str, path: str) -> bool:
        """Say whether a request needs no key."""
        try:
            operation, _ = self.find(method, path)
        except Problem:
            return False
        return operation.is_open

    def relationships(self, object_type: str) -> Mapping[str, Relationship]:
        """Return the relationships that an object type declares, by name."""
        return self._relationships.get(object_type, {})

    def object_schema(self, object_type: str) -> str | None:
        """Return the pointer to the schema of an object type, None if there is none."""
        return self._object_schemas.get(object_type)

    def home(self, object_type: str) -> tuple[str, ...] | None:
        """Return the segments of the path at which objects of a type are, None if at none."""
        return self._homes.get(object_type)

    def subject(self, operation: Endpoint) -> tuple[str, str] | None:
        """Return the object that a path is about: its type, and the path parameter of its id."""
        return self._subjects[operation.id]

    def attributes(self, object_type: str) -> frozenset[str]:
        """Return the names of the attributes that the schema of an object type lists."""
        known = self._attributes.get(object_type)
        if known is None:
            pointer = f"{self._object_schemas[object_type]}/properties/attributes"
            known = frozenset(self._properties(pointer))
            self._attributes[object_type] = known
        return known

    def _properties(self, pointer: str) -> Iterator[str]:
        pointer, schema = self._resolved(pointer, self._at(pointer))
        yield from schema.get("properties", ())
        for index, _ in enumerate(schema.get("allOf", ())):
            yield from self._properties(f"{pointer}/allOf/{index}")

    def violation(self, pointer: str, value: Any) -> str | None:
        """Return where a value breaks the schema at a pointer, None if it does not."""
        validator = self._validators.get(pointer)
        if validator is None:
            validator = self._validators[pointer] = Draft202012Validator(
                {"$ref": f"{_NAME}#{quote(pointer, safe='/~')}"},
                registry=self._registry,
                validate_formats=True,
                formats={"date-time": _is_date_time},
            )
        errors = validator.iter_errors(value)
        error = min(errors, key=lambda error: len(error.instance_path), default=None)
        if error is None:
            return None
        path = "".join(f"[{n}]" if isinstance(n, int) else f".{n}" for n in error.instance_path)
        return f"${path}: {error.message[:500]}"

    def described(self, pointer: str, value: Any) -> Any:
        """Return a value without the members that the schema at a pointer does not name.

        The service passes over what it does not know; nothing has checked it, so no handler may
        meet it.
        """
        pointer, schema = self._resolved(pointer, self._at(pointer))
        if isinstance(value, list) and "items" in schema:
            return [self.described(f"{pointer}/items", item) for item in value]
        properties = schema.get("properties")
        if not isinstance(value, dict) or not properties or schema.get("additionalProperties"):
            return value
        return {
            name: self.described(f"{pointer}/properties/{_escaped(name)}", item)
            for name, item in value.items()
            if name in properties
        }

    def _operations(self) -> Iterator[Endpoint]:
        for path, item in self._content["paths"].items():
            for method in _METHODS:
                if method in item:
                    pointer = f"/paths/{_escaped(path)}/{method}"
                    yield self._operation(path, method, pointer, item[method])

    def _operation(self, path: str, method: str, pointer: str, spec: Mapping[str, Any]) -> Endpoint:
        body_pointer, body = self._resolved(f"{pointer}/requestBody", spec.get("requestBody", {}))
        bodies = _schemas(body_pointer, body)
        for media_type in body.get("x-vt-tolerated", ()):
            bodies[media_type] = bodies["application/json"]
        answers = {}
        for status, answer in spec["responses"].items():
            answer_pointer, answer = self._resolved(f"{pointer}/responses/{status}", answer)
            answers[status] = _schemas(answer_pointer, answer)
        form: Mapping[str, Any] = next(
            (content for kind, content in body.get("content", {}).items() if kind in _FORMS), {}
        )
        return Endpoint(
            id=spec["operationId"],
            method=method.upper(),
            segments=_segments(path),
            parameters=tuple(
                self._parameter(f"{pointer}/parameters/{index}", parameter)
                for index, parameter in enumerate(spec.get("parameters", ()))
            ),
            bodies=bodies,
            fields={
                name: Parameter(
                    name,
                    "form",
                    "",
                    schema.get("type", "string"),
                    is_required=name in form["schema"].get("required", ()),
                )
                for name, schema in form.get("schema", {}).get("properties", {}).items()
            },
            answers=answers,
            result=self._result(spec),
            is_premium=spec.get("x-vt-tier") == "premium",
            is_open=spec.get("security") == [],
            relationships_of=spec.get("x-vt-relationships-of"),
            has_descriptors=spec.get("x-vt-descriptors", False),
            tolerated=tuple(map(_segments, spec.get("x-vt-tolerated", ()))),
        )

    def _parameter(self, pointer: str, spec: Mapping[str, Any]) -> Parameter:
        pointer, spec = self._resolved(pointer, spec)
        pointer, schema = self._resolved(f"{pointer}/schema", spec["schema"])
        return Parameter(
            name=spec["name"],
            place=spec["in"],
            pointer=pointer,
            kind=schema.get("type", "string"),
            default=schema.get("default"),
            tolerated=tuple(spec.get("x-vt-tolerated", ())),
            is_required=spec.get("required", False),
            is_repeated=schema.get("type") == "array" and spec.get("explode", False),
        )

    def _result(self, spec: Mapping[str, Any]) -> Result:
        content = spec["responses"].get("200", {}).get("content", {})
        if "x-vt-relationships-of" in spec:
            return Result("relationship", (spec["x-vt-relationships-of"],))
        if "text/html" in content:
            return Result("page", media_type="text/html")
        if not content:
            return Result("nothing")
        if _JSON not in content:
            return Result("content", media_type=next(iter(content)))
        schema = content[_JSON]["schema"]
        data = schema.get("properties", {}).get("data")
        if data is None:
            return Result("own", title=self._title(schema))
        match data.get("type"):
            case "string":
                return Result("text", media_type=data.get("contentEncoding", ""))
            case "boolean":
                return Result("boolean")
            case "array":
                return self._many(data["items"])
        one = self._many(data)
        return Result(one.kind.removesuffix("s"), one.types, one.title)

    def _many(self, items: Mapping[str, Any]) -> Result:
        if items.get("type") == "string":
            return Result("texts")
        titles = [self._title(schema) for schema in items.get("anyOf", [items])]
        schemas = self._content["components"]["schemas"]
        types = [schemas[title].get("x-vt-type") for title in titles if title in schemas]
        if types and all(types):
            return Result("objects", tuple(types))
        match titles:
            case ["Descriptor"]:
                return Result("descriptors")
            case ["AnalysisDescriptor"]:
                return Result("submissions")
        return Result("owns", title=titles[0])

    @staticmethod
    def _title(schema: Mapping[str, Any]) -> str:
        return str(schema.get("$ref", "")).rpartition("/")[2]

    def _resolved(self, pointer: str, value: Mapping[str, Any]) -> tuple[str, Mapping[str, Any]]:
        while isinstance(reference := value.get("$ref"), str):
            if not reference.startswith("#/"):
                raise ValueError(f"the document is not self-contained: {reference}")
            pointer = unquote(reference[1:])
            value = self._at(pointer)
        return pointer, value

    def _at(self, pointer: str) -> Any:
        value: Any = self._content
        for token in pointer.split("/")[1:]:
            name = token.replace("~1", "/").replace("~0", "~")
            value = value[int(name) if isinstance(value, list) else name]
        return value


@functools.cache
def _packaged() -> Document:
    source = resources.files("vt_sdk").joinpath("_data", "openapi.json")
    return Document(json.loads(source.read_text("utf-8")))


def _declared(schema: Mapping[str, Any]) -> dict[str, Relationship]:
    return {
        name: Relationship(
            tuple(spec["target"]), spec["cardinality"] == "one", spec.get("tier") == "premium"
        )
        for name, spec in schema.get("x-vt-relationships", {}).items()
    }


def _homes(operations: Iterable[Endpoint]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Return the paths that end in the id of an object and answer with it."""
    for operation in operations:
        last, result = operation.segments[-1], operation.result
        is_of_objects = result.kind in ("object", "objects") and len(result.types) == 1
        if last.startswith("{") and is_of_objects and operation.method in ("GET", "PATCH"):
            yield result.types[0], operation.segments


def _subject(
    operation: Endpoint, homes: Iterable[tuple[str, tuple[str, ...]]]
) -> tuple[str, str] | None:
    fitting = [
        (len(home), object_type, operation.segments[len(home) - 1].strip("{}"))
        for object_type, home in homes
        if operation.segments[: len(home) - 1] == home[:-1]
        and operation.segments[len(home) - 1 : len(home)] != ()
        and operation.segments[len(home) - 1].startswith("{")
    ]
    return max(fitting)[1:] if fitting else None


def _escaped(token: str) -> str:
    return token.replace("~", "~0").replace("/", "~1")


def _segments(path: str) -> tuple[str, ...]:
    return tuple(path.strip("/").split("/"))


def _schemas(pointer: str, spec: Mapping[str, Any]) -> dict[str, str]:
    return {
        media_type: f"{pointer}/content/{_escaped(media_type)}/schema"
        for media_type in spec.get("content", {})
    }


def _fits(segments: Sequence[str], sent: Sequence[str]) -> bool:
    for segment, text in zip(segments, sent, strict=True):
        if not (text if segment.startswith("{") else segment == text):
            return False
    return True


def _literals(operation: Endpoint) -> tuple[bool, ...]:
    return tuple(not segment.startswith("{") for segment in operation.segments)


def _arguments(segments: Sequence[str], sent: Sequence[str]) -> dict[str, str]:
    return {
        segment.strip("{}"): unquote(text)
        for segment, text in zip(segments, sent, strict=True)
        if segment.startswith("{")
    }
