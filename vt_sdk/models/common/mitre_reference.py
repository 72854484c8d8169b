"""The models of `MitreReference`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/common/mitre_reference.json`.
"""

from vt_sdk.core.model import VTModel


class MitreReference(VTModel):
    """Points from a behaviour entry to the entries it rests on."""

    ref: str | None = None
    """Block of the report that is meant, such as `#signature_matches`."""
    value: str | None = None
    """Entry in that block: its id, name or text."""
