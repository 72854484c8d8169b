"""Crowdsourced YARA and Sigma rules."""

from vt_sdk.api import VirusTotalAPI
from vt_sdk.operations.crowdsourced_rules import CrowdsourcedRuleOperations

__all__ = ["VirusTotalAPICrowdsourcedRules"]


class VirusTotalAPICrowdsourcedRules(VirusTotalAPI, CrowdsourcedRuleOperations):
    """Crowdsourced YARA and Sigma rules."""
