"""Verdicts: what a policy says of an object, and why; and what has changed between two reports.

    Policy.default().judge(vt.files.get_report(sha256))  # level, reasons, as_of
    compare(old, new)                                     # engines that changed, names, tags, …

A policy is a value, of which three are documented presets; `from_toml` and `to_toml` read and write
it. Everything here computes and does nothing else. Most of a report is left unread where the policy
gives no weight to it.
"""

from vt_sdk.verdicts._changes import Change, ListChange, ReportDiff, compare
from vt_sdk.verdicts._policy import Judged, Policy
from vt_sdk.verdicts._values import Evidence, Level, Reason, ReasonKind, Verdict

__all__ = [
    "Change",
    "Evidence",
    "Judged",
    "Level",
    "ListChange",
    "Policy",
    "Reason",
    "ReasonKind",
    "ReportDiff",
    "Verdict",
    "compare",
]
