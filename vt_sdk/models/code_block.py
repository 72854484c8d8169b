"""The models of `CodeBlock`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/objects/code_block.json`.
"""

# What is meant to be read may have a more exact type in a derived class.
# pyright: reportIncompatibleVariableOverride=false

from vt_sdk.core.model import VTModel
from vt_sdk.core.objects import VTObject
from vt_sdk.models._deferred import CodeBlockRelationships


class CodeBlockAttributes(VTModel):
    """What the service tells about a piece of code; no attribute is documented."""


class CodeBlockContext(VTModel):
    """What a listing says about a piece of code; no listing is known to say anything."""


class CodeBlock(VTObject):
    """A piece of code that files share. Its id is opaque."""

    attributes: CodeBlockAttributes
    """What the service knows about the object; absent from descriptors and errors."""
    context_attributes: CodeBlockContext
    """Facts that belong to the listing, not to the object; absent when the object was asked for by its id."""
    relationships: CodeBlockRelationships
    """What was asked for along with the object by `relationships=`."""
