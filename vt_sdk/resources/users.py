"""Users: accounts, their settings and what belongs to them."""

from vt_sdk.api import VirusTotalAPI
from vt_sdk.operations.users import UserOperations

__all__ = ["VirusTotalAPIUsers"]


class VirusTotalAPIUsers(UserOperations, VirusTotalAPI):
    """Users: accounts, their settings and what belongs to them."""
