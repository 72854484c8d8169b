"""From the object schemas to `vt_sdk/models`: staged for datamodel-code-generator, which writes.

Staging translates what a schema says in the standard's own words into what the generator knows:
Unix times and fractional numbers get the package's types, and fields that are never None become
required, which the base class of the models turns into defaults (see `vt_sdk/core/model.py`).

Words of the schemas beside the standard's own:
x-vt-type is the type of an object, x-vt-doc its page in the public reference, x-vt-base the class
of `vt_sdk/core/analysis.py` that holds its behaviour, x-vt-relationships what it is related to.
x-vt-expected marks a field that complete objects always carry, with the samples that prove it; a
record that includes another one (`allOf`) has its fields, not its marks.
x-vt-tier is premium where a free key does not get the field; x-vt-evidence says how a thing is
known where not by the page of its object, as in the operations document (`scripts/evidence.py`
counts); x-vt-note says where documentation was corrected. x-vt-answer marks what comes back by
itself without being an object; x-vt-keyed, on one whose members are keyed by data, names the field
that holds them.
"""

import functools
import json
import os
import re
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from _schemas import (
    SCHEMAS,
    Json,
    load_operations,
    load_schema,
    map_refs,
    object_schemas,
    operations,
    schema_files,
)
from _templates import render

# The models that the core itself is made of are written by hand there; their schemas describe them.
IN_CORE = {
    "item_error": "vt_sdk.core.envelope",
    "links": "vt_sdk.core.envelope",
    "meta": "vt_sdk.core.envelope",
}
# What stands for any object is no model of its own.
BASES = frozenset({"object", "descriptor", "analysis_descriptor", "relationship"})

_GENERATOR = """
--input-file-type jsonschema --output-model-type pydantic_v2.BaseModel
--target-python-version 3.11 --target-pydantic-version 2.12 --base-class vt_sdk.core.model.VTModel
--formatters builtin --disable-timestamp --use-annotated --use-schema-description
--use-field-description --use-exact-imports --enum-field-as-literal all --collapse-root-models
--no-snake-case-field --field-type-collision-strategy rename-type --naming-strategy full-path
--strict-refs --no-allow-remote-refs --use-double-quotes --use-single-line-docstring
--disable-future-imports
""".split()

# A header of our own keeps the generator's away; it gives way to a docstring afterwards.
_MARK = "# generated"

# Each object type has relationships of its own, where its base has those of any object.
_EXACT_TYPES = """# What is meant to be read may have a more exact type in a derived class.
# pyright: reportIncompatibleVariableOverride=false

"""

# The bases of what comes back by itself without being an object.
_ANSWER = "vt_sdk.core.objects.Received"
_KEYED_ANSWER = "vt_sdk.core.keyed.Keyed"

# Python names of keys for which the generator finds none that a person would choose.
_ALIASES = {
    "DTMDocument.__id": "id",
    "DTMDocument.__type": "type",
    "CertificateExtensions.1.3.6.1.4.1.11129.2.4.2": "signed_certificate_timestamps",
    "SignatureCertificate.valid usage": "valid_usage_spaced",
}

# How a schema says what a date is on the wire, and what it is in Python.
_IN_PYTHON = ("in Unix seconds (UTC)", "as an aware datetime in UTC")
_TIMESTAMPS = {
    kind: {"type": kind, "x-python-type": f"vt_sdk.core.fields.{name}"}
    for kind, name in (("integer", "UnixTime"), ("string", "UnixTimeText"))
}
_SCALAR = {"type": "string", "x-python-type": "vt_sdk.core.fields.AnyScalar"}
_SCALARS = {"string", "number", "boolean"}
_NUMBER = {"type": "number", "x-python-type": "vt_sdk.core.fields.IntOrFloat"}


