"""Crowdsourced YARA and Sigma rules."""

from vt_sdk.api import VirusTotalAPI
from vt_sdk.operations.crowdsourced_rules import CrowdsourcedRuleOperations

__all__ = ["VirusTotalAPICrowdsourcedRules"]


class VirusTotalAPICrowdsourcedRules(CrowdsourcedRuleOperations, VirusTotalAPI):
    """Crowdsourced YARA and Sigma rules."""
