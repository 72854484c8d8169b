"""From bytes to typed objects: one pass for good data, repair for the rest.

Good data is validated straight from the bytes. Only when that fails is the JSON decoded, and each
value that does not fit is taken out, noted as an `Issue` with its raw value, and the rest validated
again; so a change of the service costs one value, never a report, and nothing is lost.
"""

import functools
import gc
import json
import re
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any, Final, TypeAlias, TypeVar, cast, get_args, get_origin, overload

import pydantic_core
from pydantic import ValidationError
from pydantic_core import SchemaValidator, core_schema

from vt_sdk.core.error_bodies import api_error, not_the_api
from vt_sdk.core.exchange import Reader
from vt_sdk.core.model import VTModel
from vt_sdk.core.objects import (
    Descriptor,
    Issue,
    Links,
    Meta,
    Origin,
    Received,
    VTObject,
    class_of,
)
from vt_sdk.core.paging import Page
from vt_sdk.core.request import Request, Response, ResponseInfo
from vt_sdk.core.types import all_finite, json_value_schema
from vt_sdk.errors import InvalidResponseError, UnknownFieldError
from vt_sdk.status import VTStatus

__all__ = [
    "Document",
    "Scalar",
    "check_strictly",
    "load",
    "parse",
    "parse_page",
    "read_anything",
    "read_bytes",
    "read_content_text",
    "read_descriptors",
    "read_document",
    "read_mixed_page",
    "read_nothing",
    "read_object",
    "read_page",
    "read_related",
    "read_text",
    "read_texts",
    "read_truth",
]

M = TypeVar("M", bound=Received)
V = TypeVar("V", bound=VTModel)

Scalar: TypeAlias = str | int | float | bool | None
# Where a value does not fit, and why.
_Misfit: TypeAlias = tuple[tuple[str | int, ...], str]

Document: TypeAlias = bytes | str | Mapping[str, Any]

# Beyond it neither way of the round trip is certain; the service nests a few dozen levels at most.
_MAX_DEPTH: Final = 200

# How an object without an envelope begins, such as the line of a feed; no envelope has these.
_BARE: Final = re.compile(rb'\s*\{\s*"(?:attributes|id|type)"\s*:')

# What `data` is, and the types that a document may be about.
_DATA: Final = re.compile(rb'"data"\s*:\s*([\[{n])')
_TYPE: Final = re.compile(rb'"type"\s*:\s*"([a-z_]+)"')

# How often an object is repaired value by value before whole members are taken out.
_MAX_ROUNDS: Final = 6


# --- JSON text to Python values ------------------------------------------------------------------


def load(raw: bytes) -> Any:
    """Decode JSON within the bounds of the round trip.

    Raises:
        InvalidResponseError: the bytes are not JSON, or beyond the bounds; it keeps the bytes.
    """
    try:
        return pydantic_core.from_json(raw, allow_inf_nan=False)
    except ValueError:
        # The fast decoder refuses lone surrogates and a byte order mark, which are harmless.
        return _load_slowly(raw)


def _load_slowly(raw: bytes) -> Any:
    try:
        document = json.loads(raw.decode("utf-8-sig"), parse_constant=_refuse_constant)
    except (ValueError, RecursionError) as error:
        raise InvalidResponseError(f"not JSON: {error}", raw=raw) from error
    level = [document]
    for _ in range(_MAX_DEPTH):
        level = [item for container in level for item in _children(container)]
    if level:
        raise InvalidResponseError(f"JSON of more than {_MAX_DEPTH} levels", raw=raw)
    return document


def _refuse_constant(name: str) -> None:
    raise ValueError(f"{name} is not JSON")


def _children(value: Any) -> list[Any]:
    if isinstance(value, dict):
        return list(value.values())
    return value if isinstance(value, list) else []


# --- one object ----------------------------------------------------------------------------------


