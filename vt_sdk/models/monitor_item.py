"""The models of `MonitorItem`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/objects/monitor_item.json`.
"""

# What is meant to be read may have a more exact type in a derived class.
# pyright: reportIncompatibleVariableOverride=false

from typing import Literal

from vt_sdk.core.fields import UnixTime
from vt_sdk.core.model import VTModel
from vt_sdk.core.objects import VTObject
from vt_sdk.models._deferred import MonitorItemRelationships

from .common.engine_result import EngineResult


class MonitorItemAttributes(VTModel):
    """A file or folder, and what security products say about it."""

    creation_date: UnixTime | None = None
    """When the item was uploaded, as an aware datetime in UTC."""
    creator_id: str | None = None
    """Id of the user who uploaded the item."""
    details: str | None = None
    """Remark of the owner about the item."""
    first_detection_date: UnixTime | None = None
    """When a product first detected the file, as an aware datetime in UTC."""
    item_type: Literal["file", "folder"] | str | None = None
    """Whether the item is a file or a folder."""
    last_analysis_date: UnixTime | None = None
    """When the file was last analysed, as an aware datetime in UTC."""
    last_analysis_results: dict[str, EngineResult]
    """What each product said in the last analysis, by its name."""
    last_detections_count: int | None = None
    """Number of products that detected the file in the last analysis."""
    md5: str | None = None
    """MD5 of the file, hexadecimal."""
    next_analysis_date: UnixTime | None = None
    """When the file will be analysed next, as an aware datetime in UTC."""
    path: str | None = None
    """Path of the item; that of a folder ends in `/`."""
    sha1: str | None = None
    """SHA-1 of the file, hexadecimal."""
    sha256: str | None = None
    """SHA-256 of the file, hexadecimal."""
    size: int | None = None
    """Size of the file in bytes."""
    tags: list[str]
    """What has come of the last analyses, such as `detected` or `new-detections`, and the products that detect the file."""


class MonitorItemContext(VTModel):
    """What a listing says about a monitored item; no listing is known to say anything."""


class MonitorItem(VTObject):
    """A file or folder that a software maker keeps in VirusTotal Monitor. Its id is the base64 of `vtmonitor-v1://`, the owner and the path."""

    attributes: MonitorItemAttributes
    """What the service knows about the object; absent from descriptors and errors."""
    context_attributes: MonitorItemContext
    """Facts that belong to the listing, not to the object; absent when the object was asked for by its id."""
    relationships: MonitorItemRelationships
    """What was asked for along with the object by `relationships=`."""
