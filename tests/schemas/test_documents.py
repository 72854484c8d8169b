"""The data that the code is generated from: valid, consistent, and reachable through the code."""

import ast
import functools
import importlib
import inspect
import itertools
import json
import operator
import re
import typing
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
import yaml
from jsonschema_rs import Draft202012Validator, Registry

from tests.support import ROOT
from vt_sdk import (
    AnalysisDescriptor,
    Descriptor,
    Download,
    ErrorCode,
    Page,
    RelationshipName,
    VirusTotal,
    VirusTotalAPI,
    VTModel,
    VTObject,
    VTStatus,
    models,
)
from vt_sdk.core.identifiers import SHAPES
from vt_sdk.core.operation import Operation
from vt_sdk.errors import API_ERRORS
from vt_sdk.models.relationships import RELATIONSHIPS

SCHEMAS = ROOT / "schemas"
# The loader in C, where there is one, takes a fifth of the time.
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
DOCUMENT: dict[str, Any] = yaml.load((SCHEMAS / "openapi.yaml").read_text("utf-8"), LOADER)
ERRORS: dict[str, Any] = yaml.load((SCHEMAS / "errors.yaml").read_text("utf-8"), LOADER)
FILES = sorted(
    p for part in ("objects", "common", "parts") for p in (SCHEMAS / part).glob("*.json")
)
TYPES = sorted(path.stem for path in (SCHEMAS / "objects").glob("*.json"))
BUNDLED: dict[str, Any] = json.loads((ROOT / "vt_sdk" / "_data" / "openapi.json").read_bytes())


def read(path: Path) -> dict[str, Any]:
    schema: dict[str, Any] = json.loads(path.read_bytes())
    return schema


def operations(document: dict[str, Any]) -> dict[str, tuple[str, str, dict[str, Any]]]:
    """Return method, path and description of each operation by its id."""
    return {
        operation["operationId"]: (method.upper(), path, operation)
        for path, methods in document["paths"].items()
        for method, operation in methods.items()
    }


OPERATIONS = operations(DOCUMENT)


def parameters_of(operation: dict[str, Any]) -> list[dict[str, Any]]:
    shared = DOCUMENT["components"]["parameters"]
    return [
        shared[p["$ref"].rpartition("/")[2]] if "$ref" in p else p
        for p in operation.get("parameters", ())
    ]


def group_of(operation: dict[str, Any]) -> type[VirusTotalAPI]:
    (tag,) = operation["tags"]
    return type(getattr(VirusTotal("k"), tag))


@functools.cache
def constants() -> dict[str, Operation]:
    """Return the operations of the generated modules by their names."""
    names = [tag["name"] for tag in DOCUMENT["tags"]]
    modules = [importlib.import_module(f"vt_sdk.operations.{name}") for name in names]
    found = [x for m in modules for x in vars(m).values() if isinstance(x, Operation)]
    # One that another group waits for is known there too.
    assert len({id(x) for x in found}) == len({operation.name for operation in found})
    return {operation.name: operation for operation in found}


# --- the operations document ---------------------------------------------------------------------


@pytest.mark.slow
def test_the_bundled_document_is_valid() -> None:
    from openapi_spec_validator import OpenAPIV31SpecValidator

    OpenAPIV31SpecValidator(BUNDLED).validate()
    assert "$ref" in json.dumps(BUNDLED)
    references = set(re.findall(r'"\$ref": "([^"]+)"', json.dumps(BUNDLED)))
    assert all(reference.startswith("#/components/") for reference in references)


def test_the_bundle_holds_the_same_operations() -> None:
    bundled = operations(BUNDLED)
    assert bundled.keys() == OPERATIONS.keys()
    for name, (method, path, _) in OPERATIONS.items():
        assert bundled[name][:2] == (method, path)


def test_every_reference_of_the_document_leads_to_a_file() -> None:
    for reference in re.findall(r"\$ref: ([a-z_]+/[a-z_]+\.json)", json.dumps(DOCUMENT)):
        assert (SCHEMAS / reference).exists()
    text = (SCHEMAS / "openapi.yaml").read_text("utf-8")
    found = set(re.findall(r"(?:objects|common)/[a-z_]+\.json", text))
    assert found
    assert all((SCHEMAS / reference).exists() for reference in found)


