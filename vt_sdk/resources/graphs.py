"""Graphs: drawings of how things belong together, who may see and who may change them."""

from vt_sdk.api import VirusTotalAPI
from vt_sdk.operations.graphs import GraphOperations

__all__ = ["VirusTotalAPIGraphs"]


class VirusTotalAPIGraphs(VirusTotalAPI, GraphOperations):
    """Graphs: drawings of how things belong together, who may see and who may change them."""
