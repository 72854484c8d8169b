"""The models of `Submitter`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/common/submitter.json`.
"""

from vt_sdk.core.model import VTModel


class Submitter(VTModel):
    """Who sent an object in, as far as a feed tells."""

    city: str | None = None
    """City of the submitter; `?` where it is not known."""
    country: str | None = None
    """Country of the submitter, two letters."""
    id: str | None = None
    """Pseudonym of the submitter."""
    interface: str | None = None
    """The road the submission took, such as `api`, `email` or `web`."""
    region: str | None = None
    """Region or state of the submitter; `?` where it is not known."""
