"""The models of `Case`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/objects/case.json`.
"""

# What is meant to be read may have a more exact type in a derived class.
# pyright: reportIncompatibleVariableOverride=false

from vt_sdk.core.model import VTModel
from vt_sdk.core.objects import VTObject
from vt_sdk.models._deferred import CaseRelationships


class CaseAttributes(VTModel):
    """What the service tells about a case; no attribute is documented."""


class CaseContext(VTModel):
    """What a listing says about a case; no listing is known to say anything."""


class Case(VTObject):
    """A case that somebody investigates. Its id is opaque."""

    attributes: CaseAttributes
    """What the service knows about the object; absent from descriptors and errors."""
    context_attributes: CaseContext
    """Facts that belong to the listing, not to the object; absent when the object was asked for by its id."""
    relationships: CaseRelationships
    """What was asked for along with the object by `relationships=`."""
