"""The models of `DTMDomain`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/common/dtm_domain.json`.
"""

from vt_sdk.core.objects import Received


class DTMDomain(Received):
    """A domain of an organisation, which it verifies to see credentials of it."""

    created_at: str | None = None
    """When it was added, in ISO 8601 (UTC)."""
    domain: str | None = None
    """Its name."""
    id: str
    """Id of the domain."""
    txt_record: str | None = None
    """The TXT record that verifies it."""
    verified: bool | None = None
    """Whether it has been verified."""
