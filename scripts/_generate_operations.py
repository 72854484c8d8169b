"""From the operations document to `vt_sdk/operations`: one class for each group of operations.

Each operation becomes a constant (`GET_FILE`) and, unless the document says that it is written by
hand, a typed method. What a method returns follows from the schema of the answer.
"""

import ast
import re
import textwrap
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from _environment import ROOT
from _generate_arguments import Argument, body_arguments, path_argument, record_class, sent_argument
from _schemas import SCHEMAS, Json, load_operations, load_schema, object_schemas, operations
from _templates import filled, render

_IMPORTS = """
from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Literal, Required, TypedDict, Unpack, overload

from vt_sdk import models
from vt_sdk.api import VirusTotalAPI
from vt_sdk.core.readers import (
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
    PolledOperation,
    RelationshipName,
    relationship_name,
)
from vt_sdk.core.paging import Page
from vt_sdk.core.waiting import Wait
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
    listed = [_group(tag) for tag in document["tags"]]
    for name in ("groups.py", "names.py"):
        text = render(name, notice=notice, groups=listed, modules=_public_names(listed))
        (target / f"_{name}").write_text(text, "utf-8")
    purpose = "The operations of the API, one class for each group."
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
        self.path_arguments = {p["name"]: path_argument(p) for p in self.identifiers}
        self.query = [self._named(sent_argument(p)) for p in parameters if p["in"] == "query"]
        self.headers = [sent_argument(p) for p in parameters if p["in"] == "header"]
        self.records: dict[str, Json] = {}
        self.slashed: dict[str, list[str]] = {}
        self.body, self.data = body_arguments(document, self.constant, self.records)
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
        known = [*self.body, *self.query, *self.headers, *self.path_arguments.values()]
        facts = {a.key: a.known() for a in known if a.known()}
        if facts:
            arguments.append(f"arguments={facts!r}")
        required = tuple(
            a.key for a in (*self.body, *self.query, *self.headers) if a.default is None and a.facts
        )
        if required:
            arguments.append(f"required={required!r}")
        if "x-vt-wait" in self.document:
            arguments.append(f"wait={_wait(self.document['x-vt-wait'])}")
            return f"{self.constant} = PolledOperation({', '.join(arguments)})"
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

    def _ordered(self) -> tuple[list[Argument], list[Argument]]:
        """Give the arguments in the order of the signature: positional ones, those by keyword."""
        further = [*self.body, *self.query, *self.headers]
        seeds = [a for a in self.query if a.name in ("limit", "cursor")]
        positional = [*self.path_arguments.values(), *(a for a in further if a.default is None)]
        keyword = [a for a in further if a.default is not None and a not in seeds]
        if self.result.reader == "download":
            positional.append(_TARGET)
            keyword.insert(0, _MAX_BYTES)
        # These two stand where the seed has them.
        return [*positional, *seeds], keyword

    def _signature(self, relationship: str = "str", *, default: bool = True) -> str:
        positional, keyword = self._ordered()
        written = [
            str(replace(a, annotation=relationship, default=a.default if default else None))
            if a.name == "relationship" and a.annotation == "str"
            else str(a)
            for a in positional
        ]
        by_keyword = ["*", *map(str, keyword)] if keyword else []
        return ", ".join(["self", *written, *by_keyword, "**options: Unpack[CallOptions]"])

    def _named(self, argument: Argument) -> Argument:
        """Return an argument that lists relationships with their names in its type."""
        if argument.key != "relationships":
            return argument
        types = re.findall(r"objects/(\w+)\.json", str(self.document["responses"]))
        schemas = [object_schemas()[name] for name in dict.fromkeys(types)]
        aliases = [f"models.{s['title']}Relationship" for s in schemas if s["x-vt-relationships"]]
        names = " | ".join([*aliases, "RelationshipName"])
        return replace(argument, annotation=f"Sequence[{names}]")

    def _overloads(self, name: str) -> Iterable[str]:
        schema = object_schemas()[self.document["x-vt-relationships-of"]]
        by_result: dict[str, list[str]] = defaultdict(list)
        for relationship, target in sorted(schema["x-vt-relationships"].items()):
            annotation = self._target(target)
            by_result[annotation].append(relationship)
        default = next(
            (p["schema"].get("default") for p in self.identifiers if p["name"] == "relationship"),
            None,
        )
        for annotation, names in sorted(by_result.items()):
            slashed = "_Slash" + "".join(re.findall(r"\w+", annotation.replace("models.", "")))
            self.slashed[slashed] = [f"/{relationship}" for relationship in names]
            literal = f"Literal[{', '.join(map(repr, names))}]"
            signature = self._signature(f"{literal} | {slashed}", default=default in names)
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
            paragraphs.append(filled(_in_python(document["description"])))
        positional, keyword = self._ordered()
        arguments = [_entry(a.name, a.description) for a in (*positional, *keyword)]
        options = _entry("options", "`timeout` and `deadline` of this call, see `CallOptions`.")
        paragraphs.append("\n".join(["Args:", *arguments, options]))
        if self.result.sentence:
            paragraphs.append("Returns:\n" + _entry("", self.result.sentence))
        named = (
            ", among others " + ", ".join(_error(c) for c in document["x-vt-errors"])
            if document.get("x-vt-errors")
            else ""
        )
        errors = {"InvalidInputError": "an argument does not have its type, bounds or shape."}
        if self.result.reader == "download":
            errors["FileReadError"] = "the target cannot be written."
            errors["InvalidResponseError"] = "the content is larger than `max_bytes`."
        errors["APIError"] = f"the service answered with an error{named}."
        errors["TransportError"] = "no answer came."
        paragraphs.append("\n".join(["Raises:", *(_entry(*error) for error in errors.items())]))
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
            else p["name"]
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
_TARGET = Argument(
    "target",
    "DownloadTarget",
    "A path, written whole or not at all, or a file object opened in binary mode.",
    "",
)
_MAX_BYTES = Argument(
    "max_bytes", "int", "The most bytes to take, 650 MB if not given.", "", "UPLOAD_MAX_BYTES"
)


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


_SLASHED = """
# The seed writes a slash before the name of a relationship. Editors complete what is listed in the
# type of an argument, but not what bounds a type variable in it: each name once.
# pyright: reportInvalidTypeVarUse=false
if TYPE_CHECKING:
    # The same; that of `typing` takes jedi so many steps that it tells no type of a result.
    from typing_extensions import TypeVar
