"""What every object of the service has in common.

Generated classes derive from `VTObject` and add their `attributes` and `context_attributes`.
"""

import functools
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Final, Self, TypeAlias

from pydantic import GetJsonSchemaHandler, GetPydanticSchema
from pydantic_core import core_schema

from vt_sdk.core.build_lock import build_lock
from vt_sdk.core.envelope import ItemError, Links, Meta
from vt_sdk.core.fields import JsonValue, deferred, json_schema_of
from vt_sdk.core.model import SECRETS, Rest, VTModel
from vt_sdk.core.registry import answer_names, object_class
from vt_sdk.core.request import ResponseInfo
from vt_sdk.errors import MissingFieldError

if TYPE_CHECKING:
    from vt_sdk.core.relationships import Relationships

    # A generated class, which is found by its name at run time.
    from vt_sdk.models.common.descriptor_context import DescriptorContext
else:

    def _relationships():
        from vt_sdk.core.relationships import Relationships

        return Relationships

    DescriptorContext = deferred("DescriptorContext")
    Relationships = deferred("Relationships", _relationships)

__all__ = [
    "AnalysisDescriptor",
    "AnyObject",
    "Descriptor",
    "Identified",
    "Issue",
    "NOWHERE",
    "Origin",
    "Received",
    "UnknownObject",
    "VTObject",
    "class_of",
    "put_back",
]


@dataclass(frozen=True, slots=True)
class Issue:
    """A value that did not fit the model.

    Attributes:
        path: keys and indexes from the object to the value.
        message: why it did not fit.
        value: the value as it came; `to_dict` puts it back.
    """

    path: tuple[str | int, ...]
    message: str
    value: Any

    def __repr__(self) -> str:
        value = "'***'" if SECRETS.intersection(self.path) else repr(self.value)
        return f"Issue(path={self.path!r}, message={self.message!r}, value={value})"


