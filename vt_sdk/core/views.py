"""Typed views of what came: a first pass over the bytes, and the rest when it is read.

The first pass makes what every program reads: scalars, lists of them, and counters. It
does so straight from the bytes, and converts nothing else. What else there is, and what does not
fit, it marks as left for later; the bytes are kept. When one of these is read, the bytes are
decoded, once, and it is made of its part by itself; what does not fit in it is repaired then, see
`repair`. Whatever looks at a model as a whole (its issues, what is unknown, comparison, copies,
pickles, all of pydantic's own) completes it first. Nobody can tell when a part was made, since
reading one never fails.
"""

import functools
from collections.abc import Iterator, Set
from dataclasses import replace
from datetime import datetime
from types import NoneType, UnionType
from typing import (
    Annotated,
    Any,
    Final,
    Literal,
    NamedTuple,
    TypeVar,
    Union,
    cast,
    get_args,
    get_origin,
)

from pydantic import BaseModel, TypeAdapter
from pydantic_core import SchemaValidator, core_schema

from vt_sdk.core.build_lock import build_lock
from vt_sdk.core.model import VTModel, defaults_of, finish
from vt_sdk.core.objects import Issue, Origin, Received
from vt_sdk.core.repair import load, repaired

__all__ = ["Kept", "begun", "first_pass"]

V = TypeVar("V", bound=VTModel)
R = TypeVar("R", bound=Received)

# Stands where something was left for later; never seen from outside.
_LATER: Final = object()

_nothing: Final = core_schema.int_schema(strict=True, gt=1, lt=0)


def _marked(*glances: core_schema.CoreSchema) -> core_schema.CoreSchema:
    """Return the schema that makes the mark of any value.

    Args:
        glances: what takes a value of the usual form for one of next to nothing. Without it, the
            value would be copied, for an error that nobody sees.
    """
    return core_schema.with_default_schema(
        core_schema.chain_schema([*glances, _nothing]), default=_LATER, on_error="default"
    )


_map: Final = core_schema.typed_dict_schema({}, extra_behavior="ignore", strict=False)
_list: Final = core_schema.list_schema(_nothing, fail_fast=True)
_any_later: Final = _marked(_map)
_list_later: Final = _marked(_list)

# What models say of their fields, which a schema of a field alone does not.
_config: Final[Any] = {"strict": True, "val_temporal_unit": "seconds"}

_SCALARS: Final = frozenset({str, int, float, bool, datetime, NoneType})

# The slots themselves: pydantic's own way of setting an attribute costs ten times as much.
_new: Final = object.__new__
_set_fields: Final = vars(BaseModel)["__dict__"].__set__
_set_fields_set: Final = vars(BaseModel)["__pydantic_fields_set__"].__set__
_set_extra: Final = vars(BaseModel)["__pydantic_extra__"].__set__
_set_private: Final = vars(BaseModel)["__pydantic_private__"].__set__


# --- the first pass ------------------------------------------------------------------------------


def _is_made_in_parts(cls: type[BaseModel]) -> bool:
    """Return whether a class may leave things for later: it has no validators of its own."""
    own = cls.__pydantic_decorators__
    return (
        not (own.validators or own.field_validators or own.root_validators or own.model_validators)
        and not cls.__private_attributes__
        and cls.model_post_init in (BaseModel.model_post_init, finish)
    )


def _is_scalar(annotation: Any) -> bool:
    origin = get_origin(annotation)
    if origin is Annotated:
        return _is_scalar(get_args(annotation)[0])
    if origin in (Union, UnionType):
        return all(map(_is_scalar, get_args(annotation)))
    return origin is Literal or annotation in _SCALARS


def _is_small(annotation: Any) -> bool:
    """Return whether a field holds a scalar, a list of them, or a model of counters."""
    origin = get_origin(annotation)
    if origin in (Union, UnionType):
        return all(map(_is_small, get_args(annotation)))
    if origin is list:
        return _is_scalar(get_args(annotation)[0])
    if isinstance(annotation, type) and issubclass(annotation, VTModel):
        fields = annotation.__pydantic_fields__.values()
        return _is_made_in_parts(annotation) and all(
            field.annotation in (int, int | None) for field in fields
        )
    return _is_scalar(annotation)


def _is_list(annotation: Any) -> bool:
    return list in {get_origin(choice) for choice in (annotation, *get_args(annotation))}