def _build(
    cls: type[V], data: dict[str, Any], raw: bytes = b"", misfits: list[_Misfit] | None = None
) -> V:
    """Make an object of decoded JSON; what does not fit is an issue.

    Args:
        cls: the class.
        data: the JSON, which is the caller's to keep unless `raw` is given.
        raw: what the JSON was decoded from, for the error that keeps it.
        misfits: what is known already not to fit.
    """
    if misfits is None:
        cls.ensure_built()
        try:
            return cls.model_validate(data)
        except ValidationError as error:
            misfits = _misfits(error)
    if not raw:
        try:
            data = _copied(data)
        except RecursionError as error:
            raise InvalidResponseError(f"JSON of more than {_MAX_DEPTH} levels") from error
    issues: list[Issue] = []
    for round_ in range(_MAX_ROUNDS + 1):
        _take_out(data, misfits, issues, whole_members=round_ == _MAX_ROUNDS)
        try:
            built = cls.model_validate(data)
        except ValidationError as error:
            misfits = _misfits(error)
        else:
            break
    else:
        raise InvalidResponseError(f"cannot be read as {cls.__name__}: {misfits}", raw=raw)
    _check_numbers([issue.value for issue in issues], raw)
    if issues and isinstance(built, Received):
        built._attach(Origin(tuple(issues)))
    return built


def _copied(value: Any) -> Any:
    """Copy decoded JSON; unlike `deepcopy`, a part that stands in two places becomes two."""
    if isinstance(value, dict):
        return {key: _copied(item) for key, item in value.items()}
    return [_copied(item) for item in value] if isinstance(value, list) else value


def _misfits(failure: ValidationError) -> list[_Misfit]:
    errors = failure.errors(include_url=False, include_context=False, include_input=False)
    return [(error["loc"], error["msg"]) for error in errors]


def _check_numbers(value: Any, raw: bytes) -> None:
    if not all_finite(value):
        raise InvalidResponseError("a number is beyond the range of a float", raw=raw)


def _take_out(
    data: dict[str, Any], misfits: list[_Misfit], issues: list[Issue], *, whole_members: bool
) -> None:
    """Take what does not fit out of `data` and note it as issues."""
    victims: dict[tuple[str | int, ...], str] = {}
    for location, message in misfits:
        path = _existing_path(data, location)
        for victim in _unreadable_keys(data, path) or [path]:
            if victim:
                victims.setdefault(victim[:1] if whole_members else victim, message)
    # A value that goes takes what is in it along; later items of a list go first, so that the
    # indexes of the earlier ones stay right.
    outermost = [p for p in victims if not any(p[:i] in victims for i in range(1, len(p)))]
    for path in sorted(outermost, key=_position, reverse=True):
        container: Any = data
        for part in path[:-1]:
            container = container[part]
        issues.append(Issue(path, victims[path], container.pop(path[-1])))


def _unreadable_keys(document: Any, path: tuple[str | int, ...]) -> list[tuple[str | int, ...]]:
    """Give the paths of keys with lone surrogates, for which pydantic blames the whole object."""
    for part in path:
        document = document[part]
    if not isinstance(document, dict):
        return []
    return [(*path, key) for key in document if not _is_text(key)]


def _is_text(key: str) -> bool:
    try:
        key.encode()
    except UnicodeEncodeError:
        return False
    return True


def _existing_path(document: Any, location: tuple[str | int, ...]) -> tuple[str | int, ...]:
    """Follow an error's location as far as it exists in the data; it also names union members."""
    path: list[str | int] = []
    for part in location:
        if _holds(document, part):
            path.append(part)
            document = document[part]
    return tuple(path)


def _holds(container: Any, part: str | int) -> bool:
    if isinstance(container, dict):
        return part in container
    return isinstance(container, list) and isinstance(part, int) and part < len(container)


def _position(path: tuple[str | int, ...]) -> tuple[tuple[bool, int], ...]:
    return tuple((True, part) if isinstance(part, int) else (False, 0) for part in path)


# --- the envelope --------------------------------------------------------------------------------


@functools.cache
def _envelope(cls: type[Received], many: bool) -> SchemaValidator:
    """Make the validator of an answer whose `data` is an object of a class, or a list of them.

    Put together from the schema of the class, at a fiftieth of the cost of a generic model.
    """
    cls.ensure_built()
    data = cls.__pydantic_core_schema__
    return SchemaValidator(
        core_schema.typed_dict_schema(
            {"data": core_schema.typed_dict_field(core_schema.list_schema(data) if many else data)},
            extras_schema=json_value_schema,
            extra_behavior="allow",
        )
    )


