"""The names of the popular categories of threats."""

from vt_sdk.api import VirusTotalAPI
from vt_sdk.operations.popular_threat_categories import PopularThreatCategoryOperations

__all__ = ["VirusTotalAPIPopularThreatCategories"]


class VirusTotalAPIPopularThreatCategories(VirusTotalAPI, PopularThreatCategoryOperations):
    """The names of the popular categories of threats."""
