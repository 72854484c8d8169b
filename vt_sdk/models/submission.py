"""The models of `Submission`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/objects/submission.json`.
"""

# What is meant to be read may have a more exact type in a derived class.
# pyright: reportIncompatibleVariableOverride=false

from vt_sdk.core.fields import UnixTime
from vt_sdk.core.model import VTModel
from vt_sdk.core.objects import VTObject
from vt_sdk.models._deferred import SubmissionRelationships


class SubmissionAttributes(VTModel):
    """When and by whom something was sent in."""

    city: str | None = None
    """City of the submitter."""
    country: str | None = None
    """Country of the submitter, two letters."""
    date: UnixTime | None = None
    """When it was sent in, as an aware datetime in UTC."""
    interface: str | None = None
    """The road the submission took, such as `api`, `email` or `web`."""
    name: str | None = None
    """Name of the file as it was sent in; files only."""
    source_key: str | None = None
    """Pseudonym of the submitter."""


class SubmissionContext(VTModel):
    """What a listing says about a submission; no listing is known to say anything."""


class Submission(VTObject):
    """One submission of a file or URL. Its id holds a letter for the kind of object, the SHA-256 of the object and the time in Unix seconds."""

    attributes: SubmissionAttributes
    """What the service knows about the object; absent from descriptors and errors."""
    context_attributes: SubmissionContext
    """Facts that belong to the listing, not to the object; absent when the object was asked for by its id."""
    relationships: SubmissionRelationships
    """What was asked for along with the object by `relationships=`."""
