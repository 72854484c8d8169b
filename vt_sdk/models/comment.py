"""The models of `Comment`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/objects/comment.json`.
"""

# What is meant to be read may have a more exact type in a derived class.
# pyright: reportIncompatibleVariableOverride=false

from vt_sdk.core.fields import UnixTime
from vt_sdk.core.model import VTModel
from vt_sdk.core.objects import Received, VTObject
from vt_sdk.models._deferred import CommentRelationships


class CommentVotes(Received):
    """Votes on a comment."""

    abuse: int | None = None
    """Number of reports of abuse."""
    negative: int | None = None
    """Number of votes against the comment."""
    positive: int | None = None
    """Number of votes for the comment."""


class CommentPlace(VTModel):
    """The object that a comment is on."""

    id: str | None = None
    """Id of the object."""
    type: str | None = None
    """Type of the object."""


class CommentAttributes(VTModel):
    """Text of a comment and what the community makes of it."""

    date: UnixTime
    """When the comment was made, as an aware datetime in UTC."""
    html: str | None = None
    """The text as HTML."""
    tags: list[str]
    """Words that stand after `#` in the text; those that begin with `_:` are set by the service."""
    text: str
    """The text as written."""
    votes: CommentVotes
    """Votes on the comment."""


class CommentContext(VTModel):
    """Facts about a comment that belong to the listing it came in, not to the comment."""

    posted_in: CommentPlace | None = None
    """The object that the comment is on; listings of related comments."""


class Comment(VTObject):
    """A comment of the community on an object. Its id holds a letter for the kind of object, the id of the object and eight hexadecimal digits."""

    attributes: CommentAttributes
    """What the service knows about the object; absent from descriptors and errors."""
    context_attributes: CommentContext
    """Facts that belong to the listing, not to the object; absent when the object was asked for by its id."""
    relationships: CommentRelationships
    """What was asked for along with the object by `relationships=`."""
