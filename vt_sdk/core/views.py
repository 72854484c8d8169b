"""Typed views of what came: a first pass over the bytes, and the rest when it is read.

The first pass makes what every program reads: scalars, lists of them, and counters. It
does so straight from the bytes, and converts nothing else. What else there is, and what does not
fit, it marks as left for later; the bytes are kept. The first reading of any of that completes the
model: a second pass over the bytes makes the rest of it. Where that finds what does not fit or is
unknown, the bytes are decoded, and what does not fit is repaired, see `repair`. Whatever looks at a
model as a whole (its issues, comparison, copies, pickles, all of pydantic's own) completes it as
well. Nobody can tell when it was, since reading never fails.
"""

import functools
from collections.abc import Set
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from types import NoneType, UnionType
from typing import (
    Annotated,
    Any,
    Final,
    Literal,
    NamedTuple,
    TypeAlias,
    TypeVar,
    Union,
    cast,
    get_args,
    get_origin,
)

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic_core import SchemaValidator, core_schema

from vt_sdk.core.build_lock import build_lock
from vt_sdk.core.envelope import Links
from vt_sdk.core.model import VTModel, defaults_of, finish
from vt_sdk.core.objects import Issue, Origin, Received
from vt_sdk.core.repair import load, repaired

__all__ = ["Kept", "begun", "first_pass", "is_small"]

R = TypeVar("R", bound=Received)

# Fields of a model, and what no field is for.
_Made: TypeAlias = tuple[dict[str, Any], dict[str, Any]]

# Stands where something was left for later; never seen from outside.
_LATER: Final = object()

# What no value is.
_nothing: Final = core_schema.int_schema(strict=True, gt=1, lt=0)


def _marked(glance: core_schema.CoreSchema) -> core_schema.CoreSchema:
    """Return the schema that makes the mark of any value.

    Args:
        glance: what takes a value of the usual form for one of next to nothing. Without it, the
            value would be copied, for an error that nobody sees.
    """
    return core_schema.with_default_schema(
        core_schema.chain_schema([glance, _nothing]), default=_LATER, on_error="default"
    )


_any_later: Final = _marked(
    core_schema.typed_dict_schema({}, extra_behavior="ignore", strict=False)
)
_list_later: Final = _marked(core_schema.list_schema(_nothing, fail_fast=True))

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


def is_small(annotation: Any) -> bool:
    """Return whether a field holds a scalar, a list of them, or a model of counters."""
    origin = get_origin(annotation)
    if origin in (Union, UnionType):
        return all(map(is_small, get_args(annotation)))
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

    cls: type[VTModel]
    schema: core_schema.CoreSchema
    # The fields that are such dicts themselves by then, and where they are in the object.
    parts: "tuple[tuple[str, _FirstPass, tuple[str, ...]], ...]"
    never_null: tuple[str, ...]


@functools.cache
def _first_pass(cls: type[VTModel]) -> _FirstPass:
    parts: list[tuple[str, _FirstPass, tuple[str, ...]]] = []
    never_null: list[str] = []
    # Few read the addresses.
    viewed = {*cls._parts} - {Links} if issubclass(cls, Received) else set()
    fields: dict[str, core_schema.TypedDictField] = {}
    for name, field in cls.__pydantic_fields__.items():
        annotation: Any = field.annotation
        schema: core_schema.CoreSchema
        if is_small(annotation):
            schema = _or_later(_field(cls, name))
        elif annotation in viewed and _is_made_in_parts(annotation):
            part = _first_pass(annotation)
            parts.append((name, part, (field.alias or name,)))
            schema = _or_later(part.schema)
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
    return _FirstPass(cls, schema, tuple(parts), tuple(never_null))


def _or_later(made: core_schema.CoreSchema) -> core_schema.CoreSchema:
    return core_schema.union_schema([made, _any_later], mode="left_to_right")


def first_pass(cls: type[Received]) -> core_schema.CoreSchema:
    """Return the schema of the first pass over an object of a class, for `begun`."""
    return _first_pass(cls).schema if _is_made_in_parts(cls) else _schema_of(cls)


def begun(cls: type[R], made: Any, kept: "Kept") -> R:
    """Return an object of what the first pass has made of what is kept."""
    if not isinstance(made, dict):
        return cast("R", made)
    return cast("R", _begun(_first_pass(cls), made, kept, {"_rest": kept}, ()))


def _begun(
    first: _FirstPass,
    values: dict[str, Any],
    kept: "Kept",
    private: dict[str, Any],
    place: tuple[str, ...],
) -> VTModel:
    cls, _, parts, never_null = first
    model: VTModel = _new(cls)
    later = [name for name, value in values.items() if value is _LATER]
    for name in never_null:
        if values.get(name, later) is None:
            later.append(name)
    for name in later:
        del values[name]
    for name, part, inner in parts:
        if name in values:
            values[name] = _begun(part, values[name], kept, private, inner)
    if later:
        kept.later[cls] = place, later
    _set_fields(model, values)
    _set_private(model, private)
    return model


