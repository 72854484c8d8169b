"""The models of `TrustedVerdict`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/parts/trusted_verdict.json`.
"""

from vt_sdk.core.model import VTModel


class TrustedVerdict(VTModel):
    """Statement of a trusted organisation about a file."""

    filename: str | None = None
    """Name of the file at the organisation."""
    link: str | None = None
    """Where the file is distributed."""
    organization: str | None = None
    """Name of the organisation."""
    verdict: str | None = None
    """The statement, such as `goodware`."""
