"""From the operations document to `vt_sdk/operations`: one class for each group of operations.

Each operation becomes a constant (`GET_FILE`) and, unless the document says that it is written by
hand, a typed method. What a method returns follows from the schema of the answer. How it is all
written down is said by `scripts/templates`.
"""

import ast
import functools
import re
from collections import defaultdict
from dataclasses import dataclass, replace
from pathlib import Path

from _environment import ROOT
from _generate_arguments import (
    Argument,
    body_arguments,
    path_argument,
    record_fields,
    sent_argument,
)
from _schemas import SCHEMAS, Json, load_operations, load_schema, object_schemas, operations
from _templates import render


def write_operations(target: Path, command: str) -> None:
    """Write the operations package."""
    target.mkdir()
    document = load_operations()
    found = [Method(*operation) for operation in operations(document)]
    groups = [Group(tag, found) for tag in document["tags"]]
    notice = f"Do not edit: `{command}` made it from `schemas/openapi.yaml`."
    files = {
        "README.md": render(
            "operations.md",
            groups=groups,
            count=len(found),
            missing=document["x-vt-not-described"],
            notice=notice,
        ),
        "__init__.py": f'"""The operations of the API, group by group.\n\n{notice}\n"""\n',
        "_groups.py": render("groups.py", groups=groups, notice=notice),
        "_methods.py": render("methods_by_tier.py", groups=groups, notice=notice),
        "_names.py": render(
            "names.py", groups=groups, modules=_public_names(groups), notice=notice
        ),
    }
    for group in groups:
        files[f"{group.tag}.py"] = render("operations.py", group=group, notice=notice)
    for name, text in files.items():
        (target / name).write_text(text, "utf-8")


@dataclass(frozen=True)
class Result:
    """What a method returns: its annotation, the reader of the answer, and how to say it."""

    annotation: str
    reader: str
    sentence: str

    @property
    def model(self) -> str:
        return _bare(self.annotation)


@dataclass(frozen=True)
class Overload:
    """What a method returns for some of the relationships."""

    signature: str
    annotation: str


