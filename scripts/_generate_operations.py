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

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Literal, Required, TypedDict, Unpack, overload

from vt_sdk import models
from vt_sdk.core.decode import (
    read_bytes,
    read_content_text,
    read_descriptors,
    read_document,
    read_mixed_page,
    read_nothing,
    read_object,
    read_page,
    read_related,
    read_text,
    read_texts,
    read_truth,
)
from vt_sdk.core.exchange import fetch
from vt_sdk.core.objects import AnalysisDescriptor, Descriptor, VTObject
from vt_sdk.core.operation import (
    CallOptions,
    Operation,
    OperationGroup,
    RelationshipName,
    TimeoutOption,
    descriptors,
    given,
    one_of,
    relationship_name,
    repeated,
    rfc3339,
    utc_text,
)
from vt_sdk.core.paging import Page
from vt_sdk.files import UPLOAD_MAX_BYTES, Download, DownloadTarget
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
    (target / "README.md").write_text(_coverage(document, groups, notice), "utf-8")
    purpose = "The operations of the API, one mix-in for each group."
    (target / "__init__.py").write_text(f'"""{purpose}\n\n{notice}\n"""\n', "utf-8")


@dataclass(frozen=True)
class Result:
    """What a method returns: its annotation, the reader of the answer, and how to say it."""

    annotation: str
    reader: str
    sentence: str


@dataclass(frozen=True)
class Argument:
    """An argument of a method, and the value that is sent for it."""

    name: str
    annotation: str
    description: str
    default: str | None = None
    value: str = ""
    """The expression to send; the argument itself if empty."""
    key: str = ""
    """The name on the wire; that of the argument if empty."""

    def __str__(self) -> str:
        if self.default is None:
            return f"{self.name}: {self.annotation}"
        optional = " | None" if self.default == "None" else ""
        return f"{self.name}: {self.annotation}{optional} = {self.default}"

    def pair(self) -> str:
        """Write the entry of a dictionary that sends it."""
        return f"{self.key or self.name!r}: {self.value or self.name}"


class Operation:
    """One operation of the document, seen as a Python method."""

    def __init__(self, path: str, method: str, document: Json) -> None:
        self.document = document
        self.method = method
        self.path = path
        self.constant = document["operationId"].upper()
        parameters = document["parameters"]
        self.identifiers = [p for p in parameters if p["in"] == "path"]
        self.path_arguments = {p["name"]: _identifier(p) for p in self.identifiers}
        self.query = [_parameter(p) for p in parameters if p["in"] == "query"]
        self.headers = [_parameter(p) for p in parameters if p["in"] == "header"]
        self.records: dict[str, Json] = {}
        self.body, self.data = _body(document, self.records)
        self.result = _result(document)
        self.limit = next(
            (p["schema"].get("maximum") for p in parameters if p["name"] == "limit"), None
        )

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
        if self.limit is not None:
            arguments.append(f"max_limit={self.limit}")
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
            if p["name"] == "relationship" and "enum" not in p["schema"]:
                value = f" = {p['schema']['default']!r}" if "default" in p["schema"] else ""
                positional.append(f"relationship: {relationship}{value if default else ''}")
            else:
                positional.append(str(self.path_arguments[p["name"]]))
        further = [*self.body, *self.query, *self.headers]
        seeds = [a for a in self.query if a.name in ("limit", "cursor")]
        positional += [str(a) for a in further if a.default is None]
        if self.result.reader == "download":
            positional.append("target: DownloadTarget")
            keyword.append("max_bytes: int = UPLOAD_MAX_BYTES")
        # These two stand where the seed has them.
        positional += [str(a) for a in seeds]
        keyword += [str(a) for a in further if a.default is not None and a not in seeds]
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
            *((a.name, a.description) for a in (*self.body, *self.query, *self.headers)),
        ]
        if self.result.reader == "download":
            arguments += _DOWNLOADING
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
            "relationship_name(relationship)"
            if p["name"] == "relationship" and "enum" not in p["schema"]
            else self.path_arguments[p["name"]].value or p["name"]
            for p in self.identifiers
        ]
        if self.query:
            arguments.append(f"query={{{', '.join(a.pair() for a in self.query)}}}")
        if self.headers:
            arguments.append(f"headers={{{', '.join(a.pair() for a in self.headers)}}}")
        if self.data:
            arguments.append(self.data)
        request = f"{self.constant}.request({', '.join(arguments)})"
        if self.result.reader == "download":
            return f"return self._download({request}, target, max_bytes, **options)"
        return f"return self._call(fetch({request}, {self.result.reader}), **options)"


# The arguments of every method that downloads.
_DOWNLOADING = [
    ("target", "A path, written whole or not at all, or a file object opened in binary mode."),
    ("max_bytes", "The most bytes to take, 650 MB if not given."),
]


