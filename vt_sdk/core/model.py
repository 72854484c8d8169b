"""The base of all models: tolerant on the way in, exact on the way out.

A generated field without a default is one that is never None. Pydantic would make such a field
required and refuse the whole object, so the base gives it a default before pydantic collects the
fields: lists and maps become empty, everything else is *expected*: absent, it is taken out of the
object again, and reading it raises `MissingFieldError`. Parsing never does. Some fields give an
empty object instead (`_empty_of`), made anew by each reading: most of them are never read.

Where a list or map is promised the service often sends null. It reads as empty, as if nothing had
come, and is written back as null. It is no issue: no value is lost by it.

There are no validators on models: one validator would slow down every parse, good data included.
Values that do not fit are taken out after a failed parse, see `decode`.
"""

import functools
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from types import NoneType
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Final, Literal, get_args, get_origin

from pydantic import (
    BaseModel,
    ConfigDict,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    GetPydanticSchema,
)
from pydantic_core import core_schema

from vt_sdk.core.build_lock import build_lock
from vt_sdk.core.fields import AS_IT_CAME, JsonValue, json_schema_of, json_value_schema
from vt_sdk.errors import MissingFieldError

__all__ = ["SECRETS", "Repeated", "VTModel", "finish", "json_path", "unknown_members"]


class _Absent:
    """The default of expected fields; never seen from outside."""

    def __repr__(self) -> str:
        return "ABSENT"

    # `model_construct` copies defaults; there must be one of it.
    def __deepcopy__(self, memo: dict[int, Any]) -> "_Absent":
        return self


_ABSENT: Final[Any] = _Absent()


# Pydantic inspects the signature of a builtin at each use as a factory, which is slow.
def _nothing() -> None:
    return None


def _refuse(self: object, *args: object, **kwargs: object) -> None:
    raise TypeError("no list or map came here: assign one, instead of changing the empty one")


class _NoList(list[Any]):
    """The list that stands where none came. One for all models, so it cannot be changed."""

    __slots__ = ()
    append = extend = insert = __setitem__ = _refuse
    __hash__ = object.__hash__  # type: ignore[assignment]  # pydantic copies what has no hash

    def __iadd__(self, other: Iterable[Any]) -> list[Any]:  # type: ignore[override, misc]  # another one
        return [*other]

    # Pickles and copies are the one itself.
    def __reduce_ex__(self, protocol: object) -> str:
        return "_NO_LIST"


class _NoMap(dict[str, Any]):
    """The map that stands where none came, see `_NoList`."""

    __slots__ = ()
    setdefault = update = __setitem__ = _refuse
    __hash__ = object.__hash__  # type: ignore[assignment]  # pydantic copies what has no hash

    def __ior__(self, other: Any) -> dict[str, Any]:  # type: ignore[override, misc]  # another one
        return {**dict(other)}

    def __reduce_ex__(self, protocol: object) -> str:
        return "_NO_MAP"


_NO_LIST: Final = _NoList()
_NO_MAP: Final = _NoMap()
_EMPTY: Final[Mapping[Any, Any]] = {list: _NO_LIST, dict: _NO_MAP}


_OR_NULL: Final = GetPydanticSchema(
    lambda source, handler: core_schema.nullable_schema(handler(source))
)


class _Container:
    """What reads a list or map of a model: null as empty."""

    def __init__(self, name: str, empty: Any) -> None:
        self._name, self._empty = name, empty

    def __get__(self, model: BaseModel | None, owner: type | None = None) -> Any:
        # A model that was made without it, and the class, which pydantic asks, do not have it.
        if model is None or self._name not in (came := vars(model)):
            raise AttributeError(self._name)
        value = came[self._name]
        return self._empty if value is None else value

    # Without it the value in the model would be found first.
    def __set__(self, model: BaseModel, value: Any) -> None:
        vars(model)[self._name] = value

    def __delete__(self, model: BaseModel) -> None:
        del vars(model)[self._name]


# What must not be shown by accident: a user's object carries the API key.
SECRETS: Final = frozenset({"apikey"})


