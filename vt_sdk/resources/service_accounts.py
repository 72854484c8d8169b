"""Service accounts: accounts of a group for programs instead of people."""

from vt_sdk.api import VirusTotalAPI
from vt_sdk.operations.service_accounts import ServiceAccountOperations

__all__ = ["VirusTotalAPIServiceAccounts"]


class VirusTotalAPIServiceAccounts(VirusTotalAPI, ServiceAccountOperations):
    """Service accounts: accounts of a group for programs instead of people."""