def _may_be_null(annotation: Any) -> bool:
    # Lists and maps read null as empty.
    return get_origin(annotation) in (list, dict) or NoneType in get_args(annotation)


@functools.cache
def _schema_of(annotation: Any) -> core_schema.CoreSchema:
    if isinstance(annotation, type) and issubclass(annotation, VTModel):
        annotation._ensure_built()
        schema = annotation.__pydantic_core_schema__
    else:
        with build_lock:
            schema = TypeAdapter(annotation).core_schema
    # It stands in more than one place.
    return cast("core_schema.CoreSchema", {k: v for k, v in schema.items() if k != "ref"})


def _field(cls: type[VTModel], name: str) -> core_schema.CoreSchema:
    field = cls.__pydantic_fields__[name]
    annotation: Any = field.annotation
    if field.metadata:
        annotation = Annotated[annotation, *field.metadata]
    return _schema_of(annotation)


class _FirstPass(NamedTuple):
    """What the first pass over a class makes: a dict of values, to be made a model of."""

    schema: core_schema.CoreSchema
    # The parts that are dicts by then, their classes and where they are in the object.
    parts: tuple[tuple[str, type[VTModel], tuple[str, ...]], ...]
    never_null: tuple[str, ...]
    # Where these are read, pydantic takes for granted that there is a value.
    deprecated: tuple[str, ...]


@functools.cache
def _first_pass(cls: type[VTModel]) -> _FirstPass:
    parts: list[tuple[str, type[VTModel], tuple[str, ...]]] = []
    never_null: list[str] = []
    deprecated: list[str] = []
    whole = cls._parts if issubclass(cls, Received) else ()
    fields: dict[str, core_schema.TypedDictField] = {}
    for name, field in cls.__pydantic_fields__.items():
        annotation: Any = field.annotation
        schema: core_schema.CoreSchema
        if field.deprecated:
            deprecated.append(name)
        if _is_small(annotation) or field.deprecated:
            schema = _or_later(_field(cls, name))
        elif annotation in whole and _is_made_in_parts(annotation):
            parts.append((name, annotation, (field.alias or name,)))
            schema = _or_later(_first_pass(annotation).schema)
        else:
            later = _list_later if _is_list(annotation) else _any_later
            schema = core_schema.nullable_schema(later)
            if not _may_be_null(annotation):
                never_null.append(name)
        fields[name] = core_schema.typed_dict_field(
            schema, required=False, validation_alias=field.alias
        )
    schema = core_schema.typed_dict_schema(
        fields, extras_schema=_any_later, extra_behavior="allow", strict=False, config=_config
    )
    return _FirstPass(schema, tuple(parts), tuple(never_null), tuple(deprecated))


def _or_later(made: core_schema.CoreSchema) -> core_schema.CoreSchema:
    return core_schema.union_schema([made, _any_later], mode="left_to_right")


def first_pass(cls: type[Received]) -> core_schema.CoreSchema:
    """Return the schema of the first pass over an object of a class, for `begun`."""
    return _first_pass(cls).schema if _is_made_in_parts(cls) else _schema_of(cls)


def begun(cls: type[R], made: Any, kept: "Kept") -> R:
    """Return an object of what the first pass has made of what is kept."""
    return _begun(cls, made, kept, ()) if isinstance(made, dict) else cast("R", made)


def _begun(cls: type[V], values: dict[str, Any], kept: "Kept", path: tuple[str, ...]) -> V:
    _, parts, never_null, deprecated = _first_pass(cls)
    model = _new(cls)
    later = [name for name, value in values.items() if value is _LATER]
    for name in never_null:
        if values.get(name, later) is None:
            later.append(name)
    for name in later:
        del values[name]
    for name, part, place in parts:
        if name in values:
            values[name] = _begun(part, values[name], kept, place)
    _set_fields(model, values)
    rest = _Rest(later, kept, path)
    _set_private(model, {"_rest": rest})
    for name in deprecated:
        if name not in values:
            rest.fill_in(model, name)
    return model


# --- the rest ------------------------------------------------------------------------------------


