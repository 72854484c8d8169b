"""The models of `SavedSearch`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/objects/saved_search.json`.
"""

# What is meant to be read may have a more exact type in a derived class.
# pyright: reportIncompatibleVariableOverride=false

from typing import Literal

from vt_sdk.core.fields import UnixTime
from vt_sdk.core.model import VTModel
from vt_sdk.core.objects import VTObject
from vt_sdk.models._deferred import SavedSearchRelationships


class SavedSearchAttributes(VTModel):
    """A search and what its owner says about it."""

    creation_date: UnixTime | None = None
    """When the search was saved, as an aware datetime in UTC."""
    description: str | None = None
    """What the search is for."""
    last_execution_date: UnixTime | None = None
    """When the search was last run, as an aware datetime in UTC; 0 where it never was."""
    last_modification_date: UnixTime | None = None
    """When the entry was last changed, as an aware datetime in UTC."""
    name: str | None = None
    """Name of the search."""
    origin: Literal["Crowdsourced", "Partner"] | str | None = None
    """Where the search comes from."""
    private: bool | None = None
    """Whether only the owner and those it is shared with can see the search."""
    search_query: str | None = None
    """The search itself, in the language of intelligence searches."""
    tags: list[str]
    """Tags of the search."""


class SavedSearchContext(VTModel):
    """Facts about a saved search that depend on who asks."""

    role: str | None = None
    """What the caller may do with the search, such as `viewer`."""
    shared_with_me: bool | None = None
    """Whether somebody shared the search with the caller."""


class SavedSearch(VTObject):
    """A search that a user keeps and may share. Its id is 32 hexadecimal digits."""

    attributes: SavedSearchAttributes
    """What the service knows about the object; absent from descriptors and errors."""
    context_attributes: SavedSearchContext
    """Facts that belong to the listing, not to the object; absent when the object was asked for by its id."""
    relationships: SavedSearchRelationships
    """What was asked for along with the object by `relationships=`."""
