"""Saved searches: intelligence searches that users keep and share."""

from vt_sdk.api import VirusTotalAPI
from vt_sdk.operations.saved_searches import SavedSearchOperations

__all__ = ["VirusTotalAPISavedSearches"]


class VirusTotalAPISavedSearches(VirusTotalAPI, SavedSearchOperations):
    """Saved searches: intelligence searches that users keep and share."""
