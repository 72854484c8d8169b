"""The models of `MonitorPartnerStatistics`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/objects/monitor_partner_statistics.json`.
"""

# What is meant to be read may have a more exact type in a derived class.
# pyright: reportIncompatibleVariableOverride=false

from typing import Literal

from vt_sdk.core.fields import UnixTime
from vt_sdk.core.model import VTModel
from vt_sdk.core.objects import VTObject


class MonitorPartnerStatisticsAttributes(VTModel):
    """Numbers of one day."""

    date: UnixTime | None = None
    """The day that the numbers are about, as an aware datetime in UTC."""
    engine: str | None = None
    """The product."""
    hashes_count: int | None = None
    """Number of different files in VirusTotal Monitor."""
    hashes_detected_count: int | None = None
    """Number of different files that the product detects."""
    items_count: int | None = None
    """Number of items in VirusTotal Monitor; a file may be several items."""
    items_detected_count: int | None = None
    """Number of items that the product detects."""
    period: Literal["day"] | str | None = None
    """How much time the numbers are about."""


class MonitorPartnerStatisticsContext(VTModel):
    """What a listing says about a day of statistics; no listing is known to say anything."""


class MonitorPartnerStatistics(VTObject):
    """What one security product detected in VirusTotal Monitor in one day. Its id is the product, `-day-` and the date."""

    attributes: MonitorPartnerStatisticsAttributes
    """What the service knows about the object; absent from descriptors and errors."""
    context_attributes: MonitorPartnerStatisticsContext
    """Facts that belong to the listing, not to the object; absent when the object was asked for by its id."""