def write_models(target: Path, command: str) -> None:
    """Write the models package."""
    sources = [
        path
        for path in schema_files()
        if path.stem not in IN_CORE.keys() | BASES and not _choice_of_objects(load_schema(path))
    ]
    with tempfile.TemporaryDirectory() as temporary:
        stage, header = Path(temporary) / "stage", Path(temporary) / "header"
        answers = _parts_as_answers()
        for path in sources:
            place = stage / _module(path).with_suffix(".json")
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(json.dumps(_stage(path, answers)), "utf-8")
        header.write_text(_MARK, "utf-8")
        subprocess.run(
            [
                *(sys.executable, "-m", "datamodel_code_generator", *_GENERATOR),
                *("--custom-file-header-path", str(header)),
                *("--aliases", json.dumps(_ALIASES)),
                *("--input", str(stage), "--output", str(target)),
            ],
            check=True,
        )
    for path in sources:
        if not _public_classes(load_schema(path)):
            continue  # a plain value, which stands wherever it is used
        module = target / _module(path)
        source = path.relative_to(SCHEMAS.parent).as_posix()
        purpose = f"The models of `{load_schema(path)['title']}`."
        text = module.read_text("utf-8").removeprefix(_MARK).lstrip()
        if path.parent.name == "objects":
            text = _EXACT_TYPES + text
        module.write_text(_docstring(purpose, command, f"`{source}`") + text, "utf-8")
    for name, purpose in (
        ("common", "What several object types share."),
        ("parts", "Heavy parts that few objects have, each loaded when it first occurs."),
    ):
        text = _docstring(purpose, command, f"`schemas/{name}`")
        (target / name / "__init__.py").write_text(text, "utf-8")
    related = {
        schema["title"]: dict(sorted(schema["x-vt-relationships"].items()))
        for schema in object_schemas().values()
        if schema["x-vt-relationships"]
    }
    types = {schema["title"]: name for name, schema in object_schemas().items()}
    modules, choices = _deferred()
    modules |= {f"{title}Relationships": "vt_sdk.models.relationships" for title in related}
    for name, template, values in (
        ("_deferred", "deferred.py", {"modules": modules, "choices": choices}),
        ("relationships", "relationships.py", {"relationships": related, "types": types}),
        ("__init__", "models.py", _front(sources, related)),
    ):
        origin = "`schemas/objects`" if name == "relationships" else "`schemas`"
        text = render(template, notice=_notice(command, origin), **values)
        (target / f"{name}.py").write_text(text, "utf-8")


def _module(path: Path) -> Path:
    """Return the module of a schema file, relative to the models package."""
    folder = path.parent.name
    return Path("" if folder == "objects" else folder) / f"{path.stem}.py"


def _docstring(purpose: str, command: str, source: str) -> str:
    return f'"""{purpose}\n\n{_notice(command, source)}\n"""\n\n'


def _notice(command: str, source: str) -> str:
    return f"Do not edit: `{command}` made it from {source}."


# --- staging -------------------------------------------------------------------------------------


def _stage(path: Path, answers: set[str]) -> Json:
    """Translate one schema file; `answers` are the records that come back by themselves."""
    is_object = path.parent.name == "objects"
    schema = _with_included(path)
    staged: Json = _with_places(schema, deferred=path.parent.name != "parts")
    staged = map_refs(
        staged,
        lambda ref: ref.removeprefix("../") if is_object else ref.replace("../objects/", "../"),
    )
    if is_object:
        staged["properties"].pop("type", None)
        if schema["x-vt-relationships"]:
            staged["properties"]["relationships"] = {
                "description": "What was asked for along with the object by `relationships=`.",
                "type": "object",
                "x-python-type": f"vt_sdk.models._deferred.{schema['title']}Relationships",
            }
        staged["customBasePath"] = _base(schema.get("x-vt-base"))
    elif "x-vt-keyed" in schema:
        field = staged.pop("x-vt-keyed")
        entries = {"type": "object", "additionalProperties": staged.pop("additionalProperties")}
        staged["properties"] = {field["name"]: {"description": field["description"], **entries}}
        staged["customBasePath"] = _KEYED_ANSWER
    elif schema.get("x-vt-answer"):
        staged["customBasePath"] = _ANSWER
    for name, part in staged.get("$defs", {}).items():
        _stage_record(part)
        if name in answers:
            part["customBasePath"] = _ANSWER
    _stage_record(staged)
    if is_object:
        # The containers of an object are never None.
        staged["required"] = sorted(staged["properties"])
    return staged


