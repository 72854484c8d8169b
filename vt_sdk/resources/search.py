"""Look-up of hashes, URLs, domains, IP addresses and comments."""

from vt_sdk.api import VirusTotalAPI
from vt_sdk.operations.search import SearchOperations

__all__ = ["VirusTotalAPISearch"]


class VirusTotalAPISearch(VirusTotalAPI, SearchOperations):
    """Look-up of hashes, URLs, domains, IP addresses and comments."""