else:
    from typing import TypeVar

"""


def _module(tag: Json, members: list[Operation], notice: str) -> Iterable[str]:
    yield f'"""The operations of the group `{tag["name"]}`.\n\n{notice}\n"""'
    methods = [textwrap.indent(block, "    ") for o in members for block in (*o.methods(), "")]
    slashed: dict[str, list[str]] = {}
    for operation in members:
        for name, names in operation.slashed.items():
            if slashed.setdefault(name, names) != names:
                raise SystemExit(f"{name} stands for two lists of relationships of {tag['name']}")
    yield _IMPORTS
    for operation in members:
        yield operation.definition()
    records: dict[str, Json] = {}
    for operation in members:
        records |= operation.records
    for name, record in records.items():
        yield from record_class(name, record)
    if slashed:
        yield _SLASHED
    for name, names in slashed.items():
        yield f"{name} = TypeVar({name!r}, bound=Literal[{', '.join(map(repr, names))}])"
    yield f'\n\nclass {_group(tag)["generated"]}(VirusTotalAPI):\n    """{tag["description"]}"""\n'
    yield from methods


def _group(tag: Json) -> dict[str, str]:
    """Return what is known of a group: its public class, the module of that, its generated class.

    The generated class is the public one, or the base of it where some of it is hand-written.
    """
    name, public = tag["name"], tag["x-vt-class"]
    is_derived = (ROOT / "vt_sdk" / "resources" / f"{name}.py").exists()
    return {
        "tag": name,
        "name": public,
        "module": f"vt_sdk.{'resources' if is_derived else 'operations'}.{name}",
        "generated": f"{public.removeprefix('VirusTotalAPI')}Operations" if is_derived else public,
        "description": tag["description"],
    }


def _public_names(groups: list[dict[str, str]]) -> dict[str, str]:
    """Return the module of each public name: those the package imports for checkers, and groups."""
    tree = ast.parse((ROOT / "vt_sdk" / "__init__.py").read_text("utf-8"))
    found = {group["name"]: group["module"] for group in groups}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            for alias in node.names:
                if alias.asname == alias.name and alias.name != "__version__":
                    is_module = node.module == "vt_sdk"
                    found[alias.name] = f"vt_sdk.{alias.name}" if is_module else str(node.module)
    return dict(sorted(found.items()))


def _error(code: str) -> str:
    return code if code.endswith("Error") else f"{code}Error"


@cache
def _methods() -> dict[str, str]:
    """Give the methods of all operations by their names in the document."""
    return {
        o["operationId"]: f"`vt.{o['tags'][0]}.{o['x-vt-method']}`"
        for _, _, o in operations(load_operations())
    }


def _in_python(text: str) -> str:
    """Give a text of the document with methods where it names operations."""
    # A name of one word, such as search, may be just that word.
    return re.sub(r"[a-z]+_\w+", lambda name: _methods().get(name[0], name[0]), text)


def _entry(name: str, text: str) -> str:
    label = f"{name}: " if name else ""
    return filled(label + text, "    ", "        " if name else "    ")


def _json_schema(content: Json) -> Json | None:
    for media_type, value in content.items():
        if media_type == "application/json":
            schema: Json = value["schema"]
            return schema
    return None


def _wait(wait: Json) -> str:
    """Write what ends the wait for something that the service works on."""
    if wait["field"] != "status":
        raise SystemExit(f"the core looks at the status alone: {wait}")
    facts = {key: value for key, value in wait.items() if key != "field"}
    facts["failed"] = tuple(wait["failed"])
    return f"Wait({', '.join(f'{key}={value!r}' for key, value in facts.items())})"


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
        *others, last = [f"`{_bare(name)}`" for name in names]
        shown = f"{', '.join(others)} and {last}" if others else last
        limits = [p["schema"]["maximum"] for p in document["parameters"] if p["name"] == "limit"]
        most = f", {limits[0]} at most" if limits else ""
        reader = f"read_page({names[0]})" if len(names) == 1 else "read_mixed_page"
        sentence = f"A `Page` of {shown} objects{most}."
        return Result(f"Page[{' | '.join(names)}]", reader, sentence)
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
