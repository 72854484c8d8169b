"""The models of `DTMEmailSettings`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/common/dtm_email_settings.json`.
"""

from vt_sdk.core.objects import Received

from .dtm_email_setting import DTMEmailSetting


class DTMEmailSettings(Received):
    """The addresses that alerts are mailed to."""

    settings: list[DTMEmailSetting]
    """The addresses."""
