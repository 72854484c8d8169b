"""From the operations document to `vt_sdk/operations`: one mix-in for each group of operations.

Each operation becomes a constant (`GET_FILE`) and, unless the document says that it is written by
hand, a typed method. What a method returns follows from the schema of the answer.
"""

import textwrap
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from _schemas import SCHEMAS, Json, load_operations, load_schema, object_schemas, operations

# Wide enough for the docstrings of methods within the line length of the project.
_WIDTH = 88

_IMPORTS = """
from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Literal, Unpack, overload

from vt_sdk import models
from vt_sdk.core.decode import (
    read_bytes,
    read_descriptors,
    read_nothing,
    read_object,
    read_page,
    read_related,
    read_text,
)
from vt_sdk.core.exchange import fetch
from vt_sdk.core.objects import AnalysisDescriptor, Descriptor, VTObject
from vt_sdk.core.operation import (
    CallOptions,
    Operation,
    OperationGroup,
    RelationshipName,
    relationship_name,
)
from vt_sdk.core.paging import Page
"""


def write_operations(target: Path, command: str) -> None:
    """Write the operations package."""
    target.mkdir()
    document = load_operations()
    groups: dict[str, list[Operation]] = defaultdict(list)
    for path, method, operation in operations(document):
        groups[operation["tags"][0]].append(Operation(path, method, operation))
    notice = f"Do not edit: `{command}` made it from `schemas/openapi.yaml`."
    for tag in document["tags"]:
        text = "\n".join(_module(tag, groups[tag["name"]], notice))
        (target / f"{tag['name']}.py").write_text(text, "utf-8")
    purpose = "The operations of the API, one mix-in for each group."
    (target / "__init__.py").write_text(f'"""{purpose}\n\n{notice}\n"""\n', "utf-8")


@dataclass(frozen=True)
class Result:
    """What a method returns: its annotation, the reader of the answer, and how to say it."""

    annotation: str
    reader: str
    sentence: str


