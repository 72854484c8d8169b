"""The models of `APIUsage`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/common/api_usage.json`.
"""

from vt_sdk.core.objects import Received


class APIUsage(Received):
    """How often a user or a group has called the API, in the days asked for."""

    daily: dict[str, dict[str, int]]
    """Number of calls on each day, by day (`YYYY-MM-DD`, UTC), then by endpoint; days and endpoints without calls are left out."""
    total: dict[str, int]
    """Number of calls over all the days, by endpoint, such as `file_download`."""
