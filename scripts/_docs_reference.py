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
from _schemas import (
    FOLDERS,
    SCHEMAS,
    Json,
    load_errors,
    load_operations,
    load_schema,
    object_schemas,
    operations,
)

import vt_sdk
from vt_sdk import errors, models, query
from vt_sdk.core.model import VTModel
from vt_sdk.query.terms import Known, Term, Terms
from vt_sdk.tables import unit_of

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
    "Many at once": ("bulk.ledger", "bulk.batch", "bulk.async_batch"),
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
    "Indicators": ("indicators", "enrichment"),
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


def _table(head: Iterable[str], rows: Iterable[Iterable[object]], kind: str = "") -> str:
    """Write a table; one of some kind has a look of its own in `docs/site.css`."""
    head = [*head]
    text = "".join([_row(*head), _row(*("---" for _ in head)), *(_row(*row) for row in rows)])
    return f'<div class="records {kind}" markdown="block">\n\n{text}\n</div>\n' if kind else text


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


def _groups() -> Iterator[tuple[Json, str]]:
    """Yield each group and the table of its operations."""
    document = load_operations()
    by_group: dict[str, list[tuple[str, str, Json]]] = {}
    for path, method, operation in operations(document):
        by_group.setdefault(operation["tags"][0], []).append((path, method, operation))
    for tag in document["tags"]:
        cls = getattr(vt_sdk, tag["x-vt-class"])
        rows = [
            (
                _method_link(cls, operation["x-vt-method"]),
                f"{operation['summary']}<br>`{method} {path}`",
                operation["x-vt-tier"],
                _evidence(operation),
            )
            for path, method, operation in by_group.get(tag["name"], ())
        ]
        yield tag, _table(("method", "what it does", "tier", "evidence"), rows, "operations")


def _operations_page() -> Page:
    text = [
        "# All operations\n\nBy group; the pages of the groups say what each takes and gives.\n"
    ]
    for tag, table in _groups():
        name = tag["name"]
        text.append(f"\n## [vt.{name}](groups/{name}.md)\n\n{tag['description']}\n\n{table}")
    listed = (ROOT / "vt_sdk" / "operations" / "README.md").read_text("utf-8")
    heading = "## Known and not described"
    unknown = listed.partition(heading)[2]
    text.append(f'\n{heading}\n\n<div class="records" markdown="block">\n{unknown}\n</div>\n')
    return Page("reference/operations.md", "All operations", "".join(text))


def _group_pages() -> Iterator[Page]:
    for tag, table in _groups():
        name = tag["name"]
        cls, beside = (getattr(vt_sdk, f"{kind}{tag['x-vt-class']}") for kind in ("", "Async"))
        text = (
            f"# vt.{name}\n\n{tag['description']}\n\n{table}\n"
            + f"::: {cls.__module__}.{cls.__qualname__}\n"
            + "    options:\n      inherited_members: true\n\n"
            + "On an event loop it has the same methods, to be awaited:\n\n"
            + f"::: {beside.__module__}.{beside.__qualname__}\n"
            + "    options:\n      members: false\n"
        )
        yield Page(f"reference/groups/{name}.md", f"vt.{name}", text, "Operations")


def _method_link(cls: type, name: str) -> str:
    return f"[`{name}`][{cls.__module__}.{cls.__qualname__}.{name}]"


def _evidence(known: Json) -> str:
    """Return how something is known, and whence: by a page of the service where nothing is said."""
    kind, _, source = known.get("x-vt-evidence", "documented").partition(", ")
    page = known.get("externalDocs", {}).get("url") or (source if "://" in source else "")
    if page:
        return f"[{kind}]({page})"
    return f"{kind}<br><small>{source}</small>" if source else kind


# --- objects -------------------------------------------------------------------------------------


def _schema_page(path: Path) -> str:
    return f"reference/objects/{path.parent.name}/{path.stem}.md"