class Operation:
    """One operation of the document, seen as a Python method."""

    def __init__(self, path: str, method: str, document: Json) -> None:
        self.document = document
        self.method = method
        self.path = path
        self.constant = document["operationId"].upper()
        parameters = document["parameters"]
        self.identifiers = [p for p in parameters if p["in"] == "path"]
        self.query = [p for p in parameters if p["in"] == "query"]
        self.body = _body_arguments(document)
        self.result = _result(document)

    def definition(self) -> str:
        """Write the constant that holds the operation."""
        path = self.path
        for parameter in self.identifiers:
            path = path.replace(f"{{{parameter['name']}}}", "{}")
        shapes = [f"({p['name']!r}, {p.get('x-vt-shape', 'opaque')!r})" for p in self.identifiers]
        arguments = [repr(self.document["operationId"]), repr(self.method), repr(path)]
        if shapes:
            arguments.append(f"({', '.join(shapes)},)")
        if self.document["x-vt-repeatable"]:
            arguments.append("repeatable=True")
        if self.document.get("x-vt-submits"):
            arguments.append("submits=True")
        return f"{self.constant} = Operation({', '.join(arguments)})"

    def methods(self) -> Iterable[str]:
        """Write the method, its overloads first."""
        if "x-vt-handwritten" in self.document:
            return
        name = self.document["x-vt-method"]
        if "x-vt-relationships-of" in self.document:
            yield from self._overloads(name)
        yield f"def {name}({self._signature()}) -> {self.result.annotation}:"
        yield textwrap.indent(self._docstring(), "    ")
        yield textwrap.indent(self._code(), "    ")

    def _signature(self, relationship: str = "str", *, default: bool = True) -> str:
        positional, keyword = ["self"], []
        for p in self.identifiers:
            if p["name"] == "relationship":
                value = f" = {p['schema']['default']!r}" if "default" in p["schema"] else ""
                positional.append(f"relationship: {relationship}{value if default else ''}")
            else:
                positional.append(f"{p['name']}: str")
        positional += [f"{argument}: {annotation}" for argument, annotation, _ in self.body]
        for p in self.query:
            # These two stand where the seed has them.
            if p["name"] == "limit":
                positional.append(f"limit: int = {p['schema']['default']}")
            elif p["name"] == "cursor":
                positional.append("cursor: str | None = None")
            elif p["schema"]["type"] == "array":
                keyword.append(f"{p['name']}: Sequence[str] | None = None")
            elif p["schema"].get("format") == "vt-day":
                keyword.append(f"{p['name']}: date | None = None")
            else:
                keyword.append(f"{p['name']}: str | None = None")
        options = ["**options: Unpack[CallOptions]"]
        return ", ".join(positional + (["*", *keyword] if keyword else []) + options)

    def _overloads(self, name: str) -> Iterable[str]:
        schema = object_schemas()[self.document["x-vt-relationships-of"]]
        by_result: dict[str, list[str]] = defaultdict(list)
        for relationship, target in sorted(schema["x-vt-relationships"].items()):
            annotation = self._target(target)
            by_result[annotation] += [relationship, f"/{relationship}"]
        default = next(
            (p["schema"].get("default") for p in self.identifiers if p["name"] == "relationship"),
            None,
        )
        for annotation, names in sorted(by_result.items()):
            literal = f"Literal[{', '.join(map(repr, names))}]"
            signature = self._signature(literal, default=default in names)
            yield f"@overload\ndef {name}({signature}) -> {annotation}: ..."
        signature = self._signature("RelationshipName", default=False)
        yield f"@overload\ndef {name}({signature}) -> {self.result.annotation}: ..."

    def _target(self, target: Json) -> str:
        if self.document.get("x-vt-descriptors"):
            item = "Descriptor"
        else:
            known = object_schemas()
            classes = [
                f"models.{known[name]['title']}" if name in known else "VTObject"
                for name in target["target"]
            ]
            # An unknown class is the base of all of them.
            item = "VTObject" if "VTObject" in classes else " | ".join(classes)
        return f"Page[{item}]" if target["cardinality"] == "many" else f"{item} | None"

    def _docstring(self) -> str:
        document = self.document
        paragraphs = [document["summary"], f"`{self.method} {self.path}`"]
        if "description" in document:
            paragraphs.append(_filled(document["description"]))
        arguments = [
            *((p["name"], p["description"]) for p in self.identifiers),
            *((argument, description) for argument, _, description in self.body),
            *((p["name"], p["description"]) for p in self.query),
        ]
        arguments.append(("options", "`timeout` and `deadline` of this call, see `CallOptions`."))
        if arguments:
            paragraphs.append("Args:\n" + "\n".join(_entry(*pair) for pair in arguments))
        if self.result.sentence:
            paragraphs.append("Returns:\n" + _entry("", self.result.sentence))
        named = (
            ", among others " + ", ".join(_error(c) for c in document["x-vt-errors"])
            if document.get("x-vt-errors")
            else ""
        )
        errors = [
            _entry("APIError", f"the service answered with an error{named}."),
            _entry("TransportError", "no answer came."),
        ]
        if arguments:
            errors.insert(0, _entry("InvalidInputError", "an argument does not have its shape."))
        paragraphs.append("Raises:\n" + "\n".join(errors))
        tier = (
            "A public key will do." if document["x-vt-tier"] == "public" else "Needs a premium key."
        )
        page = document.get("externalDocs", {}).get("url")
        paragraphs.append(f"{tier}\n{page}" if page else tier)
        return '"""' + "\n\n".join(paragraphs) + '\n"""'

    def _code(self) -> str:
        arguments = [
            "relationship_name(relationship)" if p["name"] == "relationship" else p["name"]
            for p in self.identifiers
        ]
        if self.query:
            pairs = ", ".join(f"{p['name']!r}: {p['name']}" for p in self.query)
            arguments.append(f"query={{{pairs}}}")
        if self.body:
            arguments.append(f"data={_body(self.document)}")
        request = f"{self.constant}.request({', '.join(arguments)})"
        return f"return self._call(fetch({request}, {self.result.reader}), **options)"


