"""The reference of the documentation: pages made of docstrings, of the API's document and schemas.

What a class or a function does is left to mkdocstrings, which reads it from the source; a page only
says what stands on it. What a field is, the schemas say.
"""

import inspect
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

from _environment import ROOT
from _schemas import FOLDERS, SCHEMAS, Json, load_errors, load_operations, load_schema, operations

import vt_sdk
from vt_sdk import errors, models
from vt_sdk.core.model import VTModel
from vt_sdk.query import modifiers
from vt_sdk.query.terms import Known

__all__ = ["Page", "pages", "public_objects"]


@dataclass
class Page:
    """A page of the reference.

    Attributes:
        path: where it is in the documentation.
        title: how the navigation names it.
        text: what stands on it, in Markdown.
        section: where the navigation has it within the reference, empty for its top.
    """

    path: str
    title: str
    text: str
    section: str = ""


# What the public names are for, and the modules that hold them: a page each.
_TOPICS = {
    "The clients": ("client", "api", "aio.client", "aio.api", "calls", "core.request"),
    "Pages and relationships": ("core.paging", "core.async_paging", "core.relationships"),
    "Many at once": ("core.batch", "bulk.batch", "bulk.async_batch"),
    "Jobs": ("bulk", "jobs.job", "jobs.engines"),
    "Feeds": (
        *("bulk.feeds", "bulk.async_feeds", "bulk.feed_batches", "bulk.replay", "bulk.lines"),
        "bulk.checkpoints",
    ),
    "Retries, limits and quotas": (
        *(
            "core.retry",
            "ratelimit",
            "core.quota",
            "resources._remaining",
            "resources._capabilities",
            "core.settings",
        ),
        "core.operation",
    ),
    "Files and downloads": ("files",),
    "Objects, whatever their type": (
        *("core.objects", "core.model", "core.envelope", "core.decode", "core.analysis"),
        "_drift",
    ),
    "Indicators": ("core.indicators", "indicators", "enrichment"),
    "Verdicts": ("verdicts",),
    "Tables": ("tables",),
    "STIX": ("stix",),
    "MISP": ("misp",),
    "Status and error codes": ("status",),
    "Searches": ("query", "query.terms", "query.conditions"),
    "Events and telemetry": ("events", "telemetry"),
    "Caching": ("caching",),
    "Transports": ("transports", "transports.base", "transports.async_base", "transports.stub"),
    "The emulator": ("emulator", "emulator.server", "emulator.faults"),
}


def _row(*cells: object) -> str:
    shown = (" ".join(str(cell).split()).replace("|", r"\|") for cell in cells)
    return f"| {' | '.join(shown)} |\n"


def _table(head: Iterable[str], rows: Iterable[Iterable[object]]) -> str:
    head = [*head]
    return "".join([_row(*head), _row(*("---" for _ in head)), *(_row(*row) for row in rows)])


# --- classes and functions -----------------------------------------------------------------------


def public_objects() -> dict[str, str]:
    """Return where each public name is defined, by the path that its users import it by."""
    found = {
        f"vt_sdk.{name}": _home(getattr(vt_sdk, name))
        for name in vt_sdk.__all__
        if name not in ("__version__", "models")
    }
    for topic in _TOPICS.values():
        for module in topic:
            if "." not in module and not module.startswith("_"):
                found |= _names_of(f"vt_sdk.{module}")
    return {name: home for name, home in found.items() if home.startswith("vt_sdk.")}


def _names_of(module: str) -> dict[str, str]:
    holder = import_module(module)
    names = getattr(holder, "__all__", ())
    return {f"{module}.{name}": _home(getattr(holder, name), module, name) for name in names}


def _home(value: object, module: str = "", name: str = "") -> str:
    if inspect.isclass(value) or inspect.isfunction(value):
        return f"{value.__module__}.{value.__qualname__}"
    return f"{module}.{name}" if module else ""


def _topic_pages() -> Iterator[Page]:
    homes = set(public_objects().values())
    for title, modules in _TOPICS.items():
        own = [
            home for module in modules for home in sorted(homes) if _is_of(home, f"vt_sdk.{module}")
        ]
        path = f"reference/{re.sub(r'[^a-z]+', '-', title.lower()).strip('-')}.md"
        shown = "\n".join(f"::: {home}\n" for home in own)
        yield Page(path, title, f"# {title}\n\n{shown}", "Classes and functions")