class Method:
    """One operation of the document, seen as a Python method."""

    def __init__(self, path: str, method: str, document: Json) -> None:
        self.document = document
        self.method = method
        self.path = path
        self.name = document["x-vt-method"]
        self.constant = document["operationId"].upper()
        self.page = document.get("externalDocs", {}).get("url")
        self.description = _in_python(document.get("description", ""))
        self.result = _result(document)
        self.records: dict[str, Json] = {}
        self.slashed: dict[str, list[str]] = {}
        parameters = document["parameters"]
        self._in_path = [p for p in parameters if p["in"] == "path"]
        self._identifiers = {p["name"]: path_argument(p) for p in self._in_path}
        query = [p for p in parameters if p["in"] == "query"]
        self._query = [self._named(sent_argument(p)) for p in query if "x-vt-sent-by" not in p]
        self._of_others = [sent_argument(p) for p in query if "x-vt-sent-by" in p]
        self._headers = [sent_argument(p) for p in parameters if p["in"] == "header"]
        self._body, self._data = body_arguments(document, self.constant, self.records)
        self._sent = [*self._body, *self._query, *self._headers]
        self.overloads = self._overloads()

    @property
    def constructor(self) -> str:
        """The call that makes the constant of the operation."""
        path = self.path
        for parameter in self._in_path:
            path = path.replace(f"{{{parameter['name']}}}", "{}")
        arguments = [repr(self.document["operationId"]), repr(self.method), repr(path)]
        if self._in_path:
            shapes = [(p["name"], p.get("x-vt-shape", "opaque")) for p in self._in_path]
            arguments.append(repr(tuple(shapes)))
        if self.document["x-vt-repeatable"]:
            arguments.append("repeatable=True")
        if self.document.get("x-vt-submits"):
            arguments.append("submits=True")
        if self.document["x-vt-tier"] == "premium":
            arguments.append("premium=True")
        elif names := self._premium_relationships():
            arguments.append(f"premium_relationships={names!r}")
        known = [*self._sent, *self._of_others, *self._identifiers.values()]
        if facts := {a.key: a.known() for a in known if a.known()}:
            arguments.append(f"arguments={facts!r}")
        needed = [a for a in self._sent if a.default is None or "x-vt-words" in a.facts]
        if required := tuple(a.key for a in needed if a.facts):
            arguments.append(f"required={required!r}")
        if "x-vt-at" in self.document:
            arguments.append(f"layout={_layout(self.document)}")
        if "x-vt-wait" in self.document:
            arguments.append(f"wait={_wait(self.document['x-vt-wait'])}")
        kind = "PolledOperation" if "x-vt-wait" in self.document else "Operation"
        return f"{kind}({', '.join(arguments)})"

    @property
    def arguments(self) -> list[Argument]:
        """The arguments in the order of the signature."""
        positional, keyword = self._ordered()
        return [*positional, *keyword]

    @property
    def signature(self) -> str:
        return self._signature()

    @property
    def relationships(self) -> str:
        """The type of the names of relationships that shall come with an object."""
        return next(a.annotation for a in self._query if a.key == "relationships")

    @property
    def feed(self) -> Json | None:
        """The objects of which this is the feed: their type, their class and their name."""
        of = self.document.get("x-vt-feed")
        return of and {**of, "model": object_schemas()[of["type"]]["title"]}

    @property
    def errors(self) -> str:
        """The errors that are worth knowing, as the end of a sentence."""
        named = ", ".join(_error(code) for code in self.document.get("x-vt-errors", ()))
        return f", among others {named}" if named else ""

    @property
    def wait_method(self) -> Json:
        """The method that waits until this operation says that the work is done."""
        method = self.document["x-vt-wait-method"]
        identifier = self.document["operationId"]
        start = [
            operation
            for _, _, operation in operations(load_operations())
            if operation.get("x-vt-waits") == identifier
        ]
        given = {_result(operation).annotation for operation in start} | {self.result.annotation}
        of_group = [o["x-vt-method"] for o in start if o["tags"] == [_group_of_wait(self)]]
        return {
            **method,
            "accepted": " | ".join([*sorted(given), "str"]),
            "given": f"what `{of_group[0]}` returned" if of_group else "what a submission returned",
            "description": _in_python(method.get("description", "")),
        }

    @property
    def request(self) -> str:
        """The call that makes the request."""
        arguments = [
            "relationship_name(relationship)"
            if p["name"] == "relationship" and "enum" not in p["schema"]
            else p["name"]
            for p in self._in_path
        ]
        if self._query:
            arguments.append(f"query={{{', '.join(a.pair() for a in self._query)}}}")
        if self._headers:
            arguments.append(f"headers={{{', '.join(a.pair() for a in self._headers)}}}")
        if self._data:
            arguments.append(self._data)
        return f"{self.constant}.request({', '.join(arguments)})"

    def _ordered(self) -> tuple[list[Argument], list[Argument]]:
        """Return the arguments that may be given by place, and those that may not."""
        # These stand where the seed has them.
        seeds = [a for a in self._query if a.name in ("limit", "cursor")]
        seeds += [a for a in self._body if "x-vt-words" in a.facts]
        needed = [a for a in self._sent if a.default is None]
        keyword = [a for a in self._sent if a.default is not None and a not in seeds]
        positional = [*self._identifiers.values(), *needed]
        if self.result.reader == "download":
            positional.append(_TARGET)
            keyword.insert(0, _MAX_BYTES)
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

    def _overloads(self) -> list[Overload]:
        if "x-vt-relationships-of" not in self.document:
            return []
        schema = object_schemas()[self.document["x-vt-relationships-of"]]
        by_result: dict[str, list[str]] = defaultdict(list)
        for relationship, target in sorted(schema["x-vt-relationships"].items()):
            by_result[self._target(target)].append(relationship)
        default = next(
            (p["schema"].get("default") for p in self._in_path if p["name"] == "relationship"),
            None,
        )
        found = []
        for annotation, names in sorted(by_result.items()):
            slashed = "_Slash" + "".join(re.findall(r"\w+", annotation.replace("models.", "")))
            self.slashed[slashed] = [f"/{relationship}" for relationship in names]
            literal = f"Literal[{', '.join(map(repr, names))}]"
            signature = self._signature(f"{literal} | {slashed}", default=default in names)
            found.append(Overload(signature, annotation))
        unknown = self._signature("RelationshipName", default=False)
        return [*found, Overload(unknown, self.result.annotation)]

    def _premium_relationships(self) -> tuple[str, ...]:
        if "x-vt-relationships-of" not in self.document:
            return ()
        schema = object_schemas()[self.document["x-vt-relationships-of"]]
        known = sorted(schema["x-vt-relationships"].items())
        return tuple(name for name, facts in known if facts["tier"] == "premium")

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


