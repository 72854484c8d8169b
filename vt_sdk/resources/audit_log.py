"""The log of what members of a group did."""

from vt_sdk.api import VirusTotalAPI
from vt_sdk.operations.audit_log import AuditLogOperations

__all__ = ["VirusTotalAPIAuditLog"]


class VirusTotalAPIAuditLog(VirusTotalAPI, AuditLogOperations):
    """The log of what members of a group did."""
