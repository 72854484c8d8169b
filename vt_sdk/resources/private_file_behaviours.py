"""Behaviour reports of private files."""

from vt_sdk.api import VirusTotalAPI
from vt_sdk.operations.private_file_behaviours import PrivateFileBehaviourOperations

__all__ = ["VirusTotalAPIPrivateFileBehaviours"]


class VirusTotalAPIPrivateFileBehaviours(PrivateFileBehaviourOperations, VirusTotalAPI):
    """Behaviour reports of private files."""