def put_back(document: dict[str, Any], issues: Sequence[Issue]) -> dict[str, Any]:
    """Restore values that did not fit to where they stood, the last one taken out first."""
    for issue in reversed(issues):
        container: Any = document
        for part in issue.path[:-1]:
            container = container[part]
        last: Any = issue.path[-1]
        if isinstance(container, list):
            container.insert(last, issue.value)
        else:
            container[last] = issue.value
    return document


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an object came from: what stood beside it, the answer, and what did not fit."""

    issues: tuple[Issue, ...] = ()
    meta: Meta | None = None
    response: ResponseInfo | None = None
    issues_beside: tuple[Issue, ...] = ()


NOWHERE: Final = Origin()


def _empty(cls: type[VTModel]) -> VTModel:
    # A fifth of the cost of the class called, and a thirtieth of `model_construct`.
    cls._ensure_built()
    made: VTModel = cls.__pydantic_validator__.validate_python({})
    return made


class Received(VTModel):
    """What came as one whole, with what stood around it."""

    # The models of the fields that are containers.
    _parts: ClassVar[tuple[type[VTModel], ...]] = ()

    @classmethod
    def _empty_of(cls, annotation: Any) -> Callable[[], Any] | None:
        # The parts of an object are containers: never None, empty where they did not come.
        if isinstance(annotation, type) and issubclass(annotation, VTModel):
            cls._parts = (*cls._parts, annotation)
            return functools.partial(_empty, annotation)
        return super()._empty_of(annotation)

    @classmethod
    def _ensure_built(cls) -> None:
        """Build the deferred validators of the parts, then the one of the whole out of them."""
        if not cls.__pydantic_complete__:
            for part in cls._parts:
                part._ensure_built()
            super()._ensure_built()

    @property
    def _origin(self) -> Origin:
        private: Any = self.__pydantic_private__
        kept = private.origin if isinstance(private, Rest) else (private or {}).get("_origin")
        origin: Origin = kept or NOWHERE
        return origin

    def _repr_html_(self) -> str:
        from vt_sdk.core.display import object_html

        return object_html(self)

    @property
    def meta(self) -> Meta:
        """What stood beside `data` in the answer."""
        return self._origin.meta or Meta.model_construct()

    @property
    def response(self) -> ResponseInfo | None:
        """Status and headers of the answer, None if parsed offline."""
        return self._origin.response

    @property
    def issues(self) -> tuple[Issue, ...]:
        """The values that did not fit the model, and those of `meta`, under that name.

        `to_dict` puts those of the object back.
        """
        self._complete()
        return (*self._origin.issues, *self._origin.issues_beside)

    def _complete(self) -> Self:
        """Make what was left for later, in the parts as well; by then all issues are known."""
        if self._rest is not None:
            with build_lock:
                for part in list(vars(self).values()):
                    if isinstance(part, VTModel):
                        part._complete()
                super()._complete()
        return self

    def __eq__(self, other: object) -> bool:
        """Compare by what the objects say, not by the answers that they came with."""
        if not isinstance(other, Received) or type(self) is not type(other):
            return NotImplemented
        if self.issues or other.issues:
            return self.to_dict() == other.to_dict()
        return self._said() == other._said()

    __hash__ = None  # type: ignore[assignment]  # compared by value, like any model

    def _said(self) -> tuple[object, ...]:
        fields, private = vars(self._complete()), self.__pydantic_private__ or {}
        return (
            {name: fields[name] for name in type(self).__pydantic_fields__ if name in fields},
            self.__pydantic_extra__ or {},
            {name: value for name, value in private.items() if name != "_origin"},
        )

    def to_dict(self) -> dict[str, Any]:
        """Return the object as it came, as JSON values: the `data` member of its answer."""
        return put_back(super().to_dict(), self._complete()._origin.issues)


class Identified(Received):
    """A type and an identifier."""

    id: str
    """The identifier, unique within the type."""
    type: str
    """The type, such as `file`."""
    links: Links
    """Addresses of the object."""
    error: ItemError | None = None
    """Why this entry of a listing could not be given; it has no attributes then."""

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {getattr(self, 'id', 'without id')}>"

    __str__ = __repr__


class Descriptor(Identified):
    """The type and identifier of an object, without its attributes."""

    attributes: dict[str, JsonValue]
    """The few attributes that the request asked for; empty otherwise."""
    context_attributes: DescriptorContext
    """What the listing says about the object: a `DescriptorContext` of the models."""


class AnalysisDescriptor(Identified):
    """The analysis that a submission started; wait for it to get the result."""


class VTObject(Identified):
    """An object of the service."""

    relationships: Relationships
    """What was asked for along with the object by `relationships=`."""


class UnknownObject(VTObject):
    """An object whose type this version does not know; everything in it is kept."""

    attributes: dict[str, JsonValue]
    """The attributes as they came."""
    context_attributes: dict[str, JsonValue]
    """What the listing says about the object, as it came."""

    if not TYPE_CHECKING:  # else type checkers would accept any attribute

        def __getattr__(self, name: str) -> Any:
            try:
                return super().__getattr__(name)
            except MissingFieldError as error:
                if name != "type" and hasattr(self, "type"):
                    raise
                raise MissingFieldError(
                    f"{error}: an answer without a type needs its class, such as"
                    f" `model=models.BehaviourSummary`; there are {', '.join(answer_names())}"
                ) from None


def class_of(data: Mapping[str, Any]) -> type[VTObject]:
    """Return the class of an object as it came: the one that its type names."""
    name = data.get("type")
    return (object_class(name) if isinstance(name, str) else None) or UnknownObject


def _object_of_its_class(value: Any) -> VTObject:
    if isinstance(value, VTObject):
        return value
    if not isinstance(value, dict):
        raise ValueError("Input should be an object")
    cls = class_of(value)
    cls._ensure_built()
    made: VTObject = cls.__pydantic_validator__.validate_python(value)
    return made


def _any_object_schema(_source: Any, _handler: Any) -> core_schema.CoreSchema:
    return core_schema.no_info_plain_validator_function(_object_of_its_class)


def _any_object_json_schema(_schema: Any, handler: GetJsonSchemaHandler) -> dict[str, Any]:
    VTObject._ensure_built()
    return json_schema_of(VTObject, handler)


AnyObject: TypeAlias = Annotated[
    VTObject, GetPydanticSchema(_any_object_schema, _any_object_json_schema)
]
"""An object in a field, of the class that its type names."""
