"""The models of `OverallQuotas`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/common/overall_quotas.json`.
"""

from vt_sdk.core.keyed import Keyed
from vt_sdk.core.model import VTModel

from .quota import Quota


class OverallQuota(VTModel):
    """A quota of a user."""

    group: Quota | None = None
    """What the whole group may use and has used; absent where no group counts."""
    user: Quota | None = None
    """What the user alone may use and has used."""


class OverallQuotas(Keyed):
    """What a user may use and has used, with what the user's group may and has."""

    quotas: dict[str, OverallQuota]
    """The quotas by name, such as `api_requests_daily`; which there are depends on the licence."""