def _with_included(path: Path) -> Json:
    """Read a schema file, its records with the fields of those that they include."""
    schema = load_schema(path)
    for record in (schema, *schema.get("$defs", {}).values()):
        found: Json = {}
        for part in record.pop("allOf", ()):
            file, _, pointer = part["$ref"].partition("#/$defs/")
            source = (path.parent / file).resolve()
            if source.stem not in BASES:
                whole = _with_included(source)
                found |= _unmarked(whole["$defs"][pointer] if pointer else whole, source, path)
        if found:
            record["properties"] = dict(sorted((found | record.get("properties", {})).items()))
    return schema


def _unmarked(record: Json, source: Path, target: Path) -> Json:
    """Return the fields of a record as another file may have them, without promises."""

    def seen_from_target(reference: str) -> str:
        file, hash_, pointer = reference.partition("#")
        place = (source.parent / file).resolve() if file else source
        return os.path.relpath(place, target.parent) + hash_ + pointer

    fields: Json = map_refs(record["properties"], seen_from_target)
    for field in fields.values():
        field.pop("x-vt-expected", None)
    return fields


def _with_places(value: Any, *, deferred: bool) -> Any:
    """Replace references to what is not generated beside it by its place in Python.

    That is the core for what is written by hand there, and for parts, if they are deferred, the
    types that load them on first use.
    """
    if isinstance(value, list):
        return [_with_places(item, deferred=deferred) for item in value]
    if not isinstance(value, dict):
        return value
    reference = str(value.get("$ref", ""))
    module = IN_CORE.get(Path(reference).stem, "")
    if deferred and reference.startswith("../parts/"):
        module = "vt_sdk.models._deferred"
    if not module:
        return {key: _with_places(item, deferred=deferred) for key, item in value.items()}
    kept = {key: item for key, item in value.items() if key != "$ref"}
    return {**kept, "type": "object", "x-python-type": f"{module}.{_title(reference)}"}


def _title(reference: str) -> str:
    """Return the title of the schema, or the name of its part, that the schemas refer to."""
    file, _, pointer = reference.partition("#")
    title: str = load_schema(SCHEMAS / Path(file).parent.name / Path(file).name)["title"]
    return pointer.rpartition("/")[2] or title


def _base(name: str | None) -> str:
    return f"vt_sdk.core.analysis.{name}" if name else "vt_sdk.core.objects.VTObject"


def _parts_as_answers() -> set[str]:
    """Return the records of object schemas that some operation answers with by themselves."""
    found = set()
    for _, _, operation in operations(load_operations()):
        text = json.dumps(operation["responses"])
        found |= set(re.findall(r'"\$ref": "[^"#]+#/\$defs/(\w+)"', text))
    return found


def _stage_record(part: Json) -> None:
    """Translate the properties of one record in place; other definitions are plain values."""
    if "properties" not in part:
        part.update(_stage_value(part))
        return
    required = []
    for name, field in part["properties"].items():
        never_none = "x-vt-expected" in field or _is_container(field)
        # An optional field is `T | None` anyway: null as a member of its type would double it.
        staged = _stage_value(field, keep_null=never_none and "x-vt-expected" in field)
        part["properties"][name] = {
            key: value for key, value in staged.items() if not key.startswith("x-vt-")
        }
        if never_none:
            required.append(name)
    part["required"] = required


def _is_container(field: Json) -> bool:
    kind = field.get("type")
    return kind == "array" or (kind == "object" and "additionalProperties" in field)


def _stage_value(field: Json, *, keep_null: bool = True) -> Json:
    """Translate the schema of one value."""
    field = dict(field)
    kind = field.get("type")
    if isinstance(kind, list):
        kinds = [k for k in kind if keep_null or k != "null"]
        if len(kinds) == 1:
            return _stage_value({**field, "type": kinds[0]})
        del field["type"]
        outer: Json = {key: field.pop(key) for key in ("description", "deprecated") if key in field}
        any_scalar = set(kinds) >= _SCALARS
        choices = [{**field, **_SCALAR}] if any_scalar else []
        choices += [{**field, "type": k} for k in kinds if not (any_scalar and k in _SCALARS)]
        return {**outer, **_any_of([_stage_value(choice) for choice in choices])}
    if "anyOf" in field:
        choices = [c for c in field["anyOf"] if keep_null or c != {"type": "null"}]
        del field["anyOf"]
        return {**field, **_any_of([_stage_value(c, keep_null=keep_null) for c in choices])}
    if field.get("format") == "unix-time":
        del field["format"]
        described = field.get("description", "").replace(*_IN_PYTHON)
        return {
            **field,
            **({"description": described} if described else {}),
            **_TIMESTAMPS[str(kind)],
        }
    if kind == "number":
        return {**field, **_NUMBER}
    for key in ("items", "additionalProperties"):
        if isinstance(field.get(key), dict):
            field[key] = _stage_value(field[key])
    return field


