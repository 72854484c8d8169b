"""Explanations of disassembled and decompiled code."""

from vt_sdk.api import VirusTotalAPI
from vt_sdk.operations.code_insights import CodeInsightOperations

__all__ = ["VirusTotalAPICodeInsights"]


class VirusTotalAPICodeInsights(VirusTotalAPI, CodeInsightOperations):
    """Explanations of disassembled and decompiled code."""
