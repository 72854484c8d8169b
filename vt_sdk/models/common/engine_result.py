"""The models of `EngineResult`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/common/engine_result.json`.
"""

from typing import Literal

from vt_sdk.core.model import VTModel


class EngineResult(VTModel):
    """Verdict of one security product on an object."""

    category: (
        Literal[
            "confirmed-timeout",
            "failure",
            "harmless",
            "malicious",
            "suspicious",
            "timeout",
            "type-unsupported",
            "undetected",
        ]
        | str
        | None
    ) = None
    """The verdict in the service's own terms; `confirmed-timeout`, `failure` and `type-unsupported` on files only."""
    engine_name: str | None = None
    """Name of the security product."""
    engine_update: str | None = None
    """Date of the product's signatures as `YYYYMMDD`; files only."""
    engine_version: str | None = None
    """Version of the product; files, seldom domains."""
    method: str | None = None
    """How the product came to its verdict, such as `blacklist`."""
    result: str | None = None
    """The verdict in the product's own words; null where it found nothing."""
