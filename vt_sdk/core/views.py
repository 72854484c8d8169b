"""Typed views of what came: a first pass over the bytes, and the rest when it is read.

The first pass makes what every program reads: scalars, lists of them, and counters. It does so
straight from the bytes, and looks at nothing else; these are kept. The first reading of anything
else decodes them, unless they plainly do not have it, and makes this one field. Who reads several,
and whatever looks at a model as a whole (its issues, comparison, copies, pickles, all of pydantic's
own), has all of it made, and what is unknown is found then. Nobody can tell when it was, since
reading never fails.

What does not fit is repaired, see `repair`, where the first pass meets it or when it is made.

Names, hashes and statistics of reports of 15, 30 and 100 KB cost 0.53, 0.49 and 0.46 of what
`json.loads` takes; with a mark for each field that is left, 0.62, 0.58 and 0.54; with all made at
once, 2.5 to 3. All values read one by one cost a quarter more than validated at once.
"""

import functools
import re
from collections.abc import Mapping, Set
from dataclasses import replace
from datetime import datetime
from types import NoneType, UnionType
from typing import (
    Annotated,
    Any,
    Final,
    Generic,
    Literal,
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

__all__ = ["FirstPass", "first_pass", "is_small"]

R = TypeVar("R", bound=Received)

# Where models are in an object, and which of their fields the first pass leaves, with their keys.
_Left: TypeAlias = dict[type[VTModel], tuple[tuple[str, ...], Mapping[str, str]]]

# What models say of their fields, which a schema of a field alone does not.
_config: Final[Any] = {"strict": True, "val_temporal_unit": "seconds"}

_SCALARS: Final = frozenset({str, int, float, bool, datetime, NoneType})

# Who reads more fields than this, one by one, reads on: all are made then.
_FEW: Final = 5

# How the letters of the key of a field may be written besides as themselves.
_ESCAPED: Final = re.compile(rb"\\u00[2-7]|\\/")

# What is unknown; only a key that is no text does not fit.
_anything: Final = SchemaValidator(core_schema.typed_dict_schema({}, extra_behavior="allow"))

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


def _map_of(
    cls: type[VTModel], schemas: Mapping[str, core_schema.CoreSchema]
) -> core_schema.CoreSchema:
    """Return the schema that makes a dict of fields of a class, where they came."""
    keys = _keys(cls)
    fields = {
        name: core_schema.typed_dict_field(schema, required=False, validation_alias=keys[name])
        for name, schema in schemas.items()
    }
    return core_schema.typed_dict_schema(
        fields, extra_behavior="ignore", strict=False, config=_config
    )


@functools.cache
def _keys(cls: type[VTModel]) -> Mapping[str, str]:
    """Return the names of the fields of a class, with the keys under which they come."""
    return {name: field.alias or name for name, field in cls.__pydantic_fields__.items()}


class FirstPass(Generic[R]):
    """Makes objects of a class of what came, as far as every program reads them.

    Attributes:
        schema: makes a dict of values of it, for `begun`; the object where it must be whole.
    """

    def __init__(self, cls: type[R]) -> None:
        self._cls = cls
        self._parts: list[tuple[str, type[VTModel]]] = []
        self._left: _Left = {}
        self.schema = self._schema(cls) if _is_made_in_parts(cls) else _schema_of(cls)
        self._validator: SchemaValidator | None = None

    @property
    def validator(self) -> SchemaValidator:
        """The validator of the schema, built when it is first needed."""
        # Not `cached_property`: before Python 3.12 that has a lock, which a fork meanwhile keeps.
        if self._validator is None:
            self._validator = SchemaValidator(self.schema)
        return self._validator

    def _schema(self, cls: type[VTModel], *place: str) -> core_schema.CoreSchema:
        # Few read the addresses.
        viewed = {*self._cls._parts} - {Links} if cls is self._cls else set()
        schemas: dict[str, core_schema.CoreSchema] = {}
        left: dict[str, str] = {}
        for name, key in _keys(cls).items():
            annotation: Any = cls.__pydantic_fields__[name].annotation
            if annotation in viewed and _is_made_in_parts(annotation):
                self._parts.append((name, annotation))
                schemas[name] = self._schema(annotation, key)
            elif is_small(annotation):
                schemas[name] = _field(cls, name)
            else:
                left[name] = key
        self._left[cls] = place, left
        return _map_of(cls, schemas)

    def begun(
        self, made: Any, came: Any, path: tuple[str, ...] = (), issues: tuple[Issue, ...] = ()
    ) -> R:
        """Return an object of what the validator has made.

        Args:
            made: what it has made.
            came: what it was made of: JSON, or what that was decoded to.
            path: where the object is in it.
            issues: what did not fit.
        """
        model: R
        if not isinstance(made, dict):
            model = made
            if issues:
                model._attach(Origin(issues))
            return model
        private = {"_rest": _Kept(came, path, self._left, issues)}
        # Without a function for both: there are very many small objects.
        for name, cls in self._parts:
            if name in made:
                part = _new(cls)
                _set_fields(part, made[name])
                _set_private(part, private)
                made[name] = part
        model = _new(self._cls)
        _set_fields(model, made)
        _set_private(model, private)
        return model


first_pass: Final = functools.cache(FirstPass)


# --- the rest ------------------------------------------------------------------------------------


class _Kept:
    """What an object came as, for what of its models is not made yet; a `Rest`."""

    __slots__ = ("_came", "_issues", "_left", "_path", "_reads")

    def __init__(
        self, came: Any, path: tuple[str, ...], left: _Left, issues: tuple[Issue, ...]
    ) -> None:
        # One by one, which takes half the time.
        self._came = came
        self._path = path
        self._left = left
        self._issues = issues
        self._reads = 0

    def make(self, model: VTModel, name: str) -> None:
        """Make an attribute that a model lacks, if it has come."""
        cls, values = type(model), vars(model)
        place, left = self._left[cls]
        key = left.get(name)
        if key is not None and name not in values and self._may_have(key):
            came = self._decoded(place)
            self._reads += 1
            if self._reads > _FEW:
                model._complete()
            elif key in came:
                try:
                    values |= _field_validator(cls, name).validate_python({key: came[key]})
                    del came[key]  # it takes as much memory again
                except ValidationError:
                    model._complete()
        elif name not in cls.__pydantic_fields__ and (
            name.startswith("__pydantic_") or name in self._decoded(place)
        ):
            model._complete()

    def _may_have(self, key: str) -> bool:
        """Return whether the key of a field may be there; to decode it all takes longer."""
        came = self._came
        return (
            not isinstance(came, bytes)
            or f'"{key}"'.encode() in came
            or _ESCAPED.search(came) is not None
        )

    def _decoded(self, place: tuple[str, ...]) -> dict[str, Any]:
        """Return what a model came as; from now on it is kept decoded."""
        if isinstance(self._came, bytes):
            self._came = load(self._came)
            for name in self._path:
                self._came = self._came[name]
            self._path = ()
        found: dict[str, Any] = self._came
        for name in place:
            found = found[name]
        return found

    def complete(self, model: VTModel) -> None:
        """Make the rest of a model, and leave it as pydantic would have made it."""
        cls, values, keys = type(model), vars(model), _keys(type(model))
        place, left = self._left[cls]
        came = self._decoded(place)
        later = {name: key for name, key in left.items() if name not in values and key in came}
        made: dict[str, Any] = {**values}
        issues: list[Issue] = []
        try:
            found = _validator(cls, later.keys()).validate_python(came)
            made.update((name, found[name]) for name in later)
        except ValidationError:
            # One by one: what does not fit costs an attempt more, of this field alone.
            for name, key in later.items():
                validate = _field_validator(cls, name).validate_python
                made |= repaired(validate, {key: came[key]}, issues)
        known = _known(cls)
        extra = {key: value for key, value in came.items() if key not in known}
        if extra:
            extra = repaired(_anything.validate_python, extra, issues)
        everything = {**defaults_of(cls), **made}
        # In place: pydantic's serializer may hold them already.
        values.clear()
        values.update((name, everything[name]) for name in keys if name in everything)
        _set_fields_set(model, made.keys() | extra.keys())
        _set_extra(model, extra)
        self._issues += tuple(replace(issue, path=(*place, *issue.path)) for issue in issues)
        private = {k: v for k, v in (model.__pydantic_private__ or {}).items() if k != "_rest"}
        if isinstance(model, Received):
            order: dict[object, int] = {key: number for number, key in enumerate(keys.values())}
            issues = sorted(self._issues, key=lambda each: order.get(each.path[0], len(order)))
            private["_origin"] = replace(private.get("_origin", Origin()), issues=tuple(issues))
        _set_private(model, private or None)


@functools.cache
def _known(cls: type[VTModel]) -> frozenset[str]:
    return frozenset(_keys(cls).values())


@functools.cache
def _field_validator(cls: type[VTModel], name: str) -> SchemaValidator:
    return SchemaValidator(_map_of(cls, {name: _field(cls, name)}))


# By class, with the fields that have been met in it: all would take long to build.
_met: dict[type[VTModel], tuple[Set[str], SchemaValidator]] = {}


def _validator(cls: type[VTModel], names: Set[str]) -> SchemaValidator:
    """Return what makes these fields of a model, and maybe others."""
    met, validator = _met.get(cls, (frozenset(), None))
    if validator is None or not names <= met:
        met |= names
        validator = SchemaValidator(_map_of(cls, {name: _field(cls, name) for name in met}))
        _met[cls] = met, validator
    return validator
