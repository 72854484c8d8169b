"""The models of `Operation`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/objects/operation.json`.
"""

# What is meant to be read may have a more exact type in a derived class.
# pyright: reportIncompatibleVariableOverride=false

from typing import Literal

from vt_sdk.core.model import VTModel
from vt_sdk.core.objects import VTObject


class OperationAttributes(VTModel):
    """State of an operation."""

    status: Literal["aborted", "finished", "running"] | str | None = None
    """How far the operation is."""


class OperationContext(VTModel):
    """What a listing says about an operation; no listing is known to say anything."""


class Operation(VTObject):
    """A task that the service works on after it has answered, such as the deletion of many objects. Its id is 32 hexadecimal digits."""

    attributes: OperationAttributes
    """What the service knows about the object; absent from descriptors and errors."""
    context_attributes: OperationContext
    """Facts that belong to the listing, not to the object; absent when the object was asked for by its id."""
