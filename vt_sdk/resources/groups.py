"""Groups of users, their members and administrators."""

from vt_sdk.api import VirusTotalAPI
from vt_sdk.operations.groups import GroupOperations

__all__ = ["VirusTotalAPIGroups"]


class VirusTotalAPIGroups(VirusTotalAPI, GroupOperations):
    """Groups of users, their members and administrators."""