def _object_pages() -> Iterator[Page]:
    rows = [
        (f"[{name}](objects/{name}.md)", f"`{schema['title']}`", schema["description"])
        for name, schema in object_schemas().items()
    ]
    text = (
        "# All objects\n\n"
        + _table(("type", "class in vt_sdk.models", "what it is"), rows, "objects")
        + "\n## The tables of fields\n\n"
        + _table(("column", "what it says"), _COLUMNS.items())
    )
    yield Page("reference/objects/index.md", "All objects", text, "Objects")
    sections = {"objects": "Objects", "common": "Shared parts", "parts": "Parts of files"}
    for folder in FOLDERS:
        for path in sorted((SCHEMAS / folder).glob("*.json")):
            schema = load_schema(path)
            title = schema.get("x-vt-type") or schema["title"]
            yield Page(_schema_page(path), title, _object_text(path, schema), sections[folder])


# How the columns of the tables of fields are to be read.
_COLUMNS = {
    "type": "The type in Python. Words that stand there are those that are known; others are read "
    "as well.",
    "unit": "The unit of a number, or its scale.",
    "absent": "What is read where the service did not send the field. `error`: nearly every object "
    "has it, so it is typed without None, and reading it raises "
    "[`MissingFieldError`][vt_sdk.errors.MissingFieldError].",
    "tier": "`premium` where a public key does not get it.",
    "evidence": "`documented` by the pages of the service; `observed` in answers, or in code that "
    "others have published; or `assumed`. Below it, whence or why.",
}


def _object_text(path: Path, schema: Json) -> str:
    text = [f"# {schema['title']}\n\n{schema.get('description', '')}\n\n"]
    if kind := schema.get("x-vt-type"):
        text.append(f"The class `models.{schema['title']}`; its type is `{kind}`. ")
    if doc := schema.get("x-vt-doc"):
        text.append(f"[Its page]({doc}) of the documentation of the service. ")
    text.append("[How to read the tables](../index.md#the-tables-of-fields).\n\n")
    records = schema.get("$defs", {})
    if not kind and schema.get("properties"):
        text.append(_record_table(path, schema["title"], schema))
    for name, record in records.items():
        text.append(f"## {name}\n\n{record.get('description', '')}\n\n")
        text.append(_record_table(path, name, record))
    if relationships := schema.get("x-vt-relationships"):
        rows = [
            (
                f"`{name}`",
                ", ".join(_type_link(path, kind) for kind in one["target"]),
                one["cardinality"],
                one["tier"],
                _evidence(one),
                _said(one),
            )
            for name, one in sorted(relationships.items())
        ]
        head = ("relationship", "objects", "how many", "tier", "evidence", "meaning")
        text.append(f"## Relationships\n\n{_table(head, rows, 'relationships')}\n")
    return "".join(text)


def _record_table(path: Path, title: str, record: Json) -> str:
    fields = record.get("properties", {})
    if not fields:
        return ""
    model = getattr(models, title, None)
    names = _python_names(model)
    rows = [
        (
            f"`{names.get(key, key)}`",
            _type(path, value),
            _unit(value),
            _absent(model, names[key]) if key in names else "",
            value.get("x-vt-tier", ""),
            _evidence(value),
            _said(value),
        )
        for key, value in fields.items()
    ]
    return _table(
        ("field", "type", "unit", "absent", "tier", "evidence", "meaning"), rows, "fields"
    )


def _python_names(model: object) -> dict[str, str]:
    """Return how fields are called in Python, by their names in JSON."""
    if not (inspect.isclass(model) and issubclass(model, VTModel)):
        return {}
    return {field.alias or name: name for name, field in model.model_fields.items()}


def _said(value: Json) -> str:
    old = " *(deprecated)*" if value.get("deprecated") else ""
    return f"{value.get('description', '')}{old}"


def _absent(model: Any, name: str) -> str:
    """Return what is read where a field did not come."""
    try:
        return f"`{getattr(model(), name)!r}`"
    except errors.MissingFieldError:
        return "`error`"


_SCALE = re.compile(r"\b(\d+ to \d+)\b")