def _is_of(home: str, module: str) -> bool:
    """Return whether a name is defined in a module, or in a private one of a package."""
    inner, _, _ = home.removeprefix(f"{module}.").rpartition(".")
    return home.startswith(f"{module}.") and (not inner or inner.startswith("_"))


# --- groups of operations ------------------------------------------------------------------------


def _operations_page() -> Page:
    text = (ROOT / "vt_sdk" / "operations" / "README.md").read_text("utf-8")
    return Page("reference/operations.md", "All operations", text)


_TIERS = {"premium": " ★", "private": " ★"}


def _group_pages() -> Iterator[Page]:
    document = load_operations()
    by_group: dict[str, list[tuple[str, str, Json]]] = {}
    for path, method, operation in operations(document):
        by_group.setdefault(operation["tags"][0], []).append((path, method, operation))
    for tag in document["tags"]:
        name = tag["name"]
        cls, beside = (getattr(vt_sdk, f"{kind}{tag['x-vt-class']}") for kind in ("", "Async"))
        rows = [
            (
                _method_link(cls, operation.get("x-vt-method", ""))
                + _TIERS.get(operation.get("x-vt-tier", ""), ""),
                f"{operation['summary']}<br>`{method} {path}` {_page_of(operation)}",
            )
            for path, method, operation in by_group.get(name, ())
        ]
        text = (
            f"# vt.{name}\n\n{tag['description']}\n\n"
            + _table(("method", "what it does"), rows)
            + "\n★ needs a premium key.\n\n"
            + f"::: {cls.__module__}.{cls.__qualname__}\n"
            + "    options:\n      inherited_members: true\n\n"
            + "On an event loop it has the same methods, to be awaited:\n\n"
            + f"::: {beside.__module__}.{beside.__qualname__}\n"
            + "    options:\n      members: false\n"
        )
        yield Page(f"reference/groups/{name}.md", f"vt.{name}", text, "Operations")


def _method_link(cls: type, name: str) -> str:
    if not hasattr(cls, name):
        return f"`{name}`"
    return f"[`{name}`][{cls.__module__}.{cls.__qualname__}.{name}]"


def _page_of(operation: Json) -> str:
    url = operation.get("externalDocs", {}).get("url")
    return f"[page]({url})" if url else operation.get("x-vt-undocumented", "")


# --- objects -------------------------------------------------------------------------------------


def _schema_page(path: Path) -> str:
    return f"reference/objects/{path.parent.name}/{path.stem}.md"


def _object_pages() -> Iterator[Page]:
    sections = {"objects": "Objects", "common": "Shared parts", "parts": "Parts of files"}
    for folder in FOLDERS:
        for path in sorted((SCHEMAS / folder).glob("*.json")):
            schema = load_schema(path)
            title = schema.get("x-vt-type") or schema["title"]
            yield Page(_schema_page(path), title, _object_text(path, schema), sections[folder])


def _object_text(path: Path, schema: Json) -> str:
    text = [f"# {schema['title']}\n\n{schema.get('description', '')}\n\n"]
    if kind := schema.get("x-vt-type"):
        text.append(f"The class `models.{schema['title']}`; its type is `{kind}`. ")
    if doc := schema.get("x-vt-doc"):
        text.append(f"[Its page]({doc}) of the documentation of the service.")
    text.append("\n\n")
    records = schema.get("$defs", {})
    if not kind and schema.get("properties"):
        text.append(_record_table(path, schema["title"], schema))
    for name, record in records.items():
        text.append(f"## {name}\n\n{record.get('description', '')}\n\n")
        text.append(_record_table(path, name, record))
    if relationships := schema.get("x-vt-relationships"):
        rows = [
            (
                f"`{name}`{_TIERS.get(one['tier'], '')}",
                ", ".join(_type_link(path, kind) for kind in one["target"]),
                one["cardinality"],
                _said(one),
            )
            for name, one in sorted(relationships.items())
        ]
        head = ("relationship", "objects", "how many", "meaning")
        text.append(f"## Relationships\n\n{_table(head, rows)}\n")
    return "".join(text)


def _record_table(path: Path, name: str, record: Json) -> str:
    fields = record.get("properties", {})
    if not fields:
        return ""
    model = getattr(models, name, None)
    rows = [
        (
            f"`{_python_name(model, key)}`{_TIERS.get(value.get('x-vt-tier', ''), '')}",
            _type(path, value),
            _absent(value),
            _said(value),
        )
        for key, value in fields.items()
    ]
    return _table(("field", "type", "absent", "meaning"), rows) + "\n"


