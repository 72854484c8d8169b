"""The models of `Reference`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/objects/reference.json`.
"""

# What is meant to be read may have a more exact type in a derived class.
# pyright: reportIncompatibleVariableOverride=false

from vt_sdk.core.fields import UnixTime
from vt_sdk.core.model import VTModel
from vt_sdk.core.objects import VTObject
from vt_sdk.models._deferred import ReferenceRelationships

from .common.related_from import RelatedFrom


class ReferenceAttributes(VTModel):
    """What is known about a published text."""

    author: str | None = None
    """Who wrote the text."""
    creation_date: UnixTime | None = None
    """When the reference was made, as an aware datetime in UTC."""
    description: str | None = None
    """What the text is about."""
    last_modification_date: UnixTime | None = None
    """When the entry was last changed, as an aware datetime in UTC."""
    source: str | None = None
    """Where the text was published."""
    tags: list[str]
    """Tags of the text."""
    title: str | None = None
    """Title of the text."""
    url: str | None = None
    """Address of the text."""


class ReferenceContext(VTModel):
    """Facts about a text that belong to the listing it came in, not to the text."""

    related_from: list[RelatedFrom]
    """The objects through which the text was found; related references."""


class Reference(VTObject):
    """A published text about threats, such as a report or a blog post. Its id is hexadecimal; the address of the text in base64 is accepted too."""

    attributes: ReferenceAttributes
    """What the service knows about the object; absent from descriptors and errors."""
    context_attributes: ReferenceContext
    """Facts that belong to the listing, not to the object; absent when the object was asked for by its id."""
    relationships: ReferenceRelationships
    """What was asked for along with the object by `relationships=`."""