def _any_of(choices: list[Json]) -> Json:
    return choices[0] if len(choices) == 1 else {"anyOf": choices}


# --- what the generator does not write -----------------------------------------------------------


def _deferred() -> tuple[dict[str, str], dict[str, dict[str, str]]]:
    """Return the module of each part, and what a part is where that is one of several objects."""
    modules: dict[str, str] = {}
    choices: dict[str, dict[str, str]] = {}
    for path in sorted((SCHEMAS / "parts").glob("*.json")):
        schema = load_schema(path)
        if _public_classes(schema):
            modules[schema["title"]] = f"vt_sdk.models.parts.{path.stem}"
        if names := _choice_of_objects(schema):
            choices[schema["title"]] = {
                object_schemas()[name]["title"]: f"vt_sdk.models.{name}" for name in names
            }
    return modules, choices


def _public_classes(schema: Json) -> list[str]:
    records = [name for name, part in schema.get("$defs", {}).items() if "properties" in part]
    is_class = "properties" in schema or "x-vt-keyed" in schema
    return [*([schema["title"]] if is_class else []), *records]


def _choice_of_objects(schema: Json) -> list[str]:
    """Return the types of which a value is an object, none if the schema says something else."""
    references = [choice.get("$ref", "") for choice in schema.get("anyOf", ())]
    if not all(reference.startswith("../objects/") for reference in references):
        return []
    return [Path(reference).stem for reference in references]


def _front(sources: list[Path], related: Iterable[str]) -> Json:
    """Return what the package's front says: the module of every class, the class of every type."""
    modules: dict[str, str] = {}
    in_core = [SCHEMAS / "common" / f"{stem}.json" for stem in IN_CORE]
    for path in [*sources, *in_core]:
        beside = "." + ".".join(_module(path).with_suffix("").parts)
        dotted = IN_CORE.get(path.stem, beside)
        for name in _public_classes(load_schema(path)):
            if name in modules:
                raise SystemExit(f"{name} is defined in {modules[name]} and in {dotted}")
            modules[name] = dotted
    for title in related:
        modules[f"{title}Relationship"] = modules[f"{title}Relationships"] = ".relationships"
    forms = _forms()
    return {
        "modules": dict(sorted(modules.items())),
        "types": {name: schema["title"] for name, schema in object_schemas().items()},
        "answers": {name: forms.get(name, []) for name in sorted(_answers(sources))},
    }


def _answers(sources: list[Path]) -> set[str]:
    """Return the classes of what comes back by itself without being an object."""
    schemas = [load_schema(path) for path in sources]
    whole = {s["title"] for s in schemas if s.get("x-vt-answer") or "x-vt-keyed" in s}
    parts = {name for schema in schemas for name in schema.get("$defs", ())}
    return whole | parts & _parts_as_answers()


def _forms() -> dict[str, list[tuple[Any, ...]]]:
    """Return the forms that answers have of their own, by the class that comes in them.

    Each is what `Layout` takes; those that lead furthest into the answer come first.
    """
    found: dict[str, set[tuple[Any, ...]]] = defaultdict(set)
    for _, _, operation in operations(load_operations()):
        if at := operation.get("x-vt-at"):
            schema = operation["responses"]["200"]["content"]["application/json"]["schema"]
            content = functools.reduce(lambda outer, key: outer["properties"][key], at, schema)
            if reference := content.get("items", content).get("$ref"):
                found[_title(reference)].add((tuple(at), operation.get("x-vt-next", "cursor")))
    return {name: sorted(forms, key=lambda form: -len(form[0])) for name, forms in found.items()}
