"""Every operation of the document, asked with arguments made from the document alone."""

import base64
import json
from datetime import UTC, datetime, timedelta
from functools import cache
from importlib import resources
from typing import Any
from urllib.parse import quote

import pytest
from jsonschema_rs import Draft202012Validator, Registry

from .support import EICAR, URL, Api

DOCUMENT: dict[str, Any] = json.loads(
    resources.files("vt_sdk").joinpath("_data", "openapi.json").read_text("utf-8")
)
NAME = "http://document.invalid/openapi.json"
REGISTRY = Registry([(NAME, DOCUMENT)])

OPERATIONS = {
    operation["operationId"]: (method.upper(), path, operation)
    for path, methods in DOCUMENT["paths"].items()
    for method, operation in methods.items()
}

# What an operation needs that the document cannot know.
KNOWN = {
    "file_id": EICAR,
    "url_id": URL,
    "domain": "example.com",
    "ip_address": "192.0.2.1",
    "sha256": EICAR,
    "id": EICAR,
    "sandbox_id": f"{EICAR}_Glass Box",
    "resolution_id": "192.0.2.1example.com",
    "user_id": "emulator-premium",
    "group_id": "emulator-group",
    "url": "http://example.com/",
    "x-confirm-delete": "emulator-premium",
    "query": "entity:file",
    "token": base64.urlsafe_b64encode(EICAR.encode()).decode(),
}


def resolved(value: Any) -> Any:
    while "$ref" in value:
        found = DOCUMENT
        for token in value["$ref"][2:].split("/"):
            found = found[token]
        value = found
    return value


def example(schema: Any, name: str = "") -> Any:
    """Return a value that a schema allows, with nothing in it that it does not require."""
    schema = resolved(schema)
    for choice in ("anyOf", "oneOf"):
        if choice in schema and "type" not in schema:
            return example(schema[choice][0], name)
    if "const" in schema:
        return schema["const"]
    if "enum" in schema:
        return schema["enum"][0]
    if name in KNOWN:
        return KNOWN[name]
    match schema.get("type"):
        case "object":
            properties = schema.get("properties", {})
            names = list(schema.get("required", ()))
            names += [n for n in properties if n not in names][: schema.get("minProperties", 0)]
            for branch in schema.get("anyOf", ())[:1]:
                names += branch["required"]
            return {n: example(properties.get(n, {"type": "string"}), n) for n in names}
        case "array":
            return [example(schema["items"])]
        case "integer":
            return schema.get("minimum", 1)
        case "boolean":
            return True
    yesterday = datetime.now(UTC) - timedelta(days=1)
    match schema.get("format"):
        case "vt-minute":
            return yesterday.strftime("%Y%m%d%H%M")
        case "vt-hour":
            return yesterday.strftime("%Y%m%d%H")
        case "date":
            return yesterday.date().isoformat()
    return "example"


def request(api: Api, name: str) -> tuple[str, str, dict[str, Any]]:
    """Return method, path and the rest of a request for an operation."""
    method, path, operation = OPERATIONS[name]
    options: dict[str, Any] = {"params": {}, "headers": {}}
    known = dict(KNOWN)
    if "{object_id}" in path:
        known["object_id"] = api.post(f"/files/{EICAR}/analyse")["data"]["id"]
    if "{comment_id}" in path and "monitor" not in path:
        made = {"data": {"type": "comment", "attributes": {"text": "mine"}}}
        key = api.emulator.premium_key
        posted = api.post(f"/files/{EICAR}/comments", json=made, key=key)
        known["comment_id"] = posted["data"]["id"]
    for parameter in map(resolved, operation.get("parameters", ())):
        value = known.get(parameter["name"]) or example(parameter["schema"], parameter["name"])
        match parameter["in"]:
            case "path":
                if parameter["name"] == "relationship" and "x-vt-relationships-of" in operation:
                    value = relationship(operation["x-vt-relationships-of"])
                path = path.replace(f"{{{parameter['name']}}}", quote(str(value), safe=""))
            case "query" if parameter.get("required"):
                options["params"][parameter["name"]] = value
            case "header" if parameter.get("required"):
                options["headers"][parameter["name"]] = value
    for kind, content in operation.get("requestBody", {}).get("content", {}).items():
        if kind == "multipart/form-data":
            field = next(iter({"file", "files"} & content["schema"]["properties"].keys()))
            options["files"] = {field: ("a.txt", b"some text")}
        else:
            where = "json" if kind == "application/json" else "data"
            options[where] = example(content["schema"])
    return method, path, options


@cache
def relationship(object_type: str) -> str:
    """Return the first relationship to many of a type, or to one where it has no other."""
    for schema in DOCUMENT["components"]["schemas"].values():
        if schema.get("x-vt-type") == object_type:
            found: dict[str, Any] = schema["x-vt-relationships"]
            return min(found, key=lambda name: (found[name]["cardinality"] == "one", name))
    raise LookupError(object_type)


@cache
def validator(name: str) -> Draft202012Validator:
    method, path, _ = OPERATIONS[name]
    place = path.replace("~", "~0").replace("/", "~1").replace("{", "%7B").replace("}", "%7D")
    pointer = f"/paths/{place}/{method.lower()}/responses/200/content/application~1json/schema"
    return Draft202012Validator({"$ref": f"{NAME}#{pointer}"}, registry=REGISTRY)


@pytest.mark.parametrize("name", sorted(OPERATIONS))
def test_operation_answers_as_the_document_says(api: Api, name: str) -> None:
    method, path, options = request(api, name)
    if OPERATIONS[name][2]["x-vt-tier"] == "premium":
        assert api.error(403, method, path, **options) == "ForbiddenError"
    response = api.call(method, path, key=api.emulator.premium_key, **options)
    expected = OPERATIONS[name][2]["responses"]
    content = expected["200"].get("content", {})
    if response.status_code == 302:
        assert "302" in expected
        response = api.call("GET", response.headers["location"], key=None)
        assert response.content
    elif not content:
        assert response.content == b""
    else:
        kind = response.headers["content-type"].partition(";")[0]
        assert kind in content, response.text
        if kind == "application/json":
            validator(name).validate(response.json())
    assert response.status_code == 200, response.text