def marks(node: Any) -> Iterator[str]:
    """Yield what a document and all inside say of how they are known."""
    if isinstance(node, dict) and isinstance(node.get("x-vt-evidence"), str):
        yield node["x-vt-evidence"]
    inner = node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
    for each in inner:
        yield from marks(each)


def test_what_is_not_documented_by_its_page_has_a_source_or_a_reason() -> None:
    found = [mark for document in (DOCUMENT, *map(read, FILES)) for mark in marks(document)]
    form = re.compile(r"(documented, https://|observed, |assumed, )\S.+")
    assert [mark for mark in found if not form.fullmatch(mark)] == []
    assert len(found) > 1_000


def check_description(name: str) -> None:
    """Check that the document says of an operation all that it has to say."""
    method, path, operation = OPERATIONS[name]
    assert len(operation["tags"]) == 1
    assert operation["summary"].endswith(".")
    assert operation["x-vt-tier"] in ("public", "premium")
    assert isinstance(operation["x-vt-repeatable"], bool)
    assert operation["x-vt-repeatable"] or method != "GET"
    if "externalDocs" in operation:
        assert re.match(
            r"https://(?:gti)?docs\.virustotal\.com/reference/", operation["externalDocs"]["url"]
        )
    else:
        assert re.match(r"observed|assumed", operation["x-vt-evidence"])
    for code in operation.get("x-vt-errors", ()):
        assert ErrorCode(code) in API_ERRORS
    in_path = set(re.findall(r"{(\w+)}", path))
    declared = set()
    for parameter in parameters_of(operation):
        if parameter["in"] == "path":
            declared.add(parameter["name"])
            assert parameter.get("x-vt-shape", "opaque") in SHAPES
    assert declared == in_path
    assert "default" in operation["responses"]


def test_every_operation_is_one_public_method() -> None:
    seen = set()
    for _, _, operation in OPERATIONS.values():
        group, name = group_of(operation), operation["x-vt-method"]
        assert callable(getattr(group, name)), (group, name)
        assert name not in ("list", "filter", "type")
        assert (group, name) not in seen
        seen.add((group, name))


# Beside the operations: helpers, work of several requests, other forms of one operation.
BESIDE = {
    "VirusTotalAPIFiles": {
        "download",
        "download_pcap",
        "get_file_id",
        "get_or_scan",
        "get_reports",
        "reanalyse",
        "scan_and_wait",
    },
    "VirusTotalAPIUrls": {
        "get_network_location",
        "get_or_scan",
        "get_reports",
        "get_url_id_base64",
        "get_url_id_sha256",
        "reanalyse",
        "scan_and_wait",
    },
    "VirusTotalAPIDomains": {"get_reports", "reanalyse"},
    "VirusTotalAPIIPAddresses": {"get_reports", "reanalyse"},
    "VirusTotalAPIAnalyses": {"wait"},
    "VirusTotalAPIQuotas": {"remaining"},
    "VirusTotalAPIPrivateFiles": {"scan_and_wait"},
    "VirusTotalAPIPrivateUrls": {"scan_and_wait"},
    "VirusTotalAPIPrivateAnalyses": {"wait"},
    "VirusTotalAPIZIPFiles": {"wait", "create_and_wait", "create_and_download"},
    "VirusTotalAPIPrivateZIPFiles": {"wait", "create_and_wait", "create_and_download"},
    "VirusTotalAPIRetrohunt": {"wait"},
    "VirusTotalAPIThreatLists": {"download"},
    "VirusTotalAPICollections": {"download_stix", "iter_ioc_deltas"},
    "VirusTotalAPIFeeds": {"download_batch"},
    "VirusTotalAPILivehunt": {"wait_for_operation"},
}

# What hand-written methods give in place of what the document alone would promise.
BY_HAND: dict[str, Any] = {
    "download_collection_report": Download,
    "add_monitor_hash_comment": models.MonitorHashComment,
    "update_monitor_comment": models.MonitorHashComment,
}
# Their identifiers follow from other arguments: items by kind, moments one after the other.
WITHOUT_IDENTIFIERS = {"add_collection_items": 1, "remove_collection_items": 1} | {
    f"get_{kind}_feed_minute": 1
    for kind in ("file", "url", "domain", "ip_address", "file_behaviour")
}


