"""Comments: the latest ones, one by its id, deleting, voting on them."""

from vt_sdk.api import VirusTotalAPI
from vt_sdk.operations.comments import CommentOperations

__all__ = ["VirusTotalAPIComments"]


class VirusTotalAPIComments(VirusTotalAPI, CommentOperations):
    """Comments on files, URLs, domains, IP addresses and graphs."""
