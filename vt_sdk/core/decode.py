"""From documents to typed objects and pages: one pass for good data, item by item for the rest.

Good data is validated straight from the bytes, a page of several types as well. Only when that
fails is the JSON decoded, and each object built by itself, see `repair`.
"""

import functools
import gc
import re
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any, Final, TypeAlias, TypeVar, cast, overload

from pydantic import ValidationError
from pydantic_core import SchemaValidator, core_schema

from vt_sdk.core.envelope import Links, Meta
from vt_sdk.core.error_bodies import api_error
from vt_sdk.core.fields import json_value_schema
from vt_sdk.core.objects import (
    Issue,
    Origin,
    Received,
    VTObject,
    class_of,
)
from vt_sdk.core.paging import Page
from vt_sdk.core.registry import object_class, object_types, types_of
from vt_sdk.core.repair import (
    MAX_MISFITS,
    Misfit,
    build,
    build_beside,
    check_numbers,
    load,
    misfits_of,
)
from vt_sdk.core.request import ResponseInfo
from vt_sdk.errors import InvalidResponseError, UnknownFieldError

__all__ = [
    "Document",
    "Scalar",
    "check_strictly",
    "check_type",
    "in_one_pass",
    "mixed_in_one_pass",
    "object_of",
    "origin_of",
    "page_from",
    "page_of",
    "parse",
    "parse_page",
]

M = TypeVar("M", bound=Received)

Scalar: TypeAlias = str | int | float | bool | None

Document: TypeAlias = bytes | str | Mapping[str, Any]

# How an object without an envelope begins, such as the line of a feed; no envelope has these.
_BARE: Final = re.compile(rb'\s*\{\s*"(?:attributes|id|type)"\s*:')

# What `data` is, and the types that a document may be about.
_DATA: Final = re.compile(rb'"data"\s*:\s*([\[{n])')
_TYPE: Final = re.compile(rb'"type"\s*:\s*"([a-z_]+)"')

# A number of new objects that is never reached, and that no one else chooses.
_PAUSED: Final = 2**31 - 2


# How many misfits a page may have in all, see `MAX_MISFITS` of one object.
_MAX_MISFITS: Final = 5 * MAX_MISFITS


# --- in one pass --------------------------------------------------------------------------------


def _items(schema: core_schema.CoreSchema) -> core_schema.CoreSchema:
    # Whatever the first misfit is, all items are then made one by one.
    return core_schema.list_schema(schema, fail_fast=True)


@functools.cache
def envelope_validator(cls: type[Received], many: bool) -> SchemaValidator:
    """Return the validator of an answer whose `data` is an object of a class, or a list of them.

    Put together from the schema of the class, at a fiftieth of the cost of a generic model.
    """
    cls._ensure_built()
    data = cls.__pydantic_core_schema__
    return SchemaValidator(
        core_schema.typed_dict_schema(
            {"data": core_schema.typed_dict_field(_items(data) if many else data)},
            extras_schema=json_value_schema,
            extra_behavior="allow",
        )
    )


@contextmanager
def _without_collections() -> Iterator[None]:
    """Keep the garbage collector off the making of a page, as Python itself does from 3.12 on.

    It would look again and again at objects of which none is garbage yet, for half as long as it
    takes to make them. It is kept off by its threshold, not by `gc.disable`: an application that
    switches it off meanwhile, in either way, must not find it switched on afterwards.
    """
    before = gc.get_threshold()
    if sys.version_info >= (3, 12) or before[0] in (0, _PAUSED):
        yield
        return
    gc.set_threshold(_PAUSED)
    try:
        yield
    finally:
        if gc.get_threshold()[0] == _PAUSED:
            gc.set_threshold(*before)


def in_one_pass(
    cls: type[Received], many: bool, raw: bytes
) -> tuple[dict[str, Any] | None, list[Misfit]]:
    """Validate a document straight from its bytes; return the envelope, or None and the misfits."""
    is_bare = not many and _BARE.match(raw) is not None
    try:
        if many:
            validator = envelope_validator(cls, True)
            with _without_collections():
                return validator.validate_json(raw), []
        if not is_bare:
            return envelope_validator(cls, False).validate_json(raw), []
        cls._ensure_built()
        return {"data": cls.model_validate_json(raw)}, []
    except ValidationError as error:
        # Locations start at `data`; the object itself does not know of its envelope.
        skipped = 0 if is_bare else 1
        misfits = misfits_of(error) or ()
        return None, [(location[skipped:], message) for location, message in misfits]