@pytest.mark.parametrize("tag", [tag["name"] for tag in DOCUMENT["tags"]])
def test_every_public_method_is_an_operation(tag: str) -> None:
    group = type(getattr(VirusTotal("k"), tag))
    described = {o["x-vt-method"] for _, _, o in OPERATIONS.values() if o["tags"] == [tag]}
    found = {name for name, _ in inspect.getmembers(group, callable) if not name.startswith("_")}
    inherited = set(dir(VirusTotalAPI))
    beside = BESIDE.get(group.__name__, set())
    assert found - inherited == described | beside
    assert not described & beside


def check_constant(name: str) -> None:
    """Compare the generated constant of an operation with the document."""
    method, path, described = OPERATIONS[name]
    operation = constants()[name]
    assert operation.method == method
    assert operation.path == re.sub(r"{\w+}", "{}", path)
    assert [parameter for parameter, _ in operation.parameters] == re.findall(r"{(\w+)}", path)
    assert operation.repeatable == described["x-vt-repeatable"]
    assert operation.submits == described.get("x-vt-submits", False)
    assert operation.premium == (described["x-vt-tier"] == "premium")
    related = RELATIONSHIPS.get(described.get("x-vt-relationships-of", ""), {})
    premium = [name for name, facts in related.items() if facts.tier == "premium"]
    assert [*operation.premium_relationships] == ([] if operation.premium else premium)
    for parameter in parameters_of(described):
        if parameter["in"] == "path":
            continue
        facts, schema = operation.arguments[parameter["name"]], parameter["schema"]
        for word in ("minimum", "maximum", "minItems", "pattern"):
            assert "format" in facts or facts.get(word) == schema.get(word)
        assert (parameter["name"] in operation.required) == parameter.get("required", False)


SEEDS_BYTES = {"download_file", "get_file_behaviour_pcap"}


def expected_result(operation: dict[str, Any]) -> Any:
    """Return the type that the document promises, None where it depends on an argument."""
    content = operation["responses"]["200"].get("content")
    if not content:
        return Download if "302" in operation["responses"] else type(None)
    if "text/html" in content:
        return str
    if "application/json" not in content:
        # The seed's names for two contents give them as bytes.
        return bytes if operation["operationId"] in SEEDS_BYTES else Download
    schema = content["application/json"]["schema"]
    at = operation.get("x-vt-at", () if "$ref" in schema else ("data",))
    if at == ["success"]:
        return type(None)
    data = functools.reduce(lambda outer, key: outer["properties"][key], at, schema)
    if data.get("type") in ("string", "boolean"):
        return {"string": str, "boolean": bool}[data["type"]]
    if data.get("type") == "array" and data["items"].get("type") == "string":
        return list[str]
    if data.get("type") == "array":
        choices = [class_of(c["$ref"]) for c in data["items"].get("anyOf", [data["items"]])]
        return Page[functools.reduce(operator.or_, choices)]  # type: ignore[misc]  # at run time
    choices = data.get("anyOf", [data])
    if not all("$ref" in choice for choice in choices):
        return None
    return functools.reduce(operator.or_, [class_of(choice["$ref"]) for choice in choices])


def class_of(reference: str) -> Any:
    if reference == "common/analysis_descriptor.json":
        return AnalysisDescriptor
    if reference == "common/descriptor.json":
        return Descriptor
    path, _, definition = reference.partition("#/$defs/")
    return getattr(models, definition or read(SCHEMAS / path)["title"])


MOMENTS = {"vt-day": date, "vt-hour": datetime, "vt-minute": datetime, "date-time": datetime}