def _module(tag: Json, members: list[Operation], notice: str) -> Iterable[str]:
    yield f'"""The operations of the group `{tag["name"]}`.\n\n{notice}\n"""'
    yield _IMPORTS
    for operation in members:
        yield operation.definition()
    yield f'\n\nclass {tag["x-vt-class"]}(OperationGroup):\n    """{tag["description"]}"""\n'
    for operation in members:
        for block in operation.methods():
            yield textwrap.indent(block, "    ")
        yield ""


def _error(code: str) -> str:
    return code if code.endswith("Error") else f"{code}Error"


def _filled(text: str) -> str:
    return textwrap.fill(" ".join(text.split()), _WIDTH)


def _entry(name: str, text: str) -> str:
    label = f"{name}: " if name else ""
    return textwrap.fill(
        label + " ".join(text.split()),
        _WIDTH,
        initial_indent="    ",
        subsequent_indent="        " if name else "    ",
    )


def _json_schema(content: Json) -> Json | None:
    for media_type, value in content.items():
        if media_type == "application/json":
            schema: Json = value["schema"]
            return schema
    return None


def _body_arguments(document: Json) -> list[tuple[str, str, str]]:
    """Give name, annotation and description of the arguments that fill a JSON body."""
    schema = _json_schema(document.get("requestBody", {}).get("content", {}))
    if schema is None:
        return []
    data = schema["properties"]["data"]
    if "x-vt-argument" in data:
        return [(data["x-vt-argument"], _annotation(data), data["description"])]
    fields = data["properties"]["attributes"]["properties"]
    return [(name, _annotation(field), field["description"]) for name, field in fields.items()]


def _annotation(field: Json) -> str:
    if "enum" in field:
        return f"Literal[{', '.join(map(repr, field['enum']))}]"
    return {"string": "str", "integer": "int", "boolean": "bool"}[field["type"]]


def _body(document: Json) -> str:
    """Write the expression of the `data` member."""
    schema = _json_schema(document["requestBody"]["content"])
    assert schema is not None
    data = schema["properties"]["data"]
    if "x-vt-argument" in data:
        return str(data["x-vt-argument"])
    fields = data["properties"]["attributes"]["properties"]
    pairs = ", ".join(f"{name!r}: {name}" for name in fields)
    return f"{{'type': {data['properties']['type']['const']!r}, 'attributes': {{{pairs}}}}}"


def _result(document: Json) -> Result:
    """Derive what a method returns from the schema of the answer."""
    content = document["responses"]["200"].get("content")
    if not content:
        return Result("None", "read_nothing", "")
    schema = _json_schema(content)
    if schema is None:
        return Result("bytes", "read_bytes", "The content.")
    if document.get("x-vt-descriptors"):
        return Result(
            "Page[Descriptor] | Descriptor | None",
            "read_descriptors",
            "A `Page` of descriptors, one descriptor, or None, as the relationship says.",
        )
    if "x-vt-relationships-of" in document:
        return Result(
            "Page[VTObject] | VTObject | None",
            "read_related",
            "A `Page` of objects, one object, or None, as the relationship says.",
        )
    data = schema["properties"]["data"]
    if data.get("type") == "array":
        name = _class(data["items"]["$ref"])
        return Result(f"Page[{name}]", f"read_page({name})", f"A `Page` of `{_bare(name)}`.")
    if data.get("type") == "string":
        return Result("str", "read_text", document["responses"]["200"]["description"])
    name = _class(data["$ref"])
    return Result(name, f"read_object({name})", f"The `{_bare(name)}`.")


def _class(ref: str) -> str:
    if ref.endswith("analysis_descriptor.json"):
        return "AnalysisDescriptor"
    file, _, pointer = ref.partition("#")
    name = pointer.rsplit("/", 1)[-1] if pointer else load_schema(SCHEMAS / file)["title"]
    return f"models.{name}"


def _bare(name: str) -> str:
    return name.removeprefix("models.")