class Group:
    """The operations of a tag of the document.

    Its generated class is the public one, or the base of that where something is hand-written.
    """

    def __init__(self, tag: Json, found: list[Method]) -> None:
        self.tag = tag["name"]
        self.description = tag["description"]
        self.name = tag["x-vt-class"]
        is_derived = (ROOT / "vt_sdk" / "resources" / f"{self.tag}.py").exists()
        module = f"{'resources' if is_derived else 'operations'}.{self.tag}"
        self.module, self.async_module = f"vt_sdk.{module}", f"vt_sdk.aio.{module}"
        base = f"{self.name.removeprefix('VirusTotalAPI')}Operations"
        self.generated = base if is_derived else self.name
        self.operations = [o for o in found if o.document["tags"] == [self.tag]]
        self.waits = [
            o for o in found if "x-vt-wait-method" in o.document and _group_of_wait(o) == self.tag
        ]

    @property
    def records(self) -> list[Json]:
        """The records that are sent, those in others first."""
        records: dict[str, Json] = {}
        for operation in self.operations:
            records |= operation.records
        return [field for name, record in records.items() for field in record_fields(name, record)]

    @property
    def slashed(self) -> dict[str, list[str]]:
        """The names of relationships with a slash, by the name of the type variable."""
        found: dict[str, list[str]] = {}
        for operation in self.operations:
            for name, names in operation.slashed.items():
                if found.setdefault(name, names) != names:
                    raise SystemExit(f"{name} stands for two lists of names of {self.tag}")
        return found


def _public_names(groups: list[Group]) -> dict[str, str]:
    """Return the module of each public name: those the package imports for checkers, and groups."""
    found = {group.name: group.module for group in groups}
    found |= {f"Async{group.name}": group.async_module for group in groups}
    tree = ast.parse((ROOT / "vt_sdk" / "__init__.py").read_text("utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            for alias in node.names:
                if alias.asname == alias.name and alias.name != "__version__":
                    is_module = node.module == "vt_sdk"
                    found[alias.name] = f"vt_sdk.{alias.name}" if is_module else str(node.module)
    return dict(sorted(found.items()))


def _group_of_wait(operation: Method) -> str:
    """Return the group of the method that waits for what an operation tells of."""
    method = operation.document["x-vt-wait-method"]
    return str(method.get("group", operation.document["tags"][0]))


def _error(code: str) -> str:
    return code if code.endswith("Error") else f"{code}Error"


@functools.cache
def _methods() -> dict[str, str]:
    """Return the methods of all operations by their names in the document."""
    return {
        o["operationId"]: f"`vt.{o['tags'][0]}.{o['x-vt-method']}`"
        for _, _, o in operations(load_operations())
    }


def _in_python(text: str) -> str:
    """Return a text of the document with methods where it names operations."""
    # A name of one word, such as search, may be just that word.
    return re.sub(r"[a-z]+_\w+", lambda name: _methods().get(name[0], name[0]), text)


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


def _layout(document: Json) -> str:
    """Write where in the answer stands what was asked for."""
    arguments = [repr(tuple(document["x-vt-at"]))]
    if "x-vt-next" in document:
        arguments.append(repr(document["x-vt-next"]))
    return f"Layout({', '.join(arguments)})"


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
    if "$ref" in schema and "x-vt-at" not in document:
        name = _class(schema["$ref"])
        return Result(name, f"read_document({name})", f"The `{_bare(name)}`.")
    at = document.get("x-vt-at", ["data"])
    data = functools.reduce(lambda outer, key: outer["properties"][key], at, schema)
    if at == ["success"]:
        return Result("None", "read_success", "")
    if data.get("type") == "array":
        items = data["items"]
        if items.get("type") == "string":
            return Result("list[str]", "read_texts", answer["description"])
        names = [_class(choice["$ref"]) for choice in items.get("anyOf", [items])]
        *others, last = [f"`{_bare(name)}`" for name in names]
        shown = f"{', '.join(others)} and {last}" if others else last
        sizes = ("limit", "size", "page_size")
        limits = [p["schema"]["maximum"] for p in document["parameters"] if p["name"] in sizes]
        most = f", {limits[0]} at most" if limits else ""
        reader = f"read_page({names[0]})" if len(names) == 1 else "read_mixed_page"
        sentence = f"A `Page` of {shown} objects{most}."
        return Result(f"Page[{' | '.join(names)}]", reader, sentence)
    if data.get("type") == "string":
        return Result("str", "read_text", answer["description"])
    if data.get("type") == "boolean":
        return Result("bool", "read_truth", answer["description"])
    names = [_class(choice["$ref"]) for choice in data.get("anyOf", [data])]
    reader = f"{'read_object' if len(names) == 1 else 'read_either'}({', '.join(names)})"
    shown = " or ".join(f"`{_bare(name)}`" for name in names)
    return Result(" | ".join(names), reader, f"The {shown}.")


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
