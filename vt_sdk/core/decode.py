"""From an answer to typed objects and pages.

The road from the bytes to `file.attributes.pe_info.sections[0].name`:

    bytes ── `enveloped_object`: is there any number that JSON does not have?
      │      `views.first_pass(File)`: one validation of the bytes; scalars, lists of them and
      │      counters are made, all else is left
      ▼
    File, FileAttributes ── `views` keeps the bytes
      │ .pe_info            `VTModel.__getattr__`: may the bytes have it? Then the object is
      │                     validated whole; what does not fit, `repair.repaired` takes out
      ▼
    PEInfo                  a model of pydantic as any other
      .sections[0].name

A listing is divided into the bytes of its items, each of which goes this road by itself. What
cannot be divided, or does not fit at once, is decoded whole first and goes the same road.
"""

import functools
import re
from collections.abc import Iterable, Mapping, Set
from dataclasses import replace
from typing import Any, Final, TypeAlias, TypeVar, cast, overload

from pydantic import ValidationError
from pydantic_core import SchemaValidator, core_schema, from_json

from vt_sdk.core.envelope import Links, Meta
from vt_sdk.core.error_bodies import api_error, refusal
from vt_sdk.core.layouts import VIRUSTOTAL, Layout
from vt_sdk.core.objects import (
    NOWHERE,
    Issue,
    Origin,
    Received,
    UnknownObject,
    VTObject,
    class_of,
)
from vt_sdk.core.paging import Page
from vt_sdk.core.registry import forms_of, object_types, types_of
from vt_sdk.core.repair import build_beside, check_numbers, copied, load, repaired
from vt_sdk.core.request import ResponseInfo
from vt_sdk.core.views import FirstPass, first_pass
from vt_sdk.errors import InvalidResponseError, UnknownFieldError

__all__ = [
    "Document",
    "Scalar",
    "bare_object",
    "check_strictly",
    "check_types",
    "decoded_object",
    "enveloped_object",
    "form_of",
    "origin_of",
    "page_from",
    "page_in",
    "page_of",
    "parse",
    "parse_page",
]

M = TypeVar("M", bound=Received)

Scalar: TypeAlias = str | int | float | bool | None

Document: TypeAlias = bytes | str | Mapping[str, Any]

# The form of an object without an envelope.
_BARE: Final = Layout(())

# How such a one begins, such as the line of a feed; no envelope has these.
_BARE_HEAD: Final = re.compile(rb'\s*\{\s*"(?:attributes|id|type)"\s*:')

# The list of an answer, up to the first key of its first item.
_LIST: Final = re.compile(rb'"data"\s*:\s*\[(\s*)(\{\s*"\w+"\s*:)')

# How many lists may stand behind it. To look for the end of each takes the length of all.
_MAX_LISTS_BEHIND: Final = 20

# How many items of a page may be no objects. To put them back takes the square of it.
_MAX_MISFITS: Final = 50_000

# Numbers that may be beyond the range of a float, and such as JSON does not have. The first pass
# does not look at all numbers, and this takes a tenth of the time of decoding. Hashes and names in
# texts look like them too, so what has any is looked at for one that stands where a value may.
_like_beyond, _beyond = (
    SchemaValidator(core_schema.str_schema(pattern=pattern))
    for pattern in (
        r"(?:[0-9][eE]\+?[0-9]{3,}|NaN|Infinity)\s*(?:[}\]]|,\s*[-\"0-9{\[tfnNI]|$)",
        r"[:,\[]\s*-?(?:[0-9][0-9.]*[eE]\+?[0-9]{3,}[\s,}\]]|NaN|Infinity)",
    )
)
# Without an exponent it takes 309 digits: ten samples in a row, taken so far from each other.
_STEP: Final = 30
_SAMPLES: Final = b"0" * 10
_TO_ZERO: Final = bytes.maketrans(b"123456789", b"0" * 9)

Envelope: TypeAlias = dict[str, Any]


# --- objects -------------------------------------------------------------------------------------