def _coverage(document: Json, groups: dict[str, list[Operation]], notice: str) -> str:
    """Write the page that lists every operation with its method."""
    count = sum(map(len, groups.values()))
    lines = [
        "# Operations",
        "",
        notice,
        "",
        f"{count} operations of the API in {len(groups)} groups; each is one method of"
        " `vt.<group>`. A ★ marks those that need a premium key.",
    ]
    for tag in document["tags"]:
        description = " ".join(tag["description"].split())
        lines += ["", f"## `vt.{tag['name']}`", "", description, "", "| method | request | |"]
        lines.append("|---|---|---|")
        for operation in groups[tag["name"]]:
            described = operation.document
            page = described.get("externalDocs", {}).get("url")
            star = "★ " if described["x-vt-tier"] == "premium" else ""
            lines.append(
                f"| `{described['x-vt-method']}` | `{operation.method} {operation.path}` |"
                f" {star}{f'[page]({page})' if page else 'undocumented'} |"
            )
    return "\n".join(lines) + "\n"


def _module(tag: Json, members: list[Operation], notice: str) -> Iterable[str]:
    yield f'"""The operations of the group `{tag["name"]}`.\n\n{notice}\n"""'
    yield _IMPORTS
    for operation in members:
        yield operation.definition()
    records: dict[str, Json] = {}
    for operation in members:
        records |= operation.records
    for name, record in records.items():
        yield from _record(name, record)
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


# How moments stand in a path.
_MOMENTS = {"vt-minute": "%Y%m%d%H%M", "vt-hour": "%Y%m%d%H"}


def _identifier(parameter: Json) -> Argument:
    """Give the argument for a part of the path."""
    schema, name = parameter["schema"], parameter["name"]
    form = schema.get("format")
    annotation, value = "str", _checked(name, schema)
    if form in _MOMENTS:
        annotation, value = "datetime", f"utc_text({name}, {_MOMENTS[form]!r})"
    elif form == "date":
        annotation, value = "date", f"{name}.isoformat()"
    elif "enum" in schema:
        annotation = _annotation(schema, {})
    return Argument(name, annotation, parameter["description"], value=value)


def _parameter(parameter: Json) -> Argument:
    """Give the argument for a parameter of the query or a header."""
    schema, key = parameter["schema"], parameter["name"]
    name = str(parameter.get("x-vt-argument", key))
    annotation = _annotation(schema, {})
    if "default" in schema and key == "limit":
        default: str | None = repr(schema["default"])
    else:
        default = None if parameter.get("required") else "None"
    value = _checked(name, schema)
    if parameter.get("explode") and schema["type"] == "array":
        value = f"repeated({name})"
    elif schema.get("format") == "date-time":
        value = f"rfc3339({name})"
    return Argument(name, annotation, parameter["description"], default, value, key)


def _checked(name: str, schema: Json) -> str:
    """Write the expression that refuses words that a closed vocabulary does not have."""
    return f"one_of({name!r}, {name}, {tuple(schema['enum'])!r})" if "enum" in schema else ""


def _body(document: Json, records: dict[str, Json]) -> tuple[list[Argument], str]:
    """Give the arguments that fill a body, and how the request takes them."""
    if "x-vt-handwritten" in document:
        return [], ""
    content = document.get("requestBody", {}).get("content", {})
    for media_type, value in content.items():
        schema = value["schema"]
        if media_type == "application/x-www-form-urlencoded":
            arguments = _arguments(schema, records)
            return arguments, f"form=given({_pairs(arguments)})"
        if "data" not in schema["properties"]:
            arguments = _arguments(schema, records)
            return arguments, f"document=given({_pairs(arguments)})"
        (*_, identifier) = [p["name"] for p in document["parameters"] if p["in"] == "path"] or [""]
        arguments, expression = _data(schema["properties"]["data"], records, identifier)
        return arguments, f"data={expression}"
    return [], ""


def _data(data: Json, records: dict[str, Json], identifier: str) -> tuple[list[Argument], str]:
    if "x-vt-argument" in data:
        name = data["x-vt-argument"]
        argument = Argument(name, _annotation(data, records), data["description"])
        return [argument], _checked(name, data) or name
    if "x-vt-arguments" in data:
        names = data["x-vt-arguments"]
        arguments = [
            Argument(
                name,
                "Sequence[str]",
                f"The ids, each of the type `{kind}`.",
                "()" if len(names) > 1 else None,
            )
            for kind, name in names.items()
        ]
        pairs = ", ".join(f"{kind!r}: {name}" for kind, name in names.items())
        return arguments, f"descriptors({{{pairs}}})"
    properties = data["properties"]
    if "attributes" not in properties:
        if "type" in properties and "id" in properties:
            kind = properties["type"]["const"]
            field = properties["id"]
            name = field.get("x-vt-argument", f"{kind}_id")
            argument = Argument(name, "str", field["description"])
            return [argument], f"{{'type': {kind!r}, 'id': {name}}}"
        arguments = _arguments(data, records)
        return arguments, f"given({_pairs(arguments)})"
    arguments = _arguments(properties["attributes"], records)
    head = f"'type': {properties['type']['const']!r}"
    if "id" in data.get("required", ()):
        head += f", 'id': {identifier}"
    return arguments, f"{{{head}, 'attributes': given({_pairs(arguments)})}}"