class VTModel(BaseModel):
    """The base of all models.

    Unknown fields are kept, and `to_dict` gives back what came. Scalars are strict: a `true` where
    a number belongs is an issue, not a 1.
    """

    model_config = ConfigDict(
        extra="allow",
        strict=True,
        protected_namespaces=(),
        serialize_by_alias=True,
        val_temporal_unit="seconds",
        defer_build=True,
    )

    if not TYPE_CHECKING:  # pydantic wants exactly this form; checkers know the base's own
        __pydantic_extra__: dict[str, JsonValue]

    # What makes the value of a field that is never None and did not come; None: reading raises.
    _expected: ClassVar[Mapping[str, Callable[[], Any] | None]] = {}
    # The lists and maps, with what is read where none came.
    _containers: ClassVar[Mapping[str, Any]] = {}
    # The defaults of the fields whose name on the wire is another one.
    _renamed: ClassVar[Mapping[str, Any]] = {}
    # Both: where absence has to be looked for.
    _watched: ClassVar[Set[str]] = frozenset()

    def __init_subclass__(cls, **kwargs: Any) -> None:
        for name, annotation in cls.__annotations__.items():
            if name.startswith("_"):
                continue
            origin: object = get_origin(annotation)
            plain, *details = get_args(annotation) if origin is Annotated else (annotation,)
            default = _EMPTY.get(get_origin(plain) or plain, _ABSENT)
            if default is not _ABSENT:
                record = _repeated_in(plain)
                or_null = _OR_NULL if record is None else _records(record)
                cls.__annotations__[name] = Annotated[plain, or_null, *details]
                cls._containers = {**cls._containers, name: default}
            renamed = any(getattr(detail, "alias", None) for detail in details)
            if name in cls.__dict__:
                if not renamed:
                    continue
                default = None
            if default is _ABSENT:
                cls._expected = {**cls._expected, name: cls._empty_of(plain)}
            elif renamed:
                cls._renamed = {**cls._renamed, name: default}
                default = _ABSENT
            setattr(cls, name, default)
        cls._watched = cls._expected.keys() | cls._renamed.keys()
        if cls._watched and not cls.__private_attributes__:
            # Only the few classes that need it pay for a Python call at each parse. Where there
            # are private attributes, pydantic has put a function of its own here by now.
            cls.model_post_init = finish  # type: ignore[method-assign, assignment]  # a plain function
        super().__init_subclass__(**kwargs)

    @classmethod
    def __pydantic_init_subclass__(cls, **kwargs: Any) -> None:
        # By now pydantic has taken its defaults from the class.
        for name in cls._containers.keys() & cls.__annotations__.keys():
            setattr(cls, name, _Container(name, cls._containers[name]))

    @classmethod
    def _empty_of(cls, annotation: Any) -> Callable[[], Any] | None:
        """Return what makes the value of an expected field that did not come, None to raise."""
        return getattr(annotation, "empty", None)

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: Any, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        schema = handler(source)
        # Strict scalars, but mappings are welcome: repair works on decoded JSON.
        return {**schema, "strict": False} if schema["type"] == "model" else schema

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return handler(_with_plain_defaults(schema))

    if not TYPE_CHECKING:  # else type checkers would accept any attribute

        def __getattr__(self, name: str) -> Any:
            expected = type(self)._expected
            if name not in expected:
                return super().__getattr__(name)
            if (make := expected[name]) is None:
                raise MissingFieldError(f"{type(self).__name__} came without {name!r}")
            return make()

    @classmethod
    def _ensure_built(cls) -> None:
        """Build the deferred validator."""
        if not cls.__pydantic_complete__:
            with build_lock:
                if not cls.__pydantic_complete__:
                    cls.model_rebuild()

    def __repr_args__(self) -> Iterator[tuple[str | None, Any]]:
        # What came is what matters: most fields of most objects did not.
        for name in type(self).__pydantic_fields__:
            if name in self.__dict__ and name in self.model_fields_set:
                yield name, "***" if name in SECRETS else self.__dict__[name]

    def to_dict(self) -> dict[str, Any]:
        """Return what came, as JSON values: absent stays absent, null stays null."""
        self._ensure_built()
        # Where a field is missing, pydantic would warn that it does.
        return self.model_dump(mode=AS_IT_CAME, by_alias=True, exclude_unset=True, warnings=False)

    def to_json(self, indent: int | None = None) -> str:
        """Return what came as JSON text, all in ASCII.

        Args:
            indent: spaces for each level; None puts everything on one line.
        """
        return json.dumps(self.to_dict(), indent=indent)

    def unknown_fields(self) -> list[str]:
        """Return the JSON paths of what came and no model knows, relative to this object."""
        return [path for path, _ in unknown_members(self)]


