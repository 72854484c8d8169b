"""The models of `MonitorInfo`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/parts/monitor_info.json`.
"""

from vt_sdk.core.model import VTModel


class MonitorInfo(VTModel):
    """Software makers who watch a file with VirusTotal Monitor."""

    filenames: list[str]
    """Names of the file at the makers."""
    organizations: list[str]
    """Names of the makers."""