def _unit(value: Json) -> str:
    if value.get("format") == "unix-time":
        return "UTC"
    kinds = [choice.get("type") for choice in (value, *value.get("anyOf", ()))]
    if "integer" not in kinds and "number" not in kinds:
        return ""
    text = value.get("description", "")
    scale = _SCALE.search(text)
    return unit_of(text) or (scale[1] if scale else "")


# What the types of JSON are in Python.
_PYTHON = {
    "array": "list",
    "boolean": "bool",
    "integer": "int",
    "null": "None",
    "number": "float",
    "object": "dict",
    "string": "str",
}


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
        return "datetime"
    kind = value.get("type")
    if isinstance(kind, list):
        return " or ".join(_PYTHON[one] for one in kind)
    if kind == "array":
        return f"list of {_type(path, value.get('items', {}))}"
    if kind == "object":
        inner = value.get("additionalProperties")
        return f"dict of {_type(path, inner)}" if isinstance(inner, dict) else "dict"
    return _PYTHON.get(kind or "", "any")


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
    tried_again = {code["code"]: code["retryable"] for code in described["codes"]}
    codes = {cls: code for code, cls in errors.API_ERRORS.items()}
    of_service, others = [], []
    for name in errors.__all__:
        cls = getattr(errors, name)
        cause, remedy = _cause_and_remedy(cls)
        link = f"[`{name}`][vt_sdk.errors.{name}]"
        if code := codes.get(cls):
            status, _, cause = cause.partition(": ")
            again = "yes" if tried_again[code] else "no"
            of_service.append((link, status, again, f"{cause[:1].upper()}{cause[1:]}", remedy))
        elif remedy:  # what has none is the base of others
            others.append((link, cause, remedy))
    statuses = [
        (f"`{one['name']}`", one["value"], one["description"]) for one in described["statuses"]
    ]
    tree = inspect.cleandoc(errors.__doc__ or "").partition("\n\n")[2]
    shown = "\n".join(f"::: vt_sdk.errors.{name}\n" for name in errors.__all__)
    text = (
        "# Errors\n\n## What the service answers\n\n"
        + "One class for each of its error codes, of which most have the same name.\n\n"
        + _table(("error", "status", "tried again", "cause", "remedy"), of_service, "codes")
        + "\n## What happens on this side\n\n"
        + _table(("error", "cause", "remedy"), others, "causes")
        + f"\n## The tree\n\n{tree}\n\n## Constants\n\n"
        + _table(("name", "status", "meaning"), statuses)
        + f"\n## Classes\n\n{shown}"
    )
    return Page("reference/errors.md", "Errors", text)


def _cause_and_remedy(error: type) -> tuple[str, str]:
    cause, *sections = inspect.cleandoc(error.__doc__ or "").split("\n\n")
    remedy = next((text for text in sections if text.startswith("Remedy:")), "")
    return cause, remedy.removeprefix("Remedy:")


def _modifiers_page() -> Page:
    text = ["# Search modifiers\n\n", inspect.cleandoc(query.__doc__ or "").partition("\n\n")[2]]
    for letter in query.__all__:
        terms = type(getattr(query, letter))
        if not issubclass(terms, Terms):
            continue
        rows = [
            (f"`{letter}.{key}`", f"`{value.name}:`", _taken(value), value.description)
            for key, value in vars(terms).items()
            if isinstance(value, Term)
        ]
        text.append(f"\n\n## {(terms.__doc__ or '').removesuffix('.')}\n\n")
        text.append(_table(("modifier", "as text", "takes", "what it looks at"), rows, "modifiers"))
    return Page("reference/modifiers.md", "Search modifiers", "".join(text))


def _taken(term: Term[Any]) -> str:
    alone = Known.takes
    return (
        f"{term.takes}; {alone}" if isinstance(term, Known) and term.takes != alone else term.takes
    )


def pages() -> list[Page]:
    """Return all pages of the reference, in the order of the navigation."""
    return [
        _operations_page(),
        _errors_page(),
        _modifiers_page(),
        *_group_pages(),
        *_object_pages(),
        *_topic_pages(),
    ]
