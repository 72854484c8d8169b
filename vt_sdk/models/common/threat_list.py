"""The models of `ThreatList`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/common/threat_list.json`.
"""

from vt_sdk.core.model import VTModel
from vt_sdk.core.objects import Received
from vt_sdk.models._deferred import IoC


class ThreatListEntry(VTModel):
    """An indicator in an envelope of its own."""

    data: IoC
    """The file, URL, domain or IP address; its context attributes name the list."""


class ThreatList(Received):
    """Indicators of one category of threats, of the latest hour or of the one asked for. The answer has no `data`."""

    iocs: list[ThreatListEntry]
    """The indicators."""