def _with_plain_defaults(schema: Any) -> Any:
    """Return the schema of a model whose defaults are values of JSON, or not told."""
    if "fields" not in schema:
        return {**schema, "schema": _with_plain_defaults(schema["schema"])}
    fields = dict(schema["fields"])
    for name, field in fields.items():
        inner, default = field["schema"], field["schema"].get("default")
        if default is _ABSENT:
            inner = core_schema.with_default_schema(inner["schema"], default_factory=_nothing)
        elif isinstance(default, _NoList | _NoMap):
            inner = {**inner, "default": default.copy()}
        fields[name] = {**field, "schema": inner}
    return {**schema, "fields": fields}


class Repeated(VTModel):
    """The base of small records of which one object holds very many, in maps.

    A map of them is checked when it is parsed but holds plain dicts until it is first read, see
    `_Records`. So all their fields are scalars, in Python as in JSON. The set in which pydantic
    notes the fields that came is larger than all else in such a record; the records of a map that
    came with the same fields share one. So they are not to be changed.
    """

    model_config = ConfigDict(frozen=True)


class _Records(dict[str, Any]):
    """A map of records, each made of the plain dict that came when the map is first read.

    Most are never read: the plain dicts take half the time and memory, and the garbage collector
    does not look at them.
    """

    __slots__ = ("_record",)

    def __init__(self, record: type[Repeated], entries: dict[str, Any]) -> None:
        super().__init__(entries)
        self._record: type[Repeated] | None = record

    def _make(self) -> None:
        with build_lock:
            if (record := self._record) is None:
                return
            record._ensure_built()
            made_of = record.__pydantic_validator__.validate_python
            shared: set[str] = set()
            for key, entry in dict.items(self):
                made = made_of(entry)
                if made.__pydantic_fields_set__ == shared:
                    _set_fields_set(made, shared)
                else:
                    shared = made.__pydantic_fields_set__
                dict.__setitem__(self, key, made)
            self._record = None

    def __reduce_ex__(self, protocol: Any) -> Any:
        return dict, (dict(self),)


def _reading(name: str) -> Callable[..., Any]:
    """Return the method of a dict that shows or changes what it holds, for a map of records."""
    plain = getattr(dict, name)

    @functools.wraps(plain)
    def method(self: _Records, *args: Any, **kwargs: Any) -> Any:
        for records in (self, *args):
            if isinstance(records, _Records) and records._record is not None:
                records._make()
        return plain(self, *args, **kwargs)

    return method


# `__iter__` is there since a dict is copied past the methods of a subclass that has none.
for _name in (
    *("__eq__", "__getitem__", "__ior__", "__iter__", "__ne__", "__or__", "__repr__", "__ror__"),
    *("__setitem__", "copy", "get", "items", "pop", "popitem", "setdefault", "update", "values"),
):
    setattr(_Records, _name, _reading(_name))


def _repeated_in(annotation: Any) -> type[Repeated] | None:
    """Return the record of a map of records, None for all else."""
    member = get_args(annotation)[1] if get_origin(annotation) is dict else None
    return member if isinstance(member, type) and issubclass(member, Repeated) else None


# The slot itself: the model's own way of setting an attribute costs ten times as much.
_set_fields_set: Final = vars(BaseModel)["__pydantic_fields_set__"].__set__


