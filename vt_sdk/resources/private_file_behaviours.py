"""Behaviour reports of private files."""

from vt_sdk.api import VirusTotalAPI
from vt_sdk.operations.private_file_behaviours import PrivateFileBehaviourOperations

__all__ = ["VirusTotalAPIPrivateFileBehaviours"]


class VirusTotalAPIPrivateFileBehaviours(VirusTotalAPI, PrivateFileBehaviourOperations):
    """Behaviour reports of private files."""
