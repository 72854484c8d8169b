"""Behaviour reports: what files did in sandboxes."""

from vt_sdk.api import VirusTotalAPI
from vt_sdk.operations.file_behaviours import FileBehaviourOperations

__all__ = ["VirusTotalAPIFileBehaviours"]


class VirusTotalAPIFileBehaviours(VirusTotalAPI, FileBehaviourOperations):
    """Behaviour reports: what files did in sandboxes."""
