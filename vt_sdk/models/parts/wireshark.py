"""The models of `WiresharkInfo`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/parts/wireshark.json`.
"""

from vt_sdk.core.model import VTModel


class WiresharkInfo(VTModel):
    """What Wireshark says about a network capture."""

    dns: list[list[str | list[str]]]
    """Name look-ups, as pairs of host name and list of addresses."""
    pcap: dict[str, str]
    """Facts about the capture, by name, such as `Capture duration`."""
