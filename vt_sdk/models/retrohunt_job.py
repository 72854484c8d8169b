"""The models of `RetrohuntJob`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/objects/retrohunt_job.json`.
"""

# What is meant to be read may have a more exact type in a derived class.
# pyright: reportIncompatibleVariableOverride=false

from typing import Literal

from vt_sdk.core.fields import IntOrFloat, UnixTime
from vt_sdk.core.model import VTModel
from vt_sdk.core.objects import VTObject
from vt_sdk.models._deferred import RetrohuntJobRelationships


class RetrohuntTimeRange(VTModel):
    """A span of time."""

    end: UnixTime | None = None
    """Last moment, as an aware datetime in UTC."""
    start: UnixTime | None = None
    """First moment, as an aware datetime in UTC."""


class RetrohuntJobContext(VTModel):
    """What a listing says about a job; no listing is known to say anything."""


class RetrohuntJobAttributes(VTModel):
    """What is searched, how far the search is and how much it has found."""

    corpus: Literal["goodware", "main"] | str | None = None
    """Files that are searched: all of the last months, or known harmless ones."""
    creation_date: UnixTime | None = None
    """When the job was made, as an aware datetime in UTC."""
    eta_seconds: int | None = None
    """Time that is left, estimated, in seconds; while running."""
    finish_date: UnixTime | None = None
    """When the job ended, as an aware datetime in UTC."""
    notification_email: str | None = None
    """Address that gets an e-mail at the end; may be empty."""
    num_matches: int | None = None
    """Number of matches."""
    num_matches_outside_time_range: int | None = None
    """Number of matches in files outside the time range."""
    progress: IntOrFloat | None = None
    """Share of the files that was searched, in percent."""
    rules: str | None = None
    """Text of the rules."""
    scanned_bytes: int | None = None
    """How much was searched, in bytes."""
    start_date: UnixTime | None = None
    """When the search began, as an aware datetime in UTC."""
    status: Literal["aborted", "aborting", "finished", "running", "starting"] | str | None = None
    """How far the job is."""
    time_range: RetrohuntTimeRange | None = None
    """Time of submission of the files that are searched, as the request set it."""


class RetrohuntJob(VTObject):
    """A search of stored files by YARA rules. Its id is the user's name, `-` and the time in Unix seconds."""

    attributes: RetrohuntJobAttributes
    """What the service knows about the object; absent from descriptors and errors."""
    context_attributes: RetrohuntJobContext
    """Facts that belong to the listing, not to the object; absent when the object was asked for by its id."""
    relationships: RetrohuntJobRelationships
    """What was asked for along with the object by `relationships=`."""
