"""The models of `PrivateAnalysis`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/objects/private_analysis.json`.
"""

# What is meant to be read may have a more exact type in a derived class.
# pyright: reportIncompatibleVariableOverride=false

from typing import Literal

from vt_sdk.core.fields import UnixTime
from vt_sdk.core.model import VTModel
from vt_sdk.core.objects import VTObject
from vt_sdk.models._deferred import PrivateAnalysisRelationships


class PrivateSandboxConfiguration(VTModel):
    """How sandboxes were set up for a private analysis."""

    command_line: str | None = None
    """Command line that the file was run with; may be empty."""
    enable_internet: bool | None = None
    """Whether the file could reach the internet."""
    intercept_tls: bool | None = None
    """Whether encrypted traffic was read."""
    internet: int | None = None
    """Way to the internet, as a number; its values are not documented."""
    live_interaction_analysis_timeout_seconds: int | None = None
    """How long a person could work in the sandbox, in seconds."""
    live_interaction_sandbox: int | None = None
    """Sandbox that a person could work in, as a number; its values are not documented."""
    locale: int | None = None
    """Language and region of the sandbox, as a number; its values are not documented."""
    sandboxes: list[int]
    """Sandboxes that were asked for, as numbers whose values are not documented; analyses of URLs."""


class PrivateSandboxStatus(VTModel):
    """How far a sandbox is with a private analysis."""

    in_progress_percent: int | None = None
    """How much is done, in percent."""
    message: str | None = None
    """Why the sandbox could not run the file; absent otherwise."""
    status: str | None = None
    """State in words, such as `queued`, `running`, `finished` or `unsupported file type`."""


class PrivateAnalysisContext(VTModel):
    """What a listing says about a private analysis; no listing is known to say anything."""


class PrivateAnalysisAttributes(VTModel):
    """State of a private analysis. It has no verdicts: they are with the file or URL."""

    date: UnixTime | None = None
    """When the analysis began, as an aware datetime in UTC."""
    expiration: UnixTime | None = None
    """When the service deletes the analysis, as an aware datetime in UTC."""
    pending_stages: dict[str, str]
    """What is still to be done, in words for people, by name of the stage."""
    sandbox_configuration: PrivateSandboxConfiguration | None = None
    """How the request set the sandboxes up."""
    sandbox_status: dict[str, PrivateSandboxStatus]
    """How far each sandbox is, by its name."""
    status: Literal["completed", "in-progress", "queued"] | str | None = None
    """How far the analysis is."""


class PrivateAnalysis(VTObject):
    """An analysis of private scanning, of a file or URL. Its id is opaque."""

    attributes: PrivateAnalysisAttributes
    """What the service knows about the object; absent from descriptors and errors."""
    context_attributes: PrivateAnalysisContext
    """Facts that belong to the listing, not to the object; absent when the object was asked for by its id."""
    relationships: PrivateAnalysisRelationships
    """What was asked for along with the object by `relationships=`."""