def _is_plain(raw: bytes) -> bool:
    """Return whether all numbers are such as JSON has; False if that is not certain."""
    samples = raw[::_STEP].translate(_TO_ZERO)
    first = samples.find(_SAMPLES)
    while first >= 0:
        if raw[first * _STEP : (first + 9) * _STEP].isdigit():
            return False
        first = samples.find(_SAMPLES, first + 1)
    # What is no text has none of them, and the first pass refuses it.
    return not (_like_beyond.isinstance_python(raw) and _beyond.isinstance_python(raw))


@functools.cache
def _envelope_validator(cls: type[Received]) -> SchemaValidator:
    return SchemaValidator(
        core_schema.typed_dict_schema(
            {"data": core_schema.typed_dict_field(first_pass(cls).schema)},
            extras_schema=core_schema.any_schema(),
            extra_behavior="allow",
        )
    )


def bare_object(cls: type[M], raw: bytes, origin: Origin = NOWHERE) -> M | None:
    """Return the object that stands in bytes without an envelope, None where there is none."""
    if not _is_plain(raw):
        return None
    try:
        first: FirstPass[M] = first_pass(cls)
        return first.begun(first.validator.validate_json(raw), raw, (), origin)
    except ValidationError:
        return None


def enveloped_object(cls: type[M], raw: bytes, response: ResponseInfo | None = None) -> M | None:
    """Return the object of an answer, with what stands beside it; None where there is none."""
    if not _is_plain(raw):
        return None
    try:
        envelope: Envelope = _envelope_validator(cls).validate_json(raw)
    except ValidationError:
        return None
    data, first = envelope.pop("data"), first_pass(cls)
    made: M = first.begun(data, raw, ("data",), origin_of(envelope, response))
    return made


def decoded_object(cls: type[M] | None, data: dict[str, Any], origin: Origin = NOWHERE) -> M:
    """Return the object of decoded JSON, which is its own from now on.

    Args:
        cls: the class; None for the one that its type names.
        data: the JSON.
        origin: where it comes from.
    """
    chosen: Any = cls or class_of(data)
    issues: list[Issue] = []
    first: FirstPass[M] = first_pass(chosen)
    made = repaired(first.validator.validate_python, data, issues)
    return first.begun(made, data, (), replace(origin, issues=tuple(issues)))


def origin_of(beside: Mapping[str, Any], response: ResponseInfo | None = None) -> Origin:
    """Return where the object of an envelope comes from."""
    if (came := beside.get("meta")) is None:
        return Origin(response=response)
    meta, issues = build_beside(Meta, "meta", came)
    return Origin((), meta, response, tuple(issues))


# --- pages ---------------------------------------------------------------------------------------


def _divided(raw: bytes) -> tuple[list[bytes], Envelope] | None:
    """Divide a listing into its items and what stands beside them, by what looks like their ends.

    It is right if each piece turns out to be an object: then only commas stand between them.
    """
    if (head := _LIST.search(raw)) is None:
        return None
    space, opening = head.groups()
    begin, end, stop = head.start(2), len(raw), 0
    for _ in range(_MAX_LISTS_BEHIND + 1):
        if (end := raw.rfind(b"]", begin, end)) < 0:
            return None
        stop = raw.rfind(b"}", begin, end) + 1
        if stop > begin and not raw[stop:end].strip():
            break
    else:
        return None
    before, after = raw[: head.start()].rstrip(), raw[end + 1 :].lstrip()
    try:
        beside = from_json(before.removesuffix(b",") + b"}", allow_inf_nan=False)
        beside |= from_json(b"{" + after.removeprefix(b","), allow_inf_nan=False)
    except ValueError:
        return None
    if "data" in beside:
        return None
    items, between = [], b"," + space
    if raw.find(b"}" + between + opening, begin, stop) < 0:
        between = b", "
    mark, step = b"}" + between + opening, 1 + len(between)
    # Cut out of the whole one by one: it may be large.
    while (at := raw.find(mark, begin, stop)) >= 0:
        items.append(raw[begin : at + 1])
        begin = at + step
    items.append(raw[begin:stop])
    return items, beside


