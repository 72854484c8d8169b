"""The models of `Metadata`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/common/metadata.json`.
"""

from vt_sdk.core.fields import AnyScalar
from vt_sdk.core.model import VTModel
from vt_sdk.core.objects import Received


class MetadataRelationship(VTModel):
    """A relationship that the objects of a type have."""

    description: str | None = None
    """What the relationship leads to."""
    name: str | None = None
    """Name of the relationship, as in addresses."""


class Metadata(Received):
    """What the service is made of: engines, privileges and relationships."""

    engines: dict[str, dict[str, AnyScalar | None]]
    """Engines that may take part in analyses, by name; the value is an empty object."""
    privileges: list[str]
    """Names of the privileges that users and groups can have."""
    relationships: dict[str, list[MetadataRelationship]]
    """Relationships of the objects of each type, by the name of the type."""
