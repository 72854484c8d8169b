"""From the object schemas to `vt_sdk/models`: staged for datamodel-code-generator, which writes.

Staging translates what a schema says in the standard's own words into what the generator knows:
Unix times and fractional numbers get the package's types, and fields that are never None become
required, which the base class of the models turns into defaults (see `vt_sdk/core/model.py`).
"""

import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from _schemas import (
    SCHEMAS,
    Json,
    load_operations,
    load_schema,
    map_refs,
    object_schemas,
    operations,
)

# The parts of the envelope that the core itself is made of are written by hand in core/objects.py.
IN_CORE = frozenset({"object", "descriptor", "analysis_descriptor", "relationship"})

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

# Python names of keys for which the generator finds none that a person would choose.
_ALIASES = {
    "CertificateExtensions.1.3.6.1.4.1.11129.2.4.2": "signed_certificate_timestamps",
    "SignatureCertificate.valid usage": "valid_usage_spaced",
}

_TIMESTAMP = {"type": "integer", "x-python-type": "vt_sdk.core.types.UnixTime"}
_NUMBER = {"type": "number", "x-python-type": "vt_sdk.core.types.IntOrFloat"}


def write_models(target: Path, command: str) -> None:
    """Write the models package."""
    with tempfile.TemporaryDirectory() as temporary:
        stage, header = Path(temporary) / "stage", Path(temporary) / "header"
        (stage / "common").mkdir(parents=True)
        sources: dict[Path, str] = {}
        answers = _parts_as_answers()
        for path in sorted(SCHEMAS.glob("*/*.json")):
            if path.parent.name not in ("objects", "common") or path.stem in IN_CORE:
                continue
            place = Path("common") if path.parent.name == "common" else Path()
            staged = _stage(load_schema(path), answers, is_object=path.parent.name == "objects")
            (stage / place / path.name).write_text(json.dumps(staged), "utf-8")
            sources[place / f"{path.stem}.py"] = f"schemas/{path.parent.name}/{path.name}"
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
    for module, source in sources.items():
        path = target / module
        title = load_schema(Path(SCHEMAS.parent / source))["title"]
        text = path.read_text("utf-8").removeprefix(_MARK).lstrip()
        path.write_text(
            _docstring(f"The models of `{title}`.", command, f"`{source}`") + text, "utf-8"
        )
    common = _docstring("Parts that several object types share.", command, "`schemas/common`")
    (target / "common" / "__init__.py").write_text(common, "utf-8")
    (target / "relationships.py").write_text(_relationships(command), "utf-8")
    (target / "__init__.py").write_text(_lazy_init(target, sources, command), "utf-8")


def _docstring(purpose: str, command: str, source: str) -> str:
    return f'"""{purpose}\n\nDo not edit: `{command}` made it from {source}.\n"""\n\n'


# --- staging -------------------------------------------------------------------------------------


def _stage(schema: Json, answers: set[str], *, is_object: bool) -> Json:
    """Translate one schema file; `answers` are the records that come back by themselves."""
    staged: Json = map_refs(schema, lambda ref: ref.removeprefix("../"))
    staged.pop("allOf", None)
    if is_object:
        staged["properties"].pop("type", None)
        staged["customBasePath"] = _base(schema.get("x-vt-base"))
    for name, part in staged.get("$defs", {}).items():
        _stage_record(part)
        if name in answers:
            part["customBasePath"] = "vt_sdk.core.objects.Received"
    _stage_record(staged)
    if is_object:
        # The containers of an object are never None.
        staged["required"] = sorted(staged["properties"])
    return staged


def _base(name: str | None) -> str:
    return f"vt_sdk.core.bases.{name}" if name else "vt_sdk.core.objects.VTObject"