# --- the rest ------------------------------------------------------------------------------------


class Kept:
    """What an object came as, for what of its models is not made yet.

    Args:
        came: JSON, or what it was decoded to.
        path: where the object is in it.
    """

    __slots__ = ("_came", "_issues", "_path", "later")

    def __init__(self, came: Any, path: tuple[str, ...] = ()) -> None:
        self._came = came
        self._path = path
        self._issues: tuple[Issue, ...] = ()
        # By its class, where a model is in the object, and the fields that are not made.
        self.later: dict[type[VTModel], tuple[tuple[str, ...], list[str]]] = {}

    def is_later(self, cls: type[VTModel], name: str) -> bool:
        """Return whether an attribute that a model lacks comes with the rest."""
        return name.startswith("__pydantic_") or (cls in self.later and name in self.later[cls][1])

    def complete(self, model: VTModel) -> None:
        """Make the rest of a model, and leave it as pydantic would have made it."""
        cls, values = type(model), vars(model)
        place, later = self.later.pop(cls, ((), []))
        came = {**values}
        extra: dict[str, Any] = {}
        if later:
            made, extra = self._made(cls, place, frozenset(later))
            came |= made
        everything = {**defaults_of(cls), **came}
        # In place: pydantic's serializer may hold them already.
        values.clear()
        values.update((n, everything[n]) for n in cls.__pydantic_fields__ if n in everything)
        _set_fields_set(model, came.keys() | extra.keys())
        _set_extra(model, extra)
        private = {k: v for k, v in (model.__pydantic_private__ or {}).items() if k != "_rest"}
        if isinstance(model, Received):
            order = [field.alias or name for name, field in cls.__pydantic_fields__.items()]
            issues = sorted(self._issues, key=lambda issue: order.index(str(issue.path[0])))
            private["_origin"] = replace(private.get("_origin", Origin()), issues=tuple(issues))
        _set_private(model, private or None)

    def _made(self, cls: type[VTModel], place: tuple[str, ...], names: Set[str]) -> _Made:
        """Return fields of a model, and what of it is unknown."""
        fields = cls.__pydantic_fields__
        is_known = all(name in fields and fields[name].alias is None for name in names)
        if is_known and isinstance(self._came, bytes):
            path = (*self._path, *place)
            with suppress(ValidationError):
                made: Any = _validator_of(cls, path, names).validate_json(self._came)
                for name in path:
                    made = made[name]
                return {name: made[name] for name in names}, {}
        return self._repaired(cls, place, names)

    def _repaired(self, cls: type[VTModel], place: tuple[str, ...], names: Set[str]) -> _Made:
        if isinstance(self._came, bytes):
            self._came = load(self._came)
        came = self._came
        for name in (*self._path, *place):
            came = came[name]
        keys = {name: field.alias or name for name, field in cls.__pydantic_fields__.items()}
        made: dict[str, Any] = {}
        issues: list[Issue] = []
        # One by one: what does not fit costs an attempt more, of this field alone.
        for name, key in keys.items():
            if name in names and key in came:
                validate = _field_validator(cls, name).validate_python
                made |= repaired(validate, {key: came[key]}, issues)
        self._issues += tuple(replace(issue, path=(*place, *issue.path)) for issue in issues)
        known = {*keys.values()}
        return made, {key: value for key, value in came.items() if key not in known}


def _map_of(fields: dict[str, core_schema.TypedDictField]) -> core_schema.CoreSchema:
    return core_schema.typed_dict_schema(
        fields, extra_behavior="ignore", strict=False, config=_config
    )


def _fields_of(cls: type[VTModel], names: Set[str]) -> core_schema.CoreSchema:
    return _map_of(
        {
            name: core_schema.typed_dict_field(
                _field(cls, name), required=False, validation_alias=field.alias
            )
            for name, field in cls.__pydantic_fields__.items()
            if name in names
        }
    )


@functools.cache
def _field_validator(cls: type[VTModel], name: str) -> SchemaValidator:
    return SchemaValidator(_fields_of(cls, {name}))


# Of classes at a place: with the fields that have been met there, as all would take long to build.
_met: dict[tuple[type[VTModel], tuple[str, ...]], tuple[Set[str], SchemaValidator]] = {}


def _validator_of(cls: type[VTModel], place: tuple[str, ...], names: Set[str]) -> SchemaValidator:
    """Return what makes these fields of the model at a place, and maybe others."""
    met, validator = _met.get((cls, place), (frozenset(), None))
    if validator is None or not names <= met:
        met |= names
        schema = _fields_of(cls, met)
        for name in reversed(place):
            schema = _map_of({name: core_schema.typed_dict_field(schema)})
        validator = SchemaValidator(schema)
        _met[cls, place] = met, validator
    return validator
