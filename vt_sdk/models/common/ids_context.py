"""The models of `IDSContext`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/common/ids_context.json`.
"""

from vt_sdk.core.model import VTModel


class IDSContext(VTModel):
    """A connection that raised an IDS alert."""

    dest_ip: str | None = None
    """Destination address."""
    dest_port: int | None = None
    """Destination port."""
    hostname: str | None = None
    """Host name asked for; HTTP and TLS alerts only."""
    ja3: list[str]
    """JA3 fingerprints of the TLS client."""
    ja3s: list[str]
    """JA3S fingerprints of the TLS server."""
    proto: str | None = None
    """Transport protocol, in older alerts."""
    protocol: str | None = None
    """Transport protocol."""
    src_ip: str | None = None
    """Source address."""
    src_port: int | None = None
    """Source port."""
    url: str | None = None
    """URL asked for; HTTP alerts only."""