def page_in(
    cls: type[Received] | None, raw: bytes, response: ResponseInfo | None = None
) -> tuple[list[Any], Envelope] | None:
    """Return the items of a listing and what stands beside them; None where its form is another.

    Args:
        cls: the class of the items; None for those that their types name.
        raw: the bytes of the answer.
        response: the rest of it.
    """
    if not _is_plain(raw) or (divided := _divided(raw)) is None:
        return None
    pieces, beside = divided
    origin, items = Origin(response=response), []
    first: FirstPass[Any] = first_pass(cls or UnknownObject)
    validate, name = first.validator.validate_json, None
    try:
        for piece in pieces:
            made = validate(piece)
            # Most are of the type of the one before.
            if cls is None and (found := made.get("type")) != name:
                name, first = found, first_pass(class_of(made))
                validate = first.validator.validate_json
                made = validate(piece)
            items.append(first.begun(made, piece, (), origin))
    except ValidationError:
        return None
    return items, beside


def page_from(
    items: list[Any],
    beside: Envelope,
    issues: tuple[Issue, ...] = (),
    response: ResponseInfo | None = None,
    source: Any = None,
    layout: Layout = VIRUSTOTAL,
) -> Page[Any]:
    """Return a page of objects that are made, which all came with an answer."""
    headers, query = (response.headers if response else {}), (source[0].query if source else ())
    meta = layout.meta(beside, headers, query)
    return Page(
        items,
        meta=build_beside(Meta, "meta", meta)[0],
        links=build_beside(Links, "links", layout.links(beside, headers))[0],
        envelope=beside,
        issues=issues,
        response=response,
        source=source,
        layout=layout,
    )


