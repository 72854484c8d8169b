"""Typed views of what came: a first pass over the bytes, and the rest when it is read.

The first pass makes what every program reads: scalars, lists of them, and counters. It does so
straight from the bytes, and looks at nothing else; these are kept. Whoever reads anything else that
may be in them, and whatever looks at a model as a whole (its issues, comparison, copies, pickles,
all of pydantic's own), has the object validated whole, and its models take over what is in there.
Nobody can tell when that was, since reading never fails.

What does not fit is repaired, see `repair`, where the first pass meets it or when all is made.

Names, hashes and statistics of reports of 15, 30 and 106 KB cost 0.47, 0.43 and 0.40 of what
`json.loads` takes, the engines' results 2.1, 2.2 and 1.8, and all values, read one by one, 7.1, 6.3
and 4.6. To decode the bytes and make each field when it is read cost 2.5, 1.9 and 1.8 for the
results, and 9.5, 7.7 and 5.4 for all.
"""

import functools
import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from types import NoneType, UnionType
from typing import Annotated, Any, Final, Generic, Literal, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import SchemaValidator, core_schema

from vt_sdk.core.envelope import Links
from vt_sdk.core.fields import json_value_schema
from vt_sdk.core.model import Rest, VTModel, finish
from vt_sdk.core.objects import NOWHERE, Issue, Origin, Received
from vt_sdk.core.repair import load, repaired

__all__ = ["FirstPass", "first_pass", "small_schema"]

R = TypeVar("R", bound=Received)

# What models say of their fields, which a schema of a field alone does not.
_config: Final[Any] = {"strict": True, "val_temporal_unit": "seconds"}

_SCALARS: Final[Mapping[object, core_schema.CoreSchema]] = {
    str: core_schema.str_schema(),
    int: core_schema.int_schema(),
    float: core_schema.float_schema(),
    bool: core_schema.bool_schema(),
    datetime: core_schema.datetime_schema(),
}
_COUNTERS: Final[Mapping[object, core_schema.CoreSchema]] = {
    int: core_schema.int_schema(),
    int | None: core_schema.nullable_schema(core_schema.int_schema()),
}

# How the characters that names consist of may be written besides as themselves.
_ESCAPED: Final = re.compile(rb"\\u00[2-7]|\\/")

# The slots themselves: pydantic's own way of setting an attribute costs ten times as much.
_new: Final = object.__new__
_set_fields: Final = vars(BaseModel)["__dict__"].__set__
_set_fields_set: Final = vars(BaseModel)["__pydantic_fields_set__"].__set__
_set_extra: Final = vars(BaseModel)["__pydantic_extra__"].__set__
_set_private: Final = vars(BaseModel)["__pydantic_private__"].__set__


# --- what is small -------------------------------------------------------------------------------


def _is_made_in_parts(cls: type[BaseModel]) -> bool:
    """Return whether a class may leave things for later: it has no validators of its own."""
    own = cls.__pydantic_decorators__
    return (
        not (own.validators or own.field_validators or own.root_validators or own.model_validators)
        and not cls.__private_attributes__
        and cls.model_post_init in (BaseModel.model_post_init, finish)
    )


def small_schema(annotation: Any) -> core_schema.CoreSchema | None:
    """Return the schema of a scalar, of a list of them or of counters, None for all else.

    It is what pydantic would make, which first looks for its plug-ins in all that is installed, and
    takes longer for that than everything else before the first report.
    """
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _annotated(*arguments)
    if origin in (Union, UnionType):
        choices = [small_schema(choice) for choice in arguments if choice is not NoneType]
        found = [choice for choice in choices if choice is not None]
        if len(found) < len(choices):
            return None
        whole = found[0] if len(found) == 1 else core_schema.union_schema([*found])
        return core_schema.nullable_schema(whole) if NoneType in arguments else whole
    if origin is Literal:
        return core_schema.literal_schema([*arguments])
    if origin is list:
        item = small_schema(arguments[0])
        return item and core_schema.list_schema(item)
    if isinstance(annotation, type) and issubclass(annotation, VTModel):
        return _counters_schema(annotation)
    return _SCALARS.get(annotation)


def _annotated(annotation: Any, *details: Any) -> core_schema.CoreSchema | None:
    schema = small_schema(annotation)
    if schema is not None:
        for detail in details:  # each is a `GetPydanticSchema` of ours
            schema = detail.get_pydantic_core_schema(annotation, small_schema)
    return schema


def _counters_schema(cls: type[VTModel]) -> core_schema.CoreSchema | None:
    fields = cls.__pydantic_fields__
    if not _is_made_in_parts(cls) or {f.annotation for f in fields.values()} - _COUNTERS.keys():
        return None
    counters = {
        name: core_schema.model_field(
            core_schema.with_default_schema(_COUNTERS[field.annotation], default=field.default),
            validation_alias=field.alias,
        )
        for name, field in fields.items()
    }
    config: Any = {**_config, "extra_fields_behavior": "allow"}
    return core_schema.model_schema(
        cls,
        core_schema.model_fields_schema(
            counters, model_name=cls.__name__, extras_schema=json_value_schema
        ),
        strict=False,
        post_init=cls.__pydantic_post_init__,
        config=config,
    )


@functools.cache
def _keys(cls: type[VTModel]) -> Mapping[str, str]:
    """Return the names of the fields of a class, with the keys under which they come."""
    return {name: field.alias or name for name, field in cls.__pydantic_fields__.items()}


