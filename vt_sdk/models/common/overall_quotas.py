"""The models of `OverallQuotas`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/common/overall_quotas.json`.
"""

from pydantic import RootModel

from vt_sdk.core.model import VTModel

from .quota import Quota


class OverallQuota(VTModel):
    """A quota of a user."""

    group: Quota | None = None
    """What the whole group may use and has used; absent where no group counts."""
    user: Quota | None = None
    """What the user alone may use and has used."""


class OverallQuotas(RootModel[dict[str, OverallQuota]]):
    """What a user may use and has used, with what the user's group may and has."""

    root: dict[str, OverallQuota]
