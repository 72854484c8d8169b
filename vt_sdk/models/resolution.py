"""The models of `Resolution`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/objects/resolution.json`.
"""

# What is meant to be read may have a more exact type in a derived class.
# pyright: reportIncompatibleVariableOverride=false

from vt_sdk.core.fields import UnixTime
from vt_sdk.core.model import VTModel
from vt_sdk.core.objects import VTObject

from .common.analysis_stats import AnalysisStats


class ResolutionAttributes(VTModel):
    """An address that a host name led to."""

    date: UnixTime | None = None
    """When the resolution was seen, as an aware datetime in UTC."""
    host_name: str | None = None
    """The host name."""
    host_name_last_analysis_stats: AnalysisStats | None = None
    """Verdicts of the domain's last analysis, counted."""
    ip_address: str | None = None
    """The address."""
    ip_address_last_analysis_stats: AnalysisStats | None = None
    """Verdicts of the address's last analysis, counted."""
    resolver: str | None = None
    """Who reported the resolution, such as `VirusTotal`."""


class ResolutionContext(VTModel):
    """What a listing says about a resolution; no listing is known to say anything."""


class Resolution(VTObject):
    """A DNS resolution: an IP address that a host name led to. Its id is the address and the host name joined without a separator."""

    attributes: ResolutionAttributes
    """What the service knows about the object; absent from descriptors and errors."""
    context_attributes: ResolutionContext
    """Facts that belong to the listing, not to the object; absent when the object was asked for by its id."""