def check_hint(
    given: dict[str, Any],
    hints: dict[str, Any],
    parameters: Mapping[str, inspect.Parameter],
) -> None:
    """Compare the hint of one parameter, and whether it may be left out, with the document."""
    schema, name = given["schema"], given.get("x-vt-argument", given["name"])
    form = schema.get("format")
    if given["name"] == "relationship" and "enum" not in schema:
        return  # the overloads have them
    assert name in hints, name
    kind: Any = {"date": date, **MOMENTS}.get(form) or {
        "string": str,
        "integer": int,
        "boolean": bool,
        "array": Sequence[str],
    }.get(schema.get("type", ""))
    if form == "unix-time":
        kind = datetime
    if "enum" in schema:
        kind = typing.Literal[tuple(schema["enum"])]
    items = schema.get("items", {})
    if kind is None or "anyOf" in items or "enum" in items:
        return
    if name == "relationships":  # names that the object has, or one that is new
        several, none = typing.get_args(hints[name])
        (names,) = typing.get_args(several)
        *known, new = typing.get_args(names)
        assert (typing.get_origin(several), none, new) == (Sequence, type(None), RelationshipName)
        assert known
        assert all(typing.get_origin(choice) is typing.Literal for choice in known)
        return
    required = given.get("required") or (given["name"] == "limit" and "default" in schema)
    assert hints[name] == (kind if required else kind | None), name
    if not required and not {name, given["name"]} & {"cursor", "limit"}:
        assert parameters[name].kind is inspect.Parameter.KEYWORD_ONLY


def check_method(name: str) -> None:
    """Compare the method of an operation, its hints and what it says, with the document."""
    _, path, operation = OPERATIONS[name]
    method = getattr(group_of(operation), operation["x-vt-method"])
    hints = typing.get_type_hints(method)
    signature = inspect.signature(method)
    parameters = list(signature.parameters.values())[1:]
    in_path = re.findall(r"{(\w+)}", path)
    in_path = in_path[: len(in_path) - WITHOUT_IDENTIFIERS.get(name, 0)]
    assert [parameter.name for parameter in parameters][: len(in_path)] == in_path
    for parameter in parameters[: len(in_path)]:
        assert parameter.kind is inspect.Parameter.POSITIONAL_OR_KEYWORD
        # The seed's methods ask for some relationship unless told otherwise.
        assert parameter.default is inspect.Parameter.empty or parameter.name == "relationship"
    if not operation.keys() & {"x-vt-handwritten", "x-vt-feed"}:
        for given in parameters_of(operation):
            if "x-vt-sent-by" in given:
                assert given["x-vt-sent-by"] in BESIDE[group_of(operation).__name__]
                continue
            check_hint(given, hints, signature.parameters)
    expected = BY_HAND.get(name, expected_result(operation))
    if name.endswith("_feed_minute"):
        expected = None  # an iterator over many batches
    if expected is not None:
        assert hints["return"] == expected
    documentation = inspect.getdoc(method) or ""
    assert f"{OPERATIONS[name][0]} {path}" in documentation
    if "externalDocs" in operation:
        assert operation["externalDocs"]["url"] in documentation
    assert ("premium key" in documentation) or operation["x-vt-tier"] == "public"


@pytest.mark.parametrize("name", OPERATIONS)
def test_an_operation_is_what_the_document_says(name: str) -> None:
    check_description(name)
    check_constant(name)
    check_method(name)


def test_what_is_not_described_has_a_reason_and_is_listed() -> None:
    listed = (ROOT / "vt_sdk" / "operations" / "README.md").read_text("utf-8")
    described = {f"{method} {path}" for method, path, _ in OPERATIONS.values()}
    for entry in DOCUMENT["x-vt-not-described"]:
        assert entry["reason"].endswith(".")
        assert entry["reason"] in listed
        assert not described & set(entry["operations"])
        for operation in entry["operations"]:
            assert operation in listed