@contextmanager
def _without_collections() -> Iterator[None]:
    """Keep the garbage collector off the making of a page, as Python itself does from 3.12 on.

    It would look again and again at objects of which none is garbage yet, for longer than it takes
    to make them. Should threads meet here, the last one to leave may find it on already.
    """
    if sys.version_info >= (3, 12) or not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _in_one_pass(
    cls: type[Received], many: bool, raw: bytes
) -> tuple[dict[str, Any] | None, list[_Misfit]]:
    """Validate a document straight from its bytes; give the envelope, or None and the misfits."""
    is_bare = not many and _BARE.match(raw) is not None
    try:
        if many:
            validator = _envelope(cls, True)
            with _without_collections():
                return validator.validate_json(raw), []
        if not is_bare:
            return _envelope(cls, False).validate_json(raw), []
        cls.ensure_built()
        return {"data": cls.model_validate_json(raw)}, []
    except ValidationError as error:
        # Locations start at `data`; the object itself does not know of its envelope.
        skipped = 0 if is_bare else 1
        return None, [(location[skipped:], message) for location, message in _misfits(error)]


@functools.lru_cache(maxsize=64)
def _mixed_envelope(types: frozenset[str]) -> SchemaValidator | None:
    """Make the validator of an answer whose `data` is a list of objects of these types."""
    from vt_sdk import models  # the generated classes derive from this package

    choices: dict[str, core_schema.CoreSchema] = {}
    # What occurs in several places of a class is defined once beside it, and here beside them all.
    shared: dict[str, core_schema.CoreSchema] = {}
    for name in sorted(types):
        if (cls := models.object_class(name)) is not None:
            cls.ensure_built()
            schema = cls.__pydantic_core_schema__
            if schema["type"] == "definitions":
                shared |= {part.get("ref", ""): part for part in schema["definitions"]}
                schema = schema["schema"]
            choices[name] = schema
    if not choices:
        return None
    items = core_schema.list_schema(core_schema.tagged_union_schema(choices, "type"))
    envelope = core_schema.typed_dict_schema(
        {"data": core_schema.typed_dict_field(items)},
        extras_schema=json_value_schema,
        extra_behavior="allow",
    )
    return SchemaValidator(core_schema.definitions_schema(envelope, list(shared.values())))


def _mixed_in_one_pass(raw: bytes) -> dict[str, Any] | None:
    """Validate a list of objects of several types straight from its bytes; None if it is not one.

    The words after `type` anywhere in the document are those of the objects and a few more.
    """
    data = _DATA.search(raw)
    if data is None or data[1] != b"[":
        return None
    from vt_sdk import models  # the generated classes derive from this package

    words = {word.decode() for word in _TYPE.findall(raw)}
    validator = _mixed_envelope(frozenset(words & models.OBJECT_TYPES.keys()))
    if validator is None:
        return None
    try:
        with _without_collections():
            found: dict[str, Any] = validator.validate_json(raw)
    except ValidationError:
        return None
    return found


def _meta(beside: Mapping[str, Any]) -> Meta | None:
    meta = beside.get("meta")
    return _build(Meta, meta) if isinstance(meta, dict) else None


def _page(
    items: list[Any],
    beside: dict[str, Any],
    issues: tuple[Issue, ...] = (),
    response: ResponseInfo | None = None,
    source: Any = None,
) -> Page[Any]:
    links = beside.get("links")
    if response is not None:
        origin = Origin(response=response)
        for item in items:
            item._attach(origin)
    return Page(
        items,
        meta=_meta(beside),
        links=_build(Links, links) if isinstance(links, dict) else None,
        envelope=beside,
        issues=issues,
        response=response,
        source=source,
    )


def _page_of(
    document: dict[str, Any],
    cls: type[Received] | None,
    raw: bytes,
    response: ResponseInfo | None = None,
    source: Any = None,
) -> Page[Any]:
    """Make a page item by item, each of the class or of the one that its type names."""
    items: list[Received] = []
    issues: list[Issue] = []
    data = document["data"]
    # From the back, as all repair: putting back starts with the last issue, at the lowest index.
    for index in reversed(range(len(data))):
        if isinstance(data[index], dict):
            items.append(_build(cls or class_of(data[index]), data[index], raw))
        else:
            issues.append(Issue(("data", index), "Input should be an object", data[index]))
    beside = {key: value for key, value in document.items() if key != "data"}
    _check_numbers(beside, raw)
    return _page(items[::-1], beside, tuple(issues), response, source)


