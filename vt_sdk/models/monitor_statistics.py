"""The models of `MonitorStatistics`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/objects/monitor_statistics.json`.
"""

# What is meant to be read may have a more exact type in a derived class.
# pyright: reportIncompatibleVariableOverride=false

from typing import Literal

from vt_sdk.core.fields import UnixTime
from vt_sdk.core.model import VTModel
from vt_sdk.core.objects import VTObject


class MonitorAgedItem(VTModel):
    """An item and for how long it has been detected."""

    age: int | None = None
    """For how many seconds the item has been detected."""
    detections_count: int | None = None
    """Number of products that detect the item."""
    monitor_key: str | None = None
    """Id of the item."""
    total_engines_count: int | None = None
    """Number of products that analysed the item."""


class MonitorDetectedItem(VTModel):
    """An item and how many products detect it."""

    detections_count: int | None = None
    """Number of products that detect the item."""
    monitor_key: str | None = None
    """Id of the item."""
    total_engines_count: int | None = None
    """Number of products that analysed the item."""


class MonitorEngineCount(VTModel):
    """A product and how many items it detects."""

    count: int | None = None
    """Number of items."""
    engine: str | None = None
    """The product."""


class MonitorSignatureCount(VTModel):
    """A verdict and how many items get it."""

    count: int | None = None
    """Number of items."""
    signature: str | None = None
    """The verdict in the words of a product."""


class MonitorStatisticsContext(VTModel):
    """What a listing says about a day of statistics; no listing is known to say anything."""


class MonitorStatisticsAttributes(VTModel):
    """Numbers of one day."""

    date: UnixTime | None = None
    """The day that the numbers are about, as an aware datetime in UTC."""
    increasing_detections_count: int | None = None
    """Number of items that more products detect than before."""
    items_detected_count: int | None = None
    """Number of items that a product detects."""
    owner_id: str | None = None
    """Id of the owner of the items."""
    period: Literal["day"] | str | None = None
    """How much time the numbers are about."""
    storage_bytes_count: int | None = None
    """Size of all items in bytes."""
    storage_files_count: int | None = None
    """Number of all items."""
    top_age_items: list[MonitorAgedItem]
    """The items that have been detected for longest."""
    top_detected_items: list[MonitorDetectedItem]
    """The items that most products detect."""
    top_engines: list[MonitorEngineCount]
    """The products that detect most items."""
    top_signatures: list[MonitorSignatureCount]
    """The verdicts that most items get."""


class MonitorStatistics(VTObject):
    """What happened in one day to the items that an owner keeps in VirusTotal Monitor. Its id is the group, `-day-` and the date."""

    attributes: MonitorStatisticsAttributes
    """What the service knows about the object; absent from descriptors and errors."""
    context_attributes: MonitorStatisticsContext
    """Facts that belong to the listing, not to the object; absent when the object was asked for by its id."""