# --- object schemas ------------------------------------------------------------------------------


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_schema_is_valid(path: Path) -> None:
    schema = read(path)
    jsonschema_rs.meta.validate(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["title"]
    for reference in re.findall(r'"\$ref": "([^"#]+)', json.dumps(schema)):
        assert (path.parent / reference).exists(), reference


@functools.cache
def registry() -> Registry:
    return Registry([(path.resolve().as_uri(), read(path)) for path in FILES])


@pytest.mark.parametrize("name", TYPES)
def test_every_own_sample_is_valid(name: str) -> None:
    address = (SCHEMAS / "objects" / f"{name}.json").resolve().as_uri()
    validator = Draft202012Validator({"$ref": address}, registry=registry())
    samples = sorted((SCHEMAS / "samples" / name).glob("*.json"))
    assert samples
    checked = 0
    for path in samples:
        document = read(path)
        data = document.get("data", document)
        for item in data if isinstance(data, list) else [data]:
            if item.get("type") == name:
                validator.validate(item)
                checked += 1
    assert checked


def models_of_schemas() -> list[type[VTModel]]:
    found = [getattr(models, name) for name in models.__all__]
    return [x for x in found if inspect.isclass(x) and issubclass(x, VTModel)]


def test_no_field_hides_a_name_of_the_base() -> None:
    reserved = {name for name in dir(VTModel) if not name.startswith("__")}
    for cls in models_of_schemas():
        for name in cls.model_fields:
            assert name not in reserved, (cls, name)
            assert not name.startswith(("_", "model_")), (cls, name)
    derived = {"stats", "detections", "detection_ratio", "permalink", "is_known", "state"}
    derived |= {"issues", "meta"}
    for name in TYPES:
        kind = models.object_class(name)
        assert kind is not None
        assert not derived & set(kind.model_fields)


def described_fields(path: Path) -> Iterator[tuple[str, str, str]]:
    """Return annotation, name and docstring of each field of a generated module."""
    for cls in ast.parse(path.read_text("utf-8")).body:
        if isinstance(cls, ast.ClassDef):
            for field, text in itertools.pairwise(cls.body):
                if isinstance(field, ast.AnnAssign) and isinstance(text, ast.Expr):
                    name = f"{cls.name}.{ast.unparse(field.target)}"
                    yield ast.unparse(field.annotation), name, ast.literal_eval(text.value)


@pytest.mark.slow
def test_dates_are_described_as_what_they_are() -> None:
    dates = [
        (name, text)
        for path in (ROOT / "vt_sdk" / "models").rglob("*.py")
        for annotation, name, text in described_fields(path)
        if "UnixTime" in annotation
    ]
    assert len(dates) > 100
    for name, text in dates:
        assert "as an aware datetime in UTC" in text, name
        assert "Unix" not in text, name


def inherited(record: dict[str, Any], name: str) -> Iterator[tuple[str, Any]]:
    """Return the properties of a record and of those that it includes."""
    yield from record.get("properties", {}).items()
    for part in record.get("allOf", ()):
        file, _, pointer = part["$ref"].partition("#/$defs/")
        other = name if not file else Path(file).stem
        folder = "common" if "common/" in file else "objects"
        schema = read(SCHEMAS / folder / f"{other}.json")
        yield from inherited(schema["$defs"][pointer] if pointer else schema, other)


@pytest.mark.parametrize("name", TYPES)
def test_an_object_type_has_its_class(name: str) -> None:
    schema = read(SCHEMAS / "objects" / f"{name}.json")
    kind = models.object_class(name)
    assert kind is getattr(models, schema["title"])
    assert schema["x-vt-type"] == name
    assert kind is not None
    assert issubclass(kind, VTObject)
    assert {"attributes", "context_attributes"} <= set(kind.model_fields)
    assert kind.__doc__
    declared = dict(inherited(schema["$defs"][f"{kind.__name__}Attributes"], name))
    attributes = getattr(models, f"{kind.__name__}Attributes")
    assert {f.alias or n for n, f in attributes.model_fields.items()} == set(declared)
    assert getattr(models, f"{kind.__name__}Context").model_fields is not None


@pytest.mark.parametrize("name", TYPES)
def test_the_names_of_relationships(name: str) -> None:
    schema = read(SCHEMAS / "objects" / f"{name}.json")
    alias = getattr(models, f"{schema['title']}Relationship", None)
    relationships = schema.get("x-vt-relationships", {})
    if not relationships:
        assert alias is None
        return
    names = set(typing.get_args(alias))
    assert names == set(relationships)
    for relationship in relationships.values():
        assert relationship["cardinality"] in ("one", "many")


# What is always there, as the public contract lists it.
ALWAYS = {
    "FileAttributes": "md5 sha1 sha256 size names tags type_description reputation"
    " times_submitted unique_sources total_votes last_analysis_stats last_analysis_results",
    "URLAttributes": "url reputation total_votes times_submitted last_analysis_stats"
    " last_analysis_results",
    "PrivateFileAttributes": "md5 sha1 sha256 size",
    "PrivateURLAttributes": "url",
    "DomainAttributes": "reputation total_votes last_analysis_stats last_analysis_results",
    "IPAddressAttributes": "reputation total_votes last_analysis_stats last_analysis_results",
    "AnalysisAttributes": "status date stats results",
    "CommentAttributes": "text date votes",
    "AnalysisStats": "malicious suspicious undetected harmless timeout",
}


@pytest.mark.parametrize("name", ALWAYS)
def test_what_is_always_there_is_never_none(name: str) -> None:
    cls = getattr(models, name)
    hints = typing.get_type_hints(cls)
    never_none = {
        field for field in cls.model_fields if type(None) not in typing.get_args(hints[field])
    }
    containers = {f for f in never_none if typing.get_origin(hints[f]) in (list, dict)}
    assert set(ALWAYS[name].split()) <= never_none
    assert never_none - containers == set(ALWAYS[name].split()) - containers


# --- errors --------------------------------------------------------------------------------------


def test_statuses_agree() -> None:
    assert [(e["name"], e["value"]) for e in ERRORS["statuses"]] == [
        (status.name, status.value) for status in VTStatus
    ]
    for entry in ERRORS["statuses"]:
        status = VTStatus(entry["value"])
        assert (status.phrase, status.description) == (entry["phrase"], entry["description"])


def test_codes_agree() -> None:
    assert {entry["code"] for entry in ERRORS["codes"]} == {code.value for code in ErrorCode}
    assert set(API_ERRORS) == set(ErrorCode)
    for entry in ERRORS["codes"]:
        code = ErrorCode(entry["code"])
        assert code.status == entry["status"]
        assert code.description == entry["description"]
        assert code.is_retryable == entry["retryable"]


# --- models that are written by hand --------------------------------------------------------------


def records_in_core() -> dict[str, Any]:
    """Return the schema of each record for which the core has a model, by the name of the model."""
    found: dict[str, Any] = {}
    for path in (SCHEMAS / "common").glob("*.json"):
        schema = read(path)
        for name, record in {schema["title"]: schema, **schema.get("$defs", {})}.items():
            if models._MODULES.get(name, "").startswith("vt_sdk.core."):
                found[name] = record
    return found


IN_CORE = records_in_core()


@pytest.mark.parametrize("name", sorted(IN_CORE))
def test_models_of_the_core_agree_with_their_schemas(name: str) -> None:
    properties, cls = IN_CORE[name]["properties"], getattr(models, name)
    fields = {field.alias or key: field for key, field in cls.model_fields.items()}
    assert list(fields) == sorted(properties)
    assert cls.__doc__ == IN_CORE[name]["description"]
    never_none = cls._expected.keys() | cls._containers.keys()
    words = " ".join(inspect.getsource(cls).split())
    described = cls.model_json_schema()["properties"]
    for key, schema in properties.items():
        assert f'"""{schema["description"]}"""' in words
        is_promised = "x-vt-expected" in schema or schema.get("type") == "array"
        assert (key in never_none) == is_promised
        wanted = schema.get("type", _last(schema.get("$ref", "string")))
        choices = described[key].get("anyOf", [described[key]])
        kinds = {choice.get("type", _last(choice.get("$ref", "string"))) for choice in choices}
        assert kinds - {"null"} == {*([wanted] if isinstance(wanted, str) else wanted)} - {"null"}


def _last(reference: str) -> str:
    return reference.rpartition("/")[2]


def test_what_the_core_has_models_for() -> None:
    of_answers = {
        "ItemError",
        "Links",
        "Meta",
        "MetaFileInfo",
        "MetaMonitorRealtime",
        "MetaURLInfo",
    }
    assert IN_CORE.keys() == of_answers