def _one_of(
    document: dict[str, Any],
    cls: type[Received] | None,
    raw: bytes,
    response: ResponseInfo | None = None,
    misfits: list[_Misfit] | None = None,
) -> Any:
    data = document["data"]
    _check_numbers({**document, "data": None}, raw)
    item = _build(cls or class_of(data), data, raw, misfits)
    item._attach(Origin((), _meta(document), response))
    return item


def _any_of(document: dict[str, Any], raw: bytes) -> Any:
    data = document["data"]
    if isinstance(data, dict):
        return _one_of(document, None, raw)
    return _page_of(document, None, raw) if isinstance(data, list) else data


# --- answers of the service ----------------------------------------------------------------------
# Each `read_…` gives or is a `Reader`: what makes the result of an answer.


def _info(response: Response) -> ResponseInfo:
    return ResponseInfo(VTStatus(response.status), response.headers)


def _document(response: Response) -> dict[str, Any]:
    """Decode an answer that must be an envelope."""
    try:
        document = load(response.body)
    except InvalidResponseError as error:
        raise not_the_api("The answer is not JSON", response) from error
    if not isinstance(document, dict) or "data" not in document:
        raise not_the_api("The answer has no data", response)
    return document


def read_object(cls: type[M]) -> Reader[M]:
    """Give the reader of an answer whose `data` is one object of a class."""

    def read(response: Response, request: Request) -> M:
        item: M
        envelope, misfits = _in_one_pass(cls, False, response.body)
        if envelope:
            item = envelope.pop("data")
            item._attach(Origin((), _meta(envelope), _info(response)))
            return item
        document = _document(response)
        if not isinstance(document["data"], dict):
            raise not_the_api("The answer is not an object", response)
        item = _one_of(document, cls, response.body, _info(response), misfits)
        return item

    return read


def read_document(cls: type[M]) -> Reader[M]:
    """Give the reader of an answer that is one object of a class without an envelope."""

    def read(response: Response, request: Request) -> M:
        try:
            document = load(response.body)
        except InvalidResponseError as error:
            raise not_the_api("The answer is not JSON", response) from error
        if not isinstance(document, dict):
            raise not_the_api("The answer is not an object", response)
        item = _build(cls, document, response.body)
        item._attach(Origin(response=_info(response)))
        return item

    return read


def read_page(cls: type[M]) -> Reader[Page[M]]:
    """Give the reader of an answer whose `data` is a list of objects of a class."""

    def read(response: Response, request: Request) -> Page[M]:
        source = (request, read)
        envelope, _ = _in_one_pass(cls, True, response.body)
        if envelope:
            return _page(envelope.pop("data"), envelope, (), _info(response), source)
        document = _document(response)
        if not isinstance(document["data"], list):
            raise not_the_api("The answer is not a list", response)
        return _page_of(document, cls, response.body, _info(response), source)

    return read


def _read_related(cls: type[Any] | None) -> Reader[Any]:
    """Give the reader of one related object, several or none, as the answer says."""

    def read(response: Response, request: Request) -> Any:
        source = (request, read)
        envelope = None if cls else _mixed_in_one_pass(response.body)
        if envelope:
            return _page(envelope.pop("data"), envelope, (), _info(response), source)
        document = _document(response)
        data = document["data"]
        if isinstance(data, dict):
            return _one_of(document, cls, response.body, _info(response))
        if isinstance(data, list):
            return _page_of(document, cls, response.body, _info(response), source)
        if data is not None:
            raise not_the_api("The answer is not an object, a list or null", response)
        return None

    return read


read_related: Final[Reader[VTObject | Page[VTObject] | None]] = _read_related(None)
"""Read related objects, each of the class that its type names."""

read_descriptors: Final[Reader[Descriptor | Page[Descriptor] | None]] = _read_related(Descriptor)
"""Read the descriptors of related objects."""


def read_anything(model: Any = None) -> Reader[Any]:
    """Give the reader of an answer of any form.

    Args:
        model: the class of the object, `Page[…]` of it for a list; without it the `type` of each
            object decides.
    """
    if get_origin(model) is Page:
        return read_page(get_args(model)[0])
    if model is not None:
        return read_object(model)

    def read(response: Response, request: Request) -> Any:
        if not response.body:
            return None
        document = _document(response)
        data = document["data"]
        if isinstance(data, dict):
            return _one_of(document, None, response.body, _info(response))
        if isinstance(data, list) and all(isinstance(item, dict) for item in data):
            return _page_of(document, None, response.body, _info(response), (request, read))
        return data

    return read


