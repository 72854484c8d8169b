"""The classes that the models have for what the service sends, as the models themselves tell them.

The core decodes objects of classes that it does not know. The package that has them registers their
names when it is imported, which loads none of them; each is loaded when it is first needed.
"""

import sys

# As in the package's front: typing's own constant would cost more than all else here.
TYPE_CHECKING: bool = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

    from vt_sdk.core.objects import VTObject

__all__ = [
    "answer_names",
    "forms_of",
    "model",
    "object_class",
    "object_types",
    "register",
    "types_of",
]

_package = ""
# The class of each object type; the forms that answers have of their own, by the classes of those
# that do not say what they are.
_types: "dict[str, str]" = {}
_answers: "dict[str, Sequence[tuple[Any, ...]]]" = {}


def register(
    package: str, types: "Mapping[str, str]", answers: "Mapping[str, Sequence[tuple[Any, ...]]]"
) -> None:
    """Register the package that has the models.

    Args:
        package: the name of the package, of which each class is an attribute.
        types: the name of the class of each object type.
        answers: the names of the classes of answers that have no type, each with what `Layout`
            takes for every form of its own that it comes in.
    """
    global _package
    _package = package
    _types.update(types)
    _answers.update(answers)


def model(name: str) -> "Any":
    """Return a class of the models by its name; this loads its module."""
    return getattr(sys.modules[_package], name)


def object_types() -> "Mapping[str, str]":
    """Return the name of the class of each object type.

    Raises:
        LookupError: nothing has registered any; all objects would be of unknown types.
    """
    if not _types:
        raise LookupError("the package that has the models was not imported")
    return _types


def object_class(type_name: str) -> "type[VTObject] | None":
    """Return the class of an object type, None for a type that no schema describes."""
    name = object_types().get(type_name)
    found: type[VTObject] | None = None if name is None else model(name)
    return found


def types_of(cls: type) -> "frozenset[str]":
    """Return the types of the objects that a class is for; empty where it is for any."""
    own = _registered(cls)
    return frozenset(name for name, found in object_types().items() if found in own)


def forms_of(cls: type) -> "list[tuple[Any, ...]]":
    """Return what `Layout` takes for each form of its own that a class comes in, longest first."""
    return [form for name in _registered(cls) for form in _answers.get(name, ())]


def answer_names() -> "list[str]":
    """Return the names of the classes of answers that do not say what they are."""
    return sorted(_answers)


def _registered(cls: type) -> "set[str]":
    return {base.__name__ for base in cls.__mro__ if base.__module__.startswith(f"{_package}.")}
