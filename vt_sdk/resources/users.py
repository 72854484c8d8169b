"""Users: accounts, their settings and what belongs to them."""

from vt_sdk.api import VirusTotalAPI
from vt_sdk.operations.users import UserOperations

__all__ = ["VirusTotalAPIUsers"]


class VirusTotalAPIUsers(VirusTotalAPI, UserOperations):
    """Users: accounts, their settings and what belongs to them."""
