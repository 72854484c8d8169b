"""What is embedded in an object when its relationships are asked for along with it.

A module of its own: few objects come with any, and it is loaded when the first one does.
"""

# What is meant to be read may have a more exact type in a derived class.
# pyright: reportIncompatibleVariableOverride=false

from typing import TYPE_CHECKING, Literal, NamedTuple

from vt_sdk.core.envelope import Links, Meta
from vt_sdk.core.model import VTModel
from vt_sdk.core.objects import Descriptor

__all__ = [
    "Relationship",
    "RelationshipFacts",
    "Relationships",
    "ToManyRelationship",
    "ToOneRelationship",
]


class RelationshipFacts(NamedTuple):
    """What is known of a relationship before it is asked for."""

    description: str
    """What is behind it."""
    tier: Literal["public", "premium", "unknown"]
    """Which keys get it; unknown where nobody has written that down."""
    is_single: bool
    """Whether it leads to one object at most."""


class Relationship(VTModel):
    """Related objects that were asked for along with an object: the first page of them."""

    data: Descriptor | list[Descriptor] | None = None
    """The related object or objects, None where there is none."""
    links: Links | None = None
    """Addresses of the relationship."""
    meta: Meta | None = None
    """The cursor of the next page, where there is one."""


class ToOneRelationship(Relationship):
    """The related object that was asked for along with an object."""

    data: Descriptor | None = None
    """The related object, None where there is none."""


class ToManyRelationship(Relationship):
    """Related objects that were asked for along with an object: the first page of them."""

    data: list[Descriptor]  # pyright: ignore[reportGeneralTypeIssues]  # the base gives it a default
    """The related objects."""


class Relationships(VTModel):
    """What was asked for along with an object by `relationships=`.

    Reading a relationship that was not asked for raises `MissingFieldError`.
    """

    if not TYPE_CHECKING:  # pydantic wants exactly this form; checkers know the base's own
        __pydantic_extra__: dict[str, Relationship]

    def by_name(self) -> dict[str, Relationship]:
        """Return all relationships that came, also such as this version does not know."""
        came = {name: value for name, value in vars(self).items() if name in self.model_fields_set}
        return {**came, **(self.__pydantic_extra__ or {})}