class Kept:
    """What an object came as, for what of it is not made yet.

    Args:
        came: JSON, or what it was decoded to.
        path: where the object is in it.
    """

    __slots__ = ("_came", "_path", "issues")

    def __init__(self, came: Any, path: tuple[str, ...] = ()) -> None:
        self._came = came
        self._path = path
        # Of each part that was made, by its path.
        self.issues: dict[tuple[str, ...], list[Issue]] = {}

    def part(self, path: tuple[str, ...]) -> dict[str, Any]:
        """Return a part of the object, decoded."""
        if isinstance(self._came, bytes):
            self._came = load(self._came)
        part: Any = self._came
        for name in (*self._path, *path):
            part = part[name]
        return cast("dict[str, Any]", part)


class _Rest:
    """What of a model is not made yet, and where the values are."""

    __slots__ = ("_absent", "_kept", "_names", "_path")

    def __init__(self, names: list[str], kept: Kept, path: tuple[str, ...]) -> None:
        self._names = names
        self._kept = kept
        self._path = path
        self._absent: Set[str] = frozenset()

    def fill(self, model: VTModel, name: str) -> None:
        """Make an attribute that was not found, as far as there is something to make."""
        with build_lock:
            fields = type(model).__pydantic_fields__
            if name in vars(model) or model._rest is None:
                return  # another thread was faster
            if name in self._names and name in fields:
                self._make(model, name)
            elif name in self._names or name.startswith("__pydantic_"):
                model._complete()
            if name in fields and name not in vars(model):
                self._fill_in_defaults(model)

    def complete(self, model: VTModel) -> None:
        """Make all that there is, and leave the model as pydantic would have made it."""
        values, fields = vars(model), type(model).__pydantic_fields__
        for name in [*self._names]:
            if name in fields and (name not in values or name in self._absent):
                self._make(model, name)
        extra: dict[str, Any] = {}
        if self._names:
            known = {field.alias or name for name, field in fields.items()}
            came = self._kept.part(self._path)
            extra = {key: value for key, value in came.items() if key not in known}
            self._names.clear()
        self._fill_in_defaults(model)
        declared = {name: values[name] for name in fields if name in values}
        # In place: pydantic's serializer may hold them already.
        values.clear()
        values.update(declared)
        _set_fields_set(model, (declared.keys() - self._absent) | extra.keys())
        _set_extra(model, extra)
        private = {k: v for k, v in (model.__pydantic_private__ or {}).items() if k != "_rest"}
        if isinstance(model, Received):
            issues = tuple(self._issues(model, self._path))
            private["_origin"] = replace(private.get("_origin", Origin()), issues=issues)
        _set_private(model, private or None)

    def _make(self, model: VTModel, name: str) -> None:
        """Make a field of its part of the document, unless that is of another name."""
        cls, came = type(model), self._kept.part(self._path)
        key = cls.__pydantic_fields__[name].alias or name
        if key not in came:
            return
        issues: list[Issue] = []
        made = repaired(_field_validator(cls, name).validate_python, {key: came.pop(key)}, issues)
        # What is unknown may be spelt like the name in Python of what is known.
        if name not in came:
            self._names.remove(name)
        vars(model).update(made)
        self._absent -= made.keys()
        if issues:
            found = [replace(issue, path=(*self._path, *issue.path)) for issue in issues]
            self._kept.issues[*self._path, key] = found

    def _fill_in_defaults(self, model: VTModel) -> None:
        values = vars(model)
        for name in defaults_of(type(model)):
            if name not in values and name not in self._names:
                self.fill_in(model, name)

    def fill_in(self, model: VTModel, name: str) -> None:
        """Let a field that did not come be what it is then."""
        vars(model)[name] = defaults_of(type(model))[name]
        self._absent |= {name}

    def _issues(self, model: VTModel, path: tuple[str, ...]) -> Iterator[Issue]:
        """Return the issues of a model and its parts, in the order of the fields."""
        for name, field in type(model).__pydantic_fields__.items():
            place = (*path, field.alias or name)
            yield from self._kept.issues.get(place, ())
            part = vars(model).get(name)
            if isinstance(model, Received) and isinstance(part, VTModel):
                yield from self._issues(part, place)


@functools.cache
def _field_validator(cls: type[VTModel], name: str) -> SchemaValidator:
    field = core_schema.typed_dict_field(
        _field(cls, name), required=False, validation_alias=cls.__pydantic_fields__[name].alias
    )
    return SchemaValidator(core_schema.typed_dict_schema({name: field}, config=_config))