def _records_schema(source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
    record = get_args(source)[1]
    text = core_schema.nullable_schema(core_schema.str_schema(strict=True))
    entry = core_schema.typed_dict_schema(
        {
            name: core_schema.typed_dict_field(
                text if _is_text(field.annotation) else handler.generate_schema(field.annotation),
                required=False,
            )
            for name, field in record.model_fields.items()
        },
        extras_schema=json_value_schema,
        extra_behavior="allow",
        strict=False,
        # By then it may be the record itself.
        serialization=core_schema.simple_ser_schema("any"),
    )
    plain = core_schema.dict_schema(values_schema=entry)
    entries = core_schema.json_or_python_schema(
        plain,
        core_schema.no_info_before_validator_function(functools.partial(_plain, record), plain),
    )
    return core_schema.nullable_schema(
        core_schema.no_info_after_validator_function(functools.partial(_Records, record), entries)
    )


def _plain(record: type[Repeated], value: object) -> object:
    """Return a map with plain dicts in place of the records that a caller has put into it."""
    if not isinstance(value, dict):
        return value
    return {
        key: entry.to_dict() if isinstance(entry, record) else entry
        for key, entry in dict.items(value)
    }


def _records_json_schema(
    record: type[Repeated], _schema: Any, handler: GetJsonSchemaHandler
) -> dict[str, Any]:
    record._ensure_built()
    entries = {"type": "object", "additionalProperties": json_schema_of(record, handler)}
    return {"anyOf": [entries, {"type": "null"}]}


def _is_text(annotation: Any) -> bool:
    """Return whether a field is `str | None`; words that are known beside it change nothing."""
    choices = get_args(annotation)
    return {str, NoneType} <= {*choices} and all(
        choice in (str, NoneType) or get_origin(choice) is Literal for choice in choices
    )


def _records(record: type[Repeated]) -> GetPydanticSchema:
    return GetPydanticSchema(_records_schema, functools.partial(_records_json_schema, record))


def finish(self: VTModel, context: Any = None, /) -> None:
    """Remove what did not come from a model that was just validated."""
    cls, values, extra = type(self), vars(self), self.__pydantic_extra__
    # Pydantic counts unknown fields as set. One that is spelt like the Python name of a known field
    # hides that this is absent, and would be written back with a null beside it.
    for name in cls._watched if extra else cls._watched - self.__pydantic_fields_set__:
        if values.get(name) is _ABSENT:
            if name in cls._renamed:
                values[name] = cls._renamed[name]
            else:
                del values[name]
            if extra and name in extra:
                self.__pydantic_fields_set__.discard(name)


def json_path(base: str, part: str | int) -> str:
    """Append a key or an index to a JSON path such as `attributes.names[0]`."""
    if isinstance(part, int):
        return f"{base}[{part}]"
    if part.isidentifier():
        return f"{base}.{part}" if base else part
    return f"{base}[{json.dumps(part)}]"


def unknown_members(
    value: object, base: str = "", *, general: bool = False
) -> Iterator[tuple[str, Any]]:
    """Yield path and value of all fields that no model knows, in models, lists and maps.

    Args:
        value: where to look.
        base: the path of the value.
        general: whether paths have `[]` for any index and `*` for any key of a map.
    """
    inner: Iterable[tuple[str, Any]]
    if isinstance(value, VTModel):
        for name, item in (value.__pydantic_extra__ or {}).items():
            yield json_path(base, name), item
        fields = type(value).model_fields
        inner = ((json_path(base, fields[n].alias or n), v) for n, v in vars(value).items())
    elif isinstance(value, list):
        inner = ((f"{base}[]" if general else json_path(base, i), v) for i, v in enumerate(value))
    elif isinstance(value, dict):
        inner = ((f"{base}.*" if general else json_path(base, k), v) for k, v in value.items())
    else:
        return
    for path, item in inner:
        if isinstance(item, (VTModel, list, dict)):
            yield from unknown_members(item, path, general=general)