def _parts_as_answers() -> set[str]:
    """Give the records of object schemas that some operation answers with by themselves."""
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
        return {**outer, "anyOf": [_stage_value({**field, "type": k}) for k in kinds]}
    if "anyOf" in field:
        choices = [c for c in field["anyOf"] if keep_null or c != {"type": "null"}]
        staged = [_stage_value(choice, keep_null=keep_null) for choice in choices]
        if len(staged) == 1:
            del field["anyOf"]
            return {**staged[0], **field}
        return {**field, "anyOf": staged}
    if field.get("format") == "unix-time":
        del field["format"]
        return {**field, **_TIMESTAMP}
    if kind == "number":
        return {**field, **_NUMBER}
    for key in ("items", "additionalProperties"):
        if isinstance(field.get(key), dict):
            field[key] = _stage_value(field[key])
    return field


# --- what the generator does not write -----------------------------------------------------------


def relationship_names(schema: Json) -> list[str]:
    """Give the names of the relationships of an object type, with and without the seed's slash."""
    return [form for name in sorted(schema["x-vt-relationships"]) for form in (name, f"/{name}")]


def _relationships(command: str) -> str:
    lines = [
        _docstring("The names of relationships by object type.", command, "`schemas/objects`"),
        "from typing import Literal, TypeAlias\n",
    ]
    for schema in object_schemas().values():
        if names := relationship_names(schema):
            listed = ", ".join(json.dumps(name) for name in names)
            lines.append(f"{schema['title']}Relationship: TypeAlias = Literal[{listed}]")
            lines.append(
                f'"""The relationships of `{schema["title"]}`; the seed writes a slash."""\n'
            )
    return "\n".join(lines)


def _public_classes(schema: Json) -> list[str]:
    records = [name for name, part in schema.get("$defs", {}).items() if "properties" in part]
    return [*([schema["title"]] if "properties" in schema else []), *records]


def _lazy_init(target: Path, sources: dict[Path, str], command: str) -> str:
    """Write the package's front: every class by name, its module loaded on first use."""
    places: dict[str, str] = {}
    for module, source in sorted(sources.items()):
        dotted = "." + ".".join(module.with_suffix("").parts)
        for name in _public_classes(load_schema(SCHEMAS.parent / source)):
            if name in places:
                raise SystemExit(f"{name} is defined in {places[name]} and in {dotted}")
            places[name] = dotted
    for schema in object_schemas().values():
        if schema["x-vt-relationships"]:
            places[f"{schema['title']}Relationship"] = ".relationships"
    types = {name: schema["title"] for name, schema in object_schemas().items()}
    by_module: dict[str, list[str]] = {}
    for name, dotted in sorted(places.items()):
        by_module.setdefault(dotted, []).append(name)
    imports = "\n".join(
        f"    from {dotted} import {', '.join(f'{n} as {n}' for n in names)}"
        for dotted, names in sorted(by_module.items())
    )
    return _docstring(
        "Every object of the service as a class; each module is loaded on first use.",
        command,
        "`schemas/objects` and `schemas/common`",
    ) + _INIT.format(
        imports=imports,
        modules=json.dumps(dict(sorted(places.items())), indent=4),
        types=json.dumps(types, indent=4),
        names=json.dumps(sorted(places), indent=4),
    )


_INIT = '''
TYPE_CHECKING: bool = False  # annotated for editors: jedi leaves out what a plain False guards
if TYPE_CHECKING:
    from vt_sdk.core.objects import VTObject

{imports}

_MODULES = {modules}

_TYPES = {types}

__all__ = {names}


if not TYPE_CHECKING:  # else type checkers would accept any name

    def __getattr__(name):
        if name not in _MODULES:
            raise AttributeError(f"module {{__name__!r}} has no attribute {{name!r}}")
        from importlib import import_module

        found = globals()[name] = getattr(import_module(_MODULES[name], __name__), name)
        return found


def __dir__() -> "list[str]":
    return sorted([*globals(), *_MODULES])


def object_class(type_name: str) -> "type[VTObject] | None":
    """Give the class of an object type, None for a type that no schema describes."""
    if type_name not in _TYPES:
        return None
    import sys

    found: "type[VTObject]" = getattr(sys.modules[__name__], _TYPES[type_name])
    return found
'''