@functools.lru_cache(maxsize=64)
def _mixed_envelope(types: frozenset[str]) -> SchemaValidator | None:
    """Return the validator of an answer whose `data` is a list of objects of these types."""
    choices: dict[str, core_schema.CoreSchema] = {}
    # What occurs in several places of a class is defined once beside it, and here beside them all.
    shared: dict[str, core_schema.CoreSchema] = {}
    for name in sorted(types):
        if (cls := object_class(name)) is not None:
            cls._ensure_built()
            schema = cls.__pydantic_core_schema__
            if schema["type"] == "definitions":
                shared |= {part.get("ref", ""): part for part in schema["definitions"]}
                schema = schema["schema"]
            choices[name] = schema
    if not choices:
        return None
    items = _items(core_schema.tagged_union_schema(choices, "type"))
    envelope = core_schema.typed_dict_schema(
        {"data": core_schema.typed_dict_field(items)},
        extras_schema=json_value_schema,
        extra_behavior="allow",
    )
    return SchemaValidator(core_schema.definitions_schema(envelope, list(shared.values())))


def mixed_in_one_pass(raw: bytes) -> dict[str, Any] | None:
    """Validate a list of objects of several types straight from its bytes; None if it is not one.

    The words after `type` anywhere in the document are those of the objects and a few more.
    """
    data = _DATA.search(raw)
    if data is None or data[1] != b"[":
        return None
    words = {word.decode() for word in _TYPE.findall(raw)}
    validator = _mixed_envelope(frozenset(words & object_types().keys()))
    if validator is None:
        return None
    try:
        with _without_collections():
            found: dict[str, Any] = validator.validate_json(raw)
    except ValidationError:
        return None
    return found


def origin_of(beside: Mapping[str, Any], response: ResponseInfo | None = None) -> Origin:
    """Return where the object of an envelope comes from."""
    meta, issues = build_beside(Meta, "meta", beside.get("meta"))
    return Origin((), meta, response, tuple(issues))


def page_from(
    items: list[Any],
    beside: dict[str, Any],
    issues: tuple[Issue, ...] = (),
    response: ResponseInfo | None = None,
    source: Any = None,
) -> Page[Any]:
    """Return a page of objects that are made, which all came with an answer."""
    if response is not None:
        origin = Origin(response=response)
        for item in items:
            item._attach(origin)
    return Page(
        items,
        meta=build_beside(Meta, "meta", beside.get("meta"))[0],
        links=build_beside(Links, "links", beside.get("links"))[0],
        envelope=beside,
        issues=issues,
        response=response,
        source=source,
    )


def page_of(
    document: dict[str, Any],
    cls: type[Received] | None,
    raw: bytes,
    response: ResponseInfo | None = None,
    source: Any = None,
) -> Page[Any]:
    """Return a page item by item, each of the class or of the one that its type names."""
    items: list[Received] = []
    issues: list[Issue] = []
    data = document["data"]
    misfits = sum(not isinstance(item, dict) for item in data)
    # From the back, as all repair: putting back starts with the last issue, at the lowest index.
    for index in reversed(range(len(data))):
        if misfits > _MAX_MISFITS:
            raise InvalidResponseError(f"more than {_MAX_MISFITS} values do not fit", raw=raw)
        if isinstance(data[index], dict):
            items.append(build(cls or class_of(data[index]), data[index], raw))
            misfits += len(items[-1].issues)
        else:
            issues.append(Issue(("data", index), "Input should be an object", data[index]))
    beside = {key: value for key, value in document.items() if key != "data"}
    check_numbers(beside, raw)
    return page_from(items[::-1], beside, tuple(issues), response, source)


def object_of(
    document: dict[str, Any],
    cls: type[Received] | None,
    raw: bytes,
    response: ResponseInfo | None = None,
    misfits: list[Misfit] | None = None,
) -> Any:
    """Return the object of a document, of the class or of the one that its type names."""
    data = document["data"]
    check_numbers({**document, "data": None}, raw)
    item = build(cls or class_of(data), data, raw, misfits)
    item._attach(origin_of(document, response))
    return item


def _any_of(document: dict[str, Any], raw: bytes) -> Any:
    data = document["data"]
    if isinstance(data, dict):
        return object_of(document, None, raw)
    return page_of(document, None, raw) if isinstance(data, list) else data


# --- documents held elsewhere --------------------------------------------------------------------


