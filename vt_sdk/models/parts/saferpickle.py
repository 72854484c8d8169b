"""The models of `SaferPickle`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/parts/saferpickle.json`.
"""

from vt_sdk.core.model import VTModel


class SaferPickle(VTModel):
    """Verdict of a scanner for serialised Python objects."""

    classification: str | None = None
    """The verdict."""
    justification: str | None = None
    """Reason for the verdict; null where there is none."""