def _python_name(model: Any, key: str) -> str:
    if inspect.isclass(model) and issubclass(model, VTModel):
        for name, found in model.model_fields.items():
            if found.alias == key:
                return name
    return key


def _said(value: Json) -> str:
    """Return what a value means; where the service's own pages do not say so, how it is known."""
    evidence = value.get("x-vt-evidence", "documented")
    known = "" if evidence == "documented" else f" *({evidence})*"
    old = " *(deprecated)*" if value.get("deprecated") else ""
    return f"{value.get('description', '')}{known}{old}"


def _absent(value: Json) -> str:
    kind = value.get("type")
    if "x-vt-expected" in value:
        return "raises"
    if kind == "array" or (kind == "object" and "properties" not in value):
        return "empty"
    return "None"


def _type(path: Path, value: Json) -> str:
    if ref := value.get("$ref"):
        return _link(path, ref)
    for several in ("anyOf", "oneOf"):
        if several in value:
            return " or ".join(dict.fromkeys(_type(path, choice) for choice in value[several]))
    if "enum" in value:
        return ", ".join(f"`{word}`" for word in value["enum"])
    if "const" in value:
        return f"`{value['const']}`"
    if value.get("format") == "unix-time":
        return "moment (UTC)"
    kind = value.get("type")
    if isinstance(kind, list):
        return " or ".join(kind)
    if kind == "array":
        return f"list of {_type(path, value.get('items', {}))}"
    if kind == "object":
        inner = value.get("additionalProperties")
        return f"map of {_type(path, inner)}" if isinstance(inner, dict) else "map"
    return str(kind or "any")


def _link(path: Path, ref: str) -> str:
    file, _, pointer = ref.partition("#")
    name = pointer.rpartition("/")[2]
    target = (path.parent / file).resolve() if file else path
    name = name or load_schema(target)["title"]
    anchor = f"#{name.lower()}" if pointer else ""
    if target == path:
        return f"[{name}]({anchor})" if anchor else name
    return f"[{name}](../{target.parent.name}/{target.stem}.md{anchor})"


def _type_link(path: Path, kind: str) -> str:
    target = SCHEMAS / "objects" / f"{kind}.json"
    return f"[{kind}](../objects/{kind}.md)" if target.exists() else kind


# --- words ---------------------------------------------------------------------------------------


def _errors_page() -> Page:
    described = load_errors()
    codes = [
        (
            f"`{code['code']}`",
            code["status"],
            "yes" if code["retryable"] else "no",
            code["description"],
        )
        for code in described["codes"]
    ]
    statuses = [
        (f"`{one['name']}`", one["value"], one["description"]) for one in described["statuses"]
    ]
    tree = inspect.cleandoc(errors.__doc__ or "").partition("\n\n")[2]
    shown = "\n".join(f"::: vt_sdk.errors.{name}\n" for name in errors.__all__)
    text = (
        f"# Errors\n\n{tree}\n\n## Codes of the service\n\n"
        + _table(("code", "status", "tried again", ""), codes)
        + "\n## Constants\n\n"
        + _table(("name", "status", ""), statuses)
        + f"\n## Classes\n\n{shown}"
    )
    return Page("reference/errors.md", "Errors", text)


def _modifiers_page() -> Page:
    text = ["# Search modifiers\n\nWhat a search of each kind of object may ask for.\n\n"]
    for name in modifiers.__all__:
        terms = getattr(modifiers, name)
        found = {
            key: value
            for base in reversed(terms.__mro__)
            for key, value in vars(base).items()
            if isinstance(value, Known)
        }
        rows = [
            (f"`{key}`", type(value).__name__, value.description) for key, value in found.items()
        ]
        text.append(f"## {terms.__doc__.removesuffix('.')}\n\n")
        text.append(_table(("modifier", "kind", ""), rows) + "\n")
    return Page("reference/modifiers.md", "Search modifiers", "".join(text))


def pages() -> list[Page]:
    """Return all pages of the reference, in the order of the navigation."""
    return [
        _operations_page(),
        *_group_pages(),
        *_object_pages(),
        *_topic_pages(),
        _errors_page(),
        _modifiers_page(),
    ]