def _arguments(schema: Json, records: dict[str, Json]) -> list[Argument]:
    required = schema.get("required", ())
    found = [
        Argument(
            name := str(field.get("x-vt-argument", key)),
            _annotation(field, records),
            field["description"],
            None if key in required else "None",
            _checked(name, field),
            key,
        )
        for key, field in schema["properties"].items()
        if "const" not in field
    ]
    return sorted(found, key=lambda argument: argument.default is not None)


def _pairs(arguments: list[Argument]) -> str:
    return "{" + ", ".join(argument.pair() for argument in arguments) + "}"


_NAMED_FORMATS = {"unix-time": "datetime", "date-time": "datetime", "vt-day": "date"}


def _annotation(field: Json, records: dict[str, Json]) -> str:
    """Write the type of a value that is sent; records are collected by name."""
    if "enum" in field:
        return f"Literal[{', '.join(map(repr, field['enum']))}]"
    if "anyOf" in field:
        return " | ".join(_annotation(choice, records) for choice in field["anyOf"])
    kind = field.get("type", "object")
    if isinstance(kind, list):
        names = [_annotation({"type": k}, records) for k in kind if k != "null"]
        return " | ".join([*names, *(["None"] if "null" in kind else [])])
    if kind == "array":
        return f"Sequence[{_annotation(field['items'], records)}]"
    if kind == "object":
        if "properties" in field:
            records[field["title"]] = field
            return str(field["title"])
        values = field.get("additionalProperties", True)
        inner = "object" if values is True else _annotation(values, records)
        return f"Mapping[str, {inner}]"
    named = _NAMED_FORMATS.get(field.get("format", ""))
    if named:
        return named
    return {"string": "str", "integer": "int", "number": "float", "boolean": "bool"}[str(kind)]


def _record(name: str, record: Json) -> Iterable[str]:
    """Write a record that is sent as a typed dictionary, those in it first."""
    inner: dict[str, Json] = {}
    lines = [f"class {name}(TypedDict, total=False):", f'    """{record["description"]}"""\n']
    for key, field in record["properties"].items():
        annotation = _annotation(field, inner)
        if key in record.get("required", ()):
            annotation = f"Required[{annotation}]"
        lines += [f"    {key}: {annotation}", f'    """{field["description"]}"""']
    for inner_name, inner_record in inner.items():
        yield from _record(inner_name, inner_record)
    yield "\n" + "\n".join(lines) + "\n"


def _result(document: Json) -> Result:
    """Derive what a method returns from the schema of the answer."""
    answer = document["responses"].get("200", {})
    content = answer.get("content") or {}
    if not content:
        if "302" in document["responses"]:
            return _DOWNLOAD
        return Result("None", "read_nothing", "")
    if "text/html" in content:
        return Result("str", "read_content_text", answer["description"])
    schema = _json_schema(content)
    if schema is None:
        return _DOWNLOAD
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
    if "$ref" in schema:
        name = _class(schema["$ref"])
        return Result(name, f"read_document({name})", f"The `{_bare(name)}`.")
    data = schema["properties"]["data"]
    if data.get("type") == "array":
        items = data["items"]
        if items.get("type") == "string":
            return Result("list[str]", "read_texts", answer["description"])
        names = [_class(choice["$ref"]) for choice in items.get("anyOf", [items])]
        shown = " and ".join(f"`{_bare(name)}`" for name in names)
        reader = f"read_page({names[0]})" if len(names) == 1 else "read_mixed_page"
        return Result(f"Page[{' | '.join(names)}]", reader, f"A `Page` of {shown}.")
    if data.get("type") == "string":
        return Result("str", "read_text", answer["description"])
    if data.get("type") == "boolean":
        return Result("bool", "read_truth", answer["description"])
    name = _class(data["$ref"])
    return Result(name, f"read_object({name})", f"The `{_bare(name)}`.")


_DOWNLOAD = Result("Download", "download", "The `Download`: size in bytes and SHA-256.")


def _class(ref: str) -> str:
    if ref.endswith("analysis_descriptor.json"):
        return "AnalysisDescriptor"
    if ref.endswith("/descriptor.json"):
        return "Descriptor"
    file, _, pointer = ref.partition("#")
    name = pointer.rsplit("/", 1)[-1] if pointer else load_schema(SCHEMAS / file)["title"]
    return f"models.{name}"


def _bare(name: str) -> str:
    return name.removeprefix("models.")