@functools.cache
def _whole(cls: type[Received], *path: str) -> SchemaValidator:
    """Return what validates a whole object that is at a path."""
    cls._ensure_built()
    schema = cls.__pydantic_core_schema__
    for key in reversed(path):
        schema = core_schema.typed_dict_schema({key: core_schema.typed_dict_field(schema)})
    return SchemaValidator(schema)


# --- the first pass ------------------------------------------------------------------------------


class FirstPass(Generic[R]):
    """Makes objects of a class of what came, as far as every program reads them.

    Attributes:
        schema: makes a dict of values of it, for `begun`; the object where it must be whole.
    """

    def __init__(self, cls: type[R]) -> None:
        self.cls = cls
        self._parts: list[tuple[str, type[VTModel]]] = []
        # The models in it: where they are, and the fields that are left, with their keys.
        self.left: dict[type[VTModel], tuple[str | None, dict[str, str]]] = {}
        if _is_made_in_parts(cls):
            self.schema = self._schema(cls)
        else:
            cls._ensure_built()
            self.schema = cls.__pydantic_core_schema__
        self._validator: SchemaValidator | None = None

    @property
    def validator(self) -> SchemaValidator:
        """The validator of the schema, built when it is first needed."""
        # Not `cached_property`: before Python 3.12 that has a lock, which a fork meanwhile keeps.
        if self._validator is None:
            self._validator = SchemaValidator(self.schema)
        return self._validator

    def _schema(self, cls: type[VTModel], place: str | None = None) -> core_schema.CoreSchema:
        # Few read the addresses.
        viewed = {*self.cls._parts} - {Links} if cls is self.cls else set()
        fields: dict[str, core_schema.TypedDictField] = {}
        left: dict[str, str] = {}
        for name, key in _keys(cls).items():
            field = cls.__pydantic_fields__[name]
            annotation: Any = field.annotation
            schema: core_schema.CoreSchema | None
            if annotation in viewed and _is_made_in_parts(annotation):
                self._parts.append((name, annotation))
                schema = self._schema(annotation, name)
            else:
                schema = _annotated(annotation, *field.metadata)
            if schema is None:
                left[name] = key
            else:
                fields[name] = core_schema.typed_dict_field(
                    schema, required=False, validation_alias=key
                )
        self.left[cls] = place, left
        return core_schema.typed_dict_schema(
            fields, extra_behavior="ignore", strict=False, config=_config
        )

    def begun(
        self, made: Any, came: Any, path: tuple[str, ...] = (), origin: Origin = NOWHERE
    ) -> R:
        """Return an object of what the validator has made.

        Args:
            made: what it has made.
            came: what it was made of: JSON, or what that was decoded to.
            path: where the object is in the JSON.
            origin: where it came from, and what did not fit.
        """
        model: R
        if not isinstance(made, dict):
            model = made
            # Not declared to pydantic, which would have each object and part of it begin with one.
            _set_private(model, {**(model.__pydantic_private__ or {}), "_origin": origin})
            return model
        kept = _new(_Kept)
        kept.first, kept.came, kept.path = self, came, path
        kept.origin, kept.whole = origin, None
        # Without functions for these: there are very many small objects.
        for name, cls in self._parts:
            if name in made:
                part = _new(cls)
                _set_fields(part, made[name])
                _set_private(part, kept)
                made[name] = part
        model = _new(self.cls)
        _set_fields(model, made)
        _set_private(model, kept)
        return model


first_pass: Final = functools.cache(FirstPass)


# --- the rest ------------------------------------------------------------------------------------


class _Kept(Rest):
    """What an object came as, while not all of its models is made."""

    __slots__ = ("came", "first", "origin", "path", "whole")

    first: FirstPass[Any]
    came: Any
    path: tuple[str, ...]
    origin: Origin
    whole: Received | None

    def may_have(self, model: VTModel, name: str) -> bool:
        """Return whether an attribute that a model lacks may have come."""
        cls = type(model)
        key = self.first.left[cls][1].get(name)
        if key is None:
            if name in cls.__pydantic_fields__:
                return False
            if name.startswith("__pydantic_") or not (name.isascii() and name.isidentifier()):
                return True
            key = name
        came = self.came
        return (
            not isinstance(came, bytes)
            or f'"{key}"'.encode() in came
            or _ESCAPED.search(came) is not None
        )

    def complete(self, model: VTModel) -> None:
        """Make the rest of a model, and leave it as pydantic would have made it."""
        if self.whole is None:
            self.whole, self.came = self._validated(), None
        place, _ = self.first.left[type(model)]
        source: VTModel = vars(self.whole)[place] if place else self.whole
        values = vars(model)
        # What somebody may hold stays the same. In place: pydantic's serializer may hold the dict.
        everything = {**vars(source), **values}
        values.clear()
        values.update(everything)
        _set_fields_set(model, source.__pydantic_fields_set__)
        _set_extra(model, source.__pydantic_extra__)
        _set_private(model, {"_origin": self.origin} if isinstance(model, Received) else None)

    def _validated(self) -> Received:
        """Return the object with all of its models, and note what does not fit."""
        cls: type[Received] = self.first.cls
        found: Any = self.came
        if isinstance(found, bytes):
            try:
                whole: Received = _found(self.path, _whole(cls, *self.path).validate_json(found))
                return whole
            except ValidationError:
                found = _found(self.path, load(found))
        issues: list[Issue] = []
        whole = repaired(_whole(cls).validate_python, found, issues)
        self.origin = replace(self.origin, issues=(*self.origin.issues, *issues))
        return whole


def _found(path: tuple[str, ...], document: Any) -> Any:
    for key in path:
        document = document[key]
    return document
