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
import warnings
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from typing import (
    TYPE_CHECKING,
    Annotated,
    Any,
    ClassVar,
    Final,
    Self,
    get_args,
    get_origin,
)

from pydantic import (
    BaseModel,
    ConfigDict,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    GetPydanticSchema,
)
from pydantic_core import core_schema

from vt_sdk.core.build_lock import build_lock
from vt_sdk.core.fields import AS_IT_CAME, JsonValue
from vt_sdk.errors import MissingFieldError

__all__ = ["SECRETS", "Rest", "VTModel", "defaults_of", "finish", "json_path", "unknown_members"]


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
        if model is None or (value := model.__dict__.get(self._name, _ABSENT)) is _ABSENT:
            raise AttributeError(self._name)
        return self._empty if value is None else value

    # Without it the value in the model would be found first.
    def __set__(self, model: BaseModel, value: Any) -> None:
        vars(model)[self._name] = value

    def __delete__(self, model: BaseModel) -> None:
        del vars(model)[self._name]


class _Deprecated(_Container):
    """What reads a deprecated field: with a warning, also if its class is not built yet."""

    def __get__(self, model: BaseModel | None, owner: type | None = None) -> Any:
        if model is not None:
            warnings.warn("deprecated", DeprecationWarning, stacklevel=2)
        return super().__get__(model, owner)


class Rest(ABC):
    """What of a model was left for later, see `views`.

    Attributes:
        origin: where the object came from that it belongs to, an `Origin`.
    """

    __slots__ = ()

    origin: Any

    @abstractmethod
    def may_have(self, model: "VTModel", name: str) -> bool:
        """Return whether an attribute that a model lacks may have come."""

    @abstractmethod
    def complete(self, model: "VTModel") -> None:
        """Make all of it."""


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
                cls.__annotations__[name] = Annotated[plain, _OR_NULL, *details]
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
        for name in cls.__annotations__.keys() & cls.__pydantic_fields__.keys():
            field, empty = cls.__pydantic_fields__[name], cls._containers.get(name)
            if field.deprecated:
                field.deprecated, field.json_schema_extra = None, {"deprecated": True}
                setattr(cls, name, _Deprecated(name, empty))
            elif empty is not None:
                setattr(cls, name, _Container(name, empty))

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
            if name == "__pydantic_private__":
                raise AttributeError(name)
            if (rest := self._rest) is not None:
                with build_lock:  # another thread may be completing it
                    if rest.may_have(self, name):
                        self._complete()
                    elif name in (defaults := defaults_of(type(self))):
                        return defaults[name]
            if name in (values := self.__dict__):
                value = values[name]
                return self._containers.get(name) if value is None else value
            expected = type(self)._expected
            if name in expected:
                if (make := expected[name]) is None:
                    raise MissingFieldError(f"{type(self).__name__} came without {name!r}")
                return make()
            if name.startswith("__pydantic_"):
                return object.__getattribute__(self, name)
            return super().__getattr__(name)

    @classmethod
    def _ensure_built(cls) -> None:
        """Build the deferred validator."""
        if not cls.__pydantic_complete__:
            with build_lock:
                if not cls.__pydantic_complete__:
                    cls.model_rebuild()

    @property
    def _rest(self) -> Rest | None:
        # It stands where private attributes would, which no model has that is made in parts. Older
        # versions of pydantic leave that unset in what is made by `model_construct`.
        private = getattr(self, "__pydantic_private__", None)
        return private if isinstance(private, Rest) else None

    def _fields_with(self, names: Iterable[str]) -> dict[str, Any]:
        """Return the fields that are made by now, and those of these names that have come."""
        with build_lock:  # while another thread makes them, they are in pieces
            if (rest := self._rest) is not None and any(rest.may_have(self, n) for n in names):
                self._complete()
            return {**vars(self)}

    def _complete(self) -> Self:
        """Make what was left for later."""
        if self._rest is not None:
            with build_lock:
                if (rest := self._rest) is not None:
                    rest.complete(self)
        return self

    def __iter__(self) -> Iterator[tuple[str, Any]]:  # type: ignore[override]  # as pydantic's own
        return iter(super(VTModel, self._complete()).__iter__())

    def __dir__(self) -> Iterable[str]:
        return super(VTModel, self._complete()).__dir__()

    def __eq__(self, other: object) -> bool:
        if isinstance(other, VTModel):
            other._complete()
        return super(VTModel, self._complete()).__eq__(other)

    def __copy__(self) -> Self:
        return super(VTModel, self._complete()).__copy__()

    def __deepcopy__(self, memo: dict[int, Any] | None = None) -> Self:
        return super(VTModel, self._complete()).__deepcopy__(memo)

    def __getstate__(self) -> dict[Any, Any]:
        return super(VTModel, self._complete()).__getstate__()

    if not TYPE_CHECKING:

        def __setattr__(self, name: str, value: Any) -> None:
            super(VTModel, self._complete()).__setattr__(name, value)

        def __delattr__(self, name: str) -> None:
            super(VTModel, self._complete()).__delattr__(name)

        def copy(self, **options: Any) -> Self:
            """Return a copy; pydantic has it still, and prefers `model_copy`."""
            return super(VTModel, self._complete()).copy(**options)

    def __repr_args__(self) -> Iterator[tuple[str | None, Any]]:
        # What came is what matters: most fields of most objects did not.
        self._complete()
        for name in type(self).__pydantic_fields__:
            if name in self.__dict__ and name in self.model_fields_set:
                yield name, "***" if name in SECRETS else self.__dict__[name]

    def to_dict(self) -> dict[str, Any]:
        """Return what came, as JSON values: absent stays absent, null stays null."""
        self._complete()._ensure_built()
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


def finish(self: VTModel, context: Any = None, /) -> None:
    """Remove what did not come from a model that was just validated."""
    cls, extra = type(self), self.__pydantic_extra__
    if not extra and cls._watched <= self.__pydantic_fields_set__:
        return
    values = vars(self)
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


@functools.cache
def defaults_of(cls: type[VTModel]) -> Mapping[str, Any]:
    """Return what is read where a field did not come, for those that need not come."""
    defaults = {name: field.default for name, field in cls.__pydantic_fields__.items()}
    defaults |= cls._renamed
    return {name: default for name, default in defaults.items() if default is not _ABSENT}


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
    inner: Iterable[tuple[str | int, Any]]
    any_part = ""
    if isinstance(value, VTModel):
        for name, item in (value._complete().__pydantic_extra__ or {}).items():
            yield json_path(base, name), item
        fields = type(value).model_fields
        inner = ((fields[name].alias or name, item) for name, item in vars(value).items())
    elif isinstance(value, list):
        inner, any_part = enumerate(value), "[]"
    elif isinstance(value, dict):
        inner, any_part = value.items(), ".*"
    else:
        return
    for part, item in inner:
        if isinstance(item, (VTModel, list, dict)):
            path = base + any_part if general and any_part else json_path(base, part)
            yield from unknown_members(item, path, general=general)
