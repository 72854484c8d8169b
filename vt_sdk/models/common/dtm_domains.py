"""The models of `DTMDomains`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/common/dtm_domains.json`.
"""

from vt_sdk.core.objects import Received

from .dtm_domain import DTMDomain


class DTMDomains(Received):
    """The domains of an organisation."""

    domains: list[DTMDomain]
    """The domains."""