@overload
def parse(document: Document, *, strict: bool = ...) -> VTObject | Page[VTObject] | Scalar: ...
@overload
def parse(document: Document, model: type[M], *, strict: bool = ...) -> M: ...
def parse(
    document: Document, model: type[M] | None = None, *, strict: bool = False
) -> M | VTObject | Page[VTObject] | Scalar:
    """Parse a document of the API that is held elsewhere into typed objects.

    Args:
        document: JSON as bytes or text, or the mapping of a decoded document: an answer with its
            envelope, or a bare object, such as a line of a feed.
        model: the class of the object; without it, the `type` of the object decides.
        strict: whether fields that no model knows are an error.

    Returns:
        The object; without `model` also a `Page` for a list, or the scalar that `data` is. An
        object of unknown type is an `UnknownObject`.

    Raises:
        APIError: the document is an error of the API; the class is that of its code.
        InvalidResponseError: the document is not JSON, not of the API, or an object of another type
            than the model; it keeps the bytes.
        UnknownFieldError: strict, and there are fields that no model knows.
    """
    raw = _raw(document)
    result: Any
    envelope, misfits = in_one_pass(model, False, raw) if model and raw else (None, [])
    if envelope:
        result = envelope.pop("data")
        result._attach(origin_of(envelope))
    else:
        value = _envelope_of(document, raw)
        if model is None:
            result = _any_of(value, raw)
        elif isinstance(value["data"], dict):
            result = object_of(value, model, raw, misfits=misfits or None)
        else:
            raise InvalidResponseError(f"the document is not one {model.__name__}", raw=raw)
    if model is not None:
        check_type(result, model, raw)
    if strict:
        check_strictly(result)
    return cast("VTObject | Page[VTObject] | Scalar", result)


def parse_page(document: Document, model: type[M], *, strict: bool = False) -> Page[M]:
    """Parse a listing of the API that is held elsewhere into a typed page.

    Args:
        document: JSON as bytes or text, or the mapping of a decoded document.
        model: the class of the items.
        strict: whether fields that no model knows are an error.

    Raises:
        APIError: the document is an error of the API; the class is that of its code.
        InvalidResponseError: the document is not JSON, not a listing, or one of objects of another
            type than the model; it keeps the bytes.
        UnknownFieldError: strict, and there are fields that no model knows.
    """
    raw = _raw(document)
    page: Page[M]
    envelope, _ = in_one_pass(model, True, raw) if raw else (None, [])
    if envelope:
        page = page_from(envelope.pop("data"), envelope)
    else:
        value = _envelope_of(document, raw)
        if not isinstance(value["data"], list):
            raise InvalidResponseError("the document is not a listing", raw=raw)
        page = page_of(value, model, raw)
    for item in page:
        check_type(item, model, raw)
    if strict:
        check_strictly(page)
    return page


# Asked for each object of a page.
_types_of = functools.cache(types_of)


def check_type(item: Received, model: type[Received], raw: bytes) -> None:
    """Check that an object is not of a type of another class than the caller has chosen.

    A type that no schema has is no reason: it may be a new word for the same.

    Raises:
        InvalidResponseError: it is; the text names both types, and the bytes are kept.
    """
    name, own = item.__dict__.get("type"), _types_of(model)
    if own and name not in own and name in object_types():
        wanted = " or ".join(sorted(own))
        raise InvalidResponseError(f"the document is of the type {name}, not {wanted}", raw=raw)


def _raw(document: Document) -> bytes:
    if isinstance(document, str):
        # A lone surrogate cannot be encoded, but its JSON escape can.
        return document.encode("utf-8", "surrogatepass")
    return document if isinstance(document, bytes) else b""


def _envelope_of(document: Document, raw: bytes) -> dict[str, Any]:
    """Decode a document and put a bare object into an envelope; raise the error that it is."""
    value = dict(document) if isinstance(document, Mapping) else load(raw)
    if not isinstance(value, dict):
        raise InvalidResponseError("the document is not an object", raw=raw)
    if "type" in value or not ("data" in value or "error" in value):
        return {"data": value}
    if "data" not in value:
        error = value["error"]
        if not isinstance(error, dict):
            raise InvalidResponseError("the document is neither data nor an error", raw=raw)
        raise api_error(error)
    return value


def check_strictly(result: object) -> None:
    """Check a result for fields that no model knows.

    Raises:
        UnknownFieldError: there are such fields; it lists their paths and keeps the result.
    """
    if isinstance(result, (Received, Page)) and (paths := result.unknown_fields()):
        shown = ", ".join(paths[:10]) + (", …" if len(paths) > 10 else "")
        raise UnknownFieldError(f"unknown fields: {shown}", tuple(paths), result)
