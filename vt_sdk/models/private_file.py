"""The models of `PrivateFile`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/objects/private_file.json`.
"""

# What is meant to be read may have a more exact type in a derived class.
# pyright: reportIncompatibleVariableOverride=false

from vt_sdk.core.model import VTModel
from vt_sdk.core.objects import VTObject
from vt_sdk.core.types import UnixTime
from vt_sdk.models._deferred import PrivateFileRelationships

from .file import FileAttributes


class PrivateFileContext(VTModel):
    """What a listing says about a private file; no listing is known to say anything."""


class PrivateFileAttributes(FileAttributes):
    """What the service found out about a private file: most attributes of a file. Engines do not scan it and nobody votes on it, so what a file always has may be absent; reading that raises `MissingFieldError`."""

    expiration: UnixTime | None = None
    """When the service deletes the report, as an aware datetime in UTC."""


class PrivateFile(VTObject):
    """A file of private scanning, which only its owner sees. Its id is its SHA-256."""

    attributes: PrivateFileAttributes
    """What the service knows about the object; absent from descriptors and errors."""
    context_attributes: PrivateFileContext
    """Facts that belong to the listing, not to the object; absent when the object was asked for by its id."""
    relationships: PrivateFileRelationships
    """What was asked for along with the object by `relationships=`."""