def read_text(response: Response, request: Request) -> str:
    """Read an answer whose `data` is a text."""
    data = _document(response)["data"]
    if not isinstance(data, str):
        raise not_the_api("The answer is not a text", response)
    return data


def read_texts(response: Response, request: Request) -> list[str]:
    """Read an answer whose `data` is a list of texts."""
    data = _document(response)["data"]
    if not isinstance(data, list) or not all(isinstance(item, str) for item in data):
        raise not_the_api("The answer is not a list of texts", response)
    return data


def read_truth(response: Response, request: Request) -> bool:
    """Read an answer whose `data` is true or false."""
    data = _document(response)["data"]
    if not isinstance(data, bool):
        raise not_the_api("The answer is neither true nor false", response)
    return data


def read_content_text(response: Response, request: Request) -> str:
    """Read an answer that is a text itself, such as a web page."""
    try:
        return response.body.decode()
    except UnicodeDecodeError as error:
        raise not_the_api("The answer is not UTF-8", response) from error


def read_mixed_page(response: Response, request: Request) -> Page[Any]:
    """Read an answer whose `data` is a list of objects, each of the class that its type names."""
    page = read_related(response, request)
    if not isinstance(page, Page):
        raise not_the_api("The answer is not a list", response)
    return page


def read_bytes(response: Response, request: Request) -> bytes:
    """Read an answer that is bytes."""
    return response.body


def read_nothing(response: Response, request: Request) -> None:
    """Read an answer that says nothing beyond its status."""


# --- documents held elsewhere --------------------------------------------------------------------


@overload
def parse(document: Document, *, strict: bool = ...) -> VTObject | Page[VTObject] | Scalar: ...
@overload
def parse(document: Document, model: type[M], *, strict: bool = ...) -> M: ...
def parse(
    document: Document, model: type[M] | None = None, *, strict: bool = False
) -> M | VTObject | Page[VTObject] | Scalar:
    """Make typed objects of a document of the API that is held elsewhere.

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
        InvalidResponseError: the document is not JSON, or not of the API; it keeps the bytes.
        UnknownFieldError: strict, and there are fields that no model knows.
    """
    raw = _raw(document)
    result: Any
    envelope, misfits = _in_one_pass(model, False, raw) if model and raw else (None, [])
    if envelope:
        result = envelope.pop("data")
        result._attach(Origin((), _meta(envelope)))
    else:
        value = _envelope_of(document, raw)
        if model is None:
            result = _any_of(value, raw)
        elif isinstance(value["data"], dict):
            result = _one_of(value, model, raw, misfits=misfits or None)
        else:
            raise InvalidResponseError(f"the document is not one {model.__name__}", raw=raw)
    if strict:
        check_strictly(result)
    return cast("VTObject | Page[VTObject] | Scalar", result)


def parse_page(document: Document, model: type[M], *, strict: bool = False) -> Page[M]:
    """Make a typed page of a listing of the API that is held elsewhere.

    Args:
        document: JSON as bytes or text, or the mapping of a decoded document.
        model: the class of the items.
        strict: whether fields that no model knows are an error.

    Raises:
        APIError: the document is an error of the API; the class is that of its code.
        InvalidResponseError: the document is not JSON, or not a listing; it keeps the bytes.
        UnknownFieldError: strict, and there are fields that no model knows.
    """
    raw = _raw(document)
    page: Page[M]
    envelope, _ = _in_one_pass(model, True, raw) if raw else (None, [])
    if envelope:
        page = _page(envelope.pop("data"), envelope)
    else:
        value = _envelope_of(document, raw)
        if not isinstance(value["data"], list):
            raise InvalidResponseError("the document is not a listing", raw=raw)
        page = _page_of(value, model, raw)
    if strict:
        check_strictly(page)
    return page


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
    """Refuse a result with fields that no model knows.

    Raises:
        UnknownFieldError: there are such fields; it lists their paths and keeps the result.
    """
    if isinstance(result, (Received, Page)) and (paths := result.unknown_fields()):
        shown = ", ".join(paths[:10]) + (", …" if len(paths) > 10 else "")
        raise UnknownFieldError(f"unknown fields: {shown}", tuple(paths), result)