def page_of(
    document: Envelope,
    cls: type[Received] | None,
    raw: bytes = b"",
    response: ResponseInfo | None = None,
    source: Any = None,
    layout: Layout = VIRUSTOTAL,
) -> Page[Any]:
    """Return the page of a decoded answer, each item of the class or of the one of its type.

    Raises:
        InvalidResponseError: very many items are no objects; it keeps the bytes.
    """
    items: list[Received] = []
    issues: list[Issue] = []
    content, beside = layout.divided(document) or ([], {})
    if sum(not isinstance(data, dict) for data in content) > _MAX_MISFITS:
        raise InvalidResponseError(f"more than {_MAX_MISFITS} items are no objects", raw=raw)
    origin = Origin(response=response)
    # From the back, as all repair: putting back starts with the last issue, at the lowest index.
    for index, data in reversed([*enumerate(content)]):
        if isinstance(data, dict):
            items.append(decoded_object(cls, data, origin))
        else:
            issues.append(Issue((*layout.at, index), "Input should be an object", data))
    return page_from(items[::-1], beside, tuple(issues), response, source, layout)


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
            envelope, which is `data` or what answers with the class have, or a bare object, such as
            a line of a feed.
        model: the class of the object; without it, the `type` of the object decides.
        strict: whether fields that no model knows are an error.

    Returns:
        The object; without `model` also a `Page` for a list, or the scalar that `data` is. An
        object of unknown type is an `UnknownObject`.

    Raises:
        APIError: the document is an error of the API; the class is that of its code.
        InvalidInputError: it is something else than JSON or a mapping, such as a path.
        InvalidResponseError: the document is not JSON, not of the API, or an object of another type
            than the model; it keeps the bytes.
        UnknownFieldError: strict, and there are fields that no model knows.
    """
    raw = _raw(document)
    result: Any = None
    if model is not None and raw:
        result = bare_object(model, raw) if _BARE_HEAD.match(raw) else None
        result = result or enveloped_object(model, raw)
    elif raw and (found := page_in(None, raw)):
        result = page_from(*found)
    if result is None:
        value, layout = _envelope_of(document, raw, model)
        content, beside = layout.divided(value) or (None, {})
        if isinstance(content, dict):
            result = decoded_object(model, content, origin_of(beside))
        elif model is not None:
            raise InvalidResponseError(f"the document is not one {model.__name__}", raw=raw)
        else:
            result = page_of(value, None, raw) if isinstance(content, list) else content
    if model is not None:
        check_types([result], model, raw)
    if strict:
        check_strictly(result)
    return cast("VTObject | Page[VTObject] | Scalar", result)


def parse_page(document: Document, model: type[M], *, strict: bool = False) -> Page[M]:
    """Parse a listing of the API that is held elsewhere into a typed page.

    Args:
        document: JSON as bytes or text, or the mapping of a decoded document. Where answers with
            the class have a form of their own, as those of Digital Threat Monitoring, it may have
            that.
        model: the class of the items.
        strict: whether fields that no model knows are an error.

    Raises:
        APIError: the document is an error of the API; the class is that of its code.
        InvalidInputError: it is something else than JSON or a mapping, such as a path.
        InvalidResponseError: the document is not JSON, not a listing, or one of objects of another
            type than the model; it keeps the bytes.
        UnknownFieldError: strict, and there are fields that no model knows.
    """
    raw = _raw(document)
    page: Page[M]
    if found := page_in(model, raw):
        page = page_from(*found)
    else:
        value, layout = _envelope_of(document, raw, model)
        content, _ = layout.divided(value) or (None, {})
        if not isinstance(content, list):
            raise InvalidResponseError("the document is not a listing", raw=raw)
        page = page_of(value, model, raw, layout=layout)
    check_types(page, model, raw)
    if strict:
        check_strictly(page)
    return page


def check_types(items: Iterable[Received], model: type[Received], raw: bytes) -> None:
    """Check that no object is of a type of another class than the caller has chosen.

    A type that no schema has is no reason: it may be a new word for the same.

    Raises:
        InvalidResponseError: one is; the text names both types, and the bytes are kept.
    """
    others = _types_of_others(model)
    for item in items:
        if (name := vars(item).get("type")) in others:
            wanted = " or ".join(sorted(types_of(model)))
            raise InvalidResponseError(f"the document is of the type {name}, not {wanted}", raw=raw)


@functools.cache
def _types_of_others(model: type[Received]) -> Set[str]:
    own = types_of(model)
    return object_types().keys() - own if own else frozenset()


def _raw(document: Document) -> bytes:
    if isinstance(document, str):
        # A lone surrogate cannot be encoded, but its JSON escape can.
        return document.encode("utf-8", "surrogatepass")
    if isinstance(document, bytes | bytearray | memoryview):  # type checkers take them for bytes
        return bytes(document)
    from vt_sdk.core.arguments import fitting  # what is usual does without it

    wanted = "JSON as bytes or text, or a mapping"
    fitting("document", document, isinstance(document, Mapping), wanted)
    return b""


def _envelope_of(
    document: Document, raw: bytes, model: type[Received] | None
) -> tuple[Envelope, Layout]:
    """Decode a document and tell its form; raise the error that it is."""
    # A mapping stays the caller's, who may change it before all of it was made.
    value = copied(dict(document)) if isinstance(document, Mapping) else load(raw)
    if not isinstance(value, dict):
        raise InvalidResponseError("the document is not an object", raw=raw)
    check_numbers(value, raw)
    if "type" in value:
        return value, _BARE
    if "error" in value and "data" not in value:
        error = value["error"]
        if not isinstance(error, dict):
            raise InvalidResponseError("the document is neither data nor an error", raw=raw)
        raise api_error(error)
    if (refused := refusal(value)) is not None:
        raise refused
    return value, form_of(value, model)


def form_of(document: dict[str, Any], model: type[Received] | None) -> Layout:
    """Return the form of an answer: one that its class comes in, else that of a bare object."""
    own = (Layout(*form) for form in forms_of(model)) if model else ()
    return next((form for form in (VIRUSTOTAL, *own) if form.divided(document)), _BARE)


def check_strictly(result: object) -> None:
    """Check a result for fields that no model knows.

    Raises:
        UnknownFieldError: there are such fields; it lists their paths and keeps the result.
    """
    if isinstance(result, (Received, Page)) and (paths := result.unknown_fields()):
        shown = ", ".join(paths[:10]) + (", …" if len(paths) > 10 else "")
        raise UnknownFieldError(f"unknown fields: {shown}", tuple(paths), result)
