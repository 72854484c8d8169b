"""The classes that the models have for what the service sends, as the models themselves tell them.

The core decodes objects of classes that it does not know. The package that has them registers their
names when it is imported, which loads none of them; each is loaded when it is first needed.
"""

import sys

# As in the package's front: typing's own constant would cost more than all else here.
TYPE_CHECKING: bool = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Any

    from vt_sdk.core.objects import VTObject

__all__ = ["answer_names", "model", "object_class", "object_types", "register", "types_of"]

_package = ""
# The class of each object type, and those of answers that do not say what they are, by name.
_types: "dict[str, str]" = {}
_answers: "list[str]" = []


def register(package: str, types: "Mapping[str, str]", answers: "Iterable[str]") -> None:
    """Register the package that has the models.

    Args:
        package: the name of the package, of which each class is an attribute.
        types: the name of the class of each object type.
        answers: the names of the classes of answers that have no type.
    """
    global _package
    _package = package
    _types.update(types)
    _answers.extend(answers)


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
    own = {base.__name__ for base in cls.__mro__ if base.__module__.startswith(f"{_package}.")}
    return frozenset(name for name, found in object_types().items() if found in own)


def answer_names() -> "list[str]":
    """Return the names of the classes of answers that do not say what they are."""
    return sorted(_answers)
