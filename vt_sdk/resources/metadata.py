"""What the service is made of: engines, privileges, relationships."""

from vt_sdk.api import VirusTotalAPI
from vt_sdk.operations.metadata import MetadataOperations

__all__ = ["VirusTotalAPIMetadata"]


class VirusTotalAPIMetadata(VirusTotalAPI, MetadataOperations):
    """What the service is made of: engines, privileges, relationships."""
