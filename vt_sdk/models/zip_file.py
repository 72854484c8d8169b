"""The models of `ZIPFile`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/objects/zip_file.json`.
"""

# What is meant to be read may have a more exact type in a derived class.
# pyright: reportIncompatibleVariableOverride=false

from typing import Literal

from vt_sdk.core.model import VTModel
from vt_sdk.core.objects import VTObject


class ZIPFileAttributes(VTModel):
    """How far the packing is."""

    files_error: int | None = None
    """Number of files that could not be packed."""
    files_ok: int | None = None
    """Number of files that were packed."""
    progress: int | None = None
    """How much is done, in percent."""
    status: (
        Literal["creating", "error-creating", "error-starting", "finished", "starting", "timeout"]
        | str
        | None
    ) = None
    """How far the packing is; only a finished file can be downloaded."""


class ZIPFileContext(VTModel):
    """What a listing says about a ZIP file; no listing is known to say anything."""


class ZIPFile(VTObject):
    """A ZIP file that the service packs on request, protected by a password if one was given. Its id is a decimal number as text."""

    attributes: ZIPFileAttributes
    """What the service knows about the object; absent from descriptors and errors."""
    context_attributes: ZIPFileContext
    """Facts that belong to the listing, not to the object; absent when the object was asked for by its id."""
