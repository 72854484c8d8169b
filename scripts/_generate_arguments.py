"""The arguments of generated methods: what each is called, is typed as and may be.

They come from the parameters of an operation and from the fields of its body. What the document
says that a value may be goes with the operation, whose core checks it.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from _schemas import Json

__all__ = ["Argument", "body_arguments", "path_argument", "record_fields", "sent_argument"]

# How the document writes moments and days, and what Python has for them.
_FORMATS = {
    "date": "date",
    "date-time": "datetime",
    "unix-time": "datetime",
    "vt-day": "date",
    "vt-hour": "datetime",
    "vt-minute": "datetime",
}

# What is kept of a schema, beside what it says about values inside.
_FACTS = (
    *("type", "minimum", "maximum", "minLength", "maxLength", "minItems", "maxItems"),
    *("pattern", "required", "x-vt-shape"),
)

# What of a schema says nothing about the values that are sent, or is said in another place.
_NO_FACTS = {
    *("additionalProperties", "const", "contentEncoding", "contentMediaType", "default"),
    *("description", "examples", "items", "minProperties", "properties", "title"),
    *("x-vt-argument", "x-vt-arguments", "x-vt-evidence", "x-vt-note"),
}


@dataclass(frozen=True)
class Argument:
    """An argument of a method, and what the operation knows about it."""

    name: str
    annotation: str
    description: str
    key: str
    """The name on the wire."""
    default: str | None = None
    facts: Json = field(default_factory=dict)
    """What it may be, in the words of the document."""

    def __str__(self) -> str:
        if self.default is None:
            return f"{self.name}: {self.annotation}"
        optional = " | None" if self.default == "None" else ""
        return f"{self.name}: {self.annotation}{optional} = {self.default}"

    def known(self) -> Json:
        """Return the facts, with the name where the one on the wire is another."""
        renamed = {"x-vt-argument": self.name} if self.facts and self.key != self.name else {}
        return {**self.facts, **renamed}

    def pair(self) -> str:
        """Write the entry of a dictionary that sends it."""
        return f"{self.key!r}: {self.name}"


def path_argument(parameter: Json) -> Argument:
    """Return the argument for a part of the path."""
    schema, name = parameter["schema"], parameter["name"]
    facts = _facts(schema)
    # That it is a text is known of every part of a path.
    facts = {} if facts == {"type": "string"} else facts
    default = repr(schema["default"]) if "default" in schema else None
    text = parameter["description"]
    return Argument(name, _annotation(schema, {}), text, name, default, facts)


def sent_argument(parameter: Json) -> Argument:
    """Return the argument for a parameter of the query or a header."""
    schema, key, text = parameter["schema"], parameter["name"], parameter["description"]
    if key == "limit" and "default" in schema:
        default: str | None = repr(schema["default"])
    else:
        default = None if parameter.get("required") else "None"
        text = _described(schema, text)
    facts = _facts(schema)
    if parameter.get("explode"):
        facts["explode"] = True
    name = str(parameter.get("x-vt-argument", key))
    return Argument(name, _annotation(schema, {}), text, key, default, facts)


def body_arguments(
    document: Json, constant: str, records: dict[str, Json]
) -> tuple[list[Argument], str]:
    """Return the arguments that fill a body, and how the request takes them."""
    content = document.get("requestBody", {}).get("content", {})
    for media_type, value in content.items():
        schema = value["schema"]
        if media_type != "application/json":
            arguments = _arguments(schema, records)
            return arguments, f"form={constant}.given({_pairs(arguments)})"
        if "data" not in schema["properties"]:
            arguments = _arguments(schema, records)
            given = f"{constant}.given({_pairs(arguments)}{_least(schema)})"
            return arguments, f"document={given}"
        (*_, identifier) = [p["name"] for p in document["parameters"] if p["in"] == "path"] or [""]
        data = schema["properties"]["data"]
        arguments, expression = _data(data, constant, records, identifier)
        return arguments, f"data={expression}"
    return [], ""


def _data(
    data: Json, constant: str, records: dict[str, Json], identifier: str
) -> tuple[list[Argument], str]:
    if "x-vt-argument" in data:
        name = data["x-vt-argument"]
        annotation = _annotation(data, records)
        argument = Argument(name, annotation, data["description"], "data", facts=_facts(data))
        return [argument], f"{constant}.checked('data', {name})"
    if "x-vt-arguments" in data:
        names = data["x-vt-arguments"]
        id_field = data["items"]["properties"]["id"]
        ids = {"type": "array", "items": _facts(id_field)}
        arguments = [
            Argument(
                name,
                "Sequence[str]",
                f"The {name.replace('_', ' ')}, by id. {id_field.get('description', '')}",
                kind,
                "()" if len(names) > 1 else None,
                ids,
            )
            for kind, name in names.items()
        ]
        return arguments, f"{constant}.descriptors({_pairs(arguments)})"
    if data.get("type") == "array":
        data = data["items"]
    properties = data["properties"]
    if "attributes" not in properties:
        if "type" in properties and "id" in properties:
            if "const" not in properties["type"]:
                return [], ""  # of several types, which only a method written by hand sends
            kind = properties["type"]["const"]
            id_field = properties["id"]
            name = id_field.get("x-vt-argument", f"{kind}_id")
            argument = Argument(name, "str", id_field["description"], "id", facts=_facts(id_field))
            return [argument], f"{{'type': {kind!r}, 'id': {constant}.checked('id', {name})}}"
        arguments = _arguments(data, records)
        return arguments, f"{constant}.given({_pairs(arguments)})"
    attributes = properties["attributes"]
    beside = {k: v for k, v in properties.items() if v.get("type") == "string" and k != "id"}
    arguments = _arguments(attributes, records) + _arguments({"properties": beside}, records)
    head = f"'type': {properties['type']['const']!r}"
    if "id" in data.get("required", ()):
        head += f", 'id': {identifier}"
    given = f"{constant}.given({_pairs(arguments)}{_least(attributes)})"
    return arguments, f"{{{head}, 'attributes': {given}}}"


def _least(schema: Json) -> str:
    """Write how many arguments must be given, where it is not any number."""
    return f", least={schema['minProperties']}" if "minProperties" in schema else ""


def _arguments(schema: Json, records: dict[str, Json]) -> list[Argument]:
    required = schema.get("required", ())
    found = [
        Argument(
            str(value.get("x-vt-argument", key)),
            _annotation(value, records),
            _described(value, value["description"]),
            key,
            "False" if "x-vt-words" in value else None if key in required else "None",
            _facts(value),
        )
        for key, value in schema["properties"].items()
        if "const" not in value
    ]
    return sorted(found, key=lambda argument: argument.default is not None)


def _pairs(arguments: list[Argument]) -> str:
    return "{" + ", ".join(argument.pair() for argument in arguments) + "}"


def _described(schema: Json, text: str) -> str:
    """Return the text about an argument, with what it needs and what is taken in its place."""
    text = " ".join(text.split())
    if "x-vt-words" in schema:
        return "Whether it is `{1}`; else it is `{0}`.".format(*schema["x-vt-words"])
    if _FORMATS.get(schema.get("format", "")) == "datetime":
        text += " A moment with its time zone."
    if "default" in schema and "absent" not in text:
        text += f" Default: {schema['default']}."
    return text


def _facts(schema: Json) -> Json:
    """Return what the document says that a value may be."""
    if any("$ref" in choice for choice in (schema, *schema.get("anyOf", ()))):
        # What only the service can check.
        return {}
    if "x-vt-words" in schema:
        return {"x-vt-words": tuple(schema["x-vt-words"])}
    if "enum" in schema:
        return {"enum": tuple(schema["enum"])}
    if "format" in schema:
        if schema["format"] not in _FORMATS:
            raise SystemExit(f"no type in Python for the format {schema['format']}")
        return {key: schema[key] for key in ("format", "x-vt-span") if key in schema}
    if "anyOf" in schema:
        # A vocabulary that is open: known words, or any text.
        if schema["anyOf"][-1] != {"type": "string"}:
            raise SystemExit(f"not an open vocabulary: {schema}")
        return {"type": "string", "minLength": 1}
    if not re.fullmatch(r"(\^.*\$)?", schema.get("pattern", "")):
        raise SystemExit(f"not a pattern of a whole text: {schema}")
    unknown = schema.keys() - _NO_FACTS - set(_FACTS)
    if unknown or schema.get("minLength", 1) != 1:
        raise SystemExit(f"more than the core knows to check: {schema}")
    facts = {key: schema[key] for key in _FACTS if key in schema}
    for key in ("items", "additionalProperties"):
        if isinstance(schema.get(key), dict) and (inner := _facts(schema[key])):
            facts[key] = inner
    if "properties" in schema:
        facts["properties"] = {k: _facts(value) for k, value in schema["properties"].items()}
    return facts


def _annotation(field: Json, records: dict[str, Json]) -> str:
    """Write the type of a value that is sent; records are collected by name."""
    if "$ref" in field:
        return "object"
    if "x-vt-words" in field:
        return "bool"
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
        if "title" in field:
            records[field["title"]] = field
            return str(field["title"])
        values = field.get("additionalProperties", True)
        inner = "object" if values is True else _annotation(values, records)
        return f"Mapping[str, {inner}]"
    if "format" in field:
        return _FORMATS[field["format"]]
    return {"string": "str", "integer": "int", "number": "float", "boolean": "bool"}[str(kind)]


def record_fields(name: str, record: Json) -> Iterable[Json]:
    """Return what is known of a record that is sent as a typed dictionary, those in it first."""
    inner: dict[str, Json] = {}
    fields = []
    for key, value in record["properties"].items():
        annotation = _annotation(value, inner)
        if key in record.get("required", ()):
            annotation = f"Required[{annotation}]"
        description = _described(value, value["description"])
        fields.append({"name": key, "annotation": annotation, "description": description})
    for inner_name, inner_record in inner.items():
        yield from record_fields(inner_name, inner_record)
    yield {"name": name, "description": record["description"], "fields": fields}
