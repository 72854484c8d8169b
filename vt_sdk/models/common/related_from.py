"""The models of `RelatedFrom`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/common/related_from.json`.
"""

from vt_sdk.core.model import VTModel


class RelatedFromAttributes(VTModel):
    """What is told of an object through which a listing came to another one."""

    collection_type: str | None = None
    """Kind of collection, such as `report`."""
    name: str | None = None
    """Name of the object."""
    origin: str | None = None
    """Where the object comes from, such as `Partner`."""
    tags: list[str]
    """Tags of the object."""


class RelatedFrom(VTModel):
    """An object through which a listing came to another one."""

    attributes: RelatedFromAttributes | None = None
    """A few attributes of the object."""
    id: str | None = None
    """Id of the object."""
    type: str | None = None
    """Type of the object, such as `file` or `domain`."""
