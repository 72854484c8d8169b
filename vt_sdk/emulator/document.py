"""The OpenAPI document that drives the emulator: routes, parameters, bodies, answers.

The emulator does nothing that the document does not say: paths are matched against it, what comes
in and what goes out is validated against it. References are resolved as JSON pointers, so that the
way in which the bundle names its schemas does not matter.
"""

import functools
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from jsonschema import Draft202012Validator
from jsonschema.exceptions import best_match
from referencing import Registry
from referencing.jsonschema import DRAFT202012

from vt_sdk.emulator.exchange import Problem
from vt_sdk.status import ErrorCode

__all__ = ["Document", "Operation", "Parameter", "Relationship"]

# Never fetched: the name under which the validator finds the document for its references.
_NAME = "http://emulator.invalid/openapi.json"

_INTEGER = re.compile(r"-?[0-9]{1,18}")

_METHODS = ("get", "post", "patch", "put", "delete")


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of the path or the query."""

    name: str
    place: str
    pointer: str
    kind: str
    default: Any
    tolerated: tuple[str, ...]

    def read(self, text: str) -> Any:
        """Turn the text of a request into the value that the schema speaks of."""
        if self.kind == "integer":
            # `int` alone would take more than the service does: blanks, underscores, other digits.
            return int(text) if _INTEGER.fullmatch(text) else text
        if self.kind == "array":
            return [item for item in text.split(",") if item]
        return text


@dataclass(frozen=True, slots=True)
class Operation:
    """An operation of the document."""

    id: str
    method: str
    segments: tuple[str, ...]
    parameters: tuple[Parameter, ...]
    bodies: Mapping[str, str]
    answers: Mapping[str, Mapping[str, str]]
    is_premium: bool
    relationships_of: str | None


@dataclass(frozen=True, slots=True)
class Relationship:
    """A relationship that the schema of an object type declares."""

    is_single: bool
    is_premium: bool


class Document:
    """The bundled OpenAPI document, ready for look-ups and validation."""

    def __init__(self, content: Mapping[str, Any]) -> None:
        self._content = content
        self._registry: Registry[Any] = Registry().with_resource(
            _NAME, DRAFT202012.create_resource(content)
        )
        self._validators: dict[str, Draft202012Validator] = {}
        self.operations = {operation.id: operation for operation in self._operations()}
        self._relationships: dict[str, dict[str, Relationship]] = {}
        self._object_schemas: dict[str, str] = {}
        for name, schema in content.get("components", {}).get("schemas", {}).items():
            if "x-vt-type" in schema:
                self._object_schemas[schema["x-vt-type"]] = f"/components/schemas/{_escaped(name)}"
                self._relationships[schema["x-vt-type"]] = _declared(schema)

    @classmethod
    def load(cls, path: str | Path | None = None) -> "Document":
        """Load the document of the package, or another one from a JSON file."""
        return _packaged() if path is None else cls(json.loads(Path(path).read_text("utf-8")))

    def find(self, method: str, path: str) -> tuple[Operation, dict[str, str]]:
        """Give the operation for a path as it was sent, and its path arguments.

        The path is split before it is decoded, so an encoded slash stays inside its segment. A
        literal segment goes before a parameter, as OpenAPI wants it.
        """
        sent = path.strip("/").split("/")
        best: tuple[tuple[bool, ...], list[Operation]] = ((), [])
        for operation in self.operations.values():
            if not _fits(operation.segments, sent):
                continue
            literal = tuple(not segment.startswith("{") for segment in operation.segments)
            if literal > best[0]:
                best = (literal, [operation])
            elif literal == best[0]:
                best[1].append(operation)
        if not best[1]:
            raise Problem(ErrorCode.NOT_FOUND_ERROR, "Resource not found.")
        for operation in best[1]:
            if operation.method == method:
                return operation, _arguments(operation.segments, sent)
        # Assumed: the service documents no body for a wrong method.
        allowed = ", ".join(sorted(operation.method for operation in best[1]))
        raise Problem(
            ErrorCode.BAD_REQUEST_ERROR,
            f"Method {method} not allowed for this resource",
            status=405,
            headers={"allow": allowed},
        )

    def relationships(self, object_type: str) -> Mapping[str, Relationship]:
        """Give the relationships that an object type declares, by name."""
        return self._relationships.get(object_type, {})

    def object_schema(self, object_type: str) -> str | None:
        """Give the pointer to the schema of an object type, None if there is none."""
        return self._object_schemas.get(object_type)

    def violation(self, pointer: str, value: Any) -> str | None:
        """Say where a value breaks the schema at a pointer, None if it does not."""
        validator = self._validators.get(pointer)
        if validator is None:
            validator = Draft202012Validator(
                {"$ref": f"{_NAME}#{pointer}"}, registry=self._registry
            )
            self._validators[pointer] = validator
        if validator.is_valid(value):
            return None
        error = best_match(validator.iter_errors(value))
        return f"{error.json_path}: {error.message[:500]}"

    def _operations(self) -> Iterator[Operation]:
        for path, item in self._content["paths"].items():
            for method in _METHODS:
                if method in item:
                    pointer = f"/paths/{_escaped(path)}/{method}"
                    yield self._operation(path, method, pointer, item[method])

    def _operation(
        self, path: str, method: str, pointer: str, spec: Mapping[str, Any]
    ) -> Operation:
        body_pointer, body = self._resolved(f"{pointer}/requestBody", spec.get("requestBody", {}))
        answers = {}
        for status, answer in spec["responses"].items():
            answer_pointer, answer = self._resolved(f"{pointer}/responses/{status}", answer)
            answers[status] = _schemas(answer_pointer, answer)
        return Operation(
            id=spec["operationId"],
            method=method.upper(),
            segments=tuple(path.strip("/").split("/")),
            parameters=tuple(
                self._parameter(f"{pointer}/parameters/{index}", parameter)
                for index, parameter in enumerate(spec.get("parameters", ()))
            ),
            bodies=_schemas(body_pointer, body),
            answers=answers,
            is_premium=spec.get("x-vt-tier") == "premium",
            relationships_of=spec.get("x-vt-relationships-of"),
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
        )

    def _resolved(self, pointer: str, value: Mapping[str, Any]) -> tuple[str, Mapping[str, Any]]:
        while isinstance(reference := value.get("$ref"), str):
            if not reference.startswith("#/"):
                raise ValueError(f"the document is not self-contained: {reference}")
            pointer = unquote(reference[1:])
            value = functools.reduce(
                lambda part, token: part[token.replace("~1", "/").replace("~0", "~")],
                pointer.split("/")[1:],
                self._content,
            )
        return pointer, value


@functools.cache
def _packaged() -> Document:
    source = resources.files("vt_sdk").joinpath("_data", "openapi.json")
    return Document(json.loads(source.read_text("utf-8")))


def _declared(schema: Mapping[str, Any]) -> dict[str, Relationship]:
    return {
        name: Relationship(spec["cardinality"] == "one", spec.get("tier") == "premium")
        for name, spec in schema.get("x-vt-relationships", {}).items()
    }


def _escaped(token: str) -> str:
    return token.replace("~", "~0").replace("/", "~1")


def _schemas(pointer: str, spec: Mapping[str, Any]) -> dict[str, str]:
    return {
        media_type: f"{pointer}/content/{_escaped(media_type)}/schema"
        for media_type in spec.get("content", {})
    }


def _fits(segments: Sequence[str], sent: Sequence[str]) -> bool:
    return len(segments) == len(sent) and all(
        text if segment.startswith("{") else segment == text
        for segment, text in zip(segments, sent, strict=True)
    )


def _arguments(segments: Sequence[str], sent: Sequence[str]) -> dict[str, str]:
    return {
        segment.strip("{}"): unquote(text)
        for segment, text in zip(segments, sent, strict=True)
        if segment.startswith("{")
    }
