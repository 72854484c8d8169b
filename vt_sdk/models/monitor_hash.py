"""The models of `MonitorHash`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/objects/monitor_hash.json`.
"""

# What is meant to be read may have a more exact type in a derived class.
# pyright: reportIncompatibleVariableOverride=false

from vt_sdk.core.fields import UnixTime
from vt_sdk.core.model import VTModel
from vt_sdk.core.objects import VTObject
from vt_sdk.models._deferred import MonitorHashRelationships

from .common.engine_result import EngineResult


class MonitorHashAttributes(VTModel):
    """A monitored file without its name and owner."""

    last_analysis_date: UnixTime | None = None
    """When the file was last analysed, as an aware datetime in UTC."""
    last_analysis_results: dict[str, EngineResult]
    """What the products said in the last analysis, by name."""
    last_detections_count: int | None = None
    """Number of products that detected the file in the last analysis."""
    md5: str | None = None
    """MD5 of the file, hexadecimal."""
    sha1: str | None = None
    """SHA-1 of the file, hexadecimal."""
    sha256: str | None = None
    """SHA-256 of the file, hexadecimal."""
    size: int | None = None
    """Size of the file in bytes."""


class MonitorHashContext(VTModel):
    """What a listing says about a monitored hash; no listing is known to say anything."""


class MonitorHash(VTObject):
    """A file in VirusTotal Monitor that a security product detects, as the maker of the product sees it. Its id is the SHA-256 of the file."""

    attributes: MonitorHashAttributes
    """What the service knows about the object; absent from descriptors and errors."""
    context_attributes: MonitorHashContext
    """Facts that belong to the listing, not to the object; absent when the object was asked for by its id."""
    relationships: MonitorHashRelationships
    """What was asked for along with the object by `relationships=`."""
