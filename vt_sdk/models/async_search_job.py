"""The models of `AsyncSearchJob`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/objects/async_search_job.json`.
"""

# What is meant to be read may have a more exact type in a derived class.
# pyright: reportIncompatibleVariableOverride=false

from vt_sdk.core.model import VTModel
from vt_sdk.core.objects import VTObject
from vt_sdk.models._deferred import AsyncSearchJobRelationships


class AsyncSearchJobAttributes(VTModel):
    """What the service tells about such a search; no attribute is documented."""


class AsyncSearchJobContext(VTModel):
    """What a listing says about such a search; no listing is known to say anything."""


class AsyncSearchJob(VTObject):
    """A search that the service works on by itself. Its id is opaque."""

    attributes: AsyncSearchJobAttributes
    """What the service knows about the object; absent from descriptors and errors."""
    context_attributes: AsyncSearchJobContext
    """Facts that belong to the listing, not to the object; absent when the object was asked for by its id."""
    relationships: AsyncSearchJobRelationships
    """What was asked for along with the object by `relationships=`."""
