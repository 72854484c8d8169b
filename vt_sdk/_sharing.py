"""What the exchange formats share: the objects of an input and what is related to them.

What is made of them is the same for the same input: names are UUIDs of version 5 and no clock is
asked.
"""

import uuid
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple, TypeAlias

from vt_sdk.core.objects import Descriptor, Identified, VTObject
from vt_sdk.errors import InvalidInputError

__all__ = ["Key", "Relation", "Sharing", "attribute", "plain", "shared", "uuid_of"]

# The names of all that has no rule of its own for them; it must never change.
_NAMESPACE: Final = uuid.UUID("40d233a8-a25a-4002-a2e9-7968d18c364c")

Key: TypeAlias = tuple[str, str]
"""The type and the id of an object."""


class Relation(NamedTuple):
    """An object, the name of a relationship that was loaded along with it, and what is in there."""

    source: Key
    name: str
    target: Descriptor


@dataclass(slots=True)
class Sharing:
    """The objects of an input, each once, and all that is related to them."""

    objects: dict[Key, Identified] = field(default_factory=dict)
    relations: list[Relation] = field(default_factory=list)


def shared(
    objects: Identified | Iterable[Identified], supported: Collection[str], form: str
) -> Sharing:
    """Return the objects of an input, without errors in places of them, and what is related.

    Args:
        objects: an object, a page, or any iterable of objects, which is read once. Of one that
            comes twice the last is taken, and an object before a descriptor of it.
        supported: the types that have a counterpart.
        form: the name of the exchange format, for the messages.

    Raises:
        InvalidInputError: something is no object of the service, or has no counterpart.
    """
    found = Sharing()
    for item in (objects,) if isinstance(objects, Identified) else objects:
        if not isinstance(item, Identified):
            raise InvalidInputError(f"{type(item).__name__} is no object of the service")
        if item.type not in supported:
            raise InvalidInputError(
                f"{form} has nothing for the type {item.type!r}; it has for {', '.join(supported)}"
            )
        if item.error is not None or not item.id:
            continue
        key = (item.type, item.id)
        if key not in found.objects or isinstance(item, VTObject):
            found.objects[key] = item
        if isinstance(item, VTObject):
            for name, relationship in item.relationships.by_name().items():
                data = relationship.data
                related = data if isinstance(data, list) else [data] if data else []
                found.relations += (
                    Relation(key, name, target)
                    for target in related
                    if hasattr(target, "type") and hasattr(target, "id")
                )
    return found


def attribute(item: Identified, *names: str) -> Any:
    """Return the first attribute of an object that came and holds something, None without any."""
    attributes = getattr(item, "attributes", None)
    return next((value for name in names if (value := getattr(attributes, name, None))), None)


def plain(text: str) -> str:
    """Return a text as it can be written in UTF-8: JSON may hold halves of characters."""
    return text.encode(errors="replace").decode()


def uuid_of(*parts: str) -> str:
    """Return the UUID that stands for some texts in this order."""
    return str(uuid.uuid5(_NAMESPACE, plain("\0".join(parts))))
