"""Reading `schemas/`: the operations, the object types, and one self-contained document of both."""

import copy
import functools
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeAlias

import yaml
from _environment import ROOT

Json: TypeAlias = dict[str, Any]

SCHEMAS = ROOT / "schemas"

# Where schemas of records are, the folders in the order of who refers to whom.
FOLDERS = ("objects", "common", "parts")


@functools.cache
def load_operations() -> Json:
    """Read the operations document, once; nobody changes what this gives."""
    return load_yaml(SCHEMAS / "openapi.yaml")


def load_errors() -> Json:
    """Read the status constants and error codes."""
    return load_yaml(SCHEMAS / "errors.yaml")


def load_yaml(path: Path) -> Json:
    """Read a document."""
    # The loader in C, which most installations of PyYAML have, takes a fifth of the time.
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    document: Json = yaml.load(path.read_text("utf-8"), loader)
    return document


def load_schema(path: Path) -> Json:
    """Read one JSON Schema."""
    schema: Json = json.loads(path.read_text("utf-8"))
    return schema


def schema_files() -> list[Path]:
    """Return all schema files of records, sorted."""
    return sorted(path for folder in FOLDERS for path in (SCHEMAS / folder).glob("*.json"))


@functools.cache
def object_schemas() -> dict[str, Json]:
    """Return the schemas of all object types by the name of the type, sorted, read once as well."""
    paths = sorted((SCHEMAS / "objects").glob("*.json"))
    return {path.stem: load_schema(path) for path in paths}


def map_refs(value: Any, change: Callable[[str], str]) -> Any:
    """Return a copy of a document in which every `$ref` is changed."""
    if isinstance(value, dict):
        return {
            key: change(item) if key == "$ref" and isinstance(item, str) else map_refs(item, change)
            for key, item in value.items()
        }
    if isinstance(value, list):
        return [map_refs(item, change) for item in value]
    return value


def bundle(document: Json) -> Json:
    """Bundle all schemas into the operations document, so that it refers to nothing outside.

    A schema file becomes the component of its title; its definitions become components of their
    own, named `Title.Definition`.
    """
    paths = schema_files()
    titles = {path: load_schema(path)["title"] for path in paths}

    def resolver(base: Path) -> Callable[[str], str]:
        def resolve(ref: str) -> str:
            file, _, pointer = ref.partition("#")
            if not file and base == SCHEMAS / "openapi.yaml":
                return ref
            title = titles[(base.parent / file).resolve() if file else base]
            name = pointer.removeprefix("/$defs/").strip("/")
            return (
                f"#/components/schemas/{title}.{name}" if name else f"#/components/schemas/{title}"
            )

        return resolve

    bundled: Json = map_refs(document, resolver(SCHEMAS / "openapi.yaml"))
    components = bundled["components"]["schemas"]
    for path in paths:
        schema = map_refs(load_schema(path), resolver(path))
        del schema["$schema"]
        for name, definition in schema.pop("$defs", {}).items():
            components[f"{titles[path]}.{name}"] = definition
        components[titles[path]] = schema
    bundled["components"]["schemas"] = dict(sorted(components.items()))
    return bundled


def operations(document: Json) -> Iterator[tuple[str, str, Json]]:
    """Yield path, method and document of every operation, with its parameters resolved."""
    shared = document["components"]["parameters"]
    for path, item in document["paths"].items():
        for method, operation in item.items():
            resolved = copy.copy(operation)
            resolved["parameters"] = [
                shared[p["$ref"].rsplit("/", 1)[1]] if "$ref" in p else p
                for p in operation.get("parameters", [])
            ]
            yield path, method.upper(), resolved
